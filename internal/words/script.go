package words

// The lines of a script, and how they are told.

func ScriptAbout(l Language) string {
	return l.in("脚本的写法：每行一条命令，各词以空格隔开，有空格的内容放在双引号中，# 以后是注释。", "How a script is written: one command a line, words parted by spaces, in double quotes what has spaces in it, a comment behind #.")
}
func ScriptNotation(l Language) string {
	return l.in("大写的词换成内容，方括号中的可以不写，| 表示任选其一，… 表示可以写多个。日期写 2024-06-30，代号见方案。", "A word in capitals stands for what is written in its place; what is in brackets may be left out; | stands between choices and … behind what may be written several times. A day is 2024-06-30; the IDs are those of the plan.")
}
func ScriptUsage(l Language) string {
	return l.in("{problem}写法：{usage}", "{problem} Usage: {usage}")
}
func ScriptNoCommand(l Language) string {
	return l.in("{problem}全部命令见 shuping help play。", "{problem} All commands: shuping help play.")
}

func ScriptTopic(l Language, topic string) string { return scriptTopics[topic].in(l) }

var scriptTopics = table{
	"preparation": {"会前", "Before the meeting"},
	"proceedings": {"会议进行", "The meeting"},
	"gates":       {"发放、收回、计票结束", "Sheets handed out and back, and the end of the count"},
	"bundles":     {"逐张录入", "Sheets read one by one"},
	"checks":      {"复核", "Checks of what was read"},
	"piles":       {"分堆计票", "Counting by piles"},
	"grading":     {"等次", "Grades"},
	"rectifying":  {"整改台账和报送", "The ledger, and what is filed"},
}

func ScriptLine(l Language, name string) string { return scriptLines[name].in(l) }

var scriptLines = table{
	"file-plan": {"登记工作方案报送备案的日期和单位", "when the work plan was filed, and with whom"},
	"duty":      {"登记一项工作的负责人", "who answers for a piece of the work"},
	"vet":       {"登记述职报告的审核：通过或退回，是否本人撰写、分析主客观原因、查摆问题，缺方案哪几项", "how a report was vetted: who wrote it, causes, problems, and which points of the plan it lacks"},
	"attach":    {"登记附在报告、材料或问题上的文件，或材料模板", "a file that belongs to a report, a paper or a problem, or a template of the papers"},

	"attend":        {"清点应到、实到人数；分类计权的逐类清点", "the people expected and present, of each class where classes weigh"},
	"start":         {"开始一项议程：report:代号、review:代号、speech、evaluation", "begin an item: report:ID, review:ID, speech or evaluation"},
	"finish":        {"结束正在进行的议程", "end the item that runs"},
	"skip":          {"跳过没有进行的议程，写明理由", "pass over an item that was not held, and say why"},
	"take-back-end": {"收回刚才的结束，议程接着进行", "the item that has just ended goes on"},
	"reopen-item":   {"重新打开已经结束的议程，写明理由", "open an item again that is over, and say why"},
	"order":         {"现场述职的先后，按代号写全；lot=yes 为抽签所定", "the order in which subjects speak, all of them; lot=yes where a lot drew it"},
	"pause":         {"暂停计时", "stop the clock"},
	"resume":        {"继续计时", "start the clock again"},
	"add-time":      {"延长正在进行的议程，负数为缩短", "lengthen the item that runs; a negative number shortens it"},
	"review":        {"记录对述职人的点评；不写代号的为一并点评，by 为主持人以外的点评人", "what was said in the review of a subject, or of all; by=NAME where another than the chair said it"},
	"question":      {"记录提问；不写代号的不针对某一人", "a question that was asked, of a subject or of nobody"},
	"speech":        {"记录总结讲话", "what was said in the closing speech"},

	"officers":       {"会议地点、主持人、记录人，推选的监票人和计票人；没写的不变", "where the meeting is held, who presides and records, the scrutineers and tellers elected; what is left out stays"},
	"vouch":          {"说明一个姓名为什么没有错：带数字，与人同名，或录票人兼监票人", "say why a name is right that is refused: it has a digit, is that of another person too, or keyed sheets and watches"},
	"issue":          {"登记发出的评议表；印制、留存、销毁的张数和监督情况可以一并登记", "the sheets handed out, with those printed, kept and destroyed, and who saw it"},
	"collect":        {"登记收回的评议表", "the sheets that came back"},
	"comment":        {"登记一条书面意见；不写代号的为总的意见", "a comment written on a sheet, on a subject or on the whole"},
	"comments":       {"一次登记多条书面意见", "several comments at once"},
	"close-count":    {"监票人确认计票结束，即封存票数；重新计票的，写明以哪一次为准", "the scrutineer ends the count, which seals the votes; where there are two counts, which stands"},
	"reopen-count":   {"计票结束后重新开启计票，补计、抽出或改正，再 close-count", "open a closed count again, for sheets that were found or belong elsewhere; then close-count"},
	"withdraw-sheet": {"重新开启后抽出组内的一张，它的位置留空", "take a sheet out of a bundle of a reopened count; its place stays empty"},
	"recount":        {"全部（或一类）重新计票，原来的一次保留；close-count 时确认以哪一次为准", "count everything, or one stack, anew beside the first count; close-count says which stands"},
	"small-class":    {"人数少的类别：并入另一类计票（into），或知悉后照样单列；发放以前，或收回的少、录入以前", "a class with few people votes with another (into), or stays apart knowingly; before its sheets are issued, or where few came back before they are keyed"},
	"void-round":     {"测评无效，重新测评；列出人员的只重投这些人，其他人的票数不变", "the vote counts for nothing, and all vote again; where some are named only on them, and the others keep their count"},
	"correct-heads":  {"计票结束后更正应到、实到人数", "put right the people expected and present after the count"},

	"bundle":       {"开始下一组，可写明由谁、在哪个席位录入；手上不止一组时，关于票的行要写明 bundle=", "open the next bundle, and say who keys it and at which seat; while more than one is in hand, a line about a sheet says bundle="},
	"hand":         {"把手上的一组或一次复核交给别人，或者交给别的席位", "hand a bundle or its check on to somebody else, or to another seat"},
	"b":            {"录入一张：依次为各项，1 起为等次，7 不了解，8 该项无效，9 弃权；0 为无效票，写明理由的序号", "one sheet, row by row: 1 and on are grades, 7 cannot judge, 8 spoiled, 9 blank; 0 is a void sheet with the number of its reason"},
	"doubt":        {"这一张待认定", "set the sheet aside as doubtful"},
	"settle":       {"监票人认定组内的一张", "the ruling on a doubtful sheet of the bundle"},
	"takeback":     {"退回最后录入的一张", "take back what was keyed last"},
	"missing":      {"补漏：这一张漏录，其后各张后移一位", "a sheet was passed over: the rest moves one place on"},
	"doubled":      {"去重：这一张重复录入，其后各张前移一位", "a sheet was keyed twice: the rest moves one place back"},
	"close-bundle": {"手工点清张数，封组", "close the bundle with its sheets, counted by hand"},
	"correct":      {"计票结束后更正一张", "put right one sheet after the count"},

	"second":       {"由第二人把一组重录一遍", "another person keys a bundle again"},
	"spot":         {"按当场掷出的骰子抽查一组", "read sheets of a bundle again that dice have drawn"},
	"close-second": {"点清张数，比对两次录入", "end the second reading with its sheets, and compare"},
	"rekey":        {"对照票面重录不一致的一张", "key anew, from the paper, a sheet that differs"},
	"rule":         {"重录仍不一致的，由监票人认定", "the scrutineer rules on a sheet that still differs"},
	"leave-check":  {"放弃复核，写明理由", "give a check up, and say why"},

	"piles":          {"开始分堆计票", "begin to count by piles"},
	"pile":           {"登记一行各堆的张数，第 0 行为无效票", "the numbers of a row, pile by pile; row 0 is the void sheets"},
	"close-piles":    {"手工点清张数，结束分堆计票", "end the count with its sheets, counted by hand"},
	"piles-again":    {"由第二人再计一遍", "another person counts the piles again"},
	"repile":         {"重新清点不一致的一行", "count anew a row that differs"},
	"rule-pile":      {"仍不一致的一行，由监票人认定", "the scrutineer rules on a row that still differs"},
	"leave-piles":    {"放弃正在进行的分堆计票，写明理由", "give up the count that is under way, and say why"},
	"withdraw-piles": {"撤回已经结束的分堆计票，写明理由", "take back a count by piles that was ended, and say why"},
	"correct-piles":  {"计票结束后更正几行：各等次、弃权、该项无效", "put right rows after the count: each grade, blank, spoiled"},

	"assess":        {"登记一个来源的等次、分数或备注", "what one source says: a grade, a score or a note"},
	"fact":          {"登记方案列明的否决事实及其来源", "a fact of the plan that forces a grade, with its source"},
	"withdraw-fact": {"撤回登记有误的事实，写明理由", "take back a fact that was entered wrongly, and say why"},
	"opinion":       {"填写综合评价意见：成绩、问题", "the opinion on a subject: merits and problems"},
	"decide":        {"确定综合评价等次", "decide the comprehensive grade"},
	"exempt":        {"不评定等次，写明理由：不占比例，封存不等他", "not graded, and why: no place in the quota, and no seal waits"},
	"restore":       {"恢复评定等次，写明理由", "graded after all, and why"},
	"announce":      {"向会场宣布票数（votes）或等次（grades）", "tell the hall the votes or the grades"},
	"seal":          {"封存", "seal the meeting"},

	"problem":  {"登记问题；来源 self 自查、superior 上级点评、masses 群众评议、assessment 考核", "enter a problem; its origin is self, superior, masses or assessment"},
	"amend":    {"修改问题，内容写空即删去", "change a problem; an empty text clears"},
	"progress": {"登记整改进展", "a step of what was done"},
	"sign-off": {"销号", "a problem is dealt with"},
	"return":   {"退回继续整改，写明理由", "a problem is not dealt with after all, and why"},
	"link":     {"关联到以前的同一问题", "a problem is an earlier one come back"},
	"carry":    {"结转上年台账的一个问题，连同经过", "take a problem over from last year's ledger, with its history"},
	"file":     {"登记一份材料（或全部材料）报送的日期和单位", "when a paper, or every one, was filed, and with whom"},
}
