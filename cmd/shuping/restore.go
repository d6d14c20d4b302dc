package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"os"
	"strings"

	"github.com/spf13/cobra"

	"shuping/internal/archive"
	"shuping/internal/attached"
	"shuping/internal/durable"
	"shuping/internal/journal"
	"shuping/internal/words"
)

func (m *Main) restoreCommand() *cobra.Command {
	c := m.verb("restore DIR|ZIP -o FILE [--words WORDS]", m.takes(1), nil)
	to := c.Flags().StringP("output", "o", "", words.FlagRestore(m.lang))
	typed := c.Flags().String("words", "", words.FlagWords(m.lang))
	c.RunE = func(c *cobra.Command, args []string) error {
		if err := m.needs(c, "output", *to); err != nil {
			return err
		}
		if c.Flags().Changed("words") && strings.TrimSpace(*typed) == "" {
			return m.misused(c, words.WordsEmpty(m.lang), nil)
		}
		if !strings.HasSuffix(*to, sessionEnding) {
			return m.misused(c, words.RestoreEnding(m.lang), map[string]any{"ending": sessionEnding})
		}
		ctx, stop := interruptible()
		defer stop()
		return m.restore(ctx, args[0], *to, *typed)
	}
	return c
}

// restore makes a session of an export that is whole: record for record, with the same
// hashes, what was attached, and the signature, so that the ledger goes on and the next
// export continues the chain.
func (m *Main) restore(ctx context.Context, bag, to, typed string) error {
	var notes string
	report, err := archive.Read(ctx, bag, typed, m.progress(), func(_ archive.Report, c archive.Contents) error {
		if err := vacant(to, attached.Folder(to), to+signatureSuffix); err != nil {
			return err
		}
		if err := restoreFiles(ctx, to, c); err != nil {
			return errors.Join(err, os.RemoveAll(attached.Folder(to)))
		}
		if err := restoreJournal(to, c); err != nil {
			return errors.Join(err, os.RemoveAll(attached.Folder(to)))
		}
		var err error
		notes, err = restoreBeside(to, c)
		return err
	})
	if err != nil {
		return err
	}
	if bad := report.Err(); bad != nil {
		return fail(words.ExportNotWhole(m.lang), map[string]any{"path": bag, "problem": m.sentence(bad)})
	}
	if !report.Standing.Proves() {
		m.note(words.Fill(words.ExportStanding(m.lang, string(report.Standing)), map[string]any{"path": bag}))
	}
	return m.print(func(w *bufio.Writer) error {
		fmt.Fprintln(w, to)
		fmt.Fprintln(w, m.say(words.Restored, "records", report.Head.Seq, "files", len(report.State.Files())))
		if notes != "" {
			fmt.Fprintln(w, m.say(words.RestoredNotes, "path", visible(notes)))
		}
		return nil
	})
}

// restoreJournal makes the session and its readable copy.
func restoreJournal(to string, c archive.Contents) error {
	in, done, err := c.Journal()
	if err != nil {
		return err
	}
	_, err = journal.Restore(to, in)
	return errors.Join(err, done())
}

// vacant refuses what would be written over something.
func vacant(paths ...string) error {
	for _, path := range paths {
		if exists(path) {
			return &os.PathError{Op: "create", Path: path, Err: os.ErrExist}
		}
	}
	return nil
}

// restoreFiles puts the attached files beside the session.
func restoreFiles(ctx context.Context, to string, c archive.Contents) error {
	for _, f := range c.Attached() {
		in, err := c.Open(f)
		if err != nil {
			return err
		}
		draft, err := attached.TakeFrom(ctx, to, f.Name, in)
		in.Close()
		if err != nil {
			return err
		}
		if draft.SHA256 != f.SHA256 {
			draft.Drop()
			return &os.PathError{Op: "read", Path: f.Name, Err: errors.New("changed")}
		}
		if _, err := draft.Keep(ctx); err != nil {
			return err
		}
	}
	return nil
}

// restoreBeside puts the signature beside the session, and the private notes as the
// document that they are in the export.
func restoreBeside(to string, c archive.Contents) (notes string, err error) {
	if kept := c.Kept(); len(kept) > 0 {
		if err := durable.WriteNew(to+signatureSuffix, kept); err != nil {
			return "", err
		}
	}
	text, err := c.Notes()
	if err != nil || text == nil {
		return "", err
	}
	notes = strings.TrimSuffix(to, sessionEnding) + "-" + words.RestoredNotesName() + ".docx"
	return notes, durable.WriteNew(notes, text)
}
