package screen

import (
	"fmt"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"shuping/internal/plan"
	"shuping/internal/words"
	"shuping/tui/key"
	"shuping/tui/look"
)

// Projector fills the window with the state of the meeting for the hall, in
// type as large as the window allows. The agenda goes on under its own keys;
// whatever would need a question sends the chair back to the agenda. Where not
// all subjects have room at once, the arrows turn to the others.
type Projector struct {
	from int // the first subject in sight
}

// Hall is the context of a projector that fills a window.
func Hall(c Context, width, height int) Context {
	c.Width, c.Rows = width, max(1, height-2)
	return c
}

func (p Projector) Scope(c Context) key.Scope {
	var scope key.Scope
	if len(c.State.Plan.Subjects) > p.page(c) {
		scope = key.Scope{
			key.On(key.Left, "←→", words.KeyChoose(c.Lang), "left", "up", "pgup"),
			key.On(key.Right, "", "", "right", "down", "pgdown"),
		}
	}
	if c.Ahead.IsSealed() {
		return scope
	}
	for _, b := range (Agenda{}).Scope(c) {
		switch b.Meaning.What {
		case key.Confirm, key.Pause, key.More, key.Less:
			scope = append(scope, b)
		}
	}
	return scope
}

// Whole is the projector's window: a line that says which meeting this is, the
// picture, and a line for what was said last. No keys: the hall reads it.
func (p Projector) Whole(c Context, notice Notice, width, height int) Picture {
	c = Hall(c, width, height)
	s := c.State
	right := ""
	if s.Rehearsal {
		right = c.Look.Practice.Render(" "+words.Rehearsal(c.Lang)+" ") + " "
	}
	rows := []string{c.Look.Ends(" "+c.Look.Dim.Render(s.Plan.Title+"  "+s.Plan.Unit), right, width)}
	drawn := p.Draw(c).Rows
	for i := range c.Rows {
		line := ""
		if i < len(drawn) {
			line = drawn[i]
		}
		rows = append(rows, c.Look.Left(line, width))
	}
	return Picture{Rows: c.steady(append(rows, c.notice(notice, width)))}
}

func (p Projector) Do(m key.Meaning, c Context) (Screen, Answer) {
	switch m.What {
	case key.Left:
		p.from = max(0, p.from-p.page(c))
		return p, Answer{}
	case key.Right:
		if next := p.from + p.page(c); next < len(c.State.Plan.Subjects) {
			p.from = next
		}
		return p, Answer{}
	case key.Confirm, key.Pause, key.More, key.Less:
		after, ans := Agenda{}.Do(m, c)
		if after.(Agenda).ask.open() {
			return p, warn(words.AskInAgenda(c.Lang))
		}
		return p, ans
	}
	return p, Answer{}
}

func (p Projector) Typing(Context) bool                           { return false }
func (p Projector) Press(tea.KeyPressMsg, Context) (Screen, bool) { return p, false }
func (p Projector) Paste(_ string, c Context) (Screen, Answer) {
	return p, warn(words.PasteRefused(c.Lang))
}

func (p Projector) Draw(c Context) Picture {
	s := c.State
	r := s.Running()
	counting := s.Round.HasCollected || s.Round.IsVoid()
	var rows []string
	switch {
	case r >= 0 && s.Agenda[r].Kind != plan.Evaluation:
		rows = p.item(c, r)
	case counting && s.Plan.Display != plan.DisplayOff:
		rows = p.count(c)
	case r >= 0:
		rows = p.item(c, r)
	default:
		rows = p.idle(c)
	}
	return Picture{Rows: middle(rows, c.Rows)}
}

// middle puts rows into the middle of height.
func middle(rows []string, height int) []string {
	return append(make([]string, max(0, (height-len(rows))/2)), rows...)
}

// item is what runs: its kind and clock as large as they go.
func (p Projector) item(c Context, i int) []string {
	it := c.State.Agenda[i]
	text, style := c.remaining(i)
	label := words.TimeLeft(c.Lang)
	switch {
	case c.State.Steps[i].Paused:
		label, style = words.ClockPaused(c.Lang), c.Look.Dim
	case strings.HasPrefix(text, "+"):
		label = words.TimeOver(c.Lang)
	}
	who := ""
	if it.Subject >= 0 {
		who = c.State.Plan.Subjects[it.Subject].Label()
	}
	room := (c.Rows - 3) / 2
	switch third := (c.Rows - 4) / 3; {
	case who != "" && c.fits(who, third):
		room = third
	case who != "":
		room = (c.Rows - 5) / 2 // the name in one line, so that the clock is large
	}
	room = max(1, room)
	rows := append(c.large(words.ItemKind(c.Lang, string(it.Kind)), c.Width, room, c.Look.Accent), "")
	if who != "" {
		rows = append(append(rows, c.large(who, c.Width, room, c.Look.Text)...), "")
	}
	rows = append(rows, c.large(text, c.Width, room, style)...)
	return append(rows, "", c.Look.Centre(style.Render(label), c.Width))
}

// fits reports whether text can be drawn large in so many rows.
func (c Context) fits(text string, rows int) bool {
	if c.Font == nil {
		return false
	}
	_, _, ok := c.Font.Fit(text, c.Width, rows, c.paints()...)
	return ok
}

// idle is between items: what comes next, or the title before and after.
func (p Projector) idle(c Context) []string {
	s := c.State
	if n := s.Next(); n >= 0 && s.Current >= 0 {
		rows := append([]string{c.Look.Centre(c.Look.Dim.Render(words.ItemNext(c.Lang)), c.Width), ""},
			c.large(words.ItemKind(c.Lang, string(s.Agenda[n].Kind)), c.Width, c.Rows-6, c.Look.Accent)...)
		return append(rows, "", c.Look.Centre(c.Look.Strong.Render(c.item(n)), c.Width))
	}
	rows := c.large(words.ProgramTitle(c.Lang), c.Width, c.Rows-6, c.Look.Accent)
	return append(rows, "", c.Look.Centre(c.Look.Strong.Render(s.Plan.Title), c.Width), "",
		c.Look.Centre(s.Plan.Unit, c.Width))
}

// count is the vote as far as the plan lets the hall see it: progress, then
// the tally, then the grade that follows.
func (p Projector) count(c Context) []string {
	s := c.State
	if s.Round.IsVoid() {
		return c.large(c.Say(words.RoundVoidBig, "round", s.Round.Number), c.Width, c.Rows-4, c.Look.Red)
	}
	if !s.Shows() {
		return append(c.large(words.CountBig(c.Lang), c.Width, c.Rows-6, c.Look.Accent), "",
			c.Look.Centre(c.Say(words.TooFewSheets, "fewest", s.Plan.Sheets.Fewest), c.Width))
	}
	if !s.Round.Closed || s.Plan.Display == plan.DisplayProgress {
		return p.progress(c)
	}
	inner := c
	inner.Width = min(c.Width, 160)
	head := c.Look.Strong.Render(c.Say(words.ProjectorHead, "valid", s.Round.Valid))
	if note := c.weighted(); note != "" {
		head += "   " + note
	}
	if note := c.versions(); note != "" {
		head += "   " + note
	}
	rows := []string{c.Look.Centre(head, c.Width), ""}
	all := len(s.Plan.Subjects)
	to := min(p.from+p.page(c), all)
	n := min(p.across(c), to-p.from)
	bands := (to - p.from + n - 1) / n
	each := (inner.Width - 4 - 4*(n-1)) / n
	for from := p.from; from < to; from += n {
		var columns [][]string
		var widths []int
		for i := from; i < min(from+n, to); i++ {
			columns, widths = append(columns, p.subject(inner, i, each, bands)), append(widths, each)
		}
		for _, line := range inner.beside(4, widths, columns...) {
			rows = append(rows, c.Look.Centre(line, c.Width))
		}
		if from+n < to {
			rows = append(rows, "")
		}
	}
	if to-p.from < all {
		rows = append(rows, c.Look.Centre(c.Look.Dim.Render(c.Say(words.RowsShown, "from", p.from+1, "to", to, "all", all)), c.Width))
	}
	return rows
}

// across is how many subjects stand side by side, page how many are in sight at
// once; all of them have room wherever the tally is not what is shown.
func (p Projector) across(c Context) int { return max(1, min(c.Width, 160)/38) }

func (p Projector) page(c Context) int {
	s := c.State
	if !s.Round.Closed || s.Plan.Display == plan.DisplayOff || s.Plan.Display == plan.DisplayProgress {
		return len(s.Plan.Subjects)
	}
	high := len(s.Plan.Rule.Scale) + 6 // label, blank and spoiled, limit, grade, space
	if all := len(s.Plan.Subjects); all <= p.across(c)*max(1, (c.Rows-1)/high) {
		return all
	}
	return p.across(c) * max(1, (c.Rows-2)/high)
}

// subject is one tally, spread out, with the grade large below it if every grade
// of the scale has room: none is made to look more than another. Of too few
// sheets nothing is shown, so that nobody's can be told.
func (p Projector) subject(c Context, i, width, bands int) []string {
	s := c.State
	if t := s.TurnoutOf(i); t.Valid+t.Void < s.Plan.Sheets.Fewest {
		rows := []string{c.Look.Strong.Render(c.Look.Left(s.Plan.Subjects[i].Label(), width))}
		for _, line := range look.Wrap(c.Say(words.TooFewSheets, "fewest", s.Plan.Sheets.Fewest), width) {
			rows = append(rows, c.Look.Dim.Render(line))
		}
		return rows
	}
	rows := c.tally(i, width, c.Rows*3/5/bands, s.Plan.Display == plan.DisplayGrade)
	if s.Plan.Display != plan.DisplayGrade {
		return rows
	}
	v, scale := s.Verdict(i), s.Plan.Rule.Scale
	g, style := v.Suggested, c.Look.Accent
	if v.Forced != 0 {
		g, style = v.Forced, c.Look.Red
	}
	if d := s.Decisions[i]; d.Grade != 0 {
		g = d.Grade
	}
	room := min(16, (c.Rows-3)/bands-len(rows)-2)
	c.Width = width
	if g == 0 || room < 8 || slices.ContainsFunc(scale, func(name string) bool { return !c.fits(name, room) }) {
		return rows
	}
	return append(append(rows, ""), c.large(scale.Name(g), width, room, style)...)
}

// progress is how many sheets are read of those collected.
func (p Projector) progress(c Context) []string {
	s := c.State
	text := fmt.Sprintf("%d/%d", s.Round.Read(), s.Round.Collected)
	rows := append([]string{c.Look.Centre(c.Look.Strong.Render(words.CountUnderWay(c.Lang)), c.Width), ""},
		c.large(text, c.Width, max(1, c.Rows-8), c.Look.Accent)...)
	room := max(10, c.Width/2)
	filled := 0
	if s.Round.Collected > 0 {
		filled = s.Round.Read() * room / s.Round.Collected
	}
	bar := c.Look.Bar(1, filled) + c.Look.Dim.Render(strings.Repeat(".", room-filled))
	return append(rows, "", c.Look.Centre(bar, c.Width), "", c.Look.Centre(
		c.Say(words.CountDetail, "issued", s.Round.Issued, "collected", s.Round.Collected, "read", s.Round.Read()), c.Width))
}
