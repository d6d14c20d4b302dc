package main

import (
	"errors"
	"os"
	"os/signal"
	"reflect"
	"strings"
	"sync/atomic"
	"syscall"

	tea "charm.land/bubbletea/v2"
)

// A stage is the terminal from the first screen of a command to its last. One
// Bubble Tea program runs on it all that time, so that between two screens the
// terminal stays in its mode: a key that is pressed meanwhile is not echoed, and
// the next screen gets it. The first signal ends the screen that is there and every
// one that would have followed.
type stage struct {
	program *tea.Program
	acts    *acts // its root; nobody else's until it has ended
	signals chan os.Signal
	called  atomic.Bool   // a signal has come
	over    chan struct{} // closed when the program has ended
	err     error         // what it ended with
}

// raise takes the terminal, to draw so many frames a second at most.
func raise(out any, frames int) *stage {
	s := &stage{acts: &acts{}, signals: make(chan os.Signal, 1), over: make(chan struct{})}
	options := []tea.ProgramOption{tea.WithFPS(frames), tea.WithoutSignalHandler()}
	if file, ok := out.(*os.File); ok {
		options = append(options, tea.WithOutput(plainKeys{file}))
	}
	s.program = tea.NewProgram(s.acts, options...)
	signal.Notify(s.signals, os.Interrupt, syscall.SIGTERM, syscall.SIGHUP)
	go func() {
		_, s.err = s.program.Run()
		close(s.over)
	}()
	go s.listen()
	return s
}

// listen waits for the first signal.
func (s *stage) listen() {
	select {
	case <-s.signals:
		s.called.Store(true)
		s.program.Send(calledMsg{})
	case <-s.over:
	}
}

// show gives the terminal to a screen until that leaves, and returns how it was
// then: the screen itself, if a signal came before it was begun.
func (s *stage) show(model tea.Model) (tea.Model, error) {
	last := make(chan tea.Model, 1)
	s.program.Send(enterMsg{model, last})
	select {
	case m := <-last:
		return m, nil
	case <-s.over:
	}
	select {
	case m := <-last: // it left before the program ended
		return m, nil
	default:
	}
	if s.acts.model != nil {
		model = s.acts.model
	}
	return model, s.failure()
}

// failure is why the program ended before it was told to: it could not have the
// terminal, or lost it.
func (s *stage) failure() error {
	if errors.Is(s.err, tea.ErrProgramKilled) && !errors.Is(s.err, tea.ErrProgramPanic) {
		return nil
	}
	return s.err
}

// strike gives the terminal back as it was.
func (s *stage) strike() {
	s.program.Send(strikeMsg{})
	<-s.over
	signal.Stop(s.signals)
}

// framesASecond is how many the console draws, wallFrames the wall's own window, which
// nobody types into.
const (
	framesASecond = 120
	wallFrames    = 20
)

type (
	// enterMsg brings a screen, and where to hand it when it leaves.
	enterMsg struct {
		model tea.Model
		last  chan<- tea.Model
	}
	// actMsg is what a command of the n-th screen came to.
	actMsg struct {
		n   int
		msg tea.Msg
	}
	calledMsg struct{} // a signal has come
	strikeMsg struct{} // no screen will come any more
)

// acts is the root of all roots: the screen that is there, what the terminal has
// said of itself, and the keys that were pressed while no screen was there.
type acts struct {
	n      int
	model  tea.Model // nil between two screens
	last   chan<- tea.Model
	view   tea.View // of the screen before
	known  [3]tea.Msg
	keys   []tea.Msg
	called bool
}

// mostKeys is how many keys are kept between two screens.
const mostKeys = 1 << 16

// Init asks nothing; each screen does for itself.
func (a *acts) Init() tea.Cmd { return nil }

// Update takes one message. It never waits.
func (a *acts) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	switch msg := msg.(type) {
	case enterMsg:
		return a, a.enter(msg)
	case actMsg:
		return a, a.act(msg)
	case calledMsg:
		a.called = true
		a.leave()
		return a, nil
	case strikeMsg:
		return a, tea.Quit
	case tea.WindowSizeMsg:
		a.known[0] = msg
	case tea.ColorProfileMsg:
		a.known[1] = msg
	case tea.BackgroundColorMsg:
		a.known[2] = msg
	case tea.KeyPressMsg, tea.PasteMsg:
		return a, a.key(msg)
	}
	return a, a.pass(msg)
}

// enter begins a screen: it is told what is known of the terminal, and then the
// keys that were pressed before it came.
func (a *acts) enter(msg enterMsg) tea.Cmd {
	if a.called {
		msg.last <- msg.model
		return nil
	}
	a.n++
	a.model, a.last = msg.model, msg.last
	cmds := []tea.Cmd{a.of(a.model.Init())}
	for _, known := range a.known {
		if known != nil {
			cmds = append(cmds, a.pass(known))
		}
	}
	keys := a.keys
	a.keys = nil
	for _, k := range keys {
		cmds = append(cmds, a.key(k))
	}
	return tea.Batch(cmds...)
}

// act takes what a command of the screen came to; of one that has left it is
// nothing to anybody.
func (a *acts) act(msg actMsg) tea.Cmd {
	if msg.n != a.n {
		return nil
	}
	switch msg.msg.(type) {
	case tea.QuitMsg, tea.InterruptMsg:
		a.leave()
		return nil
	}
	return a.pass(msg.msg)
}

// key gives a key to the screen, or keeps it for the next one.
func (a *acts) key(msg tea.Msg) tea.Cmd {
	if a.model == nil {
		if len(a.keys) < mostKeys {
			a.keys = append(a.keys, msg)
		}
		return nil
	}
	cmd := a.pass(msg)
	if s, ok := a.model.(interface{ Over() bool }); ok && s.Over() {
		a.leave()
	}
	return cmd
}

// leave hands the screen back.
func (a *acts) leave() {
	if a.model == nil {
		return
	}
	a.view = a.model.View()
	a.last <- a.model
	a.model = nil
}

// pass lets the screen take a message.
func (a *acts) pass(msg tea.Msg) tea.Cmd {
	if a.model == nil {
		return nil
	}
	var cmd tea.Cmd
	a.model, cmd = a.model.Update(msg)
	return a.of(cmd)
}

// of is a command of the screen that is there, whose message goes to that screen
// and no other. What it asks of Bubble Tea goes there as it is.
func (a *acts) of(cmd tea.Cmd) tea.Cmd {
	if cmd == nil {
		return nil
	}
	n := a.n
	var tag func(tea.Cmd) tea.Cmd
	tag = func(cmd tea.Cmd) tea.Cmd {
		if cmd == nil {
			return nil
		}
		return func() tea.Msg {
			switch msg := cmd().(type) {
			case nil:
				return nil
			case tea.BatchMsg:
				tagged := make(tea.BatchMsg, len(msg))
				for i, c := range msg {
					tagged[i] = tag(c)
				}
				return tagged
			case tea.QuitMsg, tea.InterruptMsg:
				return actMsg{n, msg}
			default:
				if strings.HasPrefix(reflect.TypeOf(msg).PkgPath(), bubbleTea) {
					return msg
				}
				return actMsg{n, msg}
			}
		}
	}
	return tag(cmd)
}

const bubbleTea = "charm.land/bubbletea/"

// View is that of the screen, or of the one before until the next has come.
func (a *acts) View() tea.View {
	if a.model == nil {
		return a.view
	}
	return a.model.View()
}
