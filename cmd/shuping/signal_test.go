package main

import (
	"bufio"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"shuping/data"
)

// A run is the program as a process of its own, whose script is typed line by
// line.
type run struct {
	t      *testing.T
	cmd    *exec.Cmd
	script io.WriteCloser
	out    *bufio.Reader
	said   strings.Builder
	path   string
}

// play starts the program on a new session, with an open script.
func play(t *testing.T) *run {
	t.Helper()
	r := &run{t: t, path: filepath.Join(t.TempDir(), "a.shuping")}
	if out, err := program("new", r.path, "--plan", data.DefaultPlan).CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	r.cmd = program("play", r.path, "-")
	r.cmd.Stderr = &r.said
	var err error
	if r.script, err = r.cmd.StdinPipe(); err != nil {
		t.Fatal(err)
	}
	out, err := r.cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	r.out = bufio.NewReader(out)
	if err := r.cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { r.script.Close(); r.cmd.Wait() })
	return r
}

// program is this binary under the program's name.
func program(args ...string) *exec.Cmd {
	cmd := exec.Command(os.Args[0], args...)
	cmd.Args[0] = "shuping"
	cmd.Env = append(os.Environ(), "LC_ALL=zh_CN.UTF-8")
	return cmd
}

// line types a line and waits for its answer, while the script stays open.
func (r *run) line(text, answer string) {
	r.t.Helper()
	if _, err := io.WriteString(r.script, text+"\n"); err != nil {
		r.t.Fatal(err)
	}
	if got, err := r.out.ReadString('\n'); err != nil || got != answer+"\n" {
		r.t.Fatalf("%s: answered %q (%v), want %q", text, got, err, answer)
	}
}

// records is how many records the session has, once the program has ended.
func (r *run) records() string {
	r.t.Helper()
	out, err := program("check", r.path).CombinedOutput()
	if err != nil {
		r.t.Fatalf("check: %v: %s", err, out)
	}
	_, rest, _ := strings.Cut(string(out), "记录  ")
	n, _, _ := strings.Cut(rest, "\n")
	return n
}

// TestLineIsAnsweredBeforeTheNextComes: a script that is typed or piped never
// waits for its own end.
func TestLineIsAnsweredBeforeTheNextComes(t *testing.T) {
	r := play(t)
	r.line("attend expected=46 present=43", "ok 1 2")
	r.line("start report:s1", "ok 2 3")
	r.line("# nothing\nfinish", "ok 4 4")
	r.script.Close()
	if err := r.cmd.Wait(); err != nil || r.said.String() != "" {
		t.Errorf("ended with %v: %s", err, r.said.String())
	}
}

// TestAnsweredLinesOutliveAKill: what was answered is there after the program
// was killed without a word.
func TestAnsweredLinesOutliveAKill(t *testing.T) {
	r := play(t)
	r.line("attend expected=46 present=43", "ok 1 2")
	r.line("issue 43", "ok 2 4")
	if err := r.cmd.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	r.cmd.Wait()
	if got := r.records(); got != "4" {
		t.Errorf("%s records are left of 4", got)
	}
}
