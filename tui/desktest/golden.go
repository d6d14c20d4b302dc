package desktest

import (
	"flag"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"
)

// Update rewrites the golden frames, for somebody to read.
var Update = flag.Bool("update", false, "rewrite the golden frames, for somebody to read")

// Golden holds a text against testdata/NAME.golden of the package that is tested.
func Golden(t testing.TB, name, got string) {
	t.Helper()
	path := filepath.Join("testdata", name+".golden")
	if *Update {
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("differs from %s; read it and run with -update if it is right:\n%s", path, got)
	}
}

var styled = regexp.MustCompile(`\x1b\[([0-9;]*)m|[^\x1b]+`)

// Inked is a frame with spaces in reverse video as █ and those on a coloured ground
// as ░, so that bars, fields and large characters can be read.
func Inked(frame string) string {
	var b strings.Builder
	space := " "
	for _, part := range styled.FindAllStringSubmatch(frame, -1) {
		switch codes := ";" + part[1] + ";"; {
		case !strings.HasPrefix(part[0], "\x1b"):
			b.WriteString(strings.ReplaceAll(part[0], " ", space))
		case strings.Contains(codes, ";7;"):
			space = "█"
		case strings.Contains(codes, ";48;"):
			space = "░"
		default:
			space = " "
		}
	}
	return b.String()
}

// cells is how wide a text is.
func cells(s string) int { return ansi.StringWidth(s) }
