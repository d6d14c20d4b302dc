package words

// A class of voters with so few people that their votes could be told.

func GateSmall(l Language) string {
	return l.in("{class}只有 {people} 人，不足 {fewest} 人：这一类计权，由公布的结果可以推算出这几个人投了什么。按 Enter 选择怎么办。", "{class} has {people} people, fewer than {fewest}: it weighs, and what they voted can be reckoned from the result. Enter settles it.")
}
func GateFew(l Language) string {
	return l.in("{class}计票的评议表只有 {sheets} 张，不足 {fewest} 张：这一类计权，由公布的结果可以推算出这几个人投了什么。按 Enter 选择怎么办。", "Only {sheets} sheets of {class} are to be counted, fewer than {fewest}: it weighs, and what they voted can be reckoned from the result. Enter settles it.")
}
func NextFew(l Language) string {
	return l.in("按 Enter，定下评议表少的类别怎么计票", "Enter: settle the class with few sheets")
}
func FewMerge(l Language) string {
	return l.in("混入{into}一起计票，不再单独计权", "Put its sheets among those of {into}; it weighs nothing by itself")
}
func FewMerged(l Language) string {
	return l.in("{class}只有 {sheets} 张评议表，混入{into}一起计票（{by} 确认）", "{sheets} sheets of {class} came back and are counted among those of {into} (confirmed by {by})")
}
func FewKept(l Language) string {
	return l.in("{class}计票的评议表只有 {sheets} 张，票数单列，可能看出个人意见，会议知悉（{by} 确认）", "{sheets} sheets of {class} are counted apart: what they voted may be told, and the meeting knows (confirmed by {by})")
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

// SettledSmall tells what was settled of a class: whether it is merged, and whether its
// sheets or its people were few.
func SettledSmall(l Language, merged, sheets bool) string {
	switch {
	case merged && sheets:
		return FewMerged(l)
	case merged:
		return SmallMerged(l)
	case sheets:
		return FewKept(l)
	default:
		return SmallKept(l)
	}
}
