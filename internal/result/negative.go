package result

import "shuping/internal/tally"

// Negative is the marks of the veto grades together, and whether the vote veto holds
// (Over). Under a plan that compares each grade by itself, Over is the answer to that.
// Where several parts weigh, the fraction is their weighted share.
type Negative struct {
	Weighted    bool             `json:"weighted,omitempty"`
	Grades      []string         `json:"grades"`
	Numerator   int64            `json:"numerator"` // a weighted share may have long terms
	Denominator int64            `json:"denominator"`
	Percent     Optional         `json:"percent"` // for reading only; null of a base of 0
	Compare     tally.Comparison `json:"compare"`
	Limit       string           `json:"limit"` // an exact fraction, "1/10"
	Over        bool             `json:"over"`
}

func negativeOf(rule tally.Rule, count tally.Count, v tally.Verdict) *Negative {
	if !rule.Veto.Given() {
		return nil
	}
	n := &Negative{
		Grades: []string{}, Denominator: int64(v.Size), Compare: rule.Veto.Compare,
		Limit: rule.Veto.Limit.String(), Over: v.Over,
	}
	for _, g := range rule.Veto.Grades {
		n.Grades = append(n.Grades, rule.Scale.Name(g))
		n.Numerator += int64(count.Of(g))
	}
	if v.Size > 0 {
		share := tally.Fraction{Num: n.Numerator, Den: n.Denominator}
		n.Percent = Optional(share.Percent(rule.Decimals))
	}
	return n
}

// weigh puts the weighted share in the place of the marks.
func (n *Negative) weigh(v tally.Verdict, decimals int) {
	n.Weighted, n.Percent = true, ""
	n.Numerator, n.Denominator = v.Negative.Num, v.Negative.Den
	if v.Negative.Given() {
		n.Percent = Optional(v.Negative.Percent(decimals))
	}
}

// ShareHead is what the share is called in a table.
func (n Negative) ShareHead() string {
	if n.Weighted {
		return "加权占比"
	}
	return "占比"
}

// OverHead is what the answer to the vote veto is called in a table.
func (n Negative) OverHead() string { return "触发票数否决（" + n.Passes() + "）" }

// Passes is the comparison with the limit, "超过10%".
func (n Negative) Passes() string {
	limit, err := tally.ParseFraction(n.Limit)
	short := n.Limit
	if err == nil {
		short = limit.Short()
	}
	if n.Compare == tally.AtLeast {
		return "达到" + short
	}
	return "超过" + short
}
