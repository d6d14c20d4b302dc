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
	ByMajority  Step = "majority"
	ByPlurality Step = "plurality"
	ByPoints    Step = "points"
	VoteVeto    Step = "vote-veto"
	FactVeto    Step = "fact-veto"
)

// A Reason is one comparison that was made, with all that is needed to make it
// again: Count of Base stands, or does not stand, in the relation Compare to
// Limit, and Grade follows. Where points are weighed, Mean stands in the place of
// the share; where nothing could be weighed, Count is how many marks there are.
type Reason struct {
	Step     Step       `json:"step"`
	Clause   string     `json:"clause"`
	Grades   []string   `json:"grades,omitempty"` // whose marks were added up
	Count    int        `json:"count"`
	Base     int        `json:"base"`
	BaseKind Base       `json:"base_kind,omitempty"`
	Mean     Fraction   `json:"mean,omitzero"` // of points
	Compare  Comparison `json:"compare,omitempty"`
	Limit    Fraction   `json:"limit,omitzero"`
	Holds    bool       `json:"holds"`
	Grade    string     `json:"grade,omitempty"` // what follows, "" for nothing
	Fact     string     `json:"fact,omitempty"`
	Source   string     `json:"source,omitempty"`
	Decimals int        `json:"decimals,omitempty"` // of the percentages told

	// Parts are what the share, or the mean, is made of where several parts weigh
	// together, and Share is what they come to. Where its terms are too long for
	// it, Share is not given; the parts always say it exactly.
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

// Fraction is the comparison itself, "一般+差 5/41 有效票 = 12.20% > 10%". Where
// rounding would make the share look like the limit, it is shown as about that.
func (r Reason) Fraction(l Language) string {
	f, equals := share(r.Count, r.Base), "="
	if f.Cmp(r.Limit) != 0 && f.Percent(r.Decimals) == r.Limit.Percent(r.Decimals) {
		equals = "≈"
	}
	return fmt.Sprintf("%s %d/%d %s %s %s%% %s %s", strings.Join(r.Grades, "+"),
		r.Count, r.Base, r.BaseKind.Name(l), equals, f.Percent(r.Decimals), r.sign(), r.Limit.Short())
}

// sign is the relation that really holds between the share and the limit.
func (r Reason) sign() string {
	switch share(r.Count, r.Base).Cmp(r.Limit) {
	case -1:
		return "<"
	case 0:
		return "="
	default:
		return ">"
	}
}

func (r Reason) chinese() string {
	switch r.Step {
	case NoMarks:
		if r.Count > 0 {
			return r.BaseKind.Name(Chinese) + "为 0，无法计算"
		}
		return "没有有效评价，无从计算"
	case ByMajority:
		if !r.Holds {
			return fmt.Sprintf("没有等次超过%s%s，不产生测评建议等次", r.BaseKind.Name(Chinese), half(r.Limit, "的 "))
		}
		return fmt.Sprintf("%s，超过%s，测评建议等次为“%s”", r.Fraction(Chinese), half(r.Limit, " "), r.Grade)
	case ByPlurality:
		if !r.Holds {
			return fmt.Sprintf("%s 票数相同，各 %d 票，不产生测评建议等次", strings.Join(r.Grades, "、"), r.Count)
		}
		return fmt.Sprintf("%s %d/%d %s，票数最多，测评建议等次为“%s”", r.Grade, r.Count, r.Base, r.BaseKind.Name(Chinese), r.Grade)
	case ByPoints:
		if !r.Holds {
			return fmt.Sprintf("平均 %s，未达到任何等次的分数线，不产生测评建议等次", r.mean(" 分", "（%s）"))
		}
		return fmt.Sprintf("平均 %s，达到 %s 分，测评建议等次为“%s”", r.mean(" 分", "（%s）"), r.Limit.Plain(), r.Grade)
	case VoteVeto:
		switch {
		case !r.Holds:
			return r.Fraction(Chinese) + "，未" + r.passed(Chinese)
		case r.Grade == "":
			return r.Fraction(Chinese) + "，" + r.passed(Chinese) + "，但并非各项都是如此"
		}
		return fmt.Sprintf("%s，%s，综合评价等次确定为“%s”", r.Fraction(Chinese), r.passed(Chinese), r.Grade)
	case FactVeto:
		return fmt.Sprintf("%s%s，综合评价等次确定为“%s”", r.Fact, r.source("（依据：%s）"), r.Grade)
	}
	return string(r.Step)
}

func (r Reason) english() string {
	switch r.Step {
	case NoMarks:
		if r.Count > 0 {
			return fmt.Sprintf("the number of %s is 0, so nothing can be worked out", r.BaseKind.Name(English))
		}
		return "no valid mark, so nothing can be worked out"
	case ByMajority:
		if !r.Holds {
			return fmt.Sprintf("no grade is reached by more than %s of the %s, so the vote suggests none", halfEnglish(r.Limit), r.BaseKind.Name(English))
		}
		return fmt.Sprintf("%s, more than %s: the vote suggests “%s”", r.Fraction(English), halfEnglish(r.Limit), r.Grade)
	case ByPlurality:
		if !r.Holds {
			return fmt.Sprintf("%s are tied at %d each, so the vote suggests none", strings.Join(r.Grades, ", "), r.Count)
		}
		return fmt.Sprintf("%s %d/%d %s, more than any other: the vote suggests “%s”", r.Grade, r.Count, r.Base, r.BaseKind.Name(English), r.Grade)
	case ByPoints:
		if !r.Holds {
			return fmt.Sprintf("a mean of %s reaches no band, so the vote suggests none", r.mean(" points", " (%s)"))
		}
		return fmt.Sprintf("a mean of %s, at least %s: the vote suggests “%s”", r.mean(" points", " (%s)"), r.Limit.Plain(), r.Grade)
	case VoteVeto:
		switch {
		case !r.Holds:
			return r.Fraction(English) + ", not " + r.passed(English)
		case r.Grade == "":
			return r.Fraction(English) + ", " + r.passed(English) + ", but not all of them are"
		}
		return fmt.Sprintf("%s, %s: the comprehensive grade is “%s”", r.Fraction(English), r.passed(English), r.Grade)
	case FactVeto:
		return fmt.Sprintf("%s%s: the comprehensive grade is “%s”", r.Fact, r.source(" (source: %s)"), r.Grade)
	}
	return string(r.Step)
}

// mean is the mean of points, "92.5 分", with the exact fraction after it in the
// form given where decimals hide it.
func (r Reason) mean(unit, form string) string {
	rounded := r.Mean.Decimal(r.Decimals)
	if back, ok := new(big.Rat).SetString(rounded); ok && back.Cmp(r.Mean.Rat()) == 0 {
		return r.Mean.Plain() + unit
	}
	return rounded + unit + fmt.Sprintf(form, r.Mean)
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

// half is a limit said after 超过: 半数, or the number after a joint of its own.
func half(f Fraction, joint string) string {
	if f.Cmp(Fraction{1, 2}) == 0 {
		return "半数"
	}
	return joint + f.Short()
}

func halfEnglish(f Fraction) string {
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
