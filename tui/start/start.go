// Package start is the screen that the program opens with: the meetings that can be
// taken up again, the plans that a new one can be held on, and what else there is.
// Start at [New]; a [Start] is a root model of its own, since no meeting is open yet,
// and [Start.Chosen] is what came of it.
//
// # What it shows
//
// The choices stand in groups, each under its title. Of a long group the first few
// are in sight and a row that unfolds it; a search looks through all of it. A digit
// takes the choice that it stands before, Enter and a second click the one under the
// cursor. The package opens no file: whoever runs it says what each choice is called.
package start

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"shuping/internal/words"
	"shuping/tui/frame"
	"shuping/tui/glyph"
	"shuping/tui/key"
	"shuping/tui/look"
)

// A Setting is all that the screen is given of the world.
type Setting struct {
	Lang   words.Language
	Dark   bool
	Depth  look.Depth // the most colours that may be used
	Font   *glyph.Font
	Notice string // what became of the choice before, "" for nothing
	Groups []Group
}

// A Group is choices of one kind under a title.
type Group struct {
	Title   string
	Next    words.Sentence // what Enter does with one of them, which it may {name}
	Choices []Choice
}

// A Choice is one line: what it is called, and at the right what else tells it from
// others.
type Choice struct{ Name, Aside string }

// A Start is the root model.
type Start struct {
	setting       Setting
	look          look.Look
	list          frame.List
	whole         bool // long groups are unfolded
	menu          *frame.Menu
	notice        frame.Notice
	width, height int
	chosen        int
	ended         bool // a choice was taken, or none will be
}

// New is the screen with the cursor on its first choice.
func New(s Setting) Start {
	return Start{
		setting: s, look: look.New(s.Dark, s.Depth), chosen: -1,
		notice: frame.Notice{Text: s.Notice, Tone: frame.Look},
	}
}

// Chosen is the choice that was taken, counted through all groups from 0; -1 where
// the screen was left.
func (s Start) Chosen() int { return s.chosen }

// Init asks what the terminal is like.
func (s Start) Init() tea.Cmd { return look.Ask() }

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
	}
	return s, nil
}

// press finds out what a key does: to the menu, to what is searched for, to the list.
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
	list, taken := s.list.Press(k, s.rows())
	if s.list = list; taken {
		return s, nil
	}
	acts := s.acts()
	at, digit := key.Find(p, acts)
	if at < 0 {
		s.notice = frame.Notice{Text: words.Fill(words.StartUnknownKey(s.setting.Lang), words.Values("key", p.Shown())), Tone: frame.Look}
		return s, look.Ring
	}
	return s.carry(acts[at], digit)
}

// carry does an action.
func (s Start) carry(a act, digit int) (Start, tea.Cmd) {
	s, cmd := a.Do(digit)
	return s, cmd
}

// find answers a key while the menu is open.
func (s Start) find(k tea.KeyPressMsg) (Start, tea.Cmd) {
	next, which, done := s.menu.Take(k, s.room())
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
	return s.carry(s.acts()[which], 0)
}

func (s Start) paste(text string) (Start, tea.Cmd) {
	switch {
	case s.menu != nil:
		next := s.menu.Paste(text)
		s.menu = &next
	case s.list.Finding():
		s.list = s.list.Paste(text, s.rows())
	default:
		return s, look.Ring
	}
	return s, nil
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
			return s.open(struct{}{}, 0)
		case z.Kind != frame.OnItem:
			return s, nil
		case s.menu != nil && s.menu.At() == z.N:
			return s.pick(s.menu.Chosen())
		case s.menu != nil:
			next := s.menu.Point(z.N)
			s.menu = &next
		case s.list.At == z.N:
			return s.take(struct{}{}, 0)
		default:
			s.list.At = z.N
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
	var p frame.Picture
	switch {
	case s.width == 0:
		return tea.NewView("")
	case s.tooSmall():
		p = frame.TooSmall(s.look, s.setting.Lang, s.width, s.height)
	default:
		p, _ = s.shell().Draw(s.look, s.width, s.height)
	}
	v := tea.NewView(strings.Join(p.Rows, "\n"))
	v.AltScreen, v.MouseMode = true, tea.MouseModeCellMotion
	v.WindowTitle = words.ProgramName(s.setting.Lang)
	if p.Caret != nil {
		v.Cursor = tea.NewCursor(p.Caret.Col, p.Caret.Row)
	}
	return v
}

// Over reports whether the screen has ended: keys behind the choice are the next
// screen's.
func (s Start) Over() bool { return s.ended }
