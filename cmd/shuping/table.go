package main

import (
	"strings"

	"github.com/charmbracelet/x/ansi"
)

// A table is rows of text in columns. A Chinese character takes two cells.
type table struct {
	rows  [][]string
	right map[int]bool // columns that are flush right
}

// gap stands between two columns.
const gap = "  "

func (t *table) row(cells ...string) { t.rows = append(t.rows, cells) }

// String is one line for each row, without spaces at its end.
func (t *table) String() string {
	widths := t.widths()
	var out strings.Builder
	for _, row := range t.rows {
		var line strings.Builder
		for i, cell := range row {
			if i > 0 {
				line.WriteString(gap)
			}
			blank := strings.Repeat(" ", widths[i]-ansi.StringWidth(cell))
			if t.right[i] {
				line.WriteString(blank + cell)
			} else {
				line.WriteString(cell + blank)
			}
		}
		out.WriteString(strings.TrimRight(line.String(), " ") + "\n")
	}
	return out.String()
}

func (t *table) widths() []int {
	var widths []int
	for _, row := range t.rows {
		for i, cell := range row {
			if i == len(widths) {
				widths = append(widths, 0)
			}
			widths[i] = max(widths[i], ansi.StringWidth(cell))
		}
	}
	return widths
}
