package meeting

import (
	"time"

	"shuping/internal/tally"
)

// MaxPeople bounds every number of people and sheets.
const MaxPeople = 1_000_000

// Heads is how many people should be there, how many are, and how many of the others
// asked for leave (请假).
type Heads struct {
	Counted  bool
	Expected int
	Present  int
	Leave    int
	Seen     Witness
	Classes  []HeadCount // by class, where they were counted so
}

// A HeadCount is the heads of one class of voters.
type HeadCount struct {
	Class             string
	Expected, Present int
	Leave             int
	Seen              Witness
}

// CountHeads states how many people are expected, present and on leave, all together
// or of one class of voters, whether it weighs or not. What is stated of classes adds
// up to the meeting's.
type CountHeads struct {
	Class             string
	Expected, Present int
	Leave             int
	Witness
}

// HeadsCounted replaces the heads stated before, of the class or of all.
type HeadsCounted struct {
	Class    string `json:"class,omitempty"`
	Expected int    `json:"expected"`
	Present  int    `json:"present"`
	Leave    int    `json:"leave,omitempty"`
	Witness
}

func (o CountHeads) decide(s State) ([]Deed, error) {
	if s.Round.Closed {
		return nil, refuse(CountIsClosed)
	}
	if o.Class == "" && len(s.Plan.Rule.Classes) > 0 {
		return nil, refuse(ClassNeeded, "classes", listOf(s.Plan.Rule.Classes, func(c tally.Class) string { return c.ID }))
	}
	if o.Class != "" && !s.hasClass(o.Class) {
		return nil, refuse(UnknownClass, "class", o.Class)
	}
	if err := (Numbers{o.Expected, o.Present, o.Leave}).add(); err != nil {
		return nil, err
	}
	if err := s.witnessed("attend", o.Witness); err != nil {
		return nil, err
	}
	d := HeadsCounted(o)
	// One class after another is stated. Where all fill in the same sheets, their
	// sum is held against the sheets only when the count is closed. The sheets of a
	// void round are held against nothing.
	if !s.Round.IsVoid() && (o.Class == "" || len(s.Plan.Rule.Classes) > 0) {
		if err := d.apply(s, time.Time{}).seated(); err != nil {
			return nil, err
		}
	}
	return []Deed{d}, nil
}

// seated refuses more sheets than people where no reason was given for it.
func (s State) seated() error {
	for n, st := range s.Round.Stacks {
		if h, _ := s.HeadsOf(n); st.Issued > h.Present && isBlank(st.IssuedFor) {
			return s.about(n, PresentUnderIssued, "present", h.Present, "issued", st.Issued)
		}
	}
	return nil
}

func (s State) hasClass(id string) bool {
	for _, c := range s.Plan.Voters {
		if c.ID == id {
			return true
		}
	}
	return false
}

func (HeadsCounted) Kind() string { return "heads-counted" }

func (d HeadsCounted) apply(s State, _ time.Time) State {
	if d.Class == "" {
		s.Heads = Heads{Counted: true, Expected: d.Expected, Present: d.Present, Leave: d.Leave, Seen: d.Witness}
		return s.summed().changed(d)
	}
	h := Heads{Counted: true}
	for _, v := range s.Plan.Voters { // in the plan's order, whatever came first
		for _, c := range append([]HeadCount{{d.Class, d.Expected, d.Present, d.Leave, d.Witness}}, s.Heads.Classes...) {
			if c.Class == v.ID {
				h.Classes = append(h.Classes, c)
				h.Expected += c.Expected
				h.Present += c.Present
				h.Leave += c.Leave
				break
			}
		}
	}
	s.Heads = h
	return s.summed().changed(d)
}
