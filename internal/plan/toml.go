package plan

import (
	"fmt"
	"strings"

	"shuping/internal/tally"
)

// TOML is a plan file that [Parse] reads back to p, but for the name, which is
// that of the file. Short Chinese comments say what the keys are for; said is the
// Chinese of a kind of item or of a base. What is optional and says nothing is left
// out.
func (p Plan) TOML(said func(code string) string) []byte {
	w := writing{said: said}
	p.writeFrame(&w)
	p.writePeople(&w)
	p.writePrepare(&w)
	p.writeAgenda(&w)
	p.writeSheets(&w)
	p.writeSources(&w)
	p.writeRule(&w)
	p.writeOutcome(&w)
	p.writePapers(&w)
	return []byte(w.b.String())
}

func (p Plan) writeFrame(w *writing) {
	w.comment(p.Title + "，" + p.Unit)
	w.comment("“#”之后是说明。文字放在半角双引号中；分数写作 \"1/10\" 或 \"10%\"。")
	w.gap()
	w.key("title", quotedText(p.Title), "")
	w.key("year", fmt.Sprint(p.Year), "")
	w.key("unit", quotedText(p.Unit), "召开会议的组织")
	if p.UnitCode != "" {
		w.key("unit-code", quotedText(p.UnitCode), "单位代码，上级按它认出这个单位")
	}
	w.key("superior", quotedText(p.Superior), "材料报送机关")
	w.key("chair", quotedText(p.Chair), "主持人职务")
	if p.People != "" {
		w.key("people", quotedText(p.People), "材料里怎样称呼被评议的人")
	}
	if p.NoticeVotes {
		w.key("notice-votes", "true", "结果通报写出票数")
	}
	w.optional("scheme", p.Scheme)
	if p.Templates != "" {
		w.key("templates", quotedText(p.Templates), "会话文件旁的文件夹，内有本单位的材料模板")
	}
	w.table("dates", "起止和报送日期，日期不加引号")
	w.key("from", p.Dates.From.String(), "")
	w.key("until", p.Dates.Until.String(), "")
	w.key("file-by", p.Dates.FileBy.String(), "")
	w.clause(p.Dates.Clause)
	w.key("file-by-clause", quotedText(p.Dates.FileByClause), "")
	p.Meeting.write(w)
	p.Hall.write(w)
}

func (m Meeting) write(w *writing) {
	if m == (Meeting{}) {
		return
	}
	w.table("meeting", "会议的日期、时间和地点")
	if m.Day != (Day{}) {
		w.key("day", m.Day.String(), "")
	}
	w.optional("hour", m.Hour)
	w.optional("place", m.Place)
}

func (p Plan) writePeople(w *writing) {
	for i, s := range p.Subjects {
		w.entry("subjects", i, "述职对象，顺序即述职顺序和评议表顺序")
		w.key("id", quotedText(s.ID), "")
		w.key("post", quotedText(s.Post), "")
		w.optional("name", s.Name)
		if s.Short != "" {
			w.key("short", quotedText(s.Short), "会场简称，大屏幕写不下时用")
		}
		if s.Written {
			w.key("written", "true", "书面述职，不上议程")
		}
	}
	for i, c := range p.Voters {
		w.entry("voters", i, "参加测评的人员")
		w.key("id", quotedText(c.ID), "")
		w.key("name", quotedText(c.Name), "")
		if i < len(p.Rule.Classes) {
			w.key("weight", statedFraction(p.Rule.Classes[i].Weight), "权重，各类合计为 1")
		}
	}
	for i, c := range p.Content {
		w.entry("content", i, "述职内容")
		w.key("label", quotedText(c.Label), "")
		w.clause(c.Clause)
	}
}

func (p Plan) writePrepare(w *writing) {
	if p.Prepare == (Prepare{}) {
		return
	}
	w.table("prepare", "会前须做的事")
	if p.Prepare.Vetting {
		w.key("vetting", "true", "述职报告须经审核把关")
		w.key("vetting-clause", quotedText(p.Prepare.VettingClause), "")
	}
	if p.Prepare.Filed {
		w.key("filed", "true", "工作方案须报送备案")
		w.key("filed-clause", quotedText(p.Prepare.FiledClause), "")
	}
}

func (p Plan) writeAgenda(w *writing) {
	w.table("agenda", "议程")
	w.key("warn", fmt.Sprint(p.Warn), "每个环节结束前几分钟提醒，0 为不提醒")
	for _, st := range p.Stages {
		w.entry("agenda.stages", 1, "")
		w.key("kind", quotedText(st.Kind), w.said(string(st.Kind)))
		w.key("minutes", fmt.Sprint(st.Minutes), "")
		if st.Together {
			w.key("together", "true", "全部述职之后一并进行")
		}
		w.clause(st.Clause)
	}
}

func (p Plan) writeSheets(w *writing) {
	s := p.Sheets
	w.table("sheets", "评议表")
	w.key("bundle", fmt.Sprint(s.Bundle), "每束张数")
	if s.Large > 0 {
		w.key("bundle-over-100", fmt.Sprint(s.Large), "收回超过 100 张时的每束张数")
	}
	if s.Check != CheckOffered && s.Check != "" {
		w.key("check", quotedText(s.Check), "每束须经 second-entry 第二人复录，spot-check 抽查，either 二者之一")
	}
	if s.Witnessed {
		w.key("witnessed", "true", "各关口须写明谁确认、看到什么")
	}
	if len(s.Spoils) > 0 {
		w.key("spoils", quotedTexts(s.Spoils), "一行在这些情形下无效")
	}
	if s.OverIssued == IsRefused {
		w.key("over-issued", quotedText(s.OverIssued), "收回多于发出：void-round 本轮作废，refuse 不接受，重新清点")
	}
	if s.Filled {
		w.key("filled", "true", "归档报送的是收回的原表，不是空白样表")
	}
	if s.Fewest > 0 {
		w.key("fewest", fmt.Sprint(s.Fewest), "录满几张以后才显示票数")
	}
	if s.Shuffled {
		w.key("shuffle-tables", "true", "评议表明细按人分列排序，不留整张票")
	}
	if s.FewestOf > 0 {
		w.key("fewest-of-class", fmt.Sprint(s.FewestOf), "一类评议表满几张才单列该类票数")
	}
	for i, v := range s.Voids {
		w.entry("sheets.voids", i, "废票原因，按所按数字排列")
		w.key("id", quotedText(v.ID), "")
		w.key("title", quotedText(v.Title), "")
		if v.Retired {
			w.key("retired", "true", "不再使用，数字空着")
		}
	}
	if c := s.Cap; c.Given() {
		w.table("sheets.cap", "一张评议表上这些等次最多几名，多了整张作废")
		w.key("grades", quotedGrades(p.Rule.Scale, c.Grades), "")
		w.key("most", fmt.Sprint(c.Most), "")
		w.key("void", quotedText(c.Void), "作废的原因")
	}
	if s.Each || s.SelfRating || p.Rule.Deciding != "" {
		p.writeForm(w)
	}
	for i, it := range p.Rule.Items {
		w.entry("items", i, "总评之外的分项")
		w.key("id", quotedText(it.ID), "")
		w.key("title", quotedText(it.Title), "")
	}
}

func (p Plan) writeForm(w *writing) {
	w.table("form", "评议表的样式")
	sheet := sheetForAll
	if p.Sheets.Each {
		sheet = sheetForEach
	}
	w.key("sheet", quotedText(sheet), "all 全部对象一张表，each 每名对象一张表")
	w.key("self-rating", fmt.Sprint(p.Sheets.SelfRating), "述职对象是否评自己")
	deciding := p.Rule.Deciding
	if deciding == "" {
		deciding = overall
	}
	w.key("deciding", quotedText(deciding), "以哪一项为准：overall 总评，mean 各分项平均，或分项代号")
}

func (p Plan) writeSources(w *writing) {
	for i, s := range p.Rule.Sources {
		w.entry("sources", i, "综合评价的来源")
		w.key("id", quotedText(s.ID), "")
		w.key("title", quotedText(s.Title), "")
		if s.Grades != nil {
			w.key("grades", quotedTexts(s.Grades), "这一来源自己的等次")
		}
		if s.Weight.Given() {
			w.key("weight", statedFraction(s.Weight), "占综合得分的份额，合计为 1")
		}
		if s.Vote {
			w.key("vote", "true", "这一来源就是票决")
		}
		w.clause(s.Clause)
	}
}

func (p Plan) writeRule(w *writing) {
	r := p.Rule
	w.table("rule", "等次与规则")
	w.key("grades", quotedTexts(r.Scale), "由好到差")
	if r.Unmarked > 0 {
		w.key("unmarked", quotedTexts(r.Scale[:r.Unmarked]), "票面上不印，由其他等次的票数得出")
	}
	if r.Aside != "" {
		w.key("aside", quotedText(r.Aside), "可选的一项，不是等次，不计入有效票和有效评议表")
	}
	w.key("base", quotedText(r.Base), "计票基数："+w.said(string(r.Base)))
	w.key("decimals", fmt.Sprint(r.Decimals), "百分比的小数位数，只供阅读")
	if r.Empty != "" {
		w.key("empty-class", quotedText(r.Empty), "某类没有票：renormalise 其余各类按比例计，refuse 不作结论")
	}
	if q := r.Quorum; q.Of != "" {
		w.table("rule.quorum", "法定人数")
		if len(q.Classes) > 0 {
			var ids []string
			for _, g := range q.Classes {
				ids = append(ids, g.ID)
			}
			w.key("class", quotedTexts(ids), "只算这些类别的人")
		}
		w.key("of", quotedText(q.Of), w.said(string(q.Of)))
		w.key("over", quotedText(q.Over), w.said(string(q.Over)))
		w.share(q.Compare, "share", q.Share)
		w.clause(q.Clause)
	}
	for i, v := range r.AllVetoes() {
		if len(r.Vetoes) == 0 {
			w.table("rule.veto", vetoComment)
		} else {
			w.entry("rule.veto", i, vetoComment)
		}
		w.key("grades", quotedGrades(r.Scale, v.Grades), "")
		w.key("reading", quotedText(v.Reading), "sum 合计，each 各自都，any 任一项")
		w.share(v.Compare, "limit", v.Limit)
		w.consequence(r.Scale, v.Forces, v.Bars)
		w.clause(v.Clause)
	}
	for i, rate := range r.Rates {
		w.entry("rule.rates", i, "另行列出的比率")
		w.key("title", quotedText(rate.Title), "")
		w.key("grades", quotedGrades(r.Scale, rate.Grades), "")
		w.clause(rate.Clause)
	}
	for i, f := range r.Facts {
		w.entry("rule.facts", i, "直接决定等次的情形，由主持人写明来源后录入")
		w.key("id", quotedText(f.ID), "")
		w.key("title", quotedText(f.Title), "")
		w.consequence(r.Scale, f.Forces, f.Bars)
		w.clause(f.Clause)
	}
}

// writeOutcome is what the rule makes of a count and of all counts together.
func (p Plan) writeOutcome(w *writing) {
	r := p.Rule
	p.writeSuggestion(w)
	for i, g := range r.Gates {
		w.entry("rule.gates", i, "评某一等次的前提")
		w.key("grade", quotedText(r.Scale.Name(g.Grade)), "")
		w.key("source", quotedText(g.Source), "")
		w.key("grades", quotedTexts(g.Grades), "")
		w.clause(g.Clause)
	}
	for i, b := range r.Composite {
		w.entry("rule.composite", i, "综合得分的起点")
		w.key("grade", quotedText(r.Scale.Name(b.Grade)), "")
		w.key("from", statedFraction(b.From), "")
	}
	for i, q := range r.AllQuotas() {
		if len(r.Quotas) == 0 {
			w.table("rule.quota", quotaComment)
		} else {
			w.entry("rule.quota", i, quotaComment)
		}
		w.key("lower-than", quotedText(r.Scale.Name(q.LowerThan)), "数低于这一等次的人")
		w.key("target", statedFraction(q.Target), "")
		w.key("compare", quotedText(q.Compare), "about 左右，at-least 不少于，at-most 不超过，over 多于，under 少于")
		if q.Compare == tally.About {
			w.key("rounding", quotedText(q.Rounding), "nearest 取最近，floor 舍，ceil 入")
		}
		if q.Tolerance.Given() {
			w.key("tolerance", statedFraction(q.Tolerance), "相差不超过这一份额的也算符合")
		}
		w.clause(q.Clause)
	}
}

const vetoComment = "票数直接决定或排除等次"

const quotaComment = "各等次的比例，只提醒，不改变等次"

func (p Plan) writeSuggestion(w *writing) {
	r, s := p.Rule, p.Rule.Suggest
	w.table("rule.suggest", "由票数建议等次")
	w.key("method", quotedText(s.Method), "")
	switch s.Method {
	case tally.Majority:
		w.key("limit", statedFraction(s.Limit), "超过这一份额")
	case tally.Points:
		points := make([]string, len(s.Points))
		for i, f := range s.Points {
			points[i] = statedFraction(f)
		}
		w.key("points", "["+strings.Join(points, ", ")+"]", "每个等次的分值")
		bands := make([]string, len(s.Bands))
		for i, b := range s.Bands {
			bands[i] = fmt.Sprintf("{grade = %s, from = %s}", quotedText(r.Scale.Name(b.Grade)), statedFraction(b.From))
		}
		w.key("bands", "["+strings.Join(bands, ", ")+"]", "平均分的起点")
		if s.Trim != (tally.Trim{}) {
			above := ""
			if s.Trim.Above > 0 {
				above = fmt.Sprintf(", above = %d", s.Trim.Above)
			}
			w.key("trim", fmt.Sprintf("{high = %d, low = %d%s}", s.Trim.High, s.Trim.Low, above), "去掉几个最高和最低的票")
		}
	case tally.Cascade:
		w.key("else", quotedText(r.Scale.Name(s.Else)), "哪一步都不成立时")
	}
	w.optional("clause", s.Clause)
	for i, st := range s.Steps {
		w.entry("rule.suggest.steps", i, "逐步判断，先成立的一步为准")
		w.key("grade", quotedText(r.Scale.Name(st.Grade)), "")
		w.key("grades", quotedGrades(r.Scale, st.Grades), "")
		w.share(st.Compare, "limit", st.Limit)
		w.key("base", quotedText(st.Base), w.said(string(st.Base)))
	}
}

func (p Plan) writePapers(w *writing) {
	for i, f := range p.Papers {
		w.entry("papers", i, "报送备案的材料")
		w.key("id", quotedText(f.ID), "")
		w.key("title", quotedText(f.Title), "")
		w.clause(f.Clause)
	}
}

// A writing gathers the lines of a plan file.
type writing struct {
	b    strings.Builder
	said func(code string) string
}

func (w *writing) gap()                { w.b.WriteString("\n") }
func (w *writing) comment(what string) { w.b.WriteString("# " + what + "\n") }

// table begins the table of that name, with what it is for above it.
func (w *writing) table(name, what string) {
	w.gap()
	w.comment(what)
	w.b.WriteString("[" + name + "]\n")
}

// entry begins one entry of a list; what the list is for stands above the first.
func (w *writing) entry(name string, i int, what string) {
	w.gap()
	if i == 0 {
		w.comment(what)
	}
	w.b.WriteString("[[" + name + "]]\n")
}

// key writes one key, with a comment after the value where it needs one.
func (w *writing) key(name, value, comment string) {
	w.b.WriteString(name + " = " + value)
	if comment != "" {
		w.b.WriteString(" # " + comment)
	}
	w.gap()
}

func (w *writing) optional(name, value string) {
	if value != "" {
		w.key(name, quotedText(value), "")
	}
}

// consequence writes the grade that is forced, or those that are barred.
func (w *writing) consequence(scale tally.Scale, forces int, bars []int) {
	if len(bars) > 0 {
		w.key("bars", quotedGrades(scale, bars), "不得确定为")
		return
	}
	w.key("forces", quotedText(scale.Name(forces)), "")
}

func (w *writing) clause(c string) { w.key("clause", quotedText(c), "") }

// share writes a comparison and the limit under key.
func (w *writing) share(c tally.Comparison, key string, limit tally.Fraction) {
	w.key("compare", quotedText(c), "over 超过，at-least 达到")
	w.key(key, statedFraction(limit), "")
}

// quotedText puts a text that a plan may hold between quotation marks.
func quotedText[S ~string](s S) string {
	return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`).Replace(string(s)) + `"`
}

// quotedTexts is a list of texts.
func quotedTexts(ss []string) string {
	out := make([]string, len(ss))
	for i, s := range ss {
		out[i] = quotedText(s)
	}
	return "[" + strings.Join(out, ", ") + "]"
}

// quotedGrades is a list of the grades at some positions of a scale.
func quotedGrades(scale tally.Scale, positions []int) string {
	names := make([]string, len(positions))
	for i, g := range positions {
		names[i] = scale.Name(g)
	}
	return quotedTexts(names)
}

// statedFraction is a fraction as a plan states it: whole numbers stand bare.
func statedFraction(f tally.Fraction) string {
	if f.Den == 1 {
		return f.String()
	}
	return quotedText(f.String())
}
