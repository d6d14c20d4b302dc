package words

// Discarding a session after its export.

func FlagDiscardExport(l Language) string {
	return l.in("已经导出的归档包：先核验，与会议文件一致才清除", "the export: it is verified first, and must have the last record of the session")
}
func FlagDiscardYes(l Language) string {
	return l.in("清单已看过，直接清除", "what goes was looked at; remove it")
}
func DiscardUndecided(l Language) string {
	return l.in("{export} 只有票数，等次尚未封存，会议还没有完；不能清除会议文件。", "{export} has the votes alone: the grades are not sealed and the meeting is not over, so the session stays.")
}
func DiscardOther(l Language) string {
	return l.in("{export} 到第 {held} 条记录为止，{path} 已有 {record} 条，不是同一份或者后来又有记录；请重新导出，什么也没有清除。", "{export} ends with record {held} and {path} has {record}: it is of another meeting, or records came later; export it again. Nothing was removed.")
}
func DiscardList(l Language) string {
	return l.in("归档包核验无误，将清除：", "The export is whole. These will be removed:")
}
func DiscardPrivate(l Language) string {
	return l.in("其中的个人记录不在归档包里，清除后再也找不回来。", "The private notes among them are not in the export; nothing brings them back.")
}
func DiscardAsk(l Language) string {
	return l.in("确定清除吗？（y 清除，其他不清除）", "Shall they be removed? (y removes them, anything else does not) ")
}
func DiscardNot(l Language) string { return l.in("没有清除。", "Nothing was removed.") }
func DiscardNeedsYes(l Language) string {
	return l.in("{path} 没有清除；看过清单后加 --yes 再运行一次。", "{path} was not removed; look at the list and run it again with --yes.")
}
func Discarded(l Language) string {
	return l.in("{path} 已清除，归档包在 {export}。", "{path} was removed; its export is {export}.")
}
