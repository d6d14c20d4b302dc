package frame_test

import (
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"shuping/tui/frame"
	"shuping/tui/look"
)

// TestAMeterIsMadeOfSpaces, as many of them in reverse as are done.
func TestAMeterIsMadeOfSpaces(t *testing.T) {
	l := look.New(true, look.None)
	for _, c := range []struct {
		done, of int64
		full     int
	}{{0, 13, 0}, {13, 13, 20}, {3, 12, 5}, {26, 13, 20}, {-1, 13, 0}, {1 << 60, 1 << 61, 10}} {
		got := frame.Meter(l, c.done, c.of, 20)
		reversed := 0
		for part := range strings.SplitSeq(got, "\x1b[7m") {
			if bar, _, ok := strings.Cut(part, "\x1b[m"); ok && part != got && strings.HasPrefix(got, "\x1b[7m") && reversed == 0 {
				reversed = len(bar)
			}
		}
		if reversed != c.full || ansi.Strip(got) != strings.Repeat(" ", 20) {
			t.Errorf("%d of %d: %d cells of %q, want %d", c.done, c.of, reversed, got, c.full)
		}
	}
	if got := frame.Meter(l, 1, 0, 20); got != "" {
		t.Errorf("of nothing: %q", got)
	}
}
