package field

import (
	"strings"

	"charm.land/lipgloss/v2"
)

// pen is what switches a style on and off again. Padding, width and whatever
// else could move a cell is left behind.
type pen struct{ down, up string }

func newPen(s lipgloss.Style) pen {
	safe := lipgloss.NewStyle().
		Foreground(s.GetForeground()).
		Background(s.GetBackground()).
		Bold(s.GetBold()).
		Faint(s.GetFaint()).
		Italic(s.GetItalic()).
		Underline(s.GetUnderline()).
		Reverse(s.GetReverse())
	down, up, _ := strings.Cut(safe.Render("x"), "x")
	return pen{down, up}
}

func (p pen) write(s string) string {
	if s == "" {
		return ""
	}
	return p.down + s + p.up
}
