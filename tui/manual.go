package tui

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"shuping/data"
	"shuping/internal/words"
	"shuping/tui/desk"
	"shuping/tui/frame"
	"shuping/tui/key"
	"shuping/tui/look"
)

// A manual is the page that help shows: that of the place that it was asked at, and
// from there any other.
type manual struct {
	topic int // in data.ManualPages
	keys  []key.Entry
	page  frame.Page
}

// help opens the page of the place that is in front, with the keys that work there.
func (m Model) help(c desk.Context) Model {
	if m.cover == helping {
		return m.lifted()
	}
	m.manual = manual{topic: topicOf(m.place), keys: key.Entries(append(m.front(c), m.everywhere(c)...))}
	return m.covered(helping)
}

// topicOf is the manual's page of a place.
func topicOf(p desk.Place) int {
	for i, name := range data.ManualPages() {
		if name == manualPages[p] {
			return i
		}
	}
	return 0
}

// manualPages are the names of the manual's pages by the places that they are of.
var manualPages = map[desk.Place]string{
	desk.AgendaPlace: "agenda", desk.CountPlace: "count", desk.ResultPlace: "result", desk.GradePlace: "grade",
	desk.LedgerPlace: "ledger", desk.ArchivePlace: "archive", desk.LogPlace: "log",
}

// reading is the actions of the help.
func (m Model) reading(c desk.Context) []act {
	var out []act
	for _, b := range key.Bind(m.manual.page, m.sheet(c), c.Lang, frame.Turns) {
		out = append(out, act{Entry: b.Entry, Do: func(int) (Model, tea.Cmd) {
			m.manual.page, _ = b.Do(0)
			return m, nil
		}})
	}
	return append(out, key.Bind(m, c, c.Lang, manualActions)...)
}

var manualActions = []seatAction{
	{Keys: []string{"right"}, Cap: "←→", Name: words.KeyOtherTopic, Do: func(m Model, _ desk.Context, _ int) (Model, tea.Cmd) { return m.turnTo(+1), nil }},
	{Keys: []string{"left"}, Shown: key.Hidden, Do: func(m Model, _ desk.Context, _ int) (Model, tea.Cmd) { return m.turnTo(-1), nil }},
	{Keys: []string{"esc"}, Name: words.KeyBack, Do: func(m Model, _ desk.Context, _ int) (Model, tea.Cmd) { return m.lifted(), nil }},
}

func (m Model) turnTo(by int) Model {
	n := len(data.ManualPages())
	m.manual.topic = (m.manual.topic + by + n) % n
	m.manual.page = frame.Page{}
	return m
}

func (h manual) press(k tea.KeyPressMsg, s frame.Sheet) (manual, bool) {
	var taken bool
	h.page, taken = h.page.Press(k, s)
	return h, taken
}

// sheet is the page of the manual in lines: its text, and on the page of the place
// that help was asked at the keys that work there.
func (m Model) sheet(c desk.Context) frame.Sheet {
	name := data.ManualPages()[m.manual.topic]
	width := min(c.Width, 100)
	lines := []string{""}
	for _, text := range strings.Split(strings.TrimRight(data.Manual(c.Lang.Tag(), name), "\n"), "\n") {
		style, margin := c.Look.Text, 2
		if title, is := strings.CutPrefix(text, "# "); is {
			text, style = title, c.Look.Strong
		} else if title, is := strings.CutPrefix(text, "## "); is {
			text, style = title, c.Look.Accent
		}
		body := strings.TrimLeft(text, " ")
		margin += len(text) - len(body)
		for _, line := range look.Wrap(body, width-margin-2) {
			lines = append(lines, strings.Repeat(" ", margin)+style.Render(line))
		}
	}
	if m.manual.topic == topicOf(m.place) {
		lines = append(lines, "", "  "+c.Look.Accent.Render(words.HelpHere(c.Lang)))
		for _, e := range m.manual.keys {
			if e.Shown == key.Hidden || e.Name() == "" {
				continue
			}
			name := e.Name()
			if e.Why != "" {
				name += "  " + e.Why
			}
			lines = append(lines, "    "+c.Look.Left(e.Cap(), 14)+name)
		}
	}
	return frame.Sheet{Lines: lines, Width: c.Width, Height: c.Rows}
}
