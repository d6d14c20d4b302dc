package hall

import (
	"fmt"
	"strings"

	"charm.land/lipgloss/v2"

	"shuping/internal/words"
	"shuping/tui/desk"
	"shuping/tui/glyph"
	"shuping/tui/look"
)

// A grid is a page of many: a row a subject, a column a grade. Where all have room at
// once the names are large. Else it is a board: what is large is the number of the row
// on the sheet, and the pages are evened out.
type grid struct {
	title string   // of the column of names
	heads []string // of the others
	aside bool     // the last of them is no grade
	cells [][]string
	most  int // digits that a number may come to have; 0 where the cells are words
	style func(row, column int) lipgloss.Style
}

// A setting is how a grid is drawn in a window.
type setting struct {
	hand   hand // of heads, names and words
	digits *glyph.Digits
	high   int // rows of a number or a word
	name   int // cells of the column of names
	wide   int // cells of every other column
	gutter int // cells between two columns
	gap    int // empty rows between two subjects
	each   int // subjects on a page
	board  bool
}

// head is how many rows stand above the first subject: words, bars, and an empty one.
func (g grid) head(s setting) int {
	if g.most == 0 {
		return 1
	}
	_, high := s.hand.cell()
	return high + 2
}

// setting finds how the grid is drawn: large if all have room, else as a board, else
// not at all.
func (g grid) setting(p paper) (setting, bool) {
	names := short(p.Context, 99)
	joined := g.title + strings.Join(g.heads, "")
	if g.most == 0 {
		for _, row := range g.cells {
			joined += strings.Join(row, "")
		}
	}
	all, best := len(g.cells), setting{}
	for _, h := range p.hands(joined+strings.Join(names, ""), matter) {
		wide, high := h.cell()
		s, ok := g.with(p, setting{hand: h, high: high, gap: 1}, high-1, longest(short(p.Context, 8))*wide)
		switch {
		case ok && s.each >= all:
			return s, true
		case ok && g.most == 0 && (best.each == 0 || pagesOf(all, s.each) < pagesOf(all, best.each)):
			best = s
		}
	}
	if g.most == 0 {
		return best, best.each > 0
	}
	for _, name := range []int{9, 0} { // cells for a name beside the number: 第一…书记
		for _, h := range p.hands(joined, label) {
			if s, ok := g.with(p, setting{hand: h, board: true}, 0, name); ok && (best.each == 0 || pagesOf(all, s.each) < pagesOf(all, best.each)) {
				best = s
			}
		}
		if best.each > 0 {
			break
		}
	}
	return best, best.each > 0
}

// with is a setting with its columns, digits of about so many rows, and the names in
// what is left of the width; false where that is too little.
func (g grid) with(p paper, s setting, rows, name int) (setting, bool) {
	s.wide = s.hand.width(g.heads...)
	if g.most > 0 {
		s.number(p, g.most, rows)
	} else {
		for _, row := range g.cells {
			s.wide = max(s.wide, s.hand.width(row...))
		}
	}
	if s.board {
		number, _ := s.digits.Size("00")
		name += number + gutter
	}
	for s.gutter = gutter; s.gutter > 0; s.gutter-- {
		if s.name = p.cols - len(g.heads)*(s.wide+s.gutter); s.name >= name {
			break
		}
	}
	s.each = g.room(p, s)
	return s, s.gutter > 0 && s.each > 0
}

func pagesOf(all, each int) int { return (all + each - 1) / each }

// number chooses digits of so many rows, or a few less, and widens the columns for so
// many digits.
func (s *setting) number(p paper, most, rows int) {
	high := max(leastDigits(p.Rows), rows)
	d := glyph.Fine(high)
	if !p.Look.Halves {
		high = max(5, high-1|1)
		d = glyph.Solid(high)
	}
	s.digits, s.high = &d, max(s.high, high)
	cols, _ := d.Size(strings.Repeat("0", most))
	s.wide = max(s.wide, cols)
}

// room is how many subjects have room on a page.
func (g grid) room(p paper, s setting) int {
	return (p.Rows - 1 - g.head(s) + s.gap) / (s.high + s.gap)
}

// drawn is the subjects from one to another in the window: the page without its foot.
func (g grid) drawn(p paper, s setting, from, to int) ([]string, []mark) {
	rows := make([]string, p.Rows)
	var marks []mark
	put := func(y, col int, x shape) {
		drawn, stand := x.draw()
		for n, line := range drawn {
			rows[y+n] = p.Look.Left(rows[y+n], col) + line
		}
		marks = append(marks, moved(stand, y, col)...)
	}
	column := func(k int) int { return margin + s.name + s.gutter + k*(s.wide+s.gutter) }
	_, high := s.hand.cell()
	if s.hand.width(g.title) <= s.name && g.title != "" {
		put(0, margin, word{text: g.title, role: label, style: p.Look.Accent}.set(p, s.hand, g.title))
	}
	for k, head := range g.heads[:min(len(g.heads), g.most*len(g.heads))] {
		style, bar := p.Look.Grade(k+1), p.Look.Bar(k+1, g.grades(), s.wide)
		if k == g.grades() {
			style, bar = p.Look.Dim, ""
		}
		put(0, column(k), word{text: head, role: label, style: style}.set(p, s.hand, head))
		rows[high] = p.Look.Left(rows[high], column(k)) + bar
	}
	names := g.names(p, s)
	step := s.high + s.gap
	if free := p.Rows - 1 - g.head(s) - (to-from)*step; free > 0 {
		step += min(2, free/max(1, to-from))
	}
	for i := from; i < to; i++ {
		y := g.head(s) + (i-from)*step
		if s.board {
			no := number{text: fmt.Sprint(i + 1), room: "00", style: p.Look.Dim}.shape(p.Look, *s.digits)
			put(y, margin, no)
			room := s.name - no.cols - gutter
			at := y + s.high/2
			if name := inRow(p.Context, i, room); room >= 6 {
				put(at, margin+no.cols+gutter, word{text: name, style: p.Look.Text}.set(p, hand{text: true}, name))
			}
		} else {
			put(y+(s.high-high)/2, margin, word{text: names[i], role: matter, style: p.Look.Text}.set(p, s.hand, names[i]))
		}
		for k, cell := range g.cells[i] {
			style := g.style(i, k)
			if g.most == 0 || strings.Trim(cell, "-0123456789") != "" {
				put(y+(s.high-high)/2, column(k), word{text: cell, role: matter, style: style}.set(p, s.hand, cell))
				continue
			}
			put(y, column(k), number{text: cell, room: strings.Repeat("0", g.most), style: style}.shape(p.Look, *s.digits))
		}
	}
	return rows, marks
}

// inRow is what subject i is called in so many cells of a row of text.
func inRow(c desk.Context, i, cells int) string {
	s := c.State.Plan.Subjects[i]
	if name := s.Label(); s.Short == "" || look.Width(name) <= cells {
		return c.Look.Middle(name, cells)
	}
	return c.Look.Middle(s.Short, cells)
}

// grades is how many of the columns are grades.
func (g grid) grades() int {
	if g.aside {
		return len(g.heads) - 1
	}
	return len(g.heads)
}

// names are the subjects as long as they have room in their column.
func (g grid) names(p paper, s setting) []string {
	wide, _ := s.hand.cell()
	for cells := s.name / wide; ; cells-- {
		if names := short(p.Context, cells); cells <= 2 || s.hand.width(names...) <= s.name {
			return names
		}
	}
}

// pages is the grid on as many pages as it takes, each with as many subjects as the
// next; false where the window has no room for it.
func (g grid) pages(c desk.Context, foot string) ([]page, bool) {
	p := paper{Context: c, cols: c.Width - 2*margin}
	s, ok := g.setting(p)
	if p.loose = !c.Look.Halves || g.most == 0; !ok && p.loose { // of words, or with spaces alone: some stand in a row of text
		s, ok = g.setting(p)
	}
	if !ok {
		return nil, false
	}
	all := len(g.cells)
	n := pagesOf(all, s.each)
	out := make([]page, n)
	for i := range out {
		from, to := all*i/n, all*(i+1)/n
		x := titled(c, foot)
		if x.foot = foot; s.board {
			x.foot += "   " + words.HallRows(c.Lang)
		}
		x.grid = func() ([]string, []mark) { return g.drawn(p, s, from, to) }
		out[i] = x
	}
	return out, true
}
