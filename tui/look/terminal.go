package look

import (
	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"
)

// Ask asks a terminal for what a look depends on: its background, and how wide
// it draws characters of ambiguous width. How many colours it has is told by
// itself.
func Ask() tea.Cmd { return tea.Batch(tea.RequestBackgroundColor, probe) }

// probeRow is where the width of ▀ is probed, and below it that of ▚: not the first
// row, because the answer from there cannot be told from a function key.
const probeRow = 2

// probe draws one ambiguous character in a corner and one that is not, asks where the
// cursor went, then wipes them out.
func probe() tea.Msg {
	return tea.RawMsg{Msg: "\x1b7\x1b[2;1H▀\x1b[6n\x1b[2;1H  \x1b[3;1H▚\x1b[6n\x1b[3;1H  \x1b8"}
}

// Learn is the look as an answer of the terminal changes it; told is false for
// any other message. The command, if there is one, draws the window anew where
// the probe left a hole.
func (l Look) Learn(msg tea.Msg) (next Look, redraw tea.Cmd, told bool) {
	switch msg := msg.(type) {
	case tea.BackgroundColorMsg:
		return l.as(msg.IsDark(), l.Depth), nil, true
	case tea.ColorProfileMsg:
		return l.as(l.Dark, min(l.most, depth(msg))), nil, true
	case tea.CursorPositionMsg:
		switch msg.Y { // where the cursor went after one character
		case probeRow - 1:
			l.halves, l.Plain = msg.X == 1, l.Plain || msg.X == 2
			l.Halves = l.halves && !l.Plain
		case probeRow:
			l.corners = msg.X == 1
			l.Corners = l.corners
		}
		return l, tea.ClearScreen, true
	}
	return l, nil, false
}

// as is another palette with the same glyphs.
func (l Look) as(dark bool, d Depth) Look {
	next := New(dark, d)
	next.Plain, next.most = l.Plain, l.most
	next.Halves, next.Corners, next.halves, next.corners = l.Halves, l.Corners, l.halves, l.corners
	return next
}

// Against is the look on a dark or a light ground, whatever the terminal answered.
func (l Look) Against(dark bool) Look { return l.as(dark, l.Depth) }

// Simpler is the look with plain lines and large characters of spaces alone, or with
// what the terminal can draw again.
func (l Look) Simpler() Look {
	l.Plain = !l.Plain
	l.Halves, l.Corners = l.halves && !l.Plain, l.corners && !l.Plain
	return l
}

func depth(msg tea.ColorProfileMsg) Depth {
	switch {
	case msg.Profile <= colorprofile.ASCII:
		return None
	case msg.Profile == colorprofile.ANSI:
		return Basic
	default:
		return Full
	}
}

// Ring sounds the terminal's bell.
func Ring() tea.Msg { return tea.RawMsg{Msg: "\a"} }
