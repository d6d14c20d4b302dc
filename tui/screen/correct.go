package screen

import (
	"shuping/internal/meeting"
	"shuping/internal/typed"
	"shuping/internal/words"
	"shuping/tui/key"
)

// After the count nothing is edited. A correction stands beside what it corrects,
// with who saw the paper and why, and the result gets a new version.

// mendGate is what a correction waits for: the numbers on the bundle and of the
// sheet, then its marks.
func (r Record) mendGate(s meeting.State) (gate, int) {
	if r.bundle < 1 || r.bundle > s.Round.Bundles.Len() || r.sheet < 1 {
		return gateCorrect, 0
	}
	return gateMend, s.Round.Bundles.At(r.bundle).Stack
}

// find takes the numbers of the sheet that is to be corrected.
func (r Record) find(m key.Meaning, c Context) (Screen, Answer) {
	switch m.What {
	case key.Up, key.Down:
		r.form = r.form.turn()
		return r, Answer{}
	case key.Confirm:
	default:
		return r, Answer{}
	}
	bundle, ok := r.form.number(0)
	sheet, both := r.form.number(1)
	switch {
	case !ok:
		r.form = r.form.to(0)
		return r, warn(words.NumberNeeded(c.Lang))
	case !both && r.form.at == 0:
		r.form = r.form.to(1)
		return r, Answer{}
	case !both:
		return r, warn(words.NumberNeeded(c.Lang))
	}
	if _, there := sheetAt(c.Ahead, bundle, sheet); !there {
		r.form = r.form.emptied()
		return r, warn(c.Say(words.NoSuchSheet, "bundle", bundle, "sheet", sheet))
	}
	r.bundle, r.sheet, r.draft = bundle, sheet, nil
	return r.at(c.Ahead), Answer{}
}

// sheetAt is what a sheet of a closed bundle says as it counts, and whether there
// is one.
func sheetAt(s meeting.State, bundle, sheet int) (meeting.Ballot, bool) {
	if bundle < 1 || bundle > s.Round.Bundles.Len() {
		return meeting.Ballot{}, false
	}
	b := s.Round.Bundles.At(bundle)
	if sheet < 1 || sheet > b.Sheets() {
		return meeting.Ballot{}, false
	}
	return b.Ballots[sheet-1], true
}

// correct asks who saw the paper and why the record was wrong.
func (r Record) correct(sheet int, b meeting.Ballot, c Context) (Screen, Answer) {
	order := meeting.CorrectSheet{Bundle: r.bundle, Sheet: sheet, Marks: b.Marks, Void: b.Void, By: anybody.By, Reason: anybody.Saw}
	r.mends, r.bundle = false, 0
	if refusal := c.try(order); refusal != nil {
		return r, warn(c.Refuse(refusal))
	}
	r.ask = askName(c, func(by string, c Context) Answer {
		next := askText(meeting.MaxReason, func(reason string, c Context) Answer {
			order.By, order.Reason = by, reason
			ans := c.submit(order)
			if !ans.Ring {
				ans.Say = c.Say(words.CorrectedNow, "version", c.after(order).Round.Version)
			}
			return ans
		}, words.CorrectWhy(c.Lang))
		return Answer{next: &next}
	}, c.Say(words.CorrectWho, "bundle", order.Bundle, "sheet", sheet, "words", r.words(c, b)))
	return r, Answer{}
}

// askComments asks on whom comments were written, then for the comments, one a
// line. They are stored together and in an order of their own.
func askComments(c Context) ask {
	p := c.Ahead.Plan
	choices := []string{words.CommentWhole(c.Lang)}
	for _, s := range p.Subjects {
		choices = append(choices, s.Label())
	}
	return askChoice(choices, func(i int, c Context) Answer {
		subject := ""
		if i > 0 {
			subject = p.Subjects[i-1].ID
		}
		next := askNotes(meeting.MaxText, "", func(text string, c Context) Answer {
			var list []meeting.Comment
			for _, line := range typed.Lines(text) {
				list = append(list, meeting.Comment{Subject: subject, Text: line})
			}
			if len(list) == 0 {
				return Answer{}
			}
			ans := c.submit(meeting.NoteComments{Comments: list})
			if !ans.Ring {
				ans.Say = c.Say(words.CommentKept, "n", len(list))
			}
			return ans
		}, choices[i], words.CommentWrite(c.Lang)).named(c, "remark:"+subject)
		return Answer{next: &next}
	}, words.CommentOf(c.Lang))
}
