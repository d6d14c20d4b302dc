package workbook_test

import (
	"bytes"
	"fmt"
	"io"
	"runtime"
	"strings"
	"testing"

	"shuping/internal/meeting"
	"shuping/internal/result"
	"shuping/internal/workbook"
)

// crowdOf is a count of n sheets that are all alike.
func crowdOf(t testing.TB, n int) meeting.State {
	t.Helper()
	var b strings.Builder
	fmt.Fprintf(&b, "attend class=member expected=%d present=%[1]d\nissue %[1]d\ncollect %[1]d\n", n)
	for i := range n {
		if i%20 == 0 {
			b.WriteString("bundle\n")
		}
		b.WriteString("b 1 2\n")
		if i%20 == 19 || i == n-1 {
			fmt.Fprintf(&b, "close-bundle %d\n", i%20+1)
		}
	}
	return meet(t, genhe(t), false, b.String())
}

// The list is written as it comes: what is held in memory does not grow with it.
func TestALongListIsNotHeldInMemory(t *testing.T) {
	const n = 20_000
	s := crowdOf(t, n)
	var at []uint64
	i := 0
	watched := func() {
		if i++; i == n/10 || i == n {
			var m runtime.MemStats
			runtime.GC()
			runtime.ReadMemStats(&m)
			at = append(at, m.HeapAlloc)
		}
	}
	if err := workbook.Write(io.Discard, s, result.Head{}, watched); err != nil {
		t.Fatal(err)
	}
	if len(at) != 2 || at[1] > at[0]+(1<<20) {
		t.Errorf("in memory after a tenth and after all of the sheets: %d", at)
	}
	var b bytes.Buffer
	if err := workbook.Write(&b, s, result.Head{}, nil); err != nil {
		t.Fatal(err)
	}
	rows := cellsOf(t, b.Bytes(), "评议表明细")
	if last := rows[len(rows)-1]; len(rows) != n+3 || fmt.Sprint(last) != "[1000 20 有效  好 较好]" {
		t.Errorf("%d rows, the last %q", len(rows), last)
	}
}

func BenchmarkWorkbook(b *testing.B) {
	for _, n := range []int{50, 50_000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			s := crowdOf(b, n)
			var size int64
			b.ReportAllocs()
			for b.Loop() {
				w := &measured{}
				if err := workbook.Write(w, s, result.Head{}, nil); err != nil {
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
