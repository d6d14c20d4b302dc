package count

import (
	"shuping/internal/meeting"
	"shuping/internal/words"
	"shuping/tui/desk"
)

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
		asks:   numbers(words.HeadsExpected, words.HeadsPresent),
		states: Count.heads,
		restates: &restating{words.KeyHeadsAgain, func(s meeting.State) []int {
			// Of classes one each, since a class may have a sheet for each subject.
			return stacks(s, func(s meeting.State, n int) bool { return s.Round.Stacks[n].Subject <= 0 })
		}},
	},
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
	return stacks(s, holds)
}

// issued is the numbers of sheets handed out, and of spare ones destroyed.
func issued(_ Count, d desk.Context) []slot {
	return []slot{{label: words.IssuedLabel(d.Lang)}, {label: words.SpareLabel(d.Lang), spare: true}}
}

func (c Count) heads(list []int, d desk.Context) (Count, desk.Answer) {
	class, _ := d.Ahead.StackIDs(c.of.stack)
	expected, present := list[0], list[1]
	return c.gated(d, words.SawHeads(d.Lang), func(w meeting.Witness, _ desk.Context) []meeting.Order {
		return []meeting.Order{meeting.CountHeads{Class: class, Expected: expected, Present: present, Witness: w}}
	}, d.Say(words.HeadsStated, "expected", expected, "present", present))
}

// gated asks who confirmed the numbers of a gate, once they may be stated.
func (c Count) gated(d desk.Context, seen []string, orders func(meeting.Witness, desk.Context) []meeting.Order, line string) (Count, desk.Answer) {
	if refusal := d.Try(orders(anybody, d)...); refusal != nil {
		c.form = form{}
		return c, desk.Warn(d.Refuse(refusal))
	}
	c.again = nil
	return c, desk.Asks(askWitness(d, seen, func(w meeting.Witness, d desk.Context) desk.Answer { return d.Submit(orders(w, d)...) }, line))
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
		return c.gated(d, words.SawIssued(d.Lang, list[1]), orders, d.Say(words.IssueStated, "issued", list[0], "destroyed", list[1]))
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
	sheets, destroyed, printed := list[0], list[1], 0
	if destroyed > 0 {
		printed = sheets + destroyed
	}
	var orders []meeting.Order
	for _, n := range c.alike(d.Ahead) {
		class, subject := d.Ahead.StackIDs(n)
		orders = append(orders, meeting.IssueSheets{
			Sheets: sheets, Reason: reason, Class: class, Subject: subject,
			Printed: printed, Destroyed: destroyed, Witness: w,
		})
	}
	return orders
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
