package main

import "os/exec"

// wholeGroup is of systems on which LibreOffice is begun by a script.
func wholeGroup(c *exec.Cmd) *exec.Cmd { return c }
