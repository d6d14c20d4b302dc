package glyph

import (
	"strings"

	"charm.land/lipgloss/v2"
)

// Digits draws numbers of seven segments. All digits are equally wide, so that a
// number that changes does not jump; a space keeps the room of a digit.
type Digits struct {
	rows int
	fine bool
}

// Solid are digits of so many rows, 5 or more, made of spaces alone: a stroke is two
// cells wide or a row high, a digit a cell wider than it is high.
func Solid(rows int) Digits { return Digits{rows, false} }

// Fine are digits of so many rows, 3 or more, made of halves: a digit is as many cells
// wide, and its last half row is empty.
func Fine(rows int) Digits { return Digits{rows, true} }

// pixels are the width and height of a digit, the width of an upright stroke, and the
// gap between two digits.
func (d Digits) pixels() (wide, high, stroke, gap int) {
	if d.fine {
		return d.rows, 2*d.rows - 1, 1, 1
	}
	return d.rows + 1, d.rows, 2, 2
}

// Size is the room, in cells, that a number takes. Of other characters than digits,
// the colon, plus, minus and the space it has none.
func (d Digits) Size(number string) (cols, rows int) {
	wide, _, stroke, gap := d.pixels()
	for _, r := range number {
		switch {
		case r == ':':
			cols += stroke + gap
		case strings.ContainsRune(drawn, r):
			cols += wide + gap
		}
	}
	return max(0, cols-gap), d.rows
}

const drawn = "0123456789+- "

// Draw draws a number in the rows that Size promises, each exactly as wide.
func (d Digits) Draw(number string, s lipgloss.Style) []string {
	wide, high, stroke, gap := d.pixels()
	cols, _ := d.Size(number)
	out := newSheet(cols, high)
	left := 0
	for _, r := range number {
		switch {
		case r == ':':
			out.fill(left, high/2-max(1, high/5), stroke, 1)
			out.fill(left, high/2+max(1, high/5), stroke, 1)
			left += stroke + gap
		case r == '+':
			out.fill(left+1, high/2, wide-2, 1)
			reach := max(1, high/3)
			out.fill(left+(wide-stroke)/2, high/2-reach, stroke, 2*reach+1)
			left += wide + gap
		case r >= '0' && r <= '9':
			out.segments(left, wide, high, stroke, lit[r-'0'])
			left += wide + gap
		case r == '-':
			out.segments(left, wide, high, stroke, "g")
			left += wide + gap
		case r == ' ':
			left += wide + gap
		}
	}
	if d.fine {
		return out.draw(Halves, d.rows, s)
	}
	return out.draw(cells, d.rows, s)
}

// segments fills the strokes of one digit.
func (s sheet) segments(left, wide, high, stroke int, lit string) {
	middle := high / 2
	for _, segment := range lit {
		switch segment {
		case 'a':
			s.fill(left, 0, wide, 1)
		case 'b':
			s.fill(left+wide-stroke, 0, stroke, middle+1)
		case 'c':
			s.fill(left+wide-stroke, middle, stroke, high-middle)
		case 'd':
			s.fill(left, high-1, wide, 1)
		case 'e':
			s.fill(left, middle, stroke, high-middle)
		case 'f':
			s.fill(left, 0, stroke, middle+1)
		case 'g':
			s.fill(left, middle, wide, 1)
		}
	}
}

// lit are the segments of each digit: a at the top, then clockwise, g in the middle.
var lit = [10]string{"abcdef", "bc", "abdeg", "abcdg", "bcfg", "acdfg", "acdefg", "abc", "abcdefg", "abcdfg"}
