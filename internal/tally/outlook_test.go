package tally

import (
	"slices"
	"testing"

	"pgregory.net/rapid"
)

var bureau = Rule{
	Scale: Scale{"好", "较好", "一般", "差"}, Base: ValidMarks,
	Veto:    Veto{Grades: []int{3, 4}, Reading: Sum, Compare: Over, Limit: Fraction{1, 10}, Forces: 4},
	Suggest: Suggestion{Method: Majority, Limit: Fraction{1, 2}}, Decimals: 2,
}

func TestTheFewestBadMarksThatForceTheGrade(t *testing.T) {
	atLeast, third := bureau, bureau
	atLeast.Veto.Compare = AtLeast
	third.Veto.Limit = Fraction{1, 3}
	for _, c := range []struct {
		rule       Rule
		size, need int
	}{
		{bureau, 41, 5}, {bureau, 40, 5}, {bureau, 39, 4}, {bureau, 9, 1}, {bureau, 1, 1},
		{atLeast, 40, 4}, {atLeast, 41, 5}, {third, 9, 4}, {third, 10, 4},
	} {
		got := c.rule.Triggers(c.size)
		if len(got) != 1 || got[0].Need != c.need {
			t.Errorf("%s %s of %d: %v, want %d", c.rule.Veto.Compare, c.rule.Veto.Limit, c.size, got, c.need)
		}
	}
	if got := bureau.Triggers(0); got != nil {
		t.Errorf("without a base: %v", got)
	}
}

func TestAVerdictIsSettledOnceNoSheetCanChangeIt(t *testing.T) {
	for _, c := range []struct {
		name    string
		count   Count
		left    int
		settled bool
	}{
		{"41 of 42 read, 1 bad", Count{Grades: [6]int{38, 2, 1}}, 1, true},
		{"41 of 42 read, 4 bad: one more is 5/42, over", Count{Grades: [6]int{33, 4, 4}}, 1, false},
		{"36 of 42 read, 5 bad: 5/42 is over whatever comes", Count{Grades: [6]int{20, 11, 3, 2}}, 6, true},
		{"half read", Count{Grades: [6]int{20, 1}}, 21, false},
		{"nothing read", Count{}, 42, false},
		{"all read", Count{Grades: [6]int{30, 12}}, 0, true},
	} {
		turnout := Turnout{Collected: c.count.Marks() + c.left, Valid: c.count.Marks()}
		if o := bureau.Ahead(c.count, turnout, c.left); o.Settled != c.settled {
			t.Errorf("%s: %+v", c.name, o)
		}
	}
}

// outcomes walks through every way in which the sheets can fall.
func outcomes(r Rule, c Count, t Turnout, left int, see func(Verdict)) {
	if left == 0 {
		see(r.Judge(c, t, nil))
		return
	}
	void := t
	void.Void++
	outcomes(r, c, void, left-1, see)
	t.Valid++
	for g := range r.Scale {
		outcomes(r, c.Add(Mark(g+1)), t, left-1, see)
	}
	outcomes(r, c.Add(Blank), t, left-1, see)
}

// seeing is o, having seen one way of falling.
func seeing(o Outlook, v Verdict) Outlook {
	o.MayForce, o.MayEscape = o.MayForce || v.Over, o.MayEscape || !v.Over
	if v.Suggested != 0 {
		o.Best, o.Worst = min(o.Best, v.Suggested), max(o.Worst, v.Suggested)
	}
	return o
}

// plain reports whether the veto is set off by the worst grades and forces the
// last, so that a worse sheet never makes a better grade, and can fail to hold.
func plain(r Rule) bool {
	for _, g := range r.Veto.Grades {
		if g <= len(r.Scale)-len(r.Veto.Grades) {
			return false
		}
	}
	return (r.Veto.Forces == 0 || r.Veto.Forces == len(r.Scale)) && r.Veto.Reading == Sum &&
		r.Base == ValidMarks && len(r.Veto.Grades) < len(r.Scale) && (r.Veto.Compare == Over || r.Veto.Limit.Num > 0) &&
		(r.Suggest.Method == Majority || r.Suggest.Method == None)
}

func TestTheOutlookIsWhatEveryWayOfFallingShows(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		q := ask(t)
		c, left := count(q.pile), rapid.IntRange(0, 4).Draw(t, "left")
		q.turnout.Collected = max(q.turnout.Collected, q.turnout.Valid+q.turnout.Void+left)
		q.turnout.Issued = max(q.turnout.Issued, q.turnout.Collected)
		want := Outlook{Left: left, Best: len(q.rule.Scale) + 1}
		first, same, seen := Verdict{}, true, false
		outcomes(q.rule, c, q.turnout, left, func(v Verdict) {
			want = seeing(want, v)
			if seen {
				same = same && v.Forced == first.Forced && v.Suggested == first.Suggested && v.Over == first.Over
			}
			first, seen = v, true
		})
		if want.Best > len(q.rule.Scale) {
			want.Best = 0
		}
		want.Settled = same
		got := q.rule.Ahead(c, q.turnout, left)
		want.none, got.none = false, false
		if !plain(q.rule) {
			want.Best, want.Worst = got.Best, got.Worst
		}
		if got != want {
			t.Fatalf("%+v, every way of falling shows %+v", got, want)
		}
	})
}

func TestAnotherReadingThatChangesTheGradeIsNamed(t *testing.T) {
	// 3 bad of 28 marks is over 10 %; of the 30 sheets issued it is not.
	c := Count{Grades: [6]int{20, 5, 2, 1}, Blank: 1}
	turnout := Turnout{Expected: 32, Present: 31, Issued: 30, Collected: 29, Valid: 29}
	got := map[Base]Alternative{}
	for _, a := range bureau.Alternatives(c, turnout, nil) {
		got[a.Base] = a
	}
	if a, ok := got[Issued]; !ok || a.Verdict.Forced != 0 {
		t.Errorf("over the sheets issued: %+v", a)
	}
	if _, ok := got[ValidSheets]; ok {
		t.Error("3/29 is over 10 % as well, and yet it is named")
	}
	sum := 0
	for _, a := range bureau.Alternatives(c, turnout, nil) {
		if a.Base == ValidMarks {
			sum++
			if a.Verdict.Forced != 0 {
				t.Errorf("each by itself: %+v", a)
			}
		}
	}
	if sum != 2 {
		t.Errorf("%d other ways to read the veto grades, want each and any", sum)
	}
	if got := bureau.Alternatives(Count{Grades: [6]int{40}}, Turnout{Expected: 40, Present: 40, Issued: 40, Collected: 40, Valid: 40}, nil); got != nil {
		t.Errorf("a vote without a doubt: %v", got)
	}
}

// fall walks through every way in which the sheets that are left in each part of
// a poll can fall.
func fall(r Rule, p Poll, left []int, see func(Verdict)) {
	for i, n := range left {
		if n == 0 {
			continue
		}
		rest := slices.Clone(left)
		rest[i]--
		next := func(change func(*Part)) {
			later := p
			later.Parts = slices.Clone(p.Parts)
			change(&later.Parts[i])
			fall(r, later, rest, see)
		}
		next(func(part *Part) { part.Turnout.Void++ })
		p.Turnout.Valid++
		for _, m := range []Mark{Blank, Aside, 1, 2, 3, 4, 5, 6} {
			if r.Takes(m) {
				next(func(part *Part) {
					part.Turnout.Valid++
					part.Count = part.Count.Add(m)
				})
			}
		}
		return
	}
	see(r.JudgePoll(p))
}

// TestTheOutlookOfAPollIsNeverTooSure: whatever way the sheets fall, the outlook
// had it among the things that may be; and for a majority and a veto on a sum it
// has nothing else.
func TestTheOutlookOfAPollIsNeverTooSure(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := inquire(t)
		s.facts = nil
		p := s.poll()
		left := make([]int, len(p.Parts))
		for range rapid.IntRange(0, 3).Draw(t, "left") {
			left[rapid.IntRange(0, len(left)-1).Draw(t, "part")]++
		}
		got := s.rule.AheadOf(p, left)
		want, same, first, seen := Outlook{Best: len(s.rule.Scale) + 1}, true, Verdict{}, false
		fall(s.rule, p, left, func(v Verdict) {
			want = seeing(want, v)
			want.none = want.none || v.Suggested == 0
			same = same && (!seen || v.Suggested == first.Suggested && v.Forced == first.Forced && v.Over == first.Over)
			first, seen = v, true
		})
		if want.Best > len(s.rule.Scale) {
			want.Best = 0
		}
		inside := want.Best == 0 || got.Best != 0 && got.Best <= want.Best && got.Worst >= want.Worst
		switch {
		case got.Settled && !same, !inside, want.MayForce && !got.MayForce, want.MayEscape && !got.MayEscape, want.none && !got.none:
			t.Fatalf("%+v, but it may fall so: %+v", got, want)
		case !closely(s.rule):
		case got.Settled != same, got.MayForce != want.MayForce, got.MayEscape != want.MayEscape:
			t.Fatalf("%+v, but every way of falling shows %+v, settled %v", got, want, same)
		}
	})
}

// closely reports whether the outlook of the rule is exact.
func closely(r Rule) bool {
	return r.Suggest.Method == Majority && r.Veto.Reading == Sum && r.Vetoes == nil && !r.Quorum.Given() && !r.compounds()
}

func TestWhatTriggersTheVetoPartByPart(t *testing.T) {
	rule := bureau
	rule.Empty = Renormalise
	class := func(name string, weight Fraction, good int) Part {
		return Part{Name: name, Weight: weight, Count: Count{Grades: [6]int{good}}}
	}
	for _, c := range []struct {
		name  string
		empty Empty
		poll  []Part
		want  []int
	}{
		{"A 3/5 of 20, B 2/5 of 10", Renormalise, []Part{class("A", Fraction{3, 5}, 20), class("B", Fraction{2, 5}, 10)}, []int{4, 3}},
		{"B has none yet: A weighs for all", Renormalise, []Part{class("A", Fraction{3, 5}, 20), class("B", Fraction{2, 5}, 0)}, []int{3}},
		{"B has none yet, and must have", Refuse, []Part{class("A", Fraction{3, 5}, 20), class("B", Fraction{2, 5}, 0)}, []int{4}},
		{"a class so light that all of it is not enough", Renormalise, []Part{class("A", Fraction{19, 20}, 20), class("B", Fraction{1, 20}, 10)}, []int{3, 11}},
		{"everybody alike", "", []Part{class("", Fraction{}, 41)}, []int{5}},
		{"nobody", "", []Part{class("", Fraction{}, 0)}, nil},
	} {
		rule.Empty = c.empty
		var got []int
		for i, trigger := range rule.TriggersOf(Poll{Parts: c.poll}) {
			got = append(got, trigger.Need)
			if trigger.Part != c.poll[i].Name || trigger.Base != c.poll[i].Count.Marks() {
				t.Errorf("%s: %+v", c.name, trigger)
			}
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%s: %v, want %v", c.name, got, c.want)
		}
	}
}

func TestAnotherReadingOfAWeightedPollIsNamed(t *testing.T) {
	rule := bureau
	rule.Empty = Renormalise
	part := func(name string, weight Fraction, c Count) Part {
		return Part{name, weight, c, Turnout{Valid: c.Rows(), Collected: c.Rows(), Issued: c.Rows(), Present: c.Rows(), Expected: 2 * c.Rows()}}
	}
	p := Poll{Parts: []Part{
		part("A类", Fraction{3, 5}, Count{Grades: [6]int{17, 0, 3}}),
		part("B类", Fraction{2, 5}, Count{Grades: [6]int{10}, Blank: 10}),
	}}
	// 好 reaches 91 % of the marks, 71 % of the sheets, and 35.5 % of the people
	// expected; bad marks are never over a tenth.
	got := rule.AlternativesOf(p)
	if len(got) != 1 || got[0].Base != Expected || got[0].Verdict.Suggested != 0 {
		t.Errorf("%+v", got)
	}
}

func TestWhatMayStillComeOfAPoll(t *testing.T) {
	marks := func(grades ...int) Count {
		var c Count
		copy(c.Grades[:], grades)
		return c
	}
	part := func(name string, weight Fraction, c Count, left int) Part {
		return Part{name, weight, c, Turnout{Expected: c.Rows() + left, Collected: c.Rows() + left, Valid: c.Rows()}}
	}
	points := func(worst int64, trim Trim, bands ...Band) Suggestion {
		return Suggestion{Method: Points, Points: []Fraction{{100, 1}, {80, 1}, {70, 1}, {worst, 1}}, Bands: bands, Trim: trim}
	}
	three, two := Fraction{3, 5}, Fraction{2, 5}
	for _, c := range []struct {
		name  string
		rule  Rule
		parts []Part
		left  []int
		want  Outlook
	}{
		{
			"a class of which all that is left may be void leaves the others alone",
			Rule{Scale: bureau.Scale, Base: ValidMarks, Suggest: points(0, Trim{High: 1, Low: 1}, Band{1, Fraction{90, 1}}, Band{3, Fraction{50, 1}})},
			[]Part{part("A类", three, marks(3), 0), part("B类", two, marks(0, 0, 0, 2), 1)},
			[]int{0, 1},
			Outlook{Left: 1, Best: 1, Worst: 3, MayEscape: true},
		},
		{
			"a class that the rule insists on may stay away, though every step says the same",
			Rule{Scale: bureau.Scale, Base: ValidMarks, Empty: Refuse, Suggest: Suggestion{Method: Cascade, Else: 2, Steps: []Stair{
				{2, []int{1}, Over, Fraction{9, 10}, ValidMarks}, {2, []int{1, 2}, Over, Fraction{9, 10}, Expected},
			}}},
			[]Part{part("A类", three, marks(10), 0), part("B类", two, marks(), 1)},
			[]int{0, 1},
			Outlook{Left: 1, Best: 2, Worst: 2, MayEscape: true, none: true},
		},
		{
			"where marks are trimmed, blank and bad sheets together may be the worst",
			Rule{Scale: bureau.Scale, Base: ValidSheets, Suggest: points(60, Trim{High: 1, Low: 1}, Band{2, Fraction{50, 1}}, Band{4, Fraction{0, 1}})},
			[]Part{part("", Fraction{}, marks(0, 0, 0, 1), 3)},
			[]int{3},
			Outlook{Left: 3, Best: 2, Worst: 4, MayEscape: true, none: true},
		},
		{
			"the lighter class cannot bring the veto about any more",
			Rule{Scale: bureau.Scale, Base: ValidMarks, Empty: Renormalise, Veto: bureau.Veto, Suggest: bureau.Suggest},
			[]Part{part("A类", three, marks(20), 0), part("B类", two, marks(8), 2)},
			[]int{0, 2},
			Outlook{Left: 2, Settled: true, Best: 1, Worst: 1, MayEscape: true},
		},
		{
			"the heavier one can",
			Rule{Scale: bureau.Scale, Base: ValidMarks, Empty: Renormalise, Veto: bureau.Veto, Suggest: bureau.Suggest},
			[]Part{part("A类", three, marks(8), 2), part("B类", two, marks(20), 0)},
			[]int{2, 0},
			Outlook{Left: 2, Best: 1, Worst: 4, MayForce: true, MayEscape: true},
		},
	} {
		if got := c.rule.AheadOf(Poll{Parts: c.parts}, c.left); got != c.want {
			t.Errorf("%s: %+v, want %+v", c.name, got, c.want)
		}
	}
}
