package data

// SheetsWords is what the commands about files of sheets say.
type SheetsWords struct {
	FlagBy      string
	FlagClass   string
	FlagSubject string
	FlagOutput  string

	Faults     string            // path, count
	MoreFaults string            // path, count: there may be more
	Again      string            // path, bundle
	Imported   string            // path, sheets, bundles, first, last
	Pending    map[string]string // what is still to be done, by the plan's check
	Ending     string            // path
	Sheet      string            // what the sheet of a workbook is called
	ByPiles    string            // stack
	Hidden     string
	NoBundles  string // path

	// The cover line of a bundle, column by column.
	CoverBundle   string // bundle
	CoverSheets   string // sheets
	CoverKeyed    string // by
	CoverFile     string // by, file
	Nobody        string
	Unconfirmed   string
	Confirmed     map[string]string // by the way: checker, dice
	CoverDiffered string            // differed, ruled
}

var sheetsZH = SheetsWords{
	FlagBy:      "谁对这次计票负责（姓名）；复录或抽查须由别人做",
	FlagClass:   "文件里的评议表都是这一类参评人的（代号）",
	FlagSubject: "文件里的评议表都是评这一位述职人的（代号）",
	FlagOutput:  "写到这个以 .csv 或 .xlsx 结尾的文件",

	Faults:     "{path}：有 {count} 处错误，已逐条列出；一张也没有录入。",
	MoreFaults: "{path}：至少有 {count} 处错误，列出了前 {count} 处；一张也没有录入。",
	Again:      "{path} 已经录入过，从第 {bundle} 束起就是它；不能再录一次。",
	Imported:   "{path}：录入 {sheets} 张，{bundles} 束（第 {first} 到 {last} 束），算一次录入。",
	Pending: map[string]string{
		"offered":      "每束还可以复录或抽查；方案没有规定必须做。",
		"second-entry": "每束还须由别人复录，才能结束计票。",
		"spot-check":   "每束还须抽查或由别人复录，才能结束计票。",
		"either":       "每束还须由别人复录，或者抽查，才能结束计票。",
	},
	Ending:    "{path} 要以 .csv 或 .xlsx 结尾。",
	Sheet:     "评议表",
	ByPiles:   "{stack}按堆计数，没有逐张录入，不在文件里。",
	Hidden:    "有的类别票数太少，各类不单列：文件里没有类别和束号，并且按内容重新排列。",
	NoBundles: "{path} 还没有封好的束。",

	CoverBundle:   "第 {bundle} 束",
	CoverSheets:   "{sheets} 张",
	CoverKeyed:    "录入 {by}",
	CoverFile:     "录入 {by}（文件 {file}）",
	Nobody:        "未写明",
	Unconfirmed:   "未复录，未抽查",
	Confirmed:     map[string]string{"second-entry": "复录 {checker}", "spot-check": "抽查 {checker}（骰子 {dice}）"},
	CoverDiffered: "，不一致 {differed} 张，裁定 {ruled} 张",
}

var sheetsEN = SheetsWords{
	FlagBy:      "who answers for this count (a name); somebody else must confirm it",
	FlagClass:   "all sheets of the file are of this class of voters (its ID)",
	FlagSubject: "all sheets of the file are about this subject (the ID)",
	FlagOutput:  "write to this file, which ends in .csv or .xlsx",

	Faults:     "{path}: faults, listed above: {count}; no sheet was entered.",
	MoreFaults: "{path}: at least {count} faults, the first {count} of them listed above; no sheet was entered.",
	Again:      "{path} was entered already, from bundle {bundle} on, and is not entered twice.",
	Imported:   "{path}: entered {sheets} sheets in {bundles} bundles ({first} to {last}), as one entry.",
	Pending: map[string]string{
		"offered":      "Each bundle may still be keyed again or checked by a draw; the plan does not demand it.",
		"second-entry": "Somebody else must still key each bundle again before the count can be closed.",
		"spot-check":   "Each bundle must still be checked by a draw, or keyed again by somebody else, before the count can be closed.",
		"either":       "Each bundle must still be keyed again by somebody else, or checked by a draw, before the count can be closed.",
	},
	Ending:    "{path} should end in .csv or .xlsx.",
	Sheet:     "sheets",
	ByPiles:   "{stack} was counted by piles and not sheet by sheet; it is not in the file.",
	Hidden:    "A class has too few sheets to be told apart: the file has neither classes nor bundles, and its rows are sorted by what they say.",
	NoBundles: "{path} has no closed bundle yet.",

	CoverBundle:   "bundle {bundle}",
	CoverSheets:   "{sheets} sheets",
	CoverKeyed:    "keyed by {by}",
	CoverFile:     "entered by {by} from {file}",
	Nobody:        "(not said)",
	Unconfirmed:   "not confirmed",
	Confirmed:     map[string]string{"second-entry": "keyed again by {checker}", "spot-check": "drawn sheets read by {checker} (dice {dice})"},
	CoverDiffered: "; {differed} differed, {ruled} ruled on",
}
