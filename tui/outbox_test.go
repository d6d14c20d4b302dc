package tui_test

import (
	"context"
	"fmt"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"shuping/internal/meeting"
	"shuping/internal/tally"
	"shuping/tui"
	"shuping/tui/desk"
	"shuping/tui/desktest"
	"shuping/tui/look"
)

// TestTenThousandKeysBeforeTheFirstAnswer: the hand counts of the bundles and
// their Enters are among them.
func TestTenThousandKeysBeforeTheFirstAnswer(t *testing.T) {
	p := desktest.Pile(4800)
	d := desktest.Ready(t, len(p))
	d.Slow, d.Pace = true, time.Millisecond
	keys := p.Keys(d.State.Size(0))
	if n := len(strings.NewReplacer("enter", "e", " ", "").Replace(keys)); n < 10_000 {
		t.Fatalf("only %d keys", n)
	}
	d.Press(keys)
	if d.Grabs != 1 || d.Waiting() != 1 {
		t.Fatalf("%d writes are under way", d.Grabs)
	}
	d.Drain()
	p.Check(t, d.State)
	if d.Grabs != 2 || d.Sizes[0] != 1 {
		t.Errorf("what waited was handed over in pieces: %v", d.Sizes)
	}
	if d.Rings > 0 {
		t.Errorf("%d keys rang", d.Rings)
	}
	d.Shows("已录 4800", "收回的 4800 张全部录完")
}

// TestKeysAndAnswersInAnyOrder: whatever the disk does, the tally equals the
// paper, one write is under way, and nothing is drawn as stored that is not.
func TestKeysAndAnswersInAnyOrder(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		n := rapid.IntRange(1, 35).Draw(r, "sheets")
		p := make(desktest.Paper, n)
		for i := range p {
			p[i] = rapid.SampledFrom([]string{"1 1", "1 2", "2 1", "3 4", "9 8", "4 9", "0 1", "0 2"}).Draw(r, "sheet")
		}
		d := desktest.Ready(t, n)
		d.Slow = true
		d.Pace = rapid.SampledFrom([]time.Duration{time.Millisecond, 5 * time.Millisecond, 100 * time.Millisecond}).Draw(r, "pace")
		d.Each(slips(p, r), func() {
			switch rapid.IntRange(0, 5).Draw(r, "then") {
			case 0:
				d.Publish() // the watcher is faster than the answer
			case 1, 2:
				if d.Waiting() > 0 {
					d.Answer()
				}
			case 3:
				d.Tick()
			}
			if d.Waiting() > 1 {
				r.Fatalf("%d writes under way", d.Waiting())
			}
			honest(r, d)
		})
		d.Drain()
		d.Tick()
		p.Check(r, d.State)
		honest(r, d)
	})
}

// slips are the keys of the paper with sheets that are keyed wrongly, taken back
// and keyed again.
func slips(p desktest.Paper, r *rapid.T) string {
	var b strings.Builder
	for i, sheet := range p {
		b.WriteString(desktest.Begun(i, 10))
		switch rapid.IntRange(0, 7).Draw(r, "slip") {
		case 0:
			b.WriteString(" 44 rest . ")
		case 1:
			b.WriteString(" 1 . ")
		case 2:
			if i%10 > 0 { // the one before, twice
				b.WriteString(" rest . " + strings.ReplaceAll(p[i-1], " ", "") + " ")
			}
		}
		b.WriteString(strings.ReplaceAll(sheet, " ", ""))
		b.WriteString(desktest.Ended(i, 10, len(p)))
	}
	return b.String()
}

// honest: a sheet that is drawn as stored lies so in the state that was seen.
func honest(r *rapid.T, d *desktest.Desk) {
	words := map[tally.Mark]string{1: "好", 2: "较好", 3: "一般", 4: "差", tally.Blank: "弃权", tally.Spoiled: "该项无效"}
	for row := range strings.SplitSeq(d.Frame(), "\n") {
		if !strings.Contains(row, "✓ 已保存") {
			continue
		}
		_, rest, _ := strings.Cut(row, "第 ")
		var n int
		fmt.Sscan(rest, &n)
		list := tui.Seen(d.Model.(tui.Model)).Round.Bundle.Ballots
		if n < 1 || n > len(list) {
			r.Fatalf("sheet %d is drawn as stored, of %d:\n%s", n, len(list), d.Frame())
		}
		want := "无效票"
		if b := list[n-1]; b.Void == 0 {
			want = words[b.Marks[0]] + " · " + words[b.Marks[1]]
		}
		if !strings.Contains(row, " "+want+" ") {
			r.Fatalf("sheet %d is %s on disk and drawn as %q", n, want, row)
		}
	}
}

func TestSheetIsDrawnAsWaitingUntilItIsStored(t *testing.T) {
	d := desktest.Ready(t, 20)
	d.Press("enter keyer")
	d.Slow = true
	d.Press("12")
	d.Tick()
	d.Shows("第 1 张   好 · 较好", "正在保存", "已录    0")
	d.Answer()
	d.Hides("正在保存")
	d.Shows("✓ 已保存", "已录    1")
}

// TestExportIsMadeOfWhatIsStored: it is offered once the seal is on disk, not
// while it is being written.
func TestExportIsMadeOfWhatIsStored(t *testing.T) {
	d := desktest.New(t, desktest.House(t), "zh").Play(desktest.Decided()...)
	d.Slow = true
	d.Press("f7 enter 2")
	d.Tick()
	d.Hides("导出归档包")
	d.Press("enter")
	d.Drain()
	d.Hides("已导出归档包")
	d.Press("enter")
	d.Drain()
	d.Tick()
	d.Shows("已导出归档包")
}

func TestSheetThatReplacesAnotherIsNotDrawnAsStored(t *testing.T) {
	d := desktest.Ready(t, 20)
	d.Press("enter keyer 11 12 21")
	d.Slow = true
	d.Press(". . 44 33 1")
	d.Tick()
	for row := range strings.SplitSeq(d.Frame(), "\n") {
		if strings.Contains(row, "差 · 差") && !strings.Contains(row, "正在保存") {
			t.Errorf("%q before it is stored", row)
		}
	}
	d.Drain()
	d.Hides("正在保存")
}

// TestRefusalInTheMiddleDropsTheRest: another seat closed the bundle.
func TestRefusalInTheMiddleDropsTheRest(t *testing.T) {
	d := desktest.Ready(t, 20)
	d.Press("enter keyer 11")
	d.Slow = true
	d.Press("12 22 21")
	d.Order(meeting.CloseBundle{Sheets: 2})
	d.Drain()
	d.Shows("现在没有打开的组", "后面还没有保存的 1 步已取消", "开第 2 组")
	if got := d.State.Round.Valid; got != 2 {
		t.Errorf("%d sheets", got)
	}
	d.Press("enter 11")
	d.Drain()
	d.Shows("第 2 组")
	if got := d.State.Round.Valid; got != 3 {
		t.Errorf("%d sheets after it", got)
	}
}

func TestLeavingWaitsForTheDisk(t *testing.T) {
	d := desktest.Ready(t, 20)
	d.Press("enter keyer")
	d.Slow = true
	d.Press("11 12 21 ctrl+q 2")
	if d.Gone {
		t.Fatal("left while a sheet was being written")
	}
	d.Answer()
	if d.Gone {
		t.Fatal("left before what waited was written")
	}
	d.Answer()
	if !d.Gone || d.State.Round.Valid != 3 {
		t.Errorf("gone %v, with %d sheets", d.Gone, d.State.Round.Valid)
	}
}

func TestLeavingStaysWhereSomethingWasNotStored(t *testing.T) {
	for name, spoil := range map[string]func(*desktest.Desk){
		"fault":   func(d *desktest.Desk) { d.Fault = "磁盘坏了。" },
		"refusal": func(d *desktest.Desk) { d.Order(meeting.CloseBundle{Sheets: 1}) },
	} {
		d := desktest.Ready(t, 20)
		d.Press("enter keyer")
		d.Slow = true
		d.Press("11 12 21 ctrl+q 2")
		spoil(d)
		d.Drain()
		if d.Gone {
			t.Errorf("%s: left without a word", name)
		}
		d.Press("ctrl+q 2")
		if !d.Gone {
			t.Errorf("%s: cannot leave after it", name)
		}
	}
}

// TestFaultStopsEntryAndSaysSo: nothing that is keyed after it vanishes unseen.
func TestFaultStopsEntryAndSaysSo(t *testing.T) {
	d := desktest.Ready(t, 20)
	d.Press("enter keyer 11")
	d.Slow = true
	d.Press("12 21 22")
	d.Fault = "2023.shuping 写入失败。"
	d.Publish()
	d.Drain()
	d.Shows("保存出错，已停止录入：2023.shuping 写入失败。", "后面还没有保存的 2 步已取消。")
	rings := d.Rings
	d.Press("34")
	if d.Rings == rings {
		t.Error("keys are lost without a sound")
	}
	d.Shows("保存出错", "[3 一般]")
	if d.State.Round.Valid != 2 {
		t.Errorf("%d sheets", d.State.Round.Valid)
	}
	d.Press("f12 f6 f4 f3 f1 esc")
	d.Shows("保存出错")

	d.Fault = "" // a sight from before the fault comes late
	d.Publish()
	d.Shows("保存出错")
	d.Press("f2 enter")
	if d.State.Running() >= 0 {
		t.Error("an order was taken after a fault")
	}
}

// TestFaultKeepsWhatWasTyped: the notes stay in their field.
func TestFaultKeepsWhatWasTyped(t *testing.T) {
	d := desktest.New(t, desktest.House(t), "zh").Play("start report:s1", "finish", "start review:s1")
	d.Press("ctrl+n '抓实整改")
	d.Fault = "磁盘坏了。"
	d.Publish()
	d.Press("esc")
	d.Shows("抓实整改", "磁盘坏了")
}

// TestSeatWithoutAPenTakesNothing: it may only look.
func TestSeatWithoutAPenTakesNothing(t *testing.T) {
	d := desktest.New(t, desktest.House(t), "zh")
	d.SitAs("zh", look.Full, func(s *tui.Seat) { s.Submit = nil })
	d.Press("enter")
	d.Hides("已结束", "剩余")
	if d.Rings == 0 || d.State.Running() >= 0 {
		t.Error("an order was taken")
	}
}

// TestWriteThatNeverRanIsDeliveredInItsPlace: the program was ended between the key
// and its command.
func TestWriteThatNeverRanIsDeliveredInItsPlace(t *testing.T) {
	d := desktest.Ready(t, 20)
	d.Press("enter keyer")
	m := d.Model
	for _, k := range desktest.Strokes(t, "112212") {
		d.At = d.At.Add(d.Pace)
		m, _ = m.Update(k) // the commands are thrown away
	}
	rest := m.(tui.Model).Undelivered()
	if got := d.State.Round.Valid; got != 1 || len(rest) != 2 {
		t.Fatalf("%d written, %d left", got, len(rest))
	}
	if again := m.(tui.Model).Undelivered(); d.State.Round.Valid != 1 || len(again) != 2 {
		t.Error("written twice")
	}
}

// TestFullDiskIsNoFault: it is said, and the same sheets can be keyed again.
func TestFullDiskIsNoFault(t *testing.T) {
	d := desktest.Ready(t, 20)
	full := false
	d.SitAs("zh", look.Full, func(s *tui.Seat) {
		submit := s.Submit
		s.Submit = func(o []meeting.Order) (int, tui.Sight, *meeting.Refusal) {
			if full {
				return 0, tui.Sight{State: d.State, Seq: d.Seq, Now: d.At, Warning: "磁盘已满。"}, nil
			}
			return submit(o)
		}
	})
	d.Press("f3 enter keyer")
	full = true
	d.Press("12").Tick()
	d.Shows("这 1 步没有保存，请处理后重做：磁盘已满。")
	full = false
	d.Press("12").Tick()
	d.Shows("已录    1")
}

// TestOvertakenSightIsDropped: what the watcher brings late changes nothing.
func TestOvertakenSightIsDropped(t *testing.T) {
	d := desktest.Ready(t, 20)
	d.Press("enter keyer")
	var late *tui.Sight
	d.SitAs("zh", look.Full, func(s *tui.Seat) {
		see := s.Look
		s.Look = func() (tui.Sight, bool) {
			now, open := see()
			if late == nil {
				late = &now
			}
			return *late, open
		}
	})
	d.Publish()
	d.Press("f3 12").Publish()
	d.Tick()
	d.Shows("已录    1", "第 1 组")
}

// TestLogIsReadAgainWhenSomethingWasStored, while it is in front.
func TestLogIsReadAgainWhenSomethingWasStored(t *testing.T) {
	d := desktest.Ready(t, 20)
	d.Press("enter keyer 11 f8").Tick()
	d.Order(meeting.TakeBack{})
	d.Publish()
	d.Tick()
	d.Shows("退回一张")
}

// TestExportSaysWhatItLacks: where it lies is said first, then which papers of the
// plan are not in it.
func TestExportSaysWhatItLacks(t *testing.T) {
	d := desktest.New(t, desktest.House(t), "zh").Play(append(desktest.Decided(), "seal")...)
	lacks := "归档包里还缺方案要求的材料：《整改台账》。"
	d.SitAs("zh", look.Full, func(s *tui.Seat) {
		s.Errand = func(context.Context, desk.Errand, string, func(done, of int64)) (tui.Outcome, error) {
			return tui.Outcome{Path: "/home/chair/2023.zip", Lacks: lacks}, nil
		}
	})
	d.Press("f7 enter").Tick()
	d.Shows("/home/chair/2023.zip", lacks)
	lacks = ""
	d.Press("enter").Tick()
	d.Hides("归档包里还缺")
}
