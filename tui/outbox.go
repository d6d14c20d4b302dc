package tui

import (
	"sync"
	"time"

	"shuping/internal/meeting"
)

// An outbox keeps the orders that were keyed, in their order, until they are on
// disk. Only the newest one is added to.
type outbox struct {
	waiting []meeting.Order // keyed and not handed over
	under   *handover       // the write that is not yet answered, nil for none
	ahead   meeting.State   // the state that all of them lead to
}

// A handover is one write. It is carried out exactly once, by whoever comes
// first: its command, or the end of a program whose command never ran.
type handover struct {
	orders []meeting.Order
	once   sync.Once
	answer wroteMsg
}

// deliver writes, or waits until it is written, and returns the answer.
func (h *handover) deliver(submit func([]meeting.Order) (int, Sight, *meeting.Refusal)) wroteMsg {
	h.once.Do(func() {
		n, sight, refusal := submit(h.orders)
		h.answer = wroteMsg{n, sight, refusal}
	})
	return h.answer
}

func (b outbox) empty() bool { return b.size() == 0 }
func (b outbox) size() int   { return len(b.waiting) + b.handed() }

// handed is how many orders are under way.
func (b outbox) handed() int {
	if b.under == nil {
		return 0
	}
	return len(b.under.orders)
}

// add puts orders at the end. Each is decided on the state that those before
// it lead to, so that the next key is understood in its place; one that would
// be refused there is handed over all the same, for the room has the last word.
func (b outbox) add(orders []meeting.Order, at time.Time) outbox {
	b.waiting = append(b.waiting, orders...)
	for _, o := range orders {
		b.ahead, _, _ = meeting.Try(b.ahead, meeting.Person{}, at, o)
	}
	return b
}

// hand takes out all that waits, if nothing is under way.
func (b outbox) hand() (outbox, *handover) {
	if b.under != nil || len(b.waiting) == 0 {
		return b, nil
	}
	b.under, b.waiting = &handover{orders: b.waiting}, nil
	return b, b.under
}

// wrote takes the answer to what was handed over. After a refusal whatever
// waits is dropped: it was keyed for a state that did not come.
func (b outbox) wrote(msg wroteMsg, now meeting.State) (next outbox, dropped int) {
	handed := b.handed()
	b.under = nil
	if msg.refusal != nil || msg.stored < handed {
		dropped = handed - msg.stored + len(b.waiting)
		if msg.refusal != nil {
			dropped--
		}
		return b.settle(now), dropped
	}
	return b.seen(now), 0
}

// seen takes a newer state. While orders wait, what they lead to stands.
func (b outbox) seen(now meeting.State) outbox {
	if b.empty() {
		b.ahead = now
	}
	return b
}

// settle forgets whatever waits.
func (b outbox) settle(now meeting.State) outbox {
	return outbox{ahead: now, under: b.under}
}
