package meeting

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"shuping/internal/plan"
)

// The ledger (整改台账) is open all year: before the meeting, in it, and behind the
// seal. Nothing in it is erased. What is amended keeps its former words, what is
// returned keeps its sign-off, and the number of a problem is never given again.

// An Origin is where a problem was pointed out, 三(六).
type Origin string

const (
	BySelf       Origin = "self"       // 自己查摆
	BySuperior   Origin = "superior"   // 上级点评
	ByMasses     Origin = "masses"     // 群众评议
	ByAssessment Origin = "assessment" // 考核反馈
)

// Origins lists every origin in the order of the plan.
var Origins = []Origin{BySelf, BySuperior, ByMasses, ByAssessment}

// A Remedy is what is to be done about a problem, what is to come of it, by whom
// and until when. Any part may be empty.
type Remedy struct {
	Measure string   `json:"measure,omitempty"` // 整改措施
	Target  string   `json:"target,omitempty"`  // 整改目标
	Who     string   `json:"who,omitempty"`     // 责任人
	Branch  string   `json:"branch,omitempty"`  // 责任支部
	Due     plan.Day `json:"due,omitzero"`      // 整改时限, its last day
	Limit   string   `json:"limit,omitempty"`   // the same as it was written, 2024年6月 or 立行立改; "" where Due says it all
}

// Until is the time limit in words, or else its day; "" where there is none.
func (r Remedy) Until() string { return cmp.Or(r.Limit, r.Due.String()) }

// AtOnce and Lasting report whether the time limit has no day because it is at once
// (立行立改), or because the measure is kept up for good (长期坚持).
func (r Remedy) AtOnce() bool  { return r.Due == plan.Day{} && r.read().Kind == plan.LimitAtOnce }
func (r Remedy) Lasting() bool { return r.Due == plan.Day{} && r.read().Kind == plan.LimitLasting }

// read reads the words of the time limit. Where they say no year it is that of Due, or
// the one before it where they begin in that.
func (r Remedy) read() plan.Limit {
	for _, year := range []int{r.Due.Year, r.Due.Year - 1} {
		if l, ok := plan.ReadLimit(r.Limit, plan.Day{Year: year, Month: time.January, Day: 1}); ok && l.Last == r.Due {
			return l
		}
	}
	return plan.Limit{}
}

// LimitWords are the words of a time limit on one line, "" where its day says it all.
func LimitWords(l plan.Limit) string {
	if l.Exact() {
		return ""
	}
	return strings.Join(strings.Fields(l.Words), " ")
}

// LimitsFrom is the day from which a time limit that names no year is counted: when the
// work of the plan begins.
func (s State) LimitsFrom() plan.Day {
	if d := s.Plan.Dates.From; d != (plan.Day{}) {
		return d
	}
	return plan.Day{Year: s.Plan.Year + 1, Month: time.January, Day: 1}
}

// A Problem is one line of the ledger, as it stands now. Nobody changes one: a deed
// puts another in its place.
type Problem struct {
	ID      string // p1, p2 …, its place in [State.Ledger] from 1
	Subject string // an ID; "" for one that was carried over and is nobody's this year
	Origin  Origin
	Text    string
	Remedy

	Progress  []Progress // oldest first
	Returned  []Return   // every time that it was sent back (退回), oldest first
	SignedOff *SignOff   // nil while it is not, or no longer is
	Files     []File     // evidence
	Again     string     // the ID of the earlier problem that has come back, "" for none
	From      *Before    // nil where it is this year's own
	History   []Past     // all that happened to it this year, oldest first
	At        time.Time  // when it was entered, or carried over
}

// Progress is what was done about a problem until a day.
type Progress struct {
	Date plan.Day
	Text string
	At   time.Time
}

// A Return says why a problem is not dealt with.
type Return struct {
	Reason string
	At     time.Time
}

// A SignOff says who found a problem dealt with (销号), and on what day.
type SignOff struct {
	By   string    `json:"by"`
	Date plan.Day  `json:"date"`
	At   time.Time `json:"at"`
}

// Before is what a problem was in last year's ledger.
type Before struct {
	Bag     string // the identifier of the bag that it was read from
	ID      string // its ID there
	Year    int    // of that plan
	Subject string // whose it was, in words
	History []Past // of all the years before, oldest first
}

// A Past is one thing that happened to a problem.
type Past struct {
	At    time.Time `json:"at,omitzero"`
	Act   Act       `json:"act"`
	Field string    `json:"field,omitempty"` // of what was amended: subject, origin, text, measure …
	Text  string    `json:"text,omitempty"`  // what was said; of what was amended, what stood before
	By    string    `json:"by,omitempty"`
	Date  plan.Day  `json:"date,omitzero"` // the day that was stated, not that of the record
}

// An Act is one kind of thing that happens to a problem.
type Act string

const (
	ActRecorded   Act = "recorded"
	ActAmended    Act = "amended"
	ActProgressed Act = "progress"
	ActEvidenced  Act = "evidence"
	ActReturned   Act = "returned"
	ActSignedOff  Act = "signed-off"
	ActLinked     Act = "linked"
	ActCarried    Act = "carried" // into the next year
)

// Acts lists every act.
var Acts = []Act{ActRecorded, ActAmended, ActProgressed, ActEvidenced, ActReturned, ActSignedOff, ActLinked, ActCarried}

// A ProblemStatus is how a problem stands on a day.
type ProblemStatus string

const (
	StandsOpen     ProblemStatus = "open"
	StandsDueSoon  ProblemStatus = "due-soon" // within DueSoon days
	StandsOverdue  ProblemStatus = "overdue"
	StandsReturned ProblemStatus = "returned" // and nothing was done about it since
	StandsDone     ProblemStatus = "done"     // signed off
)

// ProblemStatuses lists every status, the one to be looked at first in front.
var ProblemStatuses = []ProblemStatus{StandsOverdue, StandsReturned, StandsDueSoon, StandsOpen, StandsDone}

// DueSoon is how many days before its time limit a problem is due soon.
const DueSoon = 14

// Status is how the problem stands on a day. One that is overdue is that before all
// else, returned or not; its last day is not yet overdue.
func (p Problem) Status(today plan.Day) ProblemStatus {
	dated := p.Due != (plan.Day{})
	switch {
	case p.SignedOff != nil:
		return StandsDone
	case dated && p.Due.Before(today):
		return StandsOverdue
	case p.sentBack():
		return StandsReturned
	case dated && today.DaysUntil(p.Due) <= DueSoon:
		return StandsDueSoon
	default:
		return StandsOpen
	}
}

// sentBack reports whether nothing was done since the problem was returned.
func (p Problem) sentBack() bool {
	for _, past := range slices.Backward(p.History) {
		switch past.Act {
		case ActReturned:
			return true
		case ActProgressed, ActSignedOff:
			return false
		}
	}
	return false
}

// Problem is the one called id, and whether there is one.
func (s State) Problem(id string) (Problem, bool) {
	if i := s.problemAt(id); i >= 0 {
		return *s.Ledger[i], true
	}
	return Problem{}, false
}

// problemAt is the place of the problem in the ledger, -1 if there is none. An ID
// has one spelling: p07 is not p7.
func (s State) problemAt(id string) int {
	if len(id) < 2 || id[0] != 'p' {
		return -1
	}
	n, err := strconv.Atoi(id[1:])
	if err != nil || n < 1 || n > len(s.Ledger) || s.Ledger[n-1].ID != id {
		return -1
	}
	return n - 1
}

func (s State) hasProblem(id string) error {
	if s.problemAt(id) < 0 {
		return refuse(UnknownProblem, "problem", id, "problems", len(s.Ledger))
	}
	return nil
}

// nextProblem is the ID of the next problem. None is ever taken out, so that no ID
// is given twice.
func (s State) nextProblem() string { return fmt.Sprint("p", len(s.Ledger)+1) }

// A LedgerSum counts problems by how they stand on a day.
type LedgerSum struct{ All, Open, DueSoon, Overdue, Returned, Done int }

// SumLedger counts the problems of a list.
func SumLedger(list []*Problem, today plan.Day) LedgerSum {
	sum := LedgerSum{All: len(list)}
	for _, p := range list {
		switch p.Status(today) {
		case StandsOpen:
			sum.Open++
		case StandsDueSoon:
			sum.DueSoon++
		case StandsOverdue:
			sum.Overdue++
		case StandsReturned:
			sum.Returned++
		case StandsDone:
			sum.Done++
		}
	}
	return sum
}

// ProblemsOf lists the problems of one subject, in the order of the ledger.
func (s State) ProblemsOf(subject string) []*Problem {
	return s.problems(func(p *Problem) bool { return p.Subject == subject })
}

// LastYears lists the problems of one subject that were carried over.
func (s State) LastYears(subject string) []*Problem {
	return s.problems(func(p *Problem) bool { return p.Subject == subject && p.From != nil })
}

func (s State) problems(are func(*Problem) bool) []*Problem {
	var out []*Problem
	for _, p := range s.Ledger {
		if are(p) {
			out = append(out, p)
		}
	}
	return out
}

// entered is s with one more problem.
func (s State) entered(p Problem, at time.Time, first Past) State {
	p.ID, p.At = s.nextProblem(), at
	first.At = at
	p.History = []Past{first}
	s.Ledger = append(s.Ledger[:len(s.Ledger):len(s.Ledger)], &p)
	return s
}

// befell is s after something happened to a problem.
func (s State) befell(id string, at time.Time, change func(*Problem), what ...Past) State {
	i := s.problemAt(id)
	if i < 0 {
		return s
	}
	p := *s.Ledger[i]
	p.History = p.History[:len(p.History):len(p.History)]
	for _, past := range what {
		past.At = at
		p.History = append(p.History, past)
	}
	change(&p)
	s.Ledger = listWith(s.Ledger, i, &p)
	return s
}
