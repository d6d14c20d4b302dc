package main

import (
	"bufio"
	"context"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/adrg/xdg"
	"github.com/spf13/cobra"

	"shuping/internal/archive"
	"shuping/internal/journal"
	"shuping/internal/meeting"
	"shuping/internal/plan"
	"shuping/internal/words"
)

func (m *Main) exportCommand() *cobra.Command {
	c := m.verb("export FILE -o DIR|ZIP [--with-notes] [--shared] [--json]", m.takes(1), nil)
	to := c.Flags().StringP("output", "o", "", words.FlagOutput(m.lang))
	notes := c.Flags().Bool("with-notes", false, words.FlagNotes(m.lang))
	shared := c.Flags().Bool("shared", false, words.FlagShared(m.lang))
	asJSON := c.Flags().Bool("json", false, words.FlagJSON(m.lang))
	c.RunE = func(c *cobra.Command, args []string) error {
		if err := m.needs(c, "output", *to); err != nil {
			return err
		}
		return m.export(args[0], *to, *notes, modeOf(*shared), *asJSON)
	}
	return c
}

// modeOf is what others than the owner may do with what is written.
func modeOf(shared bool) fs.FileMode {
	if shared {
		return 0o055
	}
	return 0
}

// export writes the bag of a sealed meeting and prints its path.
func (m *Main) export(path, to string, notes bool, shared fs.FileMode, asJSON bool) error {
	ctx, stop := interruptible()
	defer stop()
	bag, err := m.bag(ctx, path, to, notes, shared)
	if err != nil {
		return err
	}
	if asJSON {
		return m.printJSON(newExportDoc(bag))
	}
	return m.print(func(w *bufio.Writer) error {
		fmt.Fprintln(w, bag.Path)
		m.markText(w, bag.Mark)
		return nil
	})
}

// markText is what people compare with the paper that they sign.
func (m *Main) markText(w *bufio.Writer, mark archive.Mark) {
	fmt.Fprintln(w, words.Fill(words.SealNumber(m.lang), map[string]any{"number": mark.Seal, "record": mark.Head.Seq}))
	if mark.Of == meeting.SealedCount {
		fmt.Fprintln(w, words.SealOfCount(m.lang))
	}
	var t table
	t.row(words.SealWords(m.lang), strings.Join(mark.Words, " "))
	t.row(words.SealGroups(m.lang), mark.Groups)
	t.row(words.SealFingerprint(m.lang), mark.Fingerprint)
	fmt.Fprint(w, t.String())
	fmt.Fprintln(w, words.SealToPaper(m.lang))
}

// bag writes a session out without taking it, so that the console may have
// it open, and tells which papers it lacks.
func (m *Main) bag(ctx context.Context, path, to string, notes bool, shared fs.FileMode) (archive.Bag, error) {
	r, state, err := m.recordedWith(ctx, path)
	if r != nil {
		defer r.Close()
	}
	if err != nil {
		return archive.Bag{}, err
	}
	with, err := m.means(path, state.Plan)
	if err != nil {
		return archive.Bag{}, err
	}
	with.Shared = shared
	if notes {
		if with.Notes, err = m.privateNotes(path); err != nil {
			return archive.Bag{}, err
		}
	}
	lacks := m.unwritten(state) // the state is let go before the export has its own
	bag, err := archive.Export(ctx, to, r, with, m.progress())
	if bag.Signature != "" {
		m.note(words.Fill(words.SignatureBeside(m.lang), map[string]any{"path": bag.Signature}))
	}
	if err == nil && lacks != "" {
		m.note(lacks)
	}
	if stands := m.mirrorStands(path); err == nil && stands != "" {
		m.note(stands)
	}
	return bag, err
}

// recordedWith reads a session in which the office's templates are recorded as they
// are.
func (m *Main) recordedWith(ctx context.Context, path string) (*journal.Reading, meeting.State, error) {
	r, state, err := m.readState(path)
	if err != nil || state.Plan.Templates == "" {
		return r, state, err
	}
	r.Close()
	if err := m.templates(ctx, path, state, nil); err != nil {
		return nil, state, err
	}
	return m.readState(path)
}

// signatureSuffix is what the name of the file has behind that of the session in
// which its signatures are kept.
const signatureSuffix = ".sig"

// keyDir is the user's own folder of settings, where the key of this installation
// lies.
func keyDir() string { return filepath.Join(xdg.ConfigHome, "shuping") }

// means are what a bag of the session at path is made with.
func (m *Main) means(path string, p plan.Plan) (archive.Means, error) {
	with := archive.Means{Session: path, Kept: path + signatureSuffix, Keys: keyDir()}
	if p.Templates == "" {
		return with, nil
	}
	folder, err := m.templateFolder(path, p)
	if err != nil {
		return with, err
	}
	with.Templates = os.DirFS(folder)
	return with, nil
}

// templateFolder is where the office's own templates lie that the plan names.
func (m *Main) templateFolder(session string, p plan.Plan) (string, error) {
	folder := filepath.Join(filepath.Dir(session), p.Templates)
	if info, err := os.Stat(folder); err != nil || !info.IsDir() {
		return "", fail(words.NoTemplates(m.lang), map[string]any{"path": folder})
	}
	return folder, nil
}

// progress shows on standard error how far a long command has come, if that is
// a terminal; what is shown is wiped in the end.
func (m *Main) progress() archive.Progress {
	if m.far != nil {
		return m.far
	}
	if !isTerminal(m.Stderr) {
		return nil
	}
	last := int64(-1)
	return func(done, total int64) {
		percent := int64(100)
		if total > 0 && done < total {
			percent = 100 * done / total
		}
		switch {
		case percent == 100:
			fmt.Fprint(m.Stderr, "\r    \r")
		case percent != last:
			fmt.Fprintf(m.Stderr, "\r%3d%%", percent)
		}
		last = percent
	}
}
