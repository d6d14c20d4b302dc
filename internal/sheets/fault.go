package sheets

import (
	"shuping/internal/cells"
	"shuping/internal/tally"
	"shuping/internal/words"
)

// A Code names one thing that is wrong with a table of sheets, or one reason why
// there is none. Codes are permanent. The names behind each are its values.
type Code string

const (
	UnknownColumn Code = "unknown-column"  // column, columns
	NoHead        Code = "no-head"         //
	ColumnTwice   Code = "column-twice"    // column, other
	MissingColumn Code = "missing-column"  // column
	ClassNeeded   Code = "class-needed"    // column, classes
	SubjectNeeded Code = "subject-needed"  // column, subjects
	NoSheets      Code = "no-sheets"       //
	EmptyMark     Code = "empty-mark"      // column
	UnknownMark   Code = "unknown-mark"    // value, choices
	MarkOnVoid    Code = "mark-on-void"    // value, reason
	UnknownVoid   Code = "unknown-void"    // value, reasons
	UnknownClass  Code = "unknown-class"   // value, classes
	UnknownName   Code = "unknown-subject" // value, subjects
	OtherClass    Code = "other-class"     // value, chosen
	OtherSubject  Code = "other-subject"   // value, chosen
	TooMany       Code = "too-many"        // stack, sheets, collected, read

	AllByPiles Code = "all-by-piles" //
	OneIsApart Code = "one-is-apart" //
	NoneRead   Code = "none-read"    //
)

// Codes lists every code with the names of its values.
var Codes = map[Code][]string{
	UnknownColumn: {"column", "columns"}, NoHead: {}, ColumnTwice: {"column", "other"}, MissingColumn: {"column"},
	ClassNeeded: {"column", "classes"}, SubjectNeeded: {"column", "subjects"}, NoSheets: {},
	EmptyMark: {"column"}, UnknownMark: {"value", "choices"}, MarkOnVoid: {"value", "reason"},
	UnknownVoid: {"value", "reasons"}, UnknownClass: {"value", "classes"}, UnknownName: {"value", "subjects"},
	OtherClass: {"value", "chosen"}, OtherSubject: {"value", "chosen"},
	TooMany: {"stack", "sheets", "collected", "read"}, AllByPiles: {}, OneIsApart: {}, NoneRead: {},
}

// sentences says each code in Chinese and in English.
var sentences = map[Code][2]string{
	UnknownColumn: {"表头“{column}”不是这份评议表的一列，请改正或删去这一列。可用：{columns}。", "The head “{column}” is no column of this sheet; put it right or delete the column. There are {columns}."},
	NoHead:        {"这一列有内容，却没有表头，请写上表头或删去这一列。", "The column has something in it and no head; write one, or delete the column."},
	ColumnTwice:   {"“{column}”有两列，另一列是{other}，请删去一列。", "“{column}” stands twice, also in {other}; delete one of the two columns."},
	MissingColumn: {"缺少“{column}”这一列，请补上。", "The column “{column}” is missing; add it."},
	ClassNeeded:   {"评议表分类计数，请加上“{column}”一列，或用 --class 写明是哪一类：{classes}。", "Sheets are counted by class: add the column “{column}”, or say which with --class: {classes}."},
	SubjectNeeded: {"评议表每人一张，请加上“{column}”一列，或用 --subject 写明是哪一位：{subjects}。", "There is a sheet for each subject: add the column “{column}”, or say which with --subject: {subjects}."},
	NoSheets:      {"表头下面没有评议表。", "There is no sheet below the heads."},
	EmptyMark:     {"“{column}”空着。没有填写的请写“弃权”，整张作废的请写明作废原因。", "“{column}” is empty; write 弃权 or 9 where nothing was ticked, or why the whole sheet is void."},
	UnknownMark:   {"没有“{value}”这个选项，可用：{choices}。", "There is no choice “{value}”; there are {choices}."},
	MarkOnVoid:    {"这张已作废（{reason}），却还有“{value}”，请删去其一。", "The sheet is void ({reason}) and still says “{value}”; delete one of the two."},
	UnknownVoid:   {"没有“{value}”这个作废原因，可用：{reasons}。", "There is no reason “{value}” to void a sheet; there are {reasons}."},
	UnknownClass:  {"没有参评类别“{value}”，可用：{classes}。", "There is no class of voters “{value}”; there are {classes}."},
	UnknownName:   {"没有述职人“{value}”，可用：{subjects}。", "There is no subject “{value}”; there are {subjects}."},
	OtherClass:    {"这张是“{value}”的，而 --class 写的是“{chosen}”。", "The sheet is of “{value}”, and --class says “{chosen}”."},
	OtherSubject:  {"这张评的是“{value}”，而 --subject 写的是“{chosen}”。", "The sheet is about “{value}”, and --subject says “{chosen}”."},
	TooMany:       {"{stack}文件里有 {sheets} 张，收回 {collected} 张，已录 {read} 张，放不下。请核对文件和收回数。", "{stack}the file has {sheets} sheets; {collected} were collected and {read} are entered already. Compare the file with the number collected."},
	AllByPiles:    {"本轮按堆计数，没有逐张录入，没有可以导出的评议表。", "This round was counted by piles and not sheet by sheet; there is nothing to export."},
	OneIsApart:    {"有的类别按堆计数，有的逐张录入，而各类票数不得单列，导出的评议表会显出一类的票数，所以不能导出。", "Some classes were counted by piles and some sheet by sheet, and the figures of a class may not be told apart; the sheets would tell them, so they are not exported."},
	NoneRead:      {"本轮一张评议表也没有录入，没有可以导出的。", "No sheet was read in this round; there is nothing to export."},
}

// A Fault is one thing that is wrong, and where. Its values are numbers and text
// that stood in a cell, which is safe to show.
type Fault struct {
	Code   Code
	At     cells.Place
	Values map[string]any
}

// Error is one sentence in English.
func (f Fault) Error() string { return f.Text(tally.English) }

// Text is one sentence in the language l, behind the place.
func (f Fault) Text(l tally.Language) string {
	values := make(map[string]any, len(f.Values))
	for name, v := range f.Values {
		switch said := v.(type) {
		case cellText:
			v = short(string(said))
		case cells.Place:
			v = said.Text(string(l))
		case stackName:
			v = cells.Before(string(said), string(l))
		}
		values[name] = v
	}
	return f.At.Before(string(l)) + words.Told(sentences[f.Code], string(l), values)
}

// cellText is what stands in a cell; a sentence shows its beginning.
type cellText string

// short is the beginning of a text.
func short(text string) string {
	const most = 60
	if r := []rune(text); len(r) > most {
		return string(r[:most]) + "…"
	}
	return text
}

// stackName is the name of one of several stacks, which stands before a sentence.
type stackName string

// Faults are all that was found, up to [cells.MaxFaults], in the order of the
// table; never empty.
type Faults []Fault

// Error is the first of them in English.
func (f Faults) Error() string { return f[0].Error() }

// newFault takes the values as name, value, name, value.
func newFault(at cells.Place, code Code, pairs ...any) Fault {
	return Fault{Code: code, At: at, Values: words.Values(pairs...)}
}
