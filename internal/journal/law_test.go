package journal

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"
)

// Appended in whatever portions, with reopening in between, the records are the
// same as appended at once: their bytes depend on the entries alone.
func TestPortionsMakeNoDifference(t *testing.T) {
	dir := t.TempDir()
	n := 0
	rapid.Check(t, func(t *rapid.T) {
		n++
		path := filepath.Join(dir, fmt.Sprint(n, ".shuping"))
		all := rapid.SliceOfN(anEntry, 1, 30).Draw(t, "entries")
		whole, _, err := newBatch(path, Head{}, all)
		if err != nil {
			t.Fatal(err)
		}
		first := rapid.IntRange(1, len(all)).Draw(t, "first")
		b, err := Create(path, all[:first]...)
		if err != nil {
			t.Fatal(err)
		}
		for rest := all[first:]; len(rest) > 0; {
			size := rapid.IntRange(1, len(rest)).Draw(t, "size")
			if _, err := b.Append(rest[:size]...); err != nil {
				t.Fatal(err)
			}
			rest = rest[size:]
			if rapid.Bool().Draw(t, "reopen") {
				b.Close()
				var report Report
				if b, report, err = Open(path); err != nil || len(report.Notes) > 0 {
					t.Fatal(report, err)
				}
			}
		}
		b.Close()
		twin, err := os.ReadFile(path + suffix)
		if err != nil || !slices.Equal(twin, whole.bytes) {
			t.Fatalf("the twin differs: %v", err)
		}
		if report, err := Check(path); err != nil || report.Head != whole.head {
			t.Fatal(report, err)
		}
	})
}

var anEntry = rapid.Custom(func(t *rapid.T) Entry {
	e := Entry{
		Kind:  rapid.StringMatching(`[a-z][a-z0-9]{0,5}(-[a-z0-9]{1,5}){0,2}`).Draw(t, "kind"),
		Event: appendString([]byte(`{"":`), rapid.String().Draw(t, "text")),
		Who:   Who{Role: rapid.String().Draw(t, "role"), Name: rapid.String().Draw(t, "name")},
	}
	e.Event = append(e.Event, '}')
	if rapid.Bool().Draw(t, "timed") {
		e.At = time.UnixMilli(rapid.Int64Range(-6e13, 2.5e14).Draw(t, "at"))
	}
	return e
})

// Whatever is harmed in both files at once: what comes back is what was appended,
// from the first record on, and if anything is missing the notes say so.
func TestHarmToBothFilesIsNeverSilent(t *testing.T) {
	path := small(t, 14)
	want := twinLines(t, path)
	book, twin := read(t, path), read(t, path+suffix)
	size := used(t, book)
	rapid.Check(t, func(t *rapid.T) {
		b, w := slices.Clone(book), slices.Clone(twin)
		for range rapid.IntRange(0, 3).Draw(t, "in the book") {
			b[rapid.IntRange(0, size-1).Draw(t, "at")] ^= rapid.Byte().Draw(t, "mask")
		}
		w[rapid.IntRange(0, len(w)-1).Draw(t, "in the twin")] ^= 1 << rapid.IntRange(0, 7).Draw(t, "bit")
		v, err := examine(b, w)
		if err != nil {
			if CodeOf(err) == "" {
				t.Fatal(err)
			}
			return
		}
		n := 0
		for line, err := range v.lines {
			if err != nil || string(line) != want[n] {
				t.Fatalf("record %d is not the one that was appended: %v", n+1, err)
			}
			n++
		}
		if n == 0 || n < len(want) && !v.report().has(RecordsLost) {
			t.Fatalf("%d records of %d, %v", n, len(want), v.notes)
		}
	})
}
