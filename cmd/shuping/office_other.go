//go:build !windows

package main

import (
	"os/exec"
	"syscall"
)

// wholeGroup has a command end with all that it began: LibreOffice is begun by a script.
func wholeGroup(c *exec.Cmd) *exec.Cmd {
	c.SysProcAttr = &syscall.SysProcAttr{Setpgid: true}
	c.Cancel = func() error { return syscall.Kill(-c.Process.Pid, syscall.SIGKILL) }
	return c
}
