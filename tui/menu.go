package tui

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"shuping/internal/words"
	"shuping/tui/desk"
	"shuping/tui/frame"
	"shuping/tui/key"
	"shuping/tui/look"
)

// open lays the menu over whatever is in front: all that can be done there, and
// what works everywhere. From the wall it leads back first, because the hall would
// read it.
func (m Model) open(c desk.Context) Model {
	if m.cover == projecting {
		return m.lifted()
	}
	m = m.covered(uncovered)
	m.chosen = m.listed(c)
	m.menu = frame.NewMenu(key.Entries(m.chosen))
	m.cover = choosing
	return m.say("", frame.Plain)
}

// listed is the actions that the menu shows, each once.
func (m Model) listed(c desk.Context) []act {
	var out []act
	for _, a := range append(m.front(c), m.everywhere(c)...) {
		if a.Shown != key.Hidden && a.Shown != key.OffMenu && a.Name() != "" && !slices.ContainsFunc(out, func(b act) bool { return b.Name() == a.Name() }) {
			out = append(out, a)
		}
	}
	return out
}

// choose answers a key while the menu is open.
func (m Model) choose(k tea.KeyPressMsg, p key.Pressed) (Model, tea.Cmd) {
	if next, taken := m.menu.Press(k); taken {
		m.menu = next
		return m, nil
	}
	next, which, done := m.menu.Act(p, m.context().Rows)
	m.menu = next
	if which >= 0 {
		return m.pick(which)
	}
	if done {
		m = m.closed()
	}
	return m, nil
}

// pick does the entry of the menu, on the seat as it was when the menu opened but
// for what the disk has told since.
func (m Model) pick(which int) (Model, tea.Cmd) {
	name := m.chosen[which].Name()
	m = m.closed()
	c := m.context()
	for _, a := range append(m.front(c), m.everywhere(c)...) {
		if a.Name() == name {
			return m.carry(a, 0)
		}
	}
	return m.say(words.MenuGone(m.seat.Lang), frame.Look), look.Ring
}

// closed takes the menu away; a search for a file that lay below it goes on.
func (m Model) closed() Model {
	if m.beneath == picking {
		return m.lifted()
	}
	m.cover = uncovered
	return m
}
