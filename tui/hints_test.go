package tui

import (
	"fmt"
	"strings"
	"testing"
)

// TestCommentsAreSeenOnlyBesideTheReviewTheyWereAskedFor: those of the next
// subject do not open by themselves.
func TestCommentsAreSeenOnlyBesideTheReviewTheyWereAskedFor(t *testing.T) {
	d := newDesk(t, house(t), "zh")
	d.press("left down down down down enter '理论学习抓得实 esc")
	d.press("down down down down enter '整改台账要按月销号 esc esc")
	d.play("start report:s1", "finish", "start review:s1")
	d.hides("理论学习抓得实")
	d.press("left")
	d.shows("理论学习抓得实", "← 收起")
	d.press("left")
	d.hides("理论学习抓得实")
	d.press("left")
	d.play("finish", "start report:s2", "finish", "start review:s2")
	d.hides("理论学习抓得实", "整改台账要按月销号")
	d.press("left")
	d.shows("整改台账要按月销号")
}

func TestACommentThatWasTakenIsSaidToBeOnTheLedger(t *testing.T) {
	d := newDesk(t, house(t), "zh")
	hinted(d)
	d.press("left 1 1")
	d.shows("第 1 条已在台账。")
	if n := len(d.state.Ledger); n != 1 {
		t.Errorf("%d problems are on the ledger", n)
	}
}

// TestTheLineOfKeysHoldsTheSlip: whoever skipped a sheet has to find the key.
func TestTheLineOfKeysHoldsTheSlip(t *testing.T) {
	d := newDesk(t, house(t), "zh").play(script(spoken, reports, gates, "bundle\nb 1 2")...)
	d.press("f3")
	d.shows("/ 漏录重录", "F1 帮助")
}

// TestEveryPreparedCommentIsInSight however many subjects there are and however
// long the comments.
func TestEveryPreparedCommentIsInSight(t *testing.T) {
	for _, subjects := range []int{2, 12, 60} {
		d := newDesk(t, planFor(t, many(subjects)...), "zh")
		d.press("left down down down down enter")
		for n := 1; n <= 9; n++ {
			d.press(fmt.Sprintf("'要点%d：%s enter", n, strings.Repeat("长", 150)))
		}
		d.press("esc esc")
		d.play("start report:s1", "finish", "start review:s1")
		d.press("left")
		for n := 1; n <= 9; n++ {
			d.shows(fmt.Sprintf("要点%d", n))
		}
		d.shows("剩余", "▸")
	}
}
