package meeting

import (
	"cmp"
	"fmt"
	"time"

	"shuping/internal/plan"
)

// MaxWho bounds the names of the persons, or of the branch, who answer for something,
// in characters.
const MaxWho = 200

// RecordProblem enters a problem of a subject into the ledger.
type RecordProblem struct {
	Subject string
	Origin  Origin
	Text    string
	Remedy
}

// ProblemRecorded gives the problem its ID.
type ProblemRecorded struct {
	ID      string `json:"id"`
	Subject string `json:"subject"`
	Origin  Origin `json:"origin"`
	Text    string `json:"text"`
	Remedy
}

func (o RecordProblem) decide(s State) ([]Deed, error) {
	d := ProblemRecorded{s.nextProblem(), o.Subject, o.Origin, o.Text, o.Remedy}
	if err := d.fits(s); err != nil {
		return nil, err
	}
	if isBlank(o.Text) {
		return nil, refuse(MissingArgument, "command", "problem", "argument", "text")
	}
	if err := cmp.Or(checkText(o.Text, MaxText), o.Remedy.check()); err != nil {
		return nil, err
	}
	return []Deed{d}, nil
}

func (r Remedy) check() error {
	if r.Limit != "" && r.read().Kind == "" {
		return refuse(BadLimit, "argument", "due", "value", r.Limit)
	}
	return cmp.Or(checkText(r.Measure, MaxText), checkText(r.Target, MaxText),
		checkLine(r.Who, MaxWho), checkLine(r.Branch, MaxWho), checkLine(r.Limit, MaxWho))
}

func (ProblemRecorded) Kind() string      { return "problem-recorded" }
func (ProblemRecorded) chains(State) bool { return true }
func (RecordProblem) chains(State) bool   { return true }

func (d ProblemRecorded) fits(s State) error {
	return cmp.Or(s.hasSubject(d.Subject), oneOf("origin", d.Origin, Origins), s.isNext(d.ID))
}

func (d ProblemRecorded) apply(s State, at time.Time) State {
	p := Problem{Subject: d.Subject, Origin: d.Origin, Text: d.Text, Remedy: d.Remedy}
	return s.entered(p, at, Past{Act: ActRecorded})
}

// AmendProblem changes the parts of a problem that are not nil. An empty text clears
// its part.
type AmendProblem struct {
	Problem string
	Changes
}

// Changes are the parts of a problem that are no longer what they were.
type Changes struct {
	Subject *string   `json:"subject,omitempty"`
	Origin  *Origin   `json:"origin,omitempty"`
	Text    *string   `json:"text,omitempty"`
	Measure *string   `json:"measure,omitempty"`
	Target  *string   `json:"target,omitempty"`
	Who     *string   `json:"who,omitempty"`
	Branch  *string   `json:"branch,omitempty"`
	Due     *plan.Day `json:"due,omitempty"`
	Limit   *string   `json:"limit,omitempty"`
}

// ProblemAmended holds only what changed. What stood before stays in the history
// of the problem.
type ProblemAmended struct {
	Problem string `json:"problem"`
	Changes
}

func (o AmendProblem) decide(s State) ([]Deed, error) {
	i := s.problemAt(o.Problem)
	if i < 0 {
		return nil, s.hasProblem(o.Problem)
	}
	d := ProblemAmended{o.Problem, o.Changes.from(*s.Ledger[i])}
	if err := d.fits(s); err != nil {
		return nil, err
	}
	switch {
	case d.Changes == Changes{}:
		return nil, refuse(Unchanged)
	case d.Text != nil && isBlank(*d.Text):
		return nil, refuse(MissingArgument, "command", "amend", "argument", "text")
	}
	after := *s.Ledger[i]
	for _, part := range d.Changes.parts(&after) {
		part.set()
	}
	if err := cmp.Or(checkText(after.Text, MaxText), after.Remedy.check()); err != nil {
		return nil, err
	}
	return []Deed{d}, nil
}

// from is what really changes of a problem, owned by nobody else.
func (c Changes) from(p Problem) Changes {
	for _, part := range c.parts(&p) {
		part.own()
	}
	return c
}

// A part of a problem that may be amended, beside what it is to be.
type part struct {
	name     string
	given    bool
	now, was string
	own, set func()
}

func (c *Changes) parts(p *Problem) []part {
	return []part{
		partOf("subject", &c.Subject, &p.Subject), partOf("origin", &c.Origin, &p.Origin),
		partOf("text", &c.Text, &p.Text), partOf("measure", &c.Measure, &p.Measure),
		partOf("target", &c.Target, &p.Target), partOf("who", &c.Who, &p.Who),
		partOf("branch", &c.Branch, &p.Branch), partOf("due", &c.Due, &p.Due), partOf("limit", &c.Limit, &p.Limit),
	}
}

func partOf[T comparable](name string, to **T, is *T) part {
	if *to == nil {
		return part{name: name, own: func() {}, set: func() {}}
	}
	return part{
		name: name, given: true, now: fmt.Sprint(**to), was: fmt.Sprint(*is),
		own: func() {
			if *to = new(**to); **to == *is {
				*to = nil
			}
		},
		set: func() { *is = **to },
	}
}

func (ProblemAmended) Kind() string      { return "problem-amended" }
func (ProblemAmended) chains(State) bool { return true }
func (AmendProblem) chains(State) bool   { return true }

func (d ProblemAmended) fits(s State) error {
	if err := s.hasProblem(d.Problem); err != nil {
		return err
	}
	if d.Subject != nil {
		if err := s.hasSubject(*d.Subject); err != nil {
			return err
		}
	}
	if d.Origin != nil {
		return oneOf("origin", *d.Origin, Origins)
	}
	return nil
}

func (d ProblemAmended) apply(s State, at time.Time) State {
	return s.befell(d.Problem, at, func(p *Problem) {
		for _, part := range d.Changes.parts(p) {
			if part.given {
				p.History = append(p.History, Past{At: at, Act: ActAmended, Field: part.name, Text: part.was})
				part.set()
			}
		}
	})
}

// isNext refuses an ID that is not the one of the next problem.
func (s State) isNext(id string) error {
	if id != s.nextProblem() {
		return fmt.Errorf("%s is not the next problem, which is %s", id, s.nextProblem())
	}
	return nil
}
