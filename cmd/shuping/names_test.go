package main

import (
	"archive/zip"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"shuping/data"
	"shuping/internal/private"
)

// TestNamesAreReadForTheDoorAndPrinted: a table is read as the door wants it, faults are
// told row by row, and the list that lies beside a session is on the sheets to sign.
func TestNamesAreReadForTheDoorAndPrinted(t *testing.T) {
	dir := t.TempDir()
	path, table := filepath.Join(dir, "a.shuping"), filepath.Join(dir, "名单.csv")
	m, _, said := newMain("")
	if m.Run([]string{"new", path, "--plan", data.DefaultPlan}) != done {
		t.Fatal(said)
	}
	s, _, err := m.recall(path)
	if err != nil {
		t.Fatal(err)
	}
	read := func(text string) (list []private.Attendee, lines []string, sum string) {
		t.Helper()
		if err := os.WriteFile(table, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		names, err := m.readNames(table, s)
		if err != nil {
			t.Fatal(err)
		}
		return names.List, names.Lines, names.Sum
	}
	list, lines, sum := read("姓名,参评类别,单位\n欧阳喆,党员,第一党支部\n王五,群众代表,\n")
	want := []private.Attendee{{Name: "欧阳喆", Class: "member", Unit: "第一党支部"}, {Name: "王五", Class: "masses"}}
	if !slices.Equal(list, want) || !slices.Contains(lines, "党员  1 人") || sum != "名单.csv：共 2 人。" {
		t.Errorf("%+v %q %q", list, lines, sum)
	}
	if bad, lines, _ := read("姓名,参评类别\n张三2,党员\n"); len(bad) > 0 || len(lines) != 1 {
		t.Errorf("%+v %q", bad, lines)
	}
	drawer, _, err := private.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	if err := drawer.Save(private.Contents{}.List(list)); err != nil {
		t.Fatal(err)
	}
	names, err := keptNames(path, s.Plan)
	if err != nil || len(names) != 2 || s.Plan.Voters[names[1].Class].Name != "群众代表" || names[0].Unit != "第一党支部" {
		t.Errorf("%+v, %v", names, err)
	}
	to := filepath.Join(dir, "papers")
	if m.Run([]string{"papers", path, "--before", "-o", to}) != done {
		t.Fatal(said)
	}
	doc, err := zip.OpenReader(filepath.Join(to, "08-签到表.docx"))
	if err != nil {
		t.Fatal(err)
	}
	defer doc.Close()
	if text, err := fs.ReadFile(doc, "word/document.xml"); !strings.Contains(string(text), "欧阳喆") {
		t.Errorf("the sheet to sign has no name: %v", err)
	}
}
