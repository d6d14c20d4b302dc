package tally

// An Outlook says whether the sheets that are not yet read can still change
// what the vote says of a subject.
type Outlook struct {
	Left    int
	Settled bool
	// The best and the worst grade that may yet be suggested, 0 where none may.
	Best, Worst int
	MayForce    bool // the first vote veto holds, or may come to hold
	MayEscape   bool // it does not hold, or may cease to

	none bool // it may be that nothing is suggested
}

// Ahead looks at every way in which left more sheets can fall, where all ballots
// weigh alike.
func (r Rule) Ahead(c Count, t Turnout, left int) Outlook {
	return r.AheadOf(undividedPoll(c, t, nil), []int{left})
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
	s := f.suggestion(f.vote())
	can, must := f.quorum()
	if !can {
		s = f.silence()
	} else if !must {
		s = s.or(f.silence())
	}
	o, certain := Outlook{MayEscape: true}, true
	for _, n := range left {
		o.Left += n
	}
	least := r.gates(Verdict{}, p) // the grades that are barred for certain
	most := least                  // and those that may be
	for i, veto := range r.AllVetoes() {
		c := f.veto(veto)
		c = chance{can && c.can, must && c.must}
		certain = certain && c.can == c.must
		if i == 0 {
			o.MayForce, o.MayEscape = c.can, !c.must
		}
		forced := s.under(veto.Forces)
		switch {
		case c.must && veto.Forces != 0:
			s = forced
		case c.can && veto.Forces != 0:
			s = s.or(forced)
		}
		if c.must {
			least = least.bar(veto.Bars...)
		}
		if c.can {
			most = most.bar(veto.Bars...)
		}
	}
	o.Best, o.Worst, o.none = least.free(s.best), most.free(s.worst), s.none
	o.Settled = o.Best == o.Worst && (o.Best == 0 || !o.none) && certain
	return o
}
