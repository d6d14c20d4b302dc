package tui

import (
	tea "charm.land/bubbletea/v2"

	"shuping/tui/desk"
	"shuping/tui/frame"
	"shuping/tui/look"
	"shuping/tui/picker"
)

// A search for a file: what it is for, and where it has come.
type search struct {
	picker picker.Picker
	then   func(string, desk.Context) desk.Answer
	folder string // that was looked at last, "" before the first search
	asked  int    // counts what was asked of the disk, so that a late answer is known
}

// browsedMsg is what the disk says of a path.
type browsedMsg struct {
	asked   int
	listing picker.Listing
	err     error
}

// seek opens the picker over the place.
func (m Model) seek(p *desk.Pick) (Model, tea.Cmd) {
	if m.cover != picking {
		m = m.covered(picking)
	}
	m.search.picker, m.search.then = picker.New(p.Ask, p.Kinds...), p.Then
	if p.Place {
		m.search.picker = picker.NewFolder(p.Ask)
	}
	if m.seat.Browse == nil {
		return m, nil
	}
	return m.browse(m.search.folder)
}

// browse asks the disk what a path leads to.
func (m Model) browse(path string) (Model, tea.Cmd) {
	m.search.asked++
	read, n := m.seat.Browse, m.search.asked
	return m, func() tea.Msg {
		l, err := read(path)
		return browsedMsg{n, l, err}
	}
}

// browsed takes what the disk says. Where the path leads nowhere, what was typed stays.
func (m Model) browsed(msg browsedMsg) (Model, tea.Cmd) {
	if msg.asked != m.search.asked || m.cover != picking && m.beneath != picking {
		return m, nil
	}
	switch l := msg.listing; {
	case msg.err != nil:
		return m.say(msg.err.Error(), frame.Wrong), look.Ring
	case l.File == "":
		m.search.picker, m.search.folder = m.search.picker.In(l), l.Folder
		return m.say("", frame.Plain), nil
	default:
		return m.found(l.File)
	}
}

// found hands on the file that was looked for, if it is of a kind that can be taken.
func (m Model) found(path string) (Model, tea.Cmd) {
	if why := m.search.picker.Refusal(m.seat.Lang, path); why != "" {
		return m.say(why, frame.Look), look.Ring
	}
	return m.picked(path)
}

// picked hands on what was looked for.
func (m Model) picked(path string) (Model, tea.Cmd) {
	m = m.lifted()
	return m.answer(m.search.then(path, m.context()))
}

// seeking is the actions of the picker.
func (m Model) seeking(c desk.Context) []act {
	var out []act
	for _, a := range m.search.picker.Acts(c.Lang, c.Rows) {
		out = append(out, act{Entry: a.Entry, Do: func(n int) (Model, tea.Cmd) {
			next, o := a.Do(n)
			m := m
			switch m.search.picker = next; {
			case o.Closed:
				return m.lifted().say("", frame.Plain), nil
			case o.Taken != "":
				return m.picked(o.Taken)
			case o.Open != "" && m.seat.Browse == nil:
				return m.found(o.Open)
			case o.Open != "":
				return m.browse(o.Open)
			}
			return m, nil
		}})
	}
	return out
}
