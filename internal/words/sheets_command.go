package words

// The commands about files of sheets.

func FlagSheetsBy(l Language) string {
	return l.in("谁对这次计票负责（姓名）；复核或抽查须由别人做", "who answers for this count (a name); somebody else must confirm it")
}
func FlagSheetsClass(l Language) string {
	return l.in("文件里的评议表都是这一类参评人的（代号）", "all sheets of the file are of this class of voters (its ID)")
}
func FlagSheetsSubject(l Language) string {
	return l.in("文件里的评议表都是评这一位述职人的（代号）", "all sheets of the file are about this subject (the ID)")
}

func FlagSheetsVoid(l Language) string {
	return l.in("表里是票数时，无效的原因和张数，如 1=2；可以写几次", "of a table of counts, how many sheets are void for which reason, such as 1=2; may be given again")
}
func FlagSheetsYes(l Language) string {
	return l.in("看过了，不再询问；有没有读的行或拿不准的写法时，不在终端上运行必须加", "it was looked at, ask nothing; needed without a terminal where rows were left out or are in doubt")
}
func FlagTableSheet(l Language) string {
	return l.in("读工作簿里的这一张工作表（几张都有表头时）", "read this sheet of the workbook, where several have heads")
}

func SheetsFirst(l Language) string     { return l.in("第{row}行：{says}", "row {row}: {says}") }
func SheetsVoidTotal(l Language) string { return l.in("整张无效", "void sheets") }
func SheetsAsk(l Language) string {
	return l.in("核对无误，录入吗？（y 录入，其他不录）", "Is this right, and shall it be entered? (y enters it, anything else does not) ")
}
func SheetsNotEntered(l Language) string {
	return l.in("没有录入。", "Nothing was entered.")
}
func SheetsNeedsYes(l Language) string {
	return l.in("{path}：有没有读的内容或拿不准的写法，已逐条列出；核对无误后加 --yes 再运行一次，一张也没有录入。", "{path}: something was not read or is in doubt, listed above; run it again with --yes if it is right. No sheet was entered.")
}
func SheetsBadVoid(l Language) string {
	return l.in("--void 的“{value}”看不懂，请写成 原因=张数，如 1=2。", "--void {value} is not understood; write REASON=N, such as 1=2.")
}

func SheetsShape(l Language, code string) string { return sheetsShapes[code].in(l) }

var sheetsShapes = table{
	"marks":  {"{path}：一行一张，共 {sheets} 张。", "{path}: a row a sheet, {sheets} sheets."},
	"ticks":  {"{path}：一行一张、打勾，共 {sheets} 张。", "{path}: a row a sheet, ticked, {sheets} sheets."},
	"counts": {"{path}：一行一位的票数，共 {sheets} 张。", "{path}: numbers of sheets a subject, {sheets} sheets."},
}

func SheetsPiled(l Language) string {
	return l.in("{path}：{sheets} 张，已作为分堆计票录入。", "{path}: {sheets} sheets, entered as a count by piles.")
}

func PilesPending(l Language, code string) string { return pilesPendings[code].in(l) }

var pilesPendings = table{
	"offered":      {"还可以由第二人再分堆计一遍；方案没有规定必须做。", "Another person may still count the piles again; the plan does not demand it."},
	"second-entry": {"还须由别人再分堆计一遍，才能结束计票。", "Somebody else must still count the piles again before the count can be closed."},
	"spot-check":   {"还须由别人再分堆计一遍，才能结束计票。", "Somebody else must still count the piles again before the count can be closed."},
	"either":       {"还须由别人再分堆计一遍，才能结束计票。", "Somebody else must still count the piles again before the count can be closed."},
}

func SheetsFaults(l Language) string {
	return l.in("{path}：有 {count} 处错误，已逐条列出；一张也没有录入。", "{path}: faults, listed above: {count}; no sheet was entered.")
}
func SheetsMoreFaults(l Language) string {
	return l.in("{path}：至少有 {count} 处错误，列出了前 {count} 处；一张也没有录入。", "{path}: at least {count} faults, the first {count} of them listed above; no sheet was entered.")
}
func SheetsAgain(l Language) string {
	return l.in("{path} 已经录入过，从第 {bundle} 组起就是它；不能再录一次。", "{path} was entered already, from bundle {bundle} on, and is not entered twice.")
}
func SheetsImported(l Language) string {
	return l.in("{path}：录入 {sheets} 张，{bundles} 组（第 {first} 到 {last} 组），算一次录入。", "{path}: entered {sheets} sheets in {bundles} bundles ({first} to {last}), as one entry.")
}

func SheetsPending(l Language, code string) string { return sheetsPendings[code].in(l) }

var sheetsPendings = table{
	"offered":      {"每组还可以复核或抽查；方案没有规定必须做。", "Each bundle may still be keyed again or checked by a draw; the plan does not demand it."},
	"second-entry": {"每组还须由别人复核，才能结束计票。", "Somebody else must still key each bundle again before the count can be closed."},
	"spot-check":   {"每组还须抽查或由别人复核，才能结束计票。", "Each bundle must still be checked by a draw, or keyed again by somebody else, before the count can be closed."},
	"either":       {"每组还须由别人复核，或者抽查，才能结束计票。", "Each bundle must still be keyed again by somebody else, or checked by a draw, before the count can be closed."},
}

func SheetsSheet(l Language) string { return l.in("评议表", "sheets") }
func SheetsByPiles(l Language) string {
	return l.in("{stack}按堆计数，没有逐张录入，不在文件里。", "{stack} was counted by piles and not sheet by sheet; it is not in the file.")
}
func SheetsHidden(l Language) string {
	return l.in("有的类别票数太少，各类不单列：文件里没有类别和组号，并且按内容重新排列。", "A class has too few sheets to be told apart: the file has neither classes nor bundles, and its rows are sorted by what they say.")
}
func SheetsNoBundles(l Language) string {
	return l.in("{path} 还没有封好的组。", "{path} has no closed bundle yet.")
}

// The cover line of a bundle, column by column, behind its name.

func SheetsCoverSheets(l Language) string { return l.in("{sheets} 张", "{sheets} sheets") }
func SheetsCoverKeyed(l Language) string  { return l.in("录入 {by}", "keyed by {by}") }
func SheetsCoverFile(l Language) string {
	return l.in("录入 {by}（文件 {file}）", "entered by {by} from {file}")
}
func SheetsNobody(l Language) string      { return l.in("未写明", "(not said)") }
func SheetsUnconfirmed(l Language) string { return l.in("未重录，未抽查", "not confirmed") }

func SheetsConfirmed(l Language, code string) string { return sheetsConfirmeds[code].in(l) }

var sheetsConfirmeds = table{
	"second-entry": {"复核 {checker}", "keyed again by {checker}"},
	"spot-check":   {"抽查 {checker}（骰子 {dice}）", "drawn sheets read by {checker} (dice {dice})"},
}

func SheetsCoverDiffered(l Language) string {
	return l.in("，不一致 {differed} 张，认定 {ruled} 张", "; {differed} differed, {ruled} ruled on")
}
