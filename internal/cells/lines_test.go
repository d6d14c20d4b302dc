package cells

import (
	"errors"
	"strings"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"

	"shuping/internal/fault"
	"shuping/internal/words"
)

// A table of long texts: lines in cells count as one row, as a spreadsheet counts.
func TestLinesInCells(t *testing.T) {
	const want = "1 问题|措施\n3 学习少|一、补课\n二、测试\n\n三、公示\n4 b|c"
	for name, src := range map[string][]byte{
		"CSV":            []byte("问题,措施\n\n学习少,\"一、补课\n二、测试\n\n三、公示\"\nb,c\n"),
		"CSV with CR LF": []byte("\ufeff问题,措施\r\n\r\n学习少,\"一、补课\r\n二、测试\r\n\r\n三、公示\"\r\nb,c\r\n"),
		"GB18030":        gb18030(t, "问题,措施\n\n学习少,\"一、补课\n二、测试\n\n三、公示\"\nb,c\n"),
		"XLSX": workbook(t, func(f *excelize.File) {
			f.SetSheetRow("Sheet1", "A1", &[]any{"问题", "措施"})
			f.SetSheetRow("Sheet1", "A3", &[]any{"学习少", "一、补课\n二、测试\r\n\n三、公示"})
			f.SetSheetRow("Sheet1", "A4", &[]any{"b", "c"})
		}),
	} {
		got, err := sheetOf(src)
		if err != nil || show(got) != want {
			t.Errorf("%s: %v\n%s", name, err, show(got))
		}
	}
}

// A fault behind a cell of several lines is in the row where a spreadsheet shows it.
func TestAFaultBehindLines(t *testing.T) {
	for in, want := range map[string]string{
		"a,\"1\n2\n3\"\nb,\"x\n\ty\"\n":               "第2行第B列：有不能用的字符：U+0009（制表符）。请删去后重新输入。",
		"a,\"1\n2\"\nb\rc\n":                          "第2行第A列：有不能用的字符：U+000D（换行）。请删去后重新输入。",
		"a,\"1\n2\"\n\nb,\"c\n":                       "第3行：引号没有配对，请改正这一行的引号。",
		"a\n" + strings.Repeat("好", MaxText+1) + "\n": "第2行第A列：有 32768 个字，最多 32767 个，请删短。",
	} {
		_, err := sheetOf([]byte(in))
		var faults fault.Faults
		if !errors.As(err, &faults) || words.Fault(words.Chinese, faults[0]) != want {
			t.Errorf("%.20q: %v", in, err)
		}
	}
}

// A cell that shows a day reads as that day, in whatever form it shows it.
func TestDaysInCells(t *testing.T) {
	chinese, iso := `yyyy"年"m"月"d"日"`, "yyyy-mm-dd"
	src := workbook(t, func(f *excelize.File) {
		styled(t, f, "A2", 45473, excelize.Style{NumFmt: 14})
		styled(t, f, "B2", time.Date(2024, 6, 30, 0, 0, 0, 0, time.UTC), excelize.Style{CustomNumFmt: &chinese})
		styled(t, f, "C2", 45351, excelize.Style{CustomNumFmt: &iso}) // 29 February
		styled(t, f, "D2", 61, excelize.Style{NumFmt: 31})
		f.SetCellValue("Sheet1", "E2", 45473)
	})
	if got, err := sheetOf(src); err != nil || show(got) != "1 述职人\n2 2024-06-30|2024-06-30|2024-02-29|1900-03-01|45473" {
		t.Errorf("%v\n%s", err, show(got))
	}
	since1904 := edited(t, src, "xl/workbook.xml", func(text string) string {
		return strings.Replace(text, "<sheets>", `<workbookPr date1904="1"/><sheets>`, 1)
	})
	if got, err := sheetOf(since1904); err != nil || show(got) != "1 述职人\n2 2028-07-01|2028-07-01|2028-03-01|1904-03-02|45473" {
		t.Errorf("%v\n%s", err, show(got))
	}
	spelled := edited(t, src, "xl/worksheets/sheet1.xml", func(text string) string {
		return strings.Replace(text, `<v>45351</v>`, `<v>2024-02-29T00:00:00</v>`, 1)
	})
	spelled = edited(t, spelled, "xl/worksheets/sheet1.xml", func(text string) string {
		return strings.Replace(text, `r="C2" `, `r="C2" t="d" `, 1)
	})
	if got, err := sheetOf(spelled); err != nil || !strings.Contains(show(got), "|2024-02-29|") {
		t.Errorf("%v\n%s", err, show(got))
	}
}

// What is no whole day, or none on which spreadsheets agree, is a fault.
func TestTimesAreNoDays(t *testing.T) {
	for name, value := range map[string]any{
		"a time": 45473.5, "a time of day": 0.25, "before 1900": -3, "in the two months that disagree": 59, "no year of ours": 2958466000,
		"a text with a time in it": time.Date(2024, 6, 30, 13, 0, 0, 0, time.UTC),
	} {
		src := workbook(t, func(f *excelize.File) { styled(t, f, "A2", value, excelize.Style{NumFmt: 14}) })
		_, err := sheetOf(src)
		var faults fault.Faults
		if !errors.As(err, &faults) || faults[0].Code != IsADate || faults[0].At != (Place{2, 1}.In()) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// Long texts are written whole, or not at all, and read again as they were.
func TestLongTextsAreWrittenWhole(t *testing.T) {
	rows := [][]string{{"问题", "措施"}, {"=1+1\n第二行", strings.Repeat("整改", MaxText/2)}, {"-x", "\n\n"}}
	src, err := XLSX("台账", rows)
	if err != nil {
		t.Fatal(err)
	}
	for name, src := range map[string][]byte{"XLSX": src, "CSV": CSV(rows)} {
		got, err := sheetOf(src)
		if err != nil {
			t.Fatal(name, err)
		}
		for n, row := range rows {
			for i, cell := range row {
				if found := got.Rows[n].At(i + 1); found != cell {
					t.Errorf("%s: row %d has %.30q, not %.30q", name, n+1, found, cell)
				}
			}
		}
	}
	_, err = XLSX("台账", [][]string{{"a"}, {"b", strings.Repeat("好", MaxText+1)}})
	var faults fault.Faults
	if !errors.As(err, &faults) || faults[0].Code != TooLong || faults[0].At != (Place{2, 2}.In()) {
		t.Error(err)
	}
}
