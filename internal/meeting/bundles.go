package meeting

import "slices"

// Bundles are the closed bundles of a round, in their order. It is a value: what
// was read from it never changes. It is kept in shelves, so that a bundle that is
// added or confirmed copies one shelf and not the whole hall.
type Bundles struct {
	shelves [][]ClosedBundle
	length  int
}

const shelf = 64

// Len is how many there are.
func (l Bundles) Len() int { return l.length }

// At is the bundle with the number n, from 1.
func (l Bundles) At(n int) ClosedBundle { return l.shelves[(n-1)/shelf][(n-1)%shelf] }

// add is the list with one more bundle.
func (l Bundles) add(b ClosedBundle) Bundles {
	if l.length%shelf == 0 {
		n := len(l.shelves)
		return Bundles{append(l.shelves[:n:n], []ClosedBundle{b}), l.length + 1}
	}
	last := len(l.shelves) - 1
	full := l.shelves[last]
	return Bundles{with(l.shelves, last, slices.Concat(full, []ClosedBundle{b})), l.length + 1}
}

// with is the list with another bundle of number n.
func (l Bundles) with(n int, b ClosedBundle) Bundles {
	at := (n - 1) / shelf
	l.shelves = with(l.shelves, at, with(l.shelves[at], (n-1)%shelf, b))
	return l
}

// Unchecked lists the numbers of the bundles that nobody confirmed in a way that
// satisfies the plan's demand, in their order.
func (s State) Unchecked() []int {
	var out []int
	for n := 1; n <= s.Round.Bundles.Len(); n++ {
		if !s.satisfied(s.Round.Bundles.At(n)) {
			out = append(out, n)
		}
	}
	return out
}
