//go:build unix

package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"syscall"
	"testing"
)

// nobody is a user and group whom permissions bind, on every Unix.
const nobody = 65534

// Folders and files that may not be written. Permissions do not bind root, so
// as root the test runs itself again as nobody, in a folder that nobody reaches.
func TestPermissions(t *testing.T) {
	if os.Geteuid() != 0 {
		scripts(t, "permissions")
		return
	}
	dir, err := os.MkdirTemp("", "shuping-nobody-")
	if err != nil {
		t.Fatal(err)
	}
	defer os.RemoveAll(dir)
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	carryOut(t, exec.Command("cp", self, filepath.Join(dir, "shuping.test")))
	carryOut(t, exec.Command("cp", "-r", "testdata", dir))
	carryOut(t, exec.Command("chown", "-R", "65534:65534", dir))
	again := exec.Command(filepath.Join(dir, "shuping.test"), "-test.run", "^TestPermissions$")
	again.Dir = dir
	again.Env = append(os.Environ(), "HOME="+dir, "TMPDIR="+dir)
	again.SysProcAttr = &syscall.SysProcAttr{Credential: &syscall.Credential{Uid: nobody, Gid: nobody}}
	carryOut(t, again)
}

func carryOut(t *testing.T, c *exec.Cmd) {
	t.Helper()
	if out, err := c.CombinedOutput(); err != nil {
		t.Fatalf("%v: %v\n%s", c, err, out)
	}
}
