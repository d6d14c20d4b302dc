package start

import (
	tea "charm.land/bubbletea/v2"

	"shuping/tui/frame"
	"shuping/tui/picker"
)

// A Browse says what a path leads to; "" is where people keep their files. A problem
// is a sentence.
type Browse func(path string) (picker.Listing, error)

// A search is a body in which a file, or a folder, is looked for.
type search struct {
	picker picker.Picker
	browse Browse
	asked  int // counts what was asked of the disk, so that a late answer is known
	path   string
}

// Find is a screen that asks for a file of some kinds, given by their endings.
func Find(s Setting, ask string, browse Browse, kinds ...string) Start {
	return newStart(s, search{picker: picker.New(ask, kinds...), browse: browse})
}

// FindFolder is a screen that asks for a folder, of which it shows what it holds.
func FindFolder(s Setting, ask string, browse Browse) Start {
	return newStart(s, search{picker: picker.NewFolder(ask), browse: browse})
}

// Path is the file or folder that was found, "" where the screen was left.
func (s Start) Path() string {
	if b, ok := s.body.(search); ok && !s.left {
		return b.path
	}
	return ""
}

// foundMsg is what the disk says of a path.
type foundMsg struct {
	asked   int
	listing picker.Listing
	err     error
}

// ask is the command that asks the disk what a path leads to.
func (b search) ask(path string) (search, tea.Cmd) {
	b.asked++
	return b, b.command(path)
}

func (b search) command(path string) tea.Cmd {
	browse, n := b.browse, b.asked
	return func() tea.Msg {
		l, err := browse(path)
		return foundMsg{n, l, err}
	}
}

func (b search) begin() tea.Cmd { return b.command("") }

// take takes what the disk says. Where the path leads nowhere, what was typed stays.
func (b search) take(c scene, msg tea.Msg) (body, reply) {
	m, found := msg.(foundMsg)
	if !found || m.asked != b.asked {
		return b, reply{}
	}
	switch l := m.listing; {
	case m.err != nil:
		return b, warns(m.err.Error())
	case l.File == "":
		b.picker = b.picker.In(l)
		return b, reply{}
	default:
		if why := b.picker.Refusal(c.lang, l.File); why != "" {
			return b, warns(why)
		}
		b.path = l.File
		return b, reply{ends: true}
	}
}

func (b search) acts(c scene) []act {
	var own []act
	for _, a := range b.picker.Acts(c.lang, c.rows) {
		own = append(own, act{Entry: a.Entry, Do: func(n int) (body, reply) {
			next := b
			var o picker.Outcome
			next.picker, o = a.Do(n)
			switch {
			case o.Closed || o.Taken != "":
				next.path = o.Taken
				return next, reply{ends: true}
			case o.Open != "":
				asked, cmd := next.ask(o.Open)
				return asked, reply{cmd: cmd}
			}
			return next, reply{}
		}})
	}
	return own
}

func (b search) next(c scene) string { return b.picker.Next(c.lang) }

func (b search) draw(c scene) frame.Picture { return b.picker.Draw(c.look, c.lang, c.width, c.rows) }

func (b search) press(_ scene, k tea.KeyPressMsg) (body, bool) {
	p, taken := b.picker.Press(k)
	b.picker = p
	return b, taken
}

func (b search) paste(_ scene, text string) (body, bool) {
	b.picker = b.picker.Paste(text)
	return b, true
}

func (b search) point(n int) (body, bool) {
	p, there := b.picker.Point(n)
	b.picker = p
	return b, there
}
