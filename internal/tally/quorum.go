package tally

// A Quorum is how many must take part for the vote to say anything: Of over
// Over stands in the relation to Share. The zero Quorum asks nothing.
type Quorum struct {
	// Classes of voters whose heads alone are counted; none: everybody's.
	Classes []Group `json:"classes,omitempty"`

	Of      Base       `json:"of"`
	Over    Base       `json:"over"`
	Compare Comparison `json:"compare"` // Over or AtLeast
	Share   Fraction   `json:"share"`
	Clause  string     `json:"clause"`
}

// Given reports whether the plan has a quorum.
func (q Quorum) Given() bool { return q.Of != "" }

// A Group is a class of voters that makes the quorum.
type Group struct {
	ID   string `json:"id"`
	Name string `json:"name"`
}

// numbers are the two that a quorum compares: of everybody, and where it asks for
// marks, of all parts together. A sheet of which every row says
// 不了解 was handed in all the same: it takes part.
func (q Quorum) numbers(p Poll) (of, over int) {
	if len(q.Classes) > 0 {
		return p.Groups.Size(q.Of, Count{}), p.Groups.Size(q.Over, Count{})
	}
	all := p.whole()
	all.Aside = 0
	return p.Turnout.Size(q.Of, all), p.Turnout.Size(q.Over, all)
}

// quorum reports whether enough took part for the vote to say anything.
func (r Rule) quorum(v Verdict, p Poll) (Verdict, bool) {
	q := r.Quorum
	if !q.Given() {
		return v, true
	}
	of, over := q.numbers(p)
	holds := over > 0 && q.Compare.Holds(shareOf(of, over), q.Share)
	var groups []string
	for _, g := range q.Classes {
		groups = append(groups, g.Name)
	}
	v.Reasons = append(v.Reasons, Reason{
		Groups: groups, Step: ByQuorum, Clause: q.Clause, Of: q.Of, Count: of, Base: over, BaseKind: q.Over,
		Compare: q.Compare, Limit: q.Share, Holds: holds, Decimals: r.Decimals,
	})
	return v, holds
}
