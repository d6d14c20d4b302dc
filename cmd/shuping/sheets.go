package main

import (
	"bufio"
	"fmt"

	"github.com/spf13/cobra"

	"shuping/internal/cells"
	"shuping/internal/words"
)

func (m *Main) sheetsCommand() *cobra.Command {
	c := m.verb("sheets", m.known, nil)
	c.RunE = func(c *cobra.Command, _ []string) error { return c.Help() }
	c.AddCommand(m.sheetsImportCommand(), m.sheetsExportCommand(), m.sheetsCoversCommand())
	return c
}

// listed prints what is wrong with a file of sheets, one fault a line, and says
// how much it is.
func (m *Main) listed(path string, faults []string) error {
	return m.print(func(w *bufio.Writer) error {
		for _, f := range faults {
			fmt.Fprintln(w, visible(f))
		}
		sentence := words.SheetsFaults(m.lang)
		if len(faults) >= cells.MaxFaults {
			sentence = words.SheetsMoreFaults(m.lang)
		}
		return fail(sentence, map[string]any{"path": path, "count": len(faults)})
	})
}
