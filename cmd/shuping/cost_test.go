//go:build unix

package main

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"github.com/creack/pty"
)

// What the program costs beside the least that a program of its kind can cost, both
// in one run. Read with
//
//	go test ./cmd/shuping -run '^$' -bench Cost -benchtime 20x
//
// BenchmarkCostCommand: the CPU of an everyday command in times an empty Go process; it
// should be at most 8, most of which the inits of the libraries take.
// BenchmarkCostFirstFrame: the time to the first frame of the start screen in times that
// of a Bubble Tea program that says hello; it should be at most 1.15.

const emptySource = "package main\n\nfunc main() {}\n"

const helloSource = `package main

import tea "charm.land/bubbletea/v2"

type hello struct{}

func (hello) Init() tea.Cmd { return nil }
func (h hello) Update(msg tea.Msg) (tea.Model, tea.Cmd) { return h, nil }
func (hello) View() tea.View { v := tea.NewView("hello"); v.AltScreen = true; return v }

func main() { tea.NewProgram(hello{}).Run() }
`

// built is a program, from source or, for "", this one.
func built(b *testing.B, name, source string) string {
	b.Helper()
	dir := b.TempDir()
	target, out := ".", filepath.Join(dir, name)
	if source != "" {
		target = filepath.Join(dir, "main.go")
		if err := os.WriteFile(target, []byte(source), 0o600); err != nil {
			b.Fatal(err)
		}
	}
	c := exec.Command("go", "build", "-o", out, target)
	c.Env = host // whose cache has most of it
	if text, err := c.CombinedOutput(); err != nil {
		b.Fatalf("%s: %v\n%s", name, err, text)
	}
	return out
}

func BenchmarkCostCommand(b *testing.B) {
	empty, own := built(b, "empty", emptySource), built(b, "shuping", "")
	path := session(b, 50, 10)
	for _, args := range [][]string{{"version"}, {"result", path}, {"log", path}} {
		b.Run(args[0], func(b *testing.B) {
			compare(b, "×empty", func() time.Duration { return cpu(b, own, args...) }, func() time.Duration { return cpu(b, empty) })
		})
	}
}

func BenchmarkCostFirstFrame(b *testing.B) {
	hello, own := built(b, "hello", helloSource), built(b, "shuping", "")
	home := b.TempDir()
	compare(b, "×hello", func() time.Duration { return firstFrame(b, home, "F10", own) }, func() time.Duration { return firstFrame(b, home, "hello", hello) })
}

// compare measures both in turn and reports the medians and their ratio.
func compare(b *testing.B, unit string, own, least func() time.Duration) {
	b.Helper()
	var mine, theirs []time.Duration
	for b.Loop() {
		mine, theirs = append(mine, own()), append(theirs, least())
	}
	slices.Sort(mine)
	slices.Sort(theirs)
	m, t := mine[len(mine)/2], theirs[len(theirs)/2]
	b.ReportMetric(float64(m)/float64(t), unit)
	b.ReportMetric(float64(m.Microseconds())/1000, "ms-own")
	b.ReportMetric(float64(t.Microseconds())/1000, "ms-least")
}

// cpu is what a process takes, its own and the system's for it.
func cpu(b *testing.B, path string, args ...string) time.Duration {
	b.Helper()
	c := exec.Command(path, args...)
	if err := c.Run(); err != nil {
		b.Fatal(err)
	}
	return c.ProcessState.UserTime() + c.ProcessState.SystemTime()
}

// firstFrame is how long it takes until a text is on a terminal.
func firstFrame(b *testing.B, home, text, path string) time.Duration {
	b.Helper()
	c := exec.Command(path)
	c.Env = append(os.Environ(), "HOME="+home, "XDG_DATA_HOME="+home, "TERM=xterm-256color")
	begun := time.Now()
	terminal, err := pty.StartWithSize(c, &pty.Winsize{Rows: 24, Cols: 80})
	if err != nil {
		b.Fatal(err)
	}
	defer func() {
		_ = c.Process.Kill() // it waits for a key that nobody presses
		_ = c.Wait()
		terminal.Close()
	}()
	var seen []byte
	chunk := make([]byte, 4096)
	for !bytes.Contains(seen, []byte(text)) {
		n, err := terminal.Read(chunk)
		if err != nil {
			b.Fatalf("%s ended before its first frame: %v\n%s", path, err, seen)
		}
		seen = append(seen, chunk[:n]...)
	}
	return time.Since(begun)
}
