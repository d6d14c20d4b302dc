package words

// The start screen.

func StartNew(l Language) string {
	return l.in("用方案新建会议：{title}（{unit}）", "New meeting from the plan: {title} ({unit})")
}
func StartRehearse(l Language) string {
	return l.in("演练一遍（样票，不存档）", "Rehearse with made-up sheets (nothing is kept)")
}
func StartOpen(l Language) string {
	return l.in("继续：{title}  {name}  {when}", "Continue: {title}  {name}  {when}")
}
func StartBroken(l Language) string {
	return l.in("{name} 打不开：{problem}", "{name} cannot be opened: {problem}")
}
func StartWorkFrom(l Language) string  { return l.in("{day} 开始", "starts {day}") }
func StartWorkUntil(l Language) string { return l.in("{day} 前完成", "done by {day}") }
func StartFileBy(l Language) string    { return l.in("{day} 前报送", "filed by {day}") }
