//go:build unix

package durable

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"syscall"
	"testing"
)

// Pipes have other names under Windows.
func TestOpenTakesFilesOnly(t *testing.T) {
	dir := t.TempDir()
	pipe := filepath.Join(dir, "pipe")
	if err := syscall.Mkfifo(pipe, 0o600); err != nil {
		t.Fatal(err)
	}
	for path, want := range map[string]error{pipe: ErrNotFile, "/dev/null": ErrNotFile, dir: syscall.EISDIR, filepath.Join(dir, "no"): fs.ErrNotExist} {
		if f, err := Open(path); !errors.Is(err, want) || f != nil {
			t.Errorf("%s: %v", path, err)
		}
	}
	path := filepath.Join(dir, "file")
	if err := WriteNew(path, []byte("x")); err != nil {
		t.Fatal(err)
	}
	f, err := Open(path)
	if err != nil {
		t.Fatal(err)
	}
	f.Close()
	if err := WriteNew(path, []byte("y")); !errors.Is(err, fs.ErrExist) {
		t.Errorf("written over: %v", err)
	}
	if text, _ := os.ReadFile(path); string(text) != "x" {
		t.Errorf("it holds %q", text)
	}
	if info, _ := os.Stat(path); info.Mode().Perm() != 0o600 {
		t.Errorf("it has the mode %o", info.Mode().Perm())
	}
	if files, _ := os.ReadDir(dir); len(files) != 2 {
		t.Errorf("%d files are left", len(files))
	}
}
