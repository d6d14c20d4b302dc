package frame

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"shuping/internal/words"
	"shuping/tui/field"
	"shuping/tui/key"
	"shuping/tui/look"
)

// A Menu lists all that can be done where one is, and finds it by some characters
// of its name or by the first letters of its pinyin. What cannot be done now stands
// there too, with the reason.
type Menu struct {
	entries []key.Entry
	find    field.Field
	list    List
}

// NewMenu is a menu over entries. The chosen one is told by its place among them.
func NewMenu(entries []key.Entry) Menu { return Menu{entries: entries, find: field.Line(40)} }

// shown is the places of the entries that what was typed lets through: those whose
// name begins with it first.
func (m Menu) shown() []int {
	typed := strings.ToLower(strings.TrimSpace(m.find.Value()))
	var first, rest []int
	for i, e := range m.entries {
		name := strings.ToLower(e.Name())
		switch {
		case name == "" || e.Shown == key.Hidden || e.Shown == key.OffMenu:
		case strings.HasPrefix(name, typed) || strings.HasPrefix(look.Initials(name), typed):
			first = append(first, i)
		case strings.Contains(name, typed) || strings.Contains(look.Initials(name), typed):
			rest = append(rest, i)
		}
	}
	return append(first, rest...)
}

// Chosen is the place of the entry under the cursor, -1 for none.
func (m Menu) Chosen() int {
	if shown := m.shown(); len(shown) > 0 {
		return shown[m.list.Within(len(shown)).At]
	}
	return -1
}

// Next is what is to be done in the menu.
func (m Menu) Next(l words.Language) string {
	if m.Chosen() < 0 {
		return words.NextPickNone(l)
	}
	return words.NextMenu(l)
}

// Press offers a key to the text that is typed. Home and End are the list's.
func (m Menu) Press(k tea.KeyPressMsg) (Menu, bool) {
	if p := key.Press(k); p == "home" || p == "end" {
		return m, false
	}
	f, taken := m.find.Press(k)
	if taken && f.Value() != m.find.Value() {
		m.list = List{}
	}
	m.find = f
	return m, taken
}

// Take answers a key: it is typed, or moves through the menu as in Act.
func (m Menu) Take(k tea.KeyPressMsg, rows int) (next Menu, which int, done bool) {
	if next, taken := m.Press(k); taken {
		return next, -1, false
	}
	return m.Act(key.Press(k), rows)
}

// Paste takes text to look for.
func (m Menu) Paste(text string) Menu {
	m.find, _ = m.find.Paste(text)
	m.list = List{}
	return m
}

// Point moves to the row of item n, as a mouse does.
func (m Menu) Point(n int) Menu { m.list.At = n; return m }

// At is the row under the cursor.
func (m Menu) At() int { return m.list.At }

// Act moves through the menu; which is the place of the entry that is to be done,
// -1 while none is, and done tells that the menu closes.
func (m Menu) Act(p key.Pressed, rows int) (next Menu, which int, done bool) {
	shown := m.shown()
	switch p {
	case "esc", "f10", "ctrl+p":
		return m, -1, true
	case "enter":
		return m, m.Chosen(), m.Chosen() >= 0
	}
	size := Rows{N: len(shown), Page: max(1, rows-4)}
	for _, b := range key.Bind(m.list, size, words.Chinese, Moves) {
		if slices.Contains(b.Keys(), string(p)) {
			m.list, _ = b.Do(0)
			return m, -1, false
		}
	}
	return m, -1, false
}

// Draw is the menu over a picture of so many rows.
func (m Menu) Draw(under Picture, l look.Look, lang words.Language, width, rows int) Picture {
	wide := min(width, 100)
	lead := "  " + l.Strong.Render(words.KeyMenu(lang)) + "  "
	f := m.find.WithWidth(20).WithHeight(1).WithStyles(field.Styles{Text: l.Field, Placeholder: l.Dim})
	col, _ := f.Caret()
	out := Picture{Rows: []string{l.Rule(width), lead + f.Draw()[0] + "  " + l.Dim.Render(words.MenuHow(lang))}}
	out.Caret = &Caret{look.Width(lead) + col, 1}
	shown := m.shown()
	list := m.list.Within(len(shown))
	room := max(3, min(rows-4, rows*2/3))
	from, to := list.Window(len(shown), room)
	for n := from; n < to; n++ {
		e := m.entries[shown[n]]
		initials := look.Initials(e.Name())
		name, right := e.Name(), e.Cap()
		if initials != "" && initials != strings.ToLower(name) {
			name += "  " + l.Dim.Render(initials)
		}
		mark := "  "
		if e.Why != "" {
			mark, right = "– ", e.Why
		}
		line := l.Ends("    "+mark+name, "  "+right+" ", wide)
		switch {
		case n == list.At:
			line = l.Choice.Render(l.Ends("  "+l.Here()+" "+mark[2:]+e.Name()+strings.Repeat(" ", 2), "  "+right+" ", wide))
		case e.Why != "":
			line = l.Dim.Render(line)
		}
		out.Spots = append(out.Spots, Spot{len(out.Rows), n})
		out.Rows = append(out.Rows, line)
	}
	if len(shown) == 0 {
		out.Rows = append(out.Rows, "    "+l.Dim.Render(words.MenuNone(lang)))
	}
	out.Rows = append(out.Rows, "")
	out.Position = list.Position(len(shown), room)
	return under.Over(out, rows)
}
