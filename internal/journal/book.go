package journal

import (
	"io"
	"iter"
	"os"
	"slices"
	"sync"

	"go.etcd.io/bbolt"

	"shuping/internal/fault"
)

// A Book is an open session. Its methods may be called from any goroutine; one
// Append runs at a time.
type Book struct {
	path  string
	space func(dir string) (uint64, error)

	mu      sync.Mutex
	db      *bbolt.DB
	file    *os.File // what bbolt has open
	twin    twin
	bulk    int64   // least size of the bbolt file
	size    int64   // of the twin
	marks   []int64 // where records 1, 1+stride, … begin in the twin
	head    Head
	stopped error
	closed  bool
}

// newBook takes over a pair whose twin holds, and whose book holds or lags. bbolt
// sees the file for the first time here.
func newBook(v *verdict) (*Book, error) {
	path := v.book.path
	db, err := openBolt(v.book.file, 0, false)
	if err != nil {
		return nil, diskFault(path, "opening it", err)
	}
	head, err := readHead(db)
	if err == nil && head != v.book.head() {
		err = blame(Locked, fault.Place{File: path}, "it was changed while it was being opened")
	}
	if err == nil {
		err = v.fillBook(db)
	}
	if err != nil {
		db.Close()
		return nil, diskFault(path, "opening it", err)
	}
	b := &Book{
		path:  path,
		space: freeSpace,
		db:    db,
		file:  v.book.file,
		twin:  v.twin.file,
		size:  v.twin.size,
		marks: v.twin.marks,
		head:  v.head(),
	}
	b.weigh()
	return b, nil
}

// weigh notes how large bbolt has made its file.
func (b *Book) weigh() {
	if info, err := b.file.Stat(); err == nil {
		b.bulk = info.Size()
	}
}

// Path is the path that the book was created or opened with.
func (b *Book) Path() string { return b.path }

// Head is the last record that was acknowledged.
func (b *Book) Head() Head {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.head
}

// Records yields the records from number from on, in order, up to the last one
// that was acknowledged when the loop began. They are read from the twin as the
// loop goes, never all at once, and verified again; an error ends the loop. The
// loop may append, and the book may have been stopped, but not closed.
func (b *Book) Records(from uint64) iter.Seq2[Record, error] {
	return func(yield func(Record, error) bool) {
		from := max(from, 1)
		b.mu.Lock()
		head, size, closed := b.head, b.size, b.closed
		var start int64
		var proof chain
		if from <= head.Seq {
			mark := (from - 1) / stride
			start, proof.head.Seq = b.marks[mark], mark*stride
		}
		b.mu.Unlock()
		if closed {
			yield(Record{}, blame(Stopped, fault.Place{File: b.path}, "it is closed"))
			return
		}
		if from <= head.Seq {
			readPiece(b.path+suffix, io.NewSectionReader(b.twin, start, size-start), proof, from, head, yield)
		}
	}
}

// readPiece yields the records of a piece of the twin at path that begins behind
// proof and ends with head.
func readPiece(path string, piece io.Reader, proof chain, from uint64, head Head, yield func(Record, error) bool) {
	lines := newLines(piece)
	for proof.head.Seq < head.Seq {
		line, err := lines.next()
		if err == io.EOF {
			err = io.ErrUnexpectedEOF
		}
		var r Record
		if err == nil {
			r, err = proof.join(slices.Clone(line))
		}
		if err == nil && r.Seq == head.Seq && r.Hash != head.Hash {
			err = errHead
		}
		if err != nil {
			yield(Record{}, lineFault(path, proof.head.Seq+1, err))
			return
		}
		if r.Seq >= from && !yield(r, nil) {
			return
		}
	}
}

// Close gives the files back. A closed book takes no records. Close may be
// called again and does nothing then.
func (b *Book) Close() error {
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.closed {
		return nil
	}
	b.closed = true
	if b.stopped == nil {
		b.stopped = blame(Stopped, fault.Place{File: b.path}, "it is closed")
	}
	err := b.closeBolt()
	if twin := b.twin.Close(); err == nil {
		err = twin
	}
	if err != nil {
		return diskFault(b.path, "closing it", err)
	}
	return nil
}
