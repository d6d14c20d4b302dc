package tally

import (
	"encoding/json"
	"fmt"
	"math/big"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// A recount reads a pile of rows the slow way: it goes through them again for
// every number that is asked, and shares no code with the package.
type recount []Mark

func (p recount) of(marks ...Mark) int64 {
	var n int64
	for _, m := range p {
		if slices.Contains(marks, m) {
			n++
		}
	}
	return n
}

// grade is what the rule makes of the pile: the grade suggested and the grade
// forced, 0 for none. It works on big.Rat alone.
func (p recount) grade(r Rule, t Turnout, facts []Fact) (suggested, forced int) {
	size := map[Base]int64{ValidMarks: p.of(1, 2, 3, 4, 5, 6), ValidSheets: int64(t.Valid), Collected: int64(t.Collected),
		Issued: int64(t.Issued), Present: int64(t.Present), Expected: int64(t.Expected)}[r.Base]
	if size > 0 && p.of(1, 2, 3, 4, 5, 6) > 0 {
		suggested = p.suggested(r, size)
	}
	if size > 0 && r.Veto.Forces > 0 {
		var parts []*big.Rat
		for _, g := range r.Veto.Grades {
			parts = append(parts, big.NewRat(p.of(Mark(g)), size))
		}
		if passes(r.Veto, parts) {
			forced = r.Veto.Forces
		}
	}
	for _, f := range facts {
		for _, k := range r.Facts {
			if k.ID == f.Kind && k.Forces > forced {
				forced = k.Forces
			}
		}
	}
	if forced > 0 && suggested > forced {
		forced = suggested // a veto never lifts
	}
	if forced > 0 {
		suggested = forced
	}
	return suggested, forced
}

func passes(v Veto, parts []*big.Rat) bool {
	limit := big.NewRat(v.Limit.Num, v.Limit.Den)
	over := func(r *big.Rat) bool { return r.Cmp(limit) > 0 || v.Compare == AtLeast && r.Cmp(limit) == 0 }
	sum, each, any := new(big.Rat), true, false
	for _, r := range parts {
		sum.Add(sum, r)
		each, any = each && over(r), any || over(r)
	}
	switch v.Reading {
	case Each:
		return each
	case Any:
		return any
	}
	return over(sum)
}

func (p recount) suggested(r Rule, size int64) int {
	switch r.Suggest.Method {
	case Majority:
		var better []Mark
		for g := range r.Scale {
			better = append(better, Mark(g+1))
			if big.NewRat(p.of(better...), size).Cmp(big.NewRat(r.Suggest.Limit.Num, r.Suggest.Limit.Den)) > 0 {
				return g + 1
			}
		}
	case Plurality:
		best := 0
		for g := range r.Scale {
			first := true
			for h := range r.Scale {
				first = first && (g == h || p.of(Mark(g+1)) > p.of(Mark(h+1)))
			}
			if first {
				best = g + 1
			}
		}
		return best
	case Points:
		mean := new(big.Rat)
		for _, m := range p {
			if m >= 1 && int(m) <= len(r.Scale) {
				f := r.Suggest.Points[m-1]
				mean.Add(mean, big.NewRat(f.Num, f.Den*size))
			}
		}
		for _, b := range r.Suggest.Bands {
			if big.NewRat(b.From.Num, b.From.Den).Cmp(mean) <= 0 {
				return b.Grade
			}
		}
	}
	return 0
}

// A question is everything that Judge is asked, drawn at random.
type question struct {
	rule    Rule
	pile    recount
	turnout Turnout
	facts   []Fact
}

func ask(t *rapid.T) question {
	n := rapid.IntRange(MinGrades, MaxGrades).Draw(t, "grades")
	share := rapid.Custom(func(t *rapid.T) Fraction {
		d := rapid.Int64Range(1, 12).Draw(t, "den")
		return Fraction{rapid.Int64Range(0, d).Draw(t, "num"), d}
	})
	grade := rapid.IntRange(1, n)
	q := question{rule: Rule{
		Scale: []string{"甲", "乙", "丙", "丁", "戊", "己"}[:n],
		Base:  rapid.SampledFrom(Bases).Draw(t, "base"),
		Veto: Veto{
			Grades:  rapid.SliceOfNDistinct(grade, 1, n, rapid.ID).Draw(t, "veto"),
			Reading: rapid.SampledFrom([]Reading{Sum, Each, Any}).Draw(t, "reading"),
			Compare: rapid.SampledFrom([]Comparison{Over, AtLeast}).Draw(t, "compare"),
			Limit:   share.Draw(t, "limit"),
			Forces:  rapid.IntRange(0, n).Draw(t, "forces"),
		},
		Facts:    []FactKind{{ID: "a", Forces: grade.Draw(t, "a")}, {ID: "b", Forces: grade.Draw(t, "b")}},
		Decimals: rapid.IntRange(0, 4).Draw(t, "decimals"),
	}}
	q.rule.Suggest = Suggestion{Method: rapid.SampledFrom([]Method{Majority, Plurality, Points, None}).Draw(t, "method"), Limit: share.Draw(t, "majority")}
	for g := range n {
		q.rule.Suggest.Points = append(q.rule.Suggest.Points, Fraction{int64(100 - 17*g), 3})
		if rapid.Bool().Draw(t, "band") {
			q.rule.Suggest.Bands = append(q.rule.Suggest.Bands, Band{g + 1, Fraction{int64(95 - 18*g), 3}})
		}
	}
	marks := []Mark{Blank, Spoiled}
	for g := range n {
		marks = append(marks, Mark(g+1))
	}
	q.pile = rapid.SliceOfN(rapid.SampledFrom(marks), 0, 60).Draw(t, "pile")
	extra := rapid.IntRange(0, 3)
	q.turnout.Valid = len(q.pile)
	q.turnout.Void = extra.Draw(t, "void")
	q.turnout.Collected = q.turnout.Valid + q.turnout.Void
	q.turnout.Issued = q.turnout.Collected + extra.Draw(t, "not returned")
	q.turnout.Present = q.turnout.Issued + extra.Draw(t, "without a sheet")
	q.turnout.Expected = q.turnout.Present + extra.Draw(t, "away")
	for _, kind := range rapid.SliceOfN(rapid.SampledFrom([]string{"a", "b", "c"}), 0, 3).Draw(t, "facts") {
		q.facts = append(q.facts, Fact{Kind: kind})
	}
	return q
}

func count(marks []Mark) Count {
	var c Count
	for _, m := range marks {
		c = c.Add(m)
	}
	return c
}

// Said is a reason as package words tells it.
var Said func(Reason) (zh, en string)

func both(r Reason) [2]string {
	zh, en := Said(r)
	return [2]string{zh, en}
}

// TestJudgeAgreesWithRecount holds every verdict against the slow one.
func TestJudgeAgreesWithRecount(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		q := ask(t)
		v := q.rule.Judge(count(q.pile), q.turnout, q.facts)
		suggested, forced := q.pile.grade(q.rule, q.turnout, q.facts)
		if v.Suggested != suggested || v.Forced != forced {
			t.Fatalf("suggested %d, forced %d; recounted %d and %d\n%+v", v.Suggested, v.Forced, suggested, forced, v)
		}
		for _, r := range v.Reasons {
			for _, s := range both(r) {
				if s == "" || strings.ContainsAny(s, "{}") {
					t.Fatalf("%+v is told as %q", r, s)
				}
			}
		}
	})
}

// TestOrderNeverMatters shuffles the pile, and takes sheets back and puts them in
// again.
func TestOrderNeverMatters(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		q := ask(t)
		c := count(q.pile)
		other := slices.Clone(q.pile)
		rng := rand.New(rand.NewPCG(rapid.Uint64().Draw(t, "seed"), 0))
		rng.Shuffle(len(other), func(i, j int) { other[i], other[j] = other[j], other[i] })
		d := count(other)
		for _, m := range other[:len(other)/2] {
			d = d.Drop(m)
		}
		for _, m := range other[:len(other)/2] {
			d = d.Add(m)
		}
		if c != d {
			t.Fatalf("%+v and %+v", c, d)
		}
		a, b := q.rule.Judge(c, q.turnout, q.facts), q.rule.Judge(d, q.turnout, q.facts)
		if fmt.Sprint(a) != fmt.Sprint(b) {
			t.Fatalf("%+v and %+v", a, b)
		}
	})
}

// TestCountCloses: every row is a mark, blank or spoiled, and nothing is lost.
func TestCountCloses(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		pile := ask(t).pile
		c := count(pile)
		if c.Rows() != len(pile) || c.Marks()+c.Blank+c.Spoiled != len(pile) {
			t.Fatalf("%d rows, %+v", len(pile), c)
		}
		for g := 1; g <= MaxGrades; g++ {
			if int64(c.Of(g)) != pile.of(Mark(g)) {
				t.Fatalf("grade %d: %d", g, c.Of(g))
			}
		}
	})
}

// TestJudgeLeavesTheRule: no verdict can reach into the rule that made it.
func TestJudgeLeavesTheRule(t *testing.T) {
	r := usual()
	before := fmt.Sprint(r)
	v := r.Judge(count([]Mark{1, 1, 2}), Turnout{}, nil)
	for i := range v.Reasons {
		v.Reasons[i].Grades = append(v.Reasons[i].Grades, "x")
	}
	if fmt.Sprint(r) != before {
		t.Errorf("%v became %v", before, r)
	}
}

// TestQuotaRight says the nearest whole numbers the slow way: by trying all.
func TestQuotaRight(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := rapid.Int64Range(1, 12).Draw(t, "den")
		q := Quota{LowerThan: 1, Target: Fraction{rapid.Int64Range(0, d).Draw(t, "num"), d},
			Compare:  rapid.SampledFrom([]Comparison{About, AtLeast, AtMost}).Draw(t, "compare"),
			Rounding: rapid.SampledFrom([]Rounding{Nearest, Floor, Ceil}).Draw(t, "rounding")}
		n := rapid.IntRange(0, 60).Draw(t, "subjects")
		exact := big.NewRat(q.Target.Num*int64(n), d)
		side := map[Comparison]Rounding{About: q.Rounding, AtLeast: Ceil, AtMost: Floor}[q.Compare]
		var want []int
		var least *big.Rat
		for k := range n + 1 {
			away := new(big.Rat).Sub(big.NewRat(int64(k), 1), exact)
			if side == Floor && away.Sign() > 0 || side == Ceil && away.Sign() < 0 {
				continue
			}
			away.Abs(away)
			switch {
			case least == nil || away.Cmp(least) < 0:
				least, want = away, []int{k}
			case away.Cmp(least) == 0:
				want = append(want, k)
			}
		}
		if got := q.Right(n); !slices.Equal(got, want) {
			t.Fatalf("%v of %d, %s %s: %v, want %v", q.Target, n, q.Compare, q.Rounding, got, want)
		}
	})
}

// TestPercent holds half-up rounding against big.Rat's own, which rounds halves
// away from zero.
func TestPercent(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		f := Fraction{rapid.Int64Range(0, 1_000_000).Draw(t, "num"), rapid.Int64Range(1, 1_000_000).Draw(t, "den")}
		d := rapid.IntRange(0, 4).Draw(t, "decimals")
		hundred := new(big.Rat).Mul(big.NewRat(f.Num, f.Den), big.NewRat(100, 1))
		if got, want := f.Percent(d), hundred.FloatString(d); got != want {
			t.Fatalf("%v: %s, want %s", f, got, want)
		}
		if got, want := f.Decimal(d), big.NewRat(f.Num, f.Den).FloatString(d); got != want {
			t.Fatalf("%v: %s, want %s", f, got, want)
		}
	})
}

// TestReasonJSON: a reason that was stored is the same reason, and told alike.
func TestReasonJSON(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		q := ask(t)
		for _, r := range q.rule.Judge(count(q.pile), q.turnout, q.facts).Reasons {
			text, err := json.Marshal(r)
			if err != nil {
				t.Fatal(err)
			}
			var back Reason
			if err := json.Unmarshal(text, &back); err != nil {
				t.Fatalf("%s: %v", text, err)
			}
			if fmt.Sprint(back) != fmt.Sprint(reduced(r)) || both(back) != both(reduced(r)) {
				t.Fatalf("%s\n%+v\n%+v", text, r, back)
			}
		}
	})
}

// reduced is r with its fractions in lowest terms, as a plan's are.
func reduced(r Reason) Reason {
	for _, f := range []*Fraction{&r.Mean, &r.Limit} {
		if f.Given() {
			*f = Fraction{f.Rat().Num().Int64(), f.Rat().Denom().Int64()}
		}
	}
	return r
}
