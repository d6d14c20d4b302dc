package tui

import (
	"fmt"
	"strings"
	"testing"

	"shuping/internal/meeting"
)

// TestMeetingOfTwoPeopleByKeys: gates with their witness, both entries of two
// bundles with slips of every kind, a dispute, a spot check, comments, a correction
// and a grade come to the same by keys as by the lines of a script.
func TestMeetingOfTwoPeopleByKeys(t *testing.T) {
	plan := setting(house(t), "check", `"either"`)
	d := newDesk(t, plan, "zh").play(script(reports)...)
	d.press("f3 26 enter 25 enter seen 25 enter 2 enter seen 25 enter seen")
	d.press("enter keyer 11 12 21 22 01 12 33 12 49 11 10 enter")
	d.press("enter 12 22 31 44 11 21 12 13 24 11 10 enter")
	d.press("enter 11 7 12 28 11 end") // the last five, of which one is doubtful
	d.shows("裁定第 2 张")
	d.press("31 enter 5 enter last")
	rings := d.rings

	// The first again: the fourth is passed over and missed in the hand count, the
	// sixth is read wrongly, the eighth set aside.
	d.press("right enter 1 again 11 12 21 01 13 33 7 49 11 end")
	d.press("10 enter / 1 4 enter 22 10 enter pause")
	d.shows("第 6、8 张两次录入不一致")
	d.press("6 enter 12 enter 8 enter 11 enter 6 enter 12 enter 8 enter 12 enter 8 enter 12 enter '票面勾在“较好” enter")
	d.shows("2 张不一致的已看票改定")

	// The second again: its third is keyed twice, so that the last has no place.
	d.press("enter 1 again 12 22 31 31 44 11 21 12 13 24 10 enter pause / 2 2 4 enter")
	d.shows("第 10 张两次录入不一致")
	d.press("10 enter 11 enter 10 enter 11 enter")

	// Of the third sheets are drawn: all five.
	d.press("enter 2 ctrl+u '钱抽查 enter 31415 enter 11 31 12 28 11")
	d.shows("第 3 束 5 张，两次一致")
	d.press("esc + 2 '多下基层 enter '整改要见实效 esc + 1 '会风很好 esc")
	d.press("enter seen")
	d.shows("计票已结束")
	d.press("home 2 enter 1 enter 32 enter '录入时看错一行 enter")
	d.shows("结果为第 2 版")
	d.press("home 3 enter 5 enter 0 4 enter '票上有署名 enter")
	d.press("f5 4 down 4 '按方案否决 enter")
	if d.rings != rings+1 { // the hand count that was right
		t.Errorf("%d rings\n%s", d.rings-rings, d.frame())
	}

	s := newDesk(t, plan, "zh").play(witnessed(script(reports,
		"attend expected=26 present=25\nissue 25 printed=27 destroyed=2\ncollect 25",
		"bundle", "b 1 1", "b 1 2", "b 2 1", "b 2 2", "b 0 reason=1", "b 1 2", "b 3 3", "b 1 2", "b 4 9", "b 1 1", "close-bundle 10",
		"bundle", "b 1 2", "b 2 2", "b 3 1", "b 4 4", "b 1 1", "b 2 1", "b 1 2", "b 1 3", "b 2 4", "b 1 1", "close-bundle 10",
		"bundle", "b 1 1", "doubt", "b 1 2", "b 2 8", "b 1 1", "settle 2 3 1 by=王监票", "close-bundle 5",
		"second 1 by=赵复录", "b 1 1", "b 1 2", "b 2 1", "b 0 reason=1", "b 1 3", "b 3 3", "doubt", "b 4 9", "b 1 1", "missing 4", "b 2 2", "close-second 10",
		"rekey 6 1 2 of=first", "rekey 8 1 1 of=first", "rekey 6 1 2 of=second", "rekey 8 1 2 of=second", `rule 8 1 2 by=王监票 reason="票面勾在“较好”"`,
		"second 2 by=赵复录", "b 1 2", "b 2 2", "b 3 1", "b 3 1", "b 4 4", "b 1 1", "b 2 1", "b 1 2", "b 1 3", "b 2 4", "close-second 10",
		"doubled 4 of=second", "rekey 10 1 1 of=first", "rekey 10 1 1 of=second",
		"spot 3 by=钱抽查 dice=31415", "b 1 1", "b 3 1", "b 1 2", "b 2 8", "b 1 1", "close-second 5",
		`comments s1 多下基层 s1 整改要见实效`, `comment text=会风很好`, `close-count by=王监票`,
		"correct bundle=2 sheet=1 3 2 by=王监票 reason=录入时看错一行", "correct bundle=3 sheet=5 void=4 by=王监票 reason=票上有署名",
		"decide s1 差", "decide s2 差 reason=按方案否决"))...)
	got, want := ledger(d.state), ledger(s.state)
	if got != want {
		t.Errorf("by keys:\n%s\nby script:\n%s", got, want)
	}
	if d.state.Round.Version != 3 || len(d.state.Comments) != 3 || len(d.state.Unchecked()) > 0 {
		t.Errorf("version %d, %d comments, unchecked %v", d.state.Round.Version, len(d.state.Comments), d.state.Unchecked())
	}
}

// ledger is all of a meeting that does not depend on when it was keyed: its
// outcome, its bundles with what was read and who confirmed it, every version and
// the comments.
func ledger(s meeting.State) string {
	var b strings.Builder
	b.WriteString(outcome(s))
	for n := range s.Round.Bundles.Len() {
		fmt.Fprintf(&b, "%+v\n", s.Round.Bundles.At(n+1))
	}
	for _, v := range s.Versions {
		fmt.Fprintf(&b, "%+v\n%s\n", v.Corrected, outcome(v.State))
	}
	fmt.Fprintf(&b, "version %d\n%+v\n%s\n", s.Round.Version, s.Comments, s.Round.ClosedSaw)
	return b.String()
}
