package tally

import (
	"iter"
	"math/big"
)

// MaxGrades is how many grades a scale may have; MinGrades how few.
const (
	MinGrades = 2
	MaxGrades = 6
)

// A Scale names the grades, best first: 好, 较好, 一般, 差.
type Scale []string

// Name is the word for the grade at position g (1 is the best), "" for none.
func (s Scale) Name(g int) string {
	if g < 1 || g > len(s) {
		return ""
	}
	return s[g-1]
}

// Names are the words for several grades.
func (s Scale) Names(grades []int) []string {
	var names []string
	for _, g := range grades {
		names = append(names, s.Name(g))
	}
	return names
}

// Position is where name stands on the scale, 0 if it does not.
func (s Scale) Position(name string) int {
	for i, n := range s {
		if n == name {
			return i + 1
		}
	}
	return 0
}

// A Base says what a fraction is taken of.
type Base string

const (
	ValidMarks  Base = "valid-marks"  // the grades given to the subject
	ValidSheets Base = "valid-sheets" // the sheets that are not void
	Collected   Base = "collected"    // the sheets that came back
	Issued      Base = "issued"       // the sheets handed out
	Present     Base = "present"      // the people in the room
	Expected    Base = "expected"     // the people who should be there
)

// Bases lists every base, the default first.
var Bases = []Base{ValidMarks, ValidSheets, Collected, Issued, Present, Expected}

// A Comparison says how a share must stand to a limit, and whether the limit itself
// is enough.
type Comparison string

const (
	Over    Comparison = "over"     // strictly more than the limit
	AtLeast Comparison = "at-least" // the limit itself is enough
	AtMost  Comparison = "at-most"  // the limit itself is still allowed
	Under   Comparison = "under"    // strictly less than the limit
	About   Comparison = "about"    // as near to the limit as whole numbers come
)

// Holds reports whether f stands in the relation c to limit.
func (c Comparison) Holds(f, limit Fraction) bool { return c.stands(f.Cmp(limit)) }

// holds is Holds for a share that may have longer terms than a Fraction.
func (c Comparison) holds(f *big.Rat, limit Fraction) bool { return c.stands(f.Cmp(limit.Rat())) }

// stands is Holds for the sign of what is compared less the limit.
func (c Comparison) stands(sign int) bool {
	switch c {
	case Over:
		return sign > 0
	case AtLeast:
		return sign >= 0
	case AtMost:
		return sign <= 0
	case Under:
		return sign < 0
	default:
		return sign == 0
	}
}

// A Reading says how several veto grades are held against one limit.
type Reading string

const (
	Sum  Reading = "sum"  // their marks added together
	Each Reading = "each" // every one of them by itself
	Any  Reading = "any"  // one of them by itself is enough
)

// A Veto is the vote's own power: enough marks of certain grades force a grade,
// or leave a suggestion that is worse; or they bar grades. The zero Veto does
// nothing.
type Veto struct {
	Grades  []int      `json:"grades"` // positions on the scale
	Reading Reading    `json:"reading"`
	Compare Comparison `json:"compare"` // Over or AtLeast
	Limit   Fraction   `json:"limit"`
	Forces  int        `json:"forces"`         // the grade that it forces, 0 for none
	Bars    []int      `json:"bars,omitempty"` // or the grades that it bars
	Clause  string     `json:"clause"`
}

// Given reports whether the veto does anything.
func (v Veto) Given() bool { return v.Forces != 0 || len(v.Bars) > 0 }

// A FactKind is an event outside the vote that forces a grade, or bars some and says
// nothing of the others. It is entered by the chair with a source and never computed.
type FactKind struct {
	ID     string `json:"id"`
	Title  string `json:"title"`
	Forces int    `json:"forces"` // 0 where it bars
	Bars   []int  `json:"bars,omitempty"`
	Clause string `json:"clause"`
}

// A Rate is what several grades come to together (优良率). It is told and decides nothing.
type Rate struct {
	Title  string `json:"title"`
	Grades []int  `json:"grades"` // positions on the scale
	Clause string `json:"clause"`
}

// A Method is how the vote alone suggests a grade.
type Method string

const (
	// Majority suggests the best grade that more than Limit of the base reach
	// together with all better ones. Exactly half does not.
	Majority Method = "majority"
	// Plurality suggests the grade with the most marks, and none at a tie.
	Plurality Method = "plurality"
	// Points suggests by the mean of the points of all marks over the base.
	Points Method = "points"
	// Cascade suggests the grade of the first step that holds, each with its own
	// comparison and base, and Else where none does.
	Cascade Method = "cascade"
	// None suggests nothing.
	None Method = "none"
)

// A Band is the least mean in points that earns a grade.
type Band struct {
	Grade int      `json:"grade"`
	From  Fraction `json:"from"`
}

// A Suggestion says how the vote alone is read.
type Suggestion struct {
	Method Method     `json:"method"`
	Limit  Fraction   `json:"limit"`            // for Majority, 1/2
	Points []Fraction `json:"points,omitempty"` // for Points: one a grade that stands on a sheet
	Bands  []Band     `json:"bands,omitempty"`  // for Points: best first
	Trim   Trim       `json:"trim,omitzero"`    // for Points
	Steps  []Stair    `json:"steps,omitempty"`  // for Cascade, in their order
	Else   int        `json:"else,omitempty"`   // for Cascade: where no step holds
	Clause string     `json:"clause"`
}

// A Stair is one step of a cascade: Grade follows if the marks of Grades
// together stand in the relation to the limit over the step's own base.
type Stair struct {
	Grade   int        `json:"grade"`
	Grades  []int      `json:"grades"`
	Compare Comparison `json:"compare"` // Over or AtLeast
	Limit   Fraction   `json:"limit"`
	Base    Base       `json:"base"`
}

// An Item is one part of a row behind its overall mark.
type Item struct {
	ID    string `json:"id"`
	Title string `json:"title"`
}

// Mean stands in Rule.Deciding for the mean of the shares of all items.
const Mean = "mean"

// A Class is voters whose ballots weigh together: its share of a grade counts
// Weight of the whole.
type Class struct {
	ID     string   `json:"id"`
	Name   string   `json:"name"`
	Weight Fraction `json:"weight"`
}

// Empty says what a class without a base means. It never counts as zero; where
// nothing is said, it is as with Renormalise.
type Empty string

const (
	Renormalise Empty = "renormalise" // the others weigh as if it were not there
	Refuse      Empty = "refuse"      // the vote says nothing
)

// A Rounding says which whole number stands for a share of the subjects that is
// about right. At least and at most leave nothing to round.
type Rounding string

const (
	Nearest Rounding = "nearest"
	Floor   Rounding = "floor"
	Ceil    Rounding = "ceil"
)

// A Quota is how many subjects should be graded lower than a grade. It warns; it
// asks for no reason and never changes a grade. The zero Quota asks nothing.
type Quota struct {
	LowerThan int        `json:"lower_than"` // a position; 0 for no quota
	Target    Fraction   `json:"target"`
	Compare   Comparison `json:"compare"`            // any of them
	Rounding  Rounding   `json:"rounding"`           // for About
	Tolerance Fraction   `json:"tolerance,omitzero"` // for About: a share that is no further off is met too
	Clause    string     `json:"clause"`
}

// A Rule is everything that turns counts into verdicts. Its JSON form is what
// is hashed when the rule is sealed, so its fields are permanent.
type Rule struct {
	Scale     Scale      `json:"scale"`
	Unmarked  int        `json:"unmarked,omitempty"` // how many of the best grades no sheet offers: they follow from the marks of the others
	Aside     string     `json:"aside,omitempty"`    // 不了解: may be ticked, counts in no base of marks
	Items     []Item     `json:"items,omitempty"`    // none: a row is one overall mark
	Deciding  string     `json:"deciding,omitempty"` // "" the overall mark, an item's ID, or Mean
	Classes   []Class    `json:"classes,omitempty"`  // none: all ballots weigh alike
	Empty     Empty      `json:"empty,omitempty"`    // given with Classes
	Quorum    Quorum     `json:"quorum,omitzero"`
	Base      Base       `json:"base"`
	Veto      Veto       `json:"veto"`
	Vetoes    []Veto     `json:"more_vetoes,omitempty"` // those after the first
	Facts     []FactKind `json:"facts"`
	Suggest   Suggestion `json:"suggest"`
	Rates     []Rate     `json:"rates,omitempty"`
	Sources   []Source   `json:"sources,omitempty"`
	Gates     []Gate     `json:"gates,omitempty"`
	Composite []Band     `json:"composite,omitempty"` // what the weighted scores together earn
	Quota     Quota      `json:"quota"`
	Quotas    []Quota    `json:"more_quotas,omitempty"` // those after the first
	Decimals  int        `json:"decimals"`              // of printed percentages, 0 to 4
}

// AllVetoes are the vetoes of the vote, none where it has none.
func (r Rule) AllVetoes() []Veto {
	if !r.Veto.Given() {
		return nil
	}
	return append([]Veto{r.Veto}, r.Vetoes...)
}

// AllQuotas are the quotas that the rule has, none where it has none.
func (r Rule) AllQuotas() []Quota {
	if !r.Quota.Given() {
		return nil
	}
	return append([]Quota{r.Quota}, r.Quotas...)
}

// Columns is how many marks a row carries: the overall one and those of the
// items.
func (r Rule) Columns() int { return 1 + len(r.Items) }

// Offered are the grades that stand on a sheet, with their places on the scale from 0.
// Of the boxes of a row the first is theirs, and what is keyed is the box.
func (r Rule) Offered() iter.Seq2[int, string] {
	return func(yield func(int, string) bool) {
		for g := r.Unmarked; g < len(r.Scale); g++ {
			if !yield(g, r.Scale[g]) {
				return
			}
		}
	}
}

// OnSheet are the words of the grades that stand on a sheet, best first.
func (r Rule) OnSheet() Scale { return r.Scale[r.Unmarked:] }

// Boxes is how many grades stand on a sheet.
func (r Rule) Boxes() int { return len(r.Scale) - r.Unmarked }

// Box is where the grade m stands on a sheet, from 1; any other mark is its own digit.
func (r Rule) Box(m Mark) int {
	if m >= 1 && m <= MaxGrades {
		return int(m) - r.Unmarked
	}
	return int(m)
}

// InBox is the mark that a digit stands for: one of the grades on the sheet, or a mark
// that is its own digit. It is no mark where the sheet has no such box.
func (r Rule) InBox(digit int) Mark {
	switch {
	case digit < 1 || digit > int(Blank):
		return 0
	case digit > MaxGrades:
		return Mark(digit)
	case digit > r.Boxes():
		return 0
	default:
		return Mark(digit + r.Unmarked)
	}
}

// Takes reports whether a row may carry m under this rule.
func (r Rule) Takes(m Mark) bool {
	return m == Aside && r.Aside != "" || int(m) > r.Unmarked && m.Valid(len(r.Scale))
}

// Fact is the kind of fact called id, and whether the rule knows it.
func (r Rule) Fact(id string) (FactKind, bool) {
	for _, k := range r.Facts {
		if k.ID == id {
			return k, true
		}
	}
	return FactKind{}, false
}
