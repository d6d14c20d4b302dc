package main

import (
	"bufio"
	"crypto/sha256"
	"fmt"

	"github.com/spf13/cobra"

	"shuping/data"
	"shuping/internal/durable"
	"shuping/internal/words"
)

// checkPageCommand writes the page that checks an export in a browser, or tells its sum
// alone, so that a copy can be known for the right one.
func (m *Main) checkPageCommand() *cobra.Command {
	c := m.verb("check-page [-o HTML]", m.takes(0), nil)
	to := c.Flags().StringP("output", "o", "", words.FlagCheckPage(m.lang))
	c.RunE = func(*cobra.Command, []string) error {
		if *to != "" {
			if err := durable.WriteNew(*to, data.CheckPage()); err != nil {
				return err
			}
		}
		return m.print(func(w *bufio.Writer) error {
			if *to != "" {
				fmt.Fprintln(w, *to)
			}
			fmt.Fprintln(w, m.say(words.CheckPageSum, "sum", checkPageSum()))
			return nil
		})
	}
	return c
}

// checkPageSum is the SHA-256 of the page.
func checkPageSum() string { return fmt.Sprintf("%x", sha256.Sum256(data.CheckPage())) }
