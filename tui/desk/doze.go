package desk

import (
	"time"

	"shuping/internal/words"
)

// A Doze is the sleep of what opened by itself, in the middle of typing: it takes no
// digit until Enter or Tab was pressed, and that not at once. The zero Doze is over.
type Doze struct {
	asleep bool
	quiet  time.Time // since when no key was refused
}

// settle is how long it must have been in sight, and the hands at rest, before it
// can be taken up.
const settle = 400 * time.Millisecond

// Dozing is the sleep of what opens with the key that was just pressed.
func Dozing(c Context) Doze { return Doze{true, c.Pressed} }

// Asleep reports whether nobody has taken it up yet.
func (d Doze) Asleep() bool { return d.asleep }

// Wake takes up what sleeps. A key that was meant for what was there before comes
// too soon.
func (d Doze) Wake(c Context) (Doze, Answer) {
	if c.Pressed.Sub(d.quiet) < settle {
		return d.Refuse(c)
	}
	return Doze{}, Answer{}
}

// Refuse refuses a key that comes too soon, and waits for the hands to rest.
func (d Doze) Refuse(c Context) (Doze, Answer) {
	d.quiet = c.Pressed
	return d, Warn(words.TakeUpFirst(c.Lang))
}
