package meeting

import (
	"slices"
	"time"
)

// What is counted and what is decided is told to the hall by an act of its own. An
// announcement is of one version: once the votes are others, or a grade is, it no
// longer holds, and what stands then waits for its own.

// A Matter is what is announced.
type Matter string

const (
	Votes  Matter = "votes"
	Grades Matter = "grades"
)

// Matters lists them.
var Matters = []Matter{Votes, Grades}

// An Announcement is that votes or grades were told to the hall, as they stood.
type Announcement struct {
	What           Matter
	Round, Version int
	Decisions      []Decision // of grades: those that were told
	Exempt         []string   // and who was not graded
	At             time.Time
}

// Announced reports whether what stands now was told to the hall.
func (s State) Announced(what Matter) bool {
	i := slices.IndexFunc(s.Announcements, func(a Announcement) bool { return a.What == what && a.holds(s) })
	return i >= 0
}

// holds reports whether nothing has changed since.
func (a Announcement) holds(s State) bool {
	return s.Round.Closed && a.Round == s.Round.Number && a.Version == s.Round.Version &&
		(a.What == Votes || slices.EqualFunc(a.Decisions, s.Decisions, Decision.same) && slices.Equal(a.Exempt, s.Exempt))
}

// same reports whether two decisions are one.
func (d Decision) same(o Decision) bool {
	return d.Grade == o.Grade && d.Reason == o.Reason && d.At.Equal(o.At)
}

// AnnounceResult tells the votes or the grades to the hall.
type AnnounceResult struct{ What Matter }

// ResultAnnounced says which version of the result the announcement is of.
type ResultAnnounced struct {
	What    Matter `json:"what"`
	Round   int    `json:"round"`
	Version int    `json:"version"`
}

func (o AnnounceResult) decide(s State) ([]Deed, error) {
	d := ResultAnnounced{o.What, s.Round.Number, s.Round.Version}
	if err := oneOf("what", o.What, Matters); err != nil {
		return nil, err
	}
	if !s.Round.Closed {
		return nil, refuse(CountOpen)
	}
	for i := range s.Decisions {
		if err := s.graded(i); o.What == Grades && err != nil {
			return nil, err
		}
	}
	if s.Announced(o.What) {
		return nil, refuse(AlreadyAnnounced, "what", o.What)
	}
	return []Deed{d}, nil
}

func (ResultAnnounced) Kind() string      { return "result-announced" }
func (ResultAnnounced) chains(State) bool { return true }
func (AnnounceResult) chains(State) bool  { return true }

func (d ResultAnnounced) fits(s State) error {
	if !s.Round.Closed || d.Round != s.Round.Number || d.Version != s.Round.Version {
		return refuse(CountOpen)
	}
	return oneOf("what", d.What, Matters)
}

func (d ResultAnnounced) apply(s State, at time.Time) State {
	a := Announcement{What: d.What, Round: d.Round, Version: d.Version, At: at}
	if d.What == Grades {
		a.Decisions, a.Exempt = s.Decisions, s.Exempt
	}
	s.Announcements = append(s.Announcements[:len(s.Announcements):len(s.Announcements)], a)
	return s
}
