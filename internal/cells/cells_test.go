package cells

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/unicode"
	"pgregory.net/rapid"

	"shuping/internal/fault"
	"shuping/internal/words"
)

// sheetOf is the first sheet of a file, or all that is wrong with the file, the sheet
// or any of its cells.
func sheetOf(src []byte) (*Sheet, error) {
	book, err := Read(src)
	if err != nil {
		return nil, err
	}
	s := book.Sheets[0]
	faults := slices.Clone(s.Faults)
	for _, row := range s.Rows {
		for c := 1; c <= row.Len() && len(faults) < MaxFaults; c++ {
			f := s.Fault(row, c)
			if f != nil && !slices.ContainsFunc(faults, func(g *fault.Fault) bool { return g.At == f.At }) {
				faults = append(faults, f)
			}
		}
	}
	if len(faults) > 0 {
		return nil, faults
	}
	return s, nil
}

// show is a sheet as text: the number of each row, then its cells.
func show(s *Sheet) string {
	if s == nil {
		return ""
	}
	var out []string
	for _, row := range s.Rows {
		cells := make([]string, row.Len())
		for i := range cells {
			cells[i] = row.At(i + 1)
		}
		out = append(out, fmt.Sprint(row.Number, " ", strings.Join(cells, "|")))
	}
	return strings.Join(out, "\n")
}

const counted = `1 束|张|第一党支部书记|第二党支部书记|作废原因
2 1|1|好|较好
3 1|2|1|9
4 1|3|||票面污损无法辨认
5 1|4|差|弃权`

// Files that other programs wrote: a CSV in GB18030 and a workbook of LibreOffice.
func TestFilesOfOtherPrograms(t *testing.T) {
	for _, name := range []string{"gb18030.csv", "libreoffice.xlsx"} {
		src, err := os.ReadFile(filepath.Join("testdata", name))
		if err != nil {
			t.Fatal(err)
		}
		got, err := sheetOf(src)
		if err != nil || show(got) != counted {
			t.Errorf("%s: %v\n%s", name, err, show(got))
		}
	}
}

func TestTextIsRead(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"commas", "a,b\n1,2\n", "1 a|b\n2 1|2"},
		{"semicolons", "a;b,c;d\n1;2;3\n", "1 a|b,c|d\n2 1|2|3"},
		{"tabs", "a\tb\n1\t2", "1 a|b\n2 1|2"},
		{"a byte order mark and CR LF", "\ufeffa,b\r\n1,2\r\n", "1 a|b\n2 1|2"},
		{"a comma in quotes does not separate", "\"a,b,c\";d\n1;2\n", "1 a,b,c|d\n2 1|2"},
		{"empty rows keep their number", "\n,\na\n\n,b,,\n", "3 a\n5 |b"},
		{"one column", "好\n差\n", "1 好\n2 差"},
		{"characters beyond the first plane", "𬭎,玥\n", "1 𬭎|玥"},
		{"spaces are kept", " 好 ,差\n", "1  好 |差"},
		{"lines in cells are lines of one row", "a,\"1\n2\"\nb\n", "1 a|1\n2\n2 b"},
		{"a title above the rows", "整改台账, 附件1\na\tb\tc\nd\te\tf\n", "1 整改台账, 附件1\n2 a|b|c\n3 d|e|f"},
		{"a separator that is named", "sep=|\na,1|b\n", "1 a,1|b"},
		{"an apostrophe before a formula is not part of it", "'=1+1,''-2,'a\n", "1 =1+1|'-2|'a"},
	} {
		for coding, src := range map[string][]byte{
			"UTF-8": []byte(c.in), "GB18030": gb18030(t, c.in), "UTF-16": inUTF16(t, unicode.LittleEndian, c.in), "UTF-16, big end first": inUTF16(t, unicode.BigEndian, c.in),
		} {
			if coding != "UTF-8" && strings.HasPrefix(c.in, mark) {
				continue // the mark is of UTF-8
			}
			got, err := sheetOf(src)
			if err != nil || show(got) != c.want {
				t.Errorf("%s in %s: %v\n%s", c.name, coding, err, show(got))
			}
		}
	}
}

func inUTF16(t *testing.T, end unicode.Endianness, text string) []byte {
	t.Helper()
	out, err := unicode.UTF16(end, unicode.UseBOM).NewEncoder().Bytes([]byte(text))
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func gb18030(t *testing.T, text string) []byte {
	t.Helper()
	out, err := simplifiedchinese.GB18030.NewEncoder().Bytes([]byte(text))
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// A letter that was typed apart from its mark is the letter with the mark.
func TestLettersAreComposed(t *testing.T) {
	got, err := sheetOf([]byte("a\ne\u0301\n"))
	if err != nil || show(got) != "1 a\n2 \u00e9" {
		t.Errorf("%v\n%s", err, show(got))
	}
}

func TestBadTextIsNamed(t *testing.T) {
	for _, c := range []struct{ name, in, zh, en string }{
		{"nothing", "", "文件里什么都没有。", "There is nothing in the file."},
		{"only separators", ",,\n,\n", "文件里什么都没有。", "There is nothing in the file."},
		{"a quote that stays open", "a,b\n1,\"2\n", "第2行：引号没有配对，请改正这一行的引号。", "row 2: The quotation marks do not match; put those of this line right."},
		{"a quote in the middle", "a,b\"c\n", "第1行：引号没有配对，请改正这一行的引号。", "row 1: The quotation marks do not match; put those of this line right."},
		{"a control character", "a\n\x1b[2J\n", "第2行第A列：有不能用的字符：U+001B（控制字符）。请删去后重新输入。", "row 2 column A: There is a character that cannot be used: U+001B (a control character); delete it and type again."},
		{"an invisible character", "a,b,c\n1,2,好\u200b\n", "第2行第C列：有不能用的字符：U+200B（看不见的字符）。请删去后重新输入。", "row 2 column C: There is a character that cannot be used: U+200B (invisible); delete it and type again."},
		{"a character of one computer", "a\n\ue123\n", "第2行第A列：有不能用的字符：U+E123（私用区的自造字，别的电脑上显示不出来，请换成通用的字）。请删去后重新输入。", "row 2 column A: There is a character that cannot be used: U+E123 (private use: other computers cannot show it, so use a character that all have); delete it and type again."},
		{"no normal form", "a\n\ufa19\n", "第2行第A列：有不能用的字符：U+FA19（不是标准的字形，请重新输入）。请重新输入这个字。", "row 2 column A: There is a character that cannot be used: U+FA19 (not the standard form of the character); type it anew."},
		{"a turned direction", "a\nb\u202ec\n", "第2行第A列：有不能用的字符：U+202E（改变书写方向的字符）。请删去后重新输入。", "row 2 column A: There is a character that cannot be used: U+202E (turns the direction of writing); delete it and type again."},
		{"a long cell", "a\n" + strings.Repeat("好", MaxText+1) + "\n", "第2行第A列：有 32768 个字，最多 32767 个，请删短。", "row 2 column A: The text has 32768 characters, and 32767 are allowed; shorten it."},
		{"many columns", strings.Repeat("a,", MaxColumns) + "a\n", "第1行：超过 1000 列，请删去多余的列。", "row 1: There are more than 1000 columns; delete those that are not needed."},
		{"many rows", strings.Repeat("a\n", MaxRows+1), "第200001行：超过 200000 行，请分成几个文件。", "row 200001: There are more than 200000 rows; split the file."},
		{"many cells", strings.Repeat(strings.Repeat("a,", 99)+"a\n", MaxCells/100+1), "第10001行：超过 1000000 格，请分成几个文件。", "row 10001: There are more than 1000000 cells; split the file."},
		{"a large file", strings.Repeat("a", MaxBytes+1), "文件超过 32 MiB，请分成几个文件。", "The file is over 32 MiB; split it."},
	} {
		_, err := sheetOf([]byte(c.in))
		var faults fault.Faults
		if !errors.As(err, &faults) {
			t.Errorf("%s: %v", c.name, err)
			continue
		}
		if got := words.Fault(words.Chinese, faults[0]); got != c.zh {
			t.Errorf("%s: %s", c.name, got)
		}
		if got := words.Fault(words.English, faults[0]); got != c.en {
			t.Errorf("%s: %s", c.name, got)
		}
	}
}

// All faults are told at once, up to a bound, and none of the table is given.
func TestFaultsAreToldTogether(t *testing.T) {
	_, err := sheetOf([]byte("a,b\n" + strings.Repeat("\x01,\x02\n", 30)))
	var faults fault.Faults
	if !errors.As(err, &faults) || len(faults) != MaxFaults {
		t.Fatalf("%d faults", len(faults))
	}
	if at := faults[MaxFaults-1].At; at != (Place{11, 2}.In()) {
		t.Errorf("the last is at %v", at)
	}
}

// someCell is any text that may stand in a cell, formulas of spreadsheets among them.
var someCell = rapid.OneOf(
	rapid.SampledFrom([]string{"", "好", "1", "007", "-1", "=1+1", "'=1", "''", "@x", "＝A1", " =1", "a,b", `"`, "a;b", "1e5", "3.0"}),
	rapid.StringMatching(`['=+\-@ ]{0,3}[a-z0-9好差;,"]{0,5}`),
)

// What is written reads again as it was, in both forms.
func TestWrittenTablesReadAgain(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		rows := rapid.SliceOfN(rapid.SliceOfN(someCell, 1, 4), 1, 6).Draw(t, "rows")
		rows[0] = []string{"head", "head"}
		var want []string
		for i, row := range rows {
			for len(row) > 0 && row[len(row)-1] == "" {
				row = row[:len(row)-1]
			}
			if len(row) > 0 {
				want = append(want, fmt.Sprint(i+1, " ", strings.Join(row, "|")))
			}
		}
		book, err := XLSX("评议表", rows)
		if err != nil {
			t.Fatal(err)
		}
		for form, src := range map[string][]byte{"CSV": CSV(rows), "XLSX": book} {
			got, err := sheetOf(src)
			if err != nil || show(got) != strings.Join(want, "\n") {
				t.Fatalf("%s: %v\n%s\nwant\n%s", form, err, show(got), strings.Join(want, "\n"))
			}
		}
	})
}

// No cell of a written text begins as a formula does.
func TestNothingWrittenIsAFormula(t *testing.T) {
	out := CSV([][]string{{"=1", "+1", "-1", "@a", "'=1", " =1", "a=1"}})
	if want := mark + "'=1,'+1,'-1,'@a,''=1,' =1,a=1\r\n"; string(out) != want {
		t.Errorf("%q", out)
	}
}

// Whatever the bytes are, reading ends without a panic, in sheets or in faults, and
// whatever is asked of a sheet has an answer.
func FuzzRead(f *testing.F) {
	for _, name := range []string{"gb18030.csv", "libreoffice.xlsx"} {
		src, err := os.ReadFile(filepath.Join("testdata", name))
		if err != nil {
			f.Fatal(err)
		}
		f.Add(src)
	}
	f.Add([]byte("a,b\n1,2\n"))
	f.Fuzz(func(t *testing.T, src []byte) {
		book, err := Read(bytes.Clone(src))
		if (err == nil) == (len(book.Sheets) == 0) {
			t.Errorf("%d sheets and %v", len(book.Sheets), err)
		}
		for _, s := range book.Sheets {
			for _, row := range s.Rows {
				for c := 1; c <= row.Len(); c++ {
					if f := s.Fault(row, c); f != nil && words.Fault(words.English, f) == "" {
						t.Error("a fault without words")
					}
					s.Shown(Place{row.Number, c})
				}
			}
		}
	})
}
