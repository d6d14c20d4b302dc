package workbook_test

import (
	"bytes"
	"fmt"
	"io"
	"iter"
	"runtime"
	"testing"

	"shuping/internal/meeting"
	"shuping/internal/result"
	"shuping/internal/tally"
	"shuping/internal/workbook"
)

// crowdOf is a round of n sheets that are all alike, and the sheets, which lie
// nowhere in memory.
func crowdOf(t testing.TB, n int) (meeting.State, iter.Seq[result.Sheet]) {
	t.Helper()
	marks := []tally.Mark{1, 2}
	s := tell(t, genhe(t), "attend class=member expected=1 present=1\nissue 1\ncollect 1\n").state
	count := func(m tally.Mark) tally.Count {
		var c tally.Count
		c.Grades[m-1] = n
		return c
	}
	r := &s.Round
	r.Stacks = []meeting.Stack{r.Stacks[0]}
	r.Stacks[0].Valid, r.Valid, r.Collected, r.Issued = n, n, n, n
	r.Stacks[0].Collected, r.Stacks[0].Issued = n, n
	r.Stacks[0].Tallies = []tally.Count{count(1), count(2)}
	r.Counts = r.Stacks[0].Tallies
	return s, func(yield func(result.Sheet) bool) {
		for i := range n {
			if !yield(result.Sheet{Bundle: 1 + i/50, Number: 1 + i%50, Ballot: meeting.Ballot{Marks: marks}}) {
				return
			}
		}
	}
}

// The list is written as it comes: what is held in memory does not grow with it.
func TestALongListIsNotHeldInMemory(t *testing.T) {
	const n = 50_000
	s, sheets := crowdOf(t, n)
	var at []uint64
	watched := func(yield func(result.Sheet) bool) {
		i := 0
		for x := range sheets {
			if i == n/10 || i == n-1 {
				var m runtime.MemStats
				runtime.GC()
				runtime.ReadMemStats(&m)
				at = append(at, m.HeapAlloc)
			}
			if i++; !yield(x) {
				return
			}
		}
	}
	if err := workbook.Write(io.Discard, s, result.Head{}, watched); err != nil {
		t.Fatal(err)
	}
	if len(at) != 2 || at[1] > at[0]+(1<<20) {
		t.Errorf("in memory after a tenth and after all of the sheets: %d", at)
	}
}

func TestALongListIsWhole(t *testing.T) {
	s, sheets := crowdOf(t, 20_000)
	var b bytes.Buffer
	if err := workbook.Write(&b, s, result.Head{}, sheets); err != nil {
		t.Fatal(err)
	}
	rows := cellsOf(t, b.Bytes(), "评议表明细")
	if last := rows[len(rows)-1]; len(rows) != 20_003 || fmt.Sprint(last) != "[400 50 有效  好 较好]" {
		t.Errorf("%d rows, the last %q", len(rows), last)
	}
}

func BenchmarkWorkbook(b *testing.B) {
	for _, n := range []int{50, 50_000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			s, sheets := crowdOf(b, n)
			var size int64
			b.ReportAllocs()
			for b.Loop() {
				w := &measured{}
				if err := workbook.Write(w, s, result.Head{}, sheets); err != nil {
					b.Fatal(err)
				}
				size = w.n
			}
			b.ReportMetric(float64(size), "bytes")
		})
	}
}

// measured counts what is written to it.
type measured struct{ n int64 }

func (m *measured) Write(p []byte) (int, error) {
	m.n += int64(len(p))
	return len(p), nil
}
