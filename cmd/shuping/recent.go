package main

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// recentFile lists the sessions that the start screen has opened or made in other
// folders than the program's own, one absolute path a line, so that it finds them again.
const recentFile = "recent.txt"

// recentLimit is as much of it as is read.
const recentLimit = 64 << 10

// recent is the sessions in other folders that are still there.
func recent(dir string) []string {
	text, err := readAtMost(filepath.Join(dir, recentFile), recentLimit)
	if err != nil {
		return nil
	}
	var out []string
	for path := range strings.Lines(string(text)) {
		path = strings.TrimSuffix(path, "\n")
		if filepath.IsAbs(path) && exists(path) && !slices.Contains(out, path) {
			out = append(out, path)
		}
	}
	return out
}

// remember adds a session to that list. It is a convenience: what the disk does not
// take is looked for by hand the next time.
func remember(dir, path string) {
	path, err := filepath.Abs(path)
	if err != nil || filepath.Dir(path) == dir || slices.Contains(recent(dir), path) {
		return
	}
	if os.MkdirAll(dir, 0o700) != nil {
		return
	}
	f, err := os.OpenFile(filepath.Join(dir, recentFile), os.O_WRONLY|os.O_CREATE|os.O_APPEND, 0o600)
	if err != nil {
		return
	}
	defer f.Close()
	_, _ = f.WriteString(path + "\n")
}
