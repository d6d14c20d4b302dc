package tally

import (
	"fmt"
	"strings"
)

func (r Reason) chinese() string {
	switch r.Step {
	case NoMarks:
		switch {
		case r.Trim.any() && r.Base > 0:
			return "去掉" + r.trim(Chinese) + "后没有评价，无从计算"
		case r.Count > 0:
			return r.BaseKind.Name(Chinese) + "为 0，无法计算"
		}
		return "没有有效评价，无从计算"
	case EmptyClass:
		left, silent := "", "投票不产生结论"
		if r.Trim.any() {
			left, silent = "去掉"+r.trim(Chinese)+"后", "不产生测评建议等次"
		}
		if r.Holds {
			return fmt.Sprintf("%s %s%s为 0，不计入，其余部分的权重按比例折算为 1", r.absent("、"), left, r.BaseKind.Name(Chinese))
		}
		return fmt.Sprintf("%s %s%s为 0，按规则不折算，%s", r.absent("、"), left, r.BaseKind.Name(Chinese), silent)
	case ByQuorum:
		switch {
		case r.Base == 0:
			return fmt.Sprintf("%s为 0，无法核对规定比例，投票不产生结论", r.BaseKind.Name(Chinese))
		case !r.Holds:
			return fmt.Sprintf("%s，未%s，投票不产生结论", r.turnout(Chinese), r.passed(Chinese))
		}
		return fmt.Sprintf("%s，%s，投票有效", r.turnout(Chinese), r.passed(Chinese))
	case ByMajority:
		if !r.Holds {
			return fmt.Sprintf("没有等次超过%s%s，不产生测评建议等次", r.BaseKind.Name(Chinese), limitAfter(r.Limit, "的 "))
		}
		return fmt.Sprintf("%s，超过%s，测评建议等次为“%s”", r.Fraction(Chinese), limitAfter(r.Limit, " "), r.Grade)
	case ByPlurality:
		if !r.Holds {
			if r.Share.Given() {
				return fmt.Sprintf("%s 加权比例相同，各 %s%%，不产生测评建议等次", strings.Join(r.Grades, "、"), r.Share.Percent(r.Decimals))
			}
			return fmt.Sprintf("%s 票数相同，各 %d 票，不产生测评建议等次", strings.Join(r.Grades, "、"), r.Count)
		}
		if len(r.Parts) > 0 {
			return fmt.Sprintf("%s %s = %s%%，加权比例最高，测评建议等次为“%s”", r.Grade, r.terms(Chinese), r.percent(), r.Grade)
		}
		return fmt.Sprintf("%s %d/%d %s，票数最多，测评建议等次为“%s”", r.Grade, r.Count, r.Base, r.BaseKind.Name(Chinese), r.Grade)
	case ByPoints:
		if !r.Holds {
			return fmt.Sprintf("%s平均 %s，未达到任何等次的分数线，不产生测评建议等次", r.trimmed(Chinese), r.mean(" 分", "（%s）"))
		}
		return fmt.Sprintf("%s平均 %s，达到 %s 分，测评建议等次为“%s”", r.trimmed(Chinese), r.mean(" 分", "（%s）"), r.Limit.Plain(), r.Grade)
	case ByCascade:
		if !r.Holds {
			return fmt.Sprintf("%s，未%s", r.fraction(Chinese), r.passed(Chinese))
		}
		return fmt.Sprintf("%s，%s，测评建议等次为“%s”", r.fraction(Chinese), r.passed(Chinese), r.Grade)
	case NoStep:
		return fmt.Sprintf("以上各档均不成立，测评建议等次为“%s”", r.Grade)
	case VoteVeto:
		switch {
		case !r.Holds:
			return r.Fraction(Chinese) + "，未" + r.passed(Chinese)
		case len(r.Bars) > 0:
			return fmt.Sprintf("%s，%s，不得确定为“%s”", r.Fraction(Chinese), r.passed(Chinese), strings.Join(r.Bars, "”“"))
		case r.Grade == "":
			return r.Fraction(Chinese) + "，" + r.passed(Chinese) + "，但并非各项都是如此"
		}
		return fmt.Sprintf("%s，%s，综合评价等次确定为“%s”", r.Fraction(Chinese), r.passed(Chinese), r.Grade)
	case FactVeto:
		if len(r.Bars) > 0 {
			return fmt.Sprintf("%s%s，不得确定为“%s”", r.Fact, r.source("（依据：%s）"), strings.Join(r.Bars, "”“"))
		}
		return fmt.Sprintf("%s%s，综合评价等次确定为“%s”", r.Fact, r.source("（依据：%s）"), r.Grade)
	case ByComposite:
		switch {
		case r.Source != "":
			return r.Source + " 尚无得分，暂不加权"
		case !r.Holds:
			return fmt.Sprintf("加权得分 %s，未达到任何等次的分数线，不产生综合建议等次", r.mean(" 分", "（%s）"))
		}
		return fmt.Sprintf("加权得分 %s，达到 %s 分，综合建议等次为“%s”", r.mean(" 分", "（%s）"), r.Limit.Plain(), r.Grade)
	case ByGate:
		words := "“" + strings.Join(r.Grades, "”或“") + "”"
		switch {
		case r.Holds:
			return fmt.Sprintf("%s为“%s”，可以确定为“%s”", r.Source, r.Found, r.Grade)
		case r.Found == "":
			return fmt.Sprintf("%s尚未评定，须为%s方可确定为“%s”", r.Source, words, r.Grade)
		}
		return fmt.Sprintf("%s为“%s”，不是%s，不得确定为“%s”", r.Source, r.Found, words, r.Grade)
	case Worse:
		return fmt.Sprintf("建议等次“%s”低于“%s”，否决不抬高等次，综合评价等次确定为“%s”", r.Grade, strings.Join(r.Grades, ""), r.Grade)
	case Lowered:
		return fmt.Sprintf("不得确定为“%s”，建议等次降为“%s”", strings.Join(r.Grades, ""), r.Grade)
	}
	return string(r.Step)
}

func (r Reason) english() string {
	switch r.Step {
	case NoMarks:
		switch {
		case r.Trim.any() && r.Base > 0:
			return "without " + r.trim(English) + " no mark is left, so nothing can be worked out"
		case r.Count > 0:
			return fmt.Sprintf("the number of %s is 0, so nothing can be worked out", r.BaseKind.Name(English))
		}
		return "no valid mark, so nothing can be worked out"
	case EmptyClass:
		left, silent := "", "the vote says nothing"
		if r.Trim.any() {
			left, silent = "without "+r.trim(English)+" ", "the vote suggests none"
		}
		if r.Holds {
			return fmt.Sprintf("%s: %sthe number of %s is 0, so it does not count, and the weights of the others are scaled up to 1", r.absent(", "), left, r.BaseKind.Name(English))
		}
		return fmt.Sprintf("%s: %sthe number of %s is 0, and the rule does not go on without it, so %s", r.absent(", "), left, r.BaseKind.Name(English), silent)
	case ByQuorum:
		switch {
		case r.Base == 0:
			return fmt.Sprintf("the number of %s is 0, so the quorum cannot be worked out and the vote says nothing", r.BaseKind.Name(English))
		case !r.Holds:
			return fmt.Sprintf("%s, not %s: the vote says nothing", r.turnout(English), r.passed(English))
		}
		return fmt.Sprintf("%s, %s: there is a quorum", r.turnout(English), r.passed(English))
	case ByMajority:
		if !r.Holds {
			return fmt.Sprintf("no grade is reached by more than %s of the %s, so the vote suggests none", limitInEnglish(r.Limit), r.BaseKind.Name(English))
		}
		return fmt.Sprintf("%s, more than %s: the vote suggests “%s”", r.Fraction(English), limitInEnglish(r.Limit), r.Grade)
	case ByPlurality:
		if !r.Holds {
			if r.Share.Given() {
				return fmt.Sprintf("%s are tied at a weighted %s%% each, so the vote suggests none", strings.Join(r.Grades, ", "), r.Share.Percent(r.Decimals))
			}
			return fmt.Sprintf("%s are tied at %d each, so the vote suggests none", strings.Join(r.Grades, ", "), r.Count)
		}
		if len(r.Parts) > 0 {
			return fmt.Sprintf("%s %s = %s%%, more than any other: the vote suggests “%s”", r.Grade, r.terms(English), r.percent(), r.Grade)
		}
		return fmt.Sprintf("%s %d/%d %s, more than any other: the vote suggests “%s”", r.Grade, r.Count, r.Base, r.BaseKind.Name(English), r.Grade)
	case ByPoints:
		if !r.Holds {
			return fmt.Sprintf("%sa mean of %s reaches no band, so the vote suggests none", r.trimmed(English), r.mean(" points", " (%s)"))
		}
		return fmt.Sprintf("%sa mean of %s, at least %s: the vote suggests “%s”", r.trimmed(English), r.mean(" points", " (%s)"), r.Limit.Plain(), r.Grade)
	case ByCascade:
		if !r.Holds {
			return fmt.Sprintf("%s, not %s", r.fraction(English), r.passed(English))
		}
		return fmt.Sprintf("%s, %s: the vote suggests “%s”", r.fraction(English), r.passed(English), r.Grade)
	case NoStep:
		return fmt.Sprintf("none of these steps holds: the vote suggests “%s”", r.Grade)
	case VoteVeto:
		switch {
		case !r.Holds:
			return r.Fraction(English) + ", not " + r.passed(English)
		case len(r.Bars) > 0:
			return fmt.Sprintf("%s, %s: “%s” may not be decided", r.Fraction(English), r.passed(English), strings.Join(r.Bars, "”, “"))
		case r.Grade == "":
			return r.Fraction(English) + ", " + r.passed(English) + ", but not all of them are"
		}
		return fmt.Sprintf("%s, %s: the comprehensive grade is “%s”", r.Fraction(English), r.passed(English), r.Grade)
	case FactVeto:
		if len(r.Bars) > 0 {
			return fmt.Sprintf("%s%s: “%s” may not be decided", r.Fact, r.source(" (source: %s)"), strings.Join(r.Bars, "”, “"))
		}
		return fmt.Sprintf("%s%s: the comprehensive grade is “%s”", r.Fact, r.source(" (source: %s)"), r.Grade)
	case ByComposite:
		switch {
		case r.Source != "":
			return r.Source + ": no score yet, so nothing is weighed together"
		case !r.Holds:
			return fmt.Sprintf("a weighted score of %s reaches no band, so the sources suggest none", r.mean(" points", " (%s)"))
		}
		return fmt.Sprintf("a weighted score of %s, at least %s: the sources suggest “%s”", r.mean(" points", " (%s)"), r.Limit.Plain(), r.Grade)
	case ByGate:
		words := "“" + strings.Join(r.Grades, "” or “") + "”"
		switch {
		case r.Holds:
			return fmt.Sprintf("%s is “%s”, so “%s” may be decided", r.Source, r.Found, r.Grade)
		case r.Found == "":
			return fmt.Sprintf("%s is not assessed yet; it must be %s for “%s” to be decided", r.Source, words, r.Grade)
		}
		return fmt.Sprintf("%s is “%s”, not %s, so “%s” may not be decided", r.Source, r.Found, words, r.Grade)
	case Worse:
		return fmt.Sprintf("“%s”, which is suggested, is worse than “%s”, and a veto lifts no grade: the comprehensive grade is “%s”", r.Grade, strings.Join(r.Grades, ""), r.Grade)
	case Lowered:
		return fmt.Sprintf("“%s” may not be decided, so “%s” is suggested", strings.Join(r.Grades, ""), r.Grade)
	}
	return string(r.Step)
}
