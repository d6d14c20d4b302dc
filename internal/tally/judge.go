package tally

import "math/big"

// A Fact is something established outside the vote, by its kind and source.
type Fact struct {
	Kind   string
	Source string
}

// A Verdict is what the rule makes of one subject, with the reasons for it.
type Verdict struct {
	Base      Base
	Size      int      // the base in numbers, the denominator of every share
	Negative  Fraction // the veto grades over the base; not given at a base of 0
	Over      bool     // the vote veto holds
	Suggested int      // a position on the scale, 0 for none; a veto overrides it
	Forced    int      // the grade that a veto forces, 0 for none
	Barred    []int    // the grades that a failed gate bars, best first
	Composite Fraction // the weighted scores of the sources together, where there are all
	Weighed   int      // the grade that Composite earns, 0 for none
	Reasons   []Reason // in the order in which they were weighed
}

// Judge applies the rule to one subject. The result depends on nothing else, and
// on no order of sheets. A fact of a kind that the rule does not know weighs
// nothing.
func (r Rule) Judge(c Count, t Turnout, facts []Fact) Verdict {
	v := Verdict{Base: r.Base, Size: t.Size(r.Base, c)}
	v = r.suggest(v, c)
	v = r.veto(v, c)
	v = r.weigh(v, facts)
	if v.Forced != 0 {
		v.Suggested = v.Forced
	}
	return v
}

// JudgePoll applies the rule to one subject.
func (r Rule) JudgePoll(p Poll) Verdict {
	whole := p.whole()
	return r.Judge(whole.Count, whole.Turnout, p.Facts)
}

func (r Rule) suggest(v Verdict, c Count) Verdict {
	if r.Suggest.Method == None || r.Suggest.Method == "" {
		return v
	}
	if v.Size == 0 || c.Marks() == 0 {
		v.Reasons = append(v.Reasons, r.noMarks(r.Suggest.Clause, c, v))
		return v
	}
	var why Reason
	switch r.Suggest.Method {
	case Plurality:
		why = r.plurality(c)
	case Points:
		why = r.points(c, v.Size)
	default:
		why = r.majority(c, v.Size)
	}
	why.Clause, why.BaseKind, why.Base, why.Decimals = r.Suggest.Clause, r.Base, v.Size, r.Decimals
	v.Suggested = r.Scale.Position(why.Grade)
	v.Reasons = append(v.Reasons, why)
	return v
}

// noMarks says why nothing was compared.
func (r Rule) noMarks(clause string, c Count, v Verdict) Reason {
	return Reason{Step: NoMarks, Clause: clause, Count: c.Marks(), Base: v.Size, BaseKind: r.Base}
}

func (r Rule) majority(c Count, size int) Reason {
	why := Reason{Step: ByMajority, Compare: Over, Limit: r.Suggest.Limit}
	for g := range r.Scale {
		why.Count += c.Grades[g]
		why.Grades = r.Scale[: g+1 : g+1]
		if Over.Holds(share(why.Count, size), r.Suggest.Limit) {
			why.Holds, why.Grade = true, r.Scale[g]
			break
		}
	}
	return why
}

func (r Rule) plurality(c Count) Reason {
	why := Reason{Step: ByPlurality}
	for g, name := range r.Scale {
		switch n := c.Grades[g]; {
		case n > why.Count:
			why.Count, why.Grades = n, []string{name}
		case n == why.Count && n > 0:
			why.Grades = append(why.Grades[:len(why.Grades):len(why.Grades)], name)
		}
	}
	if len(why.Grades) == 1 {
		why.Holds, why.Grade = true, why.Grades[0]
	}
	return why
}

func (r Rule) points(c Count, size int) Reason {
	sum := new(big.Rat)
	for g, p := range r.Suggest.Points {
		sum.Add(sum, new(big.Rat).Mul(p.Rat(), big.NewRat(int64(c.Of(g+1)), 1)))
	}
	mean := sum.Quo(sum, big.NewRat(int64(size), 1))
	why := Reason{Step: ByPoints, Compare: AtLeast}
	// Points and counts are bounded, so the terms of the mean fit; were they
	// not to, the mean would be shown as not given and no band would hold.
	if mean.Num().IsInt64() && mean.Denom().IsInt64() {
		why.Mean = Fraction{mean.Num().Int64(), mean.Denom().Int64()}
	}
	for _, b := range r.Suggest.Bands {
		if mean.Cmp(b.From.Rat()) >= 0 {
			why.Holds, why.Grade, why.Limit = true, r.Scale.Name(b.Grade), b.From
			break
		}
	}
	return why
}

func (r Rule) veto(v Verdict, c Count) Verdict {
	if r.Veto.Forces == 0 {
		return v
	}
	if v.Size == 0 {
		if len(v.Reasons) == 0 {
			v.Reasons = append(v.Reasons, r.noMarks(r.Veto.Clause, c, v))
		}
		return v
	}
	total, holding := 0, 0
	for _, g := range r.Veto.Grades {
		total += c.Of(g)
		if r.Veto.Compare.Holds(share(c.Of(g), v.Size), r.Veto.Limit) {
			holding++
		}
	}
	v.Negative = Fraction{int64(total), int64(v.Size)}
	switch r.Veto.Reading {
	case Each:
		v.Over = holding == len(r.Veto.Grades)
		v.Reasons = append(v.Reasons, r.vetoEach(c, v)...)
	case Any:
		v.Over = holding > 0
		v.Reasons = append(v.Reasons, r.vetoEach(c, v)...)
	default:
		v.Over = r.Veto.Compare.Holds(v.Negative, r.Veto.Limit)
		v.Reasons = append(v.Reasons, r.vetoReason(r.Veto.Grades, total, v, v.Over))
	}
	if v.Over {
		v.Forced = r.Veto.Forces
	}
	return v
}

// vetoEach gives one reason for each veto grade that is weighed by itself.
func (r Rule) vetoEach(c Count, v Verdict) []Reason {
	var out []Reason
	for _, g := range r.Veto.Grades {
		over := r.Veto.Compare.Holds(share(c.Of(g), v.Size), r.Veto.Limit)
		why := r.vetoReason([]int{g}, c.Of(g), v, over)
		if !v.Over {
			why.Grade = ""
		}
		out = append(out, why)
	}
	return out
}

func (r Rule) vetoReason(grades []int, count int, v Verdict, holds bool) Reason {
	why := Reason{
		Step: VoteVeto, Clause: r.Veto.Clause, Count: count,
		Base: v.Size, BaseKind: r.Base, Compare: r.Veto.Compare,
		Limit: r.Veto.Limit, Holds: holds, Decimals: r.Decimals,
	}
	for _, g := range grades {
		why.Grades = append(why.Grades, r.Scale.Name(g))
	}
	if holds {
		why.Grade = r.Scale.Name(r.Veto.Forces)
	}
	return why
}

// weigh lets each fact force its grade; the worst of several wins.
func (r Rule) weigh(v Verdict, facts []Fact) Verdict {
	for _, f := range facts {
		k, ok := r.Fact(f.Kind)
		if !ok {
			continue
		}
		v.Forced = max(v.Forced, k.Forces)
		v.Reasons = append(v.Reasons, Reason{
			Step: FactVeto, Clause: k.Clause, Fact: k.Title, Source: f.Source,
			Holds: true, Grade: r.Scale.Name(k.Forces),
		})
	}
	return v
}

func share(count, size int) Fraction {
	if size == 0 {
		return Fraction{}
	}
	return Fraction{int64(count), int64(size)}
}
