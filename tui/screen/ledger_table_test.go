package screen_test

import (
	"fmt"
	"strings"
	"testing"

	"shuping/internal/meeting"
	"shuping/tui/screen"

	"shuping/tui/desktest"
)

// coming is a table of that many new problems.
func coming(n int) func(*desktest.Desk) {
	return func(d *desktest.Desk) {
		d.Taking = screen.Taking{Sum: fmt.Sprintf("a.xlsx：新增 %d 个，修改 0 个，不变 0 个。", n), Done: "a.xlsx：已写入。"}
		for i := range n {
			text := fmt.Sprintf("新问题%d", i+1)
			d.Taking.Lines = append(d.Taking.Lines, fmt.Sprintf("第%d行  新增  p%d  第一党支部书记  %s", i+2, len(d.State.Ledger)+i+1, text), "    来源：自己查摆")
			d.Taking.Orders = append(d.Taking.Orders, meeting.RecordProblem{Subject: "s1", Origin: meeting.BySelf, Text: text})
		}
	}
}

// faulty is a table with more faults than have room.
func faulty(d *desktest.Desk) {
	d.Taking = screen.Taking{Sum: "a.xlsx：有 25 处错误，已逐条列出；一条也没有写入。"}
	for i := range 25 {
		d.Taking.Lines = append(d.Taking.Lines, fmt.Sprintf("第%d行 H列：“尽快”不是日期，请写成 2024-06-30、2024年6月30日或 2024.6.30，没有时限的空着。", i+2))
	}
}

// ofTable asks for a table and lets the hands rest until its page listens.
const ofTable = "@导入表格 '/home/chair/a.xlsx enter pause "

// keyed presses keys and lets the frame be drawn that they lead to.
func keyed(d *desktest.Desk, keys string) {
	d.Press(keys)
	d.Tick()
}

func TestATableIsTakenInOnlyWhenSomebodySaysSo(t *testing.T) {
	for keys, want := range map[string]int{"enter": 0, "1": 0, "esc": 0, "2": 30, "down enter": 30} {
		d := desktest.New(t, desktest.House(t), "zh").Press("f6")
		coming(30)(d)
		keyed(d, ofTable)
		d.Shows("新增 30 个", "新问题1", "不导入")
		if len(d.State.Ledger) != 0 {
			t.Fatal("the table was taken in before it was looked at")
		}
		grabs := d.Grabs
		keyed(d, keys)
		if n := len(d.State.Ledger); n != want {
			t.Errorf("%s: %d problems are on the ledger, want %d", keys, n, want)
		}
		if want > 0 {
			d.Shows("a.xlsx：已写入。", "共 30 个")
			if d.Grabs != grabs+1 {
				t.Errorf("%s: it was taken in by %d writes", keys, d.Grabs-grabs)
			}
		}
		d.Hides("不导入")
	}
}

// TestAKeyThatWasMeantForTheLedgerTakesNoTableIn: the page opens by itself.
func TestAKeyThatWasMeantForTheLedgerTakesNoTableIn(t *testing.T) {
	d := desktest.New(t, desktest.House(t), "zh").Press("f6")
	coming(1)(d)
	keyed(d, "@导入表格 '/home/chair/a.xlsx enter 2")
	d.Shows("不导入")
	if len(d.State.Ledger) != 0 {
		t.Error("it was taken in")
	}
	keyed(d, "pause 2")
	if len(d.State.Ledger) != 1 {
		t.Error("it was not taken in")
	}
}

func TestEveryLineOfATableCanBeSeen(t *testing.T) {
	for _, arrives := range []func(*desktest.Desk){coming(30), faulty} {
		d := desktest.New(t, desktest.House(t), "zh").Press("f6")
		arrives(d)
		keyed(d, ofTable)
		seen := map[int]bool{}
		for range 40 {
			for i, line := range d.Taking.Lines {
				seen[i] = seen[i] || strings.Contains(d.Frame(), string([]rune(line)[:8]))
			}
			keyed(d, "pgdown")
		}
		for i, line := range d.Taking.Lines {
			if !seen[i] {
				t.Errorf("never seen: %s", line)
			}
		}
		last := d.Frame()
		for range 40 {
			keyed(d, "pgup")
		}
		d.Shows(string([]rune(d.Taking.Lines[0])[:8]))
		if d.Frame() == last {
			t.Error("pages are not turned back")
		}
	}
}

func TestATableWithFaultsCanOnlyBePutAway(t *testing.T) {
	d := desktest.New(t, desktest.House(t), "zh").Press("f6")
	faulty(d)
	keyed(d, ofTable)
	d.Shows("第2行 H列", "有 25 处错误")
	d.Hides("不导入")
	keyed(d, "enter")
	d.Shows("台账还是空的")
}

// TestATableIsHeldAgainstTheLedgerAsItIs: what was changed meanwhile is not
// overwritten unseen.
func TestATableIsHeldAgainstTheLedgerAsItIs(t *testing.T) {
	d := desktest.New(t, desktest.House(t), "zh").Press("f6")
	coming(1)(d)
	keyed(d, ofTable)
	d.Play(`problem s2 origin=self text="别处登记的问题"`)
	keyed(d, "2")
	d.Shows("没有导入", "别处登记的问题")
	if n := len(d.State.Ledger); n != 1 {
		t.Errorf("%d problems are on the ledger", n)
	}
}

// TestATableWaitsForTheQuestionThatIsOpen, and is told where the ledger is not in
// sight.
func TestATableWaitsForTheQuestionThatIsOpen(t *testing.T) {
	d := desktest.New(t, desktest.House(t), "zh").Press("f6")
	coming(1)(d)
	d.Lengthy = true
	keyed(d, "@导入表格 '/home/chair/a.xlsx enter ctrl+n 1 3 '写了一半")
	d.Answer()
	d.Tick()
	d.Shows("写了一半")
	d.Hides("不导入")
	keyed(d, "esc")
	d.Shows("不导入", "新问题1")
	keyed(d, "pause esc @导入表格 '/home/chair/a.xlsx enter f2")
	d.Answer()
	d.Tick()
	d.Shows("到 F6 看")
	keyed(d, "f6")
	d.Shows("不导入")
}

func TestAnExportSaysWhereItLies(t *testing.T) {
	d := desktest.New(t, desktest.House(t), "zh").Play(desktest.Problems()...)
	keyed(d, "f6 @导出表格")
	d.Shows("台账已导出：/home/chair/2023-整改台账.xlsx")
}

func TestThePathOfATableIsTakenAsItIsDropped(t *testing.T) {
	d := desktest.New(t, desktest.House(t), "zh").Press("f6 @导入表格")
	d.Paste(` "/home/chair/台 账.xlsx" `)
	keyed(d, "enter")
	if len(d.Asked) != 1 || d.Asked[0] != "/home/chair/台 账.xlsx" {
		t.Errorf("%q were read", d.Asked)
	}
	keyed(d, "pause esc @导入表格 enter")
	if len(d.Asked) != 1 {
		t.Errorf("%q were read", d.Asked)
	}
}

func TestTheHallDoesNotReadOfTables(t *testing.T) {
	d := desktest.New(t, desktest.House(t), "zh").Press("f6")
	coming(1)(d)
	d.Lengthy = true
	keyed(d, "@导出表格 @导入表格 '/home/chair/a.xlsx enter f9")
	d.Answer()
	d.Answer()
	d.Tick()
	d.Hides("2023-整改台账", "/home/chair", "不导入", "新问题1", "到 F6 看")
	keyed(d, "f9")
	d.Shows("不导入", "新问题1")
}
