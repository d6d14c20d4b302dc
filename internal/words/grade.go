package words

// The desk where the grades are decided.

func VoteColumn(l Language) string     { return l.in("参考", "votes") }
func VetoColumn(l Language) string     { return l.in("限定", "bound") }
func GradeColumn(l Language) string    { return l.in("评定", "decided") }
func GradeUndecided(l Language) string { return l.in("未定", "open") }
func DecideFor(l Language) string {
	return l.in("{subject} 的综合评价等次：", "Comprehensive grade of {subject}:")
}
func GradeDecided(l Language) string { return l.in("{subject}：{grade}。", "{subject}: {grade}.") }
func DecideLater(l Language) string {
	return l.in("计票结束后才能确定等次；否决事实现在就可以登记。", "Grades are decided after the count is closed; facts may be entered now.")
}
func DecideLaterOnly(l Language) string {
	return l.in("计票结束后才能确定等次。", "Grades are decided after the count is closed.")
}
func VetoTrigger(l Language) string {
	return l.in("{part}{base} {size}：{grades} {need} 张即{does}", "{part}{base} {size}: {need} marks of {grades} {does}")
}
func VetoForces(l Language) string { return l.in("触发“{grade}”", "force “{grade}”") }
func VetoBars(l Language) string   { return l.in("不得评“{grades}”", "bar “{grades}”") }
func VetoSettled(l Language) string {
	return l.in("还有 {left} 张未录：结果已定，不会再变。", "{left} sheets are left: the outcome can no longer change.")
}
func VetoUnsettled(l Language) string {
	return l.in("还有 {left} 张未录：结果未定，最好“{best}”，最差“{worst}”。", "{left} sheets are left: not settled, “{best}” at best, “{worst}” at worst.")
}
func OtherReading(l Language) string {
	return l.in("口径不同，结论不同：若按{base}、{reading}计算，为“{grade}”。", "Another reading, another outcome: over {base}, {reading}, it is “{grade}”.")
}
func OtherNone(l Language) string {
	return l.in("口径不同，结论不同：若按{base}、{reading}计算，没有参考等次。", "Another reading, another outcome: over {base}, {reading}, nothing is suggested.")
}

func VetoReading(l Language, code string) string { return vetoReadings[code].in(l) }

var vetoReadings = table{
	"sum":  {"合计", "all together"},
	"each": {"每项都超过", "each by itself"},
	"any":  {"任一项超过", "any by itself"},
}

func BarredMark(l Language) string { return l.in("（未达到条件）", " (not earned)") }
func ForcedOut(l Language) string  { return l.in("（不能定）", " (not open)") }
func NoGrade(l Language) string    { return l.in("不评等次", "no grade") }
func ScoreAsk(l Language) string {
	return l.in("输入 0 到 100 的分数，按 Enter（可留空）：", "Type a score from 0 to 100, then Enter (may be left empty):")
}
func NoteAsk(l Language) string {
	return l.in("可写多行备注，按 Esc 存好返回。备注随档案移交。", "Notes, several lines; Esc keeps them and goes back. They go into the archive.")
}
func SourceAssessed(l Language) string { return l.in("{source} 已保存。", "{source} is stored.") }
func SourcesFor(l Language) string {
	return l.in("{subject}：填写哪一项？", "{subject}: which one?")
}
func OpinionFor(l Language) string {
	return l.in("{subject} 的综合评价意见：{part}（可写多行，按 Esc 存好返回）", "Opinion on {subject}: {part} (several lines; Esc keeps them and goes back)")
}
func OpinionKept(l Language) string {
	return l.in("综合评价意见已保存。", "The opinion is stored.")
}
func OpinionOverPage(l Language) string {
	return l.in("已保存。意见比一页多约 {n} 字，打印时等次和签名会排到第二页，请精简。", "Stored. The opinion is some {n} characters longer than a page: grade and signatures would stand on a second one.")
}
func OpinionOver(l Language) string {
	return l.in("比一页多约 {n} 字，请精简。", "Some {n} characters longer than a page.")
}
func OpinionMerits(l Language) string   { return l.in("成绩", "merits") }
func OpinionProblems(l Language) string { return l.in("问题", "problems") }
func NobodyHere(l Language) string {
	return l.in("没有这样的述职人。F10 菜单里的“只看…”可以换。", "Nobody here; “show only…” in the menu shows others.")
}
func CountsColumn(l Language) string { return l.in("票数", "marks") }
func ScorePoints(l Language) string  { return l.in("{score} 分", "{score} points") }
func HasNote(l Language) string      { return l.in("有备注", "note") }
func QuotaEdge(l Language) string {
	return l.in("比例要求取 {lower} 名时，{names} 票数相同，由主持人确定。", "With {lower} graded lower, {names} have equal votes: the chair decides.")
}
func VetoTriggerBefore(l Language) string {
	return l.in("若 {size} 张都有效：{grades} {need} 张即{does}", "If all {size} sheets are valid, {need} marks of {grades} {does}")
}
func GradesBefore(l Language) string {
	return l.in("此前的决定：{grades}", "Decided before: {grades}")
}

func DeskOrders(l Language) []string { return deskOrders.in(l) }

var deskOrders = list{
	{"按方案顺序", "in the plan's order"},
	{"按否决等次的票占比排序", "most negative first"},
	{"按参考等次排序", "worst suggestion first"},
}

func DeskFilters(l Language) []string { return deskFilters.in(l) }

var deskFilters = list{
	{"全部", "all"},
	{"只看未定", "open only"},
	{"只看否决", "forced only"},
	{"只看与建议不同", "differing only"},
}

func OrderAsk(l Language) string { return l.in("按什么排序？", "In which order?") }
func OnlyAsk(l Language) string  { return l.in("只看谁？", "Who is shown?") }
func RowsLeft(l Language) string {
	return l.in("还有 {n} 行，按 Ctrl+O 看全文", "{n} more rows: Ctrl+O reads them all")
}
func NextDecide(l Language) string {
	return l.in("按数字或 Enter 确定等次", "a digit or Enter decides")
}
func NextDecideOr(l Language) string {
	return l.in("按数字或 Enter 确定等次，或先补“{source}”", "a digit or Enter decides, or enter “{source}” first")
}
func NextForced(l Language) string {
	return l.in("按 Enter 或 {digit} 确定等次，只能是“{grade}”", "Enter or {digit} decides: it can only be “{grade}”")
}
func NextUndecided(l Language) string {
	return l.in("↑↓ 选“{subject}”，接着确定等次", "↑↓ goes on with “{subject}”")
}

func DetailVotes(l Language) string   { return l.in("测评参考", "Votes") }
func DetailBound(l Language) string   { return l.in("限定", "Bound") }
func DetailDecided(l Language) string { return l.in("评定", "Decided") }
func BoundNone(l Language) string {
	return l.in("没有限定，由主持人确定", "nothing forces or bars a grade")
}

func StepsHead(l Language) string {
	return l.in("{subject} 的判定步骤", "How {subject} comes out, step by step")
}
func FinalHead(l Language) string { return l.in("结论", "Outcome") }

func StepName(l Language, code string) string { return stepNames[code].in(l) }

var stepNames = table{
	"cascade-else": {"逐级判断之后", "after the cascade"},
	"worse":        {"否决不抬高等次", "a veto lifts nothing"},
	"lowered":      {"改为下一等次", "moved to the next grade"},
	"quorum":       {"参加人数", "quorum"},
	"empty-class":  {"没有票的类别", "class without votes"},
	"no-marks":     {"没有有效评价", "no valid marks"},
	"majority":     {"过半数", "majority"},
	"plurality":    {"票数最多", "most marks"},
	"points":       {"按分数", "points"},
	"cascade":      {"逐级判断", "cascade"},
	"vote-veto":    {"票数否决", "veto by vote"},
	"rate":         {"比率", "rate"},
	"fact-veto":    {"事实否决", "veto by fact"},
	"gate":         {"等次条件", "condition of a grade"},
	"composite":    {"各来源加权", "weighted sources"},
}

func FactFor(l Language) string {
	return l.in("登记 {subject} 的否决事实：", "A fact about {subject}:")
}
func FactSource(l Language) string {
	return l.in("写明依据（文件、日期），按 Enter：", "Write the source (document, date), then Enter:")
}
func SourceNeeded(l Language) string  { return l.in("请写明依据。", "Please write the source.") }
func WithdrawWhich(l Language) string { return l.in("撤回哪一条？", "Which one is withdrawn?") }
func WithdrawWhy(l Language) string {
	return l.in("写明撤回的理由，按 Enter：", "Write why it is withdrawn, then Enter:")
}
