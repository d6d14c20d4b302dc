package hall

import (
	"slices"
	"strings"

	"charm.land/lipgloss/v2"

	"shuping/tui/desk"
	"shuping/tui/glyph"
	"shuping/tui/look"
)

// A role says from how far a word must be read: what matters from the last row, a label
// there by whoever looks for it, small print by whoever sits in front.
type role int

const (
	small role = iota
	label
	matter
)

// least is how many rows of a window so high a word of that role takes at least: a
// twelfth of the picture for what matters, an eighteenth for a label. One row of text
// does for labels up to 18 rows, for everything up to 12.
func (r role) least(rows int) int {
	switch r {
	case label:
		return (rows + 17) / 18
	case matter:
		return (rows + 11) / 12
	default:
		return 1
	}
}

// leastDigits is the same for numbers, whose last half row may be empty.
func leastDigits(rows int) int { return max(3, (rows+17)/12) }

// A paper is what a block is drawn on: a window, and how much of its width there is.
// Whole is where no name is cut yet, loose where nothing fits that is high enough, and
// one row of text has to do.
type paper struct {
	desk.Context
	cols         int
	whole, loose bool
}

// A mark is where a word stands on a page.
type mark struct {
	row, col, cols, rows int
	each                 int // rows of one of its lines
	role                 role
	text                 string
}

// A shape is one way of drawing a block, in so many cells. It is drawn only if it is
// chosen: its rows, and where in them the words stand.
type shape struct {
	cols, rows int
	draw       func() ([]string, []mark)
	cut        bool // it does not say all
}

// A block is a part of a page. Its shapes are what fits into the width, the best first;
// none is too small to be read.
type block interface{ shapes(p paper) []shape }

// A hand is how a word is set: in a face, or in one row of text.
type hand struct {
	face glyph.Face
	text bool
}

// hands are the ways to set a word of that role, the thickest first; text last, where
// it is high enough.
func (p paper) hands(text string, r role) []hand {
	var out []hand
	for _, f := range p.Fonts.Faces(text, glyph.Paints(p.Look.Halves, p.Look.Corners, p.Width)...) {
		if _, rows := f.Size("0"); rows >= r.least(p.Rows) {
			out = append(out, hand{face: f})
		}
	}
	if p.loose || r.least(p.Rows) <= 1 {
		out = append(out, hand{text: true})
	}
	return out
}

// cell is how wide and how high a cell of text becomes.
func (h hand) cell() (cols, rows int) {
	if h.text {
		return 1, 1
	}
	return h.face.Size("0")
}

// A word is set in the thickest face that fits: in one line, or broken into a few. A
// name that is too long is called shorter, and cut in its middle if need be.
type word struct {
	text string
	role
	style lipgloss.Style
	short string // what a name is called where it has no room
}

func (w word) shapes(p paper) []shape {
	out := w.broken(p, w.text)
	if w.short == "" {
		return out
	}
	cut := w.broken(p, w.short)
	hands := p.hands(w.short, w.role)
	for _, h := range slices.Backward(hands) { // the thinnest says most
		wide, _ := h.cell()
		for room := p.cols / wide; room >= 4; room-- {
			if text := p.Look.Middle(w.short, room); h.width(text) <= p.cols {
				cut = append(cut, w.set(p, h, text))
				break
			}
		}
	}
	for i := range cut {
		cut[i].cut = true
	}
	return append(out, cut...)
}

// broken is a text in one line, two or three, in every hand that has the width.
func (w word) broken(p paper, text string) []shape {
	const most = 3 // lines
	var out []shape
	hands := p.hands(text, w.role)
	lines, cells := make([][]string, len(hands)), look.Width(text)
	for i, h := range hands {
		wide, _ := h.cell()
		if width := p.cols / wide; width*most+most > cells { // else it takes more, a space at each break left out
			lines[i] = evenly(text, width)
		}
		if apart := strings.Join(strings.Split(text, ""), " "); h.text && cells > len([]rune(text)) && look.Width(apart) <= p.cols {
			lines[i] = []string{apart} // Chinese, its letters apart
		}
	}
	for n := 1; n <= most; n++ {
		for i, h := range hands {
			if len(lines[i]) == n && h.width(lines[i]...) <= p.cols {
				out = append(out, w.set(p, h, lines[i]...))
			}
		}
	}
	return out
}

// evenly is a text in as many lines as it takes in that width, none of them much longer
// than the others.
func evenly(text string, width int) []string {
	lines := look.Wrap(text, width)
	for n := len(lines); n > 1 && n <= 3; width-- {
		less := look.Wrap(text, width-1)
		if len(less) > n || width <= 2 {
			break
		}
		lines = less
	}
	return lines
}

// width is that of the widest of lines.
func (h hand) width(lines ...string) int {
	cols := 0
	for _, line := range lines {
		if h.text {
			cols = max(cols, look.Width(line))
		} else {
			wide, _ := h.face.Size(line)
			cols = max(cols, wide)
		}
	}
	return cols
}

// set is the word in that hand, in so many lines.
func (w word) set(p paper, h hand, lines ...string) shape {
	_, high := h.cell()
	style := w.style
	if h.text {
		style = style.Bold(true)
	}
	cols := h.width(lines...)
	rows := high * len(lines)
	return shape{cols: cols, rows: rows, draw: func() ([]string, []mark) {
		var out []string
		for _, line := range lines {
			drawn := []string{style.Render(line)}
			if !h.text {
				drawn = h.face.Draw(line, style)
			}
			for _, r := range drawn {
				out = append(out, p.Look.Centre(r, cols))
			}
		}
		return out, []mark{{cols: cols, rows: rows, each: high, role: w.role, text: w.text}}
	}}
}

// A number has digits of seven segments, flush with the right edge of the room that it
// keeps for the largest that it may become.
type number struct {
	text, room string
	tenths     int // of the height of the window, at most
	style      lipgloss.Style
}

func (n number) shapes(p paper) []shape {
	var out []shape
	for _, d := range n.digits(p) {
		if s := n.shape(p.Look, d); s.cols <= p.cols {
			out = append(out, s)
		}
	}
	if len(out) == 0 && p.loose {
		return []shape{word{text: n.text, role: matter, style: n.style}.set(p, hand{text: true}, n.text)}
	}
	return out
}

// digits are what the number may be drawn in, the largest first.
func (n number) digits(p paper) []glyph.Digits {
	least := leastDigits(p.Rows)
	var out []glyph.Digits
	for rows := max(5, (p.Rows*n.tenths/10-1)|1); rows >= max(5, least); rows -= 2 {
		out = append(out, glyph.Solid(rows))
	}
	if p.Look.Halves {
		for rows := max(least, 4); rows >= least; rows-- {
			out = append(out, glyph.Fine(rows))
		}
	}
	return out
}

func (n number) shape(l look.Look, d glyph.Digits) shape {
	cols, rows := d.Size(n.text)
	room, _ := d.Size(n.room)
	room = max(room, cols)
	return shape{cols: room, rows: rows, draw: func() ([]string, []mark) {
		drawn := d.Draw(n.text, n.style)
		for i, row := range drawn {
			drawn[i] = l.Right(row, room)
		}
		return drawn, []mark{{col: room - cols, cols: cols, rows: rows, each: rows, role: matter, text: n.text}}
	}}
}

// A row is blocks side by side, with equal gaps.
type row []block

func (r row) shapes(p paper) []shape {
	each := make([][]shape, len(r))
	var heights []int
	for i, b := range r {
		each[i] = b.shapes(p)
		for _, s := range each[i] {
			heights = append(heights, s.rows)
		}
	}
	slices.Sort(heights)
	heights = slices.Compact(heights)
	var out []shape
	for _, most := range slices.Backward(heights) {
		if s, ok := r.within(p, each, most); ok {
			out = append(out, s)
		}
	}
	return out
}

// gutter is the least gap between two blocks of a row.
const gutter = 2

// within is the row in at most so many rows: each block in its best shape, the widest
// made smaller until there is room.
func (r row) within(p paper, each [][]shape, most int) (shape, bool) {
	chosen := make([]shape, len(r))
	narrower := func(i, cols int) bool {
		for _, s := range each[i] {
			if s.rows <= most && s.cols < cols {
				chosen[i] = s
				return true
			}
		}
		return false
	}
	for i := range r {
		if !narrower(i, p.cols+1) {
			return shape{}, false
		}
	}
	for width(chosen) > p.cols {
		widest := -1
		for i, s := range chosen {
			if hasNarrower(each[i], most, s.cols) && (widest < 0 || s.cols > chosen[widest].cols) {
				widest = i
			}
		}
		if widest < 0 {
			return shape{}, false
		}
		narrower(widest, chosen[widest].cols)
	}
	return beside(p.Look, chosen, p.cols), true
}

func hasNarrower(shapes []shape, most, cols int) bool {
	return slices.ContainsFunc(shapes, func(s shape) bool { return s.rows <= most && s.cols < cols })
}

func width(shapes []shape) int {
	total := gutter * (len(shapes) - 1)
	for _, s := range shapes {
		total += s.cols
	}
	return total
}

// beside is shapes in one, with the free room shared out before, between and behind them.
func beside(l look.Look, shapes []shape, cols int) shape {
	out := shape{cols: cols}
	free := cols
	for _, s := range shapes {
		free -= s.cols
		out.rows, out.cut = max(out.rows, s.rows), out.cut || s.cut
	}
	at := make([]int, len(shapes))
	col := 0
	for i, s := range shapes {
		gap := free * (i + 1) / (len(shapes) + 1)
		at[i] = col + gap
		col += s.cols
	}
	shapes = slices.Clone(shapes)
	out.draw = func() ([]string, []mark) {
		rows, all := make([]string, out.rows), []mark(nil)
		for i, s := range shapes {
			drawn, marks := s.draw()
			top := (out.rows - s.rows) / 2
			all = append(all, moved(marks, top, at[i])...)
			for y := range rows {
				rows[y] = l.Left(rows[y], at[i])
				if y >= top && y-top < len(drawn) {
					rows[y] += l.Left(drawn[y-top], s.cols)
				} else {
					rows[y] += strings.Repeat(" ", s.cols)
				}
			}
		}
		return rows, all
	}
	return out
}

// moved is marks so many rows and cells further on.
func moved(marks []mark, rows, cols int) []mark {
	for i := range marks {
		marks[i].row += rows
		marks[i].col += cols
	}
	return marks
}

// stack is shapes below each other, with so many empty rows between them.
func stack(l look.Look, gap, cols int, shapes ...shape) shape {
	out := shape{cols: cols}
	for i, s := range shapes {
		if i > 0 {
			out.rows += gap
		}
		out.rows, out.cut = out.rows+s.rows, out.cut || s.cut
	}
	out.draw = func() ([]string, []mark) {
		var rows []string
		var all []mark
		for i, s := range shapes {
			if i > 0 {
				rows = append(rows, make([]string, gap)...)
			}
			left := (cols - s.cols) / 2
			drawn, marks := s.draw()
			all = append(all, moved(marks, len(rows), left)...)
			for _, r := range drawn {
				rows = append(rows, strings.Repeat(" ", left)+r)
			}
		}
		for i := range rows {
			rows[i] = l.Left(rows[i], cols)
		}
		return rows, all
	}
	return out
}

// A rail is a block between two solid bars.
type rail struct {
	block
	style lipgloss.Style
	whole bool // the bars are as wide as the page, not as the block
}

func (r rail) shapes(p paper) []shape {
	var out []shape
	for _, gap := range []int{1, 0} {
		for _, s := range r.block.shapes(p) {
			wide := s.cols
			if r.whole {
				wide = p.cols
			}
			bar := shape{cols: wide, rows: 1, draw: func() ([]string, []mark) { return []string{solid(r.style, wide)}, nil }}
			out = append(out, stack(p.Look, gap, wide, bar, s, bar))
		}
	}
	slices.SortStableFunc(out, func(a, b shape) int { return b.rows - a.rows })
	const thick = 4
	aside := paper{p.Context, p.cols - 2*(thick+gutter), p.whole, p.loose}
	for _, s := range r.block.shapes(aside) { // in a low window the bars stand upright
		post := shape{cols: thick, rows: s.rows, draw: func() ([]string, []mark) { return slices.Repeat([]string{solid(r.style, thick)}, s.rows), nil }}
		wide := s.cols + 2*(thick+gutter)
		if r.whole {
			wide = p.cols
		}
		out = append(out, beside(p.Look, []shape{post, s, post}, wide))
	}
	return out
}

// solid is a bar of spaces in the colour of a style.
func solid(s lipgloss.Style, cols int) string {
	return lipgloss.NewStyle().Foreground(s.GetForeground()).Reverse(true).Render(strings.Repeat(" ", max(0, cols)))
}

// A strip is a bar across the page, already drawn by width.
type strip struct {
	draw func(cols int) string
	rows int // at most
}

func (s strip) shapes(p paper) []shape {
	var out []shape
	for rows := s.rows; rows > 0; rows-- {
		out = append(out, shape{cols: p.cols, rows: rows, draw: func() ([]string, []mark) { return slices.Repeat([]string{s.draw(p.cols)}, rows), nil }})
	}
	return out
}
