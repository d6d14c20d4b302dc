package count_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"shuping/internal/meeting"
	"shuping/internal/tally"
	"shuping/tui/desktest"
)

// piles are the sheets of each stack as they lie on the table: the digits that
// the recorder keys, "0 2" for a void one.
type piles [][]string

// keys are what a recorder keys for them, who takes up the stacks in any order
// and keys some sheets wrongly at first.
func (p piles) keys(r *rapid.T, rows, bundle int) string {
	var b strings.Builder
	rest := append(piles(nil), p...)
	steps, named := 0, false
	for {
		var list []int
		for n, sheets := range rest {
			if len(sheets) > 0 {
				list = append(list, n)
			}
		}
		if len(list) == 0 {
			return b.String()
		}
		if len(list) > 1 {
			down := rapid.IntRange(0, len(list)).Draw(r, "down")
			b.WriteString(strings.Repeat(" tab", down))
			steps += down
		}
		n := list[steps%len(list)]
		size := min(bundle, len(rest[n]), rapid.IntRange(1, bundle).Draw(r, "size"))
		b.WriteString(" enter ")
		if !named {
			b.WriteString("keyer ")
			named = true
		}
		for _, sheet := range rest[n][:size] {
			switch rapid.IntRange(0, 6).Draw(r, "slip") {
			case 0: // a whole sheet
				b.WriteString(strings.Repeat("4", rows) + " . rest ")
			case 1: // a row
				if rows > 1 {
					b.WriteString("1 . ")
				}
			}
			b.WriteString(strings.ReplaceAll(sheet, " ", "") + " ")
		}
		if size < bundle && size < len(rest[n]) {
			b.WriteString("@封组 ")
		}
		fmt.Fprintf(&b, "%d enter ", size)
		if size < bundle && size < len(rest[n]) {
			b.WriteString("last ")
		}
		rest[n] = rest[n][size:]
	}
}

// check holds each stack against its pile, mark by mark.
func (p piles) check(t interface{ Fatalf(string, ...any) }, s meeting.State) {
	for n, sheets := range p {
		st := s.Round.Stacks[n]
		want := meeting.Stack{Tallies: make([]tally.Count, len(st.Tallies))}
		for _, sheet := range sheets {
			if sheet[0] == '0' {
				want.Void++
				continue
			}
			want.Valid++
			for i, digit := range sheet {
				m := tally.Mark(digit - '0')
				if int(m) == len(s.Plan.Rule.Scale)+1 {
					m = tally.Aside
				}
				want.Tallies[i] = want.Tallies[i].Add(m)
			}
		}
		if st.Valid != want.Valid || st.Void != want.Void || fmt.Sprint(st.Tallies) != fmt.Sprint(want.Tallies) {
			t.Fatalf("%s: %d valid, %d void, %v; the paper has %d, %d, %v",
				s.StackName(n), st.Valid, st.Void, st.Tallies, want.Valid, want.Void, want.Tallies)
		}
	}
}

// TestNoChoiceOfASheetIsCut: a window just wide enough for the agenda at the
// side leaves the sheet less room than the least window does.
func TestNoChoiceOfASheetIsCut(t *testing.T) {
	d := newDesk(t, desktest.Street(t), "zh").Play(script(desktest.SheetsOfStreet, "bundle subject=s2")...)
	d.Press("f3 1")
	for width := 80; width < 130; width++ {
		d.Size(width, 24)
		d.Shows("[1 满意]", "2 基本满意", "5 不了解", "西社区居委会")
		if rows := strings.Split(d.Frame(), "\n"); strings.Contains(strings.Join(rows[2:5], ""), "…") {
			t.Errorf("%d cells: a sum or the kind of sheet is cut\n%s", width, d.Frame())
		}
	}
}

// TestKeysOfSeveralStacksInAnyOrder: whatever the disk does and whichever stack is
// taken up, each stack's tally equals its pile.
func TestKeysOfSeveralStacksInAnyOrder(t *testing.T) {
	for _, c := range []struct {
		what   string
		plan   func(testing.TB) string
		rows   int
		marks  string
		before func(piles) []string
	}{
		{"classes", desktest.But(desktest.University, "fewest-of-class = 5", ""), 5, "1234898", func(p piles) []string {
			return script("attend class=a expected=90 present=90\nattend class=b expected=90 present=90\nissue 90 class=a\nissue 90 class=b",
				fmt.Sprintf("collect %d class=a", len(p[0])), fmt.Sprintf("collect %d class=b", len(p[1])))
		}},
		{"a sheet for each", desktest.Street, 4, "1234598", func(p piles) []string {
			lines := script("attend expected=90 present=90")
			for n := range p {
				lines = append(lines, fmt.Sprintf("issue 90 subject=s%d", n+1), fmt.Sprintf("collect %d subject=s%d", len(p[n]), n+1))
			}
			return lines
		}},
		{"items", desktest.Items, 8, "12348", func(p piles) []string {
			return script("attend expected=90 present=90\nissue 90", fmt.Sprintf("collect %d", len(p[0])))
		}},
	} {
		t.Run(c.what, func(t *testing.T) {
			text := c.plan(t)
			rapid.Check(t, func(r *rapid.T) {
				d := newDesk(t, text, "zh")
				p := make(piles, len(d.State.Round.Stacks))
				for n := range p {
					p[n] = make([]string, rapid.IntRange(1, 12).Draw(r, "sheets"))
					for i := range p[n] {
						p[n][i] = "0 1"
						if rapid.IntRange(0, 9).Draw(r, "void") > 0 {
							p[n][i] = string(rapid.SliceOfN(rapid.SampledFrom([]byte(c.marks)), c.rows, c.rows).Draw(r, "marks"))
						}
					}
				}
				d.Play(c.before(p)...)
				d.Press("f3")
				d.Slow = true
				d.Pace = rapid.SampledFrom([]time.Duration{time.Millisecond, 2 * time.Millisecond, 100 * time.Millisecond}).Draw(r, "pace")
				keys := p.keys(r, c.rows, d.State.Plan.Sheets.Bundle)
				d.Each(keys, func() {
					if rapid.IntRange(0, 3).Draw(r, "then") == 0 && d.Waiting() > 0 {
						d.Answer()
					}
					if d.Waiting() > 1 {
						r.Fatalf("%d writes under way", d.Waiting())
					}
				})
				d.Drain()
				d.Tick()
				if d.Rings > 0 {
					r.Fatalf("%d keys rang:\n%s\n%s", d.Rings, keys, d.Frame())
				}
				p.check(r, d.State)
				d.Shows("全部录完")
			})
		})
	}
}

// TestHeldKeyFillsNoLongSheet: nor the sheet behind it, nor another stack.
func TestHeldKeyFillsNoLongSheet(t *testing.T) {
	each := script(desktest.SheetsOfStreet, "bundle subject=s2", repeat(3, "b 1 2 1 7"))
	class := script(desktest.SheetsOfUniversity, "bundle class=a", repeat(3, "b 1 2 1 3 9"))
	many := script(gates, "bundle", repeat(3, "b 1 1 1 1 2 2 2 2"))
	for _, c := range []struct {
		what        string
		plan        func(testing.TB) string
		play        []string
		before, key string
		sheets      int
		shows       string
	}{
		{"a row of four", desktest.Street, each, "", "1", 3, "[1 满意]"},
		{"over the end of four", desktest.Street, each, "122", "1", 4, "第 5 张"},
		{"不了解", desktest.Street, each, "1", "5", 3, "[5 不了解]"},
		{"set aside", desktest.Street, each, "12", "7", 4, "待认定"},
		{"into the hand count of a short stack", desktest.Street, script(desktest.SheetsOfStreet, "bundle subject=s3", repeat(2, "b 1 2 1 7")), "122", "3", 3, "请用手再数一遍"},
		{"a row of five", desktest.University, class, "", "2", 3, "[2 较好]"},
		{"over the end of five", desktest.University, class, "1211", "2", 4, "第 5 张"},
		{"rows of eight", desktest.Items, many, "11", "3", 3, "[3 一般]"},
		{"over the end of eight", desktest.Items, many, "1122112", "4", 4, "第 5 张"},
		{"a number of a stack", desktest.Street, script(desktest.IssuesOfStreet), "", "2", 0, "收回  2"},
	} {
		d := newDesk(t, c.plan(t), "zh").Play(c.play...)
		d.Press("f3 " + c.before)
		d.Hold(c.key, 60)
		d.Tick()
		if got := len(d.State.Round.Bundle.Ballots); got != c.sheets {
			t.Errorf("%s: %d sheets, want %d", c.what, got, c.sheets)
		}
		d.Shows(c.shows)
		d.Hides("手工清点  3")
	}
}

func TestPasteIntoSheetsOfSeveralStacksIsRefused(t *testing.T) {
	for _, c := range []struct {
		plan func(testing.TB) string
		play []string
	}{
		{desktest.Street, script(desktest.SheetsOfStreet, "bundle subject=s2")},
		{desktest.Street, script(desktest.SheetsOfStreet)},
		{desktest.Street, script(desktest.IssuesOfStreet)},
		{desktest.University, script(desktest.SheetsOfUniversity, "bundle class=b", "b 1 1 1 1 1")},
		{desktest.Items, script(gates, "bundle")},
	} {
		d := newDesk(t, c.plan(t), "zh").Play(c.play...)
		d.Press("f3")
		before := d.Seq
		d.Paste("1212121212121212")
		d.Shows("这里不接受粘贴，请逐张录入。")
		if d.Seq != before {
			t.Error("a paste was counted")
		}
	}
}

// TestNumberOfAnotherStackIsStatedAnew: Home starts with the one on the screen,
// the arrows lead to the others.
func TestNumberOfAnotherStackIsStatedAnew(t *testing.T) {
	d := newDesk(t, desktest.University(t), "zh").Play(script(desktest.SheetsOfUniversity, "bundle class=b", "b 1 1 1 1 1", "b 1 1 1 1 1", "close-bundle 2")...)
	d.Press("f3 tab @更正收回")
	d.Shows("［B类：师生代表］收回评议表")
	d.Press("34 enter seen")
	if got := d.State.Round.Stacks[1].Collected; got != 34 {
		t.Errorf("B has %d", got)
	}
	d.Shows("［B类：师生代表］还有 32 张未录")
	d.Press("@更正收回 shift+tab 7 enter seen @更正人数 tab tab 10 enter 8 enter enter seen")
	if got := d.State.Round.Stacks[0].Collected; got != 7 {
		t.Errorf("A has %d", got)
	}
	if h := d.State.Heads.Classes[0]; h.Expected != 10 || h.Present != 8 {
		t.Errorf("A has %+v", h)
	}
	d.Press("@更正人数 esc")
	d.Shows("［B类：师生代表］还有 32 张未录")
}

func TestOneNumberIsIssuedForEverySubject(t *testing.T) {
	d := newDesk(t, desktest.Street(t), "zh").Play(script(desktest.SeatsOfStreet)...)
	d.Press("f3 30 enter enter seen")
	for n, st := range d.State.Round.Stacks {
		if st.Issued != 30 {
			t.Errorf("%s: %d", d.State.StackName(n), st.Issued)
		}
	}
	d.Press("31 enter")
	d.Shows("不能登记。请重新清点")
	d.Press("24 enter seen 12 enter seen @更正收回 shift+tab 11 enter seen 3 enter seen")
	d.Shows("还有 24 张未录")
}

// TestVoidRoundBeginsAnewForAllStacks: each class, or each subject, is handed
// sheets again.
func TestVoidRoundBeginsAnewForAllStacks(t *testing.T) {
	d := newDesk(t, desktest.University(t), "zh").Play(script(desktest.SeatsOfUniversity, "issue 8 class=a\nissue 36 class=b\ncollect 9 class=a")...)
	d.Press("f3 8 enter enter seen")
	d.Shows("［B类：师生代表］发放评议表")
	d.Press("36 enter enter seen 8 enter seen 35 enter seen")
	d.Shows("［A类：学院党委委员和组织员］还有 8 张未录")

	d = newDesk(t, desktest.But(desktest.Street, `over-issued = "refuse" `, `over-issued = "void-round" `)(t), "zh").Play(script(desktest.IssuesOfStreet, "collect 31 subject=s1")...)
	d.Press("f3 30 enter enter seen 24 enter seen")
	d.Shows("［西社区居委会］收回评议表")
	if d.State.Round.Number != 2 || d.State.Round.Issued != 90 {
		t.Errorf("round %d, %d issued", d.State.Round.Number, d.State.Round.Issued)
	}
}

// Sheets that were handed out are asked for, whoever is counted as gone since.
func TestSheetsHandedOutAreAskedFor(t *testing.T) {
	d := newDesk(t, desktest.University(t), "zh").Play(script(desktest.SeatsOfUniversity + `issue 8 class=a
issue 36 class=b reason="先发表后离会"
attend class=b expected=40 present=0
collect 8 class=a
`)...)
	d.Press("f3")
	d.Shows("B类：师生代表", "收回评议表")
}
