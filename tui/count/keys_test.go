package count_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"shuping/internal/meeting"
	"shuping/tui/desktest"
	"shuping/tui/look"
)

// waiting is the situations in which the count itself waits, and not a question or a
// list.
func waiting(t *testing.T) map[string]*desktest.Desk {
	out := map[string]*desktest.Desk{}
	for _, s := range situations {
		if d := s.At(t, "zh"); !strings.Contains(d.Work(), "────") && !strings.Contains(d.Work(), "各组复核") && !strings.HasPrefix(s.Name, "door") {
			out[s.Name] = d
		}
	}
	if len(out) < 50 {
		t.Fatalf("only %d situations", len(out))
	}
	return out
}

// TestNothingLiesOnAKeyOfTheKeypadWithoutNumLock: a digit of the keypad that became
// another key rings, says so, and does nothing.
func TestNothingLiesOnAKeyOfTheKeypadWithoutNumLock(t *testing.T) {
	for name, d := range waiting(t) {
		d.Size(120, 34) // so that the notice has room in its row
		for _, key := range strings.Fields("home end pgup pgdown up down left right insert delete") {
			d.Slow = false
			d.Drain()
			d.Tick()
			before, seq, rings := body(d), d.Seq, d.Rings
			d.Press(key)
			d.Shows("NumLock")
			if body(d) != before || d.Seq != seq || d.Rings != rings+1 {
				t.Errorf("%s: %s rings %d times and does something:\n%s", name, key, d.Rings-rings, d.Frame())
			}
		}
	}
}

// TestTheNextStepIsAlwaysSaid: at every gate.
func TestTheNextStepIsAlwaysSaid(t *testing.T) {
	for name, d := range waiting(t) {
		if strings.HasSuffix(name, "-asleep") { // which says how it is taken up
			d.Shows("自动弹出的提示：先按 Enter 或 Tab，再作答。").Hides("下一步：")
			continue
		}
		if _, step, said := strings.Cut(d.Frame(), "下一步："); !said || strings.HasPrefix(step, " ") || strings.Contains(step, "{") {
			t.Errorf("%s says no next step:\n%s", name, d.Frame())
		}
	}
}

// TestNothingIsLeftToCheck: where every bundle is confirmed, none is asked for.
func TestNothingIsLeftToCheck(t *testing.T) {
	d := newDesk(t, house(t), "zh").Play(script(ten())...).Press("f3 esc")
	d.Shows("下一步：选一组，按 Enter 复核").Play(script("second 1 by=赵复录", "b 1 1", "b 1 2", "b 3 4", "b 1 1", "b 0 reason=1", "b 2 2", "b 9 3", repeat(3, "b 1 1"))...).Press("10 enter")
	d.Shows("下一步：看完按 Esc 返回")
}

// TestSheetThatIsTakenBackIsSeen: what it said stands in the notice, and the same key
// pressed once more drops no other sheet.
func TestSheetThatIsTakenBackIsSeen(t *testing.T) {
	d := desktest.Ready(t, 20).Press("enter keyer 11 12 1 . .")
	d.Shows("已退回第 2 张（好 · 较好），请重录。")
	if n := len(d.State.Round.Bundle.Ballots); n != 1 {
		t.Errorf("%d sheets", n)
	}
	d.Press(". backspace")
	if n := len(d.State.Round.Bundle.Ballots); n != 1 {
		t.Errorf("another sheet went: %d", n)
	}
	d.Press("rest .")
	d.Shows("已退回第 1 张（好 · 好），请重录。")
}

// TestSumsAtAGateAreThoseOnDisk: what still waits to be written is in none of them.
func TestSumsAtAGateAreThoseOnDisk(t *testing.T) {
	d := newDesk(t, house(t), "zh").Play(script(gates, "bundle by=李录入", sheets(9, 2, 1))...).Press("f3")
	d.Slow = true
	d.Press("1 1").Tick()
	d.Shows("录入 9 张").Drain()
	d.Tick()
	d.Shows("录入 10 张")
}

// TestUndoTakesTheLastSheetBack: the one in hand, or else the last one of the bundle.
func TestUndoTakesTheLastSheetBack(t *testing.T) {
	d := desktest.Ready(t, 20).Press("enter keyer 11 12 3 ctrl+z")
	d.Hides("[3 一般]")
	if n := len(d.State.Round.Bundle.Ballots); n != 2 {
		t.Errorf("%d sheets", n)
	}
	d.Press("ctrl+z")
	d.Shows("已退回第 2 张（好 · 较好），请重录。")
	d = newDesk(t, house(t), "zh").Play(script(gates, "bundle", sheets(10, 2, 1))...).Press("f3 1 ctrl+z")
	d.Shows("已退回第 10 张", "第 1 组  第 10 张")
}

// TestNoClickKeysASheet: not a mark, no ruling, and the count is not closed. A row of
// the list is gone to, and opened where one is.
func TestNoClickKeysASheet(t *testing.T) {
	for what, s := range map[string]desktest.Situation{
		"1–4 等次":     {Play: script(gates, "bundle", "b 1 1"), Keys: "f3"},
		"9 弃权":       {Play: script(gates, "bundle", "b 1 1"), Keys: "f3"},
		"7 待认定":      {Play: script(gates, "bundle", "b 1 1"), Keys: "f3"},
		"0 无效票":      {Play: script(gates, "bundle", "b 1 1"), Keys: "f3"},
		". 退回":       {Play: script(gates, "bundle", "b 1 1"), Keys: "f3"},
		"1 2 4 理由":   {Play: script(gates, "bundle", "b 1 1"), Keys: "f3 0"},
		"Enter 确定":   {Play: script(gates, "bundle", sheets(10, 2, 1)), Keys: "f3 10"},
		"Enter 计票结束": {Play: desktest.Counted(), Keys: "f3"},
	} {
		d := s.At(t, "zh")
		before, seq := d.Work(), d.Seq
		d.Click(what)
		d.Shows("这一步要用键盘")
		if d.Work() != before || d.Seq != seq {
			t.Errorf("a click on %q does something:\n%s", what, d.Frame())
		}
	}
	d := newDesk(t, house(t), "zh").Play(desktest.Counted()...).Press("f3").Click("Esc 各组").Click("第 3 组")
	d.Shows("▸ 第 3 组")
	d.Click("第 3 组").Shows("第 3 组怎样复核？")
}

// TestNameIsNoNumber: digits that were meant for a sheet are no name of a person.
func TestNameIsNoNumber(t *testing.T) {
	d := desktest.Ready(t, 20).Press("enter 1221 enter")
	d.Shows("这里要填姓名")
	if d.State.Round.Bundle.Open {
		t.Error("a bundle is keyed by nobody")
	}
	d.Press("'李录入 enter")
	d.Shows("这里要填姓名")
	if d.State.Round.Bundle.Open {
		t.Error("a bundle is keyed by somebody whose name has digits")
	}
	d.Press("ctrl+u '李录入 enter")
	if b := d.State.Round.Bundle; !b.Open || b.By != "李录入" {
		t.Errorf("%+v", b)
	}
}

// TestWhatWasCountedIsListed: bundles, and piles that a second person counts from
// there. Search finds a bundle by who keyed it.
func TestWhatWasCountedIsListed(t *testing.T) {
	d := newDesk(t, house(t), "zh").Play(sorted()...).Press("f3 esc")
	d.Shows("分堆计票   42 张", "未复核")
	d.Press("enter '赵复录 enter 2 enter enter enter enter enter")
	if p := d.State.Round.Piling; p.Side != meeting.SecondEntry || p.By != "赵复录" {
		t.Errorf("%+v", p)
	}
	d = newDesk(t, house(t), "zh").Play(script(gates, bundleOf(10, "李录入"), bundleOf(10, "王小明"), bundleOf(10, "李录入"))...).Press("f3 esc / '王小 esc")
	d.Shows("▸ 第 2 组")
	d.Press("enter 1 again").Shows("复核第 2 组")
}

// TestBundlesAreSeenWhileOneIsKeyed: and the sheet in hand is as it was.
func TestBundlesAreSeenWhileOneIsKeyed(t *testing.T) {
	d := newDesk(t, house(t), "zh").Play(script(gates, bundleOf(10, "李录入"), "bundle by=李录入", "b 1 2")...).Press("f3 3")
	before := d.Work()
	d.Press("esc").Shows("▸ 第 1 组", "未复核")
	d.Press("enter").Shows("第 2 组还在录入")
	d.Press("1 2 esc")
	if d.Work() != before {
		t.Errorf("it is not as before:\n%s", d.Frame())
	}
	d.Press("4").Shows("一般 · 差")
}

// TestRehearsalSaysWhatToKey: which sheet of paper, row by row.
func TestRehearsalSaysWhatToKey(t *testing.T) {
	d := newDesk(t, house(t), "zh")
	d.State, d.Seq = meeting.State{}, 0
	d.Order(meeting.OpenSession{PlanName: "test", PlanText: house(t), Rehearsal: true})
	d.Play("attend expected=20 present=20", "issue 20", "collect 20")
	d.Sit("zh", look.Full)
	d.Press("f3").Shows("下一步：按 Enter 开一组，填录入人姓名")
	d.Press("enter keyer").Shows("手里这张样票，依次按")
}

// TestLeavingKnowsOfTheHalfSheet: it would have to be keyed again.
func TestLeavingKnowsOfTheHalfSheet(t *testing.T) {
	d := desktest.Ready(t, 20).Press("enter keyer 1 ctrl+q")
	d.Shows("还没有录完")
	d.Press("esc 2 ctrl+q").Hides("还没有录完")
}

// TestTheFirstKeyIsTheFirstGradeOnTheSheet: a grade that no sheet offers has no key, and
// what is stored is the place on the scale.
func TestTheFirstKeyIsTheFirstGradeOnTheSheet(t *testing.T) {
	d := newDesk(t, desktest.Unmarked(t), "zh").Play(script("attend expected=9 present=9\nissue 9\ncollect 9\nbundle")...)
	d.Press("f3 13 42").Shows("不了解 · 基本称职", "1 13").Hides("优秀")
	d.Press("5").Size(120, 34).Shows("4 不了解")
	var got []string
	for _, b := range d.State.Round.Bundle.Ballots {
		got = append(got, fmt.Sprint(b.Marks))
	}
	if want := []string{"[2 4]", "[7 3]"}; !slices.Equal(got, want) {
		t.Errorf("stored %v, want %v\n%s", got, want, d.Frame())
	}
}
