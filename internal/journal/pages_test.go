package journal

import (
	"bytes"
	"encoding/binary"
	"errors"
	"hash/fnv"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"go.etcd.io/bbolt"
)

// linesOf is what the reader of pages makes of a file.
func linesOf(book []byte) (lines []string, head Head, err error) {
	err = readBook(bytes.NewReader(book), int64(len(book)), func(h, _ Head) { head = h }, func(line []byte) error {
		lines = append(lines, string(line))
		return nil
	})
	return lines, head, err
}

func TestPagesReadWhatBboltWrote(t *testing.T) {
	for _, n := range []int{1, 2, 3, 40} {
		path := small(t, n)
		lines, head, err := linesOf(read(t, path))
		must(t, err)
		if !slices.Equal(lines, twinLines(t, path)) || head.Seq != uint64(n) {
			t.Errorf("%d records, head %d; want %d", len(lines), head.Seq, n)
		}
	}
}

// Three levels of pages, records longer than a page, and a list of free pages
// that does not fit in one.
func TestPagesReadALargeBook(t *testing.T) {
	path := filepath.Join(t.TempDir(), "meeting.shuping")
	b, err := Create(path, entry(1))
	must(t, err)
	appendTo(t, b, entries(2, 30000)...)
	long := bytes.Repeat([]byte("很长的讲话"), 60000)
	for range 3 {
		appendTo(t, b, Entry{Kind: "speech-noted", Event: slices.Concat([]byte(`{"text":"`), long, []byte(`"}`))}, entry(2))
	}
	must(t, b.Close())
	report, err := Check(path)
	must(t, err)
	if report.Records != 30006 {
		t.Errorf("%v", report)
	}
	b, _ = opened(t, path)
	appendTo(t, b, entry(3))
	must(t, b.Close())

	want := read(t, path+suffix)
	for _, gone := range []string{path, path + suffix} {
		must(t, os.Remove(gone))
		b, report, err := Open(path)
		must(t, err)
		appendTo(t, b, entry(4))
		must(t, b.Close())
		if report.Records < 30007 || !bytes.HasPrefix(read(t, path+suffix), want) {
			t.Errorf("rebuilt with %v", report)
		}
	}
	if _, err := Check(path); err != nil {
		t.Error(err)
	}
}

// repaired gives the meta pages of a damaged file their right checksums again,
// so that the damage behind them is reached.
func repaired(book []byte) []byte {
	for at := 0; at+minPageSize <= len(book) && at < 2*minPageSize; at += minPageSize {
		sum := fnv.New64a()
		sum.Write(book[at+pageHeader : at+pageHeader+metaSize-8])
		binary.LittleEndian.PutUint64(book[at+pageHeader+metaSize-8:], sum.Sum64())
	}
	return book
}

// What the reader of pages calls sound, bbolt opens, finds consistent, and reads
// with the same result.
func boltAgrees(t testing.TB, book []byte) {
	t.Helper()
	lines, _, err := linesOf(book)
	if err != nil {
		return
	}
	path := filepath.Join(t.TempDir(), "book")
	must(t, os.WriteFile(path, book, 0o600))
	db, err := bbolt.Open(path, 0o600, &bbolt.Options{Timeout: time.Second, NoSync: true})
	if err != nil {
		t.Fatalf("bbolt does not open what was found sound: %v", err)
	}
	defer db.Close()
	var same []string
	err = db.View(func(tx *bbolt.Tx) error {
		var wrong []error
		for err := range tx.Check() {
			wrong = append(wrong, err)
		}
		tx.Bucket(recordsBucket).ForEach(func(_, line []byte) error {
			same = append(same, string(line))
			return nil
		})
		return errors.Join(wrong...)
	})
	if err != nil || !slices.Equal(lines, same) {
		t.Fatalf("bbolt finds %d records where %d were found sound: %v", len(same), len(lines), err)
	}
}

// edits changes a file at some places: each edit is two bytes of place and one
// that is put there.
func edits(book []byte, edits []byte) []byte {
	book = bytes.Clone(book)
	for ; len(edits) >= 3; edits = edits[3:] {
		book[int(binary.LittleEndian.Uint16(edits))%len(book)] = edits[2]
	}
	return book
}

func FuzzPages(f *testing.F) {
	path := small(f, 14)
	book := read(f, path)
	book = book[:used(f, book)]
	f.Add([]byte{})
	for at := range 2 * minPageSize / 16 {
		f.Add([]byte{byte(at * 16), byte(at >> 4), 0xff})
	}
	for page := 2; page*minPageSize < len(book); page++ {
		for field := range 32 {
			at := page*minPageSize + field
			f.Add([]byte{byte(at), byte(at >> 8), 3})
		}
	}
	f.Fuzz(func(t *testing.T, changes []byte) {
		boltAgrees(t, repaired(edits(book, changes)))
		boltAgrees(t, edits(book, changes))
		boltAgrees(t, changes)
	})
}

// The pages of a sound book with one thing wrong that bbolt would not survive.
func TestPagesRefuse(t *testing.T) {
	path := small(t, 40)
	book := read(t, path)
	p, err := newPages(bytes.NewReader(book), int64(len(book)))
	must(t, err)
	newer := int(p.meta.txid%2) * minPageSize
	at := func(page uint64, offset int) int { return int(page)*minPageSize + offset }
	put64 := func(b []byte, at int, v uint64) { binary.LittleEndian.PutUint64(b[at:], v) }
	put32 := func(b []byte, at int, v uint32) { binary.LittleEndian.PutUint32(b[at:], v) }
	put16 := func(b []byte, at int, v uint16) { binary.LittleEndian.PutUint16(b[at:], v) }
	branch := recordsRoot(t, book)
	leaf := binary.LittleEndian.Uint64(book[at(branch, pageHeader+8):])
	for name, harm := range map[string]func(b []byte){
		"root outside":          func(b []byte) { put64(b, newer+pageHeader+16, 1<<40) },
		"root is a meta page":   func(b []byte) { put64(b, newer+pageHeader+16, 1) },
		"root is the freelist":  func(b []byte) { put64(b, newer+pageHeader+16, p.meta.freelist) },
		"no freelist":           func(b []byte) { put64(b, newer+pageHeader+32, 1<<64-1) },
		"freelist is a leaf":    func(b []byte) { put64(b, newer+pageHeader+32, leaf) },
		"more pages than bytes": func(b []byte) { put64(b, newer+pageHeader+40, 1<<30) },
		"fewer pages than used": func(b []byte) { put64(b, newer+pageHeader+40, 5) },
		"transaction skipped":   func(b []byte) { put64(b, newer+pageHeader+48, p.meta.txid+1) },
		"odd page size":         func(b []byte) { put32(b, newer+pageHeader+8, 1000) },
		"huge page size":        func(b []byte) { put32(b, newer+pageHeader+8, 1<<31) },
		"two page types":        func(b []byte) { put16(b, at(leaf, 8), leafPage|branchPage) },
		"wrong number":          func(b []byte) { put64(b, at(leaf, 0), leaf+1) },
		"endless page":          func(b []byte) { put32(b, at(leaf, 12), 1<<31) },
		"long page":             func(b []byte) { put32(b, at(leaf, 12), 1) },
		"too many elements":     func(b []byte) { put16(b, at(leaf, 10), 0xffff) },
		"no elements":           func(b []byte) { put16(b, at(leaf, 10), 0) },
		"empty branch":          func(b []byte) { put16(b, at(branch, 10), 0) },
		"element outside":       func(b []byte) { put32(b, at(leaf, pageHeader+4), 1<<31) },
		"element in the header": func(b []byte) { put32(b, at(leaf, pageHeader+4), 4) },
		"endless key":           func(b []byte) { put32(b, at(leaf, pageHeader+8), 1<<32-1) },
		"empty key":             func(b []byte) { put32(b, at(leaf, pageHeader+8), 0) },
		"endless value":         func(b []byte) { put32(b, at(leaf, pageHeader+12), 1<<32-1) },
		"a bucket in a bucket":  func(b []byte) { put32(b, at(leaf, pageHeader), bucketFlag) },
		"unknown flag":          func(b []byte) { put32(b, at(leaf, pageHeader), 2) },
		"a circle":              func(b []byte) { put64(b, at(branch, pageHeader+8), branch) },
		"the same child twice": func(b []byte) {
			copy(b[at(branch, pageHeader+elementSize+8):], b[at(branch, pageHeader+8):at(branch, pageHeader+16)])
		},
		"children swapped": func(b []byte) {
			put64(b, at(branch, pageHeader+8), binary.LittleEndian.Uint64(book[at(branch, pageHeader+elementSize+8):]))
			put64(b, at(branch, pageHeader+elementSize+8), leaf)
		},
		"more free than fit":  func(b []byte) { put16(b, at(p.meta.freelist, 10), 0x1000) },
		"endless free":        func(b []byte) { put16(b, at(p.meta.freelist, 10), 0xffff); put64(b, at(p.meta.freelist, 16), 1<<63) },
		"a used page is free": func(b []byte) { put64(b, at(p.meta.freelist, 16), leaf) },
		"a meta page is free": func(b []byte) { put64(b, at(p.meta.freelist, 16), 1) },
		"free page outside":   func(b []byte) { put64(b, at(p.meta.freelist, 16), p.meta.high) },
		"one page forgotten": func(b []byte) {
			put16(b, at(p.meta.freelist, 10), binary.LittleEndian.Uint16(b[at(p.meta.freelist, 10):])-1)
		},
	} {
		b := bytes.Clone(book)
		harm(b)
		if _, _, err := linesOf(repaired(b)); err == nil {
			t.Errorf("%s: nothing was noticed", name)
		}
	}
}

// recordsRoot is the page at which the tree of records begins.
func recordsRoot(t testing.TB, book []byte) (root uint64) {
	t.Helper()
	p, err := newPages(bytes.NewReader(book), int64(len(book)))
	must(t, err)
	_, records, err := p.buckets()
	must(t, err)
	return binary.LittleEndian.Uint64(records)
}
