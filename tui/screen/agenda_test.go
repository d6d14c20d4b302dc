package screen_test

import (
	"strings"
	"testing"

	"shuping/internal/meeting"
	"shuping/tui/desktest"
)

// TestAnItemThatJustBeganIsNotEndedByOneKey: a second Enter was meant for what was
// there before.
func TestAnItemThatJustBeganIsNotEndedByOneKey(t *testing.T) {
	d := desktest.New(t, desktest.House(t), "zh").Press("enter")
	d.Play("wait 9s").Press("enter")
	d.Shows("“述职 第一党支部书记”才进行了 9 秒")
	d.Press("1")
	if d.State.Running() != 0 {
		t.Fatal("it was ended")
	}
	d.Play("wait 1s").Press("enter")
	d.Hides("才进行了")
	if d.State.Running() >= 0 {
		t.Error("it was not ended")
	}
	d.Press("enter").Play("wait 2s").Press("enter 2")
	if d.State.Running() >= 0 || d.State.Steps[1].Status != meeting.Done {
		t.Error("it was not ended although somebody said so")
	}
}

// TestAnotherItemIsLookedAtWhileOneRuns: Enter leads back to it before it ends it.
func TestAnotherItemIsLookedAtWhileOneRuns(t *testing.T) {
	d := desktest.New(t, desktest.House(t), "zh").Play(desktest.Script(desktest.Spoken, "start report:s1\nwait 1m")...)
	d.Press("end up up")
	d.Shows("▸   点评 第二党支部书记", "Enter 回到正在进行的一项")
	d.Press("enter")
	d.Shows("▸   述职 第一党支部书记", "Enter 结束")
	d.Hides("回到正在进行")
	if d.State.Running() != 0 {
		t.Error("looking at another item ended the one that runs")
	}
	d.Press("down esc down f9 enter") // under the wall nobody sees where one looks
	if d.State.Running() >= 0 {
		t.Error("it was not ended")
	}
}

func TestAnItemIsSkippedFromTheMenu(t *testing.T) {
	d := desktest.New(t, desktest.House(t), "zh").Press("down @跳过 '没有准备 enter")
	if st := d.State.Steps[1]; st.Status != meeting.Skipped || st.Reason != "没有准备" {
		t.Errorf("%+v", st)
	}
	d.Shows("已跳过")
}

// TestTheNextStepIsSaidInARealMeeting on every screen, all the way.
func TestTheNextStepIsSaidInARealMeeting(t *testing.T) {
	for _, c := range []struct {
		play []string
		keys string
		want string
	}{
		{nil, "f2", "按 Enter 开始“述职 第一党支部书记”"},
		{desktest.Script("start report:s1"), "f2", "讲完后按 Enter 结束，接着“点评 第一党支部书记”"},
		{desktest.Script("start report:s1"), "f4", "按 F2 继续议程"},
		{desktest.Script("start report:s1"), "f8", "按 F2 继续议程"},
		{desktest.Script(desktest.Reports), "f2", "按 F3 发放、收回评议表并计票"},
		{desktest.Script(desktest.Reports), "f5", "按 F3 发放、收回评议表并计票"},
		{desktest.Closed(), "f4", "按 F5 确定等次，或 F10 宣布票数"},
		{desktest.Script(desktest.Closed(), "announce votes"), "f4", "按 F5 确定综合评价等次"},
		{desktest.Closed(), "f5", "按数字或 Enter 确定等次，或先补“实地调研”"},
		{desktest.Script(desktest.Closed(), "decide s1 好"), "f5", "↑↓ 选“第二党支部书记”，接着确定等次"},
		{desktest.Decided(), "f5", "按 F7 封存归档"},
		{desktest.Decided(), "f7", "按 Ctrl+W 做封存前检查（5 项要看），或按 Enter 封存"},
		{desktest.Script(desktest.Decided(), "seal"), "f7", "按 Enter 导出归档包"},
		{desktest.Script(desktest.Decided(), "seal"), "f7 enter down", "按 Ctrl+N 登记“述职评议考核工作方案”的报送"},
		{desktest.Problems(), "f6 down", "按 Enter 处理 p2"},
	} {
		d := desktest.New(t, desktest.House(t), "zh").Play(c.play...)
		d.Press(c.keys).Tick()
		d.Shows("下一步：" + c.want)
	}
	d := desktest.New(t, desktest.Vetted(t), "zh").Press("ctrl+w")
	d.Shows("下一步：按 Enter 办“工作方案报送备案”")
}

// TestARehearsalIsLedToItsEnd: what is to be done next is said where it is done, and
// elsewhere the key that leads there.
func TestARehearsalIsLedToItsEnd(t *testing.T) {
	d := desktest.New(t, strings.Replace(desktest.House(t), "rehearsal = false", "rehearsal = true", 1), "zh")
	d.State.Rehearsal = true
	d.Publish()
	d.Shows("下一步：按 Enter 开始“述职 第一党支部书记”")
	d.Press("f5")
	d.Shows("下一步：按 F2")
	d.Press("f2 enter").Play("wait 1m")
	d.Shows("下一步：讲完后按 Enter 结束“述职 第一党支部书记”")
}
