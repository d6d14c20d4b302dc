package plan

import (
	"slices"
	"testing"

	"shuping/internal/tally"
)

func TestThePlansWordsNameTheTemplates(t *testing.T) {
	with := everything()
	without := with
	without.Templates = ""
	for l, want := range map[tally.Language]string{
		tally.Chinese: "材料模板：会话文件旁的文件夹“本局 模板.2024”，其中没有的用自带的",
		tally.English: "Templates of the papers: the folder “本局 模板.2024” beside the session, and the program's own for what it lacks",
	} {
		if !slices.Contains(with.Lines(l), want) {
			t.Errorf("no line %q in %q", want, with.Lines(l))
		}
		if len(without.Lines(l)) != len(with.Lines(l))-1 {
			t.Errorf("%d lines without a folder, %d with one", len(without.Lines(l)), len(with.Lines(l)))
		}
	}
	if with.RuleSHA256() != without.RuleSHA256() {
		t.Error("the templates are in the rule")
	}
}
