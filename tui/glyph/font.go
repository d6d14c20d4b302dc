// Package glyph draws text in large characters made of terminal cells, so
// that an agenda item, a clock or a grade can be read from the back of a
// hall. A [Font] holds bitmaps sixteen pixels high, eight wide for ASCII and sixteen
// for Chinese, or twelve high, six and twelve wide. Start at [Fonts.Fit], which finds
// the best face that a window has room for, then call [Face.Draw]. Numbers have
// digits of their own: [Digits].
//
// # Pixels and cells
//
// A [Paint] says how pixels become cells. A Chinese character of sixteen pixels is
//
//   - in [Spaces] 32 by 16 cells: a pixel is two reverse-video spaces side by side;
//   - in [Halves] 16 by 8 cells: a pixel is half a cell, one above the other (▀▄ and
//     the reverse-video space), as square as those above;
//   - in [Quadrants] and [Corners] 8 by 8 cells: four pixels share a cell, and the
//     character looks narrow, because cells are tall.
//
// The half blocks are East Asian ambiguous: a terminal set up for Chinese may
// draw each of them two cells wide, and then every row tears. Halves and Quadrants
// are therefore for terminals that were asked and answered "one cell". Spaces and
// Corners never tear: they use reverse video, the space, and of the block
// elements only U+2590 and U+2596–U+259F, which are one cell wide everywhere.
// Two of the sixteen patterns, the upper and the lower half, have no such
// character; Corners draws one of their two quarters, so that level strokes
// come out dotted where upright ones are solid. How well all but Spaces
// join up depends on the terminal's font; Spaces is solid everywhere.
//
// None of them needs colour. Reverse video survives NO_COLOR.
//
// # What is drawn
//
// One line of text. Combining marks, variation selectors, controls, line
// breaks and format characters are skipped. A character that the font lacks
// is drawn as a box with its code point, so that a reader can look it up; a word with
// one that only the lower font lacks is drawn in the higher one. Nothing is trimmed.
//
// The format of the fonts' bytes is described beside them, in the README of
// data/fonts.
package glyph

import (
	"bytes"
	"compress/flate"
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
	"io"
	"sort"
	"sync"
	"unicode"
)

// Font is a set of bitmaps. It never changes and may be used from several
// goroutines.
type Font struct {
	height int // of every glyph, in pixels
	runs   []run
	pages  []func() []byte // the bitmaps one behind the other; a page is unpacked once, nil if that failed
}

// run is a stretch of characters of one width. Their bitmaps lie one behind
// the other from offset at.
type run struct {
	first rune
	count int
	width int
	at    int
}

// tall and low are the heights of the fonts, in pixels; deep is how many rows a bitmap
// has in the file, whatever it uses.
const (
	tall = 16
	low  = 12
	deep = 16
)

const (
	magic    = "SHUGLYF2"
	headSize = len(magic) + 4
	runSize  = 8
	pageSize = 1 << 13 // of a page unpacked, in bytes; the last one has the rest
)

// New reads a font. Bytes that are damaged or of another kind give an error.
// A page of bitmaps, of some hundreds of characters, is unpacked when the first of them
// is drawn.
func New(font []byte) (*Font, error) {
	if len(font) < headSize+2 || string(font[:len(magic)]) != magic {
		return nil, errors.New("glyph: not a bitmap font")
	}
	body := font[headSize:]
	if crc32.ChecksumIEEE(body) != binary.BigEndian.Uint32(font[len(magic):]) {
		return nil, errors.New("glyph: the bitmap font is damaged: its checksum does not match")
	}
	n := int(binary.BigEndian.Uint16(body))
	table := body[2:]
	if len(table) < n*runSize {
		return nil, errors.New("glyph: the bitmap font ends inside its table")
	}
	table, packed := table[:n*runSize], table[n*runSize:]
	f := &Font{height: tall, runs: make([]run, n)}
	if n > 0 && table[7] != 0 {
		f.height = int(table[7])
	}
	size, next := 0, rune(0)
	for i := range f.runs {
		entry := table[i*runSize:][:runSize]
		r := run{
			first: rune(binary.BigEndian.Uint32(entry)),
			count: int(binary.BigEndian.Uint16(entry[4:])),
			width: int(entry[6]),
			at:    size,
		}
		wide := r.width == f.height || r.width == f.height/2
		if r.first < next || r.count < 1 || r.last() > unicode.MaxRune || !wide || f.height != tall && f.height != low || entry[7] != table[7] {
			return nil, fmt.Errorf("glyph: entry %d of the bitmap font makes no sense", i)
		}
		next = r.last() + 1
		size += r.count * r.size()
		f.runs[i] = r
	}
	for ; size > 0; size -= pageSize {
		if len(packed) < 2 || len(packed) < 2+int(binary.BigEndian.Uint16(packed)) {
			return nil, errors.New("glyph: the bitmap font ends inside its bitmaps")
		}
		length := 2 + int(binary.BigEndian.Uint16(packed))
		page, room := packed[2:length], min(size, pageSize)
		f.pages = append(f.pages, sync.OnceValue(func() []byte { return unpack(page, room) }))
		packed = packed[length:]
	}
	return f, nil
}

// Has reports whether the font has a bitmap for r.
func (f *Font) Has(r rune) bool {
	_, ok := f.find(r)
	return ok
}

func (f *Font) find(r rune) (run, bool) {
	i := sort.Search(len(f.runs), func(i int) bool { return f.runs[i].last() >= r })
	if i == len(f.runs) || f.runs[i].first > r {
		return run{}, false
	}
	return f.runs[i], true
}

// width is that of r in pixels; 0 if r is not drawn at all.
func (f *Font) width(r rune) int {
	if unicode.In(r, unicode.M, unicode.Cc, unicode.Cf, unicode.Zl, unicode.Zp) {
		return 0
	}
	if found, ok := f.find(r); ok {
		return found.width
	}
	return f.height
}

// columns is the bitmap of r: its width in bytes of the upper halves of its
// columns, then as many of the lower halves.
func (f *Font) columns(r rune) []byte {
	found, ok := f.find(r)
	if ok {
		if bits := f.bits(found.at+int(r-found.first)*found.size(), found.size()); bits != nil {
			return bits
		}
	}
	if ok && found.width != boxWidth || f.height != tall {
		return make([]byte, f.width(r)*deep/8)
	}
	return box(r)
}

// bits are size bytes of the bitmaps from at on; nil where a page could not be
// unpacked.
func (f *Font) bits(at, size int) []byte {
	page := f.pages[at/pageSize]()
	if page == nil {
		return nil
	}
	here := page[at%pageSize:]
	if len(here) >= size {
		return here[:size]
	}
	rest := f.bits(at+len(here), size-len(here))
	if rest == nil {
		return nil
	}
	return append(here[:len(here):len(here)], rest...)
}

func (r run) last() rune { return r.first + rune(r.count) - 1 }

// size is that of one bitmap, in bytes.
func (r run) size() int { return r.width * deep / 8 }

// unpack returns the size bytes that were packed, or nil. The checksum has
// been verified, so only a file that was made wrong comes to nil.
func unpack(packed []byte, size int) []byte {
	bits := make([]byte, size)
	from := flate.NewReader(bytes.NewReader(packed))
	if _, err := io.ReadFull(from, bits); err != nil {
		return nil
	}
	return bits
}
