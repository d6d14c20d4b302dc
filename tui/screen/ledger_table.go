package screen

import (
	"strings"

	"shuping/internal/meeting"
	"shuping/internal/words"
	"shuping/tui/key"
	"shuping/tui/look"
)

// A Table is the ledger in a file: written into a new one, or read from one.
type Table struct {
	In   bool
	Path string // of the one to be read
}

// A Taking is a table that was held against the ledger and is not taken in yet.
type Taking struct {
	Lines   []string        // what it would change, or what is wrong with it, row by row
	Sum     string          // what all of that comes to
	Orders  []meeting.Order // none where there is a fault or nothing to change
	Done    string          // said when they are stored
	Changes int             // that the ledger had seen when the table was held against it
}

// Changes is how many changes the ledger has seen. Nothing of it is ever erased, so
// it is the same ledger where it is the same number.
func Changes(s meeting.State) int {
	n := 0
	for _, p := range s.Ledger {
		n += len(p.History)
	}
	return n
}

// An arrival is a table on its way into the ledger, on a page of its own above the
// question whether to take it in.
type arrival struct {
	taking Taking
	waits  bool // until the question that is open is answered
	laid   bool // the page is in sight
	from   int  // the first line in sight
}

// Reviewed is the ledger with a table to be looked at.
func (l Ledger) Reviewed(t Taking, c Context) Ledger {
	l.waits = true
	l.taking = t
	return l.lay(c)
}

// lay opens the page of a table that waits, unless something is being asked.
func (l Ledger) lay(c Context) Ledger {
	if !l.waits || l.ask.open() {
		return l
	}
	l.waits, l.laid, l.from = false, true, 0
	l.ask = askTaking(c, l.taking).unasked(c)
	return l
}

// answer lets the open question answer, and turns the pages above it.
func (l Ledger) answer(m key.Meaning, c Context) (Screen, Answer) {
	switch {
	case l.laid && m.What == key.PageDown:
		if next := l.from + len(l.linesFrom(c, l.from)); next < len(l.taking.Lines) {
			l.from = next
		}
		return l, Answer{}
	case l.laid && m.What == key.PageUp:
		l.from = l.before(c)
		return l, Answer{}
	}
	var ans Answer
	if l.ask, ans = l.ask.do(m, c); !l.ask.open() && l.laid {
		l.arrival = arrival{taking: l.taking, waits: l.waits}
	}
	return l.onto(ans, c).lay(c), ans
}

// pages is the keys that turn the pages of a review, where it has several.
func (l Ledger) pages(c Context) key.Scope {
	if !l.laid || l.from == 0 && len(l.linesFrom(c, 0)) == len(l.taking.Lines) {
		return nil
	}
	return key.Scope{
		key.On(key.PageUp, "PgUp/PgDn", words.KeyPage(c.Lang), "pgup"), key.On(key.PageDown, "", "", "pgdown"),
	}
}

// askTables asks which way a table goes.
func askTables(c Context) ask {
	return askChoice(words.TableWays(c.Lang), func(n int, c Context) Answer {
		if n == 0 {
			return Answer{Table: &Table{}}
		}
		next := askText(1000, func(path string, c Context) Answer {
			path = strings.Trim(strings.TrimSpace(path), `"'`)
			if path == "" {
				return Answer{}
			}
			return Answer{Table: &Table{In: true, Path: path}, Say: words.TableReading(c.Lang)}
		}, words.TablePathAsk(c.Lang))
		return Answer{next: &next}
	}, words.TablesAsk(c.Lang))
}

// askTaking asks whether a table is to be taken in; to leave it comes first.
func askTaking(c Context, t Taking) ask {
	if len(t.Orders) == 0 {
		return askChoice([]string{words.KeyBack(c.Lang)}, func(int, Context) Answer { return Answer{} }, t.Sum)
	}
	return askChoice(words.TableTakes(c.Lang), func(n int, c Context) Answer {
		switch {
		case n == 0:
			return Answer{}
		case Changes(c.Ahead) != t.Changes:
			return Answer{Say: words.TableStale(c.Lang), Tone: Look}
		}
		ans := c.submit(t.Orders...)
		if !ans.Ring {
			ans.Say = t.Done
		}
		return ans
	}, t.Sum)
}

// wrapped is a line of the review in rows.
func (l Ledger) wrapped(c Context, i int) []string { return look.Wrap(l.taking.Lines[i], c.Width-6) }

// pageRows is how many rows the lines of a review have.
func (l Ledger) pageRows(c Context) int {
	foot, _ := l.ask.draw(c)
	return max(1, c.Rows-len(foot)-3)
}

// linesFrom is the lines of the review that have room below each other, from one on,
// each in its rows.
func (l Ledger) linesFrom(c Context, from int) [][]string {
	var out [][]string
	room := l.pageRows(c)
	for i := from; i < len(l.taking.Lines); i++ {
		rows := l.wrapped(c, i)
		if room -= len(rows); room < 0 && len(out) > 0 {
			break
		}
		out = append(out, rows)
	}
	return out
}

// before is where the page before this one begins.
func (l Ledger) before(c Context) int {
	room, from := l.pageRows(c), l.from
	for from > 0 {
		if room -= len(l.wrapped(c, from-1)); room < 0 && from < l.from {
			break
		}
		from--
	}
	return from
}

// drawReview is the page of a table that is not taken in yet.
func (l Ledger) drawReview(c Context) Picture {
	lines := l.linesFrom(c, l.from)
	head := c.Say(words.TableHead, "from", min(l.from+1, len(lines)+l.from), "to", l.from+len(lines), "all", len(l.taking.Lines))
	rows := []string{"", "  " + c.Look.Strong.Render(head), ""}
	for _, line := range lines {
		for _, row := range line {
			rows = append(rows, "   "+c.Look.Text.Render(row))
		}
	}
	return l.ask.over(Picture{Rows: rows}, c)
}
