package tally

import (
	"math/big"
	"slices"
)

// A Fact is something established outside the vote, by its kind and source.
type Fact struct {
	Kind   string
	Source string
}

// A Verdict is what the rule makes of one subject, with the reasons for it.
type Verdict struct {
	Base Base
	// Size is the base in numbers, the denominator of every share. In a poll of
	// several parts it is all their bases together, and no share is taken of it.
	Size int
	// Negative is the grades of the first veto over the base, weighted where the parts weigh;
	// not given at a base of 0. It is for reading, and so is Composite: where the
	// exact terms are too long for a Fraction, it is rounded to twelve decimals.
	Negative  Fraction
	Over      bool     // the first vote veto holds
	ByVotes   int      // what the votes alone suggest, before any veto: a position on the scale, 0 for none
	Suggested int      // what votes, sources, gates and vetoes come to, 0 for none
	Forced    int      // the grade that a veto makes certain, 0 for none
	Barred    []int    // the grades that a veto, a fact or a failed gate bars, best first
	Composite Fraction // the weighted scores of the sources, not given unless all are there
	Weighed   int      // the grade that Composite earns, 0 for none
	Reasons   []Reason // in the order in which they were weighed
}

// Judge applies the rule to one subject whose ballots all weigh alike. The result
// depends on nothing else, and on no order of sheets. A fact of a kind that the
// rule does not know weighs nothing.
func (r Rule) Judge(c Count, t Turnout, facts []Fact) Verdict {
	return r.JudgePoll(undividedPoll(c, t, facts))
}

// JudgePoll applies the rule to one subject. The steps, each with its reasons:
//
//   - Without the quorum the vote says nothing: no suggestion, and no vote veto.
//   - The vote suggests a grade, and its vetoes may force one or bar some.
//   - The rates that the plan wants are told.
//   - Facts force or bar grades whatever the vote was; of several that are forced
//     the worst stands.
//   - Where all weighted sources have a score, the grade that they earn together
//     is suggested in the place of the vote's.
//   - A gate bars its grade. A barred suggestion moves to the next lower grade
//     that is not barred; the last grade never is.
//   - What is forced overrides what is suggested, but a veto never lifts a grade:
//     of the grade that it forces and the one suggested, the worse stands, and
//     both Forced and Suggested are that one.
func (r Rule) JudgePoll(p Poll) Verdict {
	w := p.over(r.Base)
	v, speaks := r.quorum(Verdict{Base: r.Base, Size: w.size}, p)
	if speaks {
		v = r.suggest(v, p, w)
		v.ByVotes = v.Suggested
		v = r.vetoes(v, w)
		v = r.rates(v, w)
	}
	v = r.weigh(v, p.Facts)
	v = r.composite(v, p, speaks)
	v = r.gates(v, p)
	return r.settle(v)
}

// noMarks says why nothing was compared.
func (r Rule) noMarks(clause string, w weighing) Reason {
	return Reason{Step: NoMarks, Clause: clause, Count: w.marks, Base: w.size, BaseKind: w.base}
}

// missing weighs the parts that have no base: whether the others may speak
// without them, with a reason that names them, given once for each base.
func (r Rule) missing(v Verdict, clause string, w weighing, trim Trim) (Verdict, bool) {
	if len(w.empty) == 0 {
		return v, true
	}
	why := Reason{
		Step: EmptyClass, Clause: clause, BaseKind: w.base, Parts: w.empty,
		Trim: trim, Holds: r.Empty != Refuse,
	}
	told := func(other Reason) bool {
		return other.Step == EmptyClass && other.BaseKind == w.base && other.Trim == trim
	}
	if !slices.ContainsFunc(v.Reasons, told) {
		v.Reasons = append(v.Reasons, why)
	}
	return v, why.Holds
}

// vetoes weighs each veto of the vote. What a verdict says of the veto grades, and
// whether they are over the limit, is said of the first.
func (r Rule) vetoes(v Verdict, w weighing) Verdict {
	for i, veto := range r.AllVetoes() {
		if w.size == 0 {
			told := func(why Reason) bool { return why.Step == NoMarks }
			if !slices.ContainsFunc(v.Reasons, told) {
				v.Reasons = append(v.Reasons, r.noMarks(veto.Clause, w))
			}
			return v
		}
		var whole, holds bool
		if v, whole = r.missing(v, veto.Clause, w, Trim{}); !whole {
			return v
		}
		count, total, parts := w.share(veto.Grades...)
		if veto.Reading == Each || veto.Reading == Any {
			v, holds = r.vetoEach(v, veto, w)
		} else {
			holds = veto.Compare.holds(total, veto.Limit)
			v.Reasons = append(v.Reasons, r.vetoReason(w.reason(count, total, parts), veto, veto.Grades, holds))
		}
		if i == 0 {
			v.Negative, v.Over = w.fraction(count, total), holds
		}
		if holds {
			v.Forced = max(v.Forced, veto.Forces)
			v = v.bar(veto.Bars...)
		}
	}
	return v
}

// vetoEach weighs each veto grade by itself and gives one reason for each.
func (r Rule) vetoEach(v Verdict, veto Veto, w weighing) (Verdict, bool) {
	first, holding := len(v.Reasons), 0
	for _, g := range veto.Grades {
		count, own, parts := w.share(g)
		over := veto.Compare.holds(own, veto.Limit)
		if over {
			holding++
		}
		v.Reasons = append(v.Reasons, r.vetoReason(w.reason(count, own, parts), veto, []int{g}, over))
	}
	holds := holding > 0 && (veto.Reading == Any || holding == len(veto.Grades))
	if !holds {
		for i := range v.Reasons[first:] {
			v.Reasons[first+i].Grade, v.Reasons[first+i].Bars = "", nil
		}
	}
	return v, holds
}

func (r Rule) vetoReason(why Reason, veto Veto, grades []int, holds bool) Reason {
	why.Step, why.Clause, why.Decimals = VoteVeto, veto.Clause, r.Decimals
	why.Compare, why.Limit, why.Holds = veto.Compare, veto.Limit, holds
	why.Grades = r.Scale.Names(grades)
	if holds {
		why.Grade, why.Bars = r.Scale.Name(veto.Forces), r.Scale.Names(veto.Bars)
	}
	return why
}

// bar adds grades to those that are barred, the best first.
func (v Verdict) bar(grades ...int) Verdict {
	for _, g := range grades {
		if !slices.Contains(v.Barred, g) {
			v.Barred = append(v.Barred[:len(v.Barred):len(v.Barred)], g)
		}
	}
	slices.Sort(v.Barred)
	return v
}

// rates tells what the grades of each rate come to.
func (r Rule) rates(v Verdict, w weighing) Verdict {
	if w.size == 0 {
		return v
	}
	for _, rate := range r.Rates {
		count, total, parts := w.share(rate.Grades...)
		why := w.reason(count, total, parts)
		why.Step, why.Clause, why.Decimals, why.Title = ByRate, rate.Clause, r.Decimals, rate.Title
		why.Grades, why.Holds = r.Scale.Names(rate.Grades), true
		v.Reasons = append(v.Reasons, why)
	}
	return v
}

// weigh lets each fact force its grade, of which the worst wins, or bar grades.
func (r Rule) weigh(v Verdict, facts []Fact) Verdict {
	for _, f := range facts {
		k, ok := r.Fact(f.Kind)
		if !ok {
			continue
		}
		v.Forced = max(v.Forced, k.Forces)
		v = v.bar(k.Bars...)
		v.Reasons = append(v.Reasons, Reason{
			Step: FactVeto, Clause: k.Clause, Fact: k.Title, Source: f.Source,
			Holds: true, Grade: r.Scale.Name(k.Forces), Bars: r.Scale.Names(k.Bars),
		})
	}
	return v
}

// settle brings what is forced, suggested and barred together.
func (r Rule) settle(v Verdict) Verdict {
	if v.Forced != 0 && v.Suggested > v.Forced {
		v.Reasons = append(v.Reasons, Reason{
			Step: Worse, Holds: true, Grades: r.Scale.Names([]int{v.Forced}), Grade: r.Scale.Name(v.Suggested),
		})
		v.Forced = v.Suggested
	}
	if v.Forced != 0 {
		v.Suggested = v.Forced
	}
	if free := v.free(v.Suggested); free != v.Suggested {
		v.Reasons = append(v.Reasons, Reason{
			Step: Lowered, Holds: true, Grades: r.Scale.Names([]int{v.Suggested}), Grade: r.Scale.Name(free),
		})
		v.Suggested = free
		if v.Forced != 0 {
			v.Forced = free
		}
	}
	return v
}

// free is g, or the next lower grade that is not barred; the last of a scale
// never is.
func (v Verdict) free(g int) int {
	for slices.Contains(v.Barred, g) {
		g++
	}
	return g
}

// shareOf is count over size; not given at a size of 0.
func shareOf(count, size int) Fraction {
	if size == 0 {
		return Fraction{}
	}
	return Fraction{int64(count), int64(size)}
}

// exactFraction is f in lowest terms; not given where they are too long for it.
func exactFraction(f *big.Rat) Fraction {
	if !isFraction(f) {
		return Fraction{}
	}
	return Fraction{f.Num().Int64(), f.Denom().Int64()}
}

// isFraction reports whether the terms of f are those of a Fraction.
func isFraction(f *big.Rat) bool { return f.Num().IsInt64() && f.Denom().IsInt64() }

// readableFraction is f for reading. Where its terms are too long it is rounded to
// twelve decimals, or as many as there is room for. Nothing is compared with it.
func readableFraction(f *big.Rat) Fraction {
	for decimals := 12; !isFraction(f) && decimals >= 0; decimals-- {
		if r, ok := new(big.Rat).SetString(decimalOf(f, decimals)); ok && isFraction(r) {
			f = r
		}
	}
	return exactFraction(f)
}
