//go:build unix

package durable

import (
	"errors"
	"syscall"
)

// IsFull reports whether there was no room: on the disk, in the user's share of it,
// or within the largest file that is allowed.
func IsFull(err error) bool {
	return errors.Is(err, syscall.ENOSPC) || errors.Is(err, syscall.EDQUOT) || errors.Is(err, syscall.EFBIG)
}

func isReadOnly(err error) bool { return errors.Is(err, syscall.EROFS) }
