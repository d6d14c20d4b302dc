package typed_test

import (
	"slices"
	"testing"

	"shuping/internal/typed"
)

func TestWhatNobodySeesIsHidden(t *testing.T) {
	for _, c := range "\x00\n\t\x1b\u00ad\u200b\u202e\u2028\u2029\ue000\ufdd0\ufffd\ufffe\U0001ffff" {
		if !typed.Hidden(c) {
			t.Errorf("%U is seen", c)
		}
	}
	for _, c := range "述 𬭎a１，。\u3000\u0301好" {
		if typed.Hidden(c) {
			t.Errorf("%U is hidden", c)
		}
	}
}

func TestFoldedWordsAreWhatPeopleMean(t *testing.T) {
	for _, same := range [][2]string{{" 张　三 ", "张三"}, {"Ａb C", "abc"}, {"\t", ""}, {"ﬁ", "fi"}} {
		if got := typed.Fold(same[0]); got != same[1] {
			t.Errorf("%q is folded to %q, want %q", same[0], got, same[1])
		}
	}
}

func TestNamesOfOnePersonAreFoldedAlike(t *testing.T) {
	for _, same := range [][2]string{{"張三", "张三"}, {"張　三", "张三"}, {"Ｗang 麗", "wang丽"}, {"乾隆", "乾隆"}, {"王𬭎", "王𬭎"}, {"陳莊蘭", "陈庄兰"}} {
		if got := typed.FoldName(same[0]); got != same[1] {
			t.Errorf("%q is folded to %q, want %q", same[0], got, same[1])
		}
	}
	for _, other := range [][2]string{{"张三", "张山"}, {"王萍", "王平"}} {
		if typed.FoldName(other[0]) == typed.FoldName(other[1]) {
			t.Errorf("%q and %q are folded alike", other[0], other[1])
		}
	}
}

func TestLettersAreComposed(t *testing.T) {
	for in, want := range map[string]string{"e\u0301": "\u00e9", "神": "神", "\ufa19e\u0301": "\ufa19e\u0301", "": ""} {
		if got := typed.Compose(in); got != want {
			t.Errorf("%+q became %+q, want %+q", in, got, want)
		}
	}
}

func TestLinesHaveSomethingOnThem(t *testing.T) {
	if got := typed.Lines(" 一 \n\n\t\r\n二\n"); !slices.Equal(got, []string{"一", "二"}) {
		t.Errorf("%q", got)
	}
	if got := typed.Lines(" \n"); got != nil {
		t.Errorf("%q", got)
	}
}

func TestDigitsOfEveryWidthAreSeen(t *testing.T) {
	for text, want := range map[string]bool{"张三": false, "John O'Neill": false, "": false, "一二三": false, "张三7": true, "７": true, "٣": true, "42": true} {
		if typed.HasDigit(text) != want {
			t.Errorf("%q: %v", text, !want)
		}
	}
}
