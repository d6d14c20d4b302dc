package journal

import (
	"encoding/binary"
	"fmt"
	"io"
	"os"
	"runtime/debug"

	"go.etcd.io/bbolt"

	"shuping/internal/fault"
)

// The names in the bbolt file. They never change.
var (
	bookBucket    = []byte("book")
	recordsBucket = []byte("records")
	formatKey     = []byte("format")
	headKey       = []byte("head")
	format        = []byte("shuping/journal/1")
)

// fill is how full a leaf is left when it is split. Records only ever join at
// the end, so that a half-empty leaf would stay so.
const fill = 0.95

// appendKey is the key of a record: its number, big-endian, so that the order of
// the keys is the order of the records.
func appendKey(dst []byte, seq uint64) []byte { return binary.BigEndian.AppendUint64(dst, seq) }

// encode is the value of the head record: the number as in a key, then the 32
// bytes of the hash.
func (h Head) encode() []byte { return append(appendKey(nil, h.Seq), h.Hash[:]...) }

func decodeHead(b []byte) (Head, bool) {
	if len(b) != 8+len(Hash{}) {
		return Head{}, false
	}
	return Head{Seq: binary.BigEndian.Uint64(b), Hash: Hash(b[8:])}, true
}

// readBook reads the bbolt file of a book without trusting it, calls head with
// the head record and that of the transaction before, and then visit with the line
// of each record in order. Of a file with one bad meta page it still tells the head
// record. A nil error means that bbolt may open the file. The lines themselves are
// the visitor's to verify, and the head is the caller's to compare.
func readBook(src io.ReaderAt, size int64, head func(last, before Head), visit func(line []byte) error) error {
	p, err := newPages(src, size)
	if err != nil {
		return err
	}
	book, records, err := p.buckets()
	if err != nil {
		return err
	}
	last, err := p.head(book)
	if err != nil {
		return err
	}
	head(last, before(src, p))
	if p.flaw != nil {
		return p.flaw
	}
	if err := p.records(records, visit); err != nil {
		return err
	}
	return p.account()
}

// before is the head record that the transaction before the last has left: the zero
// Head if nobody can tell. bbolt does not write over a page of that transaction until
// the one after the next begins.
func before(src io.ReaderAt, now *pages) Head {
	if now.flaw != nil {
		return Head{}
	}
	old := &pages{src: src, meta: now.older, used: make([]uint64, len(now.used))}
	book, _, err := old.buckets()
	if err != nil {
		return Head{}
	}
	head, err := old.head(book)
	if err != nil {
		return Head{}
	}
	return head
}

// errOther is what a sound bbolt file of another program gives.
var errOther = blame(Foreign, fault.Place{}, "it is the database of another program")

// buckets finds the two buckets of a book, and nothing else, in the root.
func (p *pages) buckets() (book, records []byte, err error) {
	var stranger error
	err = p.tree(p.meta.root, 0, bounds{}, func(e element) error {
		switch {
		case e.bucket && string(e.key) == string(bookBucket):
			book = append(book, e.value...)
		case e.bucket && string(e.key) == string(recordsBucket):
			records = append(records, e.value...)
		default:
			stranger = fmt.Errorf("an unknown bucket or key %q", e.key)
		}
		return nil
	})
	switch {
	case err != nil:
		return nil, nil, err
	case book == nil && records == nil:
		return nil, nil, errOther
	case stranger != nil:
		return nil, nil, stranger
	case book == nil || records == nil:
		return nil, nil, fmt.Errorf("one of its two buckets is not there")
	}
	return book, records, nil
}

// head reads the bucket that says what the file is and where the chain ends.
func (p *pages) head(bucket []byte) (Head, error) {
	var kind, last []byte
	err := p.bucket(bucket, func(e element) error {
		switch {
		case !e.bucket && string(e.key) == string(formatKey):
			kind = append(kind, e.value...)
		case !e.bucket && string(e.key) == string(headKey):
			last = append(last, e.value...)
		default:
			return fmt.Errorf("an unknown key %q", e.key)
		}
		return nil
	})
	if err != nil {
		return Head{}, err
	}
	if string(kind) != string(format) {
		return Head{}, fmt.Errorf("it is of format %q, not %q", kind, format)
	}
	head, ok := decodeHead(last)
	if !ok {
		return Head{}, fmt.Errorf("a head record of %d bytes", len(last))
	}
	return head, nil
}

// records visits the lines, whose keys must count from 1 without a gap.
func (p *pages) records(bucket []byte, visit func(line []byte) error) error {
	next := uint64(1)
	var key []byte
	return p.bucket(bucket, func(e element) error {
		key = appendKey(key[:0], next)
		if e.bucket || string(e.key) != string(key) {
			return fmt.Errorf("key %x where record %d was expected", e.key, next)
		}
		next++
		return visit(e.value)
	})
}

// openBolt lets bbolt open a file that readBook found sound. The file is handed
// over: bbolt closes it, now if it fails.
//
// The list of free pages is synced like all else, although a rebuild at opening
// would be cheap for us: it is what lets account prove every page.
func openBolt(f *os.File, pageSize int, nosync bool) (db *bbolt.DB, err error) {
	defer contain(&err)()
	return bbolt.Open(f.Name(), 0o600, &bbolt.Options{
		Timeout:      patience,
		OpenFile:     func(string, int, os.FileMode) (*os.File, error) { return f, release(f) },
		PageSize:     pageSize,
		NoSync:       nosync,
		NoStatistics: true,
	})
}

// put writes the lines of a batch and the head behind them.
func put(db *bbolt.DB, b *batch) (err error) {
	defer contain(&err)()
	return db.Update(func(tx *bbolt.Tx) error {
		book, records := tx.Bucket(bookBucket), tx.Bucket(recordsBucket)
		if book == nil || records == nil {
			return errOther
		}
		records.FillPercent = fill
		for i, seq := 0, b.first; i < len(b.ends); i, seq = i+1, seq+1 {
			if err := records.Put(appendKey(nil, seq), b.line(i)); err != nil {
				return err
			}
		}
		return book.Put(headKey, b.head.encode())
	})
}

// found makes the buckets of a new book.
func found(db *bbolt.DB) error {
	return db.Update(func(tx *bbolt.Tx) error {
		if _, err := tx.CreateBucket(recordsBucket); err != nil {
			return err
		}
		book, err := tx.CreateBucket(bookBucket)
		if err != nil {
			return err
		}
		return book.Put(formatKey, format)
	})
}

// readHead is the head record as bbolt sees it.
func readHead(db *bbolt.DB) (head Head, err error) {
	defer contain(&err)()
	err = db.View(func(tx *bbolt.Tx) error {
		if book := tx.Bucket(bookBucket); book != nil {
			head, _ = decodeHead(book.Get(headKey))
		}
		return nil
	})
	return head, err
}

// A panicked error is what bbolt panicked with. Its locks may be held for ever.
type panicked struct{ value any }

func (p panicked) Error() string { return fmt.Sprintf("bbolt: %v", p.value) }

// contain turns a panic of bbolt into an error, and also the fault that reading
// a mapped file gives when another program has cut it short.
func contain(err *error) func() {
	before := debug.SetPanicOnFault(true)
	return func() {
		debug.SetPanicOnFault(before)
		if value := recover(); value != nil {
			*err = panicked{value}
		}
	}
}
