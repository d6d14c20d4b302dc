package papers

import (
	"io/fs"
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
	Name  string // of the file in an export, in ASCII: "minutes.docx"
	File  string // as people see it, with its place in the archive: 13-会议记录.docx
	Title string // in Chinese: "会议记录"
	Bytes []byte

	body    body
	subject int // whom it is on, -1 for nobody
}

// Info is what the papers say beside the state of the meeting: the record that they
// stand on, and that of the seal of the count, nil where the count has none or where
// its report says the former.
type Info struct {
	Stamp
	Count *Stamp
}

// A Stamp is a record as people recognise it.
type Stamp struct {
	Head   result.Head
	Words  []string // the head in words, none where it has none yet
	Groups []string // its hash in groups of hexadecimal digits
}

// Documents draws up the papers of s, in the order in which they are filed: the
// minutes, the summary, the scrutineers' report, an opinion on each subject, and
// the note of corrections where there are any. Those of the year follow, each once
// there is something to say in it (see [Written]). An office's own templates stand
// before those of the program, file by file; nil is none. What is wrong with a
// template is a [*fault.Fault] of package docx. A state that was never opened has no papers.
func Documents(s meeting.State, info Info, templates fs.FS) ([]Document, error) {
	list := Listed(s)
	if list == nil {
		return nil, nil
	}
	w, err := newWriter(s, info, templates)
	if err != nil {
		return nil, err
	}
	for i := range list {
		if err := w.fill(&list[i]); err != nil {
			return nil, err
		}
	}
	return list, nil
}

// Listed is the papers of s as [Documents] draws them up, without their bytes.
func Listed(s meeting.State) []Document {
	if !s.Opened {
		return nil
	}
	var out []Document
	for _, b := range bodies {
		out = append(out, b.list(s, b.always)...)
	}
	return out
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
	_, f := drawPage(s, info)
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

// Templates are the office's own templates in a folder, by their paths in it, once all
// of them can be used under the plan.
func Templates(p plan.Plan, folder fs.FS) (map[string][]byte, error) {
	if _, err := readTemplates(p, folder); err != nil {
		return nil, err
	}
	return docx.Files(folder)
}

// A writer fills one template after another.
type writer struct {
	read  *docx.Templates
	plan  plan.Plan
	state meeting.State
	page  page
}

// newWriter reads the templates and draws the page that they are filled with.
func newWriter(s meeting.State, info Info, templates fs.FS) (*writer, error) {
	w, err := readTemplates(s.Plan, templates)
	if err == nil {
		w.state = s
		w.page, _ = drawPage(s, info)
	}
	return w, err
}

// readTemplates reads those of the office, and those of the program where it has none.
func readTemplates(p plan.Plan, templates fs.FS) (*writer, error) {
	folders := []fs.FS{data.Papers()}
	if templates != nil {
		folders = []fs.FS{templates, data.Papers()}
	}
	read, err := docx.Read(folders...)
	if err != nil {
		return nil, err
	}
	return &writer{read: read, plan: p}, nil
}

// fill makes the bytes of a document.
func (w *writer) fill(d *Document) error {
	if d.body.id == sampleID {
		var err error
		d.Bytes, err = sample(w.plan)
		return err
	}
	w.page.Subject = nil
	if d.subject >= 0 {
		w.page.Subject = &w.page.Subjects[d.subject]
	}
	heading := d.body.headingIn(w.plan)
	w.page.Paper = strings.TrimPrefix(heading, "述职评议") // which the title of the meeting says already
	w.page.TitleLines = titleLines(w.plan, d.body.wholeTitle(w.plan))
	if of := w.page.Subject; of != nil {
		of.Size = sizeOf(*of, len(w.page.TitleLines))
	}
	page := w.page
	page.Sections, page.Tally, page.Brief = &sections{}, d.body.tally, d.body.brief
	page.Draft = page.Rehearsal || d.body.open(w.state, d.subject)
	page.Several = page.Several && d.body.tally
	if d.body.id == "count" && page.Count != nil {
		page.Head = *page.Count
	}
	var err error
	d.Bytes, err = w.read.Fill(d.body.id, page)
	return err
}
