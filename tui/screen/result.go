package screen

import (
	"strings"

	"charm.land/lipgloss/v2"

	"shuping/internal/meeting"
	"shuping/internal/plan"
	"shuping/internal/tally"
	"shuping/internal/words"
	"shuping/tui/desk"
	"shuping/tui/frame"
	"shuping/tui/key"
	"shuping/tui/look"
)

// Result is the tally, the computed grade and the reasons for it. It only
// shows; nothing is decided here.
type Result struct {
	from  int // the first subject in sight
	page  frame.Page
	apart bool // the verdict on that subject is taken apart

	ranked bool // all subjects stand below each other, the best first
	years  bool // each stands below what he had last year
}

var resultActions = []desk.Action[Result]{
	{Keys: []string{"enter"}, Name: words.KeySteps, When: func(r Result, _ desk.Context) key.Can { return key.If(!r.apart && !r.listed()) }, Do: Result.take},
	{Keys: []string{"esc"}, Name: words.KeyBack, When: func(r Result, _ desk.Context) key.Can { return key.If(r.apart) }, Do: Result.take},
	{Keys: []string{"ctrl+r"}, Name: words.KeyRanked, Shown: key.InMenu, When: func(r Result, c desk.Context) key.Can { return key.If(!r.listed() && c.TooFew() == nil) }, Do: Result.rank},
	{Keys: []string{"ctrl+r", "esc"}, Name: words.KeyBack, When: func(r Result, _ desk.Context) key.Can { return key.If(r.listed()) }, Do: Result.rank},
	{Name: words.KeyYears, Shown: key.InMenu, When: func(r Result, c desk.Context) key.Can { return key.If(!r.years && c.TooFew() == nil) }, Do: Result.compare},
	{Name: words.KeyOtherYear, Shown: key.InMenu, When: func(r Result, _ desk.Context) key.Can { return key.If(r.years) }, Do: func(r Result, c desk.Context, _ int) (Result, desk.Answer) { return r, pickFormer(c) }},
	{Keys: []string{"right"}, Cap: "←→", Name: words.KeyPerson, When: Result.several, Do: func(r Result, c desk.Context, _ int) (Result, desk.Answer) { return r.turn(c, +1) }},
	{Keys: []string{"left"}, Shown: key.Hidden, When: Result.several, Do: func(r Result, c desk.Context, _ int) (Result, desk.Answer) { return r.turn(c, -1) }},
}

func (r Result) Acts(c desk.Context) []desk.Act {
	return desk.Acts(r, c, append(resultActions[:len(resultActions):len(resultActions)], announcing[Result]()...))
}

func (r Result) View(c desk.Context) desk.View {
	return desk.View{Page: r.page, Sheet: frame.Sheet{Lines: r.rows(c), Width: c.Width, Height: c.Rows}, Reads: true}
}

func (r Result) Seen(v desk.View, _ desk.Context) desk.Screen {
	r.page = v.Page
	return r
}

func (r Result) Next(c desk.Context) string {
	switch {
	case r.apart || r.listed():
		return words.NextRead(c.Lang)
	case c.State.Rehearsal:
		return coach(c, desk.ResultPlace)
	}
	if step := onward(c); step != words.ToGrades(c.Lang) || c.State.Announced(meeting.Votes) || c.State.Plan.Hall.After == plan.AfterOff {
		return step
	}
	return words.ToAnnounce(c.Lang)
}

// take takes the verdict on the first subject in sight apart, or puts it together.
func (r Result) take(c desk.Context, _ int) (Result, desk.Answer) {
	r.apart, r.page = !r.apart, frame.Page{}
	return r.turn(c, 0)
}

// turn goes to another subject.
func (r Result) turn(c desk.Context, by int) (Result, desk.Answer) {
	r.from = max(0, min(r.from+by, r.last(c)))
	return r, desk.Answer{}
}

func (r Result) several(c desk.Context) key.Can { return key.If(r.last(c) > 0 && !r.listed()) }

// listed reports whether all subjects stand below each other.
func (r Result) listed() bool { return r.ranked || r.years }

// rank puts all subjects below each other, or one beside the other again.
func (r Result) rank(desk.Context, int) (Result, desk.Answer) {
	return Result{from: r.from, ranked: !r.listed()}, desk.Answer{}
}

// last is the last subject that can be the first in sight.
func (r Result) last(c desk.Context) int {
	n := len(c.State.Plan.Subjects)
	if r.apart {
		return n - 1
	}
	return max(0, n-abreast(c))
}

// abreast is how many subjects stand side by side.
func abreast(c desk.Context) int { return max(1, min(4, c.Width/38)) }

func (r Result) Draw(c desk.Context) desk.Picture {
	v := r.View(c)
	return v.Page.Draw(v.Sheet, c.Look)
}

func (r Result) rows(c desk.Context) []string {
	s := c.State
	switch {
	case r.apart:
		return steps(c, min(r.from, len(s.Plan.Subjects)-1))
	case r.years && c.Former != nil:
		return append([]string{"", r.heading(c), ""}, years(c, *c.Former)...)
	case r.ranked:
		return append([]string{"", r.heading(c), ""}, ranking(c)...)
	}
	rows := append(append([]string{"", r.heading(c)}, settledClasses(c)...), "")
	if few := c.TooFew(); few != nil {
		return append(rows, few...)
	}
	if note := c.Weighted(); note != "" {
		rows = append(rows[1:len(rows)-1], "  "+note, "")
	}
	if note := c.Versions(); note != "" {
		rows = append(rows[:len(rows)-1], "  "+note, "")
	}
	n := min(abreast(c), len(s.Plan.Subjects))
	from := min(r.from, len(s.Plan.Subjects)-n)
	each := (c.Width - 4 - 3*(n-1)) / n
	var columns [][]string
	var widths []int
	for i := from; i < from+n; i++ {
		columns, widths = append(columns, c.Tally(i, each, c.Rows/2, true)), append(widths, each)
	}
	for _, line := range c.Beside(3, widths, columns...) {
		rows = append(rows, "  "+line)
	}
	rows = append(rows, "")
	for i := from; i < from+n; i++ {
		rows = append(rows, reasons(c, i)...)
	}
	rows = append(rows, c.Quotas(2)...)
	if len(s.Plan.Subjects) > n {
		rows = append(rows, "  "+c.Look.Dim.Render(c.Say(words.RowsShown, "from", from+1, "to", from+n, "all", len(s.Plan.Subjects))))
	}
	return rows
}

// settledClasses is what was settled of classes with few people or few sheets.
func settledClasses(c desk.Context) []string {
	var rows []string
	for _, x := range c.State.Settled {
		form := func(l words.Language) string { return words.SettledSmall(l, x.Into != "", x.Sheets > 0) }
		p := c.State.Plan
		text := c.Say(form, "class", p.ClassName(x.Class), "people", x.People, "sheets", x.Sheets, "into", p.ClassName(x.Into), "by", x.By)
		rows = append(rows, c.Indent(2, text, c.Look.Text)...)
	}
	return rows
}

// heading says what the figures stand on, and whether they are final.
func (r Result) heading(c desk.Context) string {
	s := c.State
	t := s.Turnout()
	text := c.Say(words.ResultHead, "valid", t.Valid, "void", t.Void, "collected", t.Collected, "issued", t.Issued)
	return "  " + c.Look.Strong.Render(text) + "   " + standing(c)
}

// standing says how far the figures may be trusted.
func standing(c desk.Context) string {
	s := c.State
	switch {
	case s.IsSealed():
		return c.Look.Good.Render(words.MeetingSealed(c.Lang))
	case s.Round.IsVoid():
		return c.Look.Red.Render(c.Say(words.RoundVoid, "round", s.Round.Number))
	case s.Round.Closed:
		return c.Look.Good.Render(c.Say(words.ResultFinal, "by", s.Round.ClosedBy))
	default:
		_, back, read := s.Round.InHand()
		return c.Look.Amber.Render(c.Say(words.ResultInterim, "read", read, "collected", back))
	}
}

// reasons is why a subject comes out so, one sentence each with its clause.
func reasons(c desk.Context, i int) []string {
	return explained(c, c.State.Plan.Subjects[i].Label(), c.State.Reasons(i))
}

// explained is reasons under a head, one sentence each with its clause.
func explained(c desk.Context, head string, list []tally.Reason) []string {
	var rows []string
	for _, why := range list {
		rows = append(rows, headed(c, head, words.Reason(c.Lang, why)+c.Clause(why.Clause), weight(c, why))...)
		if len(rows) > 0 {
			head = strings.Repeat(" ", look.Width(head))
		}
	}
	return rows
}

// headed is a sentence behind its head, which has a row of its own where it is long.
func headed(c desk.Context, head, sentence string, style lipgloss.Style) []string {
	var rows []string
	margin := look.Width(head)
	if margin > c.Width/4 { // so that the sentence has room
		if strings.TrimSpace(head) != "" {
			rows = append(rows, "  "+c.Look.Dim.Render(c.Look.Middle(head, c.Width-4)))
		}
		head, margin = "", 2
	}
	for _, line := range look.Wrap(sentence, c.Width-6-margin) {
		rows = append(rows, "  "+c.Look.Dim.Render(c.Look.Left(head, margin))+"  "+style.Render(line))
		head = ""
	}
	return rows
}

// weight is the colour of a reason: red where it is a veto that holds.
func weight(c desk.Context, why tally.Reason) lipgloss.Style {
	if why.Holds && (why.Step == tally.VoteVeto || why.Step == tally.FactVeto) {
		return c.Look.Red
	}
	return c.Look.Text
}
