package main

import (
	"bytes"
	"errors"
	"io"
	"io/fs"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"shuping/data"
	"shuping/internal/fault"
	"shuping/internal/journal"
	"shuping/internal/meeting"
	"shuping/internal/words"
)

// noon is when every test takes place.
var noon = time.Date(2024, 1, 17, 12, 0, 0, 0, time.FixedZone("CST", 8*3600))

// newMain is the program as main builds it, on buffers, at noon.
func newMain(in string) (m *Main, out, said *bytes.Buffer) {
	out, said = new(bytes.Buffer), new(bytes.Buffer)
	return &Main{
		Stdin: strings.NewReader(in), Stdout: out, Stderr: said,
		Getenv: func(string) string { return "" },
		Clock:  func() time.Time { return noon },
	}, out, said
}

func TestLogTellsLocalTime(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a.shuping")
	m, _, said := newMain("")
	if status := m.Run([]string{"new", path, "--plan", data.DefaultPlan}); status != done {
		t.Fatal(said)
	}
	m, out, said := newMain("")
	if status := m.Run([]string{"log", path}); status != done {
		t.Fatal(said)
	}
	if want := "     1  2024-01-17 12:00:00  命令行      建立会议 方案 genhe-2023\n"; out.String() != want {
		t.Errorf("got %q, want %q", out, want)
	}
}

func TestLanguage(t *testing.T) {
	for _, c := range []struct {
		args, env, want string
	}{
		{"", "SYSTEM=en-gb", "en"},
		{"", "SYSTEM=zh-cn", "zh"},
		{"", "SYSTEM=en-gb LANG=zh_CN", "zh"},
		{"", "", "zh"},
		{"", "LANG=en_US.UTF-8", "en"},
		{"", "LANG=fr_FR.UTF-8", "zh"},
		{"", "LC_ALL=zh_CN LANG=en_US", "zh"},
		{"", "LC_MESSAGES=en LANG=zh_CN", "en"},
		{"result --lang en a", "LANG=zh_CN", "en"},
		{"result a --lang=zh", "LANG=en_US", "zh"},
		{"result -- --lang=en", "", "zh"},
		{"result a --lang", "", "zh"},
	} {
		env := map[string]string{}
		for _, pair := range strings.Fields(c.env) {
			name, value, _ := strings.Cut(pair, "=")
			env[name] = value
		}
		got, err := language(strings.Fields(c.args), func(name string) string { return env[name] }, env["SYSTEM"])
		if err != nil || got != c.want {
			t.Errorf("%q with %q: %s (%v), want %s", c.args, c.env, got, err, c.want)
		}
	}
}

// TestAWindowThatClosesWaits: what a double click has to say can be read before its
// window closes.
func TestAWindowThatClosesWaits(t *testing.T) {
	for line, waits := range map[string]bool{"none.zip": true, "none.shuping": true, "bogus": true, "version": false} {
		m, _, said := newMain("\nx")
		m.OwnWindow = true
		m.Run([]string{line})
		rest, err := io.ReadAll(m.Stdin)
		if err != nil || waits != strings.HasSuffix(said.String(), words.PressEnter(words.Chinese)+"\n") || waits != (len(rest) == 0) {
			t.Errorf("%s: said %q, left %q, %v", line, said, rest, err)
		}
	}
}

func TestSentences(t *testing.T) {
	at := fault.Place{File: "a.shuping"}
	stopped := fault.New("journal", journal.Stopped).In(at).Because(
		fault.New("journal", journal.Storage, "detail", "committing the record").In(fault.Place{File: "a.shuping", Record: 7}))
	for want, err := range map[string]error{
		"a.shuping 不再接收记录（a.shuping 第 7 条记录 读写失败（存入记录时）。请停止录入，重新打开会议。）。请重新打开会议。": stopped,
		"a.shuping.log 第 9 行（第 9 条记录） 已损坏。请保留原文件不动，从副本恢复。":                       fault.New("journal", journal.Damaged).In(fault.Place{File: "a.shuping.log", Record: 9, Line: 9}),
		"现在没有打开的组，请先开始下一组。":                                                      &meeting.Refusal{Code: meeting.NoBundle},
		"x 没有读写权限，请换到自己的文件夹。":                                                    &fs.PathError{Op: "open", Path: "x", Err: fs.ErrPermission},
		"something else": errors.New("something else"),
	} {
		m := Main{lang: words.Chinese}
		if got := m.sentence(err); got != want {
			t.Errorf("got %s\nwant %s", got, want)
		}
	}
}

func TestVisibleTextDrivesNoTerminal(t *testing.T) {
	if got, want := visible("a\x1b[2J\u202eb\nc\r\n\u2028d"), "a\uFFFD[2J\uFFFDb c \uFFFDd"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestTableCountsCells(t *testing.T) {
	columns := table{right: map[int]bool{1: true}}
	columns.row("好", "33", "x")
	columns.row("一般+差", "5", "")
	columns.row("abc")
	if got, want := columns.String(), "好       33  x\n一般+差   5\nabc\n"; got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
}

func TestPlaceKind(t *testing.T) {
	for path, want := range map[string]string{
		"/home/a/Documents/a.shuping":           "",
		"/home/a/Dropbox (work)/a.shuping":      "synced",
		"C:/Users/a/OneDrive - 单位/a.shuping":    "synced",
		"D:/坚果云/a.shuping":                      "synced",
		"/media/a/STICK/a.shuping":              "removable",
		"/Volumes/STICK/a.shuping":              "removable",
		"//server/share/a.shuping":              "network",
		"/home/a/my-onedrive-notes/a.shuping":   "",
		"/Users/a/Library/Mobile Documents/a.s": "synced",
	} {
		if got := placeKind(path); got != want {
			t.Errorf("%s: %q, want %q", path, got, want)
		}
	}
}

// TestRecordOfANewerVersion: a record that proves itself and means nothing to
// this version stops what must understand it, and the log shows it as it is.
func TestRecordOfANewerVersion(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a.shuping")
	m, _, said := newMain("")
	if status := m.Run([]string{"new", path, "--plan", data.DefaultPlan}); status != done {
		t.Fatal(said)
	}
	book, _, err := journal.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := book.Append(journal.Entry{Kind: "tea-served", Event: []byte(`{"cups":43}`), At: noon}); err != nil {
		t.Fatal(err)
	}
	if err := book.Close(); err != nil {
		t.Fatal(err)
	}
	for _, line := range []string{"result " + path, "check " + path, "play " + path + " -", "export " + path + " -o " + path + ".zip"} {
		m, out, said := newMain("finish\n")
		if status := m.Run(strings.Fields(line)); status != failed || out.Len() > 0 {
			t.Errorf("%s: ended with %d after %q", line, status, out)
		}
		if got := said.String(); strings.Count(got, "\n") != 1 || !strings.HasPrefix(got, "shuping: ") ||
			!strings.Contains(got, path+" 第 2 条记录") || !strings.Contains(got, "“tea-served”") || !strings.Contains(got, "更新的版本") {
			t.Errorf("%s: said %q", line, got)
		}
	}
	m, out, said := newMain("")
	if status := m.Run([]string{"log", path}); status != done || !strings.HasSuffix(out.String(), `tea-served {"cups":43}`+"\n") {
		t.Errorf("log: %s%s", out, said)
	}
}
