package meeting

import (
	"cmp"
	"fmt"
	"slices"
	"time"
)

// CorrectHeads puts right the numbers of people of a closed count, all together
// or, where they were counted by class, of one class.
type CorrectHeads struct {
	Class             string
	Expected, Present int
	Leave             *int   // nil where it stays as it was
	By                string // who saw it
	Reason            string
}

// HeadsCorrected holds the numbers of people as they were counted, and as they are
// from now on.
type HeadsCorrected struct {
	Class  string  `json:"class,omitempty"`
	Was    Numbers `json:"was"`
	Now    Numbers `json:"now"`
	By     string  `json:"by"`
	Reason string  `json:"reason"`
}

// Numbers are how many people are expected, present and on leave.
type Numbers struct {
	Expected int `json:"expected"`
	Present  int `json:"present"`
	Leave    int `json:"leave,omitempty"`
}

// add refuses numbers that cannot be: more who are there or on leave than expected.
func (n Numbers) add() error {
	for _, number := range []int{n.Expected, n.Present, n.Leave} {
		if err := checkNumber(number, 0, MaxPeople); err != nil {
			return err
		}
	}
	switch {
	case n.Present > n.Expected:
		return refuse(PresentOverAll, "present", n.Present, "expected", n.Expected)
	case n.Present+n.Leave > n.Expected:
		return refuse(LeaveOverAll, "present", n.Present, "leave", n.Leave, "expected", n.Expected)
	}
	return nil
}

func (o CorrectHeads) decide(s State) ([]Deed, error) {
	if err := s.correctable("correct-heads", o.By, o.Reason); err != nil {
		return nil, err
	}
	was, err := s.headsCounted(o.Class)
	if err != nil {
		return nil, err
	}
	now := Numbers{o.Expected, o.Present, was.Leave}
	if o.Leave != nil {
		now.Leave = *o.Leave
	}
	if err := now.add(); err != nil {
		return nil, err
	}
	d := HeadsRestated{HeadsCorrected{Class: o.Class, Was: was, Now: now, By: o.By, Reason: o.Reason}}
	if err := d.fits(s); err != nil {
		return nil, err
	}
	if err := d.apply(s, time.Time{}).seated(); err != nil {
		return nil, err
	}
	return s.restated(d, o.By, o.Reason), nil
}

// headsCounted is the people as they were counted, of a class or of all.
func (s State) headsCounted(class string) (Numbers, error) {
	h := s.Heads
	switch i := h.index(class); {
	case class == "" && len(h.Classes) == 0:
		return Numbers{h.Expected, h.Present, h.Leave}, nil
	case class == "":
		return Numbers{}, refuse(ClassNeeded, "classes", List(h.classes()))
	case i < 0:
		return Numbers{}, refuse(UnknownClass, "class", class)
	default:
		return Numbers{h.Classes[i].Expected, h.Classes[i].Present, h.Classes[i].Leave}, nil
	}
}

func (h Heads) classes() []string {
	ids := make([]string, len(h.Classes))
	for i, c := range h.Classes {
		ids[i] = c.Class
	}
	return ids
}

// index is where the class was counted, -1 if it was not.
func (h Heads) index(class string) int {
	return slices.IndexFunc(h.Classes, func(c HeadCount) bool { return c.Class == class })
}

func (HeadsCorrected) Kind() string      { return "heads-corrected" }
func (HeadsCorrected) chains(State) bool { return true }
func (CorrectHeads) chains(State) bool   { return true }

func (d HeadsCorrected) fits(s State) error { return cmp.Or(CountReopened{}.fits(s), d.right(s)) }

// right refuses numbers that were not counted, and those that cannot be.
func (d HeadsCorrected) right(s State) error {
	for _, n := range []int{d.Now.Expected, d.Now.Present, d.Now.Leave} {
		if err := checkNumber(n, 0, MaxPeople); err != nil {
			return err
		}
	}
	was, err := s.headsCounted(d.Class)
	switch {
	case err != nil:
		return err
	case d.Was != was:
		return fmt.Errorf("%d of %d people were counted, not %d of %d", was.Present, was.Expected, d.Was.Present, d.Was.Expected)
	case d.Now == d.Was:
		return refuse(Unchanged)
	default:
		return nil
	}
}

func (d HeadsCorrected) apply(s State, at time.Time) State {
	return s.corrected(d, at, d.change)
}

// change is s with the people as they are from now on.
func (d HeadsCorrected) change(s State) State {
	h := s.Heads
	if i := h.index(d.Class); i >= 0 {
		c := h.Classes[i]
		c.Expected, c.Present, c.Leave = d.Now.Expected, d.Now.Present, d.Now.Leave
		h.Classes = listWith(h.Classes, i, c)
	}
	h.Expected += d.Now.Expected - d.Was.Expected
	h.Present += d.Now.Present - d.Was.Present
	h.Leave += d.Now.Leave - d.Was.Leave
	s.Heads = h
	return s
}
