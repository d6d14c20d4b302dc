package start

import (
	"context"
	"fmt"
	"sync/atomic"
	"time"

	tea "charm.land/bubbletea/v2"

	"shuping/internal/words"
	"shuping/tui/frame"
)

// redrawn is how often a screen that waits is drawn.
const redrawn = 100 * time.Millisecond

// A waiting body shows how far something is that takes its time, and stops it. How far
// is told from another goroutine, so that part is shared and atomic.
type waiting struct {
	name words.Sentence
	run  func(ctx context.Context, far func(done, of int64))
	ctx  context.Context
	stop context.CancelFunc
	far  *struct{ done, of atomic.Int64 }
}

// Await is a screen that runs something and ends when that has ended. Whoever leaves
// stops it, and the screen waits until it has stopped.
func Await(s Setting, name words.Sentence, run func(ctx context.Context, far func(done, of int64))) Start {
	ctx, stop := context.WithCancel(context.Background())
	return newStart(s, waiting{name, run, ctx, stop, new(struct{ done, of atomic.Int64 })})
}

type (
	tickMsg struct{}
	doneMsg struct{}
)

func tick() tea.Cmd { return tea.Tick(redrawn, func(time.Time) tea.Msg { return tickMsg{} }) }

func (b waiting) begin() tea.Cmd {
	return tea.Batch(tick(), func() tea.Msg {
		b.run(b.ctx, func(done, of int64) {
			b.far.done.Store(done)
			b.far.of.Store(of)
		})
		b.stop()
		return doneMsg{}
	})
}

func (b waiting) take(_ scene, msg tea.Msg) (body, reply) {
	if _, over := msg.(doneMsg); over {
		return b, reply{ends: true}
	}
	return b, reply{cmd: tick()}
}

var waitingActions = []action[waiting]{
	{Keys: []string{"esc", "ctrl+q", "ctrl+c"}, Name: words.KeyStopWait, Do: func(b waiting, c scene, _ int) (waiting, reply) {
		b.stop()
		return b, reply{notice: frame.Notice{Text: words.WaitStopping(c.lang), Tone: frame.Look}}
	}},
}

func (b waiting) acts(c scene) []act { return actsOf(b, c, waitingActions) }

func (b waiting) next(c scene) string { return words.NextWait(c.lang) }

// draw is what is done, and how much of it.
func (b waiting) draw(c scene) frame.Picture {
	rows := []string{"", "  " + c.look.Strong.Render(c.look.Middle(b.name(c.lang), c.wide())), ""}
	if done, of := b.far.done.Load(), b.far.of.Load(); of > 0 {
		const cells = 40
		rows = append(rows, "  "+frame.Meter(c.look, done, of, cells)+fmt.Sprintf("  %d%%", min(100, done*100/of)))
	}
	return frame.Picture{Rows: rows}
}
