package screen

import (
	"shuping/internal/meeting"
	"shuping/internal/tally"
	"shuping/tui/key"
)

// sheet answers while marks are keyed.
func (r Record) sheet(m key.Meaning, c Context) (Screen, Answer) {
	if r.voiding {
		return r.void(m, c)
	}
	switch m.What {
	case key.Digit:
		return r.digit(m.N, c)
	case key.TakeBack:
		return r.takeBack(c)
	case key.RestSame:
		for len(r.draft) < len(c.Ahead.Plan.Subjects) {
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
		r.voiding, r.draft = true, nil
		return r, Answer{}
	case n == 7:
		r.draft = nil
		return r, c.submit(meeting.SetAside{})
	}
	return r.mark(tally.Mark(n)).complete(c)
}

func (r Record) mark(m tally.Mark) Record {
	n := len(r.draft)
	r.draft = append(r.draft[:n:n], m)
	return r
}

// complete submits the sheet once its last row is keyed.
func (r Record) complete(c Context) (Screen, Answer) {
	if len(r.draft) < len(c.Ahead.Plan.Subjects) {
		return r, Answer{}
	}
	marks := r.draft
	r.draft = nil
	if r.gate == gateSettle {
		return r, c.submit(meeting.Settle{Place: c.Ahead.Round.Bundle.FirstDoubtful(), Marks: marks})
	}
	return r, c.submit(meeting.EnterBallot{Marks: marks})
}

// void takes the reason by its digit.
func (r Record) void(m key.Meaning, c Context) (Screen, Answer) {
	switch m.What {
	case key.Digit:
		r.voiding = false
		if r.gate == gateSettle {
			return r, c.submit(meeting.Settle{Place: c.Ahead.Round.Bundle.FirstDoubtful(), Void: m.N})
		}
		return r, c.submit(meeting.VoidBallot{Reason: m.N})
	case key.Back, key.Held:
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
	n := len(c.Ahead.Round.Bundle.Ballots)
	ans := c.submit(meeting.TakeBack{})
	if !ans.Ring {
		ans.Say = c.Say(c.Words.Screen.TakenBack, "sheet", n)
	}
	return r, ans
}

// undo takes back the marks that a held key made: those of the sheet in hand,
// and of a sheet that they completed all but what a hand had keyed.
func (r Record) undo(n int, c Context) (Screen, Answer) {
	ans := warn(c.Words.Screen.HeldKey)
	for ; n > 0; n-- {
		if k := len(r.draft); k > 0 {
			r.draft = r.draft[: k-1 : k-1]
			continue
		}
		list := c.Ahead.Round.Bundle.Ballots
		if len(ans.Orders) > 0 || len(list) == 0 {
			break
		}
		last := list[len(list)-1]
		ans.Orders = []meeting.Order{meeting.TakeBack{}}
		if k := len(last.Marks); k > 0 {
			r.draft = last.Marks[: k-1 : k-1]
		}
	}
	return r, ans
}
