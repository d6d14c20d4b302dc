package room

import "context"

// A Watcher sees every state that it has time for.
type Watcher struct {
	room *Room
	box  chan Sight // one slot; only publish puts into it, under the room's lock
}

// Watch gives a new watcher, with the present sight in its box.
func (r *Room) Watch() *Watcher {
	r.mu.Lock()
	defer r.mu.Unlock()
	w := &Watcher{r, make(chan Sight, 1)}
	if r.watchers == nil { // closed
		close(w.box)
		return w
	}
	r.watchers[w] = struct{}{}
	w.box <- r.sight()
	return w
}

// Look waits for something newer than the last look and returns it. It returns
// false when the room has closed or ctx is done.
func (w *Watcher) Look(ctx context.Context) (Sight, bool) {
	select {
	case s, ok := <-w.box:
		return s, ok
	case <-ctx.Done():
		return Sight{}, false
	}
}

// Leave stops watching.
func (w *Watcher) Leave() {
	w.room.mu.Lock()
	defer w.room.mu.Unlock()
	delete(w.room.watchers, w)
}

// publish puts the present sight into every box, in place of an older one.
func (r *Room) publish() {
	s := r.sight()
	for w := range r.watchers {
		select {
		case <-w.box:
		default:
		}
		w.box <- s
	}
}
