package tui

import (
	tea "charm.land/bubbletea/v2"

	"shuping/internal/words"
	"shuping/tui/count"
	"shuping/tui/desk"
	"shuping/tui/frame"
	"shuping/tui/screen"
)

// tableMsg is what came of a table: where it was written, or what the one that was
// read would change.
type tableMsg struct {
	table  desk.Table
	path   string
	taking screen.Taking
	err    error
}

// table writes the ledger as a table, or reads one and holds it against the ledger
// as it will be when all that was keyed is stored.
func (m Model) table(t *desk.Table) tea.Cmd {
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
		return m.say(msg.err.Error(), frame.Wrong)
	case !msg.table.In && m.hides():
		return m // where it lies is not for the hall
	case !msg.table.In:
		return m.say(m.context().Say(words.TableOut, "path", msg.path), frame.Plain)
	}
	l := m.screens[desk.LedgerPlace].(screen.Ledger)
	m.screens[desk.LedgerPlace] = l.Reviewed(msg.taking)
	switch {
	case m.hides(): // it is there when the view is lifted
		return m
	case m.place == desk.LedgerPlace:
		return m.say("", frame.Plain)
	}
	return m.say(words.TableRead(m.seat.Lang), frame.Plain)
}

// namesMsg is what came of a table of names.
type namesMsg struct {
	names desk.Names
	err   error
}

// names reads a table of names.
func (m Model) names(path string) tea.Cmd {
	read, ahead := m.seat.ReadNames, m.outbox.ahead
	if path == "" || read == nil {
		return nil
	}
	return func() tea.Msg {
		names, err := read(path, ahead)
		return namesMsg{names, err}
	}
}

func (m Model) named(msg namesMsg) Model {
	if msg.err != nil {
		return m.say(msg.err.Error(), frame.Wrong)
	}
	m.screens[desk.CountPlace] = m.screens[desk.CountPlace].(count.Count).Listed(msg.names)
	switch {
	case m.hides(): // it is there when the view is lifted
		return m
	case m.place == desk.CountPlace:
		return m.say("", frame.Plain)
	}
	return m.say(words.NamesRead(m.seat.Lang), frame.Plain)
}
