package words

// The next step of a rehearsal.

func CoachGo(l Language) string { return l.in("按 {key}", "press {key}") }
func CoachFinish(l Language) string {
	return l.in("讲完后按 Enter 结束“{item}”", "press Enter when “{item}” is over")
}
func CoachHeads(l Language) string {
	return l.in("输入 46 Enter，43 按两次 Enter，填监票人姓名，选所见", "type 46 Enter, 43 Enter twice, a scrutineer's name, what was seen")
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
func CoachRule(l Language) string {
	return l.in("先按 Enter，再按 {keys}，按 Enter，写监票人姓名", "Enter, then {keys}, Enter, and who ruled")
}
func CoachList(l Language) string {
	return l.in("按 Esc 看各组，练习复核", "Esc lists the bundles: check one")
}
func CoachCheck(l Language) string {
	return l.in("按 Enter，选 1，写另一个人的姓名", "Enter, 1, and the name of another person")
}
func CoachChecked(l Language) string {
	return l.in("按 Esc 返回，结束计票", "Esc goes back; close the count")
}
func CoachSlip(l Language) string {
	return l.in("这一张练习录错：故意按 {keys}", "key this one wrongly, on purpose: {keys}")
}
func CoachAgain(l Language) string {
	return l.in("依次按 {keys}，再按 Enter", "press {keys}, then Enter")
}
func CoachClose(l Language) string {
	return l.in("按 Enter，选 2，确认监票人姓名，选所见", "Enter, 2, confirm the scrutineer and what was seen")
}
func CoachCorrect(l Language) string {
	return l.in("练习更正：按 F10，选“更正一张票”", "practise a correction: F10, “correct a sheet”")
}
func CoachMend(l Language) string {
	return l.in("输入 1，按 Enter；输入 2，按 Enter", "type 1, Enter, then 2, Enter")
}
func CoachUnvetted(l Language) string {
	return l.in("这份述职报告没有审核：按 Enter，先在检查单里写明理由", "this report was not vetted: Enter, and say why in the list")
}
func CoachForced(l Language) string {
	return l.in("↑↓ 选{subject}，只能定“{grade}”：按 {digit}", "choose {subject}: only “{grade}” is left, press {digit}")
}
func CoachSeal(l Language) string {
	return l.in("按 Enter 看封存前问什么；演练不封存，按 Ctrl+Q 离开", "Enter shows what a seal asks; nothing is sealed, Ctrl+Q leaves")
}
func SealPractice(l Language) string {
	return l.in("演练到此为止：没有封存，也不导出。正式会议在这里封存。", "The rehearsal ends here: nothing was sealed or exported. A real meeting is sealed here.")
}
func PracticeMark(l Language) string { return l.in("【演练】", "[REHEARSAL] ") }
func CoachDecide(l Language) string {
	return l.in("↑↓ 选{subject}，按数字定等次", "choose {subject}, a digit grades")
}
