package meeting

import (
	"fmt"
	"testing"
)

// aLedger is a meeting with n problems, each of which was changed five times.
func aLedger(t testing.TB, n int, visit func(Event)) State {
	s := play(t, "genhe-2023")
	do := func(o Order) {
		next, events := give(t, s, o)
		s = next
		for _, e := range events {
			visit(e)
		}
	}
	for i := range n {
		do(RecordProblem{"s1", BySelf, "学习抓得不紧，台账不全，没有做到每月一次", Remedy{Due: today}})
		id := fmt.Sprint("p", i+1)
		do(AmendProblem{id, Changes{Measure: new("每周一学，每月一查"), Who: new("支部书记")}})
		do(NoteProgress{id, today, "已学两次，台账补齐"})
		do(SignOffProblem{id, "党总支", today})
		do(ReturnProblem{id, "没有记录"})
		do(NoteProgress{id, today, "补记录"})
	}
	return s
}

// change decides and applies one change of a problem in the middle of the ledger.
func change(s State) State {
	id := s.Ledger[len(s.Ledger)/2].ID
	events, err := Decide(s, Command{Who: Person{Role: "console"}, At: noon, Order: NoteProgress{id, today, "再学一次"}})
	if err != nil {
		panic(err)
	}
	return Apply(s, events[0])
}

// A change of a problem copies the places of the others, not the others.
func TestAChangeOfAProblemCostsTheSame(t *testing.T) {
	few, many := aLedger(t, 10, func(Event) {}), aLedger(t, 500, func(Event) {})
	early := testing.AllocsPerRun(100, func() { change(few) })
	if late := testing.AllocsPerRun(100, func() { change(many) }); late != early {
		t.Errorf("%v allocations with 10 problems, %v with 500", early, late)
	}
}

func BenchmarkProblemChanged(b *testing.B) {
	for _, n := range []int{10, 500} {
		s := aLedger(b, n, func(Event) {})
		b.Run(fmt.Sprintf("problems=%d", n), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				change(s)
			}
		})
	}
}

// BenchmarkMissing is what a start screen asks of each session.
func BenchmarkMissing(b *testing.B) {
	for _, n := range []int{10, 500} {
		s := aLedger(b, n, func(Event) {})
		b.Run(fmt.Sprintf("problems=%d", n), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				s.Missing(today)
			}
		})
	}
}

// BenchmarkLedgerReplay reads the records of ledgers, each problem with five changes.
func BenchmarkLedgerReplay(b *testing.B) {
	type record struct {
		kind  string
		body  []byte
		event Event
	}
	for _, n := range []int{10, 500} {
		var records []record
		empty := play(b, "genhe-2023")
		aLedger(b, n, func(e Event) {
			kind, body := Encode(e.Deed)
			records = append(records, record{kind, body, e})
		})
		b.Run(fmt.Sprintf("problems=%d", n), func(b *testing.B) {
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
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(len(records)), "ns/event")
		})
	}
}
