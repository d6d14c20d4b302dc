package meeting

import (
	"cmp"
	"fmt"
	"slices"
	"time"

	"shuping/internal/tally"
)

// Where classes of voters weigh and one of them has few people, whoever knows the
// weights can reckon back what they said. That is settled before its sheets are issued:
// its people vote on the sheets of another class, and it weighs what a class weighs
// that nobody votes in; or the meeting knows, and goes on.

// A SettledClass is what was settled of a class with few people.
type SettledClass struct {
	Class  string // its ID
	Into   string // the class that it votes with, "" where the meeting goes on knowingly
	People int
	By     string
}

// SettleClass settles it. Into is "" where the meeting goes on knowingly.
type SettleClass struct{ Class, Into, By string }

// ClassSettled says how many people the class had then, and who confirmed it.
type ClassSettled struct {
	Class  string `json:"class"`
	Into   string `json:"into,omitempty"`
	People int    `json:"people"`
	By     string `json:"by"`
}

func (o SettleClass) decide(s State) ([]Deed, error) {
	if isBlank(o.By) {
		return nil, refuse(MissingArgument, "command", "small-class", "argument", "by")
	}
	if err := s.checkPerson(o.By); err != nil {
		return nil, err
	}
	h, _ := s.headsOf(o.Class)
	d := ClassSettled{o.Class, o.Into, h.Present, o.By}
	if err := d.fits(s); err != nil {
		return nil, err
	}
	return []Deed{d}, nil
}

func (ClassSettled) Kind() string { return "class-settled" }

func (d ClassSettled) fits(s State) error {
	if err := cmp.Or(s.counting(), s.weighs(d.Class)); err != nil {
		return err
	}
	if d.Into != "" {
		if err := s.weighs(d.Into); err != nil || d.Into == d.Class {
			return cmp.Or(err, error(refuse(UnknownClass, "class", d.Into)))
		}
	}
	switch h, counted := s.headsOf(d.Class); {
	case !counted:
		return refuse(NoHeads)
	case d.Into != "" && s.Plan.Rule.Empty == tally.Refuse:
		return refuse(ClassMustVote, "class", s.Plan.ClassName(d.Class))
	case s.issuedTo(d.Class) || s.issuedTo(d.Into):
		return refuse(ClassIssued, "class", s.Plan.ClassName(d.Class))
	case !s.isSmall(h):
		return refuse(ClassNotSmall, "class", s.Plan.ClassName(d.Class), "people", h.Present, "fewest", s.Plan.Sheets.FewestOf)
	case d.People != h.Present:
		return fmt.Errorf("class %s has %d people, not %d", d.Class, h.Present, d.People)
	}
	return nil
}

func (d ClassSettled) apply(s State, _ time.Time) State {
	s.Settled = append(s.Settled[:len(s.Settled):len(s.Settled)], SettledClass(d))
	return s
}

// weighs refuses what is no class that weighs, and one that votes with another.
func (s State) weighs(class string) error {
	if s.class(class) < 0 || len(s.Plan.Rule.Classes) < 2 {
		return refuse(UnknownClass, "class", class)
	}
	if with := s.VotesWith(class); with != class {
		return refuse(ClassMerged, "class", s.Plan.ClassName(class), "into", s.Plan.ClassName(with), "id", with)
	}
	return nil
}

// VotesWith is the class on whose sheets a class votes, by its ID: its own, as a rule.
func (s State) VotesWith(class string) string {
	for _, x := range s.Settled {
		if x.Class == class && x.Into != "" {
			class = x.Into
		}
	}
	return class
}

// headsOf is the people who vote on the sheets of a class that weighs, and whether they
// were counted. Of a class that votes with another it is nobody.
func (s State) headsOf(class string) (HeadCount, bool) {
	out, counted := HeadCount{Class: class}, false
	for _, h := range s.Heads.Classes {
		counted = counted || h.Class == class
		switch {
		case s.VotesWith(h.Class) != class:
		case len(s.Settled) == 0:
			return h, true
		default:
			out.Expected, out.Present, out.Leave = out.Expected+h.Expected, out.Present+h.Present, out.Leave+h.Leave
		}
	}
	return out, counted
}

// isSmall reports whether a class with these people is smaller than the plan's fewest.
func (s State) isSmall(h HeadCount) bool { return h.Present > 0 && h.Present < s.Plan.Sheets.FewestOf }

// issuedTo reports whether sheets of a class are out, in a round that counts.
func (s State) issuedTo(class string) bool {
	return !s.Round.IsVoid() && slices.ContainsFunc(s.Round.Stacks, func(st Stack) bool {
		return st.Class >= 0 && s.Plan.Rule.Classes[st.Class].ID == class && st.Issued > 0
	})
}

// SmallClass is the class of the stack at index n, by its ID, and its people, where it
// is small and nothing was settled of it before its sheets are issued.
func (s State) SmallClass(n int) (class string, people int, small bool) {
	st := s.Round.Stacks[n]
	if st.Class < 0 || len(s.Plan.Rule.Classes) < 2 {
		return "", 0, false
	}
	class = s.Plan.Rule.Classes[st.Class].ID
	h, _ := s.headsOf(class)
	settled := slices.ContainsFunc(s.Settled, func(x SettledClass) bool { return x.Class == class })
	return class, h.Present, !settled && s.isSmall(h) && !s.issuedTo(class)
}

// NextClass is the class that a small one is offered to vote with, by its ID: the next
// in the plan's order in which anybody votes, or the last before it; "" for none, and
// where the rule says nothing without a class.
func (s State) NextClass(class string) string {
	found := ""
	if s.Plan.Rule.Empty == tally.Refuse {
		return found
	}
	for i, c := range s.Plan.Rule.Classes {
		h, _ := s.headsOf(c.ID)
		if c.ID == class || h.Present == 0 || s.issuedTo(c.ID) {
			continue
		}
		if found = c.ID; i > s.class(class) {
			break
		}
	}
	return found
}

// knows reports whether the meeting went on knowingly with a small class, so that
// nothing is hidden.
func (s State) knows() bool {
	return slices.ContainsFunc(s.Settled, func(x SettledClass) bool { return x.Into == "" && s.VotesWith(x.Class) == x.Class })
}
