package mirror

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"syscall"
	"testing"

	"shuping/internal/attached"
	"shuping/internal/fault"
	"shuping/internal/journal"
)

func must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// session is a new one that has n records, and its book.
func session(t *testing.T, n int) (*journal.Book, string) {
	t.Helper()
	path := filepath.Join(t.TempDir(), "一支部.shuping")
	b, err := journal.Create(path, entry(1))
	must(t, err)
	t.Cleanup(func() { b.Close() })
	grow(t, b, n-1)
	return b, path
}

func entry(n int) journal.Entry {
	return journal.Entry{Kind: "ballot-entered", Event: fmt.Appendf(nil, `{"marks":[%d],"sheet":%d}`, n%4, n)}
}

func grow(t *testing.T, b *journal.Book, n int) {
	t.Helper()
	for range n {
		_, err := b.Append(entry(int(b.Head().Seq) + 1))
		must(t, err)
	}
}

// mirrored is a copyist that has copied all of a session into a new folder.
func mirrored(t *testing.T, b *journal.Book, session string) *copyist {
	t.Helper()
	c := &copyist{session: session, path: Path(session, t.TempDir()), anew: true}
	must(t, c.copyUpTo(b.Head()))
	t.Cleanup(c.drop)
	return c
}

func (c *copyist) same(t *testing.T) {
	t.Helper()
	if want, got := read(t, c.session+".log"), read(t, c.path); !bytes.Equal(want, got) {
		t.Fatalf("the mirror has %d bytes, the session %d", len(got), len(want))
	}
}

func read(t *testing.T, path string) []byte {
	t.Helper()
	text, err := os.ReadFile(path)
	must(t, err)
	return text
}

// What Close comes back from is mirrored to the last record.
func TestMirrorIsTheTwin(t *testing.T) {
	b, path := session(t, 3)
	changes := make(chan struct{}, 99)
	m := Keep(Setting{Session: path, Folder: t.TempDir(), Anew: true, Acknowledged: b.Head, Changed: func() { changes <- struct{}{} }})
	grow(t, b, 20)
	m.Wake()
	m.Close()
	m.same(t)
	if len(changes) == 0 {
		t.Error("nobody was told")
	}
	if s := m.State(); s.Seq != 23 || s.Fault != nil || filepath.Base(s.Path) != "一支部.shuping-mirror" {
		t.Errorf("%+v", s)
	}
}

// Nothing stands on a mirror that is not acknowledged.
func TestMirrorStaysBehindTheSession(t *testing.T) {
	b, path := session(t, 3)
	upto := b.Head()
	grow(t, b, 5)
	c := &copyist{session: path, path: Path(path, t.TempDir()), anew: true}
	must(t, c.copyUpTo(upto))
	defer c.drop()
	if n := bytes.Count(read(t, c.path), []byte("\n")); n != 3 || c.follower.Head() != upto {
		t.Errorf("%d records, head %d", n, c.follower.Head().Seq)
	}
}

// A disk that is pulled leaves any number of bytes; the rest is made up for.
func TestMirrorMakesUpForWhatIsMissing(t *testing.T) {
	b, path := session(t, 6)
	c := mirrored(t, b, path)
	whole := read(t, c.path)
	for n := 0; n < len(whole); n += 7 {
		c.drop()
		must(t, os.Truncate(c.path, int64(n)))
		must(t, c.copyUpTo(b.Head()))
		c.same(t)
	}
}

// A mirror whose disk is gone is told so, is made nowhere else meanwhile, and goes on
// when its disk is back.
func TestMirrorIsGoneAndComesBack(t *testing.T) {
	b, path := session(t, 4)
	c := mirrored(t, b, path)
	folder := filepath.Dir(c.path)
	must(t, os.Rename(folder, folder+"-pulled"))
	grow(t, b, 2)
	if err := c.copyUpTo(b.Head()); diskFault(c.path, err).Code != Gone {
		t.Error(err)
	}
	must(t, os.Mkdir(folder, 0o700)) // the place where disks are mounted stays
	if err := c.copyUpTo(b.Head()); diskFault(c.path, err).Code != Gone {
		t.Error(err)
	}
	must(t, os.Remove(folder))
	must(t, os.Rename(folder+"-pulled", folder))
	must(t, c.copyUpTo(b.Head()))
	c.same(t)
}

// What another computer has written, or anybody, is never overwritten.
func TestMirrorLeavesAloneWhatIsNotIts(t *testing.T) {
	b, path := session(t, 5)
	c := mirrored(t, b, path)
	whole := read(t, c.path)
	elsewhere, other := session(t, 3)
	grow(t, elsewhere, 2)
	further := mirrored(t, b, path)
	grow(t, b, 1)
	must(t, further.copyUpTo(b.Head()))
	longer := read(t, further.path)
	forked := bytes.Clone(whole)
	i := bytes.LastIndexByte(forked[:len(forked)-1], '\n') + 2
	forked[i] ^= 1
	for name, test := range map[string]struct {
		there  []byte
		upto   int // records of the session
		code   fault.Code
		record uint64
	}{
		"further":          {longer, 5, Further, 5},
		"forked":           {forked, 5, Forked, 5},
		"a letter":         {[]byte("亲爱的同志：\n"), 5, Other, 0},
		"another's mirror": {bytes.Replace(read(t, other+".log"), []byte(`"sheet":1`), []byte(`"sheet":7`), 1), 5, Other, 0},
	} {
		c := &copyist{session: path, path: Path(path, t.TempDir()), anew: true}
		must(t, os.WriteFile(c.path, test.there, 0o600))
		var head journal.Head
		for r, err := range b.Records(1) {
			must(t, err)
			if r.Seq == uint64(test.upto) {
				head = journal.Head{Seq: r.Seq, Hash: r.Hash}
			}
		}
		f := diskFault(c.path, c.copyUpTo(head))
		if f.Code != test.code || f.At.Record != test.record || f.At.File != c.path {
			t.Errorf("%s: %v", name, f)
		}
		if !bytes.Equal(read(t, c.path), test.there) {
			t.Errorf("%s: it was written", name)
		}
	}
	c = &copyist{session: path, path: Path(path, t.TempDir()), anew: true}
	must(t, os.Mkdir(c.path, 0o700))
	if f := diskFault(c.path, c.copyUpTo(b.Head())); f.Code != Other {
		t.Error(f)
	}
}

func TestMirrorSaysWhatTheDiskSays(t *testing.T) {
	for err, want := range map[error]fault.Code{
		syscall.ENOSPC: Full, fs.ErrPermission: ReadOnly, fs.ErrNotExist: Gone, syscall.EIO: Failed,
	} {
		if f := diskFault("x", &fs.PathError{Op: "write", Path: "x", Err: err}); f.Code != want {
			t.Errorf("%v: %v", err, f)
		}
	}
}

// A session that is made from a mirror has the same records and files, and half a line
// at the end counts for nothing.
func TestRestoredFromAMirror(t *testing.T) {
	b, path := session(t, 7)
	must(t, os.MkdirAll(attached.Folder(path), 0o700))
	text := []byte("述职报告")
	sum := sha256.Sum256(text)
	name := hex.EncodeToString(sum[:])
	must(t, os.WriteFile(filepath.Join(attached.Folder(path), name), text, 0o600))
	must(t, os.WriteFile(filepath.Join(attached.Folder(path), "notes.txt"), text, 0o600))
	c := mirrored(t, b, path)
	want := read(t, c.path)
	must(t, os.WriteFile(c.path, append(bytes.Clone(want), `{"event":{"ma`...), 0o600))
	again := filepath.Join(t.TempDir(), "again.shuping")
	records, err := Restore(c.path, again)
	must(t, err)
	if records != 7 {
		t.Errorf("%d records", records)
	}
	if !bytes.Equal(read(t, again+".log"), want) {
		t.Error("other records")
	}
	if got := read(t, filepath.Join(attached.Folder(again), name)); !bytes.Equal(got, text) {
		t.Errorf("%q", got)
	}
	if list, err := os.ReadDir(attached.Folder(again)); len(list) != 1 || err != nil {
		t.Errorf("%v, %v", list, err)
	}
	if r, err := Compare(c.path, again); r != (Relation{7, 7, 7}) || err != nil {
		t.Errorf("%+v, %v", r, err)
	}
	other, _, err := journal.Open(again)
	must(t, err)
	defer other.Close()
	_, err = other.Append(entry(99))
	must(t, err)
	grow(t, b, 3)
	must(t, os.WriteFile(c.path, want, 0o600))
	c.drop()
	must(t, c.copyUpTo(b.Head()))
	if r, err := Compare(c.path, again); r != (Relation{7, 8, 10}) || err != nil {
		t.Errorf("%+v, %v", r, err)
	}
}

// What is no mirror is refused with its name, and makes nothing.
func TestRestoreRefusesWhatIsNoMirror(t *testing.T) {
	b, path := session(t, 5)
	c := mirrored(t, b, path)
	whole := read(t, c.path)
	whole[len(whole)/2] ^= 1
	dir := t.TempDir()
	for name, text := range map[string][]byte{"damaged": whole, "empty": nil, "a letter": []byte("亲爱的同志：\n")} {
		bad := filepath.Join(t.TempDir(), name+Ending)
		must(t, os.WriteFile(bad, text, 0o600))
		_, err := Restore(bad, filepath.Join(dir, "s.shuping"))
		if f := fault.Find(err, "journal"); f == nil || f.At.File != bad {
			t.Errorf("%s: %v", name, err)
		}
	}
	if list, err := os.ReadDir(dir); len(list) > 0 || err != nil {
		t.Errorf("left %v, %v", list, err)
	}
}
