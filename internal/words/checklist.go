package words

// What is to be in order before the meeting, and before the seal.

func ChoresLeft(l Language) string {
	return l.in("还差 {n} 项", "{n} to do")
}
func ChoresLook(l Language) string { return l.in("{n} 项要看一看", "{n} to look at") }
func ChoresDone(l Language) string { return l.in("该办的都办好了", "all is in order") }
func ChoreDo(l Language) string    { return l.in("按 Enter 办“{row}”", "Enter does “{row}”") }
func ChoreDoOr(l Language) string {
	return l.in("按 Enter 办“{row}”，或按 Esc 返回", "Enter does “{row}”, or Esc goes back")
}
func ChoreGo(l Language) string {
	return l.in("↑↓ 选“{row}”，按 Enter 办", "↑↓ chooses “{row}”, Enter does it")
}
func ChoreGoOr(l Language) string {
	return l.in("↑↓ 选“{row}”，按 Enter 办，或按 Esc 返回", "↑↓ chooses “{row}”, Enter does it; or Esc goes back")
}
func ChoreAll(l Language) string {
	return l.in("该办的都办好了，按 Esc 返回", "all is in order: Esc goes back")
}
func ChoreFirst(l Language) string {
	return l.in("按 Ctrl+W 做开会前检查（还差 {n} 项），或按 Enter 开始", "Ctrl+W: what is to be done first ({n}), or Enter to begin")
}
func NotLooked(l Language) string { return l.in("还没有查", "not looked up yet") }
func LookedAt(l Language) string  { return l.in("（{hour} 查）", " (at {hour})") }

func VetExcuse(l Language) string {
	return l.in("没有审核通过，写明理由照常述职…", "not passed: say why it is given all the same…")
}
func ExcuseAsk(l Language) string {
	return l.in("{subject} 的述职报告没有审核通过，照常述职的理由（按 Enter 确认）：", "The report of {subject} was not passed. Why is it given all the same? Then Enter:")
}
func ExcuseKept(l Language) string {
	return l.in("已存好；开始这份述职时写进会议记录。", "Stored; it goes into the record when the report is started.")
}
func Excused(l Language) string {
	return l.in("，照常述职：{reason}", ", given all the same: {reason}")
}

func NamesRow(l Language) string { return l.in("述职人姓名", "Names") }
func NamesHow(l Language) string {
	return l.in("姓名在新建会议时填写，会印在评议表和材料上；没有姓名的只印职务。", "Names are asked for when a meeting is made; they stand on sheets and papers. Without one the post stands there.")
}
func ShortRow(l Language) string { return l.in("会场简称", "Short names") }
func ShortHow(l Language) string {
	return l.in("会场简称写在方案里（写方案时在职务后写“（简称一支部）”）；没有简称的，大屏幕上放不下时省略中间。", "They stand in the plan, behind the post as “(short Branch 1)”; without one the wall leaves the middle out where it has no room.")
}
func RecorderRow(l Language) string    { return l.in("记录人", "Who records") }
func ScrutineersRow(l Language) string { return l.in("监票人", "Scrutineers") }
func TellersRow(l Language) string     { return l.in("计票人", "Tellers") }
func OfficerNone(l Language) string    { return l.in("没有登记", "nobody is named") }
func OfficerElected(l Language) string { return l.in("会上推选", "elected at the meeting") }
func PrintRow(l Language) string {
	return l.in("会前材料（评议表、签到表）", "Papers to print (sheets, list)")
}
func PrintNone(l Language) string { return l.in("没有写出", "not written") }
func PrintThere(l Language) string {
	return l.in("已写出，请打印：{path}", "written, to be printed: {path}")
}
func PrintOpen(l Language) string  { return l.in("打开所在的文件夹", "open their folder") }
func PrintAgain(l Language) string { return l.in("再写出一份", "write them anew") }
func WallHere(l Language) string {
	return l.in("按 F9 投影，再按一次回来", "F9 shows the wall here, and F9 comes back")
}
func WallUntried(l Language) string {
	return l.in("投影窗口没有打开过", "its window was not opened")
}
func WallTried(l Language) string {
	return l.in("{hour} 打开过窗口，请到投影上看一眼", "its window was opened at {hour}; look at it")
}
func MirrorRow(l Language) string {
	return l.in("镜像（U盘或别的磁盘）", "Mirror (a stick, another disk)")
}
func MirrorNone(l Language) string { return l.in("没有镜像", "there is none") }
func MirrorGoOn(l Language) string { return l.in("继续镜像", "go on mirroring") }
func MirrorOther(l Language) string {
	return l.in("换到别的盘…", "mirror to another disk…")
}
func PowerRow(l Language) string     { return l.in("电源", "Power") }
func PowerMains(l Language) string   { return l.in("接着电源", "plugged in") }
func PowerBattery(l Language) string { return l.in("用电池，没有接电源", "on its battery") }
func PowerUnknown(l Language) string { return l.in("这台电脑查不到", "not known here") }
func PowerCharge(l Language) string  { return l.in("，电量 {percent}%", ", {percent}%") }
func PowerHow(l Language) string {
	return l.in("已重新查看。开会时请接上电源，关掉自动睡眠、锁屏和系统更新。", "Looked up anew. Plug it in, and switch off sleep, locking and updates for the meeting.")
}
func DiskRow(l Language) string     { return l.in("磁盘空间", "Room on the disk") }
func DiskFree(l Language) string    { return l.in("还有 {free} GB", "{free} GB are free") }
func DiskUnknown(l Language) string { return l.in("这台电脑查不到", "not known here") }
func DiskHow(l Language) string {
	return l.in("已重新查看。少于 1 GB 时，请先清出空间。", "Looked up anew. With less than 1 GB, make room first.")
}
func ClockRow(l Language) string { return l.in("日期和时间", "Day and time") }
func ClockLate(l Language) string {
	return l.in("，已过方案的 {day}", ", after the plan's {day}")
}
func ClockEarly(l Language) string {
	return l.in("，早于方案的 {day}", ", before the plan's {day}")
}
func ClockHow(l Language) string {
	return l.in("时间写进每一条记录；不对的，请在系统设置里改好再开会。", "It stands in every record; if it is wrong, set it right before the meeting.")
}

func KeySealing(l Language) string { return l.in("封存前检查", "checks before the seal") }
func SealingAbout(l Language) string {
	return l.in("标 ✗ 的不办完不能封存；标 ! 的要看一看。", "What has ✗ keeps the seal away; what has ! wants a look.")
}
func NextSealing(l Language) string {
	return l.in("按 Ctrl+W 做封存前检查（{n} 项要看），或按 Enter 封存", "Ctrl+W: {n} to look at before the seal; or Enter seals")
}
func CountOpen(l Language) string   { return l.in("还没有结束", "not closed") }
func SpokenRow(l Language) string   { return l.in("点评、讲话要点", "Notes of what was said") }
func CheckedRow(l Language) string  { return l.in("各组复核", "Bundles checked") }
func GradesRow(l Language) string   { return l.in("综合评价等次", "Grades") }
func SourcesRow(l Language) string  { return l.in("测评以外的来源", "Sources beside the vote") }
func OpinionsRow(l Language) string { return l.in("综合评价意见", "Opinions") }
func OnePageRow(l Language) string {
	return l.in("综合评价意见各占一页", "Opinions of one page")
}
func MeasuresRow(l Language) string {
	return l.in("问题有措施、有期限", "Problems with measure and day")
}
func PapersRow(l Language) string { return l.in("报送材料", "Papers to file") }
