// Package durable gives files their names: so that a power cut does not take a name
// back, so that a name is never taken from another file, and so that what has no name
// yet when the program is killed does not lie about for ever. It tells why a disk
// refused. What is written, and when it is flushed, is for whoever writes it.
package durable

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"runtime"
)

// SyncDir makes new names in a folder last. Windows has no such call; there a name
// lasts once the file system's own journal is written.
func SyncDir(path string) error {
	if runtime.GOOS == "windows" {
		return nil
	}
	d, err := os.Open(path)
	if err != nil {
		return err
	}
	defer d.Close()
	return d.Sync()
}

// Place gives a draft its name, which must be free: an existing file is never
// overwritten, and its error is fs.ErrExist. A link cannot replace a file as a
// rename does; a file system without hard links leaves a moment in which the name
// could be taken.
func Place(draft, path string) error {
	err := os.Link(draft, path)
	if err == nil {
		return os.Remove(draft)
	}
	if _, there := os.Lstat(path); there == nil {
		return &fs.PathError{Op: "create", Path: path, Err: fs.ErrExist}
	} else if !errors.Is(there, fs.ErrNotExist) {
		return there
	}
	return os.Rename(draft, path)
}

// PutAside moves a damaged file to NAME.damaged-N, with the first N that is free,
// and says what it is called now.
func PutAside(path, name string) (string, error) {
	for n := 1; ; n++ {
		aside := fmt.Sprintf("%s.damaged-%d", name, n)
		if _, err := os.Lstat(aside); errors.Is(err, fs.ErrNotExist) {
			return aside, os.Rename(path, aside)
		} else if err != nil {
			return aside, err
		}
	}
}
