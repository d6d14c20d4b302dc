package tui

import (
	"fmt"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"shuping/internal/meeting"
	"shuping/internal/plan"
)

// counting is a model in the middle of a bundle after that many sheets. Its room
// answers every write with the state that follows and forgets it, so that the
// same key can be pressed again and again.
func counting(t testing.TB, sheets, width, height int) (*desk, Model) {
	t.Helper()
	d := ready(t, sheets+20)
	for i, sheet := range pile(sheets) {
		if i%10 == 0 {
			d.order(meeting.OpenBundle{})
		}
		o, err := meeting.Parse("b " + spaced(sheet))
		if err != nil {
			t.Fatal(err)
		}
		d.order(o)
		if i%10 == 9 {
			d.order(meeting.CloseBundle{Sheets: 10})
		}
	}
	if !d.state.Round.Bundle.Open {
		d.order(meeting.OpenBundle{})
	}
	d.rows = nil
	d.publish()
	d.size(width, height)
	d.press("1")
	state, seq := d.state, d.seq
	d.model.seat.Submit = func(orders []meeting.Order) (int, Sight, *meeting.Refusal) {
		now, _, err := meeting.Try(state, meeting.Person{}, d.at, orders...)
		if err != nil {
			t.Fatal(err)
		}
		return len(orders), Sight{State: now, Seq: seq + 1, Now: d.at}, nil
	}
	return d, d.model
}

// spaced is a sheet as a line of a script has it.
func spaced(sheet string) string {
	if sheet[0] == '0' {
		return "0 reason=" + sheet[2:]
	}
	return sheet
}

// complete presses the key that completes a sheet and takes the answer: all
// that one key costs but the disk and the terminal.
func complete(d *desk, m Model, k tea.Msg) {
	d.at, m.frame = d.at.Add(time.Second), &frame{}
	next, cmd := m.Update(k)
	for _, c := range cmd().(tea.BatchMsg)[:1] {
		next, _ = next.Update(c())
	}
	if next.View().Content == "" {
		d.t.Fatal("nothing is drawn")
	}
}

// TestKeyCostsTheSameAfterManySheets: nothing on its path grows with them.
func TestKeyCostsTheSameAfterManySheets(t *testing.T) {
	if testing.Short() {
		t.Skip("it counts a hundred thousand sheets")
	}
	k := strokes(t, "2")[0]
	var cost []float64
	for _, sheets := range []int{3_000, 100_000} {
		d, m := counting(t, sheets, 120, 34)
		complete(d, m, k)
		cost = append(cost, testing.AllocsPerRun(20, func() { complete(d, m, k) }))
	}
	if cost[1] > cost[0]+2 { // a number with more digits may take a larger buffer
		t.Errorf("%v allocations after 3,000 sheets, %v after 100,000", cost[0], cost[1])
	}
}

func BenchmarkKey(b *testing.B) {
	for _, sheets := range []int{10, 100_000} {
		b.Run(fmt.Sprint(sheets), func(b *testing.B) {
			d, m := counting(b, sheets, 120, 34)
			k := strokes(b, "2")[0]
			b.ReportAllocs()
			for b.Loop() {
				complete(d, m, k)
			}
		})
	}
}

func BenchmarkFrame(b *testing.B) {
	for _, at := range []string{"f3", "f2", "f4", "f5", "f9"} {
		b.Run(at, func(b *testing.B) {
			d := newDesk(b, house(b), "zh").play(closed()...)
			d.press(at)
			d.size(200, 50)
			b.ReportAllocs()
			for b.Loop() {
				d.model.build()
			}
		})
	}
}

// BenchmarkBurst is ten thousand keys that come as fast as they are taken, with
// frames built at their interval.
func BenchmarkBurst(b *testing.B) {
	p := pile(4800)
	for b.Loop() {
		b.StopTimer()
		d := ready(b, len(p))
		d.model.seat.Now = time.Now
		d.pace = 0
		keys := p.keys(d.state.Size(0))
		b.StartTimer()
		d.press(keys)
		b.StopTimer()
		if got := d.state.Round.Read(); got != len(p) {
			b.Fatalf("%d sheets", got)
		}
		b.ReportMetric(float64(d.frames), "frames")
		b.StartTimer()
	}
}

// BenchmarkLedgerFrame is one key on the ledger and the frame that follows, with
// ten problems and with five hundred: scrolling, ordering and thinning out must not
// keep anybody waiting.
func BenchmarkLedgerFrame(b *testing.B) {
	for _, problems := range []int{10, 500} {
		for _, key := range []string{"down", "home", "end"} {
			b.Run(fmt.Sprintf("%s/%d", key, problems), func(b *testing.B) {
				d := newDesk(b, house(b), "zh")
				for i := range problems {
					d.order(meeting.RecordProblem{
						Subject: fmt.Sprintf("s%d", 1+i%2), Origin: meeting.Origins[i%4],
						Text:   fmt.Sprintf("第 %d 个问题：学习记录不全，整改措施没有时限", i+1),
						Remedy: meeting.Remedy{Who: "张三", Due: plan.Day{Year: 2024, Month: time.Month(1 + i%12), Day: 1 + i%28}},
					})
				}
				d.publish()
				d.size(120, 34)
				d.press("f6")
				for b.Loop() {
					d.press(key)
					d.at = d.at.Add(time.Second) // every frame is built
					d.model.build()
				}
			})
		}
	}
}
