package main

import (
	"context"
	"errors"
	"strings"

	"shuping/internal/archive"
	"shuping/internal/journal"
	"shuping/internal/meeting"
	"shuping/internal/papers"
	"shuping/internal/plan"
	"shuping/internal/seal"
	"shuping/internal/words"
	"shuping/tui"
	"shuping/tui/desk"
)

// visit verifies an export and shows the meeting in it on the screens, read-only, with
// what verification said in the title line. Where no screen can be shown it prints what
// each check has shown; of an export that is not whole it says the first thing that
// differs.
func (m *Main) visit(ctx context.Context, path string) error {
	if m.needsTerminal() != nil {
		m.shows = true
		return m.verify(ctx, path, "", false)
	}
	var records []journal.Record
	report, err := archive.Read(ctx, path, "", m.progress(), func(_ archive.Report, c archive.Contents) error {
		for rec, err := range c.Records() {
			if err != nil {
				return err
			}
			records = append(records, rec)
		}
		return nil
	})
	if err != nil {
		return err
	}
	if bad := report.Err(); bad != nil {
		m.shows = true
		return fail(words.ExportNotWhole(m.lang), map[string]any{"path": path, "problem": m.sentence(bad)})
	}
	seat, err := m.visitor(path, report, records)
	if err != nil {
		return err
	}
	seat.Look = func() (tui.Sight, bool) {
		<-ctx.Done() // nothing changes in an archive
		return tui.Sight{}, false
	}
	_, err = m.show(tui.New(seat, m.archived(report)))
	return err
}

// archived is the meeting of an export as it is seen.
func (m *Main) archived(report archive.Report) tui.Sight {
	return tui.Sight{State: report.State, Seq: report.Head.Seq, Head: report.Head.Hash, Now: report.State.Trail.Last}
}

// visitor is a seat that has no pen.
func (m *Main) visitor(path string, report archive.Report, records []journal.Record) (tui.Seat, error) {
	seat, err := m.seat()
	if err != nil {
		return seat, err
	}
	seat.Path = path
	seat.Verdict = words.ExportVerdict(m.lang, string(report.Standing))
	lines := []string{words.Fill(words.ExportStanding(m.lang, string(report.Standing)), map[string]any{"path": path})}
	for _, o := range report.Observed {
		lines = append(lines, o.Text(m.lang))
	}
	seat.Opening = strings.Join(lines, " ")
	refused := errors.New(words.Refusal(m.lang, string(meeting.IsArchived), nil))
	seat.Submit = func([]meeting.Order) (int, tui.Sight, *meeting.Refusal) {
		return 0, m.archived(report), &meeting.Refusal{Code: meeting.IsArchived}
	}
	seat.Errand = func(ctx context.Context, e desk.Errand, to string, far func(done, of int64)) (tui.Outcome, error) {
		switch e {
		case desk.ReadLog:
			return tui.Outcome{Log: m.rowsOf(report.State, records)}, nil
		case desk.ReadMark:
			return tui.Outcome{Mark: markOf(report)}, nil
		case desk.ReadFormer:
			s, err := m.former(ctx, to, report.State.Plan.Year, far)
			return tui.Outcome{Former: s}, m.inWords(err)
		case desk.Reveal:
			return tui.Outcome{}, m.inWords(m.reveal(to))
		}
		return tui.Outcome{}, refused
	}
	seat.Generated = func(s meeting.State, p plan.Paper) bool { return len(papers.Written(s, p)) > 0 }
	seat.OverPage = papers.OverPage
	seat.Attach = func(context.Context, string, string, func(done, of int64)) error { return refused }
	seat.WriteLedger = func() (string, error) { return "", refused }
	seat.Browse = m.browse
	return seat, nil
}

// rowsOf is the newest records for the log screen.
func (m *Main) rowsOf(s meeting.State, records []journal.Record) []desk.LogRow {
	var rows []desk.LogRow
	for _, rec := range records[max(0, len(records)-logMost):] {
		rows = append(rows, m.logRow(s, rec))
	}
	return rows
}

// markOf is what people compare with the signed paper.
func markOf(report archive.Report) desk.Mark {
	mark := desk.Mark{Fingerprint: report.Signer}
	for i, s := range report.Seals {
		stamp := desk.Stamp{Number: i + 1, Record: s.Record, Words: seal.Words(uint64(s.Record), s.Hash), Groups: seal.HexGroups(s.Hash)}
		if s.Of == meeting.SealedCount {
			mark.Count = stamp
		} else if report.State.IsSealed() {
			mark.Seal, mark.Words, mark.Groups = report.State.GradeSeals(), stamp.Words, stamp.Groups
		}
	}
	return mark
}
