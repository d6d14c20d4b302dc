package screen_test

import (
	"testing"

	"shuping/tui/desktest"
)

// TestATimeLimitIsTakenAsPeopleWriteIt: what is no day that there is, is refused.
func TestATimeLimitIsTakenAsPeopleWriteIt(t *testing.T) {
	for typed, want := range map[string]string{
		"2024-06-30":  "2024-06-30",
		"2024-6-3":    "2024-06-03",
		"2024.6.30":   "2024-06-30",
		"2024/6/30":   "2024-06-30",
		"2024年6月30日":  "2024-06-30",
		"2024年12月31日": "2024-12-31",
		"２０２４－０６－３０":  "2024-06-30",
		"２０２４．６．３０":   "2024-06-30",
		"2024-02-30":  "",
		"24-6-30":     "2024-06-30",
		"2024-6":      "2024-06-30", // the last day of the month
		"2024-6-030":  "",
	} {
		d := desktest.New(t, desktest.House(t), "zh").Play(`problem s1 origin=superior text="台账"`)
		d.Press("f6 enter 6 '" + typed + " enter")
		if got := d.State.Ledger[0].Due.String(); got != want {
			t.Errorf("%s is %q on the ledger, want %q", typed, got, want)
		}
		if want == "" {
			d.Shows("不是时限", typed)
		}
	}
}

func TestFullWidthDigitsAnswerEveryQuestion(t *testing.T) {
	d := desktest.New(t, desktest.House(t), "zh").Play(desktest.Script(desktest.Spoken, desktest.Reports, desktest.Gates, "bundle by=李录入\nb 1 2\nb 2 1")...)
	d.Press("f3 @补漏 2 '２ enter")
	if n := len(d.State.Round.Bundle.Ballots); n != 1 {
		t.Errorf("%d sheets are left after the second was taken out", n)
	}
	d = desktest.New(t, desktest.House(t), "zh")
	d.Press("ctrl+w down enter 1 '组织委员 enter 2 '２、５ enter '查摆问题少 enter")
	d.Shows("审核通过，缺第 2、5 项（组织委员）")
}

// TestEveryPaperOfThePlanIsInSight in the least window, the question of the seal
// above it as long as it is.
func TestEveryPaperOfThePlanIsInSight(t *testing.T) {
	d := desktest.New(t, desktest.House(t), "zh").Play(desktest.Decided()...)
	d.Press("f7")
	for _, p := range d.State.Plan.Papers {
		d.Shows(p.Title)
	}
	d.Shows("备案［方案四(四)］（还有 23 天）")
	d.Press("ctrl+n 2 enter enter 2")
	d.Hides("还有 23 天")
}
