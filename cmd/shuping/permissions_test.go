//go:build unix

package main

import (
	"errors"
	"io/fs"
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
	copied := filepath.Join(dir, "shuping.test")
	if err := errors.Join(copyProgram(copied, self), os.CopyFS(filepath.Join(dir, "testdata"), os.DirFS("testdata"))); err != nil {
		t.Fatal(err)
	}
	err = filepath.WalkDir(dir, func(path string, _ fs.DirEntry, err error) error {
		return errors.Join(err, os.Chown(path, nobody, nobody))
	})
	if err != nil {
		t.Fatal(err)
	}
	again := exec.Command(copied, "-test.run", "^TestPermissions$")
	again.Dir = dir
	again.Env = append(os.Environ(), "TMPDIR="+dir)
	again.SysProcAttr = &syscall.SysProcAttr{Credential: &syscall.Credential{Uid: nobody, Gid: nobody}}
	if out, err := again.CombinedOutput(); err != nil {
		t.Fatalf("%v: %v\n%s", again, err, out)
	}
}

func copyProgram(to, from string) error {
	program, err := os.ReadFile(from)
	if err != nil {
		return err
	}
	return os.WriteFile(to, program, 0o755)
}
