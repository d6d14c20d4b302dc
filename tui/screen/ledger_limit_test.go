package screen_test

import (
	"testing"

	"shuping/tui/desktest"
)

// The question for the time limit takes a day and words, keeps them as they were typed, and
// asks again about what is neither.
func TestATimeLimitIsAskedFor(t *testing.T) {
	for typed, want := range map[string]string{
		"2024-03-31": "2024-03-31", "2024.3.31": "2024-03-31", "立行立改": "立行立改", "3月底前，并长期坚持": "3月底前，并长期坚持", "尽快": "2023-12-31",
	} {
		d := desktest.New(t, desktest.House(t), "zh").Play(desktest.Problems()...)
		d.Press("f6 enter 6 '" + typed + " enter")
		if got := d.State.Ledger[0].Until(); got != want {
			t.Errorf("%q: %q, not %q", typed, got, want)
		}
	}
}
