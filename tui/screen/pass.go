package screen

import (
	"shuping/internal/meeting"
	"shuping/internal/words"
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
	if m.What == key.PageUp && r.gate == gatePileHand {
		r.row = len(c.Ahead.Round.Piling.Rows)
		return r.at(c.Ahead), Answer{}
	}
	switch m.What {
	case key.Up, key.Down, key.PageUp, key.PageDown:
		return r.turn(m.What, c), Answer{}
	case key.TakeBack:
		return r.takeBack(c)
	case key.Held:
		left := 0
		r.form, left = r.form.less(m.N)
		if r.gate != gateHand && r.gate != gateSecondHand {
			left = 0 // nothing before this number was keyed with digits
		}
		return r.undo(left, c)
	case key.Confirm:
	default:
		return r, Answer{}
	}
	switch r.gate {
	case gateOpen:
		return r.openBundle(c)
	case gateFinish:
		return r.finish(c)
	case gateHeads, gateIssue, gateVoid:
		return r.numbers(c)
	}
	n, ok := r.form.number(0)
	if !ok {
		return r, warn(words.NumberNeeded(c.Lang))
	}
	r.form = r.form.emptied()
	switch r.gate {
	case gateCollect:
		return r.collect(n, c)
	case gateHand:
		return r.hand(n, c)
	case gateSecondHand:
		return r, r.closeSecond(n, c)
	case gateDiffers, gateDispute:
		return r.take(n, c)
	case gatePileHand:
		return r, r.handPiles(n, c)
	case gatePileDiffers, gatePileDispute:
		return r.takeRow(n, c)
	}
	return r, Answer{}
}

// numbers goes through the fields of a gate that has two, and states them after
// the last.
func (r Record) numbers(c Context) (Screen, Answer) {
	_, ok := r.form.number(0)
	second, both := r.form.number(1)
	switch {
	case !ok:
		r.form = r.form.to(0)
		return r, warn(words.NumberNeeded(c.Lang))
	case r.form.at == 0 && !both, r.gate == gateHeads && !both:
		r.form = r.form.to(1)
		return r, Answer{}
	}
	first, _ := r.form.number(0)
	if r.gate == gateHeads {
		return r.heads(first, second, c)
	}
	return r.issue(first, second, "", c)
}

func (r Record) heads(expected, present int, c Context) (Screen, Answer) {
	class, _ := c.Ahead.StackIDs(r.stack)
	return r.gated(c, words.SawHeads(c.Lang), func(w meeting.Witness) []meeting.Order {
		return []meeting.Order{meeting.CountHeads{Class: class, Expected: expected, Present: present, Witness: w}}
	}, c.Say(words.HeadsStated, "expected", expected, "present", present))
}

// gated asks who confirmed the numbers of a gate, once they may be stated.
func (r Record) gated(c Context, seen []string, orders func(meeting.Witness) []meeting.Order, line string) (Screen, Answer) {
	if refusal := c.try(orders(anybody)...); refusal != nil {
		r.form = r.form.emptied()
		return r, warn(c.Refuse(refusal))
	}
	r.again = gateNone
	r.ask = askWitness(c, seen, func(w meeting.Witness, c Context) Answer { return c.submit(orders(w)...) }, line)
	return r, Answer{}
}

// anybody stands for a witness who is not yet asked.
var anybody = meeting.Witness{By: "?", Saw: "?"}

// issue asks for a reason where more sheets go out than people are present.
func (r Record) issue(n, destroyed int, reason string, c Context) (Screen, Answer) {
	was := r
	orders := func(w meeting.Witness) []meeting.Order { return was.issues(n, destroyed, reason, w, c) }
	refusal := c.try(orders(anybody)...)
	if refusal == nil || refusal.Code != meeting.IssuedOverPresent {
		return r.gated(c, words.SawIssued(c.Lang), orders, c.Say(words.IssueStated, "issued", n, "destroyed", destroyed))
	}
	r.again = gateNone
	r.ask = askText(meeting.MaxReason, func(reason string, c Context) Answer {
		next, ans := was.issue(n, destroyed, reason, c)
		if ans.Ring || reason == "" {
			return warn(c.Refuse(refusal))
		}
		question := next.(Record).ask
		return Answer{next: &question}
	}, c.Refuse(refusal))
	return r, Answer{}
}

func (r Record) issues(n, destroyed int, reason string, w meeting.Witness, c Context) []meeting.Order {
	s := c.Ahead
	printed := 0
	if destroyed > 0 {
		printed = n + destroyed
	}
	var orders []meeting.Order
	for _, i := range r.alike(s) {
		class, subject := s.StackIDs(i)
		orders = append(orders, meeting.IssueSheets{
			Sheets: n, Reason: reason, Class: class, Subject: subject,
			Printed: printed, Destroyed: destroyed, Witness: w,
		})
	}
	return orders
}

// collect asks again where more came back than went out: that voids the round.
func (r Record) collect(n int, c Context) (Screen, Answer) {
	class, subject := c.Ahead.StackIDs(r.stack)
	issued := c.Ahead.Round.Stacks[r.stack].Issued
	next, ans := r.gated(c, words.SawCollected(c.Lang), func(seen meeting.Witness) []meeting.Order {
		return []meeting.Order{meeting.CollectSheets{Sheets: n, Class: class, Subject: subject, Witness: seen}}
	}, c.Say(words.CollectStated, "collected", n, "issued", issued))
	if n <= issued || ans.Ring {
		return next, ans
	}
	r = next.(Record)
	witness := r.ask
	r.ask = askChoice([]string{words.CollectAgain(c.Lang), words.VoidRound(c.Lang)}, func(i int, c Context) Answer {
		if i == 0 {
			return Answer{}
		}
		return Answer{next: &witness}
	}, c.Say(words.CollectedOver, "collected", n, "issued", issued))
	return r, Answer{}
}

// openBundle begins the next bundle; who keys it is asked before the first.
func (r Record) openBundle(c Context) (Screen, Answer) {
	class, subject := c.Ahead.StackIDs(r.stack)
	open := func(by string, c Context) Answer {
		return c.submit(meeting.OpenBundle{Class: class, Subject: subject, By: by})
	}
	if by := keyer(c.Ahead); by != "" {
		return r, open(by, c)
	}
	if refusal := c.try(meeting.OpenBundle{Class: class, Subject: subject}); refusal != nil {
		return r, warn(c.Refuse(refusal))
	}
	r.ask = askKeyer("", open, words.KeyerName(c.Lang))
	return r, Answer{}
}

// keyer is who keyed the last bundle, "" if that is not known.
func keyer(s meeting.State) string {
	if n := s.Round.Bundles.Len(); n > 0 {
		return s.Round.Bundles.At(n).By
	}
	return ""
}

// askKeyer asks for the name of somebody who keys.
func askKeyer(name string, done func(string, Context) Answer, lines ...string) ask {
	return askText(meeting.MaxName, func(name string, c Context) Answer {
		if name == "" {
			return warn(words.NameNeeded(c.Lang))
		}
		return done(name, c)
	}, lines...).filled(name)
}

// hand closes the bundle with its hand count. That a bundle which is not full is
// the last of its kind must be said on purpose.
func (r Record) hand(n int, c Context) (Screen, Answer) {
	b := c.Ahead.Round.Bundle
	ans := c.submit(meeting.CloseBundle{Sheets: n})
	if ans.Ring {
		return r, ans
	}
	ans.Say = c.Say(words.BundleClosed, "bundle", b.Number, "sheets", n, "by", b.By)
	if n == c.Ahead.Size(b.Stack) || n == 0 {
		return r, ans
	}
	r.ask = askChoice([]string{words.BundleRestNo(c.Lang), c.Say(words.BundleRestYes, "sheets", n)}, func(i int, c Context) Answer {
		if i == 0 {
			return Answer{}
		}
		return ans
	}, c.Say(words.BundleRestAsk, "bundle", b.Number, "sheets", n, "size", c.Ahead.Size(b.Stack))).unasked(c)
	return r, Answer{}
}

// finish is the scrutineer's word that counting is done.
func (r Record) finish(c Context) (Screen, Answer) {
	orders := func(w meeting.Witness) []meeting.Order {
		return []meeting.Order{meeting.CloseCount{By: w.By, Saw: w.Saw}}
	}
	if refusal := c.try(orders(anybody)...); refusal != nil {
		return r, warn(c.Refuse(refusal))
	}
	witness := askWitness(c, words.SawCounted(c.Lang), func(w meeting.Witness, c Context) Answer {
		ans := c.submit(orders(w)...)
		if !ans.Ring {
			ans.Say = words.CountClosed(c.Lang)
		}
		return ans
	}, words.Scrutineer(c.Lang))
	left := len(c.Ahead.Unchecked()) + len(c.Ahead.UncheckedPiles())
	if r.ask = witness; left == 0 {
		return r, Answer{}
	}
	// The plan leaves it open, so it is left out only on purpose.
	r.ask = askChoice([]string{words.CheckFirst(c.Lang), words.CheckNot(c.Lang)}, func(i int, c Context) Answer {
		if i == 0 {
			return Answer{Say: words.ChecksGo(c.Lang)}
		}
		return Answer{next: &witness}
	}, c.Say(words.ChecksAsk, "bundles", left))
	return r, Answer{}
}
