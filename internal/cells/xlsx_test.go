package cells

import (
	"archive/zip"
	"bytes"
	"errors"
	"io"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"shuping/internal/fault"
	"shuping/internal/words"
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
		got, err := sheetOf(workbook(t, c.fill))
		if err != nil || show(got) != c.want {
			t.Errorf("%s: %v\n%s", c.name, err, show(got))
		}
	}
}

func TestWhatNobodyCouldSeeIsRefused(t *testing.T) {
	nothing, literal, other, pale := ";;;", `"好"`, `"1"0`, `[White]0`
	painted := func(ink, ground string) excelize.Style {
		s := excelize.Style{Font: &excelize.Font{Color: ink}}
		if ground != "" {
			s.Fill = excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{ground}}
		}
		return s
	}
	const unseen = "第2行第A列：这一格的字与底色相同或小得看不见。请改成看得见的颜色和字号。"
	const masked = "第2行第A列：这一格的数字格式使显示的与存的不同。请把格式改为“常规”。"
	for _, c := range []struct {
		name, want string
		fill       func(*excelize.File)
	}{
		{"a truth value", "第2行第A列：这一格是逻辑值。请改为文本，再重新填写。", func(f *excelize.File) { f.SetCellValue("Sheet1", "A2", true) }},
		{"a formula that was never calculated", "第2行第A列：这一格的公式还没有算出结果。请用表格软件打开，保存后再试。", func(f *excelize.File) {
			f.SetCellFormula("Sheet1", "A2", "1+1")
		}},
		{"a hidden row", "第3行：这一行是隐藏的（或高度为 0）。请取消隐藏和筛选，不要的行请删去。", func(f *excelize.File) {
			f.SetCellValue("Sheet1", "A3", "好")
			f.SetCellValue("Sheet1", "B3", "好")
			f.SetRowVisible("Sheet1", 3, false)
		}},
		{"a row without height", "第3行：这一行是隐藏的（或高度为 0）。请取消隐藏和筛选，不要的行请删去。", func(f *excelize.File) {
			f.SetCellValue("Sheet1", "A3", "好")
			f.SetRowHeight("Sheet1", 3, 0.5)
		}},
		{"a hidden column", "第B列：这一列是隐藏的（或宽度为 0）。请取消隐藏，不要的列请删去。", func(f *excelize.File) {
			f.SetCellValue("Sheet1", "B1", "好")
			f.SetCellValue("Sheet1", "B2", "好")
			f.SetColVisible("Sheet1", "B:C", false)
		}},
		{"a column without width", "第B列：这一列是隐藏的（或宽度为 0）。请取消隐藏，不要的列请删去。", func(f *excelize.File) {
			f.SetCellValue("Sheet1", "B1", "好")
			f.SetColWidth("Sheet1", "B", "B", 0.1)
		}},
		{"no sheet but a hidden one", "工作表“Sheet1”是隐藏的，别的也没有。请取消隐藏。", func(f *excelize.File) {
			f.NewSheet("别的")
			f.SetActiveSheet(1)
			f.SetSheetVisible("Sheet1", false)
		}},
		{"under a merge", "第2行第B列：这一格在合并区域 A2:B2 里被盖住，却有内容。请取消合并，核对后再试。", func(f *excelize.File) {
			f.SetCellValue("Sheet1", "A2", "好")
			f.SetCellValue("Sheet1", "B2", "差")
		}},
		{"white on white", unseen, func(f *excelize.File) { styled(t, f, "A2", "好", painted("FFFFFF", "")) }},
		{"nearly white on white", unseen, func(f *excelize.File) { styled(t, f, "A2", 1, painted("FAFAFA", "")) }},
		{"red on red", unseen, func(f *excelize.File) { styled(t, f, "A2", "好", painted("C00000", "C00000")) }},
		{"letters of a point", unseen, func(f *excelize.File) { styled(t, f, "A2", "好", excelize.Style{Font: &excelize.Font{Size: 1}}) }},
		{"white letters among others", unseen, func(f *excelize.File) {
			f.SetCellRichText("Sheet1", "A2", []excelize.RichTextRun{{Text: "较", Font: &excelize.Font{Color: "FFFFFF"}}, {Text: "好"}})
		}},
		{"a format that shows nothing of a number", masked, func(f *excelize.File) { styled(t, f, "A2", 4, excelize.Style{CustomNumFmt: &nothing}) }},
		{"a format that shows nothing of a text", masked, func(f *excelize.File) { styled(t, f, "A2", "差", excelize.Style{CustomNumFmt: &nothing}) }},
		{"a format that shows a word for a number", masked, func(f *excelize.File) { styled(t, f, "A2", 4, excelize.Style{CustomNumFmt: &literal}) }},
		{"a format that adds a digit", masked, func(f *excelize.File) { styled(t, f, "A2", 4, excelize.Style{CustomNumFmt: &other}) }},
		{"a format in white", masked, func(f *excelize.File) { styled(t, f, "A2", 4, excelize.Style{CustomNumFmt: &pale}) }},
		{"far to the right", "第2行：超过 1000 列，请删去多余的列。", func(f *excelize.File) { f.SetCellValue("Sheet1", "XFD2", "好") }},
	} {
		src := workbook(t, c.fill)
		if c.name == "under a merge" {
			src = edited(t, src, firstPart, func(xml string) string {
				return strings.Replace(xml, "</sheetData>", `</sheetData><mergeCells><mergeCell ref="A2:B2"/></mergeCells>`, 1)
			})
		}
		_, err := sheetOf(src)
		var faults fault.Faults
		if !errors.As(err, &faults) || len(faults) != 1 || words.Fault(words.Chinese, faults[0]) != c.want {
			t.Errorf("%s: %v", c.name, err)
		}
	}
}

// What looks as it counts passes: paint that leaves the letters to be read, a unit
// behind a number, a dash for none.
func TestWhatIsSeenPasses(t *testing.T) {
	unit, accounting, date := `0"票"`, `_(* #,##0_);_(* \(#,##0\);_(* "-"_);_(@_)`, `yyyy"年"m"月"`
	src := workbook(t, func(f *excelize.File) {
		styled(t, f, "A2", "好", excelize.Style{Font: &excelize.Font{Color: "FFFFFF"}, Fill: excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{"C00000"}}})
		styled(t, f, "B2", 3, excelize.Style{CustomNumFmt: &unit})
		styled(t, f, "C2", 0, excelize.Style{CustomNumFmt: &accounting})
		styled(t, f, "D2", "文", excelize.Style{CustomNumFmt: &accounting})
		styled(t, f, "E2", 0.8049, excelize.Style{NumFmt: 10})
		styled(t, f, "F2", 45473, excelize.Style{CustomNumFmt: &date})
	})
	if got, err := sheetOf(src); err != nil || show(got) != "1 述职人\n2 好|3|0|文|80.49%|2024-06-30" {
		t.Errorf("%v\n%s", err, show(got))
	}
}

// All sheets that are seen are read, each with what is wrong with it, and of merges
// what a person sees.
func TestSheetsAndMerges(t *testing.T) {
	book, err := Read(workbook(t, func(f *excelize.File) {
		f.NewSheet("台账")
		f.NewSheet("存底")
		f.SetCellValue("台账", "A1", "一")
		f.SetCellValue("台账", "C3", "二")
		f.MergeCell("台账", "A1", "B3")
		f.SetCellValue("存底", "A1", "不看")
		f.SetSheetVisible("存底", false)
	}))
	if err != nil || len(book.Sheets) != 2 || !slices.Equal(book.Hidden, []string{"存底"}) {
		t.Fatalf("%v, %v", err, book)
	}
	s := book.Sheets[1]
	if s.Name != "台账" || s.Shown(Place{2, 2}) != "一" || s.Shown(Place{3, 3}) != "二" || s.Shown(Place{4, 1}) != "" {
		t.Errorf("%q shows %q, %q, %q", s.Name, s.Shown(Place{2, 2}), s.Shown(Place{3, 3}), s.Shown(Place{4, 1}))
	}
	if m, merged := s.Merge(Place{3, 2}); !merged || m.Text() != "A1:B3" || len(s.merges) != 1 {
		t.Errorf("%v, %t", m, merged)
	}
	if _, merged := s.Merge(Place{4, 1}); merged {
		t.Error("A4 is part of no merge")
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
	got, err := sheetOf(saved)
	if err != nil || show(got) != "1 述职人\n2 2" {
		t.Errorf("%v\n%s", err, show(got))
	}
	failed := edited(t, src, firstPart, func(xml string) string {
		xml = strings.Replace(xml, "</f>", "</f><v>#DIV/0!</v>", 1)
		return strings.Replace(xml, `r="A2" t="str"`, `r="A2" t="e"`, 1)
	})
	if _, err := sheetOf(failed); !fault.Is(err, "cells", IsAnError) {
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
		var faults fault.Faults
		if _, err := sheetOf(bad); !errors.As(err, &faults) || faults[0].Code != Damaged {
			t.Errorf("%s: %v", name, err)
		}
	}
	for cut := 4; cut < len(src); cut += 97 {
		if got, err := sheetOf(src[:cut]); err == nil {
			t.Fatalf("cut at %d: %s", cut, show(got))
		}
	}
}
