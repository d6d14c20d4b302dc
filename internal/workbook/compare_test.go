package workbook_test

import (
	"archive/zip"
	"bytes"
	"errors"
	"regexp"
	"strings"
	"testing"

	"shuping/internal/docx"
	"shuping/internal/meeting"
	"shuping/internal/workbook"
)

func compared(m meeting.State, book []byte) error {
	return workbook.Compare(bytes.NewReader(book), int64(len(book)), m, head, false)
}

func TestEveryBookIsThatOfItsMeeting(t *testing.T) {
	for name, m := range bookCases(t) {
		if err := compared(m, bookOf(t, m)); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// A figure that stands anywhere in the book is found by the cell that it is in.
func TestEveryOtherFigureIsFoundInItsCell(t *testing.T) {
	m := bookCases(t)["plain"]
	parts, err := docx.Unpack(bookOf(t, m))
	if err != nil {
		t.Fatal(err)
	}
	cell := regexp.MustCompile(`<c r="([A-Z]+[0-9]+)"[^>/]*>(.*?)</c>`)
	tried := 0
	for i, p := range parts {
		if !strings.HasPrefix(p.Name, "xl/worksheets/sheet") {
			continue
		}
		for _, at := range cell.FindAllSubmatchIndex(p.Bytes, -1) {
			name, from, to := string(p.Bytes[at[2]:at[3]]), at[4], at[5]
			text := bytes.LastIndexAny(p.Bytes[from:to], ">")
			for text >= 0 && p.Bytes[from+text+1] == '<' { // behind an end
				text = bytes.LastIndexByte(p.Bytes[from:from+text], '>')
			}
			changed := bytes.Clone(p.Bytes)
			changed[from+text+1]++
			parts[i].Bytes = changed
			book, err := docx.Pack(parts)
			if err != nil {
				t.Fatal(err)
			}
			var d *workbook.Difference
			if err := compared(m, book); !errors.As(err, &d) || d.Cell != name {
				t.Errorf("%s in %s: %v", name, p.Name, err)
			}
			parts[i].Bytes = p.Bytes
			tried++
		}
	}
	if tried < 100 {
		t.Errorf("only %d cells were tried", tried)
	}
}

func TestWhatIsNotInABookIsFound(t *testing.T) {
	m := bookCases(t)["plain"]
	book := bookOf(t, m)
	with := func(part docx.Part) []byte {
		parts, err := docx.Unpack(book)
		if err != nil {
			t.Fatal(err)
		}
		out, err := docx.Pack(append(parts, part))
		if err != nil {
			t.Fatal(err)
		}
		return out
	}
	list := "xl/worksheets/sheet3.xml"
	for name, c := range map[string]struct {
		book []byte
		want string
	}{
		"a macro":          {with(docx.Part{Name: "xl/vbaProject.bin"}), "xl/vbaProject.bin"},
		"another sheet":    {with(docx.Part{Name: "xl/worksheets/sheet9.xml", Bytes: []byte("<worksheet/>")}), "sheet9.xml"},
		"a row more":       {replaced(t, book, list, "</sheetData>", `<row r="99"><c r="A99"><v>7</v></c></row></sheetData>`), `A99 is "7"`},
		"a row less":       {replaced(t, book, list, `<row r="5">`, `<row r="6">`), "评议表明细 A5"},
		"a formula":        {replaced(t, book, "xl/worksheets/sheet1.xml", "COUNTIF", "COUNTIFS"), "汇总表 C4"},
		"a hidden sheet":   {replaced(t, book, "xl/workbook.xml", `name="评议表明细"`, `name="评议表明细" state="hidden"`), "评议表明细"},
		"another name":     {replaced(t, book, "xl/workbook.xml", `name="汇总表"`, `name="汇总"`), "汇总"},
		"another bar":      {replaced(t, book, "xl/charts/chart1.xml", "<numCache>", "<numCache><!-- -->"), "chart1.xml"},
		"a cell of charts": {replaced(t, book, "xl/worksheets/sheet2.xml", "<sheetData></sheetData>", `<sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData>`), "A1"},
		"something else":   {[]byte("PK"), "not a workbook"},
		"a link out":       {replaced(t, book, "xl/_rels/workbook.xml.rels", `<Relationship `, `<Relationship Id="x" Target="http://x" TargetMode="External"/><Relationship `), "http://x"},
	} {
		if err := compared(m, c.book); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %v, want %s", name, err, c.want)
		}
	}
}

// What unfolds to more than a workbook needs is not read to its end.
func TestAWorkbookThatUnfoldsIsRefused(t *testing.T) {
	m := bookCases(t)["plain"]
	parts, err := docx.Unpack(bookOf(t, m))
	if err != nil {
		t.Fatal(err)
	}
	for _, bomb := range []string{"xl/styles.xml", "xl/worksheets/sheet1.xml", "xl/worksheets/sheet2.xml"} {
		var b bytes.Buffer
		z := zip.NewWriter(&b)
		for _, p := range parts {
			w, err := z.Create(p.Name)
			if err != nil {
				t.Fatal(err)
			}
			w.Write(p.Bytes)
			if p.Name == bomb {
				w.Write(make([]byte, 64<<20))
			}
		}
		z.Close()
		if err := compared(m, b.Bytes()); err == nil || !strings.Contains(err.Error(), "unfolds") {
			t.Errorf("%s: %v", bomb, err)
		}
	}
}
