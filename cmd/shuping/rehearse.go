package main

import (
	"errors"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"shuping/data"
	"shuping/internal/durable"
)

func (m *Main) rehearseCommand() *cobra.Command {
	return m.verb("rehearse", m.takes(0), func([]string) error { return m.rehearse() })
}

// rehearse opens the console on a session of made-up sheets, which is gone
// afterwards.
func (m *Main) rehearse() (err error) {
	if err := m.needsTerminal(); err != nil {
		return err
	}
	durable.Sweep(os.TempDir())
	dir := filepath.Join(os.TempDir(), durable.DraftName())
	if err := os.Mkdir(dir, 0o700); err != nil {
		return err
	}
	defer func() { err = errors.Join(err, os.RemoveAll(dir)) }()
	path := filepath.Join(dir, "rehearsal.shuping")
	r, err := m.create(path, data.DefaultPlan, true)
	if err != nil {
		return err
	}
	return errors.Join(m.console(path, r, nil), r.Close())
}
