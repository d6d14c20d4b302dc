//go:build unix

package main

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"

	"shuping/data"
)

// Windows cannot send an interrupt to one process alone, has pipes of other names,
// and words a closed one otherwise.

func init() { scriptCommands["pipe"] = pipe }

// pipe NAME [LINE]: a pipe, and somebody who writes the line into it as soon as it
// is read.
func pipe(ts *testscript.TestScript, neg bool, args []string) {
	if len(args) == 0 || len(args) > 2 {
		ts.Fatalf("usage: pipe NAME [LINE]")
	}
	path := ts.MkAbs(args[0])
	ts.Check(syscall.Mkfifo(path, 0o600))
	if len(args) == 2 {
		go os.WriteFile(path, []byte(args[1]+"\n"), 0o600)
	}
}

func TestInterruptStopsBetweenTwoLines(t *testing.T) {
	r := play(t)
	r.line("attend expected=46 present=43", "ok 1 2")
	if err := r.cmd.Process.Signal(os.Interrupt); err != nil {
		t.Fatal(err)
	}
	r.cmd.Wait()
	if code := r.cmd.ProcessState.ExitCode(); code != failed {
		t.Errorf("ended with %d: %s", code, r.said.String())
	}
	if got, want := r.said.String(), "shuping: 标准输入：已中断，到第 1 行为止已经保存。\n"; got != want {
		t.Errorf("said %q, want %q", got, want)
	}
	if got := r.records(); got != "2" {
		t.Errorf("%s records are left of 2", got)
	}
}

// TestAPipeThatNobodyWritesTo: a script that never comes is waited for until the
// program is told to stop.
func TestAPipeThatNobodyWritesTo(t *testing.T) {
	pipe := filepath.Join(t.TempDir(), "pipe")
	if err := syscall.Mkfifo(pipe, 0o600); err != nil {
		t.Fatal(err)
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
	path := filepath.Join(t.TempDir(), "a.shuping")
	if out, err := program("new", path, "--plan", data.DefaultPlan).CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	for _, c := range []struct{ script, args, want string }{
		{"start report:s1\n", "play " + path + " -", "shuping: 输出无法写出（接收方已关闭），请检查接收输出的程序或磁盘。 标准输入：已中断，到第 1 行为止已经保存。\n"},
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
