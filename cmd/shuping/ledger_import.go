package main

import (
	"bufio"
	"cmp"
	"context"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"shuping/internal/cells"
	"shuping/internal/fault"
	"shuping/internal/intake"
	"shuping/internal/meeting"
	"shuping/internal/plan"
	"shuping/internal/room"
	"shuping/internal/words"
)

// A taking is a table of problems on its way into a session.
type taking struct {
	session, file string
	options       intake.Options
	yes           bool
}

func (m *Main) ledgerImportCommand() *cobra.Command {
	c := m.verb("import FILE TABLE [--yes] [--by NAME] [--date DAY] [--sheet NAME]", m.takes(2), nil)
	var t taking
	c.Flags().BoolVar(&t.yes, "yes", false, words.FlagLedgerYes(m.lang))
	c.Flags().StringVar(&t.options.By, "by", "", words.FlagLedgerBy(m.lang))
	c.Flags().StringVar(&t.options.Sheet, "sheet", "", words.FlagTableSheet(m.lang))
	date := c.Flags().String("date", "", words.FlagLedgerDate(m.lang))
	c.RunE = func(c *cobra.Command, args []string) error {
		t.session, t.file, t.options.Day = args[0], args[1], m.today()
		if *date != "" {
			day, ok := plan.ReadDay(*date)
			if !ok {
				return m.misused(c, words.LedgerBadDay(m.lang), map[string]any{"value": *date})
			}
			t.options.Day = day
		}
		ctx, stop := interruptible()
		defer stop()
		return m.ledgerImport(ctx, t)
	}
	return c
}

// ledgerImport shows what a table would change in a ledger, and changes it if that
// was said. To look, the session is not taken.
func (m *Main) ledgerImport(ctx context.Context, t taking) error {
	src, err := readAtMost(t.file, cells.MaxBytes+1)
	if err != nil {
		return err
	}
	book, err := cells.Read(src)
	if err != nil {
		return m.badLedger(t.file, err)
	}
	if !t.yes {
		s, _, err := m.recall(t.session)
		if err != nil {
			return err
		}
		review, err := intake.ReadProblems(s, book, t.options)
		if err != nil {
			return m.badLedger(t.file, err)
		}
		return m.reviewed(t, review)
	}
	return m.within(t.session, func(r *room.Room) error { return m.takeIn(ctx, r, t, book) })
}

// takeIn records all that a table changes, in one transaction.
func (m *Main) takeIn(ctx context.Context, r *room.Room, t taking, book cells.Book) error {
	state, who := r.Sight().State, meeting.Person{Role: "command"}
	review, err := intake.ReadProblems(state, book, t.options)
	if err != nil {
		return m.badLedger(t.file, err)
	}
	orders := review.Orders()
	if err := m.tryAll(ctx, state, who, orders, nil); err != nil {
		return err
	}
	if len(orders) > 0 {
		if _, err := r.Pen(who, "").Submit(orders...); err != nil {
			return err
		}
	}
	return m.reviewed(t, review)
}

// badLedger tells the faults of a table or of the problems in it.
func (m *Main) badLedger(path string, err error) error {
	said, sum := m.ledgerFaults(path, err)
	if len(said) == 0 {
		return err
	}
	return m.told(said, sum)
}

// ledgerFaults is each fault of a table in a sentence, and what they come to; none
// where an error is about something else.
func (m *Main) ledgerFaults(path string, err error) (said []string, sum error) {
	said, _ = m.tableFaults(err)
	sentence := words.LedgerFaults(m.lang)
	if len(said) >= cells.MaxFaults {
		sentence = words.LedgerMoreFaults(m.lang)
	}
	return said, fail(sentence, map[string]any{"path": path, "count": len(said)})
}

// told prints lines and fails.
func (m *Main) told(lines []string, failure error) error {
	return m.print(func(w *bufio.Writer) error {
		for _, line := range lines {
			fmt.Fprintln(w, visible(line))
		}
		return failure
	})
}

// reviewed prints what a table changes, or has changed.
func (m *Main) reviewed(t taking, review intake.Review) error {
	return m.print(func(w *bufio.Writer) error {
		for _, line := range m.reviewLines(review) {
			fmt.Fprintln(w, line)
		}
		switch {
		case len(review.Orders()) == 0:
			fmt.Fprintln(w, m.reviewSum(words.LedgerUnchanged(m.lang), t.file, review))
		case t.yes:
			fmt.Fprintln(w, m.reviewSum(words.LedgerTakenIn(m.lang), t.file, review))
		default:
			fmt.Fprintln(w, m.reviewSum(words.LedgerBrings(m.lang), t.file, review))
			fmt.Fprintln(w, words.LedgerReviewed(m.lang))
		}
		return nil
	})
}

// reviewLines is what each row of a table changes, and which columns were not read.
func (m *Main) reviewLines(review intake.Review) []string {
	var heads table
	for _, l := range review.Lines {
		heads.row(words.Fill(words.LedgerRow(m.lang), map[string]any{"row": l.Row}), words.LedgerChange(m.lang, string(l.Change)), l.ID, visible(l.Whose), brief(l.Text))
	}
	out := m.seen(review.Told)
	said := strings.Split(heads.String(), "\n")
	for i := range review.Lines {
		out = append(out, said[i])
		for _, p := range review.Lines[i].Parts {
			out = append(out, "    "+m.part(p))
		}
	}
	return append(append(out, m.seen(review.LeftOut)...), m.seen(review.Doubts)...)
}

// seen are findings as lines in which nothing drives a terminal.
func (m *Main) seen(list fault.Faults) []string {
	out := m.findings(list)
	for i, line := range out {
		out[i] = visible(line)
	}
	return out
}

// reviewSum is a sentence about all rows of a table.
func (m *Main) reviewSum(sentence, path string, review intake.Review) string {
	return visible(words.Fill(sentence, map[string]any{
		"path": path, "new": review.Count(intake.New), "changed": review.Count(intake.Changed), "same": review.Count(intake.Same),
	}))
}

// part is one cell that a table changes, in words.
func (m *Main) part(p intake.Part) string {
	sentence := words.LedgerTurned(m.lang)
	switch "" {
	case p.Was:
		sentence = words.LedgerSet(m.lang)
	case p.Now:
		sentence = words.LedgerCleared(m.lang)
	}
	name := cmp.Or(words.LedgerPart(m.lang, p.Field), words.ProblemField(m.lang, p.Field))
	return words.Fill(sentence, map[string]any{"part": name, "was": brief(p.Was), "now": brief(p.Now)})
}
