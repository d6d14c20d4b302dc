package tally

import "math/big"

// suggest lets the vote alone suggest a grade, with a reason for every
// comparison.
func (r Rule) suggest(v Verdict, p Poll, w weighing) Verdict {
	switch r.Suggest.Method {
	case None, "":
		return v
	case Cascade:
		return r.cascade(v, p, w)
	}
	if w.size == 0 || w.marks == 0 {
		return r.because(v, r.noMarks(r.Suggest.Clause, w))
	}
	v, whole := r.missing(v, r.Suggest.Clause, w, Trim{})
	if !whole {
		return v
	}
	switch r.Suggest.Method {
	case Plurality:
		return r.because(v, r.plurality(w))
	case Points:
		return r.points(v, p)
	default:
		return r.because(v, r.majority(w))
	}
}

// because adds a reason of the suggestion, and takes its grade over.
func (r Rule) because(v Verdict, why Reason) Verdict {
	why.Clause = r.Suggest.Clause
	if why.Step != NoMarks {
		why.Decimals = r.Decimals
	}
	if why.Holds {
		v.Suggested = r.Scale.Position(why.Grade)
	}
	v.Reasons = append(v.Reasons, why)
	return v
}

func (r Rule) majority(w weighing) Reason {
	var why Reason
	var grades []int
	for g := range r.Offered() {
		grades = append(grades, g+1)
		count, total, parts := w.share(grades...)
		why = w.reason(count, total, parts)
		why.Step, why.Compare, why.Limit = ByMajority, Over, r.Suggest.Limit
		why.Grades = r.Scale[r.Unmarked : g+1 : g+1]
		if Over.holds(total, r.Suggest.Limit) {
			why.Holds, why.Grade = true, r.Scale[g]
			break
		}
	}
	return why
}

// plurality finds the one grade with the greatest share; several that are equal
// are all named, and none is suggested.
func (r Rule) plurality(w weighing) Reason {
	why := Reason{Step: ByPlurality, Base: w.size, BaseKind: w.base}
	most := new(big.Rat)
	for g, name := range r.Offered() {
		count, own, parts := w.share(g + 1)
		switch sign := own.Cmp(most); {
		case sign > 0:
			most, why = own, w.reason(count, own, parts)
			why.Step, why.Grades = ByPlurality, []string{name}
		case sign == 0 && own.Sign() > 0:
			why.Grades, why.Parts = append(why.Grades, name), nil
		}
	}
	if len(why.Grades) == 1 {
		why.Holds, why.Grade = true, why.Grades[0]
	}
	return why
}

// points holds the mean of points against the bands.
func (r Rule) points(v Verdict, p Poll) Verdict {
	trim := r.trim(p.whole().Marks())
	w := p.trimmed(r.Base, trim)
	if w.size == 0 {
		why := r.noMarks(r.Suggest.Clause, p.over(r.Base))
		why.Trim = trim
		return r.because(v, why)
	}
	if trim.Given() {
		var whole bool
		if v, whole = r.missing(v, r.Suggest.Clause, w, trim); !whole {
			return v
		}
	}
	mean, parts := r.mean(w)
	why := Reason{Step: ByPoints, Base: w.size, BaseKind: w.base, Compare: AtLeast, Mean: readableFraction(mean), Parts: parts, Trim: trim}
	if b, ok := bandOf(r.Suggest.Bands, mean); ok {
		why.Holds, why.Grade, why.Limit = true, r.Scale.Name(b.Grade), b.From
	}
	return r.because(v, why)
}

// mean is the weighted mean of points over the base.
func (r Rule) mean(w weighing) (mean *big.Rat, parts []PartShare) {
	mean = new(big.Rat)
	for _, p := range w.parts {
		own := r.worth(p.count, p.size)
		if !w.only {
			parts = append(parts, PartShare{Name: p.name, Weight: exactFraction(p.weight), Base: p.size, Mean: exactFraction(own)})
		}
		mean.Add(mean, own.Mul(own, p.weight))
	}
	return mean, parts
}

// worth is the points of a count over a size.
func (r Rule) worth(c Count, size int) *big.Rat {
	sum := new(big.Rat)
	for g, p := range r.Suggest.Points {
		sum.Add(sum, new(big.Rat).Mul(p.Rat(), big.NewRat(int64(c.Of(r.Unmarked+g+1)), 1)))
	}
	return sum.Quo(sum, big.NewRat(int64(size), 1))
}

// bandOf is the first band that the mean reaches.
func bandOf(bands []Band, mean *big.Rat) (Band, bool) {
	for _, b := range bands {
		if AtLeast.holds(mean, b.From) {
			return b, true
		}
	}
	return Band{}, false
}

// cascade tries the steps in their order, each over its own base.
func (r Rule) cascade(v Verdict, p Poll, w weighing) Verdict {
	if w.marks == 0 {
		return r.because(v, r.noMarks(r.Suggest.Clause, w))
	}
	for _, s := range r.Suggest.Steps {
		w := p.over(s.Base)
		if w.size == 0 {
			return r.because(v, r.noMarks(r.Suggest.Clause, w))
		}
		var whole bool
		if v, whole = r.missing(v, r.Suggest.Clause, w, Trim{}); !whole {
			return v
		}
		count, total, parts := w.share(s.Grades...)
		why := w.reason(count, total, parts)
		why.Step, why.Grades, why.Compare, why.Limit = ByCascade, r.Scale.Names(s.Grades), s.Compare, s.Limit
		if s.Compare.holds(total, s.Limit) {
			why.Holds, why.Grade = true, r.Scale.Name(s.Grade)
			return r.because(v, why)
		}
		v = r.because(v, why)
	}
	if last := r.Scale.Name(r.Suggest.Else); last != "" {
		v = r.because(v, Reason{Step: NoStep, Holds: true, Grade: last})
	}
	return v
}
