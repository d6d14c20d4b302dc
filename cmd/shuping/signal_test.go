package main

import (
	"bufio"
	"context"
	"errors"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
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

func TestInterruptStopsBetweenTwoLines(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("Windows cannot send an interrupt to one process alone")
	}
	r := play(t)
	r.line("attend expected=46 present=43", "ok 1 2")
	if err := r.cmd.Process.Signal(os.Interrupt); err != nil {
		t.Fatal(err)
	}
	r.cmd.Wait()
	if code := r.cmd.ProcessState.ExitCode(); code != failed {
		t.Errorf("ended with %d: %s", code, r.said.String())
	}
	if got, want := r.said.String(), "shuping: 标准输入：已中断，到第 1 行为止已经存盘。\n"; got != want {
		t.Errorf("said %q, want %q", got, want)
	}
	if got := r.records(); got != "2" {
		t.Errorf("%s records are left of 2", got)
	}
}

// TestAPipeThatNobodyWritesTo: a script that never comes is waited for until the
// program is told to stop.
func TestAPipeThatNobodyWritesTo(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("pipes have other names there")
	}
	pipe := filepath.Join(t.TempDir(), "pipe")
	if out, err := exec.Command("mkfifo", pipe).CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	ctx, stop := context.WithCancel(context.Background())
	stop()
	m, _, _ := newMain("")
	if _, in, err := m.openScript(ctx, pipe); !errors.Is(err, context.Canceled) || in != nil {
		t.Errorf("it was opened, %v", err)
	}
}

// TestClosedOutputIsTold: whoever read the answers has gone. The lines up to
// the one that could not be answered are on disk, and no later one is. Where nothing
// is lost by it, a reader that has had enough is no fault.
func TestClosedOutputIsTold(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("Windows words a closed pipe otherwise")
	}
	path := filepath.Join(t.TempDir(), "a.shuping")
	if out, err := program("new", path, "--plan", data.DefaultPlan).CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	for _, c := range []struct{ script, args, want string }{
		{"start report:s1\n", "play " + path + " -", "shuping: 输出无法写出（接收方已关闭），请检查接收输出的程序或磁盘。 标准输入：已中断，到第 1 行为止已经存盘。\n"},
		{"", "log " + path + " --json", ""},
		{"", "result " + path, ""},
		{"", "--help", ""},
	} {
		read, write, err := os.Pipe()
		if err != nil {
			t.Fatal(err)
		}
		read.Close()
		var said strings.Builder
		cmd := program(strings.Fields(c.args)...)
		cmd.Stdin, cmd.Stdout, cmd.Stderr = strings.NewReader(c.script), write, &said
		err = cmd.Run()
		write.Close()
		if said.String() != c.want || (c.want != "") != (cmd.ProcessState.ExitCode() == failed) {
			t.Errorf("%s ended with %v and said %q, want %q", c.args, err, said.String(), c.want)
		}
	}
	r := run{t: t, path: path}
	if got := r.records(); got != "2" {
		t.Errorf("%s records, want 2", got)
	}
}
