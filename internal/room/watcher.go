package room

import (
	"context"

	"shuping/internal/meeting"
)

// A Watcher sees every state that it has time for.
type Watcher struct {
	room *Room
	seat meeting.Seat
	box  chan Sight // one slot; only publish puts into it, under the room's lock
}

// Watch gives a new watcher at a seat, with the present sight in its box: the console
// is "". What the seat may not know is not in its sights ([meeting.State.Shown]).
func (r *Room) Watch(seat meeting.Seat) *Watcher {
	r.mu.Lock()
	defer r.mu.Unlock()
	w := &Watcher{r, seat, make(chan Sight, 1)}
	if r.watchers == nil { // closed
		close(w.box)
		return w
	}
	r.watchers[w] = struct{}{}
	w.box <- w.seen(r.sight())
	return w
}

// Look waits for something newer than the last look and returns it. It returns
// false when the room has closed, the watcher has left or ctx is done; a sight
// that lay in the box when the room closed is still seen.
func (w *Watcher) Look(ctx context.Context) (Sight, bool) {
	if ctx.Err() != nil {
		return Sight{}, false
	}
	select {
	case s, ok := <-w.box:
		return s, ok
	case <-ctx.Done():
		return Sight{}, false
	}
}

// Leave stops watching, and ends a Look that waits.
func (w *Watcher) Leave() {
	w.room.mu.Lock()
	defer w.room.mu.Unlock()
	if _, here := w.room.watchers[w]; here {
		delete(w.room.watchers, w)
		close(w.box)
	}
}

// Refresh shows the watchers how things stand, though nothing of the meeting has
// changed.
func (r *Room) Refresh() {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.publish()
}

// seen is a sight as the watcher's seat may have it.
func (w *Watcher) seen(s Sight) Sight {
	s.State = s.State.Shown(w.seat)
	return s
}

// publish puts the present sight into every box, in place of an older one.
func (r *Room) publish() {
	s := r.sight()
	for w := range r.watchers {
		select {
		case <-w.box:
		default:
		}
		w.box <- w.seen(s)
	}
}
