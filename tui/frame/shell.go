package frame

import (
	"strings"

	"charm.land/lipgloss/v2"

	"shuping/internal/words"
	"shuping/tui/key"
	"shuping/tui/look"
)

// The least window that a meeting can be held in, and what of a window the shell
// takes.
const (
	MinWidth, MinHeight = 80, 24

	head     = 2 // tabs, and where one is
	foot     = 2 // what happened, and the keys
	railWide = 28
	railFrom = 100
)

// A Tab is a place that a key leads to.
type Tab struct {
	Cap, Name string
	Here      bool
}

// A Tone says how a notice is meant.
type Tone int

const (
	Plain Tone = iota
	Good       // done, stored
	Look       // amber: look
	Wrong      // red: over the limit, or differs
)

// A Notice is what was said last.
type Notice struct {
	Text string
	Tone Tone
}

// A Shell is all that stands around the work.
type Shell struct {
	Name  string // of the program
	Badge string // beside it: a rehearsal
	Tabs  []Tab
	Last  []Tab  // at the right of the tabs, always in sight
	Where string // what is open
	Sees  string // at its right: what the hall sees
	Rail  []string
	Work  Picture
	Notice
	Meter string // how far something is that takes its time, instead of the notice
	Next  string // the next step
	Keys  []key.Entry
}

// A Zone is a part of the window that a mouse can hit.
type Zone struct {
	Row, From, To int // cells, To beyond the last
	Kind          Kind
	N             int // which tab, key or item
}

// Kind is what a zone is a part of.
type Kind int

const (
	OnTab Kind = iota
	OnLast
	OnKey
	OnItem
)

// Room is what a window leaves for the work, beside a rail or without.
func Room(width, height int, rail bool) (cols, rows int) {
	if rail && width >= railFrom {
		width -= railWide + 3
	}
	return width, max(1, height-head-foot)
}

// RailWidth is how wide a rail is, 0 where the window has no room for one.
func RailWidth(width int) int {
	if width < railFrom {
		return 0
	}
	return railWide
}

// Draw is the whole window, each row exactly as wide as it, and what in it can be
// hit.
func (s Shell) Draw(l look.Look, width, height int) (Picture, []Zone) {
	cols, room := Room(width, height, s.Rail != nil)
	tabs, zones := s.tabs(l, width)
	said := s.said(l, width)
	work := s.Work
	more := len(said) - 1 // a long notice covers the end of the work, or its beginning where one types at the end
	if c := work.Caret; c != nil && c.Row >= room-more && c.Row < room {
		work = work.from(more)
	}
	rows := []string{tabs, s.where(l, width)}
	for i := range room - more {
		line := l.Left(at(work.Rows, i), cols)
		if cols < width {
			line = l.Left(at(s.Rail, i), railWide) + " " + l.Wall() + " " + line
		}
		rows = append(rows, line)
	}
	open := len(rows) // below lies what is said
	line, hits := s.line(l, height-1, width)
	rows = append(append(rows, said...), line)
	zones = append(zones, hits...)
	for _, spot := range work.Spots {
		if spot.Row >= 0 && spot.Row+head < open {
			zones = append(zones, Zone{spot.Row + head, width - cols, width, OnItem, spot.N})
		}
	}
	out := Picture{Rows: steady(l, rows, width)}
	if c := work.Caret; c != nil && c.Row >= 0 && c.Row < room-more {
		out.Caret = &Caret{c.Col + width - cols, c.Row + head}
	}
	return out, zones
}

func at(rows []string, i int) string {
	if i < len(rows) {
		return rows[i]
	}
	return ""
}

// tabs is the first row: the program, the places, the one that is open in reverse,
// and what is always in sight.
func (s Shell) tabs(l look.Look, width int) (string, []Zone) {
	var zones []Zone
	line := " " + l.Accent.Render(s.Name)
	last, room := "", width
	for _, t := range s.Last {
		last += " " + l.Dim.Render(t.Cap) + t.Name
	}
	last += " "
	room -= look.Width(last)
	from := room + 1
	for n, t := range s.Last {
		w := look.Width(t.Cap + t.Name)
		zones = append(zones, Zone{0, from, from + w, OnLast, n})
		from += w + 1
	}
	named := len(s.Tabs)
	if badge := l.Practice.Render(" " + s.Badge + " "); s.Badge != "" {
		if line += " " + badge; look.Width(line+strings.Join(s.named(l, named), "")) > room {
			line = badge // in the place of the program's name
		}
	}
	for named > 0 && look.Width(line+strings.Join(s.named(l, named), "")) > room {
		named--
	}
	for n, name := range s.named(l, named) {
		from := look.Width(line) + 1
		if line += name; from < room {
			zones = append(zones, Zone{0, from, min(room, look.Width(line)), OnTab, n})
		}
	}
	return l.Left(line, room) + last, zones
}

// named is the tabs, so many of them with their names; the one that is open always
// has its.
func (s Shell) named(l look.Look, names int) []string {
	out := make([]string, len(s.Tabs))
	for n, t := range s.Tabs {
		switch {
		case t.Here:
			out[n] = " " + l.Choice.Render("["+t.Cap+t.Name+"]")
		case n < names:
			out[n] = " " + l.Dim.Render(t.Cap) + t.Name
		default:
			out[n] = " " + l.Dim.Render(t.Cap)
		}
	}
	return out
}

// where is the second row.
func (s Shell) where(l look.Look, width int) string {
	sees := ""
	if s.Sees != "" {
		sees = l.Dim.Render(l.Middle(s.Sees, width/2)) + " "
	}
	return l.Left(" "+l.Strong.Render(l.Middle(s.Where, max(2, width-look.Width(sees)-3))), width-look.Width(sees)) + sees
}

// Covers is how many rows of the work the notice takes.
func (s Shell) Covers(l look.Look, width int) int { return max(0, len(s.said(l, width))-1) }

// said is what happened and what is to be done next, in one row where there is room
// for both; what went wrong may take more.
func (s Shell) said(l look.Look, width int) []string {
	const most = 5
	text, style := s.Text, s.Tone.style(l)
	right := strings.TrimSpace(s.Next + "  " + s.Work.Position)
	if whole := s.Work.Whole; text == "" && whole != "" { // it takes no row from the work
		if look.Width(whole+right)+4 > width {
			right = s.Work.Position
		}
		text, style = l.Middle(whole, width-look.Width(right)-4), l.Dim
	}
	if s.Meter != "" {
		return []string{l.Ends(" "+s.Meter, l.Accent.Render(l.Middle(right, max(0, width-look.Width(s.Meter)-3)))+" ", width)}
	}
	if both := text + right; look.Width(both)+4 <= width && !strings.Contains(both, "\n") {
		return []string{l.Ends(" "+style.Render(text), l.Accent.Render(right)+" ", width)}
	}
	var rows []string
	if text != "" {
		lines := look.Wrap(text, width-2)
		for _, line := range lines[:min(len(lines), most)] {
			rows = append(rows, " "+style.Render(line))
		}
	}
	if right != "" {
		rows = append(rows, " "+l.Accent.Render(l.Middle(right, width-2)))
	}
	return rows
}

func (t Tone) style(l look.Look) lipgloss.Style {
	switch t {
	case Good:
		return l.Good
	case Look:
		return l.Amber
	case Wrong:
		return l.Red
	default:
		return l.Text
	}
}

// line is the line of keys: what works now, from the front as far as the line goes,
// closer together in a narrow window. The last one always has its place.
func (s Shell) line(l look.Look, row, width int) (string, []Zone) {
	var at []int
	for i, e := range s.Keys {
		if (e.Shown == key.OnLine || e.Shown == key.OffMenu) && e.Name() != "" && e.Why == "" {
			at = append(at, i)
		}
	}
	if len(at) == 0 {
		return "", nil
	}
	gap := "   "
	if width < railFrom {
		gap = "  "
	}
	item := func(i int) string { return l.Strong.Render(s.Keys[i].Cap()) + " " + s.Keys[i].Name() }
	var zones []Zone
	line, last := " ", at[len(at)-1]
	add := func(i int) {
		from := look.Width(line)
		line += item(i)
		zones = append(zones, Zone{row, from, look.Width(line), OnKey, i})
		line += gap
	}
	for _, i := range at[:len(at)-1] {
		if look.Width(line+item(i)+gap+item(last)) <= width {
			add(i)
		}
	}
	add(last)
	return strings.TrimSuffix(line, gap), zones
}

// Step is the next step as the line of notices says it.
func Step(l words.Language, step string) string {
	if step == "" {
		return ""
	}
	return words.Fill(words.NextStep(l), words.Values("step", step))
}

// NoticeRow is a notice alone, in one row.
func NoticeRow(l look.Look, n Notice, width int) string {
	return l.Left(" "+n.Tone.style(l).Render(l.Middle(n.Text, max(0, width-2))), width)
}
