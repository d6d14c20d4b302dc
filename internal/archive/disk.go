package archive

import (
	"errors"
	"io"
	"io/fs"
	"os"

	"shuping/internal/durable"
	"shuping/internal/fault"
)

// A disk is what an export needs of one. Tests hand in one that fails.
type disk interface {
	exists(path string) (bool, error)
	draft() string       // a name that nothing has
	sweep(folder string) // of what killed exports have left
	mkdir(path string) error
	create(path string) (file, error) // which must not be there
	open(path string) (io.ReadCloser, error)
	place(draft, dst string, folder bool) error
	replace(draft, dst string) error
	remove(path string) // with all that is in it, as far as the disk still lets us
	syncDir(path string) error
}

type file interface {
	io.WriteCloser
	Sync() error
}

// A realDisk makes files and folders that their owner alone may read and write, but
// for the permissions that are shared.
type realDisk struct{ shared fs.FileMode }

func (realDisk) exists(path string) (bool, error) {
	_, err := os.Lstat(path)
	if errors.Is(err, fs.ErrNotExist) {
		return false, nil
	}
	return err == nil, err
}

func (realDisk) draft() string             { return durable.DraftName() }
func (realDisk) sweep(folder string)       { durable.Sweep(folder) }
func (d realDisk) mkdir(path string) error { return os.Mkdir(path, 0o700|d.shared&0o777) }

func (d realDisk) create(path string) (file, error) {
	return os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600|d.shared&0o666)
}

func (realDisk) open(path string) (io.ReadCloser, error) { return os.Open(path) }

// place gives the draft its name without replacing anything. Renaming a folder
// fails by itself where something has the name, but for an empty folder, which is
// looked for before.
func (d realDisk) place(draft, dst string, folder bool) error {
	if folder {
		if taken, err := d.exists(dst); err != nil {
			return err
		} else if taken {
			return fs.ErrExist
		}
		return os.Rename(draft, dst)
	}
	return durable.Place(draft, dst)
}

func (realDisk) replace(draft, dst string) error { return os.Rename(draft, dst) }

func (realDisk) remove(path string) { _ = os.RemoveAll(path) }

func (realDisk) syncDir(path string) error { return durable.SyncDir(path) }

// diskFault is what the system said about dst as a fault.
func diskFault(dst string, err error) *fault.Fault {
	switch {
	case errors.Is(err, fs.ErrExist):
		return blame(Exists, "path", dst).Because(err)
	case durable.IsFull(err):
		return blame(DiskFull, "path", dst).Because(err)
	case durable.IsForbidden(err):
		return blame(ReadOnly, "path", dst, "reason", reason(err)).Because(err)
	case errors.Is(err, fs.ErrNotExist):
		return blame(NoFolder, "path", dst).Because(err)
	default:
		return blame(Storage, "path", dst, "reason", reason(err)).Because(err)
	}
}
