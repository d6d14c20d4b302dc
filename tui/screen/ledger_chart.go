package screen

import (
	"cmp"
	"fmt"
	"slices"

	"shuping/internal/meeting"
	"shuping/internal/plan"
	"shuping/internal/words"
	"shuping/tui/desk"
	"shuping/tui/look"
)

// The ledger in bars: how far the problems of each month and of each year are.

// A span is problems that are counted together.
type span struct {
	name string
	list []*meeting.Problem
}

// spans are the problems of a list by what they are called after, in the order of the
// names; what has no name comes last, as other.
func spans(list []*meeting.Problem, name func(*meeting.Problem) string, other string) []span {
	var out []span
	for _, p := range list {
		called := name(p)
		i := slices.IndexFunc(out, func(s span) bool { return s.name == called })
		if i < 0 {
			i, out = len(out), append(out, span{name: called})
		}
		out[i].list = append(out[i].list, p)
	}
	slices.SortFunc(out, func(a, b span) int {
		if (a.name == "") != (b.name == "") {
			return cmp.Compare(b.name, a.name)
		}
		return cmp.Compare(a.name, b.name)
	})
	if n := len(out); n > 0 && out[n-1].name == "" {
		out[n-1].name = other
	}
	return out
}

// chart is the problems that the filters let through by the month of their time limit,
// and, where some were carried over, by their year.
func (l Ledger) chart(c desk.Context) []string {
	shown := l.shown(c)
	rows := append([]string{}, l.layout(c).head[:1]...)
	if filter := l.filters(c); filter != "" {
		rows = append(rows, "  "+c.Look.Dim.Render(filter))
	}
	months := spans(shown, func(p *meeting.Problem) string {
		if p.Due == (plan.Day{}) {
			return ""
		}
		return p.Due.String()[:len("2006-01")]
	}, words.ChartNoDay(c.Lang))
	rows = append(append(rows, "", "  "+c.Look.Strong.Render(words.ChartMonths(c.Lang))), spanRows(c, months)...)
	years := spans(shown, func(p *meeting.Problem) string {
		if p.From != nil {
			return c.Say(words.ChartCarried, "year", p.From.Year)
		}
		return c.Say(words.ChartYear, "year", c.State.Plan.Year)
	}, "")
	if slices.ContainsFunc(shown, func(p *meeting.Problem) bool { return p.From != nil }) {
		rows = append(append(rows, "", "  "+c.Look.Strong.Render(words.ChartYears(c.Lang))), spanRows(c, years)...)
	}
	return rows
}

// spanRows is a row a span: its name, how many of it are done, open and overdue, and the three
// in one bar in the measure of the longest.
func spanRows(c desk.Context, of []span) []string {
	states := []meeting.ProblemStatus{meeting.StandsDone, meeting.StandsOpen, meeting.StandsOverdue}
	tones := []int{1, 3, 4} // as a good, a middling and a bad grade of four
	name, cell, most := 8, 6, 1
	for _, s := range of {
		name, most = max(name, look.Width(s.name)), max(most, len(s.list))
	}
	head := ""
	for _, st := range states {
		cell = max(cell, look.Width(words.ProblemStatus(c.Lang, string(st)))+2)
	}
	for _, st := range states {
		head += c.Look.Right(words.ProblemStatus(c.Lang, string(st)), cell)
	}
	room := max(6, min(72, c.Width-8-name-3*cell))
	rows := []string{c.Look.Dim.Render("    " + c.Look.Left("", name) + head)}
	for _, s := range of {
		sum := meeting.SumLedger(s.list, c.Today())
		line, bar := "    "+c.Look.Left(s.name, name), ""
		at, done := 0, 0
		for i, n := range []int{sum.Done, sum.All - sum.Done - sum.Overdue, sum.Overdue} {
			line += c.Look.Right(fmt.Sprint(n), cell)
			at += n
			bar += c.Look.Bar(tones[i], 4, at*room/most-done)
			done = at * room / most
		}
		rows = append(rows, line+"  "+bar)
	}
	return rows
}
