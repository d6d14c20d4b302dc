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
	c.AddCommand(m.sheetsImportCommand(), m.sheetsTemplateCommand(), m.sheetsExportCommand(), m.sheetsCoversCommand())
	return c
}

// listed prints what is wrong with a file of sheets, one fault a line, and says
// how much it is.
func (m *Main) listed(path string, faults []string) error {
	return m.print(func(w *bufio.Writer) error {
		for _, f := range faults {
			fmt.Fprintln(w, visible(f))
		}
		return m.faulty(path, len(faults))
	})
}

// faulty is a failure that says how much is wrong with a file of sheets.
func (m *Main) faulty(path string, count int) error {
	sentence := words.SheetsFaults(m.lang)
	if count >= cells.MaxFaults {
		sentence = words.SheetsMoreFaults(m.lang)
	}
	return fail(sentence, map[string]any{"path": path, "count": count})
}
