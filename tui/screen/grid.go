package screen

import (
	"fmt"

	"shuping/internal/words"
	"shuping/tui/look"
)

// A form with many rows is laid out in columns, read downwards as the paper is:
// each row with the mark that was keyed, and above them the row in hand with all
// that it may be given.

// gridRows is the sheet in hand in so many rows of the screen.
func (r Record) gridRows(c Context, room int) []string {
	sheet := c.sheet(r.stack)
	at := min(len(r.draft), len(sheet)-1)
	label := c.Look.Strong.Render(fmt.Sprintf("%2d  ", at+1) + c.wholeLabel(sheet[at]))
	head := []string{"   " + c.Look.Accent.Render(c.Look.Here()) + " " + label}
	grades := r.options(c, len(r.draft), c.Width-8)
	if line := head[0] + "   " + grades; look.Width(line) <= c.Width {
		head[0] = line
	} else {
		head = append(head, "       "+grades)
	}
	head = append(head, "")
	room = max(3, room-len(head))
	mark := 0
	for _, name := range append(append([]string{}, c.Ahead.Plan.Rule.Scale...), c.Ahead.Plan.Rule.Aside, words.BlankMark(c.Lang), words.SpoiledMark(c.Lang)) {
		mark = max(mark, look.Width(name))
	}
	columns := max(1, min((len(sheet)+room-1)/room, c.Width/(mark+20)))
	width, name := c.Width/columns, 4
	for _, line := range sheet {
		name = max(name, look.Width(c.rowLabel(line)))
	}
	name = min(name, max(4, width-10-mark))
	width = min(width, name+mark+16)
	cells := make([]string, len(sheet))
	for i, line := range sheet {
		cells[i] = c.Look.Left(r.cell(c, i, line, name), width)
	}
	tall := (len(cells) + columns - 1) / columns
	rows := make([]string, tall)
	for i, cell := range cells {
		rows[i%tall] += cell
	}
	return append(head, window(rows, room, at%tall)...)
}

// cell is one row of the form: its number, whose it is, and the mark if it has
// one.
func (r Record) cell(c Context, i int, line row, wide int) string {
	pointer := "  "
	name := c.Look.Left(c.rowLabel(line), wide)
	word := ""
	switch {
	case i < len(r.draft):
		word = c.Look.Choice.Render("[" + c.markName(r.draft[i]) + "]")
	case i == len(r.draft):
		pointer, name = c.Look.Accent.Render(c.Look.Here())+" ", c.Look.Strong.Render(name)
	default:
		name = c.Look.Dim.Render(name)
	}
	return pointer + c.Look.Dim.Render(fmt.Sprintf("%2d ", i+1)) + name + " " + word
}

// wholeLabel names a row by its subject and its item, wherever it stands.
func (c Context) wholeLabel(r row) string {
	p := c.Ahead.Plan
	if r.column == 0 || p.Sheets.Each {
		return c.rowLabel(r)
	}
	return p.Subjects[r.subject].Label() + " " + p.Rule.Items[r.column-1].Title
}
