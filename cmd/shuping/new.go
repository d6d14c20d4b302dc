package main

import (
	"bufio"
	"context"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"shuping/internal/room"
	"shuping/internal/words"
)

func (m *Main) newCommand() *cobra.Command {
	c := m.verb("new FILE --plan NAME|PATH [--after BAG [--words WORDS]]", m.takes(1), nil)
	from := c.Flags().String("plan", "", words.FlagPlanMust(m.lang))
	typed := c.Flags().String("words", "", words.FlagWords(m.lang))
	after := c.Flags().String("after", "", words.FlagDueAfter(m.lang))
	c.RunE = func(c *cobra.Command, args []string) error {
		if err := m.needs(c, "plan", *from); err != nil {
			return err
		}
		if c.Flags().Changed("words") && (*after == "" || strings.TrimSpace(*typed) == "") {
			return m.misused(c, words.WordsEmpty(m.lang), nil)
		}
		if *after != "" {
			ctx, stop := interruptible()
			defer stop()
			return m.makeAfter(ctx, args[0], *from, *after, *typed)
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
	return m.made(path, r)
}

// makeAfter makes a session, prints its path and how much was carried over into it.
func (m *Main) makeAfter(ctx context.Context, path, from, bag, typed string) error {
	if typed == "" && isTerminal(m.Stdin) && isTerminal(m.Stdout) {
		var err error
		if typed, err = m.answer(ctx, words.DueWordsAsk(m.lang)); err != nil {
			return err
		}
	}
	last, err := m.readLastYear(ctx, bag, typed)
	if err != nil {
		return err
	}
	order, err := m.session(from, false)
	if err != nil {
		return err
	}
	r, carried, err := m.createAfter(ctx, path, order, last)
	if err != nil {
		return err
	}
	if last.loud != "" {
		m.note(last.loud)
	}
	if carried.note != "" {
		m.note(carried.note)
	}
	return m.made(path, r, carried.sum)
}

// made closes a new session and prints its path, and what else is to be said.
func (m *Main) made(path string, r *room.Room, more ...string) error {
	if err := r.Close(); err != nil {
		return err
	}
	if warning := m.badPlace(path); warning != "" {
		m.note(warning)
	}
	return m.print(func(w *bufio.Writer) error {
		fmt.Fprintln(w, path)
		for _, line := range more {
			fmt.Fprintln(w, visible(line))
		}
		return nil
	})
}

// create begins a session on the plan that a name or a path stands for.
func (m *Main) create(path, from string, rehearsal bool) (*room.Room, error) {
	order, err := m.session(from, rehearsal)
	if err != nil {
		return nil, err
	}
	return m.begin(path, order)
}
