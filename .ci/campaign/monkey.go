package main

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"syscall"
	"time"

	"github.com/creack/pty"
)

// keys are what the monkey presses; one of them may be several bytes.
var keys = append(strings.Split("0 1 2 3 4 5 6 7 8 9 1 2 3 4 1 2 1 2 y n j k a e h p b . + - / ?", " "),
	"\r", "\r", "\r", "\r", "\t", "\x1b", "\x7f", " ",
	"\x1b[A", "\x1b[B", "\x1b[C", "\x1b[D", "\x1b[5~", "\x1b[6~", "\x1b[H", "\x1b[F", "\x1b[3~",
	"\x1bOP", "\x1bOQ", "\x1bOR", "\x1bOS", "\x1b[15~", "\x1b[17~", "\x1b[18~", "\x1b[19~", "\x1b[20~", "\x1b[21~",
	"\x0e", "\x10", "\x15", "\x1a", "张三", "2024-01-18", "述职", "\x1b[200~1 2 3\r4\x1b[201~")

// monkey presses keys at random in the console, on meetings that stand at different
// places. The program neither falls over nor hangs, and the session is whole.
func monkey(c *campaign) error {
	for n := range 4 * c.scale {
		if err := c.press(n, 2500, syscall.SIGTERM); err != nil {
			return err
		}
	}
	return nil
}

// monkeyControl is a program that falls over.
func monkeyControl(c *campaign) error { return c.press(0, 50, syscall.SIGSEGV) }

func (c *campaign) press(n, presses int, end syscall.Signal) error {
	dir := c.folder()
	defer os.RemoveAll(dir)
	session := filepath.Join(dir, "a.shuping")
	if err := c.upTo(session, n%4); err != nil {
		return err
	}
	cmd := exec.Command(c.program, "run", session)
	cmd.Env = append(os.Environ(), "HOME="+dir, "XDG_DATA_HOME="+dir, "XDG_CONFIG_HOME="+dir, "TERM=xterm-256color", "LC_ALL=zh_CN.UTF-8")
	terminal, err := pty.StartWithSize(cmd, &pty.Winsize{Cols: uint16(60 + c.random.IntN(100)), Rows: uint16(16 + c.random.IntN(40))})
	if err != nil {
		return err
	}
	defer terminal.Close()
	var said tail
	go io.Copy(&said, terminal)
	ended := make(chan error, 1)
	go func() { ended <- cmd.Wait() }()
	for begun := time.Now(); !bytes.Contains(said.bytes(), []byte("\x1b[?1049h")); time.Sleep(time.Millisecond) {
		if time.Since(begun) > patience { // it has no screen, and a signal would find nobody who hears it
			cmd.Process.Kill()
			return breaks("the program does not begin: %.300q", said.bytes())
		}
	}
	pressed, over := 0, false
	for ; pressed < presses && !over; pressed += 25 {
		var burst strings.Builder
		for range 25 {
			burst.WriteString(keys[c.random.IntN(len(keys))])
		}
		io.WriteString(terminal, burst.String())
		select {
		case err = <-ended:
			over = true // the monkey found the way out
		case <-time.After(5 * time.Millisecond):
		}
	}
	if !over {
		cmd.Process.Signal(end)
		select {
		case err = <-ended:
		case <-time.After(patience):
			cmd.Process.Kill()
			return breaks("after %d keys the program does not end", pressed)
		}
	}
	if err != nil || bytes.Contains(said.bytes(), []byte("panic")) || bytes.Contains(said.bytes(), []byte("goroutine ")) {
		return breaks("after %d keys the program falls over: %v: %.300q", pressed, err, said.bytes())
	}
	if out, err := exec.Command(c.program, "check", session).CombinedOutput(); err != nil {
		return breaks("after %d keys the session is not whole: %s", pressed, out)
	}
	c.count("keys pressed", pressed)
	c.count("meetings", 1)
	return nil
}

// upTo makes a session that stands at its beginning, before the count, in it or
// before the grades.
func (c *campaign) upTo(session string, parts int) error {
	if out, err := exec.Command(c.program, "new", session, "--plan", "genhe-2023").CombinedOutput(); err != nil {
		return fmt.Errorf("%w: %s", err, out)
	}
	for _, part := range []string{"agenda", "sheets", "grades"}[:parts] {
		script := filepath.Join("cmd", "shuping", "testdata", "meeting", part+".txt")
		if out, err := exec.Command(c.program, "play", session, script).CombinedOutput(); err != nil {
			return fmt.Errorf("%s: %w: %s", part, err, out)
		}
	}
	return nil
}

// tail is the end of what was written.
type tail struct {
	mu  sync.Mutex
	end []byte
}

func (t *tail) Write(b []byte) (int, error) {
	t.mu.Lock()
	defer t.mu.Unlock()
	if t.end = append(t.end, b...); len(t.end) > 1<<16 {
		t.end = t.end[len(t.end)-1<<15:]
	}
	return len(b), nil
}

func (t *tail) bytes() []byte {
	t.mu.Lock()
	defer t.mu.Unlock()
	return bytes.Clone(t.end)
}
