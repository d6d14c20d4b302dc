package screen_test

import (
	"strings"
	"testing"

	"shuping/tui/desktest"
)

// TestPrivateQuestionIsCoveredOnceTheScreenWasLeft: what was being written of a
// visit is not what whoever looks at the window by then sees first, and it is not
// lost.
func TestPrivateQuestionIsCoveredOnceTheScreenWasLeft(t *testing.T) {
	d := desktest.New(t, desktest.House(t), "zh")
	d.Press("ctrl+w down down down enter 1 enter '活动室 enter 1 '学习记录缺三次")
	d.Shows("学习记录缺三次")
	d.Press("f4 f2")
	if strings.Contains(d.Frame(), "学习记录缺三次") {
		t.Error("the window shows it:\n" + d.Frame())
	}
	d.Shows("按 Enter 继续写")
	d.Press("enter")
	d.Shows("学习记录缺三次")
	d.Press("esc")
	d.Shows("1 条")
}

// TestVisitCanBeTakenOut: one that was noted is changed or taken out.
func TestVisitCanBeTakenOut(t *testing.T) {
	d := desktest.New(t, desktest.House(t), "zh")
	d.Press("ctrl+w down down down enter 1 enter '活动室 enter 1 '学习记录缺三次 esc enter 2")
	d.Shows("删去这一次")
	d.Press("2")
	d.Shows("0 条")
}

// TestNewProblemHasTheCursor: what was just entered is what Enter is for.
func TestNewProblemHasTheCursor(t *testing.T) {
	d := desktest.New(t, desktest.House(t), "zh")
	d.Play(desktest.Problems()...)
	d.Press("f6 ctrl+n 1 3 '窗口等候时间长 esc enter")
	d.Shows("p5：要做什么？")
}

// TestClockEndsWithTheSeal: an item that nobody finished does not run on behind
// the seal.
func TestClockEndsWithTheSeal(t *testing.T) {
	d := desktest.New(t, desktest.House(t), "zh")
	d.Play(desktest.Closed()...)
	d.Play(desktest.Script("decide s1 好\ndecide s2 差\nwait 5m\nseal\nwait 3h")...)
	if r := d.State.Running(); r >= 0 {
		t.Errorf("%s runs", d.State.Agenda[r].ID)
	}
}

// TestPairsOfTheLedgerFollowEachOther: the target is asked for behind the measure,
// the branch behind who answers, and what comes back is linked to what it was.
func TestPairsOfTheLedgerFollowEachOther(t *testing.T) {
	d := desktest.New(t, desktest.House(t), "zh")
	d.Play(desktest.Problems()...)
	d.Press("f6 down enter 2 '设叫号机 esc '不超过十分钟 esc enter 3 '钱某 enter '第一党支部 enter enter 5 'p1 enter")
	p, _ := d.State.Problem("p2")
	if p.Measure != "设叫号机" || p.Target != "不超过十分钟" || p.Who != "钱某" || p.Branch != "第一党支部" || p.Again != "p1" {
		t.Errorf("%+v", p)
	}
}
