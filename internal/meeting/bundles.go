package meeting

import "iter"

// Bundles are the bundles of a round by their numbers, which they are given when they
// are opened, and what is known of those that were closed. It is a value: what was
// read from it never changes. The list is kept in rows of 32, so that a bundle that is
// closed or confirmed copies one row and not all of them.
type Bundles struct {
	rows          [][]ClosedBundle // a bundle that is not closed is the zero one
	given, closed int
}

const bundlesInRow = 32

// Len is how many are closed.
func (l Bundles) Len() int { return l.closed }

// Given is the highest number that a bundle was given.
func (l Bundles) Given() int { return l.given }

// At is the closed bundle with the number n, from 1.
func (l Bundles) At(n int) ClosedBundle { return l.rows[(n-1)/bundlesInRow][(n-1)%bundlesInRow] }

// Find is the bundle with the number n, and whether there is one and it is closed.
func (l Bundles) Find(n int) (ClosedBundle, bool) {
	if n < 1 || n > l.given {
		return ClosedBundle{}, false
	}
	b := l.At(n)
	return b, b.isClosed()
}

// Closed are the closed bundles by their numbers, whichever was closed first.
func (l Bundles) Closed() iter.Seq[ClosedBundle] {
	return func(yield func(ClosedBundle) bool) {
		for _, row := range l.rows {
			for _, b := range row {
				if b.isClosed() && !yield(b) {
					return
				}
			}
		}
	}
}

// Last is the closed bundle with the highest number, the zero one where none is closed.
func (l Bundles) Last() ClosedBundle {
	for n := l.given; n > 0; n-- {
		if b, closed := l.Find(n); closed {
			return b
		}
	}
	return ClosedBundle{}
}

func (b ClosedBundle) isClosed() bool { return b.Number > 0 }

// opened is the list with one more number given.
func (l Bundles) opened() Bundles {
	if n := len(l.rows); l.given%bundlesInRow == 0 {
		l.rows = append(l.rows[:n:n], make([]ClosedBundle, bundlesInRow))
	}
	l.given++
	return l
}

// with is the list with what the bundle is from now on.
func (l Bundles) with(b ClosedBundle) Bundles {
	if !l.At(b.Number).isClosed() {
		l.closed++
	}
	at := (b.Number - 1) / bundlesInRow
	l.rows = listWith(l.rows, at, listWith(l.rows[at], (b.Number-1)%bundlesInRow, b))
	return l
}

// Unchecked lists the numbers of the bundles that nobody confirmed in a way that
// satisfies the plan's demand, in their order.
func (s State) Unchecked() []int {
	var out []int
	for b := range s.Round.Bundles.Closed() {
		if !s.satisfied(b) {
			out = append(out, b.Number)
		}
	}
	return out
}
