package tally

import (
	"fmt"
	"strings"
)

// A Language is one that reasons can be told in.
type Language string

const (
	Chinese Language = "zh"
	English Language = "en"
)

func (l Language) in(zh, en string) string {
	if l == English {
		return en
	}
	return zh
}

// Text is the reason as one sentence, without its clause and full stop.
func (r Reason) Text(l Language) string {
	if say, ok := sentences[r.Step]; ok {
		return say(r, l)
	}
	return string(r.Step)
}

// sentences say a reason of each step.
var sentences = map[Step]func(Reason, Language) string{
	NoMarks:     Reason.noMarks,
	EmptyClass:  Reason.emptyClass,
	ByQuorum:    Reason.byQuorum,
	ByMajority:  Reason.byMajority,
	ByPlurality: Reason.byPlurality,
	ByPoints:    Reason.byPoints,
	ByCascade:   Reason.byCascade,
	NoStep:      Reason.noStep,
	VoteVeto:    Reason.voteVeto,
	ByRate:      Reason.byRate,
	FactVeto:    Reason.factVeto,
	ByComposite: Reason.byComposite,
	ByGate:      Reason.byGate,
	Worse:       Reason.worse,
	Lowered:     Reason.lowered,
}

func (r Reason) noMarks(l Language) string {
	switch {
	case r.Trim.any() && r.Base > 0:
		return fmt.Sprintf(l.in("去掉%s后没有评价，无从计算", "without %s no mark is left, so nothing can be worked out"), r.trim(l))
	case r.Count > 0:
		return fmt.Sprintf(l.in("%s为 0，无法计算", "the number of %s is 0, so nothing can be worked out"), r.BaseKind.Name(l))
	}
	return l.in("没有有效评价，无从计算", "no valid mark, so nothing can be worked out")
}

func (r Reason) emptyClass(l Language) string {
	left, silent := "", l.in("投票不产生结论", "the vote says nothing")
	if r.Trim.any() {
		left = fmt.Sprintf(l.in("去掉%s后", "without %s "), r.trim(l))
		silent = l.in("不产生测评建议等次", "the vote suggests none")
	}
	empty := fmt.Sprintf(l.in("%s %s%s为 0，", "%s: %sthe number of %s is 0, "), r.absent(l.in("、", ", ")), left, r.BaseKind.Name(l))
	if r.Holds {
		return empty + l.in("不计入，其余部分的权重按比例折算为 1", "so it does not count, and the weights of the others are scaled up to 1")
	}
	return empty + l.in("按规则不折算，", "and the rule does not go on without it, so ") + silent
}

func (r Reason) byQuorum(l Language) string {
	switch {
	case r.Base == 0:
		return fmt.Sprintf(l.in("%s为 0，无法核对规定比例，投票不产生结论",
			"the number of %s is 0, so the quorum cannot be worked out and the vote says nothing"), r.BaseKind.Name(l))
	case !r.Holds:
		return r.turnout(l) + r.missed(l) + l.in("，投票不产生结论", ": the vote says nothing")
	}
	return r.turnout(l) + r.met(l) + l.in("，投票有效", ": there is a quorum")
}

func (r Reason) byMajority(l Language) string {
	if !r.Holds {
		return fmt.Sprintf(l.in("没有等次超过%[2]s%[1]s，不产生测评建议等次", "no grade is reached by more than %s of the %s, so the vote suggests none"),
			r.limit(l, "的 "), r.BaseKind.Name(l))
	}
	return r.Fraction(l) + fmt.Sprintf(l.in("，超过%s", ", more than %s"), r.limit(l, " ")) + r.suggests(l)
}

func (r Reason) byPlurality(l Language) string {
	names := strings.Join(r.Grades, l.in("、", ", "))
	switch {
	case !r.Holds && r.Share.Given():
		return fmt.Sprintf(l.in("%s 加权比例相同，各 %s%%，不产生测评建议等次", "%s are tied at a weighted %s%% each, so the vote suggests none"),
			names, r.Share.Percent(r.Decimals))
	case !r.Holds:
		return fmt.Sprintf(l.in("%s 票数相同，各 %d 票，不产生测评建议等次", "%s are tied at %d each, so the vote suggests none"), names, r.Count)
	case len(r.Parts) > 0:
		return fmt.Sprintf("%s %s = %s%%", r.Grade, r.terms(l), r.percent()) + l.in("，加权比例最高", ", more than any other") + r.suggests(l)
	}
	return r.Grade + " " + r.terms(l) + l.in("，票数最多", ", more than any other") + r.suggests(l)
}

func (r Reason) byPoints(l Language) string {
	mean := r.trimmed(l) + fmt.Sprintf(l.in("平均 %s", "a mean of %s"), r.mean(l))
	if !r.Holds {
		return mean + l.in("，未达到任何等次的分数线，不产生测评建议等次", " reaches no band, so the vote suggests none")
	}
	return mean + r.reached(l) + r.suggests(l)
}

func (r Reason) byRate(l Language) string {
	return fmt.Sprintf(l.in("%s：%s %s = %s%%", "%s: %s %s = %s%%"), r.Title, strings.Join(r.Grades, "+"), r.terms(l), r.percent())
}

func (r Reason) byCascade(l Language) string {
	if !r.Holds {
		return r.fraction(l) + r.missed(l)
	}
	return r.fraction(l) + r.met(l) + r.suggests(l)
}

func (r Reason) noStep(l Language) string {
	return l.in("以上各档均不成立", "none of these steps holds") + r.suggests(l)
}

func (r Reason) voteVeto(l Language) string {
	switch {
	case !r.Holds:
		return r.Fraction(l) + r.missed(l)
	case len(r.Bars) == 0 && r.Grade == "":
		return r.Fraction(l) + r.met(l) + l.in("，但并非各项都是如此", ", but not all of them are")
	}
	return r.Fraction(l) + r.met(l) + r.follows(l)
}

func (r Reason) factVeto(l Language) string {
	fact := r.Fact
	if r.Source != "" {
		fact += fmt.Sprintf(l.in("（依据：%s）", " (source: %s)"), r.Source)
	}
	return fact + r.follows(l)
}

func (r Reason) byComposite(l Language) string {
	if r.Source != "" {
		return r.Source + l.in(" 尚无得分，暂不加权", ": no score yet, so nothing is weighed together")
	}
	score := fmt.Sprintf(l.in("加权得分 %s", "a weighted score of %s"), r.mean(l))
	if !r.Holds {
		return score + l.in("，未达到任何等次的分数线，不产生综合建议等次", " reaches no band, so the sources suggest none")
	}
	return score + r.reached(l) + fmt.Sprintf(l.in("，综合建议等次为“%s”", ": the sources suggest “%s”"), r.Grade)
}

func (r Reason) byGate(l Language) string {
	words := "“" + strings.Join(r.Grades, l.in("”或“", "” or “")) + "”"
	switch {
	case r.Holds:
		return fmt.Sprintf(l.in("%s为“%s”，可以确定为“%s”", "%s is “%s”, so “%s” may be decided"), r.Source, r.Found, r.Grade)
	case r.Found == "":
		return fmt.Sprintf(l.in("%s尚未评定，须为%s方可确定为“%s”", "%s is not assessed yet; it must be %s for “%s” to be decided"), r.Source, words, r.Grade)
	}
	return fmt.Sprintf(l.in("%s为“%s”，不是%s，不得确定为“%s”", "%s is “%s”, not %s, so “%s” may not be decided"), r.Source, r.Found, words, r.Grade)
}

func (r Reason) worse(l Language) string {
	return fmt.Sprintf(l.in("建议等次“%[1]s”低于“%[2]s”，否决不抬高等次，综合评价等次确定为“%[1]s”",
		"“%[1]s”, which is suggested, is worse than “%[2]s”, and a veto lifts no grade: the comprehensive grade is “%[1]s”"),
		r.Grade, strings.Join(r.Grades, ""))
}

func (r Reason) lowered(l Language) string {
	return fmt.Sprintf(l.in("不得确定为“%s”，建议等次降为“%s”", "“%s” may not be decided, so “%s” is suggested"), strings.Join(r.Grades, ""), r.Grade)
}

// suggests ends a sentence with the grade that the vote suggests.
func (r Reason) suggests(l Language) string {
	return fmt.Sprintf(l.in("，测评建议等次为“%s”", ": the vote suggests “%s”"), r.Grade)
}

// follows ends it with the grade that is forced, or those that are barred.
func (r Reason) follows(l Language) string {
	if len(r.Bars) > 0 {
		return fmt.Sprintf(l.in("，不得确定为“%s”", ": “%s” may not be decided"), strings.Join(r.Bars, l.in("”“", "”, “")))
	}
	return fmt.Sprintf(l.in("，综合评价等次确定为“%s”", ": the comprehensive grade is “%s”"), r.Grade)
}

// met and missed say that the limit is passed, "，超过 10%", or is not.
func (r Reason) met(l Language) string { return l.in("，", ", ") + r.passed(l) }

func (r Reason) missed(l Language) string { return l.in("，未", ", not ") + r.passed(l) }

func (r Reason) passed(l Language) string {
	if r.Compare == AtLeast {
		return l.in("达到 ", "at least ") + r.Limit.Short()
	}
	return l.in("超过 ", "over ") + r.Limit.Short()
}

// reached names the band that a mean comes to.
func (r Reason) reached(l Language) string {
	return fmt.Sprintf(l.in("，达到 %s 分", ", at least %s"), r.Limit.Plain())
}

// limit is what must be passed: a half in words, or the number, in Chinese after a
// joint of its own.
func (r Reason) limit(l Language, joint string) string {
	if r.Limit.Cmp(Fraction{1, 2}) == 0 {
		return l.in("半数", "half")
	}
	return l.in(joint, "") + r.Limit.Short()
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

// fraction is Fraction with the base named where the parts leave it out: each
// step of a cascade may have another.
func (r Reason) fraction(l Language) string {
	if len(r.Parts) == 0 {
		return r.Fraction(l)
	}
	return fmt.Sprintf(l.in("按%s，", "of the %s, "), r.BaseKind.Name(l)) + r.Fraction(l)
}

// turnout is what a quorum compares, "收回票 40/应到人数 46 = 86.96% > 2/3".
func (r Reason) turnout(l Language) string {
	whose := ""
	if len(r.Groups) > 0 {
		whose = strings.Join(r.Groups, "、") + " "
	}
	return whose + fmt.Sprintf(l.in("%[1]s %[2]d/%[3]s %[4]d", "%[2]d %[1]s/%[4]d %[3]s"),
		r.Of.Name(l), r.Count, r.BaseKind.Name(l), r.Base) + " " + r.comparison()
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
	var out []string
	if r.Trim.High > 0 {
		out = append(out, fmt.Sprintf(l.in("最高 %d 票", "the highest %d"), r.Trim.High))
	}
	if r.Trim.Low > 0 {
		out = append(out, fmt.Sprintf(l.in("最低 %d 票", "the lowest %d"), r.Trim.Low))
	}
	return strings.Join(out, l.in("、", " and "))
}

// trimmed starts the sentence about a mean from which marks were left out of
// every part.
func (r Reason) trimmed(l Language) string {
	switch {
	case !r.Trim.any():
		return ""
	case len(r.Parts) > 0:
		return fmt.Sprintf(l.in("各部分去掉%s，", "without %s of each part, "), r.trim(l))
	}
	return fmt.Sprintf(l.in("去掉%s，", "without %s, "), r.trim(l))
}

// mean is the mean of points, "92.5 分", with the exact fraction in brackets after it
// where decimals hide it, and with its terms before it where several weigh together:
// "A类 3/5×95 + B类 2/5×80 = 89 分". Where those come to a fraction that is too long to
// be told, the mean is shown as about what it is.
func (r Reason) mean(l Language) string {
	terms, unit := "", l.in(" 分", " points")
	if len(r.Parts) > 0 {
		mean := r.total()
		if !isFraction(mean) {
			return r.terms(l) + " ≈ " + decimalOf(mean, r.Decimals) + unit
		}
		terms = r.terms(l) + " = "
	}
	if rounded := r.Mean.Decimal(r.Decimals); !r.Mean.is(rounded) {
		return terms + rounded + unit + fmt.Sprintf(l.in("（%s）", " (%s)"), r.Mean)
	}
	return terms + r.Mean.Plain() + unit
}

// Name is the base in words.
func (b Base) Name(l Language) string {
	names := baseNames[b]
	return l.in(names[0], names[1])
}

var baseNames = map[Base][2]string{
	ValidMarks:  {"有效票", "valid marks"},
	ValidSheets: {"有效评议表", "valid sheets"},
	Collected:   {"收回票", "sheets collected"},
	Issued:      {"发出票", "sheets issued"},
	Present:     {"实到人数", "people present"},
	Expected:    {"应到人数", "people expected"},
}
