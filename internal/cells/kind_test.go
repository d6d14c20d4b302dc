package cells

import (
	"archive/zip"
	"bytes"
	"errors"
	"testing"

	"github.com/xuri/excelize/v2"
	"golang.org/x/text/encoding/traditionalchinese"

	"shuping/internal/fault"
)

// packedOf is an archive with parts of these names.
func packedOf(t *testing.T, names ...string) string {
	t.Helper()
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	for _, name := range names {
		if _, err := w.Create(name); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

// What is no table is called what it is.
func TestFilesThatAreSomethingElse(t *testing.T) {
	big5, err := traditionalchinese.Big5.NewEncoder().String("第一黨支部書記,第二黨支部書記\n好,較好\n")
	if err != nil {
		t.Fatal(err)
	}
	locked, err := excelize.Encrypt(workbook(t, func(*excelize.File) {}), &excelize.Options{Password: "1"})
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		name, in string
		want     fault.Code
	}{
		{".ods", packedOf(t, "mimetype", "content.xml", "META-INF/manifest.xml"), IsOpenDocument},
		{".xls", compound + "..." + string(wide16("Workbook")), OldWorkbook},
		{"a password", string(locked), IsLocked},
		{".doc", compound + "..." + string(wide16("WordDocument")), IsDocument},
		{".docx", packedOf(t, "[Content_Types].xml", "word/document.xml"), IsDocument},
		{".xlsb", packedOf(t, "[Content_Types].xml", "xl/workbook.bin"), IsBinary},
		{".numbers", packedOf(t, "Index/Document.iwa"), IsOtherOffice},
		{"an archive", packedOf(t, "评议表.csv"), IsPacked},
		{"a .rar", "Rar!\x1A\x07", IsPacked},
		{"a PDF", "%PDF-1.7", IsPDF},
		{"a picture", "\x89PNG\r\n", IsPicture},
		{"a web page that is called .xls", "\ufeff<html><body><table><tr><td>好", IsWebPage},
		{"XML of 2003", `<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet">`, IsOldXML},
		{"Big5", big5, IsBig5},
		{"UTF-16 without its mark", "a\x00,\x00b\x00", WrongEncoding},
	} {
		_, err := Read([]byte(c.in))
		var faults fault.Faults
		if !errors.As(err, &faults) || faults[0].Code != c.want {
			t.Errorf("%s: %v", c.name, err)
		}
	}
}

// Two parts of one name are two workbooks, of which each program shows another.
func TestAPartThatIsThereTwice(t *testing.T) {
	for _, twin := range []string{"xl/worksheets/sheet1.xml", "XL/Worksheets/Sheet1.xml", `xl\worksheets\sheet1.xml`, "/xl/worksheets/sheet1.xml"} {
		src := workbook(t, func(*excelize.File) {})
		in, err := zip.NewReader(bytes.NewReader(src), int64(len(src)))
		if err != nil {
			t.Fatal(err)
		}
		var out bytes.Buffer
		w := zip.NewWriter(&out)
		for _, f := range in.File {
			if err := w.Copy(f); err != nil {
				t.Fatal(err)
			}
		}
		if _, err := w.Create(twin); err != nil {
			t.Fatal(err)
		}
		w.Close()
		_, err = Read(out.Bytes())
		var faults fault.Faults
		if !errors.As(err, &faults) || faults[0].Code != PartTwice {
			t.Errorf("%s: %v", twin, err)
		}
	}
}

// The lines of an old text end in CR alone. It is read, and it is said.
func TestOldLineEnds(t *testing.T) {
	book, err := Read([]byte("a,b\r1,\"2\r3\"\r"))
	if err != nil || !book.OldLines || show(book.Sheets[0]) != "1 a|b\n2 1|2\n3" {
		t.Errorf("%v, %t\n%s", err, book.OldLines, show(book.Sheets[0]))
	}
}
