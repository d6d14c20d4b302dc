package private

import (
	"shuping/internal/words"
)

// A Code names why a drawer was not opened or saved. Codes are permanent. The
// names behind each are its values.
type Code string

const (
	Newer    Code = "newer"      // path, schema
	NotAFile Code = "not-a-file" // path
	TooLarge Code = "too-large"  // limit, in MiB
	TooLong  Code = "too-long"   // length, limit
	TooMany  Code = "too-many"   // lines, limit
	BadText  Code = "bad-text"   // position
	BadVisit Code = "bad-visit"  // visit
	ReadBack Code = "read-back"  // path
	Damaged  Code = "damaged"    // path
)

// Codes lists every code with the names of its values.
var Codes = map[Code][]string{
	Newer: {"path", "schema"}, NotAFile: {"path"}, TooLarge: {"limit"}, TooLong: {"length", "limit"},
	TooMany: {"lines", "limit"}, BadText: {"position", "character"}, BadVisit: {"visit"}, ReadBack: {"path"}, Damaged: {"path"},
}

// sentences says each code in Chinese and in English.
var sentences = map[Code][2]string{
	Newer:    {"{path} 是新版程序写的（{schema}），请用新版打开。", "{path} was written by a newer version ({schema}); open it with that."},
	NotAFile: {"{path} 不是普通文件，请移开后再试。", "{path} is not a plain file; move it away and try again."},
	TooLarge: {"调研记录、点评准备和草稿合计超过 {limit} MiB，没有保存，请删去一些。", "Visits, comments and drafts together are over {limit} MiB and were not saved; take something out."},
	TooLong:  {"有 {length} 个字，最多 {limit} 个，没有保存，请删短。", "The text has {length} characters, and {limit} are allowed; it was not saved. Shorten it."},
	TooMany:  {"点评准备有 {lines} 条，最多 {limit} 条，没有保存，请删去一些。", "There are {lines} prepared comments, and {limit} are allowed; they were not saved. Take some out."},
	BadText:  {"第 {position} 个字不能用：{character}。没有保存，请删去。", "Character {position} cannot be used: {character}. The text was not saved; delete it."},
	BadVisit: {"第 {visit} 条调研记录的编号重复或不在顺序中，没有保存。", "Visit {visit} has a number that is taken or out of order; nothing was saved."},
	Damaged:  {"{path} 损坏，或者正在写入；请关闭会议后再试，或从备份找回。", "{path} is damaged, or just being written; close the meeting and try again, or bring it back from a copy."},
	ReadBack: {"{path} 写好后读回不符，没有保存；请检查磁盘后再试。", "{path} does not read back as it was written and was not saved; check the disk and try again."},
}

// A Fault is why a drawer was not opened or saved. Its values are numbers and
// paths.
type Fault struct {
	Code   Code
	Values map[string]any
}

const english = "en"

// Error is one sentence in English.
func (f *Fault) Error() string { return f.Text(english) }

// Text is one sentence in the language "zh" or "en".
func (f *Fault) Text(lang string) string { return words.Told(sentences[f.Code], lang, f.Values) }

// A Note tells that a damaged drawer was put aside.
type Note struct {
	Path string // the drawer
	Kept string // where its bytes lie now
}

// Text is one sentence in the language "zh" or "en".
func (n Note) Text(lang string) string {
	return words.Told([2]string{
		"{path} 损坏，调研记录、点评准备和草稿读不出来；原文件已留作 {kept}，现在是空的。请从备份找回。",
		"{path} is damaged: visits, comments and drafts cannot be read. Its bytes are kept as {kept}, and the drawer is empty now; bring them back from a copy.",
	}, lang, words.Values("path", n.Path, "kept", n.Kept))
}

// fault takes the values as name, value, name, value.
func fault(code Code, pairs ...any) *Fault {
	return &Fault{Code: code, Values: words.Values(pairs...)}
}
