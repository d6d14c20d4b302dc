package data

import (
	"fmt"
	"strings"
)

// CommandWords is what the command line says. The tables are keyed by what the
// program calls a thing: a command by its path, a fault of the journal, a record
// or a role by its name.
type CommandWords struct {
	// The help.
	About    string // what the program is
	Usage    string
	Commands string
	Flags    string
	MoreHelp string
	Does     map[string]string // one line for each command
	Tells    map[string]string // more about some of them

	FlagLang     string
	FlagHelp     string
	FlagPlan     string // of run
	FlagPlanMust string // of new
	FlagJSON     string
	FlagOutput   string

	// Usage that is not understood.
	NoCommand     string // command
	NoFlag        string // flag
	FlagValue     string // flag
	FlagBad       string // flag, value
	FlagMissing   string // flag, usage
	TooFew        string // usage
	TooMany       string // argument, usage
	NoLanguage    string // value
	NeedsTerminal string
	AskHelp       string // command: what is said behind each of the above

	// What went well.
	Verified string // path
	NotWhole string // path, problem
	PlanGood string // path, title
	Version  string // version, go, system

	// What did not.
	NoPlan       string // name, plans
	PlanFaults   string // path, count
	PlanMore     string // count
	PlanKept     string // path
	ScriptPlace  string // path, line: what stands before a sentence
	LineTooLong  string // limit
	LineNotText  string
	Stopped      string // line: the last line that is on disk
	Interrupted  string
	NoOutput     string // reason
	RecordBroken string // path, record, problem
	NotReplayed  string // problem
	ListOf       string // between the parts of a list
	Reason       string // reason: in brackets behind a sentence

	Note     string            // note: what stands before a warning
	Places   map[string]string // why a folder is no place for a session
	Files    map[string]string // what the system says of a file: path
	Stdin    string            // what the script is called that is typed or piped in
	OnRecord string            // path, record: a place in a session
	OnLine   string            // path, record, line

	Faults map[string]string // of the journal, by code: place, reason
	Notes  map[string]string // of opening, by code: file, kept, first, last, kinds, reason

	Result ResultWords
	Log    LogWords
	Check  CheckWords
}

// ResultWords is what the result says as a text.
type ResultWords struct {
	Rehearsal    string
	Round        string // round
	PastRound    string // round, collected, issued
	Counting     string
	Closed       string // by
	Sealed       string // by
	RoundVoid    string // collected, issued
	Expected     string
	Present      string
	Issued       string
	Collected    string
	Valid        string
	Void         string
	Doubtful     string
	CustodyOpen  string // valid, void, read, collected
	CustodyHolds string
	Blank        string
	Spoiled      string
	Suggested    string
	Decided      string
	None         string // no grade is decided
	NotSuggested string
	Because      string // reason
	Reasons      string
	NoClause     string // what stands in place of a clause that the plan has not
	Clause       string // clause
	Quota        string // lower, grade, subjects, nearest, target
	QuotaOr      string // between two numbers that are equally near
	NoQuota      string
	QuotaStates  map[string]string
}

// LogWords is what the log says.
type LogWords struct {
	NoTime    string
	Nobody    string
	Roles     map[string]string
	Events    map[string]string // by the kind of a record
	Marks     string            // between two marks
	Blank     string
	Spoiled   string
	Voided    string // reason
	Because   string // reason
	Rehearsal string
}

// CheckWords is what a check of a session says.
type CheckWords struct {
	File      string
	Records   string
	Head      string
	Meeting   string
	Agenda    string
	Count     string
	Good      string // all records prove themselves and make sense
	Rehearsal string
	Statuses  map[string]string // of an agenda item
	Over      string            // no item is left
	Sheets    string            // round, issued, collected, read, bundle
	Closed    string
	Open      string
	Sealed    string // at
}

// Fault is the sentence for a fault of the journal: what is wrong with which
// file and record, and what to do. Detail is what was found, as it was found.
func (w *Words) Fault(code, path string, record, line uint64, detail string) string {
	c := w.Command
	place := path
	switch {
	case line > 0:
		place = Fill(c.OnLine, map[string]any{"path": path, "record": record, "line": line})
	case record > 0:
		place = Fill(c.OnRecord, map[string]any{"path": path, "record": record})
	}
	reason := ""
	if detail != "" {
		reason = Fill(c.Reason, map[string]any{"reason": detail})
	}
	sentence, ok := c.Faults[code]
	if !ok {
		return strings.TrimSpace(place + " " + code + reason)
	}
	return Fill(sentence, map[string]any{"place": place, "reason": reason})
}

// Note is the sentence for what opening a session found or did.
func (w *Words) Note(code, file, kept string, first, last uint64, kinds []string, reason string) string {
	records := fmt.Sprint(first)
	if last > first {
		records = fmt.Sprintf("%d–%d", first, last)
	}
	named := make([]string, len(kinds))
	for i, k := range kinds {
		named[i] = w.Command.kind(k)
	}
	if kept == "" {
		kept = "–"
	}
	sentence, ok := w.Command.Notes[code]
	if !ok {
		return code
	}
	return Fill(sentence, map[string]any{
		"file": file, "kept": kept, "records": records, "first": first,
		"kinds": strings.Join(named, w.Command.ListOf), "reason": reason,
	})
}

// kind is a kind of record in words, without what the record says.
func (c CommandWords) kind(name string) string {
	if s, ok := c.Log.Events[name]; ok {
		s, _, _ = strings.Cut(s, "{")
		return strings.TrimRight(s, " ：:,")
	}
	return name
}

var commandZH = CommandWords{
	About:    "述评：在一台电脑上主持述职评议会，从议程到封存归档，不联网。",
	Usage:    "用法",
	Commands: "命令",
	Flags:    "选项",
	MoreHelp: "查看某个命令的说明：shuping 命令 --help",
	Does: map[string]string{
		"shuping":            "开始界面：按方案新建、打开、演练",
		"shuping run":        "打开会议控制台",
		"shuping rehearse":   "用样例数据演练一次会议，结束后不留文件",
		"shuping new":        "按方案新建会议文件",
		"shuping plan":       "查看和检查工作方案",
		"shuping plan list":  "列出随程序提供的方案",
		"shuping plan show":  "用文字说明一个方案",
		"shuping plan check": "检查方案文件，指出每一处错误",
		"shuping play":       "按脚本逐行执行会议命令",
		"shuping result":     "票数、等次、理由和比例要求",
		"shuping log":        "会议日志，每条记录一行",
		"shuping check":      "核验会议文件，指出从哪里断开",
		"shuping export":     "导出可自证的归档包",
		"shuping verify":     "不用会议文件，核验归档包",
		"shuping version":    "显示版本",
		"shuping help":       "显示说明",
	},
	Tells: map[string]string{
		"shuping run":    "文件不存在时，用 --plan 指明方案即新建。断电或关闭后再次运行，从停下的地方继续。",
		"shuping new":    "已有的文件绝不覆盖。请把会议文件放在本机磁盘上，不要放在同步文件夹、优盘或网络盘。",
		"shuping play":   "脚本每行一条命令，- 表示从标准输入读取。每行存盘后显示“ok 行号 记录号”；有一行被拒绝即停止，之前各行已经存盘。",
		"shuping result": "只读，不改动会议文件。",
		"shuping log":    "只读，不改动会议文件。票的记录不含时间和人员。",
		"shuping check":  "只读，不改动会议文件。",
		"shuping verify": "依次核验清单、日志链、票数和等次，指出第一处不符。",
	},
	FlagLang:     "界面语言：zh 中文，en 英文（默认按系统语言）",
	FlagHelp:     "显示说明",
	FlagPlan:     "文件不存在时，按这个方案新建（方案名称或文件）",
	FlagPlanMust: "工作方案：名称或文件",
	FlagJSON:     "按 JSON 格式输出",
	FlagOutput:   "写到这个文件夹，或以 .zip 结尾的文件",

	NoCommand:     "没有“{command}”这个命令",
	NoFlag:        "没有“{flag}”这个选项",
	FlagValue:     "选项 {flag} 后面要有内容",
	FlagBad:       "选项 {flag} 不能是“{value}”",
	FlagMissing:   "缺少选项 {flag}，用法：{usage}",
	TooFew:        "缺少参数，用法：{usage}",
	TooMany:       "多出参数“{argument}”，用法：{usage}",
	NoLanguage:    "没有“{value}”这种语言，可用：zh、en",
	NeedsTerminal: "这个命令要在终端窗口中运行；脚本中请用 shuping play 和 shuping result",
	AskHelp:       "{problem}。查看说明：{command} --help",

	Verified: "{path}：归档包完整，票数和等次重新计算后一致。",
	NotWhole: "{path}：{problem}",
	PlanGood: "{path}：方案无误（{title}）",
	Version:  "述评 shuping {version}（{go}，{system}）",

	NoPlan:       "没有方案“{name}”，随程序提供的有：{plans}；也可以写方案文件的路径",
	PlanFaults:   "{path}：方案有 {count} 处错误，已逐条列出",
	PlanMore:     "（共 {count} 处，用 shuping plan check 查看全部）",
	PlanKept:     "{path} 已经存在，按其中原有的方案继续，没有采用 --plan。",
	ScriptPlace:  "{path}:{line}: {problem}",
	LineTooLong:  "这一行超过 {limit} 字节，请分开写。",
	LineNotText:  "这一行不是 UTF-8 文字，请另存为 UTF-8 后再试。",
	Stopped:      "{path}：已中断，到第 {line} 行为止已经存盘。",
	Interrupted:  "已中断，没有完成。",
	NoOutput:     "输出无法写出（{reason}），请检查接收输出的程序或磁盘。",
	RecordBroken: "{path} 第 {record} 条记录：{problem}",
	NotReplayed:  "这条记录无法理解（{problem}）。可能由更新的版本写成；请保留原文件，用新版本打开或恢复副本。",
	ListOf:       "、",
	Reason:       "（{reason}）",

	Note: "提示：{note}",
	Places: map[string]string{
		"synced":    "{path} 在同步文件夹中，同步程序可能改动会议文件。请改放在本机的普通文件夹。",
		"removable": "{path} 在可移动磁盘上，拔出会丢失记录。请改放在本机磁盘。",
		"network":   "{path} 在网络盘上，断网会丢失记录。请改放在本机磁盘。",
	},
	Files: map[string]string{
		"missing":   "{path} 不存在，请检查名称和文件夹。",
		"exists":    "{path} 已经存在，不会覆盖，请换一个名称。",
		"denied":    "{path} 没有读写权限，请换到自己的文件夹。",
		"directory": "{path} 是文件夹，请写出文件名。",
		"full":      "{path} 所在磁盘已满，请腾出空间后重试。",
		"other":     "{path} 无法读写（{reason}），请检查文件和磁盘。",
	},
	Stdin:    "标准输入",
	OnRecord: "{path} 第 {record} 条记录",
	OnLine:   "{path} 第 {line} 行（第 {record} 条记录）",

	Faults: map[string]string{
		"exists":    "{place} 已经存在，绝不覆盖{reason}。请换一个名称，或打开已有的文件。",
		"missing":   "{place} 不存在{reason}。请检查名称和文件夹。",
		"empty":     "{place} 是空文件，不是会议文件{reason}。请从副本恢复。",
		"foreign":   "{place} 不是会议文件{reason}。请选择本程序建立的文件。",
		"locked":    "{place} 正在使用中{reason}。请先在另一个窗口或程序中关闭。",
		"read-only": "{place} 不能写入{reason}。请把会议文件移到自己的文件夹。",
		"damaged":   "{place} 已损坏{reason}。请保留原文件不动，从副本恢复。",
		"torn":      "{place} 不完整{reason}。请重新取得完整的文件。",
		"forked":    "{place} 与副本各有一条同号的有效记录，内容不同{reason}。请保留两个文件，查明哪个正确。",
		"behind":    "{place} 与副本的记录数不同{reason}。请打开会议，由程序重建。",
		"disk-full": "{place} 磁盘已满，没有写入{reason}。请腾出空间后重试。",
		"low-space": "{place} 所在磁盘空间不足{reason}。请尽快腾出空间。",
		"replaced":  "{place} 在使用中被删除、替换或改动{reason}。请停止录入，重新打开会议。",
		"storage":   "{place} 读写失败{reason}。请停止录入，重新打开会议。",
		"stopped":   "{place} 不再接收记录{reason}。请重新打开会议。",
		"bad-entry": "{place} 不能存入这样的记录{reason}。没有写入任何内容。",
	},
	Notes: map[string]string{
		"book-rebuilt":  "{file} 已按副本重建（{reason}），原文件保留为 {kept}。",
		"twin-rebuilt":  "副本 {file} 已重建（{reason}），原文件保留为 {kept}。",
		"unseen-record": "第 {records} 条记录（{kinds}）已存盘但可能没有显示过，请与纸质材料核对。",
		"single-copy":   "第 {records} 条记录（{kinds}）只在两个文件之一中，已补齐。",
		"torn-line":     "{file} 末尾有一次没有写完的记录，不计入；下一条是第 {first} 条。",
		"records-lost":  "第 {records} 条记录已无法证明，视为丢失。请与纸质材料核对。",
	},

	Result: ResultWords{
		Rehearsal:    "【演练】",
		Round:        "第 {round} 轮测评",
		PastRound:    "第 {round} 轮测评作废：收回 {collected} > 发出 {issued}",
		Counting:     "正在计票",
		Closed:       "计票结束（监票人 {by}）",
		Sealed:       "已封存（监票人 {by}）",
		RoundVoid:    "本轮作废：收回 {collected} > 发出 {issued}",
		Expected:     "应到",
		Present:      "实到",
		Issued:       "发出",
		Collected:    "收回",
		Valid:        "有效",
		Void:         "作废",
		Doubtful:     "存疑",
		CustodyOpen:  "票数未闭合：有效 {valid} + 作废 {void} = {read}，收回 {collected}",
		CustodyHolds: "票数闭合",
		Blank:        "弃权",
		Spoiled:      "无效",
		Suggested:    "测评建议等次",
		Decided:      "综合评价等次",
		None:         "未确定",
		NotSuggested: "无",
		Because:      "理由：{reason}",
		Reasons:      "依据",
		NoClause:     "方案未规定",
		Clause:       "方案{clause}",
		Quota:        "低于“{grade}”的 {lower}/{subjects} 名，方案要求约 {target}（{nearest} 名）：",
		QuotaOr:      " 或 ",
		NoQuota:      "方案没有比例要求",
		QuotaStates: map[string]string{
			"open": "等次未全部确定", "met": "符合", "under": "偏少", "over": "偏多",
		},
	},
	Log: LogWords{
		NoTime: "–",
		Nobody: "–",
		Roles: map[string]string{
			"chair": "主持人", "recorder": "记录人", "scrutineer": "监票人",
			"console": "控制台", "script": "脚本", "command": "命令行",
		},
		Events: map[string]string{
			"session-opened":    "建立会议 方案 {plan_name}{rehearsal}",
			"session-sealed":    "封存 第 {round} 轮",
			"item-started":      "开始 {item}",
			"item-finished":     "结束 {item}",
			"item-skipped":      "跳过 {item}{because}",
			"clock-paused":      "暂停计时 {item}",
			"clock-resumed":     "继续计时 {item}",
			"time-added":        "调整时间 {item} {minutes} 分钟",
			"review-noted":      "记录点评 {subject}：{text}",
			"speech-noted":      "记录总结讲话：{text}",
			"heads-counted":     "清点人数 {class}应到 {expected} 实到 {present}",
			"round-opened":      "开始新一轮测评 第 {round} 轮",
			"rule-sealed":       "锁定规则 {sha256}",
			"sheets-issued":     "发出评议表 {sheets} 张{because}",
			"sheets-collected":  "收回评议表 {sheets} 张",
			"round-voided":      "本轮作废 第 {round} 轮 收回 {collected} > 发出 {issued}",
			"bundle-opened":     "打开一束 第 {bundle} 束",
			"bundle-closed":     "封束 第 {bundle} 束 {sheets} 张",
			"count-closed":      "结束计票 监票人 {by} 有效 {valid} 作废 {void} 收回 {collected} 发出 {issued}",
			"ballot-entered":    "录入一张 {ballot}",
			"ballot-voided":     "作废一张 {ballot}",
			"ballot-set-aside":  "存疑一张",
			"ballot-settled":    "裁定存疑 第 {place} 张 {ballot}",
			"ballot-taken-back": "退回一张",
			"fact-recorded":     "登记事实 {subject}：{fact}（依据：{source}）",
			"fact-withdrawn":    "撤回事实 {subject}：{fact}{because}",
			"grade-decided":     "确定等次 {subject} {grade}{because}",
		},
		Marks:     " · ",
		Blank:     "弃权",
		Spoiled:   "无效",
		Voided:    "{reason}",
		Because:   "（理由：{reason}）",
		Rehearsal: "（演练）",
	},
	Check: CheckWords{
		File:      "文件",
		Records:   "记录",
		Head:      "末条",
		Meeting:   "会议",
		Agenda:    "议程",
		Count:     "测评",
		Good:      "全部记录环环相扣，重新执行无误。",
		Rehearsal: "【演练】",
		Statuses:  map[string]string{"waiting": "等待", "running": "进行中", "done": "已结束", "skipped": "已跳过"},
		Over:      "全部结束",
		Sheets:    "第 {round} 轮 发出 {issued} 收回 {collected} 已录 {read} 第 {bundle} 束",
		Closed:    "计票已结束",
		Open:      "计票未结束",
		Sealed:    "已封存 {at}",
	},
}

var commandEN = CommandWords{
	About:    "Shuping holds a yearly review meeting on one computer, from the agenda to the sealed papers, without a network.",
	Usage:    "Usage",
	Commands: "Commands",
	Flags:    "Flags",
	MoreHelp: "More about a command: shuping COMMAND --help",
	Does: map[string]string{
		"shuping":            "start screen: new from a plan, open, rehearse",
		"shuping run":        "open the console on a session",
		"shuping rehearse":   "a whole meeting on sample data, which leaves no file",
		"shuping new":        "make a session file from a plan",
		"shuping plan":       "look at work plans and check them",
		"shuping plan list":  "the plans that come with the program",
		"shuping plan show":  "a plan said in words",
		"shuping plan check": "check a plan file and point at each fault",
		"shuping play":       "carry out the commands of a script, line by line",
		"shuping result":     "counts, grades, reasons and quota",
		"shuping log":        "the journal, one record a line",
		"shuping check":      "prove a session file, or say where it breaks",
		"shuping export":     "write the bundle that proves itself",
		"shuping verify":     "check a bundle without the session",
		"shuping version":    "print the version",
		"shuping help":       "print the help",
	},
	Tells: map[string]string{
		"shuping run":    "Where FILE does not exist, --plan makes it. After a power cut, run it again: it goes on where it stopped.",
		"shuping new":    "What exists is never overwritten. Keep a session on this computer's own disk, not in a synchronised folder, on a stick or on a network drive.",
		"shuping play":   "A script has one command a line; - reads standard input. Each line that is on disk is answered by “ok LINE SEQ”. A refused line ends the script; the lines before it are on disk.",
		"shuping result": "Reads only; the session stays as it is.",
		"shuping log":    "Reads only; the session stays as it is. The record of a ballot has neither time nor person.",
		"shuping check":  "Reads only; the session stays as it is.",
		"shuping verify": "Checks the manifests, the journal's chain, the tally and the grades, and names the first thing that differs.",
	},
	FlagLang:     "language: zh for Chinese, en for English (default: as the system's)",
	FlagHelp:     "print this help",
	FlagPlan:     "make FILE from this plan if it does not exist (name or path)",
	FlagPlanMust: "the work plan: a name or a path",
	FlagJSON:     "print JSON",
	FlagOutput:   "write to this folder, or to a file that ends in .zip",

	NoCommand:     "there is no command “{command}”",
	NoFlag:        "there is no flag “{flag}”",
	FlagValue:     "the flag {flag} needs a value",
	FlagBad:       "the flag {flag} cannot be “{value}”",
	FlagMissing:   "the flag {flag} is missing; usage: {usage}",
	TooFew:        "an argument is missing; usage: {usage}",
	TooMany:       "the argument “{argument}” is one too many; usage: {usage}",
	NoLanguage:    "there is no language “{value}”; there are zh and en",
	NeedsTerminal: "this command needs a terminal; in scripts use shuping play and shuping result",
	AskHelp:       "{problem}; for help: {command} --help",

	Verified: "{path}: the bundle is whole, and its tally and grades come out the same.",
	NotWhole: "{path}: {problem}",
	PlanGood: "{path}: the plan is sound ({title})",
	Version:  "shuping {version} ({go}, {system})",

	NoPlan:       "there is no plan “{name}”; the program comes with {plans}; the path of a plan file will do too",
	PlanFaults:   "{path}: the plan has {count} faults, listed above",
	PlanMore:     " ({count} in all; shuping plan check lists them)",
	PlanKept:     "{path} exists and goes on by its own plan; --plan was not used.",
	ScriptPlace:  "{path}:{line}: {problem}",
	LineTooLong:  "The line is longer than {limit} bytes; write it as several.",
	LineNotText:  "The line is not UTF-8 text; save the script as UTF-8.",
	Stopped:      "{path}: stopped; the lines up to {line} are on disk.",
	Interrupted:  "Stopped before it was done.",
	NoOutput:     "The output cannot be written ({reason}); look at the program or disk that receives it.",
	RecordBroken: "{path}, record {record}: {problem}",
	NotReplayed:  "This record makes no sense here ({problem}). A newer version may have written it: keep the files, and open them with that version or restore a copy.",
	ListOf:       ", ",
	Reason:       " ({reason})",

	Note: "Note: {note}",
	Places: map[string]string{
		"synced":    "{path} lies in a synchronised folder, where another program may change it. Keep sessions in an ordinary folder of this computer.",
		"removable": "{path} lies on a removable disk; pulling it out loses records. Keep sessions on this computer's own disk.",
		"network":   "{path} lies on a network drive; a lost connection loses records. Keep sessions on this computer's own disk.",
	},
	Files: map[string]string{
		"missing":   "{path} does not exist; check the name and the folder.",
		"exists":    "{path} exists already and is not overwritten; choose another name.",
		"denied":    "{path} may not be read or written; choose a folder of your own.",
		"directory": "{path} is a folder; write the name of a file.",
		"full":      "{path} lies on a full disk; free some space and try again.",
		"other":     "{path} cannot be read or written ({reason}); look at the file and the disk.",
	},
	Stdin:    "standard input",
	OnRecord: "{path}, record {record}",
	OnLine:   "{path}, line {line} (record {record})",

	Faults: map[string]string{
		"exists":    "{place} exists already and is never overwritten{reason}; choose another name, or open what is there.",
		"missing":   "{place} does not exist{reason}; check the name and the folder.",
		"empty":     "{place} is empty, which no session is{reason}; restore a copy.",
		"foreign":   "{place} is not a session{reason}; choose a file that this program made.",
		"locked":    "{place} is in use{reason}; close it in the other window or program first.",
		"read-only": "{place} may not be written{reason}; move the session to a folder of your own.",
		"damaged":   "{place} is damaged{reason}; keep the files as they are and restore a copy.",
		"torn":      "{place} is unfinished{reason}; ask for the whole file again.",
		"forked":    "{place} and its twin each hold a good record of this number, and not the same{reason}; keep both files and find out which is right.",
		"behind":    "{place} does not hold the same records as its twin{reason}; open the session to have it rebuilt.",
		"disk-full": "{place} was not written because the disk is full{reason}; free some space and try again.",
		"low-space": "{place} lies on a disk that is nearly full{reason}; free some space soon.",
		"replaced":  "{place} was deleted, replaced or changed while it was open{reason}; stop entering and open the session again.",
		"storage":   "{place} could not be read or written{reason}; stop entering and open the session again.",
		"stopped":   "{place} takes no more records{reason}; open the session again.",
		"bad-entry": "{place} cannot take such a record{reason}; nothing was written.",
	},
	Notes: map[string]string{
		"book-rebuilt":  "{file} was rebuilt from its twin ({reason}); the old file is kept as {kept}.",
		"twin-rebuilt":  "The twin {file} was rebuilt ({reason}); the old file is kept as {kept}.",
		"unseen-record": "Record {records} ({kinds}) is on disk but may never have been shown; compare it with the paper.",
		"single-copy":   "Record {records} ({kinds}) stood in one of the two files only, and stands in both now.",
		"torn-line":     "{file} ended in a write that was never finished, which does not count; record {first} is the next.",
		"records-lost":  "Record {records} can no longer be proven and is lost; compare with the paper.",
	},

	Result: ResultWords{
		Rehearsal:    "[REHEARSAL] ",
		Round:        "Round {round}",
		PastRound:    "Round {round} is void: collected {collected} > issued {issued}",
		Counting:     "counting",
		Closed:       "count closed (scrutineer {by})",
		Sealed:       "sealed (scrutineer {by})",
		RoundVoid:    "this round is void: collected {collected} > issued {issued}",
		Expected:     "expected",
		Present:      "present",
		Issued:       "issued",
		Collected:    "collected",
		Valid:        "valid",
		Void:         "void",
		Doubtful:     "doubtful",
		CustodyOpen:  "the sums do not close: valid {valid} + void {void} = {read}, collected {collected}",
		CustodyHolds: "the sums close",
		Blank:        "blank",
		Spoiled:      "spoiled",
		Suggested:    "suggested grade",
		Decided:      "comprehensive grade",
		None:         "not decided",
		NotSuggested: "none",
		Because:      "reason: {reason}",
		Reasons:      "reasons",
		NoClause:     "not in the plan",
		Clause:       "plan {clause}",
		Quota:        "{lower} of {subjects} are graded lower than “{grade}”; the plan asks for about {target} ({nearest}): ",
		QuotaOr:      " or ",
		NoQuota:      "The plan has no quota",
		QuotaStates: map[string]string{
			"open": "not all grades are decided", "met": "met", "under": "too few", "over": "too many",
		},
	},
	Log: LogWords{
		NoTime: "–",
		Nobody: "–",
		Roles: map[string]string{
			"chair": "chair", "recorder": "recorder", "scrutineer": "scrutineer",
			"console": "console", "script": "script", "command": "command line",
		},
		Events: map[string]string{
			"session-opened":    "session opened on plan {plan_name}{rehearsal}",
			"session-sealed":    "session sealed on round {round}",
			"item-started":      "item started: {item}",
			"item-finished":     "item finished: {item}",
			"item-skipped":      "item skipped: {item}{because}",
			"clock-paused":      "clock paused: {item}",
			"clock-resumed":     "clock resumed: {item}",
			"time-added":        "time added: {item}, {minutes} min",
			"review-noted":      "review noted: {subject}: {text}",
			"speech-noted":      "speech noted: {text}",
			"heads-counted":     "heads counted: {class}expected {expected}, present {present}",
			"round-opened":      "round opened: {round}",
			"rule-sealed":       "rule sealed: {sha256}",
			"sheets-issued":     "sheets issued: {sheets}{because}",
			"sheets-collected":  "sheets collected: {sheets}",
			"round-voided":      "round voided: {round}, collected {collected} > issued {issued}",
			"bundle-opened":     "bundle opened: {bundle}",
			"bundle-closed":     "bundle closed: {bundle}, {sheets} sheets",
			"count-closed":      "count closed: by {by}, valid {valid}, void {void}, collected {collected}, issued {issued}",
			"ballot-entered":    "ballot entered: {ballot}",
			"ballot-voided":     "ballot voided: {ballot}",
			"ballot-set-aside":  "ballot set aside",
			"ballot-settled":    "ballot settled: sheet {place}, {ballot}",
			"ballot-taken-back": "ballot taken back",
			"fact-recorded":     "fact recorded: {subject}: {fact} (source: {source})",
			"fact-withdrawn":    "fact withdrawn: {subject}: {fact}{because}",
			"grade-decided":     "grade decided: {subject}: {grade}{because}",
		},
		Marks:     " · ",
		Blank:     "blank",
		Spoiled:   "spoiled",
		Voided:    "{reason}",
		Because:   " (reason: {reason})",
		Rehearsal: " (rehearsal)",
	},
	Check: CheckWords{
		File:      "file",
		Records:   "records",
		Head:      "last",
		Meeting:   "meeting",
		Agenda:    "agenda",
		Count:     "count",
		Good:      "Every record follows the one before it, and all of them can be replayed.",
		Rehearsal: "[REHEARSAL] ",
		Statuses:  map[string]string{"waiting": "waiting", "running": "running", "done": "done", "skipped": "skipped"},
		Over:      "all held",
		Sheets:    "round {round}, issued {issued}, collected {collected}, read {read}, bundle {bundle}",
		Closed:    "the count is closed",
		Open:      "the count is open",
		Sealed:    "sealed {at}",
	},
}
