package cells

import (
	"shuping/internal/words"
)

// A Code names one thing that is wrong with a file. Codes are permanent. The
// names behind each are its values.
type Code string

const (
	TooLarge       Code = "too-large"        // limit, in MiB
	NothingThere   Code = "nothing-there"    //
	OldWorkbook    Code = "old-workbook"     //
	WrongEncoding  Code = "wrong-encoding"   //
	OpenQuote      Code = "open-quote"       //
	TooManyRows    Code = "too-many-rows"    // limit
	TooManyColumns Code = "too-many-columns" // limit
	TooManyCells   Code = "too-many-cells"   // limit
	TooLong        Code = "too-long"         // length, limit
	BadCharacter   Code = "bad-character"    // character
	LineBreak      Code = "line-break"       //
	NotNormal      Code = "not-normal"       // character

	Damaged       Code = "damaged"        // reason
	Unpacked      Code = "unpacked"       // limit, in MiB
	NotAWorkbook  Code = "not-a-workbook" //
	HiddenSheet   Code = "hidden-sheet"   // sheet
	HiddenRow     Code = "hidden-row"     //
	HiddenColumn  Code = "hidden-column"  //
	IsADate       Code = "is-a-date"      //
	IsATruth      Code = "is-a-truth"     //
	IsAnError     Code = "is-an-error"    // text
	NotCalculated Code = "not-calculated" //
)

// Codes lists every code with the names of its values.
var Codes = map[Code][]string{
	TooLarge: {"limit"}, NothingThere: {}, OldWorkbook: {}, WrongEncoding: {}, OpenQuote: {},
	TooManyRows: {"limit"}, TooManyColumns: {"limit"}, TooManyCells: {"limit"},
	TooLong: {"length", "limit"}, BadCharacter: {"character"}, LineBreak: {}, NotNormal: {"character"},
	Damaged: {"reason"}, Unpacked: {"limit"}, NotAWorkbook: {}, HiddenSheet: {"sheet"},
	HiddenRow: {}, HiddenColumn: {}, IsADate: {}, IsATruth: {}, IsAnError: {"text"}, NotCalculated: {},
}

// sentences says each code in Chinese and in English.
var sentences = map[Code][2]string{
	TooLarge:       {"文件超过 {limit} MiB，请分成几个文件。", "The file is over {limit} MiB; split it."},
	NothingThere:   {"文件里什么都没有。", "There is nothing in the file."},
	OldWorkbook:    {"这是旧式 .xls 或加了密码的工作簿，请另存为不加密的 .xlsx。", "This is an old .xls workbook, or one with a password; save it as .xlsx without one."},
	WrongEncoding:  {"文字编码是 UTF-16，请另存为 UTF-8 的 CSV。", "The text is UTF-16; save it as CSV in UTF-8."},
	OpenQuote:      {"引号没有配对，请改正这一行的引号。", "The quotation marks do not match; put those of this line right."},
	TooManyRows:    {"超过 {limit} 行，请分成几个文件。", "There are more than {limit} rows; split the file."},
	TooManyColumns: {"超过 {limit} 列，请删去多余的列。", "There are more than {limit} columns; delete those that are not needed."},
	TooManyCells:   {"超过 {limit} 格，请分成几个文件。", "There are more than {limit} cells; split the file."},
	TooLong:        {"有 {length} 个字，最多 {limit} 个，请删短。", "The text has {length} characters, and {limit} are allowed; shorten it."},
	BadCharacter:   {"有不能用的字符：{character}。请删去后重新输入。", "There is a character that cannot be used: {character}; delete it and type again."},
	LineBreak:      {"格子里有换行，请改成一行。", "There is a line break in the cell; make it one line."},
	NotNormal:      {"有不能用的字符：{character}。请重新输入这个字。", "There is a character that cannot be used: {character}; type it anew."},
	Damaged:        {"工作簿损坏，读不下去（{reason}）。请用表格软件打开，另存为 .xlsx 后再试。", "The workbook is damaged ({reason}); open it in a spreadsheet and save it as .xlsx again."},
	Unpacked:       {"工作簿解开后超过 {limit} MiB，请只留下要用的一张表，另存后再试。", "The workbook unpacks to more than {limit} MiB; keep the one sheet that is needed and save it anew."},
	NotAWorkbook:   {"不是 .xlsx 工作簿，也不是文字表格。", "This is neither an .xlsx workbook nor a table of text."},
	HiddenSheet:    {"第一张工作表“{sheet}”是隐藏的。请取消隐藏，或把要用的表移到最前面。", "The first sheet, “{sheet}”, is hidden; show it, or move the one that is meant to the front."},
	HiddenRow:      {"这一行是隐藏的。请取消隐藏和筛选，不要的行请删去。", "The row is hidden; show it and clear the filter, or delete it."},
	HiddenColumn:   {"这一列是隐藏的。请取消隐藏，不要的列请删去。", "The column is hidden; show it, or delete it."},
	IsADate:        {"这一格是日期或时间。请把格式改为文本，再重新填写。", "The cell is a date or a time; make it text and type it again."},
	IsATruth:       {"这一格是逻辑值。请改为文本，再重新填写。", "The cell is a truth value; make it text and type it again."},
	IsAnError:      {"这一格的公式出错（{text}），请改正。", "The formula of the cell ends in an error ({text}); put it right."},
	NotCalculated:  {"这一格的公式还没有算出结果。请用表格软件打开，保存后再试。", "The formula of the cell was never calculated; open the file in a spreadsheet and save it."},
}

// A Fault is one thing that is wrong, and where. Its values are numbers and text
// that is safe to show.
type Fault struct {
	Code   Code
	At     Place
	Values map[string]any
}

const english = "en"

// Error is one sentence in English.
func (f Fault) Error() string { return f.Text(english) }

// Text is one sentence in the language "zh" or "en", behind the place.
func (f Fault) Text(lang string) string {
	return f.At.Before(lang) + words.Told(sentences[f.Code], lang, f.Values)
}

// Faults are all that was found, in the order of the file; never empty.
type Faults []Fault

// Error is the first of them in English.
func (f Faults) Error() string { return f[0].Error() }

// fault takes the values as name, value, name, value.
func (r *reader) fault(at Place, code Code, pairs ...any) {
	if r.done() {
		return
	}
	r.faults = append(r.faults, Fault{Code: code, At: at, Values: words.Values(pairs...)})
}
