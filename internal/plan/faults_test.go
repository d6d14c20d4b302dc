package plan

import (
	"bytes"
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"shuping/internal/fault"
)

var update = flag.Bool("update", false, "rewrite what the files in testdata expect")

const dashes = "----------\n"

// Each file in testdata/faults is a change to testdata/small.toml, lines taken
// out (-) and put in (+), and after the dashes what is said of the result, each
// fault in English and below it in Chinese. A change at a second place comes
// after a line with @.
func TestFaults(t *testing.T) {
	small := read(t, "testdata/small.toml")
	if _, err := Parse("small.toml", small); err != nil {
		t.Fatal(err)
	}
	files, err := filepath.Glob("testdata/faults/*.txt")
	if err != nil || len(files) < 100 {
		t.Fatalf("%d files, %v", len(files), err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txt"), func(t *testing.T) {
			changes, want, ok := strings.Cut(string(read(t, file)), dashes)
			if !ok {
				t.Fatal("no dashes")
			}
			_, err := Parse("dir/plan.toml", change(t, small, changes))
			got := told(t, err)
			if *update {
				if err := os.WriteFile(file, []byte(changes+dashes+got), 0o644); err != nil {
					t.Fatal(err)
				}
				return
			}
			if got != want {
				t.Errorf("got:\n%swant:\n%s", got, want)
			}
		})
	}
}

// TestEncodings holds what cannot be shown in a text file.
func TestEncodings(t *testing.T) {
	small := string(read(t, "testdata/small.toml"))
	for _, c := range []struct{ what, src, want string }{
		{"byte order mark", "\ufeff" + small, ""},
		{"carriage returns", strings.ReplaceAll(small, "\n", "\r\n"), ""},
		{"byte order mark and a fault", "\ufefftitel = 1\n" + small, `p:1:1: "titel" is not a key of the top of the file`},
		{"carriage returns and a fault", strings.ReplaceAll(strings.Replace(small, "= 10", "= 0", 1), "\n", "\r\n"), `p:39:11: "agenda.stages.minutes" is 0`},
		{"GB18030", strings.Replace(small, "某局党总支", "\xc4\xb3\xbe\xd6", 1), "p:3:14: the file is not UTF-8, it is perhaps GB18030"},
		{"UTF-16", "\xff\xfet\x00i\x00", "p:1:1: the file is not UTF-8, it is perhaps UTF-16"},
		{"cut within a character", small[:strings.Index(small, "职")+1], "p:1:16: the file is not UTF-8"},
		{"too large", small + strings.Repeat("#\n", maxFile/2), "p:1:1: the file is over 1 MiB"},
		{"bidi in a comment", small + "# a\u202eb\n", "p:107:4: the character U+202E is not allowed"},
		{"zero width in a text", strings.Replace(small, "某局", "某\u200b局", 1), "p:3:14: the character U+200B is not allowed"},
		{"tab in a text", strings.Replace(small, "某局", "某\t局", 1), "p:3:14: the character U+0009 is not allowed"},
		{"escape in a text", strings.Replace(small, "某局", "某\x1b局", 1), "p:3:14: the character U+001B is not allowed"},
		{"lone carriage return", strings.Replace(small, "\n", "\r", 1), "p:1:20: the character U+000D is not allowed"},
		{"end within a text", `title = "`, "p:1:9: this is not TOML: the closing quotation mark is missing"},
		{"nothing", "", `p:1:1: "title" is missing from the top of the file`},
	} {
		t.Run(c.what, func(t *testing.T) {
			_, err := Parse("p", []byte(c.src))
			switch {
			case c.want == "" && err != nil:
				t.Error(err)
			case c.want != "" && (err == nil || !strings.HasPrefix(Said.Faults(err.(fault.Faults)), c.want)):
				t.Errorf("got:\n%v\nwant:\n%s", err, c.want)
			}
			var fs fault.Faults
			if errors.As(err, &fs) && c.what != "nothing" && len(fs) > 1 && fs[1].At == fs[0].At {
				t.Errorf("told twice:\n%v", err)
			}
		})
	}
}

// TestFaultAs shows how a caller gets at the place.
func TestFaultAs(t *testing.T) {
	_, err := Parse("x.toml", []byte("title = 5\n"))
	var f *fault.Fault
	if !errors.As(err, &f) {
		t.Fatalf("%T", err)
	}
	if f.At != (fault.Place{File: "x.toml", Line: 1, Column: 1}) || !fault.Is(err, "plan", MissingKey) {
		t.Errorf("%+v", f)
	}
}

// TestManyFaults bounds what one bad file can say.
func TestManyFaults(t *testing.T) {
	var b strings.Builder
	for i := range 5000 {
		fmt.Fprintf(&b, "k%d = 1\n", i)
	}
	_, err := Parse("x", []byte(b.String()))
	if fs := err.(fault.Faults); len(fs) != maxFaults {
		t.Errorf("%d faults", len(fs))
	}
}

// told is what a chair would read, each fault in both languages.
func told(t *testing.T, err error) string {
	t.Helper()
	var b strings.Builder
	var fs fault.Faults
	if err != nil && !errors.As(err, &fs) {
		t.Fatalf("%T is no list of faults", err)
	}
	for _, f := range fs {
		fmt.Fprintf(&b, "%s\n    %s\n", Said.Fault("en", f), Said.Alone(f))
	}
	return b.String()
}

func change(t *testing.T, src []byte, changes string) []byte {
	t.Helper()
	for _, c := range strings.Split(changes, "@\n") {
		var out, in []byte
		for line := range strings.Lines(c) {
			text := []byte(strings.TrimPrefix(line[1:], " "))
			if line[0] == '-' {
				out = append(out, text...)
			} else {
				in = append(in, text...)
			}
		}
		if n := bytes.Count(src, out); n != 1 && !bytes.HasPrefix(src, out) {
			t.Fatalf("%q is there %d times", out, n)
		}
		src = bytes.Replace(src, out, in, 1)
	}
	return src
}

func read(t testing.TB, file string) []byte {
	t.Helper()
	b, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	return b
}
