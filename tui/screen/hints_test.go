package screen_test

import (
	"fmt"
	"strings"
	"testing"

	"shuping/tui/desktest"
)

// TestCommentsAreSeenOnlyBesideTheReviewTheyWereAskedFor: those of the next
// subject do not open by themselves.
func TestCommentsAreSeenOnlyBesideTheReviewTheyWereAskedFor(t *testing.T) {
	d := desktest.New(t, desktest.House(t), "zh")
	d.Press("ctrl+w down down down down enter '理论学习抓得实 esc")
	d.Press("down down down down enter '整改台账要按月销号 esc esc")
	d.Play("start report:s1", "finish", "start review:s1")
	d.Hides("理论学习抓得实")
	d.Press("ctrl+o")
	d.Shows("理论学习抓得实", "Ctrl+O 收起")
	d.Press("ctrl+o")
	d.Hides("理论学习抓得实")
	d.Press("ctrl+o")
	d.Play("finish", "start report:s2", "finish", "start review:s2")
	d.Hides("理论学习抓得实", "整改台账要按月销号")
	d.Press("ctrl+o")
	d.Shows("整改台账要按月销号")
}

func TestACommentThatWasTakenIsSaidToBeOnTheLedger(t *testing.T) {
	d := desktest.New(t, desktest.House(t), "zh")
	hinted(d)
	d.Press("ctrl+o 1 1")
	d.Shows("第 1 条已在台账。")
	if n := len(d.State.Ledger); n != 1 {
		t.Errorf("%d problems are on the ledger", n)
	}
}

// TestEveryPreparedCommentIsInSight however many subjects there are and however
// long the comments.
func TestEveryPreparedCommentIsInSight(t *testing.T) {
	for _, subjects := range []int{2, 12, 60} {
		d := desktest.New(t, desktest.PlanFor(t, desktest.Many(subjects)...), "zh")
		d.Press("ctrl+w down down down down enter")
		for n := 1; n <= 9; n++ {
			d.Press(fmt.Sprintf("'要点%d：%s enter", n, strings.Repeat("长", 150)))
		}
		d.Press("esc esc")
		d.Play("start report:s1", "finish", "start review:s1")
		d.Press("ctrl+o")
		for n := 1; n <= 9; n++ {
			d.Shows(fmt.Sprintf("要点%d", n))
		}
		d.Shows("剩余", "▸")
	}
}
