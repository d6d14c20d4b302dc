package count

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"shuping/internal/meeting"
	"shuping/internal/plan"
	"shuping/internal/tally"
	"shuping/internal/words"
	"shuping/tui/desk"
	"shuping/tui/key"
)

// A marking is how marks are keyed at a gate.
type marking struct {
	// ballot is what a whole sheet becomes.
	ballot func(Count, meeting.Ballot, desk.Context) (Count, desk.Answer)
	many   bool // one sheet after another, and the last can be taken back
	doubts bool // a sheet can be set aside
	waits  bool // a whole sheet waits for Enter, since nothing takes it back
	rules  bool // it is a ruling, which looks like nothing else that is keyed
}

// marks is how a sheet is keyed under a plan: a digit for each grade, and what is
// the same under every plan.
func marks(p plan.Plan) []action {
	grades := p.Rule.Boxes()
	list := []action{byHand(desk.Choice(words.KeyGrade, 1, grades, unlessWhole(func(c Count, d desk.Context, n int) (Count, desk.Answer) {
		return c.mark(p.Rule.InBox(n)).complete(d)
	})))}
	if p.Rule.Aside != "" { // its key follows those of the grades
		list = append(list, action{Keys: []string{digit(grades + 1)}, ByHand: true, Called: func(_ Count, d desk.Context) string {
			return d.Ahead.Plan.Rule.Aside
		}, Do: marked(tally.Aside)})
	}
	return append(list, everySheet...)
}

// everySheet is how a sheet is keyed under every plan.
var everySheet = []action{
	{Keys: []string{"9"}, Name: words.BlankMark, ByHand: true, Do: marked(tally.Blank)},
	{Keys: []string{"8"}, Name: words.SpoiledMark, ByHand: true, Do: marked(tally.Spoiled)},
	{Keys: []string{"7"}, Name: words.DoubtfulSheet, ByHand: true, When: may(func(c Count, _ meeting.State) bool { return c.gate.marks.doubts }), Do: unlessWhole(Count.setAside)},
	{Keys: []string{"0"}, Name: words.KeyVoid, ByHand: true, Do: unlessWhole(turn(func(c *Count) { c.voiding = true }))},
	{Keys: []string{".", "backspace"}, Name: words.KeyTakeBack, ByHand: true, Do: Count.takeBack},
	{Keys: []string{"ctrl+z"}, Name: words.KeySheetBack, Shown: key.InMenu, ByHand: true, When: may(Count.canTakeSheet), Do: Count.takeSheet},
	{Keys: []string{"+", "="}, Name: words.KeyRestSame, ByHand: true, When: may(func(c Count, s meeting.State) bool {
		return len(sheetRows(s, c.of.stack)) >= 10 && len(c.draft) > 0 && !c.whole(s)
	}), Do: Count.restSame},
	{Name: words.KeyByException, Shown: key.InMenu, When: may(func(c Count, s meeting.State) bool {
		c.rowwise = 0
		return c.byException(s)
	}), Do: turn(func(c *Count) { c.rowwise, c.draft = 0, nil })},
	{Keys: []string{"enter"}, Name: words.KeyConfirm, ByHand: true, When: may(func(c Count, s meeting.State) bool { return c.gate.marks.waits && c.whole(s) }), Do: Count.handOver},
	// Known, so that it neither rings nor does anything while sheets are keyed.
	{Keys: []string{"enter"}, Shown: key.Hidden, Do: turn(func(*Count) {})},
}

// voids is how the reason is keyed why a sheet is void.
func voids(p plan.Plan) []action {
	back := turn(func(c *Count) { c.voiding = false })
	reason := byHand(desk.Choice(words.KeyVoidReason, 1, len(p.Sheets.Voids), Count.void))
	if some := p.Sheets.Reasons(); len(some) < len(p.Sheets.Voids) { // a retired one is refused by its name
		reason.Cap = strings.Trim(fmt.Sprint(some), "[]")
	}
	return []action{
		reason,
		{Keys: []string{".", "backspace"}, Name: words.KeyTakeBack, Do: back},
		{Keys: []string{"esc"}, Name: words.KeyBack, Do: back},
	}
}

func byHand(a action) action {
	a.ByHand = true
	return a
}

func digit(n int) string { return string(rune('0' + n)) }

// marked is the action that marks the row in hand.
func marked(m tally.Mark) doing {
	return unlessWhole(func(c Count, d desk.Context, _ int) (Count, desk.Answer) { return c.mark(m).complete(d) })
}

// unlessWhole is what a digit does, unless the sheet is whole and waits for Enter.
func unlessWhole(do doing) doing {
	return func(c Count, d desk.Context, n int) (Count, desk.Answer) {
		if c.whole(d.Ahead) {
			return c, desk.Warn(words.AgainConfirm(d.Lang))
		}
		return do(c, d, n)
	}
}

func (c Count) whole(s meeting.State) bool { return len(c.draft) == len(sheetRows(s, c.of.stack)) }

func (c Count) mark(m tally.Mark) Count {
	n := len(c.draft)
	c.draft = append(c.draft[:n:n], m)
	return c
}

// complete hands the sheet over once its last row is keyed.
func (c Count) complete(d desk.Context) (Count, desk.Answer) {
	switch {
	case !c.whole(d.Ahead):
		return c, desk.Answer{}
	case c.gate.marks.waits:
		return c, desk.Answer{Say: words.AgainConfirm(d.Lang)}
	default:
		return c.handOver(d, 0)
	}
}

func (c Count) handOver(d desk.Context, _ int) (Count, desk.Answer) {
	return c.read(meeting.Ballot{Marks: c.draft}, d)
}

func (c Count) setAside(d desk.Context, _ int) (Count, desk.Answer) {
	return c.read(meeting.Ballot{Doubtful: true}, d)
}

func (c Count) void(d desk.Context, n int) (Count, desk.Answer) {
	return c.read(meeting.Ballot{Void: n}, d)
}

// read is what became of the sheet in hand.
func (c Count) read(b meeting.Ballot, d desk.Context) (Count, desk.Answer) {
	c.draft, c.typed, c.voiding, c.undone = nil, nil, false, ""
	return c.gate.marks.ballot(c, b, d)
}

// restSame marks the rest of the sheet like the row before.
func (c Count) restSame(d desk.Context, _ int) (Count, desk.Answer) {
	for !c.whole(d.Ahead) {
		c = c.mark(c.draft[len(c.draft)-1])
	}
	return c.complete(d)
}

// keyed is the order that enters a sheet where one is keyed after another.
func keyed(b meeting.Ballot) meeting.Order {
	switch {
	case b.Doubtful:
		return meeting.SetAside{}
	case b.Void > 0:
		return meeting.VoidBallot{Reason: b.Void}
	default:
		return meeting.EnterBallot{Marks: b.Marks}
	}
}

// takeBack drops the last mark, or else the last sheet.
func (c Count) takeBack(d desk.Context, n int) (Count, desk.Answer) {
	if len(c.draft) == 0 {
		return c.takeSheet(d, n)
	}
	k := len(c.draft) - 1
	c.draft = c.draft[:k:k]
	return c, desk.Answer{}
}

// soon is how soon after one a second sheet cannot be taken back: the same key, pressed to
// drop one mark more, must not drop a sheet nobody looked at.
const soon = time.Second

// canTakeSheet reports whether a sheet was keyed that can be taken back.
func (c Count) canTakeSheet(s meeting.State) bool {
	return (c.gate.follows || c.gate.marks.many) && len(keyedSheets(s)) > 0
}

// takeSheet takes back the sheet in hand, or else the last stored one, and shows what
// it said.
func (c Count) takeSheet(d desk.Context, _ int) (Count, desk.Answer) {
	switch {
	case c.HalfKeyed():
		c.draft, c.typed = nil, nil
		return c, desk.Answer{}
	case c.gate.marks != nil && !c.gate.marks.many, d.Pressed.Sub(c.taken) < soon:
		return c, desk.Answer{}
	}
	said := ""
	if at := newestPlace(d.Ahead); at > 0 {
		said = d.Say(words.TakenBack, "sheet", sheetPlace(d.Ahead, at-1), "words", ballotWords(d, keyedSheets(d.Ahead)[at-1]))
	}
	ans := d.Submit(meeting.TakeBack{})
	if !ans.Ring {
		c.taken, c.undone = d.Pressed, said
	}
	return c, ans
}

// keyedSheets is the sheets of the bundle in hand, as whoever keys them now keyed them.
func keyedSheets(s meeting.State) []meeting.Ballot {
	if s.Round.Check.Under() {
		return s.Round.Check.Second
	}
	return s.Round.Bundle.Ballots
}

// sheetPlace is where in the bundle the sheet at index i of the reading lies.
func sheetPlace(s meeting.State, i int) int {
	if s.Round.Check.Under() {
		return s.Round.Check.Sheet(i)
	}
	return i + 1
}

// newestPlace is where in the reading the sheet stands that was keyed last, from 1: or the
// gap that would close.
func newestPlace(s meeting.State) int {
	list, filled := keyedSheets(s), s.Round.Bundle.Filled
	if s.Round.Check.Under() {
		filled = s.Round.Check.Filled
	}
	switch gap := slices.IndexFunc(list, func(b meeting.Ballot) bool { return b.Missing }); {
	case filled > 0:
		return filled
	case gap >= 0:
		return gap + 1
	default:
		return len(list)
	}
}

// undo takes back the marks that a held key made: those of the sheet in hand, and of
// the sheets that they completed all but what a hand had keyed. A sheet that is keyed
// for itself stays: taking back would hit another one.
func (c Count) undo(n int, d desk.Context) (Count, desk.Answer) {
	ans := desk.Warn(words.HeldKey(d.Lang))
	for ; n > 0; n-- {
		if k := len(c.draft); k > 0 {
			c.draft = c.draft[: k-1 : k-1]
			continue
		}
		if k := len(c.typed); k > 0 {
			c.typed = c.typed[: k-1 : k-1]
			continue
		}
		if c.byException(d.Ahead) {
			return c, ans
		}
		s := d.After(ans.Orders...)
		at := newestPlace(s)
		if c.gate.marks != nil && !c.gate.marks.many || at == 0 || keyedSheets(s)[at-1].Missing {
			return c, ans
		}
		last := keyedSheets(s)[at-1]
		ans.Orders = append(ans.Orders, meeting.TakeBack{})
		k := max(0, len(last.Marks)-1)
		c.draft = last.Marks[:k:k]
	}
	return c, ans
}
