package cells

import (
	"shuping/internal/words"
)

// A Code names one thing that is wrong with a file, a sheet or a cell. Codes are
// permanent. The names behind each are its values.
type Code string

// What is wrong with a file.
const (
	TooLarge      Code = "too-large"       // limit, in MiB
	NothingThere  Code = "nothing-there"   //
	WrongEncoding Code = "wrong-encoding"  //
	Damaged       Code = "damaged"         // reason
	Unpacked      Code = "unpacked"        // limit, in MiB
	PartTwice     Code = "part-twice"      // part
	TooManyStyles Code = "too-many-styles" // limit
	HiddenSheet   Code = "hidden-sheet"    // sheet

	OldWorkbook    Code = "old-workbook"  //
	IsLocked       Code = "locked"        //
	IsOpenDocument Code = "open-document" //
	IsBinary       Code = "binary"        //
	IsOtherOffice  Code = "other-office"  //
	IsOldXML       Code = "old-xml"       //
	IsWebPage      Code = "web-page"      //
	IsDocument     Code = "document"      //
	IsPDF          Code = "pdf"           //
	IsPicture      Code = "picture"       //
	IsPacked       Code = "packed"        //
	IsBig5         Code = "big5"          //
)

// Why a sheet could not be read to its end.
const (
	OpenQuote      Code = "open-quote"       //
	TooManyRows    Code = "too-many-rows"    // limit
	TooManyColumns Code = "too-many-columns" // limit
	TooManyCells   Code = "too-many-cells"   // limit
	TooManyMerges  Code = "too-many-merges"  // limit
)

// What is wrong with a cell.
const (
	TooLong       Code = "too-long"       // length, limit
	BadCharacter  Code = "bad-character"  // character
	NotNormal     Code = "not-normal"     // character
	HiddenRow     Code = "hidden-row"     //
	HiddenColumn  Code = "hidden-column"  //
	Covered       Code = "covered"        // range
	Unseen        Code = "unseen"         //
	Masked        Code = "masked"         //
	IsADate       Code = "is-a-date"      //
	IsATruth      Code = "is-a-truth"     //
	IsAnError     Code = "is-an-error"    // text
	NotCalculated Code = "not-calculated" //
)

// sentences says each code in Chinese and in English.
var sentences = map[Code][2]string{
	TooLarge:      {"文件超过 {limit} MiB，请分成几个文件。", "The file is over {limit} MiB; split it."},
	NothingThere:  {"文件里什么都没有。", "There is nothing in the file."},
	WrongEncoding: {"看不出文字编码，请另存为 UTF-8 的 CSV，或 .xlsx。", "Nobody can tell the encoding of the text; save it as CSV in UTF-8, or as .xlsx."},
	Damaged:       {"工作簿损坏，读不下去（{reason}）。请用表格软件打开，另存为 .xlsx 后再试。", "The workbook is damaged ({reason}); open it in a spreadsheet and save it as .xlsx again."},
	Unpacked:      {"工作簿解开后超过 {limit} MiB 或内容过多，请只留下要用的一张表，另存后再试。", "The workbook unpacks to more than {limit} MiB, or to too much; keep the one sheet that is needed and save it anew."},
	PartTwice:     {"工作簿里有两个同名的部分（{part}），别的软件看到的可能是另一张表。请用表格软件打开，另存为 .xlsx 后核对再用。", "The workbook has two parts of one name ({part}), so that other programs may show another sheet; open it in a spreadsheet, save it as .xlsx again and compare."},
	TooManyStyles: {"工作簿的样式超过 {limit} 种，请把要用的表复制到新工作簿里。", "The workbook has more than {limit} styles; copy the sheet into a new workbook."},
	HiddenSheet:   {"工作表“{sheet}”是隐藏的，别的也没有。请取消隐藏。", "The sheet “{sheet}” is hidden, and there is no other; show it."},

	OldWorkbook:    {"这是旧式 .xls（或 .et）工作簿，请另存为 .xlsx。", "This is a workbook of the old form .xls (or .et); save it as .xlsx."},
	IsLocked:       {"这个工作簿加了密码，请去掉打开密码再试。", "The workbook has a password; save it without one."},
	IsOpenDocument: {"这是 .ods 表格，请另存为 .xlsx 或 CSV。", "This is an .ods spreadsheet; save it as .xlsx or CSV."},
	IsBinary:       {"这是二进制工作簿 .xlsb，请另存为 .xlsx。", "This is a binary workbook, .xlsb; save it as .xlsx."},
	IsOtherOffice:  {"这是 Numbers 表格，请导出为 .xlsx 或 CSV。", "This is a spreadsheet of Numbers; export it as .xlsx or CSV."},
	IsOldXML:       {"这是 XML 表格（2003），请用表格软件打开，另存为 .xlsx。", "This is an XML spreadsheet of 2003; open it in a spreadsheet and save it as .xlsx."},
	IsWebPage:      {"这是网页，不是工作簿（有的系统导出时把网页叫作 .xls）。请用表格软件打开，另存为 .xlsx。", "This is a web page and no workbook (some systems call one .xls); open it in a spreadsheet and save it as .xlsx."},
	IsDocument:     {"这是文字处理或演示文稿，不是表格。请把表格复制到表格软件里，存为 .xlsx。", "This is a text document or slides and no table; copy the table into a spreadsheet and save it as .xlsx."},
	IsPDF:          {"这是 PDF，不是表格。请用原来的表格文件。", "This is a PDF and no table; use the spreadsheet that it was made from."},
	IsPicture:      {"这是图片，不是表格。", "This is a picture and no table."},
	IsPacked:       {"这是压缩包，里面没有可读的工作簿。请先解开，再用里面的表格。", "This is an archive without a workbook of its own; unpack it and use the table in it."},
	IsBig5:         {"文字是繁体 Big5 编码，请另存为 UTF-8 的 CSV，或 .xlsx。", "The text is Big5; save it as CSV in UTF-8, or as .xlsx."},

	OpenQuote:      {"引号没有配对，请改正这一行的引号。", "The quotation marks do not match; put those of this line right."},
	TooManyRows:    {"超过 {limit} 行，请分成几个文件。", "There are more than {limit} rows; split the file."},
	TooManyColumns: {"超过 {limit} 列，请删去多余的列。", "There are more than {limit} columns; delete those that are not needed."},
	TooManyCells:   {"超过 {limit} 格，请分成几个文件。", "There are more than {limit} cells; split the file."},
	TooManyMerges:  {"合并的单元格超过 {limit} 处，请取消合并。", "There are more than {limit} merges; undo them."},

	TooLong:       {"有 {length} 个字，最多 {limit} 个，请删短。", "The text has {length} characters, and {limit} are allowed; shorten it."},
	BadCharacter:  {"有不能用的字符：{character}。请删去后重新输入。", "There is a character that cannot be used: {character}; delete it and type again."},
	NotNormal:     {"有不能用的字符：{character}。请重新输入这个字。", "There is a character that cannot be used: {character}; type it anew."},
	HiddenRow:     {"这一行是隐藏的（或高度为 0）。请取消隐藏和筛选，不要的行请删去。", "The row is hidden, or has no height; show it and clear the filter, or delete it."},
	HiddenColumn:  {"这一列是隐藏的（或宽度为 0）。请取消隐藏，不要的列请删去。", "The column is hidden, or has no width; show it, or delete it."},
	Covered:       {"这一格在合并区域 {range} 里被盖住，却有内容。请取消合并，核对后再试。", "The cell lies under the merge {range} and has something in it; undo the merge and look."},
	Unseen:        {"这一格的字与底色相同或小得看不见。请改成看得见的颜色和字号。", "What stands in the cell has the colour of its ground, or is too small to be seen; make it visible."},
	Masked:        {"这一格的数字格式使显示的与存的不同。请把格式改为“常规”。", "The number format of the cell shows something else than what it holds; make the format “General”."},
	IsADate:       {"这一格是日期加时间，不是整天。请改为文本，再重新填写。", "The cell is a time and not a whole day; make it text and type it again."},
	IsATruth:      {"这一格是逻辑值。请改为文本，再重新填写。", "The cell is a truth value; make it text and type it again."},
	IsAnError:     {"这一格的公式出错（{text}），请改正。", "The formula of the cell ends in an error ({text}); put it right."},
	NotCalculated: {"这一格的公式还没有算出结果。请用表格软件打开，保存后再试。", "The formula of the cell was never calculated; open the file in a spreadsheet and save it."},
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

// Faults are all that was found, in the order of the file; never empty where they
// are an error.
type Faults []Fault

// Error is the first of them in English.
func (f Faults) Error() string { return f[0].Error() }

// values takes name, value, name, value.
func values(pairs ...any) map[string]any { return words.Values(pairs...) }
