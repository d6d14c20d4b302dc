package screen

import (
	"fmt"
	"slices"
	"strings"

	"shuping/internal/meeting"
	"shuping/internal/tally"
	"shuping/internal/words"
	"shuping/tui/desk"
	"shuping/tui/look"
)

// A deskOrder is how the table is ordered; ties keep the plan's order.
type deskOrder int

const (
	byPlan deskOrder = iota
	byNegative
	bySuggestion
)

// A deskFilter is which subjects the table shows.
type deskFilter int

const (
	everybody deskFilter = iota
	onlyOpen
	onlyForced
	onlyDiffering
)

// shown is the subjects of the table, by index in the plan.
func (g Grade) shown(c desk.Context) []int {
	var list []int
	for i := range c.Ahead.Plan.Subjects {
		if g.shows(c.Ahead, i) {
			list = append(list, i)
		}
	}
	if g.order == byPlan {
		return list
	}
	verdicts := make(map[int]tally.Verdict, len(list))
	for _, i := range list {
		verdicts[i] = c.Ahead.Verdict(i)
	}
	slices.SortStableFunc(list, func(a, b int) int {
		if g.order == byNegative {
			return verdicts[b].Negative.Cmp(verdicts[a].Negative)
		}
		return verdicts[b].Suggested - verdicts[a].Suggested
	})
	return list
}

// shows reports whether a subject is in the table.
func (g Grade) shows(s meeting.State, i int) bool {
	d := s.Decisions[i]
	switch {
	case g.kept && i == g.subject:
		return true
	case g.only == onlyOpen:
		return s.Undecided(i)
	case g.only == onlyForced:
		return s.Verdict(i).Forced != 0
	case g.only == onlyDiffering:
		v := s.Verdict(i)
		return d.Grade != 0 && v.Suggested != 0 && d.Grade != v.Suggested
	default:
		return true
	}
}

// A deskLayout is the rows of the desk: the table, and below it what stands behind the
// cursor's subject.
type deskLayout struct {
	shown  []int
	head   []string
	room   int // rows of the table
	detail []string
	hidden int // rows of the detail that have no room
}

func (g Grade) layout(c desk.Context) deskLayout {
	l := deskLayout{shown: g.shown(c), detail: c.Quotas(2)}
	title := "  " + standing(c)
	if g.order != byPlan || g.only != everybody {
		title += "   " + c.Look.Dim.Render(words.DeskOrders(c.Lang)[g.order]+"  "+words.DeskFilters(c.Lang)[g.only])
	}
	l.head = []string{title, "", "    " + c.Look.Dim.Render(g.columns(c).head(c))}
	if slices.Contains(l.shown, g.subject) {
		l.detail = g.detail(c)
	}
	l.room = max(min(len(l.shown), (c.Rows-len(l.head))/2), c.Rows-len(l.head)-1-len(l.detail))
	l.hidden = max(0, len(l.head)+min(max(1, len(l.shown)), l.room)+1+len(l.detail)-c.Rows)
	return l
}

func (g Grade) Draw(c desk.Context) desk.Picture {
	if g.reading {
		v := g.View(c)
		return v.Page.Draw(v.Sheet, c.Look)
	}
	l, columns := g.layout(c), g.columns(c)
	names := c.Labels(columns.name - 1)
	g.list.At = slices.Index(l.shown, g.subject)
	p := g.list.Draw(len(l.shown), l.room, func(i int, _ bool) string { return g.row(c, l.shown[i], names, columns) }).Under(l.head...)
	if len(l.shown) == 0 {
		p.Rows = append(p.Rows, c.Indent(4, words.NobodyHere(c.Lang), c.Look.Dim)...)
	}
	p.Rows = append(append(p.Rows, ""), cutShort(c, l.detail, len(l.detail)-l.hidden)...)
	return p
}

// cutShort is rows in as many as there is room for; the last says how many are left
// and where they are read.
func cutShort(c desk.Context, rows []string, room int) []string {
	if len(rows) <= room || room < 1 {
		return rows
	}
	return append(rows[:room-1:room-1], "  "+c.Look.Dim.Render(c.Say(words.RowsLeft, "n", len(rows)-room+1)))
}

// whole is all that stands behind the cursor's subject.
func (g Grade) whole(c desk.Context) []string {
	return append([]string{"", "  " + c.Look.Strong.Render(g.label(c)), ""}, g.detail(c)...)
}

// deskColumns are the widths of the table, the same for every row.
type deskColumns struct{ name, counts, negative, vote, bound int }

func (g Grade) columns(c desk.Context) deskColumns {
	col := deskColumns{name: 14, counts: 2 + 3*c.State.Plan.Rule.Boxes(), negative: max(9, 1+look.Width(negativeHead(c))), vote: 1 + look.Width(words.VoteColumn(c.Lang)), bound: 2 + look.Width(words.VetoColumn(c.Lang))}
	for _, name := range c.State.Plan.Rule.Scale {
		col.vote = max(col.vote, look.Width(name)+1)
	}
	for i, s := range c.State.Plan.Subjects {
		col.name = max(col.name, 2+look.Width(s.Label()))
		col.bound = max(col.bound, 1+look.Width(words.Bound(c.Lang, c.State.Plan.Rule.Scale, c.State.Verdict(i))))
	}
	if c.Width >= 110 {
		col.counts, col.negative, col.vote, col.bound = col.counts+4, col.negative+4, col.vote+4, col.bound+4
	}
	const decided = 10 // what the last column needs at least
	fixed := 4 + col.counts + col.negative + col.vote + decided
	col.bound = min(col.bound, max(16, c.Width-fixed-col.name))
	col.name = min(col.name, max(14, c.Width-fixed-col.bound))
	return col
}

// negativeHead is what the shares of the veto's grades stand under.
func negativeHead(c desk.Context) string {
	rule := c.State.Plan.Rule
	if !rule.Veto.Given() {
		return ""
	}
	return strings.Join(rule.Scale.Names(rule.Veto.Grades), "、") + "%"
}

func (d deskColumns) head(c desk.Context) string {
	return c.Look.Left("", d.name) + c.Look.Left(words.CountsColumn(c.Lang), d.counts) + c.Look.Left(negativeHead(c), d.negative) +
		c.Look.Left(words.VoteColumn(c.Lang), d.vote) + c.Look.Left(words.VetoColumn(c.Lang), d.bound) + words.GradeColumn(c.Lang)
}

func (g Grade) row(c desk.Context, i int, names []string, d deskColumns) string {
	s := c.State
	v, rule := s.Verdict(i), s.Plan.Rule
	var counts []string
	for g := range rule.Offered() {
		counts = append(counts, fmt.Sprint(s.Round.Counts[i].Of(g+1)))
	}
	negative := "–"
	if v.Negative.Given() {
		negative = v.Negative.Percent(rule.Decimals) + "%"
	}
	negative = c.Look.Left(negative, d.negative)
	if v.Over {
		negative = c.Look.Red.Render(negative)
	}
	if !s.Shows() {
		counts, v = []string{"–"}, tally.Verdict{}
		negative = c.Look.Left("–", d.negative)
	}
	bound := "–"
	if text := words.Bound(c.Lang, s.Plan.Rule.Scale, v); text != "" {
		bound = c.Look.Red.Render(c.Look.Middle(text, d.bound-1))
	}
	return "  " + c.Pointer(i == g.subject) + c.Look.Left(names[i], d.name-1) + " " + c.Look.Left(strings.Join(counts, "/"), d.counts) +
		negative + c.Look.Left(desk.OrDash(rule.Scale.Name(v.ByVotes)), d.vote) + c.Look.Left(bound, d.bound) + g.decided(c, i, v)
}

// decided is the grade that stands, amber where it differs from the vote.
func (g Grade) decided(c desk.Context, i int, v tally.Verdict) string {
	d := c.State.Decisions[i]
	switch {
	case c.State.IsExempt(i):
		return c.Look.Strong.Render(words.ExemptMark(c.Lang)) + "  " + c.Look.Dim.Render(desk.OneLine(c.State.WhyExempt(i)))
	case d.Grade == 0:
		return c.Look.Dim.Render(words.GradeUndecided(c.Lang))
	}
	style := c.Look.Strong
	if v.Suggested != 0 && d.Grade != v.Suggested {
		style = c.Look.Amber
	}
	text := style.Render(c.State.Plan.Rule.Scale.Name(d.Grade))
	if d.Reason != "" {
		text += "  " + c.Look.Dim.Render(desk.OneLine(d.Reason))
	}
	return text
}

// voted is the grade that the vote as a source comes to, with its own vetoes, whatever
// facts, gates and the other sources make of it.
func voted(v tally.Verdict) string {
	grade := ""
	for _, why := range v.Reasons {
		switch why.Step {
		case tally.ByMajority, tally.ByPlurality, tally.ByPoints, tally.ByCascade, tally.NoStep, tally.VoteVeto:
			if why.Grade != "" {
				grade = why.Grade
			}
		}
	}
	return grade
}
