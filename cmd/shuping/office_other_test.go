//go:build !windows

package main

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"shuping/internal/archive"
	"shuping/internal/words"
)

// An office that writes every PDF but those of a paper called 坏, and says so.
const office = `#!/bin/sh
while [ $# -gt 0 ]; do
	case $1 in
	--outdir) out=$2; shift ;;
	*坏.docx) echo cannot ;;
	*.docx) name=${1##*/}; echo "$LC_ALL $FONTCONFIG_FILE" >"$out/${name%.docx}.pdf" ;;
	esac
	shift
done
`

func TestPapersArePrintedByAnOfficeAtHand(t *testing.T) {
	folder, temp := t.TempDir(), t.TempDir()
	t.Setenv("TMPDIR", temp)
	at := filepath.Join(folder, "soffice")
	if err := os.WriteFile(at, []byte(office), 0o755); err != nil {
		t.Fatal(err)
	}
	t.Setenv("PATH", folder)
	if found := findOffice(); found != at {
		t.Errorf("the office at hand is %q", found)
	}
	m := &Main{lang: words.Chinese}
	list, err := m.printPDF(t.Context(), at, folder, 0o044, []archive.Paper{{Name: "13-会议记录.docx", Title: "会议记录"}, {Name: "12-结果表.csv"}})
	if err != nil || len(list) != 3 || list[2] != (archive.Paper{Name: "13-会议记录.pdf", Title: "会议记录"}) {
		t.Fatalf("%v, %v", list, err)
	}
	if b, err := os.ReadFile(filepath.Join(folder, "13-会议记录.pdf")); err != nil || !strings.HasPrefix(string(b), "C.UTF-8 ") {
		t.Errorf("%q, %v", b, err)
	}
	_, err = m.printPDF(t.Context(), at, folder, 0, []archive.Paper{{Name: "坏.docx"}})
	if err == nil || !strings.Contains(err.Error(), "LibreOffice 没有写成 PDF（坏.pdf）；DOCX 都在 ") {
		t.Errorf("a paper that was not printed: %v", err)
	}
	if left, err := os.ReadDir(temp); err != nil || len(left) > 0 {
		t.Errorf("%v is left, %v", left, err)
	}
	t.Setenv("PATH", temp)
	if found := findOffice(); found != "" && !slices.Contains([]string{"/Applications/LibreOffice.app/Contents/MacOS/soffice"}, found) {
		t.Errorf("an office that is nowhere is at %q", found)
	}
}
