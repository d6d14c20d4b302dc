package frame

import (
	"fmt"
	"strings"

	tea "charm.land/bubbletea/v2"

	"shuping/internal/words"
	"shuping/tui/field"
	"shuping/tui/key"
)

// A List is where one is among rows that may be more than a window holds, and what
// is searched for in them. The zero List stands on the first row.
type List struct {
	At   int
	find *field.Field // open while something is searched for
}

// Rows is what a list moves in: how many rows there are, how many of them a page
// has, and what each says.
type Rows struct {
	N, Page int
	Text    func(i int) string // nil where nothing can be searched for
}

// Within is the list with its cursor on a row that there is.
func (l List) Within(n int) List {
	l.At = max(0, min(l.At, n-1))
	return l
}

// Window is the rows in sight of a list of n in so many rows of a screen, from
// inclusive, to exclusive; the row that is marked keeps two around it.
func (l List) Window(n, height int) (from, to int) {
	if n <= height {
		return 0, n
	}
	from = min(max(0, l.At-height/2), n-height)
	return from, from + height
}

// Draw is the rows in sight of a list of n in so many rows of a screen.
func (l List) Draw(n, height int, row func(i int, here bool) string) Picture {
	l = l.Within(n)
	from, to := l.Window(n, height)
	p := Picture{Position: l.Position(n, height)}
	for i := from; i < to; i++ {
		p.Spots = append(p.Spots, Spot{len(p.Rows), i})
		p.Rows = append(p.Rows, row(i, i == l.At))
	}
	return p
}

// Position is "13/45" where not all rows are in sight, and while something is
// searched for what it is.
func (l List) Position(n, height int) string {
	at := ""
	if n > height {
		at = fmt.Sprintf("%d/%d", l.At+1, n)
	}
	if l.Finding() {
		at = "/" + l.find.Value() + "  " + at
	}
	return strings.TrimSpace(at)
}

// Finding reports whether a text to search for is being typed.
func (l List) Finding() bool { return l.find != nil }

// Press offers a key to the text that is searched for, and goes to the first row
// from the cursor on that has it.
func (l List) Press(k tea.KeyPressMsg, r Rows) (List, bool) {
	if l.find == nil {
		return l, false
	}
	f, taken := l.find.Press(k)
	if taken {
		l.find = &f
		l = l.seek(r, 0)
	}
	return l, taken
}

// Paste takes text to search for.
func (l List) Paste(text string, r Rows) List {
	f, _ := l.find.Paste(text)
	l.find = &f
	return l.seek(r, 0)
}

// seek goes to the next row that has the text, from so many rows behind the cursor
// on, and round the end.
func (l List) seek(r Rows, from int) List {
	want := strings.ToLower(l.find.Value())
	for i := range r.N {
		if at := (l.At + from + i) % r.N; strings.Contains(strings.ToLower(r.Text(at)), want) {
			l.At = at
			return l
		}
	}
	return l
}

// Moves are the actions of every list.
var Moves = []key.Action[List, Rows, struct{}]{
	{Keys: []string{"enter"}, Name: words.KeyFindNext, When: finding, Do: moved(func(l List, r Rows) List { return l.seek(r, 1) })},
	{Keys: []string{"esc"}, Name: words.KeyFindEnd, When: finding, Do: moved(func(l List, _ Rows) List { l.find = nil; return l })},
	{Keys: []string{"up"}, Cap: "↑↓", Name: words.KeyChoose, When: several, Do: moved(func(l List, _ Rows) List { l.At--; return l })},
	{Keys: []string{"down"}, Shown: key.Hidden, When: several, Do: moved(func(l List, _ Rows) List { l.At++; return l })},
	{Keys: []string{"pgup"}, Cap: "PgUp PgDn", Name: words.KeyPage, Shown: key.InMenu, When: several, Do: moved(func(l List, r Rows) List { l.At -= r.Page; return l })},
	{Keys: []string{"pgdown"}, Shown: key.Hidden, When: several, Do: moved(func(l List, r Rows) List { l.At += r.Page; return l })},
	{Keys: []string{"home"}, Cap: "Home End", Name: words.KeyFirstLast, Shown: key.InMenu, When: several, Do: moved(func(l List, _ Rows) List { l.At = 0; return l })},
	{Keys: []string{"end"}, Shown: key.Hidden, When: several, Do: moved(func(l List, r Rows) List { l.At = r.N; return l })},
	{Keys: []string{"/"}, Name: words.KeyFind, When: searchable, Do: moved(func(l List, _ Rows) List {
		f := field.Line(40)
		l.find = &f
		return l
	})},
}

// moved is what moves a list and answers nothing.
func moved(move func(List, Rows) List) func(List, Rows, int) (List, struct{}) {
	return func(l List, r Rows, _ int) (List, struct{}) { return move(l, r).Within(r.N), struct{}{} }
}

func several(_ List, r Rows) key.Can    { return key.If(r.N > 1) }
func finding(l List, _ Rows) key.Can    { return key.If(l.Finding()) }
func searchable(l List, r Rows) key.Can { return key.If(r.N > 1 && r.Text != nil && !l.Finding()) }
