package screen

import (
	"fmt"
	"slices"
	"sort"
	"strings"

	"shuping/internal/meeting"
	"shuping/internal/tally"
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
	w := c.Words.Screen
	list := g.shown(c)
	title := "  " + c.standing()
	if g.order != byPlan || g.only != everybody {
		title += "   " + c.Look.Dim.Render(w.Orders[g.order]+"  "+w.Filters[g.only])
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
		table = c.indent(4, w.NobodyHere, c.Look.Dim)
	}
	room := max(min(len(table), 4), c.Rows-len(head)-1-len(detail))
	return append(append(head, window(table, room, at)...), ""), detail
}

// deskColumns are the widths of the table, the same for every row.
type deskColumns struct{ name, counts, negative, vote, veto int }

func (g Grade) columns(c Context) deskColumns {
	col := deskColumns{name: 14, counts: 2 + 3*len(c.State.Plan.Rule.Scale), negative: 9, vote: 10, veto: 6}
	if c.Words.Lang == "en" {
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
	w := c.Words.Screen
	return c.Look.Left("", d.name) + c.Look.Left(w.CountsColumn, d.counts) + c.Look.Left(w.NegativeColumn, d.negative) +
		c.Look.Left(w.VoteColumn, d.vote) + c.Look.Left(w.VetoColumn, d.veto) + w.GradeColumn
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
		return c.Look.Dim.Render(c.Words.Screen.Undecided)
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

// detail is what stands behind the subject under the cursor: why the vote says
// what it says, the other sources, the opinion, and the quota over all.
func (g Grade) detail(c Context) []string {
	rows := Result{}.reasons(c, g.subject)
	rows = append(rows, g.sources(c)...)
	rows = append(rows, g.opinion(c)...)
	rows = append(rows, g.history(c)...)
	rows = append(rows, g.warnings(c)...)
	rows = append(rows, c.quota(2)...)
	rows = append(rows, g.edge(c)...)
	if !c.State.Round.Closed {
		later := c.Words.Screen.DecideLater
		if len(c.State.Plan.Rule.Facts) == 0 {
			later = c.Words.Screen.DecideLaterOnly
		}
		rows = append(rows, c.indent(2, later, c.Look.Dim)...)
	}
	return rows
}

// sources is what each source says, as many on a line as have room whole.
func (g Grade) sources(c Context) []string {
	const gap = "   "
	var rows []string
	line := ""
	for _, s := range c.State.Plan.Rule.Sources {
		title := s.Title
		if s.Weight.Given() {
			title += " " + s.Weight.Short()
		}
		part := title + " " + c.assessed(g.subject, s)
		switch {
		case line == "":
			line = part
		case look.Width(line+gap+part) <= c.Width-4:
			line += gap + part
		default:
			rows, line = append(rows, c.indent(2, line, c.Look.Text)...), part
		}
	}
	if line == "" {
		return nil
	}
	return append(rows, c.indent(2, line, c.Look.Text)...)
}

// assessment is what was entered for a source, and whether anything was.
func (c Context) assessment(subject int, source string) (meeting.Assessment, bool) {
	for _, a := range c.Ahead.Assessments[subject] {
		if a.Source == source {
			return a, true
		}
	}
	return meeting.Assessment{}, false
}

// assessed is what a source says in short: grade, score, or that there is a
// note. The notes themselves show only where they are written.
func (c Context) assessed(subject int, s tally.Source) string {
	if s.Vote {
		return orDash(voted(c.Ahead.Verdict(subject)))
	}
	a, ok := c.assessment(subject, s.ID)
	if !ok {
		return "–"
	}
	text := a.Grade
	if a.Score != "" {
		text = strings.TrimSpace(text + " " + c.Say(c.Words.Screen.Points, "score", a.Score))
	}
	if text == "" && a.Note != "" {
		text = c.Words.Screen.HasNote
	}
	return orDash(text)
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

func (g Grade) opinion(c Context) []string {
	w, o := c.Words.Screen, c.State.Opinions[g.subject]
	var rows []string
	for _, part := range [][2]string{{w.Merits, o.Merits}, {w.Problems, o.Problems}} {
		if part[1] != "" {
			rows = append(rows, c.indent(2, part[0]+"  "+oneLine(part[1]), c.Look.Text)...)
		}
	}
	return rows
}

// history is the decisions that the present one replaced.
func (g Grade) history(c Context) []string {
	var parts []string
	for d := c.State.Decisions[g.subject].Earlier; d != nil; d = d.Earlier {
		text := orDash(c.State.Plan.Rule.Scale.Name(d.Grade))
		if d.Reason != "" {
			text += "（" + oneLine(d.Reason) + "）"
		}
		parts = append(parts, text)
	}
	if len(parts) == 0 {
		return nil
	}
	return c.indent(2, c.Say(c.Words.Screen.Earlier, "grades", strings.Join(parts, "、")), c.Look.Dim)
}

// warnings is what only the chair should know: how few bad marks force the
// grade, whether the sheets that are left can still change it, and which other
// reading of the plan would.
func (g Grade) warnings(c Context) []string {
	s, w := c.State, c.Words.Screen
	if s.Round.IsVoid() {
		return nil
	}
	rule, poll := s.Plan.Rule, s.Poll(g.subject)
	var rows []string
	if s.Round.HasCollected && s.Round.Read() == 0 && len(s.Round.Stacks) == 1 {
		for _, t := range rule.Triggers(s.Round.Collected) {
			rows = append(rows, c.indent(2, c.Say(w.TriggerBefore, "size", t.Base, "grades", strings.Join(t.Grades, "+"),
				"need", t.Need, "forces", rule.Scale.Name(rule.Veto.Forces)), c.Look.Dim)...)
		}
	}
	for _, t := range rule.TriggersOf(poll) {
		part := t.Part
		if part != "" {
			part += " "
		}
		rows = append(rows, c.indent(2, c.Say(w.Trigger, "part", part, "base", rule.Base.Name(c.lang()), "size", t.Base,
			"grades", strings.Join(t.Grades, "+"), "need", t.Need, "forces", rule.Scale.Name(rule.Veto.Forces)), c.Look.Dim)...)
	}
	if left := s.Left(g.subject); !s.Round.Closed && s.Round.HasCollected && len(left) > 0 {
		o := rule.AheadOf(poll, left)
		sentence := w.Unsettled
		if o.Settled {
			sentence = w.Settled
		}
		rows = append(rows, c.indent(2, c.Say(sentence, "left", o.Left, "best", orDash(rule.Scale.Name(o.Best)),
			"worst", orDash(rule.Scale.Name(o.Worst))), c.Look.Dim)...)
	}
	if !s.Round.Closed {
		return rows // half a count over all the sheets says nothing
	}
	for _, a := range rule.AlternativesOf(poll) {
		rows = append(rows, c.otherReading(a)...)
	}
	return rows
}

// edge names those whom a quota would part although their votes are equal.
func (g Grade) edge(c Context) []string {
	s := c.State
	if !s.Plan.Rule.Quota.Given() || !s.Round.Closed {
		return nil
	}
	polls := make([]tally.Poll, len(s.Plan.Subjects))
	for i := range polls {
		polls[i] = s.Poll(i)
	}
	var rows []string
	for _, lower := range s.Quota().Nearest {
		var names []string
		for _, i := range s.Plan.Rule.Edge(polls, lower) {
			names = append(names, s.Plan.Subjects[i].Label())
		}
		if len(names) > 0 {
			rows = append(rows, c.indent(2, c.Say(c.Words.Screen.Edge, "lower", lower, "names", strings.Join(names, "、")), c.Look.Amber)...)
		}
	}
	return rows
}
