package screen_test

import (
	"strings"
	"testing"

	"shuping/internal/private"

	"shuping/tui/desktest"
	"shuping/tui/look"
)

// TestOnlyWhatThePlanWantsIsAmberBeforeTheMeeting: all else may be left out.
func TestOnlyWhatThePlanWantsIsAmberBeforeTheMeeting(t *testing.T) {
	d := desktest.New(t, desktest.Vetted(t), "zh").Press("ctrl+w")
	seen, amber := d.Model.View().Content, look.New(true, look.Full).Amber
	for text, want := range map[string]bool{"尚未报送备案": true, "还没有审核": true, "还没有附上": false, "0 条": false, "登记一项分工": false} {
		if got := strings.Contains(seen, amber.Render(text)); got != want {
			t.Errorf("%s is amber: %v", text, got)
		}
	}
}

// TestADraftIsToldWhereItWasWritten: it comes back nowhere else.
func TestADraftIsToldWhereItWasWritten(t *testing.T) {
	d := desktest.New(t, desktest.House(t), "zh")
	d.Kept = private.Contents{Drafts: map[string]string{"comments:s1": "写了一半"}}
	d.Sit("zh", look.Full)
	d.Press("ctrl+w")
	if n := strings.Count(d.Frame(), "有草稿没有存好"); n != 1 {
		t.Errorf("%d drafts are told:\n%s", n, d.Frame())
	}
	d.Shows("点评准备 第一党支部书记      0 条，有草稿没有存好")
	d.Hides("写了一半")
	d.Press("down down down down enter")
	d.Shows("写了一半", "已恢复")
	d.Press("esc")
	d.Size(80, 24)
	d.Hides("有草稿没有存好")
}

// TestCommentsAreAskedForAnewAfterAnotherScreen, whoever looks on by then.
func TestCommentsAreAskedForAnewAfterAnotherScreen(t *testing.T) {
	d := desktest.New(t, desktest.House(t), "zh")
	hinted(d)
	d.Press("ctrl+o")
	d.Shows("理论学习抓得实")
	d.Press("f2")
	d.Shows("理论学习抓得实")
	d.Press("f6 f2")
	d.Hides("理论学习抓得实")
}

// TestALongNameDoesNotHideTheOutcome of a vetting.
func TestALongNameDoesNotHideTheOutcome(t *testing.T) {
	d := desktest.New(t, strings.ReplaceAll(desktest.Vetted(t), "第一党支部书记", strings.Repeat("长", 30)), "zh")
	d.Play(`vet s1 returned by="某某局机关党委专职副书记组织委员张某某" missing=1,2 note="太少"`)
	d.Press("ctrl+w")
	d.Shows("退回，缺第 1、2 项（某某局")
}
