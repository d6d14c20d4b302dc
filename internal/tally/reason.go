package tally

import (
	"fmt"
	"math/big"
	"strings"
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
	FactVeto    Step = "fact-veto"
	ByComposite Step = "composite"
	ByGate      Step = "gate"
	Worse       Step = "worse"   // a suggestion worse than what a veto forces stands
	Lowered     Step = "lowered" // a barred grade gives way to the next lower one
)

// Steps lists every step, in the order in which they are taken.
var Steps = []Step{
	ByQuorum, NoMarks, EmptyClass, ByMajority, ByPlurality, ByPoints, ByCascade, NoStep,
	VoteVeto, FactVeto, ByComposite, ByGate, Worse, Lowered,
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

// A Language is one that reasons can be told in.
type Language string

const (
	Chinese Language = "zh"
	English Language = "en"
)

// Text is the reason as one sentence, without its clause and full stop.
func (r Reason) Text(l Language) string {
	if l == English {
		return r.english()
	}
	return r.chinese()
}

// Fraction is the comparison itself, "一般+差 5/41 有效票 = 12.20% > 10%", and of
// several parts "一般+差 A类 3/5×2/20 + B类 2/5×1/10 = 10.00% = 10%". Where rounding
// would make the share look like the limit, it is shown as about that.
func (r Reason) Fraction(l Language) string {
	return strings.Join(r.Grades, "+") + " " + r.terms(l) + " " + r.comparison()
}

// comparison is the end of it, "= 12.20% > 10%".
func (r Reason) comparison() string {
	equals, sign, percent := "=", r.sign(), r.percent()
	if sign != "=" && percent == r.Limit.Percent(r.Decimals) {
		equals = "≈"
	}
	return fmt.Sprintf("%s %s%% %s %s", equals, percent, sign, r.Limit.Short())
}

// terms is what the share or the mean is made of: "5/41 有效票", or "A类 3/5×2/20 +
// B类 2/5×1/10".
func (r Reason) terms(l Language) string {
	if len(r.Parts) == 0 {
		return fmt.Sprintf("%d/%d %s", r.Count, r.Base, r.BaseKind.Name(l))
	}
	var out []string
	for _, p := range r.Parts {
		out = append(out, p.term())
	}
	return strings.Join(out, " + ")
}

func (p PartShare) term() string {
	weight := ""
	if p.Weight.Cmp(Fraction{1, 1}) != 0 {
		weight = p.Weight.String() + "×"
	}
	own := fmt.Sprintf("%d/%d", p.Count, p.Base)
	if p.Mean.Given() {
		own = p.Mean.Plain()
	}
	return strings.TrimSpace(p.Name + " " + weight + own)
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

// sign is the relation that really holds between the share and the limit.
func (r Reason) sign() string {
	switch r.total().Cmp(r.Limit.Rat()) {
	case -1:
		return "<"
	case 0:
		return "="
	default:
		return ">"
	}
}

// percent is the share that was compared, in per cent.
func (r Reason) percent() string {
	f := r.total()
	return decimalOf(f.Mul(f, big.NewRat(100, 1)), r.Decimals)
}

// fraction is Fraction with the base named where the parts leave it out: each
// step of a cascade may have another.
func (r Reason) fraction(l Language) string {
	switch {
	case len(r.Parts) == 0:
		return r.Fraction(l)
	case l == English:
		return "of the " + r.BaseKind.Name(l) + ", " + r.Fraction(l)
	default:
		return "按" + r.BaseKind.Name(l) + "，" + r.Fraction(l)
	}
}

// turnout is what a quorum compares, "收回票 40/应到人数 46 = 86.96% > 2/3".
func (r Reason) turnout(l Language) string {
	form := "%[1]s %[2]d/%[3]s %[4]d"
	if l == English {
		form = "%[2]d %[1]s/%[4]d %[3]s"
	}
	whose := ""
	if len(r.Groups) > 0 {
		whose = strings.Join(r.Groups, "、") + " "
	}
	return whose + fmt.Sprintf(form, r.Of.Name(l), r.Count, r.BaseKind.Name(l), r.Base) + " " + r.comparison()
}

// absent names the parts that have no base.
func (r Reason) absent(joint string) string {
	var out []string
	for _, p := range r.Parts {
		out = append(out, p.Name)
	}
	return strings.Join(out, joint)
}

// trim names the marks that were left out, "最高 1 票、最低 2 票".
func (r Reason) trim(l Language) string {
	high, low, joint := "最高 %d 票", "最低 %d 票", "、"
	if l == English {
		high, low, joint = "the highest %d", "the lowest %d", " and "
	}
	var out []string
	if r.Trim.High > 0 {
		out = append(out, fmt.Sprintf(high, r.Trim.High))
	}
	if r.Trim.Low > 0 {
		out = append(out, fmt.Sprintf(low, r.Trim.Low))
	}
	return strings.Join(out, joint)
}

// trimmed starts the sentence about a mean from which marks were left out of
// every part.
func (r Reason) trimmed(l Language) string {
	switch {
	case !r.Trim.any():
		return ""
	case l == English && len(r.Parts) > 0:
		return "without " + r.trim(l) + " of each part, "
	case l == English:
		return "without " + r.trim(l) + ", "
	case len(r.Parts) > 0:
		return "各部分去掉" + r.trim(l) + "，"
	default:
		return "去掉" + r.trim(l) + "，"
	}
}

// mean is the mean of points, "92.5 分", with the exact fraction after it in the
// form given where decimals hide it, and with its terms before it where several
// weigh together: "A类 3/5×95 + B类 2/5×80 = 89 分". Where those come to a fraction
// that is too long to be told, the mean is shown as about what it is.
func (r Reason) mean(unit, form string) string {
	terms := ""
	if len(r.Parts) > 0 {
		mean := r.total()
		if !isFraction(mean) {
			return r.terms(Chinese) + " ≈ " + decimalOf(mean, r.Decimals) + unit
		}
		terms = r.terms(Chinese) + " = "
	}
	rounded := r.Mean.Decimal(r.Decimals)
	if back, ok := new(big.Rat).SetString(rounded); ok && back.Cmp(r.Mean.Rat()) == 0 {
		return terms + r.Mean.Plain() + unit
	}
	return terms + rounded + unit + fmt.Sprintf(form, r.Mean)
}

func (r Reason) source(form string) string {
	if r.Source == "" {
		return ""
	}
	return fmt.Sprintf(form, r.Source)
}

// passed says which limit is meant, "超过 10%" or "达到 10%".
func (r Reason) passed(l Language) string {
	switch {
	case l == English && r.Compare == AtLeast:
		return "at least " + r.Limit.Short()
	case l == English:
		return "over " + r.Limit.Short()
	case r.Compare == AtLeast:
		return "达到 " + r.Limit.Short()
	default:
		return "超过 " + r.Limit.Short()
	}
}

// limitAfter is a limit said after 超过: 半数, or the number after a joint of its own.
func limitAfter(f Fraction, joint string) string {
	if f.Cmp(Fraction{1, 2}) == 0 {
		return "半数"
	}
	return joint + f.Short()
}

func limitInEnglish(f Fraction) string {
	if f.Cmp(Fraction{1, 2}) == 0 {
		return "half"
	}
	return f.Short()
}

// Name is the base in words.
func (b Base) Name(l Language) string {
	names := baseNames[b]
	if l == English {
		return names[1]
	}
	return names[0]
}

var baseNames = map[Base][2]string{
	ValidMarks:  {"有效票", "valid marks"},
	ValidSheets: {"有效评议表", "valid sheets"},
	Collected:   {"收回票", "sheets collected"},
	Issued:      {"发出票", "sheets issued"},
	Present:     {"实到人数", "people present"},
	Expected:    {"应到人数", "people expected"},
}
