package main

import (
	"bufio"

	"github.com/spf13/cobra"

	"shuping/internal/words"
)

// sessionEnding is how the name of a session ends.
const sessionEnding = ".shuping"

// shells are those whose completion cobra writes.
var shells = map[string]func(*cobra.Command, *bufio.Writer) error{
	"bash":       func(c *cobra.Command, w *bufio.Writer) error { return c.GenBashCompletionV2(w, false) },
	"zsh":        func(c *cobra.Command, w *bufio.Writer) error { return c.GenZshCompletionNoDesc(w) },
	"fish":       func(c *cobra.Command, w *bufio.Writer) error { return c.GenFishCompletion(w, false) },
	"powershell": func(c *cobra.Command, w *bufio.Writer) error { return c.GenPowerShellCompletion(w) },
}

func (m *Main) completionCommand() *cobra.Command {
	c := m.verb("completion bash|zsh|fish|powershell", m.takes(1), nil)
	c.RunE = func(c *cobra.Command, args []string) error {
		write, known := shells[args[0]]
		if !known {
			return m.misused(c, words.NoShell(m.lang), map[string]any{"shell": args[0]})
		}
		return m.print(func(w *bufio.Writer) error { return write(c.Root(), w) })
	}
	return c
}
