//go:build linux || darwin

package main

import (
	"bytes"
	"os"
	"path/filepath"
	"regexp"
	"testing"
)

// TestSheetsAreSeenBeforeTheyCount: on a terminal a file is shown as it was understood
// and asked about, and nothing counts without a yes.
func TestSheetsAreSeenBeforeTheyCount(t *testing.T) {
	path := session(t, 2, 2)
	file := filepath.Join(t.TempDir(), "s.csv")
	if err := os.WriteFile(file, []byte("序号,第一党支部书记,第二党支部书记\n1,好,好\n2,好,较好\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	entered := func() bool { return bytes.Contains(must(t, program("log", path)), []byte("录入一张")) }
	for _, c := range []struct{ name, keys, want string }{
		{"no", "n\r", "没有录入"},
		{"nothing", "\r", "没有录入"},
		{"an end", "\x04", "没有录入"},
		{"an interrupt", "\x03", "中断"},
	} {
		w := onTerminal(t, nil, "sheets", "import", path, file, "--by", "张三")
		w.until(0, regexp.MustCompile(`第二党支部书记 +好 1 +较好 1(?s:.*)录入吗？`))
		w.press(c.keys)
		w.until(0, regexp.MustCompile(c.want))
		if state := w.end(); state.ExitCode() != failed || entered() {
			t.Errorf("%s: ended with %v, entered: %t", c.name, state, entered())
		}
	}
	w := onTerminal(t, nil, "sheets", "import", path, file, "--by", "张三")
	w.until(0, regexp.MustCompile(`录入吗？`))
	w.press("y\r")
	w.until(0, regexp.MustCompile("录入 2 张"))
	if state := w.end(); state.ExitCode() != done || !entered() {
		t.Errorf("ended with %v, entered: %t", state, entered())
	}
}
