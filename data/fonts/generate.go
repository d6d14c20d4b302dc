//go:build fontmaker

// Generate makes the bitmap fonts of the projector view: of two files the one that is
// sixteen pixels high, of one file the one of twelve.
//
//	go run generate.go -o glyphs16.bin unifont.hex NotoSansCJK-Regular.ttc
//	go run generate.go -o glyphs12.bin fusion-pixel-12px-monospaced-sc-latin-400-normal.woff
//
// The first file is GNU Unifont in its own .hex form and gives every
// character it has within the ranges below. The second is an outline font
// and is asked only for the characters of 通用规范汉字表 beyond U+FFFF that
// the first has not; each is placed where its strokes fall best on whole
// pixels. The third is an outline font whose outlines are squares, twelve to
// the height of a character, and gives what it has within the same ranges.
// The same files always give the same bytes under the same version of Go.
// README.md in this folder describes what is written.
package main

import (
	"bufio"
	"bytes"
	"compress/flate"
	"compress/zlib"
	"encoding/binary"
	"errors"
	"flag"
	"fmt"
	"hash/crc32"
	"image"
	"image/draw"
	"io"
	"os"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"golang.org/x/image/font"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
	"golang.org/x/image/vector"
)

// span is a run of code points, both ends included.
type span struct{ first, last rune }

// wanted are the blocks taken from the first font, ascending. Characters
// that it lacks, and those that show nothing, leave holes.
var wanted = []span{
	{0x0020, 0x007E}, // ASCII
	{0x00A0, 0x017F}, // Latin-1 and the long vowels of pinyin
	{0x01CD, 0x01DC}, // the other tones
	{0x0391, 0x03C9}, // Greek
	{0x2010, 0x2027}, // dashes, quotation marks, ellipsis
	{0x2030, 0x205E},
	{0x2070, 0x209C}, // superscripts and subscripts
	{0x20A0, 0x20BF}, // currency
	{0x2100, 0x218B}, // № ℃ and Roman numerals
	{0x2190, 0x23FF}, // arrows, signs, technical
	{0x2460, 0x27BF}, // ① boxes, shapes, check marks
	{0x3000, 0x303F}, // Chinese punctuation
	{0x3041, 0x312F}, // kana and zhuyin
	{0x3200, 0x33FF}, // ㈠ ㊣ ㎡
	{0x3400, 0x4DBF}, // ideographs, extension A
	{0x4E00, 0x9FFF}, // ideographs
	{0xFA0E, 0xFA29}, // the dozen ideographs among the compatibility forms
	{0xFE30, 0xFE4F}, // vertical forms
	{0xFF01, 0xFF60}, // full-width forms
	{0xFFE0, 0xFFE6}, // ￠ to ￦
	{0xFFFD, 0xFFFD},
}

// standard holds the 196 characters of 通用规范汉字表 beyond U+FFFF, in the
// order of the table.
const standard = "𬉼𠳐𥻗𠙶𬣙𨙸𬇕𬣞𬘓𫭟𫭢𫇭𫐄𫵷𣲘𣲗𬇙𬣡𫸩𨚕" +
	"𫘜𬘘𫘝𦭜𬨂𬀩𬀪𬬩𫍣𬣳𬩽𬮿𬯀𫰛𬳵𬳶𫠊𬍛𬜬𦰡" +
	"𪾢𪨰𫓧𬬮𬬱𬬭𦙶𬘡𬳽𬘩𫄧𪟝𬍤𫭼𬜯𬂩𫠆𨐈𬌗𫑡" +
	"𪨶𬬸𬬻𬬹𬬿𬭁𫢸𫗧𬊈𬒈𨺙𬳿𫄨𬘫𫮃𬱖𬟽𫓯𫟹𫟼" +
	"𠅤𬇹𬍡𬤇𫍯𬤊𫍲𬯎𬘬𬘭𬴂𫘦𫟅𬘯𫘧𪣻𡎚𬃊𬷕𫐐" +
	"𬹼𧿹𫶇𫖮𬭊𨱇𫓶𬭎𫖯𬱟𫛭𫷷𬮱𬊤𣸣𬴃𫘨𤧛𬪩𬒔" +
	"𬨎𫐓𫫇𫓹𬭚𬭛𬕂𬶋𬶍𦝼𫔶𫌀𫖳𫘪𫘬𫞩𡐓𪤗𣗋𬸘" +
	"𬒗𥔲𫚖𨱏𬭤𫚕𬶐𬶏𩽾𬸚𬤝𬙂𬭩𩾃𬸣𫍽𬴊𬞟𥕢𫟦" +
	"𬺈𫠜𪩘𬭬𨱑𬭯𫗴𬸦𫄷𤩽𬭳𬭶𫔍𬭸𨱔𬭼𫔎𬸪𬶟𬶠" +
	"𬶨𦈡𫄸𬟁𥖨𦒍𬙊𬶭𩾌𨟠𬶮𨭉𬙋𤫉𬺓𫚭"

// glyph is a bitmap of sixteen rows, or of twelve and four that are empty, the
// leftmost pixel in the highest bit of its width.
type glyph struct {
	width int
	rows  [16]uint16
}

func main() {
	out := flag.String("o", "glyphs16.bin", "the file to write")
	flag.Parse()
	var err error
	switch flag.NArg() {
	case 1:
		err = small(*out, flag.Arg(0))
	case 2:
		err = run(*out, flag.Arg(0), flag.Arg(1))
	default:
		fmt.Fprintln(os.Stderr, "usage: generate [-o FILE] UNIFONT.hex OUTLINE.ttc | PIXELS.woff")
		os.Exit(2)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "generate:", err)
		os.Exit(1)
	}
}

// small makes the font of twelve pixels.
func small(out, woffPath string) error {
	woff, err := os.ReadFile(woffPath)
	if err != nil {
		return err
	}
	unwrapped, err := unwrap(woff)
	if err != nil {
		return fmt.Errorf("%s: %w", woffPath, err)
	}
	f, err := sfnt.Parse(unwrapped)
	if err != nil {
		return fmt.Errorf("%s: %w", woffPath, err)
	}
	chosen := make(map[rune]glyph)
	take := func(r rune) error {
		g, ok, err := pixels(f, r)
		if ok && r != 0x00AD {
			chosen[r] = g
		}
		return err
	}
	for _, s := range wanted {
		for r := s.first; r <= s.last; r++ {
			if err := take(r); err != nil {
				return fmt.Errorf("%s: U+%04X: %w", woffPath, r, err)
			}
		}
	}
	for _, r := range standard {
		if err := take(r); err != nil {
			return fmt.Errorf("%s: U+%04X: %w", woffPath, r, err)
		}
	}
	return write(out, chosen, 12)
}

// unwrap is the font that is packed in a WOFF, version 1: the same tables behind
// another head.
func unwrap(woff []byte) ([]byte, error) {
	const head, entry = 44, 20
	be := binary.BigEndian
	if len(woff) < head || string(woff[:4]) != "wOFF" {
		return nil, errors.New("not a WOFF file")
	}
	n := int(be.Uint16(woff[12:]))
	out := append(append([]byte(nil), woff[4:8]...), 0, byte(n), 0, 0, 0, 0, 0, 0)
	body := len(out) + 16*n
	var tables []byte
	for i := range n {
		e := woff[head+entry*i:][:entry]
		at, packed, size := be.Uint32(e[4:]), be.Uint32(e[8:]), be.Uint32(e[12:])
		table := woff[at:][:packed]
		if packed < size {
			from, err := zlib.NewReader(bytes.NewReader(table))
			if err != nil {
				return nil, err
			}
			if table, err = io.ReadAll(from); err != nil {
				return nil, err
			}
		}
		out = append(out, e[:4]...)
		out = append(out, e[16:20]...)
		out = be.AppendUint32(out, uint32(body+len(tables)))
		out = be.AppendUint32(out, size)
		tables = append(tables, table...)
		for len(tables)%4 != 0 {
			tables = append(tables, 0)
		}
	}
	return append(out, tables...), nil
}

// pixels is one character of a font whose outlines are pixels; false where it lacks it
// or shows nothing but is no space.
func pixels(f *sfnt.Font, r rune) (glyph, bool, error) {
	var buf sfnt.Buffer
	index, err := f.GlyphIndex(&buf, r)
	if err != nil || index == 0 {
		return glyph{}, false, err
	}
	const side, base = 100, 10 // units to a pixel, and rows above the base line
	segments, err := f.LoadGlyph(&buf, index, fixed.I(12*side), nil)
	if err != nil {
		return glyph{}, false, err
	}
	advance, err := f.GlyphAdvance(&buf, index, fixed.I(12*side), font.HintingNone)
	if err != nil {
		return glyph{}, false, err
	}
	g := glyph{width: advance.Round() / side}
	if g.width != 6 && g.width != 12 {
		return glyph{}, false, nil
	}
	paper, dark := ink(segments, 1.0/side, 1.0/side, 0, base), false
	for y := range 12 {
		for x := range g.width {
			if paper.AlphaAt(x, y).A >= threshold {
				g.rows[y] |= 1 << (g.width - 1 - x)
				dark = true
			}
		}
	}
	return g, dark || unicode.IsSpace(r), nil
}

func run(out, hexPath, outlinePath string) error {
	glyphs, err := readHex(hexPath)
	if err != nil {
		return err
	}
	chosen := make(map[rune]glyph)
	for _, s := range wanted {
		for r := s.first; r <= s.last; r++ {
			if g, ok := glyphs[r]; ok && r != 0x00AD {
				chosen[r] = g
			}
		}
	}
	outline, err := openOutline(outlinePath)
	if err != nil {
		return err
	}
	for _, r := range standard {
		if g, ok := glyphs[r]; ok {
			chosen[r] = g
			continue
		}
		g, err := rasterise(outline, r)
		if err != nil {
			return fmt.Errorf("%s: U+%04X: %w", outlinePath, r, err)
		}
		chosen[r] = g
	}
	return write(out, chosen, 16)
}

func write(out string, chosen map[rune]glyph, height int) error {
	file, err := encode(chosen, height)
	if err != nil {
		return err
	}
	fmt.Fprintf(os.Stderr, "%d characters, %d bytes\n", len(chosen), len(file))
	return os.WriteFile(out, file, 0o644)
}

// readHex reads lines of the form 8FF0:0123…, 32 hexadecimal digits for a
// glyph 8 pixels wide and 64 for one of 16.
func readHex(path string) (map[rune]glyph, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	glyphs := make(map[rune]glyph)
	lines := bufio.NewScanner(f)
	for n := 1; lines.Scan(); n++ {
		code, bits, ok := strings.Cut(strings.TrimSpace(lines.Text()), ":")
		r, err := strconv.ParseUint(code, 16, 32)
		if !ok || err != nil || len(bits)%16 != 0 {
			return nil, fmt.Errorf("%s: line %d is not a glyph", path, n)
		}
		digits := len(bits) / 16
		if digits != 2 && digits != 4 {
			continue
		}
		g := glyph{width: 4 * digits}
		for y := range g.rows {
			row, err := strconv.ParseUint(bits[y*digits:(y+1)*digits], 16, 16)
			if err != nil {
				return nil, fmt.Errorf("%s: line %d: %w", path, n, err)
			}
			g.rows[y] = uint16(row)
		}
		glyphs[rune(r)] = g
	}
	return glyphs, lines.Err()
}

// openOutline opens a font or the simplified Chinese member of a collection.
func openOutline(path string) (*sfnt.Font, error) {
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	all, err := sfnt.ParseCollection(data)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	for i := range all.NumFonts() {
		f, err := all.Font(i)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", path, err)
		}
		name, err := f.Name(nil, sfnt.NameIDFamily)
		if all.NumFonts() == 1 || err == nil && strings.HasSuffix(name, " CJK SC") {
			return f, nil
		}
	}
	return nil, fmt.Errorf("%s: no simplified Chinese font in it", path)
}

// rasterise draws one character on 16 by 16 pixels. It tries sizes and
// positions in small steps and keeps the one whose pixels are most nearly
// all ink or all paper, so that thin strokes stay whole and apart.
func rasterise(f *sfnt.Font, r rune) (glyph, error) {
	var buf sfnt.Buffer
	index, err := f.GlyphIndex(&buf, r)
	if err != nil {
		return glyph{}, err
	}
	if index == 0 {
		return glyph{}, errors.New("not in the font")
	}
	const ppem = 1 << 10
	segments, err := f.LoadGlyph(&buf, index, fixed.I(ppem), nil)
	if err != nil {
		return glyph{}, err
	}
	box := segments.Bounds()
	left, top := float32(box.Min.X)/64, float32(box.Min.Y)/64
	wide, high := float32(box.Max.X)/64-left, float32(box.Max.Y)/64-top

	const steps = 8
	best, bestScore := image.NewAlpha(image.Rect(0, 0, 16, 16)), float32(-1)
	for w := float32(13.5); w <= 15.5; w += 0.25 {
		for h := float32(13.5); h <= 15.5; h += 0.25 {
			sx, sy := min(w/wide, 16.0/ppem), min(h/high, 16.0/ppem)
			for i := range steps {
				for j := range steps {
					dx := (15-wide*sx)/2 + float32(i-steps/2)/steps - left*sx
					dy := (15.5-high*sy)/2 + float32(j-steps/2)/steps - top*sy
					trial := ink(segments, sx, sy, dx, dy)
					if score := crispness(trial); score > bestScore {
						best, bestScore = trial, score
					}
				}
			}
		}
	}
	g := glyph{width: 16}
	for y := range 16 {
		for x := range 16 {
			if best.AlphaAt(x, y).A >= threshold {
				g.rows[y] |= 0x8000 >> x
			}
		}
	}
	return g, nil
}

// threshold is the share of 255 from which a pixel counts as ink.
const threshold = 112

func ink(segments sfnt.Segments, sx, sy, dx, dy float32) *image.Alpha {
	at := func(p fixed.Point26_6) (float32, float32) {
		return float32(p.X)/64*sx + dx, float32(p.Y)/64*sy + dy
	}
	v := vector.NewRasterizer(16, 16)
	for _, s := range segments {
		x0, y0 := at(s.Args[0])
		x1, y1 := at(s.Args[1])
		x2, y2 := at(s.Args[2])
		switch s.Op {
		case sfnt.SegmentOpMoveTo:
			v.MoveTo(x0, y0)
		case sfnt.SegmentOpLineTo:
			v.LineTo(x0, y0)
		case sfnt.SegmentOpQuadTo:
			v.QuadTo(x0, y0, x1, y1)
		case sfnt.SegmentOpCubeTo:
			v.CubeTo(x0, y0, x1, y1, x2, y2)
		}
	}
	v.DrawOp = draw.Src
	paper := image.NewAlpha(image.Rect(0, 0, 16, 16))
	v.Draw(paper, paper.Bounds(), image.Opaque, image.Point{})
	return paper
}

// crispness grows the further the pixels are from half covered.
func crispness(a *image.Alpha) float32 {
	var sum float32
	for _, p := range a.Pix {
		d := (float32(p) - threshold) / 255
		sum += d * d
	}
	return sum
}

// encode writes the file described in README.md.
func encode(glyphs map[rune]glyph, height int) ([]byte, error) {
	type run struct {
		first rune
		count uint16
		width uint8
	}
	var runs []run
	var bits []byte
	for r := rune(0); r <= 0x10FFFF; r++ {
		g, ok := glyphs[r]
		if !ok {
			continue
		}
		if n := len(runs); n == 0 || runs[n-1].first+rune(runs[n-1].count) != r || int(runs[n-1].width) != g.width {
			runs = append(runs, run{first: r, width: uint8(g.width)})
		}
		runs[len(runs)-1].count++
		bits = append(bits, columns(g)...)
	}

	var rest bytes.Buffer
	rest.Write(binary.BigEndian.AppendUint16(nil, uint16(len(runs))))
	for _, r := range runs {
		var entry [8]byte
		binary.BigEndian.PutUint32(entry[0:], uint32(r.first))
		binary.BigEndian.PutUint16(entry[4:], r.count)
		entry[6] = r.width
		if height != 16 {
			entry[7] = uint8(height)
		}
		rest.Write(entry[:])
	}
	for page := range slices.Chunk(bits, 1<<13) {
		var packed bytes.Buffer
		packer, err := flate.NewWriter(&packed, flate.BestCompression)
		if err != nil {
			return nil, err
		}
		if _, err := packer.Write(page); err != nil {
			return nil, err
		}
		if err := packer.Close(); err != nil {
			return nil, err
		}
		rest.Write(binary.BigEndian.AppendUint16(nil, uint16(packed.Len())))
		rest.Write(packed.Bytes())
	}

	file := []byte("SHUGLYF2")
	file = binary.BigEndian.AppendUint32(file, crc32.ChecksumIEEE(rest.Bytes()))
	return append(file, rest.Bytes()...), nil
}

// columns turns a glyph on its side: the upper eight pixels of every column,
// then the lower eight, the uppermost in the highest bit. Chinese strokes
// repeat better this way, and the file is a sixth smaller.
func columns(g glyph) []byte {
	half := make([]byte, 2*g.width)
	for y, row := range g.rows {
		for x := range g.width {
			if row>>(g.width-1-x)&1 == 1 {
				half[y/8*g.width+x] |= 0x80 >> (y % 8)
			}
		}
	}
	return half
}
