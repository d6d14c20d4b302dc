package durable_test

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"shuping/internal/durable"
)

func TestWhyADiskRefusedIsToldWithoutThePath(t *testing.T) {
	dir := t.TempDir()
	_, onPath := os.Open(filepath.Join(dir, "missing"))
	onLink := os.Link(filepath.Join(dir, "missing"), filepath.Join(dir, "name"))
	for _, err := range []error{onPath, onLink} {
		if got := durable.Reason(err); err == nil || strings.Contains(got, dir) || !strings.HasSuffix(err.Error(), got) {
			t.Errorf("%v is told as %q", err, got)
		}
		if durable.IsFull(err) || durable.IsForbidden(err) {
			t.Errorf("%v is neither a full disk nor a forbidden one", err)
		}
	}
	if err := errors.New("something"); durable.Reason(err) != "something" {
		t.Error(durable.Reason(err))
	}
	if !durable.IsForbidden(&fs.PathError{Op: "open", Path: dir, Err: fs.ErrPermission}) {
		t.Error("a file without the right is not forbidden")
	}
}
