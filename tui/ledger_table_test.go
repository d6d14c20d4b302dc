package tui

import (
	"fmt"
	"strings"
	"testing"

	"shuping/internal/meeting"
	"shuping/tui/screen"
)

// coming is a table of that many new problems.
func coming(n int) func(*desk) {
	return func(d *desk) {
		d.taking = screen.Taking{Sum: fmt.Sprintf("a.xlsx：新增 %d 个，修改 0 个，不变 0 个。", n), Done: "a.xlsx：已写入。"}
		for i := range n {
			text := fmt.Sprintf("新问题%d", i+1)
			d.taking.Lines = append(d.taking.Lines, fmt.Sprintf("第%d行  新增  p%d  第一党支部书记  %s", i+2, len(d.state.Ledger)+i+1, text), "    来源：自己查摆")
			d.taking.Orders = append(d.taking.Orders, meeting.RecordProblem{Subject: "s1", Origin: meeting.BySelf, Text: text})
		}
	}
}

// faulty is a table with more faults than have room.
func faulty(d *desk) {
	d.taking = screen.Taking{Sum: "a.xlsx：有 25 处错误，已逐条列出；一条也没有写入。"}
	for i := range 25 {
		d.taking.Lines = append(d.taking.Lines, fmt.Sprintf("第%d行 H列：“尽快”不是日期，请写成 2024-06-30、2024年6月30日或 2024.6.30，没有时限的空着。", i+2))
	}
}

// ofTable asks for a table and lets the hands rest until its page listens.
const ofTable = "* 2 '/home/chair/a.xlsx enter pause "

// keyed presses keys and lets the frame be drawn that they lead to.
func keyed(d *desk, keys string) {
	d.t.Helper()
	d.press(keys)
	d.tick()
}

func TestATableIsTakenInOnlyWhenSomebodySaysSo(t *testing.T) {
	for keys, want := range map[string]int{"enter": 0, "1": 0, "esc": 0, "2": 30, "down enter": 30} {
		d := newDesk(t, house(t), "zh").press("f6")
		coming(30)(d)
		keyed(d, ofTable)
		d.shows("新增 30 个", "新问题1", "不导入")
		if len(d.state.Ledger) != 0 {
			t.Fatal("the table was taken in before it was looked at")
		}
		grabs := d.grabs
		keyed(d, keys)
		if n := len(d.state.Ledger); n != want {
			t.Errorf("%s: %d problems are on the ledger, want %d", keys, n, want)
		}
		if want > 0 {
			d.shows("a.xlsx：已写入。", "共 30 个")
			if d.grabs != grabs+1 {
				t.Errorf("%s: it was taken in by %d writes", keys, d.grabs-grabs)
			}
		}
		d.hides("不导入")
	}
}

// TestAKeyThatWasMeantForTheLedgerTakesNoTableIn: the page opens by itself.
func TestAKeyThatWasMeantForTheLedgerTakesNoTableIn(t *testing.T) {
	d := newDesk(t, house(t), "zh").press("f6")
	coming(1)(d)
	keyed(d, "* 2 '/home/chair/a.xlsx enter 2")
	d.shows("不导入")
	if len(d.state.Ledger) != 0 {
		t.Error("it was taken in")
	}
	keyed(d, "pause 2")
	if len(d.state.Ledger) != 1 {
		t.Error("it was not taken in")
	}
}

func TestEveryLineOfATableCanBeSeen(t *testing.T) {
	for _, arrives := range []func(*desk){coming(30), faulty} {
		d := newDesk(t, house(t), "zh").press("f6")
		arrives(d)
		keyed(d, ofTable)
		seen := map[int]bool{}
		for range 40 {
			for i, line := range d.taking.Lines {
				seen[i] = seen[i] || strings.Contains(d.frame(), string([]rune(line)[:8]))
			}
			keyed(d, "pgdown")
		}
		for i, line := range d.taking.Lines {
			if !seen[i] {
				t.Errorf("never seen: %s", line)
			}
		}
		last := d.frame()
		for range 40 {
			keyed(d, "pgup")
		}
		d.shows(string([]rune(d.taking.Lines[0])[:8]))
		if d.frame() == last {
			t.Error("pages are not turned back")
		}
	}
}

func TestATableWithFaultsCanOnlyBePutAway(t *testing.T) {
	d := newDesk(t, house(t), "zh").press("f6")
	faulty(d)
	keyed(d, ofTable)
	d.shows("第2行 H列", "有 25 处错误")
	d.hides("不导入")
	keyed(d, "enter")
	d.shows("台账还是空的")
}

// TestATableIsHeldAgainstTheLedgerAsItIs: what was changed meanwhile is not
// overwritten unseen.
func TestATableIsHeldAgainstTheLedgerAsItIs(t *testing.T) {
	d := newDesk(t, house(t), "zh").press("f6")
	coming(1)(d)
	keyed(d, ofTable)
	d.play(`problem s2 origin=self text="别处登记的问题"`)
	keyed(d, "2")
	d.shows("没有导入", "别处登记的问题")
	if n := len(d.state.Ledger); n != 1 {
		t.Errorf("%d problems are on the ledger", n)
	}
}

// TestATableWaitsForTheQuestionThatIsOpen, and is told where the ledger is not in
// sight.
func TestATableWaitsForTheQuestionThatIsOpen(t *testing.T) {
	d := newDesk(t, house(t), "zh").press("f6")
	coming(1)(d)
	keyed(d, "+ 1 3 '写了一半")
	d.take(tableMsg{table: screen.Table{In: true}, taking: d.taking})
	d.tick()
	d.shows("写了一半")
	d.hides("不导入")
	keyed(d, "esc")
	d.shows("不导入", "新问题1")
	keyed(d, "pause esc f2")
	d.take(tableMsg{table: screen.Table{In: true}, taking: d.taking})
	d.tick()
	d.shows("到 F6 看")
	keyed(d, "f6")
	d.shows("不导入")
}

func TestAnExportSaysWhereItLies(t *testing.T) {
	d := newDesk(t, house(t), "zh").play(problems()...)
	keyed(d, "f6 * 1")
	d.shows("台账已导出：/home/chair/2023-整改台账.xlsx")
}

func TestThePathOfATableIsTakenAsItIsDropped(t *testing.T) {
	d := newDesk(t, house(t), "zh").press("f6 * 2")
	paste(d, ` "/home/chair/台 账.xlsx" `)
	keyed(d, "enter")
	if len(d.asked) != 1 || d.asked[0] != "/home/chair/台 账.xlsx" {
		t.Errorf("%q were read", d.asked)
	}
	keyed(d, "pause esc * 2 enter")
	if len(d.asked) != 1 {
		t.Errorf("%q were read", d.asked)
	}
}

func TestTheHallDoesNotReadOfTables(t *testing.T) {
	d := newDesk(t, house(t), "zh").press("f6")
	coming(1)(d)
	keyed(d, "f9")
	d.take(tableMsg{path: "/home/chair/a.xlsx"})
	d.take(tableMsg{table: screen.Table{In: true}, taking: d.taking})
	d.tick()
	d.hides("/home/chair", "不导入", "新问题1", "到 F6 看")
	keyed(d, "esc")
	d.shows("不导入", "新问题1")
}
