package meeting

import (
	"fmt"
	"slices"
	"strings"
	"time"
)

// VoidRound makes a vote count for nothing, so that all vote again: the next sheets
// that are issued open a new round. Where it names some of the subjects, only they are
// voted on again, and what was counted of the others stays.
type VoidRound struct {
	By, Reason string
	Subjects   []string // their IDs, none for all
}

// RoundDropped says who had the round voided, and why.
type RoundDropped struct {
	Round  int    `json:"round"`
	By     string `json:"by"`
	Reason string `json:"reason"`
}

func (o VoidRound) decide(s State) ([]Deed, error) {
	if err := s.confirmedBy("void-round", o.By, o.Reason); err != nil {
		return nil, err
	}
	if len(o.Subjects) > 0 {
		return o.some(s)
	}
	d := RoundDropped{s.Round.Number, o.By, o.Reason}
	if err := d.fits(s); err != nil {
		return nil, err
	}
	return []Deed{d}, nil
}

func (RoundDropped) Kind() string        { return "round-dropped" }
func (RoundDropped) chains(s State) bool { return !s.IsSealed() }
func (VoidRound) chains(s State) bool    { return !s.IsSealed() }

func (d RoundDropped) fits(s State) error {
	switch {
	case s.Round.IsVoid():
		return refuse(RoundIsVoid, "round", s.Round.Number)
	case s.Round.Issued == 0:
		return refuse(NotIssued)
	}
	return checkNumber(d.Round, s.Round.Number, s.Round.Number)
}

// apply leaves what is in hand as it is, and opens every decision again.
func (d RoundDropped) apply(s State, at time.Time) State {
	s = s.reopened(at).changed(d)
	s.Round.Closed, s.Round.Reopened, s.Round.VoidedFor, s.Round.VoidedBy = false, false, d.Reason, d.By
	for i := range s.Decisions {
		s = s.reopen(i)
	}
	return s
}

// A Revote is a new vote of some subjects in a round: its stacks are those of the
// round whose Vote is its number. The others keep their count, and the numbers of the
// round stay those of the vote on all.
type Revote struct {
	Number     int
	Subjects   []int // by index
	By, Reason string
}

// SubjectsDropped says for whom the vote counts for nothing, so that all vote on them
// again, who wanted that, and why. Round is the number of the new vote.
type SubjectsDropped struct {
	Round    int      `json:"round"`
	Subjects []string `json:"subjects"` // their IDs, in the order of the plan
	By       string   `json:"by"`
	Reason   string   `json:"reason"`
}

// some is a new vote of the subjects that are named, which are not all.
func (o VoidRound) some(s State) ([]Deed, error) {
	for _, id := range o.Subjects {
		if _, err := s.subject(id); err != nil {
			return nil, err
		}
	}
	d := SubjectsDropped{Round: s.Round.Last() + 1, By: o.By, Reason: o.Reason}
	for _, p := range s.Plan.Subjects {
		if slices.Contains(o.Subjects, p.ID) {
			d.Subjects = append(d.Subjects, p.ID)
		}
	}
	if len(d.Subjects) == len(s.Plan.Subjects) {
		return VoidRound{By: o.By, Reason: o.Reason}.decide(s)
	}
	if err := d.fits(s); err != nil {
		return nil, err
	}
	return []Deed{d}, nil
}

func (SubjectsDropped) Kind() string        { return "subjects-dropped" }
func (SubjectsDropped) chains(s State) bool { return !s.IsSealed() }

// fits wants a count that was closed and is whole but for what is dropped: nothing of
// the others may be left open behind a new vote.
func (d SubjectsDropped) fits(s State) error {
	if s.Round.IsVoid() {
		return refuse(RoundIsVoid, "round", s.Round.Number)
	}
	if err := s.restatable(); err != nil {
		return err
	}
	if s.Round.First != nil {
		return refuse(RecountUnderWay)
	}
	list := d.indexes(s)
	if !slices.IsSorted(list) || len(slices.Compact(list)) != len(d.Subjects) || len(list) == 0 || list[0] < 0 || len(list) == len(s.Plan.Subjects) {
		return fmt.Errorf("no vote can be on %s", strings.Join(d.Subjects, ", "))
	}
	after := d.vote(s)
	for n := range s.Round.Stacks {
		if err := after.back(n); err != nil && !after.Idle(n) {
			return err
		}
	}
	if err := after.open(); err != nil {
		return err
	}
	return checkNumber(d.Round, s.Round.Last()+1, s.Round.Last()+1)
}

// indexes are those of the subjects, -1 for one that the plan does not have.
func (d SubjectsDropped) indexes(s State) []int {
	out := make([]int, len(d.Subjects))
	for i, id := range d.Subjects {
		out[i] = s.Plan.Subject(id)
	}
	return out
}

func (d SubjectsDropped) apply(s State, at time.Time) State {
	s = d.vote(s.reopened(at).changed(d))
	for _, i := range d.indexes(s) {
		s = s.reopen(i)
	}
	return s
}

// vote is s with nothing counted of the subjects, and with stacks for the new vote.
func (d SubjectsDropped) vote(s State) State {
	list := d.indexes(s)
	r := s.Round
	stacks := slices.Clone(r.Stacks)
	for n, st := range stacks {
		for _, i := range list {
			if st.Of(i) {
				stacks[n].Dropped = append(stacks[n].Dropped[:len(stacks[n].Dropped):len(stacks[n].Dropped)], i)
			}
		}
	}
	like, subjects := Stack{Vote: d.Round}, list
	if !s.Plan.Sheets.Each {
		like.Rows, subjects = list, []int{-1}
	}
	r.Stacks = append(stacks, stacksOf(s.Plan, like, subjects)...)
	r.Revotes = append(r.Revotes[:len(r.Revotes):len(r.Revotes)], Revote{d.Round, list, d.By, d.Reason})
	s.Round = r
	s.Round.Counts = s.recounted()
	return s.summed()
}

// RevoteOf is the new vote in which the subject at index i was voted on last, and
// whether there was one.
func (s State) RevoteOf(i int) (Revote, bool) {
	for _, v := range slices.Backward(s.Round.Revotes) {
		if slices.Contains(v.Subjects, i) {
			return v, true
		}
	}
	return Revote{}, false
}
