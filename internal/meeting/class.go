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
// that nobody votes in; or the meeting knows, and goes on. A class of which few sheets
// came back is settled before they are read: they are put among those of another class,
// so that the record tells nobody which they were. Sheets that were read apart stand
// apart in the record, and then the meeting can only know.

// A SettledClass is what was settled of a class with few people or few sheets.
type SettledClass struct {
	Class  string // its ID
	Into   string // the class that it votes with, "" where the meeting goes on knowingly
	People int
	Sheets int // where those were too few: that came back, or that were valid once all were read
	By     string
}

// SettleClass settles it. Into is "" where the meeting goes on knowingly.
type SettleClass struct{ Class, Into, By string }

// ClassSettled says how many people the class had then, or how many sheets, and who
// confirmed it.
type ClassSettled struct {
	Class  string `json:"class"`
	Into   string `json:"into,omitempty"`
	People int    `json:"people"`
	Sheets int    `json:"sheets,omitempty"`
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
	d := ClassSettled{o.Class, o.Into, h.Present, s.fewSheets(o.Class), o.By}
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
	case d.People != h.Present || d.Sheets != s.fewSheets(d.Class):
		return fmt.Errorf("class %s has %d people and %d sheets, not %d and %d", d.Class, h.Present, s.fewSheets(d.Class), d.People, d.Sheets)
	case s.issuedTo(d.Class) || s.issuedTo(d.Into):
		return d.fitsSheets(s)
	case !s.isSmall(h):
		return refuse(ClassNotSmall, "class", s.Plan.ClassName(d.Class), "people", h.Present, "fewest", s.Plan.Sheets.FewestOf)
	}
	return nil
}

// fitsSheets holds once sheets are out: they are back, few, and to be put among others
// only while none is read.
func (d ClassSettled) fitsSheets(s State) error {
	switch {
	case !s.Round.HasCollected:
		return refuse(ClassIssued, "class", s.Plan.ClassName(d.Class))
	case d.Sheets == 0:
		return refuse(ClassNotFew, "class", s.Plan.ClassName(d.Class), "fewest", s.Plan.Sheets.FewestOf)
	case d.Into != "" && (s.isRead(d.Class) || s.isRead(d.Into)):
		return refuse(ClassRead, "class", s.Plan.ClassName(d.Class))
	default:
		return s.free()
	}
}

func (d ClassSettled) apply(s State, _ time.Time) State {
	s.Settled = append(s.Settled[:len(s.Settled):len(s.Settled)], SettledClass(d))
	if d.Into != "" && s.issuedTo(d.Class) {
		for n := range s.Round.Stacks {
			s = s.joined(n, d.Class, d.Into)
		}
	}
	return s
}

// joined is s with the sheets of the stack at index n among those of another class,
// where it is one of class.
func (s State) joined(n int, class, into string) State {
	from := s.Round.Stacks[n]
	to := slices.IndexFunc(s.Round.Stacks, func(st Stack) bool {
		return st.Class == s.class(into) && st.Subject == from.Subject && st.Vote == from.Vote
	})
	if from.Class != s.class(class) || to < 0 {
		return s
	}
	st := s.Round.Stacks[to]
	st.Issued, st.Collected, st.HasCollected = st.Issued+from.Issued, st.Collected+from.Collected, true
	st.Printed, st.Kept, st.Destroyed = st.Printed+from.Printed, st.Kept+from.Kept, st.Destroyed+from.Destroyed
	st.IssuedFor = both(st.IssuedFor, from.IssuedFor, "；")
	st.IssuedSeen, st.CollectedSeen = st.IssuedSeen.and(from.IssuedSeen), st.CollectedSeen.and(from.CollectedSeen)
	empty := Stack{Class: from.Class, Subject: from.Subject, Vote: from.Vote, Rows: from.Rows, Dropped: from.Dropped, Tallies: from.Tallies}
	return s.restacked(to, st).restacked(n, empty)
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

// isRead reports whether any sheet of a class was read.
func (s State) isRead(class string) bool {
	for n, st := range s.Round.Stacks {
		if st.Class == s.class(class) && s.Round.ReadOf(n) > 0 {
			return true
		}
	}
	return false
}

// fewSheets is how many sheets of a class are to be counted, where those are fewer than
// the plan's fewest: those that came back, and once all are read those that are valid.
// It is 0 where they are enough or none. Of several sheets a head it is the fewest.
func (s State) fewSheets(class string) int {
	few := 0
	for _, st := range s.Round.Stacks {
		if st.Class != s.class(class) || st.replaced() || !st.HasCollected || !s.issuedTo(class) {
			continue
		}
		sheets := st.Collected
		if st.Valid+st.Void == st.Collected {
			sheets = st.Valid
		}
		if sheets > 0 && sheets < s.Plan.Sheets.FewestOf && (few == 0 || sheets < few) {
			few = sheets
		}
	}
	return few
}

// SmallClass is the class of the stack at index n with its people or its sheets, where
// they are few and nothing was settled of it.
func (s State) SmallClass(n int) (SettledClass, bool) {
	st := s.Round.Stacks[n]
	if st.Class < 0 || len(s.Plan.Rule.Classes) < 2 {
		return SettledClass{}, false
	}
	class := s.Plan.Rule.Classes[st.Class].ID
	h, _ := s.headsOf(class)
	out := SettledClass{Class: class, People: h.Present, Sheets: s.fewSheets(class)}
	switch {
	case slices.ContainsFunc(s.Settled, func(x SettledClass) bool { return x.Class == class }):
		return out, false
	case s.issuedTo(class):
		lacking := slices.ContainsFunc(indexesOf(len(s.Round.Stacks), true), s.lacks)
		return out, out.Sheets > 0 && s.Round.HasCollected && !s.Round.Closed && s.free() == nil && (!s.isRead(class) || !lacking)
	default:
		return out, s.isSmall(h)
	}
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
		if c.ID == class || h.Present == 0 || s.issuedTo(c.ID) != s.issuedTo(class) || s.isRead(class) || s.isRead(c.ID) {
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
