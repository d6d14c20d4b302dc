package meeting

import (
	"slices"
	"time"

	"shuping/internal/tally"
)

// SetAside keeps a doubtful sheet in its place in the bundle, uncounted. The
// bundle cannot close before the scrutineer has settled it.
type SetAside struct{}

// BallotSetAside is a sheet that waits for the scrutineer. It has its place in the
// bundle.
type BallotSetAside struct {
	Bundle int `json:"bundle,omitempty"`
}

func (SetAside) decide(s State) ([]Deed, error) {
	if s.Round.Check.Under() {
		return s.second(SecondBallot{Doubtful: true})
	}
	if err := s.readable(); err != nil {
		return nil, err
	}
	return []Deed{BallotSetAside{}}, nil
}

func (BallotSetAside) Kind() string { return "ballot-set-aside" }
func (BallotSetAside) anonymous()   {}

func (BallotSetAside) apply(s State, _ time.Time) State {
	return s.put(Ballot{Doubtful: true})
}

func (BallotSetAside) fits(s State) error {
	if !s.Round.Bundle.Open {
		return refuse(NoBundle)
	}
	return nil
}

// Settle is the ruling on the doubtful sheet at a place (from 1) of the open
// bundle: its marks, or the digit of the reason why it is void.
type Settle struct {
	Place int
	Marks []tally.Mark
	Void  int
	By    string // the scrutineer
}

// BallotSettled says what the doubtful sheet at a place of the bundle is: its marks,
// or why it is void.
type BallotSettled struct {
	Place  int    `json:"place"`
	Marks  marks  `json:"marks,omitempty"`
	Reason string `json:"reason,omitempty"`
	By     string `json:"by,omitempty"`
	Bundle int    `json:"bundle,omitempty"`
}

func (o Settle) decide(s State) ([]Deed, error) {
	if err := s.countable(); err != nil {
		return nil, err
	}
	if err := s.checkPerson(o.By); err != nil {
		return nil, err
	}
	d := BallotSettled{Place: o.Place, Marks: slices.Clone(marks(o.Marks)), By: o.By}
	if o.Void != 0 {
		id, err := s.voidReason(o.Void)
		if err != nil {
			return nil, err
		}
		d.Marks, d.Reason = nil, id
	}
	if err := d.fits(s); err != nil {
		return nil, err
	}
	return []Deed{d}, nil
}

func (BallotSettled) Kind() string { return "ballot-settled" }
func (BallotSettled) anonymous()   {}

func (d BallotSettled) apply(s State, _ time.Time) State {
	now := Ballot{Marks: d.Marks, Void: s.voidDigit(d.Reason), Ruled: &Ruling{By: d.By}}
	s.Round.Bundle.Ballots = listWith(s.Round.Bundle.Ballots, d.Place-1, now)
	return s.count(s.Round.Bundle.Stack, now, +1)
}

func (d BallotSettled) fits(s State) error {
	b := s.Round.Bundle
	if !b.Open {
		return refuse(NoBundle)
	}
	if d.Place < 1 || d.Place > len(b.Ballots) || !b.Ballots[d.Place-1].Doubtful {
		return refuse(NotDoubtful, "sheet", d.Place)
	}
	if d.Reason != "" {
		if s.voidDigit(d.Reason) == 0 || len(d.Marks) > 0 {
			return refuse(UnknownVoid, "reason", d.Reason, "most", len(s.Plan.Sheets.Voids))
		}
		return nil
	}
	return s.checkMarks(b.Stack, d.Marks)
}
