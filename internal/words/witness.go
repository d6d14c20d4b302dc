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

// SawIssued is what somebody may have seen where so many spare sheets were kept and
// destroyed.
func SawIssued(l Language, kept, destroyed int) []string {
	switch {
	case kept > 0 && destroyed > 0:
		return []string{l.in("当场逐张发放，备用票部分留存、其余当众销毁", "handed out one by one, some spare sheets kept, the others destroyed before all")}
	case kept > 0:
		return []string{l.in("当场逐张发放，备用票当众封存留存", "handed out one by one, spare sheets sealed up before all and kept")}
	case destroyed > 0:
		return []string{l.in("当场逐张发放，备用票当众销毁", "handed out one by one, spare sheets destroyed before all")}
	default:
		return []string{l.in("当场逐张发放，没有备用票", "handed out one by one, no spare sheets")}
	}
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
func HeadsStatedLeave(l Language) string {
	return l.in("应到 {expected} 人，实到 {present} 人，请假 {leave} 人。", "{expected} expected, {present} present, {leave} on leave.")
}
func IssueStated(l Language) string { return l.in("发出 {issued} 张。", "{issued} issued.") }
func IssueStatedAll(l Language) string {
	return l.in("印制 {printed} 张 = 发出 {issued} + 留存 {kept} + 销毁 {destroyed}。", "{printed} printed = {issued} issued + {kept} kept + {destroyed} destroyed.")
}
func CollectStated(l Language) string {
	return l.in("收回 {collected} 张，发出 {issued} 张。", "{collected} back of {issued} issued.")
}
func PrintedLabel(l Language) string {
	return l.in("印制", "printed")
}
func KeptLabel(l Language) string      { return l.in("其中留存", "kept") }
func DestroyedLabel(l Language) string { return l.in("其中销毁", "destroyed") }

// A name that is refused and is right as it is.

func KeyVouch(l Language) string { return l.in("说明姓名无误…", "say that a name is right…") }
func VouchNo(l Language) string  { return l.in("先不动", "Leave it as it is") }
func VouchYes(l Language) string { return l.in("写明姓名和理由", "Say which name, and why") }
func VouchAsk(l Language) string {
	return l.in("姓名带数字、与另一人同名，或者录票的人又监票，平时不收。写明理由后，这个姓名就可以用，理由写进记录。",
		"A name with digits, that of two people, or of somebody who both keys and watches is refused. Once it is said why it is right it is taken, and the record says so.")
}
func VouchName(l Language) string {
	return l.in("姓名，与要填的一字不差，按 Enter：", "The name, exactly as it will be typed; then Enter:")
}
func VouchWhy(l Language) string {
	return l.in("“{name}”为什么无误，按 Enter：", "Why “{name}” is right; then Enter:")
}
func VouchKept(l Language) string {
	return l.in("已记下：“{name}”可以使用。", "“{name}” is taken from now on.")
}

// A sheet that was withdrawn from one bundle and belongs to another.

func KeyMoveSheet(l Language) string {
	return l.in("录入抽出的一张…", "key a withdrawn sheet here…")
}
func MoveAsk(l Language) string {
	return l.in("哪一张抽出的票应当在这里录？单独成一组。", "Which of the withdrawn sheets belongs here? It is a bundle of its own.")
}
func MoveSheet(l Language) string {
	return l.in("第 {bundle} 组第 {sheet} 张", "bundle {bundle}, sheet {sheet}")
}
