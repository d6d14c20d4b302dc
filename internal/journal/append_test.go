//go:build unix

package journal

import (
	"bytes"
	"errors"
	"math"
	"os"
	"slices"
	"strings"
	"syscall"
	"testing"

	"shuping/internal/fault"
)

// failing is a twin whose disk fails when told to.
type failing struct {
	twin
	write, cut, sync error
	part             int // bytes that a failing write still writes
}

func (f *failing) WriteAt(b []byte, at int64) (int, error) {
	if f.write == nil {
		return f.twin.WriteAt(b, at)
	}
	n, _ := f.twin.WriteAt(b[:min(f.part, len(b))], at)
	return n, f.write
}

func (f *failing) Truncate(size int64) error { return errors.Join(f.cut, f.twin.Truncate(size)) }

func (f *failing) Sync() error {
	if f.sync != nil {
		return f.sync
	}
	return f.twin.Sync()
}

// stoppedAt wants a book that takes nothing more and still tells what it has.
func stoppedAt(t testing.TB, b *Book, seq uint64) {
	t.Helper()
	for range 2 {
		_, err := b.Append(entry(50))
		wantCode(t, err, Stopped)
		wantCode(t, b.Inspect(), Stopped)
	}
	if got := len(told(t, b)); uint64(got) != seq || b.Head().Seq != seq {
		t.Errorf("%d records, head %d, want %d", got, b.Head().Seq, seq)
	}
}

func TestAFullDiskMayBeTriedAgain(t *testing.T) {
	for _, part := range []int{0, 1, 150, 400} {
		path := session(t, 3)
		b, _ := opened(t, path)
		disk := &failing{twin: b.twin, write: syscall.ENOSPC, part: part}
		b.twin = disk
		unchanged(t, path, func() {
			for range 3 {
				_, err := b.Append(entries(4, 6)...)
				wantCode(t, err, DiskFull)
				if err.(*fault.Fault).At.Record != 4 || !errors.Is(err, syscall.ENOSPC) {
					t.Errorf("%v", err)
				}
			}
		})
		disk.write = nil
		appendTo(t, b, entries(4, 6)...)
		must(t, b.Close())
		report, err := Check(path)
		must(t, err)
		if report.Records != 6 {
			t.Errorf("%v", report)
		}
	}
}

func TestTooLittleSpaceIsSeenBeforehand(t *testing.T) {
	path := session(t, 3)
	b, _ := opened(t, path)
	var free uint64 = 100_000
	b.space = func(string) (uint64, error) { return free, nil }
	unchanged(t, path, func() {
		_, err := b.Append(entry(4))
		wantCode(t, err, DiskFull)
	})
	wantCode(t, b.Inspect(), LowSpace)
	free = math.MaxUint64
	must(t, b.Inspect())
	appendTo(t, b, entry(4))

	b.space = func(string) (uint64, error) { return 0, errBad }
	appendTo(t, b, entry(5))
	wantCode(t, b.Inspect(), Storage)
	stoppedAt(t, b, 5)
}

// After a failure that leaves it open what was written, only opening decides.
func TestAFailedWriteStopsTheBook(t *testing.T) {
	for name, disk := range map[string]failing{
		"write":                  {write: errBad, part: 30},
		"flush":                  {sync: errBad},
		"full, and does not cut": {write: syscall.ENOSPC, cut: errBad, part: 30},
		"full at the flush":      {sync: syscall.ENOSPC},
	} {
		path := session(t, 3)
		want := twinLines(t, path)
		b, _ := opened(t, path)
		disk.twin = b.twin
		b.twin = &disk
		_, err := b.Append(entry(4))
		wantCode(t, err, Storage)
		if f := err.(*fault.Fault); f.At.Record != 4 || f.At.File != path+suffix {
			t.Errorf("%s: %v", name, err)
		}
		stoppedAt(t, b, 3)
		if _, err := b.Append(entry(4)); CodeOf(err) != Stopped || errors.Unwrap(err) == nil {
			t.Errorf("%s: %v", name, err)
		}
		must(t, b.Close())
		b, _ = opened(t, path)
		if got := told(t, b); !slices.Equal(got[:3], want) || len(got) > 4 {
			t.Errorf("%s: %d records", name, len(got))
		}
		appendTo(t, b, entry(9))
	}
}

// Another program cuts the mapped file short while it is open. Reading it then
// is a fault of the machine, which must not end the program.
func TestABookCutShortWhileOpen(t *testing.T) {
	path := session(t, 400)
	want := twinLines(t, path)
	b, _ := opened(t, path)
	must(t, os.Truncate(path, 4096))
	next, _, err := newBatch(path, b.head, entries(401, 401))
	must(t, err)
	if err := put(b.db, next); !errors.As(err, new(panicked)) {
		t.Errorf("%v", err)
	} else {
		b.stop(diskFault(path, "committing", err))
	}
	stoppedAt(t, b, 400)
	b.Close()
	reopen(t, read(t, path), read(t, path+suffix), want, "cut short")
}

func TestInspectSeesWhatHappensToTheFiles(t *testing.T) {
	for name, harm := range map[string]func(t *testing.T, path string){
		"book deleted": func(t *testing.T, path string) { must(t, os.Remove(path)) },
		"twin deleted": func(t *testing.T, path string) { must(t, os.Remove(path+suffix)) },
		"book moved":   func(t *testing.T, path string) { must(t, os.Rename(path, path+".old")) },
		"book replaced": func(t *testing.T, path string) {
			write(t, path+".copy", read(t, path))
			must(t, os.Rename(path+".copy", path))
		},
		"twin replaced": func(t *testing.T, path string) {
			write(t, path+".copy", read(t, path+suffix))
			must(t, os.Rename(path+".copy", path+suffix))
		},
		"twin written": func(t *testing.T, path string) { write(t, path+suffix, append(read(t, path+suffix), '\n')) },
		"twin cut":     func(t *testing.T, path string) { must(t, os.Truncate(path+suffix, 10)) },
		"book cut":     func(t *testing.T, path string) { must(t, os.Truncate(path, 10)) },
	} {
		path := session(t, 3)
		b, _ := opened(t, path)
		must(t, b.Inspect())
		harm(t, path)
		err := b.Inspect()
		if CodeOf(err) != Replaced {
			t.Errorf("%s: %v", name, err)
		}
		if _, err := b.Append(entry(4)); CodeOf(err) != Stopped {
			t.Errorf("%s: Append after Inspect: %v", name, err)
		}
		b.Close()

		path = session(t, 3)
		b, _ = opened(t, path)
		harm(t, path)
		if _, err := b.Append(entry(4)); CodeOf(err) != Replaced {
			t.Errorf("%s: Append before Inspect: %v", name, err)
		}
	}
}

func TestTheSameBytesTwice(t *testing.T) {
	path := session(t, 30)
	book, twin := read(t, path), read(t, path+suffix)
	lines, _, err := linesOf(book)
	must(t, err)
	if got := strings.Join(lines, "\n") + "\n"; !bytes.Equal([]byte(got), twin) {
		t.Error("the values of the book are not the lines of the twin")
	}
}
