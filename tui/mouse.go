package tui

import (
	tea "charm.land/bubbletea/v2"

	"shuping/internal/words"
	"shuping/tui/desk"
	"shuping/tui/frame"
	"shuping/tui/key"
)

// click does what lies under the mouse, as the window was drawn last. It never
// records a mark, rules, decides, seals or discards: those want a key.
func (m Model) click(msg tea.MouseClickMsg) (Model, tea.Cmd) {
	if msg.Button != tea.MouseLeft || m.ending || m.tooSmall() || m.cover == projecting {
		return m, nil
	}
	for _, z := range m.frame.zones {
		if z.Row != msg.Y || msg.X < z.From || msg.X >= z.To {
			continue
		}
		switch z.Kind {
		case frame.OnItem:
			return m.point(z.N)
		case frame.OnKey:
			return m.clicked(z.N)
		case frame.OnTab:
			return m.bare().press(tabs[z.N].press())
		case frame.OnLast:
			return m.press(lasts[z.N].press())
		}
	}
	return m, nil
}

// bare is the seat without the menu, which a click beside it closes.
func (m Model) bare() Model {
	if m.cover == choosing {
		m.cover = uncovered
	}
	return m
}

// clicked does an action of the line of keys.
func (m Model) clicked(n int) (Model, tea.Cmd) {
	acts := m.line(m.context())
	if n >= len(acts) {
		return m, nil
	}
	if acts[n].ByHand {
		return m.say(m.context().Say(words.WantsKey, "key", acts[n].Cap()), frame.Look), nil
	}
	return m.carry(acts[n], 0)
}

// point moves the cursor to a row; on the row under the cursor it is Enter.
func (m Model) point(n int) (Model, tea.Cmd) {
	c := m.context()
	switch q := m.asks[m.place]; {
	case m.cover == choosing:
		if m.menu.At() != n {
			m.menu = m.menu.Point(n)
			return m, nil
		}
		return m.pick(m.menu.Chosen())
	case m.cover == leaving:
		return m.replied(m.leaving.Point(n, c), Model.left)
	case m.cover == picking:
		return m.pointFile(n, c)
	case m.cover != uncovered:
		return m, nil
	case q != nil:
		return m.replied(q.Point(n, c), Model.asked)
	}
	next, there := desk.PointAt(m.here(), n, c)
	m.screens[m.place] = next
	if !there {
		return m, nil
	}
	for _, a := range m.front(c) {
		if a.On("enter") && !a.ByHand {
			return m.carry(a, 0)
		}
	}
	return m, nil
}

// pointFile moves to a file; on the one under the cursor it opens it.
func (m Model) pointFile(n int, c desk.Context) (Model, tea.Cmd) {
	next, there := m.search.picker.Point(n)
	m.search.picker = next
	if !there {
		return m, nil
	}
	return m.carry(m.seeking(c)[0], 0)
}

// wheel moves as the arrows do, where they move.
func (m Model) wheel(msg tea.MouseWheelMsg) (Model, tea.Cmd) {
	const rows = 3
	p := key.Pressed("down")
	switch msg.Button {
	case tea.MouseWheelUp:
		p = "up"
	case tea.MouseWheelDown:
	default:
		return m, nil
	}
	if m.ending || m.tooSmall() || m.hides() {
		return m, nil
	}
	var cmds []tea.Cmd
	for range rows {
		if m.cover == choosing {
			m.menu, _, _ = m.menu.Act(p, m.context().Rows)
			continue
		}
		acts := m.front(m.context())
		i, _ := key.Find(p, acts)
		if i < 0 || acts[i].ByHand || acts[i].Why != "" {
			return m, nil
		}
		next, cmd := acts[i].Do(0)
		m, cmds = next, append(cmds, cmd)
	}
	return m, tea.Batch(cmds...)
}
