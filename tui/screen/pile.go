package screen

import (
	"fmt"

	"shuping/internal/meeting"
	"shuping/internal/words"
	"shuping/tui/key"
	"shuping/tui/look"
)

// A small unit sorts its sheets by what they say in one row, counts each pile and
// keys the numbers; then the same for the next row. A second person counts again,
// blind.

// pileGate is what a count by piles waits for.
func (r Record) pileGate(s meeting.State) gate {
	c := s.Round.Piling
	_, wanted := c.Wants()
	side, _ := c.Wants()
	switch {
	case !c.Compared && (c.Waits() >= 0 || r.row > 0):
		return gatePile
	case !c.Compared:
		return gatePileHand
	case side != "" && r.row == wanted+1:
		return gatePileAgain
	case side != "":
		return gatePileDiffers
	case r.row == c.Disputed()+1:
		return gatePileRule
	default:
		return gatePileDispute
	}
}

// pileRow is the row that is counted now, 0 for the void sheets.
func (r Record) pileRow(s meeting.State) int {
	c := s.Round.Piling
	side, wanted := c.Wants()
	switch {
	case !c.Compared && r.row > 0:
		return r.row - 1
	case !c.Compared:
		return max(0, c.Waits())
	case side != "":
		return wanted
	default:
		return c.Disputed()
	}
}

// pileFields is how many piles a row has.
func pileFields(s meeting.State, row int) int {
	n := len(s.Plan.Rule.Scale) + 2 // blank and spoiled
	if s.Plan.Rule.Aside != "" {
		n++
	}
	if row == 0 {
		n = len(s.Plan.Sheets.Voids)
	}
	return n
}

// pileLabels are the piles of a row in words.
func (c Context) pileLabels(row int) []string {
	p := c.Ahead.Plan
	var out []string
	if row == 0 {
		for _, v := range p.Sheets.Voids {
			out = append(out, v.Title)
		}
		return out
	}
	out = append(out, p.Rule.Scale...)
	if p.Rule.Aside != "" {
		out = append(out, p.Rule.Aside)
	}
	return append(out, words.BlankMark(c.Lang), words.SpoiledMark(c.Lang))
}

// pileName is what a row is called: 0 is the void sheets.
func (r Record) pileName(c Context, row int) string {
	if row == 0 {
		return words.VoidSheet(c.Lang)
	}
	return c.rowLabel(c.sheet(c.Ahead.Round.Piling.Stack)[row-1])
}

// pile makes the numbers of the fields the pile of the row. A field left empty is
// none.
func (r Record) pile(c Context) meeting.Pile {
	p := meeting.Pile{Row: r.pileRow(c.Ahead)}
	var list []int
	for i := range r.form.fields {
		n, _ := r.form.number(i)
		list = append(list, n)
	}
	if p.Row == 0 {
		p.Numbers = list
		return p
	}
	last := len(list) - 2
	p.Numbers, p.Blank, p.Spoiled = list[:last:last], list[last], list[last+1]
	return p
}

// piles answers where the numbers of piles are keyed.
func (r Record) piles(m key.Meaning, c Context) (Screen, Answer) {
	switch m.What {
	case key.Up:
		r.form = r.form.to(max(0, r.form.at-1))
	case key.Down:
		r.form = r.form.to(min(len(r.form.fields)-1, r.form.at+1))
	case key.PageUp:
		r.row = max(1, r.pileRow(c.Ahead))
		return r.at(c.Ahead), Answer{}
	case key.Confirm:
		if r.form.at < len(r.form.fields)-1 {
			r.form = r.form.to(r.form.at + 1)
			return r, Answer{}
		}
		return r.counted(c)
	}
	return r, Answer{}
}

// counted hands over the numbers of a row.
func (r Record) counted(c Context) (Screen, Answer) {
	pile := r.pile(c)
	if due, known := c.Ahead.PileDue(); known && pile.Row > 0 && pile.Sum() != due {
		return r, warn(c.Say(words.PileSum, "sum", pile.Sum(), "sheets", due))
	}
	var ans Answer
	switch r.gate {
	case gatePile:
		ans = c.submit(meeting.CountPile{Pile: pile})
	case gatePileAgain:
		side, _ := c.Ahead.Round.Piling.Wants()
		ans = r.pilesEnd(c, meeting.CountPileAgain{Pile: pile, Of: side})
	case gatePileRule:
		was := r
		if refusal := c.try(meeting.RulePile{Pile: pile, By: anybody.By, Reason: anybody.Saw}); refusal != nil {
			return r, warn(c.Refuse(refusal))
		}
		r.ask = askName(c, func(by string, c Context) Answer {
			next := askText(meeting.MaxReason, func(reason string, c Context) Answer {
				return was.pilesEnd(c, meeting.RulePile{Pile: pile, By: by, Reason: reason})
			}, words.RuleWhy(c.Lang))
			return Answer{next: &next}
		}, words.WitnessName(c.Lang))
		r.row, r.form = 0, form{}
		return r, Answer{}
	}
	if !ans.Ring {
		r.row, r.form = 0, form{}
	}
	return r, ans
}

// pilesEnd submits what may end a second count, and says so if it does.
func (r Record) pilesEnd(c Context, o meeting.Order) Answer {
	ans := c.submit(o)
	if ans.Ring {
		return ans
	}
	stack := c.Ahead.Round.Piling.Stack
	after := c.after(o)
	ans.opens = after.Round.Piling.Compared && !c.Ahead.Round.Piling.Compared
	if !after.Round.Piling.Under() && after.Round.Stacks[stack].Piles.Checked != "" {
		ans.Say = c.Say(words.PilesAgreed, "differed", after.Round.Stacks[stack].Piles.Differed)
	}
	return ans
}

// handPiles ends a count by piles with all its sheets, counted by hand.
func (r Record) handPiles(n int, c Context) Answer {
	first := c.Ahead.Round.Piling.Side == meeting.FirstEntry
	ans := r.pilesEnd(c, meeting.ClosePiles{Sheets: n})
	if first && !ans.Ring {
		ans.Say = c.Say(words.PilesClosed, "sheets", n)
	}
	return ans
}

// takeRow begins to count a differing row anew, by its number.
func (r Record) takeRow(n int, c Context) (Screen, Answer) {
	if want := r.pileRow(c.Ahead); n != want {
		return r, warn(c.Say(words.OtherRow, "row", want, "typed", n))
	}
	r.row = n + 1
	return r.at(c.Ahead), Answer{}
}

// pilable reports whether the stack can be counted by piles.
func pilable(s meeting.State, n int) bool {
	for i := range s.Round.Bundles.Len() {
		if s.Round.Bundles.At(i+1).Stack == n {
			return false
		}
	}
	return hasUnread(s, n) && !s.Round.Stacks[n].ByPiles()
}

// askPiles asks who counts the piles of a stack.
func askPiles(c Context, stack int, again bool) ask {
	class, subject := c.Ahead.StackIDs(stack)
	line := words.PilesName(c.Lang)
	if again {
		line = c.Say(words.PilesAgainName, "first", c.Ahead.Round.Stacks[stack].Piles.By)
	}
	return askKeyer("", func(by string, c Context) Answer {
		return c.submit(meeting.OpenPiles{Class: class, Subject: subject, By: by, Again: again})
	}, c.named(stack, line))
}

// piled lists the stacks that were counted by piles.
func piled(s meeting.State) []int {
	return stacks(s, func(s meeting.State, n int) bool { return s.Round.Stacks[n].ByPiles() })
}

// askWithdrawPiles takes back a count by piles, the last one where there are
// several, so that it can be made anew or the sheets keyed one by one.
func askWithdrawPiles(c Context) ask {
	list := piled(c.Ahead)
	stack := list[len(list)-1]
	class, subject := c.Ahead.StackIDs(stack)
	return askText(meeting.MaxReason, func(reason string, c Context) Answer {
		return c.submit(meeting.WithdrawPiles{Class: class, Subject: subject, Reason: reason})
	}, c.named(stack, words.WithdrawPilesWhy(c.Lang)))
}

func askLeavePiles(c Context) ask {
	return askText(meeting.MaxReason, func(reason string, c Context) Answer {
		return c.submit(meeting.LeavePiles{Reason: reason})
	}, words.LeavePilesWhy(c.Lang))
}

// pileSays is the sentence of a gate of the piles.
func (r Record) pileSays(c Context) string {
	s := c.Ahead
	p := s.Round.Piling
	by := p.By
	if side, _ := p.Wants(); side == meeting.FirstEntry {
		by = s.Round.Stacks[p.Stack].Piles.By
	}
	row := r.pileRow(s)
	if row < 0 {
		row = 0
	}
	sentence := map[gate]words.Sentence{
		gatePile: words.PileNow, gatePileAgain: words.PileNow, gatePileRule: words.PileRuleNow, gatePileHand: words.PileHand,
		gatePileDiffers: words.PileDiffers, gatePileDispute: words.PileDispute,
	}[r.gate]
	if row == 0 && (r.gate == gatePile || r.gate == gatePileAgain) {
		sentence = words.PileVoids
	}
	due := ""
	if n, known := s.PileDue(); known && row > 0 {
		due = c.Say(words.PileDue, "sheets", n)
	}
	return c.named(p.Stack, c.Say(sentence, "by", by, "row", row, "name", r.pileName(c, row), "rows", r.openRows(c), "due", due))
}

// openRows lists the rows that are not settled.
func (r Record) openRows(c Context) string {
	var list []int
	for _, d := range c.Ahead.Round.Piling.Differs {
		if d.Final == nil {
			list = append(list, d.Row)
		}
	}
	return c.numbers(list)
}

// pileRows is the fields of a row, with their sum.
func (r Record) pileRows(c Context) ([]string, *Caret) {
	rows := append(c.indent(2, r.pileSays(c), c.Look.Strong), "")
	labels := []string{words.GateCounted(c.Lang)}
	switch r.gate {
	case gatePileDiffers, gatePileDispute:
		labels = []string{words.RowLabel(c.Lang)}
	case gatePile, gatePileAgain, gatePileRule:
		labels = c.pileLabels(r.pileRow(c.Ahead))
	}
	wide, sum := 0, 0
	for _, l := range labels {
		wide = max(wide, look.Width(l))
	}
	var caret *Caret
	step := 2
	if len(labels) > 6 || len(rows)+2*len(labels) > c.Rows-3 {
		step = 1
	}
	for i, f := range r.form.fields {
		n, _ := f.Int()
		sum += n
		chip := "  "
		if r.gate.piles() && r.pileRow(c.Ahead) > 0 && i < len(c.Ahead.Plan.Rule.Scale) {
			chip = c.Look.Bar(i+1, 2)
		}
		label := "  " + chip + " " + c.Look.Left(labels[i], wide) + "  "
		f = c.dress(f, 9, 1)
		if i == r.form.at {
			col, _ := f.Caret()
			caret = &Caret{look.Width(label) + col, len(rows)}
		}
		rows = append(rows, label+f.Draw()[0])
		if step == 2 {
			rows = append(rows, "")
		}
	}
	if len(r.form.fields) > 1 {
		line := fmt.Sprintf("     %s  %d", c.Look.Left(words.SumLabel(c.Lang), wide), sum)
		style := c.Look.Text
		if due, known := c.Ahead.PileDue(); known && r.pileRow(c.Ahead) > 0 {
			line += fmt.Sprintf(" / %d", due)
			if sum == due {
				style = c.Look.Good
			}
		}
		rows = append(rows, style.Render(line))
	}
	return rows, caret
}

// done lists the rows that were counted in the count under way, for its own
// person's eyes.
func (r Record) pilesDone(c Context) []string {
	p := c.Ahead.Round.Piling
	if p.Compared {
		return nil
	}
	var rows []string
	for i := len(p.Rows) - 1; i >= 0 && len(rows) < lastShown; i-- {
		row := p.Rows[i]
		if row.Numbers == nil {
			continue
		}
		labels, text := c.pileLabels(i), ""
		list := row.Numbers
		if i > 0 {
			list = append(append([]int{}, list...), row.Blank, row.Spoiled)
		}
		for k, n := range list {
			if n > 0 || k < len(c.Ahead.Plan.Rule.Scale) && i > 0 {
				text += fmt.Sprintf("  %s %d", labels[k], n)
			}
		}
		rows = append(rows, "  "+c.Look.Dim.Render(c.Look.Left(r.pileName(c, i), 24))+text)
	}
	return rows
}
