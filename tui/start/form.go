package start

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"shuping/internal/words"
	"shuping/tui/field"
	"shuping/tui/frame"
	"shuping/tui/key"
	"shuping/tui/look"
)

// A Field is one line that is filled in.
type Field struct {
	Label string
	Offer string // what stands there and may be replaced
	Hint  string // what stands there while it is empty
	// Check says what is wrong with an answer, "" where nothing is; nil takes any.
	Check func(string) string
}

// longest is how many characters an answer has at most.
const longest = 1000

// A form is a body with fields.
type form struct {
	title  string
	fields []Field
	typed  []field.Field
	at     int
	full   bool // every field was answered
}

// Ask is a screen with fields to be filled in, at least one, from the one at index at on.
func Ask(s Setting, title string, at int, fields ...Field) Start {
	b := form{title: title, fields: fields, at: at}
	for _, f := range fields {
		b.typed = append(b.typed, field.Line(longest).WithOffer(f.Offer).WithPlaceholder(f.Hint))
	}
	return newStart(s, b)
}

// Answers are what was filled in, nil where the screen was left.
func (s Start) Answers() []string {
	b, ok := s.body.(form)
	if !ok || s.left || !b.full {
		return nil
	}
	out := make([]string, len(b.typed))
	for i, f := range b.typed {
		out[i] = f.Value()
	}
	return out
}

var formActions = []action[form]{
	{Keys: []string{"enter"}, Name: words.FormGoOn, Do: form.enter},
	{Keys: []string{"tab", "down"}, Cap: "Tab ↑↓", Name: words.KeyNextField, When: manyFields, Do: func(b form, _ scene, _ int) (form, reply) { return b.to(b.at + 1), reply{} }},
	{Keys: []string{"shift+tab", "up"}, Shown: key.Hidden, When: manyFields, Do: func(b form, _ scene, _ int) (form, reply) { return b.to(b.at - 1), reply{} }},
	{Keys: []string{"esc"}, Name: words.KeyBack, Do: func(b form, _ scene, _ int) (form, reply) { return b, reply{ends: true} }},
}

func manyFields(b form, _ scene) key.Can { return key.If(len(b.fields) > 1) }

// to is the form at another field, from the last on to the first.
func (b form) to(n int) form {
	b.at = (n + len(b.fields)) % len(b.fields)
	return b
}

// enter goes on to the next field, from the last one out of the screen; what is wrong
// with an answer is said, and the cursor stays with it.
func (b form) enter(_ scene, _ int) (form, reply) {
	if b.at < len(b.fields)-1 {
		if r, bad := b.wrong(b.at); bad {
			return b, r
		}
		return b.to(b.at + 1), reply{}
	}
	for i := range b.fields {
		if r, bad := b.wrong(i); bad {
			return b.to(i), r
		}
	}
	b.full = true
	return b, reply{ends: true}
}

func (b form) wrong(i int) (reply, bool) {
	check := b.fields[i].Check
	if check == nil {
		return reply{}, false
	}
	problem := check(b.typed[i].Value())
	return warns(problem), problem != ""
}

func (b form) acts(c scene) []act { return actsOf(b, c, formActions) }

func (b form) next(c scene) string { return words.NextType(c.lang) }

// draw is the fields below each other, the labels in a column.
func (b form) draw(c scene) frame.Picture {
	label := 0
	for _, f := range b.fields {
		label = max(label, look.Width(f.Label))
	}
	label = min(label, c.wide()/2)
	head := []string{"", "  " + c.look.Strong.Render(c.look.Middle(b.title, c.wide())), ""}
	list := frame.List{At: b.at}
	from, to := list.Window(len(b.fields), c.rows-len(head))
	var p frame.Picture
	for i := from; i < to; i++ {
		lead := "  " + c.look.Left(b.fields[i].Label, label) + "  "
		f := b.typed[i].WithWidth(max(1, c.wide()-look.Width(lead))).WithHeight(1).WithStyles(field.Styles{Text: c.look.Field, Placeholder: c.look.Dim})
		if i == b.at {
			col, _ := f.Caret()
			p.Caret = &frame.Caret{Col: look.Width(lead) + col, Row: len(p.Rows)}
			lead = c.look.Strong.Render(lead)
		}
		p.Spots = append(p.Spots, frame.Spot{Row: len(p.Rows), N: i})
		p.Rows = append(p.Rows, lead+f.Draw()[0])
	}
	p.Position = list.Position(len(b.fields), c.rows-len(head))
	return p.Under(head...)
}

func (b form) press(_ scene, k tea.KeyPressMsg) (body, bool) {
	f, taken := b.typed[b.at].Press(k)
	return b.with(f), taken
}

func (b form) paste(_ scene, text string) (body, bool) {
	f, _ := b.typed[b.at].Paste(text)
	return b.with(f), true
}

// with is the form with another text in the field that is filled in.
func (b form) with(f field.Field) form {
	b.typed = slices.Clone(b.typed)
	b.typed[b.at] = f
	return b
}

func (b form) point(n int) (body, bool) { return b.to(n), false }
