package main

import (
	"errors"
	"io/fs"
	"os"
	"strings"

	"github.com/spf13/cobra"

	"shuping/internal/mirror"
	"shuping/internal/room"
	"shuping/internal/words"
)

func (m *Main) runCommand() *cobra.Command {
	c := m.verb("run FILE [--plan NAME|PATH]", m.takes(1), nil)
	from := c.Flags().String("plan", "", words.FlagPlan(m.lang))
	c.RunE = func(_ *cobra.Command, args []string) error { return m.run(args[0], *from) }
	return c
}

// run opens the console on a session, which it makes first where there is none
// and a plan is given.
func (m *Main) run(path, from string) error {
	if err := m.needsTerminal(); err != nil {
		return err
	}
	var restored []string
	if strings.HasSuffix(path, mirror.Ending) {
		session, notes, err := m.fromMirror(path)
		if err != nil {
			return err
		}
		path, restored = session, notes
	}
	r, notes, err := m.openOrCreate(path, from)
	if err != nil {
		return err
	}
	notes = append(restored, notes...)
	if warning := m.badPlace(path); warning != "" {
		notes = append(notes, warning)
	}
	return errors.Join(m.console(path, r, notes), r.Close())
}

func (m *Main) openOrCreate(path, from string) (*room.Room, []string, error) {
	if from != "" && !exists(path) && !exists(path+twinSuffix) {
		r, err := m.create(path, from, false)
		return r, nil, err
	}
	r, notes, err := m.open(path)
	if err == nil && from != "" {
		notes = append(notes, words.Fill(words.PlanKept(m.lang), map[string]any{"path": path}))
	}
	return r, notes, err
}

// exists is true where it cannot be told: then nothing is made.
func exists(path string) bool {
	_, err := os.Lstat(path)
	return !errors.Is(err, fs.ErrNotExist)
}
