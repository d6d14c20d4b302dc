package words

// The projector.

func TallyOf(l Language) string {
	return l.in("已计 {sheets} 张（无效票 {void}）   已录 {read}/{collected}", "{sheets} sheets counted ({void} void)   {read} of {collected} read")
}
func TooFewSheets(l Language) string {
	return l.in("不足 {fewest} 张，不显示票数", "fewer than {fewest} sheets: no figures are shown")
}

// The pages of the wall. What is large is short.

func HallOpening(l Language) string  { return l.in("述职评议会", "述职评议会") }
func HallPresent(l Language) string  { return l.in("实到", "present") }
func HallExpected(l Language) string { return l.in("应到", "expected") }
func HallPaused(l Language) string   { return l.in("暂停", "pause") }
func HallOver(l Language) string     { return l.in("超时", "over") }
func HallOverBy(l Language) string {
	return l.in("已超过 {minutes} 分钟", "more than {minutes} minutes")
}
func HallItem(l Language) string     { return l.in("第 {n} 项 共 {all} 项", "item {n} of {all}") }
func HallFill(l Language) string     { return l.in("请填写评议表", "Please fill in") }
func HallFillRule(l Language) string { return l.in("每行只选一个等次", "one grade a row") }
func HallUnsigned(l Language) string { return l.in("不署名", "no names") }
func HallRead(l Language) string     { return l.in("已录", "read") }
func HallBack(l Language) string     { return l.in("收回", "back") }
func HallLater(l Language) string {
	return l.in("结果待计票结束后宣布", "the result is announced after the count")
}
func HallAgain(l Language) string { return l.in("重新测评", "a new vote") }
func HallCount(l Language) string { return l.in("计票", "count") }
func HallVotes(l Language) string { return l.in("票数", "votes") }
func HallGrade(l Language) string { return l.in("综合评价等次", "grade") }
func HallRows(l Language) string {
	return l.in("编号即评议表上的行号", "the number is that of the row on the sheet")
}
func HallValid(l Language) string {
	return l.in("有效票 {valid} 张   无效票 {void} 张", "{valid} valid, {void} void")
}
func HallSheets(l Language) string {
	return l.in("有效票 {valid} 张   弃权 {blank}   该项无效 {spoiled}", "{valid} valid   {blank} blank   {spoiled} spoiled")
}
func HallVeto(l Language) string {
	return l.in("{grades}{compare}{limit}", "{grades} {compare} {limit}")
}
func HallSource(l Language) string { return l.in("依据：{source}", "source: {source}") }
func HallByVotes(l Language) string {
	return l.in("会议测评票数参考为“{grade}”", "the votes suggest “{grade}”")
}
func HallReference(l Language) string { return l.in("票数参考", "by the votes") }
func HallOpen(l Language) string {
	return l.in("尚未确定：等次由党组织综合研究后确定", "not decided: the grade is decided from all sources")
}
func And(l Language) string { return l.in("和", " and ") }

// TallyOnly says which bundles a tally is of; HallCompare how a share stands to its
// limit.
func TallyOnly(l Language, counting string) string     { return tallies[counting].in(l) }
func HallCompare(l Language, comparison string) string { return comparisons[comparison].in(l) }

var (
	tallies = table{
		"closed":  {"只计已封的 {bundles} 组", "{bundles} closed bundles"},
		"checked": {"只计已复核的 {bundles} 组", "{bundles} checked bundles"},
	}
	comparisons = table{"over": {"超过", "over"}, "at-least": {"达到", "reach"}}
)
