package screen

import (
	"shuping/internal/meeting"
	"shuping/internal/words"
)

// take begins to key a differing sheet anew. Its number is typed from the paper,
// so that nothing that was keyed for something else is taken for an answer.
func (r Record) take(n int, c Context) (Screen, Answer) {
	_, wanted := c.Ahead.Round.Check.Wants()
	if r.gate == gateDispute {
		wanted = c.Ahead.Round.Check.Disputed()
	}
	if n != wanted {
		return r, warn(c.Say(words.OtherSheet, "sheet", wanted, "typed", n))
	}
	r.sheet, r.draft = n, nil
	return r.at(c.Ahead), Answer{}
}

// read hands over what was read from a differing sheet: as one of the two people,
// or as the scrutineer, who gives the reason.
func (r Record) read(b meeting.Ballot, c Context) (Screen, Answer) {
	sheet := r.sheet
	r.draft, r.voiding, r.sheet = nil, false, 0
	switch r.gate {
	case gateMend:
		return r.correct(sheet, b, c)
	case gateRule:
		return r.rule(sheet, b, c)
	}
	side, _ := c.Ahead.Round.Check.Wants()
	return r, r.concluded(c, meeting.KeyAgain{Sheet: sheet, Of: side, Marks: b.Marks, Void: b.Void, Doubtful: b.Doubtful})
}

func (r Record) rule(sheet int, b meeting.Ballot, c Context) (Screen, Answer) {
	was := r
	r.ask = askName(c, func(by string, c Context) Answer {
		next := askText(meeting.MaxReason, func(reason string, c Context) Answer {
			return was.concluded(c, meeting.RuleSheet{Sheet: sheet, Marks: b.Marks, Void: b.Void, By: by, Reason: reason})
		}, words.RuleWhy(c.Lang))
		return Answer{next: &next}
	}, c.Say(words.RuleWho, "sheet", sheet, "words", r.words(c, b)))
	return r, Answer{}
}

// side is the person whose entry is keyed anew now.
func side(s meeting.State) string {
	if of, _ := s.Round.Check.Wants(); of == meeting.FirstEntry {
		return s.Round.Check.FirstBy
	}
	return s.Round.Check.By
}

// unsettled lists the sheets that are not settled.
func (c Context) unsettled() string {
	var list []int
	for _, d := range c.Ahead.Round.Check.Differs {
		if d.Final == nil {
			list = append(list, d.Sheet)
		}
	}
	return c.numbers(list)
}
