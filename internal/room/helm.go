package room

import (
	"os"
	"sync"
	"time"

	"shuping/internal/journal"
	"shuping/internal/wall"
)

// How often the wall's window is told something at most, and at least.
const (
	notesApart = 50 * time.Millisecond
	notesEvery = time.Second
)

// A Helm steers the wall's own window, which another process shows: it keeps a note
// beside the session that says how far the journal is acknowledged and which picture
// is wanted. A note that the disk does not take is not missed by the meeting: the
// window says that it hears nothing, and the next note is tried in a second.
type Helm struct {
	path  string
	views chan wall.View // one slot, the newest view
	eye   *Watcher
	stop  chan struct{}
	done  sync.WaitGroup
}

// Steer begins to keep the note, until the helm is closed.
func (r *Room) Steer() (*Helm, error) {
	h := &Helm{path: r.Path(), views: make(chan wall.View, 1), eye: r.Watch(""), stop: make(chan struct{})}
	note := wall.Note{Process: os.Getpid()}
	for first, err := range r.Records(1) {
		if err != nil {
			h.eye.Leave()
			return nil, err
		}
		note.Session = first.Hash
		break
	}
	h.done.Go(func() { h.run(note) })
	return h, nil
}

// Show changes which picture is wanted. It does not wait.
func (h *Helm) Show(v wall.View) {
	select {
	case <-h.views:
	default:
	}
	h.views <- v
}

// Close takes the note away.
func (h *Helm) Close() error {
	close(h.stop)
	h.done.Wait()
	h.eye.Leave()
	return wall.RemoveNote(h.path)
}

func (h *Helm) run(note wall.Note) {
	beat := time.NewTicker(notesEvery)
	defer beat.Stop()
	apart := time.NewTicker(notesApart)
	defer apart.Stop()
	sights := h.eye.box
	for {
		select {
		case <-h.stop:
			return
		case s, open := <-sights:
			if !open {
				sights = nil
				continue
			}
			note = noteOf(note, s.Head)
		case v := <-h.views:
			note.View = v
		case <-beat.C:
		}
		note.Beat++
		_ = wall.WriteNote(h.path, note) // the next one is tried in a second
		select {
		case <-h.stop:
			return
		case <-apart.C:
		}
	}
}

// noteOf is a note with a later record acknowledged.
func noteOf(n wall.Note, head journal.Head) wall.Note {
	n.Seq, n.Hash = head.Seq, head.Hash
	return n
}
