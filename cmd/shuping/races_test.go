package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// A program that a test starts is looked at by the race detector too, where the
// tests are: it writes what it finds into a folder of its own and ends as it would
// have ended.

// watched is what to add to the environment of such a program.
func watched(folder string) string {
	return "GORACE=exitcode=0 log_path=" + filepath.Join(folder, "race")
}

// theirs is the one race that is not ours: at its end Bubble Tea closes the
// terminal's file while its reader still waits for a key.
const theirs = "muesli/cancelreader"

// raced fails the test on every race that was found.
func raced(t testing.TB, folder string) {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(folder, "race.*"))
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range files {
		text, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		for _, found := range ours(string(text)) {
			t.Errorf("the program races:\n%s", found)
		}
	}
}

// ours are the reports of a race detector that are not about theirs.
func ours(log string) []string {
	var out []string
	for _, report := range strings.Split(log, "==================") {
		if strings.Contains(report, "DATA RACE") && !strings.Contains(report, theirs) {
			out = append(out, report)
		}
	}
	return out
}

func TestRacesOfOursAreTold(t *testing.T) {
	line := "==================\n"
	log := line + "WARNING: DATA RACE\nRead by tui.Model\n" + line + line + "WARNING: DATA RACE\nRead by github.com/" + theirs + "@v0.2.2\n" + line
	if got := ours(log); len(got) != 1 || !strings.Contains(got[0], "tui.Model") {
		t.Errorf("%q", got)
	}
}
