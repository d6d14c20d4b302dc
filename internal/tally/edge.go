package tally

import (
	"math/big"
	"slices"
)

// Edge lists the subjects with equal votes that a quota would part: were so many of
// the worst (lower) graded lower, some of them would be and some would not. It gives
// their places among polls, in that order, and nil where the edge falls between
// different votes. The program shows a tie and never breaks it.
func (r Rule) Edge(polls []Poll, lower int) []int {
	if lower <= 0 || lower >= len(polls) {
		return nil
	}
	ranks := make([][]*big.Rat, len(polls))
	order := make([]int, len(polls))
	for i, p := range polls {
		ranks[i], order[i] = r.rank(p), i
	}
	slices.SortStableFunc(order, func(a, b int) int { return compareRanks(ranks[b], ranks[a]) })
	above, below := order[len(polls)-lower-1], order[len(polls)-lower]
	if compareRanks(ranks[above], ranks[below]) != 0 {
		return nil
	}
	var tied []int
	for i := range polls {
		if compareRanks(ranks[i], ranks[above]) == 0 {
			tied = append(tied, i)
		}
	}
	return tied
}

// rank is how a vote compares with another: the share of the best grade first,
// then of the two best together, and so on.
func (r Rule) rank(p Poll) []*big.Rat {
	w := p.over(r.Base)
	var out []*big.Rat
	var grades []int
	for g := range r.Offered() {
		grades = append(grades, g+1)
		_, share, _ := w.share(grades...)
		out = append(out, share)
	}
	return out
}

func compareRanks(a, b []*big.Rat) int {
	return slices.CompareFunc(a, b, (*big.Rat).Cmp)
}
