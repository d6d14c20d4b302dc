package tui

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"shuping/internal/words"
	"shuping/tui/frame"
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
		return s.press(msg)
	case tea.MouseClickMsg:
		return s.click(msg)
	}
	return s, nil
}

func (s Start) press(k tea.KeyPressMsg) (tea.Model, tea.Cmd) {
	list, taken := s.list.Press(k, s.rows())
	if s.list = list; taken {
		return s, nil
	}
	acts := s.list.Acts(s.seat.Lang, s.rows())
	at, digit := key.Find(key.Press(k), acts)
	if at < 0 {
		return s, look.Ring
	}
	return s.do(acts[at], digit)
}

// do does an action; the choice that was made ends the program.
func (s Start) do(a screen.StartAct, digit int) (tea.Model, tea.Cmd) {
	if s.list, s.chosen = a.Do(digit); s.chosen >= 0 {
		return s, tea.Quit
	}
	return s, nil
}

// click moves to a line; on the line under the cursor it takes it.
func (s Start) click(msg tea.MouseClickMsg) (tea.Model, tea.Cmd) {
	_, zones := s.shell().Draw(s.look, s.width, s.height)
	acts := s.list.Acts(s.seat.Lang, s.rows())
	for _, z := range zones {
		if msg.Button != tea.MouseLeft || z.Row != msg.Y || msg.X < z.From || msg.X >= z.To {
			continue
		}
		switch z.Kind {
		case frame.OnKey:
			return s.do(acts[z.N], 0)
		case frame.OnItem:
			next, there := s.list.Point(z.N)
			if s.list = next; there {
				s.chosen = z.N
				return s, tea.Quit
			}
		}
		break
	}
	return s, nil
}

// rows is how many rows the list has.
func (s Start) rows() int {
	_, rows := frame.Room(s.width, s.height, false)
	return rows
}

func (s Start) shell() frame.Shell {
	return frame.Shell{
		Name: words.ProgramName(s.seat.Lang),
		Work: s.list.Draw(s.seat.Lang, s.look, s.seat.Font, s.width, s.rows()), Notice: frame.Notice{Text: s.seat.Opening, Tone: frame.Look},
		Keys: key.Entries(s.list.Acts(s.seat.Lang, s.rows())),
	}
}

// View is the whole window.
func (s Start) View() tea.View {
	var p frame.Picture
	switch {
	case s.width == 0:
		return tea.NewView("")
	case s.width < frame.MinWidth || s.height < frame.MinHeight:
		p = frame.TooSmall(s.look, s.seat.Lang, s.width, s.height)
	default:
		p, _ = s.shell().Draw(s.look, s.width, s.height)
	}
	v := tea.NewView(strings.Join(p.Rows, "\n"))
	v.AltScreen, v.MouseMode = true, tea.MouseModeCellMotion
	v.WindowTitle = words.ProgramName(s.seat.Lang)
	return v
}
