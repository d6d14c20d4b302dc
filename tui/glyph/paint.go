package glyph

import (
	"strings"

	"charm.land/lipgloss/v2"
)

// Paint is a way of turning pixels into cells.
type Paint int

// The paints, from the thickest pixel to the thinnest; Corners are Quadrants without
// the half blocks.
const (
	Spaces Paint = iota
	Halves
	Quadrants
	Corners
	cells // a pixel is a cell
)

// Size is the room, in cells, that Draw needs for text.
func (f *Font) Size(text string, p Paint) (cols, rows int) {
	width := 0
	for _, r := range text {
		width += f.width(r)
	}
	return width * grains[p].across / 2, f.height * grains[p].down / 2
}

// Draw draws text in the rows that Size promises, each exactly as wide. Of s only the
// two colours, bold, faint and reverse are used.
func (f *Font) Draw(text string, p Paint, s lipgloss.Style) []string {
	_, rows := f.Size(text, p)
	return f.sheet(text).draw(p, rows, s)
}

// draw paints the pixels in so many rows of cells.
func (s sheet) draw(p Paint, rows int, style lipgloss.Style) []string {
	plain, reverse := pens(style)
	across, down := grains[p].across, grains[p].down
	cols := s.width * across / 2
	drawn := make([]string, rows)
	for row := range drawn {
		upper, lower := s.row(2*row/down), s.row((2*row+1)/down)
		var b strings.Builder
		b.Grow(4 * cols)
		held := pen{}
		for col := range cols {
			left, right := 2*col/across, (2*col+1)/across
			m := marks[p][upper[left]<<3|upper[right]<<2|lower[left]<<1|lower[right]]
			next := plain
			if m.reverse {
				next = reverse
			}
			if col == 0 || next != held {
				b.WriteString(held.up)
				b.WriteString(next.down)
				held = next
			}
			b.WriteString(m.cell)
		}
		b.WriteString(held.up)
		drawn[row] = b.String()
	}
	return drawn
}

// grains say, for each paint, how many half cells a pixel is across and down.
var grains = [...]struct{ across, down int }{
	Spaces:    {4, 2},
	Halves:    {2, 1},
	Quadrants: {1, 1},
	Corners:   {1, 1},
	cells:     {2, 2},
}

// mark is what is written in one cell.
type mark struct {
	cell    string
	reverse bool
}

// marks are found by the quarters of a cell that have ink: 8 upper left, 4
// upper right, 2 lower left, 1 lower right. Spaces and Halves meet only the
// patterns that are named. A full cell is a space in reverse video, not U+2588,
// which is ambiguous in width and in many fonts leaves gaps.
var marks = [...][16]mark{
	Spaces: {
		0b00_00: {" ", false},
		0b11_11: {" ", true},
	},
	Halves: {
		0b00_00: {" ", false},
		0b11_00: {"▀", false},
		0b00_11: {"▄", false},
		0b11_11: {" ", true},
	},
	Quadrants: {
		0b00_00: {" ", false},
		0b00_01: {"▗", false},
		0b00_10: {"▖", false},
		0b00_11: {"▄", false},
		0b01_00: {"▝", false},
		0b01_01: {"▐", false},
		0b01_10: {"▞", false},
		0b01_11: {"▟", false},
		0b10_00: {"▘", false},
		0b10_01: {"▚", false},
		0b10_10: {"▐", true},
		0b10_11: {"▙", false},
		0b11_00: {"▀", false},
		0b11_01: {"▜", false},
		0b11_10: {"▛", false},
		0b11_11: {" ", true},
	},
	Corners: {
		0b00_00: {" ", false},
		0b00_01: {"▗", false},
		0b00_10: {"▖", false},
		0b00_11: {"▗", false}, // half of it: ▄ is ambiguous
		0b01_00: {"▝", false},
		0b01_01: {"▐", false},
		0b01_10: {"▞", false},
		0b01_11: {"▟", false},
		0b10_00: {"▘", false},
		0b10_01: {"▚", false},
		0b10_10: {"▐", true},
		0b10_11: {"▙", false},
		0b11_00: {"▝", false}, // half of it: ▀ is ambiguous
		0b11_01: {"▜", false},
		0b11_10: {"▛", false},
		0b11_11: {" ", true},
	},
	cells: {
		0b00_00: {" ", false},
		0b11_11: {" ", true},
	},
}
