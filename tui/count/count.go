package count

import (
	"time"

	tea "charm.land/bubbletea/v2"

	"shuping/internal/meeting"
	"shuping/internal/tally"
	"shuping/internal/words"
	"shuping/tui/desk"
	"shuping/tui/frame"
	"shuping/tui/key"
)

// A Count is the count as one seat sees it. The zero Count is ready.
type Count struct {
	gate *gate // that the number fields were opened for, and what it was about
	of   about
	form form

	draft   []tally.Mark // the marks of the sheet in hand
	typed   []int        // its digits, where it is keyed by exception
	rowwise int          // the bundle whose sheets are keyed row by row all the same
	voiding bool         // 0 was pressed: the next digit is the reason
	taken   time.Time    // when a stored sheet was taken back last
	undone  string       // what it said, until it is keyed again

	early  bool        // the bundle is to be closed before it is full
	more   bool        // the second reading goes on beyond the number of the first
	again  *gate       // whose number is stated again, nil for none
	other  int         // how far one went through the stacks whose number it could be
	door   bool        // names are ticked
	names  *desk.Names // a table that was read, until it is asked about
	class  int         // one more than the class whose people are counted by themselves, 0 for none
	pick   int         // and through those that may be next
	listed bool        // what was counted is listed, to be confirmed
	cursor *frame.List // where one is in that list, nil where work is left
	mends  bool        // something is corrected after the count
	bundle int         // the bundle of the sheet that is corrected
	sheet  int         // the sheet that is keyed anew, ruled on or corrected
	row    int         // of piles: one more than the row that is counted anew, 0 for none
	doze   desk.Doze   // of a page of differences, which opens by itself
	side   bool        // what was keyed is drawn at the side
}

// at brings the count to the gate that the state stands at: what was begun at
// another one is dropped.
func (c Count) at(d desk.Context) Count {
	s := d.Ahead
	if len(keyedSheets(s)) == 0 {
		c.early = false
	}
	if !s.Round.Check.Under() {
		c.more = false
	}
	if !s.Round.Piling.Under() {
		c.row = 0
	}
	if !s.Round.Check.Comparing() && !s.Round.Piling.Compared && !c.settles(s) {
		c.doze = desk.Doze{}
	}
	g, of := c.stands(s)
	if g != c.gate || of != c.of {
		c.gate, c.of, c.form, c.voiding = g, of, form{}, false
	}
	if slots := c.slots(d); len(slots) != len(c.form.fields) {
		c.form = c.form.sized(len(slots))
	}
	if g.marks == nil && g.list == nil && c.HalfKeyed() {
		c.draft, c.typed = nil, nil
	}
	return c
}

// slots is the numbers that are typed at the gate.
func (c Count) slots(d desk.Context) []slot {
	if c.gate.asks == nil {
		return nil
	}
	return c.gate.asks(c, d)
}

// HalfKeyed reports whether a sheet is in hand that would have to be keyed again.
func (c Count) HalfKeyed() bool { return len(c.draft)+len(c.typed) > 0 }

// Acts are the actions of the gate: how its marks or numbers are keyed or its list is
// walked through, what else can be done there, and what can be done at every gate.
func (c Count) Acts(d desk.Context) []desk.Act {
	c = c.at(d)
	if c.doze.Asleep() {
		return desk.Acts(c, d, dozing)
	}
	acts := desk.Acts(c, d, c.keying(d))
	if c.voiding {
		return append(acts, desk.Acts(c, d, everywhere)...)
	}
	acts = append(acts, desk.Acts(c, d, c.gate.acts)...)
	acts = append(append(acts, desk.Acts(c, d, everywhere)...), desk.Acts(c, d, restatements())...)
	acts = append(acts, desk.Acts(c, d, []action{headsByClass, inMenu(toDoor), vouching})...)
	return append(acts, desk.Acts(c, d, reopenings)...)
}

// keying is how marks or numbers are keyed at the gate.
func (c Count) keying(d desk.Context) []action {
	switch {
	case c.gate.marks != nil && c.voiding:
		return voids(d.Ahead.Plan)
	case c.gate.marks != nil && c.byException(d.Ahead):
		return exceptions()
	case c.gate.marks != nil:
		return marks(d.Ahead.Plan)
	case c.form.open():
		return typing
	default:
		return nil
	}
}

// keypad is what the digits of a keypad are without NumLock.
var keypad = []string{"home", "end", "pgup", "pgdown", "up", "down", "left", "right", "insert", "delete", "begin"}

// inMenu is an action that does not stand in the line of keys.
func inMenu(a action) action {
	a.Shown = key.InMenu
	return a
}

// everywhere is what can be done at every gate.
var everywhere = []action{
	{Keys: []string{"esc"}, Name: words.KeyBack, When: may(func(c Count, _ meeting.State) bool { return c.again != nil }), Do: turn(func(c *Count) { c.again = nil })},
	{Keys: keypad, Shown: key.Hidden, ByHand: true,
		When: may(func(c Count, _ meeting.State) bool { return c.gate.list == nil }), Do: numLockOff},
}

// numLockOff is what becomes of the keys that digits of a keypad turn into.
func numLockOff(c Count, d desk.Context, _ int) (Count, desk.Answer) {
	return c, desk.Warn(words.NumLockOff(d.Lang))
}

// dozing is what can be done with a page that opened by itself.
var dozing = []action{
	{Keys: []string{"enter", "tab"}, Name: words.KeyTakeUp, Do: func(c Count, d desk.Context, _ int) (Count, desk.Answer) {
		var ans desk.Answer
		c.doze, ans = c.doze.Wake(d)
		return c, ans
	}},
	{Keys: []string{"0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "."}, Shown: key.Hidden, Do: func(c Count, d desk.Context, _ int) (Count, desk.Answer) {
		var ans desk.Answer
		c.doze, ans = c.doze.Refuse(d)
		return c, ans
	}},
	{Keys: keypad, Shown: key.Hidden, Do: numLockOff},
}

// may is when an action can be done that follows from the count and the state.
func may(holds func(Count, meeting.State) bool) func(Count, desk.Context) key.Can {
	return func(c Count, d desk.Context) key.Can { return key.If(holds(c, d.Ahead)) }
}

// doing is what an action does.
type doing = func(Count, desk.Context, int) (Count, desk.Answer)

// turn is what changes what one is about and answers nothing.
func turn(to func(*Count)) doing {
	return func(c Count, _ desk.Context, _ int) (Count, desk.Answer) {
		to(&c)
		return c, desk.Answer{}
	}
}

// asks is what opens a question.
func asks(question func(Count, desk.Context) desk.Question) doing {
	return func(c Count, d desk.Context, _ int) (Count, desk.Answer) { return c, desk.Asks(question(c, d)) }
}

// Next is the next step.
func (c Count) Next(d desk.Context) string {
	c = c.at(d)
	switch {
	case d.Ahead.Rehearsal && c.gate.sample != nil:
		return c.gate.sample(c, d)
	default:
		return c.gate.next(c, d)
	}
}

// Asleep reports whether the page opened by itself, and nobody has looked at it yet.
func (c Count) Asleep(d desk.Context) bool { return c.at(d).doze.Asleep() }

// Held takes back what a key that was held has made: digits of a number, marks, and
// sheets that they completed.
func (c Count) Held(n int, d desk.Context) (desk.Screen, desk.Answer) {
	c = c.at(d)
	switch {
	case c.doze.Asleep():
		return c, desk.Answer{}
	case c.voiding:
		c.voiding = false
		return c, desk.Answer{}
	case c.gate.marks != nil:
		return c.undo(n, d)
	}
	c.form, n = c.form.less(n)
	if !c.gate.follows {
		n = 0 // nothing before this number was keyed with digits
	}
	return c.undo(n, d)
}

// Typing reports whether a number is typed.
func (c Count) Typing(d desk.Context) bool {
	c = c.at(d)
	return c.form.open() && !c.doze.Asleep()
}

// Press offers a key to the number that is typed. Keys that a digit of the keypad may
// have become are no keys of a number.
func (c Count) Press(k tea.KeyPressMsg, d desk.Context) (desk.Screen, bool) {
	c = c.at(d)
	p := key.Press(k)
	if p.Unlocked() || p == "ctrl+z" && c.gate.follows || c.doze.Asleep() {
		return c, false
	}
	var taken bool
	c.form, taken = c.form.press(k)
	return c, taken
}

// Paste takes nothing: sheets are keyed.
func (c Count) Paste(_ string, d desk.Context) (desk.Screen, desk.Answer) {
	return c, desk.Warn(words.PasteRefused(d.Lang))
}

// View is the list that a cursor moves through, Seen the count with the cursor where
// it moved.
func (c Count) View(d desk.Context) desk.View {
	c = c.at(d)
	if c.gate.list == nil {
		return desk.View{}
	}
	return desk.View{List: c.list(d), Rows: c.gate.list(c, d)}
}

func (c Count) Seen(v desk.View, _ desk.Context) desk.Screen {
	c.cursor = &v.List
	return c
}

// list is where one is in the list: where work is left, until one moves.
func (c Count) list(d desk.Context) frame.List {
	if c.cursor != nil {
		return *c.cursor
	}
	return frame.List{At: firstLeft(d.Ahead)}
}
