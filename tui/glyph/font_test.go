package glyph

import (
	"bytes"
	"compress/flate"
	"crypto/sha256"
	"encoding/binary"
	"fmt"
	"hash/crc32"
	"os"
	"slices"
	"strings"
	"sync"
	"testing"
	"unicode"
)

var readFont = sync.OnceValues(func() ([]byte, error) { return os.ReadFile("../../data/fonts/glyphs16.bin") })

var readFonts = sync.OnceValues(func() (*Fonts, error) {
	tall, err := readFont()
	if err != nil {
		return nil, err
	}
	low, err := os.ReadFile("../../data/fonts/glyphs12.bin")
	if err != nil {
		return nil, err
	}
	return NewFonts(tall, low)
})

func testFonts(t testing.TB) *Fonts {
	t.Helper()
	fonts, err := readFonts()
	if err != nil {
		t.Fatal(err)
	}
	return fonts
}

func testFont(t testing.TB) *Font {
	t.Helper()
	data, err := readFont()
	if err != nil {
		t.Fatal(err)
	}
	f, err := New(data)
	if err != nil {
		t.Fatal(err)
	}
	return f
}

func TestCoverage(t *testing.T) {
	f := testFont(t)
	for r := rune(0x20); r < 0x7F; r++ {
		if !f.Has(r) || f.width(r) != 8 {
			t.Errorf("ASCII %q: has %v, width %d", r, f.Has(r), f.width(r))
		}
	}
	for r := rune(0x4E00); r <= 0x9FFF; r++ {
		if !f.Has(r) || f.width(r) != 16 {
			t.Errorf("%c U+%04X: has %v, width %d", r, r, f.Has(r), f.width(r))
		}
	}
	for _, r := range "é·—…“”《》、。「」【】（）：；？！１２３．＋％①②㈠㎡ⅡⅣ℃→←↑↓✓✗●○■□▲▶☆★鿍䶮㛃" +
		"𬭎𬣙𨙸𠙶𥻗𬉼𠳐𫚭喆堃镕玥昇" {
		if !f.Has(r) {
			t.Errorf("%c U+%04X is missing", r, r)
		}
	}
	for _, r := range "\x00\n\u200d\u00ad\u0301\U000E0100\U0010FFFF" {
		if f.Has(r) {
			t.Errorf("U+%04X should not be there", r)
		}
	}
}

func TestReadmeKnowsTheFile(t *testing.T) {
	readme, err := os.ReadFile("../../data/fonts/README.md")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"glyphs16.bin", "glyphs12.bin"} {
		data, err := os.ReadFile("../../data/fonts/" + name)
		if err != nil {
			t.Fatal(err)
		}
		if sum := fmt.Sprintf("%x", sha256.Sum256(data)); !strings.Contains(string(readme), sum) {
			t.Errorf("README.md does not have the checksum %s of %s", sum, name)
		}
		if len(data) >= 600_000 {
			t.Errorf("%s: %d bytes is too much to embed", name, len(data))
		}
	}
}

func TestNoGlyphIsBlank(t *testing.T) {
	fonts := testFonts(t)
	for _, f := range []*Font{fonts.tall, fonts.low} {
		for _, run := range f.runs {
			for r := run.first; r <= run.last(); r++ {
				if empty := len(bytes.Trim(f.columns(r), "\x00")) == 0; empty != unicode.IsSpace(r) {
					t.Errorf("U+%04X of %d pixels: empty is %v", r, f.height, empty)
				}
			}
		}
	}
}

func TestDamagedFontIsRefused(t *testing.T) {
	data, err := readFont()
	if err != nil {
		t.Fatal(err)
	}
	cases := map[string][]byte{
		"nothing":      nil,
		"other bytes":  []byte(strings.Repeat("述职", 40)),
		"only a head":  data[:12],
		"cut short":    data[:len(data)-1],
		"cut in table": data[:40],
	}
	for _, at := range []int{0, 9, 13, 20, 3000, len(data) - 1} {
		bad := bytes.Clone(data)
		bad[at] ^= 4
		cases[fmt.Sprint("bit flipped at ", at)] = bad
	}
	for name, bad := range cases {
		if f, err := New(bad); err == nil || f != nil || !strings.HasPrefix(err.Error(), "glyph: ") {
			t.Errorf("%s: font %v, error %v", name, f != nil, err)
		}
	}
}

// A bitmap that begins on one page and ends on the next is whole.
func TestBitmapsGoOverPages(t *testing.T) {
	body := []byte{0, 2, 0, 0, 0, 'a', 0, 1, 8, 0, 0, 0, 0x4E, 0, 2, 88, 16, 0}
	bits := make([]byte, 16+600*32)
	for i := range bits {
		bits[i] = byte(i * 7 / 5)
	}
	for page := range slices.Chunk(bits, pageSize) {
		var packed bytes.Buffer
		w, err := flate.NewWriter(&packed, flate.DefaultCompression)
		if err != nil {
			t.Fatal(err)
		}
		_, _ = w.Write(page)
		_ = w.Close()
		body = append(binary.BigEndian.AppendUint16(body, uint16(packed.Len())), packed.Bytes()...)
	}
	font, err := New(append(binary.BigEndian.AppendUint32([]byte(magic), crc32.ChecksumIEEE(body)), body...))
	if err != nil {
		t.Fatal(err)
	}
	for n := range 600 {
		if got, want := font.columns(0x4E00+rune(n)), bits[16+32*n:][:32]; !bytes.Equal(got, want) {
			t.Fatalf("character %d: %x, want %x", n, got, want)
		}
	}
}

// FuzzNew gives every input a good checksum, so that all that lies behind it
// is reached, and draws with whatever is accepted.
func FuzzNew(f *testing.F) {
	f.Add([]byte{})
	f.Add([]byte{0, 0})
	f.Add([]byte{0, 1, 0, 0, 0, 'a', 0, 2, 8, 0, 0, 3, 1, 2, 3})
	f.Add([]byte{0, 2, 0, 0, 0, 'a', 0, 2, 8, 0, 0, 0x10, 0xFF, 0xFF, 0, 2, 16, 0, 0, 0})
	f.Add([]byte{0, 1, 0, 0, 0, 'a', 0, 2, 6, 12, 0, 3, 1, 2, 3})
	f.Add([]byte{0xFF, 0xFF, 0x80, 0, 0, 'a', 0, 2, 8, 0})
	f.Fuzz(func(t *testing.T, body []byte) {
		file := binary.BigEndian.AppendUint32([]byte(magic), crc32.ChecksumIEEE(body))
		font, err := New(append(file, body...))
		if err != nil {
			return
		}
		for _, p := range paints {
			checkRows(t, font, "ab述\U0010FFFF", p)
		}
	})
}
