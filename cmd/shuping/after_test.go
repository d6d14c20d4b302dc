package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"shuping/data"
)

// Another journal, as good as the one that was verified, is not taken for it.
func TestWhatWasNotVerifiedIsNotCarried(t *testing.T) {
	m, _, said := newMain("duty what=会务 who=张三\n")
	path := filepath.Join(t.TempDir(), "a.shuping")
	if m.Run([]string{"new", path, "--plan", data.DefaultPlan}) != done || m.Run([]string{"play", path, "-"}) != done {
		t.Fatal(said)
	}
	text, err := os.ReadFile(path + twinSuffix)
	if err != nil {
		t.Fatal(err)
	}
	_, head, err := m.recall(path)
	if err != nil {
		t.Fatal(err)
	}
	if s, err := m.replay("last.zip", strings.NewReader(string(text)), head.Hash.String()); err != nil || len(s.Duties) != 1 {
		t.Errorf("%v, %v", s.Duties, err)
	}
	first, _, _ := strings.Cut(string(text), "\n")
	for name, other := range map[string]string{
		"one that ends before": first + "\n",
		"one of another head":  strings.ReplaceAll(string(text), head.Hash.String(), strings.Repeat("0", 64)),
		"an empty one":         "",
	} {
		_, err := m.replay("last.zip", strings.NewReader(other), head.Hash.String())
		if err == nil || !strings.Contains(m.sentence(err), "last.zip") {
			t.Errorf("%s: %v", name, err)
		}
	}
}
