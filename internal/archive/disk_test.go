package archive

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"syscall"
	"testing"

	"shuping/internal/fault"
	"shuping/internal/journal"
)

// A failingDisk does what a real one does until its turn comes, and then fails
// every write, flush and name, as a full disk or a pulled stick would.
type failingDisk struct {
	disk
	left *int
	err  error
}

// turns is held while one is taken: two files may be written side by side.
var turns sync.Mutex

func (d failingDisk) turn() error {
	turns.Lock()
	defer turns.Unlock()
	if *d.left--; *d.left < 0 {
		return d.err
	}
	return nil
}

func (d failingDisk) mkdir(path string) error {
	if err := d.turn(); err != nil {
		return err
	}
	return d.disk.mkdir(path)
}

func (d failingDisk) create(path string) (file, error) {
	if err := d.turn(); err != nil {
		return nil, err
	}
	f, err := d.disk.create(path)
	return failingFile{f, d}, err
}

func (d failingDisk) open(path string) (io.ReadCloser, error) {
	if err := d.turn(); err != nil {
		return nil, err
	}
	return d.disk.open(path)
}

func (d failingDisk) place(draft, dst string, folder bool) error {
	if err := d.turn(); err != nil {
		return err
	}
	return d.disk.place(draft, dst, folder)
}

func (d failingDisk) syncDir(path string) error {
	if err := d.turn(); err != nil {
		return err
	}
	return d.disk.syncDir(path)
}

type failingFile struct {
	file
	disk failingDisk
}

func (f failingFile) Write(b []byte) (int, error) {
	if err := f.disk.turn(); err != nil {
		n, _ := f.file.Write(b[:len(b)/2])
		return n, err
	}
	return f.file.Write(b)
}

func (f failingFile) Sync() error {
	if err := f.disk.turn(); err != nil {
		return err
	}
	return f.file.Sync()
}

func (f failingFile) Close() error {
	err := f.file.Close()
	if f.disk.turn() != nil {
		return f.disk.err
	}
	return err
}

func TestADiskThatFailsLeavesNothing(t *testing.T) {
	src := sealed(t, 12)
	for _, name := range []string{"bag", "bag.zip"} {
		for err, want := range map[error]fault.Code{
			syscall.ENOSPC: DiskFull, syscall.EIO: Storage, syscall.EROFS: ReadOnly, os.ErrPermission: ReadOnly,
		} {
			step := 1 // each turn is tried with a full disk
			if err != syscall.ENOSPC {
				step *= 11
			}
			if testing.Short() {
				step *= 11
			}
			for n := 0; ; n += step {
				dir, left := t.TempDir(), n
				x := newExporter(context.Background(), filepath.Join(dir, name), src, means(), nil)
				x.disk = failingDisk{realDisk{}, &left, err}
				_, got := x.run()
				if got == nil {
					if n < 6 {
						t.Errorf("%s: only %d turns", name, n)
					}
					break
				}
				if code(got) != want || !errors.Is(got, err) || strings.Contains(english(got), ".part") {
					t.Errorf("%s, turn %d: %v, want %s", name, n, got, want)
				}
				if rest, _ := os.ReadDir(dir); len(rest) != 0 {
					t.Fatalf("%s, turn %d of %v has left %v", name, n, err, rest)
				}
			}
		}
	}
}

// A disk that writes something else than it was given.
type lyingDisk struct{ realDisk }

type lyingFile struct{ file }

func (d lyingDisk) create(path string) (file, error) {
	f, err := d.realDisk.create(path)
	return lyingFile{f}, err
}

func (f lyingFile) Write(b []byte) (int, error) {
	return f.file.Write(bytes.Replace(b, []byte("ballot-entered"), []byte("ballot-enterde"), 1))
}

func TestWhatDoesNotReadBackIsRemoved(t *testing.T) {
	for _, name := range []string{"bag", "bag.zip"} {
		dir := t.TempDir()
		x := newExporter(context.Background(), filepath.Join(dir, name), sealed(t, 12), means(), nil)
		x.disk = lyingDisk{}
		if _, err := x.run(); code(err) != ReadBack {
			t.Errorf("%s: %v", name, err)
		}
		if rest, _ := os.ReadDir(dir); len(rest) != 0 {
			t.Errorf("%s has left %v", name, rest)
		}
	}
}

func TestACancelledExportLeavesNothing(t *testing.T) {
	// More than 512 records, so that there is something to be told on the way.
	src := sealed(t, 700)
	for _, name := range []string{"bag", "bag.zip"} {
		var told []int64
		_, err := Export(context.Background(), filepath.Join(t.TempDir(), name), src, means(), func(done, total int64) {
			if done > total || len(told) > 0 && done < told[len(told)-1] {
				t.Errorf("%d of %d after %v", done, total, told)
			}
			told = append(told, done)
		})
		if err != nil || len(told) < 6 || told[len(told)-1] != passes*int64(src.Head().Seq) {
			t.Errorf("%v, told %v", err, told)
		}
		stops := 40
		if testing.Short() {
			stops = 4
		}
		for n := 0; n < len(told)-1; n += 1 + len(told)/stops {
			dir := t.TempDir()
			ctx, stop := context.WithCancel(context.Background())
			turn := 0
			_, err := Export(ctx, filepath.Join(dir, name), src, means(), func(int64, int64) {
				if turn++; turn > n {
					stop()
				}
			})
			if code(err) != Stopped || !errors.Is(err, context.Canceled) {
				t.Errorf("%s, stopped at %d of %d: %v", name, n, len(told), err)
			}
			if rest, _ := os.ReadDir(dir); len(rest) != 0 {
				t.Errorf("%s, stopped at %d, has left %v", name, n, rest)
			}
			stop()
		}
	}
}

func TestNothingIsOverwritten(t *testing.T) {
	src := sealed(t, 3)
	for name, make := range map[string]func(path string) error{
		"a file":          func(p string) error { return os.WriteFile(p, []byte("x"), 0o644) },
		"an empty folder": func(p string) error { return os.Mkdir(p, 0o755) },
		"a dangling link": func(p string) error { return os.Symlink("nowhere", p) },
	} {
		for _, dst := range []string{"bag", "bag.zip"} {
			dir := t.TempDir()
			path := filepath.Join(dir, dst)
			if err := make(path); err != nil {
				t.Logf("%s: %v", name, err)
				continue
			}
			before, _ := os.Lstat(path)
			_, err := Export(context.Background(), path, src, means(), nil)
			after, _ := os.Lstat(path)
			if code(err) != Exists || !os.SameFile(before, after) || before.ModTime() != after.ModTime() {
				t.Errorf("%s at %s: %v", name, dst, err)
			}
			if rest, _ := os.ReadDir(dir); len(rest) != 1 {
				t.Errorf("%s at %s: %v", name, dst, rest)
			}
		}
	}
}

// Somebody takes the name between the first look and the last.
func TestANameTakenMeanwhileIsKept(t *testing.T) {
	for _, dst := range []string{"bag", "bag.zip"} {
		path := filepath.Join(t.TempDir(), dst)
		x := newExporter(context.Background(), path, sealed(t, 3), means(), nil)
		x.progress = func(done, total int64) {
			if _, err := os.Stat(path); err != nil {
				os.WriteFile(path, []byte("mine"), 0o644)
			}
		}
		_, err := x.run()
		got, _ := os.ReadFile(path)
		if code(err) != Exists || string(got) != "mine" {
			t.Errorf("%s: %v, and now there is %q", dst, err, got)
		}
	}
}

// A path that cannot be looked at is not said to be taken.
func TestPlaceThatCannotBeLookedAt(t *testing.T) {
	dir := t.TempDir()
	file := filepath.Join(dir, "file")
	if err := os.WriteFile(file, nil, 0o644); err != nil {
		t.Fatal(err)
	}
	err := realDisk{}.place(filepath.Join(dir, "draft"), filepath.Join(file, "bag"), true)
	if f := diskFault("bag", err); err == nil || f.Code == Exists {
		t.Error(f)
	}
}

// A disk that does not give back the first bytes of a zip is no verdict on it.
func TestAZipThatCannotBeRead(t *testing.T) {
	if _, f := readZip(brokenDisk{}, 1000); f == nil || f.Code != Unreadable {
		t.Error(f)
	}
}

type brokenDisk struct{}

func (brokenDisk) ReadAt([]byte, int64) (int, error) { return 0, errors.New("input/output error") }

func TestNoFolderToWriteTo(t *testing.T) {
	src, dir := sealed(t, 3), t.TempDir()
	if _, err := Export(context.Background(), filepath.Join(dir, "no", "bag"), src, means(), nil); code(err) != NoFolder {
		t.Error(err)
	}
	os.WriteFile(filepath.Join(dir, "file"), nil, 0o644)
	_, err := Export(context.Background(), filepath.Join(dir, "file", "bag"), src, means(), nil)
	if f, ok := err.(*fault.Fault); !ok || f.Code != Storage && f.Code != NoFolder {
		t.Error(err)
	}
}

// A source that fails on the way, or that ends too soon, gives no bag.
func TestABadSource(t *testing.T) {
	list := records(all(t, sealed(t, 12)))
	short := shortened{list, journal.Head{Seq: 999}}
	twisted := records(append([]journal.Record{}, list...))
	twisted[5].Kind = "unheard-of"
	for name, src := range map[string]Source{"short": short, "unknown kind": twisted} {
		dir := t.TempDir()
		_, err := Export(context.Background(), filepath.Join(dir, "bag"), src, means(), nil)
		if code(err) != BadSource {
			t.Errorf("%s: %v", name, err)
		}
		if rest, _ := os.ReadDir(dir); len(rest) != 0 {
			t.Errorf("%s has left %v", name, rest)
		}
	}
}

type shortened struct {
	records
	head journal.Head
}

func (s shortened) Head() journal.Head { return s.head }

func Example_reason() {
	fmt.Println(reason(&os.PathError{Op: "write", Path: "/tmp/.part", Err: syscall.ENOSPC}))
	// Output: no space left on device
}
