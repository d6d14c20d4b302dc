package frame

import (
	"fmt"
	"strings"

	"charm.land/bubbles/v2/viewport"
	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"shuping/internal/words"
	"shuping/tui/field"
	"shuping/tui/key"
	"shuping/tui/look"
)

// A Page is a text that is read and may be longer than the window: a manual page,
// reasons, a log. It is a viewport on lines that were wrapped already. The zero Page
// stands at its beginning.
type Page struct {
	top  int
	find *field.Field // open while something is searched for
	hit  int          // which of the lines that have it is in sight
}

// Sheet is what a page shows: its lines, and the room for them.
type Sheet struct {
	Lines         []string
	Width, Height int
}

// view is the viewport of the page over the lines.
func (p Page) view(s Sheet) viewport.Model {
	v := viewport.New(viewport.WithWidth(s.Width), viewport.WithHeight(s.Height))
	v.SetContentLines(s.Lines)
	v.SetYOffset(p.top)
	return v
}

// Draw is the lines in sight.
func (p Page) Draw(s Sheet, l look.Look) Picture {
	if len(s.Lines) == 0 || s.Height < 1 {
		return Picture{}
	}
	v := p.view(s)
	rows := strings.Split(v.View(), "\n")
	if at, _ := p.found(s); at >= v.YOffset() && at < v.YOffset()+len(rows) {
		rows[at-v.YOffset()] = l.Choice.Render(ansi.Strip(rows[at-v.YOffset()]))
	}
	return Picture{Rows: rows, Position: p.position(s, v)}
}

func (p Page) position(s Sheet, v viewport.Model) string {
	at := ""
	if len(s.Lines) > s.Height {
		at = fmt.Sprintf("%d/%d", min(v.YOffset()+s.Height, len(s.Lines)), len(s.Lines))
	}
	if p.find != nil {
		_, n := p.found(s)
		at = fmt.Sprintf("/%s  %d/%d", p.find.Value(), min(p.hit%max(1, n)+1, n), n)
	}
	return at
}

// Finding reports whether a text to search for is being typed.
func (p Page) Finding() bool { return p.find != nil }

// Next is what is to be done with a page that lies over something else.
func (p Page) Next(l words.Language) string {
	if p.Finding() {
		return words.NextFind(l)
	}
	return words.NextRead(l)
}

// found is the line that is searched for, -1 for none, and how many lines have it.
func (p Page) found(s Sheet) (line, n int) {
	if p.find == nil || p.find.Value() == "" {
		return -1, 0
	}
	want := strings.ToLower(p.find.Value())
	var at []int
	for i, text := range s.Lines {
		if strings.Contains(strings.ToLower(ansi.Strip(text)), want) {
			at = append(at, i)
		}
	}
	if len(at) == 0 {
		return -1, 0
	}
	return at[p.hit%len(at)], len(at)
}

// Press offers a key to the text that is searched for.
func (p Page) Press(k tea.KeyPressMsg, s Sheet) (Page, bool) {
	if p.find == nil {
		return p, false
	}
	f, taken := p.find.Press(k)
	if taken {
		p.find, p.hit = &f, 0
		p = p.show(s)
	}
	return p, taken
}

// Paste takes text to search for.
func (p Page) Paste(text string, s Sheet) Page {
	f, _ := p.find.Paste(text)
	p.find, p.hit = &f, 0
	return p.show(s)
}

// show brings the line that was found into sight.
func (p Page) show(s Sheet) Page {
	if at, _ := p.found(s); at >= 0 {
		v := p.view(s)
		v.EnsureVisible(at, 0, 0)
		p.top = v.YOffset()
	}
	return p
}

// Turns are the actions of every page.
var Turns = []key.Action[Page, Sheet, struct{}]{
	{Keys: []string{"enter"}, Name: words.KeyFindNext, When: seeking, Do: turned(func(p Page, s Sheet, _ *viewport.Model) Page { p.hit++; return p.show(s) })},
	{Keys: []string{"esc"}, Name: words.KeyFindEnd, When: seeking, Do: turned(func(p Page, _ Sheet, _ *viewport.Model) Page { p.find = nil; return p })},
	{Keys: []string{"up"}, Cap: "↑↓", Name: words.KeyScroll, When: longer, Do: scrolled(func(v *viewport.Model) { v.ScrollUp(1) })},
	{Keys: []string{"down"}, Shown: key.Hidden, When: longer, Do: scrolled(func(v *viewport.Model) { v.ScrollDown(1) })},
	{Keys: []string{"pgdown"}, Cap: "PgUp PgDn", Name: words.KeyPage, When: longer, Do: scrolled((*viewport.Model).PageDown)},
	{Keys: []string{"pgup"}, Shown: key.Hidden, When: longer, Do: scrolled((*viewport.Model).PageUp)},
	{Keys: []string{"home"}, Cap: "Home End", Name: words.KeyFirstLast, Shown: key.InMenu, When: longer, Do: scrolled(func(v *viewport.Model) { v.GotoTop() })},
	{Keys: []string{"end"}, Shown: key.Hidden, When: longer, Do: scrolled(func(v *viewport.Model) { v.GotoBottom() })},
	{Keys: []string{"/"}, Name: words.KeyFind, When: readable, Do: turned(func(p Page, _ Sheet, _ *viewport.Model) Page {
		f := field.Line(40)
		p.find, p.hit = &f, 0
		return p
	})},
}

// turned is what changes a page and answers nothing, scrolled what moves its
// viewport.
func turned(turn func(Page, Sheet, *viewport.Model) Page) func(Page, Sheet, int) (Page, struct{}) {
	return func(p Page, s Sheet, _ int) (Page, struct{}) {
		v := p.view(s)
		return turn(p, s, &v), struct{}{}
	}
}

func scrolled(scroll func(*viewport.Model)) func(Page, Sheet, int) (Page, struct{}) {
	return turned(func(p Page, _ Sheet, v *viewport.Model) Page {
		scroll(v)
		p.top = v.YOffset()
		return p
	})
}

func longer(_ Page, s Sheet) key.Can   { return key.If(len(s.Lines) > s.Height) }
func seeking(p Page, _ Sheet) key.Can  { return key.If(p.Finding()) }
func readable(p Page, s Sheet) key.Can { return key.If(len(s.Lines) > 1 && !p.Finding()) }
