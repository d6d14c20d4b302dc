package workbook

import (
	"strings"
	"testing"
	"unicode/utf16"

	"shuping/internal/tally"
)

func TestColumnsAreCalledAsInASpreadsheet(t *testing.T) {
	for i, want := range map[int]string{0: "A", 25: "Z", 26: "AA", 51: "AZ", 52: "BA", 701: "ZZ", 702: "AAA", 16383: "XFD"} {
		if got := columnLetters(i); got != want {
			t.Errorf("column %d is %s, want %s", i, got, want)
		}
	}
}

func TestTextIsWrittenAsItIsRead(t *testing.T) {
	for text, want := range map[string]string{
		"第一党支部":         "第一党支部",
		"<a>&\"'":       "&lt;a&gt;&amp;&#34;&#39;",
		"_x0041_":       "_x005F_x0041_",
		"_x0041_x0042_": "_x005F_x0041_x005F_x0042_",
		"__x000d_":      "__x005F_x000d_",
		"_x41_ _xxxxx_": "_x41_ _xxxxx_",
		"a_x00":         "a_x00",
	} {
		if got := escapeCell(text); got != want {
			t.Errorf("%q is written %s, want %s", text, got, want)
		}
	}
}

func TestAFormulaThatIsTooLongIsLeftOut(t *testing.T) {
	for n, formula := range map[int]bool{maxFormula: true, maxFormula + 1: false} {
		got := string(formulaCell(strings.Repeat("1", n), 7).write(nil, "A1"))
		if strings.Contains(got, "<f>") != formula || !strings.Contains(got, "<v>7</v>") {
			t.Errorf("a formula of %d characters: %.40s", n, got)
		}
	}
	if got := string(textFormulaCell(strings.Repeat("1", maxFormula+1), "是").write(nil, "A1")); !strings.Contains(got, ">是</t>") {
		t.Errorf("the text is gone with its formula: %.80s", got)
	}
}

func TestARowIsAsHighAsItsLongestCell(t *testing.T) {
	widths := []float64{11, 11}
	for text, want := range map[string]int{
		"":                           20,
		"好":                          20,
		"一二三四五六七":                    36,
		"一\n\n二":                     52,
		strings.Repeat("一二三四", 1000): 409,
	} {
		if got := rowHeightOf([]cell{textCell(left, "好"), textCell(left, text)}, widths); got != want {
			t.Errorf("%.20q needs %d points, want %d", text, got, want)
		}
	}
}

func TestAComparisonIsAFormulaOnlyWhereItIsExact(t *testing.T) {
	part := func(size int) weighedPart { return weighedPart{weight: 50, size: size} }
	limit := tally.Fraction{Num: 1, Den: 10}
	if !(weighedParts{part(90_000), part(90_000)}).exact(limit) {
		t.Error("2·50·90000²·10 is less than 2⁵³")
	}
	if (weighedParts{part(90_000), part(90_000), part(90_000)}).exact(limit) {
		t.Error("3·50·90000³·10 is more than 2⁵³")
	}
}

func TestATextThatIsTooLongSaysThatItIsCut(t *testing.T) {
	for text, whole := range map[string]bool{
		strings.Repeat("一", maxCell):             true,
		strings.Repeat("一", maxCell+1):           false,
		strings.Repeat("𬭎", maxCell/2):           true,
		strings.Repeat("𬭎", maxCell/2+1):         false,
		"一" + strings.Repeat("𬭎", maxCell/2+1):   false,
		"一" + strings.Repeat("𬭎", (maxCell-1)/2): true,
	} {
		got := textCell(left, text).text
		if whole != (got == text) || !whole && !strings.HasSuffix(got, cutOff) {
			t.Errorf("%.6q… is cut: %v", text, got != text)
		}
		if n := len(utf16.Encode([]rune(got))); n > maxCell || strings.ContainsRune(got, '\uFFFD') {
			t.Errorf("%.6q… has become %d characters, or has lost half of one", text, n)
		}
	}
}
