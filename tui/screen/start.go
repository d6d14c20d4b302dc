package screen

import (
	"fmt"

	tea "charm.land/bubbletea/v2"

	"shuping/internal/words"
	"shuping/tui/desk"
	"shuping/tui/frame"
	"shuping/tui/key"
	"shuping/tui/look"
)

// A StartList is what the program opens with: sessions to take up again, a new
// one, a rehearsal. It is a value like every screen, but there is no meeting
// yet.
type StartList struct {
	Lines []string // what each choice says, already in words; the last leaves
	list  frame.List
}

// A StartAct is an action of the list; what it does comes to the line that was
// taken, -1 while none is.
type StartAct = key.Bound[StartList, int]

var startActions = []key.Action[StartList, struct{}, int]{
	{Keys: []string{"enter"}, Name: words.KeyConfirm, Do: func(l StartList, _ struct{}, _ int) (StartList, int) { return l, l.list.At }},
	{Keys: []string{"1", "2", "3", "4", "5", "6", "7", "8", "9"}, Shown: key.Hidden, Do: func(l StartList, _ struct{}, n int) (StartList, int) {
		if n > len(l.Lines) {
			return l, -1
		}
		l.list.At = n - 1
		return l, l.list.At
	}},
	{Keys: []string{"ctrl+q", "ctrl+c"}, Name: words.KeyLeave, Do: StartList.leave},
	{Keys: []string{"esc"}, Shown: key.Hidden, When: func(l StartList, _ struct{}) key.Can { return key.If(!l.list.Finding()) }, Do: StartList.leave},
}

func (l StartList) leave(struct{}, int) (StartList, int) { return l, len(l.Lines) - 1 }

// Acts are the actions of the list in so many rows of a screen.
func (l StartList) Acts(lang words.Language, rows int) []StartAct {
	var out []StartAct
	for _, b := range key.Bind(l.list, l.rows(rows), lang, frame.Moves) {
		out = append(out, StartAct{Entry: b.Entry, Do: func(n int) (StartList, int) {
			l.list, _ = b.Do(n)
			return l, -1
		}})
	}
	own := key.Bind(l, struct{}{}, lang, startActions)
	if l.list.Finding() {
		return append(out, own...)
	}
	return append(own, out...)
}

func (l StartList) rows(rows int) frame.Rows {
	return frame.Rows{N: len(l.Lines), Page: max(1, rows/2), Text: func(i int) string { return l.Lines[i] }}
}

// Press offers a key to what is searched for.
func (l StartList) Press(k tea.KeyPressMsg, rows int) (StartList, bool) {
	var taken bool
	l.list, taken = l.list.Press(k, l.rows(rows))
	return l, taken
}

// Point moves the cursor to a line; there tells that it stood there already.
func (l StartList) Point(n int) (next StartList, there bool) {
	there = l.list.At == n
	l.list.At = n
	return l, there
}

// Draw is the list below the name of the program.
func (l StartList) Draw(lang words.Language, lk look.Look, font *desk.Font, width, rows int) frame.Picture {
	c := desk.Context{Lang: lang, Look: lk, Font: font, Width: width, Rows: rows}
	head := append([]string{""}, c.Large(words.ProgramName(lang), width, max(8, (rows-len(l.Lines))/2), lk.Accent)...)
	head = append(head, "")
	margin := max(2, (width-90)/2)
	return l.list.Draw(len(l.Lines), max(3, rows-len(head)), func(i int, here bool) string {
		digit := " "
		if i < 9 {
			digit = fmt.Sprint(i + 1)
		}
		line := lk.Left(digit+"  "+lk.Middle(l.Lines[i], width-2*margin-3), width-2*margin)
		if here {
			line = lk.Choice.Render(line)
		}
		return lk.Left("", margin) + line
	}).Under(head...)
}
