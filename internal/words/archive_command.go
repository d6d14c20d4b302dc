package words

// The commands about papers and exports.

func FlagWords(l Language) string {
	return l.in("签字的报告单上的八个词、校验码（16段），或者两样都输入，用引号括起", "the eight words of the signed report, its sixteen groups, or both, in quotes")
}
func FlagPapers(l Language) string {
	return l.in("写到这个新文件夹", "write into this new folder")
}

func FlagBefore(l Language) string {
	return l.in("写会前材料：评议表、通知、议程、主持词、签到表、计票用表，另有一份合订的供打印；可以只有方案", "write what is printed before the meeting: sheets, notice, agenda, the chair's words, lists to sign, forms of the count, and all of it in one file; a plan is enough")
}
func FlagNames(l Language) string {
	return l.in("参会名单（CSV、XLSX），写进签到表和印制清单", "the list of those who take part (CSV, XLSX), for the lists to sign and to print")
}
func FlagPDF(l Language) string {
	return l.in("另存一份 PDF（PDF/A），要有 LibreOffice", "make PDF (PDF/A) of them too, where LibreOffice is at hand")
}
func NoOffice(l Language) string {
	return l.in("这台电脑上没有找到 LibreOffice，不能写 PDF。去掉 --pdf 写出 DOCX，再用 WPS 或 Word 另存为 PDF。", "LibreOffice was not found on this computer, and PDF needs it. Leave --pdf out, and save the DOCX as PDF with WPS or Word.")
}
func OfficeLate(l Language) string {
	return l.in("LibreOffice 太久没有写完，已经停下；DOCX 都在 {folder}，可以用 WPS 或 Word 另存为 PDF。", "LibreOffice took too long and was stopped. The DOCX are all in {folder}; save them as PDF with WPS or Word.")
}
func OfficeFailed(l Language) string {
	return l.in("LibreOffice 没有写成 PDF（{said}）；DOCX 都在 {folder}。", "LibreOffice made no PDF ({said}). The DOCX are all in {folder}.")
}
func FlagSlips(l Language) string {
	return l.in("票数报告单分为到会、发放、收回三张", "three slips of the count: present, issued, collected")
}
func FlagTemplate(l Language) string {
	return l.in("显示自带的模板（如 minutes），供本单位修改", "print a template of the program (such as minutes), for an office to change")
}
func NoTemplate(l Language) string {
	return l.in("没有模板“{name}”，随程序提供的有：{templates}", "there is no template “{name}”; the program comes with {templates}")
}
func PapersBeforeOnly(l Language) string {
	return l.in("--names、--three-slips 只与 --before 一起用", "--names and --three-slips go with --before")
}

func NoTemplates(l Language) string {
	return l.in("方案指明的材料模板文件夹 {path} 不在；请把它放到会议文件旁。", "The folder of templates that the plan names, {path}, is not there; put it beside the session.")
}

func FlagNotes(l Language) string {
	return l.in("把不公开的调研记录和点评准备也放进归档包", "put the private visit notes and prepared comments into the export")
}
func FlagShared(l Language) string {
	return l.in("让这台电脑上的其他人也能读（不写时只有自己能读）", "let others on this computer read it (else only you can)")
}
func SignatureBeside(l Language) string {
	return l.in("会议文件所在的磁盘不能写入，签名另存在归档包旁：{path}。请把它复制到会议文件旁，再次导出才会一致。", "The session lies where nothing can be written, so that its signature is kept beside the bundle: {path}. Copy it beside the session, so that the next export is the same.")
}
func ExportRepacked(l Language) string {
	return l.in("这个 zip 是别的程序重新打包的，按解压后的文件夹核验；文件的内容没有变。", "Another program packed this zip anew; it was checked as the folder that it unpacks to, and its files are those of the export.")
}
func ExportObserved(l Language) string {
	return l.in("如实说明：", "What the figures do not show: ")
}
func FlagCheckPage(l Language) string {
	return l.in("把网页写到这个文件（如 check.html）", "write the page into this file (such as check.html)")
}
func CheckPageSum(l Language) string {
	return l.in("check.html 的 SHA-256：{sum}。与手里那一份的相同，才是本程序的网页。", "SHA-256 of check.html: {sum}. A copy that has it is the page of this program.")
}
func FlagRestore(l Language) string {
	return l.in("恢复成这个会议文件（.shuping），不会覆盖已有的", "make this session (.shuping), over nothing that exists")
}
func RestoreEnding(l Language) string {
	return l.in("会议文件的名字以 {ending} 结尾", "the name of a session ends in {ending}")
}
func Restored(l Language) string {
	return l.in("恢复了 {records} 条记录、{files} 个附件，校验值与归档包相同。", "{records} records and {files} attached files restored, with the hashes of the export.")
}
func RestoredNotes(l Language) string {
	return l.in("不公开的记录另存为 {path}。", "The private notes are in {path}.")
}

// RestoredNotesName is how the name of the document with the private notes ends.
func RestoredNotesName() string { return "调研记录" }
func WordsEmpty(l Language) string {
	return l.in("--words 后面没有内容；请输入报告单上的校验码、词，或者去掉 --words", "--words has nothing behind it; type the groups and words of the report, or leave it out")
}
func ExportPrivate(l Language) string {
	return l.in("注意：这个归档包里有不公开的调研记录和点评准备（data/private/visits.docx），它们不由会议记录得出。", "Mind: this export has private visit notes and prepared comments (data/private/visits.docx), which do not follow from the journal.")
}

func ExportLacks(l Language) string {
	return l.in("归档包里还缺方案要求的材料：{papers}。", "The export lacks papers of the plan: {papers}.")
}
func ExportLacked(l Language) string { return l.in("《{paper}》", "“{paper}”") }

// What recognises a sealed record, line by line.

func SealNumber(l Language) string {
	return l.in("第 {number} 次封存（第 {record} 条记录）", "Seal {number} (record {record})")
}
func SealOfCount(l Language) string {
	return l.in("这是计票封存：归档包里有票数，等次尚未确定。", "This is the seal of the count: the export has the votes, and no grade is sealed yet.")
}
func SealWords(l Language) string       { return l.in("封存词", "Words") }
func SealGroups(l Language) string      { return l.in("校验码", "Groups") }
func SealFingerprint(l Language) string { return l.in("签名密钥指纹", "Fingerprint") }
func SealToPaper(l Language) string {
	return l.in("请在签字的报告单上核对词和组，并记下指纹：离开这台电脑后，只有纸面能说明归档包是哪一份、由谁签名。", "Compare words and groups with the signed report and write the fingerprint on it: away from this computer, only the paper tells which record the export is and who signed it.")
}
