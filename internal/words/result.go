package words

import (
	"slices"

	"shuping/internal/tally"
)

// The result.

func ResultHead(l Language) string {
	return l.in("有效 {valid}  无效票 {void}  收回 {collected}  发出 {issued}", "valid {valid}  void {void}  back {collected}  issued {issued}")
}
func ResultInterim(l Language) string {
	return l.in("计票中 {read}/{collected}，结果未定", "counting {read}/{collected}, not final")
}
func ResultFinal(l Language) string {
	return l.in("计票已结束，监票人 {by}", "count closed, scrutineer {by}")
}
func MeetingSealed(l Language) string { return l.in("已封存", "sealed") }
func RoundVoid(l Language) string {
	return l.in("第 {round} 轮测评无效", "round {round} is void")
}
func RankedBy(l Language) string {
	return l.in("按票数排列：先比最好等次所占比例，再比前两等之和，依此类推；只供阅读，不是等次", "by the votes: the share of the best grade first, then of the two best, and so on; for reading, not a grade")
}
func RoundVoidBig(l Language) string {
	return l.in("第{round}轮测评无效", "第{round}轮测评无效")
}
func ResultWeighted(l Language) string {
	return l.in("百分比按权重计", "percentages are weighted")
}
func BlankSpoiled(l Language) string {
	return l.in("弃权 {blank}  该项无效 {spoiled}", "blank {blank}  spoiled {spoiled}")
}
func IsOver(l Language) string         { return l.in("超过 {limit}", "over {limit}") }
func NotOver(l Language) string        { return l.in("未超过 {limit}", "not over {limit}") }
func SuggestedGrade(l Language) string { return l.in("参考", "votes") }
func DecidedGrade(l Language) string   { return l.in("评定", "decided") }
func GradeOnly(l Language) string {
	return l.in("只能{grades}（{why}）", "only {grades} ({why})")
}
func GradeNot(l Language) string {
	return l.in("不得{grades}（{why}）", "not {grades} ({why})")
}
func BoundByVotes(l Language) string { return l.in("票数", "votes") }
func BoundByFact(l Language) string  { return l.in("事实", "fact") }
func BoundByGate(l Language) string  { return l.in("条件", "condition") }

// Bound is what a verdict forces or bars, with what does so: votes, facts or the
// condition of a grade; "" for nothing.
func Bound(l Language, scale tally.Scale, v tally.Verdict) string {
	sentence, grades := GradeOnly, []string{scale.Name(v.Forced)}
	if v.Forced == 0 {
		sentence, grades = GradeNot, scale.Names(v.Barred)
	}
	if len(grades) == 0 {
		return ""
	}
	var causes []string
	for _, why := range v.Reasons {
		binds := why.Holds && (v.Forced != 0 && why.Grade != "" || v.Forced == 0 && len(why.Bars) > 0)
		cause := ""
		switch {
		case why.Step == tally.VoteVeto && binds:
			cause = BoundByVotes(l)
		case why.Step == tally.FactVeto && binds:
			cause = BoundByFact(l)
		case why.Step == tally.ByGate && !why.Holds && v.Forced == 0:
			cause = BoundByGate(l)
		}
		if cause != "" && !slices.Contains(causes, cause) {
			causes = append(causes, cause)
		}
	}
	return Fill(sentence(l), Values("grades", l.join(grades), "why", l.join(causes)))
}

func QuotaStanding(l Language) string {
	return l.in("“{below}”或以下应{target}：现为 {lower}/{subjects}，最接近的是 {nearest}，{state}", "“{below}” or lower should be {target}: now {lower} of {subjects}, nearest is {nearest}, {state}")
}
func RowsShown(l Language) string {
	return l.in("第 {from}–{to} 名，共 {all} 名", "{from}–{to} of {all}")
}

func QuotaState(l Language, code string) string { return quotaStates[code].in(l) }

var quotaStates = table{
	"open":  {"待全部确定", "open until all are decided"},
	"met":   {"符合", "met"},
	"under": {"偏少", "too few"},
	"over":  {"偏多", "too many"},
}

func QuotaTarget(l Language, code string) string { return quotaTargets[code].in(l) }

var quotaTargets = table{
	"about":    {"占 {share} 左右", "about {share}"},
	"at-least": {"不少于 {share}", "at least {share}"},
	"at-most":  {"不超过 {share}", "at most {share}"},
	"over":     {"多于 {share}", "more than {share}"},
	"under":    {"少于 {share}", "less than {share}"},
}

// Last year's export beside this meeting.

func FormerAsk(l Language) string {
	return l.in("选上一年的归档包（.zip）：先核验，只用来对照", "Choose last year's export (.zip): it is verified, and only looked at")
}
func FormerReading(l Language) string {
	return l.in("正在核验上一年的归档包", "verifying last year's export")
}
func FormerRead(l Language) string {
	return l.in("{year} 年度的归档包前后一致（没有与纸面核对），只用来对照，不记入本次会议。", "The export of {year} is whole (not held against paper). It is only looked at; nothing of it is recorded.")
}
func FormerYear(l Language) string {
	return l.in("{path} 是 {year} 年度的，不早于本次的 {now} 年度，请另选一个。", "{path} is of {year}, not before the {now} of this meeting; choose another.")
}
func YearsNobody(l Language) string {
	return l.in("上一年没有这个人", "was not there last year")
}
func YearsScales(l Language) string {
	return l.in("两年的等次不同，只并列评定结果。", "The two years have other grades: only what was decided stands there.")
}
func YearsBy(l Language) string {
	return l.in("按姓名对应，没有姓名的按职务对应；票数供对照，不作比较结论。", "People are matched by name, without one by post. The votes are for reading; nothing is concluded from them.")
}
