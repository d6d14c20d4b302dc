package screen

import (
	"slices"

	"shuping/internal/meeting"
	"shuping/internal/tally"
	"shuping/internal/words"
	"shuping/tui/key"
)

// key answers while marks are keyed.
func (r Record) key(m key.Meaning, c Context) (Screen, Answer) {
	if r.voiding {
		return r.void(m, c)
	}
	whole := len(r.draft) == len(c.sheet(r.stack))
	switch m.What {
	case key.Confirm:
		if whole {
			return r.read(meeting.Ballot{Marks: r.draft}, c)
		}
	case key.Digit:
		if whole {
			return r, warn(words.AgainConfirm(c.Lang))
		}
		return r.digit(m.N, c)
	case key.TakeBack:
		return r.takeBack(c)
	case key.RestSame:
		for len(r.draft) < len(c.sheet(r.stack)) {
			r = r.mark(r.draft[len(r.draft)-1])
		}
		return r.complete(c)
	case key.Last:
		r.early = true
		return r.at(c.Ahead), Answer{}
	case key.Held:
		return r.undo(m.N, c)
	}
	return r, Answer{}
}

func (r Record) digit(n int, c Context) (Screen, Answer) {
	switch {
	case n == 0:
		r.voiding = true
		return r, Answer{}
	case n == 7:
		r.draft, r.ruled = nil, false
		if r.gate == gateAgain {
			return r.read(meeting.Ballot{Doubtful: true}, c)
		}
		return r, r.keyed(c, meeting.SetAside{})
	}
	m := tally.Mark(n)
	if n == len(c.Ahead.Plan.Rule.Scale)+1 {
		m = tally.Aside // its key follows those of the grades
	}
	return r.mark(m).complete(c)
}

func (r Record) mark(m tally.Mark) Record {
	n := len(r.draft)
	r.draft = append(r.draft[:n:n], m)
	return r
}

// complete submits the sheet once its last row is keyed.
func (r Record) complete(c Context) (Screen, Answer) {
	if len(r.draft) < len(c.sheet(r.stack)) {
		return r, Answer{}
	}
	if r.gate == gateAgain { // nothing takes it back: it waits for Enter
		return r, Answer{Say: words.AgainConfirm(c.Lang)}
	}
	marks := r.draft
	r.draft, r.ruled = nil, r.gate == gateSettle
	switch {
	case r.ruled:
		return r.settle(meeting.Settle{Marks: marks}, c)
	case r.gate.anew():
		return r.read(meeting.Ballot{Marks: marks}, c)
	default:
		return r, r.keyed(c, meeting.EnterBallot{Marks: marks})
	}
}

// keyed submits one more sheet; the last drawn sheet of a spot check ends it.
func (r Record) keyed(c Context, o meeting.Order) Answer {
	check := c.Ahead.Round.Check
	if check.Way == meeting.BySpot && len(check.Second) == len(check.Drawn)-1 {
		return r.concluded(c, o, meeting.CloseSecond{Sheets: len(check.Drawn)})
	}
	return c.submit(o)
}

// settle submits the ruling on the first doubtful sheet, and asks first who
// rules.
func (r Record) settle(o meeting.Settle, c Context) (Screen, Answer) {
	o.Place = c.Ahead.Round.Bundle.FirstDoubtful()
	if refusal := c.try(o); refusal != nil {
		return r, warn(c.Refuse(refusal))
	}
	r.ask = askName(c, func(by string, c Context) Answer {
		o.By = by
		return c.submit(o)
	}, c.Say(words.RuleWho, "sheet", o.Place, "words", r.words(c, meeting.Ballot{Marks: o.Marks, Void: o.Void})))
	return r, Answer{}
}

// void takes the reason by its digit.
func (r Record) void(m key.Meaning, c Context) (Screen, Answer) {
	switch m.What {
	case key.Digit:
		r.voiding, r.draft, r.ruled = false, nil, r.gate == gateSettle
		switch {
		case r.ruled:
			return r.settle(meeting.Settle{Void: m.N}, c)
		case r.gate.anew():
			return r.read(meeting.Ballot{Void: m.N}, c)
		default:
			return r, r.keyed(c, meeting.VoidBallot{Reason: m.N})
		}
	case key.Back, key.TakeBack, key.Held:
		r.voiding = false
	}
	return r, Answer{}
}

// takeBack drops the last mark, or else the last sheet.
func (r Record) takeBack(c Context) (Screen, Answer) {
	if n := len(r.draft); n > 0 {
		r.draft = r.draft[: n-1 : n-1]
		return r, Answer{}
	}
	if r.gate.anew() {
		return r, Answer{}
	}
	n := r.last(c.Ahead)
	r.ruled = false
	ans := c.submit(meeting.TakeBack{})
	if !ans.Ring {
		ans.Say = c.Say(words.TakenBack, "sheet", n)
	}
	return r, ans
}

// last is the number of the sheet that was keyed last, or of the gap that would
// close.
func (r Record) last(s meeting.State) int {
	if n := r.newest(s); n > 0 {
		return r.number(s, n-1)
	}
	return 0
}

// newest is where that sheet stands in what is read, from 1.
func (r Record) newest(s meeting.State) int {
	list, filled := r.reading(s), s.Round.Bundle.Filled
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

// undo takes back the marks that a held key made: those of the sheet in hand,
// and of the sheets that they completed all but what a hand had keyed. A ruling
// on a doubtful sheet stays: taking back would hit another sheet.
func (r Record) undo(n int, c Context) (Screen, Answer) {
	ans := warn(words.HeldKey(c.Lang))
	for ; n > 0; n-- {
		if k := len(r.draft); k > 0 {
			r.draft = r.draft[: k-1 : k-1]
			continue
		}
		s := c.after(ans.Orders...)
		at := r.newest(s)
		if r.ruled || r.gate.anew() || at == 0 || r.reading(s)[at-1].Missing {
			return r, ans
		}
		last := r.reading(s)[at-1]
		ans.Orders = append(ans.Orders, meeting.TakeBack{})
		k := max(0, len(last.Marks)-1)
		r.draft = last.Marks[:k:k]
	}
	return r, ans
}
