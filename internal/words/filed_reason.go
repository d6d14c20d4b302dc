package words

import (
	"strings"

	"shuping/internal/tally"
)

// Reason is a reason of a verdict as one sentence, without its clause and full stop,
// in the words of an office.
func Reason(l Language, r tally.Reason) string {
	return strings.ReplaceAll(FiledReason(l, r), "建议等次", "参考等次")
}

// FiledReason is the reason as exports tell it: what stands in one that was made never
// changes.
func FiledReason(l Language, r tally.Reason) string {
	if say, known := reasons[r.Step]; known {
		return say(reason{r, l})
	}
	return string(r.Step)
}

// A reason is told in a language.
type reason struct {
	tally.Reason
	Language
}

// reasons say a reason of each step.
var reasons = map[tally.Step]func(reason) string{
	tally.NoMarks:     reason.noMarks,
	tally.EmptyClass:  reason.emptyClass,
	tally.ByQuorum:    reason.byQuorum,
	tally.ByMajority:  reason.byMajority,
	tally.ByPlurality: reason.byPlurality,
	tally.ByPoints:    reason.byPoints,
	tally.ByCascade:   reason.byCascade,
	tally.NoStep:      reason.noStep,
	tally.VoteVeto:    reason.voteVeto,
	tally.ByRate:      reason.byRate,
	tally.FactVeto:    reason.factVeto,
	tally.ByComposite: reason.byComposite,
	tally.ByGate:      reason.byGate,
	tally.Worse:       reason.worse,
	tally.Lowered:     reason.lowered,
}

func (r reason) base() string { return BaseName(r.Language, r.BaseKind) }

func (r reason) noMarks() string {
	switch {
	case r.Trim.Given() && r.Base > 0:
		return r.fill("去掉{trim}后没有评价，无从计算", "without {trim} no mark is left, so nothing can be worked out", "trim", r.trim())
	case r.Count > 0:
		return r.fill("{base}为 0，无法计算", "the number of {base} is 0, so nothing can be worked out", "base", r.base())
	}
	return r.in("没有有效评价，无从计算", "no valid mark, so nothing can be worked out")
}

func (r reason) emptyClass() string {
	left, silent := "", r.in("投票不产生结论", "the vote says nothing")
	if r.Trim.Given() {
		left = r.fill("去掉{trim}后", "without {trim} ", "trim", r.trim())
		silent = r.in("不产生测评建议等次", "the vote suggests none")
	}
	var absent []string
	for _, p := range r.Parts {
		absent = append(absent, p.Name)
	}
	empty := r.fill("{parts} {left}{base}为 0，", "{parts}: {left}the number of {base} is 0, ", "parts", r.join(absent), "left", left, "base", r.base())
	if r.Holds {
		return empty + r.in("不计入，其余部分的权重按比例折算为 1", "so it does not count, and the weights of the others are scaled up to 1")
	}
	return empty + r.in("按规则不折算，", "and the rule does not go on without it, so ") + silent
}

func (r reason) byQuorum() string {
	switch {
	case r.Base == 0:
		return r.fill("{base}为 0，无法核对规定比例，投票不产生结论",
			"the number of {base} is 0, so the quorum cannot be worked out and the vote says nothing", "base", r.base())
	case !r.Holds:
		return r.turnout() + r.missed() + r.in("，投票不产生结论", ": the vote says nothing")
	}
	return r.turnout() + r.met() + r.in("，投票有效", ": there is a quorum")
}

func (r reason) byMajority() string {
	short, joined := r.Limit.Short(), r.fill("的 {limit}", "{limit}", "limit", r.Limit.Short())
	switch {
	case r.Limit.Cmp(tally.Fraction{Num: 1, Den: 2}) == 0:
		short, joined = r.half(), r.half()
	case r.Language == Chinese:
		short = " " + short
	}
	if !r.Holds {
		return r.fill("没有等次超过{base}{limit}，不产生测评建议等次", "no grade is reached by more than {limit} of the {base}, so the vote suggests none",
			"base", r.base(), "limit", joined)
	}
	return r.fraction() + r.fill("，超过{limit}", ", more than {limit}", "limit", short) + r.suggests()
}

func (r reason) byPlurality() string {
	names := r.join(r.Grades)
	switch {
	case !r.Holds && r.Share.Given():
		return r.fill("{grades} 加权比例相同，各 {share}%，不产生测评建议等次", "{grades} are tied at a weighted {share}% each, so the vote suggests none",
			"grades", names, "share", r.Share.Percent(r.Decimals))
	case !r.Holds:
		return r.fill("{grades} 票数相同，各 {count} 票，不产生测评建议等次", "{grades} are tied at {count} each, so the vote suggests none", "grades", names, "count", r.Count)
	case len(r.Parts) > 0:
		return r.Grade + " " + r.terms() + " = " + r.Percent() + "%" + r.in("，加权比例最高", ", more than any other") + r.suggests()
	}
	return r.Grade + " " + r.terms() + r.in("，票数最多", ", more than any other") + r.suggests()
}

func (r reason) byPoints() string {
	mean := r.trimmed() + r.fill("平均 {mean}", "a mean of {mean}", "mean", r.mean())
	if !r.Holds {
		return mean + r.in("，未达到任何等次的分数线，不产生测评建议等次", " reaches no band, so the vote suggests none")
	}
	return mean + r.reached() + r.suggests()
}

func (r reason) byRate() string {
	return r.Title + r.in("：", ": ") + strings.Join(r.Grades, "+") + " " + r.terms() + " = " + r.Percent() + "%"
}

func (r reason) byCascade() string {
	step := r.fraction()
	if len(r.Parts) > 0 { // which leave the base out, and each step may have another
		step = r.fill("按{base}，", "of the {base}, ", "base", r.base()) + step
	}
	if !r.Holds {
		return step + r.missed()
	}
	return step + r.met() + r.suggests()
}

func (r reason) noStep() string {
	return r.in("以上各档均不成立", "none of these steps holds") + r.suggests()
}

func (r reason) voteVeto() string {
	switch {
	case !r.Holds:
		return r.fraction() + r.missed()
	case len(r.Bars) == 0 && r.Grade == "":
		return r.fraction() + r.met() + r.in("，但并非各项都是如此", ", but not all of them are")
	}
	return r.fraction() + r.met() + r.follows()
}

func (r reason) factVeto() string {
	fact := r.Fact
	if r.Source != "" {
		fact += r.fill("（依据：{source}）", " (source: {source})", "source", r.Source)
	}
	return fact + r.follows()
}

func (r reason) byComposite() string {
	if r.Source != "" {
		return r.Source + r.in(" 尚无得分，暂不加权", ": no score yet, so nothing is weighed together")
	}
	score := r.fill("加权得分 {mean}", "a weighted score of {mean}", "mean", r.mean())
	if !r.Holds {
		return score + r.in("，未达到任何等次的分数线，不产生综合建议等次", " reaches no band, so the sources suggest none")
	}
	return score + r.reached() + r.fill("，综合建议等次为“{grade}”", ": the sources suggest “{grade}”", "grade", r.Grade)
}

func (r reason) byGate() string {
	sentence := r.in("{source}为“{found}”，不是{words}，不得确定为“{grade}”", "{source} is “{found}”, not {words}, so “{grade}” may not be decided")
	switch {
	case r.Holds:
		sentence = r.in("{source}为“{found}”，可以确定为“{grade}”", "{source} is “{found}”, so “{grade}” may be decided")
	case r.Found == "":
		sentence = r.in("{source}尚未评定，须为{words}方可确定为“{grade}”", "{source} is not assessed yet; it must be {words} for “{grade}” to be decided")
	}
	words := "“" + strings.Join(r.Grades, r.in("”或“", "” or “")) + "”"
	return Fill(sentence, Values("source", r.Source, "found", r.Found, "words", words, "grade", r.Grade))
}

func (r reason) worse() string {
	return r.fill("建议等次“{grade}”低于“{forced}”，否决不抬高等次，综合评价等次确定为“{grade}”",
		"“{grade}”, which is suggested, is worse than “{forced}”, and a veto lifts no grade: the comprehensive grade is “{grade}”",
		"grade", r.Grade, "forced", strings.Join(r.Grades, ""))
}

func (r reason) lowered() string {
	return r.fill("不得确定为“{barred}”，建议等次降为“{grade}”", "“{barred}” may not be decided, so “{grade}” is suggested",
		"barred", strings.Join(r.Grades, ""), "grade", r.Grade)
}

// suggests ends a sentence with the grade that the vote suggests.
func (r reason) suggests() string {
	return r.fill("，测评建议等次为“{grade}”", ": the vote suggests “{grade}”", "grade", r.Grade)
}

// follows ends it with the grade that is forced, or those that are barred.
func (r reason) follows() string {
	if len(r.Bars) > 0 {
		return r.fill("，不得确定为“{bars}”", ": “{bars}” may not be decided", "bars", strings.Join(r.Bars, r.in("”“", "”, “")))
	}
	return r.fill("，综合评价等次确定为“{grade}”", ": the comprehensive grade is “{grade}”", "grade", r.Grade)
}

// met and missed say that the limit is passed, "，超过 10%", or is not.
func (r reason) met() string { return r.in("，", ", ") + r.passed() }

func (r reason) missed() string { return r.in("，未", ", not ") + r.passed() }

func (r reason) passed() string {
	if r.Compare == tally.AtLeast {
		return r.in("达到 ", "at least ") + r.Limit.Short()
	}
	return r.in("超过 ", "over ") + r.Limit.Short()
}

// reached names the band that a mean comes to.
func (r reason) reached() string {
	return r.fill("，达到 {limit} 分", ", at least {limit}", "limit", r.Limit.Plain())
}

// fraction is the comparison itself, "一般+差 5/41 有效票 = 12.20% > 10%", and of
// several parts "一般+差 A类 3/5×2/20 + B类 2/5×1/10 = 10.00% = 10%".
func (r reason) fraction() string {
	return strings.Join(r.Grades, "+") + " " + r.terms() + " " + r.Comparison()
}

// terms is what the share or the mean is made of: "5/41 有效票", or "A类 3/5×2/20 +
// B类 2/5×1/10".
func (r reason) terms() string {
	if len(r.Parts) == 0 {
		return Fill("{count}/{of} {base}", Values("count", r.Count, "of", r.Base, "base", r.base()))
	}
	var out []string
	for _, p := range r.Parts {
		own := Fill("{count}/{base}", Values("count", p.Count, "base", p.Base))
		if p.Mean.Given() {
			own = p.Mean.Plain()
		}
		if p.Weight.Cmp(tally.Fraction{Num: 1, Den: 1}) != 0 {
			own = p.Weight.String() + "×" + own
		}
		out = append(out, strings.TrimSpace(p.Name+" "+own))
	}
	return strings.Join(out, " + ")
}

// turnout is what a quorum compares, "收回票 40/应到人数 46 = 86.96% > 2/3".
func (r reason) turnout() string {
	whose := ""
	if len(r.Groups) > 0 {
		whose = strings.Join(r.Groups, "、") + " "
	}
	return whose + r.fill("{of} {count}/{base} {size}", "{count} {of}/{size} {base}",
		"of", BaseName(r.Language, r.Of), "count", r.Count, "base", r.base(), "size", r.Reason.Base) + " " + r.Comparison()
}

// trim names the marks that were left out, "最高 1 票、最低 2 票".
func (r reason) trim() string {
	var out []string
	if r.Trim.High > 0 {
		out = append(out, r.fill("最高 {n} 票", "the highest {n}", "n", r.Trim.High))
	}
	if r.Trim.Low > 0 {
		out = append(out, r.fill("最低 {n} 票", "the lowest {n}", "n", r.Trim.Low))
	}
	return strings.Join(out, r.in("、", " and "))
}

// trimmed starts the sentence about a mean from which marks were left out of
// every part.
func (r reason) trimmed() string {
	switch {
	case !r.Trim.Given():
		return ""
	case len(r.Parts) > 0:
		return r.fill("各部分去掉{trim}，", "without {trim} of each part, ", "trim", r.trim())
	}
	return r.fill("去掉{trim}，", "without {trim}, ", "trim", r.trim())
}

// mean is the mean of points, "92.5 分", with the exact fraction in brackets after it
// where decimals hide it, and with its terms before it where several weigh together:
// "A类 3/5×95 + B类 2/5×80 = 89 分".
func (r reason) mean() string {
	mean, exact, about := r.Points()
	mean += r.in(" 分", " points")
	if exact != "" {
		mean += r.fill("（{exact}）", " ({exact})", "exact", exact)
	}
	switch {
	case about:
		return r.terms() + " ≈ " + mean
	case len(r.Parts) > 0:
		return r.terms() + " = " + mean
	}
	return mean
}

// BaseName is what shares are taken of.
func BaseName(l Language, b tally.Base) string { return baseNames[string(b)].in(l) }

var baseNames = table{
	"valid-marks":  {"有效票", "valid marks"},
	"valid-sheets": {"有效评议表", "valid sheets"},
	"collected":    {"收回票", "sheets collected"},
	"issued":       {"发出票", "sheets issued"},
	"present":      {"实到人数", "people present"},
	"expected":     {"应到人数", "people expected"},
}
