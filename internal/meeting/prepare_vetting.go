package meeting

import (
	"cmp"
	"slices"
	"strings"
	"time"

	"shuping/internal/plan"
)

// A Report is what is known of one subject's report before it is given.
type Report struct {
	Vettings []Vetting // oldest first; the last one holds
	Files    []File    // the report itself, oldest first; the last one holds
}

// Vetting is the last one, and whether there is one.
func (r Report) Vetting() (Vetting, bool) {
	if len(r.Vettings) == 0 {
		return Vetting{}, false
	}
	return r.Vettings[len(r.Vettings)-1], true
}

// Passed reports whether the report may be given as it is.
func (r Report) Passed() bool {
	v, vetted := r.Vetting()
	return vetted && v.Outcome == Passed
}

// An Outcome is what a vetting comes to.
type Outcome string

const (
	Passed   Outcome = "passed"
	Returned Outcome = "returned" // to be written anew
)

// Outcomes lists every outcome.
var Outcomes = []Outcome{Passed, Returned}

// An Answer is yes, no, or "" where nothing was said.
type Answer string

const (
	Unsaid Answer = ""
	Yes    Answer = "yes"
	No     Answer = "no"
)

var answers = []Answer{Unsaid, Yes, No}

// A Vetting (审核把关) holds a report against what the plan asks of it.
type Vetting struct {
	Outcome  Outcome
	By       string
	Own      Answer // the secretary wrote it in person
	Causes   Answer // the problems have objective and subjective causes
	Problems Answer // at least a part of it is on problems
	Missing  []int  // content points of the plan, from 1, that it lacks
	Note     string
	At       time.Time
}

// VetReport says how a report was vetted, by whom, and what it lacks.
type VetReport struct {
	Subject               string
	Outcome               Outcome
	By                    string
	Own, Causes, Problems Answer
	Missing               []int
	Note                  string
}

// ReportVetted follows any earlier vetting of the report, which stays in the record.
type ReportVetted struct {
	Subject  string  `json:"subject"`
	Outcome  Outcome `json:"outcome"`
	By       string  `json:"by"`
	Own      Answer  `json:"own,omitempty"`
	Causes   Answer  `json:"causes,omitempty"`
	Problems Answer  `json:"problems,omitempty"`
	Missing  []int   `json:"missing,omitempty"`
	Note     string  `json:"note,omitempty"`
}

// vet takes the words of a vetting.
func (a *arguments) vet() Order {
	o := VetReport{
		Subject: a.word("subject"), Outcome: Outcome(a.word("outcome")), By: a.text("by"),
		Own: Answer(a.maybe("own")), Causes: Answer(a.maybe("causes")), Problems: Answer(a.maybe("problems")),
	}
	if list := a.maybe("missing"); list != "" {
		for word := range strings.SplitSeq(list, ",") {
			o.Missing = append(o.Missing, a.parse("missing", word))
		}
	}
	o.Note = a.maybe("note")
	return o
}

func (o VetReport) decide(s State) ([]Deed, error) {
	d := ReportVetted(o)
	d.Missing = slices.Clone(o.Missing)
	slices.Sort(d.Missing)
	d.Missing = slices.Compact(d.Missing)
	if err := d.fits(s); err != nil {
		return nil, err
	}
	if isBlank(o.By) {
		return nil, refuse(MissingArgument, "command", "vet", "argument", "by")
	}
	if err := cmp.Or(checkLine(o.By, MaxName), checkText(o.Note, MaxText)); err != nil {
		return nil, err
	}
	switch label := s.Plan.Subjects[s.Plan.Subject(o.Subject)].Label(); {
	case !isBlank(o.Note):
	case o.Outcome == Passed && d.lacks():
		return nil, refuse(VettedLacking, "subject", label)
	case o.Outcome == Returned && !d.lacks():
		return nil, refuse(ReturnedForNothing, "subject", label)
	}
	return []Deed{d}, nil
}

// lacks reports whether the vetting found anything wanting.
func (d ReportVetted) lacks() bool {
	return len(d.Missing) > 0 || slices.Contains([]Answer{d.Own, d.Causes, d.Problems}, No)
}

func (ReportVetted) Kind() string { return "report-vetted" }

func (d ReportVetted) fits(s State) error {
	for _, n := range d.Missing {
		if err := checkNumber(n, 1, len(s.Plan.Content)); err != nil {
			return err
		}
	}
	return cmp.Or(s.hasSubject(d.Subject), oneOf("outcome", d.Outcome, Outcomes),
		oneOf("own", d.Own, answers), oneOf("causes", d.Causes, answers), oneOf("problems", d.Problems, answers))
}

func (d ReportVetted) apply(s State, at time.Time) State {
	return s.report(d.Subject, func(r Report) Report {
		v := Vetting{d.Outcome, d.By, d.Own, d.Causes, d.Problems, d.Missing, d.Note, at}
		r.Vettings = append(r.Vettings[:len(r.Vettings):len(r.Vettings)], v)
		return r
	})
}

// report is s with what is known of one report changed.
func (s State) report(subject string, change func(Report) Report) State {
	if i := s.Plan.Subject(subject); i >= 0 {
		s.Reports = listWith(s.Reports, i, change(s.Reports[i]))
	}
	return s
}

// Unvetted reports whether the item is a report that the plan wants vetted and that
// has not passed: whoever starts it is to be asked why.
func (s State) Unvetted(item string) bool {
	i, err := s.item(item)
	return err == nil && s.Plan.Prepare.Vetting && s.Agenda[i].Kind == plan.Report && !s.Reports[s.Agenda[i].Subject].Passed()
}
