package plan

import (
	"slices"
	"strings"
	"time"

	"shuping/internal/tally"
)

// A Plan is one year's work plan, checked: the people, the agenda, the rule and
// the papers. It is a value that nobody changes once it was read.
type Plan struct {
	Name     string // short name of the file, such as "genhe-2023"
	Title    string // 2023年度述职评议
	Unit     string // the organisation that holds the meeting
	Superior string // the committee that the papers are filed with
	UnitCode string // what the unit is known by where its name may change, "" for none
	Chair    string // post of the person who chairs
	People   string // what those are called who are graded, "" for what the title says
	Year     int
	Dates    Dates
	Subjects []Subject // in the order of the agenda and of the sheet
	Voters   []Class
	Content  []Point // what a report must cover
	Stages   []Stage // the agenda as the plan states it
	Warn     int     // minutes before an item's end at which the clock warns, 0 for never
	Sheets   Sheets
	Rule     tally.Rule
	Hall     Hall
	Papers   []Paper
	Prepare  Prepare

	NoticeVotes bool    // the notice of grades tells the votes too
	Scheme      string  // the full title of the work plan as a paper, "" for the meeting's with its own
	Meeting     Meeting // when and where the meeting is to be held

	Templates string // folder beside the session with the office's own templates of the papers, "" for none
}

// Prepare says what the plan wants before the meeting. Nothing else is asked for.
type Prepare struct {
	Vetting       bool // every report passes a vetting (审核把关) before it is given
	VettingClause string
	Filed         bool // the plan itself is filed with the superior
	FiledClause   string
}

// Dates are the plan's days; each is a whole day without an hour or a zone.
type Dates struct {
	From         Day    // work starts
	Until        Day    // work is done
	FileBy       Day    // papers are filed with the superior
	Clause       string // of From and Until
	FileByClause string
}

// A Meeting is when and where a meeting is to be held, as far as the plan says.
type Meeting struct {
	Day   Day    // the zero Day where that is not said
	Hour  string // as 14:30, "" where that is not said
	Place string
}

// Before is the day before which the reports are vetted: that of the meeting, or the
// last one of the work where the plan says none.
func (p Plan) Before() Day {
	if p.Meeting.Day != (Day{}) {
		return p.Meeting.Day
	}
	return p.Dates.Until
}

// A Subject is one person who reports and is graded, known by post; the name is
// optional.
type Subject struct {
	ID   string // s1, s2 …, as records and scripts call it
	Post string // 第一党支部书记
	Name string

	Short   string // 会场简称, what the hall calls him where the rest has no room; "" for none
	Written bool   // reports in writing: has no item on the agenda, and is graded all the same
}

// Label is how a subject is called on screens: the name where there is one,
// after the post.
func (s Subject) Label() string {
	if s.Name == "" {
		return s.Post
	}
	return s.Post + " " + s.Name
}

// A Class is a group of voters. All classes weigh the same unless the rule gives
// every one of them a weight.
type Class struct {
	ID   string
	Name string
}

// A Point is one thing that a report must cover, in a short label.
type Point struct {
	Label  string
	Clause string
}

// A Stage is one kind of agenda item, in the order of the meeting. What follows a
// report stage at once, questions and a review, is held with it once for each subject
// (一述一评), unless it is held together.
type Stage struct {
	Kind     Kind
	Minutes  int
	Clause   string
	Together bool // a review or questions held once for all subjects
}

// Sheets says how paper is handled.
type Sheets struct {
	Bundle     int          // sheets in a bundle
	Large      int          // sheets in a bundle of more than 100 sheets, 0 as Bundle
	Check      Check        // how every bundle must be confirmed
	Witnessed  bool         // each gate must say who confirmed it and what was seen
	Each       bool         // a sheet for each subject, not one for all
	SelfRating bool         // whether a subject fills in a row on himself
	Voids      []VoidReason // why a sheet may be void, by the digit typed
	Cap        Cap          // how often a sheet may give some grades
	Spoils     []string     // what spoils a row, in words
	OverIssued OverIssued   // what more sheets back than issued mean
	Fewest     int          // sheets read before any figure is shown
	FewestOf   int          // sheets of a class below which its own figures are hidden
	Filled     bool         // the sheets that were filled in are filed, and not a blank one
	Shuffled   bool         // the tables of sheets list the marks of each subject by themselves, in the order of what they say
}

// Size is how many sheets a bundle has where so many were collected.
func (s Sheets) Size(collected int) int {
	if collected > 100 && s.Large > 0 {
		return s.Large
	}
	return s.Bundle
}

// Reasons are the digits of the reasons for which a sheet may be void.
func (s Sheets) Reasons() []int {
	var out []int
	for i, v := range s.Voids {
		if !v.Retired {
			out = append(out, i+1)
		}
	}
	return out
}

// Check says how a closed bundle must be confirmed before the count may close.
type Check string

const (
	CheckOffered Check = "offered"      // nothing must, either may; what was done is recorded
	CheckSecond  Check = "second-entry" // another person keys every bundle again
	CheckSpot    Check = "spot-check"   // drawn sheets of every bundle are read again, or more
	CheckEither  Check = "either"       // one of the two
)

// OverIssued says what it means that more sheets came back than were issued.
type OverIssued string

const (
	VoidsRound OverIssued = "void-round" // the round counts for nothing, and a new one opens
	IsRefused  OverIssued = "refuse"     // the number is not taken: count again
)

// A VoidReason is why a whole sheet counts for nothing.
type VoidReason struct {
	ID      string
	Title   string
	Retired bool // no sheet is void for it any more; its digit stays empty
}

// A Cap is how many rows of one sheet may give some grades (评“好”不超过几名). A sheet
// with more is void. The zero Cap asks nothing.
type Cap struct {
	Grades []int // positions on the scale
	Most   int
	Void   string // the ID of the reason why such a sheet is void
}

// Given reports whether there is one.
func (c Cap) Given() bool { return len(c.Grades) > 0 }

// Over is how many of these marks are of the grades, where they are too many, and else
// 0. Of a row with items the overall mark counts, which is the first of so many.
func (c Cap) Over(marks []tally.Mark, columns int) int {
	n := 0
	for i := 0; i < len(marks); i += columns {
		if slices.Contains(c.Grades, int(marks[i])) {
			n++
		}
	}
	if !c.Given() || n <= c.Most {
		return 0
	}
	return n
}

// A Paper is one thing to file with the superior.
type Paper struct {
	ID     string
	Title  string
	Clause string
}

// A Kind is what happens in an agenda item.
type Kind string

const (
	Report     Kind = "report"
	Question   Kind = "question" // what the hall asks
	Review     Kind = "review"
	Speech     Kind = "speech"
	Elect      Kind = "elect" // scrutineers and tellers
	Evaluation Kind = "evaluation"
)

// An Item is one step of the agenda. Its ID is the kind, and after a colon the
// subject where there is one: "report:s1", "speech".
type Item struct {
	ID      string
	Kind    Kind
	Subject int // index into Subjects, -1 for none
	Length  time.Duration
	Clause  string
}

// Agenda is the stages spelled out: the report, with what belongs to each, once for
// each subject who speaks, every other stage once.
func (p Plan) Agenda() []Item {
	var items []Item
	for i := 0; i < len(p.Stages); i++ {
		st := p.Stages[i]
		if st.Kind != Report {
			items = append(items, Item{string(st.Kind), st.Kind, -1, st.length(), st.Clause})
			continue
		}
		with := p.Stages[i : i+1+followers(p.Stages[i+1:])]
		for n, s := range p.Subjects {
			if s.Written {
				continue
			}
			for _, st := range with {
				items = append(items, st.item(n, s))
			}
		}
		i += len(with) - 1
	}
	return items
}

// followers is how many of the stages behind a report are held with each.
func followers(stages []Stage) int {
	n := 0
	for n < len(stages) && (stages[n].Kind == Question || stages[n].Kind == Review) && !stages[n].Together {
		n++
	}
	return n
}

func (st Stage) item(n int, s Subject) Item {
	return Item{string(st.Kind) + ":" + s.ID, st.Kind, n, st.length(), st.Clause}
}

func (st Stage) length() time.Duration { return time.Duration(st.Minutes) * time.Minute }

// Rows is how many marks one sheet carries: a row of marks for each subject, or
// one row where each subject has a sheet.
func (p Plan) Rows() int {
	if p.Sheets.Each {
		return p.Rule.Columns()
	}
	return len(p.Subjects) * p.Rule.Columns()
}

// ClassName is what the class of voters with that ID is called, or else the ID.
func (p Plan) ClassName(id string) string {
	for _, c := range p.Voters {
		if c.ID == id {
			return c.Name
		}
	}
	return id
}

// Labels are the subjects with these IDs, which the plan has, as people call them, in a
// row.
func (p Plan) Labels(ids []string) string {
	out := make([]string, len(ids))
	for i, id := range ids {
		out[i] = p.Subjects[p.Subject(id)].Label()
	}
	return strings.Join(out, "、")
}

// Subject is the index of the subject called id, -1 if there is none.
func (p Plan) Subject(id string) int {
	for i, s := range p.Subjects {
		if s.ID == id {
			return i
		}
	}
	return -1
}
