package tui

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"shuping/internal/words"
	"shuping/tui/key"
	"shuping/tui/look"
	"shuping/tui/screen"
)

// A Start is the root of the start screen: it shows a list and ends with the
// choice that was made.
type Start struct {
	seat          Seat
	look          look.Look
	list          screen.StartList
	width, height int
	chosen        int
}

// NewStart is a start screen over lines, the last of which leaves. The seat
// gives words, font and colours.
func NewStart(seat Seat, lines []string) Start {
	return Start{seat: seat, look: look.New(seat.Dark, seat.Depth), list: screen.StartList{Lines: lines}, chosen: -1}
}

// Chosen is the line that was taken, -1 if the program was ended otherwise.
func (s Start) Chosen() int { return s.chosen }

// Over reports whether the choice is made: the next key is not for this list.
func (s Start) Over() bool { return s.chosen >= 0 }

// Init asks what the terminal is like.
func (s Start) Init() tea.Cmd { return look.Ask() }

// Update takes one message.
func (s Start) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	switch msg := msg.(type) {
	case tea.WindowSizeMsg:
		s.width, s.height = msg.Width, msg.Height
	case tea.BackgroundColorMsg, tea.ColorProfileMsg, tea.CursorPositionMsg:
		var redraw tea.Cmd
		s.look, redraw, _ = s.look.Learn(msg)
		return s, redraw
	case tea.KeyPressMsg:
		m, known := key.Of(msg, s.list.Scope(s.seat.Lang))
		if !known {
			return s, look.Ring
		}
		s.list, s.chosen = s.list.Do(m)
		if s.chosen >= 0 {
			return s, tea.Quit
		}
	}
	return s, nil
}

// View is the whole window.
func (s Start) View() tea.View {
	if s.width == 0 {
		return tea.NewView("")
	}
	rows := s.list.Draw(s.seat.Lang, s.look, s.seat.Font, s.seat.Opening, s.width, s.height)
	v := tea.NewView(strings.Join(rows, "\n"))
	v.AltScreen = true
	v.WindowTitle = words.ProgramName(s.seat.Lang)
	return v
}
