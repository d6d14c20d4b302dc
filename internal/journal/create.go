package journal

import (
	"errors"
	"io/fs"
	"iter"
	"os"
	"path/filepath"

	"shuping/internal/durable"
	"shuping/internal/fault"
)

// Create makes a session of two files with the first entries, at least one, and
// opens it. Neither name may be taken; nothing is ever overwritten. Both files
// are written and flushed under temporary names before they get their own, so
// that a session exists whole or not at all.
func Create(path string, first ...Entry) (*Book, error) {
	if err := unused(path); err != nil {
		return nil, err
	}
	if len(first) == 0 {
		return nil, blame(BadEntry, fault.Place{File: path}, "a session begins with at least one record")
	}
	b, _, err := newBatch(path, Head{}, first)
	if err != nil {
		return nil, err
	}
	if err := establish(path, 0, b.lines()); err != nil {
		return nil, diskFault(path, "making it", err)
	}
	book, _, err := Open(path)
	return book, err
}

// unused says that nothing has one of the two names.
func unused(path string) error {
	for _, name := range []string{path, path + suffix} {
		_, err := os.Lstat(name)
		if err == nil {
			return blame(Exists, fault.Place{File: name}, "")
		}
		if !errors.Is(err, fs.ErrNotExist) {
			return diskFault(name, "looking for it", err)
		}
	}
	return nil
}

// establish writes both files and gives them their names, the twin first: where
// the book is, its twin is too.
func establish(path string, pageSize int, lines iter.Seq2[[]byte, error]) error {
	twin, err := draft(path+suffix, func(f *os.File) error { return writeTwin(f, lines) })
	if err != nil {
		return err
	}
	defer os.Remove(twin)
	book, err := draft(path, func(f *os.File) error { return writeBook(f, pageSize, lines) })
	if err != nil {
		return err
	}
	defer os.Remove(book)
	if err := durable.Place(twin, path+suffix); err != nil {
		return err
	}
	if err := durable.Place(book, path); err != nil {
		os.Remove(path + suffix)
		return err
	}
	return durable.SyncDir(filepath.Dir(path))
}
