package main

import (
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/adrg/xdg"

	"shuping/tui/picker"
)

// browsedMost is how many entries of a folder are shown.
const browsedMost = 5000

// browse says what a path leads to; "" is where people keep their files. What is
// hidden is left out, and so is what cannot be read.
func (m *Main) browse(path string) (picker.Listing, error) {
	path, err := m.pathOf(path)
	if err != nil {
		return picker.Listing{}, m.inWords(err)
	}
	info, err := os.Stat(path)
	switch {
	case err != nil:
		return picker.Listing{}, m.inWords(err)
	case !info.IsDir():
		return picker.Listing{File: path}, nil
	}
	dir, err := os.Open(path)
	if err != nil {
		return picker.Listing{}, m.inWords(err)
	}
	defer dir.Close()
	found, err := dir.ReadDir(browsedMost)
	if err != nil && len(found) == 0 && !errors.Is(err, io.EOF) {
		return picker.Listing{}, m.inWords(err)
	}
	l := picker.Listing{Folder: path}
	if up := filepath.Dir(path); up != path {
		l.Up = up
	}
	for _, e := range found {
		if strings.HasPrefix(e.Name(), ".") {
			continue
		}
		// A link is what it leads to.
		if info, err := os.Stat(filepath.Join(path, e.Name())); err == nil && (info.IsDir() || info.Mode().IsRegular()) {
			l.Entries = append(l.Entries, picker.Entry{Name: e.Name(), Folder: info.IsDir(), Size: info.Size(), Written: info.ModTime()})
		}
	}
	return l, nil
}

// pathOf is a path as people write it, made whole: ~ is the home of whoever asks, and
// nothing is the desktop, the documents or that home.
func (m *Main) pathOf(path string) (string, error) {
	home := xdg.Home
	if path == "" {
		for _, dir := range []string{xdg.UserDirs.Desktop, xdg.UserDirs.Documents, home} {
			if info, err := os.Stat(dir); err == nil && info.IsDir() {
				return dir, nil
			}
		}
	}
	if rest, ok := strings.CutPrefix(path, "~"); ok && (rest == "" || strings.ContainsAny(rest[:1], `/\`)) {
		path = filepath.Join(home, rest)
	}
	return filepath.Abs(path)
}
