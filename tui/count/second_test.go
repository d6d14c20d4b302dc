package count_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"shuping/internal/meeting"
	"shuping/internal/tally"
	"shuping/tui/desktest"
	"shuping/tui/look"
)

// bundles are the keys of the paper's sheets, bundle by bundle, with their hand
// counts.
func bundlesOf(p desktest.Paper, size int) []string {
	var out []string
	for bundle := range slices.Chunk(p, size) {
		keys := strings.ReplaceAll(strings.Join(bundle, ""), " ", "")
		out = append(out, fmt.Sprintf("%s %d enter", keys, len(bundle)))
	}
	return out
}

// twice are the keys of two people: so many bundles are keyed, then keyed again
// one after another, until the paper is through.
func twice(p desktest.Paper, size, atATime int) string {
	var b strings.Builder
	name := " keyer "
	for list := range slices.Chunk(bundlesOf(p, size), atATime) {
		for _, keys := range list {
			b.WriteString(" enter" + name + keys)
			name = " "
		}
		b.WriteString(" esc")
		for _, keys := range list {
			b.WriteString(" enter 1 again " + keys)
		}
		b.WriteString(" esc")
	}
	return b.String()
}

// TestTenThousandKeysOfTwoPeople: first and second entries of several bundles,
// with the names, the hand counts and the Enters, before the first answer.
func TestTenThousandKeysOfTwoPeople(t *testing.T) {
	p := desktest.Pile(2400)
	d := desktest.Ready(t, len(p))
	d.Slow, d.Pace = true, time.Millisecond
	pressed := 0
	d.Each(twice(p, d.State.Size(0), 7), func() { pressed++ })
	if pressed < 10_000 {
		t.Fatalf("only %d keys", pressed)
	}
	if d.Grabs != 1 || d.Waiting() != 1 {
		t.Fatalf("%d writes are under way", d.Grabs)
	}
	d.Drain()
	p.Check(t, d.State)
	if d.Grabs != 2 || d.Sizes[0] != 1 {
		t.Errorf("what waited was handed over in pieces: %v", d.Sizes)
	}
	if d.Rings > 0 {
		t.Errorf("%d keys rang:\n%s", d.Rings, d.Frame())
	}
	all := d.State.Round.Bundles
	if all.Len() != 120 || len(d.State.Unchecked()) > 0 {
		t.Errorf("%d bundles, unchecked %v", all.Len(), d.State.Unchecked())
	}
	for n := range all.Len() {
		if b := all.At(n + 1); b.By != "李录入" || b.CheckedBy != "赵复录" || b.Differed > 0 || b.Sheets() != 20 {
			t.Fatalf("bundle %d: by %s, checked by %s, %d differed, %d sheets", n+1, b.By, b.CheckedBy, b.Differed, b.Sheets())
		}
	}
	if n := kinds(d, "second-ballot-entered"); n != len(p) {
		t.Errorf("%d sheets were keyed again", n)
	}
	d.Shows("收回的 2400 张全部录完")
}

// kinds is how many records of a kind there are.
func kinds(d *desktest.Desk, kind string) int {
	n := 0
	for _, row := range d.Rows {
		if row.Kind == kind {
			n++
		}
	}
	return n
}

// TestRestBundleIsNotConfirmedInPassing: what was keyed ahead of the question is
// no answer to it, however much it is; a hand that rested is heard.
func TestRestBundleIsNotConfirmedInPassing(t *testing.T) {
	for _, ahead := range []string{"2", "enter", "2 enter", "enter 2", "down enter", "2 2 2 2 2 2 2 2", "enter 1221 2 enter 2 enter", "esc", "'李录入"} {
		d := desktest.Ready(t, 20)
		d.Press("enter keyer 12 21 11 @封组")
		hasty(d, "3 enter")
		d.Shows("这是剩下的最后一组吗")
		before, rings := d.Seq, d.Rings
		hasty(d, ahead)
		d.Shows("这是剩下的最后一组吗")
		rang := d.Rings > rings || ahead == "enter" // that is dropped as a bounce
		if d.Seq != before || !d.State.Round.Bundle.Open || !rang {
			t.Errorf("%q was taken for an answer:\n%s", ahead, d.Frame())
		}
		d.Press("pause enter") // which is no
		if !d.State.Round.Bundle.Open {
			t.Errorf("%q: Enter closed a bundle that is not full", ahead)
		}
		d.Shows("请用手再数一遍")
		d.Press("3 enter last")
		if d.State.Round.Bundle.Open {
			t.Errorf("%q: cannot be closed:\n%s", ahead, d.Frame())
		}
	}
}

// TestDifferencesAreNotKeyedInPassing: whatever was keyed ahead of the page that
// says which sheets differ, among it the very number that it asks for.
func TestDifferencesAreNotKeyedInPassing(t *testing.T) {
	for _, ahead := range []string{
		"3 enter 12", "3 enter", "10 enter", "enter 1 '赵复录 enter 11 12 34 11 01 22 93 11 11 11 10 enter",
		"3 3 3 enter enter 3 enter 34", strings.Repeat("3 enter 1 2 ", 40), "7 enter 0 1",
	} {
		d := newDesk(t, house(t), "zh").Play(reread()...)
		d.Press("f3")
		hasty(d, "10 enter")
		d.Shows("第 3、7 张两次录入不一致")
		before, rings := d.Seq, d.Rings
		hasty(d, ahead)
		d.Shows("第 3、7 张两次录入不一致")
		for _, x := range d.State.Round.Check.Differs {
			if x.First != nil || x.Second != nil || x.Final != nil {
				t.Errorf("%q keyed sheet %d anew", ahead, x.Sheet)
			}
		}
		if d.Seq != before || d.Rings == rings {
			t.Errorf("%q was taken for an answer:\n%s", ahead, d.Frame())
		}
		d.Press("pause 3 enter 34 enter 7 enter 93 enter 3 enter 34 enter 7 enter 93 enter")
		if b := d.State.Round.Bundles.At(1); b.Checked != meeting.BySecond || b.Differed != 2 {
			t.Errorf("%q: %+v\n%s", ahead, b, d.Frame())
		}
	}
}

// TestDrawnSheetsThatDifferAreNotRuledInPassing: the last drawn sheet opens the
// page by itself.
func TestDrawnSheetsThatDifferAreNotRuledInPassing(t *testing.T) {
	d := newDesk(t, house(t), "zh").Play(script(drawn(), repeat(4, "b 1 1"))...)
	first := d.State.Round.Check.Drawn[0]
	d.Press("f3")
	hasty(d, fmt.Sprintf("44 %d enter 44", first))
	d.Shows("抽查发现")
	if d.Rings == 0 {
		t.Error("no key rang")
	}
	d.Hides("监票人姓名", "认定第")
	d.Press(fmt.Sprintf("pause %d", d.State.Round.Check.Disputed())).Press("enter")
	d.Shows("认定第 1 组")
}

// TestPasteIsRefusedAtEveryGateOfACheck: nor is it typed into a number.
func TestPasteIsRefusedAtEveryGateOfACheck(t *testing.T) {
	for _, c := range []struct {
		what string
		play []string
		keys string
	}{
		{"the list of bundles", ten(), "esc"},
		{"the way", ten(), "esc enter"},
		{"a sheet", script(ten(), "second 1 by=赵复录", "b 1 1"), ""},
		{"half a sheet", script(ten(), "second 1 by=赵复录", "b 1 1"), "2"},
		{"the reason of a void sheet", script(ten(), "second 1 by=赵复录", "b 1 1"), "0"},
		{"the hand count", reread(), "1"},
		{"the number of a differing sheet", differing(), ""},
		{"a sheet keyed anew", differing(), "3 enter"},
		{"half of it", differing(), "3 enter 2"},
		{"the number of a disputed sheet", disputed(), ""},
		{"a ruling", disputed(), "3 enter"},
		{"uneven entries", uneven(), ""},
		{"whose slip", uneven(), "enter"},
		{"which slip", uneven(), "enter 2"},
		{"a gap", script(ten(), "second 1 by=赵复录", "b 1 1", "b 3 4", "missing 2"), ""},
		{"a drawn sheet", script(drawn(), "b 1 1"), "1"},
		{"a drawn sheet that differs", script(drawn(), repeat(5, "b 4 4"), "close-second 5"), ""},
		{"the number of a sheet to be corrected", desktest.Closed(), "@更正一张 2"},
		{"its marks", desktest.Closed(), "@更正一张 2 enter 1 enter"},
		{"the rest bundle", script(seenGates, "bundle by=李录入", "b 1 1"), "@封组 1 enter pause"},
		{"unchecked bundles", desktest.Counted(), "enter"},
	} {
		d := newDesk(t, house(t), "zh").Play(c.play...)
		d.Press("f3 " + c.keys)
		before, frame := d.Seq, body(d)
		d.Paste("3\n")
		d.Paste("1212121212")
		d.Shows("这里不接受粘贴，请逐张录入。")
		if d.Seq != before || body(d) != frame {
			t.Errorf("%s: a paste was taken:\n%s", c.what, d.Frame())
		}
	}
}

// body is the work without its last row, which a long notice covers.
func body(d *desktest.Desk) string {
	rows := strings.Split(d.Work(), "\n")
	return strings.Join(rows[:len(rows)-2], "\n")
}

// TestHeldKeyFillsNothingInACheck: neither the second entry nor the sheets that
// are keyed anew nor a number, a name or the dice.
func TestHeldKeyFillsNothingInACheck(t *testing.T) {
	twelve := script(gates, "bundle by=李录入", sheets(9, 12, 2), sheets(1, 12, 3), "close-bundle 10", "second 1 by=赵复录")
	for _, c := range []struct {
		what     string
		subjects int
		play     []string
		before   string
		key      string
		second   int    // sheets of the second entry afterwards
		shows    string // what the hand's own press left
	}{
		{"in a sheet of twelve", 12, twelve, "", "1", 0, "▸  2 第2党支部书记"},
		{"over the end of a sheet", 2, script(ten(), "second 1 by=赵复录", sheets(3, 2, 2)), "", "1", 3, "[1 好]"},
		{"over the end of a sheet begun by hand", 2, script(ten(), "second 1 by=赵复录", sheets(3, 2, 2)), "2", "1", 4, "复核第 1 组  第 5 张"},
		{"into the hand count", 2, script(ten(), "second 1 by=赵复录", sheets(9, 2, 2)), "2", "1", 10, "请用手再数一遍"},
		{"over the last row of the bundle", 2, script(ten(), "second 1 by=赵复录", sheets(9, 2, 2)), "", "1", 9, "[1 好]"},
		{"sheets set aside", 2, script(ten(), "second 1 by=赵复录", sheets(3, 2, 2)), "", "7", 4, "待认定"},
		{"void and its reason", 2, script(ten(), "second 1 by=赵复录", sheets(3, 2, 2)), "0", "1", 4, "无效"},
		{"the hand count", 2, reread(), "", "1", 10, "手工清点  1 "},
		{"the number of a differing sheet", 2, differing(), "", "3", 10, "张号  3 "},
		{"a sheet of twelve keyed anew", 12, script(twelve, sheets(10, 12, 2), "close-second 10"), "10 enter", "1", 10, "▸  2 第2党支部书记"},
		{"a sheet of twelve ruled on", 12, script(twelve, sheets(10, 12, 2), "close-second 10", "rekey 10"+strings.Repeat(" 3", 12)+" of=first", "rekey 10"+strings.Repeat(" 2", 12)+" of=second"), "10 enter", "1", 10, "▸  2 第2党支部书记"},
		{"a gap", 2, script(ten(), "second 1 by=赵复录", sheets(3, 2, 2), "missing 2"), "", "1", 4, "[1 好]"},
		{"a drawn sheet", 2, script(drawn(), "b 1 1"), "", "1", 1, "[1 好]"},
		{"a number of a slip", 2, uneven(), "enter 2 1", "1", 9, "漏录了一张"},
	} {
		d := newDesk(t, desktest.PlanFor(t, desktest.Many(c.subjects)...), "zh").Play(c.play...)
		d.Press("f3 " + c.before)
		before := d.Seq
		d.Hold(c.key, 60)
		d.Tick()
		if got := len(d.State.Round.Check.Second); got != c.second {
			t.Errorf("%s: %d sheets, want %d\n%s", c.what, got, c.second, d.Frame())
		}
		if settled := kinds(d, "sheet-keyed-again"); strings.Contains(c.what, "anew") && settled > 0 {
			t.Errorf("%s: %d records", c.what, d.Seq-before)
		}
		d.Shows(c.shows)
		d.Hides("手工清点  11", "张号  33")
	}
	for what, keys := range map[string]string{"name": "esc enter 1 '赵", "dice": "esc enter 2 '赵复录 enter"} {
		d := newDesk(t, house(t), "zh").Play(ten()...)
		d.Press("f3 " + keys)
		d.Hold("1", 60)
		d.Hides("11")
		if d.State.Round.Check.Under() {
			t.Errorf("a held key begins a check: %s", what)
		}
	}
}

// TestSwitchingScreensKeepsTheCheck: the sheet, the number and the name that are
// half keyed, whatever lay over them.
func TestSwitchingScreensKeepsTheCheck(t *testing.T) {
	for _, c := range []struct {
		what  string
		play  []string
		keys  string
		shows string
		then  string
		after string
	}{
		{"a sheet", script(seenGates, "bundle by=李录入", "b 1 1"), "2", "[2 较好]", "3", "第 2 张   较好 · 一般"},
		{"a sheet keyed again", script(ten(), "second 1 by=赵复录", "b 1 1"), "2", "[2 较好]", "3", "第 2 张   较好 · 一般"},
		{"a sheet keyed anew", differing(), "3 enter 3", "[3 一般]", "4 enter", "输入张号 7"},
		{"a ruling", disputed(), "3 enter 3", "[3 一般]", "4 enter", "认定为“一般 · 差”"},
		{"a drawn sheet", drawn(), "1", "[1 好]", "2", "第 1 张   好 · 较好"},
		{"a sheet corrected", desktest.Closed(), "@更正一张 2 enter 1 enter 3", "[3 一般]", "1 enter", "一般 · 好"},
		{"the name of who keys", script(seenGates), "enter '李录", "李录", "'入 enter 1", "李录入 录入"},
		{"the name of who keys again", ten(), "esc enter 1 '赵复", "赵复", "'录 enter 1", "赵复录 录入"},
		{"the name of a witness", script("attend expected=46 present=43"), "43 enter 46 enter enter 3 enter '王监", "王监", "'票 enter", "王监票确认"},
		{"what a witness saw", nil, "46 enter 43 enter enter '王监票 enter 3 '逐人", "逐人", "'清点 enter", "发放评议表"},
		{"four numbers", script("attend expected=46 present=43"), "43 enter 46 enter enter 3", "其中销毁  3", "enter", "印制 46 张 = 发出 43 + 留存 0 + 销毁 3"},
		{"a hand count", reread(), "1", "手工清点  1", "0 enter", "第 3、7 张两次录入不一致"},
		{"the number of a differing sheet", differing(), "3", "张号  3", "enter", "重录第 1 组  第 3 张"},
		{"a slip", uneven(), "enter 2 1 4", "从第几张起漏录了一张", "enter", "第 4 张两次录入不一致"},
		{"the dice", ten(), "esc enter 2 '赵复录 enter 314", "314", "15 enter", "抽到第"},
		{"comments", desktest.Closed(), "@登记书面意见 1 '多下基层", "多下基层", "enter '少开会 esc", "2 条书面意见已保存"},
		{"the reason why a check is given up", differing(), "@放弃复核 '复核人", "复核人", "'离席 enter", "组封签：第 1 组"},
		{"the rest bundle", script(seenGates, "bundle by=李录入", "b 1 1"), "@封组 1 enter pause", "这是剩下的最后一组吗", "2", "第 1 组 1 张已封组"},
	} {
		d := newDesk(t, house(t), "zh").Play(c.play...)
		d.Press("f3 " + c.keys)
		whole, rings := d.Work(), d.Rings
		for _, away := range []string{"f4 f3", "f2 f5 f7 f8 f3", "f9 esc f9", "f9 f9", "f1 esc", "f6 tab f3", "ctrl+q esc", "ctrl+q enter", "f4 f2 f9 f9 f1 esc tab f8 ctrl+q esc f3"} {
			d.Press(away)
			if d.Work() != whole {
				t.Errorf("%s, after %s, is not as before:\n%s", c.what, away, d.Frame())
			}
		}
		if d.Rings != rings {
			t.Errorf("%s: %d rings", c.what, d.Rings-rings)
		}
		d.Shows(c.shows)
		d.Press(c.then)
		d.Shows(c.after)
	}
}

// TestSecondEntryIsBlind: no frame of it, of the page of differences or of the
// sheets that are keyed anew shows a mark that the other person keyed.
func TestSecondEntryIsBlind(t *testing.T) {
	for _, size := range [][2]int{{80, 24}, {120, 34}} {
		d := desktest.Ready(t, 10)
		d.Size(size[0], size[1])
		frames := 0
		blind := func(keys string, marks ...string) {
			t.Helper()
			d.Each(keys, func() {
				d.Tick()
				frames++
				d.Hides(marks...)
			})
		}
		// 一般 and 差 are the first person's marks alone, 较好 and 弃权 the second's.
		first := []string{"[3 一般]", "[4 差]", "一般 ·", "· 一般", "差 ·", "· 差"}
		second := []string{"[2 较好]", "[9 弃权]", "较好 ·", "· 较好", "弃权 ·", "· 弃权"}
		d.Press("enter keyer 34 43 34 43 34 11 11 11 11 11 10 enter")
		blind("esc enter 1 again 29 92 29 92 7 . 29 11 11 12 . 11 11 1 . 11", first...) // some taken back
		blind("f1 esc f2 f3 f9 f9 ctrl+q esc", first...)
		blind("9 enter 10 enter", first...)
		d.Shows("第 1、2、3、4、5 张两次录入不一致")
		blind("pause 2 enter f1 esc f8 f3", append(first, second...)...)
		blind("1 enter 34 enter 2 enter 43 enter 3 enter 43 enter 4 enter 44 enter 5 enter 3", second...)
		blind("4 enter", second...)
		blind("f8 f3 f1 esc", append(first, second...)...)
		blind("1 enter 29 enter 2 enter 92 enter 3 enter 92 enter 4 enter 22 enter 5 enter 2", first...)
		blind("9 enter", first...)
		d.Shows("仍不一致")
		blind("f8 f3 1", append(first, second...)...)
		if d.Rings != 2 { // at the wrong hand count and the wrong sheet
			t.Errorf("%d rings", d.Rings)
		}
		if frames < 90 {
			t.Errorf("only %d frames", frames)
		}
	}
	d := newDesk(t, house(t), "zh").Play(script(seenGates, "bundle by=李录入", repeat(10, "b 3 4"), "close-bundle 10", "second 1 by=赵复录", repeat(9, "b 2 9"))...)
	d.Press("f3 @没有票了 9 enter pause")
	d.Shows("张数不符")
	d.Hides("一般", "差", "较好", "弃权")
	d.Press("enter 2 1 4")
	d.Hides("一般", "差", "较好", "弃权")
}

// TestCheckGoesOnWhereItWas: the program was killed and opened again, in every
// place of a check.
func TestCheckGoesOnWhereItWas(t *testing.T) {
	for _, c := range []struct {
		what  string
		play  []string
		keys  string // until it was killed
		shows string
		then  string
	}{
		{"before the first sheet", ten(), "esc enter 1 again", "复核第 1 组  第 1 张", "11 12 34 11 01 22 93 11 11 11 10 enter"},
		{"in the middle", ten(), "esc enter 1 again 11 12 34 1", "复核第 1 组  第 4 张", "11 01 22 93 11 11 11 10 enter"},
		{"before the hand count", reread(), "1", "请用手再数一遍", "10 enter pause 3 enter 34 enter 7 enter 93 enter 3 enter 34 enter 7 enter 93 enter"},
		{"at a differing sheet", differing(), "3", "请 李录入 取出第 3 张", "3 enter 34 enter 7 enter 93 enter 3 enter 34 enter 7 enter 93 enter"},
		{"in the middle of it", differing(), "3 enter 3", "请 李录入 取出第 3 张", "3 enter 34 enter 7 enter 93 enter 3 enter 34 enter 7 enter 93 enter"},
		{"after the first of two", differing(), "3 enter 34 enter", "请 李录入 取出第 7 张", "7 enter 93 enter 3 enter 34 enter 7 enter 93 enter"},
		{"with the other person", differing(), "3 enter 34 enter 7 enter 93 enter 3 enter 34 enter 7 enter", "请 赵复录 取出第 7 张", "7 enter 93 enter"},
		{"at a dispute", disputed(), "3 enter 34", "请监票人取出第 3 张", "3 enter 34 enter enter '票面勾在“一般” enter"},
		{"at uneven entries", uneven(), "enter 2 1 4", "张数不符", "enter 2 1 4 enter 4 enter 11 enter 4 enter 11 enter"},
		{"at a gap", script(ten(), "second 1 by=赵复录", "b 1 1", "b 3 4", "missing 2"), "1", "第 2 张是漏录的", "12 11 01 22 93 11 11 11 10 enter"},
		{"at a drawn sheet", drawn(), "1", "抽查第 1 组  第 1 张", "11 22 93 11 11"},
	} {
		d := newDesk(t, house(t), "zh").Play(c.play...)
		d.Press("f3 " + c.keys)
		before := d.State
		d.Sit("zh", look.Full)
		d.Shows(c.shows)
		if d.State.Round.Check.Bundle != before.Round.Check.Bundle {
			t.Fatalf("%s: the room is another", c.what)
		}
		d.Press(c.then)
		b := d.State.Round.Bundles.At(1)
		if b.Checked == "" || d.State.Round.Check.Under() {
			t.Errorf("%s: it does not end:\n%s", c.what, d.Frame())
		}
		want := []tally.Mark{3, 4}
		if !slices.Equal(b.Ballots[2].Marks, want) || b.Sheets() != 10 {
			t.Errorf("%s: sheet 3 is %v, %d sheets", c.what, b.Ballots[2].Marks, b.Sheets())
		}
		if d.Rings > 0 {
			t.Errorf("%s: %d rings\n%s", c.what, d.Rings, d.Frame())
		}
	}
}
