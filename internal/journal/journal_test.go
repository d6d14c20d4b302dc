package journal

import (
	"bytes"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"shuping/internal/fault"
)

var afternoon = time.Date(2024, 1, 18, 14, 30, 0, 0, time.FixedZone("CST", 8*3600))

// entry is the n-th of a meeting in which paper sheets are entered: every tenth
// record opens a bundle, with an instant and a person, the others are sheets
// without.
func entry(n int) Entry {
	if n%10 == 1 {
		return Entry{
			Kind:  "bundle-opened",
			Event: fmt.Appendf(nil, `{"bundle":%d,"size":10}`, n/10+1),
			At:    afternoon.Add(time.Duration(n) * time.Second),
			Who:   Who{Role: "recorder", Name: "记录人"},
		}
	}
	return Entry{Kind: "ballot-entered", Event: fmt.Appendf(nil, `{"marks":[%d,2],"sheet":%d}`, n%4+1, n)}
}

func entries(from, to int) []Entry {
	var all []Entry
	for n := from; n <= to; n++ {
		all = append(all, entry(n))
	}
	return all
}

// session makes a session of n records, one by one, and closes it.
func session(t testing.TB, n int) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "meeting.shuping")
	b, err := Create(path, entry(1))
	must(t, err)
	for i := 2; i <= n; i++ {
		appendTo(t, b, entry(i))
	}
	must(t, b.Close())
	return path
}

func must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func appendTo(t testing.TB, b *Book, e ...Entry) []Record {
	t.Helper()
	records, err := b.Append(e...)
	must(t, err)
	return records
}

func opened(t testing.TB, path string) (*Book, Report) {
	t.Helper()
	b, report, err := Open(path)
	must(t, err)
	t.Cleanup(func() { b.Close() })
	return b, report
}

// told is every line of an open book.
func told(t testing.TB, b *Book) []string {
	t.Helper()
	var all []string
	for r, err := range b.Records(1) {
		must(t, err)
		all = append(all, string(r.Line()))
	}
	return all
}

func wantCode(t testing.TB, err error, want fault.Code) {
	t.Helper()
	if CodeOf(err) != want {
		t.Fatalf("error %v, code %q; want %q", err, CodeOf(err), want)
	}
}

func read(t testing.TB, path string) []byte {
	t.Helper()
	b, err := os.ReadFile(path)
	must(t, err)
	return b
}

func write(t testing.TB, path string, b []byte) {
	t.Helper()
	must(t, os.WriteFile(path, b, 0o600))
}

func twinLines(t testing.TB, path string) []string {
	t.Helper()
	return strings.Split(strings.TrimSuffix(string(read(t, path+suffix)), "\n"), "\n")
}

// folder is every file beside path with its content.
func folder(t testing.TB, path string) map[string]string {
	t.Helper()
	names, err := os.ReadDir(filepath.Dir(path))
	must(t, err)
	files := make(map[string]string)
	for _, name := range names {
		files[name.Name()] = string(read(t, filepath.Join(filepath.Dir(path), name.Name())))
	}
	return files
}

// unchanged runs what must leave the folder of path as it is.
func unchanged(t testing.TB, path string, run func()) {
	t.Helper()
	before := folder(t, path)
	run()
	after := folder(t, path)
	if !maps.Equal(before, after) {
		t.Fatalf("the folder has changed: %v, then %v",
			slices.Sorted(maps.Keys(before)), slices.Sorted(maps.Keys(after)))
	}
}

// another is the path of a second session whose files are copies of the first.
func another(t testing.TB, path string) string {
	t.Helper()
	copied := filepath.Join(t.TempDir(), filepath.Base(path))
	write(t, copied, read(t, path))
	write(t, copied+suffix, read(t, path+suffix))
	return copied
}

func damaged(b []byte, at int, mask byte) []byte {
	b = bytes.Clone(b)
	b[at] ^= mask
	return b
}

func (r Report) has(code NoteCode) bool {
	for _, n := range r.Notes {
		if n.Code == code {
			return true
		}
	}
	return false
}
