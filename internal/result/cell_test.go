package result

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"
)

func TestTextCell(t *testing.T) {
	for cell, want := range map[string]string{
		"":                   "",
		"第一党支部书记":            "第一党支部书记",
		"1支部":                "1支部",
		"一般+差 5/41 = 12.20%": "一般+差 5/41 = 12.20%",
		"=1+1":               "'=1+1",
		"+86":                "'+86",
		"-1":                 "'-1",
		"@SUM(A1)":           "'@SUM(A1)",
		"＝1":                 "'＝1",
		"＋甲":                 "'＋甲",
		"－甲":                 "'－甲",
		"＠甲":                 "'＠甲",
		"\t=1":               "'\t=1",
		"\r=1":               "'\r=1",
		"\n甲":                "'\n甲",
		"  =1":               "'  =1",
		"\u3000=1":           "'\u3000=1",
		"2/41":               "'2/41",
		"3-4":                "'3-4",
		"007":                "'007",
		"3月4日":               "'3月4日",
		"１２．５％":              "'１２．５％",
		"1e5":                "'1e5",
		"2023年度述职评议":         "2023年度述职评议",
		"方案三(五)：一般+差 5/41 有效票": "方案三(五)：一般+差 5/41 有效票",
	} {
		if got := TextCell(cell); got != want {
			t.Errorf("TextCell(%q) = %q, want %q", cell, got, want)
		}
	}
}

func FuzzTextCell(f *testing.F) {
	for _, s := range []string{"=1", " @", "甲", "1/2", "'=1", "\ufeff=1"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, cell string) {
		got := TextCell(cell)
		if strings.TrimPrefix(got, "'") != strings.TrimPrefix(cell, "'") {
			t.Fatalf("TextCell(%q) = %q has changed the text", cell, got)
		}
		if first, size := utf8.DecodeRuneInString(strings.TrimLeftFunc(got, unicode.IsSpace)); size > 0 && strings.ContainsRune("=+-@＝＋－＠", first) {
			t.Fatalf("TextCell(%q) = %q is a formula", cell, got)
		}
	})
}
