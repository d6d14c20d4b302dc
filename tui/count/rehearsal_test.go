package count_test

import (
	"regexp"
	"strings"
	"testing"

	"shuping/internal/meeting"
	"shuping/internal/plan"
	"shuping/tui/desktest"
	"shuping/tui/look"
)

// TestARehearsalHasOneOfEverything, and at every step the line above the keys says what is
// to be pressed: a report that was not vetted, a void and a doubtful sheet, a second entry
// with a difference, a correction, a veto, and what a seal asks.
func TestARehearsalHasOneOfEverything(t *testing.T) {
	d := newDesk(t, desktest.Vetted(t), "zh")
	d.State, d.Seq = meeting.State{}, 0
	d.Order(meeting.OpenSession{PlanName: "test", PlanText: desktest.Vetted(t), Rehearsal: true})
	d.Order(meeting.VetReport{Subject: "s1", By: "演练", Outcome: meeting.Passed, Own: meeting.Yes, Causes: meeting.Yes, Problems: meeting.Yes})
	d.Sit("zh", look.Full)
	next := func(keys, step string) {
		t.Helper()
		d.Press(keys).Tick()
		d.Shows("下一步：" + step)
	}
	sheet := regexp.MustCompile(`下一步：(?:手里这张样票，依次按|这一张练习录错：故意按) ([0-9 ]+?) *\n`)
	follow := func() {
		t.Helper()
		for n := 0; ; n++ {
			m := sheet.FindStringSubmatch(d.Frame())
			if m == nil {
				return
			} else if n > 20 {
				t.Fatalf("it does not come to an end:\n%s", d.Frame())
			}
			d.Press(strings.ReplaceAll(m[1], " ", "")).Tick()
		}
	}
	d.Press("f2")
	for range 2 {
		d.Press("enter").Play("wait 5m").Press("enter")
	}
	next("", "这份述职报告没有审核")
	next("enter", "按 Enter 办“审核把关 第二党支部书记”")
	next("enter 3 enter '来不及 enter", "该办的都办好了，按 Esc 返回")
	next("esc", "按 Enter 开始“述职 第二党支部书记”")
	next("enter", "讲完后按 Enter 结束“述职 第二党支部书记”")
	for d.State.Agenda[d.State.Current].Kind != plan.Evaluation {
		d.Play("wait 5m").Press("enter")
	}
	d.Play("wait 5m").Press("enter").Shows("评议表还没有收回").Press("enter").Tick() // a bounced Enter ends no vote
	next("", "按 F3")
	next("f3 46 enter 43 enter enter seen", "输入 43 按两次 Enter")
	next("enter", "输入 43 按两次 Enter") // nothing is keyed yet
	next("43 enter enter seen", "输入 20")
	next("20 enter seen", "按 Enter 开一组，填录入人姓名")
	d.Press("enter keyer")
	follow()
	d.Shows("自动弹出的提示：").Hides("下一步：") // the sheet that was set aside
	next("rest enter", "先按 Enter，再按 2 1")
	next("21", "看清票面，按 Enter 记下")
	next("enter '王监票 enter", "输入 10，按 Enter 封组")
	next("10 enter", "按 Enter 开一组")
	d.Press("enter")
	follow()
	next("10 enter", "按 Esc 看各组，练习复核")
	next("esc", "按 Enter，选 1，写另一个人的姓名")
	next("enter 1 again", "手里这张样票，依次按 1 1")
	next("11", "这一张练习录错：故意按 1 1")
	follow()
	next("10 enter rest enter", "请 李录入 取出第 2 张")
	next("2 enter", "依次按 1 2，再按 Enter")
	next("12 enter 2 enter", "依次按 1 2，再按 Enter")
	next("12 enter", "按 Esc 返回，结束计票")
	next("esc", "按 Enter，选 2，确认监票人姓名")
	next("enter 2 seen", "练习更正")
	d.Shows("【演练】计票已封存")
	next("@更正一张", "输入 1，按 Enter；输入 2")
	next("1 enter 2 enter", "依次按 1 1，再按 Enter")
	next("11 enter enter '录错了 enter", "按 Enter 看结果")
	d.Play("wait 5m").Press("f2 enter")
	next("f5", "↑↓ 选第一党支部书记，按数字定等次")
	next("1", "↑↓ 选第二党支部书记，只能定“差”：按 4")
	next("down 4", "按 F7")
	next("f7", "按 Enter 看封存前问什么")
	d.Press("enter").Shows("现在封存吗").Press("2").Tick()
	d.Shows("演练到此为止：没有封存")
	if r := d.State.Round; d.State.IsSealed() || r.Void != 1 || r.Version != 2 || r.Bundles.At(1).Differed != 1 || d.State.Verdict(1).Forced == 0 {
		t.Errorf("%+v", r)
	}
}
