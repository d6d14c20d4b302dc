package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"shuping/internal/words"
)

// TestBrowse: a folder is listed without what is hidden or broken, a file is a file,
// and what is not there is one sentence.
func TestBrowse(t *testing.T) {
	dir := t.TempDir()
	for _, name := range []string{"表.csv", ".hidden"} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte("12345"), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.Mkdir(filepath.Join(dir, "材料"), 0o700); err != nil {
		t.Fatal(err)
	}
	_ = os.Symlink(filepath.Join(dir, "gone"), filepath.Join(dir, "broken")) // where links can be made
	m, _, _ := newMain("")
	m.lang = words.Chinese
	l, err := m.browse(dir)
	if err != nil || l.Folder != dir || l.Up != filepath.Dir(dir) || len(l.Entries) != 2 {
		t.Fatalf("%+v %v", l, err)
	}
	for _, e := range l.Entries {
		if e.Folder != (e.Name == "材料") || !e.Folder && e.Size != 5 {
			t.Errorf("%+v", e)
		}
	}
	if l, err := m.browse(filepath.Join(dir, "表.csv")); err != nil || l.File != filepath.Join(dir, "表.csv") {
		t.Errorf("%+v %v", l, err)
	}
	if l, err := m.browse(filepath.Join(dir, "材料")); err != nil || len(l.Entries) != 0 {
		t.Errorf("an empty folder: %+v %v", l, err)
	}
	if _, err := m.browse(filepath.Join(dir, "没有.csv")); err == nil || !strings.Contains(err.Error(), "没有.csv") {
		t.Errorf("%v", err)
	}
	if l, err := m.browse(""); err != nil || l.Folder == "" {
		t.Errorf("where files are kept: %+v %v", l, err)
	}
}
