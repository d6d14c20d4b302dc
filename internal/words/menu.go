package words

// Lists, pages and the menu.

func KeyFirstLast(l Language) string { return l.in("到头、到尾", "first, last") }
func KeyPerson(l Language) string    { return l.in("换人", "another person") }
func KeyReadAll(l Language) string   { return l.in("看全文", "read it all") }
func KeyFind(l Language) string      { return l.in("查找", "find") }
func KeyFindNext(l Language) string  { return l.in("下一处", "the next") }
func KeyFindEnd(l Language) string   { return l.in("查完", "end the search") }
func KeyMenu(l Language) string      { return l.in("菜单", "Menu") }
func MenuHow(l Language) string {
	return l.in("打字查找，拼音首字母也行", "type a few letters")
}
func MenuNone(l Language) string {
	return l.in("没有这样的操作，换个词试试。", "Nothing is called so; try another word.")
}
func MenuGone(l Language) string {
	return l.in("情况已经变了，这一项现在不能做。", "Things have changed: this cannot be done any more.")
}
func NextStep(l Language) string { return l.in("下一步：{step}", "Next: {step}") }

// The next step while something lies over the work, or is read, typed or chosen there.

func NextMenu(l Language) string {
	return l.in("按 ↑↓ 选，按 Enter 做；什么都不做按 Esc", "↑↓ chooses, Enter does it, Esc does nothing")
}
func NextRead(l Language) string { return l.in("看完按 Esc 返回", "Esc goes back") }
func NextFind(l Language) string {
	return l.in("打字查找，按 Enter 找下一处，按 Esc 查完", "type, Enter finds the next, Esc ends the search")
}
func NextPick(l Language) string {
	return l.in("选好按 Enter 打开，不选按 Esc 返回", "Enter opens what is chosen, Esc goes back")
}
func NextPickHere(l Language) string {
	return l.in("按 Tab 就放在这里，或按 Enter 打开别的文件夹", "Tab takes this folder, Enter opens another")
}
func NextPickNone(l Language) string {
	return l.in("换个词试试，或按 Esc 返回", "try another word, or Esc goes back")
}
func NextChoose(l Language) string {
	return l.in("按数字选，或 ↑↓ 选好再按 Enter", "a digit answers, or ↑↓ and Enter")
}
func NextNumber(l Language) string {
	return l.in("输入编号或 ↑↓ 选好，再按 Enter", "type its number or go there by ↑↓, then Enter")
}
func NextOnly(l Language) string { return l.in("看完按 Enter", "Enter when it is read") }
func NextType(l Language) string { return l.in("填好按 Enter", "Enter when it is filled in") }
func NextWrite(l Language) string {
	return l.in("写好按 Ctrl+S 保存", "Ctrl+S when it is written")
}
func NextWriteList(l Language) string {
	return l.in("一行写一个，写完按 Tab", "one a line, then Tab")
}
func NextTurn(l Language) string {
	return l.in("按 ←→ 选好，再按 Enter", "←→ chooses, Enter goes on")
}
func NextWait(l Language) string { return l.in("请稍候，按 Esc 停止", "wait, or Esc stops it") }
func VisitOnly(l Language) string {
	return l.in("归档包里的会议，只能看；Ctrl+Q 离开", "a meeting in an export, to be looked at; Ctrl+Q leaves")
}
func KeyOtherTopic(l Language) string { return l.in("换主题", "another topic") }

// What opens by itself, and what wants a key.

func KeyTakeUp(l Language) string { return l.in("开始作答", "answer") }
func KeySave(l Language) string   { return l.in("保存", "save") }
func TakeUpFirst(l Language) string {
	return l.in("自动弹出的提示：先按 Enter 或 Tab，再作答。", "This opened by itself: press Enter or Tab first, then answer.")
}
func WantsKey(l Language) string {
	return l.in("这一步要用键盘：请按 {key}。", "This wants the keyboard: press {key}.")
}
func LightGround(l Language) string { return l.in("浅色底", "colours for a light ground") }
func DarkGround(l Language) string  { return l.in("深色底", "colours for a dark ground") }
func MouseOff(l Language) string    { return l.in("不用鼠标", "mouse off") }
func MouseOn(l Language) string     { return l.in("用鼠标", "mouse on") }
