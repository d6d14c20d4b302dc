package workbook

import (
	"fmt"
	"slices"

	"shuping/internal/meeting"
	"shuping/internal/result"
	"shuping/internal/tally"
)

// A recount is what the sheets that were handed in come to.
type recount struct {
	s      meeting.State
	read   int
	stacks []meeting.Stack
	voids  []int
}

func newRecount(s meeting.State) *recount {
	c := &recount{s: s, voids: make([]int, len(s.Round.Voids))}
	for _, st := range s.Round.Stacks {
		c.stacks = append(c.stacks, meeting.Stack{Tallies: make([]tally.Count, len(st.Tallies))})
	}
	return c
}

// add takes one sheet in and refuses one that cannot be of this round.
func (c *recount) add(x result.Sheet) error {
	name := fmt.Sprintf("sheet %d of bundle %d", x.Number, x.Bundle)
	if x.Stack < 0 || x.Stack >= len(c.stacks) {
		return fmt.Errorf("%s is of stack %d, and the round has %d", name, x.Stack, len(c.stacks))
	}
	st, b := &c.stacks[x.Stack], x.Ballot
	c.read++
	switch {
	case b.Doubtful:
	case b.Void != 0:
		if b.Void < 0 || b.Void > len(c.voids) {
			return fmt.Errorf("%s is void for reason %d, and the plan has %d", name, b.Void, len(c.voids))
		}
		st.Void++
		c.voids[b.Void-1]++
	case len(b.Marks) != len(st.Tallies):
		return fmt.Errorf("%s has %d marks, and a sheet has %d", name, len(b.Marks), len(st.Tallies))
	default:
		st.Valid++
		for i, m := range b.Marks {
			if !c.s.Plan.Rule.Takes(m) {
				return fmt.Errorf("%s has the mark %d, which means nothing here", name, m)
			}
			st.Tallies[i] = st.Tallies[i].Add(m)
		}
	}
	return nil
}

// compare holds the sheets against the count of the round.
func (c *recount) compare() error {
	r := c.s.Round
	read, voids := r.Read(), slices.Clone(r.Voids)
	for _, st := range r.Stacks {
		if st.ByPiles() {
			read -= st.Valid + st.Void
			for i, n := range st.Piles.Rows[0].Numbers {
				voids[i] -= n
			}
		}
	}
	if c.read != read {
		return fmt.Errorf("%d sheets are to be listed, and round %d has read %d", c.read, r.Number, read)
	}
	for n, st := range c.stacks {
		was := r.Stacks[n]
		if was.ByPiles() {
			was = meeting.Stack{Tallies: make([]tally.Count, len(was.Tallies))}
		}
		if st.Valid != was.Valid || st.Void != was.Void || !slices.Equal(st.Tallies, was.Tallies) {
			return fmt.Errorf("the sheets of stack %d do not come to what round %d has counted", n+1, r.Number)
		}
	}
	if !slices.Equal(c.voids, voids) {
		return fmt.Errorf("the void sheets have other reasons than those that round %d has counted", r.Number)
	}
	return nil
}
