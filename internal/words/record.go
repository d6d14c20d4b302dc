package words

// The count.

func StackNamed(l Language) string     { return l.in("［{stack}］{sentence}", "[{stack}] {sentence}") }
func OverallMark(l Language) string    { return l.in("总体", "overall") }
func AsideCount(l Language) string     { return l.in("{aside} {n}", "{aside} {n}") }
func IssuedLabel(l Language) string    { return l.in("发出", "issued") }
func CollectedLabel(l Language) string { return l.in("收回", "back") }
func ReadLabel(l Language) string      { return l.in("已录", "read") }
func RestLabel(l Language) string      { return l.in("余", "left") }
func BundleSheet(l Language) string {
	return l.in("第 {bundle} 组  第 {sheet} 张", "bundle {bundle}  sheet {sheet}")
}
func JustNow(l Language) string { return l.in("最近录入", "last") }
func AllRows(l Language) string { return l.in("全部", "all") }
func NoSuchMark(l Language) string {
	return l.in("这里要按等次、9 弃权或 8 该项无效；0 和 7 只能是一张的第一个键。", "A grade is wanted here, 9 or 8; 0 and 7 are only the first key of a sheet.")
}
func NoSuchRow(l Language) string {
	return l.in("没有这一行：评议表共 {rows} 行。", "There is no such row: the sheet has {rows}.")
}
func RowHalfKeyed(l Language) string {
	return l.in("第 {row} 行还没有录完：先录等次，或按 . 退回。", "Row {row} is half keyed: key its mark, or take it back with “.”.")
}
func ThisRowBlank(l Language) string    { return l.in("该项弃权", "row blank") }
func ThisRowSpoiled(l Language) string  { return l.in("该项无效", "row spoiled") }
func WholeSheetAside(l Language) string { return l.in("整张待认定", "sheet aside") }
func WholeSheetVoid(l Language) string  { return l.in("整张无效票", "sheet void") }
func ThisBundle(l Language) string      { return l.in("本组", "bundle") }
func JustPressed(l Language) string     { return l.in("刚按", "pressed") }
func WholeCount(l Language) string      { return l.in("全部", "all") }
func TotalsOf(l Language) string {
	return l.in("会场显示的票数（{sheets} 张）", "as the hall sees them ({sheets})")
}
func ShortAside(l Language) string   { return l.in("待认定", "aside") }
func ShortVoid(l Language) string    { return l.in("无效票", "void") }
func BundleName(l Language) string   { return l.in("第 {bundle} 组", "bundle {bundle}") }
func SheetNumber(l Language) string  { return l.in("第 {sheet} 张", "sheet {sheet}") }
func SheetStored(l Language) string  { return l.in("已保存", "stored") }
func SheetWriting(l Language) string { return l.in("正在保存", "storing") }
func SheetDoubtful(l Language) string {
	return l.in("待认定", "doubtful: the scrutineer rules")
}
func VoidSheet(l Language) string { return l.in("无效票", "void") }
func VoidWhy(l Language) string {
	return l.in("这张无效，理由是：", "This sheet is void because:")
}
func SettleSheet(l Language) string {
	return l.in("请监票人认定第 {sheet} 张：看票面，重新录入这一张。", "The scrutineer rules on sheet {sheet}: look at the paper and key it again.")
}
func TakenBack(l Language) string {
	return l.in("已退回第 {sheet} 张（{words}），请重录。", "Sheet {sheet} is taken back ({words}); key it again.")
}
func BundleClosed(l Language) string {
	return l.in("第 {bundle} 组 {sheets} 张已封组。", "Bundle {bundle} is closed with {sheets} sheets.")
}
func CountClosed(l Language) string {
	return l.in("计票结束。按 F4 看结果。", "The count is closed. F4 shows the result.")
}
func Scrutineer(l Language) string {
	return l.in("请监票人核对各组、组封签和票数。", "The scrutineer looks at every bundle, its cover and the sums.")
}
func CollectedOver(l Language) string {
	return l.in("收回 {collected} 张，多于发出 {issued} 张。收回多于发出，本轮测评无效。", "{collected} sheets came back and {issued} were issued. More back than issued voids the round.")
}
func CollectAgain(l Language) string {
	return l.in("重新清点，先不记录", "Count again, record nothing")
}
func VoidRound(l Language) string {
	return l.in("清点无误，本轮测评无效", "The number is right: void the round")
}
