package result

import (
	"shuping/internal/meeting"
	"shuping/internal/tally"
)

// Earlier is the turnout of a version that a correction ended.
type Earlier struct {
	Version   int  `json:"version"`
	Sealed    bool `json:"sealed,omitempty"`
	Expected  int  `json:"expected"`
	Present   int  `json:"present"`
	Issued    int  `json:"issued"`
	Collected int  `json:"collected"`
	Valid     int  `json:"valid"`
	Void      int  `json:"void"`
}

// Seen reports whether anybody saw the version.
func (e Earlier) Seen() bool { return e.Version == 1 || e.Sealed }

// EarlierFigures are the counts and grades of one subject in a version that a
// correction ended.
type EarlierFigures struct {
	Version   int          `json:"version"`
	Sealed    bool         `json:"sealed,omitempty"`
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

// Seen reports whether anybody saw the version: the one that the count was closed
// with, and each that was sealed.
func (e EarlierFigures) Seen() bool { return e.Version == 1 || e.Sealed }

// versioned is d with what corrections and later seals add to it.
func (d Result) versioned(s meeting.State, l tally.Language) Result {
	if n := len(s.Seals); n > 1 || n == 1 && !s.IsSealed() {
		d.Seals = n
	}
	if len(s.Versions) == 0 {
		return d
	}
	d.Version = s.Round.Version
	for i, v := range s.Versions {
		was := s.At(i + 1)
		c := was.Custody()
		d.Corrections = append(d.Corrections, correction(was, i+2, v.Corrected, l))
		d.Earlier = append(d.Earlier, Earlier{
			i + 1, was.IsSealed(), c.Expected, c.Present, c.Issued, c.Collected, c.Valid, c.Void,
		})
		for n := range d.Subjects {
			old := subject(was, n, l)
			d.Subjects[n].Earlier = append(d.Subjects[n].Earlier, EarlierFigures{
				i + 1, was.IsSealed(), old.Counts, old.Blank, old.Spoiled, old.Aside, old.Base,
				old.Negative, old.Suggested, old.Forced, old.Decided,
			})
		}
	}
	return d
}
