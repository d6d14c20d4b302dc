package words

// What is missing, attached files, and last year's export.

func DueMissing(l Language, code string) string { return dueMissings[code].in(l) }

var dueMissings = table{
	"plan-filed": {"工作方案没有报送备案", "the work plan is not filed"},
	"vetting":    {"述职报告没有审核通过：{subject}", "report not passed: {subject}"},
	"seal":       {"会议没有开完封存", "the meeting is not held to its end and sealed"},
	"paper":      {"没有报送：{paper}", "not filed: {paper}"},
	"sign-off":   {"没有销号：{problem} {subject} {text}", "not signed off: {problem} {subject} {text}"},
}

func DueUntil(l Language) string { return l.in("{text}（{limit}）", "{text} ({limit})") }
func DueLate(l Language) string  { return l.in("逾期 {days} 天", "{days} days overdue") }
func DueToday(l Language) string { return l.in("今天到期", "due today") }
func DueLeft(l Language) string  { return l.in("还有 {days} 天", "{days} days left") }
func DueWhole(l Language) string { return l.in("没有缺项。", "Nothing is missing.") }
func DueUnread(l Language) string {
	return l.in("读不出来：{problem}", "cannot be read: {problem}")
}
func DueOverdue(l Language) string {
	return l.in("逾期 {overdue} 项（{sessions} 个会议文件），已逐条列出。", "{overdue} overdue in {sessions} sessions, listed above.")
}
func DueNotRead(l Language) string {
	return l.in("有 {sessions} 个会议文件读不出来，已列出。", "{sessions} sessions could not be read, listed above.")
}

func DueAttached(l Language) string {
	return l.in("{to}  {name}  {bytes} 字节  SHA-256 {sha256}", "{to}  {name}  {bytes} bytes  SHA-256 {sha256}")
}
func DueSetAside(l Language) string {
	return l.in("附件文件夹里同名的文件已损坏，留作 {kept}；新的已放好。", "A damaged file had the name already and is kept as {kept}; the new one is in its place.")
}
func DueFiles(l Language) string { return l.in("附件", "Files") }
func DueHeld(l Language) string {
	return l.in("{files} 个，{bytes} 字节，都在，内容未变", "{files}, {bytes} bytes, all there and as they were")
}
func DueBadFiles(l Language) string {
	return l.in("{path}：有 {count} 个附件不见了或变了，已逐条列出。", "{path}: {count} attached files are gone or changed, listed above.")
}

func FlagDueAfter(l Language) string {
	return l.in("上年的归档包：核验后把没有整改完的问题结转过来", "last year's export: it is verified, and the problems that are not done are carried over")
}
func DueLater(l Language) string {
	return l.in("{path} 是 {year} 年度的，比这个方案的 {now} 年度还晚，不能结转。", "{path} is of {year}, later than the plan's {now}; nothing can be carried over from it.")
}
func DueUndecided(l Language) string {
	return l.in("{path} 只有票数，等次尚未确定，不能结转；请用封存等次以后导出的归档包。", "{path} has the votes alone, and no grade is sealed: nothing can be carried over from it. Take the export that was made after the grades were sealed.")
}
func DueUnanchored(l Language) string {
	return l.in("没有用报告单上的校验码和词核对 {path}：不能说明它就是上年签字的那份，会议记录里注明未核对。请用 --words 输入。", "{path} was not held against the groups and words of the signed report: nothing shows that it is what people signed last year, and the record says so. Type them with --words.")
}
func DueWordsAsk(l Language) string {
	return l.in("请输入上年报告单上的校验码和词（直接按 Enter 则不核对）：", "The groups and words of last year's signed report (Enter alone leaves it unchecked): ")
}
func DueOtherUnit(l Language) string {
	return l.in("归档包是“{was}”的，方案是“{now}”的，请核对是不是同一个单位。", "The export is of “{was}” and the plan of “{now}”; make sure that they are the same unit.")
}
func DueCarried(l Language) string {
	return l.in("由 {path} 结转 {problems} 个问题：未销号 {open} 个，上年已销号 {done} 个。", "Carried over from {path}: {problems} problems, {open} not signed off and {done} signed off last year.")
}
