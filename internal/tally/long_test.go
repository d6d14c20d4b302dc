package tally

import (
	"strings"
	"testing"
)

// manyItems is a vote of nine items in two classes, whose bases have a common
// multiple that is longer than any number a Fraction holds.
func manyItems() Poll {
	var p Poll
	for i, n := range []int{41, 40, 39, 38, 37, 36, 35, 34, 33, 127, 113, 109, 107, 103, 101, 97, 89, 83} {
		c := Count{}
		c.Grades[0], c.Grades[3] = n-1, 1
		p.Parts = append(p.Parts, Part{Name: string(rune('a' + i)), Weight: Fraction{1, 18}, Count: c, Turnout: Turnout{Valid: n}})
	}
	return p
}

func TestSharesWithLongTermsAreTold(t *testing.T) {
	r := Rule{
		Scale: Scale{"好", "较好", "一般", "差"}, Base: ValidMarks, Decimals: 2,
		Veto: Veto{Grades: []int{4}, Reading: Sum, Compare: Over, Limit: Fraction{1, 100}, Forces: 4},
		Suggest: Suggestion{
			Method: Points, Points: []Fraction{{100, 1}, {85, 1}, {60, 1}, {0, 1}},
			Bands: []Band{{1, Fraction{90, 1}}, {2, Fraction{75, 1}}},
		},
		Sources: []Source{
			{ID: "vote", Title: "述职评议", Vote: true, Weight: Fraction{1, 2}},
			{ID: "annual", Title: "年度考核", Weight: Fraction{1, 2}},
		},
		Composite: []Band{{1, Fraction{90, 1}}},
	}
	p := manyItems()
	p.Assessments = []Assessment{{Source: "annual", Score: Fraction{90, 1}}}
	v := r.JudgePoll(p)
	if got := v.Negative.Percent(2); got != "1.85" || !v.Over {
		t.Errorf("the veto grades come to %s%%, over %t", got, v.Over)
	}
	if share, ok := r.Share(p, 1); !ok || share.Percent(2) != "98.15" {
		t.Errorf("the share of the best grade is %s%%", share.Percent(2))
	}
	if got := v.Composite.Decimal(2); got != "94.08" {
		t.Errorf("the composite is %s", got)
	}
	want := map[Step]string{
		ByPoints:    "≈ 98.15 分，达到 90 分",
		VoteVeto:    "= 1.85% > 1%",
		ByComposite: "≈ 94.08 分，达到 90 分",
	}
	for _, why := range v.Reasons {
		if text, _ := Said(why); !strings.Contains(text, want[why.Step]) || strings.Contains(text, "0/0") {
			t.Errorf("%s: %s", why.Step, text)
		}
		delete(want, why.Step)
	}
	if len(want) > 0 {
		t.Errorf("nothing was said of %v", want)
	}
}

// A tie of several parts is told by the weighted share, however long its terms.
func TestTieWithLongTermsIsToldByItsShare(t *testing.T) {
	r := Rule{Scale: Scale{"好", "差"}, Base: ValidMarks, Decimals: 2, Suggest: Suggestion{Method: Plurality}}
	p := Poll{}
	for i, n := range []int{41, 39, 37, 35, 127, 113, 109, 107, 103, 101, 97, 89, 83} {
		for _, best := range []int{1, n - 1} {
			c := Count{}
			c.Grades[0], c.Grades[1] = best, n-best
			p.Parts = append(p.Parts, Part{Name: string(rune('a' + i)), Weight: Fraction{1, 26}, Count: c})
		}
	}
	v := r.JudgePoll(p)
	if text, _ := Said(v.Reasons[0]); v.Suggested != 0 || !strings.Contains(text, "加权比例相同，各 50.00%") {
		t.Errorf("suggested %d: %s", v.Suggested, text)
	}
}
