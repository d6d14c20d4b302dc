package main

import (
	"shuping/internal/archive"
	"shuping/internal/papers"
	"shuping/internal/plan"
	"shuping/internal/private"
)

// privateNotes are the visits and the prepared comments of a session as a bag has
// them when somebody asks for them. Drafts are never among them.
func (m *Main) privateNotes(path string) (*archive.Notes, error) {
	held, err := private.Read(path)
	if err != nil {
		return nil, err
	}
	out := &archive.Notes{Comments: held.Comments}
	for _, v := range held.Visits {
		day, _ := plan.ParseDay(v.Date) // one that is no day is not known
		out.Visits = append(out.Visits, papers.Visit{Subject: v.Subject, Date: day, Place: v.Place, Unannounced: v.Unannounced, Seen: v.Seen})
	}
	return out, nil
}
