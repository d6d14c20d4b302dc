package screen

import (
	"fmt"

	"shuping/internal/words"
	"shuping/tui/glyph"
	"shuping/tui/key"
	"shuping/tui/look"
)

// A StartList is what the program opens with: sessions to take up again, a new
// one, a rehearsal. It is a value like every screen, but there is no meeting
// yet.
type StartList struct {
	Lines []string // what each choice says, already in words
	At    int
}

// Scope is the keys of the list.
func (l StartList) Scope(lang words.Language) key.Scope {
	s := key.Scope{
		key.On(key.Confirm, "Enter", words.KeyConfirm(lang), "enter"),
		key.On(key.Up, "↑↓", words.KeyChoose(lang), "up"), key.On(key.Down, "", "", "down"),
		key.On(key.Leave, "Ctrl+Q", words.KeyLeave(lang), "ctrl+q"),
		key.On(key.Leave, "", "", "ctrl+c"), key.On(key.Leave, "", "", "esc"),
	}
	return append(s, key.Digits(1, min(9, len(l.Lines)), "", "")...)
}

// Do moves the cursor; chosen is the line that was taken, -1 while none is.
func (l StartList) Do(m key.Meaning) (next StartList, chosen int) {
	switch m.What {
	case key.Up:
		l.At = max(0, l.At-1)
	case key.Down:
		l.At = min(len(l.Lines)-1, l.At+1)
	case key.Confirm:
		return l, l.At
	case key.Digit:
		if m.N >= 1 && m.N <= len(l.Lines) {
			l.At = m.N - 1
			return l, l.At
		}
	case key.Leave:
		return l, len(l.Lines) - 1
	}
	return l, -1
}

// Draw is the whole window.
func (l StartList) Draw(lang words.Language, lk look.Look, font *glyph.Font, notice string, width, height int) []string {
	c := Context{Lang: lang, Look: lk, Font: font, Width: width, Rows: height}
	if width < MinWidth || height < MinHeight {
		return TooSmall(c, width, height).Rows
	}
	rows := append([]string{""}, c.large(words.ProgramName(lang), width, max(8, (height-len(l.Lines))/2), lk.Accent)...)
	rows = append(rows, "")
	margin := max(2, (width-90)/2)
	var list []string
	for i, text := range l.Lines {
		digit := " "
		if i < 9 {
			digit = fmt.Sprint(i + 1)
		}
		line := lk.Left(digit+"  "+text, width-2*margin)
		if i == l.At {
			line = lk.Choice.Render(line)
		}
		list = append(list, c.Look.Left("", margin)+line)
	}
	rows = append(rows, window(list, height-len(rows)-4, l.At)...)
	for len(rows) < height-3 {
		rows = append(rows, "")
	}
	rows = append(rows, lk.Rule(width), c.keys(l.Scope(lang), width), c.notice(Notice{notice, Look}, width))
	for i, r := range rows {
		rows[i] = lk.Left(r, width)
	}
	return c.steady(rows)
}
