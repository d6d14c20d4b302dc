package meeting

import (
	"cmp"
	"slices"
	"strings"

	"shuping/internal/tally"
)

// Shows reports whether any figure of the round may be shown: not before the
// plan's fewest sheets of the last vote were read, unless the count is closed.
func (s State) Shows() bool {
	_, _, read := s.Round.InHand()
	return s.Round.Closed || read >= s.Plan.Sheets.Fewest
}

// TooFewOf reports whether fewer sheets on the subject at index i were read than the plan
// wants before a figure is shown.
func (s State) TooFewOf(i int) bool {
	t := s.TurnoutOf(i)
	return t.Valid+t.Void < s.Plan.Sheets.Fewest
}

// Hides reports whether the figures of the stack at index n must not be shown
// apart: it is of a class of which fewer sheets were read than the plan wants.
// One hidden class could be worked out from the sum of all. Therefore the next larger
// ones are hidden too, until at least two are hidden and together have as many sheets
// as the plan wants. A class that nobody filled in has nothing to hide. Where the
// meeting went on knowingly with a small class, nothing is hidden.
func (s State) Hides(n int) bool {
	st := s.Round.Stacks[n]
	if st.Class < 0 || s.Plan.Sheets.FewestOf == 0 || s.knows() {
		return false
	}
	var among []int // the stacks of the same subject, the smallest first
	for i, o := range s.Round.Stacks {
		if o.Subject == st.Subject && o.Vote == st.Vote && s.Round.ReadOf(i) > 0 {
			among = append(among, i)
		}
	}
	if len(among) < 2 {
		return false // it is the sum itself
	}
	slices.SortStableFunc(among, func(a, b int) int { return cmp.Compare(s.Round.ReadOf(a), s.Round.ReadOf(b)) })
	least := s.Plan.Sheets.FewestOf
	hidden, sheets := 0, 0
	for _, i := range among {
		read := s.Round.ReadOf(i)
		if read >= least && (hidden == 0 || hidden > 1 && sheets >= least) {
			return false
		}
		if i == n {
			return true
		}
		hidden, sheets = hidden+1, sheets+read
	}
	return false
}

// HidesOf reports whether any stack with sheets on the subject at index i is
// hidden.
func (s State) HidesOf(i int) bool {
	for n, st := range s.Round.Stacks {
		if st.Of(i) && s.Hides(n) {
			return true
		}
	}
	return false
}

// Reasons are the reasons of the verdict on the subject at index i, as they may be
// shown: where a class is hidden they say what all classes come to together, and
// not what each adds. Whoever knows the weights may still reckon backwards from
// that; no rule that weighs a small class can prevent it.
func (s State) Reasons(i int) []tally.Reason {
	list := s.Verdict(i).Reasons
	if !s.HidesOf(i) {
		return list
	}
	var names []string
	for _, c := range s.Plan.Rule.Classes {
		names = append(names, c.Name)
	}
	out := slices.Clone(list)
	for n, r := range out {
		if r.Step == tally.ByComposite || r.Step == tally.EmptyClass || len(r.Parts) == 0 {
			continue
		}
		whole := r.Share
		if r.Mean.Given() {
			whole = r.Mean
		}
		out[n].Parts = []tally.PartShare{{
			Name: strings.Join(names, "、"), Weight: tally.Fraction{Num: 1, Den: 1}, Mean: whole,
		}}
	}
	return out
}
