//go:build unix

package attached

import (
	"os"
	"syscall"
	"testing"
)

// A pipe would be waited for until somebody writes into it.
func TestAPipeIsNotTaken(t *testing.T) {
	session, path := room(t, "x")
	must(t, os.Remove(path))
	must(t, syscall.Mkfifo(path, 0o600))
	if _, err := Take(ctx, session, path); code(err) != NotAFile {
		t.Error(err)
	}
}
