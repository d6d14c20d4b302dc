package words

// A class of voters with so few people that their votes could be told.

func GateSmall(l Language) string {
	return l.in("{class}只有 {people} 人，不足 {fewest} 人：这一类计权，由公布的结果可以推算出这几个人投了什么。按 Enter 选择怎么办。", "{class} has {people} people, fewer than {fewest}: it weighs, and what they voted can be reckoned from the result. Enter settles it.")
}
func NextSmall(l Language) string {
	return l.in("按 Enter，发放以前定下人数少的类别怎么计票", "Enter: settle the small class before its sheets are issued")
}
func KeySettleSmall(l Language) string { return l.in("怎么计票…", "settle it…") }
func SmallNo(l Language) string        { return l.in("先不定", "Settle nothing yet") }
func SmallMerge(l Language) string {
	return l.in("与{into}合并发放、计票，不再单独计权", "Vote with {into} on the same sheets; it weighs nothing by itself")
}
func SmallKeep(l Language) string {
	return l.in("知道可能看出个人意见，照样单列（记入会议记录并印在材料上）", "Go on knowingly; it is recorded and printed on the papers")
}
func SmallMerged(l Language) string {
	return l.in("{class}只有 {people} 人，与{into}合并计票（{by} 确认）", "{class} has {people} people and votes with {into} (confirmed by {by})")
}
func SmallKept(l Language) string {
	return l.in("{class}只有 {people} 人，票数单列，可能看出个人意见，会议知悉（{by} 确认）", "{class} has {people} people and stays apart: what they voted may be told, and the meeting knows (confirmed by {by})")
}
