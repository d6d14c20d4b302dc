package papers

import (
	"fmt"
	"slices"
	"strings"

	"shuping/internal/meeting"
	"shuping/internal/plan"
)

// A body is a kind of paper. Its template is called like it, and so is the paper of
// a plan that it is.
type body struct {
	id     string
	file   string // its name for people begins so; the number is that of the archive
	title  string // in the list of contents, and with it in written exports
	heads  string // stands above the paper, "" for the title
	whole  string // stands above it with the title of the meeting in it, "" for one behind the other
	always bool   // it is drawn up whether it says anything or not
	year   bool   // of before or after the meeting: it is called as the plan calls it
	brief  bool   // it tells of earlier versions only what was others
	tally  bool   // on the count: it names its round and version where there are several

	// open reports whether what the paper on the subject at index i, or on nobody, rests
	// on is: it calls itself a draft then.
	open func(s meeting.State, i int) bool

	// Whether there is something to say in it: of the meeting, or of each subject in
	// a paper of its own. One of them is nil.
	says   func(s meeting.State) bool
	saysOf func(s meeting.State, i int) bool
}

// bodies are all of them but the notes of visits, in the order in which they are
// filed.
var bodies = []body{
	{id: "minutes", file: "13-会议记录", title: "会议记录", open: whileMeeting, always: true, says: func(s meeting.State) bool { return s.Current >= 0 }},
	{id: "summary", file: "12-测评结果汇总表", title: "述职评议测评汇总表", heads: "测评结果汇总表", tally: true, open: whileCounting, always: true, says: hasRead},
	{id: "count", file: "11-测评监票计票报告单", title: "监票计票报告单", heads: "测评监票计票报告单", brief: true, tally: true, open: whileCounting, always: true, says: hasRead},
	{id: "details", file: "11-计票复核明细", title: "计票复核明细", tally: true, open: whileCounting, always: true, says: hasRead},
	{id: "opinion", file: "16-综合评价意见", title: "综合评价意见", open: whileUnsealed, always: true, saysOf: func(s meeting.State, i int) bool {
		return s.Opinions[i] != (meeting.Opinion{}) || s.Decisions[i].Grade > 0
	}},
	{id: "grounds", file: "16-等次确定依据", title: "等次确定依据", tally: true, open: whileUnsealed, always: true, saysOf: func(s meeting.State, i int) bool { return s.Decisions[i].Grade > 0 }},
	{id: "written", file: "16-书面意见整理稿", title: "书面意见整理稿", open: whileUnsealed, says: func(s meeting.State) bool { return s.Shows() && len(s.Comments) > 0 }},
	{id: "correction", file: "12-更正说明", title: "更正说明", tally: true, open: whileUnsealed, says: func(s meeting.State) bool { return len(s.Versions) > 0 }},
	{id: sampleID, file: "10-述职评议表（空白样表）", title: "空白样表", open: never, says: hasSample},
	{id: "vetting", file: "06-述职报告审核表", title: "述职报告审核表", open: whileUnvetted, year: true, saysOf: func(s meeting.State, i int) bool {
		return len(s.Reports[i].Vettings)+len(s.Reports[i].Files) > 0
	}},
	{id: "publication", file: "07-述职报告公示", title: "述职报告公示", open: whileUnpublished, year: true, says: func(s meeting.State) bool { return slices.ContainsFunc(s.Reports, isPublic) }},
	{id: "comments", file: "14-点评意见", title: "主持点评讲话", open: whileSpeaking, year: true, says: func(s meeting.State) bool {
		return len(s.Remarks) > 0
	}},
	{id: "speech", file: "15-总结讲话", title: "总结讲话", open: whileSpeaking, year: true, says: func(s meeting.State) bool { return s.Speech != "" }},
	{id: "rectification", file: "18-整改方案", title: "点评问题整改方案", open: whileUnplanned, year: true, says: func(s meeting.State) bool { return slices.ContainsFunc(s.Ledger, isToRemedy) }},
	{id: "ledger", file: "19-整改台账", title: "整改台账", open: never, year: true, says: func(s meeting.State) bool { return len(s.Ledger) > 0 }},
	{id: "feedback", file: "17-结果反馈", title: "结果反馈", open: whileUnsealed, saysOf: func(s meeting.State, i int) bool { return isDecided(s) }},
	{id: "notice", file: "17-结果通报", title: "结果通报", open: whileUnsealed, year: true, says: isDecided},
	{id: "account", file: "20-工作情况报告", title: "工作情况报告", whole: "关于%s工作情况的报告", open: whileUnsealed, year: true, says: isDecided},
	{id: "submission", file: "21-报送报告", title: "报送材料的报告", whole: "关于报送%s材料的报告", open: whileUnsealed, year: true, says: isDecided},
	{id: "catalogue", file: "22-归档文件目录", title: "归档文件目录", open: whileUnsealed, year: true, says: isDecided},
}

// visited is the body that is private, and no paper of any plan.
var visited = body{id: "visits", file: "06-调研记录", title: "调研记录", open: never}

// titleIn is what the paper is called under a plan.
func (b body) titleIn(p plan.Plan) string {
	if b.id == sampleID {
		return sheetTitle(p) + "（空白样表）"
	}
	for _, paper := range p.Papers {
		if b.year && paper.ID == b.id {
			return paper.Title
		}
	}
	return b.title
}

// headingIn stands above the paper under a plan, behind the title of the meeting.
func (b body) headingIn(p plan.Plan) string {
	if b.heads != "" {
		return b.heads
	}
	if title := b.titleIn(p); title != b.title {
		return title
	}
	return strings.Replace(b.title, "述职报告", reportName(p), 1)
}

// wholeTitle is all of what stands above the paper under a plan, below the unit.
func (b body) wholeTitle(p plan.Plan) string {
	if b.whole != "" && b.titleIn(p) == b.title {
		return fmt.Sprintf(b.whole, p.Title)
	}
	return joined(p.Title, b.headingIn(p))
}

// list is the documents of the body in which there is something to say, or all.
func (b body) list(s meeting.State, all bool) []Document {
	if b.says != nil {
		if !all && !b.says(s) {
			return nil
		}
		return []Document{b.document(s.Plan)}
	}
	var out []Document
	for i, p := range s.Plan.Subjects {
		if all || b.saysOf(s, i) {
			d := b.document(s.Plan)
			d.ID, d.Title, d.subject = b.id+"-"+p.ID, d.Title+"（"+p.Label()+"）", i
			d.Name, d.File = d.ID+".docx", b.file+"（"+fileLabel(p.Label(), i)+"）.docx"
			out = append(out, d)
		}
	}
	return out
}

// longestLabel is how many characters of a label stand in the name of a file.
const longestLabel = 30

// fileLabel is the label of the subject at index i as the name of a file may have it.
func fileLabel(label string, i int) string {
	label = fileSigns.Replace(label)
	if runes := []rune(label); len(runes) > longestLabel {
		return fmt.Sprintf("%s…%d", string(runes[:longestLabel]), i+1)
	}
	return label
}

// fileSigns are signs that some system takes in no name, each as a like one.
var fileSigns = strings.NewReplacer("/", "／", "\\", "＼", ":", "：", "*", "＊", "?", "？", `"`, "＂", "<", "＜", ">", "＞", "|", "｜")

// document is a document on nobody.
func (b body) document(p plan.Plan) Document {
	return Document{ID: b.id, Name: b.id + ".docx", File: b.file + ".docx", Title: b.titleIn(p), body: b, subject: -1}
}

// sampleID is the document that no template fills: the blank sheet.
const sampleID = "sample"

// sheetsPaper is the paper of a plan that is the sheets: a blank one with the summary,
// or those that were filled in, which nothing writes.
const sheetsPaper = "sheets"

func bodyOf(p plan.Paper) int {
	return slices.IndexFunc(bodies, func(b body) bool { return b.id == p.ID })
}

// Written lists the IDs of the documents that are the paper p of the plan: of those
// that [Documents] gives. There are none while nothing stands in
// the paper yet, and none of a paper that the program does not write. It goes by the
// ID of the paper:
//
//	minutes, summary, count, opinion, correction   what the meeting came to
//	sheets                                         a blank sheet and the summary
//	comments, speech                               what the chair said
//	rectification, ledger                          the problems, and what is done about them
//	vetting, publication, notice                   reports vetted and published, grades made known
//	account, submission, catalogue                 what is reported, filed and listed
func Written(s meeting.State, p plan.Paper) []string {
	at := bodyOf(p)
	switch {
	case !s.Opened:
		return nil
	case p.ID == sheetsPaper:
		return sheetsWritten(s)
	case at < 0:
		return nil
	}
	var out []string
	for _, d := range bodies[at].list(s, false) {
		out = append(out, d.ID)
	}
	return out
}

// sheetsWritten are the documents that stand for the sheets.
func sheetsWritten(s meeting.State) []string {
	switch {
	case s.Plan.Sheets.Filled || !hasRead(s):
		return nil
	case hasSample(s):
		return []string{sampleID, "summary"}
	}
	return []string{"summary"}
}

func hasRead(s meeting.State) bool { return s.Round.Read() > 0 }

// isPublic reports whether there is a report that can be published: one that passed,
// or one that was attached and that nobody sent back.
func isPublic(r meeting.Report) bool {
	if v, vetted := r.Vetting(); vetted {
		return v.Outcome == meeting.Passed
	}
	return len(r.Files) > 0
}

// isToRemedy reports whether a problem is still of this year: not one that came over
// signed off, and that nobody opened again.
func isToRemedy(p *meeting.Problem) bool {
	return p.From == nil || p.SignedOff == nil || slices.ContainsFunc(p.History, func(past meeting.Past) bool { return past.Act == meeting.ActSignedOff })
}

// isDecided reports whether the grade of everybody is, on sheets that may be shown.
func isDecided(s meeting.State) bool {
	for i, d := range s.Decisions {
		if d.Grade == 0 && !s.IsExempt(i) {
			return false
		}
	}
	return s.Round.Closed && !s.Round.IsVoid() && s.Shows()
}
