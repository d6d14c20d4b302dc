package tally

import (
	"fmt"
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
// Limit, and Grade follows.
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
	Decimals int        `json:"-"`
}

// A Language is one that reasons can be told in.
type Language string

const (
	Chinese Language = "zh"
	English Language = "en"
)

// Text is the reason as one sentence, without its clause.
func (r Reason) Text(l Language) string {
	if l == English {
		return r.english()
	}
	return r.chinese()
}

// Fraction is the comparison itself, "一般+差 5/41 有效票 = 12.20% > 10%".
func (r Reason) Fraction(l Language) string {
	f := Fraction{int64(r.Count), int64(r.Base)}
	return fmt.Sprintf("%s %s %s = %s%% %s %s", strings.Join(r.Grades, "+"),
		fmt.Sprintf("%d/%d", r.Count, r.Base), r.BaseKind.Name(l),
		f.Percent(r.Decimals), r.sign(), r.Limit.Short())
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
		return "没有有效评价，不产生建议等次"
	case ByMajority:
		if !r.Holds {
			return fmt.Sprintf("没有等次超过%s的%s，不产生建议等次", r.BaseKind.Name(Chinese), half(r.Limit, Chinese))
		}
		return fmt.Sprintf("%s，超过%s，测评建议等次为“%s”", r.Fraction(Chinese), half(r.Limit, Chinese), r.Grade)
	case ByPlurality:
		if !r.Holds {
			return fmt.Sprintf("%s 票数相同（各 %d 票），不产生建议等次", strings.Join(r.Grades, "、"), r.Count)
		}
		return fmt.Sprintf("“%s” %d/%d %s，票数最多，为测评建议等次", r.Grade, r.Count, r.Base, r.BaseKind.Name(Chinese))
	case ByPoints:
		if !r.Holds {
			return fmt.Sprintf("平均 %s 分，未达到任何等次的分数线", r.Mean)
		}
		return fmt.Sprintf("平均 %s 分，达到 %s 分，测评建议等次为“%s”", r.Mean, r.Limit, r.Grade)
	case VoteVeto:
		if !r.Holds {
			return r.Fraction(Chinese) + "，未" + r.passed(Chinese) + "，不触发否决"
		}
		if r.Grade == "" {
			return r.Fraction(Chinese) + "，" + r.passed(Chinese) + "，但不是每一项都如此，不触发否决"
		}
		return fmt.Sprintf("%s，%s，综合评价等次确定为“%s”", r.Fraction(Chinese), r.passed(Chinese), r.Grade)
	case FactVeto:
		return fmt.Sprintf("%s（依据：%s），综合评价等次确定为“%s”", r.Fact, r.Source, r.Grade)
	}
	return string(r.Step)
}

func (r Reason) english() string {
	switch r.Step {
	case NoMarks:
		return "no valid mark, so no grade is suggested"
	case ByMajority:
		if !r.Holds {
			return fmt.Sprintf("no grade is reached by more than %s of the %s, so none is suggested", half(r.Limit, English), r.BaseKind.Name(English))
		}
		return fmt.Sprintf("%s, more than %s: the vote suggests “%s”", r.Fraction(English), half(r.Limit, English), r.Grade)
	case ByPlurality:
		if !r.Holds {
			return fmt.Sprintf("%s are tied at %d marks each, so none is suggested", strings.Join(r.Grades, ", "), r.Count)
		}
		return fmt.Sprintf("“%s” has the most marks, %d/%d %s: the vote suggests it", r.Grade, r.Count, r.Base, r.BaseKind.Name(English))
	case ByPoints:
		if !r.Holds {
			return fmt.Sprintf("a mean of %s points reaches no band", r.Mean)
		}
		return fmt.Sprintf("a mean of %s points reaches %s: the vote suggests “%s”", r.Mean, r.Limit, r.Grade)
	case VoteVeto:
		if !r.Holds {
			return r.Fraction(English) + ", not " + r.passed(English) + ": no veto"
		}
		if r.Grade == "" {
			return r.Fraction(English) + ", " + r.passed(English) + ", but not each of them is: no veto"
		}
		return fmt.Sprintf("%s, %s: the comprehensive grade is “%s”", r.Fraction(English), r.passed(English), r.Grade)
	case FactVeto:
		return fmt.Sprintf("%s (source: %s): the comprehensive grade is “%s”", r.Fact, r.Source, r.Grade)
	}
	return string(r.Step)
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

func half(f Fraction, l Language) string {
	switch {
	case f != Fraction{1, 2}:
		return f.Short()
	case l == English:
		return "half"
	default:
		return "半数"
	}
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
