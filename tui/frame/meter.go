package frame

import (
	"strings"

	"charm.land/bubbles/v2/progress"
	"charm.land/lipgloss/v2"

	"shuping/tui/look"
)

// Meter is a bar of so many cells that shows how much is done of how much. It is made
// of spaces, which no terminal tears.
func Meter(l look.Look, done, of int64, width int) string {
	if of <= 0 || width < 1 {
		return ""
	}
	bar := progress.New(progress.WithWidth(width), progress.WithoutPercentage(), progress.WithFillCharacters('=', ' '), progress.WithColors(lipgloss.NoColor{}))
	bar.EmptyColor = lipgloss.NoColor{}
	row := bar.ViewAs(float64(done) / float64(of))
	full := strings.Count(row, "=")
	return l.Choice.Render(strings.Repeat(" ", full)) + l.Field.Render(strings.Repeat(" ", width-full))
}
