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
	switch {
	case !isTerminal(m.Stdin) || !isTerminal(m.Stdout):
		return failure{words.NeedsTerminal(m.lang)}
	case m.Getenv("TERM") == "dumb":
		return failure{words.DumbTerminal(m.lang)}
	}
	return nil
}

func isTerminal(stream any) bool {
	f, ok := stream.(*os.File)
	return ok && term.IsTerminal(f.Fd())
}
