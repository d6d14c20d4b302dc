package count

import (
	"shuping/internal/meeting"
	"shuping/internal/plan"
	"shuping/internal/words"
	"shuping/tui/desk"
	"shuping/tui/key"
)

// classes is the gate that one turns to by oneself, to count the people of one class
// after another where all fill in the same sheets.
var classes = []gate{{
	waits: func(c Count, s meeting.State) (about, bool) {
		return about{row: c.class}, c.class > 0 && !s.Round.Closed
	},
	says: func(c Count, d desk.Context) string {
		return d.Say(words.StackNamed, "stack", c.voters(d).Name, "sentence", words.GateHeads(d.Lang))
	},
	next:   said(words.NextHeads),
	asks:   headed,
	states: Count.heads,
	acts: []action{
		{Keys: []string{"esc"}, Name: words.KeyBack, Do: turn(func(c *Count) { c.class = 0 })},
		{Name: words.KeyClassOver, Shown: key.InMenu, Do: func(c Count, d desk.Context, _ int) (Count, desk.Answer) {
			return c.toNextClass(d), desk.Answer{}
		}},
	},
}}

// headsByClass turns to that gate.
var headsByClass = action{Name: words.KeyHeadsByClass, Shown: key.InMenu, When: may(func(c Count, s meeting.State) bool {
	return c.free(s) && c.class == 0 && len(s.Plan.Voters) > 1 && len(s.Plan.Rule.Classes) == 0
}), Do: turn(func(c *Count) { c.class = 1 })}

// voters is the class whose people are counted.
func (c Count) voters(d desk.Context) plan.Class { return d.Ahead.Plan.Voters[c.class-1] }

// toNextClass goes on to the class behind it, if there is one.
func (c Count) toNextClass(d desk.Context) Count {
	if c.class++; c.class > len(d.Ahead.Plan.Voters) {
		c.class = 0
	}
	return c
}

// people is the gates of those who vote and of the sheets that they are handed.
var people = []gate{
	{ // The round is void: more came back than went out. A new one begins.
		waits: func(_ Count, s meeting.State) (about, bool) {
			return about{stack: pickedStack(stacks(s, func(s meeting.State, n int) bool { return !s.Idle(n) }), 0)}, s.Round.IsVoid()
		},
		says: func(c Count, d desk.Context) string {
			r := d.Ahead.Round
			if r.VoidedBy != "" {
				return c.handedTo(d, d.Say(words.GateVoidedFor, "round", r.Number, "by", r.VoidedBy, "reason", desk.OneLine(r.VoidedFor)))
			}
			return c.handedTo(d, d.Say(words.GateVoid, "round", r.Number))
		},
		next:   said(words.NextVoid),
		asks:   issued,
		states: Count.issue,
	},
	{ // People expected and present.
		waits:  lacking(lacksHeads),
		says:   named(words.GateHeads),
		next:   said(words.NextHeads),
		sample: said(words.CoachHeads),
		asks:   headed,
		states: Count.heads,
		acts:   []action{toDoor},
		restates: &restating{words.KeyHeadsAgain, func(s meeting.State) []int {
			// Of classes one each, since a class may have a sheet for each subject.
			return stacks(s, func(s meeting.State, n int) bool {
				return s.Round.Stacks[n].Subject <= 0 && s.Round.Stacks[n].Vote == 0
			})
		}},
	},
	small,
	{ // Sheets handed out.
		waits: lacking(lacksIssue),
		says: func(c Count, d desk.Context) string {
			sentence := words.GateIssue
			if len(c.alike(d.Ahead)) > 1 {
				sentence = words.GateIssueEach
			}
			return c.handedTo(d, d.Say(sentence, "sheets", len(c.alike(d.Ahead))))
		},
		next:   said(words.NextIssue),
		sample: func(_ Count, d desk.Context) string { return d.Say(words.CoachIssue, "present", d.Ahead.Heads.Present) },
		asks:   issued,
		states: Count.issue,
		restates: &restating{words.KeyIssuedAgain, func(s meeting.State) []int {
			return inRound(s, isOut)
		}},
	},
	{ // Sheets that came back.
		waits:  lacking(lacksSheets),
		says:   named(words.GateCollect),
		next:   said(words.NextCollect),
		sample: said(words.CoachCollect),
		asks:   numbers(words.CollectedLabel),
		states: Count.collect,
		restates: &restating{words.KeyCollectedAgain, func(s meeting.State) []int {
			return inRound(s, isBack)
		}},
	},
}

// inRound is the stacks of a round that is not void of which something holds.
func inRound(s meeting.State, holds func(meeting.State, int) bool) []int {
	if s.Round.IsVoid() {
		return nil
	}
	return stacks(s, func(s meeting.State, n int) bool { return holds(s, n) && reached(s, n) })
}

// headed is the numbers of people expected and present, and where some are missing of
// those on leave.
func headed(c Count, d desk.Context) []slot {
	out := []slot{{label: words.HeadsExpected(d.Lang)}, {label: words.HeadsPresent(d.Lang)}}
	expected, known := c.form.number(0)
	if present, typed := c.form.number(1); known && typed && present < expected {
		out = append(out, slot{label: words.HeadsLeave(d.Lang), spare: true})
	}
	return out
}

// issued is the numbers of sheets handed out and printed, and where the second is said,
// of those kept and destroyed.
func issued(c Count, d desk.Context) []slot {
	out := []slot{{label: words.IssuedLabel(d.Lang)}, {label: words.PrintedLabel(d.Lang), spare: true}}
	if _, said := c.form.number(1); said {
		out = append(out, slot{label: words.KeptLabel(d.Lang), spare: true}, slot{label: words.DestroyedLabel(d.Lang), spare: true})
	}
	return out
}

func (c Count) heads(list []int, d desk.Context) (Count, desk.Answer) {
	o := meeting.CountHeads{Expected: list[0], Present: list[1]}
	line := d.Say(words.HeadsStated, "expected", o.Expected, "present", o.Present)
	if len(list) > 2 {
		o.Leave = list[2]
		line = d.Say(words.HeadsStatedLeave, "expected", o.Expected, "present", o.Present, "leave", o.Leave)
	}
	if o.Class, _ = d.Ahead.StackIDs(c.of.stack); c.class > 0 {
		o.Class = c.voters(d).ID
	}
	return c.gated(d, words.SawHeads(d.Lang), func(w meeting.Witness, _ desk.Context) []meeting.Order {
		o.Witness = w
		return []meeting.Order{o}
	}, line)
}

// gated asks who confirmed the numbers of a gate, once they may be stated.
func (c Count) gated(d desk.Context, seen []string, orders func(meeting.Witness, desk.Context) []meeting.Order, lines ...string) (Count, desk.Answer) {
	if refusal := d.Try(orders(anybody, d)...); refusal != nil {
		c.form = c.form.offered()
		return c, desk.Warn(d.Refuse(refusal))
	}
	c.again = nil
	return c, desk.Asks(askWitness(d, seen, func(w meeting.Witness, d desk.Context) desk.Answer {
		ans := d.Submit(orders(w, d)...)
		if !ans.Ring {
			ans.Onto = func(s desk.Screen) desk.Screen { return s.(Count).stated(d) }
		}
		return ans
	}, lines...))
}

// stated goes on once numbers are stated: to the next class, or away from the door.
func (c Count) stated(d desk.Context) Count {
	switch {
	case c.door:
		c.door, c.cursor = false, nil
	case c.class > 0:
		return c.toNextClass(d)
	}
	return c
}

func (c Count) issue(list []int, d desk.Context) (Count, desk.Answer) {
	return c.issueFor("", list, d)
}

// issueFor states the sheets handed out; where more are than people are present it
// asks for the reason first.
func (c Count) issueFor(reason string, list []int, d desk.Context) (Count, desk.Answer) {
	was := c
	orders := func(w meeting.Witness, d desk.Context) []meeting.Order { return was.issues(list, reason, w, d) }
	refusal := d.Try(orders(anybody, d)...)
	if refusal == nil || refusal.Code != meeting.IssuedOverPresent {
		p := printedOf(list)
		line := d.Say(words.IssueStated, "issued", list[0])
		if p.Printed > 0 {
			line = d.Say(words.IssueStatedAll, "printed", p.Printed, "issued", list[0], "kept", p.Kept, "destroyed", p.Destroyed)
		}
		return c.gated(d, words.SawIssued(d.Lang, p.Kept, p.Destroyed), orders, line)
	}
	c.again = nil
	return c, desk.Asks(desk.AskText(meeting.MaxReason, func(reason string, d desk.Context) desk.Answer {
		if reason == "" {
			return desk.Warn(d.Refuse(refusal))
		}
		_, ans := was.issueFor(reason, list, d)
		return ans
	}, d.Refuse(refusal)))
}

func (c Count) issues(list []int, reason string, w meeting.Witness, d desk.Context) []meeting.Order {
	var orders []meeting.Order
	for _, n := range c.alike(d.Ahead) {
		o := printedOf(list)
		o.Class, o.Subject = d.Ahead.StackIDs(n)
		o.Reason, o.Witness = reason, w
		orders = append(orders, o)
	}
	return orders
}

// printedOf is the numbers of the gate: handed out, printed, kept, destroyed.
func printedOf(list []int) meeting.IssueSheets {
	o := meeting.IssueSheets{Sheets: list[0], Printed: list[1]}
	if len(list) > 2 {
		o.Kept, o.Destroyed = list[2], list[3]
	}
	return o
}

// collect asks again where more came back than went out: that voids the round.
func (c Count) collect(list []int, d desk.Context) (Count, desk.Answer) {
	class, subject := d.Ahead.StackIDs(c.of.stack)
	back, out := list[0], d.Ahead.Round.Stacks[c.of.stack].Issued
	next, ans := c.gated(d, words.SawCollected(d.Lang), func(w meeting.Witness, _ desk.Context) []meeting.Order {
		return []meeting.Order{meeting.CollectSheets{Sheets: back, Class: class, Subject: subject, Witness: w}}
	}, d.Say(words.CollectStated, "collected", back, "issued", out))
	if back <= out || ans.Ring {
		return next, ans
	}
	next.form = form{}
	return next, desk.Asks(desk.AskChoice([]string{words.CollectAgain(d.Lang), words.VoidRound(d.Lang)}, func(i int, _ desk.Context) desk.Answer {
		if i == 0 {
			return desk.Answer{}
		}
		return ans
	}, d.Say(words.CollectedOver, "collected", back, "issued", out)).ByHand())
}
