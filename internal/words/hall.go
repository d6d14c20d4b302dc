package words

// What the hall sees, as the console tells the chair.

func HallSees(l Language) string     { return l.in("会场：{what}", "hall: {what}") }
func HallBlank(l Language) string    { return l.in("空白", "nothing") }
func HallProgress(l Language) string { return l.in("计票进度", "the progress of the count") }
func HallTally(l Language) string    { return l.in("票数", "the tally") }
func HallTitle(l Language) string    { return l.in("会议名称", "the title") }
func HallNext(l Language) string     { return l.in("下一项", "the next item") }

// The wall's own window.

func ShowTitle(l Language) string  { return l.in("述评 投影", "Shuping wall") }
func ShowPaused(l Language) string { return l.in("画面暂停", "paused") }
func ShowWait(l Language) string   { return l.in("请稍候", "please wait") }
func ShowAlone(l Language) string {
	return l.in("主持电脑上没有打开本次会议", "no console has this meeting open")
}
func WallOpen(l Language) string { return l.in("打开投影窗口…", "open the wall's window…") }
func WallOpened(l Language) string {
	return l.in("投影窗口已打开，把它拖到投影上，再放到最大。", "the wall's window is open: move it to the projector and maximise it")
}
func WallByHand(l Language) string {
	return l.in("没有找到可以打开窗口的终端。请另开一个终端窗口，输入：{command}", "found no terminal to open a window with; open one yourself and type: {command}")
}
func WallBlank(l Language) string   { return l.in("会场空白", "blank the wall") }
func WallPicture(l Language) string { return l.in("会场恢复画面", "picture back on the wall") }
func WallForward(l Language) string { return l.in("会场下一页", "next page on the wall") }
func WallBack(l Language) string    { return l.in("会场上一页", "page before on the wall") }
func KeyBlank(l Language) string    { return l.in("空白", "blank") }
