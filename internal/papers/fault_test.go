package papers_test

import (
	"strings"
	"testing"
	"testing/fstest"

	"shuping/internal/fault"
	"shuping/internal/papers"
	"shuping/internal/words"
)

func TestAnOfficesOwnTemplates(t *testing.T) {
	s := told(t)
	own := fstest.MapFS{"opinion.xml": {Data: []byte(`<w:document xmlns:w="w"><w:t>本局意见</w:t>{{template "figure" .Subject.Decided}}</w:document>`)}}
	docs, err := papers.Documents(s, info, own)
	if err != nil {
		t.Fatal(err)
	}
	if text := textOf(t, docs[4].Bytes); !strings.HasPrefix(text, "本局意见好") {
		t.Errorf("the opinion is %q", text)
	}
	if got, err := papers.FiguresOf(docs[4].Bytes); err != nil || got["f_s1_decided"] != "好" {
		t.Errorf("figures %v, %v", got, err)
	}
	if text := textOf(t, docs[0].Bytes); !strings.Contains(text, "一、会议议程") {
		t.Error("the minutes are not those of the program")
	}
}

func TestAFaultOfATemplateIsOneSentence(t *testing.T) {
	for text, want := range map[string][2]string{
		"<w:p>\n{{.Sheets": {
			"模板文件 minutes.xml 第 2 行的动作写错了：unclosed action。",
			"Line 2 of the template minutes.xml has an action that cannot be read: unclosed action.",
		},
		"\n\n<w:t>{{.Sheets.Present}}</w:t>": {
			"模板文件 minutes.xml 第 3 行的内容填不进去：a marked value is printed only by the block that places it。",
			"Line 3 of the template minutes.xml cannot be filled: a marked value is printed only by the block that places it.",
		},
		"<w:p>{{.Unit}}</w:p>": {
			"模板文件 minutes.xml 第 1 行把内容放在了不能放的地方：<w:p>；内容只能放在 <w:t> 里。",
			"Line 1 of the template minutes.xml puts a value where none may stand: <w:p>; values belong in <w:t>.",
		},
		"<w:p>": {
			"模板文件 minutes.xml 第 1 行不是完整的 XML：<w:p> is not closed。",
			"Line 1 of the template minutes.xml is not well-formed XML: <w:p> is not closed.",
		},
	} {
		_, err := papers.Documents(told(t), info, fstest.MapFS{"minutes.xml": {Data: []byte(text)}})
		f := fault.Find(err, "docx")
		if f == nil {
			t.Errorf("%q: %v", text, err)
			continue
		}
		if got := [2]string{words.Fault(words.Chinese, f), words.Fault(words.English, f)}; got != want {
			t.Errorf("%q:\n%s\n%s", text, got[0], got[1])
		}
	}
	_, err := papers.Documents(told(t), info, fstest.MapFS{"minuten.xml": {Data: []byte("<w:p/>")}})
	if f := fault.Find(err, "docx"); f == nil || words.Fault(words.English, f) != "The template minuten.xml is of no paper; give it the name of one that comes with the program." {
		t.Errorf("a paper that there is not: %v", err)
	}
}
