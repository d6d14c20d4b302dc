package room

import (
	"slices"

	"shuping/internal/journal"
	"shuping/internal/meeting"
)

// A Pen is the right to write, in somebody's name.
type Pen struct {
	room *Room
	who  meeting.Person
	seat meeting.Seat
}

// Pen hands out the right to write as who, from the seat: the console is "", and a
// script speaks for every seat.
func (r *Room) Pen(who meeting.Person, seat meeting.Seat) *Pen { return &Pen{r, who, seat} }

// Submit records the orders, all that are allowed up to the first that is not,
// in one transaction. seqs holds, for each order recorded, the number of its
// last record. The error is a *meeting.Refusal of orders[len(seqs)], or what
// the disk said: none of the orders counts then. After a storage fault it is
// not known whether they were written, and nothing more is taken; a full disk
// has taken nothing and may be tried again.
func (p *Pen) Submit(orders ...meeting.Order) (seqs []uint64, err error) {
	r := p.room
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.fault != nil {
		return nil, r.fault
	}
	state, taken, refusal := meeting.Try(r.state.Seated(p.seat), p.who, recordInstant(r.clock), orders...)
	seq := r.book.Head().Seq
	for _, events := range taken {
		seq += uint64(len(events))
		seqs = append(seqs, seq)
	}
	if events := slices.Concat(taken...); len(events) > 0 {
		if _, err := r.book.Append(journalEntries(events)...); err != nil {
			r.note(err)
			r.publish()
			return nil, err
		}
		if journal.CodeOf(r.warning) != journal.LowSpace { // that one lasts
			r.warning = nil
		}
		r.state = state.Seated("")
		r.publish()
	}
	return seqs, refusal
}
