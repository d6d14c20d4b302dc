package count

import (
	"fmt"
	"slices"

	"shuping/internal/meeting"
	"shuping/internal/plan"
	"shuping/internal/words"
	"shuping/tui/desk"
	"shuping/tui/key"
)

// A small unit sorts its sheets by what they say in one row, counts each pile and keys
// the numbers; then the same for the next row. A second person counts again, blind.

// piling is the gates of a count by piles that is under way.
var piling = []gate{
	{ // The numbers of a row.
		waits: ofPiling(func(c Count, p meeting.Piling) bool { return !p.Compared && (p.Waits() >= 0 || c.row > 0) }),
		says:  pileSays(words.PileNow, words.PileVoids),
		next:  said(words.NextPile),
		asks:  pileSlots,
		sums:  true,
		states: pileStated(func(c Count, p meeting.Pile, d desk.Context) (Count, desk.Answer) {
			return c, d.Submit(meeting.CountPile{Pile: p})
		}),
		below: pilesDone,
		acts:  []action{rowBefore, leavePiles},
	},
	{ // All sheets that were counted so, counted by hand.
		waits: ofPiling(func(_ Count, p meeting.Piling) bool { return !p.Compared }),
		says:  pileSays(words.PileHand, words.PileHand),
		next:  said(words.NextHand),
		asks:  numbers(words.GateCounted),
		states: func(c Count, list []int, d desk.Context) (Count, desk.Answer) {
			c.form = form{}
			return c.pilesCounted(list[0], d)
		},
		below: pilesDone,
		acts:  []action{rowBefore, leavePiles},
	},
	{ // The numbers of a differing row, counted anew.
		waits: ofPiling(func(c Count, p meeting.Piling) bool { side, n := p.Wants(); return side != "" && c.row == n+1 }),
		says:  pileSays(words.PileNow, words.PileVoids),
		next:  said(words.NextPile),
		asks:  pileSlots,
		sums:  true,
		states: pileStated(func(c Count, p meeting.Pile, d desk.Context) (Count, desk.Answer) {
			side, _ := d.Ahead.Round.Piling.Wants()
			return c, pilesConcluded(d, meeting.CountPileAgain{Pile: p, Of: side})
		}),
		below: nothing,
		acts:  []action{leavePiles},
	},
	{ // Its number.
		waits:  ofPiling(func(_ Count, p meeting.Piling) bool { side, _ := p.Wants(); return side != "" }),
		says:   pileSays(words.PileDiffers, words.PileDiffers),
		next:   nextRow,
		asks:   numbers(words.RowLabel),
		states: Count.takeRow,
		below:  nothing,
		acts:   []action{leavePiles},
	},
	{ // The numbers of a row that the scrutineer rules on.
		waits:  ofPiling(func(c Count, p meeting.Piling) bool { return c.row == p.Disputed()+1 }),
		says:   pileSays(words.PileRuleNow, words.PileRuleNow),
		next:   said(words.NextRule),
		asks:   pileSlots,
		sums:   true,
		states: pileStated(Count.rulePile),
		below:  nothing,
		acts:   []action{leavePiles},
	},
	{ // Its number.
		waits:  ofPiling(func(Count, meeting.Piling) bool { return true }),
		says:   pileSays(words.PileDispute, words.PileDispute),
		next:   nextRow,
		asks:   numbers(words.RowLabel),
		states: Count.takeRow,
		below:  nothing,
		acts:   []action{leavePiles},
	},
}

// ofPiling is when the count waits at a gate of the count by piles that is under way,
// which is about the row that is counted now.
func ofPiling(holds func(Count, meeting.Piling) bool) func(Count, meeting.State) (about, bool) {
	return func(c Count, s meeting.State) (about, bool) {
		p := s.Round.Piling
		if !p.Under() {
			return about{}, false
		}
		return about{p.Stack, c.pileRow(p)}, holds(c, p)
	}
}

// pileRow is the row that is counted now, 0 for the void sheets.
func (c Count) pileRow(p meeting.Piling) int {
	side, wanted := p.Wants()
	switch {
	case !p.Compared && c.row > 0:
		return c.row - 1
	case !p.Compared:
		return max(0, p.Waits())
	case side != "":
		return wanted
	default:
		return max(0, p.Disputed())
	}
}

// rowBefore turns back to the row that was counted before.
var rowBefore = action{Keys: []string{"."}, Name: words.KeyRowBefore, When: may(func(c Count, s meeting.State) bool { return c.before(s.Round.Piling) > 0 }),
	Do: func(c Count, d desk.Context, _ int) (Count, desk.Answer) {
		c.row = c.before(d.Ahead.Round.Piling)
		return c, desk.Answer{}
	}}

// before is one more than that row: rows are counted from 0.
func (c Count) before(p meeting.Piling) int {
	if p.Waits() < 0 && c.row == 0 {
		return len(p.Rows)
	}
	return c.of.row
}

// pileSlots is the piles of the row: one for each grade, blank and spoiled, or one for
// each reason why a sheet is void. One that is left empty is none.
func pileSlots(c Count, d desk.Context) []slot {
	p := d.Ahead.Plan
	var out []slot
	if c.of.row == 0 {
		for _, n := range p.Sheets.Reasons() {
			out = append(out, slot{label: p.Sheets.Voids[n-1].Title, spare: true})
		}
		return out
	}
	for g, name := range p.Rule.Offered() {
		out = append(out, slot{label: name, spare: true, grade: g + 1})
	}
	if p.Rule.Aside != "" {
		out = append(out, slot{label: p.Rule.Aside, spare: true})
	}
	return append(out, slot{label: words.BlankMark(d.Lang), spare: true}, slot{label: words.SpoiledMark(d.Lang), spare: true})
}

// pileName is what a row is called: 0 is the void sheets.
func pileName(d desk.Context, row int) string {
	if row == 0 {
		return words.VoidSheet(d.Lang)
	}
	return sheetRows(d.Ahead, d.Ahead.Round.Piling.Stack)[row-1].label(d)
}

// pileSays is the sentence of a gate of the piles, and what it says of the void
// sheets.
func pileSays(rows, voids words.Sentence) func(Count, desk.Context) string {
	return func(c Count, d desk.Context) string {
		s, p := d.Ahead, d.Ahead.Round.Piling
		by, due, sentence := p.By, "", rows
		if side, _ := p.Wants(); side == meeting.FirstEntry {
			by = s.Round.Stacks[p.Stack].Piles.By
		}
		if c.of.row == 0 {
			sentence = voids
		} else if n, known := s.PileDue(); known {
			due = d.Say(words.PileDue, "sheets", n)
		}
		return stackNamed(d, p.Stack, d.Say(sentence, "by", by, "row", c.of.row, "name", pileName(d, c.of.row), "rows", openRows(d), "due", due))
	}
}

func nextRow(c Count, d desk.Context) string { return d.Say(words.NextRow, "row", c.of.row) }

// openRows lists the rows that are not settled.
func openRows(d desk.Context) string {
	var list []int
	for _, x := range d.Ahead.Round.Piling.Differs {
		if x.Final == nil {
			list = append(list, x.Row)
		}
	}
	return d.Numbers(list)
}

// pileStated hands over the numbers of a row once they come to what they must.
func pileStated(then func(Count, meeting.Pile, desk.Context) (Count, desk.Answer)) func(Count, []int, desk.Context) (Count, desk.Answer) {
	return func(c Count, list []int, d desk.Context) (Count, desk.Answer) {
		p := meeting.Pile{Row: c.of.row, Numbers: list}
		if p.Row == 0 {
			p.Numbers = byReason(d.Ahead.Plan, list)
		}
		if last := len(list) - 2; p.Row > 0 {
			p.Numbers, p.Blank, p.Spoiled = list[:last:last], list[last], list[last+1]
		}
		if due, known := d.Ahead.PileDue(); known && p.Row > 0 && p.Sum() != due {
			return c, desk.Warn(d.Say(words.PileSum, "sum", p.Sum(), "sheets", due))
		}
		next, ans := then(c, p, d)
		if !ans.Ring {
			next.row, next.form = 0, form{}
		}
		return next, ans
	}
}

// byReason is the numbers of void sheets with a place for every reason of the plan, also
// those that it no longer uses.
func byReason(p plan.Plan, list []int) []int {
	out := make([]int, len(p.Sheets.Voids))
	for i, n := range p.Sheets.Reasons() {
		out[n-1] = list[i]
	}
	return out
}

func (c Count) rulePile(p meeting.Pile, d desk.Context) (Count, desk.Answer) {
	if refusal := d.Try(meeting.RulePile{Pile: p, By: anybody.By, Reason: anybody.Saw}); refusal != nil {
		return c, desk.Warn(d.Refuse(refusal))
	}
	return c, desk.Asks(askRuling(d, words.WitnessName(d.Lang), func(by, reason string, d desk.Context) desk.Answer {
		return pilesConcluded(d, meeting.RulePile{Pile: p, By: by, Reason: reason})
	}, words.RuleWhy))
}

// pilesConcluded submits what may end a second count, and says so if it does.
func pilesConcluded(d desk.Context, o meeting.Order) desk.Answer {
	ans, after := d.Submit(o), d.After(o)
	if st := after.Round.Stacks[d.Ahead.Round.Piling.Stack]; !after.Round.Piling.Under() && st.Piles.Checked != "" {
		return ans.Saying(d.Say(words.PilesAgreed, "differed", st.Piles.Differed))
	}
	return ans
}

// pilesCounted ends a count by piles with all its sheets, counted by hand. The page
// that says what differs opens by itself.
func (c Count) pilesCounted(n int, d desk.Context) (Count, desk.Answer) {
	o := meeting.ClosePiles{Sheets: n}
	ans := pilesConcluded(d, o)
	if d.Ahead.Round.Piling.Side == meeting.FirstEntry {
		ans = ans.Saying(d.Say(words.PilesClosed, "sheets", n))
	}
	if !ans.Ring && d.After(o).Round.Piling.Compared {
		c.doze = desk.Dozing(d)
	}
	return c, ans
}

// takeRow begins to count a differing row anew, by its number.
func (c Count) takeRow(list []int, d desk.Context) (Count, desk.Answer) {
	c.form = form{}
	if list[0] != c.of.row {
		return c, desk.Warn(d.Say(words.OtherRow, "row", c.of.row, "typed", list[0]))
	}
	c.row = list[0] + 1
	return c, desk.Answer{}
}

// pilable reports whether the stack can be counted by piles.
func pilable(s meeting.State, n int) bool {
	for b := range s.Round.Bundles.Closed() {
		if b.Stack == n {
			return false
		}
	}
	return hasUnread(s, n) && !s.Round.Stacks[n].ByPiles()
}

// askPiles asks who counts the piles of a stack.
func askPiles(d desk.Context, stack int, again bool) desk.Question {
	class, subject := d.Ahead.StackIDs(stack)
	line := words.PilesName(d.Lang)
	if again {
		line = d.Say(words.PilesAgainName, "first", d.Ahead.Round.Stacks[stack].Piles.By)
	}
	return desk.AskName(func(by string, d desk.Context) desk.Answer {
		return d.Submit(meeting.OpenPiles{Class: class, Subject: subject, By: by, Again: again})
	}, stackNamed(d, stack, line))
}

// piled lists the stacks that were counted by piles.
func piled(s meeting.State) []int {
	return stacks(s, func(s meeting.State, n int) bool { return s.Round.Stacks[n].ByPiles() && reached(s, n) })
}

// withdrawPiles takes back a count by piles, the last one where there are several, so
// that it can be made anew or the sheets keyed one by one.
var withdrawPiles = action{Name: words.KeyWithdrawPiles, Shown: key.InMenu, When: may(func(_ Count, s meeting.State) bool { return len(piled(s)) > 0 }), Do: asks(func(_ Count, d desk.Context) desk.Question {
	list := piled(d.Ahead)
	stack := list[len(list)-1]
	class, subject := d.Ahead.StackIDs(stack)
	return desk.AskText(meeting.MaxReason, func(reason string, d desk.Context) desk.Answer {
		return d.Submit(meeting.WithdrawPiles{Class: class, Subject: subject, Reason: reason})
	}, stackNamed(d, stack, words.WithdrawPilesWhy(d.Lang))).ByHand()
})}

// leavePiles gives the count under way up, with a reason.
var leavePiles = action{Name: words.KeyLeavePiles, Shown: key.InMenu, Do: asks(func(_ Count, d desk.Context) desk.Question {
	return desk.AskText(meeting.MaxReason, func(reason string, d desk.Context) desk.Answer {
		return d.Submit(meeting.LeavePiles{Reason: reason})
	}, words.LeavePilesWhy(d.Lang)).ByHand()
})}

// pilesDone lists the rows that were counted in the count under way, for its own
// person's eyes.
func pilesDone(_ Count, d desk.Context) desk.Picture {
	var p desk.Picture
	done := d.Ahead.Round.Piling.Rows
	for i := len(done) - 1; i >= 0 && len(p.Rows) < shown+1; i-- {
		if done[i].Numbers == nil {
			continue
		}
		list, text := done[i].Numbers, ""
		if i > 0 {
			list = append(slices.Clone(list), done[i].Blank, done[i].Spoiled)
		}
		for k, s := range pileSlots(Count{of: about{row: i}}, d) {
			if list[k] > 0 || s.grade > 0 {
				text += fmt.Sprintf("  %s %d", s.label, list[k])
			}
		}
		p.Rows = append(p.Rows, "  "+d.Look.Dim.Render(d.Look.Left(d.Look.Middle(pileName(d, i), 24), 24))+text)
	}
	return p
}
