package cells

import (
	"archive/zip"
	"bytes"
	"errors"
	"io"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
)

// workbook is a workbook that the library makes, with one cell for the first head.
func workbook(t *testing.T, fill func(*excelize.File)) []byte {
	t.Helper()
	f := excelize.NewFile()
	defer f.Close()
	if err := f.SetCellValue("Sheet1", "A1", "述职人"); err != nil {
		t.Fatal(err)
	}
	fill(f)
	b, err := f.WriteToBuffer()
	if err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// styled gives a cell a number format.
func styled(t *testing.T, f *excelize.File, cell string, value any, style excelize.Style) {
	t.Helper()
	id, err := f.NewStyle(&style)
	if err == nil {
		err = f.SetCellStyle("Sheet1", cell, cell, id)
	}
	if err == nil {
		err = f.SetCellValue("Sheet1", cell, value)
	}
	if err != nil {
		t.Fatal(err)
	}
}

func TestWorkbooksAreRead(t *testing.T) {
	custom := `0"日"`
	for _, c := range []struct {
		name, want string
		fill       func(*excelize.File)
	}{
		{"numbers and text", "1 述职人\n2 1|好|007", func(f *excelize.File) {
			f.SetCellValue("Sheet1", "A2", 1)
			f.SetCellValue("Sheet1", "B2", "好")
			f.SetCellValue("Sheet1", "C2", "007")
		}},
		{"numbers as a person would type them", "1 述职人\n2 0.3|100000|-2.5", func(f *excelize.File) {
			f.SetCellValue("Sheet1", "A2", 0.1+0.2)
			f.SetCellValue("Sheet1", "B2", 1e5)
			f.SetCellValue("Sheet1", "C2", -2.5)
		}},
		{"empty rows and cells keep their places", "1 述职人\n5 ||好", func(f *excelize.File) {
			f.SetCellValue("Sheet1", "C5", "好")
		}},
		{"a style on empty cells is nothing", "1 述职人", func(f *excelize.File) {
			styled(t, f, "ZZ3000", nil, excelize.Style{NumFmt: 14})
		}},
		{"a number with two decimals, and a unit in quotes", "1 述职人\n2 2|3", func(f *excelize.File) {
			styled(t, f, "A2", 2, excelize.Style{NumFmt: 2})
			styled(t, f, "B2", 3, excelize.Style{CustomNumFmt: &custom})
		}},
		{"the first sheet alone", "1 述职人", func(f *excelize.File) {
			f.NewSheet("别的")
			f.SetCellValue("别的", "A1", "不看")
			f.SetCellValue("别的", "B2", true)
		}},
		{"rich text", "1 述职人\n2 较好", func(f *excelize.File) {
			f.SetCellRichText("Sheet1", "A2", []excelize.RichTextRun{{Text: "较"}, {Text: "好", Font: &excelize.Font{Bold: true}}})
		}},
	} {
		got, err := Read(workbook(t, c.fill))
		if err != nil || show(got) != c.want {
			t.Errorf("%s: %v\n%s", c.name, err, show(got))
		}
	}
}

func TestWhatNobodyCouldSeeIsRefused(t *testing.T) {
	long := `yyyy"年"m"月"d"日"`
	elapsed := `[h]:mm`
	for _, c := range []struct {
		name, want string
		fill       func(*excelize.File)
	}{
		{"a date", "第2行第B列：这一格是日期或时间。请把格式改为文本，再重新填写。", func(f *excelize.File) {
			styled(t, f, "B2", 45000, excelize.Style{NumFmt: 14})
		}},
		{"a Chinese date", "第2行第B列：这一格是日期或时间。请把格式改为文本，再重新填写。", func(f *excelize.File) {
			styled(t, f, "B2", 45000, excelize.Style{NumFmt: 31})
		}},
		{"a date spelled out", "第2行第B列：这一格是日期或时间。请把格式改为文本，再重新填写。", func(f *excelize.File) {
			styled(t, f, "B2", 45000, excelize.Style{CustomNumFmt: &long})
		}},
		{"a time that passed", "第2行第B列：这一格是日期或时间。请把格式改为文本，再重新填写。", func(f *excelize.File) {
			styled(t, f, "B2", 0.5, excelize.Style{CustomNumFmt: &elapsed})
		}},
		{"a truth value", "第2行第A列：这一格是逻辑值。请改为文本，再重新填写。", func(f *excelize.File) { f.SetCellValue("Sheet1", "A2", true) }},
		{"a formula that was never calculated", "第2行第A列：这一格的公式还没有算出结果。请用表格软件打开，保存后再试。", func(f *excelize.File) {
			f.SetCellFormula("Sheet1", "A2", "1+1")
		}},
		{"a hidden row", "第3行：这一行是隐藏的。请取消隐藏和筛选，不要的行请删去。", func(f *excelize.File) {
			f.SetCellValue("Sheet1", "A3", "好")
			f.SetCellValue("Sheet1", "B3", "好")
			f.SetRowVisible("Sheet1", 3, false)
		}},
		{"a hidden column", "第B列：这一列是隐藏的。请取消隐藏，不要的列请删去。", func(f *excelize.File) {
			f.SetCellValue("Sheet1", "B1", "好")
			f.SetCellValue("Sheet1", "B2", "好")
			f.SetColVisible("Sheet1", "B:C", false)
		}},
		{"a hidden sheet", "第一张工作表“Sheet1”是隐藏的。请取消隐藏，或把要用的表移到最前面。", func(f *excelize.File) {
			f.NewSheet("别的")
			f.SetActiveSheet(1)
			f.SetSheetVisible("Sheet1", false)
		}},
		{"a control character", "第2行第A列：格子里有换行，请改成一行。", func(f *excelize.File) { f.SetCellValue("Sheet1", "A2", "好\n差") }},
		{"far to the right", "第2行：超过 1000 列，请删去多余的列。", func(f *excelize.File) { f.SetCellValue("Sheet1", "XFD2", "好") }},
	} {
		_, err := Read(workbook(t, c.fill))
		var faults Faults
		if !errors.As(err, &faults) || len(faults) != 1 || faults[0].Text("zh") != c.want {
			t.Errorf("%s: %v", c.name, err)
		}
	}
}

// edited is a workbook with other text in the XML of its first sheet.
func edited(t *testing.T, src []byte, part string, change func(string) string) []byte {
	t.Helper()
	in, err := zip.NewReader(bytes.NewReader(src), int64(len(src)))
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	for _, f := range in.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		text, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		if f.Name == part {
			text = []byte(change(string(text)))
		}
		to, err := w.Create(f.Name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := to.Write(text); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

const firstPart = "xl/worksheets/sheet1.xml"

// A formula counts as the text that was calculated when the file was saved.
func TestAFormulaCountsAsItsText(t *testing.T) {
	src := workbook(t, func(f *excelize.File) { f.SetCellFormula("Sheet1", "A2", "1+1") })
	saved := edited(t, src, firstPart, func(xml string) string {
		return strings.Replace(xml, "</f>", "</f><v>2</v>", 1)
	})
	got, err := Read(saved)
	if err != nil || show(got) != "1 述职人\n2 2" {
		t.Errorf("%v\n%s", err, show(got))
	}
	failed := edited(t, src, firstPart, func(xml string) string {
		xml = strings.Replace(xml, "</f>", "</f><v>#DIV/0!</v>", 1)
		return strings.Replace(xml, `r="A2" t="str"`, `r="A2" t="e"`, 1)
	})
	if _, err := Read(failed); err == nil || err.Error() != "row 2 column A: The formula of the cell ends in an error (#DIV/0!); put it right." {
		t.Error(err)
	}
}

// A damaged workbook is never read as a smaller one.
func TestADamagedWorkbookIsRefused(t *testing.T) {
	src := workbook(t, func(f *excelize.File) {
		for _, cell := range []string{"A2", "B2", "A3", "B3"} {
			f.SetCellValue("Sheet1", cell, "好")
		}
	})
	for name, change := range map[string]func(string) string{
		"the sheet breaks off": func(xml string) string { return xml[:strings.Index(xml, `<c r="B2"`)] },
		"a tag stays open":     func(xml string) string { return strings.Replace(xml, "</row>", "", 1) },
		"rows change places":   func(xml string) string { return strings.Replace(xml, `<row r="3"`, `<row r="1"`, 1) },
		"cells change places": func(xml string) string {
			return strings.Replace(strings.Replace(xml, `"A2"`, `"C2"`, 1), `"B2"`, `"A2"`, 1)
		},
		"a cell stands in another row": func(xml string) string { return strings.Replace(xml, `"B2"`, `"B3"`, 1) },
		"a text is not there": func(xml string) string {
			return strings.Replace(xml, `<c r="B3" t="s"><v>1</v>`, `<c r="B3" t="s"><v>99</v>`, 1)
		},
	} {
		bad := edited(t, src, firstPart, change)
		if bytes.Equal(bad, edited(t, src, firstPart, func(s string) string { return s })) {
			t.Errorf("%s: nothing was changed", name)
		}
		var faults Faults
		if _, err := Read(bad); !errors.As(err, &faults) || faults[0].Code != Damaged {
			t.Errorf("%s: %v", name, err)
		}
	}
	for cut := 4; cut < len(src); cut += 97 {
		if got, err := Read(src[:cut]); err == nil {
			t.Fatalf("cut at %d: %s", cut, show(got))
		}
	}
}

// What unpacks to more than is bearable is not unpacked.
func TestABombIsRefused(t *testing.T) {
	src := workbook(t, func(*excelize.File) {})
	bomb := edited(t, src, firstPart, func(xml string) string { return xml + strings.Repeat(" ", maxUnpacked) })
	if len(bomb) > 1<<20 {
		t.Fatalf("the bomb has %d bytes", len(bomb))
	}
	styles := edited(t, src, "xl/styles.xml", func(xml string) string { return xml + strings.Repeat(" ", maxStyles) })
	for _, src := range [][]byte{bomb, styles} {
		var faults Faults
		if _, err := Read(src); !errors.As(err, &faults) || faults[0].Code != Unpacked {
			t.Error(err)
		}
	}
	texts := edited(t, src, "xl/sharedStrings.xml", func(xml string) string {
		return strings.Replace(xml, "</sst>", strings.Repeat("<si/>", MaxCells)+"</sst>", 1)
	})
	var faults Faults
	if _, err := Read(texts); !errors.As(err, &faults) || faults[0].Code != Damaged {
		t.Error(err)
	}
	cells := edited(t, src, firstPart, func(xml string) string {
		row := "<row>" + strings.Repeat("<c><v>1</v></c>", 1000) + "</row>"
		return strings.Replace(xml, "</sheetData>", strings.Repeat(row, MaxCells/1000)+"</sheetData>", 1)
	})
	if _, err := Read(cells); !errors.As(err, &faults) || faults[0].Code != TooManyCells {
		t.Error(err)
	}
}
