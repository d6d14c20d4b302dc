package meeting

import (
	"time"

	"shuping/internal/plan"
	"shuping/internal/tally"
)

// A State is everything that is known of a meeting. It is whole: who has the
// newest one needs no other.
type State struct {
	Opened    bool
	Rehearsal bool // made-up sheets, never sealable
	PlanText  string
	Plan      plan.Plan
	Agenda    []plan.Item

	Steps   []Step // one for each agenda item
	Current int    // the item that runs, or the last one that did; -1 before

	Order   OrderSet // in which the subjects speak, where it was set
	Remarks []Remark // of reviews, in the order in which they were first noted
	Speech  string

	Officers Officers
	Vouched  []Vouched // names that were said to be right as they are

	Heads   Heads
	Settled []SettledClass // of classes with few people, in the order in which that was done
	Round   Round
	Past    *PastRound // void rounds, newest first

	Versions      []Version      // of the result, before each correction
	Announcements []Announcement // to the hall, in their order
	Comments      []Comment      // written on sheets, sorted by subject and text

	Facts       [][]FactEntry  // for each subject
	Assessments [][]Assessment // for each subject, in the order of the sources
	Opinions    []Opinion      // for each subject
	Decisions   []Decision     // for each subject
	Exempt      []string       // for each subject why he is not graded, "" where he is; nil where all are
	Reports     []Report       // for each subject, before the meeting
	Sealed      time.Time      // zero while it is not, or no longer is
	Seals       []Sealing      // every seal, of counts and of grades, also those that were broken
	Records     int            // that led here
	Trail       Trail          // of them
	Counted     Trail          // as it was when the count was closed, as which its report keeps it

	PlanFiled  Filing     // of the work plan itself
	Duties     []Duty     // in the order in which they were first assigned
	Questions  []Question // in the order in which they were asked
	Ledger     []*Problem // in the order of their IDs, none ever left out
	Filings    []Filing   // for each paper of the plan
	PaperFiles [][]File   // for each paper of the plan, oldest first
	Templates  []Template // of the office's own, in the order of their names

	// CheckPage is what no record led to: the SHA-256 of the page that checks exports, as
	// the program that records has it. Each seal of the count keeps it.
	CheckPage string

	every bool // it is looked at as all seats ([EverySeat])
}

// IsSealed reports whether the votes and grades are frozen.
func (s State) IsSealed() bool { return !s.Sealed.IsZero() }

// Turnout is the sums over all sheets. Where each subject has a sheet of his
// own, the numbers behind one of them are [State.TurnoutOf].
func (s State) Turnout() tally.Turnout {
	return tally.Turnout{
		Expected: s.Heads.Expected, Present: s.Heads.Present,
		Issued: s.Round.Issued, Collected: s.Round.Collected,
		Valid: s.Round.Valid, Void: s.Round.Void,
	}
}

// Verdict is what the rule makes of the subject at index i, as counted so far.
func (s State) Verdict(i int) tally.Verdict {
	return s.Plan.Rule.JudgePoll(s.Poll(i))
}

// FactsOf is what was established outside the vote of the subject at index i.
func (s State) FactsOf(i int) []tally.Fact {
	facts := make([]tally.Fact, len(s.Facts[i]))
	for n, f := range s.Facts[i] {
		facts[n] = tally.Fact{Kind: f.Kind, Source: f.Source}
	}
	return facts
}

// Grades is the decided grade of each subject who is graded, or the suggested one where none is
// decided (0 for neither), and whether all are decided.
func (s State) Grades() (grades []int, decided bool) {
	decided = true
	for i, d := range s.Decisions {
		grade := d.Grade
		switch {
		case s.IsExempt(i):
			continue
		case grade == 0:
			decided = false
			grade = s.Verdict(i).Suggested
		}
		grades = append(grades, grade)
	}
	return grades, decided
}

// Quotas are how all grades together stand to each quota of the rule.
func (s State) Quotas() []tally.QuotaVerdict {
	grades, decided := s.Grades()
	var out []tally.QuotaVerdict
	for _, q := range s.Plan.Rule.AllQuotas() {
		out = append(out, q.Check(grades, decided))
	}
	return out
}

// accepts holds what is true of every order: a session is open, and not sealed, or
// the order is one that a sealed session takes.
func (s State) accepts(o Order) error {
	_, opening := o.(OpenSession)
	switch {
	case opening && s.Opened:
		return refuse(AlreadyOpened)
	case opening:
		return nil
	case !s.Opened:
		return refuse(NotOpened)
	case s.follows(o):
		return nil
	case s.IsSealed():
		return refuse(IsSealed)
	default:
		return refuse(AfterSeal)
	}
}

// chains is an order that is taken after a seal, or a deed that may stand behind
// one in the record. For all others the record ends with the first seal.
type chains interface{ chains(State) bool }

// follows reports whether an order or a deed may follow the seals that there are.
func (s State) follows(x any) bool {
	if s.GradeSeals() == 0 || !s.Round.Closed {
		return true
	}
	c, ok := x.(chains)
	return ok && c.chains(s)
}

func (s State) subject(id string) (int, error) {
	if i := s.Plan.Subject(id); i >= 0 {
		return i, nil
	}
	return 0, refuse(UnknownSubject, "subject", id)
}

// listWith is a copy of list with v at i.
func listWith[T any](list []T, i int, v T) []T {
	out := make([]T, len(list))
	copy(out, list)
	out[i] = v
	return out
}
