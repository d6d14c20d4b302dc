package main

import (
	"bufio"
	"context"
	"io"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"shuping/internal/attached"
	"shuping/internal/journal"
	"shuping/internal/meeting"
	"shuping/internal/words"
)

func (m *Main) checkCommand() *cobra.Command {
	return m.saying("check FILE", 1, func(args []string) error { return m.check(args[0]) }, func(args []string) error { return m.checkJSON(args[0]) })
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
		return m.told(bad, fail(words.DueBadFiles(m.lang), map[string]any{"path": path, "count": len(bad)}))
	}
	return m.print(func(w *bufio.Writer) error {
		_, err := io.WriteString(w, m.standing(path, state, head))
		return err
	})
}

// standing is where a meeting stands, in a few lines.
func (m *Main) standing(path string, s meeting.State, head journal.Head) string {
	title := s.Plan.Title
	if s.Rehearsal {
		title = words.RehearsalMark(m.lang) + title
	}
	var t table
	t.row(words.CheckFile(m.lang), path)
	t.row(words.CheckRecords(m.lang), words.Fill("{n}", map[string]any{"n": head.Seq}))
	t.row(words.CheckHead(m.lang), head.Hash.String())
	t.row(words.CheckMeeting(m.lang), visible(title))
	t.row(words.AgendaName(m.lang), visible(m.agendaStanding(s)))
	t.row(words.CheckCount(m.lang), m.countStanding(s))
	if files := attachedFiles(s); len(files) > 0 {
		t.row(words.DueFiles(m.lang), m.filesStanding(files))
	}
	return t.String() + words.CheckGood(m.lang) + "\n"
}

// agendaStanding is the item that runs, or else the next one.
func (m *Main) agendaStanding(s meeting.State) string {
	i := s.Next()
	if r := s.Running(); r >= 0 {
		i = r
	}
	if i < 0 {
		return words.CheckOver(m.lang)
	}
	return m.itemName(s, i) + gap + words.ItemStatus(m.lang, statusNames[s.Steps[i].Status])
}

var statusNames = map[meeting.Status]string{
	meeting.Waiting: "waiting", meeting.Running: "running", meeting.Done: "done", meeting.Skipped: "skipped",
}

// itemName is an agenda item in words.
func (m *Main) itemName(s meeting.State, i int) string {
	it := s.Agenda[i]
	if it.Subject < 0 {
		return words.AgendaKind(m.lang, it.Kind)
	}
	return words.AgendaKind(m.lang, it.Kind) + " " + s.Plan.Subjects[it.Subject].Label()
}

func (m *Main) countStanding(s meeting.State) string {
	r := s.Round
	issued, back, read := r.InHand()
	parts := []string{words.Fill(words.CheckSheets(m.lang), map[string]any{
		"round": r.Last(), "issued": issued, "collected": back, "read": read, "bundle": r.Bundles.Given(),
	}), words.CheckOpen(m.lang)}
	if r.Closed {
		parts[1] = words.CheckClosed(m.lang)
	}
	if s.IsSealed() {
		parts = append(parts, words.Fill(words.CheckSealed(m.lang), map[string]any{"at": m.local(s.Sealed)}))
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
	return words.Fill(words.DueHeld(m.lang), map[string]any{"files": len(seen), "bytes": bytes})
}

// local is an instant on the clock on the wall.
func (m *Main) local(at time.Time) string {
	return at.In(m.Clock().Location()).Format("2006-01-02 15:04:05")
}
