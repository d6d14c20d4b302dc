package data

// LedgerWords is what the commands about the ledger of problems say. What a state, an
// origin and a part of a problem are called, RectifyWords say.
type LedgerWords struct {
	FlagOverdue string
	FlagSubject string
	FlagCSV     string
	FlagOutput  string
	FlagYes     string
	FlagBy      string
	FlagDate    string

	OneForm  string // --json and --csv are both given
	BadDay   string // value
	NoDay    string // a problem without a time limit
	Sheet    string // what the sheet of a workbook is called
	Ending   string // path
	Nothing  string // no problem is in the ledger, or none that is asked for
	Sums     string // all, open, soon, overdue, returned, done
	NoLedger string // path: nothing to export

	Row        string            // row: where a line of a review stands
	Changes    map[string]string // what a row comes to
	Parts      map[string]string // beside the fields of RectifyWords, what is only added to
	Set        string            // part, now
	Turned     string            // part, was, now
	Cleared    string            // part, was
	LeftOut    string            // columns
	Brings     string            // path, new, changed, same
	Reviewed   string            // what to do to take it in
	Unchanged  string            // path
	TakenIn    string            // path, new, changed
	Faults     string            // path, count
	MoreFaults string            // path, count: there may be more
}

var ledgerZH = LedgerWords{
	FlagOverdue: "只列逾期的",
	FlagSubject: "只列这一位述职人的（代号）",
	FlagCSV:     "按 CSV 格式输出",
	FlagOutput:  "写到这个以 .csv 或 .xlsx 结尾的文件",
	FlagYes:     "看过之后写入；不加只核对，不改动会议文件",
	FlagBy:      "表里只写“已完成”的，是谁核实销号的（姓名）",
	FlagDate:    "表里没有写日期的进展和销号，算哪一天（默认今天）",

	OneForm:  "--json 和 --csv 只能用一个",
	BadDay:   "“{value}”不是日期，请写成 2024-06-30",
	NoDay:    "—",
	Sheet:    "整改台账",
	Ending:   "{path} 要以 .csv 或 .xlsx 结尾。",
	Nothing:  "没有这样的问题。",
	Sums:     "共 {all} 个：逾期 {overdue}，退回 {returned}，将到期 {soon}，整改中 {open}，已销号 {done}。",
	NoLedger: "{path} 的台账是空的，没有可以导出的。",

	Row:        "第{row}行",
	Changes:    map[string]string{"new": "新增", "changed": "修改", "same": "不变"},
	Parts:      map[string]string{"progress": "进展", "done": "销号"},
	Set:        "{part}：{now}",
	Turned:     "{part}：{was} → {now}",
	Cleared:    "{part}：{was} → （清空）",
	LeftOut:    "这些列没有读：{columns}",
	Brings:     "{path}：新增 {new} 个，修改 {changed} 个，不变 {same} 个。",
	Reviewed:   "只是核对，没有写入；核对无误后加 --yes 再运行一次。",
	Unchanged:  "{path} 与台账一致，没有要写入的。",
	TakenIn:    "{path}：已写入，新增 {new} 个，修改 {changed} 个。",
	Faults:     "{path}：有 {count} 处错误，已逐条列出；一条也没有写入。",
	MoreFaults: "{path}：至少有 {count} 处错误，列出了前 {count} 处；一条也没有写入。",
}

var ledgerEN = LedgerWords{
	FlagOverdue: "only what is overdue",
	FlagSubject: "only the problems of this subject (the ID)",
	FlagCSV:     "print CSV",
	FlagOutput:  "write to this file, which ends in .csv or .xlsx",
	FlagYes:     "take it in, after it was looked at; without it nothing is changed",
	FlagBy:      "who signed off what the table only says to be done (a name)",
	FlagDate:    "the day of progress and sign-offs that have none (today if not given)",

	OneForm:  "--json and --csv exclude each other",
	BadDay:   "“{value}” is not a day; write it as 2024-06-30",
	NoDay:    "–",
	Sheet:    "ledger",
	Ending:   "{path} should end in .csv or .xlsx.",
	Nothing:  "There is no such problem.",
	Sums:     "{all} problems: {overdue} overdue, {returned} returned, {soon} due soon, {open} open, {done} done.",
	NoLedger: "The ledger of {path} is empty; there is nothing to export.",

	Row:        "row {row}",
	Changes:    map[string]string{"new": "new", "changed": "changed", "same": "same"},
	Parts:      map[string]string{"progress": "progress", "done": "sign-off"},
	Set:        "{part}: {now}",
	Turned:     "{part}: {was} → {now}",
	Cleared:    "{part}: {was} → (nothing)",
	LeftOut:    "These columns were not read: {columns}",
	Brings:     "{path}: {new} new, {changed} changed, {same} as they are.",
	Reviewed:   "Nothing was changed; run it again with --yes to take this in.",
	Unchanged:  "{path} says what the ledger says; there is nothing to take in.",
	TakenIn:    "{path}: taken in, {new} new and {changed} changed.",
	Faults:     "{path}: faults, listed above: {count}; nothing was taken in.",
	MoreFaults: "{path}: at least {count} faults, the first {count} of them listed above; nothing was taken in.",
}
