package meeting

import (
	"math/big"

	"shuping/internal/tally"
)

// Poll is everything that the verdict on the subject at index i rests on: a part
// for each class that weighs, times one for each item whose mean decides.
func (s State) Poll(i int) tally.Poll {
	p := tally.Poll{Turnout: s.TurnoutOf(i), Facts: s.FactsOf(i), Assessments: s.assessed(i)}
	for _, g := range s.Plan.Rule.Quorum.Classes {
		for _, h := range s.Heads.Classes {
			if h.Class == g.ID {
				p.Groups.Expected += h.Expected
				p.Groups.Present += h.Present
			}
		}
	}
	for n, st := range s.Round.Stacks {
		if !st.Of(i) {
			continue
		}
		for _, c := range decidingColumns(s.Plan.Rule) {
			p.Parts = append(p.Parts, s.Part(i, n, c))
		}
	}
	return p
}

// Part is one column of the marks on the subject at index i, on the sheets of the
// stack at index n: column 0 is the overall mark, the items follow. It has a
// weight only where the verdict is made of it.
func (s State) Part(i, n, column int) tally.Part {
	rule, st := s.Plan.Rule, s.Round.Stacks[n]
	p := tally.Part{Count: st.Tallies[st.Row(i)*rule.Columns()+column], Turnout: s.turnout(n)}
	if isDeciding(rule, column) {
		columns := len(decidingColumns(rule))
		p.Name, p.Weight = s.partName(st, column, columns), s.weight(st, columns)
	}
	return p
}

// decidingColumns are the columns of a row that the verdict is made of: the overall
// mark, an item, or all items.
func decidingColumns(r tally.Rule) []int {
	var out []int
	for c := range r.Columns() {
		if isDeciding(r, c) {
			out = append(out, c)
		}
	}
	return out
}

func isDeciding(r tally.Rule, column int) bool {
	if column == 0 {
		return r.Deciding == ""
	}
	return r.Deciding == tally.Mean || r.Deciding == r.Items[column-1].ID
}

func (s State) partName(st Stack, column, of int) string {
	name := ""
	if st.Class >= 0 {
		name = s.Plan.Rule.Classes[st.Class].Name
	}
	if of == 1 {
		return name
	}
	if name != "" {
		name += " "
	}
	return name + s.Plan.Rule.Items[column-1].Title
}

// weight is what one of several columns of a stack weighs.
func (s State) weight(st Stack, columns int) tally.Fraction {
	w := big.NewRat(1, int64(columns))
	if st.Class >= 0 {
		w.Mul(w, s.Plan.Rule.Classes[st.Class].Weight.Rat())
	}
	return tally.Fraction{Num: w.Num().Int64(), Den: w.Denom().Int64()}
}

// turnout is the numbers of the stack at index n.
func (s State) turnout(n int) tally.Turnout {
	st := s.Round.Stacks[n]
	h, _ := s.HeadsOf(n)
	return tally.Turnout{
		Expected: h.Expected, Present: h.Present, Issued: st.Issued,
		Collected: st.Collected, Valid: st.Valid, Void: st.Void,
	}
}

// TurnoutOf is the numbers behind the vote on the subject at index i: all people,
// and the sheets on which he stands.
func (s State) TurnoutOf(i int) tally.Turnout {
	out := tally.Turnout{Expected: s.Heads.Expected, Present: s.Heads.Present}
	for _, st := range s.Round.Stacks {
		if st.Of(i) {
			out.Issued += st.Issued
			out.Collected += st.Collected
			out.Valid += st.Valid
			out.Void += st.Void
		}
	}
	return out
}

// Left is how many collected sheets of each part of the subject's poll are not read
// yet.
func (s State) Left(i int) []int {
	var out []int
	for n, st := range s.Round.Stacks {
		if !st.Of(i) {
			continue
		}
		for range decidingColumns(s.Plan.Rule) {
			out = append(out, max(0, st.Collected-s.Round.ReadOf(n)))
		}
	}
	return out
}
