package words

// The agenda.

func TimeLeft(l Language) string     { return l.in("剩余", "left") }
func TimeOver(l Language) string     { return l.in("已超时", "over time") }
func ClockPaused(l Language) string  { return l.in("计时暂停", "clock paused") }
func ItemSkipped(l Language) string  { return l.in("已跳过", "skipped") }
func ItemFinished(l Language) string { return l.in("{item} 已结束。", "{item} is over.") }
func AgendaNext(l Language) string {
	return l.in("按 Enter 开始：{item}", "Press Enter to start: {item}")
}
func AgendaOver(l Language) string {
	return l.in("议程已全部完成。", "The agenda is complete.")
}
func ToCount(l Language) string {
	return l.in("按 F3 发放、收回评议表并计票。", "Press F3 to issue, collect and count the sheets.")
}
func ToGrades(l Language) string {
	return l.in("按 F5 确定综合评价等次。", "Press F5 to decide the grades.")
}
func ToArchive(l Language) string {
	return l.in("按 F7 封存归档。", "Press F7 to seal and archive.")
}
func SkipWhy(l Language) string {
	return l.in("写明跳过的理由，按 Enter 跳过并开始；按 Esc 不跳过。", "Write why it is skipped; Enter skips and starts, Esc does neither.")
}
func NotesOf(l Language) string {
	return l.in("{item} 要点（可写多行，按 Esc 存好返回）", "Notes on {item} (several lines; Esc keeps them and goes back)")
}
func NotesHead(l Language) string { return l.in("要点", "Notes") }
func NotesKept(l Language) string { return l.in("要点已存盘。", "The notes are stored.") }
func ItemNext(l Language) string  { return l.in("下一项", "Next") }
func AskInAgenda(l Language) string {
	return l.in("这一步需要回答问题，请按 Esc 回到议程。", "This step asks something; press Esc and do it in the agenda.")
}

func ItemKind(l Language, code string) string { return itemKinds[code].in(l) }

var itemKinds = table{
	"report":     {"述职", "Report"},
	"review":     {"点评", "Review"},
	"speech":     {"总结讲话", "Closing speech"},
	"evaluation": {"会议测评", "Evaluation"},
}
