package words

// The projector.

func ProjectorHead(l Language) string {
	return l.in("测 评 结 果    有效票 {valid}", "Result of the vote    valid {valid}")
}
func TallyOf(l Language) string {
	return l.in("已计 {sheets} 张（无效票 {void}）   已录 {read}/{collected}", "{sheets} sheets counted ({void} void)   {read} of {collected} read")
}
func CountUnderWay(l Language) string { return l.in("正在计票", "Counting") }
func CountBig(l Language) string      { return l.in("计票", "计票") }
func TooFewSheets(l Language) string {
	return l.in("不足 {fewest} 张，不显示票数", "fewer than {fewest} sheets: no figures are shown")
}
func CountDetail(l Language) string {
	return l.in("发出 {issued}   收回 {collected}   已录 {read}", "issued {issued}   back {collected}   read {read}")
}
