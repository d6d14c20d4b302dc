package words

// The ledger of problems.

func LedgerHead(l Language) string {
	return l.in("整改台账  共 {all} 个：逾期 {overdue}  退回 {returned}  将到期 {soon}  整改中 {open}  已销号 {done}", "Ledger  {all} problems: {overdue} overdue, {returned} returned, {soon} due soon, {open} open, {done} done")
}
func LedgerEmpty(l Language) string {
	return l.in("台账还是空的，按 + 登记第一个问题。", "The ledger is empty; + enters the first problem.")
}
func LedgerNoneHere(l Language) string {
	return l.in("没有这样的问题，按 ←→、End、/ 换筛选。", "There is no such problem; ←→, End and / change the filter.")
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

func ProblemWhoseAsk(l Language) string { return l.in("谁的问题？", "Whose problem is it?") }
func ProblemOriginAsk(l Language) string {
	return l.in("问题从哪里来？", "Where does it come from?")
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
	{"整改时限", "due day"},
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
	return l.in("整改时限，如 2024-06-30，按 Enter（留空表示没有）：", "Due day, as 2024-06-30, then Enter (empty for none):")
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
func ProblemBadDay(l Language) string {
	return l.in("“{text}”不是日期，请写成 2024-06-30。", "“{text}” is not a day; write it as 2024-06-30.")
}
func ProblemKept(l Language) string       { return l.in("{id} 已存盘。", "{id} stored.") }
func KeyProblemNew(l Language) string     { return l.in("新问题", "new problem") }
func KeyProblemEdit(l Language) string    { return l.in("整改、销号", "work on it") }
func KeyProblemSubject(l Language) string { return l.in("述职人", "subject") }
func KeyProblemStatus(l Language) string  { return l.in("状态", "state") }
func KeyProblemOrigin(l Language) string  { return l.in("来源", "origin") }
func KeyLedger(l Language) string         { return l.in("台账", "ledger") }
func ProblemTaken(l Language) string      { return l.in("已转入台账：{id}", "In the ledger as {id}") }

// A table that goes out or comes in.

func KeyTables(l Language) string { return l.in("导出、导入", "export, import") }
func TablesAsk(l Language) string { return l.in("台账的表格：", "The ledger as a table:") }

func TableWays(l Language) []string { return tableWays.in(l) }

var tableWays = list{
	{"导出（写成一个新的 XLSX 文件）", "export (into a new XLSX file)"},
	{"导入（先看会改什么，再决定）", "import (what it changes is shown first)"},
}

func TableOut(l Language) string {
	return l.in("台账已导出：{path}", "The ledger was exported: {path}")
}
func TablePathAsk(l Language) string {
	return l.in("要导入的 XLSX 或 CSV 文件在哪里？输入路径，或把文件拖进窗口，按 Enter：", "Which XLSX or CSV file? Type its path, or drop it into the window, then Enter:")
}
func TableReading(l Language) string { return l.in("正在读表……", "Reading the table …") }
func TableRead(l Language) string {
	return l.in("表格读好了，到 F6 看会改什么。", "The table was read; F6 shows what it would change.")
}
func TableHead(l Language) string {
	return l.in("导入台账：{from}–{to} / {all}", "Import into the ledger: {from}–{to} / {all}")
}

func TableTakes(l Language) []string { return tableTakes.in(l) }

var tableTakes = list{
	{"不导入", "do not import"},
	{"导入", "import"},
}

func TableStale(l Language) string {
	return l.in("看表之后台账又有变动，没有导入；请按 * 重新导入一次。", "The ledger has changed since the table was read, and nothing was imported; press * and import it again.")
}
