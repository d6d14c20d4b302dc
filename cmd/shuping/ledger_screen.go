package main

import (
	"path/filepath"

	"shuping/internal/cells"
	"shuping/internal/intake"
	"shuping/internal/meeting"
	"shuping/internal/words"
	"shuping/tui/screen"
)

// putLedger writes the ledger of a session where people look for it, under the first
// name that is free.
func (m *Main) putLedger(session string, s meeting.State) (string, error) {
	if len(s.Ledger) == 0 {
		return "", fail(words.LedgerNoLedger(m.lang), map[string]any{"path": filepath.Base(session)})
	}
	to := beside(session, "-"+words.LedgerSheet(m.lang), ".xlsx")
	return to, m.writeLedger(s, to)
}

// readLedger holds a table against the ledger of a meeting, for somebody to look at.
// Faults in the table are looked at as well; only what is no table is an error.
func (m *Main) readLedger(path string, s meeting.State) (screen.Taking, error) {
	src, err := readAtMost(path, cells.MaxBytes+1)
	if err != nil {
		return screen.Taking{}, m.inWords(err)
	}
	name := filepath.Base(path)
	review, err := m.heldAgainst(s, src)
	if err != nil {
		said, sum := m.ledgerFaults(name, err)
		if len(said) == 0 {
			return screen.Taking{}, m.inWords(err)
		}
		for i, line := range said {
			said[i] = visible(line)
		}
		return screen.Taking{Lines: said, Sum: m.sentence(sum)}, nil
	}
	taking := screen.Taking{Lines: m.reviewLines(review), Sum: m.reviewSum(words.LedgerBrings(m.lang), name, review), Orders: review.Orders()}
	taking.Done = m.reviewSum(words.LedgerTakenIn(m.lang), name, review)
	if len(taking.Orders) == 0 {
		taking.Sum = m.reviewSum(words.LedgerUnchanged(m.lang), name, review)
	}
	return taking, nil
}

// heldAgainst is what a table would change in the ledger of a meeting.
func (m *Main) heldAgainst(s meeting.State, src []byte) (intake.Review, error) {
	book, err := cells.Read(src)
	if err != nil {
		return intake.Review{}, err
	}
	return intake.ReadProblems(s, book, intake.Options{Day: m.today()})
}
