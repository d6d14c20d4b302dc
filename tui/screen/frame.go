package screen

import (
	"strings"

	"shuping/internal/meeting"
	"shuping/internal/words"
	"shuping/tui/key"
	"shuping/tui/look"
)

// The least window that a meeting can be held in, and the least that has room
// for the rail beside the work.
const (
	MinWidth, MinHeight = 80, 24
	railWidth           = 28
	railFrom            = 100
	// chrome is the rows around the work area: title, two rules, keys, notice.
	chrome = 5
)

// A Notice is the one line of what was said last.
type Notice struct {
	Text string
	Tone Tone
}

// WorkArea is the room that a window leaves for a screen, with a rail beside
// it or without.
func WorkArea(width, height int, rail bool) (cols, rows int) {
	if rail && width >= railFrom {
		width -= railWidth + 3
	}
	return width, max(1, height-chrome)
}

// Frame lays title, rail, work, notice and keys around a picture. Every row is
// exactly as wide as the window.
func Frame(c Context, p Picture, scope key.Scope, notice Notice, width, height int, rail bool) Picture {
	cols, room := WorkArea(width, height, rail)
	rows := []string{c.title(width), c.Look.Rule(width)}
	var side []string
	if cols < width {
		side = c.rail(room)
	}
	for i := range room {
		line := ""
		if i < len(p.Rows) {
			line = p.Rows[i]
		}
		line = c.Look.Left(line, cols)
		if side != nil {
			line = side[i] + " " + c.Look.Wall() + " " + line
		}
		rows = append(rows, line)
	}
	foot := c.foot(scope, notice, width)
	if more := len(foot) - 2; p.Caret == nil || p.Caret.Row < room-more {
		rows = rows[:len(rows)-more] // a long notice covers the end of the work
	} else {
		foot = foot[:2]
	}
	rows = append(append(rows, c.Look.Rule(width)), foot...)
	out := Picture{Rows: c.steady(rows)}
	if p.Caret != nil && p.Caret.Row >= 0 && p.Caret.Row < room {
		out.Caret = &Caret{p.Caret.Col + width - cols, p.Caret.Row + 2}
	}
	return out
}

// title is what this is: the program, the meeting, the unit, and whether it is
// only a rehearsal.
func (c Context) title(width int) string {
	s := c.State
	left := " " + c.Look.Accent.Render(words.ProgramName(c.Lang)) + "  " + c.Look.Strong.Render(s.Plan.Title) + "  " + s.Plan.Unit
	right := ""
	if s.Rehearsal {
		right = c.Look.Practice.Render(" "+words.Rehearsal(c.Lang)+" ") + " "
	}
	for _, keys := range []string{words.AllPlaceKeys(c.Lang), words.PlaceKeys(c.Lang)} {
		if places := c.Look.Dim.Render(keys) + " "; right == "" && look.Width(left)+look.Width(places) < width {
			right = places
		}
	}
	return c.Look.Ends(left, right, width)
}

// rail is the agenda at the side of every screen.
func (c Context) rail(rows int) []string {
	var out []string
	for i := range c.State.Agenda {
		st, it := c.State.Steps[i], c.State.Agenda[i]
		time, style := "", c.Look.Dim
		switch st.Status {
		case meeting.Running:
			time, style = c.remaining(i)
			style = style.Bold(true)
		case meeting.Done:
			time = elapsed(st.Elapsed(c.Now))
		case meeting.Waiting:
			time, style = clock(st.Length(it)), c.Look.Text
		}
		out = append(out, style.Render(c.Look.Ends(mark(c, st.Status)+" "+c.item(i), " "+time, railWidth)))
	}
	if r := c.State.Running(); r >= 0 {
		out = window(out, rows, r)
	} else {
		out = window(out, rows, max(0, c.State.Next()))
	}
	for len(out) < rows {
		out = append(out, strings.Repeat(" ", railWidth))
	}
	return out
}

// keys is the line of keys: only what works now, as far as the line goes, closer
// together in a narrow window. The last one, which leads to the help, always has
// its place.
func (c Context) keys(scope key.Scope, width int) string {
	var items []string
	for _, k := range scope {
		if k.Label != "" {
			items = append(items, c.Look.Strong.Render(k.Cap)+" "+k.Label)
		}
	}
	if len(items) == 0 {
		return c.Look.Left("", width)
	}
	gap, last := "   ", items[len(items)-1]
	if width < railFrom { // and not where they do not fit: they would move at every mark
		gap = "  "
	}
	line := " "
	for _, item := range items[:len(items)-1] {
		if look.Width(line+item+gap+last) <= width {
			line += item + gap
		}
	}
	return c.Look.Left(line+last, width)
}

// foot is the line of keys and the notice, or a notice of two to five lines
// alone: what went wrong is more than which keys there are.
func (c Context) foot(scope key.Scope, n Notice, width int) []string {
	const most = 5
	lines := look.Wrap(n.Text, width-2)
	if len(lines) == 1 {
		return []string{c.keys(scope, width), c.notice(n, width)}
	}
	var rows []string
	for _, line := range lines[:min(len(lines), most)] {
		rows = append(rows, c.notice(Notice{line, n.Tone}, width))
	}
	return rows
}

// steady is rows that no terminal tears.
func (c Context) steady(rows []string) []string {
	for i, r := range rows {
		rows[i] = c.Look.Steady(r)
	}
	return rows
}

func (c Context) notice(n Notice, width int) string {
	style := c.Look.Text
	switch n.Tone {
	case Look:
		style = c.Look.Amber
	case Wrong:
		style = c.Look.Red
	}
	return c.Look.Left(" "+style.Render(c.Look.Left(n.Text, max(0, width-2))), width)
}

// TooSmall says that the window has too little room, and what to do.
func TooSmall(c Context, width, height int) Picture {
	text := c.Say(words.TooSmall, "width", width, "height", height, "least_width", MinWidth, "least_height", MinHeight)
	lines := look.Wrap(text, max(2, width))
	rows := make([]string, max(1, height))
	for i := range rows {
		line := ""
		if i < len(lines) {
			line = lines[i]
		}
		rows[i] = c.Look.Left(line, width)
	}
	return Picture{Rows: c.steady(rows)}
}
