package start

import (
	"fmt"
	"strings"

	"shuping/internal/words"
	"shuping/tui/frame"
	"shuping/tui/glyph"
	"shuping/tui/key"
	"shuping/tui/look"
)

// Measures, in cells and rows.
const (
	margin   = 4   // before a line: two, and the pointer
	widest   = 100 // a line
	nameRows = 8   // the name of the program, drawn large, at least
)

// room is how many rows the work has.
func (s Start) room() int {
	_, rows := frame.Room(s.width, s.height, false)
	return rows
}

// shell is the frame around the list.
func (s Start) shell() frame.Shell {
	lang := s.setting.Lang
	sh := frame.Shell{
		Name: words.ProgramName(lang), Last: []frame.Tab{{Cap: "F10", Name: words.KeyMenu(lang)}},
		Work: s.work(), Notice: s.notice, Keys: key.Entries(s.acts()),
	}
	if s.menu != nil {
		sh.Work, sh.Keys = s.menu.Draw(sh.Work, s.look, lang, s.width, s.room()), nil
		return sh
	}
	if next := s.setting.Groups[s.here().group].Next; next != nil && s.here().nth >= 0 {
		step := words.Fill(next(lang), words.Values("name", s.here().Name))
		sh.Next = words.Fill(words.NextStep(lang), words.Values("step", step))
	}
	return sh
}

// work is the list, below the name of the program where there is room for it.
func (s Start) work() frame.Picture {
	lines, at := s.lines(), s.list.Within(len(s.lines())).At
	p := frame.Picture{}
	var rows []string
	var of []int // the line that each row is, -1 for none
	for i, r := range lines {
		if i == 0 || lines[i-1].group != r.group {
			if i > 0 {
				rows, of = append(rows, ""), append(of, -1)
			}
			rows, of = append(rows, "  "+s.look.Dim.Render(s.setting.Groups[r.group].Title)), append(of, -1)
		}
		rows, of = append(rows, s.line(r, i == at)), append(of, i)
		if i == at && s.cut(r) {
			p.Whole = strings.TrimSpace(r.Name + "  " + r.Aside)
		}
	}
	head := s.head(s.room() - len(rows))
	room := s.room() - len(head)
	from, to := s.window(of, at, room)
	for i, n := range of[from:to] {
		if n >= 0 {
			p.Spots = append(p.Spots, frame.Spot{Row: i, N: n})
		}
	}
	p.Rows = rows[from:to]
	if len(rows) > room || s.list.Finding() {
		p.Position = s.list.Position(len(lines), 0)
	}
	return p.Under(head...)
}

// window is the rows in sight around the one under the cursor, with the title of the
// first group at the top.
func (s Start) window(of []int, at, room int) (from, to int) {
	row := 0
	for i, n := range of {
		if n == at {
			row = i
		}
	}
	return frame.List{At: row}.Window(len(of), room)
}

// head is what stands above the list in so many free rows.
func (s Start) head(free int) []string {
	if free < nameRows+3 || s.setting.Font == nil {
		return make([]string, min(1, max(0, free)))
	}
	name, rows := words.ProgramName(s.setting.Lang), min(free-3, 2*nameRows)
	paint := glyph.Halves
	if s.look.Plain {
		paint = glyph.Spaces
	}
	scale, with, ok := s.setting.Font.Fit(name, s.width-2*margin, rows, paint)
	if !ok {
		return []string{""}
	}
	out := []string{""}
	for _, row := range s.setting.Font.Draw(name, scale, with, s.look.Accent) {
		out = append(out, "  "+row)
	}
	return append(out, "")
}

// line is one row: its digit, its name, and at the right what tells it from others.
func (s Start) line(r row, here bool) string {
	lead := "  "
	if r.number > 0 && r.number <= 9 {
		lead = fmt.Sprint(r.number) + " "
	}
	name, aside := s.parts(r)
	mark := "  "
	if here {
		mark = s.look.Here() + " "
	} else {
		aside = s.look.Dim.Render(aside)
	}
	text := mark + s.look.Ends(lead+" "+name, aside+" ", s.wide())
	if here {
		text = s.look.Choice.Render(text)
	}
	return "  " + text
}

// parts is the name and what stands at its right, cut where there is no room for
// them.
func (s Start) parts(r row) (name, aside string) {
	room := s.wide() - 6
	aside = s.look.Middle(r.Aside, max(room/2, room-2-look.Width(r.Name)))
	if aside != "" {
		room -= look.Width(aside) + 2
	}
	return s.look.Middle(r.Name, room), aside
}

func (s Start) cut(r row) bool {
	name, aside := s.parts(r)
	return name != r.Name || aside != r.Aside
}

func (s Start) wide() int { return min(widest, s.width-2*margin) }
