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

// A lastYear is the meeting in a bag that was verified.
type lastYear struct {
	bag        string
	identifier string // of the bag
	state      meeting.State
}

// carriedOver is what came of last year's bag in a new session.
type carriedOver struct {
	sum  string // how much was carried over
	note string // that it is another unit's, "" where it is not
}

// createAfter begins a session with what last year's bag leaves to be done. All that
// would be carried over is tried before there is a session.
func (m *Main) createAfter(ctx context.Context, path string, order meeting.OpenSession, last lastYear) (*room.Room, carriedOver, error) {
	var carried carriedOver
	who := meeting.Person{Role: "command"}
	state, _, err := meeting.Try(meeting.State{}, who, m.Clock(), order)
	if err != nil {
		return nil, carried, err
	}
	was := last.state.Plan
	if was.Year > state.Plan.Year {
		return nil, carried, fail(words.DueLater(m.lang), map[string]any{"path": last.bag, "year": was.Year, "now": state.Plan.Year})
	}
	orders := state.Carry(last.state, last.identifier)
	if err := m.tryAll(ctx, state, who, orders, nil); err != nil {
		return nil, carried, err
	}
	r, err := room.Create(path, order, who, m.Clock)
	if err != nil {
		return nil, carried, err
	}
	if was.Unit != state.Plan.Unit {
		carried.note = m.say(words.DueOtherUnit, "was", was.Unit, "now", state.Plan.Unit)
	}
	if len(orders) > 0 {
		if _, err := r.Pen(who).Submit(orders...); err != nil {
			return nil, carried, errors.Join(err, r.Close())
		}
	}
	state = r.Sight().State
	all, open := len(state.Ledger), openProblems(state)
	carried.sum = m.say(words.DueCarried, "path", last.bag, "problems", all, "open", open, "done", all-open)
	return r, carried, nil
}

// openProblems is how many problems of a ledger are not signed off.
func openProblems(s meeting.State) int {
	open := 0
	for _, p := range s.Ledger {
		if p.SignedOff == nil {
			open++
		}
	}
	return open
}

// readLastYear verifies a bag and reads the meeting in it.
func (m *Main) readLastYear(ctx context.Context, path string) (lastYear, error) {
	last := lastYear{bag: path}
	report, err := archive.Verify(ctx, path, "", m.progress())
	if err != nil {
		return last, err
	}
	if bad := report.Err(); bad != nil {
		return last, fail(words.ExportNotWhole(m.lang), map[string]any{"path": path, "problem": m.sentence(bad)})
	}
	for _, c := range report.Checks {
		if name, ok := c.Values["identifier"].(string); ok && c.Step == archive.StepInfo {
			last.identifier = name
		}
	}
	in, err := bagJournal(path, report.Form)
	if err != nil {
		return last, err
	}
	defer in.Close()
	last.state, err = m.replay(path, in, report.Head.Hash)
	return last, err
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
