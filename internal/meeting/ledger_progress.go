package meeting

import (
	"cmp"
	"time"

	"shuping/internal/plan"
)

// NoteProgress says what was done about a problem until a day.
type NoteProgress struct {
	Problem string
	Date    plan.Day
	Text    string
}

// ProgressNoted adds to what was done before.
type ProgressNoted struct {
	Problem string   `json:"problem"`
	Date    plan.Day `json:"date"`
	Text    string   `json:"text"`
}

func (o NoteProgress) decide(s State) ([]Deed, error) {
	if err := cmp.Or(s.unsettled(o.Problem), needDay("progress", o.Date)); err != nil {
		return nil, err
	}
	if isBlank(o.Text) {
		return nil, refuse(MissingArgument, "command", "progress", "argument", "text")
	}
	if err := checkText(o.Text, MaxText); err != nil {
		return nil, err
	}
	return []Deed{ProgressNoted(o)}, nil
}

// unsettled refuses a problem that is not, and one that is signed off: it has to be
// returned first.
func (s State) unsettled(id string) error {
	if err := s.hasProblem(id); err != nil {
		return err
	}
	if s.Ledger[s.problemAt(id)].SignedOff != nil {
		return refuse(ProblemIsDone, "problem", id)
	}
	return nil
}

func (ProgressNoted) Kind() string      { return "progress-noted" }
func (ProgressNoted) chains(State) bool { return true }
func (NoteProgress) chains(State) bool  { return true }

func (d ProgressNoted) fits(s State) error { return s.hasProblem(d.Problem) }

func (d ProgressNoted) apply(s State, at time.Time) State {
	return s.befell(d.Problem, at, func(p *Problem) {
		p.Progress = append(p.Progress[:len(p.Progress):len(p.Progress)], Progress{d.Date, d.Text, at})
	}, Past{Act: ActProgressed, Text: d.Text, Date: d.Date})
}

// SignOffProblem says that a problem is dealt with (销号).
type SignOffProblem struct {
	Problem string
	By      string // who found it so
	Date    plan.Day
}

// ProblemSignedOff closes a problem until it is returned.
type ProblemSignedOff struct {
	Problem string   `json:"problem"`
	By      string   `json:"by"`
	Date    plan.Day `json:"date"`
}

func (o SignOffProblem) decide(s State) ([]Deed, error) {
	if err := cmp.Or(s.unsettled(o.Problem), needDay("sign-off", o.Date)); err != nil {
		return nil, err
	}
	if isBlank(o.By) {
		return nil, refuse(MissingArgument, "command", "sign-off", "argument", "by")
	}
	if err := checkLine(o.By, MaxName); err != nil {
		return nil, err
	}
	return []Deed{ProblemSignedOff(o)}, nil
}

func (ProblemSignedOff) Kind() string      { return "problem-signed-off" }
func (ProblemSignedOff) chains(State) bool { return true }
func (SignOffProblem) chains(State) bool   { return true }

func (d ProblemSignedOff) fits(s State) error { return s.hasProblem(d.Problem) }

func (d ProblemSignedOff) apply(s State, at time.Time) State {
	return s.befell(d.Problem, at, func(p *Problem) {
		p.SignedOff = &SignOff{d.By, d.Date, at}
	}, Past{Act: ActSignedOff, By: d.By, Date: d.Date})
}

// ReturnProblem sends a problem back (退回): what was done, or the sign-off, does
// not hold.
type ReturnProblem struct{ Problem, Reason string }

// ProblemReturned opens a problem again if it was signed off.
type ProblemReturned struct {
	Problem string `json:"problem"`
	Reason  string `json:"reason"`
}

func (o ReturnProblem) decide(s State) ([]Deed, error) {
	if err := cmp.Or(s.hasProblem(o.Problem), needReason(o.Reason)); err != nil {
		return nil, err
	}
	return []Deed{ProblemReturned(o)}, nil
}

func (ProblemReturned) Kind() string      { return "problem-returned" }
func (ProblemReturned) chains(State) bool { return true }
func (ReturnProblem) chains(State) bool   { return true }

func (d ProblemReturned) fits(s State) error { return s.hasProblem(d.Problem) }

func (d ProblemReturned) apply(s State, at time.Time) State {
	return s.befell(d.Problem, at, func(p *Problem) {
		p.Returned = append(p.Returned[:len(p.Returned):len(p.Returned)], Return{d.Reason, at})
		p.SignedOff = nil
	}, Past{Act: ActReturned, Text: d.Reason})
}

// LinkProblem says that a problem is an earlier one that has come back
// (年年述、年年改、年年在), of this year or carried over.
type LinkProblem struct{ Problem, To string }

// ProblemLinked names the earlier problem by its ID in this ledger.
type ProblemLinked struct {
	Problem string `json:"problem"`
	To      string `json:"to"`
}

func (o LinkProblem) decide(s State) ([]Deed, error) {
	d := ProblemLinked(o)
	if err := d.fits(s); err != nil {
		return nil, err
	}
	now, before := s.Ledger[s.problemAt(o.Problem)], s.Ledger[s.problemAt(o.To)]
	switch {
	case now.Again == o.To:
		return nil, refuse(Unchanged)
	case now.Subject != "" && before.Subject != "" && now.Subject != before.Subject:
		return nil, refuse(OfAnother, "problem", o.Problem, "to", o.To)
	}
	return []Deed{d}, nil
}

func (ProblemLinked) Kind() string      { return "problem-linked" }
func (ProblemLinked) chains(State) bool { return true }
func (LinkProblem) chains(State) bool   { return true }

// A problem leads only to one before it, so that no chain of them runs in a circle.
func (d ProblemLinked) fits(s State) error {
	if err := cmp.Or(s.hasProblem(d.Problem), s.hasProblem(d.To)); err != nil {
		return err
	}
	if s.problemAt(d.To) >= s.problemAt(d.Problem) {
		return refuse(NotEarlier, "problem", d.Problem, "to", d.To)
	}
	return nil
}

func (d ProblemLinked) apply(s State, at time.Time) State {
	return s.befell(d.Problem, at, func(p *Problem) { p.Again = d.To }, Past{Act: ActLinked, Text: d.To})
}
