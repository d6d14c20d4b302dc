package glyph

// sheet is a text in pixels, one byte each: 1 is ink. Rows lie one behind
// the other from the top.
type sheet struct {
	width, height int
	ink           []byte
}

func newSheet(width, height int) sheet { return sheet{width, height, make([]byte, width*height)} }

func (f *Font) sheet(text string) sheet {
	width := 0
	for _, r := range text {
		width += f.width(r)
	}
	s := newSheet(width, f.height)
	left := 0
	for _, r := range text {
		w := f.width(r)
		if w == 0 {
			continue
		}
		for i, eight := range f.columns(r) {
			x, y := left+i%w, i/w*8
			for ; eight != 0 && y < s.height; eight <<= 1 {
				s.ink[y*width+x] = eight >> 7
				y++
			}
		}
		left += w
	}
	return s
}

// row is a row of pixels; below the last one there is no ink.
func (s sheet) row(y int) []byte {
	if y >= s.height {
		return make([]byte, s.width)
	}
	return s.ink[y*s.width : (y+1)*s.width]
}

// fill puts ink into a rectangle.
func (s sheet) fill(x, y, wide, high int) {
	for row := y; row < y+high; row++ {
		for col := x; col < x+wide; col++ {
			s.ink[row*s.width+col] = 1
		}
	}
}
