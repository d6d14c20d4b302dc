package meeting

import "slices"

// Shown is s as a seat may see it: where it reads a bundle again, it does not know what
// was keyed first. At the console the screens see to that, for whoever sits there may
// see all.
func (s State) Shown(seat Seat) State {
	if s = s.Seated(seat); seat == "" || !s.Round.Check.Under() {
		return s
	}
	return s.Blind(s.Round.Check.Bundle)
}

// Blind is s as whoever reads a bundle again may know it: nothing in it tells what was
// keyed first. Its sheets are there, valid and without a mark, so that the sums of
// sheets hold; those of marks leave them out, and what earlier counts said is gone. Two
// readings cannot be compared in it.
func (s State) Blind(bundle int) State {
	h, err := s.Round.hand(bundle)
	if err != nil || !h.Check.Under() {
		return s
	}
	b := s.Round.Bundles.At(bundle)
	for _, x := range b.Ballots {
		s = s.count(b.Stack, x, -1)
	}
	b.Ballots = make([]Ballot, len(b.Ballots))
	st := s.Round.Stacks[b.Stack]
	st.Valid += len(b.Ballots)
	if st.Vote == 0 {
		s.Round.Valid += len(b.Ballots)
	}
	s.Round.Stacks = listWith(s.Round.Stacks, b.Stack, st)
	s.Round.Bundles = s.Round.Bundles.with(b)
	was := s.seat()
	s = s.Seated(h.Seat)
	s.Round.Check = h.Check.blind()
	return s.Seated(was).forgetful()
}

// blind is the check without what was keyed first.
func (c Check) blind() Check {
	c.First, c.Differs = make([]Ballot, len(c.First)), slices.Clone(c.Differs)
	for i, d := range c.Differs {
		if d.First != nil {
			c.Differs[i].First = &Ballot{}
		}
		if d.Final != nil {
			c.Differs[i].Final = &Ballot{}
		}
	}
	return c
}

// forgetful is s with nothing that earlier counts of the same sheets said: they say
// what s says.
func (s State) forgetful() State {
	s.Round.Recounts = nil
	if s.Round.First != nil {
		first := s.Round
		first.First = nil
		s.Round.First = &first
	}
	s.Seals = slices.Clone(s.Seals)
	for i := range s.Seals {
		s.Seals[i].Changes = nil
	}
	now := s
	now.Versions = nil
	s.Versions = slices.Clone(s.Versions)
	for i, v := range s.Versions {
		s.Versions[i] = Version{State: now, At: v.At}
	}
	return s
}
