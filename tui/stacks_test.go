package tui

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"shuping/internal/meeting"
	"shuping/internal/plan"
	"shuping/internal/tally"
	"shuping/internal/words"
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
			b.WriteString(strings.Repeat(" down", down))
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
				b.WriteString(strings.Repeat("4", rows) + " . ")
			case 1: // a row
				if rows > 1 {
					b.WriteString("1 . ")
				}
			}
			b.WriteString(strings.ReplaceAll(sheet, " ", "") + " ")
		}
		if size < bundle && size < len(rest[n]) {
			b.WriteString("end ")
		}
		fmt.Fprintf(&b, "%d enter ", size)
		if size < bundle {
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

// TestKeysOfSeveralStacksInAnyOrder: whatever the disk does and whichever stack
// TestNoChoiceOfASheetIsCut: a window just wide enough for the agenda at the
// side leaves the sheet less room than the least window does.
func TestNoChoiceOfASheetIsCut(t *testing.T) {
	d := newDesk(t, street(t), "zh").play(script(sheetsOfStreet, "bundle subject=s2")...)
	d.press("f3 1")
	for width := 80; width < 130; width++ {
		d.size(width, 24)
		d.shows("[1 满意]", "2 基本满意", "5 不了解", "西社区居委会")
		if rows := strings.Split(d.frame(), "\n"); strings.Contains(strings.Join(rows[2:5], ""), "…") {
			t.Errorf("%d cells: a sum or the kind of sheet is cut\n%s", width, d.frame())
		}
	}
}

// is taken up, each stack's tally equals its pile.
func TestKeysOfSeveralStacksInAnyOrder(t *testing.T) {
	for _, c := range []struct {
		what   string
		plan   func(testing.TB) string
		rows   int
		marks  string
		before func(piles) []string
	}{
		{"classes", university, 5, "1234898", func(p piles) []string {
			return script("attend class=a expected=90 present=90\nattend class=b expected=90 present=90\nissue 90 class=a\nissue 90 class=b",
				fmt.Sprintf("collect %d class=a", len(p[0])), fmt.Sprintf("collect %d class=b", len(p[1])))
		}},
		{"a sheet for each", street, 4, "1234598", func(p piles) []string {
			lines := script("attend expected=90 present=90")
			for n := range p {
				lines = append(lines, fmt.Sprintf("issue 90 subject=s%d", n+1), fmt.Sprintf("collect %d subject=s%d", len(p[n]), n+1))
			}
			return lines
		}},
		{"items", items, 8, "12348", func(p piles) []string {
			return script("attend expected=90 present=90\nissue 90", fmt.Sprintf("collect %d", len(p[0])))
		}},
	} {
		t.Run(c.what, func(t *testing.T) {
			text := c.plan(t)
			rapid.Check(t, func(r *rapid.T) {
				d := newDesk(t, text, "zh")
				p := make(piles, len(d.state.Round.Stacks))
				for n := range p {
					p[n] = make([]string, rapid.IntRange(1, 12).Draw(r, "sheets"))
					for i := range p[n] {
						p[n][i] = "0 1"
						if rapid.IntRange(0, 9).Draw(r, "void") > 0 {
							p[n][i] = string(rapid.SliceOfN(rapid.SampledFrom([]byte(c.marks)), c.rows, c.rows).Draw(r, "marks"))
						}
					}
				}
				d.play(c.before(p)...)
				d.press("f3")
				d.slow = true
				d.pace = rapid.SampledFrom([]time.Duration{time.Millisecond, 5 * time.Millisecond, 100 * time.Millisecond}).Draw(r, "pace")
				d.each(p.keys(r, c.rows, d.state.Plan.Sheets.Bundle), func() {
					if rapid.IntRange(0, 3).Draw(r, "then") == 0 && len(d.answers) > 0 {
						d.answer()
					}
					if len(d.answers) > 1 {
						r.Fatalf("%d writes under way", len(d.answers))
					}
				})
				d.drain()
				d.tick()
				if d.rings > 0 {
					r.Fatalf("%d keys rang:\n%s", d.rings, d.frame())
				}
				p.check(r, d.state)
				d.shows("全部录完")
			})
		})
	}
}

// TestHeldKeyFillsNoLongSheet: nor the sheet behind it, nor another stack.
func TestHeldKeyFillsNoLongSheet(t *testing.T) {
	each := script(sheetsOfStreet, "bundle subject=s2", repeat(3, "b 1 2 1 7"))
	class := script(sheetsOfUniversity, "bundle class=a", repeat(3, "b 1 2 1 3 9"))
	many := script(gates, "bundle", repeat(3, "b 1 1 1 1 2 2 2 2"))
	for _, c := range []struct {
		what        string
		plan        func(testing.TB) string
		play        []string
		before, key string
		sheets      int
		shows       string
	}{
		{"a row of four", street, each, "", "1", 3, "[1 满意]"},
		{"over the end of four", street, each, "122", "1", 4, "第 5 张"},
		{"不了解", street, each, "1", "5", 3, "[5 不了解]"},
		{"set aside", street, each, "12", "7", 4, "存疑"},
		{"into the hand count of a short stack", street, script(sheetsOfStreet, "bundle subject=s3", repeat(2, "b 1 2 1 7")), "122", "3", 3, "请用手再数一遍"},
		{"a row of five", university, class, "", "2", 3, "[2 较好]"},
		{"over the end of five", university, class, "1211", "2", 4, "第 5 张"},
		{"rows of eight", items, many, "11", "3", 3, "[3 一般]"},
		{"over the end of eight", items, many, "1122112", "4", 4, "第 5 张"},
		{"a number of a stack", street, script(issuesOfStreet), "", "2", 0, "收回  2"},
	} {
		d := newDesk(t, c.plan(t), "zh").play(c.play...)
		d.press("f3 " + c.before)
		hold(d, c.key, 60)
		d.tick()
		if got := len(d.state.Round.Bundle.Ballots); got != c.sheets {
			t.Errorf("%s: %d sheets, want %d", c.what, got, c.sheets)
		}
		d.shows(c.shows)
		d.hides("手工清点  3")
	}
}

func TestPasteIntoSheetsOfSeveralStacksIsRefused(t *testing.T) {
	for _, c := range []struct {
		plan func(testing.TB) string
		play []string
	}{
		{street, script(sheetsOfStreet, "bundle subject=s2")},
		{street, script(sheetsOfStreet)},
		{street, script(issuesOfStreet)},
		{university, script(sheetsOfUniversity, "bundle class=b", "b 1 1 1 1 1")},
		{items, script(gates, "bundle")},
	} {
		d := newDesk(t, c.plan(t), "zh").play(c.play...)
		d.press("f3")
		before := d.seq
		paste(d, "1212121212121212")
		d.shows("这里不接受粘贴，请逐张录入。")
		if d.seq != before {
			t.Error("a paste was counted")
		}
	}
}

// TestNumberOfAnotherStackIsStatedAnew: Home starts with the one on the screen,
// the arrows lead to the others.
func TestNumberOfAnotherStackIsStatedAnew(t *testing.T) {
	d := newDesk(t, university(t), "zh").play(script(sheetsOfUniversity, "bundle class=b", "b 1 1 1 1 1", "b 1 1 1 1 1", "close-bundle 2")...)
	d.press("f3 down home")
	d.shows("［B类：师生代表］收回评议表")
	d.press("34 enter seen")
	if got := d.state.Round.Stacks[1].Collected; got != 34 {
		t.Errorf("B has %d", got)
	}
	d.shows("［B类：师生代表］还有 32 张未录")
	d.press("home up 7 enter seen home home pgup 10 enter 8 enter seen")
	if got := d.state.Round.Stacks[0].Collected; got != 7 {
		t.Errorf("A has %d", got)
	}
	if h := d.state.Heads.Classes[0]; h.Expected != 10 || h.Present != 8 {
		t.Errorf("A has %+v", h)
	}
	d.press("home home esc esc")
	d.shows("［B类：师生代表］还有 32 张未录")
}

func TestOneNumberIsIssuedForEverySubject(t *testing.T) {
	d := newDesk(t, street(t), "zh").play(script(seatsOfStreet)...)
	d.press("f3 30 enter enter seen")
	for n, st := range d.state.Round.Stacks {
		if st.Issued != 30 {
			t.Errorf("%s: %d", d.state.StackName(n), st.Issued)
		}
	}
	d.press("31 enter")
	d.shows("不能登记。请重新清点")
	d.press("24 enter seen 12 enter seen home up 11 enter seen 3 enter seen")
	d.shows("还有 24 张未录")
}

// TestVoidRoundBeginsAnewForAllStacks: each class, or each subject, is handed
// sheets again.
func TestVoidRoundBeginsAnewForAllStacks(t *testing.T) {
	d := newDesk(t, university(t), "zh").play(script(seatsOfUniversity, "issue 8 class=a\nissue 36 class=b\ncollect 9 class=a")...)
	d.press("f3 8 enter enter seen")
	d.shows("［B类：师生代表］发放评议表")
	d.press("36 enter enter seen 8 enter seen 35 enter seen")
	d.shows("［A类：学院党委委员和组织员］还有 8 张未录")

	d = newDesk(t, but(street, `over-issued = "refuse" `, `over-issued = "void-round" `)(t), "zh").play(script(issuesOfStreet, "collect 31 subject=s1")...)
	d.press("f3 30 enter enter seen 24 enter seen")
	d.shows("［西社区居委会］收回评议表")
	if d.state.Round.Number != 2 || d.state.Round.Issued != 90 {
		t.Errorf("round %d, %d issued", d.state.Round.Number, d.state.Round.Issued)
	}
}

// TestWholeMeetingByKeys: what is keyed and what a script says come to the same.
func TestWholeMeetingByKeys(t *testing.T) {
	for _, c := range []struct {
		what   string
		plan   func(testing.TB) string
		count  string // keys on the record screen
		decide string // keys on the desk
		script []string
	}{
		{"university", university,
			"9 enter 8 enter seen 40 enter 36 enter seen 8 enter enter seen 36 enter enter seen 8 enter seen 35 enter seen" +
				" down enter keyer " + strings.Repeat("11221 ", 20) + "20 enter enter " + strings.Repeat("13221 ", 9) + strings.Repeat("24113 ", 4) + "98111 01 15 enter last" +
				" enter " + strings.Repeat("11121 ", 6) + strings.Repeat("12222 ", 2) + "8 enter last enter 2 seen",
			"right 3 1 '95 enter '支部工作扎实 esc right 4 '党建品牌有特色 esc right 5 '外出调研偏少 esc 1" +
				" down right 3 2 enter esc 1 2 down 2 '平时了解 enter down 2 down 1",
			script(universityCount(), `assess s1 source=branch grade=优秀 score=95 note="支部工作扎实"`,
				`opinion s1 merits="党建品牌有特色" problems="外出调研偏少"`, "decide s1 好",
				"assess s2 source=branch grade=良好", "decide s2 较好", "decide s3 较好 reason=\"平时了解\"", "decide s4 较好", "decide s5 好")},
		{"street", street,
			"40 enter 30 enter seen 30 enter enter seen 24 enter seen 12 enter seen 3 enter seen" +
				" down enter keyer " + strings.Repeat("1111 ", 6) + strings.Repeat("2345 ", 6) + "12 enter last" +
				" enter " + strings.Repeat("4444 ", 2) + "3333 3 enter last" +
				" enter " + strings.Repeat("1121 ", 11) + strings.Repeat("2221 ", 9) + strings.Repeat("5555 ", 3) + "9118 24 enter last enter 2 seen",
			"1 down 2 down 3 '邻里反映 enter",
			script(streetCount(), "decide s1 满意", "decide s2 基本满意", "decide s3 不太满意 reason=\"邻里反映\"")},
		{"congress", congress,
			"34 enter 29 enter seen 29 enter enter seen 29 enter seen" +
				" enter keyer " + strings.Repeat("11 ", 10) + "10 enter enter " + strings.Repeat("11 ", 7) + strings.Repeat("22 ", 3) + "10 enter" +
				" enter 21 " + strings.Repeat("32 ", 7) + "93 9 enter last enter 2 seen",
			"2 down enter 1",
			script(congressCount(), "decide s1 基本满意", "decide s2 满意")},
	} {
		d := newDesk(t, c.plan(t), "zh")
		for n := 0; d.state.Running() < 0 || d.state.Agenda[d.state.Running()].Kind != plan.Evaluation; n++ {
			if n > 2*len(d.state.Agenda) {
				t.Fatalf("%s: the agenda does not come to its end\n%s", c.what, d.frame())
			}
			d.press("enter")
		}
		d.press("f3 " + c.count)
		d.shows("计票已结束")
		d.press("f5 " + c.decide + " f2 enter f4")
		if d.rings > 1 { // the grade that a gate bars
			t.Errorf("%s: %d rings", c.what, d.rings)
		}

		said := newDesk(t, c.plan(t), "zh").play(witnessed(c.script)...)
		if got, want := outcome(d.state), outcome(said.state); got != want {
			t.Errorf("%s by keys:\n%s\nby script:\n%s", c.what, got, want)
		}
		d.press("f7 enter down enter")
		if !d.state.IsSealed() {
			t.Errorf("%s is not sealed:\n%s", c.what, d.frame())
		}
		d.press("f5")
		d.hides("来源与意见", "写意见", "定等次")
		before := d.seq
		d.press("right 1 enter +")
		if d.seq != before || d.model.here().Typing(d.model.context()) {
			t.Errorf("%s: something opens after the seal", c.what)
		}
	}
}

// witnessed is a script in which somebody confirms every gate and somebody keys
// every bundle, as the words of said have it.
func witnessed(lines []string) []string {
	saw := map[string]string{"attend": words.SawHeads(words.Chinese)[0], "issue": words.SawIssued(words.Chinese)[0], "collect": words.SawCollected(words.Chinese)[0], "close-count": words.SawCounted(words.Chinese)[0]}
	out := make([]string, len(lines))
	for i, line := range lines {
		command, _, _ := strings.Cut(line, " ")
		switch seen := saw[command]; {
		case command == "bundle":
			line += " by=李录入"
		case seen != "" && !strings.Contains(line, " by="):
			line += " by=王监票"
			fallthrough
		case seen != "":
			line += fmt.Sprintf(" saw=%q", seen)
		}
		out[i] = line
	}
	return out
}

// outcome is all of a meeting that does not depend on when and in which order it
// was keyed.
func outcome(s meeting.State) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%+v\n%+v\n", s.Heads, s.Round.Stacks)
	fmt.Fprintf(&b, "valid %d void %d collected %d by %s\n", s.Round.Valid, s.Round.Void, s.Round.Collected, s.Round.ClosedBy)
	for i := range s.Plan.Subjects {
		fmt.Fprintf(&b, "%+v\n%+v\n", s.Verdict(i), s.Opinions[i])
		for _, a := range s.Assessments[i] {
			fmt.Fprintln(&b, a.Source, a.Grade, a.Score, a.Note)
		}
		for d := &s.Decisions[i]; d != nil; d = d.Earlier {
			fmt.Fprintln(&b, d.Grade, d.Reason)
		}
	}
	return b.String()
}

// Sheets that were handed out are asked for, whoever is counted as gone since.
func TestSheetsHandedOutAreAskedFor(t *testing.T) {
	d := newDesk(t, university(t), "zh").play(script(seatsOfUniversity + `issue 8 class=a
issue 36 class=b reason="先发表后离会"
attend class=b expected=40 present=0
collect 8 class=a
`)...)
	d.press("f3")
	d.shows("B类：师生代表", "收回评议表")
}
