package tally

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
