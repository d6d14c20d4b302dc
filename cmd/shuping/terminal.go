package main

import (
	"os"

	"github.com/charmbracelet/x/term"

	"shuping/internal/words"
)

// startScreen opens the start screen.
func (m *Main) startScreen() error {
	if err := m.needsTerminal(); err != nil {
		return err
	}
	return m.start()
}

// needsTerminal refuses to draw screens where nobody could see them or press a
// key.
func (m *Main) needsTerminal() error {
	if isTerminal(m.Stdin) && isTerminal(m.Stdout) {
		return nil
	}
	return failure{words.NeedsTerminal(m.lang)}
}

func isTerminal(stream any) bool {
	f, ok := stream.(*os.File)
	return ok && term.IsTerminal(f.Fd())
}
