package journal

import (
	"io"
	"iter"
	"slices"
)

// A Reading is a session that is looked at and not taken: its records up to the
// last one that was there when it was read. What is appended meanwhile by whoever
// has the session does not belong to it.
type Reading struct {
	path  string
	pair  *pair
	head  Head
	twin  *strand // what the records are read from, nil if it lags
	lines iter.Seq2[[]byte, error]
}

// Read verifies a session as Check does and reads the longer of its two copies.
// It refuses what Check refuses, but for one thing: while another program has the
// session open, the twin alone is read, which is flushed before anything is shown;
// a line that is just being written does not count.
func Read(path string) (*Reading, Report, error) {
	return readTaking(path, nil)
}

func readTaking(path string, take func(Record)) (*Reading, Report, error) {
	p, err := hold(path, false, take)
	if CodeOf(err) == Locked {
		return readBusy(path, err)
	}
	if err != nil {
		return nil, Report{}, err
	}
	v, err := p.look()
	if err != nil {
		p.close()
		return nil, Report{}, err
	}
	r := &Reading{path: path, pair: p, head: v.head(), lines: v.lines}
	if v.holds(p.twin) {
		r.twin = p.twin
		p.book.giveUp() // the others need not wait
		p.book.hashes, p.twin.hashes, r.lines = nil, nil, nil
	}
	return r, v.report(), nil
}

// readBusy reads the twin of a session that another program has.
func readBusy(path string, locked error) (*Reading, Report, error) {
	p := &pair{book: absent(path, true), twin: absent(path+suffix, false)}
	var err error
	if p.twin.file, err = openFile(path+suffix, false); err == nil {
		if err = p.twin.measure(); err == nil {
			p.twin.read(nil)
		}
	}
	switch s := p.twin; {
	case err != nil:
	case s.count() == 0 && (s.sound() || s.missing() || s.torn()):
		err = locked
	case !s.sound() && !s.torn():
		err = s.flaw
	default:
		return &Reading{path: path, pair: p, head: s.head(), twin: s}, Report{Records: s.count(), Head: s.head()}, nil
	}
	p.close()
	return nil, Report{}, err
}

// Head is the last record.
func (r *Reading) Head() Head { return r.head }

// Records yields the records from number from on, in order, and verifies them
// again; an error ends the loop.
func (r *Reading) Records(from uint64) iter.Seq2[Record, error] {
	return func(yield func(Record, error) bool) {
		from := max(from, 1)
		switch {
		case from > r.head.Seq:
		case r.twin != nil:
			mark := (from - 1) / stride
			start := r.twin.marks[mark]
			var proof chain
			proof.head.Seq = mark * stride
			readPiece(r.path+suffix, io.NewSectionReader(r.twin.src, start, r.twin.whole-start), proof, from, r.head, yield)
		default:
			r.both(from, yield)
		}
	}
}

// both yields the records of a session whose twin lags.
func (r *Reading) both(from uint64, yield func(Record, error) bool) {
	var proof chain
	for line, err := range r.lines {
		var rec Record
		if err == nil {
			rec, err = proof.next(slices.Clone(line))
		}
		if err != nil {
			yield(Record{}, diskFault(r.path, "reading it again", err))
			return
		}
		if rec.Seq >= from && !yield(rec, nil) {
			return
		}
	}
}

// Close gives the files back.
func (r *Reading) Close() { r.pair.close() }
