package archive

import (
	"strconv"
	"strings"
	"unicode"

	"shuping/internal/durable"
	"shuping/internal/fault"
	"shuping/internal/tally"
	"shuping/internal/words"
)

// A Code names one thing that is wrong with a bag, or one reason why there is
// none. Codes are permanent. The names behind each are its values.
type Code string

const (
	// Why no bag was written.
	IsRehearsal Code = "rehearsal"    //
	NotSealed   Code = "not-sealed"   //
	BadSource   Code = "bad-source"   // reason
	Exists      Code = "exists"       // path
	NoFolder    Code = "no-folder"    // path
	ReadOnly    Code = "read-only"    // path, reason
	DiskFull    Code = "disk-full"    // path
	Storage     Code = "storage"      // path, reason
	ReadBack    Code = "read-back"    // problem
	Stopped     Code = "stopped"      //
	NotComposed Code = "not-composed" // name, reason
	KeptDamaged Code = "kept-damaged" // path
	TemplateBad Code = "template-bad" // file, line; in the words of package docx
	AttachedBad Code = "attached-bad" // name, sha256; in the words of package attached

	// Why nothing could be checked.
	Missing    Code = "missing"    // path
	Unreadable Code = "unreadable" // path, reason
	NotABag    Code = "not-a-bag"  // path

	// What is wrong with the files of a bag.
	NameEscapes  Code = "name-escapes"  // name
	NameReserved Code = "name-reserved" // name
	NameBad      Code = "name-bad"      // name
	NameCollides Code = "name-collides" // name, other
	NotAFile     Code = "not-a-file"    // name
	TooMany      Code = "too-many"      // limit
	TooLarge     Code = "too-large"     // name, bytes, limit
	TooMuch      Code = "too-much"      // bytes, limit
	Compressed   Code = "compressed"    // name
	Repacked     Code = "repacked"      // byte
	CutShort     Code = "cut-short"     // byte
	Trailing     Code = "trailing"      // byte
	Unfolds      Code = "unfolds"       // name

	// What is wrong with the bag.
	NotBagIt      Code = "not-bagit"      //
	FormatUnknown Code = "format-unknown" // format
	FileMissing   Code = "file-missing"   // name
	FileExtra     Code = "file-extra"     // name
	ManifestBad   Code = "manifest-bad"   // name, line
	SumDiffers    Code = "sum-differs"    // name, manifest
	CRCDiffers    Code = "crc-differs"    // name
	SignerDiffers Code = "signer-differs" // name
	SchemaUnknown Code = "schema-unknown" // name
	SchemaBroken  Code = "schema-broken"  // name, reason
	KeyTwice      Code = "key-twice"      // name, member
	NameOfSum     Code = "name-of-sum"    // name
	SizeDiffers   Code = "size-differs"   // name, found, expected

	// What is wrong with what was typed from paper. The codes of package seal say
	// what is wrong with words.
	NoSeal      Code = "no-seal"      //
	GroupBad    Code = "group-bad"    // group, sign
	GroupsCount Code = "groups-count" // digits
	GroupsOther Code = "groups-other" // group, record

	// What is wrong with what it says.
	ChainBroken   Code = "chain-broken"   // record, reason
	NotReplayed   Code = "not-replayed"   // record, kind, reason
	PlanDiffers   Code = "plan-differs"   // line
	MemberDiffers Code = "member-differs" // name, member, found, expected
	CellDiffers   Code = "cell-differs"   // name, line, column, found, expected
	LayoutDiffers Code = "layout-differs" // name, byte
	PaperBad      Code = "paper-bad"      // name, reason
	PaperSilent   Code = "paper-silent"   // name
	FigureDiffers Code = "figure-differs" // name, figure, found, expected
	BookBad       Code = "book-bad"       // reason
	BookDiffers   Code = "book-differs"   // place, found, expected
	InfoDiffers   Code = "info-differs"   // line, found, expected
	FolderDiffers Code = "folder-differs" // found, expected

	// What is wrong with how the meeting ended.
	RuleNotSealed Code = "rule-not-sealed" //
	CustodyOpen   Code = "custody-open"    // collected, valid, void
	NotChecked    Code = "not-checked"     // check
	NotDecided    Code = "not-decided"     // subject
	VetoIgnored   Code = "veto-ignored"    // subject, grade, forced
	GateIgnored   Code = "gate-ignored"    // subject, grade
)

// Codes lists every code with the names of its values.
var Codes = map[Code][]string{
	IsRehearsal: {}, NotSealed: {}, BadSource: {"reason"}, Exists: {"path"},
	NoFolder: {"path"}, ReadOnly: {"path", "reason"}, DiskFull: {"path"},
	Storage: {"path", "reason"}, ReadBack: {"problem"}, Stopped: {},
	Missing: {"path"}, Unreadable: {"path", "reason"}, NotABag: {"path"},
	NameEscapes: {"name"}, NameReserved: {"name"}, NameBad: {"name"},
	NameCollides: {"name", "other"}, NotAFile: {"name"}, TooMany: {"limit"},
	TooLarge: {"name", "bytes", "limit"}, TooMuch: {"bytes", "limit"}, Compressed: {"name"},
	Repacked: {"byte"}, CutShort: {"byte"}, Trailing: {"byte"},
	NotBagIt: {}, FormatUnknown: {"format"}, FileMissing: {"name"},
	FileExtra: {"name"}, ManifestBad: {"name", "line"},
	SumDiffers: {"name", "manifest"}, CRCDiffers: {"name"},
	ChainBroken: {"record", "reason"}, NotReplayed: {"record", "kind", "reason"},
	PlanDiffers: {"line"}, MemberDiffers: {"name", "member", "found", "expected"},
	CellDiffers:   {"name", "line", "column", "found", "expected"},
	LayoutDiffers: {"name", "byte"}, InfoDiffers: {"line", "found", "expected"},
	FolderDiffers: {"found", "expected"}, RuleNotSealed: {},
	NotComposed: {"name", "reason"}, KeptDamaged: {"path"}, Unfolds: {"name"},
	SignerDiffers: {"name"}, SchemaUnknown: {"name"}, SchemaBroken: {"name", "reason"},
	KeyTwice: {"name", "member"}, NameOfSum: {"name"}, SizeDiffers: {"name", "found", "expected"}, NoSeal: {}, GroupBad: {"group", "sign"},
	GroupsCount: {"digits"}, GroupsOther: {"group", "record"},
	PaperBad: {"name", "reason"}, PaperSilent: {"name"},
	FigureDiffers: {"name", "figure", "found", "expected"},
	BookBad:       {"reason"}, BookDiffers: {"place", "found", "expected"},
	CustodyOpen: {"collected", "valid", "void"},
	NotChecked:  {"check"},
	NotDecided:  {"subject"}, VetoIgnored: {"subject", "grade", "forced"},
	GateIgnored: {"subject", "grade"},
}

// sentences says each code in Chinese and in English.
var sentences = map[Code][2]string{
	IsRehearsal:   {"这是演练，不能作为正式材料归档。", "This is a rehearsal, which is never archived as a meeting."},
	NotSealed:     {"会议还没有封存，不能归档。", "The meeting is not sealed, and only a sealed one is archived."},
	BadSource:     {"会议记录读不下去：{reason}", "The session cannot be read to its end: {reason}"},
	Exists:        {"{path} 已经存在，不会覆盖；请换一个名字。", "{path} exists already and is never overwritten; choose another name."},
	NoFolder:      {"{path} 所在的文件夹不存在。", "The folder that {path} should lie in is not there."},
	ReadOnly:      {"{path} 不允许写入（{reason}）；请换一个文件夹。", "{path} may not be written ({reason}); choose another folder."},
	DiskFull:      {"磁盘空间不足，{path} 没有写成，没有留下半个文件。", "The disk is full: {path} was not written, and nothing of it was left."},
	Storage:       {"{path} 写入失败（{reason}），没有留下半个文件。", "{path} could not be written ({reason}), and nothing of it was left."},
	ReadBack:      {"写好后读回核对不符，已删除，请换一个磁盘：{problem}", "What was written does not read back and was removed; use another disk: {problem}"},
	Stopped:       {"已停止，没有留下半个文件。", "Stopped; nothing was left half-written."},
	NotComposed:   {"{name} 没有写成：{reason}", "{name} could not be written: {reason}"},
	KeptDamaged:   {"会议文件旁的签名文件 {path} 已损坏，没有改动它；请从备份恢复，或者移走它，由程序重新签名。", "The signatures kept beside the session in {path} are damaged and were left as they are; restore them from a copy, or move them away to have it signed anew."},
	Unfolds:       {"{name} 是压缩过的，展开后可能很大，没有打开。", "{name} is compressed and might unfold to anything, so it was not opened."},
	SignerDiffers: {"{name} 不是签名所用的那把密钥。", "{name} is not the key that signed."},
	SchemaUnknown: {"{name} 不是本程序所知的格式说明；可能是较新的程序写的，请用新版本核验。", "{name} is no schema that this version of the program knows; a later version may have written it: check with that."},
	SchemaBroken:  {"{name} 不符合格式说明：{reason}", "{name} does not fit its schema: {reason}"},
	KeyTwice:      {"{name} 中 {member} 出现了两次。", "{name} has {member} twice."},
	NameOfSum:     {"附件 {name} 的文件名不是它的 SHA-256。", "The attachment {name} is not named by its SHA-256."},
	SizeDiffers:   {"附件 {name} 有 {found} 字节，记录中是 {expected} 字节。", "The attachment {name} has {found} bytes, the journal says {expected}."},
	NoSeal:        {"记录中没有封存，没有可核对的词。", "The journal has no seal, so there are no words to compare."},
	GroupBad:      {"第 {group} 组中有“{sign}”；各组只有数字 0–9 和字母 a–f，请对照签字的报告单再看一遍。", "Group {group} has “{sign}”; groups have the digits 0–9 and the letters a–f alone: look at the signed report again."},
	GroupsCount:   {"各组共输入了 {digits} 个字符，应为 64 个（十六组，每组四个），请看是否漏了或多了。", "{digits} characters were typed in groups and there are 64, sixteen groups of four; see what was left out or doubled."},
	GroupsOther:   {"从第 {group} 组起不同：输错了，或者属于另一份记录，不是封存在第 {record} 条的这一份。", "From group {group} on they differ: mistyped, or of another record than the one sealed at record {record}."},
	PaperBad:      {"{name} 读不出来：{reason}", "{name} cannot be read: {reason}"},
	PaperSilent:   {"{name} 上没有一个可核对的数据。", "{name} shows no figure that could be checked."},
	FigureDiffers: {"{name}：数据 {figure} 是 {found}，按记录应为 {expected}。", "{name}: the figure {figure} is {found}, the journal says {expected}."},
	BookBad:       {"workbook.xlsx 读不出来：{reason}", "workbook.xlsx cannot be read: {reason}"},
	BookDiffers:   {"workbook.xlsx：{place} 是 {found}，按记录应为 {expected}。", "workbook.xlsx: {place} is {found}, the journal says {expected}."},
	Missing:       {"{path} 不存在。", "{path} is not there."},
	Unreadable:    {"{path} 读不出来（{reason}）。", "{path} cannot be read ({reason})."},
	NotABag:       {"{path} 不是归档包：既不是文件夹，也不是 zip 文件。", "{path} is not an export: neither a folder nor a zip file."},
	NameEscapes:   {"文件名 {name} 指向归档包以外，这个归档包不可信。", "The file name {name} leads out of the export; do not trust it."},
	NameReserved:  {"文件名 {name} 是系统保留名。", "The file name {name} is reserved by an operating system."},
	NameBad:       {"文件名 {name} 中有不允许的字符，或者太长。", "The file name {name} has a character that is not allowed, or is too long."},
	NameCollides:  {"文件名 {name} 与 {other} 重复。", "The file names {name} and {other} are the same."},
	NotAFile:      {"{name} 不是普通文件，而是链接或设备。", "{name} is not a plain file but a link or a device."},
	TooMany:       {"归档包里的文件多于 {limit} 个。", "The export has more than {limit} files."},
	TooLarge:      {"{name} 有 {bytes} 字节，最多 {limit} 字节。", "{name} has {bytes} bytes, and {limit} are allowed."},
	TooMuch:       {"全部文件共 {bytes} 字节，最多 {limit} 字节。", "All files together have {bytes} bytes, and {limit} are allowed."},
	Compressed:    {"zip 是用别的程序压缩的（{name}）。请先解压，再核对解压出来的文件夹。", "The zip was packed by another program ({name} is compressed). Unpack it and check the folder."},
	Repacked:      {"zip 从第 {byte} 字节起与本程序写出的不同：被改动过，或者是用别的程序打包的。若是重新打包，请先解压，再核对文件夹。", "From byte {byte} on the zip is not as this program writes it: it was changed, or packed by another program. If it was packed anew, unpack it and check the folder."},
	CutShort:      {"zip 在第 {byte} 字节处中断，不完整。", "The zip breaks off at byte {byte}."},
	Trailing:      {"zip 结束之后，从第 {byte} 字节起还有多余的内容。", "Something follows the end of the zip, from byte {byte} on."},
	NotBagIt:      {"bagit.txt 不是 BagIt 1.0 的声明。", "bagit.txt does not declare BagIt 1.0."},
	FormatUnknown: {"归档包的格式是 {format}，这个版本的程序不认识。", "The export has the format {format}, which this version of the program does not know."},
	FileMissing:   {"缺少文件 {name}。", "The file {name} is missing."},
	FileExtra:     {"多出一个文件 {name}，清单里没有。", "The file {name} is in no manifest."},
	ManifestBad:   {"{name} 第 {line} 行不是应有的内容。", "Line {line} of {name} is not what should stand there."},
	SumDiffers:    {"{name} 与 {manifest} 中的 SHA-256 不符，内容被改动过。", "{name} does not have the SHA-256 of {manifest}: one of them was changed."},
	CRCDiffers:    {"{name} 与 zip 中记下的 CRC-32 不符。", "{name} does not have the CRC-32 that the zip states."},
	ChainBroken:   {"记录链在第 {record} 条断开：{reason}", "The chain breaks at record {record}: {reason}"},
	NotReplayed:   {"第 {record} 条记录（{kind}）与前面的记录矛盾：{reason}", "Record {record} ({kind}) contradicts those before it: {reason}"},
	PlanDiffers:   {"plan.toml 从第 {line} 行起与第 1 条记录中的方案不同。", "From line {line} on plan.toml is not the plan of record 1."},
	MemberDiffers: {"{name}：{member} 是 {found}，按记录应为 {expected}。", "{name}: {member} is {found}, the journal says {expected}."},
	CellDiffers:   {"{name} 第 {line} 行“{column}”是 {found}，按记录应为 {expected}。", "{name}: line {line}, {column}, is {found}, the journal says {expected}."},
	LayoutDiffers: {"{name} 的写法从第 {byte} 字节起与应有的不同。", "From byte {byte} on {name} is written otherwise than it should be."},
	InfoDiffers:   {"bag-info.txt 第 {line} 行是 {found}，按记录应为 {expected}。", "bag-info.txt: line {line} is {found}, the journal says {expected}."},
	FolderDiffers: {"zip 中的文件夹名是 {found}，按记录应为 {expected}。", "The folder in the zip is called {found}, the journal says {expected}."},
	RuleNotSealed: {"发出评议表之前没有封定规则。", "The rule was not sealed before sheets were issued."},
	CustodyOpen:   {"票数不闭合：有效 {valid} + 废票 {void} 与收回 {collected} 不符，或者某一名述职人的行数不符。", "The sums do not close: valid {valid} + void {void} against collected {collected}, or the rows of a subject."},
	NotChecked:    {"方案要求复核（{check}），有评议表没有经过复核。", "The plan wants the sheets to be read twice ({check}), and some were read once."},
	NotDecided:    {"{subject} 的综合评价等次没有确定。", "{subject} has no comprehensive grade."},
	GateIgnored:   {"{subject} 的等次定为“{grade}”，而前提条件不许。", "{subject} was graded “{grade}” although a gate bars it."},
	VetoIgnored:   {"{subject} 的等次定为“{grade}”，而否决要求“{forced}”。", "{subject} was graded “{grade}” although a veto forces “{forced}”."},
}

// A Fault is one thing that is wrong with a bag, or why there is none. Its
// values are numbers and text that is safe to show.
type Fault struct {
	Code   Code
	Values map[string]any
	Err    error // the cause, if there is one
}

// Error is one sentence in English.
func (f *Fault) Error() string { return f.Text(tally.English) }

// Text is one sentence in the language l. What another package found wrong is in
// that package's words.
func (f *Fault) Text(l tally.Language) string {
	said, own := sentences[f.Code]
	if own {
		return words.Told(said, string(l), f.Values)
	}
	if cause, is := f.Err.(*fault.Fault); is {
		return words.Fault(words.LanguageOf(string(l)), cause)
	}
	return f.Err.Error()
}

// Unwrap is the cause.
func (f *Fault) Unwrap() error { return f.Err }

// blame takes the values as name, value, name, value.
func blame(code Code, pairs ...any) *Fault {
	return &Fault{Code: code, Values: words.Values(pairs...)}
}

// sealFault is what package seal found wrong, under its own code.
func sealFault(err error) *Fault {
	f := fault.Find(err, "seal")
	if f == nil {
		panic(err) // package seal promises it
	}
	return &Fault{Code: Code(f.Code), Values: f.Values, Err: f}
}

func (f *Fault) because(err error) *Fault {
	f.Err = err
	return f
}

// reason is what the system says of a file, without the file's path.
func reason(err error) string { return shown(durable.Reason(err)) }

// shown is text from a bag that nobody has vouched for: short, on one line, and
// without anything that could steer a terminal.
func shown(s string) string {
	const most = 80
	if r := []rune(s); len(r) > most {
		s = string(r[:most]) + "…"
	}
	plain := !strings.ContainsFunc(s, func(c rune) bool {
		return !unicode.IsPrint(c) || c == '"' || c == '\\' || c == unicode.ReplacementChar
	})
	if plain && s != "" {
		return s
	}
	return strconv.Quote(s)
}
