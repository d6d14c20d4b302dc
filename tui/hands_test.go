package tui

import (
	"fmt"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"shuping/internal/meeting"
	"shuping/tui/look"
)

// TestHeldKeyFillsNothing: a hand presses once and holds; the sheet, the bundle
// and the field are as after the one press.
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
		{"sheets set aside", 2, sheets(3, 2, 2), "", "7", 4, "存疑", 3},
		{"a digit that is no mark", 2, sheets(3, 2, 2), "1", "5", 3, "[1 好]", 3},
		{"void and its reason", 2, sheets(3, 2, 2), "0", "1", 4, "作废", 3},
		{"a number that is stated anew", 2, sheets(3, 2, 2), "home", "4", 3, "收回  4", 3},
	} {
		d := newDesk(t, planFor(t, many(c.subjects)...), "zh")
		d.play(script(gates, "bundle", c.play)...)
		d.press("f3 " + c.before)
		hold(d, c.key, 60)
		d.tick()
		if got := len(d.state.Round.Bundle.Ballots); got != c.sheets || d.state.Round.Valid != c.valid {
			t.Errorf("%s: %d sheets, %d valid, want %d and %d", c.what, got, d.state.Round.Valid, c.sheets, c.valid)
		}
		d.shows(c.shows)
		if strings.Contains(d.frame(), "手工清点  1") {
			t.Errorf("%s: the hand count was filled", c.what)
		}
	}
}

// TestHeldKeyLeavesARulingAlone: the ruling stands and waits for who made it, what
// the key typed into the name goes, no other sheet is taken back.
func TestHeldKeyLeavesARulingAlone(t *testing.T) {
	for _, before := range []string{"", "1"} {
		d := newDesk(t, house(t), "zh").play(script(gates, "bundle", "b 1 1", "doubt", sheets(8, 2, 2))...)
		d.press("f3 " + before)
		hold(d, "1", 40)
		if got := len(d.state.Round.Bundle.Ballots); got != 10 {
			t.Errorf("%d sheets", got)
		}
		d.shows("第 2 张裁定为“好 · 好”。监票人姓名")
		d.press("enter")
		d.shows("请输入姓名。")
		d.press("'王监票 enter")
		d.shows("请用手再数一遍")
		if b := d.state.Round.Bundle.Ballots[1]; fmt.Sprint(b.Marks) != "[1 1]" || b.Doubtful {
			t.Errorf("ruled to be %+v", b)
		}
		d.hides("手工清点  1")
	}
}

func TestHeldKeyEmptiesNoBundle(t *testing.T) {
	for _, key := range []string{".", "backspace"} {
		d := newDesk(t, house(t), "zh").play(script(gates, "bundle", sheets(9, 2, 2))...)
		d.press("f3")
		hold(d, key, 60)
		if got := len(d.state.Round.Bundle.Ballots); got < 6 {
			t.Errorf("%s took back all but %d sheets", key, got)
		}
	}
}

func TestHandIsFasterThanARepeatOnlyOnOtherKeys(t *testing.T) {
	d := ready(t, 20)
	d.press("enter keyer")
	d.pace = 35 * time.Millisecond
	d.press("12 21 12 21 12 21")
	if d.state.Round.Valid != 6 {
		t.Errorf("%d sheets of 6", d.state.Round.Valid)
	}
}

func TestPasteIsRefusedWithASentence(t *testing.T) {
	for _, keys := range []string{"f3", "f3 1", "f4", "f7", "f8"} {
		d := ready(t, 20)
		d.press("enter keyer " + keys)
		before := d.seq
		paste(d, "1212121212")
		d.shows("这里不接受粘贴，请逐张录入。")
		if d.seq != before {
			t.Errorf("%s: a paste was counted", keys)
		}
	}
	d := newDesk(t, house(t), "zh").play("attend expected=46 present=43")
	d.press("f3")
	paste(d, "43")
	d.shows("这里不接受粘贴")
}

func TestSwitchingScreensKeepsTheSheet(t *testing.T) {
	d := ready(t, 20)
	d.press("enter keyer 1 f4 f2 f9 esc f1 esc tab f8 ctrl+q esc f3")
	d.shows("[1 好]")
	d.press("2")
	d.shows("好 · 较好", "已录    1")
}

func TestUnknownKeysRingAndSaySo(t *testing.T) {
	for key, name := range map[string]string{"f11": "F11", "'x": "x", "'你好": "你好", "ctrl+x": "Ctrl+X", "end": "End", "'\u202e好": "好"} {
		d := ready(t, 20)
		d.press("f4 " + key)
		d.shows("“" + name + "”在这里没有作用")
		d.hides("\u202e")
		if d.rings != 1 {
			t.Errorf("%s rang %d times", key, d.rings)
		}
	}
}

func TestFunctionKeysLeadEverywhere(t *testing.T) {
	shows := map[string]string{
		"f2": "按 Enter 开始", "f3": "发出   20", "f4": "结果未定", "f5": "综合评价等次", "f7": "封存与归档", "f8": "日志，共", "f1": "随时可用", "f9": "评议表",
	}
	for _, from := range []string{"f2", "f3", "f4", "f5", "f7", "f8", "f9", "f2 down down down enter '因病", "f5 +", "f5 + 1 '文件", "f3 home 4"} {
		for key, want := range shows {
			d := ready(t, 20)
			d.press(from + " " + key)
			if key == "f9" {
				if on := d.model.cover == projecting; on == (from == "f9") {
					t.Errorf("%s %s: projecting %v", from, key, on)
				}
				continue
			}
			d.shows(want)
		}
	}
}

// TestHelpLeadsOn: the keys that the help lists for every place work there too.
func TestHelpLeadsOn(t *testing.T) {
	for key, want := range map[string]string{"f3": "发出   20", "f4": "结果未定", "f5": "综合评价等次", "f9": "正在计票", "ctrl+q": "要离开会议吗", "tab": "发出   20", "f1": "按 Enter 开始"} {
		d := ready(t, 20)
		d.press("f2 f1 " + key)
		d.shows(want)
		d.hides("随时可用", "没有作用")
	}
}

func TestTwinsOfDigits(t *testing.T) {
	for _, keys := range []string{"12", "'１ '２", "kp1 kp2", "1 kp2"} {
		d := ready(t, 20)
		d.press("kpenter keyer " + keys)
		d.shows("好 · 较好")
	}
	d := newDesk(t, house(t), "zh")
	d.press("f3 '４６ kpenter kp1 kp0 enter seen")
	if h := d.state.Heads; h.Expected != 46 || h.Present != 10 {
		t.Errorf("%+v", h)
	}
	d.press("kp9 enter enter seen kp9 enter seen enter keyer kp1 kp2 '。")
	if d.state.Round.Read() != 0 || !d.state.Round.Bundle.Open {
		t.Errorf("。 took nothing back: %+v", d.state.Round)
	}
}

func TestEnterDoesNothingWhileSheetsAreKeyed(t *testing.T) {
	d := ready(t, 20)
	d.press("enter keyer")
	before := d.seq
	d.press("enter 1 enter enter kpenter")
	d.shows("[1 好]")
	if d.seq != before || d.rings > 0 {
		t.Errorf("%d records, %d rings", d.seq-before, d.rings)
	}
	d.press("2")
	d.shows("好 · 较好")
}

func TestHandCountIsNotAcceptedByEnter(t *testing.T) {
	d := newDesk(t, house(t), "zh").play(script(gates, "bundle", sheets(10, 2, 1))...)
	d.press("f3 enter")
	d.shows("请输入数字")
	d.press("9 enter")
	d.shows("两者不符")
	d.press("10 enter")
	d.shows("第 1 束 10 张已封束", "开第 2 束")
}

func TestHomeTurnsToTheNumbersStatedBefore(t *testing.T) {
	d := newDesk(t, house(t), "zh").play("attend expected=46 present=43", "issue 43")
	d.press("f3 home")
	d.shows("发放评议表")
	d.press("40 enter enter seen")
	d.shows("发出   40", "收回评议表")
	d.press("home home")
	d.shows("清点人数")
	d.press("home")
	d.shows("收回评议表")
	d.press("home esc")
	d.shows("收回评议表")
}

func TestBundleThatWasToBeClosedEarlyGoesOn(t *testing.T) {
	d := newDesk(t, house(t), "zh").play(script(gates, "bundle", sheets(3, 2, 1))...)
	d.press("f3 end")
	d.shows("请用手再数一遍")
	d.press("esc 12")
	d.shows("第 5 张", "好 · 较好")
}

// TestHalfARulingIsNoSheet: what was keyed for a doubtful sheet is dropped with
// the question, and never begins the next sheet.
func TestHalfARulingIsNoSheet(t *testing.T) {
	d := newDesk(t, house(t), "zh").play(script(gates, "bundle", "b 1 1", "doubt", "b 1 2")...)
	d.press("f3 end")
	d.shows("裁定第 2 张", "第 1 束  第 2 张")
	d.press("3 esc")
	d.shows("第 1 束  第 4 张")
	d.hides("[3 一般]")
	d.press("2")
	if got := len(d.state.Round.Bundle.Ballots); got != 3 {
		t.Errorf("%d sheets", got)
	}
	d.shows("[2 较好]")
}

func TestVoidThatIsThoughtBetterOfKeepsTheMarks(t *testing.T) {
	d := ready(t, 20)
	d.press("enter keyer 2 0 esc")
	d.shows("[2 较好]")
	d.press("0 3 1")
	d.shows("作废", "[1 好]")
	if d.state.Round.Void != 1 {
		t.Error("not void")
	}
}

func TestLeavingAsksAndStays(t *testing.T) {
	d := ready(t, 20)
	for _, keys := range []string{"ctrl+q enter", "ctrl+q esc", "ctrl+q 1", "ctrl+c enter", "ctrl+q ctrl+q f3 enter"} {
		d.press(keys)
		if d.gone || d.model.cover != uncovered {
			t.Errorf("%s: gone %v", keys, d.gone)
		}
	}
	d.press("ctrl+q down enter")
	if !d.gone {
		t.Error("cannot leave")
	}
}

// TestCaretStandsBehindTheText: where an input method will open its window.
// TestLeavingARehearsalPromisesNothing: it is gone afterwards.
func TestLeavingARehearsalPromisesNothing(t *testing.T) {
	d := &desk{t: t, at: morning, pace: 200 * time.Millisecond}
	d.order(meeting.OpenSession{PlanName: "test", PlanText: house(t), Rehearsal: true})
	d.sit("zh", look.Full)
	d.press("ctrl+q")
	d.shows("演练的内容离开后不保留")
	d.hides("已存盘")
	d.press("2")
	if !d.gone {
		t.Error("cannot leave")
	}
}

func TestCaretStandsBehindTheText(t *testing.T) {
	for _, c := range []struct{ lines, keys, before string }{
		{"attend expected=46 present=43\nissue 43\ncollect 0", "f3 enter '欧阳堃𬭎", "欧阳堃𬭎"},
		{"attend expected=46 present=43", "f3 4", "发出      4"},
		{"", "f3 46 enter 4", "实到  4"},
	} {
		for _, lang := range []string{"zh", "en"} {
			d := newDesk(t, house(t), lang).play(script(c.lines)...)
			d.press(c.keys)
			for _, size := range [][2]int{{80, 24}, {99, 24}, {100, 24}, {120, 34}, {132, 43}, {200, 50}} {
				d.size(size[0], size[1])
				at := d.model.View().Cursor
				if at == nil {
					t.Fatalf("%s: no caret\n%s", c.keys, d.frame())
				}
				row := strings.Split(d.frame(), "\n")[at.Y]
				left := ansi.Cut(row, 0, at.X)
				if lang == "zh" && !strings.HasSuffix(left, c.before) || lang == "en" && !strings.HasSuffix(left, tail(c.before)) {
					t.Errorf("%s at %v: the caret stands behind %q", c.keys, size, left)
				}
			}
			d.press("f1")
			if d.model.View().Cursor != nil {
				t.Errorf("%s: a caret on the help", c.keys)
			}
		}
	}
}

// tail is the last character, which is the same in both languages.
func tail(s string) string {
	r := []rune(s)
	return string(r[len(r)-1])
}

func TestNoCaretWhereNothingIsTyped(t *testing.T) {
	for _, keys := range []string{"f2", "f3 1", "f4", "f5", "f7", "f8", "f9", "ctrl+q"} {
		d := newDesk(t, house(t), "zh").play(script(gates, "bundle")...)
		d.press(keys)
		if d.model.View().Cursor != nil {
			t.Errorf("%s: there is a caret", keys)
		}
	}
}

func TestWindowThatIsTooSmallSaysSoAndGrowsBack(t *testing.T) {
	d := ready(t, 20)
	d.press("enter keyer 1")
	whole := d.frame()
	for _, size := range [][2]int{{79, 24}, {80, 23}, {20, 5}, {10, 3}, {4, 1}, {1, 1}} {
		d.size(size[0], size[1])
		rows := strings.Split(d.frame(), "\n")
		if len(rows) != size[1] {
			t.Errorf("%v: %d rows", size, len(rows))
		}
		for _, row := range rows {
			if ansi.StringWidth(row) != size[0] {
				t.Errorf("%v: a row of %d cells", size, ansi.StringWidth(row))
			}
		}
		if size[0] >= 20 {
			d.shows("窗口太小")
		}
		rings := d.rings
		d.press("2")
		if d.rings == rings {
			t.Errorf("%v: a key nobody can follow was taken in silence", size)
		}
	}
	d.size(80, 24)
	if d.frame() != whole {
		t.Errorf("the window is not as before:\n%s", d.frame())
	}
	d.size(60, 20)
	d.press("ctrl+q")
	if !d.gone {
		t.Error("cannot leave")
	}
}

// TestKeysBeforeTheSizeIsKnown: they were typed while the program started.
func TestKeysBeforeTheSizeIsKnown(t *testing.T) {
	d := ready(t, 20)
	d.press("enter keyer")
	d.model.width, d.model.height = 0, 0
	d.press("12 2")
	d.size(80, 24)
	d.shows("好 · 较好", "[2 较好]")
}

// TestFramesAreBuiltOnceAnInterval: and the last key of a burst is drawn.
func TestFramesAreBuiltOnceAnInterval(t *testing.T) {
	d := ready(t, 4000)
	d.pace = time.Millisecond
	began, from := d.frames, d.at
	d.press(pile(400).keys(20) + " enter 123")
	if most := int(d.at.Sub(from)/interval) + 1; d.frames-began > most {
		t.Errorf("%d frames in %v, at most %d", d.frames-began, d.at.Sub(from), most)
	}
	if d.ticks != 1 {
		t.Fatalf("%d ticks are on their way", d.ticks)
	}
	d.tick()
	d.shows("好 · 较好", "[3 一般]")
	if d.ticks != 0 {
		t.Error("it ticks on by itself")
	}
}

// TestFrameIsAskedForOften: View costs nothing, however often it is called.
func TestFrameIsAskedForOften(t *testing.T) {
	d := ready(t, 20)
	if n := testing.AllocsPerRun(100, func() { d.model.View() }); n > 0 {
		t.Errorf("%v allocations", n)
	}
}

// TestStoredSheetIsDrawnOnce: the answer that is there at once is what is drawn.
func TestStoredSheetIsDrawnOnce(t *testing.T) {
	d := ready(t, 20)
	d.press("enter keyer 1")
	d.at = d.at.Add(time.Second)
	before := d.frames
	d.take(strokes(t, "2")[0])
	if d.frames != before+1 {
		t.Errorf("%d frames", d.frames-before)
	}
	d.shows("好 · 较好", "✓ 已存盘", "已录    1")
}

func TestTerminalThatTearsIsDrawnPlainly(t *testing.T) {
	d := newDesk(t, house(t), "zh")
	d.at = d.at.Add(interval)
	d.take(tea.CursorPositionMsg{X: 2, Y: 1})
	d.hides("─", "▸")
	d.press("f12")
	d.shows("─", "▸")
}

func TestOpensWhereTheWorkIs(t *testing.T) {
	for _, c := range []struct {
		play []string
		want string
	}{
		{nil, "按 Enter 开始"},
		{script(gates), "还有 42 张未录"},
		{closed(), "计票已结束，监票人"},
		{script(decided(), "seal"), "封存与归档"},
	} {
		d := newDesk(t, house(t), "zh").play(c.play...)
		d.sit("zh", 2)
		d.shows(c.want)
	}
}

// The 0 of a void sheet is taken back like a mark, and nothing else with it.
func TestTheZeroIsTakenBack(t *testing.T) {
	d := newDesk(t, house(t), "zh").play(script(gates, "bundle", "b 1 2")...)
	d.press("f3 0")
	d.shows("这张作废，理由是")
	d.press(".")
	d.hides("这张作废，理由是")
	if got := len(d.state.Round.Bundle.Ballots); got != 1 {
		t.Errorf("%d sheets", got)
	}
}
