package result

import "shuping/internal/tally"

// Quorum is how many took part, and whether that is enough.
type Quorum struct {
	Of          tally.Base       `json:"of"`
	Over        tally.Base       `json:"over"`
	Numerator   int              `json:"numerator"`
	Denominator int              `json:"denominator"`
	Compare     tally.Comparison `json:"compare"`
	Share       string           `json:"share"` // an exact fraction, "2/3"
	Clause      string           `json:"clause"`
	Met         bool             `json:"met"`
}

func quorumOf(v tally.Verdict) *Quorum {
	for _, r := range v.Reasons {
		if r.Step == tally.ByQuorum {
			return &Quorum{r.Of, r.BaseKind, r.Count, r.Base, r.Compare, r.Limit.String(), r.Clause, r.Holds}
		}
	}
	return nil
}
