package tui

import (
	"context"
	"slices"
	"sync/atomic"
	"time"

	tea "charm.land/bubbletea/v2"

	"shuping/internal/words"
	"shuping/tui/desk"
	"shuping/tui/frame"
	"shuping/tui/key"
)

// A wait is something outside the meeting that takes its time: it shows how far it is
// once it has lasted, and can be stopped. The seat's function tells how far from its
// own goroutine, so that part is shared and atomic.
type wait struct {
	name     words.Sentence
	since    time.Time
	stop     context.CancelFunc
	stopped  bool
	done, of atomic.Int64
}

// How long something lasts before it is shown and before it can be stopped, and how
// often it is drawn.
const (
	shownFrom = 300 * time.Millisecond
	stopFrom  = 3 * time.Second
	redrawn   = 100 * time.Millisecond
)

type (
	waitMsg  struct{ wait *wait } // it may be time to draw how far it is
	endedMsg struct {
		wait *wait
		came tea.Msg
	}
)

// tell takes how far it is, from any goroutine.
func (w *wait) tell(done, of int64) {
	w.done.Store(done)
	w.of.Store(of)
}

// await runs something that may take its time.
func (m Model) await(name words.Sentence, run func(context.Context, func(done, of int64)) tea.Msg) (Model, tea.Cmd) {
	ctx, stop := context.WithCancel(context.Background())
	w := &wait{name: name, since: m.seat.Now(), stop: stop}
	m.waits = append(slices.Clone(m.waits), w)
	return m, tea.Batch(m.later(shownFrom, waitMsg{w}), func() tea.Msg { return endedMsg{w, run(ctx, w.tell)} })
}

// waited draws how far a wait is, for as long as it lasts.
func (m Model) waited(w *wait) (Model, tea.Cmd) {
	if !slices.Contains(m.waits, w) {
		return m, nil
	}
	return m, m.later(redrawn, waitMsg{w})
}

// ended takes what came of a wait.
func (m Model) ended(msg endedMsg) (Model, tea.Cmd) {
	msg.wait.stop()
	m.waits = slices.DeleteFunc(slices.Clone(m.waits), func(w *wait) bool { return w == msg.wait })
	next, cmd := m.update(msg.came)
	if msg.wait.stopped && failed(msg.came) {
		next = next.say(words.WaitStopped(m.seat.Lang), frame.Look)
	}
	return next, cmd
}

func failed(came tea.Msg) bool {
	switch came := came.(type) {
	case errandMsg:
		return came.err != nil
	case attachedMsg:
		return came.err != nil
	}
	return false
}

// stopping is the action that stops what has lasted long.
func (m Model) stopping() []act {
	if len(m.waits) == 0 || m.waits[0].stopped || m.seat.Now().Sub(m.waits[0].since) < stopFrom {
		return nil
	}
	return key.Bind(m, desk.Context{}, m.seat.Lang, []seatAction{{Keys: []string{"esc"}, Name: words.KeyStopWait, Do: func(m Model, _ desk.Context, _ int) (Model, tea.Cmd) {
		m.waits[0].stopped = true
		m.waits[0].stop()
		return m.say(words.WaitStopping(m.seat.Lang), frame.Look), nil
	}}})
}

// meter says how far the oldest wait is, "" while none has lasted.
func (m Model) meter(c desk.Context) string {
	if len(m.waits) == 0 || m.seat.Now().Sub(m.waits[0].since) < shownFrom {
		return ""
	}
	const cells = 20
	w := m.waits[0]
	done, of := w.done.Load(), w.of.Load()
	if of <= 0 {
		return w.name(c.Lang) + "  " + desk.Elapsed(m.seat.Now().Sub(w.since))
	}
	return w.name(c.Lang) + c.Say(words.WaitShare, "percent", min(100, done*100/of)) + "  " + frame.Meter(m.look, done, of, cells)
}
