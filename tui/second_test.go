package tui

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"shuping/internal/meeting"
	"shuping/internal/tally"
	"shuping/tui/look"
)

// bundles are the keys of the paper's sheets, bundle by bundle, with their hand
// counts.
func (p paper) bundles(size int) []string {
	var out []string
	for bundle := range slices.Chunk(p, size) {
		keys := strings.ReplaceAll(strings.Join(bundle, ""), " ", "")
		out = append(out, fmt.Sprintf("%s %d enter", keys, len(bundle)))
	}
	return out
}

// twice are the keys of two people: so many bundles are keyed, then keyed again
// one after another, until the paper is through.
func (p paper) twice(size, atATime int) string {
	var b strings.Builder
	name := " keyer "
	for list := range slices.Chunk(p.bundles(size), atATime) {
		for _, keys := range list {
			b.WriteString(" enter" + name + keys)
			name = " "
		}
		b.WriteString(" right")
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
	p := pile(2400)
	d := ready(t, len(p))
	d.slow, d.pace = true, time.Millisecond
	pressed := 0
	d.each(p.twice(d.state.Size(0), 7), func() { pressed++ })
	if pressed < 10_000 {
		t.Fatalf("only %d keys", pressed)
	}
	if d.grabs != 1 || len(d.answers) != 1 {
		t.Fatalf("%d writes are under way", d.grabs)
	}
	d.drain()
	p.check(t, d.state)
	if d.grabs != 2 || d.sizes[0] != 1 {
		t.Errorf("what waited was handed over in pieces: %v", d.sizes)
	}
	if d.rings > 0 {
		t.Errorf("%d keys rang:\n%s", d.rings, d.frame())
	}
	all := d.state.Round.Bundles
	if all.Len() != 120 || len(d.state.Unchecked()) > 0 {
		t.Errorf("%d bundles, unchecked %v", all.Len(), d.state.Unchecked())
	}
	for n := range all.Len() {
		if b := all.At(n + 1); b.By != "李录入" || b.CheckedBy != "赵复录" || b.Differed > 0 || b.Sheets() != 20 {
			t.Fatalf("bundle %d: by %s, checked by %s, %d differed, %d sheets", n+1, b.By, b.CheckedBy, b.Differed, b.Sheets())
		}
	}
	if n := kinds(d, "second-ballot-entered"); n != len(p) {
		t.Errorf("%d sheets were keyed again", n)
	}
	d.shows("收回的 2400 张全部录完")
}

// kinds is how many records of a kind there are.
func kinds(d *desk, kind string) int {
	n := 0
	for _, row := range d.rows {
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
		d := ready(t, 20)
		d.press("enter keyer 12 21 11 end")
		hasty(d, "3 enter")
		d.shows("这是剩下的最后一束吗")
		before, rings := d.seq, d.rings
		hasty(d, ahead)
		d.shows("这是剩下的最后一束吗")
		if d.seq != before || !d.state.Round.Bundle.Open || d.rings == rings {
			t.Errorf("%q was taken for an answer:\n%s", ahead, d.frame())
		}
		d.press("pause enter") // which is no
		if !d.state.Round.Bundle.Open {
			t.Errorf("%q: Enter closed a bundle that is not full", ahead)
		}
		d.shows("请用手再数一遍")
		d.press("3 enter last")
		if d.state.Round.Bundle.Open {
			t.Errorf("%q: cannot be closed:\n%s", ahead, d.frame())
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
		d := newDesk(t, house(t), "zh").play(reread()...)
		d.press("f3")
		hasty(d, "10 enter")
		d.shows("第 3、7 张两次录入不一致")
		before, rings := d.seq, d.rings
		hasty(d, ahead)
		d.shows("第 3、7 张两次录入不一致")
		for _, x := range d.state.Round.Check.Differs {
			if x.First != nil || x.Second != nil || x.Final != nil {
				t.Errorf("%q keyed sheet %d anew", ahead, x.Sheet)
			}
		}
		if d.seq != before || d.rings == rings {
			t.Errorf("%q was taken for an answer:\n%s", ahead, d.frame())
		}
		d.press("pause 3 enter 34 enter 7 enter 93 enter 3 enter 34 enter 7 enter 93 enter")
		if b := d.state.Round.Bundles.At(1); b.Checked != meeting.BySecond || b.Differed != 2 {
			t.Errorf("%q: %+v\n%s", ahead, b, d.frame())
		}
	}
}

// TestDrawnSheetsThatDifferAreNotRuledInPassing: the last drawn sheet opens the
// page by itself.
func TestDrawnSheetsThatDifferAreNotRuledInPassing(t *testing.T) {
	d := newDesk(t, house(t), "zh").play(script(drawn(), repeat(4, "b 1 1"))...)
	first := d.state.Round.Check.Drawn[0]
	d.press("f3")
	hasty(d, fmt.Sprintf("44 %d enter 44", first))
	d.shows("抽查发现")
	if d.rings == 0 {
		t.Error("no key rang")
	}
	d.hides("监票人姓名", "裁定第")
	d.press(fmt.Sprintf("pause %d", d.state.Round.Check.Disputed())).press("enter")
	d.shows("裁定第 1 束")
}

// TestPasteIsRefusedAtEveryGateOfACheck: nor is it typed into a number.
func TestPasteIsRefusedAtEveryGateOfACheck(t *testing.T) {
	for _, c := range []struct {
		what string
		play []string
		keys string
	}{
		{"the list of bundles", ten(), "right"},
		{"the way", ten(), "right enter"},
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
		{"whose slip", uneven(), "/"},
		{"which slip", uneven(), "/ 2"},
		{"a gap", script(ten(), "second 1 by=赵复录", "b 1 1", "b 3 4", "missing 2"), ""},
		{"a drawn sheet", script(drawn(), "b 1 1"), "1"},
		{"a drawn sheet that differs", script(drawn(), repeat(5, "b 4 4"), "close-second 5"), ""},
		{"the number of a sheet to be corrected", closed(), "home 2"},
		{"its marks", closed(), "home 2 enter 1 enter"},
		{"the rest bundle", script(seenGates, "bundle by=李录入", "b 1 1"), "end 1 enter pause"},
		{"unchecked bundles", counted(), "enter"},
	} {
		d := newDesk(t, house(t), "zh").play(c.play...)
		d.press("f3 " + c.keys)
		before, frame := d.seq, body(d)
		paste(d, "3\n")
		paste(d, "1212121212")
		d.shows("这里不接受粘贴，请逐张录入。")
		if d.seq != before || body(d) != frame {
			t.Errorf("%s: a paste was taken:\n%s", c.what, d.frame())
		}
	}
}

// body is the window without the line of notices.
func body(d *desk) string {
	rows := strings.Split(d.frame(), "\n")
	return strings.Join(rows[:len(rows)-1], "\n")
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
		{"in a sheet of twelve", 12, twelve, "", "1", 0, "▸  2 "},
		{"over the end of a sheet", 2, script(ten(), "second 1 by=赵复录", sheets(3, 2, 2)), "", "1", 3, "[1 好]"},
		{"over the end of a sheet begun by hand", 2, script(ten(), "second 1 by=赵复录", sheets(3, 2, 2)), "2", "1", 4, "复录第 1 束  第 5 张"},
		{"into the hand count", 2, script(ten(), "second 1 by=赵复录", sheets(9, 2, 2)), "2", "1", 10, "请用手再数一遍"},
		{"over the last row of the bundle", 2, script(ten(), "second 1 by=赵复录", sheets(9, 2, 2)), "", "1", 9, "[1 好]"},
		{"sheets set aside", 2, script(ten(), "second 1 by=赵复录", sheets(3, 2, 2)), "", "7", 4, "存疑"},
		{"void and its reason", 2, script(ten(), "second 1 by=赵复录", sheets(3, 2, 2)), "0", "1", 4, "作废"},
		{"the hand count", 2, reread(), "", "1", 10, "手工清点  1 "},
		{"the number of a differing sheet", 2, differing(), "", "3", 10, "张号  3 "},
		{"a sheet of twelve keyed anew", 12, script(twelve, sheets(10, 12, 2), "close-second 10"), "10 enter", "1", 10, "▸  2 "},
		{"a sheet of twelve ruled on", 12, script(twelve, sheets(10, 12, 2), "close-second 10", "rekey 10"+strings.Repeat(" 3", 12)+" of=first", "rekey 10"+strings.Repeat(" 2", 12)+" of=second"), "10 enter", "1", 10, "▸  2 "},
		{"a gap", 2, script(ten(), "second 1 by=赵复录", sheets(3, 2, 2), "missing 2"), "", "1", 4, "[1 好]"},
		{"a drawn sheet", 2, script(drawn(), "b 1 1"), "", "1", 1, "[1 好]"},
		{"a number of a slip", 2, uneven(), "/ 2 1", "1", 9, "漏录了一张"},
	} {
		d := newDesk(t, planFor(t, many(c.subjects)...), "zh").play(c.play...)
		d.press("f3 " + c.before)
		before := d.seq
		hold(d, c.key, 60)
		d.tick()
		if got := len(d.state.Round.Check.Second); got != c.second {
			t.Errorf("%s: %d sheets, want %d\n%s", c.what, got, c.second, d.frame())
		}
		if settled := kinds(d, "sheet-keyed-again"); strings.Contains(c.what, "anew") && settled > 0 {
			t.Errorf("%s: %d records", c.what, d.seq-before)
		}
		d.shows(c.shows)
		d.hides("手工清点  11", "张号  33")
	}
	for what, keys := range map[string]string{"name": "right enter 1 '赵", "dice": "right enter 2 '赵复录 enter"} {
		d := newDesk(t, house(t), "zh").play(ten()...)
		d.press("f3 " + keys)
		hold(d, "1", 60)
		d.hides("11")
		if d.state.Round.Check.Under() {
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
		{"a ruling", disputed(), "3 enter 3", "[3 一般]", "4", "裁定为“一般 · 差”"},
		{"a drawn sheet", drawn(), "1", "[1 好]", "2", "第 1 张   好 · 较好"},
		{"a sheet corrected", closed(), "home 2 enter 1 enter 3", "[3 一般]", "1", "一般 · 好"},
		{"the name of who keys", script(seenGates), "enter '李录", "李录", "'入 enter 1", "李录入 录入"},
		{"the name of who keys again", ten(), "right enter 1 '赵复", "赵复", "'录 enter 1", "赵复录 录入"},
		{"the name of a witness", script("attend expected=46 present=43"), "43 enter 3 enter '王监", "王监", "'票 enter", "王监票看到的是"},
		{"what a witness saw", nil, "46 enter 43 enter '王监票 enter 3 '逐人", "逐人", "'清点 enter", "发放评议表"},
		{"two numbers", script("attend expected=46 present=43"), "43 enter 3", "销毁备用  3", "enter", "销毁备用票 3 张"},
		{"a hand count", reread(), "1", "手工清点  1", "0 enter", "第 3、7 张两次录入不一致"},
		{"the number of a differing sheet", differing(), "3", "张号  3", "enter", "重录第 1 束  第 3 张"},
		{"a slip", uneven(), "/ 2 1 4", "从第几张起漏录了一张", "enter", "第 4 张两次录入不一致"},
		{"the dice", ten(), "right enter 2 '赵复录 enter 314", "314", "15 enter", "抽到第"},
		{"comments", closed(), "+ 1 '多下基层", "多下基层", "enter '少开会 esc", "2 条留言已存盘"},
		{"the reason why a check is given up", differing(), "left '复录人", "复录人", "'离席 enter", "束封：第 1 束"},
		{"the rest bundle", script(seenGates, "bundle by=李录入", "b 1 1"), "end 1 enter pause", "这是剩下的最后一束吗", "2", "第 1 束 1 张已封束"},
	} {
		d := newDesk(t, house(t), "zh").play(c.play...)
		d.press("f3 " + c.keys)
		whole, rings := body(d), d.rings
		for _, away := range []string{"f4 f3", "f2 f5 f7 f8 f3", "f9 esc", "f9 f9", "f1 esc", "tab f3", "ctrl+q esc", "ctrl+q enter", "f4 f2 f9 esc f1 esc tab f8 ctrl+q esc f3"} {
			d.press(away)
			if body(d) != whole {
				t.Errorf("%s, after %s, is not as before:\n%s", c.what, away, d.frame())
			}
		}
		if d.rings != rings {
			t.Errorf("%s: %d rings", c.what, d.rings-rings)
		}
		d.shows(c.shows)
		d.press(c.then)
		d.shows(c.after)
	}
}

// TestSecondEntryIsBlind: no frame of it, of the page of differences or of the
// sheets that are keyed anew shows a mark that the other person keyed.
func TestSecondEntryIsBlind(t *testing.T) {
	for _, size := range [][2]int{{80, 24}, {120, 34}} {
		d := ready(t, 10)
		d.size(size[0], size[1])
		frames := 0
		blind := func(keys string, marks ...string) {
			t.Helper()
			d.each(keys, func() {
				d.tick()
				frames++
				d.hides(marks...)
			})
		}
		// 一般 and 差 are the first person's marks alone, 较好 and 弃权 the second's.
		first := []string{"[3 一般]", "[4 差]", "一般 ·", "· 一般", "差 ·", "· 差"}
		second := []string{"[2 较好]", "[9 弃权]", "较好 ·", "· 较好", "弃权 ·", "· 弃权"}
		d.press("enter keyer 34 43 34 43 34 11 11 11 11 11 10 enter")
		blind("right enter 1 again 29 92 29 92 7 . 29 11 11 12 . 11 11 1 . 11", first...) // some taken back
		blind("f1 esc f2 f3 f9 esc ctrl+q esc", first...)
		blind("9 enter 10 enter", first...)
		d.shows("第 1、2、3、4、5 张两次录入不一致")
		blind("pause 2 enter f1 esc f8 f3", append(first, second...)...)
		blind("1 enter 34 enter 2 enter 43 enter 3 enter 43 enter 4 enter 44 enter 5 enter 3", second...)
		blind("4 enter", second...)
		blind("f8 f3 f1 esc", append(first, second...)...)
		blind("1 enter 29 enter 2 enter 92 enter 3 enter 92 enter 4 enter 22 enter 5 enter 2", first...)
		blind("9 enter", first...)
		d.shows("仍不一致")
		blind("f8 f3 1", append(first, second...)...)
		if d.rings != 2 { // at the wrong hand count and the wrong sheet
			t.Errorf("%d rings", d.rings)
		}
		if frames < 90 {
			t.Errorf("only %d frames", frames)
		}
	}
	d := newDesk(t, house(t), "zh").play(script(seenGates, "bundle by=李录入", repeat(10, "b 3 4"), "close-bundle 10", "second 1 by=赵复录", repeat(9, "b 2 9"))...)
	d.press("f3 end 9 enter pause")
	d.shows("张数不符")
	d.hides("一般", "差", "较好", "弃权")
	d.press("/ 2 1 4")
	d.hides("一般", "差", "较好", "弃权")
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
		{"before the first sheet", ten(), "right enter 1 again", "复录第 1 束  第 1 张", "11 12 34 11 01 22 93 11 11 11 10 enter"},
		{"in the middle", ten(), "right enter 1 again 11 12 34 1", "复录第 1 束  第 4 张", "11 01 22 93 11 11 11 10 enter"},
		{"before the hand count", reread(), "1", "请用手再数一遍", "10 enter pause 3 enter 34 enter 7 enter 93 enter 3 enter 34 enter 7 enter 93 enter"},
		{"at a differing sheet", differing(), "3", "请 李录入 取出第 3 张", "3 enter 34 enter 7 enter 93 enter 3 enter 34 enter 7 enter 93 enter"},
		{"in the middle of it", differing(), "3 enter 3", "请 李录入 取出第 3 张", "3 enter 34 enter 7 enter 93 enter 3 enter 34 enter 7 enter 93 enter"},
		{"after the first of two", differing(), "3 enter 34 enter", "请 李录入 取出第 7 张", "7 enter 93 enter 3 enter 34 enter 7 enter 93 enter"},
		{"with the other person", differing(), "3 enter 34 enter 7 enter 93 enter 3 enter 34 enter 7 enter", "请 赵复录 取出第 7 张", "7 enter 93 enter"},
		{"at a dispute", disputed(), "3 enter 34", "请监票人取出第 3 张", "3 enter 34 enter '票面勾在“一般” enter"},
		{"at uneven entries", uneven(), "/ 2 1 4", "张数不符", "/ 2 1 4 enter 4 enter 11 enter 4 enter 11 enter"},
		{"at a gap", script(ten(), "second 1 by=赵复录", "b 1 1", "b 3 4", "missing 2"), "1", "第 2 张是漏录的", "12 11 01 22 93 11 11 11 10 enter"},
		{"at a drawn sheet", drawn(), "1", "抽查第 1 束  第 1 张", "11 22 93 11 11"},
	} {
		d := newDesk(t, house(t), "zh").play(c.play...)
		d.press("f3 " + c.keys)
		before := d.state
		d.sit("zh", look.Full)
		d.shows(c.shows)
		if d.state.Round.Check.Bundle != before.Round.Check.Bundle {
			t.Fatalf("%s: the room is another", c.what)
		}
		d.press(c.then)
		b := d.state.Round.Bundles.At(1)
		if b.Checked == "" || d.state.Round.Check.Under() {
			t.Errorf("%s: it does not end:\n%s", c.what, d.frame())
		}
		want := []tally.Mark{3, 4}
		if !slices.Equal(b.Ballots[2].Marks, want) || b.Sheets() != 10 {
			t.Errorf("%s: sheet 3 is %v, %d sheets", c.what, b.Ballots[2].Marks, b.Sheets())
		}
		if d.rings > 0 {
			t.Errorf("%s: %d rings\n%s", c.what, d.rings, d.frame())
		}
	}
}
