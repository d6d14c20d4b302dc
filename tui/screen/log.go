package screen

import (
	"fmt"

	tea "charm.land/bubbletea/v2"

	"shuping/internal/words"
	"shuping/tui/key"
)

// Log is the journal, the newest record first. A ballot shows no marks here:
// the log may be on the projector.
type Log struct{ from int }

func (l Log) Scope(c Context) key.Scope {
	return key.Scope{
		key.On(key.Up, "↑↓", words.KeyScroll(c.Lang), "up"), key.On(key.Down, "", "", "down"),
		key.On(key.PageUp, "PgUp/PgDn", words.KeyPage(c.Lang), "pgup"), key.On(key.PageDown, "", "", "pgdown"),
	}
}

func (l Log) Do(m key.Meaning, c Context) (Screen, Answer) {
	page := max(1, c.Rows-4)
	switch m.What {
	case key.Up:
		l.from--
	case key.Down:
		l.from++
	case key.PageUp:
		l.from -= page
	case key.PageDown:
		l.from += page
	}
	l.from = max(0, min(l.from, len(c.Log)-page))
	return l, Answer{}
}

func (l Log) Typing(Context) bool                           { return false }
func (l Log) Press(tea.KeyPressMsg, Context) (Screen, bool) { return l, false }
func (l Log) Paste(_ string, c Context) (Screen, Answer)    { return l, warn(words.PasteRefused(c.Lang)) }

func (l Log) Draw(c Context) Picture {
	rows := []string{"", "  " + c.Look.Strong.Render(c.Say(words.LogHead, "records", c.Seq)), ""}
	for i := len(c.Log) - 1 - l.from; i >= 0 && len(rows) < c.Rows; i-- {
		rows = append(rows, c.logRow(c.Log[i]))
	}
	return Picture{Rows: rows}
}

func (c Context) logRow(r LogRow) string {
	at := "        "
	if !r.At.IsZero() {
		at = r.At.Local().Format("15:04:05")
	}
	what := oneLine(r.Line)
	if what == "" {
		what = words.QuietRecord(c.Lang, r.Kind)
	}
	if what == "" {
		what = r.Kind
	}
	return c.Look.Left(fmt.Sprintf("  %5d  %s  ", r.Seq, at)+what, c.Width)
}
