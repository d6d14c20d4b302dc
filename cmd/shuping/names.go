package main

import (
	"bufio"
	"fmt"

	"github.com/spf13/cobra"

	"shuping/internal/cells"
	"shuping/internal/fault"
	"shuping/internal/intake"
	"shuping/internal/plan"
	"shuping/internal/words"
)

func (m *Main) namesCommand() *cobra.Command {
	c := m.verb("names", m.known, nil)
	c.RunE = func(c *cobra.Command, _ []string) error { return c.Help() }
	check := m.verb("check FILE|PLAN TABLE [--sheet NAME]", m.takes(2), nil)
	sheet := check.Flags().String("sheet", "", words.FlagTableSheet(m.lang))
	check.RunE = func(_ *cobra.Command, args []string) error { return m.namesCheck(args[0], args[1], *sheet) }
	c.AddCommand(check, m.namesTemplateCommand())
	return c
}

// namesCheck looks over a list of those who take part and says how many each class
// has.
func (m *Main) namesCheck(from, path, sheet string) error {
	s, err := m.planned(from)
	if err != nil {
		return err
	}
	list, err := m.namesIn(s.Plan, path, sheet)
	if err != nil {
		return err
	}
	return m.print(func(w *bufio.Writer) error {
		for _, found := range []fault.Faults{list.Told, list.LeftOut, list.Doubts} {
			for _, line := range m.seen(found) {
				fmt.Fprintln(w, line)
			}
		}
		for i, v := range s.Plan.Voters {
			if n := list.Count(i); n > 0 {
				fmt.Fprintln(w, visible(words.Fill(words.NamesClass(m.lang), map[string]any{"class": v.Name, "count": n})))
			}
		}
		fmt.Fprintln(w, visible(words.Fill(words.NamesAll(m.lang), map[string]any{"path": path, "count": len(list.List)})))
		return nil
	})
}

// namesIn reads a list of those who take part, and tells each of its faults.
func (m *Main) namesIn(p plan.Plan, path, sheet string) (list intake.Names, err error) {
	src, err := readAtMost(path, cells.MaxBytes+1)
	if err != nil {
		return list, err
	}
	book, err := cells.Read(src)
	if err == nil {
		list, err = intake.ReadNames(p, book, sheet)
	}
	if said, known := m.tableFaults(err); known {
		return list, m.told(said, fail(words.NamesFaults(m.lang), map[string]any{"path": path, "count": len(said)}))
	}
	return list, err
}
