package start

import (
	tea "charm.land/bubbletea/v2"

	"shuping/internal/words"
	"shuping/tui/frame"
	"shuping/tui/glyph"
	"shuping/tui/key"
	"shuping/tui/look"
)

// A scene is what a body is drawn for.
type scene struct {
	look        look.Look
	lang        words.Language
	fonts       *glyph.Fonts
	width, rows int
}

func (s Start) scene() scene {
	_, rows := frame.Room(s.width, s.height, false)
	return scene{s.look, s.setting.Lang, s.setting.Fonts, s.width, rows}
}

// Measures, in cells.
const (
	margin = 4   // before a line: two, and the pointer
	widest = 100 // a line
)

// wide is how wide a line is.
func (c scene) wide() int { return min(widest, c.width-2*margin) }

// A body is what a screen asks, tells or waits for.
type body interface {
	acts(scene) []act
	draw(scene) frame.Picture
	next(scene) string // the next step
}

// What a body may do besides.
type (
	// A typist takes text; false where it has no use for it.
	typist interface {
		press(scene, tea.KeyPressMsg) (body, bool)
		paste(scene, string) (body, bool)
	}
	// A pointed body moves its cursor to row n; there tells that it stood there.
	pointed interface {
		point(n int) (next body, there bool)
	}
	// A worker has commands, and takes what they came to.
	worker interface {
		begin() tea.Cmd
		take(scene, tea.Msg) (body, reply)
	}
)

// A reply is what an action of a body comes to.
type reply struct {
	ends   bool // the screen has come to its end
	cmd    tea.Cmd
	notice frame.Notice
}

// warns is the reply that says why nothing was done.
func warns(text string) reply {
	return reply{cmd: look.Ring, notice: frame.Notice{Text: text, Tone: frame.Look}}
}

type (
	// An action is an entry of the table of a body, an act one as it stands now.
	action[B body] = key.Action[B, scene, reply]
	act            = key.Bound[body, reply]
)

// actsOf is the actions of a table for a body.
func actsOf[B body](b B, c scene, table []action[B]) []act {
	var out []act
	for _, a := range key.Bind(b, c, c.lang, table) {
		out = append(out, act{Entry: a.Entry, Do: func(n int) (body, reply) { return a.Do(n) }})
	}
	return out
}

// movesOf is the actions of the list of a body.
func movesOf(c scene, l frame.List, r frame.Rows, put func(frame.List) body) []act {
	var out []act
	for _, b := range key.Bind(l, r, c.lang, frame.Moves) {
		out = append(out, act{Entry: b.Entry, Do: func(n int) (body, reply) {
			next, _ := b.Do(n)
			return put(next), reply{}
		}})
	}
	return out
}

type rootAct = key.Bound[Start, tea.Cmd]

// rootActions are those of every screen. It is a function because the menu, which it
// opens, lists them.
func rootActions() []key.Action[Start, struct{}, tea.Cmd] {
	return []key.Action[Start, struct{}, tea.Cmd]{
		{Keys: []string{"ctrl+q", "ctrl+c"}, Name: words.KeyLeave, Do: Start.leave},
		{Keys: []string{"esc"}, Shown: key.Hidden, Do: Start.leave},
		{Keys: []string{"f12"}, Name: words.KeyPlainGlyphs, Shown: key.InMenu, Do: func(s Start, _ struct{}, _ int) (Start, tea.Cmd) { s.look = s.look.Simpler(); return s, nil }},
		{Keys: []string{"f1", "?"}, Name: words.KeyHelp, Shown: key.InMenu, Do: Start.toggleHelp},
		{Keys: []string{"f10", "ctrl+p"}, Name: words.KeyMenu, Shown: key.OffMenu, Do: Start.open},
	}
}

// acts is what can be done now, what is in front first.
func (s Start) acts() []rootAct {
	var out []rootAct
	for _, a := range s.front().acts(s.scene()) {
		out = append(out, rootAct{Entry: a.Entry, Do: func(n int) (Start, tea.Cmd) {
			next, r := a.Do(n)
			switch {
			case s.help == nil:
				return s.replied(next, r)
			case r.ends:
				s.help = nil
				return s, nil
			}
			return s.put(next), r.cmd
		}})
	}
	return append(out, key.Bind(s, struct{}{}, s.setting.Lang, rootActions())...)
}

func (s Start) leave(struct{}, int) (Start, tea.Cmd) {
	s.ended, s.left = true, true
	return s, tea.Quit
}

func (s Start) toggleHelp(struct{}, int) (Start, tea.Cmd) {
	if s.help != nil {
		s.help = nil
		return s, nil
	}
	s.help = &reader{text: s.setting.Manual}
	s.notice = frame.Notice{}
	return s, nil
}

// open lays the menu over what is in front: each action once, but for the menu itself.
func (s Start) open(struct{}, int) (Start, tea.Cmd) {
	s.listed = nil
	for _, a := range s.acts() {
		if !a.On("f10") {
			s.listed = append(s.listed, a)
		}
	}
	menu := frame.NewMenu(key.Entries(s.listed))
	s.menu, s.notice = &menu, frame.Notice{}
	return s, nil
}
