package words

// Sealing and archiving.

func ArchiveHead(l Language) string { return l.in("封存与归档", "Seal and archive") }
func ArchiveAgenda(l Language) string {
	return l.in("议程 {held}/{all} 项已完成", "agenda: {held} of {all} items held")
}
func ArchiveCount(l Language) string {
	return l.in("计票：", "count: ") + CountSum(l)
}
func CountSum(l Language) string {
	return l.in("有效 {valid} + 无效票 {void} = 收回 {collected}", "valid {valid} + void {void} = collected {collected}")
}
func ArchiveGrades(l Language) string {
	return l.in("综合评价等次已定 {decided}/{all}", "grades decided: {decided} of {all}")
}
func ArchiveSeal(l Language) string {
	return l.in("封存：", "sealed: ") + SealAfter(l)
}
func SealAfter(l Language) string {
	return l.in("此后要改，只能更正并再封存一次", "later changes are corrections, sealed again")
}
func WhereTo(l Language) string { return l.in("（按 {key}）", " (press {key})") }
func SealAsk(l Language) string {
	return l.in("封存后要改票数、等次，只能更正并再封存一次，新旧都留着。现在封存吗？", "Once sealed, votes and grades change by a correction and another seal alone; both versions are kept. Seal now?")
}
func SealUnheld(l Language) string {
	return l.in("议程还有 {items} 项没有结束，封存后不能再结束。", "{items} items of the agenda are not finished, and cannot be after sealing.")
}
func SealBroken(l Language) string {
	return l.in("第 {seal} 次封存已因更正失效，须再次封存并导出。", "A correction broke seal {seal}; seal and export again.")
}
func NextSeal(l Language) string { return l.in("按 Enter 封存", "Enter seals") }
func NextExport(l Language) string {
	return l.in("按 Enter 导出归档包", "Enter writes the export")
}
func ToFile(l Language) string {
	return l.in("按 F7 登记报送，附上缺的材料", "F7 enters what was filed, and attaches what is missing")
}
func ToLedger(l Language) string {
	return l.in("按 F6 接着登记整改进展", "F6 goes on with the problems")
}
func ToLeave(l Language) string {
	return l.in("都办完了，按 Ctrl+Q 离开", "all is done: Ctrl+Q leaves")
}
func NextFile(l Language) string {
	return l.in("按 Ctrl+N 登记“{paper}”的报送", "Ctrl+N enters when “{paper}” was filed")
}
func SealNo(l Language) string  { return l.in("先不封存", "Not yet") }
func SealYes(l Language) string { return l.in("封存", "Seal") }
func SealedNow(l Language) string {
	return l.in("已封存。再按 Enter 导出归档包。", "Sealed. Press Enter again to write the export.")
}
func ExportGoes(l Language) string {
	return l.in("导出到 {folder}（Ctrl+O 换位置，比如 U 盘）", "The export goes into {folder} (Ctrl+O: elsewhere, a stick say)")
}
func ExportElsewhere(l Language) string { return l.in("导出到别处…", "export elsewhere…") }
func ExportWhere(l Language) string {
	return l.in("归档包放在哪个文件夹", "The folder that the export goes into")
}
func RevealFolder(l Language) string {
	return l.in("打开归档包所在的文件夹", "open the folder of the export")
}
func CopyPath(l Language) string {
	return l.in("复制归档包的路径", "copy the path of the export")
}
func PathCopied(l Language) string {
	return l.in("已复制：{path}", "Copied: {path}")
}
func Exporting(l Language) string { return l.in("正在导出……", "Exporting…") }
func Exported(l Language) string {
	return l.in("已导出归档包，读回核验相符：{path}", "The export was written, read back and found whole: {path}")
}
func ExportFailed(l Language) string {
	return l.in("导出没有成功：{problem}", "The export failed: {problem}")
}
func ArchiveFile(l Language) string { return l.in("会议文件：{path}", "Session file: {path}") }
func FileBy(l Language) string {
	return l.in("{day} 前报{superior}备案", "To file with {superior} by {day}")
}

func RevealByHand(l Language) string {
	return l.in("没有找到能打开文件夹的程序。文件夹是 {folder}", "no program was found that opens folders; it is {folder}")
}
