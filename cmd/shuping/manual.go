package main

import (
	"bufio"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"shuping/data"
	"shuping/internal/words"
)

func (m *Main) manualCommand() *cobra.Command {
	c := m.verb("manual [PAGE]", cobra.MaximumNArgs(1), nil)
	c.Args = func(c *cobra.Command, args []string) error {
		switch {
		case len(args) > 1:
			return m.misused(c, words.TooManyArguments(m.lang), map[string]any{"argument": args[1], "usage": c.UseLine()})
		case len(args) == 1 && !slices.Contains(data.ManualPages(), args[0]):
			return m.misused(c, words.NoManualPage(m.lang), map[string]any{"page": args[0], "pages": strings.Join(data.ManualPages(), " ")})
		}
		return nil
	}
	c.RunE = func(_ *cobra.Command, args []string) error {
		return m.print(func(w *bufio.Writer) error {
			if len(args) == 1 {
				fmt.Fprint(w, data.Manual(m.lang.Tag(), args[0]))
				return nil
			}
			return m.contents(w)
		})
	}
	return c
}

// contents lists the pages of the manual by their titles.
func (m *Main) contents(w *bufio.Writer) error {
	fmt.Fprintf(w, "%s\n\n", words.ManualPages(m.lang))
	var t table
	for _, page := range data.ManualPages() {
		title, _, _ := strings.Cut(data.Manual(m.lang.Tag(), page), "\n")
		t.row("  "+page, strings.TrimPrefix(title, "# "))
	}
	fmt.Fprint(w, t.String())
	return nil
}
