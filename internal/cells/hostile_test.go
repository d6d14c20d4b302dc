package cells

import (
	"archive/zip"
	"bytes"
	"compress/flate"
	"errors"
	"fmt"
	"hash"
	"hash/crc32"
	"runtime"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"shuping/internal/fault"
)

// A costly file is one that was made to cost more than its size promises.
type costly struct {
	name string
	src  []byte
	code fault.Code // what is wrong with it, "" where it is read
}

// part is a workbook with one part written anew.
func part(t testing.TB, name string, write func(*packer)) []byte {
	t.Helper()
	f := excelize.NewFile()
	defer f.Close()
	f.SetCellValue("Sheet1", "A1", "述职人")
	whole, err := f.WriteToBuffer()
	if err != nil {
		t.Fatal(err)
	}
	in, err := zip.NewReader(bytes.NewReader(whole.Bytes()), int64(whole.Len()))
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	for _, p := range in.File {
		if p.Name != name {
			if err := w.Copy(p); err != nil {
				t.Fatal(err)
			}
			continue
		}
		packed := packer{sum: crc32.NewIEEE()}
		write(&packed)
		to, err := w.CreateRaw(packed.header(name))
		if err != nil {
			t.Fatal(err)
		}
		if _, err := to.Write(packed.out.Bytes()); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// A packer packs a part whose blocks repeat, each of which it packs once.
type packer struct {
	out  bytes.Buffer
	sum  hash.Hash32
	size uint64
}

// header ends the part.
func (p *packer) header(name string) *zip.FileHeader {
	p.out.Write([]byte{1, 0, 0, 0xFF, 0xFF}) // a last block, with nothing in it
	return &zip.FileHeader{
		Name: name, Method: zip.Deflate, CRC32: p.sum.Sum32(),
		CompressedSize64: uint64(p.out.Len()), UncompressedSize64: p.size,
	}
}

func (p *packer) write(text string) { p.repeat(text, len(text)) }

// repeat writes a text so often that it comes to so many bytes.
func (p *packer) repeat(text string, size int) {
	if len(text) < size {
		text = strings.Repeat(text, max(1, 1<<16/len(text)))
	}
	var packed bytes.Buffer
	w, err := flate.NewWriter(&packed, flate.BestSpeed)
	if err != nil {
		panic(err)
	}
	block := []byte(text)
	w.Write(block)
	w.Flush()
	for n := 0; n < size; n += len(block) {
		p.out.Write(packed.Bytes())
		p.sum.Write(block)
		p.size += uint64(len(block))
	}
}

// numbered is an element so often, with the numbers from 1.
func numbered(most int, element string) string {
	var b strings.Builder
	for n := range most {
		fmt.Fprintf(&b, element, n+1)
	}
	return b.String()
}

const (
	sheetHead = `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">`
	textsHead = `<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">`
	stylePart = "xl/styles.xml"
	textPart  = "xl/sharedStrings.xml"
)

// rows is a sheet whose rows are written by body.
func rows(t testing.TB, body func(*packer)) []byte {
	return part(t, firstPart, func(w *packer) {
		w.write(sheetHead + "<sheetData>")
		body(w)
		w.write("</sheetData></worksheet>")
	})
}

// costlyFiles are as large as a file may be, or as their parts may unpack to.
func costlyFiles(t testing.TB) []costly {
	const most = maxUnpacked + 1<<20
	twice := func(text string) string { return strings.Repeat(text, MaxBytes/len(text)) }
	return []costly{
		{"a line of commas", []byte(twice(",")), NothingThere},
		{"a line of cells", []byte(twice("a,")), TooManyColumns},
		{"lines of commas", []byte(twice(strings.Repeat(",", 999) + "\n")), NothingThere},
		{"lines", []byte(twice("\n")), NothingThere},
		{"lines of a cell", []byte(twice("a\n")), TooManyRows},
		{"lines of cells", []byte(twice(strings.Repeat("a,", 999) + "a\n")), TooManyCells},
		{"old lines of a cell", []byte(twice("a\r")), TooManyRows},
		{"a cell", []byte(twice("好")[:MaxBytes/3*3]), TooLong},
		{"a cell in quotes", []byte("\"" + twice("\"\"")[2:]), OpenQuote},
		{"a cell in GB18030", []byte(twice("\xBA\xC3")), TooLong},
		{"a cell in UTF-16", []byte("\xFF\xFE" + twice("\x7D\x59")[2:]), TooLong},
		{"rows of nothing", rows(t, func(w *packer) { w.repeat("<row/>", most) }), Damaged}, // a sheet has no row behind the last,
		{"cells of nothing", rows(t, func(w *packer) {
			w.write("<row>")
			w.repeat("<c/>", most)
			w.write("</row>")
		}), Unpacked},
		{"rows of cells", rows(t, func(w *packer) { w.repeat("<row>"+strings.Repeat("<c><v>1</v></c>", 1000)+"</row>", most) }), TooManyCells},
		{"cells of texts", rows(t, func(w *packer) {
			w.repeat(`<row><c t="inlineStr"><is><t>`+strings.Repeat("好", 10_000)+"</t></is></c></row>", most)
		}), Unpacked},
		{"a cell of one text", rows(t, func(w *packer) {
			w.write(`<row><c t="inlineStr"><is><t>`)
			w.repeat("好", most)
			w.write("</t></is></c></row>")
		}), Damaged},
		{"a cell of many runs", rows(t, func(w *packer) {
			w.write(`<row><c t="inlineStr"><is>`)
			w.repeat("<r><t>好</t></r>", most)
			w.write("</is></c></row>")
		}), Unpacked},
		{"an attribute", part(t, firstPart, func(w *packer) {
			w.write(`<worksheet a="`)
			w.repeat("a", most)
		}), Damaged},
		{"a comment", part(t, firstPart, func(w *packer) {
			w.write(sheetHead + "<!--")
			w.repeat("a", most)
		}), Damaged},
		{"spaces", part(t, firstPart, func(w *packer) {
			w.write(sheetHead + "</worksheet>")
			w.repeat(" ", most)
		}), Damaged},
		{"tags in tags", part(t, firstPart, func(w *packer) {
			w.write(sheetHead)
			w.repeat("<a>", most)
		}), Damaged},
		{"merges", part(t, firstPart, func(w *packer) {
			w.write(sheetHead + `<sheetData><row><c><v>1</v></c></row></sheetData><mergeCells>`)
			w.write(numbered(maxMerges+1, `<mergeCell ref="A%d:XFD%[1]d"/>`))
			w.write("</mergeCells></worksheet>")
		}), TooManyMerges},
		{"wide merges", part(t, firstPart, func(w *packer) {
			w.write(sheetHead + `<sheetData><row><c><v>1</v></c></row></sheetData><mergeCells>`)
			w.write(numbered(maxMerges, `<mergeCell ref="A%d:XFD%[1]d"/>`))
			w.write("</mergeCells></worksheet>")
		}), TooManyMerges},
		{"columns", part(t, firstPart, func(w *packer) {
			w.write(sheetHead + "<cols>")
			w.repeat(`<col min="1" max="16384" hidden="1"/>`, most)
			w.write("</cols></worksheet>")
		}), Damaged},
		{"a shared text", part(t, textPart, func(w *packer) {
			w.write(textsHead + "<si><t>")
			w.repeat("好", most)
			w.write("</t></si></sst>")
		}), Damaged},
		{"shared texts of nothing", part(t, textPart, func(w *packer) {
			w.write(textsHead)
			w.repeat("<si/>", most)
			w.write("</sst>")
		}), Unpacked},
		{"shared texts", part(t, textPart, func(w *packer) {
			w.write(textsHead)
			w.repeat("<si><t>"+strings.Repeat("好", 3_000)+"</t></si>", most)
			w.write("</sst>")
		}), Unpacked},
		{"styles", part(t, stylePart, func(w *packer) {
			w.write("<styleSheet><cellXfs>")
			w.repeat(`<xf numFmtId="14"/>`, most)
			w.write("</cellXfs></styleSheet>")
		}), TooManyStyles},
		{"number formats", part(t, stylePart, func(w *packer) {
			w.write("<styleSheet><numFmts>")
			w.write(numbered(maxStyles+2, `<numFmt numFmtId="%d" formatCode="`+strings.Repeat(";", maxFormat)+`"/>`))
			w.write("</numFmts></styleSheet>")
		}), TooManyStyles},
		{"a relation", part(t, "xl/_rels/workbook.xml.rels", func(w *packer) {
			w.write("<Relationships>")
			w.repeat("<Relationship/>", most)
		}), Unpacked},
		{"parts", bytes.Repeat([]byte("PK\x01\x02"+strings.Repeat("\x00", 42)), maxParts+1), Unpacked},
		{"sheets", part(t, "xl/workbook.xml", func(w *packer) {
			w.write("<workbook><sheets>")
			w.repeat(`<sheet name="a" r:id="rId1"/>`, most)
			w.write("</sheets></workbook>")
		}), Unpacked},
	}
}

// No file costs more than its bounds: whatever is allocated for it, and thrown away
// again, comes to less than 300 MiB.
func TestNoFileCostsMoreThanItsBounds(t *testing.T) {
	for n, c := range costlyFiles(t) {
		if testing.Short() && n%5 > 0 {
			continue
		}
		src := c.src
		if c.name == "parts" {
			src = append([]byte("PK\x03\x04"), src...)
		}
		if len(src) > MaxBytes {
			t.Fatalf("%s: %d bytes", c.name, len(src))
		}
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		_, err := sheetOf(src)
		runtime.ReadMemStats(&after)
		spent := (after.TotalAlloc - before.TotalAlloc) >> 20
		t.Logf("%-24s %5d KiB costs %4d MiB", c.name, len(src)>>10, spent)
		if spent > 300 {
			t.Errorf("%s: %d MiB", c.name, spent)
		}
		var faults fault.Faults
		if !errors.As(err, &faults) || faults[0].Code != c.code {
			t.Errorf("%s: %v", c.name, err)
		}
	}
}

// BenchmarkCostly is how long the costliest files take.
func BenchmarkCostly(b *testing.B) {
	for _, c := range costlyFiles(b) {
		b.Run(strings.ReplaceAll(c.name, " ", "-"), func(b *testing.B) {
			for b.Loop() {
				if _, err := sheetOf(c.src); err == nil {
					b.Fatal("it was read")
				}
			}
		})
	}
}
