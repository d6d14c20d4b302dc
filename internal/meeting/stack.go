package meeting

import (
	"fmt"
	"slices"
	"strings"

	"shuping/internal/plan"
	"shuping/internal/tally"
)

// A Stack is sheets of one kind that are handed out, collected and counted
// together. A round has one; it has one for each class of voters where classes
// weigh, times one for each subject where each subject has a sheet of his own.
type Stack struct {
	Class   int // index into the rule's classes, -1 for all voters
	Subject int // index into the plan's subjects, -1 for a sheet of several

	Vote    int   // the number of the new vote that it is of, 0 of the vote on all
	Rows    []int // the subjects on a sheet of a new vote, by index; nil where all are, or Subject alone
	Dropped []int // those on it who were voted on again since: what it says of them is kept and does not count

	Issued       int    // 0 until issued
	IssuedFor    string // why more were issued than people are present
	Collected    int    // meaningful once HasCollected
	HasCollected bool
	Valid        int
	Void         int

	Printed, Kept, Destroyed  int // 0 where that was not said
	IssuedSeen, CollectedSeen Witness

	// Tallies is the count of every mark of a sheet, in the order in which they
	// are read: the columns of the first subject, then those of the next.
	Tallies []tally.Count

	Piles PileCount // where it was counted by piles and not by bundles
}

// newStacks lays out the stacks of a round: the first subject's, class by class,
// then the next one's.
func newStacks(p plan.Plan) []Stack {
	return stacksOf(p, Stack{}, indexesOf(len(p.Subjects), p.Sheets.Each))
}

// stacksOf are stacks like one, for each class and each of these subjects.
func stacksOf(p plan.Plan, like Stack, subjects []int) []Stack {
	rows := p.Rows()
	if like.Rows != nil {
		rows = len(like.Rows) * p.Rule.Columns()
	}
	var out []Stack
	for _, subject := range subjects {
		for _, class := range indexesOf(len(p.Rule.Classes), len(p.Rule.Classes) > 0) {
			like.Class, like.Subject, like.Tallies = class, subject, make([]tally.Count, rows)
			out = append(out, like)
		}
	}
	return out
}

// indexesOf are the indexes of n things that are kept apart, or -1 for all together.
func indexesOf(n int, apart bool) []int {
	if !apart {
		return []int{-1}
	}
	out := make([]int, n)
	for i := range out {
		out[i] = i
	}
	return out
}

// closes reports whether every row of marks adds up to the valid sheets, and
// valid + void = collected ≤ issued; a stack that another replaced need not.
func (st Stack) closes() bool {
	if st.replaced() {
		return true
	}
	for _, n := range st.Tallies {
		if n.Rows() != st.Valid {
			return false
		}
	}
	return st.Valid+st.Void == st.Collected && st.Collected <= st.Issued
}

// Of reports whether what its sheets say of the subject at index i counts.
func (st Stack) Of(i int) bool { return st.Row(i) >= 0 && !slices.Contains(st.Dropped, i) }

// Row is the row of the subject at index i on its sheets, from 0; -1 where he is not on
// them.
func (st Stack) Row(i int) int {
	switch {
	case st.Subject == i:
		return 0
	case st.Subject >= 0:
		return -1
	case st.Rows == nil:
		return i
	}
	return slices.Index(st.Rows, i)
}

// SubjectIn is the index of the subject in a row of its sheets, from 0.
func (st Stack) SubjectIn(row int) int {
	if st.Rows != nil {
		return st.Rows[row]
	}
	return max(row, st.Subject)
}

// replaced reports whether a later vote was held on everybody that a new vote was on.
func (st Stack) replaced() bool { return st.Vote > 0 && len(st.Dropped) == max(1, len(st.Rows)) }

// A StackName is what tells a stack from the others: its class, its subject, or the
// number of the new vote that it is of and who are on its sheets.
type StackName struct {
	Class, Subject string
	Vote           int
	On             string // those who are on its sheets, the first of them where they are many
	Of             int    // and how many there are
}

// String is the name without words, for a log of the program's own.
func (n StackName) String() string {
	if n.Vote > 0 {
		return strings.TrimSpace(fmt.Sprintf("%s %d: %s", n.Class, n.Vote, n.On))
	}
	return strings.TrimSpace(n.Class + " " + n.Subject)
}

// mostNamed is how many subjects the name of a new vote names.
const mostNamed = 3

// StackName is what the stack at index n is called; nothing where a round has only one.
func (s State) StackName(n int) StackName {
	var out StackName
	if len(s.Round.Stacks) < 2 {
		return out
	}
	st := s.Round.Stacks[n]
	if st.Class >= 0 {
		out.Class = s.Plan.Rule.Classes[st.Class].Name
	}
	switch {
	case st.Vote > 0 && st.Rows != nil:
		out.Vote, out.On, out.Of = st.Vote, s.Labels(st.Rows[:min(mostNamed, len(st.Rows))]), len(st.Rows)
	case st.Vote > 0:
		out.Vote, out.On, out.Of = st.Vote, s.Labels([]int{st.Subject}), 1
	case st.Subject >= 0:
		out.Subject = s.Plan.Subjects[st.Subject].Label()
	}
	return out
}

// StackIDs are the words that name the stack at index n in an order: the ID of
// its class and of its subject, each "" where there is nothing to choose.
func (s State) StackIDs(n int) (class, subject string) {
	if st := s.Round.Stacks[n]; st.Class >= 0 && s.manyClasses() {
		class = s.Plan.Rule.Classes[st.Class].ID
	}
	if st := s.Round.Stacks[n]; st.Subject >= 0 && s.manySheets() {
		subject = s.Plan.Subjects[st.Subject].ID
	}
	return class, subject
}

// StackAt is the index of the stack that these words name, -1 if they name none.
func (s State) StackAt(class, subject string) int {
	n, err := s.stack("", class, subject)
	if err != nil {
		return -1
	}
	return n
}

func (s State) manyClasses() bool { return len(s.Plan.Rule.Classes) > 1 }
func (s State) manySheets() bool  { return s.Plan.Sheets.Each && len(s.Plan.Subjects) > 1 }

// stack finds the stack that an order means. Where there are several it must be
// named, and only by what tells them apart. Of several votes it is that which still
// lacks something, or the last one.
func (s State) stack(command, class, subject string) (int, error) {
	switch {
	case class != "" && !s.manyClasses():
		return 0, refuse(UnknownArgument, "command", command, "argument", "class")
	case subject != "" && !s.manySheets():
		return 0, refuse(UnknownArgument, "command", command, "argument", "subject")
	case class != "" && s.class(class) < 0:
		return 0, refuse(UnknownClass, "class", class)
	case class != "" && s.VotesWith(class) != class:
		return 0, s.weighs(class)
	case subject != "" && s.Plan.Subject(subject) < 0:
		return 0, refuse(UnknownSubject, "subject", subject)
	case class == "" && s.manyClasses() || subject == "" && s.manySheets():
		return 0, refuse(StackNeeded, "command", command, "stacks", s.selectors(class, subject))
	}
	last := -1
	for n, st := range s.Round.Stacks {
		if st.replaced() || class != "" && st.Class != s.class(class) || subject != "" && st.Subject != s.Plan.Subject(subject) {
			continue
		}
		if last = n; s.lacks(n) {
			break
		}
	}
	return last, nil
}

// lacks reports whether sheets of the stack at index n are still to be issued,
// collected or read.
func (s State) lacks(n int) bool {
	st := s.Round.Stacks[n]
	return !s.Idle(n) && (st.Issued == 0 || !st.HasCollected || s.Round.ReadOf(n) < st.Collected)
}

// selectors lists what an order has to choose from and did not.
func (s State) selectors(class, subject string) List {
	var out List
	if class == "" && s.manyClasses() {
		for _, c := range s.Plan.Rule.Classes {
			if s.VotesWith(c.ID) == c.ID {
				out = append(out, "class="+c.ID)
			}
		}
	}
	if subject == "" && s.manySheets() {
		for _, p := range s.Plan.Subjects {
			out = append(out, "subject="+p.ID)
		}
	}
	return out
}

// class is the index of a class of voters that weighs, -1 if there is none.
func (s State) class(id string) int {
	return slices.IndexFunc(s.Plan.Rule.Classes, func(c tally.Class) bool { return c.ID == id })
}

// about is a refusal that is true of one stack, which it names where there are
// several.
func (s State) about(n int, code Code, pairs ...any) *Refusal {
	r := refuse(code, pairs...)
	if name := s.StackName(n); name != (StackName{}) {
		r.Values["stack"] = name
	}
	return r
}

// HeadsOf is the people who may fill in the stack at index n, and whether they
// were counted.
func (s State) HeadsOf(n int) (HeadCount, bool) {
	class := s.Round.Stacks[n].Class
	if class < 0 {
		return HeadCount{Expected: s.Heads.Expected, Present: s.Heads.Present, Leave: s.Heads.Leave}, s.Heads.Counted
	}
	return s.headsOf(s.Plan.Rule.Classes[class].ID)
}

// Idle reports whether nobody is there to fill in the stack at index n, so that
// nothing need be issued, or nobody need wait for it because another replaced it.
func (s State) Idle(n int) bool {
	h, counted := s.HeadsOf(n)
	return s.Round.Stacks[n].replaced() || len(s.Round.Stacks) > 1 && s.Round.Stacks[n].Issued == 0 && counted && h.Present == 0
}

// restacked is s with another stack at index n.
func (s State) restacked(n int, st Stack) State {
	s.Round.Stacks = listWith(s.Round.Stacks, n, st)
	return s.summed()
}

// summed is s with the sums of its stacks drawn up anew, those of a new vote of some
// subjects left out. What the sheets say is summed as they are read.
func (s State) summed() State {
	r := s.Round
	var reasons []string
	r.Issued, r.Collected, r.HasCollected = 0, 0, false
	missing := false
	for n, st := range r.Stacks {
		if st.Vote == 0 {
			r.Issued += st.Issued
			r.Collected += st.Collected
		}
		r.HasCollected = r.HasCollected || st.HasCollected
		missing = missing || !st.HasCollected && !s.Idle(n)
		if st.IssuedFor != "" && !slices.Contains(reasons, st.IssuedFor) {
			reasons = append(reasons, st.IssuedFor)
		}
	}
	r.IssuedFor = strings.Join(reasons, "；")
	r.HasCollected = r.HasCollected && !missing
	s.Round = r
	return s
}
