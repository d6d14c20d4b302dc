package glyph

import (
	"slices"
	"strings"

	"charm.land/lipgloss/v2"
)

// Paint is a way of turning pixels into cells.
type Paint int

// The paints, from the largest to the smallest.
const (
	Spaces Paint = iota
	Halves
	Quadrants
)

// Size is the room, in cells, that Draw needs for text. A scale below 1
// counts as 1.
func (f *Font) Size(text string, scale int, p Paint) (cols, rows int) {
	width := 0
	for _, r := range text {
		width += f.width(r)
	}
	g := grains[p.known()]
	scale = max(scale, 1)
	return width * g.across * scale / 2, Height * g.down * scale / 2
}

// Draw draws text with every pixel scale times as large. It returns the rows
// that Size promises, each exactly as wide. Of s only the two colours, bold,
// faint and reverse are used.
func (f *Font) Draw(text string, scale int, p Paint, s lipgloss.Style) []string {
	p, scale = p.known(), max(scale, 1)
	cols, rows := f.Size(text, scale, p)
	sheet := f.sheet(text)
	plain, reverse := pens(s)
	across, down := grains[p].across*scale, grains[p].down*scale

	drawn := make([]string, rows)
	for row := range drawn {
		upper, lower := sheet.row(2*row/down), sheet.row((2*row+1)/down)
		if row > 0 && 2*row/down == (2*row-2)/down && (2*row+1)/down == (2*row-1)/down {
			drawn[row] = drawn[row-1]
			continue
		}
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

// Fit finds the largest drawing of text within cols by rows cells: the
// tallest, then the widest, then the paint that was named first. Without
// paints it chooses among those that tear on no terminal, Spaces and
// Quadrants. It is not ok if even the smallest drawing is too large.
func (f *Font) Fit(text string, cols, rows int, paints ...Paint) (scale int, p Paint, ok bool) {
	if len(paints) == 0 {
		paints = []Paint{Spaces, Quadrants}
	}
	most := [2]int{}
	for _, paint := range paints {
		wide, high := f.Size(text, 1, paint)
		s := rows / high
		if wide > 0 {
			s = min(s, cols/wide)
		}
		if size := [2]int{s * high, s * wide}; s >= 1 && size[1] <= cols && slices.Compare(size[:], most[:]) > 0 {
			scale, p, ok, most = s, paint, true, size
		}
	}
	return scale, p, ok
}

func (p Paint) known() Paint {
	if p < Spaces || p > Quadrants {
		return Spaces
	}
	return p
}

// grains say, for each paint, how many half cells a pixel is across and down.
var grains = [...]struct{ across, down int }{
	Spaces:    {4, 2},
	Halves:    {2, 1},
	Quadrants: {1, 1},
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
}
