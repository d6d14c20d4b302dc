package words

// The weeks before the meeting, and what the chair keeps to himself.

func KeyPrepare(l Language) string  { return l.in("开会前检查", "checklist") }
func KeyPrint(l Language) string    { return l.in("会前材料", "papers to print") }
func KeyHints(l Language) string    { return l.in("点评准备", "prepared comments") }
func KeyHide(l Language) string     { return l.in("收起", "hide them") }
func KeyQuestion(l Language) string { return l.in("记提问", "question") }
func KeyTake(l Language) string     { return l.in("转入台账", "into the ledger") }
func KeyOpen(l Language) string     { return l.in("打开", "open") }

func PrepareHead(l Language) string {
	return l.in("{day} 前完成。标 ✗ 的要办，标 ! 的要看一看，别的可以以后再填。", "Until {day}. What has ✗ is to be done, what has ! wants a look; the rest may wait.")
}
func Printing(l Language) string {
	return l.in("正在写会前材料……", "Writing the papers to print…")
}
func Printed(l Language) string {
	return l.in("会前材料已写出，合订的一份可一次打印：{path}", "The papers to print are written; the one of all can be printed in one go: {path}")
}
func PreparePrivate(l Language) string { return l.in("只在本屏", "on this screen only") }
func PlanFiled(l Language) string      { return l.in("{day} 报{to}", "{day}, with {to}") }
func PlanNotFiled(l Language) string   { return l.in("尚未报送备案", "not filed yet") }
func PlanRow(l Language) string        { return l.in("工作方案报送备案", "Work plan filed") }
func VetRow(l Language) string         { return l.in("审核把关", "Vetting") }
func FileRow(l Language) string        { return l.in("述职报告文件", "Report, as a file") }
func VisitRow(l Language) string       { return l.in("实地调研", "Visits") }
func CommentRow(l Language) string     { return l.in("点评准备", "Prepared comments") }
func DutyRow(l Language) string        { return l.in("分工", "Duty") }
func VetNone(l Language) string        { return l.in("还没有审核", "not vetted yet") }
func VetPassed(l Language) string      { return l.in("审核通过", "passed") }
func VetReturned(l Language) string    { return l.in("退回", "returned") }
func VetMissing(l Language) string     { return l.in("，缺第 {points} 项", ", without {points}") }
func VetBy(l Language) string          { return l.in("（{by}）", " (by {by})") }
func FileNone(l Language) string       { return l.in("还没有附上", "not attached yet") }
func CommentCount(l Language) string   { return l.in("{n} 条", "{n}") }
func DutyDue(l Language) string        { return l.in("{day} 前", "by {day}") }
func DutyNew(l Language) string        { return l.in("登记一项分工", "enter a duty") }
func UnvettedAsk(l Language) string {
	return l.in("{subject} 的述职报告还没有审核通过：请先在这里办理，或写明照常述职的理由。", "The report of {subject} was not passed: settle it here first, or say why it is given all the same.")
}
func FiledToAsk(l Language) string {
	return l.in("报给谁？按 Enter：", "Filed with whom? Then Enter:")
}
func VetAsk(l Language) string {
	return l.in("{subject} 的述职报告：", "The report of {subject}:")
}
func VetReturn(l Language) string { return l.in("退回修改", "returned") }
func VetByAsk(l Language) string {
	return l.in("审核人（按 Enter 确认）：", "Who vetted it? Type the name and press Enter:")
}
func VetAllAsk(l Language) string {
	return l.in("各项内容齐全，本人撰写，问题有主客观原因，查摆问题具体、有一定篇幅？", "Is every point there, written in person, problems with their causes, and enough on problems?")
}
func VetAll(l Language) string  { return l.in("都符合", "yes, all of it") }
func VetLack(l Language) string { return l.in("有欠缺，写明", "something is wanting, in words") }
func VetPointsAsk(l Language) string {
	return l.in("缺哪几项内容？输入编号，如 1 3，没有就直接按 Enter：", "Which points are missing? Their numbers, as 1 3, or just Enter:")
}
func VetNoteAsk(l Language) string {
	return l.in("写明欠缺或退回的理由，按 Enter：", "Say what is wanting, or why it is returned, and press Enter:")
}
func VetBadPoints(l Language) string {
	return l.in("“{text}”不是内容编号，应为 1 到 {most}。", "“{text}” is no number of a point; they run from 1 to {most}.")
}
func Vetted(l Language) string {
	return l.in("{subject} 的审核已保存。", "The vetting of {subject} is stored.")
}
func FilePathAsk(l Language) string {
	return l.in("附上哪个文件？（32 MB 以内）", "Which file is to be attached? (up to 32 MB)")
}
func FileAttaching(l Language) string { return l.in("正在附上……", "Attaching…") }
func VisitWhich(l Language) string    { return l.in("{subject} 的调研：", "Visits to {subject}:") }
func VisitNew(l Language) string      { return l.in("记一次调研", "note a visit") }
func VisitLine(l Language) string     { return l.in("{day} {place}", "{day} {place}") }
func VisitPlace(l Language) string {
	return l.in("调研地点（按 Enter 确认）：", "Where? Then Enter:")
}
func VisitHow(l Language) string         { return l.in("调研方式：", "How was it made?") }
func VisitAnnounced(l Language) string   { return l.in("事先通知", "announced") }
func VisitUnannounced(l Language) string { return l.in("不打招呼", "unannounced") }
func VisitSeen(l Language) string {
	return l.in("看到了什么（可写多行，按 Esc 存好，只在本屏，不进档案）：", "What was seen (several lines, Esc stores it; on this screen only, never in the export):")
}
func CommentsAsk(l Language) string {
	return l.in("{subject} 的点评准备，每行一条（按 Esc 存好，只在本屏，不进档案）：", "Comments prepared on {subject}, one a line (Esc stores them; on this screen only, never in the export):")
}
func DutyWhat(l Language) string {
	return l.in("哪一项工作？按 Enter：", "Which piece of work? Then Enter:")
}
func DutyWho(l Language) string {
	return l.in("谁负责？按 Enter：", "Who answers for it? Then Enter:")
}
func QuestionAsk(l Language) string {
	return l.in("提问的内容，按 Enter：", "The question, then Enter:")
}
func QuestionKept(l Language) string { return l.in("提问已保存。", "The question is stored.") }
func HintsHead(l Language) string {
	return l.in("点评准备（按数字转入台账）", "Prepared comments (a digit takes one into the ledger)")
}
func HintsNone(l Language) string {
	return l.in("没有准备的点评。会前可在 F2 按 Ctrl+W 填写。", "No comments are prepared. Before the meeting, Ctrl+W on F2 opens them.")
}
func CommentNone(l Language) string { return l.in("没有第 {n} 条。", "There is no comment {n}.") }
func CommentTaken(l Language) string {
	return l.in("第 {n} 条已在台账。", "Comment {n} is on the ledger already.")
}
func PrepareStored(l Language) string { return l.in("已存好。", "Stored.") }
func DraftBack(l Language) string {
	return l.in("上次没有存好的草稿，已恢复。", "A draft that was not stored last time has been brought back.")
}
func DraftHere(l Language) string  { return l.in("，有草稿没有存好", ", a draft was left") }
func KeepFailed(l Language) string { return l.in("没有存好：{problem}", "Not stored: {problem}") }

// Filing.

func KeyFile(l Language) string   { return l.in("登记报送", "was filed") }
func KeyAttach(l Language) string { return l.in("附上文件", "attach a file") }
func FileAsk(l Language) string   { return l.in("报送了什么？", "What was filed?") }
func FileOne(l Language) string   { return l.in("只有“{paper}”", "only “{paper}”") }
func FileAll(l Language) string {
	return l.in("还没有报送的全部材料", "all papers that are not filed yet")
}

func FileMissing(l Language) string {
	return l.in("{papers}：没有附上文件，程序也没有写出。仍登记为已报送吗？", "{papers}: no file is attached, and the program writes none. Record it as filed all the same?")
}
func FiledOnPaper(l Language) string { return l.in("纸质", "on paper") }
func FileNotYet(l Language) string {
	return l.in("暂不登记，先附上文件", "not yet: attach the file first")
}
func FileOnPaper(l Language) string {
	return l.in("登记，纸质材料已另行报送", "yes: it was filed on paper")
}

func PaperState(l Language, code string) string { return paperStates[code].in(l) }

var paperStates = table{
	"attached":  {"已附", "attached"},
	"generated": {"可生成", "can be written"},
	"missing":   {"缺", "missing"},
}

func DaysLeft(l Language) string { return l.in("（还有 {days} 天）", " ({days} days left)") }
func DaysOver(l Language) string { return l.in("（已过 {days} 天）", " ({days} days ago)") }
func LastYearsProblems(l Language) string {
	return l.in("上年度问题 {all} 个：已销号 {done}，逾期 {overdue}，退回 {returned}，整改中 {open}", "Last year's {all} problems: {done} done, {overdue} overdue, {returned} returned, {open} open")
}
func KeyUncover(l Language) string { return l.in("继续写", "go on writing") }
func PrivateCovered(l Language) string {
	return l.in("有一段没有写完的私密文字，按 Enter 继续写。", "Something private is being written; Enter goes on with it.")
}
func VisitChange(l Language) string { return l.in("修改这一次", "change it") }
func VisitForget(l Language) string { return l.in("删去这一次", "take it out") }
func MarkWords(l Language) string   { return l.in("封存词：{words}", "Head words: {words}") }
func MarkGroups(l Language) string  { return l.in("校验：{groups}", "Hash: {groups}") }
func MarkKey(l Language) string {
	return l.in("签名密钥指纹：{fingerprint}", "Signing key: {fingerprint}")
}
