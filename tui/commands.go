package tui

import (
	"context"
	"time"

	tea "charm.land/bubbletea/v2"

	"shuping/internal/meeting"
	"shuping/internal/words"
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

// later is a message that is put off.
func (m Model) later(in time.Duration, msg tea.Msg) tea.Cmd {
	tick := m.seat.Tick
	if tick == nil {
		tick = tea.Tick
	}
	return tick(in, func(time.Time) tea.Msg { return msg })
}

// slowly asks for something outside the meeting that may take its time.
func (m Model) slowly(e desk.Errand, name words.Sentence, to string) (Model, tea.Cmd) {
	do := m.seat.Errand
	if do == nil {
		return m, nil
	}
	return m.await(name, func(ctx context.Context, far func(done, of int64)) tea.Msg {
		out, err := do(ctx, e, to, far)
		return errandMsg{e, out, err}
	})
}

// errand asks for something outside the meeting that is there at once.
func (m Model) errand(e desk.Errand) tea.Cmd { return m.errandTo(e, "") }

// errandTo is errand with a path.
func (m Model) errandTo(e desk.Errand, to string) tea.Cmd {
	do := m.seat.Errand
	if e == desk.NoErrand || do == nil {
		return nil
	}
	return func() tea.Msg {
		out, err := do(context.Background(), e, to, func(int64, int64) {})
		return errandMsg{e, out, err}
	}
}

// due asks for the frame that was put off.
func (m Model) due(in time.Duration) tea.Cmd {
	return m.later(in, frameMsg{})
}
