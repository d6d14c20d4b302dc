package words

// The help.

func ProgramAbout(l Language) string {
	return l.in("述评：在一台电脑上主持述职评议会，从议程到封存归档，不联网。", "Shuping holds a yearly review meeting on one computer, from the agenda to the sealed papers, without a network.")
}
func HelpUsage(l Language) string    { return l.in("用法", "Usage") }
func HelpCommands(l Language) string { return l.in("命令", "Commands") }
func HelpFlags(l Language) string    { return l.in("选项", "Flags") }
func HelpMore(l Language) string {
	return l.in("查看某个命令的说明：shuping 命令 --help", "More about a command: shuping COMMAND --help")
}

// The manual.

func ManualPages(l Language) string {
	return l.in("手册各页，用 shuping manual 页名 查看；在屏幕上按 F1 也是这些。", "The pages of the manual: shuping manual PAGE shows one; F1 on a screen opens its own.")
}
func NoManualPage(l Language) string {
	return l.in("手册没有“{page}”这一页，有：{pages}。", "The manual has no page “{page}”; it has {pages}.")
}

// What each command does, and more about some of them.

func CommandDoes(l Language, code string) string { return commandDoes[code].in(l) }

var commandDoes = table{
	"shuping":                 {"开始界面：按方案新建、打开、演练", "start screen: new from a plan, open, rehearse"},
	"shuping run":             {"打开会议控制台", "open the console on a session"},
	"shuping show":            {"投影窗口：会场看到的画面，放到第二块屏幕上", "the wall in a window of its own, for the projector"},
	"shuping rehearse":        {"用样例数据演练一次会议，结束后不留文件", "a whole meeting on sample data, which leaves no file"},
	"shuping new":             {"按方案新建会议文件", "make a session file from a plan"},
	"shuping plan":            {"查看和检查工作方案", "look at work plans and check them"},
	"shuping plan list":       {"列出随程序提供的方案", "the plans that come with the program"},
	"shuping plan show":       {"用文字说明一个方案", "a plan said in words"},
	"shuping plan check":      {"检查方案文件，指出每一处错误", "check a plan file and point at each fault"},
	"shuping plan new":        {"逐页填写，新建方案文件", "make a plan file, page by page"},
	"shuping play":            {"按脚本逐行执行会议命令", "carry out the commands of a script, line by line"},
	"shuping result":          {"票数、等次、理由和比例要求", "counts, grades, reasons and quota"},
	"shuping log":             {"会议日志，每条记录一行", "the journal, one record a line"},
	"shuping check":           {"核验会议文件，指出从哪里断开", "prove a session file, or say where it breaks"},
	"shuping sheets":          {"从文件录入评议表，或写到文件里", "sheets from a file, and into one"},
	"shuping sheets import":   {"把别处计好的评议表（CSV、XLSX）整份录入", "enter sheets that were counted elsewhere (CSV, XLSX), all or none"},
	"shuping sheets template": {"写一份空的评议表录入表，带下拉选项", "write an empty table for sheets, with choices to pick from"},
	"shuping sheets export":   {"计票结束后，把评议表写成 CSV 或 XLSX", "write the sheets of a closed count as CSV or XLSX"},
	"shuping sheets covers":   {"每组一行封面，可打印贴在组上", "a cover line for each bundle, to be printed and glued on"},
	"shuping ledger":          {"整改台账：问题、责任人、时限、进展", "the ledger: problems, who answers for them, until when, progress"},
	"shuping ledger import":   {"从 CSV、XLSX 取入台账，先核对再写入", "take problems in from CSV or XLSX, looked at first"},
	"shuping ledger template": {"写一份空的整改台账，带下拉选项", "write an empty table for problems, with choices to pick from"},
	"shuping ledger export":   {"把台账写成 CSV 或 XLSX", "write the ledger as CSV or XLSX"},
	"shuping names":           {"参会名单：核对，或写一份空表", "the list of those who take part: looked over, or an empty one"},
	"shuping names check":     {"核对名单，数出每类多少人，同名的列出来", "look over a list, count each class, tell names that stand twice"},
	"shuping names template":  {"写一份空的参会名单，带下拉选项", "write an empty list of names, with choices to pick from"},
	"shuping due":             {"还缺什么、哪天到期；有逾期的退出状态为 1", "what is missing and by when; exits with 1 where something is overdue"},
	"shuping attach":          {"给报告、材料或问题附上文件", "attach a file to a report, a paper or a problem"},
	"shuping papers":          {"写出会议材料：文书、工作簿、表格；--before 写会前材料", "write the documents, the workbook and the tables; --before those of before the meeting"},
	"shuping export":          {"导出可自证的归档包", "write the export that proves itself"},
	"shuping verify":          {"不用会议文件，核验归档包", "check an export without the session"},
	"shuping gather":          {"核验一个文件夹里各单位的归档包，汇总", "verify the exports of many organisations and sum them up"},
	"shuping restore":         {"把归档包恢复成会议文件", "make a session of an export again"},
	"shuping discard":         {"归档包核验无误后，清除会议文件和旁边的文件", "remove a session and what lies beside it, after its export was verified"},
	"shuping check-page":      {"写出在浏览器里核验归档包的网页，显示它的 SHA-256", "write the page that checks an export in a browser, and tell its SHA-256"},
	"shuping completion":      {"打印命令行补全脚本", "print the completion script of a shell"},
	"shuping version":         {"显示版本", "print the version"},
	"shuping manual":          {"手册：列出各页，或显示一页", "the manual: its pages, or one of them"},
	"shuping help":            {"显示说明", "print the help"},
}

func CommandTells(l Language, code string) string { return commandTells[code].in(l) }

var commandTells = table{
	"shuping run":             {"文件不存在时，用 --plan 指明方案即新建。断电或关闭后再次运行，从停下的地方继续。", "Where FILE does not exist, --plan makes it. After a power cut, run it again: it goes on where it stopped."},
	"shuping new":             {"已有的文件绝不覆盖。请把会议文件放在本机磁盘上，不要放在同步文件夹、优盘或网络盘。", "What exists is never overwritten. Keep a session on this computer's own disk, not in a synchronised folder, on a stick or on a network drive."},
	"shuping plan new":        {"逐页询问，最后写成方案文件，默认写到当前文件夹。已有的文件绝不覆盖；中途离开什么都不留下。", "Asks page by page and writes a plan file, into this folder if no path is given. A file that exists is never overwritten; leaving half-way leaves nothing behind."},
	"shuping play":            {"脚本每行一条命令，- 表示从标准输入读取。每行保存后显示“ok 行号 记录号”；有一行被拒绝即停止，之前各行已经保存。", "A script has one command a line; - reads standard input. Each line that is on disk is answered by “ok LINE SEQ”. A refused line ends the script; the lines before it are on disk."},
	"shuping result":          {"只读，不改动会议文件。", "Reads only; the session stays as it is."},
	"shuping log":             {"只读，不改动会议文件。票的记录不含时间和人员。", "Reads only; the session stays as it is. The record of a ballot has neither time nor person."},
	"shuping check":           {"只读，不改动会议文件。", "Reads only; the session stays as it is."},
	"shuping sheets import":   {"表头可以在前 20 行里的任何一行（上面可以有标题、单位、日期），几张工作表时找有表头的那一张。一行一张：述职人（职务、姓名或代号）各占一列，写等次的名称或序号，弃权写 9，无效写 8，无效原因一列；或者述职人下面分等次列，打 √；或者一行一位述职人，写各等次的票数（作为分堆计票录入）。分类计数的加“参评类别”，每人一张的加“述职人”。先说明读成了什么，在终端上再问；合计、签名等没有读的行列出来，不在终端上要加 --yes。有一处错误就一张也不录。", "The heads may stand in any of the first 20 rows (below a title, a unit, a date), and the sheet of the workbook that has them is found. A row a sheet: a column for each subject (post, name or ID) with grades by name or number, blank 9, spoiled 8, and one for why a sheet is void; or columns of grades under each subject, with ticks; or a row a subject with the number of sheets for each grade, entered as a count by piles. “class” where classes are counted apart, “subject” where each has a sheet. What was understood is told first, and asked about on a terminal; rows that were not read, such as sums and signatures, are listed and need --yes elsewhere. One fault, and no sheet is entered."},
	"shuping sheets template": {"会议文件或方案都可以；收回数已定时写好序号。填好后用 sheets import 录入。已有的文件绝不覆盖。", "Made from a session or a plan; numbered where it is known how many sheets are back. Filled in, it goes into sheets import. An existing file is never overwritten."},
	"shuping sheets export":   {"只读，不改动会议文件。文件里没有时间和人员，已有的文件绝不覆盖。", "Reads only; the session stays as it is. The file has neither times nor persons, and no file is overwritten."},
	"shuping sheets covers":   {"只读，不改动会议文件。", "Reads only; the session stays as it is."},
	"shuping ledger":          {"只读，不改动会议文件。", "Only looks; the session is not changed."},
	"shuping ledger import":   {"表头可以在前 20 行里的任何一行，用通常的列：编号、述职人、问题来源、问题、整改措施、整改目标、责任人、责任支部、整改时限、进展、完成情况。编号（如 p3）认出已有的问题，空着的按述职人和问题认，认不出的算新增。进展一步一行，以日期或月份开头；时限可以写日期、月份、季度、立行立改、长期坚持；述职人合并的向下算；销号写“已销号 日期 姓名”。有一处错误就一条也不写入。", "The heads may stand in any of the first 20 rows and are the usual ones: ID, subject, origin, problem, measure, target, who, branch, due, progress, done, in English or Chinese. An ID such as p3 names a problem; a row without one is about the problem with the same subject and words, or a new one. Progress is a step a line, its day or month first; a time limit may be a day, a month, a quarter, 立行立改 or 长期坚持; a merged subject goes down; a sign-off is “done DAY NAME”. One fault anywhere, and nothing is taken in."},
	"shuping ledger template": {"会议文件或方案都可以。填好后用 ledger import 取入。已有的文件绝不覆盖。", "Made from a session or a plan. Filled in, it goes into ledger import. An existing file is never overwritten."},
	"shuping ledger export":   {"只读，不改动会议文件。改过之后可以用 ledger import 取回。已有的文件绝不覆盖。", "Only looks; the session is not changed. What was changed in the file can be taken in by ledger import. An existing file is never overwritten."},
	"shuping names check":     {"只读，不改动会议文件，名单也不进会议文件。", "Only looks; the session is not changed, and no name gets into it."},
	"shuping names template":  {"会议文件或方案都可以。已有的文件绝不覆盖。", "Made from a session or a plan. An existing file is never overwritten."},
	"shuping due":             {"只读，不改动会议文件。可以写几个会议文件，适合每天定时运行。", "Only looks; the sessions are not changed. Several may be named; made for a daily job."},
	"shuping attach":          {"对象写 report:s1（述职报告）、paper:代号（材料）或 problem:p3（问题的佐证）。任何格式，最大 32 MiB；文件存在会议文件旁边的 .files 文件夹里，日志记下名称、大小和 SHA-256。", "TO is report:s1, paper:ID or problem:p3. Any format, at most 32 MiB. The file lies beside the session in its folder .files; the log has its name, size and SHA-256."},
	"shuping papers":          {"只读，不改动会议文件。封存以前写出的是草稿。--before 只要方案就能写；模板放在方案写明的文件夹里。文件夹不能已经存在，已有的文件绝不覆盖。", "Reads only; the session stays as it is. Before the seal they are drafts. --before needs no more than a plan. The folder must not be there yet, and no file is overwritten."},
	"shuping export":          {"封存以后才能导出。已有的文件绝不覆盖。第一次导出的签名记在会议文件旁（.sig），随会议文件一起走，以后导出的每一字节都相同。", "Only a sealed meeting is exported, and no file is overwritten. The signature of the first export is kept beside the session (.sig) and goes where it goes, so that every later export has the same bytes."},
	"shuping discard":         {"先核验归档包，再列出将清除的文件：会议文件、可读副本、签名、附件、个人记录和放在一旁的旧文件。归档包不动。固态硬盘和备份里可能还留有旧内容。", "The export is verified first, and what goes is listed: the session, its readable copy, signatures, attached files, private notes and what was put aside. The export stays. A flash disk or a backup may keep old contents."},
	"shuping check-page":      {"网页不联网、不安装，把归档包拖进去就核对。它照格式说明（shuping manual format）另写，不用本程序的任何部分。请用自己保存的一份；不加 -o 只显示 SHA-256。已有的文件绝不覆盖。", "The page needs neither network nor installing: the export is dropped on it. It is written from the text of the format (shuping manual format) and has no part of this program. Use a copy of your own. Without -o only the SHA-256 is told. No file is overwritten."},
	"shuping gather":          {"逐个核验文件夹（连同下级文件夹）里的归档包，说明哪些单位完整、未通过核验、有两套记录、一年报了两次、未报送、逾期，哪些需要看一看，并按等次汇总全部述职对象。--roster 给出应报送的单位。核验过的文件按 SHA-256 记住，再次汇总只核验新来的。完整只说明归档包前后一致，是不是签字的那一份，要用 verify --words 核对纸质报告单。", "Verifies each export in a folder and below it, says which units are whole, fail, have two histories or two meetings of one year, are missing or late, and which to look at, and adds up the grades of all subjects. --roster names the units that should hand in. What was verified is known by its SHA-256 and not verified again. Whole means consistent; only verify --words, with the signed paper, shows that it is the record people signed."},
	"shuping restore":         {"核验归档包，再按其中的记录逐条恢复会议文件、附件和签名，校验值不变；台账可以接着登记，下一次导出接着同一条记录链。不公开的记录只有归档包里有时才恢复，另存为文档。", "Verifies an export and makes the session again, record for record with the same hashes, with attached files and signature: the ledger can go on, and the next export continues the chain. Private notes come back only if the export has them, as a document beside the session."},
	"shuping verify":          {"依次核验清单、签名、格式、日志链、票数、等次和各份材料，指出第一处不符。--words 后输入签字的报告单上的词和组，才能说明是签字时的那一份；只核对词不够，两样都印在纸上就是为此。", "Checks the manifests, the signature, the schemas, the journal's chain, the tally, the grades and every paper, and names the first thing that differs. Only the words and groups of the signed report, behind --words, show that this is the record people signed; words alone are not enough, which is why both are printed."},
}

// What the command line says.

func FlagLang(l Language) string {
	return l.in("界面语言：zh 中文，en 英文（默认按系统语言）", "language: zh for Chinese, en for English (default: as the system's)")
}
func FlagHelp(l Language) string { return l.in("显示说明", "print this help") }
func FlagPlan(l Language) string {
	return l.in("文件不存在时，按这个方案新建（方案名称或文件）", "make FILE from this plan if it does not exist (name or path)")
}
func FlagPlanMust(l Language) string {
	return l.in("工作方案：名称或文件", "the work plan: a name or a path")
}
func FlagJSON(l Language) string { return l.in("按 JSON 格式输出", "print JSON") }
func FlagOutput(l Language) string {
	return l.in("写到这个文件夹，或以 .zip 结尾的文件", "write to this folder, or to a file that ends in .zip")
}

func NoteLine(l Language) string    { return l.in("提示：{note}", "Note: {note}") }
func AboutStack(l Language) string  { return l.in("{stack}：", "{stack}: ") }
func ScriptTyped(l Language) string { return l.in("标准输入", "standard input") }

// Usage that is not understood.

func NoCommand(l Language) string {
	return l.in("没有“{command}”这个命令", "there is no command “{command}”")
}
func NoFlag(l Language) string {
	return l.in("没有“{flag}”这个选项", "there is no flag “{flag}”")
}
func FlagValue(l Language) string {
	return l.in("选项 {flag} 后面要有内容", "the flag {flag} needs a value")
}
func FlagBad(l Language) string {
	return l.in("选项 {flag} 不能是“{value}”", "the flag {flag} cannot be “{value}”")
}
func FlagMissing(l Language) string {
	return l.in("缺少选项 {flag}，用法：{usage}", "the flag {flag} is missing; usage: {usage}")
}
func TooFewArguments(l Language) string {
	return l.in("缺少参数，用法：{usage}", "an argument is missing; usage: {usage}")
}
func TooManyArguments(l Language) string {
	return l.in("多出参数“{argument}”，用法：{usage}", "the argument “{argument}” is one too many; usage: {usage}")
}
func NoLanguage(l Language) string {
	return l.in("没有“{value}”这种语言，可用：zh、en", "there is no language “{value}”; there are zh and en")
}
func NeedsTerminal(l Language) string {
	return l.in("这个命令要在终端窗口中运行；脚本中请用 shuping play 和 shuping result", "this command needs a terminal; in scripts use shuping play and shuping result")
}
func AskHelp(l Language) string {
	return l.in("{problem}。查看说明：{command} --help", "{problem}; for help: {command} --help")
}

// What went well.

func ExportNotWhole(l Language) string { return l.in("{path}：{problem}", "{path}: {problem}") }
func PlanGood(l Language) string {
	return l.in("{path}：方案无误（{title}）", "{path}: the plan is sound ({title})")
}
func ProgramVersion(l Language) string {
	return l.in("述评 shuping {version}（{from}{go}，{system}）", "shuping {version} ({from}{go}, {system})")
}
func BuiltFrom(l Language) string {
	return l.in("提交 {commit}，{date}，", "commit {commit}, {date}, ")
}
func PressEnter(l Language) string {
	return l.in("按回车键关闭窗口。", "Press Enter to close this window.")
}
func NoShell(l Language) string {
	return l.in("没有“{shell}”的补全脚本，可用：bash、zsh、fish、powershell", "there is no completion for “{shell}”; there are bash, zsh, fish and powershell")
}
func FlagVersion(l Language) string { return l.in("显示版本", "print the version") }
func FlagLicences(l Language) string {
	return l.in("显示所用各软件库的许可全文", "print the licences of all that is linked into the program")
}
func Statuses(l Language) string {
	return l.in("退出码：0 完成；1 被拒绝或失败；2 命令行写错；3（仅 verify）归档包完整但没有锚定。", "Exit status: 0 done; 1 refused or failed; 2 the command line is wrong; 3 (verify only) the bag is whole and not anchored.")
}
func DumbTerminal(l Language) string {
	return l.in("这个终端不能移动光标（TERM=dumb），画不出界面；请换一个终端窗口，脚本中请用 shuping play 和 shuping result", "this terminal cannot move its cursor (TERM=dumb), so that no screen can be drawn; use another, or in scripts shuping play and shuping result")
}

// What did not.

func NoPlan(l Language) string {
	return l.in("没有方案“{name}”，随程序提供的有：{plans}；也可以写方案文件的路径", "there is no plan “{name}”; the program comes with {plans}; the path of a plan file will do too")
}
func PlanFaults(l Language) string {
	return l.in("{path}：方案有 {count} 处错误，已逐条列出", "{path}: faults in the plan, listed above: {count}")
}
func PlanMore(l Language) string {
	return l.in("（共 {count} 处，用 shuping plan check 查看全部）", " ({count} in all; shuping plan check lists them)")
}
func PlanKept(l Language) string {
	return l.in("{path} 已经存在，按其中原有的方案继续，没有采用 --plan。", "{path} exists and goes on by its own plan; --plan was not used.")
}
func ScriptPlace(l Language) string {
	return l.in("{path}:{line}: {problem}", "{path}:{line}: {problem}")
}
func ScriptLineTooLong(l Language) string {
	return l.in("这一行超过 {limit} 字节，请分开写。", "The line is longer than {limit} bytes; write it as several.")
}
func ScriptLineNotText(l Language) string {
	return l.in("这一行不是 UTF-8 文字，请另存为 UTF-8 后再试。", "The line is not UTF-8 text; save the script as UTF-8.")
}
func ScriptStopped(l Language) string {
	return l.in("{path}：已中断，到第 {line} 行为止已经保存。", "{path}: stopped; the lines up to {line} are on disk.")
}
func ScriptInterrupted(l Language) string {
	return l.in("已中断，没有完成。", "Stopped before it was done.")
}
func NoOutput(l Language) string {
	return l.in("输出无法写出（{reason}），请检查接收输出的程序或磁盘。", "The output cannot be written ({reason}); look at the program or disk that receives it.")
}
func RecordBroken(l Language) string {
	return l.in("{path} 第 {record} 条记录：{problem}", "{path}, record {record}: {problem}")
}
func NotReplayed(l Language) string {
	return l.in("这条记录无法理解（{problem}）。可能由更新的版本写成；请保留原文件，用新版本打开或恢复副本。", "This record makes no sense here ({problem}). A newer version may have written it: keep the files, and open them with that version or restore a copy.")
}
func NewerRecord(l Language) string {
	return l.in("这条记录的种类“{kind}”本程序不认识：会议文件是更新的版本写的。文件没有动过，请用新版本打开；本程序的版本是 {version}。",
		"This program does not know records of the kind “{kind}”: a newer version wrote the session. Nothing was changed; open it with that version. This one is {version}.")
}
func ListComma(l Language) string { return l.in("、", ", ") }
