package plan

import (
	"fmt"
	"strings"

	"shuping/internal/tally"
)

// Lines says the plan in words, a short line for each thing, with the clause
// that it comes from in brackets. Lines that belong under the one before them
// start with two spaces.
func (p Plan) Lines(l tally.Language) []string {
	t := telling{l: l}
	p.tellFrame(&t)
	p.tellPeople(&t)
	p.tellPrepare(&t)
	p.tellAgenda(&t)
	p.tellRule(&t)
	p.tellSheets(&t)
	p.tellPapers(&t)
	return t.lines
}

// Name is what happens in an item of the kind, as a heading.
func (k Kind) Name(l tally.Language) string { return pick(l, kindNames[k]) }

var kindNames = map[Kind][2]string{
	Report:     {"述职", "report"},
	Question:   {"提问", "questions"},
	Review:     {"点评", "review"},
	Speech:     {"总结讲话", "closing speech"},
	Elect:      {"推选监票人、计票人", "election of scrutineers and tellers"},
	Evaluation: {"会议测评", "evaluation"},
}

func (p Plan) tellFrame(t *telling) {
	t.line("", "%s", "%s", p.Title)
	t.line("", "年度：%d", "Year: %d", p.Year)
	t.line("", "单位：%s", "Unit: %s", p.Unit)
	if p.Scheme != "" {
		t.line("", "工作方案：%s", "Work plan: %s", p.Scheme)
	}
	if p.UnitCode != "" {
		t.line("", "单位代码：%s", "Code of the unit: %s", p.UnitCode)
	}
	t.line("", "备案机关：%s", "Filed with: %s", p.Superior)
	t.line("", "主持人：%s", "Chair: %s", p.Chair)
	d := p.Dates
	t.line(d.Clause, "工作时间：%s至%s", "Work: from %s to %s", t.day(d.From), t.day(d.Until))
	t.line(d.FileByClause, "材料报送：%s前", "Papers filed by %s", t.day(d.FileBy))
}

func (p Plan) tellPeople(t *telling) {
	t.line("", "述职对象 %d 名：", "Subjects, %d:", len(p.Subjects))
	for i, s := range p.Subjects {
		zh, en := "  %d. %s（%s）", "  %d. %s (%s)"
		if s.Short != "" {
			short := strings.ReplaceAll(s.Short, "%", "%%")
			zh, en = zh+"，会场简称“"+short+"”", en+", in the hall “"+short+"”"
		}
		if s.Written {
			zh, en = zh+"，书面述职", en+", in writing"
		}
		t.line("", zh, en, i+1, s.Label(), s.ID)
	}
	t.voters(p)
	t.line("", "述职内容 %d 项：", "A report covers, %d:", len(p.Content))
	for i, c := range p.Content {
		t.line(c.Clause, "  %d. %s", "  %d. %s", i+1, c.Label)
	}
}

func (p Plan) tellPrepare(t *telling) {
	m := p.Meeting
	if m.Day != (Day{}) {
		t.line("", "开会日期：%s", "Day of the meeting: %s", t.day(m.Day))
	}
	if m.Hour != "" {
		t.line("", "开会时间：%s", "Hour of the meeting: %s", m.Hour)
	}
	if m.Place != "" {
		t.line("", "会议地点：%s", "Place of the meeting: %s", m.Place)
	}
	if p.Prepare.Filed {
		t.line(p.Prepare.FiledClause, "会前：工作方案报送备案", "Before the meeting the work plan is filed")
	}
	if p.Prepare.Vetting {
		t.line(p.Prepare.VettingClause, "会前：述职报告须经审核把关", "Before the meeting every report is vetted")
	}
}

func (p Plan) tellAgenda(t *telling) {
	items, total := p.Agenda(), 0
	for _, it := range items {
		total += int(it.Length.Minutes())
	}
	t.line("", "议程 %d 项，共 %d 分钟：", "Agenda, %d items, %d minutes:", len(items), total)
	for i, it := range items {
		name := it.Kind.Name(t.l)
		if it.Subject >= 0 {
			name += " " + p.Subjects[it.Subject].Label()
		}
		t.line(it.Clause, "  %d. %s，%d 分钟", "  %d. %s, %d min", i+1, name, int(it.Length.Minutes()))
	}
	if p.Warn == 0 {
		t.line("", "每项结束前不提醒", "The clock does not warn before an item ends")
		return
	}
	t.line("", "每项结束前 %d 分钟提醒", "The clock warns %d min before an item ends", p.Warn)
}

func (p Plan) tellRule(t *telling) {
	r := p.Rule
	t.line("", "等次：%s", "Grades: %s", list(r.Scale).in(t.l))
	if r.Aside != "" {
		t.line("", "另可选“%s”：不是等次，不计入有效票和有效评议表；发出、收回的票数和人数照计", "“%s” may be ticked too: it is no grade, and in neither the valid marks nor the valid sheets; sheets handed out and collected, and people, count all the same", r.Aside)
	}
	t.line("", "计票基数：%s（%s）", "Base: %s (%s)", r.Base.Name(t.l), pick(t.l, baseSenses[r.Base]))
	t.line("", "百分比保留 %d 位小数，只供阅读；比较用精确分数",
		"Percentages have %d decimals, for reading only; fractions are compared exactly", r.Decimals)
	t.quorum(r.Quorum)
	if !r.Veto.Given() {
		t.line("", "票数不直接决定等次", "The vote by itself forces no grade")
	}
	for _, v := range r.AllVetoes() {
		t.veto(r, v)
	}
	for _, rate := range r.Rates {
		t.line(rate.Clause, "另行列出%s：%s 占%s的份额", "Told as %s: the share of %s in the %s", rate.Title, strings.Join(r.Scale.Names(rate.Grades), "+"), r.Base.Name(t.l))
	}
	if len(r.Facts) == 0 {
		t.line("", "没有直接决定等次的情形", "No fact by itself forces a grade")
	}
	for _, f := range r.Facts {
		t.line(f.Clause, "%s，%s", "%s: %s", f.Title, t.consequence(r.Scale, f.Forces, f.Bars))
	}
	t.suggestion(r)
	t.sources(r)
	t.quotas(r, len(p.Subjects))
	t.line("", "规则校验值 SHA-256：%x", "Rule SHA-256: %x", p.RuleSHA256())
}

var baseSenses = map[tally.Base][2]string{
	tally.ValidMarks:  {"该对象得到的等次，弃权和无效的行不计", "the grades given to the subject, blank and spoiled rows left out"},
	tally.ValidSheets: {"无效票以外的评议表", "the sheets that are not void"},
	tally.Collected:   {"收回的全部评议表", "all sheets that came back"},
	tally.Issued:      {"发出的全部评议表", "all sheets handed out"},
	tally.Present:     {"到会的人", "the people in the room"},
	tally.Expected:    {"应当到会的人", "the people who should be there"},
}

func (p Plan) tellSheets(t *telling) {
	s := p.Sheets
	p.Hall.tell(t)
	if s.Fewest > 0 {
		t.line("", "录满 %d 张以前，投影不显示票数和等次", "The projector shows no tally or grade before %d sheets are read", s.Fewest)
	}
	if s.Each || s.SelfRating || len(p.Rule.Items) > 0 {
		t.form(p)
	}
	if s.Shuffled {
		t.line("", "评议表明细按述职人分别排序，看不出哪些等次出自同一张票", "The tables of sheets list the marks of each subject by themselves, so that no whole sheet can be told")
	}
	if s.FewestOf > 0 {
		t.line("", "一类评议表不足 %d 张的，不单列该类票数", "The figures of a class with fewer than %d sheets are not shown apart", s.FewestOf)
	}
	t.line("", "评议表每 %d 张为一组", "Sheets are counted in bundles of %d", s.Bundle)
	if s.Large > 0 {
		t.line("", "收回超过 100 张的，每 %d 张为一组", "in bundles of %d where more than 100 are collected", s.Large)
	}
	t.line("", checks[s.Check][0], checks[s.Check][1])
	if s.Witnessed {
		t.line("", "各环节须写明谁确认、看到什么", "Each gate must say who confirmed it and what was seen")
	}
	reasons := s.Reasons()
	t.line("", "无效票原因 %d 种：", "A sheet is void for, %d:", len(reasons))
	for _, n := range reasons {
		t.line("", "  %d. %s", "  %d. %s", n, s.Voids[n-1].Title)
	}
	if len(reasons) < len(s.Voids) {
		t.line("", "整张没有填写的是有效票，各行计弃权", "A sheet that is blank throughout is valid: every row counts as blank")
	}
	if c := s.Cap; c.Given() {
		t.line("", "一张评议表上“%s”超过 %d 名的，整张无效", "A sheet that gives “%s” to more than %d is void", strings.Join(p.Rule.Scale.Names(c.Grades), "、"), c.Most)
	}
	if len(s.Spoils) > 0 {
		t.line("", "一行在这些情形下无效：%s", "A row is spoiled by %s", list(s.Spoils).in(t.l))
	}
	t.line("", overIssued[s.OverIssued][0], overIssued[s.OverIssued][1])
	if s.Filled {
		t.line("", "评议表报送收回的原表，密封，另行移交", "The sheets that were filled in are filed, sealed and handed over by themselves")
	}
}

var checks = map[Check][2]string{
	CheckOffered: {"复核：不作规定，做了什么如实记录", "Checks: none is required; what was done is recorded"},
	CheckSecond:  {"复核：每组须由第二人重录，两次一致", "Checks: another person keys every bundle again, and both agree"},
	CheckSpot:    {"复核：每组须掷骰抽查两成，至少 5 张", "Checks: a fifth of every bundle, at least 5 sheets, drawn by dice, is read again"},
	CheckEither:  {"复核：每组须由第二人重录或掷骰抽查", "Checks: every bundle is keyed again by another person or checked by a draw"},
}

var overIssued = map[OverIssued][2]string{
	VoidsRound: {"收回的评议表多于发出的，本轮测评无效，另行测评", "More sheets back than were issued void the round, and a new one opens"},
	IsRefused:  {"收回的评议表多于发出的，数字不予接受，重新清点", "More sheets back than were issued are not accepted: they are counted again"},
}

func (p Plan) tellPapers(t *telling) {
	if p.Templates != "" {
		t.line("", "材料模板：会话文件旁的文件夹“%s”，其中没有的用自带的", "Templates of the papers: the folder “%s” beside the session, and the program's own for what it lacks", p.Templates)
	}
	if p.People != "" {
		t.line("", "材料里称被评议的人为“%s”", "Papers call those who are graded “%s”", p.People)
	}
	if p.NoticeVotes {
		t.line("", "结果通报写出票数", "The notice of grades tells the votes too")
	}
	t.line("", "报送材料 %d 项：", "Papers to file, %d:", len(p.Papers))
	for i, f := range p.Papers {
		t.line(f.Clause, "  %d. %s", "  %d. %s", i+1, f.Title)
	}
}

// A telling gathers lines in one language.
type telling struct {
	l     tally.Language
	lines []string
}

// line adds one line, with its clause where it has one.
func (t *telling) line(clause, zh, en string, about ...any) {
	s := fmt.Sprintf(pick(t.l, [2]string{zh, en}), about...)
	if clause != "" {
		s += fmt.Sprintf(pick(t.l, [2]string{"［%s］", " [%s]"}), clause)
	}
	t.lines = append(t.lines, s)
}

func (t *telling) day(d Day) string {
	if t.l == tally.English {
		return fmt.Sprintf("%d %s %d", d.Day, d.Month, d.Year)
	}
	return fmt.Sprintf("%d年%d月%d日", d.Year, d.Month, d.Day)
}

func (t *telling) voters(p Plan) {
	names := make(list, len(p.Voters))
	for i, c := range p.Voters {
		names[i] = c.Name
		if i < len(p.Rule.Classes) {
			names[i] += " " + p.Rule.Classes[i].Weight.String()
		}
	}
	if len(p.Rule.Classes) == 0 {
		t.line("", "参加测评：%s，每人一票，权重相同", "Voters: %s, one vote each and of equal weight", names.in(t.l))
		return
	}
	t.line("", "参加测评：%s，每人一票，各类分别计票，按所列权重相加",
		"Voters: %s, one vote each; every class is counted by itself and weighs as stated", names.in(t.l))
	switch p.Rule.Empty {
	case tally.Refuse:
		t.line("", "某一类的计票基数为零时，票数不作任何结论", "Where a class has no base the vote says nothing")
	default:
		t.line("", "某一类的计票基数为零时，其余各类按权重比例计，不按零计", "Where a class has no base the others weigh in proportion, and it never counts as zero")
	}
}

// form says what a sheet looks like where it is not one mark for each subject.
func (t *telling) form(p Plan) {
	if p.Sheets.Each {
		t.line("", "每名述职对象一张评议表", "There is a sheet for each subject")
	} else {
		t.line("", "全部述职对象一张评议表", "There is one sheet for all subjects")
	}
	if p.Sheets.SelfRating {
		t.line("", "述职对象也评自己", "A subject also grades himself")
	} else {
		t.line("", "述职对象不评自己", "A subject does not grade himself")
	}
	items := p.Rule.Items
	if len(items) == 0 {
		return
	}
	t.line("", "每行一个总评和 %d 个分项：", "A row is an overall mark and these items, %d:", len(items))
	title := ""
	for i, it := range items {
		t.line("", "  %d. %s（%s）", "  %d. %s (%s)", i+1, it.Title, it.ID)
		if it.ID == p.Rule.Deciding {
			title = it.Title
		}
	}
	switch p.Rule.Deciding {
	case "":
		t.line("", "以总评为准，分项只供参考", "The overall mark decides; the items are for reading")
	case tally.Mean:
		t.line("", "以各分项的平均为准，每项权重相同；总评只供参考", "The mean of the items decides, each of equal weight; the overall mark is for reading")
	default:
		t.line("", "以分项“%s”为准，其余只供参考", "The item “%s” decides; the others are for reading", title)
	}
}

// passes says a comparison that something must meet.
var passes = map[tally.Comparison][2]string{
	tally.Over:    {"超过", "over"},
	tally.AtLeast: {"达到", "at least"},
}

// groups names the classes whose heads alone make the quorum.
func (t *telling) groups(q tally.Quorum) string {
	var names list
	for _, g := range q.Classes {
		names = append(names, g.Name)
	}
	if len(names) == 0 {
		return ""
	}
	return names.in(t.l) + " "
}

func (t *telling) quorum(q tally.Quorum) {
	if !q.Given() {
		return
	}
	t.line(q.Clause, "%s%s%s的 %s，票数才作结论，否则不由票数建议或决定等次",
		"The vote suggests or forces a grade only where the %[1]s come to %[2]s %[4]s of the %[3]s",
		t.groups(q)+q.Of.Name(t.l), pick(t.l, passes[q.Compare]), q.Over.Name(t.l), q.Share.Short())
}

// consequence says which grade is forced, or which are barred.
func (t *telling) consequence(scale tally.Scale, forces int, bars []int) string {
	if len(bars) == 0 {
		return fmt.Sprintf(pick(t.l, [2]string{"综合评价等次确定为“%s”", "the comprehensive grade is “%s”"}), scale.Name(forces))
	}
	return fmt.Sprintf(pick(t.l, [2]string{"综合评价等次不得确定为“%s”", "the comprehensive grade may not be “%s”"}),
		strings.Join(scale.Names(bars), pick(t.l, [2]string{"”“", "”, “"})))
}

func (t *telling) veto(r tally.Rule, v tally.Veto) {
	names := r.Scale.Names(v.Grades)
	which := [2]string{strings.Join(names, "+") + " 合计", strings.Join(names, "+") + " together"}
	switch {
	case len(names) == 1:
		which = [2]string{names[0] + " ", names[0]}
	case v.Reading == tally.Each:
		which = [2]string{list(names).in(tally.Chinese) + " 各自都", "each of " + list(names).in(tally.English) + " by itself"}
	case v.Reading == tally.Any:
		which = [2]string{list(names).in(tally.Chinese) + " 中任一项", "any of " + list(names).in(tally.English) + " by itself"}
	}
	t.line(v.Clause, "%s%s%s的 %s，%s", "%s %s %[4]s of the %[3]s: %[5]s",
		pick(t.l, which), pick(t.l, passes[v.Compare]), r.Base.Name(t.l), v.Limit.Short(), t.consequence(r.Scale, v.Forces, v.Bars))
}

func (t *telling) suggestion(r tally.Rule) {
	s := r.Suggest
	switch s.Method {
	case tally.Majority:
		limit, exactly := pick(t.l, [2]string{"的 ", ""})+s.Limit.Short(), fmt.Sprintf(pick(t.l, [2]string{" %s ", "%s"}), s.Limit.Short())
		if (s.Limit == tally.Fraction{Num: 1, Den: 2}) {
			limit = pick(t.l, [2]string{"半数", "half"})
			exactly = limit
		}
		t.line(s.Clause, "测评参考等次：从“%s”开始逐级累加，加到哪一级超过%s%s，就建议哪一级；恰好%s不算超过",
			"The vote suggests the first grade, adding up from “%s”, that more than %[3]s of the %[2]s reach; exactly %[4]s is not enough",
			r.Scale.Name(1), r.Base.Name(t.l), limit, exactly)
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
	points := make(list, len(r.Suggest.Points))
	for i, p := range r.Suggest.Points {
		points[i] = r.Scale.Name(i+1) + " " + p.Plain()
	}
	t.line(r.Suggest.Clause, "测评参考等次：按%s平均计分（%s），%s", "The vote suggests by the mean of points over the %s (%s): %s",
		r.Base.Name(t.l), points.in(t.l), t.bands(r, r.Suggest.Bands))
	if trim := r.Suggest.Trim; trim != (tally.Trim{}) {
		t.line("", "  计分前去掉最高的 %d 票和最低的 %d 票", "  Before that the %d highest and the %d lowest marks are left out", trim.High, trim.Low)
		if trim.Above > 0 {
			t.line("", "  有效票不超过 %d 张的不去", "  but none where there are no more than %d marks", trim.Above)
		}
	}
}

// bands says from what number each grade follows.
func (t *telling) bands(r tally.Rule, bands []tally.Band) string {
	out := make(list, len(bands))
	for i, b := range bands {
		out[i] = fmt.Sprintf(pick(t.l, [2]string{"%[2]s 分起为“%[1]s”", "“%[1]s” from %[2]s"}), r.Scale.Name(b.Grade), b.From.Plain())
	}
	return out.in(t.l)
}

func (t *telling) cascade(r tally.Rule) {
	t.line(r.Suggest.Clause, "测评参考等次：逐步判断，以先成立的一步为准：", "The vote suggests the grade of the first step that holds:")
	for i, s := range r.Suggest.Steps {
		t.line("", "  %d. %s %s%s的 %s，建议“%s”", "  %d. %s %s %[5]s of the %[4]s: “%[6]s”", i+1, strings.Join(r.Scale.Names(s.Grades), "+"),
			pick(t.l, passes[s.Compare]), s.Base.Name(t.l), s.Limit.Short(), r.Scale.Name(s.Grade))
	}
	t.line("", "  各步都不成立，建议“%s”", "  Where no step holds: “%s”", r.Scale.Name(r.Suggest.Else))
}

// sources says what is weighed beside the vote, and what follows from it.
func (t *telling) sources(r tally.Rule) {
	if len(r.Sources) == 0 {
		return
	}
	t.line("", "综合评价等次由主持人依据 %d 个来源确定：", "The chair decides the comprehensive grade from these sources, %d:", len(r.Sources))
	titles := map[string]string{}
	for i, s := range r.Sources {
		titles[s.ID] = s.Title
		t.line(s.Clause, "  %d. %s%s", "  %d. %s%s", i+1, s.Title, t.source(s))
	}
	for _, g := range r.Gates {
		t.line(g.Clause, "“%s”的前提：%s为%s；尚未填写时不限制", "“%s” needs %s to be %s; until that is entered nothing is barred",
			r.Scale.Name(g.Grade), titles[g.Source], strings.Join(g.Grades, pick(t.l, [2]string{"或", " or "})))
	}
	if len(r.Composite) > 0 {
		t.line("", "综合得分：各来源按权重相加，%s；得分不全时不计算", "The weighted scores of the sources together give %s; while one is missing nothing is computed", t.bands(r, r.Composite))
	}
}

// source is what a source has of its own, after its title.
func (t *telling) source(s tally.Source) string {
	out := ""
	if s.Vote {
		out += pick(t.l, [2]string{"（即票决）", " (the vote itself)"})
	}
	if len(s.Grades) > 0 {
		out += pick(t.l, [2]string{"，分为", ", graded "}) + list(s.Grades).in(t.l)
	}
	if s.Weight.Given() {
		out += pick(t.l, [2]string{"，权重 ", ", weight "}) + s.Weight.String()
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
	number := strings.Join(right, pick(t.l, [2]string{" 或 ", " or "}))
	share, means := quotaShares[q.Compare], quotaMeans[q.Compare]
	t.line(q.Clause, "评为“%s”或以下的%s，即 %d 名述职对象中%[4]s；只提醒，不改变等次",
		"“%s” or lower %s of the subjects, which is %[4]s of %[3]d; it warns and changes no grade",
		r.Scale.Name(q.LowerThan+1), fmt.Sprintf(pick(t.l, share), q.Target.Short()), subjects, fmt.Sprintf(pick(t.l, means), number))
	if q.Tolerance.Given() {
		t.line("", "  相差不超过 %s 的也算符合", "  a share that is no more than %s off is met too", q.Tolerance.Short())
	}
}

var quotaShares = map[tally.Comparison][2]string{
	tally.About:   {"应占 %s 左右", "should be about %s"},
	tally.AtLeast: {"应不少于 %s", "should be at least %s"},
	tally.AtMost:  {"应不超过 %s", "should be at most %s"},
	tally.Over:    {"应多于 %s", "should be more than %s"},
	tally.Under:   {"应少于 %s", "should be less than %s"},
}

var quotaMeans = map[tally.Comparison][2]string{
	tally.About:   {" %s 名", "%s"},
	tally.AtLeast: {"至少 %s 名", "at least %s"},
	tally.AtMost:  {"至多 %s 名", "at most %s"},
	tally.Over:    {"至少 %s 名", "at least %s"},
	tally.Under:   {"至多 %s 名", "at most %s"},
}

// A list is said with the separator of the language.
type list []string

func (ws list) in(l tally.Language) string {
	return strings.Join(ws, pick(l, [2]string{"、", ", "}))
}

func pick(l tally.Language, words [2]string) string {
	if l == tally.English {
		return words[1]
	}
	return words[0]
}
