package start

import (
	tea "charm.land/bubbletea/v2"

	"shuping/internal/words"
	"shuping/tui/frame"
	"shuping/tui/key"
)

// A reader is a body that is read.
type reader struct {
	text string
	page frame.Page
}

// Tell is a screen with a text, as [frame.Prose] sets it, until it was read.
func Tell(s Setting, text string) Start { return newStart(s, reader{text: text}) }

var readerActions = []action[reader]{
	{Keys: []string{"esc", "enter"}, Name: words.KeyBack, Do: func(b reader, _ scene, _ int) (reader, reply) { return b, reply{ends: true} }},
}

// sheet is the text in lines as wide as there is room for.
func (b reader) sheet(c scene) frame.Sheet {
	return frame.Sheet{Lines: frame.Prose(b.text, c.look, c.width), Width: c.width, Height: c.rows}
}

func (b reader) next(c scene) string { return b.page.Next(c.lang) }

func (b reader) draw(c scene) frame.Picture { return b.page.Draw(b.sheet(c), c.look) }

// acts puts the search first while there is one.
func (b reader) acts(c scene) []act {
	own := actsOf(b, c, readerActions)
	var turns []act
	for _, t := range key.Bind(b.page, b.sheet(c), c.lang, frame.Turns) {
		turns = append(turns, act{Entry: t.Entry, Do: func(n int) (body, reply) {
			next := b
			next.page, _ = t.Do(n)
			return next, reply{}
		}})
	}
	if b.page.Finding() {
		return append(turns, own...)
	}
	return append(own, turns...)
}

func (b reader) press(c scene, k tea.KeyPressMsg) (body, bool) {
	p, taken := b.page.Press(k, b.sheet(c))
	b.page = p
	return b, taken
}

func (b reader) paste(c scene, text string) (body, bool) {
	if !b.page.Finding() {
		return b, false
	}
	b.page = b.page.Paste(text, b.sheet(c))
	return b, true
}
