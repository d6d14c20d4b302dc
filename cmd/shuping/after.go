package main

import (
	"archive/zip"
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"

	"shuping/internal/archive"
	"shuping/internal/durable"
	"shuping/internal/journal"
	"shuping/internal/meeting"
	"shuping/internal/room"
	"shuping/internal/words"
)

// carriedOver is what came of last year's bag.
type carriedOver struct{ problems, done int }

// createAfter begins a session with what last year's bag leaves to be done. The
// bag is verified, and everything that would be carried over is tried, before
// there is a session.
func (m *Main) createAfter(ctx context.Context, path string, order meeting.OpenSession, bag string) (*room.Room, carriedOver, error) {
	var carried carriedOver
	last, identifier, err := m.lastYear(ctx, bag)
	if err != nil {
		return nil, carried, err
	}
	who := meeting.Person{Role: "command"}
	state, _, err := meeting.Try(meeting.State{}, who, m.Clock(), order)
	if err != nil {
		return nil, carried, err
	}
	if last.Plan.Year > state.Plan.Year {
		return nil, carried, fail(words.DueLater(m.lang), map[string]any{"path": bag, "year": last.Plan.Year, "now": state.Plan.Year})
	}
	orders := state.Carry(last, identifier)
	if err := m.tryAll(ctx, state, who, orders, nil); err != nil {
		return nil, carried, err
	}
	r, err := room.Create(path, order, who, m.Clock)
	if err != nil {
		return nil, carried, err
	}
	if last.Plan.Unit != state.Plan.Unit {
		m.note(words.Fill(words.DueOtherUnit(m.lang), map[string]any{"was": last.Plan.Unit, "now": state.Plan.Unit}))
	}
	if len(orders) > 0 {
		if _, err := r.Pen(who).Submit(orders...); err != nil {
			return nil, carried, errors.Join(err, r.Close())
		}
	}
	for _, p := range r.Sight().State.Ledger {
		carried.problems++
		if p.SignedOff != nil {
			carried.done++
		}
	}
	return r, carried, nil
}

// lastYear is the meeting in a bag that verifies, and the bag's identifier.
func (m *Main) lastYear(ctx context.Context, path string) (s meeting.State, identifier string, err error) {
	report, err := archive.Verify(ctx, path, "", m.progress())
	if err != nil {
		return s, "", err
	}
	if bad := report.Err(); bad != nil {
		return s, "", fail(words.ExportNotWhole(m.lang), map[string]any{"path": path, "problem": m.sentence(bad)})
	}
	for _, c := range report.Checks {
		if name, ok := c.Values["identifier"].(string); ok && c.Step == archive.StepInfo {
			identifier = name
		}
	}
	in, err := bagJournal(path, report.Form)
	if err != nil {
		return s, "", err
	}
	defer in.Close()
	s, err = m.replay(path, in, report.Head.Hash)
	return s, identifier, err
}

// replay is the meeting in a journal that ends with the head that was verified. It
// is read a second time, and something else may lie there by then.
func (m *Main) replay(path string, in io.Reader, head string) (s meeting.State, err error) {
	var last string
	for rec, err := range journal.ReadLines(in) {
		if err != nil {
			return s, at(path, err)
		}
		if s, err = m.follow(path, s, rec); err != nil {
			return s, err
		}
		last = rec.Hash.String()
	}
	if last != head {
		return s, fail(words.DueChanged(m.lang), map[string]any{"path": path})
	}
	return s, nil
}

// journalInBag is where the journal lies in a bag.
const journalInBag = "data/journal.jsonl"

// bagJournal opens the journal of a bag that was verified.
func bagJournal(path string, form archive.Form) (io.ReadCloser, error) {
	if form == archive.Folder {
		return durable.Open(filepath.Join(path, filepath.FromSlash(journalInBag)))
	}
	parts, err := zip.OpenReader(path)
	if err != nil {
		return nil, err
	}
	for _, part := range parts.File {
		if _, name, _ := strings.Cut(part.Name, "/"); name == journalInBag {
			in, err := part.Open()
			return inZip{in, parts}, err
		}
	}
	return nil, errors.Join(&os.PathError{Op: "open", Path: path, Err: os.ErrNotExist}, parts.Close())
}

// inZip is one part of a zip, closed with it.
type inZip struct {
	io.ReadCloser
	zip io.Closer
}

func (z inZip) Close() error { return errors.Join(z.ReadCloser.Close(), z.zip.Close()) }
