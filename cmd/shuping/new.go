package main

import (
	"bufio"
	"fmt"

	"github.com/spf13/cobra"

	"shuping/internal/meeting"
	"shuping/internal/room"
)

func (m *Main) newCommand() *cobra.Command {
	c := m.verb("new FILE --plan NAME|PATH", m.takes(1), nil)
	from := c.Flags().String("plan", "", m.command().FlagPlanMust)
	c.RunE = func(c *cobra.Command, args []string) error {
		if err := m.needs(c, "plan", *from); err != nil {
			return err
		}
		return m.makeNew(args[0], *from)
	}
	return c
}

// makeNew makes a session and prints its path.
func (m *Main) makeNew(path, from string) error {
	r, err := m.create(path, from, false)
	if err != nil {
		return err
	}
	if err := r.Close(); err != nil {
		return err
	}
	if warning := m.badPlace(path); warning != "" {
		m.note(warning)
	}
	return m.print(func(w *bufio.Writer) error {
		fmt.Fprintln(w, path)
		return nil
	})
}

// create begins a session on the plan that a name or a path stands for.
func (m *Main) create(path, from string, rehearsal bool) (*room.Room, error) {
	order, err := m.session(from, rehearsal)
	if err != nil {
		return nil, err
	}
	return room.Create(path, order, meeting.Person{Role: "command"}, m.Clock)
}
