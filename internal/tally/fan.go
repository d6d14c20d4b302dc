package tally

import "math/big"

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
// 不了解 changes what a void sheet changes. Trimming may leave no mark: then some
// blank and some bad sheets together can pull a mean lower than each of them alone,
// but whether there is a mean is open anyway.
func (r Rule) extremes(p Part, left int) []Part {
	void, blank := p, p
	void.Turnout.Void += left
	blank.Turnout.Valid += left
	blank.Count.Blank += left
	out := []Part{void, blank}
	for g := range r.Offered() {
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

// quorum reports whether enough may take part, and whether it is certain. A base that
// may be 0 or more may also be 1, and of 1 any number is enough.
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
			holds := over > 0 && q.Compare.Holds(shareOf(of, over), q.Share)
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

// veto is the chance of a veto of the vote.
func (f fan) veto(v Veto) chance {
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
		all.can = f.anyWay(v.forces)
		return all
	case v.Reading == Each:
		return all
	case only:
		silent := f.share(f.rule.Base, v.Limit).silent
		some.must = some.can && !silent && !f.anyWay(f.rule.escapesFrom(v))
		return some
	}
	return some
}

// anyWay reports whether fits holds for any number of marks among the sheets that are
// left. It serves a veto that holds several grades against the limit, each by itself:
// there it matters how the marks are shared out, and the extremes do not show that.
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
func (v Veto) forces(c Count, n, size int) bool {
	need, missing := v.least(size, big.NewRat(1, 1)), 0
	for _, g := range v.Grades {
		missing += max(0, need-c.Of(g))
	}
	return missing <= n
}

// escapesFrom asks whether n marks can leave every grade of a veto short of it.
func (r Rule) escapesFrom(v Veto) func(Count, int, int) bool {
	return func(c Count, n, size int) bool {
		need, room := v.least(size, big.NewRat(1, 1)), 0
		for _, g := range v.Grades {
			if c.Of(g) >= need {
				return false
			}
			room += need - 1 - c.Of(g)
		}
		return n <= room || len(v.Grades) < r.Boxes() || r.Base != ValidMarks
	}
}
