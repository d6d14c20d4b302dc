package papers

import (
	"iter"

	"shuping/internal/meeting"
)

// Sheets are the sheets of the present round of s that were read one by one, in
// the order of their bundles: the closed ones as they count, and the open one.
func Sheets(s meeting.State) iter.Seq[SheetRow] {
	return func(yield func(SheetRow) bool) {
		bundle := func(number, stack int, ballots []meeting.Ballot) bool {
			for i, b := range ballots {
				if !b.Missing && !yield(SheetRow{number, i + 1, stack, b}) {
					return false
				}
			}
			return true
		}
		for n := range s.Round.Bundles.Len() {
			if b := s.Round.Bundles.At(n + 1); !bundle(b.Number, b.Stack, b.Ballots) {
				return
			}
		}
		if b := s.Round.Bundle; b.Open {
			bundle(b.Number, b.Stack, b.Ballots)
		}
	}
}
