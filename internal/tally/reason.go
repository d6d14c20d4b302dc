package tally

import (
	"fmt"
	"math/big"
)

// A Step says which part of the rule a reason belongs to.
type Step string

const (
	NoMarks     Step = "no-marks"
	EmptyClass  Step = "empty-class" // parts without a base; Holds: the others speak
	ByQuorum    Step = "quorum"
	ByMajority  Step = "majority"
	ByPlurality Step = "plurality"
	ByPoints    Step = "points"
	ByCascade   Step = "cascade"      // one for each step that was tried
	NoStep      Step = "cascade-else" // and this where none of them held
	VoteVeto    Step = "vote-veto"
	ByRate      Step = "rate" // told, and nothing follows
	FactVeto    Step = "fact-veto"
	ByComposite Step = "composite"
	ByGate      Step = "gate"
	Worse       Step = "worse"   // a suggestion worse than what a veto forces stands
	Lowered     Step = "lowered" // a barred grade gives way to the next lower one
)

// Steps lists every step, in the order in which they are taken.
var Steps = []Step{
	ByQuorum, NoMarks, EmptyClass, ByMajority, ByPlurality, ByPoints, ByCascade, NoStep,
	VoteVeto, ByRate, FactVeto, ByComposite, ByGate, Worse, Lowered,
}

// A Reason is one comparison that was made, with all that is needed to make it
// again: Count of Base stands, or does not stand, in the relation Compare to
// Limit, and Grade follows. Where points are weighed, Mean stands in the place of
// the share; where nothing could be weighed, Count is how many marks there are.
// Of a gate, Grades are the words of the source that open it, Found is the one
// that it has, and Grade is the grade that it bars unless it Holds.
type Reason struct {
	Step     Step       `json:"step"`
	Clause   string     `json:"clause"`
	Grades   []string   `json:"grades,omitempty"` // whose marks were added up
	Of       Base       `json:"of,omitempty"`     // what Count is a number of, for a quorum
	Groups   []string   `json:"groups,omitempty"` // whose heads alone make the quorum
	Count    int        `json:"count"`
	Base     int        `json:"base"`
	BaseKind Base       `json:"base_kind,omitempty"`
	Mean     Fraction   `json:"mean,omitzero"` // of points
	Compare  Comparison `json:"compare,omitempty"`
	Limit    Fraction   `json:"limit,omitzero"`
	Holds    bool       `json:"holds"`
	Grade    string     `json:"grade,omitempty"` // what follows, "" for nothing
	Bars     []string   `json:"bars,omitempty"`  // the grades that a veto or a fact bars
	Title    string     `json:"title,omitempty"` // of a rate
	Fact     string     `json:"fact,omitempty"`
	Source   string     `json:"source,omitempty"`   // of a fact; that a gate asks; that a composite lacks
	Found    string     `json:"found,omitempty"`    // what the source of a gate was graded
	Decimals int        `json:"decimals,omitempty"` // of the percentages told

	// Parts are what the share, or the mean, is made of where several parts weigh
	// together, and Share is what they come to. Count and Base are then sums, and
	// not compared. Share, and Mean where there are parts, are rounded to twelve
	// decimals where their terms are too long; the parts say what was compared.
	Parts []PartShare `json:"parts,omitempty"`
	Share Fraction    `json:"share,omitzero"`
	Trim  Trim        `json:"trim,omitzero"` // the marks left out before points were averaged
}

// A PartShare is what one part of a poll, or one source of a composite, adds to
// a share or a mean: Weight × Count/Base, or Weight × Mean.
type PartShare struct {
	Name   string   `json:"name"`
	Weight Fraction `json:"weight"` // as it was used: after others were left out
	Count  int      `json:"count"`
	Base   int      `json:"base"`
	Mean   Fraction `json:"mean,omitzero"` // of points
}

// total is the share, or the mean of parts, that was compared.
func (r Reason) total() *big.Rat {
	if len(r.Parts) == 0 {
		return shareOf(r.Count, r.Base).Rat()
	}
	sum := new(big.Rat)
	for _, p := range r.Parts {
		own := shareOf(p.Count, p.Base).Rat()
		if p.Mean.Given() {
			own = p.Mean.Rat()
		}
		sum.Add(sum, own.Mul(own, p.Weight.Rat()))
	}
	return sum
}

// Percent is the share that was compared, in per cent, for reading only.
func (r Reason) Percent() string {
	f := r.total()
	return decimalOf(f.Mul(f, big.NewRat(100, 1)), r.Decimals)
}

// Comparison is the share beside the limit, "= 12.20% > 10%". Where rounding would
// make them look equal, the share is shown as about what it is.
func (r Reason) Comparison() string {
	equals, sign, percent := "=", "=", r.Percent()
	switch r.total().Cmp(r.Limit.Rat()) {
	case -1:
		sign = "<"
	case 1:
		sign = ">"
	}
	if sign != "=" && percent == r.Limit.Percent(r.Decimals) {
		equals = "≈"
	}
	return fmt.Sprintf("%s %s%% %s %s", equals, percent, sign, r.Limit.Short())
}

// Points is the mean as it is read, "92.5", and the exact fraction where decimals
// hide that. Where its parts come to a fraction that is too long to be told, the mean
// is only about what it is.
func (r Reason) Points() (mean, exact string, about bool) {
	if f := r.total(); len(r.Parts) > 0 && !isFraction(f) {
		return decimalOf(f, r.Decimals), "", true
	}
	if mean = r.Mean.Decimal(r.Decimals); !r.Mean.is(mean) {
		return mean, r.Mean.String(), false
	}
	return r.Mean.Plain(), "", false
}
