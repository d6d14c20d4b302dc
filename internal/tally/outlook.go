package tally

// A Trigger is how many veto marks force the veto grade at the present base, by
// the grades that they are counted over together. It is what a chair should
// know before the result: "41 张有效票：5 张即触发".
type Trigger struct {
	Grades []string
	Base   int
	Need   int    // the least number of marks that sets the veto off
	Part   string // whose marks, in a poll of several parts
}

// Triggers lists the triggers of the vote veto for a base of size: one for a
// sum, one for each grade that is held against the limit by itself, none where
// there is no veto or no base.
func (r Rule) Triggers(size int) []Trigger {
	if r.Veto.Forces == 0 || size == 0 {
		return nil
	}
	need := r.Veto.least(size)
	if r.Veto.Reading != Each && r.Veto.Reading != Any {
		return []Trigger{{Grades: r.names(r.Veto.Grades), Base: size, Need: need}}
	}
	var out []Trigger
	for _, g := range r.Veto.Grades {
		out = append(out, Trigger{Grades: r.names([]int{g}), Base: size, Need: need})
	}
	return out
}

func (r Rule) names(grades []int) []string {
	var out []string
	for _, g := range grades {
		out = append(out, r.Scale.Name(g))
	}
	return out
}

// least is the smallest count that stands in the veto's relation to its limit
// over a base of size; it may be greater than size.
func (v Veto) least(size int) int {
	low, high := 0, size+1
	for low < high {
		if mid := (low + high) / 2; v.Compare.Holds(share(mid, size), v.Limit) {
			high = mid
		} else {
			low = mid + 1
		}
	}
	return low
}

// An Outlook says whether the sheets that are not yet read can still change
// what the vote says of a subject.
type Outlook struct {
	Left    int
	Settled bool
	// The best and the worst grade of the extremes, 0 where none has one.
	Best, Worst int
	MayForce    bool // the vote veto holds, or may come to hold
	MayEscape   bool // the vote veto does not hold, or may cease to

	none bool // some extreme suggests nothing
}

// Ahead looks at every way in which left more sheets can fall. It weighs the
// extremes only, all of them for one grade, all blank or all void, because
// every share moves between its extremes; a veto that wants each of several
// grades is weighed by how few sheets could bring it about.
func (r Rule) Ahead(c Count, t Turnout, left int) Outlook {
	o := Outlook{Left: left, Best: len(r.Scale) + 1}
	for _, end := range r.extremes(c, t, left) {
		o = o.with(r.Judge(end.count, end.turnout, nil))
	}
	o.MayForce = o.MayForce || r.Veto.Forces != 0 && r.Veto.Reading == Each && r.anyWay(c, t, left, r.forces)
	o.MayEscape = o.MayEscape || r.Veto.Forces != 0 && r.Veto.Reading == Any && r.anyWay(c, t, left, r.escapes)
	if o.Best > len(r.Scale) {
		o.Best = 0
	}
	o.Settled = o.Best == o.Worst && (o.Best == 0 || !o.none) && o.MayForce != o.MayEscape
	return o
}

func (o Outlook) with(v Verdict) Outlook {
	if v.Over {
		o.MayForce = true
	} else {
		o.MayEscape = true
	}
	if v.Suggested == 0 {
		o.none = true
		return o
	}
	o.Best, o.Worst = min(o.Best, v.Suggested), max(o.Worst, v.Suggested)
	return o
}

// An extreme is one way in which all the sheets that are left fall alike.
type extreme struct {
	count   Count
	turnout Turnout
}

func (r Rule) extremes(c Count, t Turnout, left int) []extreme {
	void := t
	void.Void += left
	valid := t
	valid.Valid += left
	blank := c
	blank.Blank += left
	out := []extreme{{c, void}, {blank, valid}}
	for g := range r.Scale {
		all := c
		all.Grades[g] += left
		out = append(out, extreme{all, valid})
	}
	return out
}

// anyWay asks, for every number of the sheets that are left that may turn out
// to be marks, whether they can be shared out so that fits holds. It is needed
// where several grades are held against the limit by themselves: then what
// matters is not how many fall alike.
func (r Rule) anyWay(c Count, t Turnout, left int, fits func(Count, int, int) bool) bool {
	for n := 0; n <= left; n++ {
		later, grown := t, c
		later.Valid += n
		grown.Grades[0] += n // any grade: only the base counts here
		if size := later.Size(r.Base, grown); size > 0 && fits(c, n, size) {
			return true
		}
	}
	return false
}

// forces reports whether n marks can bring every veto grade past the limit.
func (r Rule) forces(c Count, n, size int) bool {
	need, missing := r.Veto.least(size), 0
	for _, g := range r.Veto.Grades {
		missing += max(0, need-c.Of(g))
	}
	return missing <= n
}

// escapes reports whether n marks can leave every veto grade short of it.
func (r Rule) escapes(c Count, n, size int) bool {
	need, room := r.Veto.least(size), 0
	for _, g := range r.Veto.Grades {
		if c.Of(g) >= need {
			return false
		}
		room += need - 1 - c.Of(g)
	}
	return n <= room || len(r.Veto.Grades) < len(r.Scale) || r.Base != ValidMarks
}

// TriggersOf is Triggers at the bases of a poll.
func (r Rule) TriggersOf(p Poll) []Trigger {
	return r.Triggers(p.over(r.Base).size)
}

// AheadOf is Ahead for a poll; left is how many sheets each part has yet to
// come.
func (r Rule) AheadOf(p Poll, left []int) Outlook {
	return r.Ahead(p.whole(), p.Turnout, left[0])
}
