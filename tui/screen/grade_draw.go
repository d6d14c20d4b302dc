package screen

import (
	"fmt"
	"slices"
	"sort"
	"strings"

	"shuping/internal/meeting"
	"shuping/internal/tally"
	"shuping/internal/words"
	"shuping/tui/look"
)

// A deskOrder is how the table is ordered; ties keep the plan's order.
type deskOrder int

const (
	byPlan deskOrder = iota
	byNegative
	bySuggestion
	deskOrders
)

// A deskFilter is which subjects the table shows.
type deskFilter int

const (
	everybody deskFilter = iota
	onlyOpen
	onlyForced
	onlyDiffering
	deskFilters
)

// shown is the subjects of the table, by index in the plan.
func (g Grade) shown(c Context) []int {
	s := c.Ahead
	verdicts := make([]tally.Verdict, len(s.Plan.Subjects))
	var list []int
	for i := range s.Plan.Subjects {
		verdicts[i] = s.Verdict(i)
		if g.only.holds(s.Decisions[i], verdicts[i]) || g.kept && i == g.subject {
			list = append(list, i)
		}
	}
	sort.SliceStable(list, func(a, b int) bool {
		v, u := verdicts[list[a]], verdicts[list[b]]
		switch g.order {
		case byNegative:
			return v.Negative.Cmp(u.Negative) > 0
		case bySuggestion:
			return v.Suggested > u.Suggested
		default:
			return false
		}
	})
	return list
}

func (f deskFilter) holds(d meeting.Decision, v tally.Verdict) bool {
	switch f {
	case onlyOpen:
		return d.Grade == 0
	case onlyForced:
		return v.Forced != 0
	case onlyDiffering:
		return d.Grade != 0 && v.Suggested != 0 && d.Grade != v.Suggested
	default:
		return true
	}
}

func (g Grade) Draw(c Context) Picture {
	table, detail := g.layout(c)
	top := min(g.top, hidden(table, detail, c))
	return g.ask.over(Picture{Rows: append(table, detail[top:]...)}, c)
}

// hidden is how many rows of the detail have no room below the table.
func hidden(table, detail []string, c Context) int {
	return max(0, len(table)+len(detail)-c.Rows)
}

// layout is the table, and what stands below it about the cursor's subject.
func (g Grade) layout(c Context) (head, detail []string) {
	list := g.shown(c)
	title := "  " + c.standing()
	if g.order != byPlan || g.only != everybody {
		title += "   " + c.Look.Dim.Render(words.DeskOrders(c.Lang)[g.order]+"  "+words.DeskFilters(c.Lang)[g.only])
	}
	columns := g.columns(c)
	head = []string{title, "", "    " + c.Look.Dim.Render(columns.head(c))}
	detail = c.quota(2)
	if slices.Contains(list, g.subject) {
		detail = g.detail(c)
	}
	var table []string
	at := 0
	for i, n := range list {
		if n == g.subject {
			at = i
		}
		table = append(table, g.row(c, n, columns))
	}
	if len(table) == 0 {
		table = c.indent(4, words.NobodyHere(c.Lang), c.Look.Dim)
	}
	room := max(min(len(table), 4), c.Rows-len(head)-1-len(detail))
	return append(append(head, window(table, room, at)...), ""), detail
}

// deskColumns are the widths of the table, the same for every row.
type deskColumns struct{ name, counts, negative, vote, veto int }

func (g Grade) columns(c Context) deskColumns {
	col := deskColumns{name: 14, counts: 2 + 3*len(c.State.Plan.Rule.Scale), negative: 9, vote: 10, veto: 6}
	if c.Lang.Tag() == "en" {
		col.negative, col.vote = 10, 8
	}
	for _, s := range c.State.Plan.Subjects {
		col.name = max(col.name, 2+look.Width(s.Label()))
	}
	if c.Width >= 110 {
		col.counts, col.negative, col.vote, col.veto = col.counts+6, 12, 14, 12
	}
	const decided = 12 // what the last column needs at least
	col.name = min(col.name, max(14, c.Width-4-col.counts-col.negative-col.vote-col.veto-decided))
	return col
}

func (d deskColumns) head(c Context) string {
	return c.Look.Left("", d.name) + c.Look.Left(words.CountsColumn(c.Lang), d.counts) + c.Look.Left(words.NegativeColumn(c.Lang), d.negative) +
		c.Look.Left(words.VoteColumn(c.Lang), d.vote) + c.Look.Left(words.VetoColumn(c.Lang), d.veto) + words.GradeColumn(c.Lang)
}

func (g Grade) row(c Context, i int, d deskColumns) string {
	s := c.State
	v, rule := s.Verdict(i), s.Plan.Rule
	pointer := "  "
	if i == g.subject {
		pointer = c.Look.Accent.Render(c.Look.Here()) + " "
	}
	counts := make([]string, len(rule.Scale))
	for n := range rule.Scale {
		counts[n] = fmt.Sprint(s.Round.Counts[i].Of(n + 1))
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
	vote, veto := orDash(rule.Scale.Name(v.Suggested)), "–"
	if v.Forced != 0 {
		vote, veto = "–", c.Look.Red.Render(rule.Scale.Name(v.Forced))
	}
	return "  " + pointer + c.Look.Left(s.Plan.Subjects[i].Label(), d.name-1) + " " + c.Look.Left(strings.Join(counts, "/"), d.counts) +
		negative + c.Look.Left(vote, d.vote) + c.Look.Left(veto, d.veto) + g.decided(c, i, v)
}

// decided is the grade that stands, amber where it differs from the vote.
func (g Grade) decided(c Context, i int, v tally.Verdict) string {
	d := c.State.Decisions[i]
	if d.Grade == 0 {
		return c.Look.Dim.Render(words.GradeUndecided(c.Lang))
	}
	style := c.Look.Strong
	if v.Suggested != 0 && d.Grade != v.Suggested {
		style = c.Look.Amber
	}
	text := style.Render(c.State.Plan.Rule.Scale.Name(d.Grade))
	if d.Reason != "" {
		text += "  " + c.Look.Dim.Render(oneLine(d.Reason))
	}
	return text
}

func orDash(s string) string {
	if s == "" {
		return "–"
	}
	return s
}

// voted is the grade that the vote alone comes to, whatever facts, gates and the
// other sources make of it.
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
