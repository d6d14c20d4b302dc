package words

// Who confirms a gate, and what they saw.

func WitnessName(l Language) string {
	return l.in("监票人姓名（按 Enter 确认）：", "The scrutineer's name (Enter to confirm):")
}
func SawWhat(l Language) string  { return l.in("{by}确认：", "{by} saw:") }
func SawOther(l Language) string { return l.in("其他，写明", "something else, in words") }
func SawWrite(l Language) string {
	return l.in("写明监票人看到了什么，按 Enter：", "What did the scrutineer see? Then press Enter:")
}
func SawNeeded(l Language) string {
	return l.in("请写明监票人看到了什么。", "Please say what the scrutineer saw.")
}

func SawHeads(l Language) []string { return sawHeads.in(l) }

var sawHeads = list{
	{"当场逐人清点，数目一致", "counted head by head, the numbers agree"},
	{"凭签到表核对，数目一致", "checked against the list of signatures, the numbers agree"},
}

// SawIssued is what somebody may have seen where so many spare sheets were destroyed.
func SawIssued(l Language, destroyed int) []string {
	if destroyed > 0 {
		return []string{l.in("当场逐张发放，备用票当众销毁", "handed out one by one, spare sheets destroyed before all")}
	}
	return []string{l.in("当场逐张发放，没有备用票", "handed out one by one, no spare sheets")}
}

func SawCollected(l Language) []string { return sawCollected.in(l) }

var sawCollected = list{
	{"当众开箱，逐张清点，已打乱顺序", "box opened before all, counted one by one, shuffled"},
	{"当场逐人收回，逐张清点，已打乱顺序", "taken back one by one, counted one by one, shuffled"},
}

func SawCounted(l Language) []string { return sawCounted.in(l) }

var sawCounted = list{
	{"各组与录入张数一致，封签完好", "every bundle as entered, its seal whole"},
	{"全程在场监票，票数相符", "present throughout, the sums close"},
}

func HeadsStated(l Language) string {
	return l.in("应到 {expected} 人，实到 {present} 人。", "{expected} expected, {present} present.")
}
func IssueStated(l Language) string {
	return l.in("发出 {issued} 张，销毁备用票 {destroyed} 张。", "{issued} issued, {destroyed} spare sheets destroyed.")
}
func CollectStated(l Language) string {
	return l.in("收回 {collected} 张，发出 {issued} 张。", "{collected} back of {issued} issued.")
}
func SpareLabel(l Language) string { return l.in("销毁备用", "Destroyed") }
