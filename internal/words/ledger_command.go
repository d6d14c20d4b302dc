package words

// The commands about the ledger of problems.

func FlagLedgerOverdue(l Language) string { return l.in("只列逾期的", "only what is overdue") }
func FlagLedgerSubject(l Language) string {
	return l.in("只列这一位述职人的（代号）", "only the problems of this subject (the ID)")
}
func FlagLedgerCSV(l Language) string { return l.in("按 CSV 格式输出", "print CSV") }
func FlagOutputTable(l Language) string {
	return l.in("写到这个以 .csv 或 .xlsx 结尾的文件", "write to this file, which ends in .csv or .xlsx")
}
func FlagLedgerYes(l Language) string {
	return l.in("看过之后写入；不加只核对，不改动会议文件", "take it in, after it was looked at; without it nothing is changed")
}
func FlagLedgerBy(l Language) string {
	return l.in("表里只写“已完成”的，是谁核实销号的（姓名）", "who signed off what the table only says to be done (a name)")
}
func FlagLedgerDate(l Language) string {
	return l.in("表里没有写日期的进展和销号，算哪一天（默认今天）", "the day of progress and sign-offs that have none (today if not given)")
}

func LedgerOneForm(l Language) string {
	return l.in("--json 和 --csv 只能用一个", "--json and --csv exclude each other")
}
func LedgerBadDay(l Language) string {
	return l.in("“{value}”不是日期，请写成 2024-06-30", "“{value}” is not a day; write it as 2024-06-30")
}
func LedgerNoDay(l Language) string { return l.in("—", "–") }
func LedgerSheet(l Language) string { return l.in("整改台账", "ledger") }
func TableEnding(l Language) string {
	return l.in("{path} 要以 .csv 或 .xlsx 结尾。", "{path} should end in .csv or .xlsx.")
}
func LedgerNothing(l Language) string {
	return l.in("没有这样的问题。", "There is no such problem.")
}
func LedgerSums(l Language) string {
	return l.in("共 {all} 个：逾期 {overdue}，退回 {returned}，将到期 {soon}，整改中 {open}，已销号 {done}。", "{all} problems: {overdue} overdue, {returned} returned, {soon} due soon, {open} open, {done} done.")
}
func LedgerNoLedger(l Language) string {
	return l.in("{path} 的台账是空的，没有可以导出的。", "The ledger of {path} is empty; there is nothing to export.")
}

func LedgerRow(l Language) string { return l.in("第{row}行", "row {row}") }

func LedgerChange(l Language, code string) string { return ledgerChanges[code].in(l) }

var ledgerChanges = table{
	"new":     {"新增", "new"},
	"changed": {"修改", "changed"},
	"same":    {"不变", "same"},
}

func LedgerPart(l Language, code string) string { return ledgerParts[code].in(l) }

var ledgerParts = table{
	"progress": {"进展", "progress"},
	"done":     {"销号", "sign-off"},
}

func LedgerSet(l Language) string { return l.in("{part}：{now}", "{part}: {now}") }
func LedgerTurned(l Language) string {
	return l.in("{part}：{was} → {now}", "{part}: {was} → {now}")
}
func LedgerCleared(l Language) string {
	return l.in("{part}：{was} → （清空）", "{part}: {was} → (nothing)")
}
func LedgerBrings(l Language) string {
	return l.in("{path}：新增 {new} 个，修改 {changed} 个，不变 {same} 个。", "{path}: {new} new, {changed} changed, {same} as they are.")
}
func LedgerReviewed(l Language) string {
	return l.in("只是核对，没有写入；核对无误后加 --yes 再运行一次。", "Nothing was changed; run it again with --yes to take this in.")
}
func LedgerUnchanged(l Language) string {
	return l.in("{path} 与台账一致，没有要写入的。", "{path} says what the ledger says; there is nothing to take in.")
}
func LedgerTakenIn(l Language) string {
	return l.in("{path}：已写入，新增 {new} 个，修改 {changed} 个。", "{path}: taken in, {new} new and {changed} changed.")
}
func LedgerFaults(l Language) string {
	return l.in("{path}：有 {count} 处错误，已逐条列出；一条也没有写入。", "{path}: faults, listed above: {count}; nothing was taken in.")
}
func LedgerMoreFaults(l Language) string {
	return l.in("{path}：至少有 {count} 处错误，列出了前 {count} 处；一条也没有写入。", "{path}: at least {count} faults, the first {count} of them listed above; nothing was taken in.")
}
