package words

import (
	"fmt"
	"maps"
	"strconv"
	"strings"

	"shuping/internal/fault"
	"shuping/internal/meeting"
)

// Fault is the sentence for a fault: where it is, what is wrong and what to do. A
// fault without a sentence of its own is said as its cause, or as its code.
func Fault(l Language, f *fault.Fault) string {
	if f.Of == "journal" {
		return journalFault(l, f)
	}
	if _, known := faults[f.Of][string(f.Code)]; !known {
		switch cause := f.Cause.(type) {
		case *fault.Fault:
			return Fault(l, cause)
		case refused:
			code, values := cause.Refused()
			return placeOf(l, f) + Refusal(l, code, values)
		}
		return f.Error()
	}
	return placeOf(l, f) + sentenceOf(l, f)
}

// A refused cause is a refusal of the meeting.
type refused interface {
	Refused() (code string, values map[string]any)
}

// placeOf is where the fault is, as it stands before a sentence.
func placeOf(l Language, f *fault.Fault) string {
	if place := faultPlaces[f.Of]; place != nil {
		return place(l, f.At)
	}
	return ""
}

// FaultAlone is what is wrong, without the place.
func FaultAlone(l Language, f *fault.Fault) string { return strings.TrimSpace(sentenceOf(l, f)) }

// sentenceOf may begin with a space, behind a place.
func sentenceOf(l Language, f *fault.Fault) string {
	return Fill(faults[f.Of][string(f.Code)].in(l), l.said(f.Values))
}

// Faults has the sentence of each on a line of its own.
func Faults(l Language, fs fault.Faults) string {
	lines := make([]string, len(fs))
	for i, f := range fs {
		lines[i] = Fault(l, f)
	}
	return strings.Join(lines, "\n")
}

// faults holds the sentence of each code of each package.
var faults = map[string]table{
	"archive":  archiveFaults,
	"attached": attachedFaults,
	"cells":    cellsFaults,
	"docx":     docxFaults,
	"gather":   gatherFaults,
	"intake":   intakeFaults,
	"journal":  journalFaults,
	"mirror":   mirrorFaults,
	"plan":     planFaults,
	"private":  privateFaults,
	"seal":     sealFaults,
	"seat":     seatFaults,
	"sheet":    sheetFaults,
}

// faultPlaces says where a fault is, as it stands before the sentence.
var faultPlaces = map[string]func(Language, fault.Place) string{
	"attached": func(l Language, at fault.Place) string {
		if at.File == "" {
			return AttachedFile(l) + " "
		}
		return at.File + " "
	},
	"cells":  func(l Language, at fault.Place) string { return before(l, placeInTable(l, at)) },
	"intake": func(l Language, at fault.Place) string { return before(l, placeInTable(l, at)) },
	"plan":   func(_ Language, at fault.Place) string { return at.String() + ": " },
	"docx": func(l Language, at fault.Place) string {
		if at.Line > 0 {
			return Fill(LineOfTemplate(l), Values("file", at.File, "line", at.Line))
		}
		return Fill(WholeTemplate(l), Values("file", at.File))
	},
}

// Where a fault of a template is, before its sentence.

func LineOfTemplate(l Language) string {
	return l.in("模板文件 {file} 第 {line} 行", "Line {line} of the template {file}")
}
func WholeTemplate(l Language) string { return l.in("模板文件 {file}", "The template {file}") }

// AttachedFile is what an attached file is called whose name nobody has said.
func AttachedFile(l Language) string { return l.in("附件", "the attached file") }

// said is the values as the language says them: a character by its name, what the
// system says as far as there are words for it, and an error by its sentence.
func (l Language) said(values map[string]any) map[string]any {
	out := maps.Clone(l.named(values))
	for name, v := range out {
		switch v := v.(type) {
		case meeting.List:
			out[name] = l.join(v)
		case meeting.StackName:
			out[name] = StackName(l, v)
		case fault.Reason:
			out[name] = SaidBySystem(l, string(v))
		case fault.Quote:
			out[name] = quoted(l, string(v))
		case fault.About:
			out[name] = before(l, fmt.Sprint(l.said(map[string]any{"": v.What})[""]))
		case fault.Place:
			out[name] = placeInTable(l, v)
		case fault.List:
			out[name] = l.join(v)
		case fault.Term:
			out[name] = faultTerms[string(v)].in(l)
		case fault.Table:
			out[name] = tableOfFile(l, string(v))
		case *fault.Fault:
			out[name] = Fault(l, v)
		case fault.Faults:
			out[name] = FirstFault(l, v)
		}
	}
	return out
}

// FirstFault is the first of a file, and how many there are.
func FirstFault(l Language, fs fault.Faults) string {
	if len(fs) == 1 || fs[0].Of != "plan" {
		return Fault(l, fs[0])
	}
	return Fault(l, fs[0]) + Fill(PlanMore(l), Values("count", len(fs)))
}

// placeInTable is a row, a column or a cell as a person finds it, "" for none.
func placeInTable(l Language, at fault.Place) string {
	row, column := "", ""
	if at.Line > 0 {
		row = l.fill("第{row}行", "row {row}", "row", at.Line)
	}
	if at.Column > 0 {
		column = l.fill("第{column}列", " column {column}", "column", fault.ColumnName(at.Column))
	}
	return strings.TrimPrefix(row+column, " ")
}

// before is what a sentence is about as it stands before it, "" for nothing.
func before(l Language, what string) string {
	if what == "" {
		return ""
	}
	return what + l.in("：", ": ")
}

// quoted is text from a file, cut where it is long.
func quoted(l Language, s string) string {
	s = strconv.Quote(fault.Cut(s))
	return l.in("“"+s[1:len(s)-1]+"”", s)
}

// tableOfFile is where in a plan file a key stands.
func tableOfFile(l Language, name string) string {
	if name == "" {
		return l.in("文件开头", "the top of the file")
	}
	return l.in("["+name+"] ", "["+name+"]")
}

// DrawerPutAside tells that what is private was damaged and put aside.
func DrawerPutAside(l Language) string {
	return l.in("{path} 损坏，调研记录、点评准备和草稿读不出来；原文件已留作 {kept}，现在是空的。请从备份找回。",
		"{path} is damaged: visits, comments and drafts cannot be read. Its bytes are kept as {kept}, and the drawer is empty now; bring them back from a copy.")
}

var attachedFaults = table{
	"too-large":  {"超过 {limit} MiB，请压缩或分成几个文件。", "is over {limit} MiB; compress it or split it."},
	"empty":      {"是空文件，没有可以附上的内容。", "is empty; there is nothing to attach."},
	"not-a-file": {"不是普通文件，请选择一个文件。", "is not a plain file; choose one."},
	"bad-name":   {"的校验值“{sha256}”不是 64 位十六进制数。", "has the sum “{sha256}”, which is not 64 hexadecimal digits."},
	"read-back":  {"写好后读回不符，没有附上；请检查磁盘后再试。", "does not read back as it was written and was not attached; check the disk and try again."},
	"missing":    {"不见了：附件文件夹里没有 {sha256}。请从备份或原件找回。", "is gone: {sha256} is not among the attached files. Bring it back from a copy or from the original."},
	"changed":    {"内容变了：应为 {sha256}，实为 {found}。请从备份或原件找回。", "has other bytes: it should be {sha256} and is {found}. Bring it back from a copy or from the original."},
	"resized":    {"大小变了：{sha256} 应有 {bytes} 字节，实有 {found} 字节。请从备份或原件找回。", "has another size: {sha256} should have {bytes} bytes and has {found}. Bring it back from a copy or from the original."},
}

var privateFaults = table{
	"newer":      {"{path} 是新版程序写的（{schema}），请用新版打开。", "{path} was written by a newer version ({schema}); open it with that."},
	"not-a-file": {"{path} 不是普通文件，请移开后再试。", "{path} is not a plain file; move it away and try again."},
	"too-large":  {"调研记录、点评准备和草稿合计超过 {limit} MiB，没有保存，请删去一些。", "Visits, comments and drafts together are over {limit} MiB and were not saved; take something out."},
	"too-long":   {"有 {length} 个字，最多 {limit} 个，没有保存，请删短。", "The text has {length} characters, and {limit} are allowed; it was not saved. Shorten it."},
	"too-many":   {"点评准备有 {lines} 条，最多 {limit} 条，没有保存，请删去一些。", "There are {lines} prepared comments, and {limit} are allowed; they were not saved. Take some out."},
	"bad-text":   {"第 {position} 个字不能用：{character}。没有保存，请删去。", "Character {position} cannot be used: {character}. The text was not saved; delete it."},
	"bad-visit":  {"第 {visit} 条调研记录的编号重复或不在顺序中，没有保存。", "Visit {visit} has a number that is taken or out of order; nothing was saved."},
	"damaged":    {"{path} 损坏，或者正在写入；请关闭会议后再试，或从备份找回。", "{path} is damaged, or just being written; close the meeting and try again, or bring it back from a copy."},
	"read-back":  {"{path} 写好后读回不符，没有保存；请检查磁盘后再试。", "{path} does not read back as it was written and was not saved; check the disk and try again."},
}

var seatFaults = table{
	"no-port":   {"地址 {address} 的 {first}–{last} 端口都不能用（{reason}），谁也进不来；请换一个地址，或关掉占用端口的程序。", "None of the ports {first}–{last} at {address} can be used ({reason}), so nobody can come in; choose another address, or end the program that has them."},
	"key-unfit": {"主机密钥不能用，谁也进不来；请移走配置文件夹里的 seats，由程序新建一把。", "The host key cannot be used, so nobody can come in; move the folder seats of the configuration away to have one made."},
}

var sealFaults = table{
	"no-words":       {"没有输入封存词；应有 {expected} 个词，请照签字的报告单输入。", "No head words were typed; type the {expected} words of the signed report."},
	"word-unknown":   {"第 {number} 个词“{word}”不在词表里，请对照签字的报告单再看一遍。", "Word {number}, “{word}”, is not in the word list; look at the signed report again."},
	"word-count":     {"输入了 {found} 个词，应为 {expected} 个，请看是否漏了或多了一个。", "{found} words were typed and there are {expected}; see which was left out or doubled."},
	"words-mistyped": {"校验不符：有词读错、输错或次序颠倒，请对照签字的报告单重新输入。", "The check of the words fails: one was misread or mistyped, or two were exchanged; type them again from the signed report."},
	"words-other":    {"这些词本身完整，但属于另一份记录，不是到第 {record} 条为止的这一份。", "The words are whole but name another record than this one, which ends at record {record}."},

	"signature-form":    {"签名文件第 {line} 行不是应有的写法，签名无效；请从原件重新取得。", "Line {line} of the signature is not as it should be, so it signs nothing; take it from the original again."},
	"signature-differs": {"签名与内容不符：内容被改动过，或者不是密钥 {fingerprint} 所签。", "The signature does not fit what it should sign: that was changed, or the key {fingerprint} never signed it."},

	"key-missing":    {"没有签名密钥 {path}；请从备份恢复，或由本程序新建一把。", "There is no signing key {path}; restore it from a copy or have a new one made."},
	"key-damaged":    {"签名密钥 {path} 已损坏或者不是 OpenSSH 密钥，没有改动它；请从备份恢复，或者移走它，由程序新建一把并重新公布指纹。", "The signing key {path} is damaged or no OpenSSH key and was left as it is; restore it from a copy, or move it away to have a new one made and announce its fingerprint."},
	"key-foreign":    {"签名密钥 {path} 不是没有口令的 ed25519 密钥，本程序不能使用；请移走它，由程序新建一把。", "The signing key {path} is not an ed25519 key without a passphrase; move it away to have one made."},
	"key-unreadable": {"签名密钥 {path} 读不出来（{reason}）；请检查文件及其权限。", "The signing key {path} cannot be read ({reason}); check the file and who may read it."},
	"key-storage":    {"签名密钥 {path} 没有写成（{reason}），没有留下半个文件；请检查文件夹和磁盘空间。", "The signing key {path} could not be written ({reason}), and nothing of it was left; check the folder and the space on the disk."},
}

var sheetFaults = table{
	"too-long":  {"评议表上放不下“{name}”，请在方案中写短些。", "“{name}” does not fit on the sheet; shorten it in the plan."},
	"too-many":  {"评议表有 {rows} 行，要 {pages} 面，最多 7 面，请分成几次测评或减少测评内容。", "The sheet has {rows} rows on {pages} sides, and 7 are the most; hold several votes, or have fewer items."},
	"no-answer": {"评议表上没有述职人或等次。", "The sheet has nobody to grade, or no grades."},
}

var docxFaults = table{
	"unreadable": {"读不出来（{detail}）。", " cannot be read ({detail})."},
	"missing":    {"不存在。", " is not there."},
	"unknown":    {"不是任何材料的模板，请改用自带模板的文件名。", " is of no paper; give it the name of one that comes with the program."},
	"too-large":  {"太大，或者文件太多。", " is too large, or there are too many files."},
	"syntax":     {"的动作写错了：{detail}。", " has an action that cannot be read: {detail}."},
	"not-xml":    {"不是完整的 XML：{detail}。", " is not well-formed XML: {detail}."},
	"misplaced":  {"把内容放在了不能放的地方：{detail}；内容只能放在 <w:t> 里。", " puts a value where none may stand: {detail}; values belong in <w:t>."},
	"outside":    {"引用了文件之外的内容：{detail}；模板不能链接到别处。", " refers to something outside of the file: {detail}; a template may link to nothing."},
	"twice":      {"重复定义了 {detail}。", " defines {detail} a second time."},
	"bad-value":  {"的内容填不进去：{detail}。", " cannot be filled: {detail}."},
}
