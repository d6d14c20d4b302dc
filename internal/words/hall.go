package words

// What the hall sees, as the console tells the chair.

func HallSees(l Language) string      { return l.in("会场：{what}", "hall: {what}") }
func HallBlank(l Language) string     { return l.in("空白", "nothing") }
func HallProgress(l Language) string  { return l.in("计票进度", "the progress of the count") }
func HallTally(l Language) string     { return l.in("票数", "the tally") }
func HallAwaits(l Language) string    { return l.in("结果待宣布", "the result is awaited") }
func HallEnded(l Language) string     { return l.in("计票结束", "the count is over") }
func CorrectedMark(l Language) string { return l.in("更正", "corrected") }
func HallTitle(l Language) string     { return l.in("会议名称", "the title") }
func HallNext(l Language) string      { return l.in("下一项", "the next item") }

// What is announced.

func Matter(l Language, code string) string { return matters[code].in(l) }

var matters = table{
	"votes":  {"票数", "votes"},
	"grades": {"等次", "grades"},
}

func KeyAnnounceVotes(l Language) string  { return l.in("宣布票数…", "announce the votes…") }
func KeyAnnounceGrades(l Language) string { return l.in("宣布等次…", "announce the grades…") }
func AnnounceAsk(l Language) string {
	return l.in("向会场宣布{matter}？宣布后记入日志，投影随即显示；按 . 可以转为空白。", "Announce the {matter}? It is recorded, and the hall sees them at once; . blanks the picture.")
}
func AnnounceUnseen(l Language) string {
	return l.in("方案规定投影不显示{matter}：这里只记下已经宣布。", "The plan keeps the {matter} off the wall: this only records that they were announced.")
}
func AnnounceNo(l Language) string  { return l.in("先不宣布", "Not yet") }
func AnnounceYes(l Language) string { return l.in("宣布{matter}", "Announce the {matter}") }
func AnnouncedNow(l Language) string {
	return l.in("已宣布{matter}。", "The {matter} are announced.")
}

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
func KeyTurning(l Language) string {
	return l.in("投影自动翻页", "turn the wall's pages by itself")
}
func KeyStaying(l Language) string {
	return l.in("投影不再自动翻页", "turn the wall's pages by key")
}
