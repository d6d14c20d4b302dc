package result

import "shuping/internal/tally"

// Figures are the counts and grades of one subject in one version of the result.
type Figures struct {
	Counts    []GradeCount `json:"counts"`
	Blank     int          `json:"blank"`
	Spoiled   int          `json:"spoiled"`
	Aside     *GradeCount  `json:"aside,omitempty"`
	Base      Base         `json:"base"`
	Negative  *Negative    `json:"negative"`
	Suggested Optional     `json:"suggested"`
	Forced    Optional     `json:"forced"`
	Decided   *Decision    `json:"decided"`
}

// Figures are those of the newest version.
func (s Subject) Figures() Figures {
	return Figures{s.Counts, s.Blank, s.Spoiled, s.Aside, s.Base, s.Negative, s.Suggested, s.Forced, s.Decided}
}

// Marks is how many marks there are together, of whatever kind.
func (f Figures) Marks() int {
	n := f.Blank + f.Spoiled + valueOf(f.Aside).Count
	for _, c := range f.Counts {
		n += c.Count
	}
	return n
}

// Share is a count as a percentage of the base, "80.49%"; "" of no base, and where
// the base is of parts that weigh.
func (f Figures) Share(count, decimals int) string {
	if f.Base.Count == 0 || f.Negative != nil && f.Negative.Weighted {
		return ""
	}
	return tally.Fraction{Num: int64(count), Den: int64(f.Base.Count)}.Percent(decimals) + "%"
}
