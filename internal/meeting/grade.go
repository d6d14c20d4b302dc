package meeting

import (
	"slices"
	"strings"
	"time"

	"shuping/internal/tally"
)

// A FactEntry is a fact as it was entered: the kind in the rule, and where it
// is written down.
type FactEntry struct{ Kind, Source string }

// A Decision is the comprehensive grade of one subject.
type Decision struct {
	Grade  int // a position on the scale, 0 while none is decided
	Reason string
	At     time.Time

	// Earlier is the decision that this one replaced, or that was opened again
	// because it could no longer stand.
	Earlier *Decision
}

// before is the decision as the earlier one of the next; nil where there is none.
func (d Decision) before() *Decision {
	if d.Grade == 0 {
		return d.Earlier
	}
	return &d
}

// RecordFact enters a fact that forces a grade, with its source.
type RecordFact struct{ Subject, Kind, Source string }

// FactRecorded holds a fact from outside the vote. A decision on the subject is open
// again.
type FactRecorded struct {
	Subject string `json:"subject"`
	About   string `json:"kind"`
	Source  string `json:"source"`
}

func (o RecordFact) decide(s State) ([]Deed, error) {
	if _, err := s.subject(o.Subject); err != nil {
		return nil, err
	}
	if _, ok := s.Plan.Rule.Fact(o.Kind); !ok {
		return nil, refuse(UnknownFact, "kind", o.Kind, "kinds", listOf(s.Plan.Rule.Facts, func(k tally.FactKind) string { return k.ID }))
	}
	if isBlank(o.Source) {
		return nil, refuse(MissingArgument, "command", "fact", "argument", "source")
	}
	if err := checkText(o.Source, MaxReason); err != nil {
		return nil, err
	}
	return []Deed{FactRecorded{o.Subject, o.Kind, o.Source}}, nil
}

func (FactRecorded) Kind() string { return "fact-recorded" }

func (d FactRecorded) apply(s State, _ time.Time) State {
	i := s.Plan.Subject(d.Subject)
	if i < 0 {
		return s
	}
	list := s.Facts[i]
	s.Facts = listWith(s.Facts, i, append(list[:len(list):len(list)], FactEntry{d.About, d.Source}))
	return s.reopen(i)
}

// WithdrawFact takes back a fact that was entered wrongly, and says why.
type WithdrawFact struct{ Subject, Kind, Reason string }

// FactWithdrawn removes every fact of the kind from the subject; the entries
// stay in the record.
type FactWithdrawn struct {
	Subject string `json:"subject"`
	About   string `json:"kind"`
	Reason  string `json:"reason"`
}

func (o WithdrawFact) decide(s State) ([]Deed, error) {
	i, err := s.subject(o.Subject)
	if err != nil {
		return nil, err
	}
	if len(factsWithout(s.Facts[i], o.Kind)) == len(s.Facts[i]) {
		return nil, refuse(NoSuchFact, "subject", s.Plan.Subjects[i].Label(), "kind", o.Kind)
	}
	if err := needReason(o.Reason); err != nil {
		return nil, err
	}
	return []Deed{FactWithdrawn{o.Subject, o.Kind, o.Reason}}, nil
}

func (FactWithdrawn) Kind() string { return "fact-withdrawn" }

func (d FactWithdrawn) apply(s State, _ time.Time) State {
	i := s.Plan.Subject(d.Subject)
	if i < 0 {
		return s
	}
	s.Facts = listWith(s.Facts, i, factsWithout(s.Facts[i], d.About))
	return s.reopen(i)
}

// factsWithout are the facts that are not of the kind.
func factsWithout(list []FactEntry, kind string) []FactEntry {
	var out []FactEntry
	for _, f := range list {
		if f.Kind != kind {
			out = append(out, f)
		}
	}
	return out
}

// reopen drops the decision on a subject whose facts changed under it. The
// chair decides again; the earlier decision stays in the record.
func (s State) reopen(i int) State {
	if d := s.Decisions[i]; d.Grade != 0 {
		s.Decisions = listWith(s.Decisions, i, Decision{Earlier: d.before()})
	}
	return s
}

// DecideGrade is the chair's word on one subject's comprehensive grade.
type DecideGrade struct{ Subject, Grade, Reason string }

// GradeDecided replaces an earlier decision, which stays in the record.
type GradeDecided struct {
	Subject string `json:"subject"`
	Grade   string `json:"grade"`
	Reason  string `json:"reason,omitempty"`
}

func (o DecideGrade) decide(s State) ([]Deed, error) {
	i, err := s.subject(o.Subject)
	if err != nil {
		return nil, err
	}
	switch {
	case !s.Round.Closed:
		return nil, refuse(CountOpen)
	case s.IsExempt(i):
		return nil, refuse(SubjectIsExempt, "subject", s.Plan.Subjects[i].Label())
	}
	scale := s.Plan.Rule.Scale
	g := scale.Position(o.Grade)
	if g == 0 {
		return nil, refuse(UnknownGrade, "grade", o.Grade, "grades", List(scale))
	}
	if err := checkText(o.Reason, MaxReason); err != nil {
		return nil, err
	}
	if err := s.mayDecide(i, g, o.Reason); err != nil {
		return nil, err
	}
	return []Deed{GradeDecided(o)}, nil
}

// mayDecide holds a grade against the veto and the suggestion. A quota is no bar: it
// warns, and asks for no reason.
func (s State) mayDecide(i, g int, reason string) error {
	scale, label := s.Plan.Rule.Scale, s.Plan.Subjects[i].Label()
	v := s.Verdict(i)
	switch {
	case v.Forced == len(scale) && g != v.Forced:
		return refuse(GradeForced, "subject", label, "grade", scale.Name(v.Forced))
	case g < v.Forced: // a worse one may be decided, as other than suggested
		return refuse(GradeCapped, "subject", label, "grade", scale.Name(v.Forced))
	case g != v.Forced && slices.Contains(v.Barred, g):
		return s.barred(i, g)
	}
	return s.differs(i, g, reason)
}

// differs refuses a grade other than the suggested one where no reason is given.
func (s State) differs(i, g int, reason string) error {
	scale, label := s.Plan.Rule.Scale, s.Plan.Subjects[i].Label()
	switch v := s.Verdict(i); {
	case !isBlank(reason), v.Suggested == 0, g == v.Suggested:
		return nil
	case v.Composite.Given():
		return refuse(DiffersFromSources, "subject", label, "grade", scale.Name(g),
			"suggested", scale.Name(v.Suggested), "composite", v.Composite.Plain())
	default:
		return refuse(DiffersFromVote, "subject", label, "grade", scale.Name(g), "suggested", scale.Name(v.Suggested))
	}
}

// graded refuses what waits for the grade of the subject at index i.
func (s State) graded(i int) error {
	if s.Undecided(i) {
		return refuse(NotDecided, "subject", s.Plan.Subjects[i].Label())
	}
	return nil
}

// barred is the refusal of a grade that a gate, a fact or a veto of the vote bars, in
// its words.
func (s State) barred(i, g int) error {
	rule, label := s.Plan.Rule, s.Plan.Subjects[i].Label()
	name := rule.Scale.Name(g)
	for _, gate := range rule.Gates {
		source, known := rule.Source(gate.Source)
		if gate.Grade != g || !known {
			continue
		}
		if a, _ := s.Assessment(i, gate.Source); a.Grade != "" && !slices.Contains(gate.Grades, a.Grade) {
			return refuse(GradeBarred, "subject", label, "grade", name,
				"source", source.Title, "is", a.Grade, "grades", List(gate.Grades))
		}
	}
	for _, why := range s.Verdict(i).Reasons {
		switch {
		case !slices.Contains(why.Bars, name):
		case why.Step == tally.FactVeto:
			return refuse(BarredByFact, "subject", label, "grade", name, "fact", why.Fact)
		default:
			return refuse(BarredByVote, "subject", label, "grade", name,
				"grades", strings.Join(why.Grades, "+"), "limit", why.Limit.Short())
		}
	}
	return nil
}

func (GradeDecided) Kind() string { return "grade-decided" }

// A grade is decided again behind a seal only once a correction has broken it.
func (GradeDecided) chains(s State) bool { return !s.IsSealed() }
func (DecideGrade) chains(s State) bool  { return !s.IsSealed() }

func (d GradeDecided) apply(s State, at time.Time) State {
	if i := s.Plan.Subject(d.Subject); i >= 0 {
		g := s.Plan.Rule.Scale.Position(d.Grade)
		s.Decisions = listWith(s.Decisions, i, Decision{g, d.Reason, at, s.Decisions[i].before()})
	}
	return s
}
