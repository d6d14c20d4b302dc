package room

import (
	"fmt"
	"iter"
	"sync"
	"time"

	"shuping/internal/journal"
	"shuping/internal/meeting"
)

// A Clock tells the time; it is handed in so that a test can stop it.
type Clock func() time.Time

// A Sight is what everybody sees: the whole state, how far the journal goes,
// the instant, the fault that stopped the room, if one did, and what the disk
// lacks while the room goes on.
type Sight struct {
	State   meeting.State
	Head    journal.Head
	Now     time.Time
	Fault   error
	Warning error
}

// A Room is one open session. It is safe for several goroutines.
type Room struct {
	clock Clock
	book  *journal.Book

	mu       sync.Mutex
	state    meeting.State
	fault    error
	warning  error
	watchers map[*Watcher]struct{} // nil once the room is closed

	once sync.Once
	stop chan struct{}
	done sync.WaitGroup
}

// Create begins a session in a new file at path; an existing file is never
// overwritten.
func Create(path string, o meeting.OpenSession, who meeting.Person, clock Clock) (*Room, error) {
	state, taken, err := meeting.Try(meeting.State{}, who, recordInstant(clock), o)
	if err != nil {
		return nil, err
	}
	book, err := journal.Create(path, journalEntries(taken[0])...)
	if err != nil {
		return nil, err
	}
	return newRoom(book, state, clock), nil
}

// Open takes up a session where it was left. The report says what opening
// found, which may be nothing.
func Open(path string, clock Clock) (*Room, journal.Report, error) {
	var state meeting.State
	book, report, broken, err := journal.OpenReplaying(path, func(r journal.Record) (err error) {
		if r.Seq == 1 {
			state = meeting.State{}
		}
		if state, err = meeting.Follow(state, r.Kind, r.Event, meeting.Person(r.Who), r.At); err != nil {
			return &Unclear{r.Seq, err}
		}
		return nil
	})
	if err != nil {
		return nil, report, err
	}
	if broken != nil {
		book.Close()
		return nil, report, fmt.Errorf("%s: %w", path, broken)
	}
	return newRoom(book, state, clock), report, nil
}

// Unclear is a record that proves itself and still makes no sense.
type Unclear struct {
	Record uint64
	Err    error
}

func (u *Unclear) Error() string { return fmt.Sprintf("record %d: %v", u.Record, u.Err) }

// Unwrap is what is wrong with it.
func (u *Unclear) Unwrap() error { return u.Err }

// newRoom is a room on an open book, in which the clock beats.
func newRoom(book *journal.Book, state meeting.State, clock Clock) *Room {
	r := &Room{
		clock: clock, book: book, state: state,
		watchers: map[*Watcher]struct{}{}, stop: make(chan struct{}),
	}
	r.done.Add(1)
	go r.beat()
	return r
}

// Stamp has each seal of the count keep the SHA-256 of the page that checks exports.
func (r *Room) Stamp(page string) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.state.CheckPage = page
}

// Sight is how things stand now.
func (r *Room) Sight() Sight {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.sight()
}

func (r *Room) sight() Sight {
	return Sight{State: r.state, Head: r.book.Head(), Now: r.clock(), Fault: r.fault, Warning: r.warning}
}

// Head is the last record that was acknowledged.
func (r *Room) Head() journal.Head { return r.book.Head() }

// Path is the session's file.
func (r *Room) Path() string { return r.book.Path() }

// Close ends the room: its watchers see no more, its file is released. Close may
// be called again and does nothing then.
func (r *Room) Close() error {
	r.once.Do(func() { close(r.stop) })
	r.done.Wait()
	r.mu.Lock()
	defer r.mu.Unlock()
	for w := range r.watchers {
		close(w.box)
	}
	r.watchers = nil
	return r.book.Close()
}

// How often a running clock is shown anew, and how often the file is looked at.
const (
	beatEvery    = time.Second
	inspectEvery = 5 // beats
)

// beat shows the second hand to the watchers and looks after the file.
func (r *Room) beat() {
	defer r.done.Done()
	t := time.NewTicker(beatEvery)
	defer t.Stop()
	for n := 1; ; n++ {
		select {
		case <-r.stop:
			return
		case <-t.C:
			r.look(n%inspectEvery == 0)
		}
	}
}

func (r *Room) look(inspect bool) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if inspect && r.fault == nil {
		before := r.warning
		r.warning = nil
		r.note(r.book.Inspect())
		if r.fault != nil || journal.CodeOf(r.warning) != journal.CodeOf(before) {
			r.publish()
			return
		}
	}
	if i := r.state.Running(); i >= 0 && !r.state.Steps[i].Paused {
		r.publish()
	}
}

// note takes what the journal said: a disk that is full or nearly so may be
// tried again, anything else stops the room.
func (r *Room) note(err error) {
	switch journal.CodeOf(err) {
	case journal.LowSpace, journal.DiskFull, journal.BadEntry:
		r.warning = err
	default:
		r.fault = err
	}
}

// Records is the journal from a record on, in order.
func (r *Room) Records(from uint64) iter.Seq2[journal.Record, error] { return r.book.Records(from) }

// recordInstant is the time as a record keeps it, so that what is shown now and what
// is replayed later are equal.
func recordInstant(clock Clock) time.Time { return clock().UTC().Truncate(time.Millisecond) }

// journalEntries are events as the journal takes them.
func journalEntries(events []meeting.Event) []journal.Entry {
	out := make([]journal.Entry, len(events))
	for i, e := range events {
		kind, body := meeting.Encode(e.Deed)
		out[i] = journal.Entry{Kind: kind, Event: body, At: e.At, Who: journal.Who(e.Who)}
	}
	return out
}
