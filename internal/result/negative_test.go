package result

import (
	"testing"

	"shuping/internal/tally"
)

// The terms of a weighted share are as long on a small computer as on a large one.
func TestLongTermsOfAWeightedShare(t *testing.T) {
	n := Negative{}
	n.weigh(tally.Verdict{Negative: tally.Fraction{Num: 5_000_000_000, Den: 40_000_000_001}}, 2)
	if n.Numerator != 5_000_000_000 || n.Denominator != 40_000_000_001 || n.Percent != "12.50" {
		t.Error(n)
	}
}
