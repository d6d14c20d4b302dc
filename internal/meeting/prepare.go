package meeting

import (
	"cmp"
	"time"

	"shuping/internal/plan"
)

// FilePlan says that the work plan itself was filed with the superior, 三(一). Where
// To is "", it went to the superior of the plan.
type FilePlan struct {
	Date plan.Day
	To   string
}

// PlanFiled says when the work plan was filed and with whom. It replaces what was
// stated before.
type PlanFiled struct {
	Date plan.Day `json:"date"`
	To   string   `json:"to"`
}

func (o FilePlan) decide(s State) ([]Deed, error) {
	d := PlanFiled{o.Date, cmp.Or(o.To, s.Plan.Superior)}
	if err := checkFiling("file-plan", d.Date, d.To); err != nil {
		return nil, err
	}
	if s.PlanFiled.Date == d.Date && s.PlanFiled.To == d.To {
		return nil, refuse(Unchanged)
	}
	return []Deed{d}, nil
}

func (PlanFiled) Kind() string      { return "plan-filed" }
func (PlanFiled) chains(State) bool { return true }
func (FilePlan) chains(State) bool  { return true }

func (d PlanFiled) fits(State) error { return needDay("file-plan", d.Date) }

func (d PlanFiled) apply(s State, at time.Time) State {
	s.PlanFiled = s.PlanFiled.after(d.Date, d.To, at)
	return s
}

// A Duty is a piece of the work and who answers for it.
type Duty struct {
	What, Who string
	At        time.Time
	Earlier   *Duty // who it was before
}

// AssignDuty says who answers for a piece of the work, 三(一). Whoever did before no
// longer does.
type AssignDuty struct{ What, Who string }

// DutyAssigned says who answers for a piece of the work from now on.
type DutyAssigned struct {
	What string `json:"what"`
	Who  string `json:"who"`
}

func (o AssignDuty) decide(s State) ([]Deed, error) {
	for _, must := range []struct{ name, text string }{{"what", o.What}, {"who", o.Who}} {
		if isBlank(must.text) {
			return nil, refuse(MissingArgument, "command", "duty", "argument", must.name)
		}
		if err := checkLine(must.text, MaxWho); err != nil {
			return nil, err
		}
	}
	if i := s.duty(o.What); i >= 0 && s.Duties[i].Who == o.Who {
		return nil, refuse(Unchanged)
	}
	return []Deed{DutyAssigned(o)}, nil
}

// duty is where the piece of work stands, -1 if nobody answers for it.
func (s State) duty(what string) int {
	for i, d := range s.Duties {
		if d.What == what {
			return i
		}
	}
	return -1
}

func (DutyAssigned) Kind() string      { return "duty-assigned" }
func (DutyAssigned) chains(State) bool { return true }
func (AssignDuty) chains(State) bool   { return true }

func (d DutyAssigned) apply(s State, at time.Time) State {
	now := Duty{What: d.What, Who: d.Who, At: at}
	if i := s.duty(d.What); i >= 0 {
		was := s.Duties[i]
		now.Earlier = &was
		s.Duties = listWith(s.Duties, i, now)
		return s
	}
	s.Duties = append(s.Duties[:len(s.Duties):len(s.Duties)], now)
	return s
}
