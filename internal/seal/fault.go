package seal

import (
	"errors"

	"shuping/internal/words"
)

// A Code names one reason why words, a signature or a key are not accepted.
// Codes are permanent. The names behind each are its values.
type Code string

const (
	// Words that were typed.
	NoWords       Code = "no-words"       // expected
	WordUnknown   Code = "word-unknown"   // number, word
	WordCount     Code = "word-count"     // found, expected
	WordsMistyped Code = "words-mistyped" //
	WordsOther    Code = "words-other"    // record

	// A signature.
	SignatureForm    Code = "signature-form"    // line
	SignatureDiffers Code = "signature-differs" // fingerprint

	// The key of an installation.
	KeyMissing    Code = "key-missing"    // path
	KeyDamaged    Code = "key-damaged"    // path
	KeyForeign    Code = "key-foreign"    // path
	KeyUnreadable Code = "key-unreadable" // path, reason
	KeyStorage    Code = "key-storage"    // path, reason
)

// Codes lists every code with the names of its values.
var Codes = map[Code][]string{
	NoWords: {"expected"}, WordUnknown: {"number", "word"},
	WordCount: {"found", "expected"}, WordsMistyped: {}, WordsOther: {"record"},
	SignatureForm: {"line"}, SignatureDiffers: {"fingerprint"},
	KeyMissing: {"path"}, KeyDamaged: {"path"}, KeyForeign: {"path"},
	KeyUnreadable: {"path", "reason"}, KeyStorage: {"path", "reason"},
}

// sentences says each code in Chinese and in English.
var sentences = map[Code][2]string{
	NoWords:       {"没有输入封存词；应有 {expected} 个词，请照签字的报告单输入。", "No head words were typed; type the {expected} words of the signed report."},
	WordUnknown:   {"第 {number} 个词“{word}”不在词表里，请对照签字的报告单再看一遍。", "Word {number}, “{word}”, is not in the word list; look at the signed report again."},
	WordCount:     {"输入了 {found} 个词，应为 {expected} 个，请看是否漏了或多了一个。", "{found} words were typed and there are {expected}; see which was left out or doubled."},
	WordsMistyped: {"校验不符：有词读错、输错或次序颠倒，请对照签字的报告单重新输入。", "The check of the words fails: one was misread or mistyped, or two were exchanged; type them again from the signed report."},
	WordsOther:    {"这些词本身完整，但属于另一份记录，不是到第 {record} 条为止的这一份。", "The words are whole but name another record than this one, which ends at record {record}."},

	SignatureForm:    {"签名文件第 {line} 行不是应有的写法，签名无效；请从原件重新取得。", "Line {line} of the signature is not as it should be, so it signs nothing; take it from the original again."},
	SignatureDiffers: {"签名与内容不符：内容被改动过，或者不是密钥 {fingerprint} 所签。", "The signature does not fit what it should sign: that was changed, or the key {fingerprint} never signed it."},

	KeyMissing:    {"没有签名密钥 {path}；请从备份恢复，或由本程序新建一把。", "There is no signing key {path}; restore it from a copy or have a new one made."},
	KeyDamaged:    {"签名密钥 {path} 已损坏或者不是 OpenSSH 密钥，没有改动它；请从备份恢复，或者移走它，由程序新建一把并重新公布指纹。", "The signing key {path} is damaged or no OpenSSH key and was left as it is; restore it from a copy, or move it away to have a new one made and announce its fingerprint."},
	KeyForeign:    {"签名密钥 {path} 不是没有口令的 ed25519 密钥，本程序不能使用；请移走它，由程序新建一把。", "The signing key {path} is not an ed25519 key without a passphrase; move it away to have one made."},
	KeyUnreadable: {"签名密钥 {path} 读不出来（{reason}）；请检查文件及其权限。", "The signing key {path} cannot be read ({reason}); check the file and who may read it."},
	KeyStorage:    {"签名密钥 {path} 没有写成（{reason}），没有留下半个文件；请检查文件夹和磁盘空间。", "The signing key {path} could not be written ({reason}), and nothing of it was left; check the folder and the space on the disk."},
}

// A Fault is one reason. Its values are numbers and text that is safe to show.
type Fault struct {
	Code   Code
	Values map[string]any
	Err    error // the cause, if there is one
}

// Error is one sentence in English.
func (f *Fault) Error() string { return f.Text("en") }

// Text is one sentence in the language called lang, "zh" or "en".
func (f *Fault) Text(lang string) string {
	return words.Told(sentences[f.Code], lang, f.Values)
}

// Unwrap is the cause.
func (f *Fault) Unwrap() error { return f.Err }

// fault takes the values as name, value, name, value.
func fault(code Code, pairs ...any) *Fault {
	return &Fault{Code: code, Values: words.Values(pairs...)}
}

func (f *Fault) because(err error) *Fault {
	f.Err = err
	return f
}

// is reports whether err is a fault with the code.
func is(err error, code Code) bool {
	var f *Fault
	return errors.As(err, &f) && f.Code == code
}
