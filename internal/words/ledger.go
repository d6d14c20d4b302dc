package words

// The ledger of problems.

func LedgerHead(l Language) string {
	return l.in("整改台账  共 {all} 个：逾期 {overdue}  退回 {returned}  将到期 {soon}  整改中 {open}  已销号 {done}", "Ledger  {all} problems: {overdue} overdue, {returned} returned, {soon} due soon, {open} open, {done} done")
}
func LedgerEmpty(l Language) string {
	return l.in("台账还是空的，按 Ctrl+N 登记第一个问题。", "The ledger is empty; Ctrl+N enters the first problem.")
}
func LedgerNoneHere(l Language) string {
	return l.in("没有这样的问题。←→ 换述职人，F10 菜单里换状态、来源。", "There is no such problem; ←→ changes the subject, the menu changes state and origin.")
}

func LedgerColumns(l Language) []string { return ledgerColumns.in(l) }

var ledgerColumns = list{
	{"编号", "No."},
	{"状态", "State"},
	{"述职人", "Subject"},
	{"问题", "Problem"},
	{"责任人", "Who"},
	{"时限", "Due"},
}

func ProblemStatus(l Language, code string) string { return problemStatuses[code].in(l) }

var problemStatuses = table{
	"open":     {"整改中", "open"},
	"due-soon": {"将到期", "due soon"},
	"overdue":  {"逾期", "overdue"},
	"returned": {"退回", "returned"},
	"done":     {"已销号", "done"},
}

func ProblemOrigin(l Language, code string) string { return problemOrigins[code].in(l) }

var problemOrigins = table{
	"self":       {"自己查摆", "found by oneself"},
	"superior":   {"上级点评", "chair's review"},
	"masses":     {"群众评议", "the vote"},
	"assessment": {"考核反馈", "assessment"},
}

func ProblemField(l Language, code string) string { return problemFields[code].in(l) }

var problemFields = table{
	"subject": {"述职人", "subject"},
	"origin":  {"来源", "origin"},
	"text":    {"问题", "problem"},
	"measure": {"措施", "measure"},
	"target":  {"目标", "target"},
	"who":     {"责任人", "who"},
	"branch":  {"责任支部", "branch"},
	"due":     {"时限", "due"},
}

func LedgerOrders(l Language) []string { return ledgerOrders.in(l) }

var ledgerOrders = list{
	{"按编号", "by number"},
	{"按时限", "by due day"},
	{"按状态", "by state"},
}

func ProblemOfUnit(l Language) string { return l.in("—", "—") }

// One problem.

func ProblemMeasure(l Language) string  { return l.in("措施", "Measure") }
func ProblemTarget(l Language) string   { return l.in("目标", "Target") }
func ProblemWho(l Language) string      { return l.in("责任人", "Who") }
func ProblemBranch(l Language) string   { return l.in("责任支部", "Branch") }
func ProblemDue(l Language) string      { return l.in("时限", "Due") }
func ProblemProgress(l Language) string { return l.in("进展 {day}", "Progress {day}") }
func ProblemReturned(l Language) string { return l.in("退回", "Returned") }
func ProblemDone(l Language) string     { return l.in("{by} {day} 销号", "signed off by {by} on {day}") }
func ProblemCarried(l Language) string {
	return l.in("由 {year} 年度结转（原 {id}）", "carried over from {year} (there {id})")
}
func ProblemAgain(l Language) string {
	return l.in("曾经整改过的 {id} 再次出现", "{id}, dealt with before, has come back")
}
func ProblemEvidence(l Language) string { return l.in("佐证", "Evidence") }
func ProblemHappened(l Language) string {
	return l.in("此前 {n} 次变动都有记录", "{n} earlier changes are on record")
}

// What is asked about a problem.

func ProblemWhoseAsk(l Language) string { return l.in("述职人：", "Whose problem is it?") }
func ProblemOriginAsk(l Language) string {
	return l.in("问题来源：", "Where does it come from?")
}
func ProblemTextAsk(l Language) string {
	return l.in("写明问题（可写多行，按 Esc 存好）：", "The problem (several lines, Esc stores it):")
}
func ProblemWhatAsk(l Language) string {
	return l.in("{id}：要做什么？", "{id}: what is to be done?")
}

func ProblemDeeds(l Language) []string { return problemDeeds.in(l) }

var problemDeeds = list{
	{"记进展", "note progress"},
	{"措施和目标", "measure and target"},
	{"责任人和支部", "who answers, and which branch"},
	{"附佐证材料", "attach evidence"},
	{"以前的问题再次出现", "an earlier problem has come back"},
	{"整改时限", "time limit"},
	{"改问题", "the problem's words"},
	{"销号", "sign off"},
	{"退回", "return"},
}

func ProblemMeasureAsk(l Language) string {
	return l.in("整改措施（可写多行，按 Esc 存好）：", "The measure (several lines, Esc stores it):")
}
func ProblemTargetAsk(l Language) string {
	return l.in("整改目标（可写多行，按 Esc 存好）：", "The target (several lines, Esc stores it):")
}
func ProblemWhoAsk(l Language) string {
	return l.in("责任人，按 Enter：", "Who answers for it? Then Enter:")
}
func ProblemBranchAsk(l Language) string {
	return l.in("责任支部，按 Enter：", "Which branch? Then Enter:")
}
func ProblemDueAsk(l Language) string {
	return l.in("整改时限，如 2024-06-30、2024年6月、第二季度、立行立改、长期坚持，按 Enter（留空表示没有）：", "Time limit, as 2024-06-30, 2024年6月, 第二季度, 立行立改 or 长期坚持, then Enter (empty for none):")
}
func ProblemDayAsk(l Language) string {
	return l.in("哪一天？如 2024-06-30，按 Enter：", "Which day? As 2024-06-30, then Enter:")
}
func ProblemProgressAsk(l Language) string {
	return l.in("做了什么（可写多行，按 Esc 存好）：", "What was done (several lines, Esc stores it):")
}
func ProblemSignOffAsk(l Language) string {
	return l.in("谁核实销号？输入姓名，按 Enter：", "Who signs it off? Type the name and press Enter:")
}
func ProblemReturnAsk(l Language) string {
	return l.in("为什么退回？写明理由，按 Enter：", "Why is it returned? Then Enter:")
}
func ProblemAgainAsk(l Language) string {
	return l.in("这是以前哪一个问题再次出现？输入编号如 p3，按 Enter：", "Which earlier problem has come back? Its number, as p3, then Enter:")
}
func ProblemBadLimit(l Language) string {
	return l.in("“{text}”不是时限，请写成 2024-06-30、2024年6月、第二季度、立行立改或者长期坚持。", "“{text}” is no time limit; write 2024-06-30, 2024年6月, 第二季度, 立行立改 or 长期坚持.")
}
func ProblemBadDay(l Language) string {
	return l.in("“{text}”不是日期，请写成 2024-06-30。", "“{text}” is not a day; write it as 2024-06-30.")
}
func ProblemKept(l Language) string       { return l.in("{id} 已保存。", "{id} stored.") }
func KeyProblemNew(l Language) string     { return l.in("新问题", "new problem") }
func KeyProblemEdit(l Language) string    { return l.in("整改、销号", "work on it") }
func KeyProblemSubject(l Language) string { return l.in("述职人", "subject") }
func KeyProblemStatus(l Language) string  { return l.in("按状态看…", "by state…") }
func KeyProblemOrigin(l Language) string  { return l.in("按来源看…", "by origin…") }
func KeyChart(l Language) string          { return l.in("按月份看", "by month") }
func ChartMonths(l Language) string {
	return l.in("按整改时限的月份", "By the month of the time limit")
}
func ChartYears(l Language) string   { return l.in("按年度", "By year") }
func ChartYear(l Language) string    { return l.in("{year}年度", "{year}") }
func ChartCarried(l Language) string { return l.in("{year}年度结转", "{year}, carried over") }
func ChartNoDay(l Language) string   { return l.in("没有日期", "no day") }
func StatusAsk(l Language) string {
	return l.in("看哪种状态的问题？", "Problems in which state?")
}
func OriginAsk(l Language) string { return l.in("看哪里来的问题？", "Problems from where?") }
func FilterAll(l Language) string { return l.in("全部", "all") }
func NextProblem(l Language) string {
	return l.in("按 Enter 处理 {id}", "Enter works on {id}")
}
func NextNoProblem(l Language) string {
	return l.in("按 Ctrl+N 登记一条问题", "Ctrl+N enters a problem")
}
func KeyLedger(l Language) string    { return l.in("台账", "ledger") }
func ProblemTaken(l Language) string { return l.in("已转入台账：{id}", "In the ledger as {id}") }

// A table that goes out or comes in.

func KeyTableOut(l Language) string {
	return l.in("导出表格（新的 XLSX 文件）", "export a table (a new XLSX file)")
}
func KeyTableIn(l Language) string {
	return l.in("导入表格（先看会改什么）…", "import a table (what it changes comes first)…")
}

func TableOut(l Language) string {
	return l.in("台账已导出：{path}", "The ledger was exported: {path}")
}
func TablePathAsk(l Language) string {
	return l.in("导入哪个 XLSX 或 CSV 文件？", "Which XLSX or CSV file is to be taken in?")
}
func TableReading(l Language) string { return l.in("正在读表……", "Reading the table …") }
func TableRead(l Language) string {
	return l.in("表格读好了，到 F6 看会改什么。", "The table was read; F6 shows what it would change.")
}
func TableHead(l Language) string {
	return l.in("导入台账：共 {all} 行", "Import into the ledger: {all} lines")
}

func TableTakes(l Language) []string { return tableTakes.in(l) }

var tableTakes = list{
	{"不导入", "do not import"},
	{"导入", "import"},
}

func TableStale(l Language) string {
	return l.in("看表之后台账又有变动，没有导入；请重新导入一次。", "The ledger has changed since the table was read, and nothing was imported; import it again.")
}
