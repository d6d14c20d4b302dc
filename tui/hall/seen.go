package hall

import (
	"slices"

	"shuping/internal/words"
	"shuping/tui/desk"
)

// At is the wall as a console wants it: a picture or none, and the first subject in
// sight where they turn by pages.
func (w Wall) At(blank bool, from int) Wall {
	w.blank, w.from = blank, from
	return w
}

// Blank and From are what the wall is at.
func (w Wall) Blank() bool { return w.blank }
func (w Wall) From() int   { return w.from }

// Paused is the wall that nobody vouches for: what it showed is gone, and the reason
// stands small below.
func (w Wall) Paused(c desk.Context, why string) desk.Picture {
	rows := slices.Concat(
		c.Large(words.ShowPaused(c.Lang), c.Width, c.Rows/2, c.Look.Amber), []string{""},
		[]string{c.Look.Centre(words.ShowWait(c.Lang), c.Width)},
	)
	rows = middle(rows, c.Rows)
	if why != "" {
		rows = append(rows, make([]string, max(1, c.Rows-1-len(rows)))...)
		rows = append(rows, c.Look.Dim.Render(c.Look.Left(" "+why, c.Width)))
	}
	return desk.Picture{Rows: rows[:min(len(rows), c.Rows)]}
}
