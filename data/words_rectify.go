package data

// RectifyWords is what the screen of the rectification ledger says.
type RectifyWords struct {
	Head     string            // the sums
	Empty    string            // no problem yet
	NoneHere string            // none that the filter lets through
	Columns  []string          // number, state, subject, problem, who, due
	Statuses map[string]string // by the status
	Origins  map[string]string // by the origin
	Fields   map[string]string // by the field that was amended
	Orders   []string          // of the table
	Unit     string            // a problem of nobody in particular

	// the detail
	Measure, Target, Who, Branch, Due string
	ProgressOf, ReturnedFor, DoneBy   string
	CarriedFrom, BackAgain, Evidence  string
	Happened                          string

	// questions
	WhoseAsk, OriginAsk, TextAsk       string
	WhatAsk                            string
	Deeds                              []string // what can be done with a problem, in the order of its keys
	MeasureAsk, TargetAsk              string
	WhoAsk, BranchAsk, DueAsk, DayAsk  string
	ProgressAsk, SignOffAsk, ReturnAsk string
	AgainAsk                           string
	BadDay                             string
	Kept                               string
	KeyNew, KeyEdit, KeySubject, KeyOf string
	KeyOrigin, KeyLedger               string
	TakenAsProblem                     string

	// a table that goes out or comes in
	KeyTables    string
	TablesAsk    string
	Tables       []string // out, in
	TableOut     string   // path
	TablePathAsk string
	TableReading string
	TableRead    string   // said where the ledger is not in sight
	TableHead    string   // from, to, all: the lines of the review that are in sight
	TableTake    []string // leave it, take it in
	TableBack    string
	TableStale   string
}

var rectifyZH = RectifyWords{
	Head:     "整改台账  共 {all} 个：逾期 {overdue}  退回 {returned}  将到期 {soon}  整改中 {open}  已销号 {done}",
	Empty:    "台账还是空的，按 + 登记第一个问题。",
	NoneHere: "没有这样的问题，按 ←→、End、/ 换筛选。",
	Columns:  []string{"编号", "状态", "述职人", "问题", "责任人", "时限"},
	Statuses: map[string]string{"open": "整改中", "due-soon": "将到期", "overdue": "逾期", "returned": "退回", "done": "已销号"},
	Origins:  map[string]string{"self": "自己查摆", "superior": "上级点评", "masses": "群众评议", "assessment": "考核反馈"},
	Fields:   map[string]string{"subject": "述职人", "origin": "来源", "text": "问题", "measure": "措施", "target": "目标", "who": "责任人", "branch": "责任支部", "due": "时限"},
	Orders:   []string{"按编号", "按时限", "按状态"},
	Unit:     "—",

	Measure: "措施", Target: "目标", Who: "责任人", Branch: "责任支部", Due: "时限",
	ProgressOf: "进展 {day}", ReturnedFor: "退回", DoneBy: "{by} {day} 销号",
	CarriedFrom: "由 {year} 年度结转（原 {id}）", BackAgain: "曾经整改过的 {id} 再次出现", Evidence: "佐证",
	Happened: "此前 {n} 次变动都有记录",

	WhoseAsk: "谁的问题？", OriginAsk: "问题从哪里来？",
	TextAsk:    "写明问题（可写多行，按 Esc 存好）：",
	WhatAsk:    "{id}：要做什么？",
	Deeds:      []string{"记进展", "措施和目标", "责任人和支部", "附佐证材料", "以前的问题再次出现", "整改时限", "改问题", "销号", "退回"},
	MeasureAsk: "整改措施（可写多行，按 Esc 存好）：", TargetAsk: "整改目标（可写多行，按 Esc 存好）：",
	WhoAsk: "责任人，按 Enter：", BranchAsk: "责任支部，按 Enter：",
	DueAsk:      "整改时限，如 2024-06-30，按 Enter（留空表示没有）：",
	DayAsk:      "哪一天？如 2024-06-30，按 Enter：",
	ProgressAsk: "做了什么（可写多行，按 Esc 存好）：",
	SignOffAsk:  "谁核实销号？输入姓名，按 Enter：", ReturnAsk: "为什么退回？写明理由，按 Enter：",
	AgainAsk:       "这是以前哪一个问题再次出现？输入编号如 p3，按 Enter：",
	BadDay:         "“{text}”不是日期，请写成 2024-06-30。",
	Kept:           "{id} 已存盘。",
	KeyNew:         "新问题",
	KeyEdit:        "整改、销号",
	KeySubject:     "述职人",
	KeyOf:          "状态",
	KeyOrigin:      "来源",
	KeyLedger:      "台账",
	TakenAsProblem: "已转入台账：{id}",

	KeyTables:    "导出、导入",
	TablesAsk:    "台账的表格：",
	Tables:       []string{"导出（写成一个新的 XLSX 文件）", "导入（先看会改什么，再决定）"},
	TableOut:     "台账已导出：{path}",
	TablePathAsk: "要导入的 XLSX 或 CSV 文件在哪里？输入路径，或把文件拖进窗口，按 Enter：",
	TableReading: "正在读表……",
	TableRead:    "表格读好了，到 F6 看会改什么。",
	TableHead:    "导入台账：{from}–{to} / {all}",
	TableTake:    []string{"不导入", "导入"},
	TableBack:    "返回",
	TableStale:   "看表之后台账又有变动，没有导入；请按 * 重新导入一次。",
}

var rectifyEN = RectifyWords{
	Head:     "Ledger  {all} problems: {overdue} overdue, {returned} returned, {soon} due soon, {open} open, {done} done",
	Empty:    "The ledger is empty; + enters the first problem.",
	NoneHere: "There is no such problem; ←→, End and / change the filter.",
	Columns:  []string{"No.", "State", "Subject", "Problem", "Who", "Due"},
	Statuses: map[string]string{"open": "open", "due-soon": "due soon", "overdue": "overdue", "returned": "returned", "done": "done"},
	Origins:  map[string]string{"self": "found by oneself", "superior": "chair's review", "masses": "the vote", "assessment": "assessment"},
	Fields:   map[string]string{"subject": "subject", "origin": "origin", "text": "problem", "measure": "measure", "target": "target", "who": "who", "branch": "branch", "due": "due"},
	Orders:   []string{"by number", "by due day", "by state"},
	Unit:     "—",

	Measure: "Measure", Target: "Target", Who: "Who", Branch: "Branch", Due: "Due",
	ProgressOf: "Progress {day}", ReturnedFor: "Returned", DoneBy: "signed off by {by} on {day}",
	CarriedFrom: "carried over from {year} (there {id})", BackAgain: "{id}, dealt with before, has come back", Evidence: "Evidence",
	Happened: "{n} earlier changes are on record",

	WhoseAsk: "Whose problem is it?", OriginAsk: "Where does it come from?",
	TextAsk:    "The problem (several lines, Esc stores it):",
	WhatAsk:    "{id}: what is to be done?",
	Deeds:      []string{"note progress", "measure and target", "who answers, and which branch", "attach evidence", "an earlier problem has come back", "due day", "the problem's words", "sign off", "return"},
	MeasureAsk: "The measure (several lines, Esc stores it):", TargetAsk: "The target (several lines, Esc stores it):",
	WhoAsk: "Who answers for it? Then Enter:", BranchAsk: "Which branch? Then Enter:",
	DueAsk:      "Due day, as 2024-06-30, then Enter (empty for none):",
	DayAsk:      "Which day? As 2024-06-30, then Enter:",
	ProgressAsk: "What was done (several lines, Esc stores it):",
	SignOffAsk:  "Who signs it off? Type the name and press Enter:", ReturnAsk: "Why is it returned? Then Enter:",
	AgainAsk:       "Which earlier problem has come back? Its number, as p3, then Enter:",
	BadDay:         "“{text}” is not a day; write it as 2024-06-30.",
	Kept:           "{id} stored.",
	KeyNew:         "new problem",
	KeyEdit:        "work on it",
	KeySubject:     "subject",
	KeyOf:          "state",
	KeyOrigin:      "origin",
	KeyLedger:      "ledger",
	TakenAsProblem: "In the ledger as {id}",

	KeyTables:    "export, import",
	TablesAsk:    "The ledger as a table:",
	Tables:       []string{"export (into a new XLSX file)", "import (what it changes is shown first)"},
	TableOut:     "The ledger was exported: {path}",
	TablePathAsk: "Which XLSX or CSV file? Type its path, or drop it into the window, then Enter:",
	TableReading: "Reading the table …",
	TableRead:    "The table was read; F6 shows what it would change.",
	TableHead:    "Import into the ledger: {from}–{to} / {all}",
	TableTake:    []string{"do not import", "import"},
	TableBack:    "back",
	TableStale:   "The ledger has changed since the table was read, and nothing was imported; press * and import it again.",
}
