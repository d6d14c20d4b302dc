package tui

import (
	"time"

	tea "charm.land/bubbletea/v2"

	"shuping/internal/meeting"
	"shuping/tui/desk"
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
		errand  desk.Errand
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
func (m Model) errand(e desk.Errand) tea.Cmd {
	do := m.seat.Errand
	if e == desk.NoErrand || do == nil {
		return nil
	}
	return func() tea.Msg {
		out, err := do(e)
		return errandMsg{e, out, err}
	}
}

// due asks for the frame that was put off.
func (m Model) due(in time.Duration) tea.Cmd {
	tick := m.seat.Tick
	if tick == nil {
		tick = tea.Tick
	}
	return tick(in, func(time.Time) tea.Msg { return frameMsg{} })
}
