package papers

import (
	"io/fs"
	"slices"
	"strings"

	"shuping/data"
	"shuping/internal/docx"
	"shuping/internal/meeting"
	"shuping/internal/plan"
	"shuping/internal/result"
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
	Head   result.Head
	Words  []string // the head in words, none where it has none yet
	Groups []string // its hash in groups of hexadecimal digits
}

// The bodies of the papers, as their templates are called, and their titles.
const (
	minutes    = "minutes"
	summary    = "summary"
	countSheet = "count"
	opinions   = "opinion" // one for each subject
	corrected  = "correction"
)

var titles = map[string]string{
	minutes: "会议记录", summary: "述职评议测评汇总表", countSheet: "监票计票报告单",
	opinions: "综合评价意见", corrected: "更正说明",
	vetted: "述职报告审核表", published: "述职报告公示", reviewed: "主持点评讲话", spoken: "总结讲话",
	remedies: "点评问题整改方案", problems: "整改台账", notice: "结果通报", visited: "调研记录",
}

// titleOf is what a paper is called; one of the year is called as the plan calls it.
func titleOf(p plan.Plan, body string) string {
	for _, paper := range p.Papers {
		if paper.ID == body && slices.Contains(ofTheYear, body) {
			return paper.Title
		}
	}
	return titles[body]
}

// ofTheYear are the papers of before and behind the meeting, in the order in which
// they are filed.
var ofTheYear = []string{vetted, published, reviewed, spoken, remedies, problems, notice}

// Documents draws up the papers of s, in the order in which they are filed: the
// minutes, the summary, the scrutineers' report, an opinion on each subject, and
// the note of corrections where there are any; behind them those of the year, of
// which each is there once there is something to say in it (see [Written]). An
// office's own templates stand before those of the program, file by file; nil is
// none. What is wrong with a template is a [*Fault]. A state that was never opened
// has no papers.
func Documents(s meeting.State, info Info, templates fs.FS) ([]Document, error) {
	if !s.Opened {
		return nil, nil
	}
	w, err := newWriter(s, info, templates)
	if err != nil {
		return nil, err
	}
	w.write(minutes, minutes, "")
	w.write(summary, summary, "")
	w.write(countSheet, countSheet, "")
	for i := range s.Plan.Subjects {
		w.writeOn(i, opinions)
	}
	if len(w.page.Corrections) > 0 {
		w.write(corrected, corrected, "")
	}
	for _, body := range ofTheYear {
		for _, id := range written[body](s) {
			_, subject, _ := strings.Cut(id, "-")
			if i := s.Plan.Subject(subject); i >= 0 {
				w.writeOn(i, body)
				continue
			}
			w.write(body, id, "")
		}
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
//	f_s1_v1_count_1         the first of these before a correction, in the first version
//	f_gate_stack_1_issued   what was confirmed when the sheets were handed out
//	f_bundle_3_differed     how many sheets of the third bundle were read differently
//	f_correction_1_was      what the first correction found
//	f_ledger_overdue        how many problems are overdue on the day of the last record
//	f_s1_last_done          how many of last year's problems of the first subject are signed off
//
// Subjects, grades, classes, stacks, bundles, corrections and reasons are numbered
// from 1 in the order of the plan or of the record. A figure that there is not, such
// as a grade that is not decided or the marks of a hidden class, is missing.
func Figures(s meeting.State, info Info) map[string]string {
	if !s.Opened {
		return map[string]string{}
	}
	_, f := draw(s, info)
	return f
}

// FiguresOf reads the figures of a paper back. A paper in which a figure stands
// twice and says two things is an error.
func FiguresOf(paper []byte) (map[string]string, error) {
	marks, err := docx.Marks(paper)
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
	read *docx.Templates
	plan plan.Plan
	page page
	out  []Document
	err  error
}

// newWriter reads the templates and draws the page that they are filled with.
func newWriter(s meeting.State, info Info, templates fs.FS) (*writer, error) {
	folders := []fs.FS{data.Papers()}
	if templates != nil {
		folders = []fs.FS{templates, data.Papers()}
	}
	read, err := docx.Read(folders...)
	if err != nil {
		return nil, blamed(err)
	}
	p, _ := draw(s, info)
	return &writer{read: read, plan: s.Plan, page: p}, nil
}

// writeOn writes a paper on the subject at index i.
func (w *writer) writeOn(i int, body string) {
	w.page.Subject = &w.page.Subjects[i]
	w.write(body, body+"-"+w.plan.Subjects[i].ID, w.page.Subject.Label)
	w.page.Subject = nil
}

func (w *writer) write(body, id, of string) {
	if w.err != nil {
		return
	}
	d := Document{ID: id, Name: id + ".docx", Title: titleOf(w.plan, body)}
	w.page.Paper = strings.TrimPrefix(d.Title, "述职评议") // which the title of the meeting says already
	if of != "" {
		d.Title += "（" + of + "）"
	}
	if d.Bytes, w.err = w.read.Fill(body, w.page); w.err == nil {
		w.out = append(w.out, d)
	}
}
