package intake

import (
	"strings"

	"shuping/internal/cells"
	"shuping/internal/meeting"
	"shuping/internal/words"
)

// A Code names one thing that is wrong with a table, or one reason why there is
// none. Codes are permanent. The names behind each are its values.
type Code string

// What is wrong with the sheet, its heads and its columns.
const (
	NoHeads        Code = "no-heads"        // rows
	NoSuchSheet    Code = "no-such-sheet"   // sheet, sheets
	SeveralSheets  Code = "several-sheets"  // sheets
	UnknownColumn  Code = "unknown-column"  // column, columns
	NoHead         Code = "no-head"         //
	ColumnTwice    Code = "column-twice"    // column, other
	MissingColumn  Code = "missing-column"  // column
	UnknownSubject Code = "unknown-subject" // value, subjects
	BadMerge       Code = "bad-merge"       // range
	TooManyRows    Code = "too-many-rows"   // limit
	IllCell        Code = "cell"            // the cell says why
	Refused        Code = "refused"         // the refusal says why
)

// What is wrong with sheets.
const (
	Questionnaire Code = "questionnaire"  // column
	NamesPeople   Code = "names-people"   // column
	ClassNeeded   Code = "class-needed"   // column, classes
	SubjectNeeded Code = "subject-needed" // column, subjects
	NoSheets      Code = "no-sheets"      //
	EmptyMark     Code = "empty-mark"     // column
	UnknownMark   Code = "unknown-mark"   // value, choices
	MarkOnVoid    Code = "mark-on-void"   // value, reason
	UnknownVoid   Code = "unknown-void"   // value, reasons
	UnknownClass  Code = "unknown-class"  // value, classes
	OtherClass    Code = "other-class"    // value, chosen
	OtherSubject  Code = "other-subject"  // value, chosen
	NoTick        Code = "no-tick"        // value
	NoNumber      Code = "no-number"      // column, value
	NumberJumps   Code = "number-jumps"   // column, value, due
	StrayRow      Code = "stray-row"      // text
	TooMany       Code = "too-many"       // stack, sheets, collected, read
	NoCount       Code = "no-count"       // value
	CountTwice    Code = "count-twice"    // row, label
	CountMissing  Code = "count-missing"  // label
	SumDiffers    Code = "sum-differs"    // column, said, sum
	CountsDiffer  Code = "counts-differ"  // label, sum, other, due
	VoidsNeeded   Code = "voids-needed"   // stack, void, collected, valid, reasons
	AllByPiles    Code = "all-by-piles"   //
	OneIsApart    Code = "one-is-apart"   //
	NoneRead      Code = "none-read"      //
)

// What is wrong with problems.
const (
	NoRows        Code = "no-rows"        //
	NewNeeds      Code = "new-needs"      // column
	UnknownID     Code = "unknown-id"     // value
	Twice         Code = "twice"          // problem, row
	Empty         Code = "empty"          // column
	UnknownOrigin Code = "unknown-origin" // value, origins
	NoDay         Code = "no-day"         // value
	TooLong       Code = "too-long"       // length, limit
	OneLine       Code = "one-line"       //
	EmptyStep     Code = "empty-step"     // day
	UnknownDone   Code = "unknown-done"   // value
	NobodySigned  Code = "nobody-signed"  // value
	IsDone        Code = "is-done"        // problem, done
	UnclearHead   Code = "unclear-head"   // column, head
	SaysTwo       Code = "says-two"       // column, one, other
)

// What is wrong with names.
const (
	NoNames        Code = "no-names"         //
	NoName         Code = "no-name"          // value
	NamesNeedClass Code = "names-need-class" // classes
)

// What is told of a table that is read.
const (
	OldLines        Code = "old-lines"         //
	SheetFound      Code = "sheet-found"       // sheet, rows
	HeadFound       Code = "head-found"        // rows
	RowsAbove       Code = "rows-above"        // rows
	OtherSheets     Code = "other-sheets"      // sheets
	HiddenSheets    Code = "hidden-sheets"     // sheets
	HeadAgain       Code = "head-again"        //
	TitleAgain      Code = "title-again"       // text
	TotalRow        Code = "total-row"         // text
	NoteRow         Code = "note-row"          // text
	AndMore         Code = "and-more"          // count
	ColumnsLeft     Code = "columns-left"      // columns
	ReadAs          Code = "read-as"           // column, head
	Section         Code = "section"           // text
	SeveralProblems Code = "several-problems"  // count
	ForEverybody    Code = "for-everybody"     // value, count
	ForSeveral      Code = "for-several"       // value, count
	LimitUntil      Code = "limit-until"       // value, day
	LimitWithoutDay Code = "limit-without-day" // value
	NothingTicked   Code = "nothing-ticked"    // reading
	TwoTicks        Code = "two-ticks"         // column
	OnlyDigits      Code = "only-digits"       //
	NameTwice       Code = "name-twice"        // name, row
)

// sentences says each code in Chinese and in English.
var sentences = map[Code][2]string{
	NoHeads:        {"前 {rows} 行里没有认得出的表头。请写上表头；用 template 命令可以写出一份空表。", "None of the first {rows} rows has heads that are known; write them. The command template writes an empty table."},
	NoSuchSheet:    {"没有工作表“{sheet}”，有：{sheets}。", "There is no sheet “{sheet}”; there are {sheets}."},
	SeveralSheets:  {"这几张工作表都有认得出的表头：{sheets}。请用 --sheet 写明是哪一张。", "Several sheets have heads that are known: {sheets}; say which with --sheet."},
	UnknownColumn:  {"表头“{column}”不是这份评议表的一列，请改正或删去这一列。可用：{columns}。", "The head “{column}” is no column of this sheet; put it right or delete the column. There are {columns}."},
	NoHead:         {"这一列有内容，却没有表头，请写上表头或删去这一列。", "The column has something in it and no head; write one, or delete the column."},
	ColumnTwice:    {"“{column}”有两列，另一列是{other}，请删去一列。", "“{column}” stands twice, also in {other}; delete one of the two columns."},
	MissingColumn:  {"缺少“{column}”这一列，请补上。", "The column “{column}” is missing; add it."},
	UnknownSubject: {"没有述职人“{value}”，或者不止一位，可用：{subjects}。", "There is no subject “{value}”, or more than one; there are {subjects}."},
	BadMerge:       {"看不出合并区域 {range} 的意思，请取消合并，每格各写各的。", "Nobody can tell what the merge {range} means; undo it and fill in each cell."},
	TooManyRows:    {"超过 {limit} 行，请分成几个文件。", "There are more than {limit} rows; split the file."},
	IllCell:        {"", ""},
	Refused:        {"", ""},

	Questionnaire: {"这是问卷系统导出的答卷（有“{column}”等列），会说出票是谁、什么时候填的，不能录入。请另建一张表：每位述职人一列，只粘贴评价，行的顺序打乱，不带时间、地址和昵称，再录入。", "This is an export of a questionnaire service (it has “{column}” and the like), which tells who filled in a sheet and when. Make another table: a column for each subject, only the marks, the rows shuffled, no times, addresses or names; then import that."},
	NamesPeople:   {"“{column}”一列会说出票是谁填的。评议不记名，请删去这一列。", "The column “{column}” tells who filled in a sheet; the vote is secret, so delete the column."},
	ClassNeeded:   {"评议表分类计数，请加上“{column}”一列，或用 --class 写明是哪一类：{classes}。", "Sheets are counted by class: add the column “{column}”, or say which with --class: {classes}."},
	SubjectNeeded: {"评议表每人一张，请加上“{column}”一列，或用 --subject 写明是哪一位：{subjects}。", "There is a sheet for each subject: add the column “{column}”, or say which with --subject: {subjects}."},
	NoSheets:      {"表头下面没有评议表。", "There is no sheet below the heads."},
	EmptyMark:     {"“{column}”空着。没有填写的请写“弃权”，整张作废的请写明作废原因。", "“{column}” is empty; write 弃权 or 9 where nothing was ticked, or why the whole sheet is void."},
	UnknownMark:   {"没有“{value}”这个选项，可用：{choices}。", "There is no choice “{value}”; there are {choices}."},
	MarkOnVoid:    {"这张已作废（{reason}），却还有“{value}”，请删去其一。", "The sheet is void ({reason}) and still says “{value}”; delete one of the two."},
	UnknownVoid:   {"没有“{value}”这个作废原因，可用：{reasons}。", "There is no reason “{value}” to void a sheet; there are {reasons}."},
	UnknownClass:  {"没有参评类别“{value}”，可用：{classes}。", "There is no class of voters “{value}”; there are {classes}."},
	OtherClass:    {"这张是“{value}”的，而 --class 写的是“{chosen}”。", "The sheet is of “{value}”, and --class says “{chosen}”."},
	OtherSubject:  {"这张评的是“{value}”，而 --subject 写的是“{chosen}”。", "The sheet is about “{value}”, and --subject says “{chosen}”."},
	NoTick:        {"“{value}”不是勾。打勾的写 √，没有打的空着。", "“{value}” is no tick; write √ where there is one and nothing where there is none."},
	NoNumber:      {"“{column}”是“{value}”，不是号码。是评议表的请写上号码，不是的请删去这一行。", "“{column}” is “{value}” and no number; number the row if it is a sheet, or delete it."},
	NumberJumps:   {"“{column}”是 {value}，应当是 {due}：少了或多了评议表。请核对。", "“{column}” is {value} and should be {due}: a sheet is missing, or one too many; compare them."},
	StrayRow:      {"这一行（{text}）不是评议表，也认不出是什么，请改正或删去。", "The row ({text}) is no sheet and nothing else that is known; put it right or delete it."},
	TooMany:       {"{stack}文件里有 {sheets} 张，收回 {collected} 张，已录 {read} 张，放不下。请核对文件和收回数。", "{stack}the file has {sheets} sheets; {collected} were collected and {read} are entered already. Compare the file with the number collected."},
	NoCount:       {"“{value}”不是票数，请写整数。", "“{value}” is no number of sheets; write a whole one."},
	CountTwice:    {"“{label}”在第{row}行已经有了，请删去一行。", "“{label}” stands in row {row} already; delete one of the two."},
	CountMissing:  {"缺少“{label}”的票数，请补上一行。", "The numbers of “{label}” are missing; add a row."},
	SumDiffers:    {"“{column}”写的是 {said}，各项加起来是 {sum}，请核对。", "“{column}” says {said}, and the numbers come to {sum}; compare them."},
	CountsDiffer:  {"“{label}”共 {sum} 张，“{other}”共 {due} 张，应当一样多，请核对。", "“{label}” comes to {sum} sheets and “{other}” to {due}, which should be as many; compare them."},
	VoidsNeeded:   {"{stack}收回 {collected} 张，表里每位 {valid} 张，另外 {void} 张应是整张作废的。请用 --void 写明原因和张数（例如 --void 1={void}），原因：{reasons}。", "{stack}{collected} were collected and the table has {valid}, so {void} should be void; say why and how many with --void (such as --void 1={void}). The reasons are {reasons}."},
	AllByPiles:    {"本轮按堆计数，没有逐张录入，没有可以导出的评议表。", "This round was counted by piles and not sheet by sheet; there is nothing to export."},
	OneIsApart:    {"有的类别按堆计数，有的逐张录入，而各类票数不得单列，导出的评议表会显出一类的票数，所以不能导出。", "Some classes were counted by piles and some sheet by sheet, and the figures of a class may not be told apart; the sheets would tell them, so they are not exported."},
	NoneRead:      {"本轮一张评议表也没有录入，没有可以导出的。", "No sheet was read in this round; there is nothing to export."},

	NoRows:        {"表头下面没有问题。", "There is no problem below the heads."},
	NewNeeds:      {"这是新问题，缺少“{column}”这一列，请补上。", "The problem is new, and the column “{column}” is missing; add it."},
	UnknownID:     {"台账里没有编号“{value}”。新问题的编号请空着。", "There is no problem “{value}” in the ledger; leave the number of a new one empty."},
	Twice:         {"与第{row}行是同一个问题（{problem}），请合并成一行。", "Row {row} is about the same problem ({problem}); make them one."},
	Empty:         {"“{column}”空着，请填写。", "“{column}” is empty; fill it in."},
	UnknownOrigin: {"没有问题来源“{value}”，可用：{origins}。", "There is no origin “{value}”; there are {origins}."},
	NoDay:         {"看不出“{value}”是什么时候，请写成 2024-06-30、2024年6月或 2024年6月底前，没有时限的空着。", "Nobody can tell when “{value}” is; write it as 2024-06-30 or 2024年6月, or leave it empty where there is none."},
	TooLong:       {"有 {length} 个字，最多 {limit} 个，请删短。", "The text has {length} characters, and {limit} are allowed; shorten it."},
	OneLine:       {"这一格要写成一行，几个人用顿号分开。", "The cell must be one line; part several persons by commas."},
	EmptyStep:     {"{day} 后面没有写进展。", "Nothing is said behind {day}."},
	UnknownDone:   {"“{value}”看不出是否销号。请写“整改中”，或“已销号 2024-06-30 姓名”；别的话请写在“进展”里。", "“{value}” does not say whether the problem is signed off; write “open”, or “done 2024-06-30 NAME”. Anything else belongs under progress."},
	NobodySigned:  {"“{value}”没有写谁核实销号。请写成“已销号 2024-06-30 姓名”，或用 --by 写明。", "“{value}” does not say who signed it off; write “done 2024-06-30 NAME”, or say who with --by."},
	IsDone:        {"{problem} 台账里是“{done}”，表里不能改。要退回请用“退回”并写明理由。", "{problem} is “{done}” in the ledger, which a table cannot change; return the problem and say why."},

	UnclearHead: {"不认得表头“{column}”，看来像“{head}”。是的话请改成“{head}”，不是的话请改个名字或删去这一列。", "The head “{column}” is not known and looks like “{head}”. Call it that if it is, or else give it another name or delete the column."},
	SaysTwo:     {"同一个问题的几行里，“{column}”有“{one}”和“{other}”两种，请合成一种或分成几个问题。", "The rows of one problem say “{one}” and “{other}” under “{column}”; make them one, or make several problems."},

	NoNames:        {"表头下面没有姓名。", "There is no name below the heads."},
	NoName:         {"“{value}”不是姓名（姓名里没有数字）。", "“{value}” is no name (which has no digits)."},
	NamesNeedClass: {"请加上“参评类别”一列：{classes}。", "Add a column “class”: {classes}."},

	OldLines:        {"行尾是旧式回车（CR），已照此分行。", "The lines end in CR alone, and were parted there."},
	SheetFound:      {"读的是工作表“{sheet}”，表头在第{rows}行。", "The sheet “{sheet}” is read; its heads stand in row {rows}."},
	HeadFound:       {"表头在第{rows}行。", "The heads stand in row {rows}."},
	RowsAbove:       {"表头上面的第{rows}行没有读。", "Above the heads, row {rows} is not read."},
	OtherSheets:     {"没有读别的工作表：{sheets}。", "Other sheets are not read: {sheets}."},
	HiddenSheets:    {"没有读隐藏的工作表：{sheets}。", "Hidden sheets are not read: {sheets}."},
	HeadAgain:       {"又是表头，没有读。", "The heads again; not read."},
	TitleAgain:      {"又是标题（{text}），没有读。", "The title again ({text}); not read."},
	TotalRow:        {"合计一类的行（{text}），没有读。", "A row that sums up others ({text}); not read."},
	NoteRow:         {"签名、备注一类的行（{text}），没有读。", "A row of signatures or remarks ({text}); not read."},
	AndMore:         {"还有 {count} 处。", "There are {count} more."},
	ColumnsLeft:     {"这些列没有读：{columns}", "These columns were not read: {columns}"},
	ReadAs:          {"“{column}”按“{head}”读。", "“{column}” is read as “{head}”."},
	Section:         {"这一行是小标题（{text}），以下各行都算他的。", "The row is a heading ({text}); the rows below are about him."},
	SeveralProblems: {"一格里列了 {count} 点，按一个问题记；要分开记请一点一行。", "The cell lists {count} points and counts as one problem; write a row for each to part them."},
	ForEverybody:    {"“{value}”：给 {count} 位述职人各记一个。", "“{value}”: one for each of the {count} subjects."},
	ForSeveral:      {"“{value}”：给这 {count} 位述职人各记一个。", "“{value}”: one for each of these {count} subjects."},
	LimitUntil:      {"时限“{value}”按 {day} 提醒，原话写在整改措施后面。", "The time limit “{value}” is due on {day}; its words stand behind the measure."},
	LimitWithoutDay: {"时限“{value}”没有日期，不会到期提醒，原话写在整改措施后面。", "The time limit “{value}” has no day and is never due; its words stand behind the measure."},
	NothingTicked:   {"这一行一个勾也没有，算作：{reading}。", "Nothing is ticked in the row; it counts as {reading}."},
	TwoTicks:        {"“{column}”有两个勾，算作该项无效。", "“{column}” has two ticks and counts as spoiled."},
	OnlyDigits:      {"只有最后这一行全用数字，别的行都是文字；算作等次的序号，如果是合计请删去。", "Only this last row is all digits and the others are words; it counts as numbers of grades. Delete it if it is a sum."},
	NameTwice:       {"“{name}”与第{row}行同名：是两个人请核对，重复的请删去。", "“{name}” stands in row {row} too: see that they are two, or delete one."},
}

// A Fault is one thing that is wrong, and where. Its values are numbers and text
// that stood in a cell, which is safe to show. Where the code is Refused, the
// meeting says in Refusal why the row cannot be taken in; where it is IllCell, Cell
// says what is wrong with one, or with the sheet as a whole.
type Fault struct {
	Code    Code
	At      cells.Place
	Values  map[string]any
	Refusal *meeting.Refusal
	Cell    *cells.Fault
}

const english = "en"

// Error is one sentence in English.
func (f Fault) Error() string { return f.Text(english) }

// Text is one sentence in the language "zh" or "en", behind the place.
func (f Fault) Text(lang string) string {
	switch {
	case f.Refusal != nil:
		return f.Place(lang) + f.Refusal.Error()
	case f.Cell != nil:
		return f.Cell.Text(lang)
	}
	values := make(map[string]any, len(f.Values))
	for name, v := range f.Values {
		switch is := v.(type) {
		case quoted:
			v = brief(string(is))
		case cells.Place:
			v = is.Text(lang)
		case stackName:
			v = cells.Before(string(is), lang)
		case said:
			v = words.Told(is, lang, nil)
		}
		values[name] = v
	}
	return f.Place(lang) + words.Told(sentences[f.Code], lang, values)
}

// Place is where the fault is, as it stands before a sentence.
func (f Fault) Place(lang string) string { return f.At.Before(lang) }

// A quoted value is what stands in a cell; a sentence shows its beginning.
type quoted string

// brief is the beginning of a text, in one line.
func brief(text string) string {
	const most = 40
	text = strings.ReplaceAll(text, "\n", " ")
	if r := []rune(text); len(r) > most {
		return string(r[:most]) + "…"
	}
	return text
}

// Said is a value that stands in Chinese and in English.
type said [2]string

// A stackName is the name of one of several stacks, which stands before a sentence.
type stackName string

// Faults are all that was found, up to [cells.MaxFaults], in the order of the table;
// never empty where it is an error.
type Faults []Fault

// Error is the first of them in English.
func (f Faults) Error() string { return f[0].Error() }

// add takes the values as name, value, name, value.
func (f *Faults) add(at cells.Place, code Code, pairs ...any) {
	if len(*f) < cells.MaxFaults {
		*f = append(*f, Fault{Code: code, At: at, Values: words.Values(pairs...)})
	}
}

// find adds what is to be told, each thing once. Of too many the last says how many
// more there are.
func (f *Faults) find(at cells.Place, code Code, pairs ...any) {
	n := len(*f)
	switch {
	case n > 0 && (*f)[n-1].Code == code && (*f)[n-1].At == at:
	case n < cells.MaxFaults:
		f.add(at, code, pairs...)
	case n == cells.MaxFaults:
		*f = append(*f, Fault{Code: AndMore, Values: words.Values("count", 1)})
	default:
		(*f)[n-1].Values["count"] = (*f)[n-1].Values["count"].(int) + 1
	}
}
