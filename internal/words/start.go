package words

// The start screen: the titles of its groups, what a choice is called, and what Enter
// does with it.

func StartGoOn(l Language) string       { return l.in("继续", "Go on with") }
func StartNewMeeting(l Language) string { return l.in("新的会议", "A new meeting") }
func StartTools(l Language) string      { return l.in("练习与工具", "Practice and tools") }

func StartNew(l Language) string {
	return l.in("{title}（{unit}）", "{title} ({unit})")
}
func StartOnPlan(l Language) string { return l.in("按方案新建…", "on a plan…") }
func StartOnPlanAside(l Language) string {
	return l.in("选方案、姓名、文件夹，最后才建", "plan, names and folder are asked first")
}
func StartAfter(l Language) string {
	return l.in("接着上一年新建…", "after last year's export…")
}
func StartAfterAside(l Language) string {
	return l.in("先核验上年归档包，再结转台账", "which is verified, and its open problems carried over")
}
func StartOpen(l Language) string { return l.in("打开其他文件…", "open another file…") }
func StartOpenAside(l Language) string {
	return l.in("会议文件在别的文件夹", "a session in another folder")
}
func StartRehearse(l Language) string {
	return l.in("演练一遍（样票，不存档）", "Rehearse with made-up sheets (nothing is kept)")
}
func StartVerify(l Language) string { return l.in("核验归档包…", "verify an export…") }
func StartPapers(l Language) string {
	return l.in("生成会议材料…", "write the papers of a meeting…")
}
func StartDue(l Language) string {
	return l.in("还缺什么、哪天到期", "what is missing, and by when")
}
func StartWall(l Language) string     { return l.in("打开投影窗口…", "open the wall's window…") }
func StartLanguage(l Language) string { return l.in("English", "中文") }

func StartBroken(l Language) string {
	return l.in("{name} 打不开：{problem}", "{name} cannot be opened: {problem}")
}
func StartAll(l Language) string { return l.in("全部 {all} 个…", "All {all}…") }

func StartGoOnNext(l Language) string {
	return l.in("Enter 继续“{name}”", "Enter goes on with “{name}”")
}
func StartTakeNext(l Language) string {
	return l.in("↑↓ 选，按 Enter 做“{name}”", "↑↓ chooses, Enter does “{name}”")
}

// What is asked before a meeting is made, and what is looked for.

func StartWhichPlan(l Language) string {
	return l.in("按哪个方案开会", "The plan that the meeting is held on")
}
func StartPlanNext(l Language) string {
	return l.in("Enter 用“{name}”", "Enter takes “{name}”")
}
func StartOtherPlan(l Language) string { return l.in("其他方案文件…", "another plan file…") }
func StartFindPlan(l Language) string {
	return l.in("选方案文件（.toml）", "A plan file (.toml)")
}
func StartFindSession(l Language) string {
	return l.in("选会议文件（.shuping）", "A session file (.shuping)")
}
func StartFindExport(l Language) string {
	return l.in("选归档包（.zip，或者解开后的文件夹）", "An export (.zip, or the folder that it was unpacked to)")
}
func StartWhichSession(l Language) string { return l.in("哪一次会议", "Which meeting") }
func StartFill(l Language) string {
	return l.in("新会议：{title}  {unit}", "A new meeting: {title}  {unit}")
}
func StartNameHint(l Language) string {
	return l.in("姓名；不填的，材料上只印职务", "name; without one papers have the post alone")
}
func StartFile(l Language) string   { return l.in("会议文件名", "name of the file") }
func StartFolder(l Language) string { return l.in("放在文件夹", "folder") }
func StartBadName(l Language) string {
	return l.in("“{name}”不能作文件名：不能空着，也不能带斜杠。", "“{name}” cannot be the name of a file: it is empty, or has a slash in it.")
}
func FormGoOn(l Language) string { return l.in("下一步", "go on") }
func FindHere(l Language) string { return l.in("就放在这里", "here") }
func FindNoFolder(l Language) string {
	return l.in("{path} 不是文件夹，请另选一个。", "{path} is no folder; choose another.")
}
func StartVerifying(l Language) string { return l.in("正在核验归档包", "Verifying the export") }
func StartCarrying(l Language) string  { return l.in("正在结转台账", "Carrying the ledger over") }
func StartWords(l Language) string     { return l.in("封存词", "head words") }
func StartWordsHint(l Language) string {
	return l.in("抄在报告单上的词，可不填", "as written on the report; may be empty")
}
func StartPapersInto(l Language) string {
	return l.in("材料放在哪个文件夹", "The folder that the papers go into")
}
func StartPapersFolder(l Language) string  { return l.in("-会议材料", "-papers") }
func StartPapersWriting(l Language) string { return l.in("正在生成材料", "Writing the papers") }
func StartDueReading(l Language) string    { return l.in("正在读会议文件", "Reading the sessions") }
func StartNoSession(l Language) string {
	return l.in("还没有会议文件。先新建一次会议。", "There is no session yet; begin one first.")
}

// Where a meeting stands.

func StandsNew(l Language) string    { return l.in("还没有开始", "not begun") }
func StandsPaused(l Language) string { return l.in("会议中", "under way") }
func StandsCounting(l Language) string {
	return l.in("计票中 {read}/{collected}", "counting, {read}/{collected}")
}
func StandsCounted(l Language) string {
	return l.in("计票结束，等次未定", "counted, grades to be decided")
}
func StandsDecided(l Language) string {
	return l.in("等次已定，待封存", "graded, to be sealed")
}
func StandsSealed(l Language) string { return l.in("已封存", "sealed") }
func StandsOpen(l Language) string {
	return l.in("已封存，台账未销号 {problems} 条", "sealed, {problems} problems open")
}
func StartFold(l Language) string { return l.in("收起", "fewer") }
func StartUnknownKey(l Language) string {
	return l.in("“{key}”在这里没有作用。按 F10 看能做什么。", "“{key}” does nothing here. Press F10 for what can be done.")
}

// The next of a plan's dates.

func StartWorkFrom(l Language) string  { return l.in("{day} 开始", "starts {day}") }
func StartWorkUntil(l Language) string { return l.in("{day} 前完成", "done by {day}") }
func StartFileBy(l Language) string    { return l.in("{day} 前报送", "filed by {day}") }
