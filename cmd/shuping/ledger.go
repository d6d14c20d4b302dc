package main

import (
	"bufio"
	"cmp"
	"fmt"

	"github.com/charmbracelet/x/ansi"
	"github.com/spf13/cobra"

	"shuping/internal/cells"
	"shuping/internal/intake"
	"shuping/internal/journal"
	"shuping/internal/meeting"
	"shuping/internal/plan"
	"shuping/internal/words"
)

func (m *Main) ledgerCommand() *cobra.Command {
	c := m.verb("ledger FILE [--overdue] [--subject ID] [--json|--csv]", m.takes(1), nil)
	var a asked
	c.Flags().BoolVar(&a.overdue, "overdue", false, words.FlagLedgerOverdue(m.lang))
	c.Flags().StringVar(&a.subject, "subject", "", words.FlagLedgerSubject(m.lang))
	asJSON := c.Flags().Bool("json", false, words.FlagJSON(m.lang))
	asCSV := c.Flags().Bool("csv", false, words.FlagLedgerCSV(m.lang))
	c.RunE = func(c *cobra.Command, args []string) error {
		if *asJSON && *asCSV {
			return m.misused(c, words.LedgerOneForm(m.lang), nil)
		}
		a.path = args[0]
		return m.ledger(a, *asJSON, *asCSV)
	}
	c.AddCommand(m.ledgerImportCommand(), m.ledgerTemplateCommand(), m.ledgerExportCommand())
	return c
}

// asked is which problems of a session somebody wants to see.
type asked struct {
	path, subject string
	overdue       bool
}

// today is the day on the wall.
func (m *Main) today() plan.Day {
	y, month, d := m.Clock().Date()
	return plan.Day{Year: y, Month: month, Day: d}
}

// ledger prints the problems of a session that are asked for.
func (m *Main) ledger(a asked, asJSON, asCSV bool) error {
	s, head, err := m.recall(a.path)
	if err != nil {
		return err
	}
	list, err := a.of(s, m.today())
	if err != nil {
		return err
	}
	return m.print(func(w *bufio.Writer) error {
		switch {
		case asJSON:
			return m.ledgerJSON(w, s, head, list)
		case asCSV:
			_, _ = w.Write(cells.CSV(m.ledgerRows(s, list)))
		default:
			fmt.Fprint(w, m.ledgerText(s, list))
		}
		return nil
	})
}

// of picks the problems that are asked for.
func (a asked) of(s meeting.State, today plan.Day) ([]*meeting.Problem, error) {
	if a.subject != "" && s.Plan.Subject(a.subject) < 0 {
		return nil, &meeting.Refusal{Code: meeting.UnknownSubject, Values: map[string]any{"subject": a.subject}}
	}
	var out []*meeting.Problem
	for _, p := range s.Ledger {
		if (a.subject == "" || p.Subject == a.subject) && (!a.overdue || p.Status(today) == meeting.StandsOverdue) {
			out = append(out, p)
		}
	}
	return out, nil
}

func (m *Main) ledgerRows(s meeting.State, list []*meeting.Problem) [][]string {
	return intake.ProblemRows(s, list, m.today(), m.lang)
}

// ledgerText is a table of the problems and how many of each kind they are.
func (m *Main) ledgerText(s meeting.State, list []*meeting.Problem) string {
	if len(list) == 0 {
		return words.LedgerNothing(m.lang) + "\n"
	}
	var t table
	t.row(words.LedgerColumns(m.lang)...)
	for _, p := range list {
		due := cmp.Or(p.Until(), words.LedgerNoDay(m.lang))
		t.row(p.ID, words.ProblemStatus(m.lang, string(p.Status(m.today()))), visible(intake.Whose(s, *p)),
			brief(p.Text), brief(p.Who), due)
	}
	sum := meeting.SumLedger(list, m.today())
	return t.String() + words.Fill(words.LedgerSums(m.lang), map[string]any{
		"all": sum.All, "open": sum.Open, "soon": sum.DueSoon, "overdue": sum.Overdue, "returned": sum.Returned, "done": sum.Done,
	}) + "\n"
}

// brief is the beginning of a text, on one line.
func brief(text string) string { return ansi.Truncate(visible(text), 48, "…") }

func (m *Main) ledgerExportCommand() *cobra.Command {
	c := m.verb("export FILE -o CSV|XLSX", m.takes(1), nil)
	to := c.Flags().StringP("output", "o", "", words.FlagOutputTable(m.lang))
	c.RunE = func(c *cobra.Command, args []string) error {
		if err := m.needs(c, "output", *to); err != nil {
			return err
		}
		return m.ledgerExport(args[0], *to)
	}
	return c
}

// ledgerExport writes the whole ledger into a new file and prints its path.
func (m *Main) ledgerExport(path, to string) error {
	s, _, err := m.recall(path)
	switch {
	case err != nil:
		return err
	case len(s.Ledger) == 0:
		return fail(words.LedgerNoLedger(m.lang), map[string]any{"path": path})
	}
	if err := m.writeLedger(s, to); err != nil {
		return err
	}
	return m.print(func(w *bufio.Writer) error {
		fmt.Fprintln(w, to)
		return nil
	})
}

// writeLedger writes the whole ledger into a new file.
func (m *Main) writeLedger(s meeting.State, to string) error {
	return m.writeRows(to, words.LedgerSheet(m.lang), m.ledgerRows(s, s.Ledger))
}

// headJSON is the last record that something stands on.
type headJSON struct {
	Seq  uint64 `json:"seq"`
	Hash string `json:"hash"`
}

func headOf(h journal.Head) headJSON { return headJSON{h.Seq, h.Hash.String()} }
