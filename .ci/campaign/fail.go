package main

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

// fail has strace let any call of the system fail: of a worker on the journal, and of
// the program while it exports.
func fail(c *campaign) error {
	for n := range 60 * c.scale {
		if err := c.failWorker("append", n); err != nil {
			return err
		}
	}
	session, err := c.sealed()
	if err != nil {
		return err
	}
	for n := range 20 * c.scale {
		if err := c.failExport(session, n); err != nil {
			return err
		}
	}
	if c.counts[exported] == 0 {
		return breaks("no export ever succeeds")
	}
	return nil
}

const exported = "of them exported all the same"

// failControl is a worker that says that all is well whatever the system said.
func failControl(c *campaign) error {
	for n := range 100 {
		if err := c.failWorker("deaf", n); err != nil {
			return err
		}
	}
	return nil
}

// calls that make bytes or names last.
var lasting = []string{"pwrite64", "fsync", "fdatasync", "ftruncate", "write", "linkat", "renameat,rename", "openat"}

// injected runs a program of which the n-th call of a kind fails, and all or only one.
func (c *campaign) injected(cmd *exec.Cmd, calls string, most int) (string, error) {
	fault := []string{"EIO", "ENOSPC", "EDQUOT", "EROFS"}[c.random.IntN(4)]
	when := fmt.Sprint(1 + c.random.IntN(most))
	if c.random.IntN(2) == 0 {
		when += "+"
	}
	args := []string{"-f", "-o", os.DevNull, "-e", "trace=" + calls, "-e", "inject=" + calls + ":error=" + fault + ":when=" + when}
	under := exec.Command("strace", append(args, cmd.Args...)...)
	under.Env, under.Dir = cmd.Env, cmd.Dir
	out, err := under.Output()
	return string(out), err
}

func (c *campaign) failWorker(role string, n int) error {
	dir := c.folder()
	defer os.RemoveAll(dir)
	path, err := begin(dir)
	if err != nil {
		return err
	}
	calls := lasting[n%4]
	out, _ := c.injected(c.worker(role, path, 25), calls, 20)
	_, err = proves(path, max(1, acknowledged(out)), true)
	if err != nil {
		return err
	}
	c.count("failing calls under the journal", 1)
	if strings.Contains(out, "end disk-full") {
		c.count("of them tried again in vain", 1)
	}
	return nil
}

// sealed is a session that may be exported.
func (c *campaign) sealed() (string, error) {
	dir := c.folder()
	path := filepath.Join(dir, "a.shuping")
	var script strings.Builder
	for _, part := range []string{"agenda", "sheets", "grades"} {
		text, err := os.ReadFile(filepath.Join("cmd", "shuping", "testdata", "meeting", part+".txt"))
		if err != nil {
			return "", err
		}
		script.Write(text)
		script.WriteString("\n")
	}
	for _, args := range [][]string{{"new", path, "--plan", "genhe-2023"}, {"play", path, "-"}} {
		cmd := exec.Command(c.program, args...)
		cmd.Stdin = strings.NewReader(script.String())
		if out, err := cmd.CombinedOutput(); err != nil {
			return "", fmt.Errorf("%v: %w: %s", args, err, out)
		}
	}
	return path, nil
}

// failExport exports while a call fails. Either the export is there, whole, or
// nothing is under its name.
func (c *campaign) failExport(session string, n int) error {
	dir := c.folder()
	defer os.RemoveAll(dir)
	to := filepath.Join(dir, []string{"out.zip", "out"}[n%2])
	cmd := exec.Command(c.program, "export", session, "-o", to)
	cmd.Env = append(os.Environ(), "XDG_CONFIG_HOME="+filepath.Join(dir, "home"), "HOME="+dir)
	_, failed := c.injected(cmd, lasting[1+n%(len(lasting)-1)], 20)
	_, err := os.Lstat(to)
	there := err == nil
	if there {
		var exit *exec.ExitError
		out, err := exec.Command(c.program, "verify", to).CombinedOutput()
		if whole := err == nil || errors.As(err, &exit) && exit.ExitCode() == 3; !whole {
			return breaks("an export that failed or not is there and is not whole: %v: %s", err, out)
		}
	}
	if failed == nil && !there {
		return breaks("an export was said to be done and is not there")
	}
	c.count("failing calls under an export", 1)
	if there {
		c.count(exported, 1)
	}
	return nil
}
