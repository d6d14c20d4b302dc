package main

import (
	"bufio"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"time"
)

// kill kills a worker on the journal, the program while it plays a script, and both
// while they open what was killed before.
func kill(c *campaign) error {
	var w victim
	for range 150 * c.scale {
		if err := c.killWorker(&w, "append"); err != nil {
			return err
		}
	}
	for range 15 * c.scale {
		if err := c.killProgram(); err != nil {
			return err
		}
	}
	return nil
}

func killControl(c *campaign) error {
	var w victim
	for range 200 {
		if err := c.killWorker(&w, "early"); err != nil {
			return err
		}
	}
	return nil
}

// A victim is a session that is killed again and again, and how many records it has
// at least.
type victim struct {
	path    string
	records uint64
}

// worker is a worker as a program of its own.
func (c *campaign) worker(role, path string, times int) *exec.Cmd {
	cmd := exec.Command(c.self)
	cmd.Env = append(os.Environ(), "CAMPAIGN_ROLE="+role, "CAMPAIGN_PATH="+path,
		fmt.Sprint("CAMPAIGN_SEED=", c.random.Uint64()), fmt.Sprint("CAMPAIGN_TIMES=", times))
	return cmd
}

// killWorker lets a worker acknowledge a few times and kills it a moment later, or
// while it still opens what the last kill has left.
func (c *campaign) killWorker(w *victim, role string) (err error) {
	if w.path == "" || w.records > 4000 {
		if w.path, err = begin(c.folder()); err != nil {
			return err
		}
		w.records = 1
	}
	cmd := c.worker(role, w.path, 0)
	out, err := killed(cmd, c.random.IntN(12), time.Duration(c.random.IntN(1500))*time.Microsecond)
	if err != nil {
		return err
	}
	f, err := proves(w.path, max(w.records, acknowledged(out)), c.random.IntN(3) > 0)
	if err != nil {
		return err
	}
	w.records = f.records
	c.count("kills of the journal", 1)
	if f.state != "equal" {
		c.count("left "+f.state, 1)
	}
	return nil
}

// killed starts a program, reads so many lines of it, waits, kills it, and returns
// all that it had said.
func killed(cmd *exec.Cmd, lines int, wait time.Duration) (string, error) {
	out, err := cmd.StdoutPipe()
	if err != nil {
		return "", err
	}
	if err := cmd.Start(); err != nil {
		return "", err
	}
	var said strings.Builder
	in := bufio.NewReader(out)
	for range lines {
		line, err := in.ReadString('\n')
		said.WriteString(line)
		if err != nil {
			break
		}
	}
	time.Sleep(wait)
	cmd.Process.Kill()
	rest, _ := io.ReadAll(in)
	said.Write(rest)
	cmd.Wait()
	return said.String(), nil
}

// killProgram kills the program while it plays sheets, and then looks at the session
// with the program's own commands.
func (c *campaign) killProgram() error {
	dir := c.folder()
	defer os.RemoveAll(dir)
	path := filepath.Join(dir, "a.shuping")
	if out, err := exec.Command(c.program, "new", path, "--plan", "genhe-2023").CombinedOutput(); err != nil {
		return fmt.Errorf("%w: %s", err, out)
	}
	var script strings.Builder
	script.WriteString("attend expected=400 present=400\nissue 400\ncollect 400\n")
	for n := range 400 {
		if n%10 == 0 {
			script.WriteString("bundle\n")
		}
		fmt.Fprintf(&script, "b %d %d\n", n%4+1, n%3+1)
		if n%10 == 9 {
			script.WriteString("close-bundle 10\n")
		}
	}
	cmd := exec.Command(c.program, "play", path, "-")
	cmd.Stdin = slow{strings.NewReader(script.String())}
	out, err := killed(cmd, c.random.IntN(200), time.Duration(c.random.IntN(2000))*time.Microsecond)
	if err != nil {
		return err
	}
	answered := uint64(1)
	for line := range strings.Lines(out) {
		var at, seq uint64
		if _, err := fmt.Sscanf(line, "ok %d %d\n", &at, &seq); err == nil {
			answered = seq
		}
	}
	for _, args := range [][]string{{"check", path}, {"result", path, "--json"}, {"log", path, "--json"}} {
		out, err := exec.Command(c.program, args...).Output()
		if err != nil {
			return breaks("%s after a kill: %v", args[0], err)
		}
		if args[0] != "log" {
			continue
		}
		if n := uint64(strings.Count(string(out), `"seq":`)); n < answered {
			return breaks("record %d was answered and %d are there", answered, n)
		}
	}
	c.count("kills of the program", 1)
	return nil
}

// slow gives a script in pieces, so that it is played in many transactions.
type slow struct{ r io.Reader }

func (s slow) Read(b []byte) (int, error) { return s.r.Read(b[:min(len(b), 24)]) }
