//go:build unix && !solaris && !aix

package journal

import (
	"errors"
	"os"
	"syscall"
)

// replaceable says that a file may be renamed over while it is open and locked.
const replaceable = true

// tryLock takes the same lock as bbolt takes, and reports whether it is free. The
// lock belongs to the open file, so that bbolt finds it already taken when the
// file is handed over, and it ends when the file is closed.
func tryLock(f *os.File, exclusive bool) (bool, error) {
	how := syscall.LOCK_SH
	if exclusive {
		how = syscall.LOCK_EX
	}
	err := syscall.Flock(int(f.Fd()), how|syscall.LOCK_NB)
	if errors.Is(err, syscall.EWOULDBLOCK) {
		return false, nil
	}
	return err == nil, err
}

// release prepares a locked file for bbolt, which locks it itself.
func release(*os.File) error { return nil }
