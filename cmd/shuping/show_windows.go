package main

import (
	"os/exec"
	"syscall"

	"golang.org/x/sys/windows"
)

// ownConsole lets a command begin in a console window of its own.
func ownConsole(c *exec.Cmd) *exec.Cmd {
	c.SysProcAttr = &syscall.SysProcAttr{CreationFlags: windows.CREATE_NEW_CONSOLE}
	return c
}
