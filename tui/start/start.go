// Package start is the screens before and after a meeting: what can be begun or taken
// up again, a file that is looked for, some fields to be filled in, something that
// takes its time, a text that is read. No meeting is open there, so that each is a
// root model of its own, a [Start], and one follows another as whoever runs them wants.
//
// # What they show
//
// [New] offers choices in groups, each under its title. Of a long group the first few
// are in sight and a row that unfolds it; a search looks through all of it. A digit
// takes the choice that it stands before, Enter and a second click the one under the
// cursor. [Find] walks through folders, [Ask] has fields, [Await] shows how far
// something is, [Tell] is read. [Start.Chosen], [Start.Path] and [Start.Answers] are
// what came of them. The package opens no file: whoever runs it does.
package start

import (
	tea "charm.land/bubbletea/v2"

	"shuping/internal/words"
	"shuping/tui/frame"
	"shuping/tui/glyph"
	"shuping/tui/key"
	"shuping/tui/look"
)

// A Setting is what every screen is given of the world.
type Setting struct {
	Lang   words.Language
	Dark   bool
	Depth  look.Depth // the most colours that may be used
	Fonts  *glyph.Fonts
	Notice string // what became of the choice before, "" for nothing
	Manual string // the page that F1 opens
}

// A Start is the root model.
type Start struct {
	setting       Setting
	look          look.Look
	body          body
	help          *reader
	menu          *frame.Menu
	listed        []rootAct // what the menu lists
	notice        frame.Notice
	width, height int
	ended, left   bool // it has ended, and nothing was chosen
}

// newStart is a screen with a body.
func newStart(s Setting, b body) Start {
	return Start{setting: s, look: look.New(s.Dark, s.Depth), body: b, notice: frame.Notice{Text: s.Notice, Tone: frame.Look}}
}

// Init asks what the terminal is like, and begins what the body does.
func (s Start) Init() tea.Cmd {
	if b, works := s.body.(worker); works {
		return tea.Batch(look.Ask(), b.begin())
	}
	return look.Ask()
}

// Update takes one message.
func (s Start) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	if l, redraw, told := s.look.Learn(msg); told {
		s.look = l
		return s, redraw
	}
	switch msg := msg.(type) {
	case tea.WindowSizeMsg:
		s.width, s.height = msg.Width, msg.Height
	case tea.KeyPressMsg:
		return s.press(msg)
	case tea.PasteMsg:
		return s.paste(msg.Content)
	case tea.MouseClickMsg:
		return s.click(msg)
	case tea.MouseWheelMsg:
		return s.wheel(msg), nil
	default:
		if b, works := s.body.(worker); works {
			next, r := b.take(s.scene(), msg)
			if r.notice.Text == "" {
				r.notice = s.notice // what was said stays
			}
			return s.replied(next, r)
		}
	}
	return s, nil
}

// replied takes the body as it became, and its reply.
func (s Start) replied(b body, r reply) (Start, tea.Cmd) {
	s.body, s.notice = b, r.notice
	if r.ends {
		s.ended = true
		return s, tea.Quit
	}
	return s, r.cmd
}

// front is the body, or the help that lies over it.
func (s Start) front() body {
	if s.help != nil {
		return *s.help
	}
	return s.body
}

// put is the screen with what is in front as it became.
func (s Start) put(b body) Start {
	if help, reads := b.(reader); reads && s.help != nil {
		s.help = &help
		return s
	}
	s.body = b
	return s
}

// press finds out what a key does: to the menu, to what is typed, to what is in front.
func (s Start) press(k tea.KeyPressMsg) (Start, tea.Cmd) {
	p := key.Press(k)
	switch {
	case s.ended: // the key is the next screen's
		return s, nil
	case s.tooSmall() && s.width > 0:
		if p == "ctrl+q" || p == "ctrl+c" {
			return s.leave(struct{}{}, 0)
		}
		return s, look.Ring
	case s.menu != nil:
		return s.find(k)
	}
	if t, types := s.front().(typist); types {
		if next, taken := t.press(s.scene(), k); taken {
			return s.put(next), nil
		}
	}
	acts := s.acts()
	at, digit := key.Find(p, acts)
	if at < 0 {
		s.notice = frame.Notice{Text: words.Fill(words.StartUnknownKey(s.setting.Lang), words.Values("key", p.Shown())), Tone: frame.Look}
		return s, look.Ring
	}
	return s.carry(acts[at], digit)
}

// carry does an action, or says why it cannot be done.
func (s Start) carry(a rootAct, digit int) (Start, tea.Cmd) {
	if a.Why != "" {
		s.notice = frame.Notice{Text: a.Why, Tone: frame.Look}
		return s, look.Ring
	}
	return a.Do(digit)
}

// find answers a key while the menu is open.
func (s Start) find(k tea.KeyPressMsg) (Start, tea.Cmd) {
	next, which, done := s.menu.Take(k, s.scene().rows)
	if s.menu = &next; done {
		return s.pick(which)
	}
	return s, nil
}

// pick closes the menu and does an entry of it, none for -1.
func (s Start) pick(which int) (Start, tea.Cmd) {
	s.menu = nil
	if which < 0 {
		return s, nil
	}
	return s.carry(s.listed[which], 0)
}

func (s Start) paste(text string) (Start, tea.Cmd) {
	if s.menu != nil {
		next := s.menu.Paste(text)
		s.menu = &next
		return s, nil
	}
	if t, types := s.front().(typist); types {
		if next, taken := t.paste(s.scene(), text); taken {
			return s.put(next), nil
		}
	}
	return s, look.Ring
}

// click does what lies under the mouse: it moves to a row, and on the row under the
// cursor it is Enter.
func (s Start) click(msg tea.MouseClickMsg) (Start, tea.Cmd) {
	if msg.Button != tea.MouseLeft || s.tooSmall() {
		return s, nil
	}
	_, zones := s.shell().Draw(s.look, s.width, s.height)
	for _, z := range zones {
		if z.Row != msg.Y || msg.X < z.From || msg.X >= z.To {
			continue
		}
		switch {
		case z.Kind == frame.OnKey:
			return s.carry(s.acts()[z.N], 0)
		case z.Kind == frame.OnLast:
			return s.press(tea.KeyPressMsg{Code: lasts[z.N]})
		case z.Kind != frame.OnItem:
			return s, nil
		case s.menu != nil && s.menu.At() == z.N:
			return s.pick(s.menu.Chosen())
		case s.menu != nil:
			next := s.menu.Point(z.N)
			s.menu = &next
			return s, nil
		}
		p, points := s.front().(pointed)
		if !points {
			return s, nil
		}
		next, there := p.point(z.N)
		if s = s.put(next); there {
			return s.press(tea.KeyPressMsg{Code: tea.KeyEnter})
		}
		return s, nil
	}
	return s, nil
}

// wheel moves as the arrows do.
func (s Start) wheel(msg tea.MouseWheelMsg) Start {
	step := tea.KeyPressMsg{Code: tea.KeyDown}
	if msg.Button == tea.MouseWheelUp {
		step.Code = tea.KeyUp
	}
	for range 3 {
		s, _ = s.press(step)
	}
	return s
}

func (s Start) tooSmall() bool { return s.width < frame.MinWidth || s.height < frame.MinHeight }

// View is the whole window.
func (s Start) View() tea.View {
	return frame.Window(s.look, s.setting.Lang, s.width, s.height, words.ProgramName(s.setting.Lang), s.shell)
}

// lasts are the keys of what stands at the right of the first row.
var lasts = []rune{tea.KeyF1, tea.KeyF10}

// shell is the frame around what is in front.
func (s Start) shell() frame.Shell {
	lang, c := s.setting.Lang, s.scene()
	sh := frame.Shell{
		Name: words.ProgramName(lang), Last: []frame.Tab{{Cap: "F1", Name: words.KeyHelp(lang)}, {Cap: "F10", Name: words.KeyMenu(lang)}},
		Work: s.front().draw(c), Notice: s.notice, Keys: key.Entries(s.acts()),
	}
	if s.menu != nil {
		sh.Work, sh.Keys = s.menu.Draw(sh.Work, s.look, lang, s.width, c.rows), nil
		sh.Next = frame.Step(lang, s.menu.Next(lang))
		return sh
	}
	sh.Next = frame.Step(lang, s.front().next(c))
	return sh
}

// Over reports whether the screen has ended: keys behind that are the next screen's.
func (s Start) Over() bool { return s.ended }
