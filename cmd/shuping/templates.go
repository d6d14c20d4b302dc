package main

import (
	"context"
	"crypto/sha256"
	"fmt"
	"os"
	"path"
	"path/filepath"
	"slices"

	"shuping/internal/meeting"
	"shuping/internal/papers"
	"shuping/internal/room"
)

// templates takes the office's own templates beside a session into its record, as far
// as they are not the ones that were recorded last: what a bag is made with must lie in
// it. A room that is nil is opened where there is something to record.
func (m *Main) templates(ctx context.Context, session string, s meeting.State, r *room.Room) error {
	if s.Plan.Templates == "" {
		return nil
	}
	folder, err := m.templateFolder(session, s.Plan)
	if err != nil {
		return err
	}
	files, err := papers.Templates(s.Plan, os.DirFS(folder))
	if err != nil {
		return err
	}
	var fresh []string
	for name, text := range files {
		sum := fmt.Sprintf("%x", sha256.Sum256(text))
		recorded, _ := s.FilesOf("template:" + name)
		if len(recorded) == 0 || recorded[len(recorded)-1].SHA256 != sum {
			fresh = append(fresh, name)
		}
	}
	if len(fresh) == 0 {
		return nil
	}
	if r == nil {
		opened, notes, err := m.open(session)
		if err != nil {
			return err
		}
		defer opened.Close()
		m.note(notes...)
		r = opened
	}
	slices.Sort(fresh)
	for _, name := range fresh {
		file := filepath.Join(folder, filepath.FromSlash(path.Clean(name)))
		if _, _, err := m.attach(ctx, r, meeting.Person{Role: "command"}, session, "template:"+name, file); err != nil {
			return err
		}
	}
	return nil
}

// recordTemplates records the templates before the orders seal something. What is wrong
// with them keeps no meeting from being sealed: the export says it again.
func (m *Main) recordTemplates(ctx context.Context, r *room.Room, orders []meeting.Order) error {
	if !seals(orders) {
		return nil
	}
	return m.templates(ctx, r.Path(), r.Sight().State, r)
}

// seals reports whether the orders close the count or seal the grades.
func seals(orders []meeting.Order) bool {
	return slices.ContainsFunc(orders, func(o meeting.Order) bool {
		switch o.(type) {
		case meeting.CloseCount, meeting.Seal:
			return true
		}
		return false
	})
}
