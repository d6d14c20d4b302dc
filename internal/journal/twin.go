package journal

import (
	"bufio"
	"io"
	"io/fs"
	"os"
)

// suffix makes the twin's name from the book's.
const suffix = ".log"

// A twin is the open JSON Lines file. It is an interface so that a test can let
// the disk fail.
type twin interface {
	io.ReaderAt
	io.WriterAt
	Truncate(size int64) error
	Sync() error
	Stat() (fs.FileInfo, error)
	Close() error
}

// writeTwin fills an empty file with the lines of a chain, verified once more,
// and flushes it.
func writeTwin(f *os.File, lines func(func([]byte, error) bool)) error {
	w := bufio.NewWriterSize(f, 64<<10)
	var proof chain
	for line, err := range lines {
		if err == nil {
			_, err = proof.next(line)
		}
		if err != nil {
			return err
		}
		w.Write(line)
		w.WriteByte('\n')
	}
	if err := w.Flush(); err != nil {
		return err
	}
	return f.Sync()
}
