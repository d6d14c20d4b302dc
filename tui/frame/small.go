package frame

import (
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
