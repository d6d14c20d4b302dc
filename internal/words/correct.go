package words

// What is corrected after the count, and comments.

func CorrectNow(l Language) string {
	return l.in("更正：输入组号、张号，按 Enter。原来的记录保留，结果另出一版。", "Correction: type the bundle, then the sheet, and press Enter. The record stays; the result gets a new version.")
}
func MendPlace(l Language) string {
	return l.in("更正第 {bundle} 组  第 {sheet} 张", "Correction: bundle {bundle}, sheet {sheet}")
}
func MendWas(l Language) string {
	return l.in("原来：{words}。请看票面重新录入这一张。", "It was: {words}. Look at the paper and key the sheet.")
}
func CorrectWhy(l Language) string {
	return l.in("写明更正的理由，按 Enter：", "Give the reason for the correction and press Enter:")
}
func NoSuchSheet(l Language) string {
	return l.in("没有第 {bundle} 组第 {sheet} 张，请看组封签和票上的张号。", "There is no sheet {sheet} in bundle {bundle}; look at the cover and count again.")
}
func CorrectedNow(l Language) string {
	return l.in("已更正，结果为第 {version} 版。", "Corrected; the result is version {version}.")
}
func CorrectedOpen(l Language) string {
	return l.in("已更正；再结束计票，另出一版。", "Corrected; closing the count makes the next version.")
}
func CommentOf(l Language) string {
	return l.in("给谁的书面意见？先把有书面意见的评议表抽出，打乱顺序。", "Comments on whom? Take out the sheets with comments first and shuffle them.")
}
func CommentWhole(l Language) string { return l.in("对全体", "On all") }
func CommentKept(l Language) string {
	return l.in("{n} 条书面意见已保存。", "{n} comments stored.")
}
func CommentWrite(l Language) string {
	return l.in("每行一条书面意见，按 Esc 存好返回。书面意见不与任何一张票相连。", "One comment a line, Esc stores them. No comment is tied to a sheet.")
}
func VersionMark(l Language) string {
	return l.in("第 {version} 版（更正后，票数为 原→现）", "Version {version} (corrected, counts are old→new)")
}
func WasNow(l Language) string {
	return l.in("测评参考等次  原“{was}”→ 现“{now}”", "Suggested grade  was “{was}” → now “{now}”")
}
