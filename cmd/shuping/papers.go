package main

import (
	"bufio"
	"context"
	"fmt"
	"io/fs"
	"os"
	"os/signal"
	"path/filepath"
	"syscall"

	"github.com/spf13/cobra"

	"shuping/internal/archive"
	"shuping/internal/words"
)

func (m *Main) papersCommand() *cobra.Command {
	c := m.verb("papers FILE -o DIR [--shared]", m.takes(1), nil)
	to := c.Flags().StringP("output", "o", "", words.FlagPapers(m.lang))
	shared := c.Flags().Bool("shared", false, words.FlagShared(m.lang))
	c.RunE = func(c *cobra.Command, args []string) error {
		if err := m.needs(c, "output", *to); err != nil {
			return err
		}
		return m.papers(args[0], *to, modeOf(*shared))
	}
	return c
}

// papers writes the papers of a meeting, whether it is sealed or not, and lists
// them.
func (m *Main) papers(path, to string, shared fs.FileMode) error {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	r, err := m.read(path)
	if err != nil {
		return err
	}
	defer r.Close()
	state, err := m.stateOf(path, r)
	if err != nil {
		return err
	}
	with, err := m.means(path, state.Plan)
	if err != nil {
		return err
	}
	with.Shared = shared
	list, err := archive.Papers(ctx, to, r, with, m.progress())
	if err != nil {
		return err
	}
	return m.print(func(w *bufio.Writer) error {
		var t table
		for _, p := range list {
			t.row(filepath.Join(to, p.Name), visible(p.Title))
		}
		fmt.Fprint(w, t.String())
		return nil
	})
}
