package frame

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"shuping/internal/words"
	"shuping/tui/look"
)

// TooSmall says that the window has too little room, and what to do.
func TooSmall(l look.Look, lang words.Language, width, height int) Picture {
	text := words.Fill(words.TooSmall(lang), words.Values("width", width, "height", height, "least_width", MinWidth, "least_height", MinHeight))
	lines := look.Wrap(text, max(2, width))
	rows := make([]string, max(1, height))
	copy(rows, lines)
	return Picture{Rows: steady(l, rows, width)}
}

// Window is the whole window of a root: its shell, or that there is too little room.
func Window(l look.Look, lang words.Language, width, height int, title string, shell func() Shell) tea.View {
	var p Picture
	switch {
	case width == 0:
		return tea.NewView("")
	case width < MinWidth || height < MinHeight:
		p = TooSmall(l, lang, width, height)
	default:
		p, _ = shell().Draw(l, width, height)
	}
	return p.View(title)
}

// View is the picture as a window of that title, in which the mouse clicks.
func (p Picture) View(title string) tea.View {
	v := tea.NewView(strings.Join(p.Rows, "\n"))
	v.AltScreen, v.MouseMode, v.WindowTitle = true, tea.MouseModeCellMotion, title
	if p.Caret != nil {
		v.Cursor = tea.NewCursor(p.Caret.Col, p.Caret.Row)
	}
	return v
}
