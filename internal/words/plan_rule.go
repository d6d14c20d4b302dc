package words

import (
	"fmt"
	"strings"

	"shuping/internal/plan"
	"shuping/internal/tally"
)

func (t *telling) rule(p plan.Plan) {
	r := p.Rule
	t.line("", "等次：{grades}", "Grades: {grades}", "grades", t.join(r.Scale))
	if r.Unmarked > 0 {
		t.line("", "票面上不印“{grades}”：由其他等次的票数得出", "Not on the sheet: “{grades}”, which follows from the marks of the others", "grades", strings.Join(r.Scale[:r.Unmarked], t.in("”、“", "” and “")))
	}
	if r.Aside != "" {
		t.line("", "另可选“{aside}”：不是等次，不计入有效票和有效评议表；发出、收回的票数和人数照计", "“{aside}” may be ticked too: it is no grade, and in neither the valid marks nor the valid sheets; sheets handed out and collected, and people, count all the same", "aside", r.Aside)
	}
	t.line("", "计票基数：{base}（{sense}）", "Base: {base} ({sense})", "base", BaseName(t.Language, r.Base), "sense", baseSenses[string(r.Base)].in(t.Language))
	t.line("", "百分比保留 {n} 位小数，只供阅读；比较用精确分数",
		"Percentages have {n} decimals, for reading only; fractions are compared exactly", "n", r.Decimals)
	t.quorum(r.Quorum)
	if !r.Veto.Given() {
		t.line("", "票数不直接决定等次", "The vote by itself forces no grade")
	}
	for _, v := range r.AllVetoes() {
		t.veto(r, v)
	}
	for _, rate := range r.Rates {
		t.line(rate.Clause, "另行列出{rate}：{grades} 占{base}的份额", "Told as {rate}: the share of {grades} in the {base}", "rate", rate.Title, "grades", strings.Join(r.Scale.Names(rate.Grades), "+"), "base", BaseName(t.Language, r.Base))
	}
	if len(r.Facts) == 0 {
		t.line("", "没有直接决定等次的情形", "No fact by itself forces a grade")
	}
	for _, f := range r.Facts {
		t.line(f.Clause, "{fact}，{follows}", "{fact}: {follows}", "fact", f.Title, "follows", t.consequence(r.Scale, f.Forces, f.Bars))
	}
	t.suggestion(r)
	t.sources(r)
	t.quotas(r, len(p.Subjects))
	t.line("", "规则校验值 SHA-256：{hash}", "Rule SHA-256: {hash}", "hash", fmt.Sprintf("%x", p.RuleSHA256()))
}

var baseSenses = table{
	"valid-marks":  {"该对象得到的等次，弃权和无效的行不计", "the grades given to the subject, blank and spoiled rows left out"},
	"valid-sheets": {"无效票以外的评议表", "the sheets that are not void"},
	"collected":    {"收回的全部评议表", "all sheets that came back"},
	"issued":       {"发出的全部评议表", "all sheets handed out"},
	"present":      {"到会的人", "the people in the room"},
	"expected":     {"应当到会的人", "the people who should be there"},
}

// passes says a comparison that something must meet.
func (t *telling) passes(c tally.Comparison) string {
	if c == tally.AtLeast {
		return t.in("达到", "at least")
	}
	return t.in("超过", "over")
}

// groups names the classes whose heads alone make the quorum.
func (t *telling) groups(q tally.Quorum) string {
	var names []string
	for _, g := range q.Classes {
		names = append(names, g.Name)
	}
	if len(names) == 0 {
		return ""
	}
	return t.join(names) + " "
}

func (t *telling) quorum(q tally.Quorum) {
	if !q.Given() {
		return
	}
	t.line(q.Clause, "{of}{passes}{base}的 {share}，票数才作结论，否则不由票数建议或决定等次",
		"The vote suggests or forces a grade only where the {of} come to {passes} {share} of the {base}",
		"of", t.groups(q)+BaseName(t.Language, q.Of), "passes", t.passes(q.Compare), "base", BaseName(t.Language, q.Over), "share", q.Share.Short())
}

// consequence says which grade is forced, or which are barred.
func (t *telling) consequence(scale tally.Scale, forces int, bars []int) string {
	if len(bars) == 0 {
		return t.fill("综合评价等次确定为“{grade}”", "the comprehensive grade is “{grade}”", "grade", scale.Name(forces))
	}
	return t.fill("综合评价等次不得确定为“{grades}”", "the comprehensive grade may not be “{grades}”",
		"grades", strings.Join(scale.Names(bars), t.in("”“", "”, “")))
}

func (t *telling) veto(r tally.Rule, v tally.Veto) {
	names := r.Scale.Names(v.Grades)
	which := t.fill("{grades} 合计", "{grades} together", "grades", strings.Join(names, "+"))
	switch {
	case len(names) == 1:
		which = t.fill("{grade} ", "{grade}", "grade", names[0])
	case v.Reading == tally.Each:
		which = t.fill("{grades} 各自都", "each of {grades} by itself", "grades", t.join(names))
	case v.Reading == tally.Any:
		which = t.fill("{grades} 中任一项", "any of {grades} by itself", "grades", t.join(names))
	}
	t.line(v.Clause, "{which}{passes}{base}的 {limit}，{follows}", "{which} {passes} {limit} of the {base}: {follows}", "which", which,
		"passes", t.passes(v.Compare), "base", BaseName(t.Language, r.Base), "limit", v.Limit.Short(), "follows", t.consequence(r.Scale, v.Forces, v.Bars))
}

func (t *telling) suggestion(r tally.Rule) {
	s := r.Suggest
	switch s.Method {
	case tally.Majority:
		limit, exactly := t.fill("的 {limit}", "{limit}", "limit", s.Limit.Short()), t.fill(" {limit} ", "{limit}", "limit", s.Limit.Short())
		if (s.Limit == tally.Fraction{Num: 1, Den: 2}) {
			limit, exactly = t.half(), t.half()
		}
		t.line(s.Clause, "测评参考等次：从“{best}”开始逐级累加，加到哪一级超过{base}{limit}，就建议哪一级；恰好{exactly}不算超过",
			"The vote suggests the first grade, adding up from “{best}”, that more than {limit} of the {base} reach; exactly {exactly} is not enough",
			"best", r.Scale.Name(r.Unmarked+1), "base", BaseName(t.Language, r.Base), "limit", limit, "exactly", exactly)
	case tally.Plurality:
		t.line(s.Clause, "测评参考等次：票数最多的等次，票数相同则不建议", "The vote suggests the grade with the most marks, and none at a tie")
	case tally.Points:
		t.points(r)
	case tally.Cascade:
		t.cascade(r)
	default:
		t.line(s.Clause, "不由票数产生参考等次", "The vote suggests no grade")
		return
	}
	if s.Clause == "" {
		t.line("", "  方案未规定建议办法，由主持人决定是否采用", "  The plan prescribes no method: the chair decides whether to follow it")
	}
}

func (t *telling) points(r tally.Rule) {
	points := make([]string, len(r.Suggest.Points))
	for i, p := range r.Suggest.Points {
		points[i] = r.OnSheet().Name(i+1) + " " + p.Plain()
	}
	t.line(r.Suggest.Clause, "测评参考等次：按{base}平均计分（{points}），{bands}", "The vote suggests by the mean of points over the {base} ({points}): {bands}",
		"base", BaseName(t.Language, r.Base), "points", t.join(points), "bands", t.bands(r, r.Suggest.Bands))
	if trim := r.Suggest.Trim; trim != (tally.Trim{}) {
		t.line("", "  计分前去掉最高的 {high} 票和最低的 {low} 票", "  Before that the {high} highest and the {low} lowest marks are left out", "high", trim.High, "low", trim.Low)
		if trim.Above > 0 {
			t.line("", "  有效票不超过 {n} 张的不去", "  but none where there are no more than {n} marks", "n", trim.Above)
		}
	}
}

// bands says from what number each grade follows.
func (t *telling) bands(r tally.Rule, bands []tally.Band) string {
	out := make([]string, len(bands))
	for i, b := range bands {
		out[i] = t.fill("{from} 分起为“{grade}”", "“{grade}” from {from}", "grade", r.Scale.Name(b.Grade), "from", b.From.Plain())
	}
	return t.join(out)
}

func (t *telling) cascade(r tally.Rule) {
	t.line(r.Suggest.Clause, "测评参考等次：逐步判断，以先成立的一步为准：", "The vote suggests the grade of the first step that holds:")
	for i, s := range r.Suggest.Steps {
		t.line("", "  {n}. {grades} {passes}{base}的 {limit}，建议“{grade}”", "  {n}. {grades} {passes} {limit} of the {base}: “{grade}”", "n", i+1, "grades", strings.Join(r.Scale.Names(s.Grades), "+"),
			"passes", t.passes(s.Compare), "base", BaseName(t.Language, s.Base), "limit", s.Limit.Short(), "grade", r.Scale.Name(s.Grade))
	}
	t.line("", "  各步都不成立，建议“{grade}”", "  Where no step holds: “{grade}”", "grade", r.Scale.Name(r.Suggest.Else))
}

// sources says what is weighed beside the vote, and what follows from it.
func (t *telling) sources(r tally.Rule) {
	if len(r.Sources) == 0 {
		return
	}
	t.line("", "综合评价等次由主持人依据 {n} 个来源确定：", "The chair decides the comprehensive grade from these sources, {n}:", "n", len(r.Sources))
	titles := map[string]string{}
	for i, s := range r.Sources {
		titles[s.ID] = s.Title
		t.item(s.Clause, i+1, s.Title+t.source(s))
	}
	for _, g := range r.Gates {
		t.line(g.Clause, "“{grade}”的前提：{source}为{words}；尚未填写时不限制", "“{grade}” needs {source} to be {words}; until that is entered nothing is barred",
			"grade", r.Scale.Name(g.Grade), "source", titles[g.Source], "words", strings.Join(g.Grades, t.in("或", " or ")))
	}
	if len(r.Composite) > 0 {
		t.line("", "综合得分：各来源按权重相加，{bands}；得分不全时不计算", "The weighted scores of the sources together give {bands}; while one is missing nothing is computed", "bands", t.bands(r, r.Composite))
	}
}

// source is what a source has of its own, after its title.
func (t *telling) source(s tally.Source) string {
	out := ""
	if s.Vote {
		out += t.in("（即票决）", " (the vote itself)")
	}
	if len(s.Grades) > 0 {
		out += t.in("，分为", ", graded ") + t.join(s.Grades)
	}
	if s.Weight.Given() {
		out += t.in("，权重 ", ", weight ") + s.Weight.String()
	}
	return out
}

func (t *telling) quotas(r tally.Rule, subjects int) {
	all := r.AllQuotas()
	if len(all) == 0 {
		t.line("", "不限制各等次的比例", "No share is set for any grade")
	}
	for _, q := range all {
		t.quota(r, q, subjects)
	}
}

func (t *telling) quota(r tally.Rule, q tally.Quota, subjects int) {
	right := make([]string, 0, 2)
	for _, n := range q.Right(subjects) {
		right = append(right, fmt.Sprint(n))
	}
	number := strings.Join(right, t.in(" 或 ", " or "))
	share := Fill(quotaShares[string(q.Compare)].in(t.Language), Values("share", q.Target.Short()))
	means := Fill(quotaMeans[string(q.Compare)].in(t.Language), Values("n", number))
	t.line(q.Clause, "评为“{grade}”或以下的{share}，即 {subjects} 名述职对象中{means}；只提醒，不改变等次",
		"“{grade}” or lower {share} of the subjects, which is {means} of {subjects}; it warns and changes no grade",
		"grade", r.Scale.Name(q.LowerThan+1), "share", share, "subjects", subjects, "means", means)
	if q.Tolerance.Given() {
		t.line("", "  相差不超过 {share} 的也算符合", "  a share that is no more than {share} off is met too", "share", q.Tolerance.Short())
	}
}

var quotaShares = table{
	"about":    {"应占 {share} 左右", "should be about {share}"},
	"at-least": {"应不少于 {share}", "should be at least {share}"},
	"at-most":  {"应不超过 {share}", "should be at most {share}"},
	"over":     {"应多于 {share}", "should be more than {share}"},
	"under":    {"应少于 {share}", "should be less than {share}"},
}

var quotaMeans = table{
	"about":    {" {n} 名", "{n}"},
	"at-least": {"至少 {n} 名", "at least {n}"},
	"at-most":  {"至多 {n} 名", "at most {n}"},
	"over":     {"至少 {n} 名", "at least {n}"},
	"under":    {"至多 {n} 名", "at most {n}"},
}
