package words

import (
	"strings"

	"shuping/internal/plan"
	"shuping/internal/tally"
)

// PlanLines says a plan, a short line for each thing, with the clause that it comes
// from in brackets. Lines that belong under the one before them start with two spaces.
func PlanLines(l Language, p plan.Plan) []string {
	t := telling{Language: l}
	t.frame(p)
	t.people(p)
	t.prepare(p)
	t.agenda(p)
	t.rule(p)
	t.sheets(p)
	t.papers(p)
	return t.lines
}

// A telling gathers lines in one language.
type telling struct {
	Language
	lines []string
}

// line adds one line, with its clause where it has one.
func (t *telling) line(clause, zh, en string, pairs ...any) { t.add(clause, t.fill(zh, en, pairs...)) }

// item adds a line of a numbered list.
func (t *telling) item(clause string, n int, name string) {
	t.line(clause, "  {n}. {name}", "  {n}. {name}", "n", n, "name", name)
}

func (t *telling) add(clause, line string) {
	if clause != "" {
		line += t.fill("［{clause}］", " [{clause}]", "clause", clause)
	}
	t.lines = append(t.lines, line)
}

func (t *telling) day(d plan.Day) string {
	var month any = int(d.Month)
	if t.Language == English {
		month = d.Month
	}
	return t.fill("{year}年{month}月{day}日", "{day} {month} {year}", "year", d.Year, "month", month, "day", d.Day)
}

func (t *telling) frame(p plan.Plan) {
	t.line("", "{title}", "{title}", "title", p.Title)
	t.line("", "年度：{year}", "Year: {year}", "year", p.Year)
	t.line("", "单位：{unit}", "Unit: {unit}", "unit", p.Unit)
	if p.Scheme != "" {
		t.line("", "工作方案：{scheme}", "Work plan: {scheme}", "scheme", p.Scheme)
	}
	if p.UnitCode != "" {
		t.line("", "单位代码：{code}", "Code of the unit: {code}", "code", p.UnitCode)
	}
	t.line("", "备案机关：{superior}", "Filed with: {superior}", "superior", p.Superior)
	t.line("", "主持人：{chair}", "Chair: {chair}", "chair", p.Chair)
	d := p.Dates
	t.line(d.Clause, "工作时间：{from}至{until}", "Work: from {from} to {until}", "from", t.day(d.From), "until", t.day(d.Until))
	t.line(d.FileByClause, "材料报送：{day}前", "Papers filed by {day}", "day", t.day(d.FileBy))
}

func (t *telling) people(p plan.Plan) {
	t.line("", "述职对象 {n} 名：", "Subjects, {n}:", "n", len(p.Subjects))
	for i, s := range p.Subjects {
		more := ""
		if s.Short != "" {
			more += t.fill("，会场简称“{short}”", ", in the hall “{short}”", "short", s.Short)
		}
		if s.Written {
			more += t.in("，书面述职", ", in writing")
		}
		t.line("", "  {n}. {subject}（{id}）{more}", "  {n}. {subject} ({id}){more}", "n", i+1, "subject", s.Label(), "id", s.ID, "more", more)
	}
	t.voters(p)
	t.line("", "述职内容 {n} 项：", "A report covers, {n}:", "n", len(p.Content))
	for i, c := range p.Content {
		t.item(c.Clause, i+1, c.Label)
	}
}

func (t *telling) prepare(p plan.Plan) {
	m := p.Meeting
	if m.Day != (plan.Day{}) {
		t.line("", "开会日期：{day}", "Day of the meeting: {day}", "day", t.day(m.Day))
	}
	if m.Hour != "" {
		t.line("", "开会时间：{hour}", "Hour of the meeting: {hour}", "hour", m.Hour)
	}
	if m.Place != "" {
		t.line("", "会议地点：{place}", "Place of the meeting: {place}", "place", m.Place)
	}
	if p.Prepare.Filed {
		t.line(p.Prepare.FiledClause, "会前：工作方案报送备案", "Before the meeting the work plan is filed")
	}
	if p.Prepare.Vetting {
		t.line(p.Prepare.VettingClause, "会前：述职报告须经审核把关", "Before the meeting every report is vetted")
	}
}

func (t *telling) agenda(p plan.Plan) {
	items, total := p.Agenda(), 0
	for _, it := range items {
		total += int(it.Length.Minutes())
	}
	t.line("", "议程 {n} 项，共 {minutes} 分钟：", "Agenda, {n} items, {minutes} minutes:", "n", len(items), "minutes", total)
	for i, it := range items {
		name := AgendaKind(t.Language, it.Kind)
		if it.Subject >= 0 {
			name += " " + p.Subjects[it.Subject].Label()
		}
		t.line(it.Clause, "  {n}. {item}，{minutes} 分钟", "  {n}. {item}, {minutes} min", "n", i+1, "item", name, "minutes", int(it.Length.Minutes()))
	}
	if p.Warn == 0 {
		t.line("", "每项结束前不提醒", "The clock does not warn before an item ends")
		return
	}
	t.line("", "每项结束前 {minutes} 分钟提醒", "The clock warns {minutes} min before an item ends", "minutes", p.Warn)
}

func (t *telling) sheets(p plan.Plan) {
	s := p.Sheets
	h := p.Hall
	t.line("", "会场大屏幕，计票时：{counting}", "The hall, while sheets are counted: {counting}", "counting", HallCounting(t.Language, h.Counting))
	t.line("", "会场大屏幕，计票结束后：{after}", "The hall, after the count: {after}", "after", HallAfter(t.Language, h.After))
	if h.Reference {
		t.line("", "等次确定之前，可显示票数参考等次", "The grade that the votes suggest may be shown before one is decided")
	}
	if s.Fewest > 0 {
		t.line("", "录满 {n} 张以前，投影不显示票数和等次", "The projector shows no tally or grade before {n} sheets are read", "n", s.Fewest)
	}
	if s.Each || s.SelfRating || len(p.Rule.Items) > 0 {
		t.form(p)
	}
	if s.Shuffled {
		t.line("", "评议表明细按述职人分别排序，看不出哪些等次出自同一张票", "The tables of sheets list the marks of each subject by themselves, so that no whole sheet can be told")
	}
	if s.FewestOf > 0 {
		t.line("", "一类评议表不足 {n} 张的，不单列该类票数", "The figures of a class with fewer than {n} sheets are not shown apart", "n", s.FewestOf)
	}
	t.line("", "评议表每 {n} 张为一组", "Sheets are counted in bundles of {n}", "n", s.Bundle)
	if s.Large > 0 {
		t.line("", "收回超过 100 张的，每 {n} 张为一组", "in bundles of {n} where more than 100 are collected", "n", s.Large)
	}
	t.add("", planChecks[string(s.Check)].in(t.Language))
	if s.Witnessed {
		t.line("", "各环节须写明谁确认、看到什么", "Each gate must say who confirmed it and what was seen")
	}
	reasons := s.Reasons()
	t.line("", "无效票原因 {n} 种：", "A sheet is void for, {n}:", "n", len(reasons))
	for _, n := range reasons {
		t.item("", n, s.Voids[n-1].Title)
	}
	if len(reasons) < len(s.Voids) {
		t.line("", "整张没有填写的是有效票，各行计弃权", "A sheet that is blank throughout is valid: every row counts as blank")
	}
	if c := s.Cap; c.Given() {
		t.line("", "一张评议表上“{grades}”超过 {n} 名的，整张无效", "A sheet that gives “{grades}” to more than {n} is void", "grades", strings.Join(p.Rule.Scale.Names(c.Grades), "、"), "n", c.Most)
	}
	if len(s.Spoils) > 0 {
		t.line("", "一行在这些情形下无效：{reasons}", "A row is spoiled by {reasons}", "reasons", t.join(s.Spoils))
	}
	t.add("", overIssued[string(s.OverIssued)].in(t.Language))
	if s.Filled {
		t.line("", "评议表报送收回的原表，密封，另行移交", "The sheets that were filled in are filed, sealed and handed over by themselves")
	}
}

var planChecks = table{
	"offered":      {"复核：不作规定，做了什么如实记录", "Checks: none is required; what was done is recorded"},
	"second-entry": {"复核：每组须由第二人重录，两次一致", "Checks: another person keys every bundle again, and both agree"},
	"spot-check":   {"复核：每组须掷骰抽查两成，至少 5 张", "Checks: a fifth of every bundle, at least 5 sheets, drawn by dice, is read again"},
	"either":       {"复核：每组须由第二人重录或掷骰抽查", "Checks: every bundle is keyed again by another person or checked by a draw"},
}

var overIssued = table{
	"void-round": {"收回的评议表多于发出的，本轮测评无效，另行测评", "More sheets back than were issued void the round, and a new one opens"},
	"refuse":     {"收回的评议表多于发出的，数字不予接受，重新清点", "More sheets back than were issued are not accepted: they are counted again"},
}

func (t *telling) papers(p plan.Plan) {
	if p.Templates != "" {
		t.line("", "材料模板：会话文件旁的文件夹“{folder}”，其中没有的用自带的", "Templates of the papers: the folder “{folder}” beside the session, and the program's own for what it lacks", "folder", p.Templates)
	}
	if p.People != "" {
		t.line("", "材料里称被评议的人为“{people}”", "Papers call those who are graded “{people}”", "people", p.People)
	}
	if p.NoticeVotes {
		t.line("", "结果通报写出票数", "The notice of grades tells the votes too")
	}
	t.line("", "报送材料 {n} 项：", "Papers to file, {n}:", "n", len(p.Papers))
	for i, f := range p.Papers {
		t.item(f.Clause, i+1, f.Title)
	}
}

func (t *telling) voters(p plan.Plan) {
	names := make([]string, len(p.Voters))
	for i, c := range p.Voters {
		names[i] = c.Name
		if i < len(p.Rule.Classes) {
			names[i] += " " + p.Rule.Classes[i].Weight.String()
		}
	}
	if len(p.Rule.Classes) == 0 {
		t.line("", "参加测评：{classes}，每人一票，权重相同", "Voters: {classes}, one vote each and of equal weight", "classes", t.join(names))
		return
	}
	t.line("", "参加测评：{classes}，每人一票，各类分别计票，按所列权重相加",
		"Voters: {classes}, one vote each; every class is counted by itself and weighs as stated", "classes", t.join(names))
	switch p.Rule.Empty {
	case tally.Refuse:
		t.line("", "某一类的计票基数为零时，票数不作任何结论", "Where a class has no base the vote says nothing")
	default:
		t.line("", "某一类的计票基数为零时，其余各类按权重比例计，不按零计", "Where a class has no base the others weigh in proportion, and it never counts as zero")
	}
}

// form says what a sheet looks like where it is not one mark for each subject.
func (t *telling) form(p plan.Plan) {
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
	t.line("", "每行一个总评和 {n} 个分项：", "A row is an overall mark and these items, {n}:", "n", len(items))
	title := ""
	for i, it := range items {
		t.line("", "  {n}. {item}（{id}）", "  {n}. {item} ({id})", "n", i+1, "item", it.Title, "id", it.ID)
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
		t.line("", "以分项“{item}”为准，其余只供参考", "The item “{item}” decides; the others are for reading", "item", title)
	}
}

// AgendaKind is what happens in an item of the kind, as a heading.
func AgendaKind(l Language, k plan.Kind) string { return agendaKinds[string(k)].in(l) }

var agendaKinds = table{
	"report":     {"述职", "report"},
	"question":   {"提问", "questions"},
	"review":     {"点评", "review"},
	"speech":     {"总结讲话", "closing speech"},
	"elect":      {"推选监票人、计票人", "election of scrutineers and tellers"},
	"evaluation": {"会议测评", "evaluation"},
}

// InPlanFile is the comment behind a kind of item or a base in a plan file.
func InPlanFile(code string) string {
	if kind, ok := agendaKinds[code]; ok {
		return kind.in(Chinese)
	}
	return baseNames[code].in(Chinese)
}

// HallCounting is what the hall sees while sheets are read.
func HallCounting(l Language, c plan.Counting) string { return hallCountings[string(c)].in(l) }

var hallCountings = table{
	"off":         {"不显示", "nothing"},
	"progress":    {"只显示进度", "the progress alone"},
	"closed":      {"已封各组的票数", "the tally of closed bundles"},
	"checked":     {"已复核各组的票数", "the tally of checked bundles"},
	"every-sheet": {"每一张的票数", "the tally of every sheet"},
}

// HallAfter is what is announced there once the count is closed.
func HallAfter(l Language, a plan.After) string { return hallAfters[string(a)].in(l) }

var hallAfters = table{
	"off":              {"不宣布", "nothing is announced"},
	"votes":            {"宣布票数", "the votes are announced"},
	"votes-and-grades": {"先后宣布票数和等次", "the votes, then the grades are announced"},
}
