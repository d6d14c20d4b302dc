package tui

import (
	"fmt"
	"strings"
	"testing"
)

// TestAQuestionIsSeenWithWhatItIsAskedFor: what was seen on visits may be long, and
// there may be sixty subjects to choose from.
func TestAQuestionIsSeenWithWhatItIsAskedFor(t *testing.T) {
	d := newDesk(t, house(t), "zh")
	d.press("left down down down enter 1 enter '活动室 enter 1 '" + strings.Repeat("长", 3000) + " esc")
	d.press("down enter '学习笔记停在六月")
	d.shows("第一党支部书记 的点评准备，每行一条", "学习笔记停在六月", "…")

	d = newDesk(t, planFor(t, many(60)...), "zh")
	d.press("f6 +")
	for n := range 60 {
		d.shows("谁的问题？", fmt.Sprintf("%d  %s", n+1, d.state.Plan.Subjects[n].Label()))
		d.press("down")
	}
}

// TestTheFirstDigitOfTwelveIsNotOne: what is asked next would take the second.
func TestTheFirstDigitOfTwelveIsNotOne(t *testing.T) {
	d := newDesk(t, planFor(t, many(12)...), "zh")
	d.press("f6 + 12 enter 3 '办事慢 esc")
	if p := d.state.Ledger[0]; p.Subject != d.state.Plan.Subjects[11].ID || p.Text != "办事慢" {
		t.Errorf("the problem is %s: %s", p.Subject, p.Text)
	}
	d.press("+ 0 13 enter 3")
	d.shows(d.state.Plan.Subjects[2].Label() + "  群众评议")
}
