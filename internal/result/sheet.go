package result

import (
	"iter"

	"shuping/internal/meeting"
)

// A Sheet is one sheet of paper as it was read. It says nothing of when it was
// read and by whom.
type Sheet struct {
	Bundle int // from 1 in each round
	Number int // in the bundle, from 1
	Stack  int // index into the round's stacks
	Ballot meeting.Ballot
}

// Sheets are the sheets of the present round of s that were read one by one, in
// the order of their bundles: the closed ones as they count, and then those in hand.
func Sheets(s meeting.State) iter.Seq[Sheet] {
	return func(yield func(Sheet) bool) {
		bundle := func(number, stack int, ballots []meeting.Ballot) bool {
			for i, b := range ballots {
				if !b.Missing && !b.Withdrawn && !yield(Sheet{number, i + 1, stack, b}) {
					return false
				}
			}
			return true
		}
		for b := range s.Round.Bundles.Closed() {
			if !bundle(b.Number, b.Stack, b.Ballots) {
				return
			}
		}
		for _, h := range s.Round.Hands() {
			if b := h.Bundle; b.Open && !bundle(b.Number, b.Stack, b.Ballots) {
				return
			}
		}
	}
}
