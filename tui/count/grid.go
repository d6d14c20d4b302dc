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
	return append(head, c.gridRows(d, sheet, max(3, room-len(head)), len(c.draft), func(i int) string {
		if i < len(c.draft) {
			return d.Look.Choice.Render("[" + markName(d, c.draft[i]) + "]")
		}
		return ""
	})...)
}

// gridRows is the rows of a sheet in columns, each with its mark; the row at is in hand,
// and what is below it dim.
func (c Count) gridRows(d desk.Context, sheet []row, room, at int, marked func(int) string) []string {
	room = max(3, room)
	mark := 0
	for _, name := range append(slices.Clone(d.Ahead.Plan.Rule.OnSheet()), d.Ahead.Plan.Rule.Aside, words.BlankMark(d.Lang), words.SpoiledMark(d.Lang)) {
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
		rows[i%tall] += d.Look.Left(drawCell(d, i, at, d.Look.Left(names[i], name), marked(i)), width)
	}
	return desk.RowsAround(rows, room, min(at, len(sheet)-1)%tall)
}

// drawCell is one row of the form: its number, whose it is, and the mark if it has
// one.
func drawCell(d desk.Context, i, at int, name, word string) string {
	pointer := "  "
	switch {
	case i == at:
		pointer, name = d.Look.Accent.Render(d.Look.Here())+" ", d.Look.Strong.Render(name)
	case i > at && word == "":
		name = d.Look.Dim.Render(name)
	}
	return pointer + d.Look.Dim.Render(fmt.Sprintf("%2d ", i+1)) + name + " " + word
}
