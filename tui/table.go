package tui

import (
	tea "charm.land/bubbletea/v2"

	"shuping/internal/words"
	"shuping/tui/screen"
)

// tableMsg is what came of a table: where it was written, or what the one that was
// read would change.
type tableMsg struct {
	table  screen.Table
	path   string
	taking screen.Taking
	err    error
}

// table writes the ledger as a table, or reads one and holds it against the ledger
// as it will be when all that was keyed is stored.
func (m Model) table(t *screen.Table) tea.Cmd {
	write, read, ahead := m.seat.WriteLedger, m.seat.ReadLedger, m.outbox.ahead
	switch {
	case t != nil && t.In && read != nil:
		return func() tea.Msg {
			taking, err := read(t.Path, ahead)
			taking.Changes = screen.Changes(ahead)
			return tableMsg{table: *t, taking: taking, err: err}
		}
	case t != nil && !t.In && write != nil:
		return func() tea.Msg {
			path, err := write()
			return tableMsg{table: *t, path: path, err: err}
		}
	}
	return nil
}

func (m Model) tabled(msg tableMsg) Model {
	switch {
	case msg.err != nil:
		return m.say(msg.err.Error(), screen.Wrong)
	case !msg.table.In && m.hides():
		return m // where it lies is not for the hall
	case !msg.table.In:
		return m.say(m.context().Say(words.TableOut, "path", msg.path), screen.Plain)
	}
	l := m.screens[screen.LedgerPlace].(screen.Ledger)
	m.screens[screen.LedgerPlace] = l.Reviewed(msg.taking, m.context())
	switch {
	case m.hides(): // it is there when the view is lifted
		return m
	case m.place == screen.LedgerPlace:
		return m.say("", screen.Plain)
	}
	return m.say(words.TableRead(m.seat.Lang), screen.Plain)
}
