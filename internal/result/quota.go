package result

import (
	"shuping/internal/meeting"
	"shuping/internal/tally"
)

// Quota is how all grades together stand to one quota.
type Quota struct {
	LowerThan string           `json:"lower_than"`
	Target    string           `json:"target"` // an exact fraction, "2/5"
	Compare   tally.Comparison `json:"compare"`
	Tolerance string           `json:"tolerance,omitempty"` // an exact fraction
	Clause    string           `json:"clause"`
	Subjects  int              `json:"subjects"`
	Lower     int              `json:"lower"`
	Nearest   []int            `json:"nearest"`
	State     tally.QuotaState `json:"state"`
}

// quotasOf are the first quota, nil where the plan has none, and those after it.
func quotasOf(s meeting.State) (first *Quota, more []Quota) {
	rule, verdicts := s.Plan.Rule, s.Quotas()
	var all []Quota
	for i, q := range rule.AllQuotas() {
		v := verdicts[i]
		tolerance := ""
		if q.Tolerance.Given() {
			tolerance = q.Tolerance.String()
		}
		all = append(all, Quota{
			LowerThan: rule.Scale.Name(q.LowerThan), Target: q.Target.String(),
			Compare: q.Compare, Tolerance: tolerance, Clause: q.Clause, Subjects: v.Subjects, Lower: v.Lower,
			Nearest: v.Nearest, State: v.State,
		})
	}
	if len(all) == 0 {
		return nil, nil
	}
	return &all[0], all[1:]
}

// Quotas are all of them.
func (r Result) Quotas() []Quota {
	if r.Quota == nil {
		return nil
	}
	return append([]Quota{*r.Quota}, r.MoreQuotas...)
}
