package plan

import (
	"slices"
	"testing"
)

func TestThePlansWordsNameTheTemplates(t *testing.T) {
	with := everything()
	without := with
	without.Templates = ""
	for l, want := range map[string]string{
		"zh": "材料模板：会话文件旁的文件夹“本局 模板.2024”，其中没有的用自带的",
		"en": "Templates of the papers: the folder “本局 模板.2024” beside the session, and the program's own for what it lacks",
	} {
		if !slices.Contains(Said.Lines(l, with), want) {
			t.Errorf("no line %q in %q", want, Said.Lines(l, with))
		}
		if len(Said.Lines(l, without)) != len(Said.Lines(l, with))-1 {
			t.Errorf("%d lines without a folder, %d with one", len(Said.Lines(l, without)), len(Said.Lines(l, with)))
		}
	}
	if with.RuleSHA256() != without.RuleSHA256() {
		t.Error("the templates are in the rule")
	}
}
