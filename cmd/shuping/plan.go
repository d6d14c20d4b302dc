package main

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"shuping/data"
	"shuping/internal/durable"
	"shuping/internal/fault"
	"shuping/internal/meeting"
	"shuping/internal/plan"
	"shuping/internal/words"
)

func (m *Main) planCommand() *cobra.Command {
	c := m.verb("plan", m.known, nil)
	c.RunE = func(c *cobra.Command, _ []string) error { return c.Help() }
	c.AddCommand(
		m.saying("list", 0, func([]string) error { return m.planList() }, func([]string) error { return m.planListJSON() }),
		m.saying("show NAME", 1, func(args []string) error { return m.planShow(args[0]) }, func(args []string) error { return m.planShowJSON(args[0]) }),
		m.saying("check PATH", 1, func(args []string) error { return m.planCheck(args[0]) }, func(args []string) error { return m.planCheckJSON(args[0]) }),
		m.planNewCommand(),
	)
	return c
}

// planList prints the plans that come with the program.
func (m *Main) planList() error {
	return m.print(func(w *bufio.Writer) error {
		var t table
		for _, name := range data.Plans() {
			p, err := m.findPlan(name)
			if err != nil {
				return err
			}
			t.row(name, p.Title, p.Unit)
		}
		_, err := io.WriteString(w, t.String())
		return err
	})
}

// planShow says a plan in words.
func (m *Main) planShow(name string) error {
	p, err := m.findPlan(name)
	if err != nil {
		return err
	}
	return m.print(func(w *bufio.Writer) error {
		for _, line := range words.PlanLines(m.lang, p) {
			fmt.Fprintln(w, line)
		}
		return nil
	})
}

// planCheck prints every fault of a plan file, or that there is none.
func (m *Main) planCheck(path string) error {
	return m.print(func(w *bufio.Writer) error {
		p, err := m.findPlan(path)
		var faults fault.Faults
		switch {
		case errors.As(err, &faults):
			fmt.Fprintln(w, words.Faults(m.lang, faults))
			return fail(words.PlanFaults(m.lang), map[string]any{"path": path, "count": len(faults)})
		case err != nil:
			return err
		}
		fmt.Fprintln(w, words.Fill(words.PlanGood(m.lang), map[string]any{"path": path, "title": p.Title}))
		return nil
	})
}

// findPlan reads the plan that a name or a path stands for.
func (m *Main) findPlan(name string) (plan.Plan, error) {
	text, err := m.planText(name)
	if err != nil {
		return plan.Plan{}, err
	}
	return plan.Parse(name, text)
}

// session is the order that opens a session on the plan.
func (m *Main) session(name string, rehearsal bool) (meeting.OpenSession, error) {
	text, err := m.planText(name)
	if err != nil {
		return meeting.OpenSession{}, err
	}
	// Here the fault of a plan names its path; the record keeps no folder.
	if _, err := plan.Parse(name, text); err != nil {
		return meeting.OpenSession{}, err
	}
	return meeting.OpenSession{PlanName: filepath.Base(name), PlanText: string(text), Rehearsal: rehearsal}, nil
}

// planText is the plan that comes with the program under the name, or else the
// file at that path. What looks like a name is not taken for a file.
func (m *Main) planText(name string) ([]byte, error) {
	if slices.Contains(data.Plans(), name) {
		text, _ := data.Plan(name)
		return text, nil
	}
	if !strings.ContainsAny(name, `/\`) && !strings.HasSuffix(name, ".toml") {
		return nil, fail(words.NoPlan(m.lang), map[string]any{
			"name": name, "plans": strings.Join(data.Plans(), words.ListComma(m.lang)),
		})
	}
	return readAtMost(name, planLimit)
}

// planLimit is a little more than a plan may have, so that a larger file is
// refused as a plan and not read whole.
const planLimit = 1<<20 + 1

// readAtMost reads the beginning of a file.
func readAtMost(path string, limit int64) ([]byte, error) {
	f, err := durable.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return io.ReadAll(io.LimitReader(f, limit))
}
