package ledger

import (
	"strings"

	"shuping/internal/cells"
	"shuping/internal/meeting"
	"shuping/internal/words"
)

// A Code names one thing that is wrong with a table. Codes are permanent. The names
// behind each are its values.
type Code string

const (
	NoHeads        Code = "no-heads"        // columns
	ColumnTwice    Code = "column-twice"    // column, other
	MissingColumn  Code = "missing-column"  // column
	NoRows         Code = "no-rows"         //
	UnknownID      Code = "unknown-id"      // value
	Twice          Code = "twice"           // problem, row
	Empty          Code = "empty"           // column
	UnknownSubject Code = "unknown-subject" // value, subjects
	UnknownOrigin  Code = "unknown-origin"  // value, origins
	NoDay          Code = "no-day"          // value
	TooLong        Code = "too-long"        // length, limit
	OneLine        Code = "one-line"        //
	EmptyStep      Code = "empty-step"      // day
	UnknownDone    Code = "unknown-done"    // value
	NobodySigned   Code = "nobody-signed"   // value
	IsDone         Code = "is-done"         // problem, done
	Refused        Code = "refused"         // the refusal says why
)

// Codes lists every code with the names of its values.
var Codes = map[Code][]string{
	NoHeads: {"columns"}, ColumnTwice: {"column", "other"}, MissingColumn: {"column"}, NoRows: {},
	UnknownID: {"value"}, Twice: {"problem", "row"}, Empty: {"column"}, UnknownSubject: {"value", "subjects"},
	UnknownOrigin: {"value", "origins"}, NoDay: {"value"}, TooLong: {"length", "limit"}, OneLine: {},
	EmptyStep: {"day"}, UnknownDone: {"value"}, NobodySigned: {"value"}, IsDone: {"problem", "done"}, Refused: {},
}

// sentences says each code in Chinese and in English.
var sentences = map[Code][2]string{
	NoHeads:        {"前十行里没有表头。请写上表头，可用：{columns}。", "None of the first ten rows has the heads; write them. There are {columns}."},
	ColumnTwice:    {"“{column}”有两列，另一列是{other}，请删去一列。", "“{column}” stands twice, also in {other}; delete one of the two columns."},
	MissingColumn:  {"这是新问题，缺少“{column}”这一列，请补上。", "The problem is new, and the column “{column}” is missing; add it."},
	NoRows:         {"表头下面没有问题。", "There is no problem below the heads."},
	UnknownID:      {"台账里没有编号“{value}”。新问题的编号请空着。", "There is no problem “{value}” in the ledger; leave the number of a new one empty."},
	Twice:          {"与第{row}行是同一个问题（{problem}），请合并成一行。", "Row {row} is about the same problem ({problem}); make them one."},
	Empty:          {"“{column}”空着，请填写。", "“{column}” is empty; fill it in."},
	UnknownSubject: {"没有述职人“{value}”，或者不止一位，可用：{subjects}。", "There is no subject “{value}”, or more than one; there are {subjects}."},
	UnknownOrigin:  {"没有问题来源“{value}”，可用：{origins}。", "There is no origin “{value}”; there are {origins}."},
	NoDay:          {"“{value}”不是日期，请写成 2024-06-30、2024年6月30日或 2024.6.30，没有时限的空着。", "“{value}” is not a day; write it as 2024-06-30, or leave it empty where there is none."},
	TooLong:        {"有 {length} 个字，最多 {limit} 个，请删短。", "The text has {length} characters, and {limit} are allowed; shorten it."},
	OneLine:        {"这一格要写成一行，几个人用顿号分开。", "The cell must be one line; part several persons by commas."},
	EmptyStep:      {"{day} 后面没有写进展。", "Nothing is said behind {day}."},
	UnknownDone:    {"“{value}”看不出是否销号。请写“整改中”，或“已销号 2024-06-30 姓名”；别的话请写在“进展”里。", "“{value}” does not say whether the problem is signed off; write “open”, or “done 2024-06-30 NAME”. Anything else belongs under progress."},
	NobodySigned:   {"“{value}”没有写谁核实销号。请写成“已销号 2024-06-30 姓名”，或用 --by 写明。", "“{value}” does not say who signed it off; write “done 2024-06-30 NAME”, or say who with --by."},
	IsDone:         {"{problem} 台账里是“{done}”，表里不能改。要退回请用“退回”并写明理由。", "{problem} is “{done}” in the ledger, which a table cannot change; return the problem and say why."},
	Refused:        {"", ""},
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
		case cell:
			v = short(string(said))
		case cells.Place:
			v = said.Text(lang)
		}
		values[name] = v
	}
	return f.Place(lang) + words.Told(sentences[f.Code], lang, values)
}

// Place is where the fault is, as it stands before a sentence.
func (f Fault) Place(lang string) string { return f.At.Before(lang) }

// A cell is what stands in one; a sentence shows its beginning.
type cell string

func short(text string) string {
	const most = 40
	text = strings.ReplaceAll(text, "\n", " ")
	if r := []rune(text); len(r) > most {
		return string(r[:most]) + "…"
	}
	return text
}

// Faults are all that was found, up to [cells.MaxFaults], in the order of the table;
// never empty.
type Faults []Fault

// Error is the first of them in English.
func (f Faults) Error() string { return f[0].Error() }
