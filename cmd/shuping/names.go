package main

import (
	"bufio"
	"fmt"
	"path/filepath"
	"slices"

	"github.com/spf13/cobra"

	"shuping/internal/cells"
	"shuping/internal/fault"
	"shuping/internal/intake"
	"shuping/internal/meeting"
	"shuping/internal/papers"
	"shuping/internal/plan"
	"shuping/internal/private"
	"shuping/internal/words"
	"shuping/tui/desk"
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
		for _, line := range m.namesLines(s.Plan, list) {
			fmt.Fprintln(w, line)
		}
		fmt.Fprintln(w, visible(words.Fill(words.NamesAll(m.lang), map[string]any{"path": path, "count": len(list.List)})))
		return nil
	})
}

// namesLines says how a list was understood, and how many each class has.
func (m *Main) namesLines(p plan.Plan, list intake.Names) (out []string) {
	for _, found := range []fault.Faults{list.Told, list.LeftOut, list.Doubts} {
		out = append(out, m.seen(found)...)
	}
	for i, v := range p.Voters {
		if n := list.Count(i); n > 0 {
			out = append(out, visible(words.Fill(words.NamesClass(m.lang), map[string]any{"class": v.Name, "count": n})))
		}
	}
	return out
}

// readNames reads a list for the door, for somebody to look at. Faults in it are looked
// at as well; only what is no table is an error.
func (m *Main) readNames(path string, s meeting.State) (desk.Names, error) {
	src, err := readAtMost(path, cells.MaxBytes+1)
	if err != nil {
		return desk.Names{}, m.inWords(err)
	}
	book, err := cells.Read(src)
	if err != nil {
		return desk.Names{}, m.inWords(err)
	}
	name := filepath.Base(path)
	list, err := intake.ReadNames(s.Plan, book, "")
	if said, known := m.tableFaults(err); known {
		for i, line := range said {
			said[i] = visible(line)
		}
		return desk.Names{Lines: said, Sum: visible(words.Fill(words.NamesFaults(m.lang), words.Values("path", name, "count", len(said))))}, nil
	}
	if err != nil {
		return desk.Names{}, m.inWords(err)
	}
	out := desk.Names{Lines: m.namesLines(s.Plan, list), Sum: visible(words.Fill(words.NamesSum(m.lang), words.Values("path", name, "count", len(list.List))))}
	for _, n := range list.List {
		a := private.Attendee{Name: n.Name, Unit: n.Unit}
		if n.Class >= 0 {
			a.Class = s.Plan.Voters[n.Class].ID
		}
		out.List = append(out.List, a)
	}
	return out, nil
}

// keptNames is the list of names that lies beside a session, for the lists to sign.
func keptNames(session string, p plan.Plan) (out []papers.Attendee, err error) {
	held, err := private.Read(session)
	for _, a := range held.Names {
		class := slices.IndexFunc(p.Voters, func(v plan.Class) bool { return v.ID == a.Class })
		out = append(out, papers.Attendee{Class: class, Name: a.Name, Unit: a.Unit})
	}
	return out, err
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
