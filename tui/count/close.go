package count

import (
	"shuping/internal/meeting"
	"shuping/internal/typed"
	"shuping/internal/words"
	"shuping/tui/desk"
	"shuping/tui/key"
)

// After the count nothing is edited. A correction stands beside what it corrects, with
// who saw the paper and why, and the result gets a new version.

// corrections is the gates of a count that is closed.
var corrections = []gate{
	{ // The marks of the sheet that is corrected.
		waits: func(c Count, s meeting.State) (about, bool) {
			if _, there := sheetAt(s, c.bundle, c.sheet); !there || !isMendable(s) || !c.mends {
				return about{}, false
			}
			return about{stack: s.Round.Bundles.At(c.bundle).Stack}, true
		},
		says: func(c Count, d desk.Context) string {
			was, _ := sheetAt(d.Ahead, c.bundle, c.sheet)
			return d.Say(words.MendWas, "words", ballotWords(d, was))
		},
		next: nextMark,
		sample: unlessRuled(func(c Count, d desk.Context) string {
			return d.Say(words.CoachAgain, "keys", c.sampleKeys(d.Ahead, []string{"1"}))
		}),
		place: func(c Count, d desk.Context) (sheet, by string) {
			return d.Say(words.MendPlace, "bundle", c.bundle, "sheet", c.sheet), ""
		},
		marks: &marking{waits: true, ballot: Count.correct},
		below: nothing,
		acts:  []action{leaveSheet},
	},
	{ // Its numbers.
		waits:  func(c Count, s meeting.State) (about, bool) { return about{}, isMendable(s) && c.mends },
		says:   said(words.CorrectNow),
		next:   said(words.NextCorrect),
		sample: said(words.CoachMend),
		asks:   numbers(words.BundleLabel, words.SheetLabel),
		states: func(c Count, list []int, d desk.Context) (Count, desk.Answer) {
			c.form = form{}
			if _, there := sheetAt(d.Ahead, list[0], list[1]); !there {
				return c, desk.Warn(d.Say(words.NoSuchSheet, "bundle", list[0], "sheet", list[1]))
			}
			c.bundle, c.sheet, c.draft = list[0], list[1], nil
			return c, desk.Answer{}
		},
		acts: []action{{Keys: []string{"esc"}, Name: words.KeyBack, Do: turn(func(c *Count) { c.mends = false })}},
	},
	{ // Nothing: it is counted.
		waits: func(_ Count, s meeting.State) (about, bool) { return about{}, s.Round.Closed },
		says: func(_ Count, d desk.Context) string {
			r := d.State.Round
			return d.Say(words.GateClosed, "by", d.Ahead.Round.ClosedBy, "valid", r.Valid, "void", r.Void, "collected", r.Collected)
		},
		next: said(words.NextClosed),
		sample: func(_ Count, d desk.Context) string {
			if d.Ahead.Round.Version < 2 {
				return words.CoachCorrect(d.Lang)
			}
			return words.NextClosed(d.Lang)
		},
		beside: stamped,
		acts: []action{
			{Keys: []string{"enter"}, Name: words.KeySeeResult, Do: func(c Count, _ desk.Context, _ int) (Count, desk.Answer) {
				return c, desk.Answer{Go: desk.ResultPlace}
			}},
			comments,
		},
	},
}

// ending is the gate at which the count is closed. It is the last one: what waits for
// nothing else waits here.
var ending = []gate{{
	waits: func(Count, meeting.State) (about, bool) { return about{}, true },
	says: func(_ Count, d desk.Context) string {
		r := d.State.Round // on disk: what still waits is no sum yet
		return d.Say(words.GateFinish, "valid", r.Valid, "void", r.Void, "collected", r.Collected)
	},
	next: func(_ Count, d desk.Context) string {
		if d.Ahead.Round.Reopened {
			return words.NextReopened(d.Lang)
		}
		return words.NextFinish(d.Lang)
	},
	sample: func(_ Count, d desk.Context) string {
		if len(d.Ahead.Unchecked()) == d.Ahead.Round.Bundles.Len() {
			return words.CoachList(d.Lang)
		}
		return words.CoachClose(d.Lang)
	},
	beside: drawCover,
	acts: []action{
		{Keys: []string{"enter"}, Name: words.KeyCloseCount, ByHand: true, Do: Count.finish},
		listCounted,
		withdrawPiles,
		comments,
	},
}}

// sheetAt is what a sheet of a closed bundle says as it counts, and whether there is
// one.
func sheetAt(s meeting.State, bundle, sheet int) (meeting.Ballot, bool) {
	b, _ := s.Round.Bundles.Find(bundle)
	if sheet < 1 || sheet > len(b.Ballots) || b.Ballots[sheet-1].Withdrawn {
		return meeting.Ballot{}, false
	}
	return b.Ballots[sheet-1], true
}

// correct asks who saw the paper and why the record was wrong.
func (c Count) correct(b meeting.Ballot, d desk.Context) (Count, desk.Answer) {
	o := meeting.CorrectSheet{Bundle: c.bundle, Sheet: c.sheet, Marks: b.Marks, Void: b.Void, By: anybody.By, Reason: anybody.Saw}
	c.mends, c.bundle, c.sheet = false, 0, 0
	if refusal := d.Try(o); refusal != nil {
		return c, desk.Warn(d.Refuse(refusal))
	}
	who := d.Say(words.CorrectWho, "bundle", o.Bundle, "sheet", o.Sheet, "words", ballotWords(d, b))
	return c, desk.Asks(afterRuling(b, d, askRuling(d, who, func(by, reason string, d desk.Context) desk.Answer {
		o.By, o.Reason = by, reason
		said := words.CorrectedOpen(d.Lang)
		if r := d.After(o).Round; r.Closed {
			said = d.Say(words.CorrectedNow, "version", r.Version)
		}
		return d.Submit(o).Saying(said)
	}, words.CorrectWhy)))
}

// finish is the scrutineer's word that counting is done. Where the plan leaves checks
// open, they are left out only on purpose.
func (c Count) finish(d desk.Context, _ int) (Count, desk.Answer) {
	return c.finishAs("", d)
}

// finishAs closes the count; where the sheets were counted anew and the two counts
// differ, it asks first which of them stands.
func (c Count) finishAs(stands meeting.Side, d desk.Context) (Count, desk.Answer) {
	order := func(w meeting.Witness) meeting.Order { return meeting.CloseCount{By: w.By, Saw: w.Saw, Stands: stands} }
	if refusal := d.Try(order(anybody)); refusal != nil && refusal.Code == meeting.RecountDiffers {
		return c, desk.Asks(desk.AskChoice([]string{words.StandsNeither(d.Lang), words.StandsFirst(d.Lang), words.StandsSecond(d.Lang)}, func(i int, d desk.Context) desk.Answer {
			if i == 0 {
				return desk.Answer{}
			}
			_, ans := c.finishAs([]meeting.Side{meeting.FirstEntry, meeting.SecondEntry}[i-1], d)
			return ans
		}, d.Say(words.StandsAsk, "subjects", refusal.Values["subjects"])).ByHand())
	} else if refusal != nil {
		return c, desk.Warn(d.Refuse(refusal))
	}
	witness := desk.Asks(askWitness(d, words.SawCounted(d.Lang), func(w meeting.Witness, d desk.Context) desk.Answer {
		return d.Submit(order(w)).Saying(words.CountClosed(d.Lang))
	}, words.Scrutineer(d.Lang)))
	left := unconfirmed(d.Ahead)
	if left == 0 {
		return c, witness
	}
	return c, desk.Asks(desk.AskChoice([]string{words.CheckFirst(d.Lang), words.CheckNot(d.Lang)}, func(i int, _ desk.Context) desk.Answer {
		if i == 0 {
			return desk.Answer{Onto: func(s desk.Screen) desk.Screen { return s.(Count).toList() }}
		}
		return witness
	}, d.Say(words.ChecksAsk, "bundles", left)).ByHand())
}

// comments takes what was written on sheets: on whom, then the comments, one a line.
// They are stored together and in an order of their own.
var comments = action{Keys: []string{"ctrl+n"}, Name: words.KeyComments, Shown: key.InMenu, When: may(func(_ Count, s meeting.State) bool { return !s.IsSealed() }), Do: asks(func(_ Count, d desk.Context) desk.Question {
	p := d.Ahead.Plan
	choices := []string{words.CommentWhole(d.Lang)}
	for _, s := range p.Subjects {
		choices = append(choices, s.Label())
	}
	return desk.AskChoice(choices, func(i int, d desk.Context) desk.Answer {
		subject := ""
		if i > 0 {
			subject = p.Subjects[i-1].ID
		}
		return desk.Asks(desk.AskNotes(meeting.MaxText, "", func(text string, d desk.Context) desk.Answer {
			return noted(d, subject, text)
		}, choices[i], words.CommentWrite(d.Lang)).Named(d, "remark:"+subject))
	}, words.CommentOf(d.Lang))
})}

// noted stores the lines of a text as comments.
func noted(d desk.Context, subject, text string) desk.Answer {
	var list []meeting.Comment
	for _, line := range typed.Lines(text) {
		list = append(list, meeting.Comment{Subject: subject, Text: line})
	}
	if len(list) == 0 {
		return desk.Answer{}
	}
	return d.Submit(meeting.NoteComments{Comments: list}).Saying(d.Say(words.CommentKept, "n", len(list)))
}
