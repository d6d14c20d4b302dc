package journal

import (
	"errors"
	"io/fs"
	"os"
	"time"

	"shuping/internal/fault"
)

// patience is how long a lock that another program holds is waited for.
const patience = time.Second

// A pair is the two files of a session, the book locked, both read and judged by
// nobody yet.
type pair struct {
	book, twin *strand
}

// hold locks a session and reads both files. For writing the lock is exclusive,
// for reading it is shared; either way no other program writes meanwhile. take, which
// may be nil, is handed the records of the book.
func hold(path string, write bool, take func(Record)) (*pair, error) {
	book, err := lockFile(path, write)
	if err != nil {
		return nil, err
	}
	p := &pair{book: absent(path, true), twin: absent(path+suffix, false)}
	p.book.file = book
	if p.twin.file, err = openFile(path+suffix, write); err != nil {
		p.close()
		return nil, err
	}
	for _, s := range []*strand{p.book, p.twin} {
		if err := s.measure(); err != nil {
			p.close()
			return nil, err
		}
	}
	p.book.take = take
	readBoth(p.book, p.twin)
	p.book.take = nil // the taker may be let go with what it holds
	return p, nil
}

// measure takes the size of a strand whose file is open; without a file it stays absent.
func (s *strand) measure() error {
	if s.file == nil {
		return nil
	}
	info, err := s.file.Stat()
	if err != nil {
		return diskFault(s.path, "opening it", err)
	}
	s.flaw, s.src, s.size = nil, s.file, info.Size()
	return nil
}

// close gives both files up, and the lock with them.
func (p *pair) close() {
	p.book.giveUp()
	p.twin.giveUp()
}

// giveUp closes the file of a strand.
func (s *strand) giveUp() {
	if s.file != nil {
		s.file.Close()
	}
}

// openFile opens a regular file, or gives nil if there is none.
func openFile(path string, write bool) (*os.File, error) {
	info, err := os.Stat(path)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, diskFault(path, "opening it", err)
	}
	if !info.Mode().IsRegular() {
		return nil, blame(Foreign, fault.Place{File: path}, "it is not a file")
	}
	how := os.O_RDONLY
	if write {
		how = os.O_RDWR
	}
	f, err := os.OpenFile(path, how, 0)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, diskFault(path, "opening it", err)
	}
	return f, nil
}

// lockFile opens a file and locks it, waiting a little if it is taken. The one
// who had it may have put another file in its place, so that it is opened again
// if the name has moved on.
func lockFile(path string, write bool) (*os.File, error) {
	for deadline := time.Now().Add(patience); ; time.Sleep(patience / 20) {
		f, err := openFile(path, write)
		if f == nil || err != nil {
			return nil, err
		}
		free, err := tryLock(f, write)
		if err != nil {
			f.Close()
			return nil, diskFault(path, "locking it", err)
		}
		if free && same(f, path) {
			return f, nil
		}
		f.Close()
		if time.Now().After(deadline) {
			return nil, blame(Locked, fault.Place{File: path}, "")
		}
	}
}

// same reports whether path still names the open file.
func same(f interface{ Stat() (fs.FileInfo, error) }, path string) bool {
	open, err := f.Stat()
	if err != nil {
		return false
	}
	named, err := os.Stat(path)
	return err == nil && os.SameFile(open, named)
}
