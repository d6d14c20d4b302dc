package result

import (
	"shuping/internal/meeting"
	"shuping/internal/words"
)

// An Ended is a version that a correction ended.
type Ended struct {
	Version int  `json:"version"`
	Sealed  bool `json:"sealed,omitempty"`
}

// Seen reports whether anybody saw the version: the one that the count was closed
// with, and each that was sealed.
func (e Ended) Seen() bool { return e.Version == 1 || e.Sealed }

// Earlier is the turnout of a version that a correction ended.
type Earlier struct {
	Ended
	Sums
}

// EarlierFigures are what a version that a correction ended said of one subject.
type EarlierFigures struct {
	Ended
	Figures
}

// versioned is r with what corrections and later seals add to it.
func (r Result) versioned(s meeting.State, l words.Language) Result {
	if n := s.GradeSeals(); n > 1 || n == 1 && !s.IsSealed() {
		r.Seals = n
	}
	if len(s.Versions) == 0 {
		return r
	}
	r.Version = len(s.Versions) + 1 // that which it has, or will have once it is closed again
	for i, v := range s.Versions {
		was := s.At(i + 1)
		ended := Ended{i + 1, was.IsSealed()}
		r.Corrections = append(r.Corrections, correctionsOf(v, i+2, l)...)
		r.Earlier = append(r.Earlier, Earlier{ended, sumsOf(was)})
		for n := range r.Subjects {
			r.Subjects[n].Earlier = append(r.Subjects[n].Earlier, EarlierFigures{ended, subjectOf(was, n, l).Figures()})
		}
	}
	return r
}
