package glyph

import "fmt"

const boxWidth = 16

// box is the bitmap that stands for a character the font lacks: a frame with
// the code point in it, in two rows of hexadecimal digits.
func box(r rune) []byte {
	columns := make([]byte, boxWidth*deep/8)
	dot := func(x, y int) { columns[y/8*boxWidth+x] |= 0x80 >> (y % 8) }
	for i := range boxWidth - 1 {
		dot(i, 0)
		dot(i, deep-1)
		dot(0, i)
		dot(boxWidth-2, i)
	}
	dot(boxWidth-2, deep-1)

	code := fmt.Sprintf("%04X", r)
	perRow := (len(code) + 1) / 2
	for i, c := range code {
		left := 2 + i%perRow*4
		if perRow == 2 {
			left += 2
		}
		top := 2 + i/perRow*7
		for y, row := range hexes[hex(c)] {
			for x, pixel := range row {
				if pixel == '#' {
					dot(left+x, top+y)
				}
			}
		}
	}
	return columns
}

func hex(c rune) int {
	if c >= 'A' {
		return int(c-'A') + 10
	}
	return int(c - '0')
}

// hexes are the sixteen hexadecimal digits, three pixels by five.
var hexes = [16][5]string{
	{"###", "# #", "# #", "# #", "###"},
	{" # ", "## ", " # ", " # ", "###"},
	{"###", "  #", "###", "#  ", "###"},
	{"###", "  #", "###", "  #", "###"},
	{"# #", "# #", "###", "  #", "  #"},
	{"###", "#  ", "###", "  #", "###"},
	{"###", "#  ", "###", "# #", "###"},
	{"###", "  #", "  #", " # ", " # "},
	{"###", "# #", "###", "# #", "###"},
	{"###", "# #", "###", "  #", "###"},
	{" # ", "# #", "###", "# #", "# #"},
	{"## ", "# #", "## ", "# #", "## "},
	{"###", "#  ", "#  ", "#  ", "###"},
	{"## ", "# #", "# #", "# #", "## "},
	{"###", "#  ", "## ", "#  ", "###"},
	{"###", "#  ", "## ", "#  ", "#  "},
}
