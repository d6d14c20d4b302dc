package words

// The agenda.

func TimeLeft(l Language) string     { return l.in("剩余时间", "left") }
func TimeOver(l Language) string     { return l.in("已超时", "over time") }
func ClockPaused(l Language) string  { return l.in("计时暂停", "clock paused") }
func ItemSkipped(l Language) string  { return l.in("已跳过", "skipped") }
func ItemFinished(l Language) string { return l.in("{item} 已结束。", "{item} is over.") }
func NextStart(l Language) string {
	return l.in("按 Enter 开始“{item}”", "press Enter to start “{item}”")
}
func NextEnd(l Language) string {
	return l.in("讲完后按 Enter 结束，接着“{item}”", "press Enter when it is over; then “{item}”")
}
func NextEndLast(l Language) string {
	return l.in("讲完后按 Enter 结束", "press Enter when it is over")
}
func FinishSoon(l Language) string {
	return l.in("“{item}”才进行了 {seconds} 秒。现在就结束吗？", "“{item}” has run for {seconds} seconds. End it now?")
}
func FinishUnvoted(l Language) string {
	return l.in("评议表还没有收回。现在就结束“{item}”吗？发放、收回、计票都在 F3。", "No sheet has come back yet. End “{item}” all the same? F3 issues, collects and counts.")
}
func FinishNo(l Language) string  { return l.in("接着进行", "Go on") }
func FinishYes(l Language) string { return l.in("结束这一项", "End it") }
func KeyToRunning(l Language) string {
	return l.in("回到正在进行的一项", "back to what runs")
}
func KeyMinuteLess(l Language) string { return l.in("减 1 分钟", "a minute less") }
func KeySkip(l Language) string       { return l.in("跳过这一项…", "skip it…") }
func KeyTakeBackEnd(l Language) string {
	return l.in("收回结束，接着进行", "take the end back")
}
func KeyReopenItem(l Language) string { return l.in("重新打开这一项…", "open it again…") }
func KeyOtherReview(l Language) string {
	return l.in("记其他人的点评…", "another's review…")
}
func KeyOfficers(l Language) string {
	return l.in("登记监票人、计票人…", "scrutineers, tellers…")
}
func OfficersAsk(l Language) string {
	return l.in("登记会议地点、主持人、记录人和推选的监票人、计票人，写进会议记录和各份材料。空着或者不改，就保持原样。", "Where the meeting is held, who presides and records, who was elected to watch and to count: for the minutes and papers. What stays empty or unchanged stays as it is.")
}
func OfficerIs(l Language) string   { return l.in("{office}，按 Enter：", "{office}, then Enter:") }
func PlaceAsk(l Language) string    { return l.in("会议地点", "Place of the meeting") }
func ChairAsk(l Language) string    { return l.in("主持人姓名", "Name of who presides") }
func RecorderAsk(l Language) string { return l.in("记录人姓名", "Name of who records") }
func ScrutineersAsk(l Language) string {
	return l.in("监票人（几个人用、隔开）", "Scrutineers (with commas)")
}
func TellersAsk(l Language) string {
	return l.in("计票人（几个人用、隔开）", "Tellers (with commas)")
}
func OfficersBack(l Language) string { return l.in("先不记，返回", "Leave it as it was") }
func OfficersYes(l Language) string  { return l.in("记下", "Record it") }
func OfficersSame(l Language) string { return l.in("没有改动。", "Nothing was changed.") }
func OfficersKept(l Language) string {
	return l.in("已记下，写进会议记录。", "Recorded, for the minutes.")
}
func NextOfficers(l Language) string {
	return l.in("选出后按 Ctrl+N 登记，再按 Enter 结束这一项", "Ctrl+N names who was elected, then Enter ends the item")
}
func KeySpeaking(l Language) string { return l.in("改述职顺序…", "order of speaking…") }
func ReopenItemAsk(l Language) string {
	return l.in("为什么重新打开“{item}”？写明理由，按 Enter；按 Esc 不打开。", "Why is “{item}” opened again? Then Enter; Esc leaves it.")
}
func ReviewerAsk(l Language) string {
	return l.in("谁作的点评？输入姓名或职务，按 Enter：", "Who reviewed? Name or post, then Enter:")
}
func ReviewOfAsk(l Language) string {
	return l.in("{by} 的点评（{item}），按 Enter：", "The review by {by} ({item}), then Enter:")
}
func SpeakingAsk(l Language) string {
	return l.in("述职顺序：按方案中的序号，用空格隔开。只变发言先后，评议表和各表的顺序不变。", "The order of speaking, by the numbers of the plan, with spaces. Sheets and tables keep theirs.")
}
func SpeakingWhence(l Language) string {
	return l.in("这个顺序是怎样定的？", "Where does this order come from?")
}

func SpeakingChoices(l Language) []string { return speakingChoices.in(l) }

var speakingChoices = list{
	{"不改，返回", "Leave it as it is"},
	{"抽签所定", "Drawn by lot"},
	{"现场调整", "Changed on the spot"},
}

func SkipAsk(l Language) string {
	return l.in("为什么跳过“{item}”？写明理由，按 Enter：", "Why is “{item}” skipped? Then Enter:")
}
func AgendaOver(l Language) string {
	return l.in("议程已全部完成。", "The agenda is complete.")
}
func ToAgenda(l Language) string { return l.in("按 F2 继续议程", "F2 goes on with the agenda") }
func ToExport(l Language) string { return l.in("按 F7 导出归档包", "F7 writes the export") }
func ToCount(l Language) string {
	return l.in("按 F3 发放、收回评议表并计票", "F3 issues, collects and counts the sheets")
}
func ToAnnounce(l Language) string {
	return l.in("按 F5 确定等次，或 F10 宣布票数", "F5 for the grades, or F10 to announce the votes")
}
func ToGrades(l Language) string {
	return l.in("按 F5 确定综合评价等次", "F5 decides the grades")
}
func ToArchive(l Language) string {
	return l.in("按 F7 封存归档", "F7 seals and archives")
}
func SkipWhy(l Language) string {
	return l.in("写明跳过的理由，按 Enter 跳过并开始；按 Esc 不跳过。", "Write why it is skipped; Enter skips and starts, Esc does neither.")
}
func NotesOf(l Language) string {
	return l.in("{item} 要点（可写多行，按 Esc 存好返回）", "Notes on {item} (several lines; Esc keeps them and goes back)")
}
func NotesHead(l Language) string { return l.in("要点", "Notes") }
func NotesKept(l Language) string { return l.in("要点已保存。", "The notes are stored.") }
func ItemNext(l Language) string  { return l.in("下一项", "Next") }
func AskInAgenda(l Language) string {
	return l.in("这一步需要回答问题，请按 Esc 回到议程。", "This step asks something; press Esc and do it in the agenda.")
}

func ItemKind(l Language, code string) string { return itemKinds[code].in(l) }

var itemKinds = table{
	"report":     {"述职", "Report"},
	"question":   {"提问", "Questions"},
	"review":     {"点评", "Review"},
	"speech":     {"总结讲话", "Closing speech"},
	"elect":      {"推选监票人", "Election"},
	"evaluation": {"会议测评", "Evaluation"},
}
