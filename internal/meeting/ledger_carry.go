package meeting

import (
	"cmp"
	"slices"
	"time"

	"shuping/internal/plan"
)

// CarryProblem takes a problem over from last year's ledger, with its history. One
// that was signed off is taken over too, signed off as it is: it says how much of
// last year's was dealt with, and a problem that comes back is linked to it.
type CarryProblem struct {
	Bag     string // the identifier of last year's bag
	Earlier string // the ID of the problem there
	Year    int    // of last year's plan
	Was     string // whose it was, in words
	Subject string // whose it is this year, an ID; "" for nobody's
	Origin  Origin
	Text    string
	Remedy
	SignedBy string // who signed it off, "" where nobody did
	SignedOn plan.Day
	History  []Past
}

// ProblemCarried gives the problem its ID in this year's ledger.
type ProblemCarried struct {
	ID      string `json:"id"`
	Bag     string `json:"bag"`
	Earlier string `json:"earlier"`
	Year    int    `json:"year"`
	Was     string `json:"was"`
	Subject string `json:"subject"`
	Origin  Origin `json:"origin"`
	Text    string `json:"text"`
	Remedy
	SignedBy string   `json:"signed_by,omitempty"`
	SignedOn plan.Day `json:"signed_on,omitzero"`
	History  []Past   `json:"history"`
}

// carry takes the words of a problem that is taken over. Behind its ID stand six for
// each thing that happened to it: when, what, of which part, in what words, by whom,
// and the day that was stated.
func (a *arguments) carry() Order {
	o := CarryProblem{
		Earlier: a.word("problem"), Bag: a.text("bag"), Year: a.number("year"), Was: a.text("was"), Subject: a.maybe("subject"),
		Origin: Origin(a.text("origin")), Text: a.text("text"), Remedy: a.remedy(),
		SignedBy: a.maybe("signed-by"), SignedOn: a.maybeDay("signed-on"),
	}
	for len(a.plain) > 0 {
		when := a.instant("at", a.word("at"))
		o.History = append(o.History, Past{when, Act(a.word("act")), a.word("field"), a.word("text"), a.word("by"), a.dayIn("date", a.word("date"))})
	}
	return o
}

func (o CarryProblem) decide(s State) ([]Deed, error) {
	d := ProblemCarried{
		s.nextProblem(), o.Bag, o.Earlier, o.Year, o.Was, o.Subject, o.Origin, o.Text, o.Remedy,
		o.SignedBy, o.SignedOn, append([]Past{}, o.History...),
	}
	if err := d.fits(s); err != nil {
		return nil, err
	}
	for _, must := range []struct{ name, text string }{{"bag", o.Bag}, {"problem", o.Earlier}, {"text", o.Text}} {
		if isBlank(must.text) {
			return nil, refuse(MissingArgument, "command", "carry", "argument", must.name)
		}
	}
	err := cmp.Or(checkLine(o.Bag, MaxWho), checkLine(o.Earlier, MaxName), checkLine(o.Was, MaxWho), checkNumber(o.Year, 1, 9999),
		checkText(o.Text, MaxText), o.Remedy.check(), checkLine(o.SignedBy, MaxName), checkPast(o.History))
	if err != nil {
		return nil, err
	}
	if slices.ContainsFunc(s.Ledger, func(p *Problem) bool { return p.From != nil && p.From.Bag == o.Bag && p.From.ID == o.Earlier }) {
		return nil, refuse(AlreadyCarried, "problem", o.Earlier, "bag", o.Bag)
	}
	return []Deed{d}, nil
}

func checkPast(history []Past) error {
	for _, p := range history {
		if err := cmp.Or(checkText(p.Text, MaxText), checkLine(p.By, MaxName), checkLine(p.Field, MaxName)); err != nil {
			return err
		}
	}
	return nil
}

func (ProblemCarried) Kind() string      { return "problem-carried" }
func (ProblemCarried) chains(State) bool { return true }
func (CarryProblem) chains(State) bool   { return true }

func (d ProblemCarried) fits(s State) error {
	if d.Subject != "" {
		if err := s.hasSubject(d.Subject); err != nil {
			return err
		}
	}
	for _, p := range d.History {
		if err := oneOf("act", p.Act, Acts); err != nil {
			return err
		}
	}
	return cmp.Or(oneOf("origin", d.Origin, Origins), s.isNext(d.ID))
}

func (d ProblemCarried) apply(s State, at time.Time) State {
	p := Problem{
		Subject: d.Subject, Origin: d.Origin, Text: d.Text, Remedy: d.Remedy,
		From: &Before{d.Bag, d.Earlier, d.Year, d.Was, d.History},
	}
	if d.SignedBy != "" {
		p.SignedOff = &SignOff{d.SignedBy, d.SignedOn, at}
	}
	return s.entered(p, at, Past{Act: ActCarried, Text: d.Bag})
}

// Carry lists the orders that take last year's ledger over into s: all that is
// open, and what was signed off in that year. A problem goes to whoever has the same
// post and the same name, or else to the only one who has the same post. Where there
// is none, it is nobody's.
func (s State) Carry(last State, bag string) []Order {
	var out []Order
	for _, p := range last.Ledger {
		signed := slices.ContainsFunc(p.History, func(past Past) bool { return past.Act == ActSignedOff })
		if p.SignedOff != nil && !signed {
			continue // dealt with the year before
		}
		o := CarryProblem{
			Bag: bag, Earlier: p.ID, Year: last.Plan.Year, Subject: "", Origin: p.Origin, Text: p.Text, Remedy: p.Remedy,
		}
		if i := last.Plan.Subject(p.Subject); i >= 0 {
			o.Was, o.Subject = last.Plan.Subjects[i].Label(), successorID(s.Plan, last.Plan.Subjects[i])
		}
		if p.From != nil {
			o.Was = cmp.Or(o.Was, p.From.Subject)
			o.History = append(o.History, p.From.History...)
		}
		o.History = append(o.History, p.History...)
		if p.SignedOff != nil {
			o.SignedBy, o.SignedOn = p.SignedOff.By, p.SignedOff.Date
		}
		out = append(out, o)
	}
	return out
}

// successorID is the ID of who holds the post this year, "" where that is nobody or
// not clear.
func successorID(now plan.Plan, was plan.Subject) string {
	id, holders := "", 0
	for _, sub := range now.Subjects {
		if sub.Label() == was.Label() {
			return sub.ID
		}
		if sub.Post == was.Post {
			id, holders = sub.ID, holders+1
		}
	}
	if holders != 1 {
		return ""
	}
	return id
}
