package main

import (
	"bytes"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"shuping/data"
	"shuping/internal/private"
)

// What is private lies in the drawer of a session and in no other file of it, nor in
// its bag; and once it is discarded, in none at all.
func TestWhatIsPrivateIsInTheDrawerAlone(t *testing.T) {
	const secret, draft = "某某同志群众基础差", "还没写完的一句"
	dir := t.TempDir()
	path := filepath.Join(dir, "a.shuping")
	m, out, said := newMain("")
	run := func(args ...string) {
		t.Helper()
		if status := m.Run(args); status != done && status != unanchored {
			t.Fatal(args, said)
		}
	}
	run("new", path, "--plan", data.DefaultPlan)
	drawer, notes, err := private.Open(path)
	if err != nil || len(notes) > 0 {
		t.Fatal(notes, err)
	}
	keep := func(c private.Contents) {
		t.Helper()
		if err := drawer.Save(c); err != nil {
			t.Fatal(err)
		}
	}
	keep(private.Contents{}.Draft("review:s1", secret).Draft("review:s2", draft).Comment("s1", secret).Note(private.Visit{Subject: "s1", Seen: secret}).List([]private.Attendee{{Name: secret}}))
	for _, part := range []string{"agenda.txt", "sheets.txt", "grades.txt"} {
		run("play", path, filepath.Join("testdata", "meeting", part))
	}
	run("attach", path, "report:s1", filepath.Join("testdata", "meeting", "agenda.txt"))
	run("export", path, "-o", filepath.Join(dir, "bag"))
	run("export", path, "-o", filepath.Join(dir, "bag.zip"))
	run("check", path)
	if got := holding(t, dir, secret); !slices.Equal(got, []string{"a.shuping.drawer"}) {
		t.Errorf("it stands in %v", got)
	}
	asked := filepath.Join(t.TempDir(), "asked")
	for _, dst := range []string{asked, asked + ".zip"} {
		run("export", path, "-o", dst, "--with-notes")
		said.Reset()
		run("verify", dst)
		if !strings.Contains(out.String(), "data/private/visits.docx") {
			t.Errorf("verify does not say that private notes are in it: %s", out)
		}
		out.Reset()
	}
	if got := holding(t, asked, secret); !slices.Equal(got, []string{"visits.docx"}) {
		t.Errorf("it was asked for, and stands in %v", got)
	}
	if got := holding(t, asked, draft); len(got) > 0 {
		t.Errorf("a draft stands in %v", got)
	}
	run("verify", filepath.Join(dir, "bag"))
	if strings.Contains(out.String(), "private") {
		t.Errorf("nobody asked for notes, and verify says: %s", out)
	}
	keep(private.Contents{}.Draft("review:s1", "好"))
	if got := holding(t, dir, secret); len(got) > 0 {
		t.Errorf("it was discarded, and stands in %v", got)
	}
	keep(private.Contents{})
	if got := holding(t, dir, secret); len(got) > 0 || exists(private.Path(path)) {
		t.Errorf("nothing is private, and it stands in %v", got)
	}
}

// holding lists the files below dir whose bytes hold a text.
func holding(t *testing.T, dir, text string) []string {
	t.Helper()
	var out []string
	err := filepath.WalkDir(dir, func(path string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		src, err := os.ReadFile(path)
		if bytes.Contains(src, []byte(text)) {
			out = append(out, filepath.Base(path))
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}
