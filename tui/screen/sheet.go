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
		return r, c.submit(meeting.SetAside{})
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
	marks := r.draft
	r.draft, r.ruled = nil, r.gate == gateSettle
	if r.ruled {
		return r, c.submit(meeting.Settle{Place: c.Ahead.Round.Bundle.FirstDoubtful(), Marks: marks})
	}
	return r, c.submit(meeting.EnterBallot{Marks: marks})
}

// void takes the reason by its digit.
func (r Record) void(m key.Meaning, c Context) (Screen, Answer) {
	switch m.What {
	case key.Digit:
		r.voiding, r.draft, r.ruled = false, nil, r.gate == gateSettle
		if r.ruled {
			return r, c.submit(meeting.Settle{Place: c.Ahead.Round.Bundle.FirstDoubtful(), Void: m.N})
		}
		return r, c.submit(meeting.VoidBallot{Reason: m.N})
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
	n := len(c.Ahead.Round.Bundle.Ballots)
	r.ruled = false
	ans := c.submit(meeting.TakeBack{})
	if !ans.Ring {
		ans.Say = c.Say(c.Words.Screen.TakenBack, "sheet", n)
	}
	return r, ans
}

// undo takes back the marks that a held key made: those of the sheet in hand,
// and of the sheets that they completed all but what a hand had keyed. A ruling
// on a doubtful sheet stays: taking back would hit another sheet.
func (r Record) undo(n int, c Context) (Screen, Answer) {
	ans := warn(c.Words.Screen.HeldKey)
	list := c.Ahead.Round.Bundle.Ballots
	for ; n > 0; n-- {
		k := len(r.draft)
		switch {
		case k > 0:
			r.draft = r.draft[: k-1 : k-1]
		case r.ruled || len(list) == 0:
			return r, ans
		default:
			last := list[len(list)-1]
			list = list[:len(list)-1]
			ans.Orders = append(ans.Orders, meeting.TakeBack{})
			k = max(0, len(last.Marks)-1)
			r.draft = last.Marks[:k:k]
		}
	}
	return r, ans
}
