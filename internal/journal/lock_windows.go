package journal

import (
	"errors"
	"math"
	"os"

	"golang.org/x/sys/windows"
)

// replaceable says that a file may not be renamed over while it is open.
const replaceable = false

// tryLock takes the same lock as bbolt takes, on the one byte at the end of all
// offsets, and reports whether it is free.
func tryLock(f *os.File, exclusive bool) (bool, error) {
	flags := uint32(windows.LOCKFILE_FAIL_IMMEDIATELY)
	if exclusive {
		flags |= windows.LOCKFILE_EXCLUSIVE_LOCK
	}
	err := windows.LockFileEx(windows.Handle(f.Fd()), flags, 0, 1, 0, lockByte())
	if errors.Is(err, windows.ERROR_LOCK_VIOLATION) {
		return false, nil
	}
	return err == nil, err
}

// release gives the lock back just before bbolt takes it: Windows does not let
// the same file lock a byte twice. What may happen in between is caught by
// comparing the head afterwards. A file that was never locked, a new one, has
// nothing to give back.
func release(f *os.File) error {
	err := windows.UnlockFileEx(windows.Handle(f.Fd()), 0, 1, 0, lockByte())
	if errors.Is(err, windows.ERROR_NOT_LOCKED) {
		return nil
	}
	return err
}

func lockByte() *windows.Overlapped {
	return &windows.Overlapped{Offset: math.MaxUint32, OffsetHigh: math.MaxUint32}
}
