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
	Review:     {"点评", "review"},
	Speech:     {"总结讲话", "closing speech"},
	Evaluation: {"会议测评", "evaluation"},
}

// Name is what the projector shows.
func (d Display) Name(l tally.Language) string { return pick(l, displayNames[d]) }

var displayNames = map[Display][2]string{
	DisplayOff:      {"不显示计票", "nothing of the count"},
	DisplayProgress: {"只显示计票进度", "the progress of the count"},
	DisplayTally:    {"显示票数", "the tally"},
	DisplayGrade:    {"显示票数和等次", "the tally and the grades"},
}

func (p Plan) tellFrame(t *telling) {
	t.line("", "%s", "%s", p.Title)
	t.line("", "年度：%d", "Year: %d", p.Year)
	t.line("", "单位：%s", "Unit: %s", p.Unit)
	t.line("", "备案机关：%s", "Filed with: %s", p.Superior)
	t.line("", "主持人：%s", "Chair: %s", p.Chair)
	d := p.Dates
	t.line(d.Clause, "工作时间：%s至%s", "Work: from %s to %s", t.day(d.From), t.day(d.Until))
	t.line(d.FileByClause, "材料报送：%s前", "Papers filed by %s", t.day(d.FileBy))
}

func (p Plan) tellPeople(t *telling) {
	t.line("", "述职对象 %d 名：", "Subjects, %d:", len(p.Subjects))
	for i, s := range p.Subjects {
		t.line("", "  %d. %s（%s）", "  %d. %s (%s)", i+1, s.Label(), s.ID)
	}
	names := make(list, len(p.Voters))
	for i, c := range p.Voters {
		names[i] = c.Name
	}
	t.line("", "参加测评：%s，每人一票，权重相同", "Voters: %s, one vote each and of equal weight", names.in(t.l))
	t.line("", "述职内容 %d 项：", "A report covers, %d:", len(p.Content))
	for i, c := range p.Content {
		t.line(c.Clause, "  %d. %s", "  %d. %s", i+1, c.Label)
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
	t.line("", "计票基数：%s（%s）", "Base: %s (%s)", r.Base.Name(t.l), pick(t.l, baseSenses[r.Base]))
	t.line("", "百分比保留 %d 位小数，只供阅读；比较用精确分数",
		"Percentages have %d decimals, for reading only; fractions are compared exactly", r.Decimals)
	t.veto(r)
	if len(r.Facts) == 0 {
		t.line("", "没有直接决定等次的情形", "No fact by itself forces a grade")
	}
	for _, f := range r.Facts {
		t.line(f.Clause, "%s，综合评价等次确定为“%s”", "%s: the comprehensive grade is “%s”", f.Title, r.Scale.Name(f.Forces))
	}
	t.suggestion(r)
	t.quota(r, len(p.Subjects))
	t.line("", "规则校验值 SHA-256：%x", "Rule SHA-256: %x", p.RuleSHA256())
}

var baseSenses = map[tally.Base][2]string{
	tally.ValidMarks:  {"该对象得到的等次，弃权和无效的行不计", "the grades given to the subject, blank and spoiled rows left out"},
	tally.ValidSheets: {"废票以外的评议表", "the sheets that are not void"},
	tally.Collected:   {"收回的全部评议表", "all sheets that came back"},
	tally.Issued:      {"发出的全部评议表", "all sheets handed out"},
	tally.Present:     {"到会的人", "the people in the room"},
	tally.Expected:    {"应当到会的人", "the people who should be there"},
}

func (p Plan) tellSheets(t *telling) {
	t.line("", "投影：%s", "Projector: %s", p.Display.Name(t.l))
	t.line("", "评议表每 %d 张为一束", "Sheets are counted in bundles of %d", p.Sheets.Bundle)
	t.line("", "废票原因 %d 种：", "A sheet is void for, %d:", len(p.Sheets.Voids))
	for i, v := range p.Sheets.Voids {
		t.line("", "  %d. %s", "  %d. %s", i+1, v.Title)
	}
}

func (p Plan) tellPapers(t *telling) {
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

func (t *telling) veto(r tally.Rule) {
	v := r.Veto
	if v.Forces == 0 {
		t.line("", "票数不直接决定等次", "The vote by itself forces no grade")
		return
	}
	var names []string
	for _, g := range v.Grades {
		names = append(names, r.Scale.Name(g))
	}
	which := [2]string{strings.Join(names, "+") + " 合计", strings.Join(names, "+") + " together"}
	switch {
	case len(names) == 1:
		which = [2]string{names[0] + " ", names[0]}
	case v.Reading == tally.Each:
		which = [2]string{list(names).in(tally.Chinese) + " 各自都", "each of " + list(names).in(tally.English) + " by itself"}
	case v.Reading == tally.Any:
		which = [2]string{list(names).in(tally.Chinese) + " 中任一项", "any of " + list(names).in(tally.English) + " by itself"}
	}
	passes := [2]string{"超过", "over"}
	if v.Compare == tally.AtLeast {
		passes = [2]string{"达到", "at least"}
	}
	t.line(v.Clause, "%s%s%s的 %s，综合评价等次确定为“%s”", "%s %s %[4]s of the %[3]s: the comprehensive grade is “%[5]s”",
		pick(t.l, which), pick(t.l, passes), r.Base.Name(t.l), v.Limit.Short(), r.Scale.Name(v.Forces))
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
		t.line(s.Clause, "测评建议等次：从“%s”开始逐级累加，加到哪一级超过%s%s，就建议哪一级；恰好%s不算超过",
			"The vote suggests the first grade, adding up from “%s”, that more than %[3]s of the %[2]s reach; exactly %[4]s is not enough",
			r.Scale.Name(1), r.Base.Name(t.l), limit, exactly)
	case tally.Plurality:
		t.line(s.Clause, "测评建议等次：票数最多的等次，票数相同则不建议", "The vote suggests the grade with the most marks, and none at a tie")
	case tally.Points:
		t.points(r)
	default:
		t.line(s.Clause, "不由票数建议等次", "The vote suggests no grade")
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
	bands := make(list, len(r.Suggest.Bands))
	for i, b := range r.Suggest.Bands {
		bands[i] = fmt.Sprintf(pick(t.l, [2]string{"%[2]s 分起为“%[1]s”", "“%[1]s” from %[2]s"}), r.Scale.Name(b.Grade), b.From.Plain())
	}
	t.line(r.Suggest.Clause, "测评建议等次：按%s平均计分（%s），%s", "The vote suggests by the mean of points over the %s (%s): %s",
		r.Base.Name(t.l), points.in(t.l), bands.in(t.l))
}

func (t *telling) quota(r tally.Rule, subjects int) {
	q := r.Quota
	if !q.Given() {
		t.line("", "不限制各等次的比例", "No share is set for any grade")
		return
	}
	right := make([]string, 0, 2)
	for _, n := range q.Right(subjects) {
		right = append(right, fmt.Sprint(n))
	}
	number := strings.Join(right, pick(t.l, [2]string{" 或 ", " or "}))
	share := map[tally.Comparison][2]string{
		tally.About:   {"应占 %s 左右", "should be about %s"},
		tally.AtLeast: {"应不少于 %s", "should be at least %s"},
		tally.AtMost:  {"应不超过 %s", "should be at most %s"},
	}[q.Compare]
	means := map[tally.Comparison][2]string{
		tally.About:   {" %s 名", "%s"},
		tally.AtLeast: {"至少 %s 名", "at least %s"},
		tally.AtMost:  {"至多 %s 名", "at most %s"},
	}[q.Compare]
	t.line(q.Clause, "评为“%s”或以下的%s，即 %d 名述职对象中%[4]s；只提醒，不改变等次",
		"“%s” or lower %s of the subjects, which is %[4]s of %[3]d; it warns and changes no grade",
		r.Scale.Name(q.LowerThan+1), fmt.Sprintf(pick(t.l, share), q.Target.Short()), subjects, fmt.Sprintf(pick(t.l, means), number))
}
