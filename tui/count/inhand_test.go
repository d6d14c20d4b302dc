package count_test

import (
	"strings"
	"testing"

	"shuping/tui/desktest"
)

// TestSheetTakenBackStaysInSight with its marks until it is keyed again.
func TestSheetTakenBackStaysInSight(t *testing.T) {
	d := desktest.Ready(t, 20).Press("enter keyer 12 31 .")
	d.Shows("! 已退回第 2 张（一般 · 好），请重录。")
	d.Press("3").Tick()
	d.Shows("! 已退回第 2 张（一般 · 好），请重录。")
	d.Press("2").Tick()
	d.Hides("已退回")
}

// TestDigitsSayWhatTheyHit: this row, or, apart from it, the whole sheet.
func TestDigitsSayWhatTheyHit(t *testing.T) {
	d := desktest.Ready(t, 20).Press("enter keyer")
	row := ""
	for line := range strings.SplitSeq(d.Frame(), "\n") {
		if strings.Contains(line, "该项弃权") {
			row = line
		}
	}
	if this, whole, ok := strings.Cut(row, "│"); !ok || !strings.Contains(this, "8 该项无效") || !strings.Contains(whole, "7 整张待认定") || !strings.Contains(whole, "0 整张无效票") {
		t.Errorf("%q", row)
	}
}

// TestRecorderSeesWhatTheHallSees of the votes, and nothing while a bundle is read again
// or where a second reading is demanded and the plan does not count only those.
func TestRecorderSeesWhatTheHallSees(t *testing.T) {
	const head = "会场显示的票数（10 张）"
	two := script(gates, "bundle by=李录入", sheets(10, 2, 1), "close-bundle 10\nbundle by=李录入\nb 1 2")
	desktest.New(t, desktest.House(t), "zh").Play(two...).Press("f3").Shows(head)
	desktest.New(t, desktest.With("counting", `"progress"`)(t), "zh").Play(two...).Press("f3").Hides("会场显示的票数")
	desktest.New(t, demanding("second-entry")(t), "zh").Play(two...).Press("f3").Hides("会场显示的票数")
	again := script(ten(), "second 1 by=赵复录", "b 1 1")
	desktest.New(t, desktest.House(t), "zh").Play(again...).Press("f3").Hides("会场显示的票数")
}

// TestFormerBundlesStandBesideTheNext, but not where somebody is to key them again without
// having seen them.
func TestFormerBundlesStandBesideTheNext(t *testing.T) {
	next := script(ten(), "bundle by=李录入\nb 1 2\nb 1 1")
	desktest.New(t, desktest.House(t), "zh").Play(next...).Press("f3").Shows("第 1 组", "7 93")
	desktest.New(t, demanding("second-entry")(t), "zh").Play(next...).Press("f3").Hides("第 1 组", "7 93")
	desktest.New(t, desktest.House(t), "zh").Play(script(ten(), "second 1 by=赵复录", "b 1 1")...).Press("f3").Hides("7 93")
}
