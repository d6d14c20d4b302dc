package tui

import "shuping/internal/meeting"

// An outbox keeps the orders that were keyed, in their order, until they
// are on disk. It is a value; two outboxes never write to the same place.
type outbox struct {
	waiting []meeting.Order // keyed and not handed over
	written int             // handed over and not yet answered
	ahead   meeting.State   // the state that all of them lead to
}

func (b outbox) empty() bool { return len(b.waiting) == 0 && b.written == 0 }
func (b outbox) size() int   { return len(b.waiting) + b.written }

// add puts orders at the end. Each is decided on the state that those before
// it lead to, so that the next key is understood in its place; one that would
// be refused there is handed over all the same, for the room has the last word.
func (b outbox) add(orders []meeting.Order, stamp meeting.Command) outbox {
	b.waiting = append(b.waiting, orders...)
	for _, o := range orders {
		stamp.Order = o
		events, err := meeting.Decide(b.ahead, stamp)
		if err != nil {
			continue
		}
		for _, e := range events {
			b.ahead = meeting.Apply(b.ahead, e)
		}
	}
	return b
}

// hand takes out all that waits, if nothing is under way.
func (b outbox) hand() (outbox, []meeting.Order) {
	if b.written > 0 || len(b.waiting) == 0 {
		return b, nil
	}
	orders := b.waiting
	b.waiting, b.written = nil, len(orders)
	return b, orders
}

// wrote takes the answer to what was handed over. After a refusal whatever
// waits is dropped: it was keyed for a state that did not come.
func (b outbox) wrote(msg wroteMsg, now meeting.State) (next outbox, dropped int) {
	handed := b.written
	b.written = 0
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
	return outbox{ahead: now, written: b.written}
}
