package data

// CountWords is what the screens say of witnesses at the gates, of second
// readings, slips, corrections and comments.
type CountWords struct {

	// witnesses
	WitnessName                                   string // who confirmed a gate
	SawWhat                                       string
	SawOther                                      string
	SawWrite                                      string
	SawNeeded                                     string
	SawHeads, SawIssued, SawCollected, SawCounted []string // what is usually seen
	HeadsStated, IssueStated, CollectStated       string
	SpareLabel                                    string // spare sheets destroyed
	NotYet                                        string // a key came too soon for a question that opened by itself

	// bundles
	KeyerName                                 string
	KeyedBy                                   string // beside the place
	RestAsk                                   string // a bundle that is not full
	RestNo                                    string
	RestYes                                   string
	Cover                                     string // what is written on the bundle
	BundleLine                                string
	EmptyBundle                               string
	NotChecked                                string
	CheckedBy                                 map[string]string // by the way
	HadDiffered                               string
	ChecksHead                                string
	ChecksLeft                                string // behind the last gate
	ChecksMust                                string // where the plan wants them
	ChecksAsk, ChecksGo, CheckFirst, CheckNot string // where it does not

	// second readings
	WayAsk, WaySecond, WaySpot string
	SecondName, FirstName      string
	SpotName, DiceAsk          string
	SpotSheets                 string
	SecondPlace, SpotPlace     string
	AgainPlace, RulePlace      string
	CheckPlace                 string
	SecondHand                 string
	DiffersNow                 string // which sheets, who takes which
	DisputeNow                 string
	SpotDisputeNow             string
	UnevenNow                  string
	OtherSheet                 string
	SheetLabel, BundleLabel    string
	RuleWho, RuleWhy           string
	Agreed, AgreedAfter        string
	DrawAnew                   string
	LeaveCheckWhy              string

	// slips
	SlipWhose, SlipOf string
	SlipAsk           string
	SlipMissing       string
	SlipDoubled       string
	MissingFrom       string
	DoubledAt         string
	GapPlace          string

	// piles
	PilesName, PilesAgainName               string
	PileNow, PileVoids, PileHand, PileDue   string
	PileDiffers, PileDispute, PileRuleNow   string
	PileRuleWho, OtherRow                   string
	PilesClosed, PilesAgreed, LeavePilesWhy string
	AgainConfirm                            string // a sheet that was keyed anew, whole
	PileSum                                 string // a row that does not add up
	ListOf                                  string // between numbers
	CorrectWho                              string
	WithdrawPilesWhy                        string
	RowLabel, SumLabel                      string

	// after the count
	CorrectNow, MendPlace, MendWas       string
	CorrectWhy, NoSuchSheet              string
	CorrectedNow                         string
	CommentOf, CommentWhole, CommentKept string
	CommentWrite                         string
	VersionMark                          string
	WasNow                               string // old and new grade side by side
}

var countZH = CountWords{
	WitnessName:  "监票人姓名（按 Enter 确认）：",
	SawWhat:      "{by}看到的是：",
	SawOther:     "其他，写明",
	SawWrite:     "写明监票人看到了什么，按 Enter：",
	SawNeeded:    "请写明监票人看到了什么。",
	SawHeads:     []string{"当场逐人清点，数目一致", "凭签到表核对，数目一致"},
	SawIssued:    []string{"当场逐张发放，备用票当众销毁", "当场逐张发放，没有备用票"},
	SawCollected: []string{"当众开箱，逐张清点，已打乱顺序", "当场逐人收回，逐张清点，已打乱顺序"},
	SawCounted:   []string{"各束与录入张数一致，封签完好", "全程在场监票，票数闭合"},

	HeadsStated:   "应到 {expected} 人，实到 {present} 人。",
	IssueStated:   "发出 {issued} 张，销毁备用票 {destroyed} 张。",
	CollectStated: "收回 {collected} 张，发出 {issued} 张。",
	SpareLabel:    "销毁备用",
	NotYet:        "刚弹出的问题还没有回答：请停一下，看清再按。",

	KeyerName:   "谁来录入？输入录入人姓名，按 Enter：",
	KeyedBy:     "{by} 录入",
	RestAsk:     "第 {bundle} 束只有 {sheets} 张，不满 {size} 张。这是剩下的最后一束吗？",
	RestNo:      "不是，还有评议表要录",
	RestYes:     "是，按 {sheets} 张封束",
	Cover:       "束封：第 {bundle} 束　{sheets} 张　{by} 录入",
	BundleLine:  "第 {bundle} 束  {sheets} 张",
	EmptyBundle: "空束，不用复核",
	NotChecked:  "未复核",
	CheckedBy:   map[string]string{"second-entry": "{by} 复录一致", "spot-check": "{by} 抽查一致"},
	HadDiffered: "（曾有 {differed} 张不同）",
	ChecksHead:  "各束复核：↑↓ 选一束，按 Enter 开始。",
	ChecksLeft:  "还有 {bundles} 束没有复核，按 → 复核。",
	ChecksMust:  "方案要求每束都要复核，还有第 {list} 束没有复核。按 → 复核。",

	ChecksAsk:  "还有 {bundles} 束没有复核。方案没有规定必须复核，不复核会如实写入记录。",
	ChecksGo:   "按 → 打开复核。",
	CheckFirst: "先复核",
	CheckNot:   "不复核，结束计票",

	WayAsk:         "第 {bundle} 束怎样复核？",
	WaySecond:      "换一个人从头复录",
	WaySpot:        "只有一个人：掷骰抽查两成，至少 5 张",
	SecondName:     "第 {bundle} 束由 {first} 录入。谁来复录？（必须是另一个人）",
	FirstName:      "第 {bundle} 束没有记下录入人。第一次是谁录入的？",
	SpotName:       "第 {bundle} 束由谁抽查？",
	DiceAsk:        "当场掷骰子，把点数依次输入（至少 5 次，如 31415），由点数从 {of} 张中抽 {sheets} 张：",
	SpotSheets:     "第 {bundle} 束抽到第 {sheets} 张，请取出依次重录。",
	SecondPlace:    "复录第 {bundle} 束  第 {sheet} 张",
	SpotPlace:      "抽查第 {bundle} 束  第 {sheet} 张",
	CheckPlace:     "复核第 {bundle} 束",
	AgainPlace:     "重录第 {bundle} 束  第 {sheet} 张",
	RulePlace:      "裁定第 {bundle} 束  第 {sheet} 张",
	SecondHand:     "第 {bundle} 束复录 {entered} 张。请用手再数一遍这一束，输入张数，按 Enter。",
	DiffersNow:     "第 {bundle} 束第 {sheets} 张两次录入不一致。请 {by} 取出第 {sheet} 张看清票面，输入张号 {sheet}，按 Enter，从空白重录。",
	DisputeNow:     "第 {sheets} 张仍不一致。请监票人取出第 {sheet} 张看票裁定：输入张号 {sheet}，按 Enter。",
	SpotDisputeNow: "抽查发现第 {sheets} 张与录入不一致。请监票人取出第 {sheet} 张看票裁定：输入张号 {sheet}，按 Enter。",
	UnevenNow:      "第 {bundle} 束 {first_by} 录了 {first} 张，{by} 录了 {second} 张，张数不符。请数清纸票，按 / 改正漏录或重录的一方。",
	OtherSheet:     "现在要看的是第 {sheet} 张，不是第 {typed} 张。",
	SheetLabel:     "张号",
	BundleLabel:    "束号",
	RuleWho:        "第 {sheet} 张裁定为“{words}”。监票人姓名（按 Enter 确认）：",
	RuleWhy:        "写明裁定的理由，按 Enter：",
	Agreed:         "第 {bundle} 束 {sheets} 张，两次一致。",
	AgreedAfter:    "第 {bundle} 束复核完毕，{differed} 张不一致的已看票改定。",
	DrawAnew:       "第 {bundle} 束已按票面改正，请重新掷骰再抽查一次。",
	LeaveCheckWhy:  "放弃第 {bundle} 束这次复核，写明理由，按 Enter（按 Esc 不放弃）：",

	SlipWhose:   "谁录错了位？",
	SlipOf:      "{by} 录的",
	SlipAsk:     "怎样错了位？后面各张会整体移动，不必重录。",
	SlipMissing: "漏录了一张",
	SlipDoubled: "有一张录了两次",
	MissingFrom: "从第几张起漏录了一张？输入张号，按 Enter：",
	DoubledAt:   "第几张是多录的？输入张号，按 Enter：",
	GapPlace:    "第 {sheet} 张是漏录的，请补录。",

	PilesName:        "分堆计票：按票面内容分堆，数每一堆的张数。谁来清点？",
	PilesAgainName:   "{first} 清点过一次。谁来再点一次？（必须是另一个人）",
	PileNow:          "{by}：第 {row} 行“{name}”，把评议表按这一行的等次分堆，数清每一堆，依次输入。{due}",
	PileVoids:        "{by}：先挑出作废的评议表，按原因数清，依次输入（没有就直接按 Enter）。",
	PileHand:         "各行都已数清。请用手再数一遍全部评议表（含作废），输入总张数，按 Enter。",
	PileDue:          "合计应为 {sheets} 张。",
	PileDiffers:      "两次清点第 {rows} 行不一致。请 {by} 重新分堆清点第 {row} 行“{name}”：输入行号 {row}，按 Enter，从空白重录。",
	PileDispute:      "第 {rows} 行仍不一致。请监票人当场清点第 {row} 行“{name}”：输入行号 {row}，按 Enter。",
	PileRuleNow:      "监票人裁定第 {row} 行“{name}”：输入各堆张数。{due}",
	PileRuleWho:      "监票人姓名（按 Enter 确认）：",
	OtherRow:         "现在要点的是第 {row} 行，不是第 {typed} 行（0 是作废）。",
	PilesClosed:      "已按分堆记下 {sheets} 张，请第二个人再点一次。",
	PilesAgreed:      "两次清点已一致，曾有 {differed} 行不一致。",
	LeavePilesWhy:    "放弃这次清点，写明理由，按 Enter（按 Esc 不放弃）：",
	AgainConfirm:     "看清票面，按 Enter 确认；. 退回重录。",
	PileSum:          "这一行合计 {sum} 张，应为 {sheets} 张。请再数一遍各堆。",
	ListOf:           "、",
	CorrectWho:       "第 {bundle} 束第 {sheet} 张更正为“{words}”。看到票面的监票人姓名（按 Enter 确认）：",
	WithdrawPilesWhy: "撤回已记下的分堆清点，写明理由，按 Enter（按 Esc 不撤回）：",
	RowLabel:         "行号",
	SumLabel:         "合计",

	CorrectNow:   "更正：输入束号、张号，按 Enter。原来的记录保留，结果另出一版。",
	MendPlace:    "更正第 {bundle} 束  第 {sheet} 张",
	MendWas:      "原来：{words}。请看票面重新录入这一张。",
	CorrectWhy:   "写明更正的理由，按 Enter：",
	NoSuchSheet:  "没有第 {bundle} 束第 {sheet} 张，请看束封和票上的张号。",
	CorrectedNow: "已更正，结果为第 {version} 版。",
	CommentOf:    "给谁的留言？先把有留言的评议表抽出，打乱顺序。",
	CommentWhole: "对全体",
	CommentKept:  "{n} 条留言已存盘。",
	CommentWrite: "每行一条留言，按 Esc 存好返回。留言不与任何一张票相连。",
	VersionMark:  "第 {version} 版（更正后，票数为 原→现）",
	WasNow:       "测评建议等次  原“{was}”→ 现“{now}”",
}

var countEN = CountWords{
	WitnessName:  "The scrutineer's name (Enter to confirm):",
	SawWhat:      "{by} saw:",
	SawOther:     "something else, in words",
	SawWrite:     "What did the scrutineer see? Then press Enter:",
	SawNeeded:    "Please say what the scrutineer saw.",
	SawHeads:     []string{"counted head by head, the numbers agree", "checked against the list of signatures, the numbers agree"},
	SawIssued:    []string{"handed out one by one, spare sheets destroyed before all", "handed out one by one, no spare sheets"},
	SawCollected: []string{"box opened before all, counted one by one, shuffled", "taken back one by one, counted one by one, shuffled"},
	SawCounted:   []string{"every bundle as entered, its seal whole", "present throughout, the sums close"},

	HeadsStated:   "{expected} expected, {present} present.",
	IssueStated:   "{issued} issued, {destroyed} spare sheets destroyed.",
	CollectStated: "{collected} back of {issued} issued.",
	SpareLabel:    "Destroyed",
	NotYet:        "A question has just opened: pause, read it, then press.",

	KeyerName:   "Who keys the sheets? Type the name and press Enter:",
	KeyedBy:     "{by} keying",
	RestAsk:     "Bundle {bundle} has only {sheets} sheets of {size}. Is it the last one?",
	RestNo:      "No, there are sheets left to key",
	RestYes:     "Yes, close it with {sheets} sheets",
	Cover:       "Cover: bundle {bundle}, {sheets} sheets, keyed by {by}",
	BundleLine:  "Bundle {bundle}  {sheets}",
	EmptyBundle: "empty, nothing to check",
	NotChecked:  "not checked",
	CheckedBy:   map[string]string{"second-entry": "keyed again by {by}, agrees", "spot-check": "drawn sheets read by {by}, agree"},
	HadDiffered: " ({differed} had differed)",
	ChecksHead:  "Checks: choose a bundle with ↑↓ and press Enter.",
	ChecksLeft:  "Not checked yet: {bundles}; → checks them.",
	ChecksMust:  "The plan wants every bundle checked; {list} are not. → checks them.",

	ChecksAsk:  "Not checked yet: {bundles}. The plan demands no check; that none was made will stand in the record.",
	ChecksGo:   "→ opens the checks.",
	CheckFirst: "Check them first",
	CheckNot:   "Close the count without checks",

	WayAsk:         "How is bundle {bundle} checked?",
	WaySecond:      "Another person keys all of it again",
	WaySpot:        "One person only: dice draw a fifth, at least 5 sheets",
	SecondName:     "{first} keyed bundle {bundle}. Who keys it again? (Somebody else)",
	FirstName:      "Nobody is recorded as having keyed bundle {bundle}. Who did?",
	SpotName:       "Who reads the drawn sheets of bundle {bundle}?",
	DiceAsk:        "Roll dice in the room and type what falls, at least 5 rolls (like 31415); they draw {sheets} of {of} sheets:",
	SpotSheets:     "Bundle {bundle}: take out sheets {sheets} and key them in this order.",
	SecondPlace:    "Again: bundle {bundle}, sheet {sheet}",
	SpotPlace:      "Drawn: bundle {bundle}, sheet {sheet}",
	CheckPlace:     "Check of bundle {bundle}",
	AgainPlace:     "Anew: bundle {bundle}, sheet {sheet}",
	RulePlace:      "Ruling: bundle {bundle}, sheet {sheet}",
	SecondHand:     "{entered} sheets of bundle {bundle} keyed again. Count the paper once more, type the number and press Enter.",
	DiffersNow:     "Bundle {bundle}: sheets {sheets} differ. {by} takes out sheet {sheet}, looks at the paper, types {sheet}, presses Enter and keys it from an empty field.",
	DisputeNow:     "Sheets {sheets} still differ. The scrutineer takes out sheet {sheet}: type {sheet} and press Enter to rule.",
	SpotDisputeNow: "Drawn sheets {sheets} differ from what was keyed. The scrutineer takes out sheet {sheet}: type {sheet} and press Enter to rule.",
	UnevenNow:      "Bundle {bundle}: {first_by} keyed {first} sheets, {by} {second}. Count the paper and press / to mend what was skipped or keyed twice.",
	OtherSheet:     "It is sheet {sheet} that is wanted now, not {typed}.",
	SheetLabel:     "Sheet",
	BundleLabel:    "Bundle",
	RuleWho:        "Sheet {sheet} is ruled to say “{words}”. The scrutineer's name (Enter to confirm):",
	RuleWhy:        "Give the reason for the ruling and press Enter:",
	Agreed:         "Bundle {bundle}, {sheets} sheets: both readings agree.",
	AgreedAfter:    "Bundle {bundle} is checked; {differed} sheets that differed were settled by the paper.",
	DrawAnew:       "Bundle {bundle} was put right by the paper; roll the dice and draw again.",
	LeaveCheckWhy:  "Give up this check of bundle {bundle}: say why and press Enter (Esc goes on with it):",

	SlipWhose:   "Whose entry slipped?",
	SlipOf:      "{by}'s",
	SlipAsk:     "What slipped? The sheets behind it move; nothing else is keyed again.",
	SlipMissing: "A sheet was skipped",
	SlipDoubled: "A sheet was keyed twice",
	MissingFrom: "From which sheet on is one missing? Type its number and press Enter:",
	DoubledAt:   "Which sheet is one too many? Type its number and press Enter:",
	GapPlace:    "Sheet {sheet} was skipped; key it now.",

	PilesName:        "Piles: sort the sheets by what they say and count each pile. Who counts?",
	PilesAgainName:   "{first} counted once. Who counts again? (Somebody else)",
	PileNow:          "{by}: row {row}, {name}. Sort the sheets by this row, count each pile and type the numbers. {due}",
	PileVoids:        "{by}: take out the void sheets first and count them by reason (press Enter where there are none).",
	PileHand:         "Every row is counted. Count all sheets once more by hand, the void ones too, type the number and press Enter.",
	PileDue:          "Together {sheets}.",
	PileDiffers:      "The two counts differ in rows {rows}. {by} sorts and counts row {row}, {name}, anew: type {row} and press Enter.",
	PileDispute:      "Rows {rows} still differ. The scrutineer counts row {row}, {name}: type {row} and press Enter.",
	PileRuleNow:      "The scrutineer rules on row {row}, {name}: type the number of each pile. {due}",
	PileRuleWho:      "The scrutineer's name (Enter to confirm):",
	OtherRow:         "It is row {row} that is wanted now, not {typed} (0 is the void sheets).",
	PilesClosed:      "{sheets} sheets are counted by piles; a second person counts them again.",
	PilesAgreed:      "Both counts agree; {differed} rows had differed.",
	LeavePilesWhy:    "Give up this count: say why and press Enter (Esc goes on with it):",
	AgainConfirm:     "Look at the paper and press Enter; . takes a mark back.",
	PileSum:          "This row comes to {sum} sheets and should come to {sheets}. Count the piles once more.",
	ListOf:           ", ",
	CorrectWho:       "Bundle {bundle}, sheet {sheet} is corrected to “{words}”. The scrutineer who saw the paper (Enter to confirm):",
	WithdrawPilesWhy: "Take back the count by piles: say why and press Enter (Esc keeps it):",
	RowLabel:         "Row",
	SumLabel:         "Sum",

	CorrectNow:   "Correction: type the bundle, then the sheet, and press Enter. The record stays; the result gets a new version.",
	MendPlace:    "Correction: bundle {bundle}, sheet {sheet}",
	MendWas:      "It was: {words}. Look at the paper and key the sheet.",
	CorrectWhy:   "Give the reason for the correction and press Enter:",
	NoSuchSheet:  "There is no sheet {sheet} in bundle {bundle}; look at the cover and count again.",
	CorrectedNow: "Corrected; the result is version {version}.",
	CommentOf:    "Comments on whom? Take out the sheets with comments first and shuffle them.",
	CommentWhole: "On all",
	CommentKept:  "{n} comments stored.",
	CommentWrite: "One comment a line, Esc stores them. No comment is tied to a sheet.",
	VersionMark:  "Version {version} (corrected, counts are old→new)",
	WasNow:       "Suggested grade  was “{was}” → now “{now}”",
}
