package journal

import "iter"

// A Taker is handed the records of a session in order. One with the number 1 begins
// anew: what was handed out before does not count. A record's Event is the taker's for
// the length of the call. After an error the taker is handed nothing more, unless it
// begins anew.
type Taker func(Record) error

// OpenReplaying is [Open] that hands out every record on the way, so that those of a
// session in good order are not read and proven once more. The error that take gave
// last, if it stands, is returned apart.
func OpenReplaying(path string, take Taker) (b *Book, report Report, taken, err error) {
	r := &replay{take: take}
	if b, report, err = openTaking(path, r.next); err == nil {
		taken, err = r.finish(b.Records, b.Head())
	}
	if err != nil && b != nil {
		b.Close()
		b = nil
	}
	return b, report, taken, err
}

// ReadReplaying is [Read] that does the same.
func ReadReplaying(path string, take Taker) (out *Reading, report Report, taken, err error) {
	r := &replay{take: take}
	if out, report, err = readTaking(path, r.next); err == nil {
		taken, err = r.finish(out.Records, out.Head())
	}
	if err != nil && out != nil {
		out.Close()
		out = nil
	}
	return out, report, taken, err
}

// A replay hands out records while a book is read of which nobody knows yet whether it
// holds.
type replay struct {
	take  Taker
	head  Head // of what was handed out
	taken error
}

func (r *replay) next(record Record) {
	if record.Seq == 1 {
		r.taken = nil
	}
	if r.taken == nil {
		r.taken = r.take(record)
	}
	r.head = record.head()
}

// finish hands out what was not: all behind what was handed out, or all from the first
// record on where that is no beginning of the chain that holds.
func (r *replay) finish(records func(from uint64) iter.Seq2[Record, error], head Head) (taken, err error) {
	from := uint64(1)
	if r.head.Seq > 0 && r.head.Seq <= head.Seq && leads(records, r.head) {
		from = r.head.Seq + 1
	}
	for record, err := range records(from) {
		if err != nil {
			return nil, err
		}
		if r.next(record); r.taken != nil {
			break
		}
	}
	return r.taken, nil
}

// leads reports whether a chain goes through a head.
func leads(records func(from uint64) iter.Seq2[Record, error], head Head) bool {
	for record, err := range records(head.Seq) {
		return err == nil && record.Hash == head.Hash
	}
	return false
}
