package data

// PrepareWords is what the screens say of the weeks before the meeting, and of
// what the chair keeps for himself.
type PrepareWords struct {
	KeyPrepare  string // opens the page
	KeyHints    string // opens the prepared comments beside the clock
	KeyHide     string // and puts them out of sight
	KeyQuestion string
	KeyTake     string // a comment becomes a problem
	KeyOpen     string

	Head                                 string
	Private                              string // behind what lies in the drawer
	Filed, NotFiled                      string
	PlanRow, VetRow, FileRow             string
	VisitRow, CommentRow, DutyRow        string
	VetNone, VetPassed, VetReturned      string
	VetMissing, VetBy                    string // behind either
	FileNone                             string
	Count                                string
	Due                                  string
	NewDuty                              string
	UnvettedAsk                          string
	ToAsk                                string
	VetAsk, VetPass, VetReturn           string
	VetByAsk, VetAllAsk, VetAll, VetLack string
	VetPointsAsk, VetNoteAsk             string
	BadPoints                            string
	Vetted                               string
	PathAsk, Attaching                   string
	VisitWhich, VisitNew, VisitLine      string
	VisitPlace, VisitHow                 string
	VisitAnnounced, VisitUnannounced     string
	VisitSeen                            string
	CommentsAsk                          string
	DutyWhat, DutyWho                    string
	QuestionAsk, QuestionKept            string
	HintsHead, HintsNone                 string
	TakenBefore                          string
	Stored                               string
	DraftBack, DraftHere                 string
	KeepFailed                           string

	// filing
	KeyFile, KeyAttach             string
	FileAsk, FileOne, FileAll      string
	PaperStates                    map[string]string // by the state
	DaysLeft, DaysOver             string            // behind a date
	LastYears                      string            // last year's problems of a subject
	KeyUncover, Covered            string            // a private question that was left open
	VisitChange, VisitForget       string
	MarkWords, MarkGroups, MarkKey string // of a sealed record
}

var prepareZH = PrepareWords{
	KeyPrepare: "会前准备", KeyHints: "点评准备", KeyHide: "收起", KeyQuestion: "记提问", KeyTake: "转入台账", KeyOpen: "打开",

	Head:     "会前准备（{day} 前完成）：↑↓ 选择，Enter 打开；哪一项都可以以后再填。",
	Private:  "只在本屏",
	Filed:    "{day} 报{to}",
	NotFiled: "还没有报备",
	PlanRow:  "工作方案报备", VetRow: "审核把关", FileRow: "述职报告文件",
	VisitRow: "实地调研", CommentRow: "点评准备", DutyRow: "分工",
	VetNone: "还没有审核", VetPassed: "审核通过", VetReturned: "退回", VetBy: "（{by}）", VetMissing: "，缺第 {points} 项",
	FileNone: "还没有附上",
	Count:    "{n} 条",
	Due:      "{day} 前",
	NewDuty:  "登记一项分工",

	UnvettedAsk: "{subject} 的述职报告还没有审核通过。仍要开始述职，请写明理由，按 Enter：",
	ToAsk:       "报给谁？按 Enter：",
	VetAsk:      "{subject} 的述职报告：", VetPass: "审核通过", VetReturn: "退回修改",
	VetByAsk:  "谁审核的？输入姓名，按 Enter：",
	VetAllAsk: "各项内容齐全，本人撰写，问题有主客观原因，查摆问题占一定篇幅？", VetAll: "都符合", VetLack: "有欠缺，写明",
	VetPointsAsk: "缺哪几项内容？输入编号，如 1 3，没有就直接按 Enter：",
	VetNoteAsk:   "写明欠缺或退回的理由，按 Enter：",
	BadPoints:    "“{text}”不是内容编号，应为 1 到 {most}。",
	Vetted:       "{subject} 的审核已存盘。",
	PathAsk:      "把文件拖进窗口，或输入文件的位置，按 Enter（32 MB 以内）：",
	Attaching:    "正在附上……",
	VisitWhich:   "{subject} 的调研：", VisitNew: "记一次调研", VisitLine: "{day} {place}",
	VisitPlace: "在哪里？按 Enter：", VisitHow: "怎样去的？",
	VisitAnnounced: "事先打了招呼", VisitUnannounced: "没有打招呼",
	VisitSeen:   "看到了什么（可写多行，按 Esc 存好，只在本屏，不进档案）：",
	CommentsAsk: "{subject} 的点评准备，每行一条（按 Esc 存好，只在本屏，不进档案）：",
	DutyWhat:    "哪一项工作？按 Enter：", DutyWho: "谁负责？按 Enter：",
	QuestionAsk: "提问的内容，按 Enter：", QuestionKept: "提问已存盘。",
	HintsHead:   "点评准备（按数字转入台账）",
	TakenBefore: "第 {n} 条已在台账。",
	HintsNone:   "没有准备的点评。会前可在 F2 按 ← 填写。",
	Stored:      "已存好。",
	DraftBack:   "上次没有存好的草稿，已恢复。", DraftHere: "，有草稿没有存好",
	KeepFailed: "没有存好：{problem}",

	KeyFile: "登记报送", KeyAttach: "附上文件",
	FileAsk: "报送了什么？", FileOne: "只有“{paper}”", FileAll: "还没有报送的全部材料",
	PaperStates: map[string]string{"attached": "已附", "generated": "可生成", "missing": "缺"},
	DaysLeft:    "（还有 {days} 天）", DaysOver: "（已过 {days} 天）",
	KeyUncover: "继续写", Covered: "有一段没有写完的私密文字，按 Enter 继续写。",
	VisitChange: "修改这一次", VisitForget: "删去这一次",
	MarkWords: "封存词：{words}", MarkGroups: "校验：{groups}", MarkKey: "签名钥匙：{fingerprint}",
	LastYears: "上年度问题 {all} 个：已销号 {done}，逾期 {overdue}，退回 {returned}，整改中 {open}",
}

var prepareEN = PrepareWords{
	KeyPrepare: "preparation", KeyHints: "prepared comments", KeyHide: "hide them", KeyQuestion: "question", KeyTake: "into the ledger", KeyOpen: "open",

	Head:     "Preparation (until {day}): ↑↓ chooses, Enter opens; all of it may be filled in later.",
	Private:  "on this screen only",
	Filed:    "{day}, with {to}",
	NotFiled: "not filed yet",
	PlanRow:  "Work plan filed", VetRow: "Vetting", FileRow: "Report, as a file",
	VisitRow: "Visits", CommentRow: "Prepared comments", DutyRow: "Duty",
	VetNone: "not vetted yet", VetPassed: "passed", VetReturned: "returned", VetBy: " (by {by})", VetMissing: ", without {points}",
	FileNone: "not attached yet",
	Count:    "{n}",
	Due:      "by {day}",
	NewDuty:  "enter a duty",

	UnvettedAsk: "The report of {subject} was not passed. To start it all the same, say why and press Enter:",
	ToAsk:       "Filed with whom? Then Enter:",
	VetAsk:      "The report of {subject}:", VetPass: "passed", VetReturn: "returned",
	VetByAsk:  "Who vetted it? Type the name and press Enter:",
	VetAllAsk: "Is every point there, written in person, problems with their causes, and enough on problems?", VetAll: "yes, all of it", VetLack: "something is wanting, in words",
	VetPointsAsk: "Which points are missing? Their numbers, as 1 3, or just Enter:",
	VetNoteAsk:   "Say what is wanting, or why it is returned, and press Enter:",
	BadPoints:    "“{text}” is no number of a point; they run from 1 to {most}.",
	Vetted:       "The vetting of {subject} is stored.",
	PathAsk:      "Drop the file into the window or type where it lies, then Enter (up to 32 MB):",
	Attaching:    "Attaching…",
	VisitWhich:   "Visits to {subject}:", VisitNew: "note a visit", VisitLine: "{day} {place}",
	VisitPlace: "Where? Then Enter:", VisitHow: "How was it made?",
	VisitAnnounced: "announced", VisitUnannounced: "unannounced",
	VisitSeen:   "What was seen (several lines, Esc stores it; on this screen only, never in the bundle):",
	CommentsAsk: "Comments prepared on {subject}, one a line (Esc stores them; on this screen only, never in the bundle):",
	DutyWhat:    "Which piece of work? Then Enter:", DutyWho: "Who answers for it? Then Enter:",
	QuestionAsk: "The question, then Enter:", QuestionKept: "The question is stored.",
	TakenBefore: "Comment {n} is on the ledger already.",
	HintsHead:   "Prepared comments (a digit takes one into the ledger)",
	HintsNone:   "No comments are prepared. Before the meeting, ← on F2 opens them.",
	Stored:      "Stored.",
	DraftBack:   "A draft that was not stored last time has been brought back.", DraftHere: ", a draft was left",
	KeepFailed: "Not stored: {problem}",

	KeyFile: "was filed", KeyAttach: "attach a file",
	FileAsk: "What was filed?", FileOne: "only “{paper}”", FileAll: "all papers that are not filed yet",
	PaperStates: map[string]string{"attached": "attached", "generated": "can be written", "missing": "missing"},
	DaysLeft:    " ({days} days left)", DaysOver: " ({days} days ago)",
	KeyUncover: "go on writing", Covered: "Something private is being written; Enter goes on with it.",
	VisitChange: "change it", VisitForget: "take it out",
	MarkWords: "Head words: {words}", MarkGroups: "Hash: {groups}", MarkKey: "Signing key: {fingerprint}",
	LastYears: "Last year's {all} problems: {done} done, {overdue} overdue, {returned} returned, {open} open",
}
