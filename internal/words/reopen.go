package words

// A closed count that is opened again, counted anew or voted on again.

func KeyReopen(l Language) string  { return l.in("重新开启计票…", "reopen the count…") }
func KeyRecount(l Language) string { return l.in("重新计票…", "count anew…") }
func KeyVoteAgain(l Language) string {
	return l.in("测评无效，重新测评…", "void the vote, vote again…")
}
func KeyWithdraw(l Language) string { return l.in("抽出一张…", "withdraw a sheet…") }
func ReopenNo(l Language) string    { return l.in("先不动", "Leave it as it is") }
func ReopenAsk(l Language) string {
	return l.in("计票已经封存。重新开启后可以补计、抽出、改正张数，再结束计票，另出一版；等次封存随之失效。", "The count is sealed. Open again it takes bundles, withdrawals and other numbers, and closes as another version; a seal of the grades is broken.")
}
func ReopenYes(l Language) string { return l.in("重新开启计票", "Reopen the count") }
func RecountAsk(l Language) string {
	return l.in("全部评议表从头再计一遍，原来的计票保留；计完由监票人确认以哪一次为准。", "All sheets are counted anew, and the first count is kept; then the scrutineer says which of the two stands.")
}
func RecountYes(l Language) string { return l.in("重新计票", "Count anew") }
func RecountOne(l Language) string { return l.in("只重计{stack}", "Count {stack} anew alone") }
func GateVoidedFor(l Language) string {
	return l.in("第 {round} 轮测评无效（{by}：{reason}）。重新发放评议表后输入发出张数，按 Enter 开始新一轮。", "Round {round} is void ({by}: {reason}). Issue sheets anew and type how many, then Enter.")
}
func NextReopened(l Language) string {
	return l.in("F10 菜单里改好张数、抽出、更正，再按 Enter 结束计票", "put it right from the F10 menu, then Enter closes the count")
}
func VoteAgainAsk(l Language) string {
	return l.in("本轮测评无效，已录的票都不算数（仍留在记录中），要重新发放评议表测评。", "The vote counts for nothing, its sheets stay in the record, and all vote again on new sheets.")
}
func VoteAgainYes(l Language) string {
	return l.in("测评无效，重新测评", "Void it and vote again")
}
func VoteAgainSome(l Language) string {
	return l.in("只对部分人重新测评，其他人的票数不变", "Vote again on some of them; the others keep their count")
}
func VoteAgainWhich(l Language) string {
	return l.in("对谁重新测评？输入序号，几个人用顿号隔开，如 1、3，按 Enter。", "Who is voted on again? Type their numbers with commas between them, such as 1, 3, then Enter.")
}
func VoteAgainList(l Language) string { return l.in("{number} {subject}", "{number} {subject}") }
func VoteAgainNobody(l Language) string {
	return l.in("请输入 1 到 {subjects} 之间的序号；什么也没有改动。", "Type numbers from 1 to {subjects}; nothing was changed.")
}
func RevotedOn(l Language) string {
	return l.in("第{round}轮 发{issued} 收{collected} 有效{valid} 无效{void}", "round {round}: out {issued}, back {collected}, valid {valid}, void {void}")
}
func ReopenWho(l Language) string {
	return l.in("由谁提出、谁在场确认？", "Who asks for it and confirms it?")
}
func ReopenWhy(l Language) string {
	return l.in("写明原因，按 Enter：", "Give the reason and press Enter:")
}
func WithdrawWhere(l Language) string {
	return l.in("抽出哪一张？写组号/张号，如 3/4。", "Which sheet? Its bundle/place, such as 3/4.")
}
func WithdrawnIs(l Language) string {
	return l.in("第 {bundle} 组第 {sheet} 张：{words}", "Bundle {bundle}, sheet {sheet}: {words}")
}
func WithdrawNo(l Language) string { return l.in("不抽出", "Leave it in") }
func WithdrawYes(l Language) string {
	return l.in("抽出，位置留空", "Withdraw it; its place stays empty")
}
func WithdrawReason(l Language) string {
	return l.in("写明抽出的原因，按 Enter：", "Why is it withdrawn? Then press Enter:")
}
func StandsAsk(l Language) string {
	return l.in("两次计票不一致：{subjects}。请监票人确认以哪一次为准。", "The two counts differ on {subjects}. The scrutineer says which stands.")
}
func StandsNeither(l Language) string { return l.in("再核对", "Look again first") }
func StandsFirst(l Language) string {
	return l.in("以原来的计票为准", "The first count stands")
}
func StandsSecond(l Language) string {
	return l.in("以重新计票为准", "The count made anew stands")
}
func CountSealed(l Language) string {
	return l.in("计票已封存：第 {number} 次封存，第 {version} 版，第 {record} 条记录", "The count is sealed: seal {number}, version {version}, record {record}")
}
func CountReadOut(l Language) string {
	return l.in("当场宣读，抄在监票计票报告单上，由第二人回念。", "Read it out now, write it on the count report, and let a second person read it back.")
}

// Who is not graded.

func KeyExempt(l Language) string  { return l.in("不评定等次…", "not graded…") }
func KeyRestore(l Language) string { return l.in("恢复评定等次…", "grade after all…") }
func ExemptAsk(l Language) string {
	return l.in("{subject}不评定等次：不占比例，封存不等他。", "{subject} gets no grade: no place in the quota, and no seal waits.")
}
func RestoreAsk(l Language) string {
	return l.in("{subject}恢复评定等次。", "{subject} is graded after all.")
}
func ExemptNo(l Language) string  { return l.in("照旧", "As it is") }
func ExemptYes(l Language) string { return l.in("不评定等次", "No grade") }
func RestoreYes(l Language) string {
	return l.in("恢复评定等次", "Grade after all")
}
func ExemptMark(l Language) string { return l.in("不评定等次", "not graded") }
func ExemptWhy(l Language) string {
	return l.in("不评定等次：{reason}", "not graded: {reason}")
}
