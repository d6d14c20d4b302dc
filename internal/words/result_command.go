package words

// The result as a text.

func RehearsalMark(l Language) string { return l.in("【演练】", "[REHEARSAL] ") }
func ResultRound(l Language) string   { return l.in("第 {round} 轮测评", "Round {round}") }
func ResultPastRound(l Language) string {
	return l.in("第 {round} 轮测评无效：收回 {collected} > 发出 {issued}", "Round {round} is void: collected {collected} > issued {issued}")
}
func ResultCounting(l Language) string { return l.in("正在计票", "counting") }
func ResultClosed(l Language) string {
	return l.in("计票结束（监票人 {by}）", "count closed (scrutineer {by})")
}
func ResultSealed(l Language) string {
	return l.in("已封存（监票人 {by}）", "sealed (scrutineer {by})")
}
func ResultRoundVoid(l Language) string {
	return l.in("本轮测评无效：收回 {collected} > 发出 {issued}", "this round is void: collected {collected} > issued {issued}")
}
func ResultCollected(l Language) string { return l.in("收回", "collected") }
func ResultValid(l Language) string     { return l.in("有效", "valid") }
func ResultCustodyOpen(l Language) string {
	return l.in("票数不符：有效 {valid} + 无效票 {void} = {read}，收回 {collected}", "the sums do not close: valid {valid} + void {void} = {read}, collected {collected}")
}
func ResultCustodyHolds(l Language) string { return l.in("票数相符", "the sums close") }
func ResultSuggested(l Language) string    { return l.in("测评参考等次", "suggested grade") }
func ResultDecided(l Language) string      { return l.in("综合评价等次", "comprehensive grade") }
func ResultNone(l Language) string         { return l.in("未确定", "not decided") }
func ResultNotSuggested(l Language) string { return l.in("无", "none") }
func ResultBecause(l Language) string      { return l.in("理由：{reason}", "reason: {reason}") }
func ResultReasons(l Language) string      { return l.in("依据", "reasons") }
func ResultNoClause(l Language) string     { return l.in("方案未规定", "not in the plan") }
func ResultClause(l Language) string       { return l.in("方案{clause}", "plan {clause}") }
func ResultQuota(l Language) string {
	return l.in("低于“{grade}”的 {lower}/{subjects} 名，方案要求{target}（{nearest} 名）：", "{lower} of {subjects} are graded lower than “{grade}”; the plan asks for {target} ({nearest}): ")
}
func ResultQuotaOr(l Language) string { return l.in(" 或 ", " or ") }
func ResultNoQuota(l Language) string {
	return l.in("方案没有比例要求", "The plan has no quota")
}

func ResultQuotaState(l Language, code string) string { return resultQuotaStates[code].in(l) }

var resultQuotaStates = table{
	"open":  {"等次未全部确定", "not all grades are decided"},
	"met":   {"符合", "met"},
	"under": {"偏少", "too few"},
	"over":  {"偏多", "too many"},
}

// What was corrected after the count was closed, and figures that are not shown yet.

func CorrectedVersion(l Language) string {
	return l.in("第 {version} 版，计票结束后更正 {count} 处", "version {version}, {count} corrected after the count was closed")
}
func CorrectedBroken(l Language) string {
	return l.in("已因更正失去封存，须再次封存", "no longer sealed since it was corrected; to be sealed again")
}
func CorrectedSheet(l Language) string {
	return l.in("第 {version} 版：第 {bundle} 组第 {sheet} 张{change}", "version {version}: bundle {bundle}, sheet {sheet} {change}")
}
func CorrectedPiles(l Language) string {
	return l.in("第 {version} 版：{name}分堆{change}", "version {version}: {name} piles {change}")
}
func CorrectedHeads(l Language) string {
	return l.in("第 {version} 版：{name}人数{change}", "version {version}: {name} heads {change}")
}

// CorrectedElse is what a count that was opened again came to have otherwise; "" of
// what was put right.
func CorrectedElse(l Language, code string) string { return correctedElse[code].in(l) }

var correctedElse = table{
	"reopened":   {"第 {version} 版：重新开启计票（理由：{reason}；{by}）", "version {version}: count reopened (reason: {reason}; {by})"},
	"void-round": {"测评无效，重新测评（理由：{reason}；{by}）", "the vote was voided for another (reason: {reason}; {by})"},
	"vote-again": {"第 {version} 版：{name}重新测评（理由：{reason}；{by}）", "version {version}: a new vote on {name} (reason: {reason}; {by})"},
	"withdrawn":  {"第 {version} 版：抽出第 {bundle} 组第 {sheet} 张（理由：{reason}；核实人 {by}）", "version {version}: sheet {sheet} of bundle {bundle} withdrawn (reason: {reason}; seen by {by})"},
	"issued":     {"第 {version} 版：{name}发出原为 {was}，现为 {now}", "version {version}: {name} issued was {was}, is {now}"},
	"collected":  {"第 {version} 版：{name}收回原为 {was}，现为 {now}", "version {version}: {name} collected was {was}, is {now}"},
	"bundle":     {"第 {version} 版：补计第 {bundle} 组 {now}", "version {version}: bundle {bundle} added, {now}"},
}

func CorrectedChange(l Language) string {
	return l.in("原为 {was}，改为 {now}（理由：{reason}；核实人 {by}）", "was {was}, is {now} (reason: {reason}; seen by {by})")
}
func CorrectedUnsaid(l Language) string {
	return l.in("已更正，该类评议表太少，内容不列（理由：{reason}；核实人 {by}）", "corrected; the class is too small to say what its sheets say (reason: {reason}; seen by {by})")
}
func CorrectedBefore(l Language) string {
	return l.in("第 {version} 版  {counts}  测评参考等次 {suggested}  综合评价等次 {decided}", "version {version}  {counts}  suggested {suggested}  decided {decided}")
}
func CorrectedTooFew(l Language) string {
	return l.in("录满 {fewest} 张以前不显示票数和等次", "no figure or grade is shown before {fewest} sheets are read")
}
