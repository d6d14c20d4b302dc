package papers

import (
	"io/fs"
	"slices"
	"strings"
	"time"

	"shuping/internal/docx"
	"shuping/internal/meeting"
	"shuping/internal/plan"
)

// An Attendee is one of those who take part, as the list of names has him.
type Attendee struct {
	Class      int // index into the plan's voters, -1 where it is not said
	Name, Unit string
}

// Eve is what the papers of before the meeting know beside the plan.
type Eve struct {
	Names []Attendee // none: the lists have lines to write on
	Slips bool       // three slips of the count and not one
}

// pageBefore is what is printed before a meeting.
type pageBefore struct {
	People    string  // 述职人, what those are called who are graded
	Party     bool    // they are, and the meeting is one of the Party
	Sheet     string  // 述职评议表, what the plan calls it
	Day       *moment // of the meeting, nil where the plan says none
	Weekday   string  // of it
	Clock     *moment // its hour, nil where the plan says none
	Place     string
	Kinds     []pageKind
	Copies    []pageCopies
	Voters    []pageVoters
	Program   []pageProgram
	Items     []pageTurn
	Report    int // minutes of a report, 0 where there is none
	Review    int
	Reports   string // the heading over the reports
	Speech    bool   // one is held
	Slips     bool
	Columns   []string // of the tally by hand
	Across    int      // how many there are with those of numbers and names
	Width     int      // of each of them
	Name      int      // of the names before them
	Roles     []string // 监票人 and 计票人, a line each
	Order     []string // what is done, in few words
	Two, Four []int    // so many of a thing
	Labels    []string // a page of labels each: the class, "" for all
}

// A pageKind is one kind of sheet.
type pageKind struct{ Letter, Name, Colour string }

// words are a kind of sheet as people call it, its letter once: A票 党员, also of a class
// that is called A类：党员.
func (k pageKind) words() string {
	if k.Letter == "" {
		return k.Name
	}
	for _, before := range []string{"类：", "类:", "票：", "票:", "：", ":"} {
		if rest, ok := strings.CutPrefix(k.Name, k.Letter[:1]+before); ok {
			return k.Letter + " " + rest
		}
	}
	return strings.TrimSpace(k.Letter + " " + k.Name)
}

// A pageCopies is one file of sheets to be printed.
type pageCopies struct {
	Number              int
	Name, Colour, Paper string
	Count               int // of those who get one, 0 where it is not known
}

// A pageVoters is one class of those who take part, with their names and lines that
// are free.
type pageVoters struct {
	Name  string
	Names []pageAttendee
	Free  []int // the numbers of the free lines
}

// A pageAttendee is one line of a list to sign.
type pageAttendee struct {
	Number     int
	Name, Unit string
}

// befores are the papers of before the meeting in the order in which they are
// printed. The number is that of the archive.
var befores = []struct {
	id, file string
	what     func(p plan.Plan) string // the title below the unit
	filed    bool
}{
	{"printing", "10-印制清单", func(p plan.Plan) string { return joined(p.Title, sheetTitle(p)) + "印制清单" }, false},
	{"invitation", "02-会议通知", func(p plan.Plan) string { return "关于召开" + p.Title + "会议的通知" }, true},
	{"programme", "03-会议议程", func(p plan.Plan) string { return p.Title + "会议议程" }, true},
	{"hosting", "04-主持词", func(p plan.Plan) string { return p.Title + "会议主持词" }, true},
	{"attendance", "08-签到表", func(p plan.Plan) string { return p.Title + attendance }, true},
	{"tellers", "09-监票人计票人名单", func(p plan.Plan) string { return p.Title + "会议监票人、计票人建议名单" }, true},
	{"remarks", "10-书面意见表", func(p plan.Plan) string { return p.Title + "书面意见表" }, false},
	{"tally", "11-手工计票表", func(p plan.Plan) string { return p.Title + "计票表" }, false},
	{"slips", "11-票数报告单", func(p plan.Plan) string { return p.Title + "票数报告单" }, false},
	{"labels", "11-组封签", func(p plan.Plan) string { return joined(p.Title, sheetTitle(p)) + "组封签" }, false},
	{"strips", "11-封条", func(p plan.Plan) string { return "封条" }, false},
}

// attendance is how the list to sign is called behind its meeting.
const attendance = "会议签到表"

// BeforeID is the ID of the document that has all the others of [Before] in it.
const BeforeID = "before"

const beforeFile = "00-会前材料合订.docx"

// Before draws up what is printed before a meeting, from its plan: the notice, the
// programme, the words of the chair, the lists to sign, the blank sheets with the list
// of what to print, and what the count needs on paper. Last comes one document with
// all of it. An office's own templates stand before those of the program, but for the
// sheets, whose places a program may look for.
func Before(s meeting.State, with Eve, templates fs.FS) ([]Document, error) {
	w, err := readTemplates(s.Plan, templates)
	if err != nil {
		return nil, err
	}
	sheets, copies, err := blankSheets(s.Plan, with)
	if err != nil {
		return nil, err
	}
	w.page = page{
		Title: s.Plan.Title, Unit: s.Plan.Unit, Superior: s.Plan.Superior, Chair: s.Plan.Chair, Year: s.Plan.Year,
		Rehearsal: s.Rehearsal, To: toOf(s.Plan), Reporting: kindName(s.Plan, plan.Report), Scheme: schemeOf(s.Plan), Round: &docx.Mark{}, Version: &docx.Mark{}, Grades: s.Plan.Rule.OnSheet(), Aside: s.Plan.Rule.Aside,
	}
	for i, p := range s.Plan.Subjects {
		w.page.Subjects = append(w.page.Subjects, pageSubject{Index: i + 1, Number: numberInWords(i + 1), Post: p.Post, Name: p.Name, Label: p.Label(), Lines: linesOf(p), Last: i >= len(s.Plan.Subjects)-2})
	}
	w.page.Before = drawBefore(s.Plan, with)
	w.page.Before.Copies = copies
	var out []Document
	for _, b := range befores {
		d := Document{ID: b.id, Name: b.file + ".docx", File: b.file + ".docx", Title: b.what(s.Plan)}
		w.page.Paper, w.page.TitleLines = strings.TrimPrefix(d.Title, s.Plan.Title), titleLines(s.Plan, d.Title)
		if d.Bytes, err = w.read.Fill(b.id, w.page); err != nil {
			return nil, err
		}
		out = append(out, d)
		if b.id == "tellers" {
			out = append(out, sheets...)
		}
	}
	return bound(s.Plan, out)
}

// bound puts one document behind the others that has all of them in it.
func bound(p plan.Plan, list []Document) ([]Document, error) {
	var files [][]byte
	for _, d := range list {
		files = append(files, d.Bytes)
	}
	all, err := docx.Join(files)
	if err != nil {
		return nil, err
	}
	return append(list, Document{ID: BeforeID, Name: beforeFile, File: beforeFile, Title: p.Title + "会前材料", Bytes: all}), nil
}

// ofParty reports whether those who report are secretaries of the Party, and not units or
// persons of some other house.
func ofParty(p plan.Plan) bool { return peopleOf(p) == "述职人" }

// toOf is whom a notice is to.
func toOf(p plan.Plan) string {
	if ofParty(p) {
		return "各党支部"
	}
	return "各有关单位"
}

// sheetTitle is what the plan calls the sheet.
func sheetTitle(p plan.Plan) string {
	for _, paper := range p.Papers {
		if paper.ID == sheetsPaper {
			return paper.Title
		}
	}
	return "述职评议表"
}

// colours are those of the paper of each class, pale ones behind white.
var colours = []string{"白色", "浅黄色", "浅蓝色", "浅绿色", "浅粉色", "浅灰色"}

// kindsOf are the kinds of sheets, one where all are alike.
func kindsOf(p plan.Plan) []pageKind {
	var out []pageKind
	for i, c := range p.Rule.Classes {
		out = append(out, pageKind{string(rune('A'+i)) + "票", c.Name, colours[i%len(colours)]})
	}
	if len(out) < 2 {
		return []pageKind{{"", "", colours[0]}}
	}
	return out
}

// countOf is how many people get a sheet of a kind, as far as the list of names tells.
func countOf(p plan.Plan, with Eve, kind pageKind) (n int) {
	for _, a := range with.Names {
		if kind.Name == "" || a.Class >= 0 && p.Voters[a.Class].Name == kind.Name {
			n++
		}
	}
	return n
}

// freeLines are those of a list to sign where there are no names, and behind names.
const (
	freeLines  = 22
	spareLines = 3
)

// when puts down when and where the plan has the meeting held.
func (b *pageBefore) when(m plan.Meeting) {
	b.Place = m.Place
	if b.Day = momentOfDay(m.Day); b.Day != nil {
		b.Weekday = string([]rune("日一二三四五六")[m.Day.Time(time.UTC).Weekday()])
	}
	if at, err := time.Parse("15:04", m.Hour); err == nil {
		b.Clock = &moment{Hour: at.Hour(), Minute: at.Minute()}
	}
}

// drawBefore is what the templates are filled with.
func drawBefore(p plan.Plan, with Eve) *pageBefore {
	out := &pageBefore{People: peopleOf(p), Party: ofParty(p), Sheet: sheetTitle(p), Kinds: kindsOf(p), Slips: with.Slips,
		Roles: []string{"总监票人", "监票人", "监票人", "监票人", "计票人", "计票人", "计票人", "计票人"}, Two: make([]int, 2), Four: make([]int, 4)}
	out.when(p.Meeting)
	for i, v := range p.Voters {
		of := pageVoters{Name: v.Name}
		for _, a := range with.Names {
			if a.Class == i || a.Class < 0 && len(p.Voters) == 1 {
				of.Names = append(of.Names, pageAttendee{len(of.Names) + 1, spacedName(a.Name), a.Unit})
			}
		}
		free := freeLines - 2*max(0, len(titleLines(p, p.Title+attendance))-2) // a page holds no more
		if len(of.Names) > 0 {
			free = spareLines
		}
		for n := range free {
			of.Free = append(of.Free, len(of.Names)+n+1)
		}
		out.Voters = append(out.Voters, of)
	}
	out.drawProgram(p)
	out.Columns = slices.Clone(p.Rule.OnSheet())
	if p.Rule.Aside != "" {
		out.Columns = append(out.Columns, p.Rule.Aside)
	}
	out.Columns = append(out.Columns, "弃权", "该项无效")
	out.Width = min(1984, (handWidth-2268)/len(out.Columns))
	out.Across = len(out.Columns) + 2
	out.Name = handWidth - out.Width*len(out.Columns)
	for _, k := range out.Kinds {
		out.Labels = append(out.Labels, k.words())
	}
	return out
}

// handWidth is that of the table of the tally by hand, in twips, without its numbers.
const handWidth = 14470

// schemeOf is what the plan is called as a paper.
func schemeOf(p plan.Plan) string {
	if p.Scheme != "" {
		return p.Scheme
	}
	for _, paper := range p.Papers {
		if paper.ID == "plan" {
			return joined(p.Title, paper.Title)
		}
	}
	return p.Title + "工作方案"
}
