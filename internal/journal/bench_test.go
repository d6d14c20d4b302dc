package journal

import (
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
)

// BenchmarkAppend is a durable Append in times the least that could make the same
// bytes last, both in turn: one write to the end of a file and one flush. The medians
// are compared. One record should cost at most 3.5 of them.
func BenchmarkAppend(b *testing.B) {
	for _, n := range []int{1, 10, 1000} {
		b.Run(fmt.Sprintf("entries=%d", n), func(b *testing.B) {
			dir := b.TempDir()
			book, err := Create(filepath.Join(dir, "meeting.shuping"), entry(1))
			must(b, err)
			defer book.Close()
			batch := entries(2, n+1)
			f, err := os.Create(filepath.Join(dir, "raw"))
			must(b, err)
			defer f.Close()
			raw, _, err := newBatch("", Head{}, batch)
			must(b, err)
			var own, least []time.Duration
			for b.Loop() {
				at := time.Now()
				if _, err := book.Append(batch...); err != nil {
					b.Fatal(err)
				}
				own, at = append(own, time.Since(at)), time.Now()
				if _, err := f.Write(raw.bytes); err != nil {
					b.Fatal(err)
				}
				must(b, f.Sync())
				least = append(least, time.Since(at))
			}
			slices.Sort(own)
			slices.Sort(least)
			mine, theirs := own[len(own)/2], least[len(least)/2]
			b.ReportMetric(float64(mine)/float64(theirs), "x-flush")
			b.ReportMetric(float64(mine.Microseconds()), "us-own")
			b.ReportMetric(float64(theirs.Microseconds()), "us-flush")
		})
	}
}

// Opening 100,000 records: both files read, both chains verified; then the
// records replayed; beside them a plain read of both files.
func BenchmarkOpen(b *testing.B) {
	const n = 100_000
	path := filepath.Join(b.TempDir(), "meeting.shuping")
	book, err := Create(path, entry(1))
	must(b, err)
	for i := 2; i <= n; i += 1000 {
		appendTo(b, book, entries(i, min(i+999, n))...)
	}
	must(b, book.Close())
	rate := func(b *testing.B) { b.ReportMetric(n*float64(b.N)/b.Elapsed().Seconds(), "events/s") }

	b.Run("open", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			book, report, err := Open(path)
			must(b, err)
			if report.Records != n || len(report.Notes) > 0 {
				b.Fatal(report)
			}
			book.Close()
		}
		rate(b)
	})
	b.Run("replay", func(b *testing.B) {
		book, _, err := Open(path)
		must(b, err)
		defer book.Close()
		b.ReportAllocs()
		for b.Loop() {
			count := 0
			for _, err := range book.Records(1) {
				if err != nil {
					b.Fatal(err)
				}
				count++
			}
			if count != n {
				b.Fatal(count)
			}
		}
		rate(b)
	})
	b.Run("rebuild", func(b *testing.B) {
		for b.Loop() {
			must(b, os.Remove(path))
			book, report, err := Open(path)
			must(b, err)
			if report.Records != n {
				b.Fatal(report)
			}
			book.Close()
		}
		rate(b)
	})
	b.Run("plain-read", func(b *testing.B) {
		for b.Loop() {
			for _, name := range []string{path, path + suffix} {
				f, err := os.Open(name)
				must(b, err)
				_, err = io.CopyBuffer(struct{ io.Writer }{io.Discard}, struct{ io.Reader }{f}, make([]byte, 64<<10))
				must(b, err)
				f.Close()
			}
		}
		rate(b)
	})
}

func BenchmarkParseLine(b *testing.B) {
	_, records, err := newBatch("", Head{}, []Entry{
		{Kind: "speech-noted", Event: []byte(`{"text":"` + strings.Repeat("总结讲话", 20) + `"}`), At: time.Now(), Who: Who{"chair", "张三"}},
	})
	must(b, err)
	line := records[0].Line()
	var p parser
	b.ReportAllocs()
	for b.Loop() {
		if _, err := p.line(line); err != nil {
			b.Fatal(err)
		}
	}
}
