package main

import (
	"flag"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"shuping/tui/desktest"
)

// TestPictures holds the pictures of both READMEs against the real screens, and the
// table of the house against its rows. With -update it takes the pictures anew.
func TestPictures(t *testing.T) {
	for file, lang := range map[string]string{"README.md": "zh", "README.zh-CN.md": "zh"} {
		path := filepath.Join("..", "..", file)
		text, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		want := string(text)
		for name, picture := range pictures(t, lang) {
			fence := regexp.MustCompile("(?s)<!-- " + name + " -->\n```\n.*?```\n")
			if !fence.MatchString(want) {
				t.Fatalf("%s has no picture %q", file, name)
			}
			want = fence.ReplaceAllLiteralString(want, "<!-- "+name+" -->\n```\n"+picture+"```\n")
		}
		if want == string(text) {
			continue
		}
		if flag.Lookup("update").Value.String() == "true" {
			if err := os.WriteFile(path, []byte(want), 0o644); err != nil {
				t.Fatal(err)
			}
			continue
		}
		t.Errorf("a picture in %s is not what the screen shows; go test ./cmd/shuping -run Pictures -update takes it anew", file)
	}
}

// pictures are the count while sheets are keyed, and the result.
func pictures(t *testing.T, lang string) map[string]string {
	counted := desktest.Counted()
	keying := desktest.New(t, desktest.House(t), lang).Play(counted[:48]...)
	keying.Press("f3 1").Tick()
	closed := desktest.New(t, desktest.House(t), lang).Play(desktest.Decided()...)
	closed.Press("f4").Tick()
	inked := func(d *desktest.Desk) string { return trimmed(desktest.Inked(d.Model.View().Content)) }
	return map[string]string{"count": inked(keying), "result": inked(closed)}
}

// trimmed is a frame without the spaces at the ends of its rows.
func trimmed(frame string) string {
	var b strings.Builder
	for row := range strings.SplitSeq(frame, "\n") {
		b.WriteString(strings.TrimRight(row, " ") + "\n")
	}
	return b.String()
}

// TestREADMEIsShort: a newcomer reads it in five minutes.
func TestREADMEIsShort(t *testing.T) {
	for _, file := range []string{"README.md", "README.zh-CN.md"} {
		text, err := os.ReadFile(filepath.Join("..", "..", file))
		if err != nil {
			t.Fatal(err)
		}
		if n := strings.Count(string(text), "\n"); n > 220 {
			t.Errorf("%s has %d lines", file, n)
		}
	}
}
