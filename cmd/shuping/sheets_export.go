package main

import (
	"bufio"
	"fmt"

	"github.com/spf13/cobra"

	"shuping/internal/intake"
	"shuping/internal/words"
)

func (m *Main) sheetsExportCommand() *cobra.Command {
	c := m.verb("export FILE -o CSV|XLSX [--json]", m.takes(1), nil)
	asJSON := c.Flags().Bool("json", false, words.FlagJSON(m.lang))
	to := c.Flags().StringP("output", "o", "", words.FlagOutputTable(m.lang))
	c.RunE = func(c *cobra.Command, args []string) error {
		if err := m.needs(c, "output", *to); err != nil {
			return err
		}
		return m.sheetsExport(args[0], *to, *asJSON)
	}
	return c
}

// sheetsExport writes the sheets of a closed count into a new file and prints its
// path.
func (m *Main) sheetsExport(path, to string, asJSON bool) error {
	state, _, err := m.recall(path)
	if err != nil {
		return err
	}
	out, err := intake.CopySheets(state)
	if err != nil {
		return err
	}
	if err := m.writeRows(to, words.SheetsSheet(m.lang), out.Rows); err != nil {
		return err
	}
	if asJSON {
		return m.printJSON(sheetsExportDoc{"shuping/sheets-export/1", to, append([]string{}, out.ByPiles...), out.Hidden})
	}
	for _, stack := range out.ByPiles {
		m.note(words.Fill(words.SheetsByPiles(m.lang), map[string]any{"stack": stack}))
	}
	if out.Hidden {
		m.note(words.SheetsHidden(m.lang))
	}
	return m.print(func(w *bufio.Writer) error {
		fmt.Fprintln(w, to)
		return nil
	})
}
