package papers

import (
	"fmt"

	"shuping/internal/docx"
	"shuping/internal/tally"
)

// A Fault is one thing that is wrong with a template.
type Fault struct{ *docx.Fault }

// Error is one sentence in English.
func (f *Fault) Error() string { return f.Text(tally.English) }

// Unwrap is the fault as package docx has it.
func (f *Fault) Unwrap() error { return f.Fault }

// Text is one sentence in the language l. What is in an action is said in the
// words of package text/template, which are English.
func (f *Fault) Text(l tally.Language) string {
	at := "模板文件 " + f.File
	if f.Line > 0 {
		at = fmt.Sprintf("模板文件 %s 第 %d 行", f.File, f.Line)
	}
	words := faultWords[f.Code][0]
	if l == tally.English {
		at, words = "The template "+f.File, faultWords[f.Code][1]
		if f.Line > 0 {
			at = fmt.Sprintf("Line %d of the template %s", f.Line, f.File)
		}
	}
	return at + fmt.Sprintf(words, f.Detail)
}

// faultWords takes the detail in each, cut to nothing where it says nothing.
var faultWords = map[docx.Code][2]string{
	docx.Unreadable: {"读不出来（%s）。", " cannot be read (%s)."},
	docx.Missing:    {"不存在。%.0s", " is not there.%.0s"},
	docx.Unknown:    {"不是任何材料的模板，请改用自带模板的文件名。%.0s", " is of no paper; give it the name of one that comes with the program.%.0s"},
	docx.TooLarge:   {"太大，或者文件太多。%.0s", " is too large, or there are too many files.%.0s"},
	docx.Syntax:     {"的动作写错了：%s。", " has an action that cannot be read: %s."},
	docx.NotXML:     {"不是完整的 XML：%s。", " is not well-formed XML: %s."},
	docx.Misplaced:  {"把内容放在了不能放的地方：%s；内容只能放在 <w:t> 里。", " puts a value where none may stand: %s; values belong in <w:t>."},
	docx.Outside:    {"引用了文件之外的内容：%s；模板不能链接到别处。", " refers to something outside of the file: %s; a template may link to nothing."},
	docx.Twice:      {"重复定义了 %s。", " defines %s a second time."},
	docx.BadValue:   {"的内容填不进去：%s。", " cannot be filled: %s."},
}

// templateFault is an error of package docx as one of ours.
func templateFault(err error) error {
	if f, ok := err.(*docx.Fault); ok {
		return &Fault{f}
	}
	return err
}
