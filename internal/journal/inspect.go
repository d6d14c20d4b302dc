package journal

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"shuping/internal/fault"
)

// Inspect looks, without writing, whether both names still lead to the open
// files, whether those are as long as this book has made them, and whether the
// disk has room. Call it every few seconds while a book is open.
//
// A Replaced or Storage fault stops the book, because what is entered from here
// on would not be found again. A LowSpace fault is a warning.
func (b *Book) Inspect() error {
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.stopped != nil {
		return b.stopped
	}
	if err := b.inPlace(); err != nil {
		return b.stop(err)
	}
	free, err := b.space(filepath.Dir(b.path))
	if err != nil {
		return b.stop(diskFault(b.path, "asking for free space", err))
	}
	if free < floor {
		return blame(LowSpace, fault.Place{File: b.path}, fmt.Sprintf("%d MB are free", free>>20))
	}
	return nil
}

// inPlace says whether both names still lead to the open files.
func (b *Book) inPlace() *fault.Fault {
	size, err := named(b.file, b.path)
	if err == nil && size < b.bulk {
		return resized(b.path, size, b.bulk)
	}
	if err == nil {
		size, err = named(b.twin, b.path+suffix)
	}
	if err == nil && size != b.size {
		return resized(b.path+suffix, size, b.size)
	}
	return err
}

func resized(path string, size, want int64) *fault.Fault {
	return blame(Replaced, fault.Place{File: path}, fmt.Sprintf("it has %d bytes instead of %d", size, want))
}

// named is the size of an open file that still has its name.
func named(f interface{ Stat() (fs.FileInfo, error) }, path string) (int64, *fault.Fault) {
	open, err := f.Stat()
	if err != nil {
		return 0, diskFault(path, "looking at it", err)
	}
	there, err := os.Stat(path)
	if err != nil {
		wrong := diskFault(path, "looking at it", err)
		if wrong.Code == Missing {
			wrong = blame(Replaced, fault.Place{File: path}, "it is gone")
		}
		return 0, wrong
	}
	if !os.SameFile(open, there) {
		return 0, blame(Replaced, fault.Place{File: path}, "another file has its name")
	}
	return open.Size(), nil
}
