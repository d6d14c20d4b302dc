package tally

import "math/big"

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
		if trim.Given() {
			count, size = trim.of(count, size)
		}
		weight := p.weight(i)
		if size <= 0 || weight.Sign() == 0 {
			w.empty = append(w.empty, PartShare{Name: part.Name, Weight: exactFraction(weight)})
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
			parts = append(parts, PartShare{Name: p.name, Weight: exactFraction(p.weight), Count: n, Base: p.size})
		}
	}
	return count, share, parts
}

// fraction is a share as it is stored: in the numbers counted where nothing is
// weighed, else for reading.
func (w weighing) fraction(count int, total *big.Rat) Fraction {
	if w.only {
		return shareOf(count, w.size)
	}
	return readableFraction(total)
}

// reason starts the reason of a comparison that was made with a share.
func (w weighing) reason(count int, total *big.Rat, parts []PartShare) Reason {
	why := Reason{Count: count, Base: w.size, BaseKind: w.base, Parts: parts}
	if !w.only {
		why.Share = readableFraction(total)
	}
	return why
}
