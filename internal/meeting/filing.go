package meeting

import (
	"cmp"
	"slices"
	"time"

	"shuping/internal/plan"
)

// A Filing says when something was filed and with whom. It is the zero Filing
// while it was not.
type Filing struct {
	Date    plan.Day
	To      string
	At      time.Time
	Earlier *Filing // what was stated before
}

// Given reports whether it was filed.
func (f Filing) Given() bool { return f.Date != plan.Day{} }

// after is the filing that takes the place of f.
func (f Filing) after(date plan.Day, to string, at time.Time) Filing {
	out := Filing{Date: date, To: to, At: at}
	if f.Given() {
		out.Earlier = &f
	}
	return out
}

// FilePaper says that a paper of the plan was filed (报送备案). Where To is "", it
// went to the superior of the plan. It replaces what was stated of it before.
type FilePaper struct {
	Paper string // its ID
	Date  plan.Day
	To    string
}

// FileAll says that every paper that was not filed yet is filed now.
type FileAll struct {
	Date plan.Day
	To   string
}

// PaperFiled says when a paper was filed and with whom. It replaces what was stated
// of it before.
type PaperFiled struct {
	Paper string   `json:"paper"`
	Date  plan.Day `json:"date"`
	To    string   `json:"to"`
}

// file takes the words of a filing of one paper, or of all.
func (a *arguments) file() Order {
	if len(a.plain) == 0 {
		return FilePaper{a.text("paper"), a.date(), a.maybe("to")}
	}
	if what := a.word("all"); what != "all" {
		a.fail(refuse(UnknownArgument, "command", a.command, "argument", what))
	}
	return FileAll{a.date(), a.maybe("to")}
}

func (o FilePaper) decide(s State) ([]Deed, error) {
	i, err := s.paper(o.Paper)
	if err != nil {
		return nil, err
	}
	d := PaperFiled{o.Paper, o.Date, cmp.Or(o.To, s.Plan.Superior)}
	if err := checkFiling("file", d.Date, d.To); err != nil {
		return nil, err
	}
	if f := s.Filings[i]; f.Date == d.Date && f.To == d.To {
		return nil, refuse(Unchanged)
	}
	return []Deed{d}, nil
}

func (o FileAll) decide(s State) ([]Deed, error) {
	to := cmp.Or(o.To, s.Plan.Superior)
	if err := checkFiling("file", o.Date, to); err != nil {
		return nil, err
	}
	var out []Deed
	for i, p := range s.Plan.Papers {
		if !s.Filings[i].Given() {
			out = append(out, PaperFiled{p.ID, o.Date, to})
		}
	}
	if len(out) == 0 {
		return nil, refuse(AllFiled)
	}
	return out, nil
}

func checkFiling(command string, date plan.Day, to string) error {
	if err := needDay(command, date); err != nil {
		return err
	}
	if isBlank(to) {
		return refuse(MissingArgument, "command", command, "argument", "to")
	}
	return checkLine(to, MaxWho)
}

func (s State) paper(id string) (int, error) {
	i := slices.IndexFunc(s.Plan.Papers, func(p plan.Paper) bool { return p.ID == id })
	if i < 0 {
		return 0, refuse(UnknownPaper, "paper", id, "papers", listOf(s.Plan.Papers, func(p plan.Paper) string { return p.ID }))
	}
	return i, nil
}

func (PaperFiled) Kind() string      { return "paper-filed" }
func (PaperFiled) chains(State) bool { return true }
func (FilePaper) chains(State) bool  { return true }
func (FileAll) chains(State) bool    { return true }

func (d PaperFiled) fits(s State) error {
	_, err := s.paper(d.Paper)
	return cmp.Or(err, needDay("file", d.Date))
}

func (d PaperFiled) apply(s State, at time.Time) State {
	if i, err := s.paper(d.Paper); err == nil {
		s.Filings = listWith(s.Filings, i, s.Filings[i].after(d.Date, d.To, at))
	}
	return s
}

// A PaperState is whether there is a paper to be filed.
type PaperState string

const (
	PaperAttached  PaperState = "attached"  // as a file of the office's own, whoever could write it
	PaperGenerated PaperState = "generated" // by the program
	PaperMissing   PaperState = "missing"
)

// PaperStates lists every state of a paper.
var PaperStates = []PaperState{PaperAttached, PaperGenerated, PaperMissing}

// A PaperStanding is how one paper of the plan stands.
type PaperStanding struct {
	Paper plan.Paper
	State PaperState
	Files []File // attached, oldest first
	Filed Filing
}

// Papers is how each paper of the plan stands, in the order of the plan. Generated
// says which of them the program writes.
func (s State) Papers(generated func(plan.Paper) bool) []PaperStanding {
	out := make([]PaperStanding, len(s.Plan.Papers))
	for i, p := range s.Plan.Papers {
		out[i] = PaperStanding{p, PaperMissing, s.PaperFiles[i], s.Filings[i]}
		switch {
		case len(s.PaperFiles[i]) > 0:
			out[i].State = PaperAttached
		case generated(p):
			out[i].State = PaperGenerated
		}
	}
	return out
}
