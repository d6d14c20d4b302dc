package tui

import (
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"

	"shuping/internal/words"
	"shuping/tui/key"
	"shuping/tui/screen"
)

// A frame is the last picture that was built. It is shared by all copies of a
// model: it holds nothing but what can be built again.
type frame struct {
	view  tea.View
	at    time.Time // when it was built
	stale bool      // something has happened since
	put   bool      // a tick is on its way
}

// interval is the least time between two frames, one at 120 a second.
const interval = time.Second / 120

// rebuild builds the frame, or puts it off until its time has come. A key whose
// order is being written is not drawn at once: the answer is nearly always there
// within the interval, and drawing twice would cost the second drawing a whole
// interval more. If it is not there, the tick draws what waits.
func (m Model) rebuild(msg tea.Msg) (Model, tea.Cmd) {
	if _, ticked := msg.(frameMsg); ticked {
		m.frame.put = false
		if !m.frame.stale {
			return m, nil
		}
	}
	now := m.seat.Now()
	since := now.Sub(m.frame.at)
	ripe := since < 0 || since >= interval
	if _, pressed := msg.(tea.KeyPressMsg); ripe && !(pressed && m.outbox.under != nil) {
		m.frame.view, m.frame.at, m.frame.stale = m.build(), now, false
		return m, nil
	}
	m.frame.stale = true
	if m.frame.put {
		return m, nil
	}
	m.frame.put = true
	if ripe {
		return m, due(interval)
	}
	return m, due(interval - since)
}

// View is the frame as it was last built.
func (m Model) View() tea.View { return m.frame.view }

func (m Model) build() tea.View {
	p := m.picture()
	v := tea.NewView(strings.Join(p.Rows, "\n"))
	v.AltScreen = true
	v.WindowTitle = words.ProgramName(m.seat.Lang) + " " + m.sight.State.Plan.Title
	if p.Caret != nil {
		v.Cursor = tea.NewCursor(p.Caret.Col, p.Caret.Row)
	}
	return v
}

func (m Model) tooSmall() bool {
	return m.width < screen.MinWidth || m.height < screen.MinHeight
}

func (m Model) picture() screen.Picture {
	c := m.context()
	if m.width == 0 {
		return screen.Picture{}
	}
	if m.tooSmall() {
		return screen.TooSmall(c, m.width, m.height)
	}
	scope := append(append(key.Scope{}, m.scope(c)...), m.tail()...)
	notice := m.notice
	if notice.Text == "" {
		notice.Text = screen.Coach(c, m.place)
	}
	rail := m.place != screen.AgendaPlace
	switch m.cover {
	case helping:
		p := screen.Help(c, m.work(c), m.always())
		return screen.Frame(c, p, scope, notice, m.width, m.height, rail)
	case projecting:
		return m.hall.Whole(c, m.notice, m.width, m.height)
	case asking:
		var p screen.Picture
		if !m.hides() {
			p = m.here().Draw(c)
		}
		p = m.leaving.Over(p, c)
		return screen.Frame(c, p, scope, notice, m.width, m.height, rail)
	}
	return screen.Frame(c, m.here().Draw(c), scope, notice, m.width, m.height, rail)
}

// tail is what the line of keys ends on: the help, which lists the rest.
func (m Model) tail() key.Scope {
	if m.cover == asking || m.cover == helping {
		return nil
	}
	return key.Scope{key.On(key.Help, "F1", words.KeyHelp(m.seat.Lang), "f1")}
}
