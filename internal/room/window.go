package room

import (
	"errors"
	"io/fs"
	"time"

	"shuping/internal/journal"
	"shuping/internal/meeting"
	"shuping/internal/wall"
)

// silence is how long a console may say nothing before its window says so.
const silence = 3 * time.Second

// again is how long a journal that could not be read is left alone.
const again = time.Second

// A Console is what a window knows of the console that steers it.
type Console int

const (
	Absent  Console = iota // none has the session; what others write is shown
	Steered                // it is alive
	Silent                 // it was, and has said nothing for some seconds
)

// A Seen is what a window shows. A stale one is not to be shown any more: the console
// has said nothing for some seconds, or the journal cannot be read, and then Fault may
// say why.
type Seen struct {
	Sight
	wall.View
	Console Console
	Stale   bool
}

// A Window looks at a session that another process may have open. It takes no lock,
// writes no file, and shows no record that the console has not acknowledged. It is
// for one goroutine.
type Window struct {
	path     string
	clock    Clock
	follower *journal.Follower
	first    journal.Hash  // of record 1, once it was read
	ahead    meeting.State // what was read so far
	sight    Sight         // what is shown
	well     time.Time     // when the journal was read without a fault
	tried    time.Time     // when it was read with one

	note    wall.Note
	heard   time.Time // when its beat was another one
	outlive uint64    // the beat of a console that is known to have ended
}

// OpenWindow is a window on the session at path, before its first look.
func OpenWindow(path string, clock Clock) *Window {
	return &Window{path: path, clock: clock, follower: journal.Follow(path), well: clock()}
}

// Look is what is to be shown now.
func (w *Window) Look() Seen {
	now := w.clock()
	console := w.listen(now)
	w.read(now, console)
	s := Seen{Sight: w.sight, Console: console}
	s.Now = now
	s.Stale = console == Silent || s.Head.Seq == 0 || now.Sub(w.well) >= silence
	if !s.Stale {
		s.Fault = nil // what was shown last holds a little longer
	}
	if console != Absent {
		s.View = w.note.View
	}
	return s
}

// listen reads the console's note.
func (w *Window) listen(now time.Time) Console {
	n, err := wall.ReadNote(w.path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		w.note = wall.Note{}
		return Absent
	case err != nil: // that of nobody, or one that is just being replaced
	case n.Beat != w.note.Beat || n.Process != w.note.Process:
		w.note, w.heard, w.outlive = n, now, 0
	}
	switch {
	case w.note.Seq == 0 || w.first != (journal.Hash{}) && w.note.Session != w.first || w.note.Beat == w.outlive:
		return Absent
	case now.Sub(w.heard) < silence:
		return Steered
	}
	return Silent
}

// read takes what the journal has more. A fault is kept until the journal is read
// without one.
func (w *Window) read(now time.Time, console Console) {
	if now.Sub(w.tried) < again {
		return
	}
	var upto journal.Head
	if console == Steered {
		upto = w.note.Head()
	}
	err := w.follower.Poll(upto, func(r journal.Record) error {
		if r.Seq == 1 {
			w.ahead, w.first = meeting.State{}, r.Hash
		}
		var err error
		w.ahead, err = meeting.Follow(w.ahead, r.Kind, r.Event, meeting.Person(r.Who), r.At)
		return err
	})
	switch head := w.follower.Head(); {
	case errors.Is(err, journal.ErrAnew):
	case err != nil:
		w.sight.Fault, w.tried = err, now
	case head.Seq > 0 && (upto.Seq == 0 || head == upto):
		if console == Silent && head.Seq > w.sight.Head.Seq && w.sight.Head.Seq > 0 {
			w.outlive = w.note.Beat // somebody else writes now
		}
		w.sight, w.well, w.tried = Sight{State: w.ahead, Head: head}, now, time.Time{}
	}
}
