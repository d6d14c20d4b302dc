package meeting

import "time"

// ExemptSubject leaves a subject without a grade (不评定等次): he has no place in the
// quota, and the seal does not wait for him.
type ExemptSubject struct{ Subject, Reason string }

// SubjectExempted says why somebody is not graded.
type SubjectExempted struct {
	Subject string `json:"subject"`
	Reason  string `json:"reason"`
}

// RestoreSubject has a subject graded after all.
type RestoreSubject struct{ Subject, Reason string }

// SubjectRestored says why somebody is graded after all.
type SubjectRestored struct {
	Subject string `json:"subject"`
	Reason  string `json:"reason"`
}

func (o ExemptSubject) decide(s State) ([]Deed, error) {
	d := SubjectExempted(o)
	if err := d.fits(s); err != nil {
		return nil, err
	}
	if s.IsExempt(s.Plan.Subject(o.Subject)) {
		return nil, refuse(SubjectIsExempt, "subject", s.Plan.Subjects[s.Plan.Subject(o.Subject)].Label())
	}
	return []Deed{d}, needReason(o.Reason)
}

func (SubjectExempted) Kind() string         { return "subject-exempted" }
func (SubjectExempted) chains(s State) bool  { return !s.IsSealed() }
func (SubjectRestored) chains(s State) bool  { return !s.IsSealed() }
func (ExemptSubject) chains(s State) bool    { return !s.IsSealed() }
func (RestoreSubject) chains(s State) bool   { return !s.IsSealed() }
func (d SubjectExempted) fits(s State) error { return s.hasSubject(d.Subject) }

func (d SubjectExempted) apply(s State, _ time.Time) State { return s.exempted(d.Subject, d.Reason) }

func (o RestoreSubject) decide(s State) ([]Deed, error) {
	d := SubjectRestored(o)
	if err := d.fits(s); err != nil {
		return nil, err
	}
	return []Deed{d}, needReason(o.Reason)
}

func (SubjectRestored) Kind() string { return "subject-restored" }

func (d SubjectRestored) fits(s State) error {
	i, err := s.subject(d.Subject)
	switch {
	case err != nil:
		return err
	case !s.IsExempt(i):
		return refuse(NotExempt, "subject", s.Plan.Subjects[i].Label())
	}
	return nil
}

func (d SubjectRestored) apply(s State, _ time.Time) State { return s.exempted(d.Subject, "") }

// exempted is s with the reason why a subject is not graded, "" where he is. What was
// decided on him is open again.
func (s State) exempted(subject, reason string) State {
	i := s.Plan.Subject(subject)
	if s.Exempt == nil {
		s.Exempt = make([]string, len(s.Plan.Subjects))
	}
	s.Exempt = listWith(s.Exempt, i, reason)
	return s.reopen(i)
}

// Undecided reports whether the grade of the subject at index i has yet to be
// decided.
func (s State) Undecided(i int) bool { return s.Decisions[i].Grade == 0 && !s.IsExempt(i) }

// FirstUndecided is the index of the first subject whose grade has yet to be decided,
// -1 if there is none.
func (s State) FirstUndecided() int {
	for i := range s.Decisions {
		if s.Undecided(i) {
			return i
		}
	}
	return -1
}

// IsExempt reports whether the subject at index i is not graded.
func (s State) IsExempt(i int) bool { return s.WhyExempt(i) != "" }

// WhyExempt is why the subject at index i is not graded, "" where he is.
func (s State) WhyExempt(i int) string {
	if i < 0 || i >= len(s.Exempt) {
		return ""
	}
	return s.Exempt[i]
}
