package screen_test

import (
	"testing"

	"shuping/tui/desktest"
)

// TestASealSaysWhatItLeavesOpen: the clock of the vote is easily left to run.
func TestASealSaysWhatItLeavesOpen(t *testing.T) {
	open := "议程还有 1 项没有结束"
	d := desktest.New(t, desktest.House(t), "zh").Play(desktest.Script(desktest.Closed(), "wait 10m", "decide s1 好", "decide s2 差")...)
	d.Press("f7 enter")
	d.Shows(open)
	d.Press("esc f2 enter f7 enter")
	d.Hides(open)
	d.Shows("现在封存吗")
}

// TestABrokenSealIsToldWhereItIsPutRight, and what was exported under it is no
// longer offered as the bundle.
func TestABrokenSealIsToldWhereItIsPutRight(t *testing.T) {
	d := desktest.New(t, desktest.House(t), "zh").Play(desktest.Script(desktest.Decided(), "seal")...)
	d.Press("f7 enter").Tick()
	d.Shows("2023.zip")
	d.Play(`correct bundle=1 sheet=1 2 2 by="王监票" reason="复看票面"`)
	d.Shows("第 1 次封存已因更正失效，须再次封存并导出。")
	d.Press("down")
	d.Hides("2023.zip")
	d.Press("enter 2")
	d.Hides("已因更正失效")
	d.Shows("Enter 导出归档包")
}
