package main

import (
	"bufio"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"os"
	"os/signal"
	"path/filepath"
	"syscall"

	"github.com/spf13/cobra"
	"golang.org/x/text/unicode/norm"

	"shuping/internal/archive"
	"shuping/internal/cells"
	"shuping/internal/intake"
	"shuping/internal/meeting"
	"shuping/internal/room"
	"shuping/internal/typed"
	"shuping/internal/words"
)

// An importing is one file of sheets on its way into a session.
type importing struct {
	session, file  string
	by             string // who answers for the count
	class, subject string // of all sheets, "" where the file says it
}

func (m *Main) sheetsImportCommand() *cobra.Command {
	c := m.verb("import FILE SHEETS --by NAME [--class ID] [--subject ID]", m.takes(2), nil)
	var i importing
	c.Flags().StringVar(&i.by, "by", "", words.FlagSheetsBy(m.lang))
	c.Flags().StringVar(&i.class, "class", "", words.FlagSheetsClass(m.lang))
	c.Flags().StringVar(&i.subject, "subject", "", words.FlagSheetsSubject(m.lang))
	c.RunE = func(c *cobra.Command, args []string) error {
		if err := m.needs(c, "by", i.by); err != nil {
			return err
		}
		i.session, i.file = args[0], args[1]
		ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
		defer stop()
		return m.sheetsImport(ctx, i)
	}
	return c
}

// sheetsImport puts all sheets of a file into a session, or none.
func (m *Main) sheetsImport(ctx context.Context, i importing) error {
	src, err := readAtMost(i.file, cells.MaxBytes+1)
	if err != nil {
		return err
	}
	grid, err := cells.Read(src)
	if err != nil {
		return m.badTable(i.file, err)
	}
	r, notes, err := m.open(i.session)
	if err != nil {
		return err
	}
	for _, n := range notes {
		m.note(n)
	}
	err = m.enterAll(ctx, r, i, grid, src)
	if closed := r.Close(); err == nil {
		err = closed
	}
	return err
}

// badTable tells the faults of a table or of its sheets.
func (m *Main) badTable(path string, err error) error {
	var bad cells.Faults
	var list intake.Faults
	var said []string
	switch {
	case errors.As(err, &bad):
		for _, f := range bad {
			said = append(said, f.Text(string(m.ruleLang())))
		}
	case errors.As(err, &list):
		for _, f := range list {
			said = append(said, f.Text(m.lang.Tag()))
		}
	default:
		return err
	}
	return m.listed(path, said)
}

// enterAll decides on all sheets, and only then records them, in one transaction.
func (m *Main) enterAll(ctx context.Context, r *room.Room, i importing, grid cells.Table, src []byte) error {
	sum := sha256.Sum256(src)
	from := intake.Source{
		// A name as some systems keep it, in another normal form, is the same name.
		By: typed.Compose(i.by), File: norm.NFC.String(filepath.Base(i.file)), SHA256: hex.EncodeToString(sum[:]),
	}
	if err := m.alreadyIn(r, i.file, from.SHA256); err != nil {
		return err
	}
	state := r.Sight().State
	list, err := intake.ReadSheets(state, grid, i.class, i.subject)
	if err != nil {
		return m.badTable(i.file, err)
	}
	who := meeting.Person{Role: "command"}
	orders := list.Orders(state, from)
	if err := m.tryAll(ctx, state, who, orders, m.progress()); err != nil {
		return err
	}
	if _, err := r.Pen(who).Submit(orders...); err != nil {
		return err
	}
	return m.imported(i.file, list.Len(), state, r.Sight().State)
}

// alreadyIn refuses a file whose sheets are in this round already.
func (m *Main) alreadyIn(r *room.Room, path, sha256 string) error {
	bundle := 0
	for rec, err := range r.Records(1) {
		if err != nil {
			return err
		}
		switch rec.Kind {
		case meeting.RoundOpened{}.Kind():
			bundle = 0
		case meeting.BundleOpened{}.Kind():
			d, err := meeting.Decode(rec.Kind, rec.Event)
			if err != nil {
				return err
			}
			if opened, ok := d.(meeting.BundleOpened); ok && opened.SHA256 == sha256 && bundle == 0 {
				bundle = opened.Bundle
			}
		}
	}
	if bundle > 0 {
		return fail(words.SheetsAgain(m.lang), map[string]any{"path": path, "bundle": bundle})
	}
	return nil
}

// tryAll decides on orders without recording any, so that a refusal in the middle
// leaves nothing behind.
func (m *Main) tryAll(ctx context.Context, s meeting.State, who meeting.Person, orders []meeting.Order, progress archive.Progress) error {
	for n, o := range orders {
		if err := ctx.Err(); err != nil {
			return err
		}
		if progress != nil {
			progress(int64(n+1), int64(len(orders)))
		}
		var err error
		if s, _, err = meeting.Try(s, who, m.Clock(), o); err != nil {
			return err
		}
	}
	return nil
}

// imported says what is in the session now, and what is still to be done with it.
func (m *Main) imported(path string, count int, before, after meeting.State) error {
	was, is := before.Round.Bundles.Len(), after.Round.Bundles.Len()
	return m.print(func(w *bufio.Writer) error {
		fmt.Fprintln(w, words.Fill(words.SheetsImported(m.lang), map[string]any{
			"path": path, "sheets": count, "bundles": is - was, "first": was + 1, "last": is,
		}))
		fmt.Fprintln(w, words.SheetsPending(m.lang, string(after.Plan.Sheets.Check)))
		return nil
	})
}
