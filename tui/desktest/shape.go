package desktest

import (
	"fmt"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"shuping/tui/frame"
)

// Bent says what is wrong with the shape of the window, "" if nothing is.
func (d *Desk) Bent(plain bool) string {
	v := d.Model.View()
	rows := strings.Split(v.Content, "\n")
	if len(rows) != d.Height {
		return fmt.Sprintf("%d rows", len(rows))
	}
	for i, row := range rows {
		if problem := d.bentRow(row, plain); problem != "" {
			return fmt.Sprintf("row %d %s", i, problem)
		}
		if got, want := d.wall(row, plain); got != want && d.railed(rows[0]) && i >= 2 && i < d.Height-2-longest {
			return fmt.Sprintf("row %d has %q in the place of the wall", i, got)
		}
	}
	if c := v.Cursor; c != nil && (c.X < 0 || c.X >= d.Width || c.Y < 2 || c.Y >= d.Height-2) {
		return fmt.Sprintf("the caret stands at %d, %d", c.X, c.Y)
	}
	return ""
}

// longest is how many rows of the work a long notice covers at most.
const longest = 5

func (d *Desk) bentRow(row string, plain bool) string {
	if w := ansi.StringWidth(row); w != d.Width {
		return fmt.Sprintf("takes %d cells", w)
	}
	for _, r := range ansi.Strip(row) {
		if r < ' ' || r >= 0x7f && r < 0xa0 {
			return fmt.Sprintf("holds %q", r)
		}
		if plain && strings.ContainsRune(ambiguous, r) {
			return fmt.Sprintf("holds %q, which some terminals draw two cells wide", r)
		}
	}
	return ""
}

// ambiguous characters are one cell wide in some terminals and two in others.
const ambiguous = "“”‘’–—…·×→←↑↓▀▄█─│═①②③§°±÷"

// railed reports whether the agenda stands at the side: everywhere but on its own
// screen, where sheets are counted, and on the wall.
func (d *Desk) railed(tabs string) bool {
	tabs = ansi.Strip(tabs)
	return frame.RailWidth(d.Width) > 0 && strings.Contains(tabs, "[F") && !strings.Contains(tabs, "[F2") && !strings.Contains(tabs, "[F3")
}

func (d *Desk) wall(row string, plain bool) (got, want string) {
	at := frame.RailWidth(d.Width) + 1
	if want = "│"; plain {
		want = "|"
	}
	return ansi.Strip(ansi.Cut(row, at, at+1)), want
}
