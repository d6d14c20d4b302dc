//go:build unix

package durable

import (
	"errors"
	"syscall"
)

// alive reports whether a process runs, whoever's it is.
func alive(process int) bool {
	err := syscall.Kill(process, 0)
	return err == nil || errors.Is(err, syscall.EPERM)
}
