package tally

import "math/big"

// A Part is one counted part of a poll: a class of voters, or one of the items
// whose mean decides, or everything in the plain case.
type Part struct {
	Name    string   // of the class or the item, "" for the only part
	Weight  Fraction // the weights of a poll add up to 1; of an only part it is not looked at
	Count   Count
	Turnout Turnout
}

// An Assessment is what the chair entered for one source.
type Assessment struct {
	Source string   // its ID
	Grade  string   // "" for none
	Score  Fraction // 0 to 100, not given for none
}

// A Poll is everything that a verdict on one subject rests on.
type Poll struct {
	Parts       []Part
	Turnout     Turnout // of everybody: what a quorum is held against
	Facts       []Fact
	Assessments []Assessment
}

// undivided is the poll in which all ballots weigh alike.
func undivided(c Count, t Turnout, facts []Fact) Poll {
	return Poll{Parts: []Part{{Count: c, Turnout: t}}, Turnout: t, Facts: facts}
}

// whole is every mark of the poll, whatever it weighs.
func (p Poll) whole() Count {
	var all Count
	for _, part := range p.Parts {
		all = all.Plus(part.Count)
	}
	return all
}

// assessed is what was entered for the source called id.
func (p Poll) assessed(id string) Assessment {
	for _, a := range p.Assessments {
		if a.Source == id {
			return a
		}
	}
	return Assessment{}
}

// weight is what the part at index i weighs by the plan.
func (p Poll) weight(i int) *big.Rat {
	if len(p.Parts) == 1 {
		return big.NewRat(1, 1)
	}
	return p.Parts[i].Weight.Rat()
}

// A weighing is a poll held against one base: the parts that have something of
// it, at weights that add up to 1, and those that have nothing.
type weighing struct {
	base  Base
	parts []weighed
	empty []PartShare // with the weights of the plan
	size  int         // the bases of all parts
	marks int         // the marks of all parts
	only  bool        // one part, in which nothing is weighed
}

type weighed struct {
	name   string
	weight *big.Rat
	count  Count
	size   int
}

// over holds the poll against the base b.
func (p Poll) over(b Base) weighing { return p.trimmed(b, Trim{}) }

// trimmed is over with the marks of trim left out of every part. A part that has
// no mark left is without a base.
func (p Poll) trimmed(b Base, trim Trim) weighing {
	w := weighing{base: b, only: len(p.Parts) == 1}
	left := new(big.Rat)
	for i, part := range p.Parts {
		w.marks += part.Count.Marks()
		size := part.Turnout.Size(b, part.Count)
		count := part.Count
		if trim.any() {
			count, size = trim.of(count, size)
		}
		weight := p.weight(i)
		if size <= 0 || weight.Sign() == 0 {
			w.empty = append(w.empty, PartShare{Name: part.Name, Weight: exact(weight)})
			continue
		}
		w.size += size
		left.Add(left, weight)
		w.parts = append(w.parts, weighed{part.Name, weight, count, size})
	}
	for _, part := range w.parts {
		part.weight.Quo(part.weight, left)
	}
	return w
}

// share is what the marks of grades come to over the base: all of them counted,
// and their weighted share. Its parts are named where there are several.
func (w weighing) share(grades ...int) (count int, share *big.Rat, parts []PartShare) {
	share = new(big.Rat)
	for _, p := range w.parts {
		n := 0
		for _, g := range grades {
			n += p.count.Of(g)
		}
		count += n
		own := big.NewRat(int64(n), int64(p.size))
		share.Add(share, own.Mul(own, p.weight))
		if !w.only {
			parts = append(parts, PartShare{Name: p.name, Weight: exact(p.weight), Count: n, Base: p.size})
		}
	}
	return count, share, parts
}

// fraction is a share as it is stored: in the numbers counted where nothing is
// weighed, else in lowest terms.
func (w weighing) fraction(count int, total *big.Rat) Fraction {
	if w.only {
		return share(count, w.size)
	}
	return exact(total)
}

// reason starts the reason of a comparison that was made with a share.
func (w weighing) reason(count int, total *big.Rat, parts []PartShare) Reason {
	why := Reason{Count: count, Base: w.size, BaseKind: w.base, Parts: parts}
	if !w.only {
		why.Share = exact(total)
	}
	return why
}

// any reports whether anything is left out at all.
func (t Trim) any() bool { return t.High > 0 || t.Low > 0 }

// of leaves the marks out of a count and of the base that they are part of. A
// count that has no more marks than that has no base left.
func (t Trim) of(c Count, size int) (Count, int) {
	if c.Marks() <= t.High+t.Low {
		return Count{}, 0
	}
	for g, high := 0, t.High; high > 0; g++ {
		out := min(high, c.Grades[g])
		c.Grades[g] -= out
		high -= out
	}
	for g, low := MaxGrades-1, t.Low; low > 0; g-- {
		out := min(low, c.Grades[g])
		c.Grades[g] -= out
		low -= out
	}
	return c, size - t.High - t.Low
}
