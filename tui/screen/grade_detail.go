package screen

import (
	"slices"
	"strings"

	"shuping/internal/meeting"
	"shuping/internal/tally"
	"shuping/internal/words"
	"shuping/tui/desk"
	"shuping/tui/look"
)

// detail is what stands behind the subject under the cursor: why the vote says
// what it says, the other sources, the opinion, and the quota over all.
func (g Grade) detail(c desk.Context) []string {
	rows := c.TooFew()
	if rows == nil {
		rows = g.threefold(c)
	}
	rows = append(rows, g.sources(c)...)
	rows = append(rows, g.opinion(c)...)
	rows = append(rows, g.lastYear(c)...)
	rows = append(rows, g.warnings(c)...)
	rows = append(rows, c.Quotas(2)...)
	rows = append(rows, g.edge(c)...)
	if !c.State.Round.Closed {
		later := words.DecideLater(c.Lang)
		if len(c.State.Plan.Rule.Facts) == 0 {
			later = words.DecideLaterOnly(c.Lang)
		}
		rows = append(rows, c.Indent(2, later, c.Look.Dim)...)
	}
	return rows
}

// threefold is the three things that a grade is made of, apart: what the votes alone
// come to, what forces or bars a grade and why, and what was decided.
func (g Grade) threefold(c desk.Context) []string {
	var votes, binds []tally.Reason
	for _, why := range c.State.Reasons(g.subject) {
		switch why.Step {
		case tally.VoteVeto, tally.FactVeto, tally.ByGate, tally.Worse, tally.Lowered:
			binds = append(binds, why)
		default:
			votes = append(votes, why)
		}
	}
	wide := look.Width(words.DetailVotes(c.Lang))
	for _, label := range []string{words.DetailBound(c.Lang), words.DetailDecided(c.Lang)} {
		wide = max(wide, look.Width(label))
	}
	head := func(label words.Sentence) string { return c.Look.Left(label(c.Lang), wide) }
	rows := explained(c, head(words.DetailVotes), votes)
	if len(binds) > 0 {
		rows = append(rows, explained(c, head(words.DetailBound), binds)...)
	} else if c.State.Round.Closed {
		rows = append(rows, headed(c, head(words.DetailBound), words.BoundNone(c.Lang), c.Look.Dim)...)
	}
	if c.State.Round.Closed || c.State.IsExempt(g.subject) {
		rows = append(rows, headed(c, head(words.DetailDecided), g.decision(c), c.Look.Text)...)
	}
	return append(rows, g.history(c)...)
}

// decision is what was decided, with its reason.
func (g Grade) decision(c desk.Context) string {
	if why := c.State.WhyExempt(g.subject); why != "" {
		return c.Say(words.ExemptWhy, "reason", desk.OneLine(why))
	}
	d := c.State.Decisions[g.subject]
	text := c.State.Plan.Rule.Scale.Name(d.Grade)
	if text == "" {
		text = words.GradeUndecided(c.Lang)
	}
	if d.Reason != "" {
		text += "  " + desk.OneLine(d.Reason)
	}
	return text
}

// sources is what each source says, as many on a line as have room whole.
func (g Grade) sources(c desk.Context) []string {
	const gap = "   "
	var rows []string
	line := ""
	for _, s := range c.State.Plan.Rule.Sources {
		title := s.Title
		if s.Weight.Given() {
			title += " " + s.Weight.Short()
		}
		part := title + " " + assessed(c, g.subject, s)
		switch {
		case line == "":
			line = part
		case look.Width(line+gap+part) <= c.Width-4:
			line += gap + part
		default:
			rows, line = append(rows, c.Indent(2, line, c.Look.Text)...), part
		}
	}
	if line == "" {
		return nil
	}
	return append(rows, c.Indent(2, line, c.Look.Text)...)
}

// assessed is what a source says in short: grade, score, or that there is a
// note. The notes themselves show only where they are written.
func assessed(c desk.Context, subject int, s tally.Source) string {
	if s.Vote && !c.Ahead.Shows() {
		return "–"
	}
	if s.Vote {
		return desk.OrDash(voted(c.Ahead.Verdict(subject)))
	}
	a, ok := c.Ahead.Assessment(subject, s.ID)
	if !ok {
		return "–"
	}
	text := a.Grade
	if a.Score != "" {
		text = strings.TrimSpace(text + " " + c.Say(words.ScorePoints, "score", a.Score))
	}
	if text == "" && a.Note != "" {
		text = words.HasNote(c.Lang)
	}
	return desk.OrDash(text)
}

func (g Grade) opinion(c desk.Context) []string {
	o := c.State.Opinions[g.subject]
	var rows []string
	for _, part := range [][2]string{{words.OpinionMerits(c.Lang), o.Merits}, {words.OpinionProblems(c.Lang), o.Problems}} {
		if part[1] != "" {
			rows = append(rows, c.Indent(2, part[0]+"  "+desk.OneLine(part[1]), c.Look.Text)...)
		}
	}
	if over := overPage(c, c.State, g.subject); over > 0 {
		rows = append(rows, c.Indent(2, c.Say(words.OpinionOver, "n", over), c.Look.Amber)...)
	}
	return rows
}

// lastYear is what became of last year's problems of the subject.
func (g Grade) lastYear(c desk.Context) []string {
	list := c.State.LastYears(c.State.Plan.Subjects[g.subject].ID)
	if len(list) == 0 {
		return nil
	}
	sum := meeting.SumLedger(list, c.Today())
	return c.Indent(2, c.Say(words.LastYearsProblems, "all", sum.All, "done", sum.Done, "overdue", sum.Overdue,
		"returned", sum.Returned, "open", sum.Open+sum.DueSoon), c.Look.Text)
}

// history is the decisions that the present one replaced.
func (g Grade) history(c desk.Context) []string {
	var parts []string
	for d := c.State.Decisions[g.subject].Earlier; d != nil; d = d.Earlier {
		text := desk.OrDash(c.State.Plan.Rule.Scale.Name(d.Grade))
		if d.Reason != "" {
			text += "（" + desk.OneLine(d.Reason) + "）"
		}
		parts = append(parts, text)
	}
	if len(parts) == 0 {
		return nil
	}
	return c.Indent(2, c.Say(words.GradesBefore, "grades", strings.Join(parts, "、")), c.Look.Dim)
}

// warnings is what only the chair should know: how few bad marks force the
// grade, whether the sheets that are left can still change it, and which other
// reading of the plan would.
func (g Grade) warnings(c desk.Context) []string {
	s := c.State
	if s.Round.IsVoid() {
		return nil
	}
	rule, poll := s.Plan.Rule, s.Poll(g.subject)
	var rows []string
	if s.Round.HasCollected && s.Round.Read() == 0 && len(s.Round.Stacks) == 1 {
		for _, t := range rule.Triggers(s.Round.Collected) {
			rows = append(rows, c.Indent(2, c.Say(words.VetoTriggerBefore, "size", t.Base, "grades", strings.Join(t.Grades, "+"),
				"need", t.Need, "does", does(c, t)), c.Look.Dim)...)
		}
	}
	if !s.Shows() {
		return rows
	}
	triggers := rule.TriggersOf(poll)
	if s.HidesOf(g.subject) { // how few it takes would say how many there are
		triggers = nil
	}
	for _, t := range triggers {
		part := t.Part
		if part != "" {
			part += " "
		}
		rows = append(rows, c.Indent(2, c.Say(words.VetoTrigger, "part", part, "base", words.BaseName(c.Lang, rule.Base), "size", t.Base,
			"grades", strings.Join(t.Grades, "+"), "need", t.Need, "does", does(c, t)), c.Look.Dim)...)
	}
	if left := s.Left(g.subject); !s.Round.Closed && s.Round.HasCollected && len(left) > 0 {
		o := rule.AheadOf(poll, left)
		sentence := words.VetoUnsettled
		if o.Settled {
			sentence = words.VetoSettled
		}
		rows = append(rows, c.Indent(2, c.Say(sentence, "left", o.Left, "best", desk.OrDash(rule.Scale.Name(o.Best)),
			"worst", desk.OrDash(rule.Scale.Name(o.Worst))), c.Look.Dim)...)
	}
	if !s.Round.Closed {
		return rows // half a count over all the sheets says nothing
	}
	for _, a := range rule.AlternativesOf(poll) {
		rows = append(rows, otherReading(c, a)...)
	}
	return rows
}

// does is what a trigger sets off.
func does(c desk.Context, t tally.Trigger) string {
	if t.Forces == "" {
		return c.Say(words.VetoBars, "grades", strings.Join(t.Bars, "、"))
	}
	return c.Say(words.VetoForces, "grade", t.Forces)
}

// edge names those whom a quota would part although their votes are equal.
func (g Grade) edge(c desk.Context) []string {
	s := c.State
	if !s.Round.Closed {
		return nil
	}
	polls := make([]tally.Poll, len(s.Plan.Subjects))
	for i := range polls {
		polls[i] = s.Poll(i)
	}
	var rows []string
	for _, lower := range rightNumbers(s.Quotas()) {
		var names []string
		for _, i := range s.Plan.Rule.Edge(polls, lower) {
			names = append(names, s.Plan.Subjects[i].Label())
		}
		if len(names) > 0 {
			rows = append(rows, c.Indent(2, c.Say(words.QuotaEdge, "lower", lower, "names", strings.Join(names, "、")), c.Look.Amber)...)
		}
	}
	return rows
}

// rightNumbers are the numbers of lower grades that meet one of the quotas best, each
// once.
func rightNumbers(quotas []tally.QuotaVerdict) []int {
	var out []int
	for _, q := range quotas {
		out = append(out, q.Nearest...)
	}
	slices.Sort(out)
	return slices.Compact(out)
}
