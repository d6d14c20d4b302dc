package words

// The check of a session.

func CheckFile(l Language) string    { return l.in("文件", "file") }
func CheckRecords(l Language) string { return l.in("记录", "records") }
func CheckHead(l Language) string    { return l.in("末条", "last") }
func CheckMeeting(l Language) string { return l.in("会议", "meeting") }
func CheckCount(l Language) string   { return l.in("测评", "count") }
func CheckGood(l Language) string {
	return l.in("全部记录环环相扣，重新执行无误。", "Every record follows the one before it, and all of them can be replayed.")
}

func ItemStatus(l Language, code string) string { return itemStatuses[code].in(l) }

var itemStatuses = table{
	"waiting": {"等待", "waiting"},
	"running": {"进行中", "running"},
	"done":    {"已结束", "done"},
	"skipped": {"已跳过", "skipped"},
}

func CheckOver(l Language) string { return l.in("全部结束", "all held") }
func CheckSheets(l Language) string {
	return l.in("第 {round} 轮 发出 {issued} 收回 {collected} 已录 {read} 第 {bundle} 组", "round {round}, issued {issued}, collected {collected}, read {read}, bundle {bundle}")
}
func CheckClosed(l Language) string { return l.in("计票已结束", "the count is closed") }
func CheckOpen(l Language) string   { return l.in("计票未结束", "the count is open") }
func CheckSealed(l Language) string { return l.in("已封存 {at}", "sealed {at}") }
