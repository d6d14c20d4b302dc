package glyph

// sheet is a text in pixels, one byte each: 1 is ink. Rows lie one behind
// the other from the top.
type sheet struct {
	width int
	ink   []byte
}

func (f *Font) sheet(text string) sheet {
	width, _ := f.Size(text, 1, Halves)
	s := sheet{width: width, ink: make([]byte, width*Height)}
	left := 0
	for _, r := range text {
		w := f.width(r)
		if w == 0 {
			continue
		}
		for i, eight := range f.columns(r) {
			x, y := left+i%w, i/w*8
			for ; eight != 0; eight <<= 1 {
				s.ink[y*width+x] = eight >> 7
				y++
			}
		}
		left += w
	}
	return s
}

func (s sheet) row(y int) []byte {
	return s.ink[y*s.width : (y+1)*s.width]
}
