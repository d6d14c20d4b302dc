package main

import (
	"bufio"
	"fmt"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"shuping/internal/cells"
	"shuping/internal/intake"
	"shuping/internal/meeting"
	"shuping/internal/words"
)

func (m *Main) sheetsTemplateCommand() *cobra.Command {
	return m.template(func(s meeting.State) cells.Form { return intake.SheetForm(s, m.lang) })
}

func (m *Main) ledgerTemplateCommand() *cobra.Command {
	return m.template(func(s meeting.State) cells.Form { return intake.ProblemForm(s.Plan, m.lang) })
}

func (m *Main) namesTemplateCommand() *cobra.Command {
	return m.template(func(s meeting.State) cells.Form { return intake.NameForm(s.Plan, m.lang) })
}

// template is a command that writes an empty table, made from a session or a plan.
func (m *Main) template(form func(meeting.State) cells.Form) *cobra.Command {
	c := m.verb("template FILE|PLAN -o CSV|XLSX", m.takes(1), nil)
	to := c.Flags().StringP("output", "o", "", words.FlagOutputTable(m.lang))
	c.RunE = func(c *cobra.Command, args []string) error {
		if err := m.needs(c, "output", *to); err != nil {
			return err
		}
		s, err := m.planned(args[0])
		if err != nil {
			return err
		}
		return m.writeForm(form(s), *to)
	}
	return c
}

// isSession reports whether a session is named, and not a plan.
func isSession(name string) bool { return strings.EqualFold(filepath.Ext(name), ".shuping") }

// planned is a session, or one that nothing has happened in yet where a plan is named.
func (m *Main) planned(name string) (meeting.State, error) {
	if isSession(name) {
		s, _, err := m.recall(name)
		return s, err
	}
	p, err := m.findPlan(name)
	return meeting.State{Plan: p}, err
}

// writeForm writes an empty table into a new file and prints its path.
func (m *Main) writeForm(form cells.Form, to string) error {
	if err := m.writeTable(to, form.CSV, form.XLSX); err != nil {
		return err
	}
	return m.print(func(w *bufio.Writer) error {
		fmt.Fprintln(w, to)
		return nil
	})
}
