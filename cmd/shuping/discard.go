package main

import (
	"bufio"
	"cmp"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"shuping/internal/archive"
	"shuping/internal/durable"
	"shuping/internal/private"
	"shuping/internal/words"
)

func (m *Main) discardCommand() *cobra.Command {
	c := m.verb("discard FILE --export DIR|ZIP [--yes]", m.takes(1), nil)
	bag := c.Flags().String("export", "", words.FlagDiscardExport(m.lang))
	yes := c.Flags().Bool("yes", false, words.FlagDiscardYes(m.lang))
	c.RunE = func(c *cobra.Command, args []string) error {
		if err := m.needs(c, "export", *bag); err != nil {
			return err
		}
		ctx, stop := interruptible()
		defer stop()
		return m.discard(ctx, args[0], *bag, *yes)
	}
	return c
}

// discard removes a session and all that lies beside it, once an export was verified
// that has its last record. It lists what goes, and asks where somebody can answer.
func (m *Main) discard(ctx context.Context, path, bag string, yes bool) error {
	r, notes, err := m.open(path)
	if err != nil {
		return err
	}
	defer r.Close()
	m.note(notes...)
	report, err := archive.Verify(ctx, bag, "", m.progress())
	switch head := r.Sight().Head; {
	case err != nil:
		return err
	case report.Err() != nil:
		return fail(words.ExportNotWhole(m.lang), map[string]any{"path": bag, "problem": m.sentence(report.Err())})
	case !report.State.IsSealed():
		return fail(words.DiscardUndecided(m.lang), map[string]any{"export": bag})
	case report.Head.Seq != head.Seq || report.Head.Hash != head.Hash.String():
		return fail(words.DiscardOther(m.lang), map[string]any{"path": path, "export": bag, "record": head.Seq, "held": report.Head.Seq})
	}
	list, err := belongings(path)
	if err != nil {
		return err
	}
	if err := m.listGoing(path, list, report.Private); err != nil {
		return err
	}
	switch asks := isTerminal(m.Stdin) && isTerminal(m.Stdout); {
	case yes:
	case asks:
		if err := m.ask(ctx, words.DiscardAsk(m.lang), words.DiscardNot(m.lang)); err != nil {
			return err
		}
	default:
		return fail(words.DiscardNeedsYes(m.lang), map[string]any{"path": path})
	}
	if err := emptyDrawer(path); err != nil {
		return err
	}
	if err := r.Close(); err != nil {
		return err
	}
	return cmp.Or(remove(list), m.print(func(w *bufio.Writer) error {
		fmt.Fprintln(w, words.Fill(words.Discarded(m.lang), map[string]any{"path": path, "export": bag}))
		return nil
	}))
}

// listGoing prints what is about to be removed.
func (m *Main) listGoing(path string, list []string, exported bool) error {
	return m.print(func(w *bufio.Writer) error {
		fmt.Fprintln(w, words.DiscardList(m.lang))
		for _, name := range list {
			fmt.Fprintln(w, "  "+visible(name))
		}
		if slices.Contains(list, private.Path(path)) && !exported {
			fmt.Fprintln(w, words.DiscardPrivate(m.lang))
		}
		return nil
	})
}

// belongings are a session and all that lies beside it under its name: its readable
// copy, its signatures, what is attached, what is private, what was put aside. The
// session itself is the last.
func belongings(path string) ([]string, error) {
	dir, base := filepath.Split(path)
	entries, err := os.ReadDir(cmp.Or(dir, "."))
	if err != nil {
		return nil, err
	}
	var out []string
	for _, e := range entries {
		if strings.HasPrefix(e.Name(), base+".") {
			out = append(out, filepath.Join(dir, e.Name()))
		}
	}
	return append(out, path), nil
}

// emptyDrawer overwrites what is private, so that it is to be read nowhere.
func emptyDrawer(path string) error {
	if !exists(private.Path(path)) {
		return nil // nothing is private
	}
	d, _, err := private.Open(path)
	if err != nil {
		return err
	}
	return d.Save(private.Contents{})
}

// remove removes files and folders for good.
func remove(list []string) error {
	for _, name := range list {
		if err := os.RemoveAll(name); err != nil {
			return err
		}
	}
	return durable.SyncDir(filepath.Dir(list[0]))
}
