package words

// The title and the places.

func ProgramName(l Language) string { return l.in("述评", "Shuping") }
func Rehearsal(l Language) string   { return l.in("演练", "REHEARSAL") }
func TooSmall(l Language) string {
	return l.in("窗口太小：现在 {width}×{height}，至少需要 {least_width}×{least_height}。请放大窗口或缩小字号（Ctrl+Q 离开）。", "The window is too small: {width}×{height}, and it needs {least_width}×{least_height}. Enlarge it or use a smaller font (Ctrl+Q leaves).")
}

// What is said on every screen.

func PasteRefused(l Language) string {
	return l.in("这里不接受粘贴，请逐张录入。", "Nothing can be pasted here; please key each sheet.")
}
func PasteCut(l Language) string {
	return l.in("粘贴的文字中有不能保留的字符或超出长度，已去掉。", "Some of the pasted text could not be kept: forbidden characters, or too long.")
}
func UnknownKey(l Language) string {
	return l.in("“{key}”在这里没有作用。按 F1 看现在可用的键。", "“{key}” does nothing here. Press F1 for the keys that work now.")
}
func HeldKey(l Language) string {
	return l.in("按键被一直按住，多出的已退回。请看清再继续。", "A key was held down; what it filled was taken back. Please look before going on.")
}
func NumberNeeded(l Language) string {
	return l.in("请输入数字，再按 Enter。", "Please type the number, then press Enter.")
}
func NameNeeded(l Language) string { return l.in("请输入姓名。", "Please type the name.") }
func NameHasDigits(l Language) string {
	return l.in("这里要填姓名，姓名里没有数字；确有数字的，用 F3 菜单“说明姓名无误”。", "A name has no digits; where one has, say that it is right in the menu (F10) of F3.")
}
func NameInForm(l Language) string {
	return l.in("姓名里没有数字，请改正；确有数字的，先写进方案文件里的姓名。", "A name has no digits; where one has, write it into the plan file first.")
}
func NumLockOff(l Language) string {
	return l.in("数字锁定键没有打开：小键盘的数字成了方向键，请按 NumLock。", "NumLock is off: the keypad's digits are arrows now. Switch it on.")
}
func PlanClause(l Language) string { return l.in("［方案{clause}］", " [plan {clause}]") }
func Stopped(l Language) string {
	return l.in("保存出错，已停止录入：{problem}", "Storing failed and nothing more is taken: {problem}")
}
func OrdersUntaken(l Language) string {
	return l.in("这 {orders} 步没有保存，请处理后重做：{problem}", "These {orders} steps were not stored; see to it and do them again: {problem}")
}
func OrdersDropped(l Language) string {
	return l.in("后面还没有保存的 {orders} 步已取消。", "The {orders} steps behind it were dropped.")
}
func LeaveAsk(l Language) string {
	return l.in("要离开会议吗？所有记录都已保存，可以随时回来继续。", "Leave the meeting? Everything is stored, and it can be taken up again at any time.")
}
func LeavePractice(l Language) string {
	return l.in("要离开演练吗？演练的内容离开后不保留。", "Leave the rehearsal? Nothing of it is kept.")
}
func LeaveHalf(l Language) string {
	return l.in("手里这张评议表还没有录完，离开后要重录这一张。", "The sheet in hand is half keyed and has to be keyed again.")
}
func LeaveNo(l Language) string  { return l.in("不离开", "Stay") }
func LeaveYes(l Language) string { return l.in("离开", "Leave") }
func PlainOn(l Language) string {
	return l.in("已改用简单线条和字形。", "Plain lines and glyphs now.")
}
func PlainOff(l Language) string {
	return l.in("已改用细线条和字形。", "Fine lines and glyphs now.")
}
func ReturnedTo(l Language) string {
	return l.in("已回到上次离开的地方：{where}。", "Back where it was left: {where}.")
}
func ReturnedBundle(l Language) string {
	return l.in("第 {bundle} 组，第 {sheet} 张", "bundle {bundle}, sheet {sheet}")
}

// What takes its time.

func WaitShare(l Language) string    { return " {percent}%" }
func KeyStopWait(l Language) string  { return l.in("停下", "stop it") }
func WaitStopping(l Language) string { return l.in("正在停下……", "Stopping …") }
func WaitStopped(l Language) string {
	return l.in("已停下，没有做完，也没有留下半个文件。", "Stopped: it was not finished, and no half of a file was left.")
}

// The help.

func HelpHere(l Language) string { return l.in("现在可用", "Working now") }
