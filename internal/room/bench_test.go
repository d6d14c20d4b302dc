package room

import (
	"fmt"
	"io"
	"os"
	"path/filepath"
	"testing"

	"shuping/internal/journal"
	"shuping/internal/meeting"
)

// BenchmarkOpen takes up a session of a hundred thousand sheets, beside a plain
// read of the same two files, and shows where the time goes.
func BenchmarkOpen(b *testing.B) {
	const n = 100_000
	r := counting(b)
	p := r.Pen(chair, "")
	for read := 0; read < n; read = r.Sight().State.Round.Valid {
		if _, err := p.Submit(someSheets(r.Sight().State.Round, 5000)...); err != nil {
			b.Fatal(err)
		}
	}
	events, path := r.Sight().Head.Seq, r.Path()
	must(b, r.Close())
	rate := func(b *testing.B) {
		b.ReportMetric(float64(events)*float64(b.N)/b.Elapsed().Seconds(), "events/s")
	}
	b.Run("open", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			r, _, err := Open(path, watch())
			must(b, err)
			must(b, r.Close())
		}
		rate(b)
	})
	b.Run("read", func(b *testing.B) {
		for b.Loop() {
			for _, name := range []string{path, path + ".log"} {
				f, err := os.Open(name)
				must(b, err)
				_, err = io.Copy(io.Discard, struct{ io.Reader }{f})
				must(b, err)
				must(b, f.Close())
			}
		}
		rate(b)
	})
	b.Run("journal", func(b *testing.B) { // open's share of the files and chains
		for b.Loop() {
			book, _, err := journal.Open(path)
			must(b, err)
			must(b, book.Close())
		}
		rate(b)
	})
}

// BenchmarkSubmit puts sheets on disk, one at a time and five thousand at once,
// beside the least that could make as many bytes last: one write and one flush.
func BenchmarkSubmit(b *testing.B) {
	for _, n := range []int{1, 5000} {
		b.Run(fmt.Sprintf("sheets=%d", n), func(b *testing.B) {
			var r *Room
			for b.Loop() {
				if r == nil || r.Sight().State.Round.Read()+n > meeting.MaxPeople {
					b.StopTimer()
					r = create(b)
					submit(b, r, "attend expected=1000000 present=1000000", "issue 1000000", "collect 1000000")
					b.StartTimer()
				}
				if _, err := r.Pen(chair, "").Submit(someSheets(r.Sight().State.Round, n)...); err != nil {
					b.Fatal(err)
				}
			}
			b.ReportMetric(float64(n)*float64(b.N)/b.Elapsed().Seconds(), "sheets/s")
		})
		b.Run(fmt.Sprintf("sheets=%d/raw", n), func(b *testing.B) {
			f, err := os.Create(filepath.Join(b.TempDir(), "raw"))
			must(b, err)
			defer f.Close()
			_, body := meeting.Encode(meeting.BallotEntered{})
			bytes := make([]byte, n*(len(body)+220)) // a line with its hashes
			for b.Loop() {
				_, err := f.Write(bytes)
				must(b, err)
				must(b, f.Sync())
			}
			b.ReportMetric(float64(n)*float64(b.N)/b.Elapsed().Seconds(), "sheets/s")
		})
	}
}
