package meeting

import "slices"

// Bundles are the closed bundles of a round, in their order. It is a value: what
// was read from it never changes. The list is kept in rows of 64, so that a bundle
// that is added or confirmed copies one row and not all of them.
type Bundles struct {
	rows   [][]ClosedBundle
	length int
}

const bundlesInRow = 64

// Len is how many there are.
func (l Bundles) Len() int { return l.length }

// At is the bundle with the number n, from 1.
func (l Bundles) At(n int) ClosedBundle { return l.rows[(n-1)/bundlesInRow][(n-1)%bundlesInRow] }

// add is the list with one more bundle.
func (l Bundles) add(b ClosedBundle) Bundles {
	if l.length%bundlesInRow == 0 {
		n := len(l.rows)
		return Bundles{append(l.rows[:n:n], []ClosedBundle{b}), l.length + 1}
	}
	last := len(l.rows) - 1
	full := l.rows[last]
	return Bundles{listWith(l.rows, last, slices.Concat(full, []ClosedBundle{b})), l.length + 1}
}

// with is the list with another bundle of number n.
func (l Bundles) with(n int, b ClosedBundle) Bundles {
	at := (n - 1) / bundlesInRow
	l.rows = listWith(l.rows, at, listWith(l.rows[at], (n-1)%bundlesInRow, b))
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
