package words

// What the count asks for at each gate.

func GateHeads(l Language) string {
	return l.in("清点人数：输入应到和实到人数，按 Enter。", "Count the people: type expected and present, then Enter.")
}
func GateIssue(l Language) string {
	return l.in("发放评议表：输入发出张数，按 Enter。", "Issue the sheets: type how many were handed out, then Enter.")
}
func GateIssueEach(l Language) string {
	return l.in("发放评议表：每名对象各有一张，共 {sheets} 种。输入每种发出的张数，按 Enter。", "Issue the sheets, one for each of {sheets} subjects: type how many of each were handed out, then Enter.")
}
func GateCollect(l Language) string {
	return l.in("收回评议表：输入收回张数，按 Enter。收回后请先打乱顺序再录入。", "Collect the sheets: type how many came back, then Enter. Shuffle them before keying.")
}
func GateOpen(l Language) string {
	return l.in("还有 {left} 张未录。数出不超过 {size} 张为一束，按 Enter 开第 {next} 束。", "{left} sheets are left. Take up to {size} as a bundle and press Enter to open bundle {next}.")
}
func GateHand(l Language) string {
	return l.in("第 {bundle} 束录入 {entered} 张。请用手再数一遍这一束，输入张数，按 Enter 封束。", "Bundle {bundle}: {entered} entered. Count the paper by hand again, type the number, then Enter.")
}
func GateFinish(l Language) string {
	return l.in("收回的 {collected} 张全部录完：有效 {valid} + 作废 {void} = {collected}。请监票人核对，按 Enter 结束计票。", "All {collected} sheets are entered: valid {valid} + void {void} = {collected}. The scrutineer checks; Enter closes the count.")
}
func GateClosed(l Language) string {
	return l.in("计票已结束（监票人 {by}）：有效 {valid}，作废 {void}，收回 {collected}。按 F4 看结果。", "The count is closed (scrutineer {by}): valid {valid}, void {void}, collected {collected}. F4 shows the result.")
}
func GateVoid(l Language) string {
	return l.in("第 {round} 轮测评作废：收回多于发出。重新发表后输入发出张数，按 Enter 开始新一轮。", "Round {round} is void: more back than issued. Issue sheets anew and type how many, then Enter.")
}
func HeadsExpected(l Language) string { return l.in("应到", "expected") }
func HeadsPresent(l Language) string  { return l.in("实到", "present") }
func GateCounted(l Language) string   { return l.in("手工清点", "by hand") }
