package room

import (
	"os"
	"path/filepath"
	"reflect"
	"testing"
	"time"

	"shuping/internal/journal"
	"shuping/internal/wall"
)

// A hand turns the clock of a window.
type hand struct{ now time.Time }

func (h *hand) clock() time.Time { return h.now }

func (h *hand) wait(d time.Duration) { h.now = h.now.Add(d) }

func newHand() *hand { return &hand{time.Date(2024, 1, 18, 12, 0, 0, 0, time.UTC)} }

// until looks until what is seen is as wanted.
func until(t *testing.T, w *Window, wanted func(Seen) bool) Seen {
	t.Helper()
	for end := time.Now().Add(20 * time.Second); ; {
		s := w.Look()
		if wanted(s) {
			return s
		}
		if time.Now().After(end) {
			t.Fatalf("record %d, console %d, stale %v, %v", s.Head.Seq, s.Console, s.Stale, s.Fault)
		}
	}
}

// steered begins to steer the window of a room.
func steered(t *testing.T, r *Room) *Helm {
	t.Helper()
	h, err := r.Steer()
	must(t, err)
	return h
}

func TestWindowShowsWhatTheConsoleHasStored(t *testing.T) {
	r, c := counting(t), newHand()
	h, w := steered(t, r), OpenWindow(r.Path(), c.clock)
	for range 20 {
		submit(t, r, "b 1 2", "b 2 1")
		want := r.Sight()
		s := until(t, w, func(s Seen) bool { return s.Head == want.Head })
		if !reflect.DeepEqual(s.State, want.State) || s.Console != Steered || s.Stale || s.Fault != nil {
			t.Fatalf("%d sheets, console %d, stale %v, %v", s.State.Round.Valid, s.Console, s.Stale, s.Fault)
		}
		submit(t, r, "takeback", "takeback")
	}
	for _, v := range []wall.View{{Blank: true}, {Page: 4}, {}} {
		h.Show(v)
		until(t, w, func(s Seen) bool { return s.View == v })
	}
	must(t, h.Close())
	if s := w.Look(); s.Console != Absent || s.View != (wall.View{}) {
		t.Errorf("the console has left: %d, %v", s.Console, s.View)
	}
}

// TestWindowShowsNoRecordBeforeItIsAcknowledged: the lines are in the twin, and the
// note does not name them.
func TestWindowShowsNoRecordBeforeItIsAcknowledged(t *testing.T) {
	r, c := counting(t), newHand()
	before := r.Sight()
	var first journal.Hash
	for rec, err := range r.Records(1) {
		must(t, err)
		first = rec.Hash
		break
	}
	submit(t, r, "b 1 2")
	w := OpenWindow(r.Path(), c.clock)
	note := wall.Note{Session: first, Process: 1, Seq: before.Head.Seq, Hash: before.Head.Hash}
	for range 1000 {
		note.Beat++
		must(t, wall.WriteNote(r.Path(), note))
		if s := w.Look(); s.Head != before.Head || s.Console != Steered {
			t.Fatalf("record %d, console %d", s.Head.Seq, s.Console)
		}
	}
	note.Beat, note.Seq, note.Hash = note.Beat+1, r.Sight().Head.Seq, r.Sight().Head.Hash
	must(t, wall.WriteNote(r.Path(), note))
	if s := w.Look(); s.Head != r.Sight().Head {
		t.Errorf("record %d", s.Head.Seq)
	}

	// a console that says nothing more is found out
	c.wait(silence - time.Second)
	if s := w.Look(); s.Console != Steered || s.Stale {
		t.Errorf("console %d, stale %v", s.Console, s.Stale)
	}
	c.wait(time.Second)
	if s := w.Look(); s.Console != Silent || !s.Stale {
		t.Errorf("console %d, stale %v", s.Console, s.Stale)
	}
	note.Beat++
	must(t, wall.WriteNote(r.Path(), note))
	if s := w.Look(); s.Console != Steered || s.Stale {
		t.Errorf("console %d, stale %v", s.Console, s.Stale)
	}

	// and one that has ended, when another program goes on
	c.wait(silence)
	w.Look()
	submit(t, r, "b 2 2")
	w.Look()
	w.Look()
	if s := w.Look(); s.Console != Absent || s.Stale || s.Head != r.Sight().Head {
		t.Errorf("console %d, stale %v, record %d", s.Console, s.Stale, s.Head.Seq)
	}
}

func TestWindowIgnoresTheConsoleOfAnotherSession(t *testing.T) {
	r, c := counting(t), newHand()
	must(t, wall.WriteNote(r.Path(), wall.Note{Session: journal.Hash{1}, Seq: 2, Beat: 1}))
	w := OpenWindow(r.Path(), c.clock)
	s := until(t, w, func(s Seen) bool { return !s.Stale })
	if s.Console != Absent || s.Head != r.Sight().Head {
		t.Errorf("console %d, record %d", s.Console, s.Head.Seq)
	}
}

// TestWindowOutlivesWhatHappensToTheFiles: it shows what it showed for a while, then
// that it knows nothing, and then what is there again.
func TestWindowOutlivesWhatHappensToTheFiles(t *testing.T) {
	r, c := counting(t), newHand()
	twin := r.Path() + ".log"
	text, err := os.ReadFile(twin)
	must(t, err)
	must(t, r.Close())
	w := OpenWindow(r.Path(), c.clock)
	shown := until(t, w, func(s Seen) bool { return !s.Stale })
	for name, harm := range map[string]func(){
		"removed": func() { must(t, os.Remove(twin)) },
		"damaged": func() {
			must(t, os.WriteFile(twin+".new", []byte("{}\n"), 0o600))
			must(t, os.Rename(twin+".new", twin))
		},
		"emptied": func() { must(t, os.Truncate(twin, 0)) },
	} {
		harm()
		for range 3 {
			if s := w.Look(); s.Stale || s.Fault != nil || !reflect.DeepEqual(s.State, shown.State) {
				t.Errorf("%s: stale %v, record %d, %v", name, s.Stale, s.Head.Seq, s.Fault)
			}
		}
		c.wait(silence)
		if s := w.Look(); !s.Stale {
			t.Errorf("%s: not stale", name)
		}
		must(t, os.WriteFile(twin, text, 0o600))
		c.wait(again)
		s := until(t, w, func(s Seen) bool { return !s.Stale })
		if !reflect.DeepEqual(s.State, shown.State) {
			t.Errorf("%s: record %d", name, s.Head.Seq)
		}
	}
}

// TestWindowTakesNoLockAndLeavesNothing: a session is opened for writing while it
// looks.
func TestWindowTakesNoLockAndLeavesNothing(t *testing.T) {
	r, c := create(t), newHand()
	must(t, r.Close())
	files := func() (names []string) {
		entries, err := os.ReadDir(filepath.Dir(r.Path()))
		must(t, err)
		for _, e := range entries {
			names = append(names, e.Name())
		}
		return names
	}
	before := files()
	w := OpenWindow(r.Path(), c.clock)
	until(t, w, func(s Seen) bool { return !s.Stale })
	r, _ = reopen(t, r)
	submit(t, r, "attend expected=46 present=43")
	until(t, w, func(s Seen) bool { return s.Head == r.Sight().Head })
	if after := files(); !reflect.DeepEqual(after, before) {
		t.Errorf("%v, then %v", before, after)
	}
}
