package tui

import (
	tea "charm.land/bubbletea/v2"

	"shuping/tui/desk"
	"shuping/tui/frame"
	"shuping/tui/key"
)

// help opens the page of the place that is in front, with the keys that work there.
func (m Model) help(c desk.Context) Model {
	if m.cover == helping {
		return m.lifted()
	}
	m.manual = frame.NewManual(manualPages[m.place], key.Entries(append(m.front(c), m.everywhere(c)...)))
	return m.covered(helping)
}

// manualPages are the names of the manual's pages by the places that they are of.
var manualPages = map[desk.Place]string{
	desk.AgendaPlace: "agenda", desk.CountPlace: "count", desk.ResultPlace: "result", desk.GradePlace: "grade",
	desk.LedgerPlace: "ledger", desk.ArchivePlace: "archive", desk.LogPlace: "log",
	desk.SeatsPlace: "seats",
}

// read is the manual in the window.
func (m Model) read(c desk.Context) frame.Manual {
	return m.manual.In(c.Lang, c.Look, c.Width, c.Rows)
}

// reading is the actions of the help.
func (m Model) reading(c desk.Context) []act {
	var out []act
	for _, b := range m.read(c).Acts() {
		out = append(out, act{Entry: b.Entry, Do: func(n int) (Model, tea.Cmd) {
			next, over := b.Do(n)
			if m.manual = next; over {
				m = m.lifted()
			}
			return m, nil
		}})
	}
	return out
}
