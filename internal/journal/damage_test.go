package journal

import (
	"bytes"
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"testing"
)

// small is a session with small pages, so that the part of its file that is in
// use is small enough to be damaged byte by byte. It has gone through several
// transactions and one rebuilding of its tree, and its records take several
// leaves.
func small(t testing.TB, n int) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "meeting.shuping")
	first, _, err := newBatch(path, Head{}, entries(1, 1))
	must(t, err)
	must(t, establish(path, minPageSize, first.lines()))
	b, _, err := Open(path)
	must(t, err)
	for i := 2; i <= n; i++ {
		appendTo(t, b, entry(i))
	}
	must(t, b.Close())
	return path
}

// examine judges two files given as bytes, as opening would.
func examine(book, twin []byte) (*verdict, error) {
	b, t := absent("meeting.shuping", true), absent("meeting.shuping.log", false)
	for s, content := range map[*strand][]byte{b: book, t: twin} {
		if content != nil {
			s.flaw, s.src, s.size = nil, bytes.NewReader(content), int64(len(content))
		}
	}
	readBoth(b, t)
	return judge(b, t)
}

func (v *verdict) text(t testing.TB) []string {
	t.Helper()
	var all []string
	for line, err := range v.lines {
		must(t, err)
		all = append(all, string(line))
	}
	return all
}

// used is how many bytes of a bbolt file belong to pages that were ever used.
func used(t testing.TB, book []byte) int {
	t.Helper()
	p, err := newPages(bytes.NewReader(book), int64(len(book)))
	must(t, err)
	return int(p.meta.high * p.meta.pageSize)
}

// Whatever happens to a byte of one file, the other one has all the records: the
// verdict is the whole chain, and no note calls a record lost.
func TestNoByteOfEitherFileLosesARecord(t *testing.T) {
	t.Parallel()
	path := small(t, 14)
	want := twinLines(t, path)
	book, twin := read(t, path), read(t, path+suffix)
	size := used(t, book)
	t.Logf("book %d bytes, %d in use; twin %d bytes", len(book), size, len(twin))
	check := func(book, twin []byte, what string, at int) *verdict {
		v, err := examine(book, twin)
		if err != nil {
			t.Fatalf("%s, byte %d: %v", what, at, err)
		}
		if got := v.text(t); !slices.Equal(got, want) || (v.report().has(RecordsLost)) {
			t.Fatalf("%s, byte %d: %d records of %d, %v", what, at, len(got), len(want), v.notes)
		}
		return v
	}
	for at := range size {
		check(damaged(book, at, 1<<(at%8)), twin, "book", at)
	}
	for at := range twin {
		if v := check(book, damaged(twin, at, 1<<(at%8)), "twin", at); v.bad() == nil && len(v.notes) == 0 {
			t.Fatalf("twin, byte %d: nothing was noticed", at)
		}
	}
}

// The same with real files and with bbolt: opening neither panics nor hangs, all
// records come back, and the session takes the next one.
func TestOpenSurvivesEachByte(t *testing.T) {
	t.Parallel()
	path := small(t, 9)
	want := twinLines(t, path)
	book, twin := read(t, path), read(t, path+suffix)
	step := 5
	if testing.Short() {
		step = 97
	}
	for at := 0; at < used(t, book); at += step {
		reopen(t, damaged(book, at, 1<<(at%8)), twin, want, fmt.Sprint("book, byte ", at))
	}
	for at := 0; at < len(twin); at += step {
		reopen(t, book, damaged(twin, at, 1<<(at%8)), want, fmt.Sprint("twin, byte ", at))
	}
}

// reopen opens a pair of files and wants these records, and then one more.
func reopen(t *testing.T, book, twin []byte, want []string, what string) Report {
	t.Helper()
	path := filepath.Join(t.TempDir(), "meeting.shuping")
	write(t, path, book)
	write(t, path+suffix, twin)
	b, report, err := Open(path)
	if err != nil {
		t.Fatalf("%s: %v", what, err)
	}
	defer b.Close()
	if got := told(t, b); !slices.Equal(got, want) {
		t.Fatalf("%s: %d records of %d; %v", what, len(got), len(want), report)
	}
	if report.has(RecordsLost) {
		t.Fatalf("%s: %v", what, report)
	}
	appendTo(t, b, entry(99))
	return report
}

// The bytes that are cut off one file are in the other.
func TestTruncationLosesNoRecord(t *testing.T) {
	path := small(t, 9)
	want := twinLines(t, path)
	book, twin := read(t, path), read(t, path+suffix)
	for size := 0; size < len(book); size += 511 {
		v, err := examine(book[:size], twin)
		must(t, err)
		if got := v.text(t); !slices.Equal(got, want) {
			t.Fatalf("book of %d bytes: %d records", size, len(got))
		}
	}
	for size := range twin {
		v, err := examine(book, twin[:size])
		must(t, err)
		if got := v.text(t); !slices.Equal(got, want) || v.holds(v.twin) {
			t.Fatalf("twin of %d bytes: %d records, %v", size, len(got), v.notes)
		}
	}
	for _, size := range []int{0, 1, 100, minPageSize, 3 * minPageSize, len(book) - 1} {
		reopen(t, book[:size], twin, want, fmt.Sprint("book of ", size))
	}
	for _, size := range []int{0, 1, 300, len(twin) - 1} {
		reopen(t, book, twin[:size], want, fmt.Sprint("twin of ", size))
	}
}

// With one copy gone and the other damaged, everything is recovered that still
// proves itself without a gap, or nothing is touched.
func TestOneDamagedCopyAlone(t *testing.T) {
	path := small(t, 14)
	want := twinLines(t, path)
	book, twin := read(t, path), read(t, path+suffix)
	begins := func(v *verdict, err error) {
		t.Helper()
		if err != nil {
			if CodeOf(err) == "" {
				t.Fatal(err)
			}
			return
		}
		if got := v.text(t); !slices.Equal(got, want[:len(got)]) || len(got) == 0 {
			t.Fatalf("%d records that were not appended", len(got))
		}
	}
	for at := 0; at < used(t, book); at += 3 {
		begins(examine(damaged(book, at, 0x10), nil))
		begins(examine(book[:at], nil))
	}
	for at := range twin {
		begins(examine(nil, damaged(twin, at, 0x10)))
		begins(examine(nil, twin[:at]))
		begins(examine(book[:at%used(t, book)], twin[:at]))
	}
}

// Both copies are damaged, each at a record that the other still has whole.
func TestTwoDamagedCopiesMakeAWholeOne(t *testing.T) {
	path := small(t, 12)
	want := twinLines(t, path)
	book := bytes.Replace(read(t, path), []byte(`"sheet":4}`), []byte(`"sheet":5}`), -1)
	twin := bytes.Replace(read(t, path+suffix), []byte(`"sheet":9}`), []byte(`"sheet":8}`), 1)
	report := reopen(t, book, twin, want, "both")
	if !report.has(BookRebuilt) || !report.has(TwinRebuilt) || report.has(UnseenRecord) {
		t.Errorf("%v", report)
	}
}

// Both copies are damaged at the same record: what follows cannot be proven, and
// the report says how much that is.
func TestWhatBothCopiesLostIsSaid(t *testing.T) {
	path := small(t, 12)
	want := twinLines(t, path)
	book := bytes.ReplaceAll(read(t, path), []byte(`"sheet":4}`), []byte(`"sheet":5}`))
	twin := bytes.ReplaceAll(read(t, path+suffix), []byte(`"sheet":4}`), []byte(`"sheet":5}`))
	v, err := examine(book, twin)
	must(t, err)
	if got := v.text(t); !slices.Equal(got, want[:3]) {
		t.Errorf("%d records", len(got))
	}
	if i := slices.IndexFunc(v.notes, func(n Note) bool { return n.Code == RecordsLost }); i < 0 || v.notes[i].First != 4 || v.notes[i].Last != 12 {
		t.Errorf("%v", v.notes)
	}
}

// The last record is damaged in both: only the head record knows that it was.
func TestTheHeadKnowsTheLastRecord(t *testing.T) {
	path := small(t, 12)
	book := bytes.ReplaceAll(read(t, path), []byte(`"sheet":12}`), []byte(`"sheet":13}`))
	twin := read(t, path+suffix)
	twin = twin[:bytes.LastIndexByte(twin[:len(twin)-1], '\n')+1]
	v, err := examine(book, twin)
	must(t, err)
	if v.count() != 11 || len(v.notes) != 1 || v.notes[0].Code != RecordsLost || v.notes[0].First != 12 || v.notes[0].Last != 12 {
		t.Errorf("%d records, %v", v.count(), v.notes)
	}
}

func TestABadDiskIsNoEmptySession(t *testing.T) {
	path := small(t, 9)
	book := read(t, path)
	s := absent(path, true)
	s.flaw, s.src, s.size = nil, bad{}, int64(len(book))
	s.read(nil)
	if s.sound() || s.count() > 0 || !errors.Is(s.flaw, errBad) {
		t.Errorf("%v", s.flaw)
	}
	_, err := judge(s, absent(path+suffix, false))
	if !errors.Is(err, errBad) {
		t.Errorf("%v", err)
	}
}

var errBad = errors.New("input/output error")

type bad struct{}

func (bad) ReadAt([]byte, int64) (int, error) { return 0, errBad }
