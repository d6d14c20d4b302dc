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

const (
	NoHeads        Code = "no-heads"        // columns
	UnknownColumn  Code = "unknown-column"  // column, columns
	NoHead         Code = "no-head"         //
	ColumnTwice    Code = "column-twice"    // column, other
	MissingColumn  Code = "missing-column"  // column
	UnknownSubject Code = "unknown-subject" // value, subjects
	Refused        Code = "refused"         // the refusal says why

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
	TooMany       Code = "too-many"       // stack, sheets, collected, read
	AllByPiles    Code = "all-by-piles"   //
	OneIsApart    Code = "one-is-apart"   //
	NoneRead      Code = "none-read"      //

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
)

// sentences says each code in Chinese and in English.
var sentences = map[Code][2]string{
	NoHeads:        {"前十行里没有表头。请写上表头，可用：{columns}。", "None of the first ten rows has the heads; write them. There are {columns}."},
	UnknownColumn:  {"表头“{column}”不是这份评议表的一列，请改正或删去这一列。可用：{columns}。", "The head “{column}” is no column of this sheet; put it right or delete the column. There are {columns}."},
	NoHead:         {"这一列有内容，却没有表头，请写上表头或删去这一列。", "The column has something in it and no head; write one, or delete the column."},
	ColumnTwice:    {"“{column}”有两列，另一列是{other}，请删去一列。", "“{column}” stands twice, also in {other}; delete one of the two columns."},
	MissingColumn:  {"缺少“{column}”这一列，请补上。", "The column “{column}” is missing; add it."},
	UnknownSubject: {"没有述职人“{value}”，或者不止一位，可用：{subjects}。", "There is no subject “{value}”, or more than one; there are {subjects}."},
	Refused:        {"", ""},

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
	TooMany:       {"{stack}文件里有 {sheets} 张，收回 {collected} 张，已录 {read} 张，放不下。请核对文件和收回数。", "{stack}the file has {sheets} sheets; {collected} were collected and {read} are entered already. Compare the file with the number collected."},
	AllByPiles:    {"本轮按堆计数，没有逐张录入，没有可以导出的评议表。", "This round was counted by piles and not sheet by sheet; there is nothing to export."},
	OneIsApart:    {"有的类别按堆计数，有的逐张录入，而各类票数不得单列，导出的评议表会显出一类的票数，所以不能导出。", "Some classes were counted by piles and some sheet by sheet, and the figures of a class may not be told apart; the sheets would tell them, so they are not exported."},
	NoneRead:      {"本轮一张评议表也没有录入，没有可以导出的。", "No sheet was read in this round; there is nothing to export."},

	NoRows:        {"表头下面没有问题。", "There is no problem below the heads."},
	NewNeeds:      {"这是新问题，缺少“{column}”这一列，请补上。", "The problem is new, and the column “{column}” is missing; add it."},
	UnknownID:     {"台账里没有编号“{value}”。新问题的编号请空着。", "There is no problem “{value}” in the ledger; leave the number of a new one empty."},
	Twice:         {"与第{row}行是同一个问题（{problem}），请合并成一行。", "Row {row} is about the same problem ({problem}); make them one."},
	Empty:         {"“{column}”空着，请填写。", "“{column}” is empty; fill it in."},
	UnknownOrigin: {"没有问题来源“{value}”，可用：{origins}。", "There is no origin “{value}”; there are {origins}."},
	NoDay:         {"“{value}”不是日期，请写成 2024-06-30、2024年6月30日或 2024.6.30，没有时限的空着。", "“{value}” is not a day; write it as 2024-06-30, or leave it empty where there is none."},
	TooLong:       {"有 {length} 个字，最多 {limit} 个，请删短。", "The text has {length} characters, and {limit} are allowed; shorten it."},
	OneLine:       {"这一格要写成一行，几个人用顿号分开。", "The cell must be one line; part several persons by commas."},
	EmptyStep:     {"{day} 后面没有写进展。", "Nothing is said behind {day}."},
	UnknownDone:   {"“{value}”看不出是否销号。请写“整改中”，或“已销号 2024-06-30 姓名”；别的话请写在“进展”里。", "“{value}” does not say whether the problem is signed off; write “open”, or “done 2024-06-30 NAME”. Anything else belongs under progress."},
	NobodySigned:  {"“{value}”没有写谁核实销号。请写成“已销号 2024-06-30 姓名”，或用 --by 写明。", "“{value}” does not say who signed it off; write “done 2024-06-30 NAME”, or say who with --by."},
	IsDone:        {"{problem} 台账里是“{done}”，表里不能改。要退回请用“退回”并写明理由。", "{problem} is “{done}” in the ledger, which a table cannot change; return the problem and say why."},
}

// A Fault is one thing that is wrong, and where. Its values are numbers and text
// that stood in a cell, which is safe to show. Where the code is Refused, the
// meeting says in Refusal why the row cannot be taken in.
type Fault struct {
	Code    Code
	At      cells.Place
	Values  map[string]any
	Refusal *meeting.Refusal
}

const english = "en"

// Error is one sentence in English.
func (f Fault) Error() string { return f.Text(english) }

// Text is one sentence in the language "zh" or "en", behind the place.
func (f Fault) Text(lang string) string {
	if f.Refusal != nil {
		return f.Place(lang) + f.Refusal.Error()
	}
	values := make(map[string]any, len(f.Values))
	for name, v := range f.Values {
		switch said := v.(type) {
		case quoted:
			v = brief(string(said))
		case cells.Place:
			v = said.Text(lang)
		case stackName:
			v = cells.Before(string(said), lang)
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
