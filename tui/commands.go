package tui

import (
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"

	"shuping/internal/meeting"
	"shuping/tui/look"
	"shuping/tui/screen"
)

type (
	sightMsg struct {
		sight Sight
		open  bool
	}
	wroteMsg struct {
		stored  int
		sight   Sight
		refusal *meeting.Refusal
	}
	errandMsg struct {
		errand  screen.Errand
		outcome Outcome
		err     error
	}
	frameMsg struct{}
)

// lookAgain waits for the next sight.
func (m Model) lookAgain() tea.Cmd {
	look := m.seat.Look
	return func() tea.Msg {
		s, open := look()
		return sightMsg{s, open}
	}
}

// hand starts a write if none is under way and something waits.
func (m Model) hand() (Model, tea.Cmd) {
	next, write := m.outbox.hand()
	m.outbox = next
	if write == nil {
		return m, nil
	}
	submit := m.seat.Submit
	return m, func() tea.Msg { return write.deliver(submit) }
}

// errand asks for something outside the meeting.
func (m Model) errand(e screen.Errand) tea.Cmd {
	do := m.seat.Errand
	if e == screen.NoErrand || do == nil {
		return nil
	}
	return func() tea.Msg {
		out, err := do(e)
		return errandMsg{e, out, err}
	}
}

// due asks for the frame that was put off.
func due(in time.Duration) tea.Cmd {
	return tea.Tick(in, func(time.Time) tea.Msg { return frameMsg{} })
}

// probeRow is where the width is probed: not the first row, because the answer
// from there cannot be told from a function key.
const probeRow = 2

// probe draws one ambiguous character in a corner and asks where the cursor
// went, then wipes it out. The next frame is drawn over it.
func probe() tea.Msg {
	return tea.RawMsg{Msg: "\x1b7\x1b[2;1H▀\x1b[6n\x1b[2;1H  \x1b8"}
}

// relook is another palette with the same glyphs.
func relook(l look.Look, dark bool, d look.Depth) look.Look {
	next := look.New(dark, d)
	next.Plain = l.Plain
	return next
}

// depth is how many colours the terminal was found to have.
func depth(msg tea.ColorProfileMsg) look.Depth {
	switch {
	case msg.Profile <= colorprofile.ASCII:
		return look.None
	case msg.Profile == colorprofile.ANSI:
		return look.Basic
	default:
		return look.Full
	}
}

// torn reports whether the probe's answer shows a character two cells wide.
func torn(at tea.CursorPositionMsg) bool {
	return at.Y == probeRow-1 && at.X == 2
}
