package screen

import (
	"time"
	"unicode"
	"unicode/utf8"

	tea "charm.land/bubbletea/v2"

	"shuping/internal/words"
	"shuping/tui/field"
	"shuping/tui/key"
	"shuping/tui/look"
)

// An ask is one question at the foot of a screen: some lines, and a field or a
// list of choices. The zero ask is closed.
type ask struct {
	lines   []string
	field   *field.Field
	choices []string
	at      int  // the choice that the cursor is on
	typed   int  // the number of a choice as far as it is typed, where one digit is not enough
	refused bool // what was to be kept was refused and is still in sight
	hush
	cancel func(ask, Context) Answer
	name   string // under which what is being written is kept as a draft
	before string // what stood there when it was opened
	done   func(ask, Context) Answer
}

// filled is the question with an answer already in its field.
func (a ask) filled(text string) ask {
	f := a.field.WithValue(text)
	a.field = &f
	return a
}

// named is the question with its text kept as a draft while it is written. A draft
// of that name that a sudden end left over is brought back.
func (a ask) named(c Context, name string) ask {
	a.name, a.before = name, a.field.Value()
	if draft := c.Drawer.Drafts[name]; draft != "" && draft != a.before {
		a = a.filled(draft)
		a.lines = append(a.lines[:len(a.lines):len(a.lines)], words.DraftBack(c.Lang))
	}
	return a
}

// draft is the name and the text of what is being written, "" for nothing that
// could be lost.
func (a ask) draft() (name, text string) {
	if !a.open() || a.field == nil || a.name == "" || a.field.Value() == a.before {
		return "", ""
	}
	return a.name, a.field.Value()
}

func (a ask) open() bool { return a.done != nil }

// A hush is the moment before something that opened by itself listens: keys that
// were meant for what was there before are no answer to it.
type hush struct {
	wary  bool
	quiet time.Time // since when no such key came
}

// pause is how long the hands must rest until it is over.
const pause = 400 * time.Millisecond

func hushed(c Context) hush { return hush{true, c.Pressed} }

// deaf reports whether a key comes too soon after it began or after another such
// key.
func (h hush) deaf(c Context) (hush, bool) {
	if !h.wary || c.Pressed.Sub(h.quiet) >= pause {
		return hush{}, false
	}
	h.quiet = c.Pressed
	return h, true
}

// unasked is the question as one that opens by itself, in the middle of typing.
func (a ask) unasked(c Context) ask {
	a.hush = hushed(c)
	return a
}

// askText asks for a line of text, askNotes for several lines, askChoice for one
// of several things.
func askText(limit int, done func(string, Context) Answer, lines ...string) ask {
	f := field.Line(limit)
	return ask{lines: lines, field: &f, done: func(a ask, c Context) Answer { return done(a.field.Value(), c) }}
}

func askNotes(limit int, text string, done func(string, Context) Answer, lines ...string) ask {
	f := field.Text(limit).WithValue(text)
	keep := func(a ask, c Context) Answer { return done(a.field.Value(), c) }
	return ask{lines: lines, field: &f, done: keep, cancel: keep}
}

func askChoice(choices []string, done func(int, Context) Answer, lines ...string) ask {
	return ask{lines: lines, choices: choices, done: func(a ask, c Context) Answer { return done(a.at, c) }}
}

func (a ask) typing() bool { return a.field != nil }

func (a ask) scope(c Context) key.Scope {
	s := key.Scope{key.On(key.Confirm, "Enter", words.KeyConfirm(c.Lang), "enter"), key.On(key.Back, "Esc", words.KeyBack(c.Lang), "esc")}
	if a.cancel != nil { // what is written is kept either way
		s = key.Scope{key.On(key.Back, "Esc", words.KeyKeepNotes(c.Lang), "esc")}
	}
	if len(a.choices) > 0 {
		s = append(s, key.On(key.Up, "↑↓", words.KeyChoose(c.Lang), "up"), key.On(key.Down, "", "", "down"))
		if a.many() {
			return append(s, key.Digits(0, 9, "", "")...)
		}
		s = append(s, key.Digits(1, len(a.choices), "", "")...)
	}
	return s
}

// do answers a meaning; it returns the ask as it stands after it, closed if
// the question was answered or given up.
func (a ask) do(m key.Meaning, c Context) (ask, Answer) {
	var deaf bool
	if a.hush, deaf = a.deaf(c); deaf {
		return a, warn(words.QuestionNotYet(c.Lang))
	}
	switch m.What {
	case key.Back:
		if a.cancel != nil {
			return a.keep(c)
		}
		return ask{}, Answer{}
	case key.Confirm:
		return a.answer(c)
	case key.Up:
		a.at, a.typed = max(0, a.at-1), 0
	case key.Down:
		a.at, a.typed = min(len(a.choices)-1, a.at+1), 0
	case key.Held:
		return a.less(m.N), warn(words.HeldKey(c.Lang))
	case key.Digit:
		if a.many() {
			return a.point(m.N), Answer{}
		}
		if m.N >= 1 && m.N <= len(a.choices) {
			a.at = m.N - 1
			return a.answer(c)
		}
	}
	return a, Answer{}
}

// many reports whether one digit is not enough to name a choice.
func (a ask) many() bool { return len(a.choices) > 9 }

// point moves the cursor to the choice whose number is being typed; only Enter
// answers, so that the first digit of 12 is not taken for 1.
func (a ask) point(digit int) ask {
	if a.typed = a.typed*10 + digit; a.typed > len(a.choices) {
		a.typed = digit
	}
	if a.typed > 0 {
		a.at = a.typed - 1
	}
	return a
}

// less is the question without the last n digits in its field, which a held key
// made.
func (a ask) less(n int) ask {
	for ; n > 0 && a.field != nil; n-- {
		if last, _ := utf8.DecodeLastRuneInString(a.field.Value()); !unicode.IsDigit(last) {
			break
		}
		f, _ := a.field.Press(tea.KeyPressMsg{Code: tea.KeyBackspace})
		a.field = &f
	}
	return a
}

// keep closes a question whose text is kept either way. Text that is refused
// stays in sight once, with the reason; the next time it is given up.
func (a ask) keep(c Context) (ask, Answer) {
	ans := a.cancel(a, c)
	if ans.Ring && !a.refused {
		a.refused = true
		return a, ans
	}
	return a.lead(ans)
}

// answer closes the question, unless what was answered is refused: then it
// stays open with what was typed.
func (a ask) answer(c Context) (ask, Answer) {
	ans := a.done(a, c)
	if ans.Ring {
		return a, ans
	}
	return a.lead(ans)
}

// then is the answer with the question that follows it, unless it was refused.
func (ans Answer) then(next *ask) Answer {
	if !ans.Ring {
		ans.next = next
	}
	return ans
}

// lead is the question that an answer leads on to, closed if there is none.
func (a ask) lead(ans Answer) (ask, Answer) {
	if ans.next == nil {
		return ask{}, ans
	}
	a, ans.next = *ans.next, nil
	return a, ans
}

func (a ask) press(k tea.KeyPressMsg) (ask, bool) {
	if a.field == nil {
		return a, false
	}
	f, taken := a.field.Press(k)
	a.field = &f
	return a, taken
}

func (a ask) paste(text string, c Context) (ask, Answer) {
	if a.field == nil {
		return a, warn(words.PasteRefused(c.Lang))
	}
	f, changed := a.field.Paste(text)
	a.field = &f
	if changed {
		return a, warn(words.PasteCut(c.Lang))
	}
	return a, Answer{}
}

// over lays the question over the foot of a picture.
func (a ask) over(p Picture, c Context) Picture {
	if !a.open() {
		return p
	}
	foot, caret := a.draw(c)
	top := max(0, c.Rows-len(foot))
	rows := make([]string, 0, c.Rows)
	for i := range top {
		if i < len(p.Rows) {
			rows = append(rows, p.Rows[i])
		} else {
			rows = append(rows, "")
		}
	}
	if caret != nil {
		caret.Row += top
	}
	return Picture{append(rows, foot...), caret}
}

// draw is the lines, as many of them as leave room for what is typed or chosen,
// and below them the choices around the cursor or the field.
func (a ask) draw(c Context) ([]string, *Caret) {
	var below []string
	var caret *Caret
	if a.field != nil {
		f := c.dress(*a.field, c.Width-6, max(1, c.Rows/3))
		col, row := f.Caret()
		caret = &Caret{col + 3, row}
		for _, line := range f.Draw() {
			below = append(below, "   "+line)
		}
	}
	for i, text := range a.choices {
		line := c.Look.Left(c.Fill("{n}  {text}", "n", i+1, "text", text), c.Width-6)
		if i == a.at {
			line = c.Look.Choice.Render(line)
		}
		below = append(below, "   "+line)
	}
	var lines []string
	for _, line := range a.lines {
		for _, part := range look.Wrap(line, c.Width-4) {
			lines = append(lines, "  "+part)
		}
	}
	room := max(2, c.Rows-2) // the rule above and the empty row at the foot
	if least := max(1, room-min(len(below), max(3, c.Rows/3))); len(lines) > least {
		lines = append(lines[:least-1:least-1], lines[least-1]+" "+c.Look.More())
	}
	if caret == nil {
		below = window(below, room-len(lines), a.at)
	} else {
		caret.Row += 1 + len(lines)
	}
	rows := append([]string{c.Look.Rule(c.Width)}, lines...)
	return append(append(rows, below...), ""), caret
}
