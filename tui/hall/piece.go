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
