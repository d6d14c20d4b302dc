package workbook_test

import (
	"maps"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"shuping/internal/docx"
	"shuping/internal/meeting"
)

// formulasOf are all formulas of a book by their place.
func formulasOf(t *testing.T, book []byte) map[string]string {
	t.Helper()
	parts, err := docx.Unpack(book)
	if err != nil {
		t.Fatal(err)
	}
	out := map[string]string{}
	for _, p := range parts {
		for _, c := range aCell.FindAllStringSubmatch(string(p.Bytes), -1) {
			if f := aFormula.FindStringSubmatch(c[4]); f != nil {
				out[p.Name+" "+c[1]] = f[1]
			}
		}
	}
	return out
}

func TestNothingTypedBecomesAFormula(t *testing.T) {
	meet := func(typed func(string) string) meeting.State {
		text := changed(t, genhe(t), `title = "票面污损无法辨认"`, "title = "+strconv.Quote(typed("票面污损无法辨认")))
		say := func(s string) string { return strconv.Quote(typed(s)) }
		return tell(t, text, script(t, "counted")+"review s1 text="+say("点评")+"\nopinion s1 merits="+say("成绩")+" problems="+say("问题")+
			"\nclose-count by="+say("王")+" reason="+say("如此")+"\nfact s1 kind=accountable source="+say("通报")+"\ndecide s1 差 reason="+say("理由")+"\n")
	}
	tame := meet(func(s string) string { return s })
	for _, start := range []string{"=", "+", "-", "@", "＝", "'=", "\"&", "]]><f>1+1</f>", "</t></is></c><c><f>", "_x003D_", "1/2 ", "=cmd|'/c calc'!A0"} {
		wild := meet(func(s string) string { return start + s })
		book := bookOf(t, wild)
		got, want := formulasOf(t, book), formulasOf(t, bookOf(t, tame))
		// Only the criterion that counts the reason of void sheets names what was typed.
		for place := range want {
			if strings.Contains(want[place], "票面污损无法辨认") {
				if !strings.HasPrefix(got[place], "SUMPRODUCT(--EXACT(评议表明细!$D$4:$D$45,&#34;") {
					t.Errorf("%q: %s is %s", start, place, got[place])
				}
				delete(got, place)
				delete(want, place)
			}
		}
		if !maps.Equal(got, want) {
			t.Errorf("%q has changed a formula", start)
		}
		all := ""
		for _, name := range []string{"汇总表", "台账", "等次依据", "收发核对"} {
			for _, r := range cellsOf(t, book, name) {
				all += strings.Join(r, "\n") + "\n"
			}
		}
		if strings.Contains(all, "测评建议等次") || !strings.Contains(all, "测评参考等次为“") {
			t.Errorf("what the votes suggest is called otherwise beside the reasons:\n%s", all)
		}
		for _, s := range []string{"点评", "问题", "王", "理由", "票面污损无法辨认"} {
			if !strings.Contains(all, start+s) {
				t.Errorf("%q does not stand in the book as it was typed", start+s)
			}
		}
	}
}

func TestATextThatLooksLikeAFormulaIsMarkedAsQuoted(t *testing.T) {
	book := bookOf(t, tell(t, genhe(t), "review s1 text=\"=1+1\\n二是\"\n"))
	styles := regexp.MustCompile(`<xf [^>]*>`).FindAllString(strings.SplitN(part(t, book, "xl/styles.xml"), "<cellXfs", 2)[1], -1)
	quoted := map[string]bool{}
	for _, c := range aCell.FindAllStringSubmatch(part(t, book, "xl/worksheets/sheet4.xml"), -1) {
		style, _ := strconv.Atoi(c[2])
		for _, text := range []string{"=1+1", "二是"} {
			if strings.Contains(c[4], ">"+text+"<") {
				quoted[text] = strings.Contains(styles[style], `quotePrefix="true"`)
			}
		}
	}
	if !maps.Equal(quoted, map[string]bool{"=1+1": true, "二是": false}) {
		t.Errorf("quoted: %v", quoted)
	}
}
