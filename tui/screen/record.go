package screen

import (
	tea "charm.land/bubbletea/v2"

	"shuping/internal/meeting"
	"shuping/internal/tally"
	"shuping/internal/words"
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
	checks  bool         // the closed bundles are listed, to be confirmed
	cursor  int          // the bundle that the cursor of the list is on, 0 where work is left
	more    bool         // the second reading goes on beyond the number of the first
	sheet   int          // the sheet that is keyed anew, ruled on or corrected
	bundle  int          // and the bundle of one that is corrected
	row     int          // of piles: one more than the row that is counted anew, 0 for none
	mends   bool         // something is corrected after the count
	form    form
	ask     ask
	hush    hush // after a page of differences opened by itself
}

// at brings the screen to the gate that the state stands at: a field that was
// opened for another gate is closed.
func (r Record) at(s meeting.State) Record {
	if len(r.reading(s)) == 0 {
		r.early = false
	}
	if !s.Round.Check.Under() {
		r.more = false
	}
	g, stack := r.gateOf(s)
	if !s.Round.Piling.Under() {
		r.row = 0
	}
	row := 0
	if g.piles() {
		row = r.pileRow(s)
	}
	if g != r.gate || stack != r.stack || !r.form.made() || row != r.form.row {
		r.gate, r.stack, r.form = g, stack, newForm(g)
		if g.piles() {
			r.form = formOf(g, pileFields(s, row))
			r.form.row = row
		}
		r.voiding = false
	}
	if !g.reads() && len(r.draft) > 0 {
		r.draft = nil
	}
	return r
}

// reads reports whether marks are keyed at the gate.
func (g gate) reads() bool {
	switch g {
	case gateSheet, gateSettle, gateSecond, gateAgain, gateRule, gateMend:
		return true
	default:
		return false
	}
}

// anew reports whether one sheet is keyed for itself, and not the next of many.
func (g gate) anew() bool { return g.reads() && g != gateSheet && g != gateSecond }

// reading is the sheets of the bundle in hand, as whoever keys them now keyed
// them.
func (r Record) reading(s meeting.State) []meeting.Ballot {
	if c := s.Round.Check; c.Under() {
		return c.Second
	}
	return s.Round.Bundle.Ballots
}

func (r Record) Typing(c Context) bool {
	if r.ask.open() {
		return r.ask.typing()
	}
	return r.at(c.Ahead).form.open()
}

func (r Record) Press(k tea.KeyPressMsg, c Context) (Screen, bool) {
	var taken bool
	if r.ask.open() {
		r.ask, taken = r.ask.press(k)
		return r, taken
	}
	r = r.at(c.Ahead)
	if key.Name(k) == "left" && r.leaves() {
		return r, false // a number is short; ← gives the check up
	}
	if key.Name(k) == "home" {
		return r, false // a number is short; Home turns to the one before it
	}
	if _, deaf := r.hush.deaf(c); deaf {
		return r, false
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
	return r, warn(words.PasteRefused(c.Lang))
}

func (r Record) Scope(c Context) key.Scope {
	if r.ask.open() {
		return r.ask.scope(c)
	}
	r = r.at(c.Ahead)
	var scope key.Scope
	switch r.gate {
	case gateHeads:
		scope = key.Scope{key.On(key.Confirm, "Enter", words.KeyConfirm(c.Lang), "enter"), key.On(key.Up, "↑↓", words.KeyChoose(c.Lang), "up"), key.On(key.Down, "", "", "down")}
	case gateHand, gateSecondHand:
		scope = key.Scope{key.On(key.Confirm, "Enter", words.KeyConfirm(c.Lang), "enter"), key.On(key.TakeBack, ".", words.KeyTakeBack(c.Lang), ".")}
		if r.gate == gateSecondHand && c.Ahead.Round.Check.Way == meeting.BySecond && len(c.Ahead.Round.Check.Second) < c.Ahead.Size(r.stack) {
			scope = append(scope, key.On(key.Last, "End", words.KeyMoreSheets(c.Lang), "end"))
		}
	case gateDiffers, gateDispute:
		scope = key.Scope{key.On(key.Confirm, "Enter", words.KeyConfirm(c.Lang), "enter"), key.On(key.Left, "←", words.KeyLeaveCheck(c.Lang), "left")}
	case gateUneven:
		scope = key.Scope{key.On(key.Left, "←", words.KeyLeaveCheck(c.Lang), "left")}
	case gatePile, gatePileAgain, gatePileRule:
		scope = key.Scope{
			key.On(key.Confirm, "Enter", words.KeyConfirm(c.Lang), "enter"), key.On(key.Up, "↑↓", words.KeyChoose(c.Lang), "up"),
			key.On(key.Down, "", "", "down"), key.On(key.Left, "←", words.KeyLeavePiles(c.Lang), "left"),
		}
		if r.gate == gatePile && r.pileRow(c.Ahead) > 0 {
			scope = append(scope, key.On(key.PageUp, "PgUp", words.KeyRowBefore(c.Lang), "pgup"))
		}
	case gatePileHand:
		scope = key.Scope{
			key.On(key.Confirm, "Enter", words.KeyConfirm(c.Lang), "enter"), key.On(key.PageUp, "PgUp", words.KeyRowBefore(c.Lang), "pgup"),
			key.On(key.Left, "←", words.KeyLeavePiles(c.Lang), "left"),
		}
	case gatePileDiffers, gatePileDispute:
		scope = key.Scope{key.On(key.Confirm, "Enter", words.KeyConfirm(c.Lang), "enter"), key.On(key.Left, "←", words.KeyLeavePiles(c.Lang), "left")}
	case gateChecks:
		scope = key.Scope{
			key.On(key.Confirm, "Enter", words.KeyCheckBundle(c.Lang), "enter"), key.On(key.Up, "↑↓", words.KeyChoose(c.Lang), "up"),
			key.On(key.Down, "", "", "down"), key.On(key.Back, "Esc", words.KeyBack(c.Lang), "esc"),
		}
	case gateIssue, gateCollect, gateVoid:
		scope = key.Scope{key.On(key.Confirm, "Enter", words.KeyConfirm(c.Lang), "enter")}
	case gateOpen:
		scope = key.Scope{key.On(key.Confirm, "Enter", words.KeyOpenBundle(c.Lang), "enter")}
		if len(stacks(c.Ahead, hasUnread)) > 1 {
			scope = append(scope, r.others(c)...)
		}
	case gateFinish:
		scope = key.Scope{key.On(key.Confirm, "Enter", words.KeyCloseCount(c.Lang), "enter")}
	case gateSheet, gateSettle, gateSecond, gateAgain, gateRule, gateMend:
		scope = r.sheetScope(c)
	case gateCorrect:
		scope = key.Scope{
			key.On(key.Confirm, "Enter", words.KeyConfirm(c.Lang), "enter"), key.On(key.Up, "↑↓", words.KeyChoose(c.Lang), "up"),
			key.On(key.Down, "", "", "down"), key.On(key.Back, "Esc", words.KeyBack(c.Lang), "esc"),
		}
	case gateClosed:
		if c.Ahead.Round.Bundles.Len() > 0 {
			scope = append(scope, key.On(key.First, "Home", words.KeyCorrectSheet(c.Lang), "home"))
		}
	}
	if (r.gate == gateFinish || r.gate == gateClosed) && !c.Ahead.IsSealed() {
		scope = append(scope, key.On(key.More, "+", words.KeyComments(c.Lang), "+", "="))
	}
	if r.gate == gateSecond && len(r.draft) == 0 && !r.voiding {
		scope = append(scope, key.On(key.Left, "←", words.KeyLeaveCheck(c.Lang), "left"))
	}
	if r.slips(c.Ahead) && !r.voiding {
		scope = append(scope, key.On(key.Slip, "/", words.KeySlip(c.Lang), "/"))
	}
	if (r.gate == gateOpen || r.gate == gateFinish) && (c.Ahead.Round.Bundles.Len() > 0 || len(c.Ahead.UncheckedPiles()) > 0) {
		scope = append(scope, key.On(key.Right, "→", words.KeyChecks(c.Lang), "right"))
	}
	if (r.gate == gateOpen || r.gate == gateFinish) && len(piled(c.Ahead)) > 0 {
		scope = append(scope, key.On(key.Left, "←", words.KeyWithdrawPiles(c.Lang), "left"))
	}
	if r.gate == gateOpen && pilable(c.Ahead, r.stack) {
		scope = append(scope, key.On(key.Piles, "*", words.KeyPiles(c.Lang), "*"))
	}
	if r.again != gateNone && len(r.all(c.Ahead)) > 1 {
		scope = append(scope, r.others(c)...)
	}
	if r.again != gateNone || r.early && !r.voiding {
		scope = append(scope, key.On(key.Back, "Esc", words.KeyBack(c.Lang), "esc"))
	}
	if r.restates(c.Ahead) != r.again && !r.voiding && len(r.draft) == 0 && r.gate != gateChecks && !c.Ahead.Round.Check.Under() {
		scope = append(scope, key.On(key.First, "Home", words.KeyCorrect(c.Lang), "home"))
	}
	if r.hush.wary { // known, so that they are told to wait
		scope = append(scope, key.Digits(0, 9, "", "")...)
	}
	return scope
}

// sheetScope is the digits: nothing else is needed to key a sheet.
func (r Record) sheetScope(c Context) key.Scope {
	s := c.Ahead
	if r.voiding {
		return append(key.Digits(1, len(s.Plan.Sheets.Voids), "1–"+digit(len(s.Plan.Sheets.Voids)), words.KeyVoidReason(c.Lang)),
			key.On(key.TakeBack, ".", words.KeyTakeBack(c.Lang), ".", "backspace"), key.On(key.Back, "Esc", words.KeyBack(c.Lang), "esc"))
	}
	grades := len(s.Plan.Rule.Scale)
	scope := key.Digits(1, grades, "1–"+digit(grades), words.KeyGrade(c.Lang))
	if aside := s.Plan.Rule.Aside; aside != "" {
		scope = append(scope, key.Digits(grades+1, grades+1, digit(grades+1), aside)...)
	}
	scope = append(scope, key.Digits(9, 9, "9", words.BlankMark(c.Lang))...)
	scope = append(scope, key.Digits(8, 8, "8", words.SpoiledMark(c.Lang))...)
	if r.gate == gateSheet || r.gate == gateSecond || r.gate == gateAgain {
		scope = append(scope, key.Digits(7, 7, "7", words.DoubtfulSheet(c.Lang))...)
	}
	scope = append(scope, key.Digits(0, 0, "0", words.KeyVoid(c.Lang))...)
	scope = append(scope, key.On(key.TakeBack, ".", words.KeyTakeBack(c.Lang), ".", "backspace"))
	if len(c.sheet(r.stack)) >= 10 && len(r.draft) > 0 {
		scope = append(scope, key.On(key.RestSame, "+", words.KeyRestSame(c.Lang), "+", "="))
	}
	if !r.gate.anew() && len(r.draft) == 0 && len(r.reading(s)) > 0 && s.Round.Check.Way != meeting.BySpot {
		label := words.KeyCloseEarly(c.Lang)
		if r.gate == gateSecond {
			label = words.KeyNoMoreSheets(c.Lang)
		}
		scope = append(scope, key.On(key.Last, "End", label, "end"))
	}
	if r.gate == gateAgain && len(r.draft) == len(c.sheet(r.stack)) {
		scope = append(key.Scope{key.On(key.Confirm, "Enter", words.KeyConfirm(c.Lang), "enter")}, scope...)
	}
	if r.gate.anew() && r.gate != gateSettle {
		scope = append(scope, key.On(key.Back, "Esc", words.KeyBack(c.Lang), "esc"))
	}
	// Known, so that neither rings nor does anything while sheets are keyed.
	return append(scope, key.On(key.Nothing, "", "", "enter"))
}

func digit(n int) string { return string(rune('0' + n)) }

func (r Record) Do(m key.Meaning, c Context) (Screen, Answer) {
	next, ans := r.do(m, c)
	if ans.opens {
		r = next.(Record)
		r.hush = hushed(c)
		return r, ans
	}
	return next, ans
}

func (r Record) do(m key.Meaning, c Context) (Screen, Answer) {
	if r.ask.open() {
		var ans Answer
		r.ask, ans = r.ask.do(m, c)
		return r, ans
	}
	r = r.at(c.Ahead)
	var deaf bool
	if r.hush, deaf = r.hush.deaf(c); deaf {
		return r, warn(words.QuestionNotYet(c.Lang))
	}
	switch {
	case m.What == key.More:
		r.ask = askComments(c)
		return r, Answer{}
	case m.What == key.First && r.gate == gateClosed:
		r.mends, r.bundle, r.sheet = true, 0, 0
		return r.at(c.Ahead), Answer{}
	case m.What == key.Back && r.gate == gateCorrect:
		r.mends = false
		return r.at(c.Ahead), Answer{}
	case m.What == key.Slip:
		return r.askSlip(c)
	case m.What == key.Left && (r.gate == gateOpen || r.gate == gateFinish):
		r.ask = askWithdrawPiles(c)
		return r, Answer{}
	case m.What == key.Left && r.gate.ofPiles():
		r.ask = askLeavePiles(c)
		return r, Answer{}
	case m.What == key.Left:
		r.ask = askLeaveCheck(c)
		return r, Answer{}
	case m.What == key.Piles:
		r.ask = askPiles(c, r.stack, false)
		return r, Answer{}
	case m.What == key.Right && len(c.Ahead.UncheckedPiles()) > 0:
		r.ask = askPiles(c, c.Ahead.UncheckedPiles()[0], true)
		return r, Answer{}
	case m.What == key.Right:
		r.checks = true
		return r.at(c.Ahead), Answer{}
	case m.What == key.Back && r.gate.anew() && r.gate != gateSettle && !r.voiding:
		r.sheet, r.draft, r.mends = 0, nil, false
		return r.at(c.Ahead), Answer{}
	case m.What == key.First:
		r.again = r.restates(c.Ahead)
		return r.from(c.Ahead).at(c.Ahead), Answer{}
	case m.What == key.Back && r.again != gateNone:
		r.again = gateNone
		return r.at(c.Ahead), Answer{}
	case m.What == key.Back && r.early && !r.voiding:
		r.early, r.draft = false, nil // half a ruling is no beginning of the next sheet
		return r.at(c.Ahead), Answer{}
	}
	switch r.gate {
	case gateSheet, gateSettle, gateSecond, gateAgain, gateRule, gateMend:
		return r.key(m, c)
	case gateChecks:
		return r.checking(m, c)
	case gateCorrect:
		return r.find(m, c)
	case gatePile, gatePileAgain, gatePileRule:
		return r.piles(m, c)
	default:
		return r.pass(m, c)
	}
}

// Draft is what is being written and would be lost by a sudden end.
func (r Record) Draft() (name, text string) {
	return r.ask.draft()
}
