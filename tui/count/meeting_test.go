package count_test

import (
	"fmt"
	"strings"
	"testing"

	"shuping/internal/meeting"
	"shuping/internal/plan"
	"shuping/internal/words"
	"shuping/tui/desktest"
)

// TestWholeMeetingByKeys: what is keyed and what a script says come to the same.
func TestWholeMeetingByKeys(t *testing.T) {
	for _, c := range []struct {
		what   string
		plan   func(testing.TB) string
		count  string // keys on the record screen
		decide string // keys on the desk
		script []string
	}{
		{"university", desktest.University,
			"9 enter 8 enter enter seen 40 enter 36 enter enter seen 8 enter enter seen 36 enter enter seen 8 enter seen 35 enter seen" +
				" tab enter keyer " + strings.Repeat("11221 ", 20) + "20 enter enter " + strings.Repeat("13221 ", 9) + strings.Repeat("24113 ", 4) + "98111 01 15 enter" +
				" enter " + strings.Repeat("11121 ", 6) + strings.Repeat("12222 ", 2) + "8 enter enter 2 seen",
			"ctrl+n 3 1 '95 enter '支部工作扎实 esc ctrl+n 4 '党建品牌有特色 esc ctrl+n 5 '外出调研偏少 esc 1" +
				" down ctrl+n 3 2 enter esc 1 2 down 2 '平时了解 enter down 2 down 1",
			script(desktest.UniversityCount(), `assess s1 source=branch grade=优秀 score=95 note="支部工作扎实"`,
				`opinion s1 merits="党建品牌有特色" problems="外出调研偏少"`, "decide s1 好",
				"assess s2 source=branch grade=良好", "decide s2 较好", "decide s3 较好 reason=\"平时了解\"", "decide s4 较好", "decide s5 好")},
		{"street", desktest.Street,
			"40 enter 30 enter enter seen 30 enter enter seen 24 enter seen 12 enter seen 3 enter seen" +
				" tab enter keyer " + strings.Repeat("1111 ", 6) + strings.Repeat("2345 ", 6) + "12 enter" +
				" enter " + strings.Repeat("4444 ", 2) + "3333 3 enter" +
				" enter " + strings.Repeat("1121 ", 11) + strings.Repeat("2221 ", 9) + strings.Repeat("5555 ", 3) + "9118 24 enter enter 2 seen",
			"1 down 2 down 3 '邻里反映 enter",
			script(desktest.StreetCount(), "decide s1 满意", "decide s2 基本满意", "decide s3 不太满意 reason=\"邻里反映\"")},
		{"congress", desktest.Congress,
			congressCount,
			congressGrades,
			script(desktest.CongressCount(), "decide s1 基本满意", "decide s2 满意")},
	} {
		d := newDesk(t, c.plan(t), "zh")
		for n := 0; d.State.Running() < 0 || d.State.Agenda[d.State.Running()].Kind != plan.Evaluation; n++ {
			if n > 2*len(d.State.Agenda) {
				t.Fatalf("%s: the agenda does not come to its end\n%s", c.what, d.Frame())
			}
			d.Play("wait 1m").Press("enter") // nobody ends an item at once
		}
		d.Press("f3 " + c.count)
		d.Shows("计票已结束")
		d.Press("f5 " + c.decide + " f2 enter f4")
		if d.Rings > 1 { // the grade that a gate bars
			t.Errorf("%s: %d rings", c.what, d.Rings)
		}

		said := newDesk(t, c.plan(t), "zh").Play(witnessed(c.script)...)
		if got, want := outcome(d.State), outcome(said.State); got != want {
			t.Errorf("%s by keys:\n%s\nby script:\n%s", c.what, got, want)
		}
		d.Press("f7 enter down enter")
		if !d.State.IsSealed() {
			t.Errorf("%s is not sealed:\n%s", c.what, d.Frame())
		}
		d.Press("f5")
		d.Hides("来源与意见", "写意见", "定等次")
		before := d.Seq
		d.Press("right 1 enter +")
		if d.Seq != before || d.Model.View().Cursor != nil {
			t.Errorf("%s: something opens after the seal", c.what)
		}
	}
}

// The keys of a count and of the grades of two subjects.
var congressCount = "34 enter 29 enter enter seen 29 enter enter seen 29 enter seen" +
	" enter keyer " + strings.Repeat("11 ", 10) + "10 enter enter " + strings.Repeat("11 ", 7) + strings.Repeat("22 ", 3) + "10 enter" +
	" enter 21 " + strings.Repeat("32 ", 7) + "93 9 enter enter 2 seen"

const congressGrades = "2 down enter 1"

// TestWholeMeetingByMouse: whatever a click may do is done by one, and the records are
// those of the same meeting by keys.
func TestWholeMeetingByMouse(t *testing.T) {
	play := func(press func(*desktest.Desk, string)) *desktest.Desk {
		d := newDesk(t, desktest.Congress(t), "zh")
		for range 2*len(d.State.Agenda) - 1 {
			press(d.Play("wait 1m"), "enter")
		}
		press(d, "f3 "+congressCount+" f4 f5 "+congressGrades+" f2 enter f7 enter down enter f8 f6")
		return d
	}
	byKeys := play(func(d *desktest.Desk, keys string) { d.Press(keys) })
	clicks, refused := 0, 0
	byMouse := play(func(d *desktest.Desk, keys string) {
		for _, k := range strings.Fields(keys) {
			switch {
			case k[0] == 'f':
				d.Click(strings.ToUpper(k))
				clicks++
			case k == "enter" && d.ClickKey("Enter"):
				clicks++
				if d.Tick(); strings.Contains(d.Frame(), "这一步要用键盘") {
					clicks, refused = clicks-1, refused+1
					d.Press(k)
				}
			default:
				d.Press(k)
			}
		}
	})
	const byHand = 10 + 1 // numbers and the close of the count, the seal
	if !byMouse.State.IsSealed() || clicks < 20 || refused != byHand {
		t.Errorf("%d clicks, %d refused:\n%s", clicks, refused, byMouse.Frame())
	}
	if got, want := outcome(byMouse.State), outcome(byKeys.State); got != want || byMouse.Seq != byKeys.Seq {
		t.Errorf("by mouse:\n%s\nby keys:\n%s", got, want)
	}
	for i, row := range byMouse.Rows {
		if row.Kind != byKeys.Rows[i].Kind {
			t.Errorf("record %d is %s, not %s", i+1, row.Kind, byKeys.Rows[i].Kind)
		}
	}
}

// witnessed is a script in which somebody confirms every gate and somebody keys
// every bundle, as the words of said have it.
func witnessed(lines []string) []string {
	saw := map[string]string{"attend": words.SawHeads(words.Chinese)[0], "issue": words.SawIssued(words.Chinese, 0, 0)[0], "collect": words.SawCollected(words.Chinese)[0], "close-count": words.SawCounted(words.Chinese)[0]}
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
