package tui

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"shuping/internal/meeting"
	"shuping/internal/tally"
	"shuping/tui/screen"
)

// A paper is the sheets as they lie on the table: marks for each subject, one
// string a sheet, "0 2" for a void one.
type paper []string

// keys are what a recorder keys for it, in bundles of that size with their hand
// counts, from the name that is asked for before the first on.
func (p paper) keys(size int) string {
	var b strings.Builder
	for i, sheet := range p {
		b.WriteString(begun(i, size))
		b.WriteString(strings.ReplaceAll(sheet, " ", ""))
		b.WriteString(ended(i, size, len(p)))
	}
	return b.String()
}

// begun and ended are the keys before and behind sheet i of so many, that begin
// and close its bundle.
func begun(i, size int) string {
	switch {
	case i == 0:
		return " enter keyer "
	case i%size == 0:
		return " enter "
	default:
		return ""
	}
}

func ended(i, size, sheets int) string {
	switch n := i%size + 1; {
	case n == size:
		return fmt.Sprintf(" %d enter", n)
	case i == sheets-1:
		return fmt.Sprintf(" %d enter last", n)
	default:
		return ""
	}
}

// check holds the room's tally against the paper, sheet by sheet.
func (p paper) check(t interface{ Fatalf(string, ...any) }, s meeting.State) {
	want := meeting.Round{Counts: make([]tally.Count, len(s.Plan.Subjects))}
	for _, sheet := range p {
		if sheet[0] == '0' {
			want.Void++
			continue
		}
		want.Valid++
		for i, mark := range strings.ReplaceAll(sheet, " ", "") {
			want.Counts[i] = want.Counts[i].Add(tally.Mark(mark - '0'))
		}
	}
	got := s.Round
	if got.Valid != want.Valid || got.Void != want.Void || fmt.Sprint(got.Counts) != fmt.Sprint(want.Counts) {
		t.Fatalf("%d valid, %d void, %v; the paper has %d, %d, %v", got.Valid, got.Void, got.Counts, want.Valid, want.Void, want.Counts)
	}
}

// pile is n sheets for two subjects, none like its neighbour.
func pile(n int) paper {
	sheets := make(paper, n)
	for i := range sheets {
		sheets[i] = fmt.Sprintf("%d %d", i%4+1, (i/4+i)%4+1)
		if i%37 == 36 {
			sheets[i] = fmt.Sprintf("0 %d", i%4+1)
		}
	}
	return sheets
}

// ready is a desk on the record screen, where that many sheets came back.
func ready(t testing.TB, sheets int) *desk {
	d := newDesk(t, house(t), "zh")
	d.play(fmt.Sprintf("attend expected=%d present=%[1]d", sheets), fmt.Sprintf("issue %d", sheets), fmt.Sprintf("collect %d", sheets))
	return d.press("f3")
}

// TestTenThousandKeysBeforeTheFirstAnswer: the hand counts of the bundles and
// their Enters are among them.
func TestTenThousandKeysBeforeTheFirstAnswer(t *testing.T) {
	p := pile(4800)
	d := ready(t, len(p))
	d.slow, d.pace = true, time.Millisecond
	keys := p.keys(d.state.Size(0))
	if n := len(strings.NewReplacer("enter", "e", " ", "").Replace(keys)); n < 10_000 {
		t.Fatalf("only %d keys", n)
	}
	d.press(keys)
	if d.grabs != 1 || len(d.answers) != 1 {
		t.Fatalf("%d writes are under way", d.grabs)
	}
	d.drain()
	p.check(t, d.state)
	if d.grabs != 2 || d.sizes[0] != 1 {
		t.Errorf("what waited was handed over in pieces: %v", d.sizes)
	}
	if d.rings > 0 {
		t.Errorf("%d keys rang", d.rings)
	}
	d.shows("已录 4800", "收回的 4800 张全部录完")
}

// TestKeysAndAnswersInAnyOrder: whatever the disk does, the tally equals the
// paper, one write is under way, and nothing is drawn as stored that is not.
func TestKeysAndAnswersInAnyOrder(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		n := rapid.IntRange(1, 35).Draw(r, "sheets")
		p := make(paper, n)
		for i := range p {
			p[i] = rapid.SampledFrom([]string{"1 1", "1 2", "2 1", "3 4", "9 8", "4 9", "0 1", "0 3"}).Draw(r, "sheet")
		}
		d := ready(t, n)
		d.slow = true
		d.pace = rapid.SampledFrom([]time.Duration{time.Millisecond, 5 * time.Millisecond, 100 * time.Millisecond}).Draw(r, "pace")
		d.each(p.slips(r), func() {
			switch rapid.IntRange(0, 5).Draw(r, "then") {
			case 0:
				d.publish() // the watcher is faster than the answer
			case 1, 2:
				if len(d.answers) > 0 {
					d.answer()
				}
			case 3:
				d.tick()
			}
			if len(d.answers) > 1 {
				r.Fatalf("%d writes under way", len(d.answers))
			}
			honest(r, d)
		})
		d.drain()
		d.tick()
		p.check(r, d.state)
		honest(r, d)
	})
}

// slips are the keys of the paper with sheets that are keyed wrongly, taken back
// and keyed again.
func (p paper) slips(r *rapid.T) string {
	var b strings.Builder
	for i, sheet := range p {
		b.WriteString(begun(i, 10))
		switch rapid.IntRange(0, 7).Draw(r, "slip") {
		case 0:
			b.WriteString(" 44 . ")
		case 1:
			b.WriteString(" 1 . ")
		case 2:
			if i%10 > 0 { // the one before, twice
				b.WriteString(" . " + strings.ReplaceAll(p[i-1], " ", "") + " ")
			}
		}
		b.WriteString(strings.ReplaceAll(sheet, " ", ""))
		b.WriteString(ended(i, 10, len(p)))
	}
	return b.String()
}

// honest: a sheet that is drawn as stored lies so in the state that was seen.
func honest(r *rapid.T, d *desk) {
	words := map[tally.Mark]string{1: "好", 2: "较好", 3: "一般", 4: "差", tally.Blank: "弃权", tally.Spoiled: "无效"}
	for row := range strings.SplitSeq(d.frame(), "\n") {
		if !strings.Contains(row, "✓ 已存盘") {
			continue
		}
		_, rest, _ := strings.Cut(row, "第 ")
		var n int
		fmt.Sscan(rest, &n)
		list := d.model.sight.State.Round.Bundle.Ballots
		if n < 1 || n > len(list) {
			r.Fatalf("sheet %d is drawn as stored, of %d:\n%s", n, len(list), d.frame())
		}
		want := "作废"
		if b := list[n-1]; b.Void == 0 {
			want = words[b.Marks[0]] + " · " + words[b.Marks[1]]
		}
		if !strings.Contains(row, " "+want+" ") {
			r.Fatalf("sheet %d is %s on disk and drawn as %q", n, want, row)
		}
	}
}

func TestSheetIsDrawnAsWaitingUntilItIsStored(t *testing.T) {
	d := ready(t, 20)
	d.press("enter keyer")
	d.slow = true
	d.press("12")
	d.tick()
	d.shows("第 1 张   好 · 较好", "正在存盘", "已录    0")
	d.answer()
	d.hides("正在存盘")
	d.shows("✓ 已存盘", "已录    1")
}

// TestBagIsMadeOfWhatIsStored: it is offered once the seal is on disk, not
// while it is being written.
func TestBagIsMadeOfWhatIsStored(t *testing.T) {
	d := newDesk(t, house(t), "zh").play(decided()...)
	d.slow = true
	d.press("f7 enter 2")
	d.tick()
	d.hides("导出归档包")
	d.press("enter")
	d.drain()
	d.hides("已导出归档包")
	d.press("enter")
	d.drain()
	d.tick()
	d.shows("已导出归档包")
}

func TestSheetThatReplacesAnotherIsNotDrawnAsStored(t *testing.T) {
	d := ready(t, 20)
	d.press("enter keyer 11 12 21")
	d.slow = true
	d.press(". . 44 33 1")
	d.tick()
	for row := range strings.SplitSeq(d.frame(), "\n") {
		if strings.Contains(row, "差 · 差") && !strings.Contains(row, "正在存盘") {
			t.Errorf("%q before it is stored", row)
		}
	}
	d.drain()
	d.hides("正在存盘")
}

func TestOvertakenSightIsDropped(t *testing.T) {
	d := ready(t, 20)
	old := d.sight()
	d.press("enter keyer 12")
	d.take(sightMsg{old, true})
	d.tick()
	d.shows("已录    1", "第 1 束")
}

// TestRefusalInTheMiddleDropsTheRest: another seat closed the bundle.
func TestRefusalInTheMiddleDropsTheRest(t *testing.T) {
	d := ready(t, 20)
	d.press("enter keyer 11")
	d.slow = true
	d.press("12 22 21")
	d.order(meeting.CloseBundle{Sheets: 2})
	d.drain()
	d.shows("现在没有打开的束", "后面还没有存盘的 1 步已取消", "按 Enter 开第 2 束")
	if got := d.state.Round.Valid; got != 2 {
		t.Errorf("%d sheets", got)
	}
	d.press("enter 11")
	d.drain()
	d.shows("第 2 束")
	if got := d.state.Round.Valid; got != 3 {
		t.Errorf("%d sheets after it", got)
	}
}

func TestLeavingWaitsForTheDisk(t *testing.T) {
	d := ready(t, 20)
	d.press("enter keyer")
	d.slow = true
	d.press("11 12 21 ctrl+q 2")
	if d.gone {
		t.Fatal("left while a sheet was being written")
	}
	d.answer()
	if d.gone {
		t.Fatal("left before what waited was written")
	}
	d.answer()
	if !d.gone || d.state.Round.Valid != 3 {
		t.Errorf("gone %v, with %d sheets", d.gone, d.state.Round.Valid)
	}
}

func TestLeavingStaysWhereSomethingWasNotStored(t *testing.T) {
	for name, spoil := range map[string]func(*desk){
		"fault":   func(d *desk) { d.fault = "磁盘坏了。" },
		"refusal": func(d *desk) { d.order(meeting.CloseBundle{Sheets: 1}) },
	} {
		d := ready(t, 20)
		d.press("enter keyer")
		d.slow = true
		d.press("11 12 21 ctrl+q 2")
		spoil(d)
		d.drain()
		if d.gone {
			t.Errorf("%s: left without a word", name)
		}
		d.press("ctrl+q 2")
		if !d.gone {
			t.Errorf("%s: cannot leave after it", name)
		}
	}
}

// TestFaultStopsEntryAndSaysSo: nothing that is keyed after it vanishes unseen.
func TestFaultStopsEntryAndSaysSo(t *testing.T) {
	d := ready(t, 20)
	d.press("enter keyer 11")
	d.slow = true
	d.press("12 21 22")
	d.fault = "2023.shuping 写入失败。"
	d.publish()
	d.drain()
	d.shows("存盘出错，已停止录入：2023.shuping 写入失败。", "后面还没有存盘的 2 步已取消。")
	rings := d.rings
	d.press("34")
	if d.rings == rings {
		t.Error("keys are lost without a sound")
	}
	d.shows("存盘出错", "[3 一般]")
	if d.state.Round.Valid != 2 {
		t.Errorf("%d sheets", d.state.Round.Valid)
	}
	d.press("f12 f6 f4 f3 f1 esc")
	d.shows("存盘出错")

	d.fault = "" // a sight from before the fault comes late
	d.publish()
	d.shows("存盘出错")
	d.press("f2 enter")
	if d.state.Running() >= 0 {
		t.Error("an order was taken after a fault")
	}
}

// TestFaultKeepsWhatWasTyped: the notes stay in their field.
func TestFaultKeepsWhatWasTyped(t *testing.T) {
	d := newDesk(t, house(t), "zh").play("start report:s1", "finish", "start review:s1")
	d.press("right '抓实整改")
	d.fault = "磁盘坏了。"
	d.publish()
	d.press("esc")
	d.shows("抓实整改", "磁盘坏了")
}

// TestFullDiskIsNoFault: it is said, and the same sheets can be keyed again.
func TestFullDiskIsNoFault(t *testing.T) {
	d := ready(t, 20)
	d.press("enter keyer")
	d.model.outbox = d.model.outbox.add([]meeting.Order{meeting.EnterBallot{Marks: []tally.Mark{1, 2}}}, d.at)
	d.model, _ = d.model.hand()
	d.warning = "磁盘已满。"
	d.take(wroteMsg{0, d.sight(), nil})
	d.tick()
	d.shows("这 1 步没有存盘，请处理后重做：磁盘已满。")
	d.press("12")
	d.shows("已录    1")
}

// TestWriteThatNeverRanIsDeliveredInItsPlace: the program was ended between the
// key and its command.
func TestWriteThatNeverRanIsDeliveredInItsPlace(t *testing.T) {
	d := ready(t, 20)
	d.press("enter keyer")
	m := d.model
	for _, k := range strokes(t, "112212") {
		next, _ := m.Update(k) // the commands are thrown away
		m = next.(Model)
	}
	rest := m.Undelivered()
	if got := d.state.Round.Valid; got != 1 || len(rest) != 2 {
		t.Fatalf("%d written, %d left", got, len(rest))
	}
	if again := m.Undelivered(); d.state.Round.Valid != 1 || len(again) != 2 {
		t.Error("written twice")
	}
}

func TestSeatWithoutAPenTakesNothing(t *testing.T) {
	d := newDesk(t, house(t), "zh")
	d.model.seat.Submit = nil
	d.press("enter keyer")
	d.hides("已结束", "剩余")
	if d.rings == 0 || d.state.Running() >= 0 {
		t.Error("an order was taken")
	}
}

func TestLogIsReadAgainWhenSomethingWasStored(t *testing.T) {
	d := ready(t, 20)
	d.press("enter keyer")
	d.slow = true
	d.press("11 f8")
	records := len(d.model.log)
	d.drain()
	if len(d.model.log) < records {
		t.Error("the log lost records")
	}
	d.slow = false
	d.order(meeting.TakeBack{})
	d.publish()
	d.tick()
	d.shows("退回一张")
	old := errandMsg{errand: 1, outcome: Outcome{Log: d.rows[:3]}}
	d.take(old)
	if len(d.model.log) != len(d.rows) {
		t.Error("an older log replaced a newer one")
	}
}

// TestABundleSaysWhatItLacks: where it lies is said first, then which papers of the
// plan are not in it.
func TestABundleSaysWhatItLacks(t *testing.T) {
	d := newDesk(t, house(t), "zh").play(append(decided(), "seal")...)
	d.press("f7")
	d.take(errandMsg{errand: screen.Export, outcome: Outcome{Path: "/home/chair/2023.zip", Lacks: "归档包里还缺方案要求的材料：《整改台账》。"}})
	d.tick()
	d.shows("已导出归档包：/home/chair/2023.zip", "归档包里还缺方案要求的材料：《整改台账》。")
	d.take(errandMsg{errand: screen.Export, outcome: Outcome{Path: "/home/chair/2023.zip"}})
	d.tick()
	d.hides("归档包里还缺")
}

// TestOneBundleAtATime: asked for again while one is being written, no second
// one is begun.
func TestOneBundleAtATime(t *testing.T) {
	d := newDesk(t, house(t), "zh").play(append(decided(), "seal")...)
	model, first := d.model.answer(screen.Answer{Errand: screen.Export})
	again, second := model.answer(screen.Answer{Errand: screen.Export})
	if first == nil || second != nil {
		t.Fatal("a second bundle was begun beside the first")
	}
	if _, later := again.returned(errandMsg{errand: screen.Export}).answer(screen.Answer{Errand: screen.Export}); later == nil {
		t.Error("no other bag can be made afterwards")
	}
}
