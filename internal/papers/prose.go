package papers

import (
	"fmt"
	"strings"

	"shuping/internal/plan"
	"shuping/internal/result"
	"shuping/internal/tally"
	"shuping/internal/typed"
	"shuping/internal/words"
)

// prose is a reason as an office writes it: counts of sheets and percentages, no signs
// and no fractions.
func prose(rule tally.Rule, r result.Reason) string {
	held := "，未" + passedInWords(r)
	if r.Holds {
		held = "，" + passedInWords(r)
	}
	switch {
	case r.Trim != (tally.Trim{}): // no office says this shorter
	case r.Step == tally.ByQuorum && r.Base > 0:
		return fmt.Sprintf("%s%s，占%s的%s%s", strings.Join(r.Whose, "、"), sized(r.Of, r.Count), sized(r.BaseKind, r.Base), percentOf(rule, r), held)
	case r.Step == tally.ByRate:
		return r.Title + "：" + shareInWords(rule, r)
	case r.Step == tally.VoteVeto:
		return shareInWords(rule, r) + held + vetoed(r)
	case r.Step == tally.ByMajority && !r.Holds:
		return "没有等次" + passedInWords(r) + "，不产生测评参考等次"
	case r.Step == tally.ByCascade && !r.Holds:
		return shareInWords(rule, r) + held
	case r.Holds:
		if basis := basisOf(rule, r, held); basis != "" {
			return basis + "，测评参考等次为“" + r.Grade + "”"
		}
	}
	return plainSigns.Replace(r.Text)
}

// basisOf is what a suggestion rests on, "" where it is of no common kind.
func basisOf(rule tally.Rule, r result.Reason, held string) string {
	switch r.Step {
	case tally.ByMajority, tally.ByCascade:
		return shareInWords(rule, r) + held
	case tally.ByPlurality:
		if len(r.Parts) == 0 {
			return shareInWords(rule, r) + "，票数最多"
		}
		return shareInWords(rule, r) + "，占比最高"
	case tally.ByPoints:
		return fmt.Sprintf("平均%s分，达到%s分", r.Mean.Decimal(rule.Decimals), r.Limit.Plain())
	}
	return ""
}

// vetoed is what follows from a veto of the votes.
func vetoed(r result.Reason) string {
	switch {
	case r.Holds && len(r.Bars) > 0:
		return "，不得确定为“" + strings.Join(r.Bars, "”“") + "”"
	case r.Holds && r.Grade != "":
		return "，综合评价等次确定为“" + r.Grade + "”"
	}
	return ""
}

var plainSigns = strings.NewReplacer("测评建议等次", "测评参考等次", "综合建议等次", "综合参考等次", "建议等次", "参考等次",
	" = ", "，即", " ≈ ", "，约为", " > ", "，高于", " < ", "，低于", " + ", "，", "+", "、", " ", "")

// gradesInWords names marks by their grades: “一般”“差”票.
func gradesInWords(grades []string) string { return "“" + strings.Join(grades, "”“") + "”票" }

// shareInWords says how many marks there are, and of what they are how much.
func shareInWords(rule tally.Rule, r result.Reason) string {
	marks := gradesInWords(r.Grades)
	if len(r.Grades) > 1 {
		marks += "合计"
	}
	if len(r.Parts) == 0 {
		return fmt.Sprintf("%s%d张，占%s的%s", marks, r.Count, sized(r.BaseKind, r.Base), percentOf(rule, r))
	}
	var parts []string
	for _, p := range r.Parts {
		if p.Base == 0 { // of classes that are not told apart
			continue
		}
		parts = append(parts, fmt.Sprintf("%s%d张，占%s的%s，权重%s", p.Name, p.Count, sized(r.BaseKind, p.Base),
			percent(rule, tally.Fraction{Num: int64(p.Count), Den: int64(p.Base)}), limitInWords(p.Weight)))
	}
	told := marks + "加权占比" + percentOf(rule, r)
	if len(parts) == 0 {
		return told
	}
	return told + "（" + strings.Join(parts, "；") + "）"
}

// percentOf is the share that was compared.
func percentOf(rule tally.Rule, r result.Reason) string {
	if r.Share.Given() {
		return percent(rule, r.Share)
	}
	return percent(rule, tally.Fraction{Num: int64(r.Count), Den: int64(r.Base)})
}

func percent(rule tally.Rule, f tally.Fraction) string { return f.Percent(rule.Decimals) + "%" }

// passedInWords is 超过10% or 达到三分之二.
func passedInWords(r result.Reason) string {
	if r.Compare == tally.AtLeast {
		return "达到" + limitInWords(r.Limit)
	}
	return "超过" + limitInWords(r.Limit)
}

// limitInWords is a share as people say it: 半数, 三分之二, 10%.
func limitInWords(f tally.Fraction) string {
	switch {
	case !f.Given():
		return ""
	case f.Cmp(tally.Fraction{Num: 1, Den: 2}) == 0:
		return "半数"
	case 100%f.Den != 0 && f.Den <= 10 && f.Num < f.Den:
		return numberInWords(int(f.Den)) + "分之" + numberInWords(int(f.Num))
	}
	return f.Short()
}

// sized is so many of what a base counts.
func sized(b tally.Base, n int) string {
	switch b {
	case tally.ValidSheets:
		return fmt.Sprintf("有效评议表%d张", n)
	case tally.Collected:
		return fmt.Sprintf("收回票%d张", n)
	case tally.Issued:
		return fmt.Sprintf("发出票%d张", n)
	case tally.Present:
		return fmt.Sprintf("实到%d人", n)
	case tally.Expected:
		return fmt.Sprintf("应到%d人", n)
	}
	return fmt.Sprintf("有效票%d张", n)
}

var clauseForm = typed.Pattern(`^([一二三四五六七八九十]+)(?:[(（]([一二三四五六七八九十]+)[)）])?([0-9]+)?$`)

// place is a clause of the plan as it is cited, 第三部分第（五）项; what has another form stays.
func place(clause string) string {
	at := clauseForm().FindStringSubmatch(clause)
	if at == nil {
		return clause
	}
	out := "第" + at[1] + "部分"
	if at[2] != "" {
		out += "第（" + at[2] + "）项"
	}
	switch {
	case at[3] != "" && at[2] != "":
		out += "第" + at[3] + "点"
	case at[3] != "":
		out += "第" + at[3] + "项"
	}
	return out
}

// cited is where a sentence is taken from, 依据《工作方案》第三部分第（五）项，, "" where it is
// from nowhere.
func cited(clause string) string {
	if clause == "" {
		return ""
	}
	return "依据《工作方案》" + place(clause) + "，"
}

// peopleOf is what those are called who are graded.
func peopleOf(p plan.Plan) string {
	if p.People != "" {
		return p.People
	}
	for _, of := range [][2]string{{"述职", "述职人"}, {"评议党员", "被评议党员"}, {"报告", "报告人"}} {
		if strings.Contains(p.Title, of[0]) {
			return of[1]
		}
	}
	return "评议对象"
}

// reportName is what is handed in by those who are graded.
func reportName(p plan.Plan) string {
	if kind := kindName(p, plan.Report); kind != "报告" {
		return kind + "报告"
	}
	return "报告"
}

// kindName is what an item is called on paper: a report is no 述职 everywhere.
func kindName(p plan.Plan, kind plan.Kind) string {
	if kind == plan.Report && peopleOf(p) != "述职人" {
		return "报告"
	}
	return words.AgendaKind(words.Chinese, kind)
}
