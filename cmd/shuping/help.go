package main

import (
	"bufio"
	"fmt"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"shuping/internal/words"
)

func (m *Main) helpCommand(root *cobra.Command) *cobra.Command {
	c := m.verb("help [COMMAND]", cobra.ArbitraryArgs, nil)
	c.RunE = func(c *cobra.Command, args []string) error {
		about, rest, err := root.Find(args)
		if err != nil || len(rest) > 0 {
			return m.known(root, args)
		}
		return about.Help()
	}
	return c
}

// help prints what c does, in the chosen language.
func (m *Main) help(c *cobra.Command, _ []string) {
	// A help that cannot be printed has nowhere to say so.
	_ = m.print(func(w *bufio.Writer) error {
		if !c.HasParent() {
			fmt.Fprintln(w, words.ProgramAbout(m.lang))
		} else {
			fmt.Fprintln(w, c.Short)
		}
		if c.Long != "" {
			fmt.Fprintln(w, c.Long)
		}
		fmt.Fprintf(w, "\n%s\n  %s\n", words.HelpUsage(m.lang), c.UseLine())
		if c.HasAvailableSubCommands() {
			fmt.Fprintf(w, "\n%s\n", words.HelpCommands(m.lang))
			fmt.Fprint(w, commands(c))
		}
		fmt.Fprintf(w, "\n%s\n", words.HelpFlags(m.lang))
		fmt.Fprint(w, flags(c))
		if !c.HasParent() {
			fmt.Fprintf(w, "\n%s\n%s\n", words.Statuses(m.lang), words.HelpMore(m.lang))
		}
		return nil
	})
}

// commands lists c, if it does something by itself, and what is below it.
func commands(c *cobra.Command) string {
	var t table
	if !c.HasParent() {
		t.row("  "+c.UseLine(), c.Short)
	}
	for _, below := range c.Commands() {
		t.row("  "+strings.TrimPrefix(below.UseLine(), c.CommandPath()+" "), below.Short)
	}
	return t.String()
}

func flags(c *cobra.Command) string {
	var t table
	list := func(f *pflag.Flag) {
		name := "    --" + f.Name
		if f.Shorthand != "" {
			name = "-" + f.Shorthand + ", --" + f.Name
		}
		t.row("  "+name, f.Usage)
	}
	c.LocalNonPersistentFlags().VisitAll(list)
	c.Root().PersistentFlags().VisitAll(list)
	return t.String()
}
