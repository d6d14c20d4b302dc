package desk

import (
	"fmt"
	"strings"

	"shuping/internal/tally"
	"shuping/internal/words"
)

// Clause cites the plan, "［方案三(五)］".
func (c Context) Clause(clause string) string {
	if clause == "" {
		return ""
	}
	return c.Say(words.PlanClause, "clause", clause)
}

// Quotas is how all grades together stand to each quota, with what would be nearest.
func (c Context) Quotas(margin int) []string {
	var rows []string
	verdicts := c.State.Quotas()
	for i, q := range c.State.Plan.Rule.AllQuotas() {
		rows = append(rows, c.quota(margin, q, verdicts[i])...)
	}
	return rows
}

func (c Context) quota(margin int, q tally.Quota, v tally.QuotaVerdict) []string {
	style := c.Look.Text
	switch v.State {
	case tally.QuotaUnder, tally.QuotaOver:
		style = c.Look.Amber
	case tally.QuotaMet:
		style = c.Look.Good
	}
	nearest := join(v.Nearest, "–")
	target := words.Fill(words.QuotaTarget(c.Lang, string(q.Compare)), words.Values("share", q.Target.Short()))
	text := c.Say(words.QuotaStanding, "below", c.State.Plan.Rule.Scale.Name(q.LowerThan+1), "target", target,
		"lower", v.Lower, "subjects", v.Subjects, "nearest", nearest,
		"state", words.QuotaState(c.Lang, string(v.State)))
	return c.Indent(margin, text+c.Clause(q.Clause), style)
}

// Numbers is a list as people say it, "3、7".
func (c Context) Numbers(list []int) string { return join(list, words.ListComma(c.Lang)) }

func join(list []int, between string) string {
	said := make([]string, len(list))
	for i, n := range list {
		said[i] = fmt.Sprint(n)
	}
	return strings.Join(said, between)
}
