package main

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"shuping/data"
)

// systems are those that the program is built for.
var systems = []string{"windows", "linux", "darwin"}

// aLicence is the name of a file that a module wants to go where it goes.
var aLicence = regexp.MustCompile(`(?i)^(licen[cs]e|copying|notice|patents)(\.(txt|md))?$`)

// TestLicences: the licence of each module that is linked for any system, of what comes
// with Go and of what is embedded goes with the program, word for word.
func TestLicences(t *testing.T) {
	linked := map[string]string{}
	for _, system := range systems {
		list := exec.Command("go", "list", "-deps", "-f", `{{with .Module}}{{if not .Main}}{{.Path}} {{.Version}} {{.Dir}}{{end}}{{end}}`, ".")
		list.Env = append(os.Environ(), "GOOS="+system, "CGO_ENABLED=0")
		out, err := list.Output()
		if err != nil {
			t.Fatal(system, err)
		}
		for line := range strings.Lines(string(out)) {
			if words := strings.Fields(line); len(words) == 3 {
				linked[words[0]+" "+words[1]] = words[2]
			}
		}
	}
	names := make([]string, 0, len(linked))
	for name := range linked {
		names = append(names, name)
	}
	slices.Sort(names)
	var want bytes.Buffer
	for _, name := range names {
		entries, err := os.ReadDir(linked[name])
		if err != nil {
			t.Fatal(err)
		}
		found := 0
		for _, e := range entries {
			if !aLicence.MatchString(e.Name()) {
				continue
			}
			text, err := os.ReadFile(filepath.Join(linked[name], e.Name()))
			if err != nil {
				t.Fatal(err)
			}
			found++
			also := ""
			if strings.HasPrefix(name, "golang.org/x/text ") {
				also = "; the same of Go itself"
			}
			fmt.Fprintf(&want, "==== %s: %s%s\n\n%s\n\n", name, e.Name(), also, bytes.TrimSpace(bytes.ReplaceAll(text, []byte("\r\n"), []byte("\n"))))
		}
		if found == 0 {
			t.Errorf("%s has no licence", name)
		}
	}
	for _, also := range []struct{ what, path string }{
		{"the large fonts", filepath.Join("..", "..", "data", "fonts", "OFL.txt")},
		{"the table of simplified characters", filepath.Join("..", "..", "internal", "typed", "unicode.txt")},
	} {
		text, err := os.ReadFile(also.path)
		if err != nil {
			t.Fatal(err)
		}
		fmt.Fprintf(&want, "==== %s: %s\n\n%s\n\n", also.what, filepath.Base(also.path), bytes.TrimSpace(text))
	}
	path := filepath.Join("..", "..", "data", "licences.txt")
	if flag.Lookup("update").Value.String() == "true" {
		if err := os.WriteFile(path, want.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if data.Licences() != want.String() {
		t.Errorf("%s is not what the linked modules say; write it anew with -update", path)
	}
}
