package main

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"time"

	"shuping/internal/journal"
	"shuping/internal/mirror"
)

// pull pulls the disk of a mirror at any moment, kills who writes it, and cuts off
// what had not been flushed. Nothing is missing beyond what the mirror said.
func pull(c *campaign) error { return c.pulls("mirror", 60*c.scale) }

func pullControl(c *campaign) error { return c.pulls("liar", 60) }

// stick is where the mirror of a session lies.
func stick(path string) string { return filepath.Join(filepath.Dir(path), "stick") }

func (c *campaign) pulls(role string, times int) error {
	path, err := begin(c.folder())
	if err != nil {
		return err
	}
	if err := os.Mkdir(stick(path), 0o700); err != nil {
		return err
	}
	said := uint64(0)
	for n := range times {
		cmd := c.worker(role, path, 0)
		if n == 0 {
			cmd.Env = append(cmd.Env, "CAMPAIGN_ANEW=1")
		}
		pulled := n > 0 && c.random.IntN(2) > 0
		if pulled {
			wait := time.Duration(c.random.IntN(15_000)) * time.Microsecond
			time.AfterFunc(wait, func() { _ = os.Rename(stick(path), stick(path)+"-pulled") })
			defer os.Rename(stick(path)+"-pulled", stick(path))
		}
		out, err := killed(cmd, 3+c.random.IntN(12), time.Duration(c.random.IntN(3000))*time.Microsecond)
		if err != nil {
			return err
		}
		if pulled {
			time.Sleep(15 * time.Millisecond)
			_ = os.Rename(stick(path)+"-pulled", stick(path))
			c.count("sticks pulled", 1)
		}
		for line := range strings.Lines(out) {
			var at uint64
			if _, err := fmt.Sscanf(line, "mirror %d\n", &at); err == nil {
				said = max(said, at)
			}
		}
		if err := mirrorProves(path, said); err != nil {
			return err
		}
		c.count("kills of a mirror", 1)
	}
	return nil
}

// mirrorProves holds a mirror against the session, and against what was said of it.
func mirrorProves(path string, said uint64) error {
	there, err := os.ReadFile(mirror.Path(path, stick(path)))
	if err != nil {
		return breaks("the mirror is gone: %v", err)
	}
	twin, err := os.ReadFile(path + ".log")
	if err != nil {
		return err
	}
	if !bytes.HasPrefix(twin, there) {
		return breaks("the mirror says something else than the session")
	}
	whole := there[:bytes.LastIndexByte(there, '\n')+1]
	if n := uint64(bytes.Count(whole, []byte("\n"))); n < said {
		return breaks("the mirror was said to have %d records and has %d", said, n)
	}
	return nil
}

// mirrored is a worker that appends, and says how far its mirror is; one that lies says
// how far the session is.
func mirrored(path string, lies bool) error {
	b, _, err := journal.Open(path)
	if err != nil {
		return err
	}
	m := mirror.Keep(mirror.Setting{
		Session: path, Folder: stick(path), Anew: os.Getenv("CAMPAIGN_ANEW") != "",
		Acknowledged: b.Head, Changed: func() {},
	})
	for {
		if _, err := b.Append(entry(b.Head().Seq + 1)); err != nil {
			return err
		}
		m.Wake()
		at := m.State().Seq
		if lies {
			at = b.Head().Seq
		}
		fmt.Println("mirror", at)
	}
}
