package screen

import (
	"shuping/internal/meeting"
	"shuping/tui/key"
)

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
