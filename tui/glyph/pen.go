package glyph

import (
	"strings"

	"charm.land/lipgloss/v2"
)

// pen is what switches a style on and off again. Writing it out once a run
// of cells is far cheaper than rendering every run.
type pen struct{ down, up string }

// pens makes the pen for s and the one with ink and paper exchanged.
func pens(s lipgloss.Style) (plain, reverse pen) {
	safe := lipgloss.NewStyle().
		Foreground(s.GetForeground()).
		Background(s.GetBackground()).
		Bold(s.GetBold()).
		Faint(s.GetFaint())
	return newPen(safe.Reverse(s.GetReverse())), newPen(safe.Reverse(!s.GetReverse()))
}

func newPen(s lipgloss.Style) pen {
	down, up, _ := strings.Cut(s.Render("x"), "x")
	return pen{down, up}
}
