// An open file keeps its name under Windows.

//go:build !windows

package room

import (
	"context"
	"errors"
	"os"
	"reflect"
	"testing"

	"shuping/internal/fault"
	"shuping/internal/journal"
)

// harms are what may happen to the files of an open session.
var harms = map[string]func(t *testing.T, r *Room){
	"the book is deleted":   func(t *testing.T, r *Room) { must(t, os.Remove(r.Path())) },
	"the twin is deleted":   func(t *testing.T, r *Room) { must(t, os.Remove(r.Path()+".log")) },
	"the book is replaced":  func(t *testing.T, r *Room) { replace(t, r.Path()) },
	"the twin is replaced":  func(t *testing.T, r *Room) { replace(t, r.Path()+".log") },
	"the twin is truncated": func(t *testing.T, r *Room) { must(t, os.Truncate(r.Path()+".log", 100)) },
	"the book is closed":    func(t *testing.T, r *Room) { must(t, r.book.Close()) },
}

// replace puts a copy of a file in its place.
func replace(t *testing.T, path string) {
	text, err := os.ReadFile(path)
	must(t, err)
	must(t, os.WriteFile(path+".new", text, 0o600))
	must(t, os.Rename(path+".new", path))
}

// Whatever happens to the files: what cannot be written is not shown, everybody
// sees why, nothing more is taken, and opening again finds all that was shown.
func TestAHarmedSessionStopsAndOpens(t *testing.T) {
	for name, harm := range harms {
		t.Run(name, func(t *testing.T) {
			r := counting(t)
			submit(t, r, "7× b 1 2")
			w := r.Watch("")
			shown := look(t, w)
			harm(t, r)
			seqs, err := r.Pen(chair, "").Submit(orders(t, "b 2 2", "seal")...)
			if seqs != nil || journal.CodeOf(err) == "" {
				t.Errorf("%v, %v", seqs, err)
			}
			s := look(t, w)
			if s.Fault == nil || s.Head != shown.Head || !reflect.DeepEqual(s.State, shown.State) {
				t.Errorf("record %d, %d sheets, %v", s.Head.Seq, s.State.Round.Valid, s.Fault)
			}
			if _, again := r.Pen(chair, "").Submit(orders(t, "b 2 2")...); !errors.Is(again, err) {
				t.Errorf("%v, then %v", err, again)
			}
			nothingNew(t, w)
			r, _ = reopen(t, r)
			if found := r.Sight(); found.Fault != nil || found.Head != shown.Head || !reflect.DeepEqual(found.State, shown.State) {
				t.Errorf("found record %d, %d sheets, %v", found.Head.Seq, found.State.Round.Valid, found.Fault)
			}
			submit(t, r, "3× b 1 1", "close-bundle 10")
		})
	}
}

// The harm is noticed at a beat, before anybody writes.
func TestHarmIsNoticed(t *testing.T) {
	for name, harm := range harms {
		t.Run(name, func(t *testing.T) {
			r := create(t)
			w := r.Watch("")
			look(t, w)
			harm(t, r)
			r.look(false)
			nothingNew(t, w)
			r.look(true)
			if s := look(t, w); s.Fault == nil {
				t.Error("nobody is told")
			}
			r.look(true)
			nothingNew(t, w)
		})
	}
}

// A full disk has taken nothing. It is said, and the next Submit may succeed;
// a disk that is nearly full is said for as long as it is.
func TestLackOfSpaceIsAWarning(t *testing.T) {
	r := counting(t)
	w := r.Watch("")
	for _, c := range []struct {
		code fault.Code
		left bool // still said after a Submit
	}{{journal.DiskFull, false}, {journal.LowSpace, true}} {
		r.note(fault.New("journal", c.code))
		if s := r.Sight(); s.Fault != nil || journal.CodeOf(s.Warning) != c.code {
			t.Errorf("%s: %v, %v", c.code, s.Fault, s.Warning)
		}
		submit(t, r, "b 1 1")
		if s := look(t, w); s.Fault != nil || (s.Warning != nil) != c.left {
			t.Errorf("%s, after a write: %v, %v", c.code, s.Fault, s.Warning)
		}
		r.look(true) // this disk has room
		if s := r.Sight(); s.Fault != nil || s.Warning != nil {
			t.Errorf("%s, after a look: %v, %v", c.code, s.Fault, s.Warning)
		}
	}
}

// A watcher that comes after the fault is told too.
func TestALateWatcherSeesTheFault(t *testing.T) {
	r := create(t)
	must(t, os.Remove(r.Path()))
	r.look(true)
	if s, ok := r.Watch("").Look(context.Background()); !ok || s.Fault == nil {
		t.Error(s.Fault)
	}
}
