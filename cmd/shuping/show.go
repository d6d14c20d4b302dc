package main

import (
	"cmp"
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"shuping/internal/room"
	"shuping/internal/words"
	"shuping/tui/show"
)

func (m *Main) showCommand() *cobra.Command {
	return m.verb("show FILE", m.takes(1), func(args []string) error { return m.wall(args[0]) })
}

// wall shows a session that a console may have open, in this terminal, until it is
// left. It opens no file for writing.
func (m *Main) wall(path string) error {
	if err := m.needsTerminal(); err != nil {
		return err
	}
	w := room.OpenWindow(path, m.Clock)
	first := w.Look()
	if first.Fault == nil && first.Stale { // what nobody acknowledges is shown at the second look
		first = w.Look()
	}
	if first.Fault != nil && first.Stale {
		return first.Fault
	}
	seat, err := m.seat()
	if err != nil {
		return err
	}
	m.raised = raise(m.Stdout, wallFrames)
	_, err = m.show(show.New(show.Seat{
		Look: func() show.Sight { return m.wallSight(w.Look()) },
		Lang: seat.Lang, Fonts: seat.Fonts, Dark: seat.Dark, Depth: seat.Depth,
	}, m.wallSight(first)))
	return err
}

func (m *Main) wallSight(s room.Seen) show.Sight {
	t := show.Sight{State: s.State, Seq: s.Head.Seq, Now: s.Now, Blank: s.Blank, Page: s.Page, Steered: s.Console != room.Absent, Stale: s.Stale}
	if s.Fault != nil {
		t.Fault = m.sentence(s.Fault)
	}
	return t
}

// openWall opens the wall of a session in a window of its own, or says what to type
// where no terminal is found that could.
func (m *Main) openWall(path string) error {
	self, err := os.Executable()
	if err != nil {
		return err
	}
	command := []string{self, "--lang", m.lang.Tag(), "show", path}
	for _, c := range windowsFor(m.Getenv, command) {
		if opens(c, moment) {
			return nil
		}
	}
	return fail(words.WallByHand(m.lang), map[string]any{"command": quoted(command)})
}

// moment is how long a program is given to fail.
const moment = time.Second

// opens begins a program that opens something, and reports whether it did: one that
// ends badly within that time has opened nothing. Programs of Windows do not tell.
func opens(c *exec.Cmd, within time.Duration) bool {
	if c.Start() != nil {
		return false
	}
	ended := make(chan error, 1)
	go func() { ended <- c.Wait() }()
	select {
	case err := <-ended:
		return err == nil || runtime.GOOS == "windows"
	case <-time.After(within):
		return true
	}
}

// terminals are programs that open a window and run a command in it, each with what
// stands before the command.
var terminals = [][]string{
	{"x-terminal-emulator", "-e"}, {"deepin-terminal", "-e"}, {"mate-terminal", "-x"}, {"gnome-terminal", "--"},
	{"konsole", "-e"}, {"xfce4-terminal", "-x"}, {"kitty"}, {"xterm", "-e"},
}

// windowsFor are the ways to open a window on this machine, the likeliest first.
func windowsFor(getenv func(string) string, command []string) []*exec.Cmd {
	ctx := context.Background() // the window stays when the console has left
	switch {
	case runtime.GOOS == "windows":
		return []*exec.Cmd{ownConsole(exec.CommandContext(ctx, command[0], command[1:]...))}
	case runtime.GOOS == "darwin":
		return []*exec.Cmd{exec.CommandContext(ctx, "osascript", "-e", "on run argv", "-e", `tell application "Terminal" to do script (item 1 of argv)`, "-e", "end run", quoted(command))}
	case getenv("DISPLAY") == "" && getenv("WAYLAND_DISPLAY") == "":
		return nil
	}
	var out []*exec.Cmd
	for _, t := range terminals {
		out = append(out, exec.CommandContext(ctx, t[0], append(t[1:len(t):len(t)], command...)...))
	}
	return out
}

// quoted is a command as it is typed.
func quoted(command []string) string {
	var out []string
	for _, word := range command {
		switch {
		case !strings.ContainsAny(word, " '\"$&();<>|*?\\`"):
		case runtime.GOOS == "windows":
			word = `"` + word + `"`
		default:
			word = "'" + strings.ReplaceAll(word, "'", `'\''`) + "'"
		}
		out = append(out, word)
	}
	return strings.Join(out, " ")
}

// reveal opens the folder of a file as this machine shows folders, or says where it is.
func (m *Main) reveal(path string) error {
	folder := filepath.Dir(path)
	opener := map[string]string{"windows": "explorer", "darwin": "open"}[runtime.GOOS]
	if !opens(exec.CommandContext(context.Background(), cmp.Or(opener, "xdg-open"), folder), moment) {
		return fail(words.RevealByHand(m.lang), map[string]any{"folder": folder})
	}
	return nil
}
