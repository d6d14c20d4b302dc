package journal

import (
	"bytes"
	"fmt"
	"io"
	"iter"
	"slices"
	"sort"

	"shuping/internal/fault"
)

// A verdict is what two strands amount to: the chain that holds, which of the
// two files must be written anew, and what there is to say about it.
type verdict struct {
	book, twin *strand
	hashes     []Hash
	lines      iter.Seq2[[]byte, error]
	from       *strand // what the lines are read from, nil if they come from both
	notes      []Note

	// loose says that the twin ends in a write that was never finished.
	loose bool
}

// judge compares the two copies. It decides nothing by halves: either a chain
// holds, or the fault says why none does and nothing may be changed.
//
// Both copies sound: one is the beginning of the other, and the longer one
// holds. Where a twin breaks off beside a sound book, the book holds, because a
// record is acknowledged only when it is in both: behind the book's last record
// the rest is a write that the power cut, before it a loss. A write of which only the
// end is missing is dropped as a whole; of one with a hole in it the whole records
// before the hole count, which is the safer way where the hole was damage. In any
// other case the chain is put together from whatever is whole in either file.
func judge(book, twin *strand) (*verdict, error) {
	v := &verdict{book: book, twin: twin}
	if book.missing() && twin.missing() {
		return nil, book.flaw
	}
	if seq := parting(book.hashes, twin.hashes); seq > 0 {
		return nil, blame(Forked, fault.Place{File: book.path, Record: seq}, "")
	}
	v.loose = v.unfinished()
	switch {
	case v.loose && twin.count() < book.count():
		v.take(book)
		return v, v.span(UnseenRecord, twin.count())
	case v.loose && twin.damaged() && twin.count() > book.count():
		v.take(twin)
		v.note(Note{Code: TornLine, File: twin.path, First: twin.count() + 1, Last: twin.count() + 1})
		return v, v.span(UnseenRecord, book.count())
	case v.loose:
		v.take(book)
		v.note(Note{Code: TornLine, File: twin.path, First: book.count() + 1, Last: max(book.count()+1, twin.count())})
	case book.sound() && (twin.missing() || twin.torn() || twin.sound() && twin.count() <= book.count()):
		v.take(book)
		switch {
		case twin.missing() || twin.count() == book.count():
		case book.before.Seq > 0 && twin.count() >= book.before.Seq:
			return v, v.span(UnseenRecord, twin.count())
		default:
			return v, v.span(SingleCopy, twin.count())
		}
	case twin.sound() && (book.missing() || book.sound()):
		v.take(twin)
		if book.sound() {
			return v, v.span(UnseenRecord, book.count())
		}
	default:
		return v, v.salvage()
	}
	return v, nil
}

// parting is the number of the first record in which two chains differ, 0 if one
// is the beginning of the other.
func parting(a, b []Hash) uint64 {
	n := min(len(a), len(b))
	at := sort.Search(n, func(i int) bool { return a[i] != b[i] })
	if at == n {
		return 0
	}
	return uint64(at) + 1
}

// take lets the chain of a sound strand hold.
func (v *verdict) take(s *strand) {
	v.hashes, v.lines, v.from = s.hashes, s.lines(), s
}

// unfinished reports whether the twin ends in nothing but a write that a kill or the
// power cut: all that a sound book had before its last transaction is in the twin, and
// behind that it breaks off, or some of the bytes never arrived. The twin and bbolt
// are flushed side by side, so that either may have the last write and the other a
// part of it. A sound book has all that was acknowledged.
func (v *verdict) unfinished() bool {
	book, twin := v.book, v.twin
	if !book.sound() || twin.count() == 0 || !twin.torn() && !twin.damaged() {
		return false
	}
	return twin.count() >= book.count() || book.before.Seq > 0 && twin.count() >= book.before.Seq
}

// lags reports whether a strand is the beginning of the chain, as a kill or a
// power cut leaves it: sound and shorter, a twin that breaks off within the next
// line, or one with an unfinished write behind it. That is no damage; what it
// lacks can be appended.
func (v *verdict) lags(s *strand) bool {
	if s.sound() {
		return s.count() < v.count()
	}
	if s.book || v.from == nil {
		return false
	}
	return v.loose || s.torn() && v.begun(s)
}

// begun reports whether the unfinished line at the end of a twin is the beginning
// of the line that belongs there.
func (v *verdict) begun(s *strand) bool {
	rest := make([]byte, min(s.size-s.whole, MaxLine+1))
	if _, err := s.src.ReadAt(rest, s.whole); err != nil && err != io.EOF {
		return false
	}
	at := uint64(0)
	for line, err := range v.lines {
		if err != nil {
			return false
		}
		if at++; at > s.count() {
			return bytes.HasPrefix(line, rest)
		}
	}
	return false
}

// salvage puts the chain together from both strands.
func (v *verdict) salvage() error {
	if v.book.flaw != nil && v.book.flaw.Code == Foreign && v.twin.count() == 0 {
		return v.book.flaw
	}
	h := newHeap()
	for _, s := range []*strand{v.book, v.twin} {
		if err := h.strand(s); err != nil {
			return err
		}
	}
	pieces, fork := h.chain()
	if fork > 0 {
		return blame(Forked, fault.Place{File: v.book.path, Record: fork}, "")
	}
	if len(pieces) == 0 {
		return v.hopeless()
	}
	for _, p := range pieces {
		v.hashes = append(v.hashes, p.hash)
	}
	v.lines = func(yield func([]byte, error) bool) {
		for _, p := range pieces {
			if !yield(p.line, nil) {
				return
			}
		}
	}
	return v.reckon(h.most)
}

// hopeless is the fault of two files that do not prove a single record.
func (v *verdict) hopeless() error {
	if v.book.missing() {
		return v.twin.flaw
	}
	if v.book.sound() {
		return v.twin.flaw
	}
	return v.book.flaw
}

// reckon notes what a chain put together has too much or too little, going by
// the records that were found, the book's head record and the place of the
// twin's damage.
func (v *verdict) reckon(most uint64) error {
	last, n := v.book.last, v.count()
	known := last.Seq > 0 && last.Seq <= n && v.hashes[last.Seq-1] == last.Hash
	if known && last.Seq < n {
		if err := v.span(UnseenRecord, last.Seq); err != nil {
			return err
		}
	}
	if !known && last.Hash != v.head().Hash && last.Seq <= uint64(v.book.size)/minLine {
		most = max(most, last.Seq)
	}
	if !v.book.sound() && v.twin.flaw != nil && v.twin.flaw.Code == Damaged {
		most = max(most, v.twin.flaw.At.Record)
	}
	if most > n {
		v.note(Note{Code: RecordsLost, First: n + 1, Last: most})
	}
	return nil
}

// minLine is a length that no record's line falls short of. It bounds the number
// that a damaged head record can be believed to name.
const minLine = 170

// span notes the records behind the first n, with their kinds.
func (v *verdict) span(code NoteCode, n uint64) error {
	note := Note{Code: code, First: n + 1, Last: v.count()}
	var proof chain
	for line, err := range v.lines {
		var r Record
		if err == nil {
			r, err = proof.next(line)
		}
		if err != nil {
			return diskFault(v.book.path, "reading it again", err)
		}
		if r.Seq > n && !slices.Contains(note.Kinds, r.Kind) {
			note.Kinds = append(note.Kinds, r.Kind)
		}
	}
	v.note(note)
	return nil
}

func (v *verdict) note(n Note) { v.notes = append(v.notes, n) }

func (v *verdict) count() uint64 { return uint64(len(v.hashes)) }

func (v *verdict) head() Head {
	return Head{Seq: v.count(), Hash: v.hashes[len(v.hashes)-1]}
}

func (v *verdict) report() Report {
	return Report{Records: v.count(), Head: v.head(), Notes: v.notes}
}

// holds reports whether a strand is sound and has the whole chain.
func (v *verdict) holds(s *strand) bool { return s.sound() && s.head() == v.head() }

// bad is the first strand that neither holds nor lags: one that has to be written
// anew.
func (v *verdict) bad() *strand {
	for _, s := range []*strand{v.book, v.twin} {
		if !v.holds(s) && !v.lags(s) {
			return s
		}
	}
	return nil
}

// against says why a strand has to be written anew.
func (v *verdict) against(s *strand) string {
	switch {
	case s.missing():
		return "it was missing"
	case s.flaw != nil && s.flaw.At.Record > 0:
		return fmt.Sprintf("record %d %s (%s)", s.flaw.At.Record, conditions[s.flaw.Code], reasonOf(s.flaw))
	case s.flaw != nil && reasonOf(s.flaw) != "":
		return fmt.Sprintf("it %s (%s)", conditions[s.flaw.Code], reasonOf(s.flaw))
	case s.flaw != nil:
		return "it " + conditions[s.flaw.Code]
	}
	return fmt.Sprintf("it ended with record %d of %d", s.count(), v.count())
}
