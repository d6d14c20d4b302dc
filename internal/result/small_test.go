package result_test

import (
	"math/big"
	"slices"
	"strings"
	"testing"

	"shuping/internal/meeting"
	"shuping/internal/result"
	"shuping/internal/tally"
	"shuping/internal/words"
)

// small is how many people of class a there are in the meetings of this test.
const small = 3

// Whoever knows the plan and everything that a result says can reckon back what the
// people of a small class voted, unless it votes with another.
func TestASmallClassIsSolvedForOnlyWhereTheMeetingKnows(t *testing.T) {
	for name, found := range map[string][]int{"small-apart": {1, 1}, "small-known": {1, 1}, "small-merged": {3, 2}, "few-known": {1, 1}, "few-merged": {3, 2}} {
		s := held(t, name)
		known, merged := strings.HasSuffix(name, "known"), strings.HasSuffix(name, "merged")
		d := result.Of(s, head, words.Chinese)
		for i := range d.Subjects {
			if got := solved(t, s, d, i); len(got) != found[i] {
				t.Errorf("%s: the people of the class may have given %v bad marks to %s", name, got, d.Subjects[i].ID)
			}
		}
		apart := slices.ContainsFunc(d.Subjects[0].Parts, func(p result.Part) bool { return p.Class == "A类" && !p.Hidden })
		if apart != known {
			t.Errorf("%s: the votes of the class stand apart: %v", name, apart)
		}
		if merged && d.Custody.Stacks[0] != (result.Stack{Class: "a", Name: "A类"}) {
			t.Errorf("%s: the sheets of the class stand apart: %+v", name, d.Custody.Stacks[0])
		}
		h := d.Custody.Classes[0]
		if h.Known != known || (h.With == "b") != merged {
			t.Errorf("%s: %+v", name, h)
		}
	}
}

// solved is how many of the veto's marks the people of class a may have given to the
// subject at index i: of every way in which the marks may lie in the stacks, what is
// published must follow.
func solved(t *testing.T, s meeting.State, d result.Result, i int) []int {
	subject, rule := d.Subjects[i], s.Plan.Rule
	n := slices.IndexFunc(subject.Reasons, func(r result.Reason) bool { return r.Step == tally.VoteVeto })
	if n < 0 {
		t.Fatalf("%s: no veto was judged", subject.ID)
	}
	bad, share := subject.MarksOf(subject.Negative.Grades), subject.Reasons[n].Share.Rat()
	var sizes []int
	var weights []*big.Rat
	all, pool := new(big.Rat), -1
	for k, st := range d.Custody.Stacks {
		if st.Valid == 0 {
			continue
		}
		if st.Class == s.VotesWith("a") {
			pool = len(sizes)
		}
		sizes, weights = append(sizes, st.Valid), append(weights, rule.Classes[k].Weight.Rat())
		all.Add(all, rule.Classes[k].Weight.Rat())
	}
	var out []int
	var try func(given []int, left int, sum *big.Rat)
	try = func(given []int, left int, sum *big.Rat) {
		k := len(given)
		if k == len(sizes) {
			if left != 0 || new(big.Rat).Quo(sum, all).Cmp(share) != 0 {
				return
			}
			for x := max(0, small-(sizes[pool]-given[pool])); x <= min(small, given[pool]); x++ {
				if !slices.Contains(out, x) {
					out = append(out, x)
				}
			}
			return
		}
		for x := 0; x <= min(left, sizes[k]); x++ {
			part := new(big.Rat).Mul(weights[k], big.NewRat(int64(x), int64(sizes[k])))
			try(append(slices.Clone(given), x), left-x, part.Add(part, sum))
		}
	}
	try(nil, bad, new(big.Rat))
	return out
}
