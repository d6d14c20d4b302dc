package main

import (
	"errors"
	"iter"
	"os"

	"shuping/internal/journal"
	"shuping/internal/meeting"
	"shuping/internal/room"
	"shuping/internal/words"
)

// twinSuffix is what the name of a session's readable copy has behind that of
// the session.
const twinSuffix = ".log"

// records yields a session's records without taking the session: both files are
// checked, then the readable copy is read. While the console has the session
// open only the copy is read, which the console flushes before it shows
// anything; a line that it is just writing does not count.
func records(path string) iter.Seq2[journal.Record, error] {
	return func(yield func(journal.Record, error) bool) {
		_, err := journal.Check(path)
		busy := journal.CodeOf(err) == journal.Locked
		if err != nil && !busy {
			yield(journal.Record{}, err)
			return
		}
		f, broken := os.Open(path + twinSuffix)
		if broken != nil {
			yield(journal.Record{}, errors.Join(err, broken))
			return
		}
		defer f.Close()
		for rec, err := range journal.ReadLines(f) {
			if busy && rec.Seq == 0 && journal.CodeOf(err) == journal.Torn {
				return
			}
			if !yield(rec, at(path+twinSuffix, err)) {
				return
			}
		}
	}
}

// at names the file in a fault of a stream.
func at(path string, err error) error {
	var f *journal.Fault
	if !errors.As(err, &f) || f.Path != "" {
		return err
	}
	named := *f
	named.Path = path
	return &named
}

// follow takes one record into the state; an error names the record.
func (m *Main) follow(path string, s meeting.State, r journal.Record) (meeting.State, error) {
	next, err := meeting.Follow(s, r.Kind, r.Event, meeting.Person(r.Who), r.At)
	if err == nil {
		return next, nil
	}
	return s, fail(words.RecordBroken(m.lang), map[string]any{
		"path": path, "record": r.Seq, "problem": m.unclear(err),
	})
}

// unclear words a record that proves itself and still makes no sense.
func (m *Main) unclear(err error) string {
	return words.Fill(words.NotReplayed(m.lang), map[string]any{"problem": err})
}

// recall is the state of a session that nobody takes, and its last record.
func (m *Main) recall(path string) (s meeting.State, head journal.Head, err error) {
	for rec, err := range records(path) {
		if err != nil {
			return s, head, err
		}
		if s, err = m.follow(path, s, rec); err != nil {
			return s, head, err
		}
		head = journal.Head{Seq: rec.Seq, Hash: rec.Hash}
	}
	if !s.Opened {
		err = &journal.Fault{Code: journal.Locked, Path: path}
	}
	return s, head, err
}

// open takes a session for writing and words what opening found.
func (m *Main) open(path string) (*room.Room, []string, error) {
	r, report, err := room.Open(path, m.Clock)
	if err != nil {
		var fault *journal.Fault
		if !errors.As(err, &fault) {
			err = failure{m.unclear(err)}
		}
		return nil, nil, err
	}
	return r, append(m.notes(report), m.shelved(path, r.Sight().State)...), nil
}
