package words

// Bundles, and which of them are checked.

func KeyerName(l Language) string {
	return l.in("谁来录入？输入录入人姓名，按 Enter：", "Who keys the sheets? Type the name and press Enter:")
}
func KeyedBy(l Language) string { return l.in("{by} 录入", "{by} keying") }
func BundleRestAsk(l Language) string {
	return l.in("第 {bundle} 组只有 {sheets} 张，不满 {size} 张。这是剩下的最后一组吗？", "Bundle {bundle} has only {sheets} sheets of {size}. Is it the last one?")
}
func BundleRestNo(l Language) string {
	return l.in("不是，还有评议表要录", "No, there are sheets left to key")
}
func BundleRestYes(l Language) string {
	return l.in("是，按 {sheets} 张封组", "Yes, close it with {sheets} sheets")
}
func BundleCover(l Language) string {
	return l.in("组封签：第 {bundle} 组\u3000{sheets} 张\u3000{by} 录入", "Cover: bundle {bundle}, {sheets} sheets, keyed by {by}")
}
func BundleLine(l Language) string {
	return l.in("第 {bundle} 组  {sheets} 张", "Bundle {bundle}  {sheets}")
}
func EmptyBundle(l Language) string      { return l.in("空组，不用复核", "empty, nothing to check") }
func BundleNotChecked(l Language) string { return l.in("未复核", "not checked") }

func BundleCheckedBy(l Language, code string) string { return bundleCheckedBies[code].in(l) }

var bundleCheckedBies = table{
	"second-entry": {"{by} 复核一致", "keyed again by {by}, agrees"},
	"spot-check":   {"{by} 抽查一致", "drawn sheets read by {by}, agree"},
}

func BundleHadDiffered(l Language) string {
	return l.in("（曾有 {differed} 张不同）", " ({differed} had differed)")
}
func RowsHadDiffered(l Language) string {
	return l.in("（曾有 {differed} 行不同）", " ({differed} rows had differed)")
}
func PilesLine(l Language) string {
	return l.in("分堆计票  {sheets} 张", "By piles  {sheets}")
}
func CheckLater(l Language) string {
	return l.in("第 {bundle} 组还在录入，封组以后再复核。", "Bundle {bundle} is being keyed; close it first.")
}
func ChecksHead(l Language) string {
	return l.in("各组复核：↑↓ 选一组，按 Enter 开始。", "Checks: choose a bundle with ↑↓ and press Enter.")
}
func ChecksLeft(l Language) string {
	return l.in("还有 {bundles} 组没有复核，按 Esc 看各组。", "Not checked yet: {bundles}; Esc lists them.")
}
func ChecksMust(l Language) string {
	return l.in("方案要求每组都要复核，还有第 {list} 组没有复核。按 Esc 看各组。", "The plan wants every bundle checked; {list} are not. Esc lists them.")
}
func ChecksAsk(l Language) string {
	return l.in("还有 {bundles} 组没有复核。方案没有规定必须复核，不复核会如实写入记录。", "Not checked yet: {bundles}. The plan demands no check; that none was made will stand in the record.")
}
func CheckFirst(l Language) string { return l.in("先复核", "Check them first") }
func CheckNot(l Language) string {
	return l.in("不复核，结束计票", "Close the count without checks")
}
