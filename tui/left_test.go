package tui

import (
	"strings"
	"testing"
)

// TestPrivateQuestionIsCoveredOnceTheScreenWasLeft: what was being written of a
// visit is not what whoever looks at the window by then sees first, and it is not
// lost.
func TestPrivateQuestionIsCoveredOnceTheScreenWasLeft(t *testing.T) {
	d := newDesk(t, house(t), "zh")
	d.press("left down down down enter 1 enter '活动室 enter 1 '学习记录缺三次")
	d.shows("学习记录缺三次")
	d.press("f4 f2")
	if strings.Contains(d.frame(), "学习记录缺三次") {
		t.Error("the window shows it:\n" + d.frame())
	}
	d.shows("按 Enter 继续写")
	d.press("enter")
	d.shows("学习记录缺三次")
	d.press("esc")
	d.shows("1 条")
}

// TestVisitCanBeTakenOut: one that was noted is changed or taken out.
func TestVisitCanBeTakenOut(t *testing.T) {
	d := newDesk(t, house(t), "zh")
	d.press("left down down down enter 1 enter '活动室 enter 1 '学习记录缺三次 esc enter 2")
	d.shows("删去这一次")
	d.press("2")
	d.shows("0 条")
}

// TestNewProblemHasTheCursor: what was just entered is what Enter is for.
func TestNewProblemHasTheCursor(t *testing.T) {
	d := newDesk(t, house(t), "zh")
	d.play(problems()...)
	d.press("f6 + 1 3 '窗口等候时间长 esc enter")
	d.shows("p5：要做什么？")
}

// TestClockEndsWithTheSeal: an item that nobody finished does not run on behind
// the seal.
func TestClockEndsWithTheSeal(t *testing.T) {
	d := newDesk(t, house(t), "zh")
	d.play(closed()...)
	d.play(script("decide s1 好\ndecide s2 差\nwait 5m\nseal\nwait 3h")...)
	if r := d.state.Running(); r >= 0 {
		t.Errorf("%s runs", d.state.Agenda[r].ID)
	}
}

// TestPairsOfTheLedgerFollowEachOther: the target is asked for behind the measure,
// the branch behind who answers, and what comes back is linked to what it was.
func TestPairsOfTheLedgerFollowEachOther(t *testing.T) {
	d := newDesk(t, house(t), "zh")
	d.play(problems()...)
	d.press("f6 down enter 2 '设叫号机 esc '不超过十分钟 esc enter 3 '钱某 enter '第一党支部 enter enter 5 'p1 enter")
	p, _ := d.state.Problem("p2")
	if p.Measure != "设叫号机" || p.Target != "不超过十分钟" || p.Who != "钱某" || p.Branch != "第一党支部" || p.Again != "p1" {
		t.Errorf("%+v", p)
	}
}
