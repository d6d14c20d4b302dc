package key

import "time"

// A Cadence watches the rhythm of presses for a key that is held down. A
// terminal repeats a held key every 25 to 45 ms after a first wait; a hand
// needs longer for the same key, and a program that writes keys, or keys that
// queued up while the machine was busy, come faster. So a key is held when it
// arrives for the third time in a row with both gaps between fastest and
// slowest. The first press is the hand's own; the repeat after the first wait
// cannot be told from a hand and is counted back once the rhythm shows.
type Cadence struct {
	name string
	last time.Time
	even int // gaps in a row that a repeating key would leave
}

const (
	fastest = 15 * time.Millisecond
	slowest = 60 * time.Millisecond
	// betrays is how many even gaps in a row betray a held key.
	betrays = 2
)

// Feed takes the next press. held says that it came from a key held down and
// must do nothing; undo is how many presses before it did, and is not zero
// only when the rhythm first shows.
func (c Cadence) Feed(name string, at time.Time) (next Cadence, held bool, undo int) {
	gap := at.Sub(c.last)
	next = Cadence{name: name, last: at}
	if name == c.name && gap >= fastest && gap <= slowest {
		next.even = c.even + 1
	}
	switch {
	case next.even < betrays:
		return next, false, 0
	case next.even == betrays:
		return next, true, betrays
	default:
		return next, true, 0
	}
}
