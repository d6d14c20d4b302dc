package tally

import (
	"encoding/json"
	"fmt"
	"math/big"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// A heap is one part of a poll as the slow count has it: the rows themselves.
type heap struct {
	weight  int64 // of 100 in all
	pile    recount
	turnout Turnout
}

// A survey is everything that JudgePoll is asked, drawn at random.
type survey struct {
	rule  Rule
	heaps []heap
	seen  []Assessment
	facts []Fact
}

func (s survey) poll() Poll {
	p := Poll{Facts: s.facts, Assessments: s.seen}
	for i, h := range s.heaps {
		part := Part{Name: fmt.Sprint("第", i+1, "类"), Count: count(h.pile), Turnout: h.turnout}
		part.Weight = exactFraction(big.NewRat(h.weight, 100))
		p.Parts = append(p.Parts, part)
	}
	p.Turnout = s.everybody()
	return p
}

func (s survey) everybody() Turnout {
	var t Turnout
	for _, h := range s.heaps {
		t.Expected += h.turnout.Expected
		t.Present += h.turnout.Present
		t.Issued += h.turnout.Issued
		t.Collected += h.turnout.Collected
		t.Valid += h.turnout.Valid
		t.Void += h.turnout.Void
	}
	return t
}

func inquire(t *rapid.T) survey {
	q := ask(t)
	s := survey{rule: q.rule, facts: q.facts}
	r := &s.rule
	n := len(r.Scale)
	grade := rapid.IntRange(1, n)
	r.Aside = "不了解"
	r.Empty = rapid.SampledFrom([]Empty{"", Renormalise, Refuse}).Draw(t, "empty")
	part := rapid.Custom(func(t *rapid.T) Fraction {
		d := rapid.Int64Range(1, 6).Draw(t, "den")
		return Fraction{rapid.Int64Range(0, d).Draw(t, "num"), d}
	})
	compare := rapid.SampledFrom([]Comparison{Over, AtLeast})
	base := rapid.SampledFrom(Bases)
	if rapid.Bool().Draw(t, "quorum") {
		r.Quorum = Quorum{Of: base.Draw(t, "of"), Over: base.Draw(t, "over"), Compare: compare.Draw(t, "quorum compare"), Share: part.Draw(t, "quorum share")}
	}
	if r.Suggest.Method == None {
		r.Suggest.Method = Cascade
		for range rapid.IntRange(1, 3).Draw(t, "steps") {
			r.Suggest.Steps = append(r.Suggest.Steps, Stair{grade.Draw(t, "step"),
				rapid.SliceOfNDistinct(grade, 1, n, rapid.ID).Draw(t, "step grades"), compare.Draw(t, "step compare"), part.Draw(t, "step limit"), base.Draw(t, "step base")})
		}
		r.Suggest.Else = rapid.IntRange(0, n).Draw(t, "else")
	}
	if rapid.Bool().Draw(t, "trims") {
		r.Suggest.Trim = Trim{rapid.IntRange(0, 2).Draw(t, "high"), rapid.IntRange(0, 2).Draw(t, "low"), rapid.IntRange(0, 9).Draw(t, "above")}
	}
	worse := rapid.IntRange(1, n-1)
	for range rapid.IntRange(0, 2).Draw(t, "more vetoes") {
		v := Veto{
			Grades:  rapid.SliceOfNDistinct(grade, 1, n, rapid.ID).Draw(t, "veto grades"),
			Reading: rapid.SampledFrom([]Reading{Sum, Each, Any}).Draw(t, "veto reading"),
			Compare: compare.Draw(t, "veto compare"), Limit: part.Draw(t, "veto limit"),
		}
		if v.Forces = grade.Draw(t, "veto forces"); rapid.Bool().Draw(t, "veto bars") {
			v.Forces, v.Bars = 0, rapid.SliceOfNDistinct(worse, 1, n-1, rapid.ID).Draw(t, "barred")
		}
		r.Vetoes = append(r.Vetoes, v)
	}
	if !r.Veto.Given() {
		r.Vetoes = nil
	}
	if len(r.Facts) > 0 && rapid.Bool().Draw(t, "fact bars") {
		r.Facts = slices.Clone(r.Facts)
		r.Facts[0].Forces, r.Facts[0].Bars = 0, []int{worse.Draw(t, "barred by fact")}
	}
	r.Sources = []Source{{ID: "vote", Title: "测评", Vote: true}, {ID: "visit", Title: "调研"}, {ID: "yearly", Title: "考核"}}
	if rapid.Bool().Draw(t, "composite") {
		r.Sources[0].Weight = exactFraction(big.NewRat(rapid.Int64Range(0, 2).Draw(t, "vote weight"), 4))
		r.Sources[1].Weight = Fraction{1, 2}
		for g := range n {
			r.Composite = append(r.Composite, Band{g + 1, Fraction{int64(60 - 11*g), 1}})
		}
	}
	for range rapid.IntRange(0, 2).Draw(t, "gates") {
		r.Gates = append(r.Gates, Gate{Grade: grade.Draw(t, "gate"), Source: rapid.SampledFrom([]string{"visit", "yearly"}).Draw(t, "gate source"), Grades: []string{"优"}})
	}
	for _, id := range []string{"visit", "yearly"} {
		if rapid.Bool().Draw(t, id) {
			a := Assessment{Source: id, Grade: rapid.SampledFrom([]string{"", "优", "良"}).Draw(t, id+" grade")}
			if rapid.Bool().Draw(t, id+" scored") {
				a.Score = Fraction{rapid.Int64Range(0, 200).Draw(t, id+" score"), 2}
			}
			s.seen = append(s.seen, a)
		}
	}
	s.heaps = heaps(t, n)
	return s
}

func heaps(t *rapid.T, grades int) []heap {
	weights := rapid.SampledFrom([][]int64{{100}, {60, 40}, {50, 50}, {10, 20, 70}, {25, 25, 25, 25}}).Draw(t, "weights")
	marks := []Mark{Blank, Spoiled, Aside}
	for g := range grades {
		marks = append(marks, Mark(g+1))
	}
	extra := rapid.IntRange(0, 2)
	var out []heap
	for _, w := range weights {
		h := heap{weight: w, pile: rapid.SliceOfN(rapid.SampledFrom(marks), 0, 12).Draw(t, "pile")}
		h.turnout.Valid = len(h.pile)
		h.turnout.Void = extra.Draw(t, "void")
		h.turnout.Collected = h.turnout.Valid + h.turnout.Void
		h.turnout.Issued = h.turnout.Collected + extra.Draw(t, "not returned")
		h.turnout.Present = h.turnout.Issued + extra.Draw(t, "without a sheet")
		h.turnout.Expected = h.turnout.Present + extra.Draw(t, "away")
		out = append(out, h)
	}
	return out
}

// The slow count. It shares no code with the package: it goes through the rows
// for every number, and adds up big.Rat.

func (h heap) size(b Base) int64 {
	return map[Base]int64{ValidMarks: h.pile.of(1, 2, 3, 4, 5, 6), ValidSheets: int64(h.turnout.Valid) - h.pile.of(7), Collected: int64(h.turnout.Collected),
		Issued: int64(h.turnout.Issued), Present: int64(h.turnout.Present), Expected: int64(h.turnout.Expected)}[b]
}

// weighs averages what each heap is worth, by weight, over the heaps that have a
// worth. It says false where there is none, or one is missing that is insisted on.
func (s survey) weighs(worth func(heap) *big.Rat) (*big.Rat, bool) {
	sum, weight := new(big.Rat), new(big.Rat)
	for _, h := range s.heaps {
		own := worth(h)
		if own == nil {
			if s.rule.Empty == Refuse {
				return nil, false
			}
			continue
		}
		w := big.NewRat(h.weight, 1)
		weight.Add(weight, w)
		sum.Add(sum, own.Mul(own, w))
	}
	if weight.Sign() == 0 {
		return nil, false
	}
	return sum.Quo(sum, weight), true
}

func (s survey) reached(b Base, grades ...int) (*big.Rat, bool) {
	return s.weighs(func(h heap) *big.Rat {
		if h.size(b) == 0 {
			return nil
		}
		sum := new(big.Rat)
		for _, g := range grades {
			sum.Add(sum, big.NewRat(h.pile.of(Mark(g)), h.size(b)))
		}
		return sum
	})
}

func (s survey) meanOfPoints() (*big.Rat, bool) {
	return s.weighs(func(h heap) *big.Rat {
		marks := slices.DeleteFunc(slices.Clone(h.pile), func(m Mark) bool { return m > 6 })
		slices.Sort(marks)
		size, trim := h.size(s.rule.Base), s.rule.Suggest.Trim
		all := 0
		for _, h := range s.heaps {
			all += count(h.pile).Marks()
		}
		if all <= trim.Above {
			trim = Trim{}
		}
		trim.Above = 0
		if trim != (Trim{}) {
			if len(marks) <= trim.High+trim.Low {
				return nil
			}
			marks = marks[trim.High : len(marks)-trim.Low]
			size -= int64(trim.High + trim.Low)
		}
		if size == 0 {
			return nil
		}
		sum := new(big.Rat)
		for _, m := range marks {
			p := s.rule.Suggest.Points[m-1]
			sum.Add(sum, big.NewRat(p.Num, p.Den*size))
		}
		return sum
	})
}

func beats(c Comparison, r *big.Rat, f Fraction) bool {
	sign := r.Cmp(big.NewRat(f.Num, f.Den))
	return sign > 0 || sign == 0 && c == AtLeast
}

func (s survey) marks() (n int64) {
	for _, h := range s.heaps {
		n += h.pile.of(1, 2, 3, 4, 5, 6)
	}
	return n
}

// byVote is the grade that the vote alone suggests.
func (s survey) byVote() int {
	r := s.rule
	if s.marks() == 0 {
		return 0
	}
	switch r.Suggest.Method {
	case Majority:
		var better []int
		for g := range r.Scale {
			better = append(better, g+1)
			if f, ok := s.reached(r.Base, better...); ok && beats(Over, f, r.Suggest.Limit) {
				return g + 1
			}
		}
	case Plurality:
		for g := range r.Scale {
			first := true
			for h := range r.Scale {
				a, ok := s.reached(r.Base, g+1)
				b, _ := s.reached(r.Base, h+1)
				first = first && ok && (h == g || a.Cmp(b) > 0)
			}
			if first {
				return g + 1
			}
		}
	case Points:
		if _, ok := s.reached(r.Base); !ok {
			return 0
		}
		mean, ok := s.meanOfPoints()
		for _, b := range r.Suggest.Bands {
			if ok && beats(AtLeast, mean, b.From) {
				return b.Grade
			}
		}
	case Cascade:
		for _, step := range r.Suggest.Steps {
			f, ok := s.reached(step.Base, step.Grades...)
			if !ok {
				return 0
			}
			if beats(step.Compare, f, step.Limit) {
				return step.Grade
			}
		}
		return r.Suggest.Else
	}
	return 0
}

func (s survey) vetoed(v Veto) bool {
	if !v.Given() {
		return false
	}
	total, ok := s.reached(s.rule.Base, v.Grades...)
	if !ok {
		return false
	}
	var parts []*big.Rat
	for _, g := range v.Grades {
		own, _ := s.reached(s.rule.Base, g)
		parts = append(parts, own)
	}
	if v.Reading == Sum {
		return beats(v.Compare, total, v.Limit)
	}
	return passes(v, parts)
}

func (s survey) quorate() bool {
	q := s.rule.Quorum
	if !q.Given() {
		return true
	}
	people := func(b Base) (n int64) {
		for _, h := range s.heaps {
			if n += h.size(b); b == ValidSheets {
				n += h.pile.of(7)
			}
		}
		return n
	}
	return people(q.Over) > 0 && beats(q.Compare, big.NewRat(people(q.Of), people(q.Over)), q.Share)
}

func (s survey) assessed(id string) (a Assessment) {
	for _, b := range s.seen {
		if b.Source == id {
			a = b
		}
	}
	return a
}

// scored is the composite, where every weighted source has a score.
func (s survey) scored() (*big.Rat, bool) {
	sum := new(big.Rat)
	if s.rule.Composite == nil {
		return nil, false
	}
	if w := s.rule.Sources[0].Weight; w.Num > 0 {
		_, based := s.reached(s.rule.Base)
		mean, ok := s.meanOfPoints()
		if !ok || !based || s.marks() == 0 || !s.quorate() {
			return nil, false
		}
		sum.Mul(mean, big.NewRat(w.Num, w.Den))
	}
	score := s.assessed("visit").Score
	if score.Den == 0 {
		return nil, false
	}
	return sum.Add(sum, big.NewRat(score.Num, 2*score.Den)), true
}

// judged is the grade suggested, the grade forced and those barred.
func (s survey) judged() (suggested, forced int, barred []int) {
	var out []int // barred by the vote or a fact
	if s.quorate() {
		suggested = s.byVote()
		for _, v := range append([]Veto{s.rule.Veto}, s.rule.Vetoes...) {
			if s.vetoed(v) {
				forced = max(forced, v.Forces)
				out = append(out, v.Bars...)
			}
		}
	}
	for _, f := range s.facts {
		for _, k := range s.rule.Facts {
			if k.ID == f.Kind {
				forced = max(forced, k.Forces)
				out = append(out, k.Bars...)
			}
		}
	}
	if sum, ok := s.scored(); ok {
		suggested = 0
		for _, b := range slices.Backward(s.rule.Composite) {
			if beats(AtLeast, sum, b.From) {
				suggested = b.Grade
			}
		}
	}
	if forced > 0 {
		forced = max(forced, suggested)
		suggested = forced
	}
	for g := 1; g < len(s.rule.Scale); g++ {
		if slices.Contains(out, g) {
			barred = append(barred, g)
		}
		for _, gate := range s.rule.Gates {
			if gate.Grade == g && s.assessed(gate.Source).Grade == "良" && !slices.Contains(barred, g) {
				barred = append(barred, g)
			}
		}
	}
	for slices.Contains(barred, suggested) {
		suggested++
	}
	if forced > 0 {
		forced = suggested
	}
	return suggested, forced, barred
}

// TestJudgePollAgreesWithRecount holds every verdict on a poll of up to four
// parts against the slow one, and every reason against its own telling.
func TestJudgePollAgreesWithRecount(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := inquire(t)
		v := s.rule.JudgePoll(s.poll())
		suggested, forced, barred := s.judged()
		if v.Suggested != suggested || v.Forced != forced || !slices.Equal(v.Barred, barred) {
			t.Fatalf("suggested %d, forced %d, barred %v; recounted %d, %d and %v\n%+v", v.Suggested, v.Forced, v.Barred, suggested, forced, barred, v)
		}
		if sum, ok := s.scored(); ok != v.Composite.Given() || ok && sum.Cmp(v.Composite.Rat()) != 0 {
			t.Fatalf("composite %v, recounted %v", v.Composite, sum)
		}
		if total, ok := s.reached(s.rule.Base, s.rule.Veto.Grades...); v.Negative.Given() && (!ok || total.Cmp(v.Negative.Rat()) != 0) {
			t.Fatalf("negative %v, recounted %v", v.Negative, total)
		}
		for _, r := range v.Reasons {
			told(t, r)
		}
	})
}

// told checks that a reason can be told, and be told alike after it was stored.
func told(t *rapid.T, r Reason) {
	text, err := json.Marshal(r)
	if err != nil {
		t.Fatal(err)
	}
	var back Reason
	if err := json.Unmarshal(text, &back); err != nil {
		t.Fatalf("%s: %v", text, err)
	}
	for _, s := range both(r) {
		if s == "" || s == string(r.Step) || strings.ContainsAny(s, "{}") || strings.Contains(s, "0/0") {
			t.Fatalf("%+v is told as %q", r, s)
		}
	}
	if was, is := both(reduced(r)), both(back); was != is {
		t.Fatalf("%q, and after it was stored %q", was, is)
	}
}

// TestAnOnlyPartIsThePlainPoll: where nothing is weighed, the weight of the only
// part means nothing and no reason names parts.
func TestAnOnlyPartIsThePlainPoll(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		q := ask(t)
		p := undividedPoll(count(q.pile), q.turnout, q.facts)
		p.Parts[0].Name, p.Parts[0].Weight = "全体", Fraction{1, 3}
		a, b := q.rule.JudgePoll(p), q.rule.Judge(count(q.pile), q.turnout, q.facts)
		if fmt.Sprint(a) != fmt.Sprint(b) {
			t.Fatalf("%+v\n%+v", a, b)
		}
	})
}

// TestPartsThatWeighByTheirSizeAreOne: classes whose weights are their shares of
// all marks come out as if they had voted together.
func TestPartsThatWeighByTheirSizeAreOne(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		q := ask(t)
		q.rule.Base = ValidMarks
		cut := rapid.IntRange(0, len(q.pile)).Draw(t, "cut")
		a, b := count(q.pile[:cut]), count(q.pile[cut:])
		all := a.Marks() + b.Marks()
		if all == 0 {
			return
		}
		p := Poll{Parts: []Part{
			{Name: "甲", Weight: shareOf(a.Marks(), all), Count: a},
			{Name: "乙", Weight: shareOf(b.Marks(), all), Count: b},
		}, Facts: q.facts}
		one, two := q.rule.Judge(count(q.pile), Turnout{}, q.facts), q.rule.JudgePoll(p)
		if one.Suggested != two.Suggested || one.Forced != two.Forced || one.Over != two.Over || one.Negative.Cmp(two.Negative) != 0 {
			t.Fatalf("%+v\n%+v", one, two)
		}
	})
}
