package screen

import (
	"fmt"

	"shuping/internal/tally"
	"shuping/internal/words"
	"shuping/tui/desk"
	"shuping/tui/look"
)

// steps is one verdict taken apart: each reason in the order in which it was
// weighed, with its clause, its comparison, the parts that it is made of and
// what follows; then what another reading would have said.
func steps(c desk.Context, i int) []string {
	s := c.State
	v := s.Verdict(i)
	rows := []string{"", "  " + c.Look.Strong.Render(c.Say(words.StepsHead, "subject", s.Plan.Subjects[i].Label())), ""}
	for n, why := range s.Reasons(i) {
		head := fmt.Sprintf("%d  %s", n+1, words.StepName(c.Lang, string(why.Step)))
		rows = append(rows, "  "+c.Look.Accent.Render(head)+c.Look.Dim.Render(c.Clause(why.Clause)))
		rows = append(rows, c.Indent(5, words.Reason(c.Lang, why), weight(c, why))...)
		name := 14
		for _, p := range why.Parts {
			name = min(max(name, look.Width(p.Name)), c.Width/2)
		}
		for _, p := range why.Parts {
			rows = append(rows, "       "+c.Look.Dim.Render(c.Look.Left(p.Name, name)+"  "+p.Weight.String()+" × "+partShare(p)))
		}
	}
	rows = append(rows, "", "  "+c.Look.Strong.Render(words.FinalHead(c.Lang)))
	for _, row := range c.Grades(i, v, c.Width-10) {
		rows = append(rows, "     "+row)
	}
	if s.Round.Closed {
		for _, a := range s.Plan.Rule.AlternativesOf(s.Poll(i)) {
			rows = append(rows, otherReading(c, a)...)
		}
	}
	return rows
}

// partShare is what one part adds: its count over its base, or its mean.
func partShare(p tally.PartShare) string {
	if p.Mean.Given() {
		return p.Mean.Decimal(2)
	}
	return fmt.Sprintf("%d/%d", p.Count, p.Base)
}

// otherReading says that another reading of an open point would give another
// grade.
func otherReading(c desk.Context, a tally.Alternative) []string {
	sentence := words.OtherReading
	if a.Verdict.Suggested == 0 {
		sentence = words.OtherNone
	}
	return c.Indent(2, c.Say(sentence, "base", words.BaseName(c.Lang, a.Base), "reading", words.VetoReading(c.Lang, string(a.Reading)),
		"grade", c.State.Plan.Rule.Scale.Name(a.Verdict.Suggested)), c.Look.Amber)
}
