package screen

import (
	tea "charm.land/bubbletea/v2"

	"shuping/internal/meeting"
	"shuping/internal/tally"
	"shuping/tui/key"
)

// Record is where sheets pass the gates and are keyed. What it asks for follows
// from the state alone; what it holds itself is the sheet that is half keyed
// and the number that is half typed.
type Record struct {
	draft   []tally.Mark // the marks of the sheet in hand
	voiding bool         // 0 was pressed: the next digit is the reason
	early   bool         // the bundle is to be closed before it is full
	ruled   bool         // the last thing keyed was a ruling on a doubtful sheet
	again   gate         // a number that is to be stated anew, gateNone if none is
	gate    gate         // what the number fields were opened for
	stack   int          // the stack that the gate is about
	pick    int          // how far ↑↓ went through the stacks that may be next
	other   int          // and through those whose number is stated anew
	form    form
	ask     ask
}

// A gate is what the count waits for.
type gate int

const (
	gateNone    gate = iota
	gateHeads        // people expected and present
	gateIssue        // sheets handed out
	gateCollect      // sheets that came back
	gateOpen         // the next bundle
	gateSheet        // marks
	gateSettle       // the scrutineer's ruling on a doubtful sheet
	gateHand         // the bundle counted by hand
	gateFinish       // the scrutineer's word that counting is done
	gateClosed       // nothing: counted
	gateVoid         // a new round
)

// gateOf says where the count stands in the state s, and which stack it is
// about where there are several.
func (r Record) gateOf(s meeting.State) (gate, int) {
	round := s.Round
	b := round.Bundle
	if b.Open && !round.Closed && r.again == gateNone {
		return r.bundleGate(s), b.Stack
	}
	switch {
	case round.Closed:
		return gateClosed, 0
	case r.again != gateNone:
		return r.again, picked(r.all(s), r.other)
	case round.IsVoid():
		return gateVoid, picked(stacks(s, func(s meeting.State, n int) bool { return !empty(s, n) }), 0)
	}
	for _, step := range []struct {
		gate  gate
		lacks func(meeting.State, int) bool
	}{{gateHeads, lacksHeads}, {gateIssue, lacksIssue}, {gateCollect, lacksSheets}} {
		if list := stacks(s, step.lacks); len(list) > 0 {
			return step.gate, list[0]
		}
	}
	if list := stacks(s, hasUnread); len(list) > 0 {
		return gateOpen, picked(list, r.pick)
	}
	return gateFinish, 0
}

// bundleGate is what an open bundle waits for.
func (r Record) bundleGate(s meeting.State) gate {
	b := s.Round.Bundle
	full := len(b.Ballots) >= s.Plan.Sheets.Bundle || !hasUnread(s, b.Stack)
	switch {
	case (full || r.early) && b.FirstDoubtful() > 0:
		return gateSettle
	case full || r.early:
		return gateHand
	default:
		return gateSheet
	}
}

// at brings the screen to the gate that the state stands at: a field that was
// opened for another gate is closed.
func (r Record) at(s meeting.State) Record {
	if !s.Round.Bundle.Open || len(s.Round.Bundle.Ballots) == 0 {
		r.early = false
	}
	g, stack := r.gateOf(s)
	if g != r.gate || stack != r.stack || !r.form.made() {
		r.gate, r.stack, r.form = g, stack, newForm(g)
		r.voiding = false
	}
	if g != gateSheet && g != gateSettle && len(r.draft) > 0 {
		r.draft = nil
	}
	return r
}

func (r Record) Typing(c Context) bool {
	if r.ask.open() {
		return r.ask.typing()
	}
	return r.at(c.Ahead).form.open() && !c.Ahead.IsSealed()
}

func (r Record) Press(k tea.KeyPressMsg, c Context) (Screen, bool) {
	var taken bool
	if r.ask.open() {
		r.ask, taken = r.ask.press(k)
		return r, taken
	}
	r = r.at(c.Ahead)
	if key.Name(k) == "home" {
		return r, false // a number is short; Home turns to the one before it
	}
	r.form, taken = r.form.press(k)
	return r, taken
}

func (r Record) Paste(text string, c Context) (Screen, Answer) {
	if r.ask.open() {
		var ans Answer
		r.ask, ans = r.ask.paste(text, c)
		return r, ans
	}
	return r, warn(c.Words.Screen.PasteRefused)
}

func (r Record) Scope(c Context) key.Scope {
	if r.ask.open() {
		return r.ask.scope(c)
	}
	if c.Ahead.IsSealed() {
		return nil
	}
	r = r.at(c.Ahead)
	w := c.Words.Screen.Keys
	var scope key.Scope
	switch r.gate {
	case gateHeads:
		scope = key.Scope{key.On(key.Confirm, "Enter", w.Confirm, "enter"), key.On(key.Up, "↑↓", w.Choose, "up"), key.On(key.Down, "", "", "down")}
	case gateHand:
		scope = key.Scope{key.On(key.Confirm, "Enter", w.Confirm, "enter"), key.On(key.TakeBack, ".", w.TakeBack, ".")}
	case gateIssue, gateCollect, gateVoid:
		scope = key.Scope{key.On(key.Confirm, "Enter", w.Confirm, "enter")}
	case gateOpen:
		scope = key.Scope{key.On(key.Confirm, "Enter", w.OpenBundle, "enter")}
		if len(stacks(c.Ahead, hasUnread)) > 1 {
			scope = append(scope, r.others(c)...)
		}
	case gateFinish:
		scope = key.Scope{key.On(key.Confirm, "Enter", w.CloseCount, "enter")}
	case gateSheet, gateSettle:
		scope = r.sheetScope(c)
	}
	if r.again != gateNone && len(r.all(c.Ahead)) > 1 {
		scope = append(scope, r.others(c)...)
	}
	if r.again != gateNone || r.early && !r.voiding {
		scope = append(scope, key.On(key.Back, "Esc", w.Back, "esc"))
	}
	if r.restates(c.Ahead) != r.again && !r.voiding && len(r.draft) == 0 {
		scope = append(scope, key.On(key.First, "Home", w.Correct, "home"))
	}
	return scope
}

// restates is the number that Home turns to next: the one stated last, then
// the one before it, then back to the work.
func (r Record) restates(s meeting.State) gate {
	round := s.Round
	switch {
	case round.Closed || !s.Heads.Counted:
		return gateNone
	case r.again == gateHeads:
		return gateNone
	case round.IsVoid():
		return gateHeads
	case r.again == gateNone && len(stacks(s, isBack)) > 0:
		return gateCollect
	case r.again != gateIssue && len(stacks(s, isOut)) > 0:
		return gateIssue
	default:
		return gateHeads
	}
}

// others is the keys that go through the stacks.
func (r Record) others(c Context) key.Scope {
	if r.gate == gateHeads { // there ↑↓ go from field to field
		return key.Scope{key.On(key.PageUp, "PgUp/PgDn", c.Words.Screen.Keys.OtherStack, "pgup"), key.On(key.PageDown, "", "", "pgdown")}
	}
	return key.Scope{key.On(key.Up, "↑↓", c.Words.Screen.Keys.OtherStack, "up"), key.On(key.Down, "", "", "down")}
}

// sheetScope is the digits: nothing else is needed to key a sheet.
func (r Record) sheetScope(c Context) key.Scope {
	w, s := c.Words.Screen.Keys, c.Ahead
	if r.voiding {
		return append(key.Digits(1, len(s.Plan.Sheets.Voids), "1–"+digit(len(s.Plan.Sheets.Voids)), w.VoidReason),
			key.On(key.Back, "Esc", w.Back, "esc"))
	}
	grades := len(s.Plan.Rule.Scale)
	scope := key.Digits(1, grades, "1–"+digit(grades), w.Grade)
	if aside := s.Plan.Rule.Aside; aside != "" {
		scope = append(scope, key.Digits(grades+1, grades+1, digit(grades+1), aside)...)
	}
	scope = append(scope, key.Digits(9, 9, "9", w.Blank)...)
	scope = append(scope, key.Digits(8, 8, "8", w.Spoiled)...)
	if r.gate == gateSheet {
		scope = append(scope, key.Digits(7, 7, "7", w.Doubtful)...)
	}
	scope = append(scope, key.Digits(0, 0, "0", w.Void)...)
	scope = append(scope, key.On(key.TakeBack, ".", w.TakeBack, ".", "backspace"))
	if len(c.sheet(r.stack)) >= 10 && len(r.draft) > 0 {
		scope = append(scope, key.On(key.RestSame, "+", w.RestSame, "+", "="))
	}
	if r.gate == gateSheet && len(r.draft) == 0 && len(s.Round.Bundle.Ballots) > 0 {
		scope = append(scope, key.On(key.Last, "End", w.CloseEarly, "end"))
	}
	// Known, so that neither rings nor does anything while sheets are keyed.
	return append(scope, key.On(key.Nothing, "", "", "enter"))
}

func digit(n int) string { return string(rune('0' + n)) }

func (r Record) Do(m key.Meaning, c Context) (Screen, Answer) {
	if r.ask.open() {
		var ans Answer
		r.ask, ans = r.ask.do(m, c)
		return r, ans
	}
	r = r.at(c.Ahead)
	switch {
	case m.What == key.First:
		r.again = r.restates(c.Ahead)
		return r.from(c.Ahead).at(c.Ahead), Answer{}
	case m.What == key.Back && r.again != gateNone:
		r.again = gateNone
		return r.at(c.Ahead), Answer{}
	case m.What == key.Back && r.early && !r.voiding:
		r.early = false
		return r.at(c.Ahead), Answer{}
	}
	switch r.gate {
	case gateSheet, gateSettle:
		return r.sheet(m, c)
	default:
		return r.pass(m, c)
	}
}

// turn goes to the next field of a form, or else to the next stack.
func (r Record) turn(what key.What, c Context) Record {
	by := 1
	if what == key.Up || what == key.PageUp {
		by = -1
	}
	switch {
	case r.gate == gateHeads && (what == key.Up || what == key.Down):
		r.form = r.form.turn()
		return r
	case r.again != gateNone:
		r.other += by
	default:
		r.pick += by
	}
	return r.at(c.Ahead)
}

// pass answers at the gates where a number or a name is typed.
func (r Record) pass(m key.Meaning, c Context) (Screen, Answer) {
	switch m.What {
	case key.Up, key.Down, key.PageUp, key.PageDown:
		return r.turn(m.What, c), Answer{}
	case key.TakeBack:
		return r.takeBack(c)
	case key.Held:
		left := 0
		r.form, left = r.form.less(m.N)
		if r.gate != gateHand {
			left = 0 // nothing before this number was keyed with digits
		}
		return r.undo(left, c)
	case key.Confirm:
	default:
		return r, Answer{}
	}
	switch r.gate {
	case gateOpen:
		class, subject := c.Ahead.StackIDs(r.stack)
		return r, c.submit(meeting.OpenBundle{Class: class, Subject: subject})
	case gateFinish:
		r.ask = askScrutineer(c)
		return r, Answer{}
	case gateHeads:
		return r.heads(c)
	}
	n, ok := r.form.number(0)
	if !ok {
		return r, warn(c.Words.Screen.NumberNeeded)
	}
	r.form = r.form.emptied()
	switch r.gate {
	case gateIssue, gateVoid:
		return r.issue(n, c)
	case gateCollect:
		return r.collect(n, c)
	case gateHand:
		ans := c.submit(meeting.CloseBundle{Sheets: n})
		if !ans.Ring {
			ans.Say = c.Say(c.Words.Screen.BundleClosed, "bundle", c.Ahead.Round.Bundle.Number, "sheets", n)
		}
		return r, ans
	}
	return r, Answer{}
}

func (r Record) heads(c Context) (Screen, Answer) {
	expected, ok := r.form.number(0)
	present, both := r.form.number(1)
	switch {
	case ok && !both:
		r.form = r.form.to(1)
		return r, Answer{}
	case !ok:
		r.form = r.form.to(0)
		return r, warn(c.Words.Screen.NumberNeeded)
	}
	class, _ := c.Ahead.StackIDs(r.stack)
	return r.restated(c.submit(meeting.CountHeads{Class: class, Expected: expected, Present: present}))
}

// restated ends the correction of a number if it was accepted.
func (r Record) restated(ans Answer) (Screen, Answer) {
	if !ans.Ring {
		r.again = gateNone
	}
	r.form = r.form.emptied()
	return r, ans
}

// issue asks for a reason where more sheets go out than people are present.
func (r Record) issue(n int, c Context) (Screen, Answer) {
	orders := r.issues(n, "", c)
	refusal := c.try(orders...)
	if refusal == nil {
		return r.restated(order(orders...))
	}
	if refusal.Code != meeting.IssuedOverPresent {
		return r, warn(c.Refuse(refusal))
	}
	was := r
	r.again = gateNone
	r.ask = askText(meeting.MaxReason, func(reason string, c Context) Answer {
		return c.submit(was.issues(n, reason, c)...)
	}, c.Refuse(refusal))
	return r, Answer{}
}

func (r Record) issues(n int, reason string, c Context) []meeting.Order {
	s := c.Ahead
	var orders []meeting.Order
	for _, i := range r.alike(s) {
		class, subject := s.StackIDs(i)
		orders = append(orders, meeting.IssueSheets{Sheets: n, Reason: reason, Class: class, Subject: subject})
	}
	return orders
}

// collect asks again where more came back than went out: that voids the round.
func (r Record) collect(n int, c Context) (Screen, Answer) {
	class, subject := c.Ahead.StackIDs(r.stack)
	o := meeting.CollectSheets{Sheets: n, Class: class, Subject: subject}
	if refusal := c.try(o); refusal != nil {
		return r, warn(c.Refuse(refusal))
	}
	issued := c.Ahead.Round.Stacks[r.stack].Issued
	if n <= issued {
		return r.restated(order(o))
	}
	w := c.Words.Screen
	r.again = gateNone
	r.ask = askChoice([]string{w.CollectAgain, w.VoidRound}, func(i int, c Context) Answer {
		if i == 0 {
			return Answer{}
		}
		return c.submit(o)
	}, c.Say(w.CollectedOver, "collected", n, "issued", issued))
	return r, Answer{}
}

func askScrutineer(c Context) ask {
	return askText(meeting.MaxName, func(name string, c Context) Answer {
		if name == "" {
			return warn(c.Words.Screen.NameNeeded)
		}
		ans := c.submit(meeting.CloseCount{By: name})
		if !ans.Ring {
			ans.Say = c.Words.Screen.CountClosed
		}
		return ans
	}, c.Words.Screen.Scrutineer)
}
