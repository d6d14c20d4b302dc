package archive

import (
	"bytes"
	"maps"
	"strings"
	"testing"

	"shuping/internal/papers"
)

// Private notes are in a bag for which somebody asked for them, and it says so three
// times; they are in no other.
func TestPrivateNotesAreInTheBagOnlyWhenAskedFor(t *testing.T) {
	src := sealed(t, 3)
	with := means()
	with.Kept = t.TempDir() + "/s.sig"
	plain := exported(t, src, with)
	with.Notes = &Notes{[]papers.Visit{{Subject: "s1", Place: "窗口", Seen: "群众等候久"}}, map[string][]string{"s2": {"学习不实"}}}
	asked := exported(t, src, with)
	for _, text := range []string{"群众等候久", "学习不实"} {
		for name, b := range asked {
			if bytes.Contains(b, []byte(text)) != (name == notesFile) {
				t.Errorf("%s: %s", name, text)
			}
			if bytes.Contains(plain[name], []byte(text)) {
				t.Errorf("nobody asked, and %s has %s", name, text)
			}
		}
	}
	r := check(t, memShelf(asked), nil)
	if !r.Private || check(t, memShelf(plain), nil).Private {
		t.Error("the report does not tell a bag with notes from one without")
	}
	if !strings.Contains(string(asked[infoFile]), "Shuping-Private: "+notesFile+"\n") ||
		strings.Contains(string(plain[infoFile]), "Private") || !strings.Contains(string(asked[contentsFile]), notesFile) {
		t.Error("bag-info.txt or the contents do not say it")
	}
	with.Notes = nil
	if again := exported(t, src, with); len(differing(plain, again)) > 0 || len(again) != len(plain) {
		t.Error("a bag without notes is another one after one with notes")
	}
	for what, change := range map[string]func(map[string][]byte){
		"left out":   func(m map[string][]byte) { delete(m, notesFile) },
		"put in":     func(m map[string][]byte) { maps.Copy(m, plain); m[notesFile] = asked[notesFile] },
		"no paper":   func(m map[string][]byte) { m[notesFile] = []byte("x") },
		"concealed":  func(m map[string][]byte) { m[infoFile] = plain[infoFile] },
		"other name": func(m map[string][]byte) { m["data/private/other.docx"] = asked[notesFile] },
	} {
		bad := maps.Clone(asked)
		change(bad)
		if check(t, resummed(bad), nil).OK() {
			t.Errorf("%s: it was not found", what)
		}
	}
}
