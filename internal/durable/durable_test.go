package durable_test

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"testing"

	"shuping/internal/durable"
)

func write(t *testing.T, path, text string) string {
	t.Helper()
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

func holds(t *testing.T, path, text string) {
	t.Helper()
	if got, err := os.ReadFile(path); err != nil || string(got) != text {
		t.Errorf("%s holds %q (%v), want %q", filepath.Base(path), got, err, text)
	}
}

func TestANameIsNeverTakenFromAnotherFile(t *testing.T) {
	dir := t.TempDir()
	draft, name := write(t, filepath.Join(dir, "draft"), "new"), write(t, filepath.Join(dir, "name"), "old")
	if err := durable.Place(draft, name); !errors.Is(err, fs.ErrExist) {
		t.Errorf("taken: %v", err)
	}
	holds(t, name, "old")
	holds(t, draft, "new")
	free := filepath.Join(dir, "free")
	if err := durable.Place(draft, free); err != nil {
		t.Fatal(err)
	}
	holds(t, free, "new")
	if _, err := os.Lstat(draft); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("the draft is still there: %v", err)
	}
	if err := durable.SyncDir(dir); err != nil {
		t.Error(err)
	}
}

func TestWhatIsPutAsideKeepsWhatWasPutAsideBefore(t *testing.T) {
	dir := t.TempDir()
	for n, text := range []string{"first", "second"} {
		path := write(t, filepath.Join(dir, "bad"), text)
		aside, err := durable.PutAside(path, filepath.Join(dir, "name"))
		if want := filepath.Join(dir, []string{"name.damaged-1", "name.damaged-2"}[n]); err != nil || aside != want {
			t.Errorf("put aside as %s (%v), want %s", aside, err, want)
		}
		holds(t, aside, text)
	}
	holds(t, filepath.Join(dir, "name.damaged-1"), "first")
}

func TestAFolderThatIsNotThereIsAnError(t *testing.T) {
	missing := filepath.Join(t.TempDir(), "missing")
	if err := durable.SyncDir(missing); err == nil {
		t.Error("a missing folder was flushed")
	}
	if err := durable.Place(filepath.Join(missing, "a"), filepath.Join(missing, "b")); err == nil {
		t.Error("a missing draft was placed")
	}
}
