package words

// A count by piles.

func PilesName(l Language) string {
	return l.in("分堆计票：按票面内容分堆，数每一堆的张数。谁来清点？", "Piles: sort the sheets by what they say and count each pile. Who counts?")
}
func PilesAgainName(l Language) string {
	return l.in("{first} 清点过一次。谁来再点一次？（必须是另一个人）", "{first} counted once. Who counts again? (Somebody else)")
}
func PileNow(l Language) string {
	return l.in("{by}：第 {row} 行“{name}”，把评议表按这一行的等次分堆，数清每一堆，依次输入。{due}", "{by}: row {row}, {name}. Sort the sheets by this row, count each pile and type the numbers. {due}")
}
func PileVoids(l Language) string {
	return l.in("{by}：先挑出无效的评议表，按原因数清，依次输入（没有就直接按 Enter）。", "{by}: take out the void sheets first and count them by reason (press Enter where there are none).")
}
func PileHand(l Language) string {
	return l.in("各行都已数清。请用手再数一遍全部评议表（含无效），输入总张数，按 Enter。", "Every row is counted. Count all sheets once more by hand, the void ones too, type the number and press Enter.")
}
func PileDue(l Language) string { return l.in("合计应为 {sheets} 张。", "Together {sheets}.") }
func PileDiffers(l Language) string {
	return l.in("两次清点第 {rows} 行不一致。请 {by} 重新清点第 {row} 行“{name}”：输入行号 {row}，按 Enter，从空白重录。", "The two counts differ in rows {rows}. {by} sorts and counts row {row}, {name}, anew: type {row} and press Enter.")
}
func PileDispute(l Language) string {
	return l.in("第 {rows} 行仍不一致。请监票人当场清点第 {row} 行“{name}”：输入行号 {row}，按 Enter。", "Rows {rows} still differ. The scrutineer counts row {row}, {name}: type {row} and press Enter.")
}
func PileRuleNow(l Language) string {
	return l.in("监票人认定第 {row} 行“{name}”：输入各堆张数。{due}", "The scrutineer rules on row {row}, {name}: type the number of each pile. {due}")
}
func OtherRow(l Language) string {
	return l.in("现在要点的是第 {row} 行，不是第 {typed} 行（0 是无效）。", "It is row {row} that is wanted now, not {typed} (0 is the void sheets).")
}
func PilesClosed(l Language) string {
	return l.in("已按分堆记下 {sheets} 张，请第二个人再点一次。", "{sheets} sheets are counted by piles; a second person counts them again.")
}
func PilesAgreed(l Language) string {
	return l.in("两次清点已一致，曾有 {differed} 行不一致。", "Both counts agree; {differed} rows had differed.")
}
func LeavePilesWhy(l Language) string {
	return l.in("放弃这次清点，写明理由，按 Enter（按 Esc 不放弃）：", "Give up this count: say why and press Enter (Esc goes on with it):")
}
func AgainConfirm(l Language) string {
	return l.in("看清票面，按 Enter 确认；. 退回重录。", "Look at the paper and press Enter; . takes a mark back.")
}
func PileSum(l Language) string {
	return l.in("这一行合计 {sum} 张，应为 {sheets} 张。请再数一遍各堆。", "This row comes to {sum} sheets and should come to {sheets}. Count the piles once more.")
}
func CorrectWho(l Language) string {
	return l.in("第 {bundle} 组第 {sheet} 张更正为“{words}”。看到票面的监票人姓名（按 Enter 确认）：", "Bundle {bundle}, sheet {sheet} is corrected to “{words}”. The scrutineer who saw the paper (Enter to confirm):")
}
func WithdrawPilesWhy(l Language) string {
	return l.in("撤回已记下的分堆计票，写明理由，按 Enter（按 Esc 不撤回）：", "Take back the count by piles: say why and press Enter (Esc keeps it):")
}
func RowLabel(l Language) string { return l.in("行号", "Row") }
func SumLabel(l Language) string { return l.in("合计", "Sum") }
