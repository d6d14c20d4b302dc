package archive

import (
	"context"
	"crypto/sha256"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"
)

var sheets = []int{50, 100_000}

// BenchmarkExport writes a folder and a zip, and beside each, in the same turn, a
// plain copy of the same bytes with one flush a file, a plain SHA-256 of them, and a
// workbook of as many rows as excelize streams it.
func BenchmarkExport(b *testing.B) {
	for _, n := range sheets {
		src := sealed(b, n)
		for _, name := range []string{"folder", "bag.zip"} {
			b.Run(fmt.Sprintf("%d/%s", n, name), func(b *testing.B) {
				dir := b.TempDir()
				var c clocks
				for b.Loop() {
					dst := filepath.Join(dir, name)
					c.own += timed(b, func() error {
						bag, err := Export(context.Background(), dst, src, means(), nil)
						c.bytes = bag.Bytes
						return err
					})
					c.beside(b, dst, n)
					os.RemoveAll(dst)
				}
				c.report(b, int64(src.Head().Seq))
			})
		}
	}
}

// BenchmarkVerify checks a folder and a zip beside the same.
func BenchmarkVerify(b *testing.B) {
	for _, n := range sheets {
		src := sealed(b, n)
		for _, name := range []string{"folder", "bag.zip"} {
			dst := export(b, src, name)
			b.Run(fmt.Sprintf("%d/%s", n, name), func(b *testing.B) {
				var c clocks
				for b.Loop() {
					c.own += timed(b, func() error {
						r, err := Verify(context.Background(), dst, "", nil)
						if err == nil {
							err = r.Err()
						}
						return err
					})
					c.beside(b, dst, n)
				}
				c.report(b, int64(src.Head().Seq))
			})
		}
	}
}

// clocks are the times of the thing itself and of what is done beside it.
type clocks struct {
	own, copying, hashing, streaming time.Duration
	bytes                            int64
}

func timed(b *testing.B, do func() error) time.Duration {
	start := time.Now()
	if err := do(); err != nil {
		b.Fatal(err)
	}
	return time.Since(start)
}

func (c *clocks) beside(b *testing.B, path string, rows int) {
	b.StopTimer()
	defer b.StartTimer()
	to := path + ".copy"
	c.bytes = 0
	c.copying += timed(b, func() error {
		return walk(path, func(name string, f *os.File) error {
			out, err := create(filepath.Join(to, name))
			if err != nil {
				return err
			}
			n, err := io.Copy(out, struct{ io.Reader }{f})
			c.bytes += n
			if err == nil {
				err = out.Sync()
			}
			out.Close()
			return err
		})
	})
	c.hashing += timed(b, func() error {
		return walk(path, func(_ string, f *os.File) error {
			_, err := io.Copy(sha256.New(), f)
			return err
		})
	})
	os.RemoveAll(to)
	c.streaming += timed(b, func() error { return streamed(rows) })
}

// streamed is the list of so many sheets as excelize writes it.
func streamed(rows int) error {
	f := excelize.NewFile()
	defer f.Close()
	w, err := f.NewStreamWriter("Sheet1")
	for n := 0; n < rows && err == nil; n++ {
		err = w.SetRow(fmt.Sprintf("A%d", n+1), []any{n/10 + 1, n%10 + 1, "有效", "", "好", "较好"})
	}
	if err == nil {
		err = w.Flush()
	}
	if err == nil {
		err = f.Write(io.Discard)
	}
	return err
}

func create(path string) (*os.File, error) {
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		return nil, err
	}
	return os.Create(path)
}

func walk(path string, visit func(name string, f *os.File) error) error {
	return filepath.WalkDir(path, func(p string, d os.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		f, err := os.Open(p)
		if err != nil {
			return err
		}
		defer f.Close()
		name, _ := filepath.Rel(path, p)
		if name == "." {
			name = "copy.zip"
		}
		return visit(name, f)
	})
}

func (c *clocks) report(b *testing.B, records int64) {
	n := float64(b.N)
	b.ReportMetric(float64(c.own)/float64(c.copying), "x-copy")
	b.ReportMetric(float64(c.own)/float64(c.hashing), "x-sha256")
	b.ReportMetric(float64(c.own)/float64(c.streaming), "x-excelize")
	b.ReportMetric(float64(c.bytes)/(1<<20), "MiB")
	b.ReportMetric(float64(records)*n/c.own.Seconds(), "records/s")
}

// The heap that an export or a verification needs is that of the sheets in the
// state of the meeting, and not that of the journal, the workbook or their bytes.
func BenchmarkMemory(b *testing.B) {
	for _, n := range sheets {
		src := sealed(b, n)
		dst := export(b, src, "bag")
		for name, do := range map[string]func(Progress) error{
			"verify": func(p Progress) error {
				_, err := Verify(context.Background(), dst, "", p)
				return err
			},
			"export": func(p Progress) error {
				_, err := Export(context.Background(), filepath.Join(b.TempDir(), "bag.zip"), src, means(), p)
				return err
			},
		} {
			b.Run(fmt.Sprintf("%d/%s", n, name), func(b *testing.B) {
				most := uint64(0)
				for b.Loop() {
					runtime.GC()
					turn := 0
					err := do(func(int64, int64) {
						if turn++; turn%64 == 0 {
							var m runtime.MemStats
							runtime.GC()
							runtime.ReadMemStats(&m)
							most = max(most, m.HeapAlloc)
						}
					})
					if err != nil {
						b.Fatal(err)
					}
				}
				b.ReportMetric(float64(most)/(1<<20), "live-MiB")
			})
		}
	}
}
