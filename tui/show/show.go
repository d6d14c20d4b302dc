// Package show is the wall in a window of its own, for the projector as a second
// screen. It draws what [hall.Wall] draws of a session that a console has open
// elsewhere, and has no pen: the console says which picture is wanted, and the keys
// of a presenter's remote turn pages and blank the picture until it says otherwise.
package show

import (
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"

	"shuping/internal/meeting"
	"shuping/internal/words"
	"shuping/tui/desk"
	"shuping/tui/frame"
	"shuping/tui/hall"
	"shuping/tui/key"
	"shuping/tui/look"
)

// rest is how long the window waits between two looks.
const rest = 50 * time.Millisecond

// A Sight is what is known of the session now.
type Sight struct {
	State   meeting.State
	Seq     uint64 // the last record of the state
	Now     time.Time
	Blank   bool // as the console wants it
	Page    int
	Steered bool // a console is there
	// Stale is a picture that nobody vouches for any more, and Fault why, "" where
	// there is nothing more to say.
	Stale bool
	Fault string
}

// A Seat is what the window is given.
type Seat struct {
	Look  func() Sight // reads the session; it may take its time
	Lang  words.Language
	Fonts *desk.Fonts
	Dark  bool
	Depth look.Depth
	// Tick puts a message off; nil is the clock of the machine.
	Tick func(time.Duration, func(time.Time) tea.Msg) tea.Cmd
}

// A Window is the root of the wall's window.
type Window struct {
	seat          Seat
	look          look.Look
	width, height int
	sight         Sight
	wall          hall.Wall
	rows          []string // the picture
}

// New is the window of a session that was seen first.
func New(seat Seat, first Sight) Window {
	return Window{seat: seat, look: look.New(seat.Dark, seat.Depth), wall: hall.Wall{}.At(first.Blank, first.Page)}.see(first)
}

type sightMsg struct{ Sight }

// Init begins to look, and asks what the terminal is like.
func (w Window) Init() tea.Cmd { return tea.Batch(w.later(), look.Ask()) }

// later looks again after a rest.
func (w Window) later() tea.Cmd {
	tick := w.seat.Tick
	if tick == nil {
		tick = tea.Tick
	}
	look := w.seat.Look
	return tick(rest, func(time.Time) tea.Msg { return sightMsg{look()} })
}

// Update takes one message. It never waits. The picture is drawn anew where something
// in it can have changed: most looks find nothing new.
func (w Window) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	next, cmd := w.update(msg)
	if s, looked := msg.(sightMsg); !looked || !s.same(w.sight) {
		next.rows = next.draw()
	}
	return next, cmd
}

// same reports whether two sights look alike: a clock shows whole seconds.
func (s Sight) same(o Sight) bool {
	return s.Seq == o.Seq && s.Now.Unix() == o.Now.Unix() && s.Blank == o.Blank && s.Page == o.Page &&
		s.Steered == o.Steered && s.Stale == o.Stale && s.Fault == o.Fault
}

func (w Window) update(msg tea.Msg) (Window, tea.Cmd) {
	switch msg := msg.(type) {
	case tea.WindowSizeMsg:
		w.width, w.height = msg.Width, msg.Height
	case tea.BackgroundColorMsg, tea.ColorProfileMsg, tea.CursorPositionMsg:
		var redraw tea.Cmd
		w.look, redraw, _ = w.look.Learn(msg)
		return w, redraw
	case tea.KeyPressMsg:
		return w.press(key.Press(msg))
	case sightMsg:
		return w.see(msg.Sight), w.later()
	}
	return w, nil
}

// see takes a newer sight. Where the console wants another picture than before, what
// was done by key here is over.
func (w Window) see(s Sight) Window {
	if s.Blank != w.sight.Blank || s.Page != w.sight.Page {
		w.wall = w.wall.At(s.Blank, s.Page)
	}
	w.sight = s
	return w
}

type action = key.Action[Window, struct{}, tea.Cmd]

// actions are those of the window itself; the wall's come first.
var actions = []action{
	{Keys: []string{"ctrl+q", "ctrl+c"}, Do: func(w Window, _ struct{}, _ int) (Window, tea.Cmd) { return w, tea.Quit }},
	{Keys: []string{"f12"}, Do: func(w Window, _ struct{}, _ int) (Window, tea.Cmd) { w.look = w.look.Simpler(); return w, nil }},
}

// press does what a key is for; every other key does nothing.
func (w Window) press(p key.Pressed) (Window, tea.Cmd) {
	walls := w.wall.Acts(w.context())
	if i, digit := key.Find(p, walls); i >= 0 {
		next, _ := walls[i].Do(digit)
		w.wall = next.(hall.Wall)
		return w, nil
	}
	own := key.Bind(w, struct{}{}, w.seat.Lang, actions)
	if i, digit := key.Find(p, own); i >= 0 {
		return own[i].Do(digit)
	}
	return w, nil
}

func (w Window) context() desk.Context {
	s := w.sight.State
	return desk.Context{State: s, Ahead: s, Now: w.sight.Now, Lang: w.seat.Lang, Look: w.look, Fonts: w.seat.Fonts, Width: w.width, Rows: w.height}
}

// View is the wall, over the whole window.
func (w Window) View() tea.View {
	v := tea.NewView(strings.Join(w.rows, "\n"))
	v.AltScreen = true
	v.WindowTitle = words.ShowTitle(w.seat.Lang)
	return v
}

func (w Window) draw() []string {
	c := w.context()
	switch {
	case w.width == 0:
		return nil
	case w.sight.Stale:
		return w.wall.Paused(c, w.sight.Fault).Rows
	}
	notice := frame.Notice{}
	if !w.sight.Steered {
		notice.Text = words.ShowAlone(w.seat.Lang)
	}
	return w.wall.Whole(c, notice).Rows
}
