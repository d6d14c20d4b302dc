package words

// What the count asks for at each gate.

func GateHeads(l Language) string {
	return l.in("清点人数：输入应到和实到人数，按 Enter。", "Count the people: type expected and present, then Enter.")
}
func GateIssue(l Language) string {
	return l.in("发放评议表：输入发出张数，按 Enter；有备用票的，再填印制张数。", "Issue the sheets: type how many were handed out, then Enter; how many were printed, where some are spare.")
}
func GateIssueEach(l Language) string {
	return l.in("发放评议表：每名对象各有一张，共 {sheets} 种。输入每种发出的张数，按 Enter。", "Issue the sheets, one for each of {sheets} subjects: type how many of each were handed out, then Enter.")
}
func GateCollect(l Language) string {
	return l.in("收回评议表：输入收回张数，按 Enter。收回后请先打乱顺序再录入。", "Collect the sheets: type how many came back, then Enter. Shuffle them before keying.")
}
func GateOpen(l Language) string {
	return l.in("还有 {left} 张未录。数出不超过 {size} 张为一组，按 Enter 开第 {next} 组。", "{left} sheets are left. Take up to {size} as a bundle and press Enter to open bundle {next}.")
}
func GateHand(l Language) string {
	return l.in("第 {bundle} 组录入 {entered} 张。请用手再数一遍这一组，输入张数，按 Enter 封组。", "Bundle {bundle}: {entered} entered. Count the paper by hand again, type the number, then Enter.")
}
func GateFinish(l Language) string {
	return l.in("收回的 {collected} 张全部录完：有效 {valid} + 无效票 {void} = {collected}。请监票人核对，按 Enter 结束计票。", "All {collected} sheets are entered: valid {valid} + void {void} = {collected}. The scrutineer checks; Enter closes the count.")
}
func GateClosed(l Language) string {
	return l.in("计票已结束（监票人 {by}）：有效 {valid}，无效票 {void}，收回 {collected}。按 F4 看结果。", "The count is closed (scrutineer {by}): valid {valid}, void {void}, collected {collected}. F4 shows the result.")
}
func GateVoid(l Language) string {
	return l.in("第 {round} 轮测评无效：收回多于发出。重新发放评议表后输入发出张数，按 Enter 开始新一轮。", "Round {round} is void: more back than issued. Issue sheets anew and type how many, then Enter.")
}
func HeadsExpected(l Language) string { return l.in("应到", "expected") }
func HeadsPresent(l Language) string  { return l.in("实到", "present") }
func HeadsLeave(l Language) string    { return l.in("请假", "on leave") }
func GateCounted(l Language) string   { return l.in("手工清点", "by hand") }

// The list of names that is ticked at the door.

func KeyDoor(l Language) string    { return l.in("到会名单、签到", "names at the door") }
func KeyCame(l Language) string    { return l.in("到会", "here") }
func KeyOnLeave(l Language) string { return l.in("请假", "on leave") }
func KeyAbsent(l Language) string  { return l.in("缺席", "absent") }
func KeyUntick(l Language) string  { return l.in("未到", "not yet") }
func KeyRoll(l Language) string    { return l.in("按名单登记人数", "state the numbers") }
func KeyNamesIn(l Language) string { return l.in("读入名单…", "read a list…") }
func KeyNamesAnew(l Language) string {
	return l.in("换一份名单…", "read another list…")
}
func KeyNamesOut(l Language) string { return l.in("删去名单…", "take the list away…") }
func DoorSays(l Language) string {
	return l.in("签到：名单 {expected} 人，到会 {present}，请假 {leave}，缺席 {absent}，还没到 {open}。", "At the door: {expected} on the list, {present} here, {leave} on leave, {absent} absent, {open} not yet.")
}

func DoorColumns(l Language) []string { return doorColumns.in(l) }

var doorColumns = list{{"名单", "listed"}, {"到会", "here"}, {"请假", "leave"}, {"缺席", "absent"}, {"还没到", "not yet"}}

func DoorNone(l Language) string {
	return l.in("还没有到会名单。", "There is no list of names yet.")
}
func DoorEmpty(l Language) string {
	return l.in("按 Enter 读入一份（CSV 或 XLSX，有姓名、参评类别、单位各栏）；空表用命令 shuping names template。名单和签到只存在本机会议旁边，不进记录，不与任何一张票相连；进记录的只是各类人数。", "Enter reads one (CSV or XLSX with name, class and unit); shuping names template writes an empty one. List and ticks stay beside the session, never enter the record and are tied to no sheet; the record has numbers alone.")
}
func NextDoorList(l Language) string {
	return l.in("按 Enter 读入名单，或按 Esc 返回", "Enter reads a list, Esc goes back")
}
func NextDoor(l Language) string {
	return l.in("↑↓ 或 / 找人，1 到会 2 请假；点完按 Ctrl+S", "find with / or the arrows, 1 here, 2 on leave; then Ctrl+S")
}
func NamesPathAsk(l Language) string {
	return l.in("到会名单（XLSX 或 CSV）：", "The list of names (XLSX or CSV):")
}
func NamesRead(l Language) string {
	return l.in("名单已读好，在 F3。", "The list was read; it is on F3.")
}
func NamesHead(l Language) string {
	return l.in("名单是这样读的：", "The list was understood so:")
}
func NamesTake(l Language) string {
	return l.in("用这份名单（姓名、类别、单位都没变的，签到保留）", "Use this list (who stands on both keeps his tick)")
}
func NamesSum(l Language) string {
	return l.in("{path}：共 {count} 人。", "{path}: {count} persons.")
}
func NamesTaken(l Language) string {
	return l.in("名单 {count} 人，只存在本机。", "{count} names, kept on this computer only.")
}
func NamesOutAsk(l Language) string {
	return l.in("名单 {count} 人和签到都删去？已登记的人数不变。", "Take away the {count} names and their ticks? Numbers that were stated stay.")
}
func NamesOutYes(l Language) string { return l.in("删去名单", "Take the list away") }
func NamesGone(l Language) string   { return l.in("名单已删去。", "The list is gone.") }
func RollYes(l Language) string     { return l.in("记下这些人数", "Record these numbers") }
func RollOpen(l Language) string {
	return l.in("还有 {count} 人没有点到，算在应到里，不算实到，也不算请假。", "{count} were not ticked: they count as expected, neither as present nor as on leave.")
}

// The next step at each gate.

func NextVoid(l Language) string {
	return l.in("重新发放评议表，输入发出张数，按 Enter", "issue sheets anew, type how many, press Enter")
}
func NextHeads(l Language) string {
	return l.in("输入应到、实到人数，按 Enter，监票人确认", "type expected and present, press Enter; the scrutineer confirms")
}
func NextIssue(l Language) string {
	return l.in("输入发出张数，按 Enter，监票人确认", "type how many were issued, press Enter; the scrutineer confirms")
}
func NextCollect(l Language) string {
	return l.in("输入收回张数，按 Enter，监票人确认", "type how many came back, press Enter; the scrutineer confirms")
}
func NextOpen(l Language) string {
	return l.in("数出一组，按 Enter 开始录入", "take a bundle and press Enter")
}
func NextMark(l Language) string {
	return l.in("按数字录入第 {row} 行", "a digit keys row {row}")
}
func NextAllRows(l Language) string {
	return l.in("按数字录全部的等次；整张待认定 7，整张无效 0", "a digit keys the grade of all rows; 7 sets the sheet aside, 0 voids it")
}
func NextOddRow(l Language) string {
	return l.in("按数字录不同的行（行号、等次），按 + 存这一张", "digits key each odd row by number and grade; + stores the sheet")
}
func NextVoidReason(l Language) string {
	return l.in("按数字选无效票的理由", "press the digit of the reason")
}
func NextSettle(l Language) string {
	return l.in("监票人看票面认定，按数字重新录入这一张", "the scrutineer looks at the paper; digits key the sheet")
}
func NextWhole(l Language) string {
	return l.in("看清票面，按 Enter 记下", "look at the paper; Enter records it")
}
func NextHand(l Language) string {
	return l.in("用手再数一遍，输入张数，按 Enter", "count by hand, type the number, press Enter")
}
func NextChecks(l Language) string {
	return l.in("选一组，按 Enter 复核", "choose a bundle and press Enter")
}
func NextUneven(l Language) string {
	return l.in("数清纸票，按 Enter 改正漏录或重录的一方", "count the paper, then Enter mends the slip")
}
func NextDiffers(l Language) string {
	return l.in("请 {by} 取出第 {sheet} 张，输入张号，按 Enter", "{by} takes out sheet {sheet}; type its number, press Enter")
}
func NextDispute(l Language) string {
	return l.in("监票人取出第 {sheet} 张，输入张号，按 Enter", "the scrutineer takes out sheet {sheet}; type its number, press Enter")
}
func NextRule(l Language) string {
	return l.in("监票人看票认定，按数字照认定录入", "the scrutineer rules; digits key what was ruled")
}
func NextPile(l Language) string {
	return l.in("数清各堆，依次输入，按 Enter", "count each pile, type the numbers, press Enter")
}
func NextRow(l Language) string {
	return l.in("重新清点第 {row} 行：输入行号，按 Enter", "count row {row} anew: type its number, press Enter")
}
func NextFinish(l Language) string {
	return l.in("监票人核对后按 Enter 结束计票", "the scrutineer checks; Enter closes the count")
}
func NextClosed(l Language) string { return l.in("按 Enter 看结果", "Enter shows the result") }
func NextCorrect(l Language) string {
	return l.in("输入组号、张号，按 Enter", "type the bundle and the sheet, press Enter")
}
