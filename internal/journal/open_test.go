package journal

import (
	"bytes"
	"encoding/binary"
	"errors"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"go.etcd.io/bbolt"

	"shuping/internal/fault"
)

func note(t testing.TB, r Report, code NoteCode) Note {
	t.Helper()
	for _, n := range r.Notes {
		if n.Code == code {
			return n
		}
	}
	t.Fatalf("no note %s in %v", code, r)
	return Note{}
}

// image is what lies on the disk at one moment.
type image struct{ book, twin []byte }

func photograph(t testing.TB, path string) image {
	t.Helper()
	return image{read(t, path), read(t, path+suffix)}
}

// The power fails after the twin was flushed and before bbolt has committed: the
// record was never shown, it counts now, and it is named.
func TestPowerCutBetweenTwinAndBook(t *testing.T) {
	path := session(t, 9)
	before := photograph(t, path)
	b, _, err := Open(path)
	must(t, err)
	appendTo(t, b, entry(10))
	appendTo(t, b, entries(11, 13)...)
	must(t, b.Close())
	after := photograph(t, path)
	want := twinLines(t, path)

	first := bytes.Index(after.twin, []byte(want[9]))
	report := reopen(t, before.book, after.twin[:first+len(want[9])+1], want[:10], "one record")
	n := note(t, report, UnseenRecord)
	if n.First != 10 || n.Last != 10 || !slices.Equal(n.Kinds, []string{"ballot-entered"}) {
		t.Errorf("%+v", n)
	}
	if len(report.Notes) != 1 {
		t.Errorf("%+v", report.Notes)
	}

	report = reopen(t, before.book, after.twin, want, "two writes")
	n = note(t, report, UnseenRecord)
	if n.First != 10 || n.Last != 13 || !slices.Equal(n.Kinds, []string{"ballot-entered", "bundle-opened"}) {
		t.Errorf("%+v", n)
	}
}

// The power fails while the twin is being written: the write counts as a whole
// or not at all, wherever it was cut within a line.
func TestPowerCutWithinTheTwin(t *testing.T) {
	path := session(t, 9)
	before := photograph(t, path)
	b, _, err := Open(path)
	must(t, err)
	appendTo(t, b, entries(10, 13)...)
	must(t, b.Close())
	after := photograph(t, path)
	want := twinLines(t, path)
	for size := len(before.twin) + 1; size < len(after.twin); size++ {
		if after.twin[size-1] == '\n' {
			continue
		}
		v, err := examine(before.book, after.twin[:size])
		must(t, err)
		if got := v.text(t); !slices.Equal(got, want[:9]) || !v.holds(v.book) || v.notes[0].Code != TornLine || v.notes[0].First != 10 {
			t.Fatalf("%d records, %v", len(got), v.notes)
		}
	}
	report := reopen(t, before.book, after.twin[:len(after.twin)-1], want[:9], "the last newline")
	if n := note(t, report, TornLine); n.First != 10 || n.Last != 12 {
		t.Errorf("%+v", n)
	}
	if kept := note(t, report, TornLine).Kept; !bytes.Equal(read(t, kept), after.twin[len(before.twin):len(after.twin)-1]) {
		t.Error("the unfinished write was not kept as it was")
	}
}

// A twin that breaks off within a record that was acknowledged has lost it, and
// no unfinished write is told of. Of the last write alone nobody can tell whether it
// was acknowledged.
func TestATwinCutWithinAnAcknowledgedRecord(t *testing.T) {
	path := session(t, 9)
	whole, want := photograph(t, path), twinLines(t, path)
	for last, code := range map[int]NoteCode{9: UnseenRecord, 8: SingleCopy, 4: SingleCopy} {
		cut := len(strings.Join(want[:last], "\n")) - 1
		report := reopen(t, whole.book, whole.twin[:cut], want, "a cut twin")
		if n := note(t, report, code); n.First != uint64(last) || n.Last != 9 {
			t.Errorf("%+v", n)
		}
		for _, n := range report.Notes {
			if n.Code == TornLine {
				t.Errorf("%v", n)
			}
		}
	}
}

// The power fails while bbolt is writing: its new pages are there, its meta page
// is still that of the transaction before, or torn.
func TestPowerCutWithinTheBook(t *testing.T) {
	path := small(t, 9)
	before := photograph(t, path)
	b, _, err := Open(path)
	must(t, err)
	appendTo(t, b, entry(10))
	must(t, b.Close())
	after := photograph(t, path)
	want := twinLines(t, path)
	newer := 0
	if binary.LittleEndian.Uint64(after.book[minPageSize+64:]) > binary.LittleEndian.Uint64(after.book[64:]) {
		newer = minPageSize
	}
	for cut := 0; cut < pageHeader+metaSize; cut++ {
		book := bytes.Clone(after.book)
		copy(book[newer+cut:newer+minPageSize], before.book[newer+cut:])
		v, err := examine(book, after.twin)
		must(t, err)
		if got := v.text(t); !slices.Equal(got, want) {
			t.Fatalf("meta page cut at %d: %d records", cut, len(got))
		}
		if v.holds(v.book) {
			continue
		}
		if n := note(t, v.report(), UnseenRecord); n.First != 10 || n.Last != 10 {
			t.Fatalf("meta page cut at %d: %v", cut, n)
		}
	}
	book := bytes.Clone(after.book)
	copy(book[newer:newer+minPageSize], before.book[newer:])
	report := reopen(t, book, after.twin, want, "no meta page")
	if n := note(t, report, UnseenRecord); n.First != 10 || n.Last != 10 {
		t.Errorf("%+v", n)
	}
	// Pages written, in any order, without a meta page: bbolt's own promise.
	for page := 2 * minPageSize; page < len(before.book); page += minPageSize {
		book := bytes.Clone(before.book)
		copy(book[page:page+minPageSize], after.book[page:])
		v, err := examine(book, after.twin)
		must(t, err)
		if got := v.text(t); !slices.Equal(got, want) {
			t.Fatalf("page at %d: %d records", page, len(got))
		}
	}
}

func TestOneFileIsMissing(t *testing.T) {
	path := session(t, 9)
	want := twinLines(t, path)
	for _, gone := range []string{path, path + suffix} {
		must(t, os.Remove(gone))
		b, report, err := Open(path)
		must(t, err)
		if got := told(t, b); !slices.Equal(got, want) {
			t.Errorf("%d records", len(got))
		}
		must(t, b.Close())
		if len(report.Notes) != 1 || report.Notes[0].File != gone || report.Notes[0].Kept != "" {
			t.Errorf("%v", report.Notes)
		}
		if _, err := Check(path); err != nil {
			t.Error(err)
		}
	}
	if files := folder(t, path); len(files) != 2 {
		t.Errorf("%v", slices.Sorted(maps.Keys(files)))
	}
}

// The twin was put back from an older copy: its records are acknowledged ones,
// and come back from the book.
func TestTwinFromAnOlderCopy(t *testing.T) {
	path := session(t, 5)
	older := read(t, path+suffix)
	b, _, err := Open(path)
	must(t, err)
	appendTo(t, b, entries(6, 11)...)
	appendTo(t, b, entry(12))
	must(t, b.Close())
	report := reopen(t, read(t, path), older, twinLines(t, path), "older twin")
	if n := note(t, report, SingleCopy); n.First != 6 || n.Last != 12 || report.has(UnseenRecord) {
		t.Errorf("%+v", report.Notes)
	}
}

// Two sessions that began as one and went on apart: nobody but a person can say
// which is right.
func TestForkedCopies(t *testing.T) {
	path := session(t, 5)
	apart := another(t, path)
	for i, p := range []string{path, apart} {
		b, _, err := Open(p)
		must(t, err)
		appendTo(t, b, entry(6+i), entry(8))
		must(t, b.Close())
	}
	write(t, path+suffix, read(t, apart+suffix))
	refuses(t, path, Forked)
	if _, _, err := Open(path); err.(*fault.Fault).At.Record != 6 {
		t.Error(err)
	}
	whole := read(t, path+suffix)
	write(t, path+suffix, damaged(whole, 5, 1))
	refuses(t, path, Forked)

	stranger := session(t, 1)
	b, _, err := Open(stranger)
	must(t, err)
	appendTo(t, b, entry(77))
	must(t, b.Close())
	write(t, path, damaged(read(t, path), 20, 1))
	write(t, path+suffix, journalLine(Entry{Kind: "a", Event: []byte(`{}`)}))
	refuses(t, path, Forked)
}

func journalLine(e Entry) []byte {
	b, _, err := newBatch("", Head{}, []Entry{e})
	if err != nil {
		panic(err)
	}
	return b.bytes
}

// refuses opens and checks a session that must be left as it is.
func refuses(t testing.TB, path string, code fault.Code) {
	t.Helper()
	unchanged(t, path, func() {
		b, report, err := Open(path)
		if b != nil {
			b.Close()
		}
		if CodeOf(err) != code || b != nil || len(report.Notes) > 0 {
			t.Fatalf("Open: %v, %v; want %s", report, err, code)
		}
		if _, err := Check(path); CodeOf(err) != code {
			t.Fatalf("Check: %v; want %s", err, code)
		}
	})
}

var strangers = map[string][]byte{
	"picture":  append([]byte("\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR"), bytes.Repeat([]byte{7}, 9000)...),
	"SQLite":   append([]byte("SQLite format 3\x00"), make([]byte, 9000)...),
	"text":     []byte("not a session\n"),
	"one byte": []byte("x"),
}

func TestForeignFilesAreNotSessions(t *testing.T) {
	for name, content := range strangers {
		path := filepath.Join(t.TempDir(), "meeting.shuping")
		write(t, path, content)
		refuses(t, path, Foreign)
		write(t, path+suffix, []byte("nor this\n"))
		refuses(t, path, Foreign)
		t.Log(name)
	}
}

func TestTheDatabaseOfAnotherProgramIsNoSession(t *testing.T) {
	path := filepath.Join(t.TempDir(), "meeting.shuping")
	db, err := bbolt.Open(path, 0o600, nil)
	must(t, err)
	must(t, db.Update(func(tx *bbolt.Tx) error {
		_, err := tx.CreateBucket([]byte("cookies"))
		return err
	}))
	must(t, db.Close())
	refuses(t, path, Foreign)
}

// The twin given in the place of the session is a whole chain, and still not the
// file that was meant.
func TestTheTwinIsNotTheSession(t *testing.T) {
	refuses(t, session(t, 3)+suffix, Foreign)
}

func TestAForeignFileInTheSessionsPlace(t *testing.T) {
	path := session(t, 9)
	want, twin := twinLines(t, path), read(t, path+suffix)
	for name, content := range strangers {
		report := reopen(t, content, twin, want, name)
		if kept := note(t, report, BookRebuilt).Kept; !bytes.Equal(read(t, kept), content) {
			t.Errorf("%s was not kept", name)
		}
	}
	reopen(t, read(t, path), strangers["picture"], want, "picture as twin")
}

func TestAnEmptyFileIsNotANewMeeting(t *testing.T) {
	path := filepath.Join(t.TempDir(), "meeting.shuping")
	write(t, path, nil)
	refuses(t, path, Empty)
	write(t, path+suffix, nil)
	refuses(t, path, Empty)
	must(t, os.Remove(path))
	refuses(t, path, Empty)
	must(t, os.Remove(path+suffix))
	refuses(t, path, Missing)
	must(t, os.Mkdir(path, 0o700))
	_, _, err := Open(path)
	wantCode(t, err, Foreign)
}

func TestNothingThatProvesItselfIsAFault(t *testing.T) {
	path := small(t, 3)
	book, twin := read(t, path), read(t, path+suffix)
	book = bytes.ReplaceAll(book, []byte(`"kind":"`), []byte(`"kinb":"`))
	write(t, path, book)
	write(t, path+suffix, bytes.ReplaceAll(twin, []byte(`"kind":"`), []byte(`"kinb":"`)))
	refuses(t, path, Damaged)
}

func TestDamagedFilesAreNumbered(t *testing.T) {
	path := session(t, 3)
	for n := range 3 {
		bad := damaged(read(t, path+suffix), 40+n, 1)
		write(t, path+suffix, bad)
		b, report, err := Open(path)
		must(t, err)
		must(t, b.Close())
		kept := note(t, report, TwinRebuilt).Kept
		if want := path + suffix + ".damaged-" + string(rune('1'+n)); kept != want || !bytes.Equal(read(t, kept), bad) {
			t.Errorf("kept as %s, want %s", kept, want)
		}
	}
}

func TestCheckChangesNothing(t *testing.T) {
	path := session(t, 9)
	unchanged(t, path, func() {
		report, err := Check(path)
		must(t, err)
		if report.Records != 9 || len(report.Notes) > 0 {
			t.Errorf("%v", report)
		}
	})
	book, twin := read(t, path), read(t, path+suffix)
	for name, c := range map[string]struct {
		book, twin []byte
		code       fault.Code
		file       string
		record     uint64
	}{
		"damaged twin": {book, damaged(twin, bytes.Index(twin, []byte(`"sheet":5`)), 1), Damaged, path + suffix, 5},
		"wrong twin":   {book, append(bytes.Clone(twin[:bytes.Index(twin, []byte(`"sheet":5`))]), "###"...), Torn, path + suffix, 5},
		"damaged book": {damaged(book, 16, 1), twin, Damaged, path, 0},
		"no book":      {nil, twin, Missing, path, 0},
		"no twin":      {book, nil, Missing, path + suffix, 0},
	} {
		for file, content := range map[string][]byte{path: c.book, path + suffix: c.twin} {
			must(t, os.RemoveAll(file))
			if content != nil {
				write(t, file, content)
			}
		}
		unchanged(t, path, func() {
			report, err := Check(path)
			var f *fault.Fault
			if !errors.As(err, &f) || f.Code != c.code || f.At.File != c.file || f.At.Record != c.record {
				t.Errorf("%s: %v", name, err)
			}
			if report.Records < 8 {
				t.Errorf("%s: %v", name, report)
			}
		})
	}
}

// What a kill or a power cut leaves is read and checked as it is, by name, and
// opening appends what lacks: no file is written anew and none is called damaged.
func TestWhatAKillLeavesIsNoDamage(t *testing.T) {
	path := session(t, 9)
	before := photograph(t, path)
	b, _, err := Open(path)
	must(t, err)
	appendTo(t, b, entries(10, 13)...)
	must(t, b.Close())
	after := photograph(t, path)
	want := twinLines(t, path)
	tenth := len(strings.Join(want[:10], "\n")) + 1
	zeros := make([]byte, 700)
	for name, c := range map[string]struct {
		book, twin []byte
		records    int
		code       NoteCode
		kept       []byte
	}{
		"the book lacks a write":         {before.book, after.twin, 13, UnseenRecord, nil},
		"the book lacks half a write":    {before.book, after.twin[:tenth], 10, UnseenRecord, nil},
		"the twin lacks a write":         {after.book, before.twin, 13, UnseenRecord, nil},
		"the twin lacks half a line":     {after.book, after.twin[:tenth+99], 13, UnseenRecord, nil},
		"the twin lacks a newline":       {after.book, after.twin[:len(after.twin)-1], 13, UnseenRecord, nil},
		"the twin's write never arrived": {after.book, append(bytes.Clone(before.twin), zeros...), 13, UnseenRecord, zeros},
		"half of the twin's arrived":     {after.book, append(append(bytes.Clone(before.twin), zeros[:tenth-len(before.twin)]...), after.twin[tenth:]...), 13, UnseenRecord, append(bytes.Clone(zeros[:tenth-len(before.twin)]), after.twin[tenth:]...)},
		"a write was cut":                {before.book, after.twin[:tenth-1], 9, TornLine, after.twin[len(before.twin) : tenth-1]},
		"a write of several was cut":     {before.book, after.twin[:tenth+99], 9, TornLine, after.twin[len(before.twin) : tenth+99]},
		"a write never arrived":          {before.book, append(bytes.Clone(before.twin), zeros...), 9, TornLine, zeros},
		"nothing but a newline arrived":  {before.book, append(bytes.Clone(before.twin), '\n'), 9, TornLine, []byte("\n")},
		"a hole in a write of several":   {before.book, append(append(bytes.Clone(after.twin[:tenth]), zeros[:99]...), after.twin[tenth+99:]...), 10, TornLine, append(bytes.Clone(zeros[:99]), after.twin[tenth+99:]...)},
		"the second half of it arrived":  {before.book, append(append(bytes.Clone(before.twin), zeros...), after.twin[tenth-99:tenth]...), 9, TornLine, append(bytes.Clone(zeros), after.twin[tenth-99:tenth]...)},
	} {
		t.Run(name, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "meeting.shuping")
			write(t, path, c.book)
			write(t, path+suffix, c.twin)
			var report Report
			unchanged(t, path, func() {
				var err error
				report, err = Check(path)
				must(t, err)
				if n := note(t, report, c.code); len(report.Notes) > 2 || n.Kept != "" {
					t.Errorf("%+v", report.Notes)
				}
				r, found, err := Read(path)
				must(t, err)
				defer r.Close()
				for from := uint64(1); from <= found.Records+1; from++ {
					var got []string
					for rec, err := range r.Records(from) {
						must(t, err)
						got = append(got, string(rec.Line()))
					}
					if !slices.Equal(got, want[from-1:c.records]) {
						t.Errorf("%d records from %d on", len(got), from)
					}
				}
				if found.Head != report.Head || r.Head() != report.Head || len(found.Notes) != len(report.Notes) {
					t.Errorf("%v, %v", found, report)
				}
			})
			b, _ := opened(t, path)
			if got := told(t, b); !slices.Equal(got, want[:c.records]) || b.Head() != report.Head {
				t.Errorf("%d records", len(got))
			}
			appendTo(t, b, entry(99))
			must(t, b.Close())
			files := folder(t, path)
			kept := []byte(files[filepath.Base(path)+suffix+".unfinished-1"])
			if (len(files) == 3) != (c.kept != nil) || len(files) > 3 || !bytes.Equal(kept, c.kept) {
				t.Errorf("%v", slices.Sorted(maps.Keys(files)))
			}
			found, err := Check(path)
			must(t, err)
			if found.Records != uint64(c.records)+1 || len(found.Notes) > 0 {
				t.Errorf("%v", found)
			}
		})
	}
}

// Long chains lag across the marks of the twin, and a book that lacks many
// records takes them in portions.
func TestALongSessionCatchesUp(t *testing.T) {
	path := session(t, 9)
	before := photograph(t, path)
	b, _, err := Open(path)
	must(t, err)
	appendTo(t, b, entries(10, 2*stride+3)...)
	must(t, b.Close())
	after := photograph(t, path)
	want := twinLines(t, path)
	cut := len(strings.Join(want[:stride+1], "\n")) + 1
	for name, c := range map[string]image{
		"book": {before.book, after.twin}, "twin": {after.book, before.twin}, "half": {after.book, after.twin[:cut+50]},
	} {
		write(t, path, c.book)
		write(t, path+suffix, c.twin)
		b, _, err := Open(path)
		must(t, err)
		appendTo(t, b, entry(1))
		for _, from := range []int{1, stride, stride + 1, 2*stride + 1, 2*stride + 4} {
			n := 0
			for r, err := range b.Records(uint64(from)) {
				must(t, err)
				if r.Seq != uint64(from+n) {
					t.Fatalf("%s: record %d where %d was wanted", name, r.Seq, from+n)
				}
				n++
			}
			if n != 2*stride+5-from {
				t.Errorf("%s: %d records from %d on", name, n, from)
			}
		}
		must(t, b.Close())
		opened(t, another(t, path))
	}
}

// What a program that was killed while it wrote a copy anew has left is gone when
// the session is opened again, and nothing else is.
func TestDraftsOfTheKilledAreSwept(t *testing.T) {
	path := session(t, 3)
	for _, name := range []string{".new-123", ".log.new-7", ".new-x", ".new-", ".old-1", "x.new-1"} {
		write(t, path+name, nil)
	}
	opened(t, path)
	files := slices.Sorted(maps.Keys(folder(t, path)))
	want := []string{"meeting.shuping", "meeting.shuping.log", "meeting.shuping.new-", "meeting.shuping.new-x", "meeting.shuping.old-1", "meeting.shupingx.new-1"}
	if !slices.Equal(files, want) {
		t.Errorf("%v", files)
	}
}

func TestReadingRefusesWhatIsDamaged(t *testing.T) {
	path := session(t, 9)
	book, twin := read(t, path), read(t, path+suffix)
	for name, c := range map[string]struct {
		book, twin []byte
		code       fault.Code
	}{
		"damaged twin": {book, damaged(twin, 700, 1), Damaged},
		"damaged book": {damaged(book, 16, 1), twin, Damaged},
		"no twin":      {book, nil, Missing},
	} {
		must(t, errors.Join(os.RemoveAll(path), os.RemoveAll(path+suffix)))
		write(t, path, c.book)
		if c.twin != nil {
			write(t, path+suffix, c.twin)
		}
		unchanged(t, path, func() {
			if _, _, err := Read(path); CodeOf(err) != c.code {
				t.Errorf("%s: %v", name, err)
			}
		})
	}
}

// While a book is open its twin is read; a line that is being written does not
// count, and what is appended later does not belong to the reading.
func TestReadingAnOpenSession(t *testing.T) {
	path := session(t, 9)
	want := twinLines(t, path)
	b, _ := opened(t, path)
	f, err := os.OpenFile(path+suffix, os.O_WRONLY|os.O_APPEND, 0)
	must(t, err)
	_, err = f.WriteString(`{"event":{"ma`)
	must(t, errors.Join(err, f.Close()))
	r, report, err := Read(path)
	must(t, err)
	defer r.Close()
	must(t, os.Truncate(path+suffix, b.size))
	appendTo(t, b, entry(10))
	var got []string
	for rec, err := range r.Records(1) {
		must(t, err)
		got = append(got, string(rec.Line()))
	}
	if !slices.Equal(got, want) || report.Records != 9 || r.Head().Seq != 9 {
		t.Errorf("%d records, %v", len(got), report)
	}
}

func TestNotesAreSentences(t *testing.T) {
	for _, code := range NoteCodes {
		n := Note{Code: code, File: "a.shuping", Kept: "a.shuping.damaged-1", First: 3, Last: 4, Kinds: []string{"ballot-entered"}, Reason: "it was empty"}
		if s := n.String(); !strings.HasSuffix(s, ".") || !strings.Contains(s, " ") {
			t.Errorf("%s: %q", code, s)
		}
	}
	r := Report{Records: 4, Notes: []Note{{Code: RecordsLost, First: 5, Last: 5}}}
	if s := r.String(); !strings.HasPrefix(s, "4 records") || !strings.HasSuffix(s, "Record 5 can no longer be proven and is lost.") {
		t.Errorf("%q", s)
	}
}
