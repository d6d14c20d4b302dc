package tui

import (
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"

	"shuping/internal/words"
	"shuping/tui/desk"
	"shuping/tui/frame"
	"shuping/tui/key"
	"shuping/tui/screen"
)

// A view is the last picture that was built. It is shared by all copies of a model:
// it holds nothing but what can be built again.
type view struct {
	shown tea.View
	zones []frame.Zone // what a mouse can hit in it
	at    time.Time    // when it was built
	stale bool         // something has happened since
	put   bool         // a tick is on its way
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
		m.frame.shown, m.frame.zones = m.build()
		m.frame.at, m.frame.stale = now, false
		return m, nil
	}
	m.frame.stale = true
	if m.frame.put {
		return m, nil
	}
	m.frame.put = true
	if ripe {
		return m, m.due(interval)
	}
	return m, m.due(interval - since)
}

// View is the frame as it was last built.
func (m Model) View() tea.View { return m.frame.shown }

func (m Model) build() (tea.View, []frame.Zone) {
	p, zones := m.picture()
	v := p.View(words.ProgramName(m.seat.Lang) + " " + m.sight.State.Plan.Title)
	if m.mouseless {
		v.MouseMode = tea.MouseModeNone
	}
	return v, zones
}

// tooSmall reports whether the desk has no room. The wall has, however small.
func (m Model) tooSmall() bool {
	return m.cover != projecting && (m.width < frame.MinWidth || m.height < frame.MinHeight)
}

func (m Model) picture() (desk.Picture, []frame.Zone) {
	c := m.context()
	switch {
	case m.width == 0:
		return desk.Picture{}, nil
	case m.tooSmall():
		return frame.TooSmall(m.look, m.seat.Lang, m.width, m.height), nil
	case m.cover == projecting:
		if m.sight.Fault != "" { // no number stays that is no longer true
			return m.hall.Paused(m.wallContext(c), m.notice.Text), nil
		}
		return m.hall.Whole(m.wallContext(c), m.notice), nil
	}
	return m.shell(c).Draw(m.look, m.width, m.height)
}

// where is what the title line says of the meeting.
func (m Model) where() string {
	where := m.sight.State.Plan.Title + "  " + m.sight.State.Plan.Unit
	if m.seat.Verdict != "" {
		return m.seat.Verdict + "  " + where
	}
	return where
}

// shell is the frame around the work.
func (m Model) shell(c desk.Context) frame.Shell {
	s := frame.Shell{
		Name: words.ProgramName(c.Lang), Last: []frame.Tab{{Cap: "F1", Name: words.KeyHelp(c.Lang)}, {Cap: "F10", Name: words.KeyMenu(c.Lang)}},
		Where: m.where(), Sees: strings.TrimSpace(m.sight.Mirror.Says + "  " + m.hall.Sees(c)),
		Work: m.drawn(c), Notice: m.notice, Meter: m.meter(c), Next: m.next(c), Keys: key.Entries(m.line(c)),
	}
	if more := s.Covers(m.look, m.width); more > 0 { // a long notice takes its rows from the work, and hides none of it
		c.Rows -= more
		s.Work = m.drawn(c)
	}
	if c.State.Rehearsal {
		s.Badge = words.Rehearsal(c.Lang)
	}
	for _, t := range tabs {
		s.Tabs = append(s.Tabs, frame.Tab{Cap: key.Cap(t.key), Name: t.name(c.Lang), Here: t.place == m.place && t.place != 0})
	}
	if m.railed() && frame.RailWidth(m.width) > 0 {
		s.Rail = screen.Rail(c, frame.RailWidth(m.width))
	}
	return s
}

// A tab is a place in the first row, and the key that opens it.
type tab struct {
	key   string
	name  words.Sentence
	place desk.Place // 0 for the wall
}

var tabs = []tab{
	{"f2", words.AgendaName, desk.AgendaPlace}, {"f3", words.KeyRecord, desk.CountPlace}, {"f4", words.KeyResult, desk.ResultPlace},
	{"f5", words.KeyGrade, desk.GradePlace}, {"f6", words.KeyLedger, desk.LedgerPlace}, {"f7", words.KeyArchive, desk.ArchivePlace},
	{"f8", words.KeyLog, desk.LogPlace}, {"f9", words.KeyProjector, 0},
}

// lasts are what stands at the right of the tabs.
var lasts = []tab{{key: "f1"}, {key: "f10"}}

// press is the key of a tab, as if it had been pressed.
func (t tab) press() tea.KeyPressMsg {
	n := rune(t.key[1] - '0')
	if len(t.key) == 3 {
		n = 10
	}
	return tea.KeyPressMsg{Code: tea.KeyF1 + n - 1}
}

// drawn is the work with what lies over it.
func (m Model) drawn(c desk.Context) desk.Picture {
	var p desk.Picture
	if !m.hides() {
		p = m.here().Draw(c)
		if q := m.asks[m.place]; q != nil {
			p = q.Over(p, c)
		}
	}
	switch m.cover {
	case helping:
		return m.read(c).Draw()
	case leaving:
		return m.leaving.Over(p, c)
	case picking:
		return m.search.picker.Draw(m.look, c.Lang, c.Width, c.Rows)
	case choosing:
		return m.menu.Draw(p, m.look, c.Lang, c.Width, c.Rows)
	}
	return p
}

// next is the next step, in one line.
func (m Model) next(c desk.Context) string {
	q := m.asks[m.place]
	switch {
	case m.cover == helping:
		return frame.Step(c.Lang, m.read(c).Next())
	case m.cover == leaving:
		return frame.Step(c.Lang, m.leaving.Next(c.Lang))
	case m.cover == choosing:
		return frame.Step(c.Lang, m.menu.Next(c.Lang))
	case m.cover == picking:
		return frame.Step(c.Lang, m.search.picker.Next(c.Lang))
	case q != nil && q.Asleep():
		return q.Next(c.Lang)
	case q != nil:
		return frame.Step(c.Lang, q.Next(c.Lang))
	case desk.Finds(m.here(), c):
		return frame.Step(c.Lang, words.NextFind(c.Lang))
	case m.seat.Verdict != "": // of an export nothing is to be done
		return words.VisitOnly(c.Lang)
	}
	if s, sleeps := m.here().(desk.Sleeper); sleeps && s.Asleep(c) { // it says what it is
		return words.TakeUpFirst(c.Lang)
	}
	if g, guides := m.here().(desk.Guide); guides {
		return frame.Step(c.Lang, g.Next(c))
	}
	return ""
}

// line is the actions that the line of keys shows: those in front, and at its end
// what leads to the rest.
func (m Model) line(c desk.Context) []act {
	if m.cover == choosing {
		return nil
	}
	return append(m.front(c), m.everywhere(c)...)
}
