package main

import (
	"bufio"
	"fmt"
	"runtime"

	"github.com/spf13/cobra"

	"shuping/internal/words"
)

// version is the program's own; what it writes names it.
const version = "0.1"

func (m *Main) versionCommand() *cobra.Command {
	return m.verb("version", m.takes(0), func([]string) error {
		return m.print(func(w *bufio.Writer) error {
			fmt.Fprintln(w, words.Fill(words.ProgramVersion(m.lang), map[string]any{
				"version": version, "go": runtime.Version(), "system": runtime.GOOS + "/" + runtime.GOARCH,
			}))
			return nil
		})
	})
}
