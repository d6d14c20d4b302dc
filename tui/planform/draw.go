package planform

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"shuping/internal/words"
	"shuping/tui/field"
	"shuping/tui/frame"
	"shuping/tui/key"
	"shuping/tui/look"
)

// Measures of a page, in cells and rows.
const (
	margin   = 3
	labelMax = 30 // cells; a longer label is cut
	answer   = 62 // cells that an answer takes at most
	hintRows = 3  // an empty one and two for the hint
)

// View is the whole window.
func (f Form) View() tea.View {
	return frame.Window(f.look, f.setting.Lang, f.width, f.height, words.ProgramName(f.setting.Lang)+" "+words.FormName(f.setting.Lang), f.shell)
}

// shell is the frame around the page.
func (f Form) shell() frame.Shell {
	lang := f.setting.Lang
	s := frame.Shell{
		Name: words.ProgramName(lang), Last: []frame.Tab{{Cap: "F1", Name: words.KeyHelp(lang)}, {Cap: "F10", Name: words.KeyMenu(lang)}},
		Where: words.FormName(lang), Sees: f.come(),
		Work: f.work(), Notice: frame.Notice{Text: f.notice, Tone: frame.Look}, Keys: key.Entries(f.acts()),
		Next: frame.Step(lang, f.nextStep()),
	}
	switch {
	case f.manual != nil && f.leaving == nil:
		s.Work = f.manualRead().Draw()
	case f.menu != nil:
		s.Work, s.Keys = f.menu.Draw(s.Work, f.look, lang, f.width, f.room()), nil
	case f.leaving != nil:
		s.Work, s.Keys = f.leaving.Over(s.Work, f.context()), key.Entries(f.leaving.Acts(f.context()))
	}
	return s
}

// nextStep is what is to be done with what is in front.
func (f Form) nextStep() string {
	l := f.setting.Lang
	switch {
	case f.leaving != nil:
		return f.leaving.Next(l)
	case f.manual != nil:
		return f.manualRead().Next()
	case f.menu != nil:
		return f.menu.Next(l)
	case f.read.Finding():
		return words.NextFind(l)
	}
	switch f.entries[f.focus].Kind {
	case Menu:
		return words.NextChoose(l)
	case Choice:
		return words.NextTurn(l)
	case List:
		return words.NextWriteList(l)
	default:
		return words.NextType(l)
	}
}

// room is how many rows the page has.
func (f Form) room() int {
	_, rows := frame.Room(f.width, f.height, false)
	return rows
}

// come is how far the form has come.
func (f Form) come() string {
	at, all := 1, 0
	for i, p := range pages {
		if p.asked(f.draft) {
			all++
			if i < f.at {
				at++
			}
		}
	}
	return words.Fill(words.FormStep(f.setting.Lang), map[string]any{"step": at, "steps": all})
}

// head is what the page asks, above its questions.
func (f Form) head() []string {
	rows := []string{"", pad(margin) + f.look.Strong.Render(f.page.Title)}
	for _, line := range look.Wrap(f.page.Help, f.width-2*margin) {
		rows = append(rows, pad(margin)+f.look.Dim.Render(line))
	}
	return append(rows, "")
}

// A placed question is the rows that it takes, and where the caret is in them.
type placed struct {
	rows     []string
	col, row int
}

// place draws question i. A list has its label above it, and so has a menu that
// has one.
func (f Form) place(i int) placed {
	e, focus := f.entries[i], i == f.focus && f.leaving == nil
	label := f.look.Dim.Render(e.Label)
	mark := "  "
	if i == f.focus {
		label, mark = f.look.Accent.Render(e.Label), f.look.Accent.Render(f.look.Here())+" "
	}
	indent := pad(margin-2) + mark
	if e.Kind == List || e.Kind == Menu {
		drawn, col, row := e.draw(f.look, f.wide(), focus)
		var rows []string
		if e.Label != "" {
			rows = append(rows, indent+label)
			row++
		}
		for _, r := range drawn {
			rows = append(rows, pad(margin)+r)
		}
		return placed{rows, col + margin, row}
	}
	lead := f.labels()
	drawn, col, row := e.draw(f.look, f.narrow(), focus)
	rows := make([]string, len(drawn))
	for n, r := range drawn {
		rows[n] = pad(margin+lead+2) + r
	}
	rows[0] = indent + f.look.Left(label, lead) + "  " + drawn[0]
	if col >= 0 {
		col += margin + lead + 2
	}
	return placed{rows, col, row}
}

// labels is the width of the labels beside their answers.
func (f Form) labels() int {
	width := 0
	for _, e := range f.entries {
		if e.Kind != List && e.Kind != Menu {
			width = max(width, look.Width(e.Label))
		}
	}
	return min(width, labelMax)
}

// wide is the width of a list, narrow that of an answer beside its label.
func (f Form) wide() int   { return min(100, f.width-2*margin) }
func (f Form) narrow() int { return min(answer, f.width-2*margin-f.labels()-2) }

// body is the questions that are asked, with the one in focus in sight.
func (f Form) body(height int) frame.Picture {
	answers := f.answers()
	var blocks []placed
	var asked []int
	total := 0
	for i := range f.entries {
		if f.page.asked(i, answers) {
			blocks, asked = append(blocks, f.place(i)), append(asked, i)
			total += len(blocks[len(blocks)-1].rows)
		}
	}
	spread := total+len(blocks)-1 <= height
	var p frame.Picture
	from, to := 0, 0 // the rows of the question in focus
	for n, b := range blocks {
		i := asked[n]
		if n > 0 && spread {
			p.Rows = append(p.Rows, "")
		}
		if top := len(p.Rows); i == f.focus {
			from, to = top, top+len(b.rows)
			if b.row >= 0 && b.col >= 0 && f.entries[i].typed() {
				p.Caret = &frame.Caret{Col: b.col, Row: top + b.row}
			}
		}
		p.Spots = append(p.Spots, f.spots(i, len(p.Rows), len(b.rows))...)
		p.Rows = append(p.Rows, b.rows...)
	}
	if menu := f.entries[f.focus]; menu.Kind == Menu {
		from = min(from+menu.At, to-1)
		to = from + 1
	}
	return within(p, height, from, to)
}

// spots is what a mouse can point at in the rows of question i.
func (f Form) spots(i, top, rows int) []frame.Spot {
	var out []frame.Spot
	first := rows - len(f.entries[i].Choices) // of a menu, below its label
	for r := range rows {
		n := i * most
		if f.entries[i].Kind == Menu {
			n += max(0, r-first)
		}
		out = append(out, frame.Spot{Row: top + r, N: n})
	}
	return out
}

// within is so many rows of a picture, those from from to to among them.
func within(p frame.Picture, height, from, to int) frame.Picture {
	if len(p.Rows) <= height {
		return p
	}
	top := min(max(0, to-height, min(from, from-(height-(to-from))/2)), len(p.Rows)-height)
	p.Rows = p.Rows[top : top+height]
	if p.Caret != nil {
		p.Caret = &frame.Caret{Col: p.Caret.Col, Row: p.Caret.Row - top}
	}
	var spots []frame.Spot
	for _, s := range p.Spots {
		if s.Row >= top && s.Row < top+height {
			spots = append(spots, frame.Spot{Row: s.Row - top, N: s.N})
		}
	}
	p.Spots = spots
	return p
}

// work is the page: what it asks, what is to be read, the questions, the hint.
func (f Form) work() frame.Picture {
	above := f.head()
	var read frame.Picture
	if len(f.page.Text) > 0 {
		read = f.read.Draw(f.sheet(), f.look)
		above = append(above, read.Rows...)
		for len(above) < len(f.head())+f.textRows()+1 {
			above = append(above, "")
		}
	}
	p := f.body(f.bodyRows()).Under(above...)
	p.Rows = append(p.Rows, f.hint(f.room()-len(p.Rows))...)
	p.Position = read.Position
	return p
}

// hint is what the answers come to, and what helps with the question in focus,
// on the last rows. What there is no room for is left out, the hint last.
func (f Form) hint(room int) []string {
	room = max(0, room)
	var rows []string
	if hint := f.entries[f.focus].Hint; hint != "" {
		for _, line := range look.Wrap(hint, f.width-2*margin) {
			rows = append(rows, pad(margin)+f.look.Dim.Render(line))
		}
	}
	for _, text := range slices.Backward(f.told) {
		var said []string
		for _, line := range look.Wrap(text, f.width-2*margin) {
			said = append(said, pad(margin)+f.look.Text.Render(line))
		}
		if len(said)+len(rows) < room {
			rows = append(said, rows...)
		}
	}
	if len(rows) > room {
		rows = nil
	}
	return append(make([]string, room-len(rows)), rows...)
}

// bodyRows is how many rows the questions have.
func (f Form) bodyRows() int {
	if len(f.page.Text) > 0 {
		return len(f.entries[0].Choices)
	}
	return max(1, f.room()-len(f.head())-hintRows)
}

// textRows is how many rows the text of the page has.
func (f Form) textRows() int {
	return max(1, f.room()-len(f.head())-f.bodyRows()-1)
}

// sheet is the page's text, wrapped to the window.
func (f Form) sheet() frame.Sheet {
	s := frame.Sheet{Width: f.width, Height: f.textRows()}
	for _, text := range f.page.Text {
		under := len(text) - len(strings.TrimLeft(text, " "))
		for i, line := range look.Wrap(strings.TrimLeft(text, " "), f.width-2*margin-under-2) {
			if i > 0 {
				line = "  " + line
			}
			s.Lines = append(s.Lines, pad(margin+under)+line)
		}
	}
	return s
}

// dressed gives every field its size and styles, so that a key that goes by
// rows goes by those that are seen.
func (f Form) dressed() Form {
	if f.width == 0 {
		return f
	}
	styles := field.Styles{Text: f.look.Field, Placeholder: f.look.Dim}
	height := f.listRows()
	entries := append([]entry(nil), f.entries...)
	for i, e := range entries {
		width := f.narrow()
		switch e.Kind {
		case List:
			width = f.wide()
		case Number:
			width = 8
		}
		entries[i].field = e.field.WithWidth(max(1, width)).WithHeight(height).WithStyles(styles)
	}
	f.entries = entries
	return f
}

// listRows is how many rows are left for a list beside the other questions.
func (f Form) listRows() int {
	rest := f.bodyRows()
	answers := f.answers()
	for i, e := range f.entries {
		if !f.page.asked(i, answers) {
			continue
		}
		rest -= 2
		if e.Kind == Choice {
			rest -= len(e.drawChoice(f.look, f.narrow(), false)) - 1
		}
	}
	return min(max(3, rest+1), 24)
}

func pad(n int) string { return strings.Repeat(" ", max(0, n)) }
