package tui

import "testing"

func TestADayIsTakenAsPeopleWriteIt(t *testing.T) {
	for typed, want := range map[string]string{
		"2024-06-30":       "2024-06-30",
		"2024 年 12 月 31 日": "2024-12-31",
		"２０２４．６．３０":        "2024-06-30",
		"日2024-6-30":       "",
		"2024-02-30":       "",
	} {
		d := newDesk(t, house(t), "zh").play(`problem s1 origin=superior text="台账"`)
		d.press("f6 enter 6 '" + typed + " enter")
		if got := d.state.Ledger[0].Due.String(); got != want {
			t.Errorf("%s is %q on the ledger, want %q", typed, got, want)
		}
		if want == "" {
			d.shows("不是日期", typed)
		}
	}
}

func TestFullWidthDigitsAnswerEveryQuestion(t *testing.T) {
	d := newDesk(t, house(t), "zh").play(script(spoken, reports, gates, "bundle by=李录入\nb 1 2\nb 2 1")...)
	d.press("f3 / 2 '２ enter")
	if n := len(d.state.Round.Bundle.Ballots); n != 1 {
		t.Errorf("%d sheets are left after the second was taken out", n)
	}
	d = newDesk(t, house(t), "zh")
	d.press("left down enter 1 '组织委员 enter 2 '２、５ enter '查摆问题少 enter")
	d.shows("审核通过，缺第 2、5 项（组织委员）")
}

// TestEveryPaperOfThePlanIsInSight in the least window, the question of the seal
// above it as long as it is.
func TestEveryPaperOfThePlanIsInSight(t *testing.T) {
	d := newDesk(t, house(t), "zh").play(decided()...)
	d.press("f7")
	for _, p := range d.state.Plan.Papers {
		d.shows(p.Title)
	}
	d.shows("备案［方案四(四)］（还有 23 天）")
	d.press("right 2 enter enter")
	d.hides("还有 23 天")
}
