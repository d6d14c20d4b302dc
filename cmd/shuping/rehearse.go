package main

import (
	"errors"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"shuping/data"
	"shuping/internal/durable"
	"shuping/internal/meeting"
	"shuping/internal/room"
	"shuping/internal/words"
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
	if err := m.practice(r); err != nil {
		return errors.Join(err, r.Close())
	}
	return errors.Join(m.console(path, r, nil), r.Close())
}

// practice is what a rehearsal finds done: every report but the last was vetted.
func (m *Main) practice(r *room.Room) error {
	var orders []meeting.Order
	subjects := r.Sight().State.Plan.Subjects
	for _, s := range subjects[:len(subjects)-1] {
		orders = append(orders, meeting.VetReport{Subject: s.ID, By: words.Rehearsal(m.lang), Outcome: meeting.Passed, Own: meeting.Yes, Causes: meeting.Yes, Problems: meeting.Yes})
	}
	_, err := r.Pen(meeting.Person{Role: "command"}, "").Submit(orders...)
	return err
}
