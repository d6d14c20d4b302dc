package journal

import (
	"bytes"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"shuping/internal/fault"
)

func TestWhatWasAppendedComesBack(t *testing.T) {
	path := filepath.Join(t.TempDir(), "meeting.shuping")
	b, err := Create(path, entry(1), entry(2))
	must(t, err)
	if b.Path() != path {
		t.Errorf("path %q", b.Path())
	}
	var want []string
	for r, err := range b.Records(1) {
		must(t, err)
		want = append(want, string(r.Line()))
	}
	for i := 3; i <= 40; i++ {
		for _, r := range appendTo(t, b, entry(i)) {
			want = append(want, string(r.Line()))
		}
	}
	for _, r := range appendTo(t, b, entries(41, 1200)...) {
		want = append(want, string(r.Line()))
	}
	head := b.Head()
	must(t, b.Close())

	b, report := opened(t, path)
	if report.Records != 1200 || report.Head != head || b.Head() != head || len(report.Notes) != 0 {
		t.Errorf("report %v, head %v; want %v", report, b.Head(), head)
	}
	if got := told(t, b); !slices.Equal(got, want) {
		t.Error("the records are not the ones that were appended")
	}
	if got := twinLines(t, path); !slices.Equal(got, want) {
		t.Error("the twin does not hold the lines of the records")
	}
}

func TestRecordKeepsItsEntry(t *testing.T) {
	b, _ := opened(t, session(t, 1))
	in := Entry{
		Kind:  "remark-noted",
		Event: []byte(`{"text":"根河市 \"一般\" 𬭎\n","z":[1,-2.5,1e+21,null,true,{}]}`),
		At:    afternoon.Add(123456789 * time.Nanosecond),
		Who:   Who{Role: "chair", Name: "张\t\"三\"\u0001"},
	}
	returned := appendTo(t, b, in)[0]
	for r, err := range b.Records(2) {
		must(t, err)
		if r.Kind != in.Kind || !bytes.Equal(r.Event, in.Event) || r.Who != in.Who {
			t.Errorf("got %+v", r)
		}
		if want := afternoon.Add(123 * time.Millisecond); !r.At.Equal(want) || r.At.Location() != time.UTC {
			t.Errorf("instant %v, want %v", r.At, want)
		}
		if !bytes.Equal(r.Line(), returned.Line()) {
			t.Errorf("Append returned %s, Records %s", returned.Line(), r.Line())
		}
	}
}

func TestPaperSheetHasNeitherInstantNorPerson(t *testing.T) {
	b, _ := opened(t, session(t, 1))
	r := appendTo(t, b, entry(2))[0]
	if line := string(r.Line()); strings.Contains(line, `"at"`) || strings.Contains(line, `"who"`) {
		t.Errorf("line %s", line)
	}
	if !r.At.IsZero() || r.Who != (Who{}) {
		t.Errorf("record %+v", r)
	}
}

func TestRecordsBeginAnywhere(t *testing.T) {
	path := filepath.Join(t.TempDir(), "meeting.shuping")
	b, err := Create(path, entries(1, 3*stride+7)...)
	must(t, err)
	check := func(b *Book) {
		last := b.Head().Seq
		for _, from := range []uint64{0, 1, 2, stride - 1, stride, stride + 1, stride + 2, 2 * stride, 3*stride + 1, last, last + 1, last + 9} {
			next := max(from, 1)
			for r, err := range b.Records(from) {
				must(t, err)
				if r.Seq != next {
					t.Fatalf("from %d: record %d, want %d", from, r.Seq, next)
				}
				next++
			}
			if next != max(last+1, from) {
				t.Errorf("from %d: ended before %d of %d", from, next, last)
			}
		}
	}
	check(b)
	appendTo(t, b, entries(1, stride+1)...)
	check(b)
	must(t, b.Close())
	b, _ = opened(t, path)
	check(b)
}

func TestALoopOverTheRecordsMayAppend(t *testing.T) {
	b, _ := opened(t, session(t, 5))
	n := 0
	for _, err := range b.Records(1) {
		must(t, err)
		appendTo(t, b, entry(7))
		n++
	}
	if n != 5 || b.Head().Seq != 10 {
		t.Errorf("%d records, head %d", n, b.Head().Seq)
	}
}

func TestManyHandsOneWriter(t *testing.T) {
	path := session(t, 1)
	b, _ := opened(t, path)
	var hands sync.WaitGroup
	for hand := range 4 {
		hands.Go(func() {
			for i := range 10 {
				if _, err := b.Append(entry(hand*10 + i)); err != nil {
					t.Error(err)
				}
				b.Head()
				if err := b.Inspect(); err != nil && CodeOf(err) != LowSpace {
					t.Error(err)
				}
				for _, err := range b.Records(1) {
					if err != nil {
						t.Error(err)
					}
				}
			}
		})
	}
	hands.Wait()
	must(t, b.Close())
	report, err := Check(path)
	must(t, err)
	if report.Records != 41 {
		t.Errorf("%d records", report.Records)
	}
}

func TestAClosedBookTakesNothing(t *testing.T) {
	b, _ := opened(t, session(t, 3))
	must(t, b.Close())
	must(t, b.Close())
	_, err := b.Append(entry(4))
	wantCode(t, err, Stopped)
	wantCode(t, b.Inspect(), Stopped)
	for _, err := range b.Records(1) {
		wantCode(t, err, Stopped)
	}
	if b.Head().Seq != 3 {
		t.Errorf("head %v", b.Head())
	}
}

func TestNothingAppendedIsNothingWritten(t *testing.T) {
	path := session(t, 2)
	b, _ := opened(t, path)
	unchanged(t, path, func() {
		records, err := b.Append()
		if len(records) != 0 || err != nil {
			t.Errorf("%v, %v", records, err)
		}
	})
}

func TestMalformedEntriesAreRefusedWhole(t *testing.T) {
	path := session(t, 2)
	b, _ := opened(t, path)
	long := append(append([]byte(`{"a":"`), bytes.Repeat([]byte("x"), MaxLine)...), `"}`...)
	deep := strings.Repeat(`{"a":`, maxDepth) + "{}" + strings.Repeat("}", maxDepth)
	for name, bad := range map[string]Entry{
		"no kind":           {Event: []byte(`{}`)},
		"capital kind":      {Kind: "Ballot", Event: []byte(`{}`)},
		"Chinese kind":      {Kind: "计票", Event: []byte(`{}`)},
		"hyphens":           {Kind: "a--b", Event: []byte(`{}`)},
		"last hyphen":       {Kind: "a-", Event: []byte(`{}`)},
		"long kind":         {Kind: strings.Repeat("a", MaxKind+1), Event: []byte(`{}`)},
		"no event":          {Kind: "a"},
		"no object":         {Kind: "a", Event: []byte(`[1]`)},
		"space":             {Kind: "a", Event: []byte(`{"a": 1}`)},
		"order":             {Kind: "a", Event: []byte(`{"b":1,"a":1}`)},
		"doubled":           {Kind: "a", Event: []byte(`{"a":1,"a":1}`)},
		"number":            {Kind: "a", Event: []byte(`{"a":1.0}`)},
		"escape":            {Kind: "a", Event: []byte(`{"a":"\u0041"}`)},
		"not UTF-8":         {Kind: "a", Event: []byte("{\"a\":\"\xff\"}")},
		"two objects":       {Kind: "a", Event: []byte(`{}{}`)},
		"too long":          {Kind: "a", Event: long},
		"too deep":          {Kind: "a", Event: []byte(deep)},
		"name not UTF-8":    {Kind: "a", Event: []byte(`{}`), Who: Who{Name: "\xff"}},
		"year ten thousand": {Kind: "a", Event: []byte(`{}`), At: time.Date(10000, 1, 1, 0, 0, 0, 0, time.UTC)},
	} {
		unchanged(t, path, func() {
			_, err := b.Append(entry(3), bad)
			if CodeOf(err) != BadEntry || err.(*fault.Fault).At.Record != 4 {
				t.Errorf("%s: %v", name, err)
			}
		})
		_, err := Create(filepath.Join(t.TempDir(), "x.shuping"), bad)
		wantCode(t, err, BadEntry)
	}
	if got := appendTo(t, b, entry(3))[0].Seq; got != 3 {
		t.Errorf("the next record is %d", got)
	}
}

func TestCreateNeverOverwrites(t *testing.T) {
	dir := t.TempDir()
	for _, taken := range []string{"a.shuping", "b.shuping.log"} {
		write(t, filepath.Join(dir, taken), []byte("somebody's work"))
		path := filepath.Join(dir, strings.TrimSuffix(taken, ".log"))
		unchanged(t, path, func() {
			_, err := Create(path, entry(1))
			wantCode(t, err, Exists)
		})
	}
	path := session(t, 3)
	unchanged(t, path, func() {
		_, err := Create(path, entry(1))
		wantCode(t, err, Exists)
	})
}

func TestCreateLeavesTwoFilesOrNone(t *testing.T) {
	path := session(t, 1)
	if files := folder(t, path); len(files) != 2 {
		t.Errorf("%d files", len(files))
	}
	path = filepath.Join(t.TempDir(), "a.shuping")
	_, err := Create(path)
	wantCode(t, err, BadEntry)
	_, err = Create(filepath.Join(path, "no", "folder"), entry(1))
	wantCode(t, err, Missing)
	if files := folder(t, path); len(files) != 0 {
		t.Errorf("%d files", len(files))
	}
}
