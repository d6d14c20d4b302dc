package words

// The start screen: the titles of its groups, what a choice is called, and what Enter
// does with it.

func StartGoOn(l Language) string       { return l.in("继续", "Go on with") }
func StartNewMeeting(l Language) string { return l.in("新的会议", "A new meeting") }
func StartTools(l Language) string      { return l.in("练习与工具", "Practice and tools") }

func StartNew(l Language) string {
	return l.in("按方案新建：{title}（{unit}）", "On the plan: {title} ({unit})")
}
func StartRehearse(l Language) string {
	return l.in("演练一遍（样票，不存档）", "Rehearse with made-up sheets (nothing is kept)")
}
func StartBroken(l Language) string {
	return l.in("{name} 打不开：{problem}", "{name} cannot be opened: {problem}")
}
func StartAll(l Language) string { return l.in("全部 {all} 个…", "All {all}…") }

func StartGoOnNext(l Language) string {
	return l.in("Enter 继续“{name}”", "Enter goes on with “{name}”")
}
func StartNewNext(l Language) string {
	return l.in("Enter 新建会议", "Enter makes a new meeting")
}
func StartFold(l Language) string { return l.in("收起", "fewer") }
func StartUnknownKey(l Language) string {
	return l.in("“{key}”在这里没有作用。按 F10 看能做什么。", "“{key}” does nothing here. Press F10 for what can be done.")
}

// The next of a plan's dates.

func StartWorkFrom(l Language) string  { return l.in("{day} 开始", "starts {day}") }
func StartWorkUntil(l Language) string { return l.in("{day} 前完成", "done by {day}") }
func StartFileBy(l Language) string    { return l.in("{day} 前报送", "filed by {day}") }
