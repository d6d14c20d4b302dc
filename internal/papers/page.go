package papers

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"shuping/internal/docx"
	"shuping/internal/meeting"
	"shuping/internal/plan"
	"shuping/internal/result"
	"shuping/internal/words"
)

// A page is what a template is filled with. Its words are the plan's, the
// people's and the rule's; the words between them stand in the templates. Marks
// are figures, nil where there is none.
type page struct {
	Paper      string   // its title, 会议记录
	TitleLines []string // who and what, broken where the sense breaks
	Several    bool     // there are several rounds or versions
	Title      string   // of the meeting
	Unit       string
	Superior   string
	Chair      string
	Officers   pageOfficers
	Year       int
	Draft      bool       // what the paper rests on is open
	Count      *pageHead  // the seal of the count, on the report of which it stands; nil where there is none
	Chain      []string   // the seals in their order, where there are several of the count
	Revotes    []string   // small classes that were settled, and new votes on some subjects in this round
	Acts       []string   // what was announced, who is not graded, and what was counted or voted on again
	CheckPage  *docx.Mark // the SHA-256 of the page that checks exports, nil where the seal does not say it
	Observed   []string   // what the figures do not show, each a sentence
	Rehearsal  bool
	State      string     // counting, closed or sealed
	Round      *docx.Mark // 第一轮
	Version    *docx.Mark // 第一版
	VoidedFor  string     // why the round counts for nothing, 收回44张，发出43张
	VoidedBy   string     // who had it voided, "" where more came back than were issued
	Place      string     // where it was held
	Recorder   string     // who took the minutes
	From       *moment
	Until      *moment
	Head       pageHead
	Sheets     pageSheets
	Past       []pagePast // void rounds, oldest first
	Items      []pageItem
	Speech     string
	Review     string // of all subjects together
	Order      string // how the order of speaking came about, "" where it is the plan's

	Grades      []string // the scale, best first
	Aside       string   // 不了解, "" where the form has none
	MarkColumns int      // how many kinds of marks there are
	Veto        string   // “一般”“差”票合计
	Limit       string   // 超过10%
	HasParts    bool
	Subjects    []pageSubject
	Quotas      []pageQuota
	Subject     *pageSubject // whom an opinion is on

	TooFew      int            // how many sheets must be read before any figure is shown; 0 where they are shown
	Small       int            // below how many sheets a class is not shown apart; 0 where all are
	Comments    []pageComments // what was written on sheets
	Questions   []pageQuestion // what was asked, in its order
	Corrections []pageCorrection
	Reopened    bool // a correction broke the seal, and there is no other yet

	AsOf     *moment // the day of the last record, nil where nothing was recorded
	Ledger   []pageProblem
	Sum      *pageSum       // of the ledger, nil where nothing stands in it
	Remedies []pageRemedies // what is to be put right this year, by person
	Visits   []pageVisits   // private, empty in every paper but one
	To       string         // whom a notice is to, 各党支部
	Scheme   string         // what the plan is called as a paper

	Party      bool   // the unit, or what it meets for, is the Party's
	People     string // 述职人, what those are called who are graded
	Reporting  string // 述职, what they do
	ReportName string // 述职报告, what they hand in
	Sections   *sections
	Brief      bool // it has the counts of earlier versions only where they were others
	Tally      bool // a paper on the count, which names its round and version
	Graded     bool // somebody's grade is decided
	Told       bool // the votes were announced at the meeting as they stand
	Rulings    []pageRuling
	Results    []pageResult // how many have which grade, best first
	Exempt     int          // who is not graded
	Vetted     int          // reports that passed
	Enclosed   []string     // the papers that the plan files
	Catalogue  []pageEntry

	ShowsCounts bool // the notice tells the votes

	Before *pageBefore // of what is printed before the meeting, nil on any other paper
}

// A pageHead is the last record that the paper stands on.
type pageHead struct {
	Seq, Hash, Groups, Words *docx.Mark
}

// A pageItem is one item of the agenda.
type pageItem struct {
	Index   int    // from 1
	Kind    string // report, review, speech, evaluation and so on
	Name    string // the same in words
	Subject string // post and name on a line each, "" for none
	Status  string // waiting, running, done or skipped
	Start   *moment
	End     *moment
	Minutes int // how long it ran, pauses left out
	Seconds int
	Reason  string // why it was skipped
	Notes   []string
}

// A moment is an instant as a clock in China shows it, wherever the paper is
// drawn up.
type moment struct{ Year, Month, Day, Hour, Minute int }

func momentOf(t time.Time) *moment {
	if t.IsZero() {
		return nil
	}
	t = t.In(result.Beijing)
	return &moment{t.Year(), int(t.Month()), t.Day(), t.Hour(), t.Minute()}
}

// momentOfDay is a day as a paper shows it, nil where none is said.
func momentOfDay(d plan.Day) *moment {
	if d == (plan.Day{}) {
		return nil
	}
	return &moment{Year: d.Year, Month: int(d.Month), Day: d.Day}
}

// SameDay reports whether both are on one day; nil is on none.
func (m *moment) SameDay(o *moment) bool {
	return m != nil && o != nil && m.Year == o.Year && m.Month == o.Month && m.Day == o.Day
}

// pageOfficers are where the meeting is held and the people whom it named; what was not
// said is empty.
type pageOfficers struct{ Place, Chair, Recorder, Scrutineers, Tellers string }

func drawOfficers(o meeting.Officers) pageOfficers {
	return pageOfficers{o.Place, o.Chair, o.Recorder, nameList(o.Scrutineers), nameList(o.Tellers)}
}

// drawPage is the page that all papers of s share, and the figures on it.
func drawPage(s meeting.State, info Info) (page, figures) {
	f, d := figures{}, result.Of(s, info.Head, words.Chinese)
	p := page{
		Title: d.Title, Unit: d.Unit, Superior: s.Plan.Superior, Chair: s.Plan.Chair, Officers: drawOfficers(s.Officers), Year: d.Year,
		Rehearsal: d.Rehearsal, State: string(d.State),
		Round: f.of("第"+numberInWords(d.Round)+"轮", "round"), Version: f.of(versionInWords(d.Version), "version"),
		VoidedFor: voidedFor(s.Round), VoidedBy: s.Round.VoidedBy,
		Head:   drawHead(f, info.Stamp, "head"),
		Sheets: drawSheets(f, s, d), Past: drawPast(f, s.Past), Speech: s.Speech, Review: s.ReviewsOf(""), Order: orderInWords(s),
		Grades: s.Plan.Rule.OnSheet(), Aside: s.Plan.Rule.Aside, Quotas: drawQuotas(f, d.Quotas()),
	}
	if info.Count != nil {
		p.Count = new(drawHead(f, *info.Count, "seal"))
	}
	p.CheckPage = f.of(s.Round.CheckPage, "check_page")
	p.Acts, p.Chain, p.Revotes = drawActs(s), drawChain(s), append(settledIn(s), revotesIn(s, s.Round, false)...)
	p.People, p.Reporting, p.ReportName, p.Told, p.Rulings = peopleOf(s.Plan), kindName(s.Plan, plan.Report), reportName(s.Plan), s.Announced(meeting.Votes), drawRulings(s)
	if s.Round.Closed {
		for _, o := range result.Observations(s, s.Counted) {
			p.Observed = append(p.Observed, o.Text(words.Chinese))
		}
	}
	p.MarkColumns = len(p.Grades) + 2
	if p.Aside != "" {
		p.MarkColumns++
	}
	p.drawAgenda(s)
	p.drawLedger(f, s, result.LastDay(s))
	p.Party = ofParty(s.Plan) || strings.Contains(s.Plan.Unit+s.Plan.Title, "党")
	p.To, p.Scheme, p.ShowsCounts = toOf(s.Plan), schemeOf(s.Plan), s.Plan.NoticeVotes
	if d.Hidden {
		p.TooFew = s.Plan.Sheets.Fewest
	}
	for i := range s.Plan.Subjects {
		if s.HidesOf(i) {
			p.Small = s.Plan.Sheets.FewestOf
		}
		if d.Hidden {
			p.Subjects = append(p.Subjects, drawPerson(f, s, i))
			continue
		}
		drawn := drawSubject(f, s, i, d.Subjects[i])
		p.HasParts = p.HasParts || len(drawn.Parts) > 0
		if n := drawn.Negative; n != nil {
			p.Veto, p.Limit = n.Grades, d.Subjects[i].Negative.Passes()
		}
		p.Graded = p.Graded || drawn.Decided != nil
		p.Subjects = append(p.Subjects, drawn)
	}
	for i := max(0, len(p.Subjects)-2); i < len(p.Subjects); i++ {
		p.Subjects[i].Last = !p.HasParts || i == len(p.Subjects)-1
	}
	p.Several = d.Round > 1 || d.Version > 1
	p.drawAfter(s)
	p.Comments, p.Questions = drawComments(s, d.Comments), drawQuestions(s)
	p.Corrections, p.Reopened = drawCorrections(f, d.Corrections), d.Seals > 0 && d.State != result.Sealed
	return p, f
}

// drawHead is a record as people recognise it, with figures of these names.
func drawHead(f figures, s Stamp, of string) pageHead {
	return pageHead{
		Seq: f.of(strconv.FormatUint(s.Head.Seq, 10), "%s_seq", of), Hash: f.of(s.Head.Hash, "%s_hash", of),
		Groups: f.of(strings.Join(s.Groups, " "), "%s_groups", of), Words: f.of(strings.Join(s.Words, " "), "%s_words", of),
	}
}

// drawAgenda tells when each item was held, and from when until when the meeting
// was: from the earliest start to the latest end, or to what was announced to the hall
// later that day. What was held stands in the order in which it was; what was not keeps
// its place.
func (p *page) drawAgenda(s meeting.State) {
	var from, until time.Time
	for n, i := range inOrderHeld(s) {
		it, st := s.Agenda[i], s.Steps[i]
		start := firstStart(st)
		out := pageItem{
			Index: n + 1, Kind: string(it.Kind), Name: kindName(s.Plan, it.Kind), Status: statusNames[st.Status],
			Reason: st.Reason, Start: momentOf(start), Notes: notesOn(st, it),
		}
		if st.Status == meeting.Done {
			out.End = momentOf(st.Ended)
			seconds := int(st.Elapsed(st.Ended) / time.Second)
			out.Minutes, out.Seconds = seconds/60, seconds%60
			if st.Ended.After(until) {
				until = st.Ended
			}
		}
		if it.Subject >= 0 {
			out.Subject = linesOf(s.Plan.Subjects[it.Subject])
		}
		if !start.IsZero() && (from.IsZero() || start.Before(from)) {
			from = start
		}
		p.Items = append(p.Items, out)
	}
	for _, a := range s.Announcements {
		if a.At.After(until) && momentOf(a.At).SameDay(momentOf(until)) {
			until = a.At
		}
	}
	p.From, p.Until = momentOf(from), momentOf(until)
}

// orderInWords says in which order the subjects spoke where it is not the plan's, and
// whether a lot drew it.
func orderInWords(s meeting.State) string {
	if len(s.Order.Subjects) == 0 {
		return ""
	}
	whence := "（现场调整）"
	if s.Order.Lot {
		whence = "（抽签确定）"
	}
	return s.Plan.Labels(s.Order.Subjects) + whence
}

// firstStart is when an item first began.
func firstStart(st meeting.Step) time.Time {
	if len(st.Earlier) > 0 {
		return st.Earlier[0].Started
	}
	return st.Started
}

// inOrderHeld are the places of the agenda's items, those that were held in the order
// of their starts.
func inOrderHeld(s meeting.State) []int {
	var held []int
	for i, st := range s.Steps {
		if !firstStart(st).IsZero() {
			held = append(held, i)
		}
	}
	slices.SortStableFunc(held, func(a, b int) int { return firstStart(s.Steps[a]).Compare(firstStart(s.Steps[b])) })
	out := make([]int, len(s.Steps))
	for i, st := range s.Steps {
		if out[i] = i; !firstStart(st).IsZero() {
			out[i], held = held[0], held[1:]
		}
	}
	return out
}

// notesOn is what is to be said of how an item was held.
func notesOn(st meeting.Step, it plan.Item) []string {
	var out []string
	if st.Skipped != "" {
		out = append(out, "先跳过："+st.Skipped)
	}
	for _, span := range st.Earlier {
		out = append(out, fmt.Sprintf("%s至%s进行，后重新打开：%s", hourOf(span.Started), hourOf(span.Ended), span.Reopened))
	}
	if len(st.Earlier) > 0 {
		out = append(out, hourOf(st.Started)+"起续")
	}
	if over := int(st.Over(it) / time.Second); over > 0 {
		out = append(out, fmt.Sprintf("超时%d分%02d秒", over/60, over%60))
	}
	return out
}

func hourOf(t time.Time) string {
	m := momentOf(t)
	return fmt.Sprintf("%d时%02d分", m.Hour, m.Minute)
}

var statusNames = map[meeting.Status]string{
	meeting.Waiting: "waiting", meeting.Running: "running", meeting.Done: "done", meeting.Skipped: "skipped",
}

// numberInWords is a number from 0 to 99 in Chinese, and any other in digits.
func numberInWords(n int) string {
	const digits = "零一二三四五六七八九"
	digit := func(n int) string { return string([]rune(digits)[n]) }
	switch {
	case n < 0 || n > 99:
		return strconv.Itoa(n)
	case n < 10:
		return digit(n)
	}
	out := "十"
	if n >= 20 {
		out = digit(n/10) + out
	}
	if n%10 > 0 {
		out += digit(n % 10)
	}
	return out
}
