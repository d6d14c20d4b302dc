package words

// The next step of a rehearsal.

func CoachGo(l Language) string { return l.in("按 {key}", "press {key}") }
func CoachFinish(l Language) string {
	return l.in("讲完后按 Enter 结束“{item}”", "press Enter when “{item}” is over")
}
func CoachHeads(l Language) string {
	return l.in("输入 46 Enter，再输入 43 Enter，填监票人姓名，选所见", "type 46 Enter, then 43 Enter, a scrutineer's name, what was seen")
}
func CoachIssue(l Language) string {
	return l.in("输入 {present} 按两次 Enter，确认监票人，选所见", "type {present}, Enter twice, confirm the scrutineer and what was seen")
}
func CoachCollect(l Language) string {
	return l.in("输入 20，按 Enter，确认监票人，选所见（演练用 20 张样票）", "type 20 and Enter (made-up sheets), confirm who saw what")
}
func CoachOpen(l Language) string { return l.in("按 Enter 开一组", "press Enter to open a bundle") }
func CoachOpenFirst(l Language) string {
	return l.in("按 Enter 开一组，填录入人姓名", "press Enter to open a bundle and type who keys it")
}
func CoachSheet(l Language) string {
	return l.in("手里这张样票，依次按 {keys}", "for the made-up sheet in hand press {keys}")
}
func CoachHand(l Language) string {
	return l.in("输入 {entered}，按 Enter 封组", "type {entered}, then Enter to close the bundle")
}
func CoachClose(l Language) string {
	return l.in("按 Enter，可选“先复核”，或填监票人姓名、选所见", "press Enter: check first, or confirm the scrutineer and what was seen")
}
func CoachDecide(l Language) string {
	return l.in("为{subject}按数字定等次", "press a digit to grade {subject}")
}
func CoachOver(l Language) string {
	return l.in("演练完成，按 F4 看结果，按 Ctrl+Q 离开。演练不能封存", "done: F4 shows the result, Ctrl+Q leaves. A rehearsal cannot be sealed")
}
