package screen

import (
	"slices"

	"charm.land/lipgloss/v2"

	"shuping/internal/plan"
	"shuping/internal/words"
	"shuping/tui/desk"
	"shuping/tui/frame"
	"shuping/tui/look"
)

// What is to be in order before the meeting, and before the seal: lists whose rows say
// how each thing stands, and open where it is done.

// A chore is one row of such a list.
type chore struct {
	kind    words.Sentence
	subject int    // -1 for none
	what    string // of a duty

	state   string
	by      plan.Day // by when it is wanted, the zero Day where it is not
	stands  condition
	private bool
	ask     func(desk.Context) desk.Answer
}

// A condition is how far a chore is.
type condition int

const (
	optional   condition = iota // it may be left as it is
	settled                     // it is done
	noticeable                  // somebody should look at it
	lacking                     // it is wanted, and not done
)

// doneIf is how a chore stands that is settled or else stands so.
func doneIf(done bool, or condition) condition {
	if done {
		return settled
	}
	return or
}

// label is the chore in words, with subjects called as call does.
func (r chore) label(c desk.Context, call func(subject int) string) string {
	switch kind := r.kind(c.Lang); {
	case r.subject >= 0:
		return kind + " " + call(r.subject)
	case r.what != "":
		return kind + " " + r.what
	default:
		return kind
	}
}

// called is how subjects are called in full.
func called(c desk.Context) func(int) string {
	return func(i int) string { return c.Ahead.Plan.Subjects[i].Label() }
}

// A checklist is all rows, in the order of the work.
type checklist []chore

// count is how many stand so.
func (l checklist) count(st condition) int {
	n := 0
	for _, r := range l {
		if r.stands == st {
			n++
		}
	}
	return n
}

// next is the row that is to be done, with the key: the first that lacks, or else the
// first that wants a look.
func (l checklist) next(c desk.Context, at int) string {
	for _, st := range []condition{lacking, noticeable} {
		i := slices.IndexFunc(l, func(r chore) bool { return r.stands == st })
		if i < 0 {
			continue
		}
		if l[at].stands == st {
			i = at
		}
		say := words.ChoreGo
		switch {
		case i == at && st == lacking:
			say = words.ChoreDo
		case i == at:
			say = words.ChoreDoOr
		case st == noticeable:
			say = words.ChoreGoOr
		}
		return c.Say(say, "row", l[i].label(c, called(c)))
	}
	return words.ChoreAll(c.Lang)
}

// view is the list as it is moved in.
func (l checklist) view(c desk.Context, at frame.List) desk.View {
	text := func(i int) string { return l[i].label(c, called(c)) }
	return desk.View{List: at.Within(len(l)), Rows: frame.Rows{N: len(l), Page: max(1, c.Rows-5), Text: text}}
}

// draw is the list under its title and what there is to say of it.
func (l checklist) draw(c desk.Context, at frame.List, title, about string) desk.Picture {
	call := called(c)
	wide := 0
	for _, r := range l {
		wide = max(wide, look.Width(r.label(c, call)))
	}
	wide = min(wide, c.Width/2)
	count, tone := words.ChoresDone(c.Lang), c.Look.Good
	if n := l.count(lacking); n > 0 {
		count, tone = c.Say(words.ChoresLeft, "n", n), c.Look.Amber
	} else if n := l.count(noticeable); n > 0 {
		count, tone = c.Say(words.ChoresLook, "n", n), c.Look.Amber
	}
	head := []string{"", "  " + c.Look.Ends(c.Look.Strong.Render(title), tone.Render(count), c.Width-4)}
	head = append(append(head, c.Indent(2, about, c.Look.Dim)...), "")
	cut := map[int][]string{} // by the room that the kind leaves
	name := func(r chore) string {
		room := wide - look.Width(r.kind(c.Lang)) - 1
		if cut[room] == nil {
			cut[room] = c.Labels(room)
		}
		return c.Look.Middle(r.label(c, func(i int) string { return cut[room][i] }), wide)
	}
	p := at.Draw(len(l), max(3, c.Rows-len(head)), func(i int, here bool) string {
		return "  " + c.Pointer(here) + l[i].row(c, c.Look.Left(name(l[i]), wide))
	}).Under(head...)
	r := l[at.Within(len(l)).At]
	switch row := r.row(c, c.Look.Left(name(r), wide)); {
	case name(r) != r.label(c, call):
		p.Whole = r.label(c, call)
	case look.Width(row)+4 > c.Width:
		p.Whole = desk.OneLine(r.state)
	}
	return p
}

// row is the chore with its mark, its name and how it stands. Where it is too long for the
// window, the days that are left stand without the day.
func (r chore) row(c desk.Context, name string) string {
	mark, style := r.mark(c)
	line := mark + " " + name + "  " + style.Render(desk.OneLine(r.state))
	if r.private {
		line += "  " + c.Look.Dim.Render(words.PreparePrivate(c.Lang))
	}
	if r.stands == settled || r.by == (plan.Day{}) {
		return line
	}
	left := daysLeft(c, r.by)
	due := "  " + c.Say(words.DutyDue, "day", r.by) + left
	if look.Width(line+due)+4 > c.Width {
		due = left
	}
	return line + c.Look.Dim.Render(due)
}

// mark is the sign of how it stands, and the style of the words behind it.
func (r chore) mark(c desk.Context) (string, lipgloss.Style) {
	switch r.stands {
	case settled:
		return c.Look.Good.Render(c.Look.Done()), c.Look.Text
	case noticeable:
		return c.Look.Amber.Render("!"), c.Look.Amber
	case lacking:
		return c.Look.Amber.Render(c.Look.Missing()), c.Look.Amber
	default:
		return " ", c.Look.Dim
	}
}
