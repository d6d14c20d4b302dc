package main

import (
	"errors"

	"shuping/internal/journal"
	"shuping/internal/meeting"
	"shuping/internal/room"
	"shuping/internal/words"
)

// twinSuffix is what the name of a session's readable copy has behind that of
// the session.
const twinSuffix = ".log"

// read opens a session that is looked at and not taken, and tells what a kill or
// a power cut has left of it.
func (m *Main) read(path string) (*journal.Reading, error) {
	r, report, err := journal.Read(path)
	if err != nil {
		return nil, err
	}
	m.note(m.notes(report)...)
	return r, nil
}

// follow takes one record into the state; an error names the record.
func (m *Main) follow(path string, s meeting.State, r journal.Record) (meeting.State, error) {
	next, err := meeting.Follow(s, r.Kind, r.Event, meeting.Person(r.Who), r.At)
	if err == nil {
		return next, nil
	}
	return s, m.broken(path, r.Seq, err)
}

// broken names the record that makes no sense.
func (m *Main) broken(path string, record uint64, err error) error {
	return fail(words.RecordBroken(m.lang), words.Values("path", path, "record", record, "problem", m.unclear(err)))
}

// unclear words a record that proves itself and still makes no sense.
func (m *Main) unclear(err error) string {
	var newer meeting.UnknownKind
	if errors.As(err, &newer) {
		return m.say(words.NewerRecord, "kind", string(newer), "version", version)
	}
	return words.Fill(words.NotReplayed(m.lang), map[string]any{"problem": err})
}

// recall is the state of a session that nobody takes, and its last record.
func (m *Main) recall(path string) (meeting.State, journal.Head, error) {
	r, s, err := m.readState(path)
	if err != nil {
		return s, journal.Head{}, err
	}
	defer r.Close()
	return s, r.Head(), nil
}

// readState is read with the state that the records lead to.
func (m *Main) readState(path string) (*journal.Reading, meeting.State, error) {
	r, s, report, err := m.replay(path)
	if err != nil {
		return nil, s, err
	}
	m.note(m.notes(report)...)
	return r, s, nil
}

// replay reads a session to its end, and says nothing.
func (m *Main) replay(path string) (r *journal.Reading, s meeting.State, report journal.Report, err error) {
	r, report, broken, err := journal.ReadReplaying(path, func(rec journal.Record) (err error) {
		if rec.Seq == 1 {
			s = meeting.State{}
		}
		s, err = m.follow(path, s, rec)
		return err
	})
	if err == nil && broken != nil {
		r.Close()
		err = broken
	}
	return r, s, report, err
}

// within takes a session for writing, tells what opening found, and closes it again
// after do, whose fault goes before that of closing.
func (m *Main) within(path string, do func(*room.Room) error) error {
	r, notes, err := m.open(path)
	if err != nil {
		return err
	}
	m.note(notes...)
	err = do(r)
	if closed := r.Close(); err == nil {
		err = closed
	}
	return err
}

// begin makes a session.
func (m *Main) begin(path string, order meeting.OpenSession) (*room.Room, error) {
	r, err := room.Create(path, order, meeting.Person{Role: "command"}, m.Clock)
	if err == nil {
		r.Stamp(checkPageSum())
	}
	return r, err
}

// open takes a session for writing and words what opening found.
func (m *Main) open(path string) (*room.Room, []string, error) {
	r, report, err := room.Open(path, m.Clock)
	if err != nil {
		var u *room.Unclear
		if errors.As(err, &u) {
			err = m.broken(path, u.Record, u.Err)
		}
		return nil, nil, err
	}
	r.Stamp(checkPageSum())
	return r, append(m.notes(report), m.shelved(path, r.Sight().State)...), nil
}
