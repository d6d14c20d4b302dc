package count

import (
	"fmt"
	"slices"

	"shuping/internal/words"
	"shuping/tui/desk"
	"shuping/tui/look"
)

// A form with many rows is laid out in columns, read downwards as the paper is: each
// row with the mark that was keyed, and above them the row in hand with all that it
// may be given.

// drawGrid is the sheet in hand in so many rows of the screen.
func (c Count) drawGrid(d desk.Context, sheet []row, room int) []string {
	at := min(len(c.draft), len(sheet)-1)
	head := []string{"   " + d.Look.Accent.Render(d.Look.Here()) + " " + d.Look.Strong.Render(fmt.Sprintf("%2d  ", at+1)+sheet[at].whole(d))}
	grades := c.options(d, len(c.draft), d.Width-8)
	if line := head[0] + "   " + grades; look.Width(line) <= d.Width {
		head[0] = line
	} else {
		head = append(head, "       "+grades)
	}
	head = append(head, "")
	room = max(3, room-len(head))
	mark := 0
	for _, name := range append(slices.Clone(d.Ahead.Plan.Rule.Scale), d.Ahead.Plan.Rule.Aside, words.BlankMark(d.Lang), words.SpoiledMark(d.Lang)) {
		mark = max(mark, look.Width(name))
	}
	columns := max(1, min((len(sheet)+room-1)/room, d.Width/(mark+20)))
	width, name := d.Width/columns, 4
	for _, r := range sheet {
		name = max(name, look.Width(r.label(d)))
	}
	name = min(name, max(4, width-10-mark))
	width = min(width, name+mark+16)
	names := rowNames(d, sheet, name)
	tall := (len(sheet) + columns - 1) / columns
	rows := make([]string, tall)
	for i := range sheet {
		rows[i%tall] += d.Look.Left(c.drawCell(d, i, d.Look.Left(names[i], name)), width)
	}
	return append(head, desk.RowsAround(rows, room, at%tall)...)
}

// drawCell is one row of the form: its number, whose it is, and the mark if it has
// one.
func (c Count) drawCell(d desk.Context, i int, name string) string {
	pointer, word := "  ", ""
	switch {
	case i < len(c.draft):
		word = d.Look.Choice.Render("[" + markName(d, c.draft[i]) + "]")
	case i == len(c.draft):
		pointer, name = d.Look.Accent.Render(d.Look.Here())+" ", d.Look.Strong.Render(name)
	default:
		name = d.Look.Dim.Render(name)
	}
	return pointer + d.Look.Dim.Render(fmt.Sprintf("%2d ", i+1)) + name + " " + word
}
