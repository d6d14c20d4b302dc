package tui

import "testing"

// TestASealSaysWhatItLeavesOpen: the clock of the vote is easily left to run.
func TestASealSaysWhatItLeavesOpen(t *testing.T) {
	open := "议程还有 1 项没有结束"
	d := newDesk(t, house(t), "zh").play(script(closed(), "decide s1 好", "decide s2 差")...)
	d.press("f7 enter")
	d.shows(open)
	d.press("esc f2 enter f7 enter")
	d.hides(open)
	d.shows("现在封存吗")
}

// TestABrokenSealIsToldWhereItIsPutRight, and what was exported under it is no
// longer offered as the export.
func TestABrokenSealIsToldWhereItIsPutRight(t *testing.T) {
	d := newDesk(t, house(t), "zh").play(script(decided(), "seal")...)
	d.press("f7 enter").tick()
	d.shows("2023.zip")
	d.play(`correct bundle=1 sheet=1 2 2 by="王监票" reason="复看票面"`)
	d.shows("第 1 次封存已因更正失效，须再次封存并导出。")
	d.press("down")
	d.hides("2023.zip")
	d.press("enter 2")
	d.hides("已因更正失效")
	d.shows("Enter 导出归档包")
}
