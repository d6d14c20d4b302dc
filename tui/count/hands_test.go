package count_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"shuping/tui/desktest"
)

// TestHeldKeyFillsNothing: a hand presses once and holds; the sheet, the bundle and the
// field are as after the one press.
func TestHeldKeyFillsNothing(t *testing.T) {
	for _, c := range []struct {
		what     string
		subjects int
		play     []string
		before   string
		key      string
		sheets   int    // in the open bundle afterwards
		shows    string // what the hand's own press left
		valid    int
	}{
		{"in a sheet of twelve", 12, nil, "", "1", 0, "第2党支部书记", 0},
		{"over the end of a sheet", 2, sheets(3, 2, 2), "", "1", 3, "[1 好]", 3},
		{"over the end of a sheet begun by hand", 2, sheets(3, 2, 2), "2", "1", 4, "第 5 张", 4},
		{"sheets of one row", 1, sheets(3, 1, 2), "", "1", 4, "第 5 张", 4},
		{"over the end of a bundle into the hand count", 2, sheets(9, 2, 2), "2", "1", 10, "请用手再数一遍", 10},
		{"over the last row of a bundle", 2, sheets(9, 2, 2), "", "1", 9, "[1 好]", 9},
		{"rows of one sheet over the end of a bundle", 1, sheets(8, 1, 2), "", "1", 9, "第 10 张", 9},
		{"sheets set aside", 2, sheets(3, 2, 2), "", "7", 4, "待认定", 3},
		{"a digit that is no mark", 2, sheets(3, 2, 2), "1", "5", 3, "[1 好]", 3},
		{"void and its reason", 2, sheets(3, 2, 2), "0", "1", 4, "无效", 3},
		{"a number that is stated anew", 2, sheets(3, 2, 2), "@更正收回", "4", 3, "收回  4", 3},
	} {
		d := newDesk(t, desktest.PlanFor(t, desktest.Many(c.subjects)...), "zh")
		d.Play(script(gates, "bundle", c.play)...)
		d.Press("f3 " + c.before)
		d.Hold(c.key, 60)
		d.Tick()
		if got := len(d.State.Round.Bundle.Ballots); got != c.sheets || d.State.Round.Valid != c.valid {
			t.Errorf("%s: %d sheets, %d valid, want %d and %d", c.what, got, d.State.Round.Valid, c.sheets, c.valid)
		}
		d.Shows(c.shows)
		if strings.Contains(d.Frame(), "手工清点  1") {
			t.Errorf("%s: the hand count was filled", c.what)
		}
	}
}

// TestARulingIsNotKeyedInPassing: the page that asks for it opened by itself, with the
// sheet before; digits of the next sheets are neither a ruling nor a name.
func TestARulingIsNotKeyedInPassing(t *testing.T) {
	for _, ahead := range []string{"12 11 21", "12 enter 11 enter", "01 enter 7 enter", strings.Repeat("1122 ", 11)} {
		d := newDesk(t, house(t), "zh").Play(script(gates, "bundle", "b 1 1", "doubt", sheets(6, 2, 2), "doubt")...)
		d.Press("f3")
		hasty(d, "11 "+ahead)
		d.Shows("自动弹出的提示", "! 请监票人")
		if x := d.State.Round.Bundle.Ballots[1]; !x.Doubtful {
			t.Errorf("%q: ruled to be %+v", ahead, x)
		}
		rings := d.Rings
		d.Press("rest pause 3 4")
		d.Shows("下一步：看清票面，按 Enter 记下")
		d.Press("enter '王监票 enter").Tick()
		if x := d.State.Round.Bundle.Ballots[1]; fmt.Sprint(x.Marks) != "[3 4]" {
			t.Errorf("%q: ruled to be %+v\n%s", ahead, x, d.Frame())
		}
		d.Shows("自动弹出的提示").Press("1 2") // the next ruling has opened by itself
		if d.Rings != rings+2 {
			t.Errorf("%q: %d rings", ahead, d.Rings-rings)
		}
		d.Press("rest pause 0 1 7")
		d.Shows("监票人姓名", "! ", "自动弹出的提示")
		d.Press("rest pause '王监票 enter").Shows("手工清点")
		if x := d.State.Round.Bundle.Ballots[8]; x.Void != 1 {
			t.Errorf("%q: ruled to be %+v\n%s", ahead, x, d.Frame())
		}
	}
}

// TestHeldKeyLeavesARulingAlone: it waits for Enter, and no other sheet is taken back.
func TestHeldKeyLeavesARulingAlone(t *testing.T) {
	for _, before := range []string{"", "1"} {
		d := newDesk(t, house(t), "zh").Play(script(gates, "bundle", "b 1 1", "doubt", sheets(8, 2, 2))...)
		d.Press("f3 " + before)
		d.Hold("1", 40)
		if got := len(d.State.Round.Bundle.Ballots); got != 10 {
			t.Errorf("%d sheets", got)
		}
		d.Press("enter 11 enter")
		d.Shows("第 2 张认定为“好 · 好”。监票人姓名")
		d.Press("enter")
		d.Shows("请输入姓名。")
		d.Press("'王监票 enter")
		d.Shows("请用手再数一遍")
		if b := d.State.Round.Bundle.Ballots[1]; fmt.Sprint(b.Marks) != "[1 1]" || b.Doubtful {
			t.Errorf("ruled to be %+v", b)
		}
		d.Hides("手工清点  1")
	}
}

func TestHeldKeyEmptiesNoBundle(t *testing.T) {
	for _, key := range []string{".", "backspace"} {
		d := newDesk(t, house(t), "zh").Play(script(gates, "bundle", sheets(9, 2, 2))...)
		d.Press("f3")
		d.Hold(key, 60)
		if got := len(d.State.Round.Bundle.Ballots); got < 6 {
			t.Errorf("%s took back all but %d sheets", key, got)
		}
	}
}

func TestHandIsFasterThanARepeatOnlyOnOtherKeys(t *testing.T) {
	d := desktest.Ready(t, 20)
	d.Press("enter keyer")
	d.Pace = 35 * time.Millisecond
	d.Press("12 21 12 21 12 21")
	if d.State.Round.Valid != 6 {
		t.Errorf("%d sheets of 6", d.State.Round.Valid)
	}
}

func TestPasteIsRefusedWithASentence(t *testing.T) {
	for _, keys := range []string{"f3", "f3 1", "f4", "f7", "f8"} {
		d := desktest.Ready(t, 20)
		d.Press("enter keyer " + keys)
		before := d.Seq
		d.Paste("1212121212")
		d.Shows("这里不接受粘贴，请逐张录入。")
		if d.Seq != before {
			t.Errorf("%s: a paste was counted", keys)
		}
	}
	d := newDesk(t, house(t), "zh").Play("attend expected=46 present=43")
	d.Press("f3")
	d.Paste("43")
	d.Shows("这里不接受粘贴")
}

func TestSwitchingScreensKeepsTheSheet(t *testing.T) {
	d := desktest.Ready(t, 20)
	d.Press("enter keyer 1 f4 f2 f9 f9 f1 esc tab f8 ctrl+q esc f3")
	d.Shows("[1 好]")
	d.Press("2")
	d.Shows("好 · 较好", "已录    1")
}

func TestTwinsOfDigits(t *testing.T) {
	for _, keys := range []string{"12", "'１ '２", "kp1 kp2", "1 kp2"} {
		d := desktest.Ready(t, 20)
		d.Press("kpenter keyer " + keys)
		d.Shows("好 · 较好")
	}
	d := newDesk(t, house(t), "zh")
	d.Press("f3 '４６ kpenter kp1 kp0 enter enter seen")
	if h := d.State.Heads; h.Expected != 46 || h.Present != 10 {
		t.Errorf("%+v", h)
	}
	d.Press("kp9 enter enter seen kp9 enter seen enter keyer kp1 kp2 '。")
	if d.State.Round.Read() != 0 || !d.State.Round.Bundle.Open {
		t.Errorf("。 took nothing back: %+v", d.State.Round)
	}
}

func TestEnterDoesNothingWhileSheetsAreKeyed(t *testing.T) {
	d := desktest.Ready(t, 20)
	d.Press("enter keyer")
	before := d.Seq
	d.Press("enter 1 enter enter kpenter")
	d.Shows("[1 好]")
	if d.Seq != before || d.Rings > 0 {
		t.Errorf("%d records, %d rings", d.Seq-before, d.Rings)
	}
	d.Press("2")
	d.Shows("好 · 较好")
}

func TestHandCountIsNotAcceptedByEnter(t *testing.T) {
	d := newDesk(t, house(t), "zh").Play(script(gates, "bundle", sheets(10, 2, 1))...)
	d.Press("f3 enter")
	d.Shows("请输入数字")
	d.Press("9 enter")
	d.Shows("两者不符")
	d.Press("10 enter")
	d.Shows("第 1 组 10 张已封组", "开第 2 组")
}

// TestNumbersStatedBeforeAreStatedAgain: from the menu, and Esc leads back.
func TestNumbersStatedBeforeAreStatedAgain(t *testing.T) {
	d := newDesk(t, house(t), "zh").Play("attend expected=46 present=43", "issue 43")
	d.Press("f3 @更正发出")
	d.Shows("发放评议表")
	d.Press("40 enter enter seen")
	d.Shows("发出   40", "收回评议表")
	d.Press("@更正人数")
	d.Shows("清点人数")
	d.Press("esc")
	d.Shows("收回评议表")
	d.Press("@更正收回") // nothing came back yet
	d.Shows("没有这样的操作")
}

func TestBundleThatWasToBeClosedEarlyGoesOn(t *testing.T) {
	d := newDesk(t, house(t), "zh").Play(script(gates, "bundle", sheets(3, 2, 1))...)
	d.Press("f3 @封组")
	d.Shows("请用手再数一遍")
	d.Press("esc 12")
	d.Shows("第 5 张", "好 · 较好")
}

// TestHalfARulingIsNoSheet: what was keyed for a doubtful sheet is dropped with the
// question, and never begins the next sheet.
func TestHalfARulingIsNoSheet(t *testing.T) {
	d := newDesk(t, house(t), "zh").Play(script(gates, "bundle", "b 1 1", "doubt", "b 1 2")...)
	d.Press("f3 @封组")
	d.Shows("认定第 2 张", "第 1 组  第 2 张")
	d.Press("3 esc")
	d.Shows("第 1 组  第 4 张")
	d.Hides("[3 一般]")
	d.Press("2")
	if got := len(d.State.Round.Bundle.Ballots); got != 3 {
		t.Errorf("%d sheets", got)
	}
	d.Shows("[2 较好]")
}

func TestVoidThatIsThoughtBetterOfKeepsTheMarks(t *testing.T) {
	d := desktest.Ready(t, 20)
	d.Press("enter keyer 2 0 esc")
	d.Shows("[2 较好]")
	d.Press("0 2 1")
	d.Shows("无效", "[1 好]")
	if d.State.Round.Void != 1 {
		t.Error("not void")
	}
}

// TestTheZeroIsTakenBack: the 0 of a void sheet is taken back like a mark, and nothing
// else with it.
func TestTheZeroIsTakenBack(t *testing.T) {
	d := newDesk(t, house(t), "zh").Play(script(gates, "bundle", "b 1 2")...)
	d.Press("f3 0")
	d.Shows("这张无效，理由是")
	d.Press(".")
	d.Hides("这张无效，理由是")
	if got := len(d.State.Round.Bundle.Ballots); got != 1 {
		t.Errorf("%d sheets", got)
	}
}
