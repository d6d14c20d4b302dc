package screen_test

import (
	"fmt"
	"strings"
	"testing"

	"shuping/tui/desktest"
)

// TestAQuestionIsSeenWithWhatItIsAskedFor: what was seen on visits may be long, and
// there may be sixty subjects to choose from.
func TestAQuestionIsSeenWithWhatItIsAskedFor(t *testing.T) {
	d := desktest.New(t, desktest.House(t), "zh")
	d.Press("ctrl+w down down down enter 1 enter '活动室 enter 1 '" + strings.Repeat("长", 3000) + " esc")
	d.Press("down enter '学习笔记停在六月")
	d.Shows("第一党支部书记 的点评准备，每行一条", "学习笔记停在六月", "…")

	d = desktest.New(t, desktest.PlanFor(t, desktest.Many(60)...), "zh")
	d.Press("f6 ctrl+n")
	for n := range 60 {
		d.Shows("述职人：", fmt.Sprintf("%d  %s", n+1, d.State.Plan.Subjects[n].Label()))
		d.Press("down")
	}
}

// TestTheFirstDigitOfTwelveIsNotOne: what is asked next would take the second.
func TestTheFirstDigitOfTwelveIsNotOne(t *testing.T) {
	d := desktest.New(t, desktest.PlanFor(t, desktest.Many(12)...), "zh")
	d.Press("f6 ctrl+n 12 enter 3 '办事慢 esc")
	if p := d.State.Ledger[0]; p.Subject != d.State.Plan.Subjects[11].ID || p.Text != "办事慢" {
		t.Errorf("the problem is %s: %s", p.Subject, p.Text)
	}
	d.Press("ctrl+n 0 13 enter 3")
	d.Shows(d.State.Plan.Subjects[2].Label() + "  群众评议")
}
