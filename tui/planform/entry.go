package planform

import (
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"

	"shuping/tui/field"
	"shuping/tui/key"
	"shuping/tui/look"
)

// An entry is a question with the answer as far as it is given.
type entry struct {
	Question
	field field.Field
}

func newEntry(q Question) entry {
	e := entry{Question: q}
	switch q.Kind {
	case Line:
		e.field = field.Line(q.Limit)
	case Number:
		e.field = field.Number(q.Limit)
	case List:
		e.field = field.Text(q.Limit)
	}
	e.field = e.field.WithValue(q.Value)
	return e
}

// typed reports whether the answer is typed and not chosen.
func (e entry) typed() bool { return e.Kind == Line || e.Kind == Number || e.Kind == List }

func (e entry) answer() Answer {
	if e.typed() {
		return Answer{Text: e.field.Value()}
	}
	return Answer{At: e.At}
}

// press offers a key to the field; false if it has no use for it. In a list
// the Enter that would add a second empty line at the end is left to the form.
func (e entry) press(k tea.KeyPressMsg) (entry, bool) {
	if !e.typed() || e.Kind == List && key.Press(k) == "enter" && e.finished() {
		return e, false
	}
	f, taken := e.field.Press(k)
	e.field = f
	return e, taken
}

// finished reports whether the caret stands on an empty last line, or in a list
// with nothing in it.
func (e entry) finished() bool {
	value := e.field.Value()
	probe, _ := e.field.Press(tea.KeyPressMsg{Code: 'x', Text: "x"})
	atEnd := probe.Value() == value+"x"
	return atEnd && (value == "" || strings.HasSuffix(value, "\n"))
}

// choose moves the choice by a step.
func (e entry) choose(by int) entry {
	e.At = min(max(0, e.At+by), len(e.Choices)-1)
	return e
}

// draw is the rows of the answer, as wide as its field, and the caret if the
// answer is typed and in focus.
func (e entry) draw(l look.Look, width int, focus bool) (rows []string, col, row int) {
	switch e.Kind {
	case Choice:
		return e.drawChoice(l, width, focus), -1, -1
	case Menu:
		return e.drawMenu(l, width), -1, -1
	}
	if !focus {
		return e.field.Draw(), -1, -1
	}
	col, row = e.field.Caret()
	return e.field.Draw(), col, row
}

// drawChoice is the choices side by side, the chosen one in brackets, so that
// it is told apart without any colour.
func (e entry) drawChoice(l look.Look, width int, focus bool) []string {
	rows, used := []string{""}, 0
	for i, text := range e.Choices {
		cell := " " + text + " "
		if i == e.At {
			cell = "[" + text + "]"
		}
		w := look.Width(cell)
		if used > 0 && used+1+w > width {
			rows, used = append(rows, ""), 0
		}
		if used > 0 {
			rows[len(rows)-1] += " "
			used++
		}
		if i == e.At && focus {
			cell = l.Choice.Render(cell)
		} else if i == e.At {
			cell = l.Strong.Render(cell)
		}
		rows[len(rows)-1] += cell
		used += w
	}
	return rows
}

// drawMenu is the choices one a line.
func (e entry) drawMenu(l look.Look, width int) []string {
	var rows []string
	for i, text := range e.Choices {
		mark := "  "
		if i == e.At {
			mark = l.Here() + " "
		}
		line := l.Left(mark+strconv.Itoa(i+1)+"  "+text, width)
		if i == e.At {
			line = l.Choice.Render(line)
		}
		rows = append(rows, line)
	}
	return rows
}
