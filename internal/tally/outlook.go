package tally

import "math/big"

// An Outlook says whether the sheets that are not yet read can still change
// what the vote says of a subject.
type Outlook struct {
	Left    int
	Settled bool
	// The best and the worst grade that may yet be suggested, 0 where none may.
	Best, Worst int
	MayForce    bool // the vote veto holds, or may come to hold
	MayEscape   bool // the vote veto does not hold, or may cease to

	none bool // it may be that nothing is suggested
}

// Ahead looks at every way in which left more sheets can fall, where all ballots
// weigh alike.
func (r Rule) Ahead(c Count, t Turnout, left int) Outlook {
	return r.AheadOf(undivided(c, t, nil), []int{left})
}

// AheadOf looks at every way in which the sheets that are left can fall, so many
// in each part; the assessments stay as they are, and facts are left out, because
// they are not of the vote. A sheet may turn out to be all for one grade, blank,
// 不了解 or void: every share moves between these extremes, and what is weighed
// is a sum of the parts, so that the least and the most of each part make the
// least and the most of all.
//
// It never calls settled what may still change. In a poll of several parts, a
// veto that weighs each grade by itself, a tie, and items that stand on the same
// sheet are taken as if they could fall apart from each other: there it may call
// open what a closer look would find settled.
func (r Rule) AheadOf(p Poll, left []int) Outlook {
	f := r.fan(p, left)
	veto := f.veto()
	s := f.suggestion(f.vote())
	if can, must := f.quorum(); !can {
		veto, s = chance{}, f.silence()
	} else if !must {
		veto.must, s = false, s.or(f.silence())
	}
	o := Outlook{MayForce: veto.can, MayEscape: !veto.must}
	for _, n := range left {
		o.Left += n
	}
	switch forced := s.under(r.Veto.Forces); {
	case veto.must:
		s = forced
	case veto.can:
		s = s.or(forced)
	}
	barred := r.gates(Verdict{}, p)
	o.Best, o.Worst, o.none = barred.free(s.best), barred.free(s.worst), s.none
	o.Settled = o.Best == o.Worst && (o.Best == 0 || !o.none) && o.MayForce != o.MayEscape
	return o
}

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

// A chance is whether a comparison may come to hold, and whether it is certain to.
type chance struct{ can, must bool }

// A fan is every way in which the sheets of a poll can fall: for each part, the
// extremes.
type fan struct {
	rule Rule
	poll Poll
	left []int
	ends [][]Part
}

func (r Rule) fan(p Poll, left []int) fan {
	f := fan{rule: r, poll: p, left: left}
	for i, part := range p.Parts {
		f.ends = append(f.ends, r.extremes(part, left[i]))
	}
	return f
}

// extremes are the ways in which all the sheets that are left fall alike. A row of
// 不了解 changes what a void sheet changes. Where so many marks are trimmed that
// none may be left, some blank and some bad sheets together can pull a mean lower
// than either; but then it is open anyway whether there is a mean.
func (r Rule) extremes(p Part, left int) []Part {
	void, blank := p, p
	void.Turnout.Void += left
	blank.Turnout.Valid += left
	blank.Count.Blank += left
	out := []Part{void, blank}
	for g := range r.Scale {
		all := p
		all.Turnout.Valid += left
		all.Count.Grades[g] += left
		out = append(out, all)
	}
	return out
}

// open reports whether any sheet is left.
func (f fan) open() bool {
	for _, n := range f.left {
		if n > 0 {
			return true
		}
	}
	return false
}

// quorum reports whether enough may take part, and whether it is certain. A base
// that may be nothing or something may also be as little as one, of which any
// number is enough.
func (f fan) quorum() (can, must bool) {
	q := f.rule.Quorum
	if !q.Given() {
		return true, true
	}
	must = true
	none, some := false, false
	for _, marks := range []bool{false, true} {
		for _, sheets := range []bool{false, true} {
			of, over := q.numbers(f.later(marks, sheets))
			holds := over > 0 && q.Compare.Holds(share(of, over), q.Share)
			can, must = can || holds, must && holds
			none, some = none || over == 0, some || over > 0
		}
	}
	return can || none && some, must
}

// later is the poll with the sheets that are left read: as marks, as valid
// sheets, or as neither.
func (f fan) later(marks, sheets bool) Poll {
	p := f.poll
	p.Parts = append([]Part(nil), p.Parts...)
	for i, n := range f.left {
		if marks {
			p.Parts[i].Count.Grades[0] += n
		}
		if sheets {
			p.Turnout.Valid += n
		}
	}
	return p
}

// A reach is the least and the most that a weighed sum less its limit can come
// to, in its sign: nil where no way of falling lets it speak. It may be silent
// where the parts have no base, or one of those that the rule insists on.
type reach struct {
	low, high *big.Rat
	silent    bool
}

func (s reach) of(c Comparison) chance {
	if s.low == nil {
		return chance{}
	}
	return chance{c.stands(s.high.Sign()), c.stands(s.low.Sign()) && !s.silent}
}

// A stake is the least and the most that one part can add.
type stake struct {
	low, high *big.Rat // nil where it never has a base
	empty     bool     // it may have none
}

// reach weighs what each part adds by itself, at each of its extremes; value
// reports false where the part has no base there. A part without a base adds
// nothing. The weights are those of the plan: scaling them changes no sign.
func (f fan) reach(value func(Part) (*big.Rat, bool)) reach {
	var stakes []stake
	out := reach{silent: true}
	refused := false
	for i, ends := range f.ends {
		s := f.stake(f.poll.weight(i), ends, value)
		out.silent = out.silent && s.empty
		refused = refused || s.empty
		stakes = append(stakes, s)
	}
	if f.rule.Empty == Refuse && refused {
		out.silent = true
		for i := range stakes {
			if stakes[i].low == nil {
				return out
			}
			stakes[i].empty = false
		}
	}
	out.low = furthest(stakes, -1, func(s stake) *big.Rat { return s.low })
	out.high = furthest(stakes, +1, func(s stake) *big.Rat { return s.high })
	return out
}

func (f fan) stake(weight *big.Rat, ends []Part, value func(Part) (*big.Rat, bool)) stake {
	var s stake
	for _, end := range ends {
		v, ok := value(end)
		if !ok || weight.Sign() == 0 {
			s.empty = true
			continue
		}
		v.Mul(v, weight)
		if s.low == nil || v.Cmp(s.low) < 0 {
			s.low = v
		}
		if s.high == nil || v.Cmp(s.high) > 0 {
			s.high = v
		}
	}
	return s
}

// furthest is the sum that lies furthest in the direction of sign, with at least
// one part that has a base.
func furthest(stakes []stake, sign int, of func(stake) *big.Rat) *big.Rat {
	sum, taken := new(big.Rat), false
	var nearest *big.Rat
	for _, s := range stakes {
		switch v := of(s); {
		case v == nil:
		case !s.empty || v.Sign()*sign >= 0:
			sum.Add(sum, v)
			taken = true
		case nearest == nil || v.Cmp(nearest)*sign > 0:
			nearest = v
		}
	}
	if taken {
		return sum
	}
	return nearest
}

// share is what the marks of grades reach over b, less the limit.
func (f fan) share(b Base, limit Fraction, grades ...int) reach {
	return f.reach(func(p Part) (*big.Rat, bool) {
		size, n := p.Turnout.Size(b, p.Count), 0
		if size <= 0 {
			return nil, false
		}
		for _, g := range grades {
			n += p.Count.Of(g)
		}
		own := big.NewRat(int64(n), int64(size))
		return own.Sub(own, limit.Rat()), true
	})
}

// veto is the chance of the vote veto.
func (f fan) veto() chance {
	v := f.rule.Veto
	if v.Forces == 0 {
		return chance{}
	}
	if v.Reading != Each && v.Reading != Any {
		return f.share(f.rule.Base, v.Limit, v.Grades...).of(v.Compare)
	}
	all, some := chance{true, true}, chance{}
	for _, g := range v.Grades {
		c := f.share(f.rule.Base, v.Limit, g).of(v.Compare)
		all = chance{all.can && c.can, all.must && c.must}
		some = chance{some.can || c.can, some.must || c.must}
	}
	switch only := len(f.poll.Parts) == 1; {
	case v.Reading == Each && len(v.Grades) == 0:
		return chance{}
	case v.Reading == Each && only:
		all.can = f.anyWay(f.rule.forces)
		return all
	case v.Reading == Each:
		return all
	case only:
		silent := f.share(f.rule.Base, v.Limit).silent
		some.must = some.can && !silent && !f.anyWay(f.rule.escapes)
		return some
	}
	return some
}

// anyWay asks, for every number of the sheets that are left that may turn out
// to be marks, whether they can be shared out so that fits holds. It is needed
// where several grades are held against the limit by themselves: then what
// matters is not how many fall alike.
func (f fan) anyWay(fits func(Count, int, int) bool) bool {
	only := f.poll.Parts[0]
	for n := 0; n <= f.left[0]; n++ {
		later, grown := only.Turnout, only.Count
		later.Valid += n
		grown.Grades[0] += n // any grade: only the base counts here
		if size := later.Size(f.rule.Base, grown); size > 0 && fits(only.Count, n, size) {
			return true
		}
	}
	return false
}

// forces reports whether n marks can bring every veto grade past the limit.
func (r Rule) forces(c Count, n, size int) bool {
	need, missing := r.Veto.least(size, big.NewRat(1, 1)), 0
	for _, g := range r.Veto.Grades {
		missing += max(0, need-c.Of(g))
	}
	return missing <= n
}

// escapes reports whether n marks can leave every veto grade short of it.
func (r Rule) escapes(c Count, n, size int) bool {
	need, room := r.Veto.least(size, big.NewRat(1, 1)), 0
	for _, g := range r.Veto.Grades {
		if c.Of(g) >= need {
			return false
		}
		room += need - 1 - c.Of(g)
	}
	return n <= room || len(r.Veto.Grades) < len(r.Scale) || r.Base != ValidMarks
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
		return fixed(band(f.rule.Composite, known))
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

func fixed(b Band, ok bool) prospect {
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
		for g := range r.Scale {
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
	return f.reach(func(p Part) (*big.Rat, bool) {
		count, size := p.Count, p.Turnout.Size(r.Base, p.Count)
		if trim := r.Suggest.Trim; trim.any() {
			count, size = trim.of(count, size)
		}
		if size <= 0 {
			return nil, false
		}
		own := r.worth(count, size)
		return own.Sub(own, limit), true
	})
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
	for g := range f.rule.Scale {
		lead := chance{true, true}
		for h := range f.rule.Scale {
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
