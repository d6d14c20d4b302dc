package count

import (
	"shuping/internal/meeting"
	"shuping/internal/words"
	"shuping/tui/desk"
	"shuping/tui/key"
)

// Closed bundles are confirmed one by one: another person keys a bundle again without
// seeing what was keyed first, or sheets drawn by dice are read again.

// checking is the gates of a check that is under way.
var checking = []gate{
	{ // The second reading's sheets, counted by hand.
		waits: ofCheck(func(c Count, check meeting.Check) bool {
			return !check.Comparing() && (c.early || !c.more && len(check.Second) >= len(check.First)) && check.Gap() == 0
		}),
		says: func(_ Count, d desk.Context) string {
			c := d.Ahead.Round.Check
			return d.Say(words.SecondHand, "bundle", c.Bundle, "entered", len(c.Second))
		},
		next: said(words.NextHand),
		sample: func(_ Count, d desk.Context) string {
			return d.Say(words.CoachHand, "entered", len(d.Ahead.Round.Check.Second))
		},
		asks: numbers(words.GateCounted),
		states: func(c Count, list []int, d desk.Context) (Count, desk.Answer) {
			c.form = form{}
			return c.compared(d, meeting.CloseSecond{Sheets: list[0]})
		},
		follows: true,
		acts: append(lastSheet,
			action{Name: words.KeyMoreSheets, Shown: key.InMenu, When: may(func(c Count, s meeting.State) bool {
				return s.Round.Check.Way == meeting.BySecond && len(s.Round.Check.Second) < s.Size(c.of.stack)
			}), Do: turn(func(c *Count) { c.early, c.more = false, true })},
			slip(isSecondKeyed), leaveCheck, goOn),
	},
	{ // The marks of a sheet of the second reading.
		waits: ofCheck(func(_ Count, check meeting.Check) bool { return !check.Comparing() }),
		says:  func(_ Count, d desk.Context) string { return gapSays(d, d.Ahead.Round.Check.Gap()) },
		next:  nextMark,
		sample: func(c Count, d desk.Context) string {
			check := d.Ahead.Round.Check
			sheet := check.Sheet(len(check.Second))
			if sheet == 2 && check.Way == meeting.BySecond { // so that there is a difference to settle
				return d.Say(words.CoachSlip, "keys", c.sampleSlip(d.Ahead, sheetsBefore(d.Ahead)+1))
			}
			return d.Say(words.CoachSheet, "keys", c.sampleRuled(d.Ahead, sheetsBefore(d.Ahead)+sheet-1))
		},
		marks: &marking{many: true, doubts: true, ballot: Count.keyedAgain},
		acts: []action{
			{Name: words.KeyNoMoreSheets, Shown: key.InMenu, When: may(func(c Count, s meeting.State) bool {
				return len(c.draft) == 0 && len(s.Round.Check.Second) > 0 && s.Round.Check.Way != meeting.BySpot
			}), Do: closeEarly},
			slip(isSecondKeyed), leaveCheck, goOn,
		},
	},
	{ // The two readings have different numbers of sheets: a slip to mend.
		waits: ofCheck(func(_ Count, check meeting.Check) bool { return check.Uneven() }),
		says: func(_ Count, d desk.Context) string {
			c := d.Ahead.Round.Check
			return d.Say(words.UnevenNow, "bundle", c.Bundle, "first_by", c.FirstBy, "first", len(c.First), "by", c.By, "second", len(c.Second))
		},
		next:  said(words.NextUneven),
		below: nothing,
		acts: []action{
			{Keys: []string{"enter"}, Name: words.KeySlip, Do: asks(askSlip)},
			leaveCheck,
		},
	},
	{ // A differing sheet, keyed anew.
		waits: ofCheck(func(c Count, check meeting.Check) bool { _, n := check.Wants(); return n > 0 && c.sheet == n }),
		next:  nextMark,
		sample: unlessRuled(func(c Count, d desk.Context) string {
			return d.Say(words.CoachAgain, "keys", c.sampleRuled(d.Ahead, sheetsBefore(d.Ahead)+c.sheet-1))
		}),
		place: func(c Count, d desk.Context) (sheet, by string) {
			return d.Say(words.AgainPlace, "bundle", d.Ahead.Round.Check.Bundle, "sheet", c.sheet), wanted(d.Ahead.Round.Check)
		},
		marks: &marking{doubts: true, waits: true, ballot: func(c Count, b meeting.Ballot, d desk.Context) (Count, desk.Answer) {
			side, _ := d.Ahead.Round.Check.Wants()
			o := meeting.KeyAgain{Sheet: c.sheet, Of: side, Marks: b.Marks, Void: b.Void, Doubtful: b.Doubtful}
			c.sheet = 0
			return c, concluded(d, o)
		}},
		below: nothing,
		acts:  []action{leaveSheet, leaveCheck},
	},
	{ // Its number, typed from the paper.
		waits: ofCheck(func(_ Count, check meeting.Check) bool { _, n := check.Wants(); return n > 0 }),
		says: func(_ Count, d desk.Context) string {
			c := d.Ahead.Round.Check
			_, sheet := c.Wants()
			return d.Say(words.DiffersNow, "bundle", c.Bundle, "sheets", unsettled(d), "by", wanted(c), "sheet", sheet)
		},
		next: func(_ Count, d desk.Context) string {
			_, sheet := d.Ahead.Round.Check.Wants()
			return d.Say(words.NextDiffers, "by", wanted(d.Ahead.Round.Check), "sheet", sheet)
		},
		asks:   numbers(words.SheetLabel),
		states: taken(func(c meeting.Check) int { _, n := c.Wants(); return n }),
		below:  nothing,
		acts:   []action{slip(bySecond), leaveCheck},
	},
	{ // A sheet on which both still differ, ruled on by the scrutineer.
		waits: ofCheck(func(c Count, check meeting.Check) bool { return c.sheet == check.Disputed() }),
		next:  nextRuling(words.NextRule),
		place: func(c Count, d desk.Context) (sheet, by string) {
			return d.Say(words.RulePlace, "bundle", d.Ahead.Round.Check.Bundle, "sheet", c.sheet), ""
		},
		marks: &marking{waits: true, rules: true, ballot: Count.rule},
		below: nothing,
		acts:  []action{leaveSheet, leaveCheck},
	},
	{ // Its number, typed from the paper.
		waits: ofCheck(func(Count, meeting.Check) bool { return true }),
		says: func(_ Count, d desk.Context) string {
			sentence := words.DisputeNow
			if d.Ahead.Round.Check.Way == meeting.BySpot {
				sentence = words.SpotDisputeNow
			}
			return d.Say(sentence, "sheets", unsettled(d), "sheet", d.Ahead.Round.Check.Disputed())
		},
		next: func(_ Count, d desk.Context) string {
			return d.Say(words.NextDispute, "sheet", d.Ahead.Round.Check.Disputed())
		},
		asks:   numbers(words.SheetLabel),
		states: taken(meeting.Check.Disputed),
		below:  nothing,
		acts:   []action{leaveCheck},
	},
}

// ofCheck is when the count waits at a gate of the check that is under way.
func ofCheck(holds func(Count, meeting.Check) bool) func(Count, meeting.State) (about, bool) {
	return func(c Count, s meeting.State) (about, bool) {
		check := s.Round.Check
		if !check.Under() {
			return about{}, false
		}
		return about{stack: s.Round.Bundles.At(check.Bundle).Stack}, holds(c, check)
	}
}

// leaveCheck gives the check up, with a reason.
var leaveCheck = action{Name: words.KeyLeaveCheck, Shown: key.InMenu, When: may(func(c Count, _ meeting.State) bool { return len(c.draft) == 0 }), Do: asks(func(_ Count, d desk.Context) desk.Question {
	return desk.AskText(meeting.MaxReason, func(reason string, d desk.Context) desk.Answer {
		return d.Submit(meeting.LeaveCheck{Reason: reason})
	}, d.Say(words.LeaveCheckWhy, "bundle", d.Ahead.Round.Check.Bundle)).ByHand()
})}

// leaveSheet turns away from a sheet that is keyed for itself.
var leaveSheet = action{Keys: []string{"esc"}, Name: words.KeyBack, Do: turn(func(c *Count) { c.sheet, c.draft, c.mends = 0, nil, false })}

func bySecond(s meeting.State) bool { return s.Round.Check.Way == meeting.BySecond }

func isSecondKeyed(s meeting.State) bool { return bySecond(s) && len(s.Round.Check.Second) > 0 }

// wanted is the person whose entry is keyed anew now.
func wanted(c meeting.Check) string {
	if of, _ := c.Wants(); of == meeting.FirstEntry {
		return c.FirstBy
	}
	return c.By
}

// unsettled lists the sheets that are not settled.
func unsettled(d desk.Context) string {
	var list []int
	for _, x := range d.Ahead.Round.Check.Differs {
		if x.Final == nil {
			list = append(list, x.Sheet)
		}
	}
	return d.Numbers(list)
}

// check asks how what the cursor is on is confirmed, where the plan leaves that open,
// and by whom.
func (c Count) check(d desk.Context, _ int) (Count, desk.Answer) {
	list := counted(d.Ahead)
	e := list[c.list(d).Within(len(list)).At]
	c.cursor = nil
	if e.byPiles() {
		return c, desk.Asks(askPiles(d, e.stack, true))
	}
	if d.Ahead.Round.Bundles.At(e.bundle).Sheets() == 0 {
		return c, desk.Warn(words.EmptyBundle(d.Lang))
	}
	return c, desk.Asks(askWay(d, e.bundle))
}

// keyedAgain submits one more sheet of the second reading; the last drawn sheet of a
// spot check ends it.
func (c Count) keyedAgain(b meeting.Ballot, d desk.Context) (Count, desk.Answer) {
	check := d.Ahead.Round.Check
	if check.Way == meeting.BySpot && len(check.Second) == len(check.Drawn)-1 {
		return c.compared(d, keyed(b), meeting.CloseSecond{Sheets: len(check.Drawn)})
	}
	return c, d.Submit(keyed(b))
}

// compared submits what ends the second reading. The page that says what differs
// opens by itself.
func (c Count) compared(d desk.Context, o ...meeting.Order) (Count, desk.Answer) {
	ans := concluded(d, o...)
	if !ans.Ring && d.After(o...).Round.Check.Comparing() {
		c.doze = desk.Dozing(d)
	}
	return c, ans
}

// concluded submits what may end a check, and says so if it does.
func concluded(d desk.Context, o ...meeting.Order) desk.Answer {
	number, after := d.Ahead.Round.Check.Bundle, d.After(o...)
	ans := d.Submit(o...)
	switch b := after.Round.Bundles.At(number); {
	case after.Round.Check.Under():
		return ans
	case b.Checked != "" && b.Differed == 0:
		return ans.Saying(d.Say(words.CheckAgreed, "bundle", number, "sheets", b.Sheets()))
	case b.Checked != "":
		return ans.Saying(d.Say(words.CheckAgreedAfter, "bundle", number, "differed", b.Differed))
	default:
		return ans.Saying(d.Say(words.CheckDrawAnew, "bundle", number))
	}
}

// taken begins with a sheet that is keyed for itself. Its number is typed from the
// paper, so that nothing that was keyed for something else is taken for an answer.
func taken(which func(meeting.Check) int) func(Count, []int, desk.Context) (Count, desk.Answer) {
	return func(c Count, list []int, d desk.Context) (Count, desk.Answer) {
		c.form = form{}
		if n := which(d.Ahead.Round.Check); list[0] != n {
			return c, desk.Warn(d.Say(words.OtherSheet, "sheet", n, "typed", list[0]))
		}
		c.sheet, c.draft = list[0], nil
		return c, desk.Answer{}
	}
}

// rule asks who rules on the sheet, and why.
func (c Count) rule(b meeting.Ballot, d desk.Context) (Count, desk.Answer) {
	sheet := c.sheet
	c.sheet = 0
	return c, desk.Asks(afterRuling(b, d, askRuling(d, d.Say(words.RuleWho, "sheet", sheet, "words", ballotWords(d, b)), func(by, reason string, d desk.Context) desk.Answer {
		return concluded(d, meeting.RuleSheet{Sheet: sheet, Marks: b.Marks, Void: b.Void, By: by, Reason: reason})
	}, words.RuleWhy)))
}

// sheetsBefore is how many sheets lie in the bundles before the one that is checked.
func sheetsBefore(s meeting.State) int {
	n := 0
	for b := range s.Round.Bundles.Closed() {
		if b.Number < s.Round.Check.Bundle {
			n += b.Sheets()
		}
	}
	return n
}
