package main

import (
	"bufio"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"shuping/data"
	"shuping/internal/durable"
	"shuping/internal/plan"
	"shuping/internal/words"
	"shuping/tui/planform"
)

func (m *Main) planNewCommand() *cobra.Command {
	c := m.verb("new [PATH]", nil, nil)
	c.Args = func(c *cobra.Command, args []string) error { return m.takes(min(len(args), 1))(c, args) }
	c.RunE = func(_ *cobra.Command, args []string) error {
		if len(args) == 0 {
			return m.planNew("")
		}
		return m.planNew(args[0])
	}
	return c
}

// planNew asks for a plan in the terminal, writes it and prints its path. It
// prints nothing if whoever was asked left without one.
func (m *Main) planNew(path string) error {
	if err := m.needsTerminal(); err != nil {
		return err
	}
	if path != "" {
		if problem := m.planTaken(path); problem != "" {
			return failure{problem}
		}
	}
	written, err := m.askPlan(path)
	if err != nil || written == "" {
		return err
	}
	return m.print(func(w *bufio.Writer) error {
		fmt.Fprintln(w, written)
		return nil
	})
}

// planForStart asks for a plan that the start screen will list.
func (m *Main) planForStart(dir string) error {
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return err
	}
	_, err := m.askPlan(freePlan(dir, m.Clock().Year()))
	return err
}

// askPlan runs the form; written is "" where it was left.
func (m *Main) askPlan(path string) (written string, err error) {
	setting, err := m.formSetting(path)
	if err != nil {
		return "", err
	}
	last, err := m.show(planform.New(setting))
	if f, ok := last.(planform.Form); ok {
		written, _ = f.Written()
	}
	return written, err
}

// formSetting is what the form is given of the world.
func (m *Main) formSetting(path string) (planform.Setting, error) {
	seat, err := m.seat()
	if err != nil {
		return planform.Setting{}, err
	}
	packs, err := m.packs()
	now := m.Clock()
	return planform.Setting{
		Lang: m.lang, Dark: seat.Dark, Depth: seat.Depth,
		Today: plan.Day{Year: now.Year(), Month: now.Month(), Day: now.Day()},
		Packs: packs, Path: path,
		Offer: func(p plan.Plan) string { return freePlan("", p.Year) },
		Taken: m.planTaken,
		Write: m.writePlan,
	}, err
}

// packs is what a plan may begin with: those that were made here, the newest
// first, since last year's is nearest, and those that come with the program.
func (m *Main) packs() ([]plan.Plan, error) {
	var out []plan.Plan
	for _, path := range ownPlans(sessionDir()) {
		if p, err := m.findPlan(path); err == nil {
			out = append(out, p)
		}
	}
	for _, name := range data.Plans() {
		p, err := m.findPlan(name)
		if err != nil {
			return nil, err
		}
		out = append(out, p)
	}
	return out, nil
}

// ownPlans lists the plan files that were made from the start screen, the
// newest first.
func ownPlans(dir string) []string {
	paths, _ := filepath.Glob(filepath.Join(dir, "*"+planEnding))
	return newestFirst(paths)
}

const planEnding = ".toml"

// freePlan is a path in dir that nothing has yet.
func freePlan(dir string, year int) string {
	path := filepath.Join(dir, fmt.Sprintf("plan-%d%s", year, planEnding))
	for n := 2; exists(path); n++ {
		path = filepath.Join(dir, fmt.Sprintf("plan-%d-%d%s", year, n, planEnding))
	}
	return path
}

// planTaken says why no plan can be written to path, "" if one can.
func (m *Main) planTaken(path string) string {
	dir := filepath.Dir(path)
	switch info, err := os.Stat(dir); {
	case !strings.HasSuffix(path, planEnding) || filepath.Base(path) == planEnding:
		return words.Fill(words.FormEnding(m.lang), map[string]any{"path": path})
	case err != nil:
		return m.sentence(&fs.PathError{Op: "create", Path: dir, Err: err})
	case !info.IsDir():
		return m.sentence(&fs.PathError{Op: "create", Path: dir, Err: fs.ErrNotExist})
	case exists(path):
		return m.sentence(&fs.PathError{Op: "create", Path: path, Err: fs.ErrExist})
	}
	return ""
}

// writePlan writes a file that was not there, whole or not at all, and says
// what went wrong, "" if nothing did.
func (m *Main) writePlan(path string, text []byte) string {
	if err := durable.WriteNew(path, text); err != nil {
		return m.sentence(err)
	}
	return ""
}
