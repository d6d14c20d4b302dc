package meeting

import (
	"slices"
)

// Custody is the sums over all sheets, and those of each stack.
type Custody struct {
	Expected, Present, Issued, Collected, Valid, Void int
	Stacks                                            []Stack
}

// Custody draws up the sums as they stand.
func (s State) Custody() Custody {
	r := s.Round
	return Custody{
		Expected: s.Heads.Expected, Present: s.Heads.Present, Issued: r.Issued,
		Collected: r.Collected, Valid: r.Valid, Void: r.Void, Stacks: r.Stacks,
	}
}

// Closes reports whether, in each stack, marks + blank + spoiled + 不了解 = valid
// in each row and valid + void = collected ≤ issued.
func (c Custody) Closes() bool {
	for _, st := range c.Stacks {
		if !st.closes() {
			return false
		}
	}
	return true
}

// open refuses to close over the first stack whose sums do not.
func (s State) open() error {
	for n, st := range s.Round.Stacks {
		if !st.closes() {
			return s.about(n, CustodyOpen, "collected", st.Collected, "entered", st.Valid+st.Void,
				"valid", st.Valid, "void", st.Void, "issued", st.Issued)
		}
	}
	return nil
}

// countable refuses whatever is done to sheets before any are back or after
// they are counted.
func (s State) countable() error {
	switch {
	case s.Round.Closed:
		return refuse(CountIsClosed)
	case s.Round.IsVoid():
		return refuse(RoundIsVoid, "round", s.Round.Number)
	case s.Round.Issued == 0:
		return refuse(NotIssued)
	case !slices.ContainsFunc(s.Round.Stacks, func(st Stack) bool { return st.HasCollected }):
		return refuse(NotCollected)
	default:
		return nil
	}
}

// back refuses what is done to the sheets of one stack before they are back.
func (s State) back(n int) error {
	switch st := s.Round.Stacks[n]; {
	case st.Issued == 0:
		return s.about(n, NotIssued)
	case !st.HasCollected:
		return s.about(n, NotCollected)
	default:
		return nil
	}
}

// checkNumber refuses a number outside of its bounds.
func checkNumber(n, least, most int) error {
	if n < least || n > most {
		return refuse(NumberOutOfRange, "number", n, "least", least, "most", most)
	}
	return nil
}
