//go:build !windows

package main

import "os/exec"

// ownConsole is of Windows: elsewhere a terminal is a program.
func ownConsole(c *exec.Cmd) *exec.Cmd { return c }
