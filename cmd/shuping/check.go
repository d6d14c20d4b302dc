package main

import (
	"bufio"
	"context"
	"io"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"shuping/data"
	"shuping/internal/attached"
	"shuping/internal/journal"
	"shuping/internal/meeting"
)

func (m *Main) checkCommand() *cobra.Command {
	return m.verb("check FILE", m.takes(1), func(args []string) error { return m.check(args[0]) })
}

// check proves both files of a session, replays the records, and tells where
// the meeting stands.
func (m *Main) check(path string) error {
	if _, err := journal.Check(path); err != nil {
		return err
	}
	state, head, err := m.recall(path)
	if err != nil {
		return err
	}
	bad, err := m.strayed(context.Background(), path, state)
	switch {
	case err != nil:
		return err
	case len(bad) > 0:
		return m.told(bad, fail(m.command().Due.BadFiles, map[string]any{"path": path, "count": len(bad)}))
	}
	return m.print(func(w *bufio.Writer) error {
		_, err := io.WriteString(w, m.standing(path, state, head))
		return err
	})
}

// standing is where a meeting stands, in a few lines.
func (m *Main) standing(path string, s meeting.State, head journal.Head) string {
	words := m.command().Check
	title := s.Plan.Title
	if s.Rehearsal {
		title = words.Rehearsal + title
	}
	var t table
	t.row(words.File, path)
	t.row(words.Records, data.Fill("{n}", map[string]any{"n": head.Seq}))
	t.row(words.Head, head.Hash.String())
	t.row(words.Meeting, visible(title))
	t.row(words.Agenda, visible(m.agendaStanding(s)))
	t.row(words.Count, m.countStanding(s))
	if files := attachedFiles(s); len(files) > 0 {
		t.row(m.command().Due.Files, m.filesStanding(files))
	}
	return t.String() + words.Good + "\n"
}

// agendaStanding is the item that runs, or else the next one.
func (m *Main) agendaStanding(s meeting.State) string {
	i := s.Next()
	if r := s.Running(); r >= 0 {
		i = r
	}
	if i < 0 {
		return m.command().Check.Over
	}
	return m.itemName(s, i) + gap + m.command().Check.Statuses[statusNames[s.Steps[i].Status]]
}

var statusNames = map[meeting.Status]string{
	meeting.Waiting: "waiting", meeting.Running: "running", meeting.Done: "done", meeting.Skipped: "skipped",
}

// itemName is an agenda item in words.
func (m *Main) itemName(s meeting.State, i int) string {
	it := s.Agenda[i]
	if it.Subject < 0 {
		return it.Kind.Name(m.lang())
	}
	return it.Kind.Name(m.lang()) + " " + s.Plan.Subjects[it.Subject].Label()
}

func (m *Main) countStanding(s meeting.State) string {
	words, r := m.command().Check, s.Round
	parts := []string{data.Fill(words.Sheets, map[string]any{
		"round": r.Number, "issued": r.Issued, "collected": r.Collected, "read": r.Read(), "bundle": r.Bundle.Number,
	}), words.Open}
	if r.Closed {
		parts[1] = words.Closed
	}
	if s.IsSealed() {
		parts = append(parts, data.Fill(words.Sealed, map[string]any{"at": m.local(s.Sealed)}))
	}
	return strings.Join(parts, gap)
}

// filesStanding is how much is attached, of which every byte was checked.
func (m *Main) filesStanding(files []attached.File) string {
	bytes, seen := int64(0), map[string]bool{}
	for _, f := range files {
		if !seen[f.SHA256] {
			bytes += f.Size
		}
		seen[f.SHA256] = true
	}
	return data.Fill(m.command().Due.Held, map[string]any{"files": len(seen), "bytes": bytes})
}

// local is an instant on the clock on the wall.
func (m *Main) local(at time.Time) string {
	return at.In(m.Clock().Location()).Format("2006-01-02 15:04:05")
}
