package papers

import (
	"fmt"
	"io/fs"

	"shuping/data"
	"shuping/internal/meeting"
	"shuping/internal/office"
	"shuping/internal/tally"
)

// A Document is one paper to be printed and filed, a DOCX in the form of
// GB/T 9704.
type Document struct {
	ID    string // "minutes", "opinion-s1"; unique among the papers of a meeting
	Name  string // of the file, in ASCII: "minutes.docx"
	Title string // in Chinese: "会议记录"
	Bytes []byte
}

// Info is what the papers say beside the state of the meeting.
type Info struct {
	Head        Head
	Words       []string     // the head in words, none where it has none yet
	Groups      []string     // its hash in groups of hexadecimal digits
	Version     int          // of the papers, from 1; 0 counts as 1
	Corrections []Correction // oldest first
}

// A Correction is what was put right after an earlier version of the papers.
type Correction struct {
	Version int    // the first version that says it rightly
	Where   string // which figure or text, as people call it
	Old     string
	New     string
	Why     string
	By      string
}

// The bodies of the papers, as their templates are called, and their titles.
const (
	minutes    = "minutes"
	summary    = "summary"
	countSheet = "count"
	opinions   = "opinion" // one for each subject
	correction = "correction"
)

var titles = map[string]string{
	minutes: "会议记录", summary: "述职评议测评汇总表", countSheet: "监票计票报告单",
	opinions: "综合评价意见", correction: "更正说明",
}

// Documents draws up the papers of s, in the order in which they are filed: the
// minutes, the summary, the scrutineers' report, an opinion on each subject, and
// the note of corrections where there are any. An office's own templates stand
// before those of the program, file by file; nil is none. What is wrong with a
// template is a [*Fault]. A state that was never opened has no papers.
func Documents(s meeting.State, info Info, templates fs.FS) ([]Document, error) {
	if !s.Opened {
		return nil, nil
	}
	folders := []fs.FS{data.Papers()}
	if templates != nil {
		folders = []fs.FS{templates, data.Papers()}
	}
	read, err := office.Read(folders...)
	if err != nil {
		return nil, blamed(err)
	}
	p, _ := draw(s, info)
	w := writer{read: read, page: p}
	w.write(minutes, minutes, "")
	w.write(summary, summary, "")
	w.write(countSheet, countSheet, "")
	for i, subject := range p.Subjects {
		w.page.Subject = &p.Subjects[i]
		w.write(opinions, opinions+"-"+s.Plan.Subjects[i].ID, subject.Label)
	}
	w.page.Subject = nil
	if len(p.Corrections) > 0 {
		w.write(correction, correction, "")
	}
	if w.err != nil {
		return nil, blamed(w.err)
	}
	return w.out, nil
}

// Figures is every figure that the papers of s may show, by name. Papers say
// nothing else of the result: [FiguresOf] a paper is a part of it.
//
//	f_present, f_valid      the sums of custody
//	f_s1_count_1            how many marks of the best grade the first subject has
//	f_s1_share_1            the same as a percentage, for reading
//	f_s1_reason_2           the second sentence of the reasons
//	f_s1_decided            the comprehensive grade
//
// Subjects, grades, classes, stacks and reasons are numbered from 1 in the order
// of the plan. A figure that there is not, such as a grade that is not decided, is
// missing.
func Figures(s meeting.State, head Head) map[string]string {
	if !s.Opened {
		return map[string]string{}
	}
	_, f := draw(s, Info{Head: head})
	return f
}

// FiguresOf reads the figures of a paper back. A paper in which a figure stands
// twice and says two things is an error.
func FiguresOf(docx []byte) (map[string]string, error) {
	marks, err := office.Marks(docx)
	if err != nil {
		return nil, err
	}
	for name := range marks {
		if !isFigure(name) {
			delete(marks, name) // a bookmark of the office's own
		}
	}
	return marks, nil
}

// A writer fills one template after another until one is at fault.
type writer struct {
	read *office.Templates
	page page
	out  []Document
	err  error
}

func (w *writer) write(body, id, of string) {
	if w.err != nil {
		return
	}
	d := Document{ID: id, Name: id + ".docx", Title: titles[body]}
	w.page.Paper = d.Title
	if of != "" {
		d.Title += "（" + of + "）"
	}
	if d.Bytes, w.err = w.read.Fill(body, w.page); w.err == nil {
		w.out = append(w.out, d)
	}
}

// A Fault is one thing that is wrong with a template.
type Fault struct{ *office.Fault }

// Error is one sentence in English.
func (f *Fault) Error() string { return f.Text(tally.English) }

// Unwrap is the fault as package office has it.
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
var faultWords = map[office.Code][2]string{
	office.Unreadable: {"读不出来（%s）。", " cannot be read (%s)."},
	office.Missing:    {"不存在。%.0s", " is not there.%.0s"},
	office.Unknown:    {"不是任何材料的模板，请改用自带模板的文件名。%.0s", " is of no paper; give it the name of one that comes with the program.%.0s"},
	office.TooLarge:   {"太大，或者文件太多。%.0s", " is too large, or there are too many files.%.0s"},
	office.Syntax:     {"的动作写错了：%s。", " has an action that cannot be read: %s."},
	office.NotXML:     {"不是完整的 XML：%s。", " is not well-formed XML: %s."},
	office.Misplaced:  {"把内容放在了不能放的地方：%s；内容只能放在 <w:t> 里。", " puts a value where none may stand: %s; values belong in <w:t>."},
	office.Twice:      {"重复定义了 %s。", " defines %s a second time."},
	office.BadValue:   {"的内容填不进去：%s。", " cannot be filled: %s."},
}

// blamed is an error of package office as one of ours.
func blamed(err error) error {
	if f, ok := err.(*office.Fault); ok {
		return &Fault{f}
	}
	return err
}
