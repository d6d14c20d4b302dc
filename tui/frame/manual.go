package frame

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"shuping/data"
	"shuping/internal/words"
	"shuping/tui/key"
	"shuping/tui/look"
)

// A Manual is the manual while it is read: the page of the place that it was opened
// at, and from there any other.
type Manual struct {
	here  int // in data.ManualPages, the page of the place
	topic int // the page in front
	keys  []key.Entry
	page  Page
	lang  words.Language
	look  look.Look
	wide  int
	rows  int
}

// NewManual is open at the page of a place, whose keys stand below its text.
func NewManual(page string, keys []key.Entry) Manual {
	at := slices.Index(data.ManualPages(), page)
	if at < 0 {
		at = slices.Index(data.ManualPages(), "start")
	}
	return Manual{here: at, topic: at, keys: keys}
}

// In is the manual for a window with so many rows for it.
func (h Manual) In(lang words.Language, l look.Look, width, rows int) Manual {
	h.lang, h.look, h.wide, h.rows = lang, l, width, rows
	return h
}

// Topic is the name of the page in front.
func (h Manual) Topic() string { return data.ManualPages()[h.topic] }

// Draw is the rows in sight.
func (h Manual) Draw() Picture { return h.page.Draw(h.sheet(), h.look) }

// Press offers a key to the text that is searched for, Paste a text.
func (h Manual) Press(k tea.KeyPressMsg) (Manual, bool) {
	var taken bool
	h.page, taken = h.page.Press(k, h.sheet())
	return h, taken
}

// Paste takes text to search for. It reports whether any is searched for.
func (h Manual) Paste(text string) (Manual, bool) {
	if !h.page.Finding() {
		return h, false
	}
	h.page = h.page.Paste(text, h.sheet())
	return h, true
}

// Next is what is to be done in the manual.
func (h Manual) Next() string { return h.page.Next(h.lang) }

// Acts are the actions of who reads. Each answers whether the manual is put away.
func (h Manual) Acts() []key.Bound[Manual, bool] {
	var out []key.Bound[Manual, bool]
	for _, b := range key.Bind(h.page, h.sheet(), h.lang, Turns) {
		out = append(out, key.Bound[Manual, bool]{Entry: b.Entry, Do: func(n int) (Manual, bool) {
			h.page, _ = b.Do(n)
			return h, false
		}})
	}
	return append(out, key.Bind(h, struct{}{}, h.lang, readings)...)
}

var readings = []key.Action[Manual, struct{}, bool]{
	{Keys: []string{"right"}, Cap: "←→", Name: words.KeyOtherTopic, Do: turning(+1)},
	{Keys: []string{"left"}, Shown: key.Hidden, Do: turning(-1)},
	{Keys: []string{"esc"}, Name: words.KeyBack, Do: func(h Manual, _ struct{}, _ int) (Manual, bool) { return h, true }},
}

func turning(by int) func(Manual, struct{}, int) (Manual, bool) {
	return func(h Manual, _ struct{}, _ int) (Manual, bool) {
		n := len(data.ManualPages())
		h.topic, h.page = (h.topic+by+n)%n, Page{}
		return h, false
	}
}

// Prose is a text in lines for a page so wide, behind a margin: a line that begins with
// # is a title, one that begins with ## a title below it, and a line that is set in
// stays so where it is wrapped.
func Prose(text string, l look.Look, width int) []string {
	width = min(width, 100)
	lines := []string{""}
	for text := range strings.SplitSeq(strings.TrimRight(text, "\n"), "\n") {
		style, margin := l.Text, 2
		if title, is := strings.CutPrefix(text, "# "); is {
			text, style = title, l.Strong
		} else if title, is := strings.CutPrefix(text, "## "); is {
			text, style = title, l.Accent
		}
		body := strings.TrimLeft(text, " ")
		margin += len(text) - len(body)
		for _, line := range look.Wrap(body, width-margin-2) {
			lines = append(lines, strings.Repeat(" ", margin)+style.Render(line))
		}
	}
	return lines
}

// sheet is the page in lines: its text, and on the page of the place the keys that
// work there.
func (h Manual) sheet() Sheet {
	lines := Prose(data.Manual(h.lang.Tag(), h.Topic()), h.look, h.wide)
	if h.topic == h.here {
		lines = append(lines, "", "  "+h.look.Accent.Render(words.HelpHere(h.lang)))
		for _, e := range h.keys {
			if e.Shown == key.Hidden || e.Name() == "" {
				continue
			}
			name := e.Name()
			if e.Why != "" {
				name += "  " + e.Why
			}
			lines = append(lines, "    "+h.look.Left(e.Cap(), 14)+name)
		}
	}
	return Sheet{Lines: lines, Width: h.wide, Height: h.rows}
}
