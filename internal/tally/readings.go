package tally

// An Alternative is the verdict under another reading of a point that the plan
// leaves open: another base, or another way to hold the veto grades against
// the limit.
type Alternative struct {
	Base    Base    // the base of this reading
	Reading Reading // the reading of the veto
	Verdict Verdict
}

// Alternatives lists the readings under which a subject whose ballots all weigh
// alike would come out otherwise.
func (r Rule) Alternatives(c Count, t Turnout, facts []Fact) []Alternative {
	return r.AlternativesOf(undividedPoll(c, t, facts))
}

// AlternativesOf lists the readings under which the subject would come out
// otherwise: another forced or another suggested grade. One point is changed at
// a time, so that each line says what it hangs on. Everything else stays as it
// is, and the steps of a cascade keep the bases that they state.
func (r Rule) AlternativesOf(p Poll) []Alternative {
	now := r.JudgePoll(p)
	var out []Alternative
	add := func(other Rule) {
		v := other.JudgePoll(p)
		if v.Size > 0 && (v.Forced != now.Forced || v.Suggested != now.Suggested) {
			out = append(out, Alternative{other.Base, other.Veto.Reading, v})
		}
	}
	for _, b := range Bases {
		if b != r.Base {
			other := r
			other.Base = b
			add(other)
		}
	}
	for _, reading := range []Reading{Sum, Each, Any} {
		if r.Veto.Given() && len(r.Veto.Grades) > 1 && reading != r.Veto.Reading {
			other := r
			other.Veto.Reading = reading
			add(other)
		}
	}
	return out
}
