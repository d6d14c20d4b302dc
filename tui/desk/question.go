package desk

import (
	"fmt"
	"unicode"
	"unicode/utf8"

	tea "charm.land/bubbletea/v2"

	"shuping/internal/words"
	"shuping/tui/field"
	"shuping/tui/frame"
	"shuping/tui/key"
	"shuping/tui/look"
)

// A Question lies at the foot of a screen: some lines, and a field or a list of
// choices. The first choice is the harmless one.
type Question struct {
	lines   []string
	field   *field.Field
	choices []string
	list    frame.List
	typed   int  // the number of a choice as far as it is typed, where one digit is not enough
	byHand  bool // no click answers it
	refused bool // what was to be kept was refused and is still in sight
	doze    Doze // it opened by itself, and nobody has looked at it yet
	private bool // it is covered when its place is left
	covered bool

	head  string // of what is read before it is answered
	above []string
	page  frame.Page

	name   string // under which what is being written is kept as a draft
	before string // what stood there when it was opened
	cancel func(Question, Context) Answer
	done   func(Question, Context) Answer
}

// AskText asks for a line of text, AskNotes for several lines, AskChoice for one of
// several things.
func AskText(limit int, done func(string, Context) Answer, lines ...string) Question {
	f := field.Line(limit)
	return Question{lines: lines, field: &f, done: func(q Question, c Context) Answer { return done(q.field.Value(), c) }}
}

func AskNotes(limit int, text string, done func(string, Context) Answer, lines ...string) Question {
	f := field.Text(limit).WithValue(text)
	keep := func(q Question, c Context) Answer { return done(q.field.Value(), c) }
	return Question{lines: lines, field: &f, done: keep, cancel: keep}
}

func AskChoice(choices []string, done func(int, Context) Answer, lines ...string) Question {
	return Question{lines: lines, choices: choices, done: func(q Question, c Context) Answer { return done(q.list.At, c) }}
}

// Filled is the question with an answer already in its field. A line stands there to be
// confirmed: the first character typed replaces it. A text is gone on with.
func (q Question) Filled(text string) Question {
	fill := q.field.WithOffer
	if q.cancel != nil {
		fill = q.field.WithValue
	}
	f := fill(text)
	q.field = &f
	return q
}

// Selected is the text that is selected in its field, "" for none.
func (q Question) Selected() string {
	if !q.Typing() {
		return ""
	}
	return q.field.Selected()
}

// On is the question with the cursor on choice n, from 0.
func (q Question) On(n int) Question { q.list.At = n; return q }

// Under is the question with a text above it that is read first, page by page.
func (q Question) Under(head string, lines ...string) Question {
	q.head, q.above = head, lines
	return q
}

// Private is the question that nobody but the chair is to see. Once its place was
// left it is not drawn before it is asked for, and it is not lost.
func (q Question) Private() Question { q.private = true; return q }

// Left is the question after its place was left.
func (q Question) Left() Question { q.covered = q.private; return q }

// ByHand is the question that no click answers: its answer seals, rules or discards.
func (q Question) ByHand() Question { q.byHand = true; return q }

// Named is the question with its text kept as a draft while it is written. A draft
// of that name that a sudden end left over is brought back.
func (q Question) Named(c Context, name string) Question {
	q.name, q.before = name, q.field.Value()
	if draft := c.Private.Drafts[name]; draft != "" && draft != q.before {
		q = q.Filled(draft)
		q.lines = append(q.lines[:len(q.lines):len(q.lines)], words.DraftBack(c.Lang))
	}
	return q
}

// Draft is the name and the text of what is being written, "" for nothing that
// could be lost.
func (q Question) Draft() (name, text string) {
	if q.field == nil || q.name == "" || q.field.Value() == q.before {
		return "", ""
	}
	return q.name, q.field.Value()
}

// Unasked is the question as one that opens by itself, in the middle of typing: it
// takes no digit until Enter or Tab was pressed, and that not at once.
func (q Question) Unasked(c Context) Question {
	q.doze = Dozing(c)
	return q
}

// Asleep reports whether it opened by itself, and nobody has looked at it yet.
func (q Question) Asleep() bool { return q.doze.Asleep() && !q.covered }

// awake reports whether it hears its keys.
func (q Question) awake() bool { return !q.doze.Asleep() && !q.covered }

// Typing reports whether text is typed into it.
func (q Question) Typing() bool { return q.field != nil && q.awake() }

// questionActions are the actions of every question.
var questionActions = []key.Action[Question, Context, turn]{
	{Keys: []string{"enter"}, Name: words.KeyUncover, When: covered, Do: func(q Question, _ Context, _ int) (Question, turn) { q.covered = false; return q, turn{} }},
	{Keys: []string{"enter", "tab"}, Name: words.KeyTakeUp, When: asleep, Do: Question.wake},
	{Keys: []string{"esc"}, Name: words.KeyBack, When: asleep, Do: func(q Question, c Context, n int) (Question, turn) {
		q, t := q.wake(c, n)
		return q, turn{t.ans, !q.doze.Asleep()}
	}},
	{Keys: digits(0, 9), Shown: key.Hidden, When: asleep, Do: Question.tooSoon},
	{Keys: []string{"enter"}, Name: words.KeyConfirm, When: awake(func(q Question) bool { return q.cancel == nil }), Do: func(q Question, c Context, _ int) (Question, turn) { return q.answer(c) }},
	{Keys: []string{"ctrl+s"}, Name: words.KeySave, When: awake(func(q Question) bool { return q.cancel != nil }), Do: func(q Question, c Context, _ int) (Question, turn) { return q.answer(c) }},
	{Keys: []string{"esc"}, Name: words.KeyKeepNotes, When: awake(func(q Question) bool { return q.cancel != nil }), Do: func(q Question, c Context, _ int) (Question, turn) { return q.keep(c) }},
	{Keys: []string{"esc"}, Name: words.KeyBack, When: func(q Question, _ Context) key.Can { return key.If(q.cancel == nil && !q.covered) }, Do: func(q Question, _ Context, _ int) (Question, turn) { return q, turn{closed: true} }},
	{Keys: digits(1, 9), Shown: key.Hidden, ByHand: true, When: awake(func(q Question) bool { return len(q.choices) > 0 && !q.many() }), Do: Question.digit},
	{Keys: digits(0, 9), Shown: key.Hidden, When: awake(Question.many), Do: func(q Question, _ Context, n int) (Question, turn) { return q.point(n), turn{} }},
}

// A turn is what became of a question: an answer, and whether it closes.
type turn struct {
	ans    Answer
	closed bool
}

// Next is what is to be done with the question.
func (q Question) Next(l words.Language) string {
	switch {
	case q.covered:
		return words.PrivateCovered(l)
	case q.doze.Asleep():
		return words.TakeUpFirst(l)
	case q.cancel != nil:
		return words.NextWrite(l)
	case q.field != nil:
		return words.NextType(l)
	case len(q.choices) == 1:
		return words.NextOnly(l)
	case q.many():
		return words.NextNumber(l)
	default:
		return words.NextChoose(l)
	}
}

func covered(q Question, _ Context) key.Can { return key.If(q.covered) }
func asleep(q Question, _ Context) key.Can  { return key.If(q.Asleep()) }

func awake(holds func(Question) bool) func(Question, Context) key.Can {
	return func(q Question, _ Context) key.Can { return key.If(q.awake() && holds(q)) }
}

func digits(first, last int) []string {
	var out []string
	for d := first; d <= last; d++ {
		out = append(out, string(rune('0'+d)))
	}
	return out
}

// A Reply is what came of a key on a question: the question as it stands, nil where
// it closed, and the answer.
type Reply struct {
	Open   *Question
	Answer Answer
}

// Acts are the actions of the question.
func (q Question) Acts(c Context) []key.Bound[Reply, struct{}] {
	var out []key.Bound[Reply, struct{}]
	for _, b := range key.Bind(q, c, c.Lang, questionActions) {
		b.ByHand = b.ByHand || q.byHand && q.awake() && (b.On("enter") || b.On("ctrl+s")) // no click on the line of keys answers it either
		out = append(out, key.Bound[Reply, struct{}]{Entry: b.Entry, Do: func(n int) (Reply, struct{}) {
			next, t := b.Do(n)
			return next.reply(t), struct{}{}
		}})
	}
	return append(append(out, q.turns(c)...), q.moves(c)...)
}

// turns is the keys that turn the pages of what is read above it.
func (q Question) turns(c Context) []key.Bound[Reply, struct{}] {
	if q.covered || q.above == nil {
		return nil
	}
	var out []key.Bound[Reply, struct{}]
	for _, b := range key.Bind(q.page, q.sheet(c), c.Lang, frame.Turns) {
		if b.On("pgdown") || b.On("pgup") { // the other keys choose
			out = append(out, key.Bound[Reply, struct{}]{Entry: b.Entry, Do: func(n int) (Reply, struct{}) {
				q.page, _ = b.Do(n)
				return Reply{Open: &q}, struct{}{}
			}})
		}
	}
	return out
}

// moves is the keys that choose. A question is answered, not searched.
func (q Question) moves(c Context) []key.Bound[Reply, struct{}] {
	if !q.awake() || len(q.choices) < 2 {
		return nil
	}
	var out []key.Bound[Reply, struct{}]
	for _, b := range key.Bind(q.list, q.rows(c), c.Lang, frame.Moves) {
		if b.On("/") || b.On("enter") || b.On("esc") {
			continue
		}
		out = append(out, key.Bound[Reply, struct{}]{Entry: b.Entry, Do: func(n int) (Reply, struct{}) {
			next := q
			next.list, _ = b.Do(n)
			next.typed = 0
			return Reply{Open: &next}, struct{}{}
		}})
	}
	return out
}

func (q Question) rows(c Context) frame.Rows {
	return frame.Rows{N: len(q.choices), Page: max(1, c.Rows/3)}
}

// reply closes the question, or puts the one that follows in its place.
func (q Question) reply(t turn) Reply {
	if !t.closed {
		return Reply{&q, t.ans}
	}
	next := t.ans.Ask
	t.ans.Ask = nil
	return Reply{next, t.ans}
}

// wake takes a question up that opened by itself, tooSoon refuses a digit before
// that.
func (q Question) wake(c Context, _ int) (Question, turn) {
	var ans Answer
	q.doze, ans = q.doze.Wake(c)
	return q, turn{ans: ans}
}

func (q Question) tooSoon(c Context, _ int) (Question, turn) {
	var ans Answer
	q.doze, ans = q.doze.Refuse(c)
	return q, turn{ans: ans}
}

// answer closes the question, unless what was answered is refused: then it stays
// open with what was typed.
func (q Question) answer(c Context) (Question, turn) {
	ans := q.done(q, c)
	return q, turn{ans, !ans.Ring}
}

// keep closes a question whose text is kept either way. Text that is refused stays
// in sight once, with the reason; the next time it is given up.
func (q Question) keep(c Context) (Question, turn) {
	ans := q.cancel(q, c)
	if ans.Ring && !q.refused {
		q.refused = true
		return q, turn{ans: ans}
	}
	return q, turn{ans, true}
}

func (q Question) digit(c Context, n int) (Question, turn) {
	if n > len(q.choices) {
		return q, turn{}
	}
	q.list.At = n - 1
	return q.answer(c)
}

// many reports whether one digit is not enough to name a choice.
func (q Question) many() bool { return len(q.choices) > 9 }

// point moves the cursor to the choice whose number is being typed; only Enter
// answers, so that the first digit of 12 is not taken for 1.
func (q Question) point(digit int) Question {
	if q.typed = q.typed*10 + digit; q.typed > len(q.choices) {
		q.typed = digit
	}
	if q.typed > 0 {
		q.list.At = q.typed - 1
	}
	return q
}

// Point moves the cursor to a choice, as a mouse does; on the one under the cursor
// it is Enter, where no hand is needed.
func (q Question) Point(n int, c Context) Reply {
	if !q.awake() || n != q.list.At || q.byHand {
		if q.awake() {
			q.list.At = n
		}
		return Reply{Open: &q}
	}
	next, t := q.answer(c)
	return next.reply(t)
}

// Less is the question without the last n digits in its field, which a held key
// made.
func (q Question) Less(n int) Question {
	for ; n > 0 && q.field != nil; n-- {
		if last, _ := utf8.DecodeLastRuneInString(q.field.Value()); !unicode.IsDigit(last) {
			break
		}
		f, _ := q.field.Press(tea.KeyPressMsg{Code: tea.KeyBackspace})
		q.field = &f
	}
	return q
}

// Press offers a key to the field.
func (q Question) Press(k tea.KeyPressMsg) (Question, bool) {
	if !q.Typing() {
		return q, false
	}
	f, taken := q.field.Press(k)
	q.field = &f
	return q, taken
}

// Paste takes text into the field.
func (q Question) Paste(text string, c Context) (Question, Answer) {
	if !q.Typing() {
		return q, Warn(words.PasteRefused(c.Lang))
	}
	f, changed := q.field.Paste(text)
	q.field = &f
	if changed {
		return q, Warn(words.PasteCut(c.Lang))
	}
	return q, Answer{}
}

// Over lays the question over the foot of a picture.
func (q Question) Over(p Picture, c Context) Picture {
	if q.covered {
		return p.Over(Picture{Rows: []string{c.Look.Rule(c.Width), "  " + c.Look.Amber.Render(words.PrivateCovered(c.Lang)), ""}}, c.Rows)
	}
	if q.above == nil {
		return p.Over(q.draw(c), c.Rows)
	}
	read := q.page.Draw(q.sheet(c), c.Look)
	read.Rows = append([]string{"", "  " + c.Look.Strong.Render(q.head), ""}, read.Rows...)
	out := read.Over(q.draw(c), c.Rows)
	out.Position = read.Position
	return out
}

// sheet is what is read above it, in the rows that it leaves.
func (q Question) sheet(c Context) frame.Sheet {
	s := frame.Sheet{Width: c.Width, Height: max(1, c.Rows-len(q.draw(c).Rows)-3)}
	for _, line := range q.above {
		for _, row := range look.Wrap(line, c.Width-6) {
			s.Lines = append(s.Lines, "   "+row)
		}
	}
	return s
}

// draw is the lines, as many of them as leave room for what is typed or chosen, and
// below them the choices around the cursor or the field.
func (q Question) draw(c Context) Picture {
	var below []string
	out := Picture{}
	if q.field != nil {
		f := c.Dress(*q.field, c.Width-6, max(1, c.Rows/3))
		if col, row := f.Caret(); q.Typing() {
			out.Caret = &Caret{Col: col + 3, Row: row}
		}
		for _, line := range f.Draw() {
			below = append(below, "   "+line)
		}
	}
	for i, text := range q.choices {
		line := c.Look.Left(fmt.Sprintf("%d  %s", i+1, text), c.Width-6)
		if i == q.list.At {
			line = c.Look.Choice.Render(line)
		}
		below = append(below, "   "+line)
	}
	var lines []string
	mark := "  "
	if q.doze.Asleep() {
		mark = "! "
	}
	for _, line := range q.lines {
		for _, part := range look.Wrap(line, c.Width-4) {
			if q.doze.Asleep() {
				part = c.Look.Amber.Render(part)
			}
			lines = append(lines, mark+part)
			mark = "  "
		}
	}
	room := max(2, c.Rows-2) // the rule above and the empty row at the foot
	if least := max(1, room-min(len(below), max(3, c.Rows/3))); len(lines) > least {
		lines = append(lines[:least-1:least-1], lines[least-1]+" "+c.Look.More())
	}
	out.Rows = append([]string{c.Look.Rule(c.Width)}, lines...)
	if out.Caret != nil {
		out.Caret.Row += len(out.Rows)
	}
	if q.field == nil {
		from, to := q.list.Window(len(below), room-len(lines))
		for n := from; n < to; n++ {
			out.Spots = append(out.Spots, Spot{Row: len(out.Rows) + n - from, N: n})
		}
		out.Position = q.list.Position(len(below), room-len(lines))
		below = below[from:to]
	}
	out.Rows = append(append(out.Rows, below...), "")
	return out
}
