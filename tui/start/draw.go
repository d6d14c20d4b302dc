package start

import (
	"fmt"
	"strings"

	"shuping/internal/words"
	"shuping/tui/frame"
	"shuping/tui/glyph"
	"shuping/tui/look"
)

// nameRows is how many rows the name of the program has, drawn large, at least.
const nameRows = 8

// draw is the list, below the name of the program where there is room for it.
func (b choices) draw(c scene) frame.Picture {
	lines := b.lines(c)
	at := b.list.Within(len(lines)).At
	p := frame.Picture{}
	var rows []string
	var of []int // the line that each row is, -1 for none
	for i, r := range lines {
		if i == 0 || lines[i-1].group != r.group {
			if i > 0 {
				rows, of = append(rows, ""), append(of, -1)
			}
			rows, of = append(rows, "  "+c.look.Dim.Render(b.groups[r.group].Title)), append(of, -1)
		}
		rows, of = append(rows, c.line(r, i == at)), append(of, i)
		if i == at && c.cut(r) {
			p.Whole = strings.TrimSpace(r.Name + "  " + r.Aside)
		}
	}
	head := c.head(c.rows - len(rows))
	room := c.rows - len(head)
	from, to := windowOf(of, at, room)
	for i, n := range of[from:to] {
		if n >= 0 {
			p.Spots = append(p.Spots, frame.Spot{Row: i, N: n})
		}
	}
	p.Rows = rows[from:to]
	if len(rows) > room || b.list.Finding() {
		p.Position = b.list.Position(len(lines), 0)
	}
	return p.Under(head...)
}

// windowOf is the rows in sight around the one under the cursor, with the title of the
// first group at the top.
func windowOf(of []int, at, room int) (from, to int) {
	row := 0
	for i, n := range of {
		if n == at {
			row = i
		}
	}
	return frame.List{At: row}.Window(len(of), room)
}

// head is what stands above the list in so many free rows.
func (c scene) head(free int) []string {
	if free < nameRows+3 || c.fonts == nil {
		return make([]string, min(1, max(0, free)))
	}
	name, rows := words.ProgramName(c.lang), min(free-3, 2*nameRows)
	face, ok := c.fonts.Fit(name, c.width-2*margin, rows, glyph.Paints(c.look.Halves, c.look.Corners, c.width)...)
	if !ok {
		return []string{""}
	}
	out := []string{""}
	for _, row := range face.Draw(name, c.look.Accent) {
		out = append(out, "  "+row)
	}
	return append(out, "")
}

// line is one row: its digit, its name, and at the right what tells it from others.
func (c scene) line(r row, here bool) string {
	lead := "  "
	if r.number > 0 && r.number <= 9 {
		lead = fmt.Sprint(r.number) + " "
	}
	name, aside := c.parts(r)
	mark := "  "
	if here {
		mark = c.look.Here() + " "
	} else {
		aside = c.look.Dim.Render(aside)
	}
	text := mark + c.look.Ends(lead+" "+name, aside+" ", c.wide())
	if here {
		text = c.look.Choice.Render(text)
	}
	return "  " + text
}

// parts is the name and what stands at its right, cut where there is no room for
// them.
func (c scene) parts(r row) (name, aside string) {
	room := c.wide() - 6
	aside = c.look.Middle(r.Aside, max(room/2, room-2-look.Width(r.Name)))
	if aside != "" {
		room -= look.Width(aside) + 2
	}
	return c.look.Middle(r.Name, room), aside
}

func (c scene) cut(r row) bool {
	name, aside := c.parts(r)
	return name != r.Name || aside != r.Aside
}
