package tally

import "math/big"

// A prospect is the grades between which a suggestion may fall, 0 where there is
// none, and whether it may be none.
type prospect struct {
	best, worst int
	none        bool
}

func (s prospect) with(g int) prospect {
	if s.best == 0 || g < s.best {
		s.best = g
	}
	s.worst = max(s.worst, g)
	return s
}

func (s prospect) or(t prospect) prospect {
	if t.best != 0 {
		s = s.with(t.best).with(t.worst)
	}
	s.none = s.none || t.none
	return s
}

// under is the prospect where g is forced: the worse of the two stands.
func (s prospect) under(g int) prospect {
	if s.none || s.best == 0 {
		return prospect{g, max(g, s.worst), false}
	}
	return prospect{max(g, s.best), max(g, s.worst), false}
}

// suggestion is the prospect of what is suggested: by the vote, or by the sources
// where they weigh together and have their scores.
func (f fan) suggestion(vote prospect) prospect {
	if !f.rule.compounds() {
		return vote
	}
	known, weight := new(big.Rat), new(big.Rat)
	for _, s := range f.rule.Sources {
		switch score := f.poll.assessed(s.ID).Score; {
		case s.Weight.Num == 0:
		case s.Vote:
			weight.Add(weight, s.Weight.Rat())
		case !score.Given():
			return vote
		default:
			known.Add(known, new(big.Rat).Mul(score.Rat(), s.Weight.Rat()))
		}
	}
	if weight.Sign() == 0 {
		return fixedProspect(bandOf(f.rule.Composite, known))
	}
	var rungs []rung
	for _, b := range f.rule.Composite {
		from := b.From.Rat()
		from.Sub(from, known).Quo(from, weight)
		rungs = append(rungs, rung{b.Grade, AtLeast, f.mean(from)})
	}
	marks := f.poll.whole().Marks()
	if marks == 0 && !f.open() {
		return vote
	}
	s, silent := f.climb(rungs, 0)
	if silent || marks == 0 {
		s = s.or(vote)
	}
	return s
}

// silence is what is suggested where the vote says nothing.
func (f fan) silence() prospect {
	if f.counted() {
		return prospect{none: true}
	}
	return f.suggestion(prospect{none: true})
}

// counted reports whether the vote is one of the sources that weigh together.
func (f fan) counted() bool {
	for _, s := range f.rule.Sources {
		if s.Vote && s.Weight.Num != 0 {
			return true
		}
	}
	return false
}

func fixedProspect(b Band, ok bool) prospect {
	return prospect{b.Grade, b.Grade, !ok}
}

// vote is the prospect of what the vote alone suggests.
func (f fan) vote() prospect {
	r := f.rule
	var rungs []rung
	last := 0
	marks := f.poll.whole().Marks()
	switch r.Suggest.Method {
	case None, "":
		return prospect{none: true}
	case Plurality:
		return f.plurality()
	case Points:
		for _, b := range r.Suggest.Bands {
			rungs = append(rungs, rung{b.Grade, AtLeast, f.mean(b.From.Rat())})
		}
	case Cascade:
		last = r.Suggest.Else
		for _, s := range r.Suggest.Steps {
			rungs = append(rungs, rung{s.Grade, s.Compare, f.share(s.Base, s.Limit, s.Grades...)})
		}
	default:
		var grades []int
		for g := range r.Offered() {
			grades = append(grades, g+1)
			rungs = append(rungs, rung{g + 1, Over, f.share(r.Base, r.Suggest.Limit, grades...)})
		}
	}
	if marks == 0 && !f.open() {
		return prospect{none: true}
	}
	s, silent := f.climb(rungs, last)
	s.none = s.none || silent || marks == 0
	return s
}

// mean is what the mean of points reaches, less a limit.
func (f fan) mean(limit *big.Rat) reach {
	r := f.rule
	least := f.poll.whole().Marks()
	most := least
	for _, left := range f.left {
		most += left
	}
	trim := r.trim(least)
	if trim != r.trim(most) {
		return f.unsure(limit)
	}
	return f.reach(func(p Part) (*big.Rat, bool) {
		count, size := p.Count, p.Turnout.Size(r.Base, p.Count)
		if trim.Given() {
			count, size = trim.of(count, size)
		}
		if size <= 0 {
			return nil, false
		}
		own := r.worth(count, size)
		return own.Sub(own, limit), true
	})
}

// unsure is a mean of which nobody can say yet whether marks are left out: it may be
// as low and as high as any, or none.
func (f fan) unsure(limit *big.Rat) reach {
	points := f.rule.Suggest.Points
	low, high := points[len(points)-1].Rat(), points[0].Rat()
	if f.rule.Base != ValidMarks {
		low = new(big.Rat) // a blank row is worth nothing
	}
	return reach{low: low.Sub(low, limit), high: high.Sub(high, limit), silent: true}
}

// A rung is a step that suggests its grade if it holds, and the next is tried if
// it does not.
type rung struct {
	grade   int
	compare Comparison
	reach   reach
}

// climb is what a row of rungs may come to, last where none holds, and whether
// one of them may be silent.
func (f fan) climb(rungs []rung, last int) (s prospect, silent bool) {
	for _, step := range rungs {
		silent = silent || step.reach.silent
		if step.reach.low == nil {
			return s, true
		}
		c := step.reach.of(step.compare)
		if c.can {
			s = s.with(step.grade)
		}
		if c.must {
			return s, silent
		}
	}
	if last != 0 {
		return s.with(last), silent
	}
	s.none = true
	return s, silent
}

// plurality is certain of a grade that leads all others in every way of falling.
// Else it may be each that can lead them all, or none at a tie.
func (f fan) plurality() prospect {
	out := prospect{none: true}
	if f.poll.whole().Marks() == 0 && !f.open() {
		return out
	}
	for g := range f.rule.Offered() {
		lead := chance{true, true}
		for h := range f.rule.Offered() {
			if h != g {
				c := f.lead(g+1, h+1).of(Over)
				lead = chance{lead.can && c.can, lead.must && c.must}
			}
		}
		if lead.must {
			return prospect{best: g + 1, worst: g + 1}
		}
		if lead.can {
			out = out.with(g + 1)
		}
	}
	return out
}

// lead is by how much the share of g exceeds that of h.
func (f fan) lead(g, h int) reach {
	return f.reach(func(p Part) (*big.Rat, bool) {
		size := p.Turnout.Size(f.rule.Base, p.Count)
		if size <= 0 {
			return nil, false
		}
		return big.NewRat(int64(p.Count.Of(g)-p.Count.Of(h)), int64(size)), true
	})
}
