package attached

import (
	"shuping/internal/words"
)

// A Code names one thing that is wrong with a file. Codes are permanent. The
// names behind each are its values.
type Code string

const (
	TooLarge Code = "too-large" // limit, in MiB
	Empty    Code = "empty"     //
	NotAFile Code = "not-a-file"
	BadName  Code = "bad-name"  // sha256
	ReadBack Code = "read-back" //
	Missing  Code = "missing"   // sha256
	Changed  Code = "changed"   // sha256, found
	Resized  Code = "resized"   // sha256, found, bytes
)

// Codes lists every code with the names of its values.
var Codes = map[Code][]string{
	TooLarge: {"limit"}, Empty: {}, NotAFile: {}, BadName: {"sha256"}, ReadBack: {},
	Missing: {"sha256"}, Changed: {"sha256", "found"}, Resized: {"sha256", "found", "bytes"},
}

// sentences says each code in Chinese and in English, behind the file's name.
var sentences = map[Code][2]string{
	TooLarge: {"超过 {limit} MiB，请压缩或分成几个文件。", "is over {limit} MiB; compress it or split it."},
	Empty:    {"是空文件，没有可以附上的内容。", "is empty; there is nothing to attach."},
	NotAFile: {"不是普通文件，请选择一个文件。", "is not a plain file; choose one."},
	BadName:  {"的校验值“{sha256}”不是 64 位十六进制数。", "has the sum “{sha256}”, which is not 64 hexadecimal digits."},
	ReadBack: {"写好后读回不符，没有附上；请检查磁盘后再试。", "does not read back as it was written and was not attached; check the disk and try again."},
	Missing:  {"不见了：附件文件夹里没有 {sha256}。请从备份或原件找回。", "is gone: {sha256} is not among the attached files. Bring it back from a copy or from the original."},
	Changed:  {"内容变了：应为 {sha256}，实为 {found}。请从备份或原件找回。", "has other bytes: it should be {sha256} and is {found}. Bring it back from a copy or from the original."},
	Resized:  {"大小变了：{sha256} 应有 {bytes} 字节，实有 {found} 字节。请从备份或原件找回。", "has another size: {sha256} should have {bytes} bytes and has {found}. Bring it back from a copy or from the original."},
}

// A Fault is one thing that is wrong with a file. Name is what people call the
// file, "" where nobody has said.
type Fault struct {
	Code   Code
	Name   string
	Values map[string]any
}

const english = "en"

// Error is one sentence in English.
func (f *Fault) Error() string { return f.Text(english) }

// Text is one sentence in the language "zh" or "en".
func (f *Fault) Text(lang string) string {
	name := "附件"
	if lang == english {
		name = "the attached file"
	}
	if f.Name != "" {
		name = f.Name
	}
	return name + " " + words.Told(sentences[f.Code], lang, f.Values)
}

// fault takes the values as name, value, name, value.
func fault(code Code, name string, pairs ...any) *Fault {
	return &Fault{Code: code, Name: name, Values: words.Values(pairs...)}
}
