package journal

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"iter"
	"os"

	"shuping/internal/fault"
)

// stride is how many records lie between two marks in the twin.
const stride = 512

// A strand is one of the two copies of a chain, as it lies on disk.
type strand struct {
	path   string
	book   bool // the bbolt file, not the twin
	file   *os.File
	src    io.ReaderAt
	size   int64
	flaw   *fault.Fault // nil if the file is sound from end to end
	last   Head         // the book's head record, believed or not
	before Head         // the book's head record before its last transaction, if anybody can tell
	marks  []int64
	whole  int64 // of the twin: the bytes of the lines that verify

	along *lines       // of the twin: read along with the book, nil where they have parted
	take  func(Record) // of the book: is handed each record once it is proven; may be nil

	// hashes of the records that verify, from the first one on. Two strands
	// agree as far as one hash says so, because each hash covers all before it.
	hashes []Hash
}

// absent is the strand of a file that is not there.
func absent(path string, book bool) *strand {
	return &strand{path: path, book: book, flaw: blame(Missing, fault.Place{File: path}, "")}
}

// readBoth finds out what two files hold. A line of the twin that is the book's, byte
// for byte, is proven with it and not a second time.
func readBoth(book, twin *strand) {
	if book.src != nil {
		if twin.src != nil {
			twin.along = newLines(io.NewSectionReader(twin.src, 0, twin.size))
		}
		book.read(twin)
	}
	if twin.src != nil {
		twin.read(nil)
	}
}

// read finds out what a file holds, and of a book how far the twin goes along with it.
func (s *strand) read(twin *strand) {
	var err error
	switch {
	case s.size == 0:
		err = blame(Empty, fault.Place{}, "")
	case s.book:
		err = s.readBook(twin)
	default:
		err = s.readTwin()
	}
	if err == nil {
		return
	}
	s.flaw = blame(Damaged, fault.Place{}, "").Because(err)
	if known := fault.Find(err, of); known != nil {
		*s.flaw = *known
	}
	s.flaw.At.File = s.path
}

func (s *strand) readBook(twin *strand) error {
	var proof chain
	err := readBook(s.src, s.size, func(last, before Head) { s.last, s.before = last, before }, func(line []byte) error {
		r, err := proof.next(line)
		if err != nil {
			return blame(Damaged, fault.Place{Record: proof.head.Seq + 1}, "").Because(err)
		}
		s.hashes = append(s.hashes, r.Hash)
		if twin != nil && twin.along != nil {
			twin.goAlong(line, s.hashes)
		}
		if s.take != nil {
			s.take(r)
		}
		return nil
	})
	switch {
	case err != nil && !looksLikeBolt(s.src):
		return blame(Foreign, fault.Place{}, "").Because(err)
	case err != nil:
		return err
	case proof.head != s.last:
		return fmt.Errorf("it ends with record %d, and its head record names record %d", proof.head.Seq, s.last.Seq)
	case s.last.Seq == 0:
		return errNoLine
	}
	return nil
}

// goAlong proves the next line of the twin where it is that of the book, of which the
// hashes up to it are given; both copies then hold them once.
func (s *strand) goAlong(book []byte, hashes []Hash) {
	line, err := s.along.next()
	if err != nil || !bytes.Equal(line, book) {
		s.along = nil
		return
	}
	s.proven(hashes[:len(hashes):len(hashes)], s.along.bytes)
}

// proven takes a line that ends at a byte of the twin, and the hashes up to it.
func (s *strand) proven(hashes []Hash, end int64) {
	if len(s.hashes)%stride == 0 {
		s.marks = append(s.marks, s.whole)
	}
	s.hashes, s.whole = hashes, end
}

// readTwin reads on behind what was proven with the book.
func (s *strand) readTwin() error {
	proof := chain{head: s.head()}
	from := s.whole
	lines := newLines(io.NewSectionReader(s.src, from, s.size-from))
	lines.count = s.count()
	for {
		line, err := lines.next()
		if err == io.EOF && proof.head.Seq > 0 {
			return nil
		}
		var r Record
		if err == nil {
			r, err = proof.next(line)
		}
		if err != nil {
			return lineFault(s.path, lines.count, err)
		}
		s.proven(append(s.hashes, r.Hash), from+lines.bytes)
	}
}

// end is where the line of record n of a twin ends.
func (s *strand) end(n uint64) (int64, error) {
	if n == s.count() {
		return s.whole, nil
	}
	mark := n / stride
	at := s.marks[mark]
	lines := newLines(io.NewSectionReader(s.src, at, s.whole-at))
	for range n - mark*stride {
		if _, err := lines.next(); err != nil {
			return 0, err
		}
	}
	return at + lines.bytes, nil
}

func (s *strand) sound() bool   { return s.flaw == nil }
func (s *strand) missing() bool { return s.flaw != nil && s.flaw.Code == Missing }
func (s *strand) damaged() bool { return s.flaw != nil && s.flaw.Code == Damaged }
func (s *strand) torn() bool    { return s.flaw != nil && s.flaw.Code == Torn }

// count is how many records verify.
func (s *strand) count() uint64 { return uint64(len(s.hashes)) }

// head is the head of what verifies.
func (s *strand) head() Head {
	if len(s.hashes) == 0 {
		return Head{}
	}
	return Head{Seq: s.count(), Hash: s.hashes[len(s.hashes)-1]}
}

// errEnough ends a walk through a book early.
var errEnough = errors.New("enough")

// lines are those of a strand that verify, each good until the next.
func (s *strand) lines() iter.Seq2[[]byte, error] {
	if s.book {
		return s.bookLines
	}
	return s.twinLines
}

func (s *strand) bookLines(yield func([]byte, error) bool) {
	err := readBook(s.src, s.size, func(Head, Head) {}, func(line []byte) error {
		if !yield(line, nil) {
			return errEnough
		}
		return nil
	})
	if err != nil && !errors.Is(err, errEnough) {
		yield(nil, err)
	}
}

func (s *strand) twinLines(yield func([]byte, error) bool) {
	lines := newLines(io.NewSectionReader(s.src, 0, s.whole))
	for {
		line, err := lines.next()
		if err == io.EOF || !yield(line, err) || err != nil {
			return
		}
	}
}
