package tui

import (
	"strings"
	"testing"

	"shuping/internal/private"
)

// TestOnlyWhatThePlanWantsIsAmberBeforeTheMeeting: all else may be left out.
func TestOnlyWhatThePlanWantsIsAmberBeforeTheMeeting(t *testing.T) {
	d := newDesk(t, vetted(t), "zh").press("left")
	seen, amber := d.model.View().Content, d.model.look.Amber
	for text, want := range map[string]bool{"还没有报备": true, "还没有审核": true, "还没有附上": false, "0 条": false, "登记一项分工": false} {
		if got := strings.Contains(seen, amber.Render(text)); got != want {
			t.Errorf("%s is amber: %v", text, got)
		}
	}
}

// TestADraftIsToldWhereItWasWritten: it comes back nowhere else.
func TestADraftIsToldWhereItWasWritten(t *testing.T) {
	d := newDesk(t, house(t), "zh")
	d.model.private.contents = private.Contents{Drafts: map[string]string{"comments:s1": "写了一半"}}
	d.press("left")
	if n := strings.Count(d.frame(), "有草稿没有存好"); n != 1 {
		t.Errorf("%d drafts are told:\n%s", n, d.frame())
	}
	d.shows("点评准备 第一党支部书记      0 条，有草稿没有存好")
	d.hides("写了一半")
	d.press("down down down down enter")
	d.model = d.model.drafting()
	d.shows("写了一半", "已恢复")
	d.press("esc")
	d.model = d.model.drafting()
	d.size(80, 24)
	d.hides("有草稿没有存好")
}

// TestCommentsAreAskedForAnewAfterAnotherScreen, whoever looks on by then.
func TestCommentsAreAskedForAnewAfterAnotherScreen(t *testing.T) {
	d := newDesk(t, house(t), "zh")
	hinted(d)
	d.press("left")
	d.shows("理论学习抓得实")
	d.press("f2")
	d.shows("理论学习抓得实")
	d.press("f6 f2")
	d.hides("理论学习抓得实")
}

// TestALongNameDoesNotHideTheOutcome of a vetting.
func TestALongNameDoesNotHideTheOutcome(t *testing.T) {
	d := newDesk(t, strings.ReplaceAll(vetted(t), "第一党支部书记", strings.Repeat("长", 30)), "zh")
	d.play(`vet s1 returned by="某某局机关党委专职副书记组织委员张某某" missing=1,2 note="太少"`)
	d.press("left")
	d.shows("退回，缺第 1、2 项（某某局")
}
