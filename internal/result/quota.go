package result

import (
	"shuping/internal/meeting"
	"shuping/internal/tally"
)

// Quota is how all grades together stand to the quota.
type Quota struct {
	LowerThan string           `json:"lower_than"`
	Target    string           `json:"target"` // an exact fraction, "2/5"
	Compare   tally.Comparison `json:"compare"`
	Clause    string           `json:"clause"`
	Subjects  int              `json:"subjects"`
	Lower     int              `json:"lower"`
	Nearest   []int            `json:"nearest"`
	State     tally.QuotaState `json:"state"`
}

func quotaOf(s meeting.State) *Quota {
	q := s.Plan.Rule.Quota
	if !q.Given() {
		return nil
	}
	v := s.Quota()
	return &Quota{
		LowerThan: s.Plan.Rule.Scale.Name(q.LowerThan), Target: q.Target.String(),
		Compare: q.Compare, Clause: q.Clause, Subjects: v.Subjects, Lower: v.Lower,
		Nearest: v.Nearest, State: v.State,
	}
}
