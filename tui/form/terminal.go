package form

import (
	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"

	"shuping/tui/look"
)

// probe draws one ambiguous character in a corner and asks where the cursor
// went, then wipes it out; a terminal that draws it two cells wide would tear
// the lines and misplace the cursor.
func probe() tea.Msg {
	return tea.RawMsg{Msg: "\x1b7\x1b[2;1H▀\x1b[6n\x1b[2;1H  \x1b8"}
}

// learn takes what the terminal says of itself; false if msg says nothing.
func learn(l look.Look, most look.Depth, msg tea.Msg) (look.Look, bool) {
	dark, depth := l.Dark, l.Depth
	switch msg := msg.(type) {
	case tea.BackgroundColorMsg:
		dark = msg.IsDark()
	case tea.ColorProfileMsg:
		depth = min(most, depthOf(msg))
	case tea.CursorPositionMsg:
		l.Plain = l.Plain || msg.Y == 1 && msg.X == 2
		return l, true
	default:
		return l, false
	}
	next := look.New(dark, depth)
	next.Plain = l.Plain
	return next, true
}

func depthOf(msg tea.ColorProfileMsg) look.Depth {
	switch {
	case msg.Profile <= colorprofile.ASCII:
		return look.None
	case msg.Profile == colorprofile.ANSI:
		return look.Basic
	default:
		return look.Full
	}
}

// ring sounds the terminal's bell.
func ring() tea.Msg { return tea.RawMsg{Msg: "\a"} }
