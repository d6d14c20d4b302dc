package tally

// A Quorum is how many must take part for the vote to say anything: Of over
// Over stands in the relation to Share. The zero Quorum asks nothing.
type Quorum struct {
	Of      Base       `json:"of"`
	Over    Base       `json:"over"`
	Compare Comparison `json:"compare"` // Over or AtLeast
	Share   Fraction   `json:"share"`
	Clause  string     `json:"clause"`
}

// Given reports whether the plan has a quorum.
func (q Quorum) Given() bool { return q != Quorum{} }

// numbers are the two that a quorum compares: of everybody, and where it asks for
// marks, of all parts together. A sheet of which every row says
// 不了解 was handed in all the same: it takes part.
func (q Quorum) numbers(p Poll) (of, over int) {
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
	v.Reasons = append(v.Reasons, Reason{
		Step: ByQuorum, Clause: q.Clause, Of: q.Of, Count: of, Base: over, BaseKind: q.Over,
		Compare: q.Compare, Limit: q.Share, Holds: holds, Decimals: r.Decimals,
	})
	return v, holds
}
