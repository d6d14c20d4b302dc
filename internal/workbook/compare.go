package workbook

import (
	"archive/zip"
	"bufio"
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"shuping/internal/docx"
	"shuping/internal/meeting"
	"shuping/internal/result"
	"shuping/internal/typed"
)

// A Difference is the first place in which a workbook says something else than
// the meeting: a cell with its value, a formula with its sign =, or the name of
// something that should not be there. Found and Expected are "" for nothing.
type Difference struct {
	Sheet           string // the sheet's name, or that of a part of the file
	Cell            string // "C4", "" for none
	Found, Expected string
}

func (d *Difference) Error() string {
	return strings.TrimSpace(d.Sheet+" "+d.Cell) + fmt.Sprintf(" is %q and should be %q", d.Found, d.Expected)
}

// Compare holds a workbook of size bytes against the meeting it is of:
// every cell of every sheet, each formula and its result, and the figures in the
// charts. How the book looks is not compared. The first difference is a
// [*Difference]; any other error says that the file is no such workbook, or is that
// of the disk. A former book is that of the first two formats of an export. Whatever
// the file holds, no more of it is kept than a few rows.
func Compare(file io.ReaderAt, size int64, s meeting.State, head result.Head, former bool) error {
	z, err := zip.NewReader(file, size)
	if err != nil {
		return fmt.Errorf("not a workbook: %w", err)
	}
	b, err := newBook(s, head, nil, former)
	if err != nil {
		return err
	}
	c := comparer{pages: b.pages(), parts: map[string]*zip.File{}, left: maxPlain}
	if err := c.survey(z); err != nil {
		return err
	}
	for _, name := range c.names {
		err := c.compare(name)
		if _, found := err.(*Difference); err != nil && !found {
			err = fmt.Errorf("part %s of the workbook: %w", name, err)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// maxPlain bounds the parts of a workbook together but for its sheets, of which no
// byte is kept.
const maxPlain = 32 << 20

// A comparer holds one file against the pages of a book.
type comparer struct {
	pages []sheet
	parts map[string]*zip.File
	names []string
	left  int64
}

// bookParts are what a workbook of ours is made of: nothing that runs, nothing
// that lies elsewhere.
var bookParts = typed.Pattern(`^(\[Content_Types\]\.xml|_rels/\.rels|docProps/(app|core)\.xml|` +
	`xl/(workbook|styles|sharedStrings|theme/theme1)\.xml|xl/_rels/workbook\.xml\.rels|` +
	`xl/(worksheets|charts|drawings)/[a-z]+[0-9]+\.xml|xl/(worksheets|drawings)/_rels/[a-z]+[0-9]+\.xml\.rels)$`)

func (c *comparer) survey(z *zip.Reader) error {
	if len(z.File) > docx.MaxParts {
		return fmt.Errorf("the workbook has %d parts, more than %d", len(z.File), docx.MaxParts)
	}
	for _, f := range z.File {
		if c.parts[f.Name] != nil || !bookParts().MatchString(f.Name) {
			return &Difference{Sheet: shownPart(f.Name), Found: shownPart(f.Name)}
		}
		c.parts[f.Name] = f
		c.names = append(c.names, f.Name)
	}
	for i := range c.pages {
		if name := sheetPart(i); c.parts[name] == nil {
			return &Difference{Sheet: name, Expected: c.pages[i].name}
		}
	}
	if c.parts[bookPartName] == nil || c.parts[bookRelations] == nil {
		return errors.New("the workbook does not say which sheets it has")
	}
	return nil
}

const (
	bookPartName  = "xl/workbook.xml"
	bookRelations = "xl/_rels/workbook.xml.rels"
)

func sheetPart(i int) string { return fmt.Sprintf("xl/worksheets/sheet%d.xml", i+1) }

// shownPart is a name that nobody has vouched for.
func shownPart(name string) string {
	const most = 60
	if r := []rune(name); len(r) > most {
		name = string(r[:most]) + "…"
	}
	return name
}

func (c *comparer) compare(name string) error {
	var n int
	if scanPartName(name, "xl/worksheets/sheet%d.xml", &n) {
		if n < 1 || n > len(c.pages) {
			return &Difference{Sheet: name, Found: name}
		}
		return c.compareSheet(c.parts[name], c.pages[n-1])
	}
	part, err := c.read(name)
	switch {
	case err != nil:
		return err
	case name == bookPartName:
		return c.compareNames(part)
	case strings.HasSuffix(name, ".rels"):
		return c.compareRelations(name, part)
	case strings.HasPrefix(name, "xl/charts/"):
		if want := chartFigures(withoutFigures(part), c.pages); !bytes.Equal(part, want) {
			return &Difference{Sheet: name, Found: bytesNear(part, want), Expected: bytesNear(want, part)}
		}
	}
	return nil
}

// read is a small part, whole.
func (c *comparer) read(name string) ([]byte, error) {
	r, err := c.parts[name].Open()
	if err != nil {
		return nil, err
	}
	defer r.Close()
	return c.rest(r)
}

// rest is what r has left, of which all parts together have so much and no more.
func (c *comparer) rest(r io.Reader) ([]byte, error) {
	part, err := io.ReadAll(io.LimitReader(r, c.left+1))
	if err != nil {
		return nil, err
	}
	if c.left -= int64(len(part)); c.left < 0 {
		return nil, errors.New("it unfolds to too many bytes")
	}
	return part, nil
}

// compareNames holds the names of the sheets against those of the pages, in their
// order, each on its own part.
func (c *comparer) compareNames(part []byte) error {
	var book struct {
		Sheets []struct {
			Name  string `xml:"name,attr"`
			State string `xml:"state,attr"`
			ID    string `xml:"http://schemas.openxmlformats.org/officeDocument/2006/relationships id,attr"`
		} `xml:"sheets>sheet"`
	}
	if err := xml.Unmarshal(part, &book); err != nil {
		return err
	}
	targets, err := c.targets()
	if err != nil {
		return err
	}
	for i := range max(len(book.Sheets), len(c.pages)) {
		switch {
		case i >= len(book.Sheets):
			return &Difference{Sheet: c.pages[i].name, Expected: c.pages[i].name}
		case i >= len(c.pages):
			return &Difference{Sheet: shownPart(book.Sheets[i].Name), Found: shownPart(book.Sheets[i].Name)}
		case book.Sheets[i].Name != c.pages[i].name:
			return &Difference{Sheet: c.pages[i].name, Found: shownPart(book.Sheets[i].Name), Expected: c.pages[i].name}
		case "xl/"+strings.TrimPrefix(targets[book.Sheets[i].ID], "/xl/") != sheetPart(i):
			return &Difference{Sheet: c.pages[i].name, Found: shownPart(targets[book.Sheets[i].ID]), Expected: sheetPart(i)}
		case book.Sheets[i].State != "" && book.Sheets[i].State != "visible":
			return &Difference{Sheet: c.pages[i].name, Found: shownPart(book.Sheets[i].State), Expected: "visible"}
		}
	}
	return nil
}

// relations is what one part says of the others that it needs.
type relations struct {
	All []struct {
		ID     string `xml:"Id,attr"`
		Target string `xml:"Target,attr"`
		Mode   string `xml:"TargetMode,attr"`
	} `xml:"Relationship"`
}

// targets are the parts that the book names, by the name that it has for each.
func (c *comparer) targets() (map[string]string, error) {
	part, err := c.read(bookRelations)
	if err != nil {
		return nil, err
	}
	var r relations
	if err := xml.Unmarshal(part, &r); err != nil {
		return nil, err
	}
	out := map[string]string{}
	for _, x := range r.All {
		out[x.ID] = x.Target
	}
	return out, nil
}

// compareRelations refuses what lies outside the file.
func (c *comparer) compareRelations(name string, part []byte) error {
	var r relations
	if err := xml.Unmarshal(part, &r); err != nil {
		return err
	}
	for _, x := range r.All {
		if x.Mode != "" && x.Mode != "Internal" {
			return &Difference{Sheet: name, Found: shownPart(x.Target)}
		}
	}
	return nil
}

var filledText = typed.Pattern(`(<strRef><f>[^<]*</f>)<strCache>.*?</strCache>`)

// withoutFigures is a chart as the library leaves it, before [chartFigures].
func withoutFigures(chart []byte) []byte { return filledText().ReplaceAll(chart, []byte("$1")) }

// differsAt is how many bytes a and b begin with alike.
func differsAt(a, b []byte) int {
	at := 0
	for at < len(a) && at < len(b) && a[at] == b[at] {
		at++
	}
	return at
}

// bytesNear is a few bytes of a from where it differs from b on.
func bytesNear(a, b []byte) string {
	at := differsAt(a, b)
	from := max(0, at-20)
	return strings.ToValidUTF8(string(a[from:min(len(a), at+40)]), "")
}

const rowsMark, rowsEnd = "<sheetData>", "</sheetData>"

// compareSheet holds the rows of a sheet against those of its page, as they come.
func (c *comparer) compareSheet(f *zip.File, p sheet) error {
	file, err := f.Open()
	if err != nil {
		return err
	}
	defer file.Close()
	if p.heads == nil { // a page of charts
		part, err := c.rest(file)
		if at := bytes.Index(part, []byte("<c ")); at >= 0 {
			return &Difference{Sheet: p.name, Cell: firstCellName(part[at:]), Found: shownPart(firstCellText(part[at:]))}
		}
		return err
	}
	r := bufio.NewReaderSize(file, 1<<16)
	if err := skipToMark(r, rowsMark); err != nil {
		return err
	}
	w := &rowComparer{sheet: p.name, found: r}
	if _, err := w.Write(p.top()); err != nil {
		return err
	}
	if err := p.cells(w); err != nil {
		return err
	}
	end, err := r.Peek(len(rowsEnd))
	if err != nil && err != io.EOF {
		return err
	}
	if string(end) != rowsEnd {
		row := w.more()
		return &Difference{Sheet: p.name, Cell: firstCellName(row), Found: shownPart(firstCellText(row))}
	}
	_, err = c.rest(r)
	return err
}

// maxTop is how far into a sheet its rows begin at most.
const maxTop = 1 << 20

// skipToMark reads up to the mark and past it.
func skipToMark(r *bufio.Reader, mark string) error {
	matched := 0
	for range maxTop {
		b, err := r.ReadByte()
		switch {
		case err != nil:
			return errors.New("it has no rows")
		case b == mark[matched]:
			matched++
		case b == mark[0]:
			matched = 1
		default:
			matched = 0
		}
		if matched == len(mark) {
			return nil
		}
	}
	return errors.New("it has no rows")
}

// A rowComparer is written the rows that a sheet should have, whole rows at a
// time, and holds those that it has against them.
type rowComparer struct {
	sheet string
	found *bufio.Reader
	buf   []byte
}

func (w *rowComparer) Write(want []byte) (int, error) {
	w.buf = slices.Grow(w.buf[:0], len(want))[:len(want)]
	n, err := io.ReadFull(w.found, w.buf)
	if err != nil && err != io.EOF && err != io.ErrUnexpectedEOF {
		return 0, err
	}
	if n == len(want) && bytes.Equal(w.buf, want) {
		return len(want), nil
	}
	at := differsAt(w.buf[:n], want)
	return 0, w.difference(append(w.buf[:n:n], w.more()...), want, at)
}

// more is a little more of what was found, as far as it can be read.
func (w *rowComparer) more() []byte {
	some, _ := io.ReadAll(io.LimitReader(w.found, 4<<10))
	return some
}

// difference names the cell in which found differs from want first, at a byte.
func (w *rowComparer) difference(found, want []byte, at int) error {
	from := max(0, bytes.LastIndex(want[:min(len(want), at+len(`<c r="`))], []byte(`<c r="`)))
	cell := firstCellName(want[from:])
	d := &Difference{Sheet: w.sheet, Cell: cell, Found: firstCellText(found[min(len(found), from):]), Expected: firstCellText(want[from:])}
	if d.Found == d.Expected {
		d.Found, d.Expected = bytesNear(found, want), bytesNear(want, found)
	}
	d.Found, d.Expected = shownPart(d.Found), shownPart(d.Expected)
	return d
}

var cellName = typed.Pattern(`<c r="([A-Z]{1,3}[0-9]{1,7})"`)

func firstCellName(row []byte) string {
	if m := cellName().FindSubmatch(row); m != nil {
		return string(m[1])
	}
	return ""
}

// firstCellText is what the first cell says, a formula before its result.
func firstCellText(row []byte) string {
	d := xml.NewDecoder(bytes.NewReader(row))
	said, formula, inside := "", false, false
	for {
		token, err := d.Token()
		if err != nil {
			return said
		}
		switch t := token.(type) {
		case xml.StartElement:
			switch {
			case t.Name.Local == "c" && inside:
				return said
			case t.Name.Local == "c":
				inside = true
			case t.Name.Local == "f":
				formula, said = true, said+"="
			}
		case xml.EndElement:
			if formula && t.Name.Local == "f" {
				formula, said = false, said+" → "
			}
			if t.Name.Local == "c" {
				return said
			}
		case xml.CharData:
			said += string(t)
		}
	}
}
