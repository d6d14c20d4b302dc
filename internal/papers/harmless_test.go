package papers

import (
	"strings"
	"testing"
	"unicode"

	"shuping/internal/tally"
)

func TestHarmless(t *testing.T) {
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
		if got := harmless(cell); got != want {
			t.Errorf("harmless(%q) = %q, want %q", cell, got, want)
		}
	}
}

func FuzzHarmless(f *testing.F) {
	for _, s := range []string{"=1", " @", "甲", "1/2", "'=1", "\ufeff=1"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, cell string) {
		got := harmless(cell)
		if strings.TrimPrefix(got, "'") != strings.TrimPrefix(cell, "'") {
			t.Fatalf("harmless(%q) = %q has changed the text", cell, got)
		}
		for _, c := range strings.TrimLeftFunc(got, unicode.IsSpace) {
			if strings.ContainsRune("=+-@＝＋－＠", c) {
				t.Fatalf("harmless(%q) = %q is a formula", cell, got)
			}
			break
		}
	})
}

// The terms of a weighted share are as long on a small computer as on a large one.
func TestLongTermsOfAWeightedShare(t *testing.T) {
	n := Negative{}
	n.weigh(tally.Verdict{Negative: tally.Fraction{Num: 5_000_000_000, Den: 40_000_000_001}}, 2)
	if n.Numerator != 5_000_000_000 || n.Denominator != 40_000_000_001 || n.Percent != "12.50" {
		t.Error(n)
	}
}
