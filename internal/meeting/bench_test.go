package meeting

import (
	"fmt"
	"runtime"
	"testing"

	"shuping/internal/tally"
)

// sheets are the orders and events of a round in which n sheets were read, in
// bundles of the plan's size; the last bundle stays open with four.
func sheets(t testing.TB, n int, visit func(Event)) State {
	s := play(t, "genhe-2023")
	do := func(o Order) {
		next, events := give(t, s, o)
		s = next
		if visit != nil {
			for _, e := range events {
				visit(e)
			}
		}
	}
	do(CountHeads{Expected: n + 100, Present: n + 100})
	do(IssueSheets{Sheets: n + 100})
	do(CollectSheets{Sheets: n + 100})
	for i := range n {
		if size := len(s.Round.Bundle.Ballots); size == s.Plan.Sheets.Bundle {
			do(CloseBundle{size})
		}
		if !s.Round.Bundle.Open {
			do(OpenBundle{})
		}
		do(EnterBallot{[]tally.Mark{tally.Mark(1 + i%4), tally.Mark(1 + i%3)}})
	}
	return s
}

// one decides and applies a ballot, as one key does.
func one(s State) State {
	events, err := Decide(s, Command{Who: Person{Role: "console"}, At: noon, Order: EnterBallot{[]tally.Mark{1, 2}}})
	if err != nil {
		panic(err)
	}
	return Apply(s, events[0])
}

// A ballot costs the same whether it is the tenth or the hundred thousandth:
// both come fifth in their bundle.
func TestABallotCostsTheSame(t *testing.T) {
	few, many := sheets(t, 14, nil), sheets(t, 100_004, nil)
	early := testing.AllocsPerRun(200, func() { one(few) })
	late := testing.AllocsPerRun(200, func() { one(many) })
	if early != late {
		t.Errorf("%v allocations at sheet 15, %v at sheet 100,005", early, late)
	}
}

// It does with stacks too, however many bundles of whichever were closed before.
func TestABallotOfAStackCostsTheSame(t *testing.T) {
	s := play(t, "every", "attend class=a expected=9000 present=9000", "attend class=b expected=9 present=9",
		"issue 9000 class=a subject=s2", "collect 9000 class=a subject=s2", "issue 9 class=b subject=s1", "collect 9 class=b subject=s1")
	sheet := EnterBallot{[]tally.Mark{1, 2, 7}}
	read := func(n int, class, subject string) {
		for range n {
			s, _ = give(t, s, OpenBundle{Class: class, Subject: subject})
			for range s.Plan.Sheets.Bundle {
				s, _ = give(t, s, sheet)
			}
			s, _ = give(t, s, CloseBundle{s.Plan.Sheets.Bundle})
		}
	}
	cost := func() float64 {
		open, _ := give(t, s, OpenBundle{Class: "a", Subject: "s2"})
		return testing.AllocsPerRun(100, func() { give(t, open, sheet) })
	}
	early := cost()
	read(2, "b", "s1")
	read(2000, "a", "s2")
	if late := cost(); late != early {
		t.Errorf("%v allocations at sheet 1, %v at sheet 6,007", early, late)
	}
}

func BenchmarkBallot(b *testing.B) {
	for _, n := range []int{14, 100_004} {
		s := sheets(b, n, nil)
		b.Run(fmt.Sprintf("sheet=%d", n+1), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				one(s)
			}
		})
	}
}

// BenchmarkGrowth weighs what a hundred thousand sheets leave in a state.
func BenchmarkGrowth(b *testing.B) {
	const n = 100_004
	for b.Loop() {
		before := heap()
		s := sheets(b, n, nil)
		b.ReportMetric(float64(heap()-before)/n, "B/sheet")
		runtime.KeepAlive(s)
	}
}

func heap() int64 {
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return int64(m.HeapAlloc)
}

// BenchmarkSecondEntry keys a hundred thousand sheets again, bundle by bundle, one in
// fifty differently; both then key it anew.
func BenchmarkSecondEntry(b *testing.B) {
	s := sheets(b, 100_000, nil)
	s, _ = give(b, s, CloseBundle{len(s.Round.Bundle.Ballots)})
	b.ReportAllocs()
	read, differed := 0, 0
	for b.Loop() {
		s := s
		read, differed = 0, 0
		for n := 1; n <= s.Round.Bundles.Len(); n++ {
			s = orders(b, s, OpenSecond{n, "李四", "张三", ""})
			for _, x := range s.Round.Bundles.At(n).Ballots {
				marks := x.Marks
				if read++; read%50 == 0 {
					marks = []tally.Mark{9, 9}
				}
				s = orders(b, s, EnterBallot{marks})
			}
			s = orders(b, s, CloseSecond{len(s.Round.Check.Second)})
			for s.Round.Check.Under() {
				_, sheet := s.Round.Check.Wants()
				marks := s.Round.Check.First[sheet-1].Marks
				s = orders(b, s, KeyAgain{Sheet: sheet, Of: FirstEntry, Marks: marks}, KeyAgain{Sheet: sheet, Of: SecondEntry, Marks: marks})
				differed++
			}
		}
	}
	b.ReportMetric(float64(read)*float64(b.N)/b.Elapsed().Seconds(), "sheets/s")
	b.ReportMetric(float64(differed), "differed")
}

// orders gives orders that are not refused.
func orders(b *testing.B, s State, list ...Order) State {
	for _, o := range list {
		s, _ = give(b, s, o)
	}
	return s
}

// BenchmarkReplay reads the records of a hundred thousand sheets.
func BenchmarkReplay(b *testing.B) {
	type record struct {
		kind  string
		body  []byte
		event Event
	}
	var records []record
	empty := play(b, "genhe-2023")
	sheets(b, 100_004, func(e Event) {
		kind, body := Encode(e.Deed)
		records = append(records, record{kind, body, e})
	})
	b.ReportAllocs()
	for b.Loop() {
		s := empty
		for _, r := range records {
			next, err := Follow(s, r.kind, r.body, r.event.Who, r.event.At)
			if err != nil {
				b.Fatal(err)
			}
			s = next
		}
	}
	b.ReportMetric(float64(len(records))*float64(b.N)/b.Elapsed().Seconds(), "events/s")
}

// BenchmarkEncode is what a ballot costs on its way to the disk, before it.
func BenchmarkEncode(b *testing.B) {
	var d Deed = BallotEntered{Marks: marks{1, 2}}
	b.ReportAllocs()
	for b.Loop() {
		Encode(d)
	}
}
