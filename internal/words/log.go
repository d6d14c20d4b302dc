package words

// The log on a screen.

func LogHead(l Language) string {
	return l.in("日志，共 {records} 条", "Journal, {records} records")
}

// What the log says of a record whose contents stay out of it.

func LogColumns(l Language) []string { return logColumns.in(l) }

var logColumns = list{{"号", "No."}, {"时间", "time"}, {"谁", "who"}, {"做了什么", "what was done"}}

func QuietRecord(l Language, code string) string { return quietRecords[code].in(l) }

var quietRecords = table{
	"ballot-entered":           {"录入一张", "sheet entered"},
	"ballot-voided":            {"录入无效票", "void sheet"},
	"ballot-set-aside":         {"待认定一张", "doubtful sheet"},
	"ballot-settled":           {"认定待认定的票", "doubt settled"},
	"ballot-taken-back":        {"退回一张", "sheet taken back"},
	"second-ballot-entered":    {"复核一张", "a sheet keyed again"},
	"second-ballot-taken-back": {"退回复核的一张", "a sheet keyed again taken back"},
	"sheet-keyed-again":        {"重录不一致的一张", "a differing sheet keyed anew"},
	"sheet-ruled":              {"认定不一致的一张", "a differing sheet ruled on"},
	"pile-counted":             {"录入一行各堆张数", "a row counted by piles"},
	"pile-counted-again":       {"重录不一致的一行", "a differing row counted anew"},
	"pile-ruled":               {"认定不一致的一行", "a differing row ruled on"},
	"comments-noted":           {"登记书面意见", "comments entered"},
	"review-noted":             {"记点评要点", "notes on a review"},
	"speech-noted":             {"记讲话要点", "notes on the speech"},
	"subject-assessed":         {"记来源评价", "a source assessed"},
	"opinion-written":          {"写综合评价意见", "opinion written"},
}

// The log as a text.

func LogNothing(l Language) string { return l.in("–", "–") }

func LogRole(l Language, code string) string { return logRoles[code].in(l) }

var logRoles = table{
	"chair":      {"主持人", "chair"},
	"recorder":   {"记录人", "recorder"},
	"scrutineer": {"监票人", "scrutineer"},
	"console":    {"控制台", "console"},
	"script":     {"脚本", "script"},
	"command":    {"命令行", "command line"},
}

func LogSpeaker(l Language) string { return l.in("（{by}）", " ({by})") }
func LogMerged(l Language) string  { return l.in("与 {into} 合并计票", "votes with {into}") }
func LogFew(l Language) string     { return l.in("、评议表 {sheets} 张", ", {sheets} sheets") }
func LogApart(l Language) string   { return l.in("知悉后照样单列", "stays apart knowingly") }
func LogLot(l Language) string     { return l.in("（抽签）", " (by lot)") }

func LogEvent(l Language, kind string) string { return logEvents[kind].in(l) }

var logEvents = table{
	"session-opened":           {"建立会议 方案 {plan_name}{rehearsal}", "session opened on plan {plan_name}{rehearsal}"},
	"session-sealed":           {"封存 第 {round} 轮{resealed}", "session sealed on round {round}{resealed}"},
	"item-started":             {"开始 {item}{because}", "item started: {item}{because}"},
	"item-finished":            {"结束 {item}", "item finished: {item}"},
	"item-skipped":             {"跳过 {item}{because}", "item skipped: {item}{because}"},
	"item-reopened":            {"重新打开 {item}{because}", "item opened again: {item}{because}"},
	"end-taken-back":           {"收回结束 {item}", "end taken back: {item}"},
	"order-set":                {"述职顺序 {subjects}{lot}", "order of speaking: {subjects}{lot}"},
	"clock-paused":             {"暂停计时 {item}", "clock paused: {item}"},
	"clock-resumed":            {"继续计时 {item}", "clock resumed: {item}"},
	"time-added":               {"调整时间 {item} {minutes} 分钟", "time added: {item}, {minutes} min"},
	"review-noted":             {"记录点评 {subject}{speaker}：{text}", "review noted: {subject}{speaker}: {text}"},
	"speech-noted":             {"记录总结讲话：{text}", "speech noted: {text}"},
	"heads-counted":            {"清点人数 {class}应到 {expected} 实到 {present}{leave}{witness}", "heads counted: {class}expected {expected}, present {present}{leave}{witness}"},
	"officers-named":           {"会议人员 {officers}{because}", "officers: {officers}{because}"},
	"name-vouched":             {"确认姓名 {name}{because}", "name vouched for: {name}{because}"},
	"round-opened":             {"开始新一轮测评 第 {round} 轮", "round opened: {round}"},
	"rule-sealed":              {"锁定规则 {sha256}", "rule sealed: {sha256}"},
	"sheets-issued":            {"发出评议表 {stack}{sheets} 张{because}{spares}{witness}", "sheets issued: {stack}{sheets}{because}{spares}{witness}"},
	"sheets-collected":         {"收回评议表 {stack}{sheets} 张{witness}", "sheets collected: {stack}{sheets}{witness}"},
	"round-voided":             {"本轮测评无效 第 {round} 轮 {stack}收回 {collected} > 发出 {issued}", "round voided: {round}, {stack}collected {collected} > issued {issued}"},
	"bundle-opened":            {"打开一组 {stack}第 {bundle} 组{keyed}", "bundle opened: {stack}{bundle}{keyed}"},
	"bundle-handed":            {"移交 第 {bundle} 组 由 {by} 接着录", "bundle handed on: {bundle}, {by} goes on with it"},
	"bundle-closed":            {"封组 第 {bundle} 组 {sheets} 张", "bundle closed: {bundle}, {sheets} sheets"},
	"count-closed":             {"结束计票 监票人 {by} 有效 {valid} 无效票 {void} 收回 {collected} 发出 {issued}{seen}", "count closed: by {by}, valid {valid}, void {void}, collected {collected}, issued {issued}{seen}"},
	"ballot-entered":           {"录入一张 {ballot}", "ballot entered: {ballot}"},
	"ballot-voided":            {"无效票一张 {ballot}", "ballot voided: {ballot}"},
	"ballot-set-aside":         {"待认定一张", "ballot set aside"},
	"ballot-settled":           {"认定 第 {place} 张 {ballot}{witness}", "ballot settled: sheet {place}, {ballot}{witness}"},
	"ballot-taken-back":        {"退回一张", "ballot taken back"},
	"slip-mended":              {"补正 {side}第 {sheet} 张{slip}", "slip mended: {side}sheet {sheet} {slip}"},
	"second-opened":            {"开始复核 第 {bundle} 组 录入人 {by}", "second entry opened: bundle {bundle}, keyed by {by}"},
	"second-ballot-entered":    {"复核一张 {ballot}", "sheet checked: {ballot}"},
	"second-ballot-taken-back": {"复核退回一张", "checked sheet taken back"},
	"second-compared":          {"比对 第 {bundle} 组 复核 {sheets} 张 {compared}", "entries compared: bundle {bundle}, {sheets} sheets checked, {compared}"},
	"sheet-keyed-again":        {"重录 {side}第 {sheet} 张 {ballot}", "sheet keyed again: {side}sheet {sheet}, {ballot}"},
	"sheet-ruled":              {"认定不一致 第 {sheet} 张 {ballot}{because} 监票人 {by}", "sheet ruled on: {sheet}, {ballot}{because}, scrutineer {by}"},
	"bundle-checked":           {"复核一致 第 {bundle} 组 {way} {by} 曾不一致 {differed} 张 认定 {ruled} 张", "bundle checked: {bundle} by {way}, {by}; {differed} had differed, {ruled} ruled on"},
	"spot-drawn":               {"抽查 第 {bundle} 组 第 {draw} 次 骰子 {dice} 抽中第 {list} 张 录入人 {by}", "spot check drawn: bundle {bundle}, draw {draw}, dice {dice}: sheets {list}, keyed by {by}"},
	"draw-corrected":           {"抽查更正 第 {bundle} 组 第 {draw} 次 第 {list} 张录错，须重新抽查", "draw corrected: bundle {bundle}, draw {draw}: sheet {list} was wrong, to be drawn anew"},
	"check-left":               {"放弃复核 第 {bundle} 组{because}", "check left: bundle {bundle}{because}"},
	"piles-opened":             {"开始分堆计票 {stack}{turn}计数人 {by}", "count by piles opened: {stack}{turn}counted by {by}"},
	"pile-counted":             {"分堆 {row} {piles}", "piles counted: {row}: {piles}"},
	"piles-closed":             {"结束分堆计票 共 {sheets} 张", "count by piles closed: {sheets} sheets"},
	"piles-compared":           {"比对分堆计票 共 {sheets} 张 {rows}", "counts by piles compared: {sheets} sheets, {rows}"},
	"pile-counted-again":       {"重新分堆 {side}{row} {piles}", "piles counted again: {side}{row}: {piles}"},
	"pile-ruled":               {"认定分堆 {row} {piles}{because} 监票人 {by}", "piles ruled: {row}: {piles}{because} by {by}"},
	"piles-checked":            {"分堆复核一致 {by} 曾不一致 {differed} 行 认定 {ruled} 行", "count by piles checked by {by}: {differed} rows had differed, {ruled} ruled"},
	"piles-left":               {"放弃分堆计票{because}", "count by piles left{because}"},
	"piles-withdrawn":          {"撤回分堆计票 {stack}{because}", "count by piles withdrawn: {stack}{because}"},
	"sheet-corrected":          {"更正 第 {bundle} 组第 {sheet} 张 原为 {was} 改为 {now}{because} 核实人 {by}", "sheet corrected: bundle {bundle}, sheet {sheet}: was {was}, is {now}{because}, seen by {by}"},
	"piles-corrected":          {"更正分堆 {stack}原为 {was} 改为 {now}{because} 核实人 {by}", "piles corrected: {stack}was {was}, is {now}{because}, seen by {by}"},
	"heads-corrected":          {"更正人数 {class}原为 {was} 改为 {now}{because} 核实人 {by}", "heads corrected: {class}was {was}, is {now}{because}, seen by {by}"},
	"sheet-restated":           {"更正 第 {bundle} 组第 {sheet} 张 原为 {was} 改为 {now}{because} 核实人 {by}", "sheet corrected: bundle {bundle}, sheet {sheet}: was {was}, is {now}{because}, seen by {by}"},
	"piles-restated":           {"更正分堆 {stack}原为 {was} 改为 {now}{because} 核实人 {by}", "piles corrected: {stack}was {was}, is {now}{because}, seen by {by}"},
	"heads-restated":           {"更正人数 {class}原为 {was} 改为 {now}{because} 核实人 {by}", "heads corrected: {class}was {was}, is {now}{because}, seen by {by}"},
	"count-reopened":           {"重新开启计票{because} {by}", "count reopened{because} by {by}"},
	"sheet-withdrawn":          {"抽出 第 {bundle} 组第 {sheet} 张 原为 {was} 余 {sheets} 张{because} 核实人 {by}", "sheet withdrawn: bundle {bundle}, sheet {sheet}: was {was}, {sheets} sheets left{because}, seen by {by}"},
	"recount-begun":            {"重新计票 {stack}{because} {by}", "recount begun: {stack}{because} by {by}"},
	"recount-settled":          {"重新计票完毕，以{side}为准", "recount settled: {side}stands"},
	"subject-exempted":         {"不评定等次 {subject}{because}", "not graded: {subject}{because}"},
	"subject-restored":         {"恢复评定等次 {subject}{because}", "graded after all: {subject}{because}"},
	"round-dropped":            {"第 {round} 轮测评无效，重新测评{because} {by}", "round {round} voided for a new vote{because} by {by}"},
	"class-settled":            {"人数少的类别 {class}{people} 人{few}，{settled} {by}", "small class {class}({people} people{few}) {settled}, by {by}"},
	"subjects-dropped":         {"第 {round} 轮：对{subjects}重新测评{because} {by}", "round {round}: a new vote on {subjects}{because} by {by}"},
	"comments-noted":           {"登记票面意见 {list}", "comments noted: {list}"},
	"fact-recorded":            {"登记事实 {subject}：{fact}（依据：{source}）", "fact recorded: {subject}: {fact} (source: {source})"},
	"fact-withdrawn":           {"撤回事实 {subject}：{fact}{because}", "fact withdrawn: {subject}: {fact}{because}"},
	"result-announced":         {"宣布{matter} 第 {round} 轮第 {version} 版", "{matter} announced: round {round}, version {version}"},
	"subject-assessed":         {"登记来源 {subject} {origin}：{said}", "subject assessed: {subject}, {origin}: {said}"},
	"opinion-written":          {"写下意见 {subject} 成绩：{merits} 问题：{problems}", "opinion written: {subject}: merits: {merits}; problems: {problems}"},
	"grade-decided":            {"确定等次 {subject} {grade}{because}", "grade decided: {subject}: {grade}{because}"},
	"plan-filed":               {"报送工作方案 {date} 报 {to}", "work plan filed on {date} with {to}"},
	"report-vetted":            {"审核述职报告 {subject} {outcome} 审核人 {by}{lacking}{noted}", "report of {subject} vetted: {outcome}, by {by}{lacking}{noted}"},
	"file-attached":            {"附上文件 {target}：{name}（{size} 字节，SHA-256 {sha256}）", "file attached to {target}: {name} ({size} bytes, SHA-256 {sha256})"},
	"duty-assigned":            {"分工 {what}：{who}", "duty {what}: {who}"},
	"question-noted":           {"记录提问 {subject}：{text}", "question to {subject}: {text}"},
	"problem-recorded":         {"登记问题 {id} {subject}（{origin}）：{text}{parts}", "problem {id} of {subject} ({origin}): {text}{parts}"},
	"problem-carried":          {"结转问题 {id}（{year} 年度 {earlier} {was}，{origin}）：{text}{parts}", "problem {id} carried over ({year}, {earlier} {was}, {origin}): {text}{parts}"},
	"problem-amended":          {"修改问题 {problem}{parts}", "problem {problem} amended{parts}"},
	"progress-noted":           {"整改进展 {problem} {date}：{text}", "progress on {problem} until {date}: {text}"},
	"problem-signed-off":       {"问题销号 {problem} {date} 核实人 {by}", "problem {problem} signed off on {date} by {by}"},
	"problem-returned":         {"问题退回 {problem}{because}", "problem {problem} returned{because}"},
	"problem-linked":           {"问题关联 {problem} 是 {to} 再次出现", "problem {problem} is {to} come back"},
	"paper-filed":              {"报送材料 {paper} {date} 报 {to}", "{paper} filed on {date} with {to}"},
}

func LogMarks(l Language) string     { return l.in(" · ", " · ") }
func LogScore(l Language) string     { return l.in("{score} 分", "score {score}") }
func ValueCleared(l Language) string { return l.in("（清除）", "(cleared)") }
func LogVoided(l Language) string    { return l.in("{reason}", "{reason}") }
func LogBecause(l Language) string   { return l.in("（理由：{reason}）", " (reason: {reason})") }
func LogRehearsal(l Language) string { return l.in("（演练）", " (rehearsal)") }
func LogWitness(l Language) string   { return l.in("，{by} 确认{seen}", ", confirmed by {by}{seen}") }
func LogSaw(l Language) string       { return l.in("（所见：{saw}）", " (saw: {saw})") }
func LogSpares(l Language) string {
	return l.in("，印制 {printed} 张{kept}，销毁 {destroyed} 张", ", {printed} printed{kept}, {destroyed} destroyed")
}
func OfficerDuty(l Language, code string) string { return officerDuties[code].in(l) }

var officerDuties = table{
	"place":       {"地点", "place"},
	"chair":       {"主持人", "presiding"},
	"recorder":    {"记录人", "recorder"},
	"scrutineers": {"监票人", "scrutineers"},
	"tellers":     {"计票人", "tellers"},
}

func LogKept(l Language) string { return l.in("，留存 {kept} 张", ", {kept} kept") }
func LogMoved(l Language) string {
	return l.in("，第 {from} 张（组号/张号）移来", ", moved here from {from} (bundle/sheet)")
}
func LogLeave(l Language) string     { return l.in(" 请假 {leave}", ", {leave} on leave") }
func LogInBundle(l Language) string  { return l.in("（第 {bundle} 组）", " (bundle {bundle})") }
func LogAtSeat(l Language) string    { return l.in("，席位 {seat}", ", at the seat {seat}") }
func LogKeyedBy(l Language) string   { return l.in("，录入人 {by}", ", keyed by {by}") }
func LogFromFile(l Language) string  { return l.in("，文件 {file}", ", file {file}") }
func LogMissing(l Language) string   { return l.in("漏录", "was missing") }
func LogDoubled(l Language) string   { return l.in("重复录入", "was doubled") }
func LogAgree(l Language) string     { return l.in("全部一致", "all agree") }
func LogUneven(l Language) string    { return l.in("张数不同", "not as many as before") }
func LogDiffer(l Language) string    { return l.in("第 {list} 张不一致", "sheet {list} differs") }
func LogOfVersion(l Language) string { return l.in("，第 {version} 版", ", version {version}") }
func LogSupersedes(l Language) string {
	return l.in("，取代第 {supersedes} 次封存", ", superseding seal {supersedes}")
}
func LogHeads(l Language) string {
	return l.in("应到 {expected} 实到 {present}", "{present} of {expected} present")
}
func LogComment(l Language) string    { return l.in("{subject}：{text}", "{subject}: {text}") }
func LogOnWhole(l Language) string    { return l.in("全会", "all") }
func ListSemicolon(l Language) string { return l.in("；", "; ") }
func LogRow(l Language) string        { return l.in("第 {row} 行", "row {row}") }
func LogVoidRow(l Language) string    { return l.in("无效票", "void sheets") }
func LogRowDiffer(l Language) string  { return l.in("{rows}不一致", "different in {rows}") }

func EntrySide(l Language, code string) string { return entrySides[code].in(l) }

var entrySides = table{
	"first":  {"第一次 ", "first entry, "},
	"second": {"第二次 ", "second entry, "},
}

func CheckWay(l Language, code string) string { return checkWays[code].in(l) }

var checkWays = table{
	"second-entry": {"复核", "second entry"},
	"spot-check":   {"抽查", "spot check"},
}

// What the log says of what lies before and behind the meeting.

func VettingOutcome(l Language, code string) string { return vettingOutcomes[code].in(l) }

var vettingOutcomes = table{
	"passed":   {"通过", "passed"},
	"returned": {"退回重写", "returned to be written anew"},
}

func VettingLack(l Language, code string) string { return vettingLacks[code].in(l) }

var vettingLacks = table{
	"own":      {"不是本人起草", "not written in person"},
	"causes":   {"未从主客观两方面查摆", "causes not both objective and subjective"},
	"problems": {"问题部分不足", "too little on problems"},
}

func VettingPoints(l Language) string {
	return l.in("缺第 {list} 项内容", "lacks content points {list}")
}
func VettingLacking(l Language) string { return l.in("（{list}）", " ({list})") }
func YearNote(l Language) string       { return l.in("：{note}", ": {note}") }
func YearReport(l Language) string     { return l.in("{subject} 述职报告", "the report of {subject}") }
func YearPaper(l Language) string      { return l.in("《{title}》", "“{title}”") }
func YearTemplate(l Language) string {
	return l.in("材料模板（{file}）", "the templates of the papers ({file})")
}
func YearProblem(l Language) string { return l.in("问题 {id}", "problem {id}") }
func YearPart(l Language) string    { return l.in("{field}：{text}", "{field}: {text}") }
func YearSignedBy(l Language) string {
	return l.in("已由 {by} 于 {date} 销号", "signed off by {by} on {date}")
}
func YearToAll(l Language) string { return l.in("全会", "everybody") }
