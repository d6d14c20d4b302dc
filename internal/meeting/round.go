package meeting

import (
	"shuping/internal/plan"
	"shuping/internal/tally"
)

// A Round is one vote: from the first sheet issued to the end of the count.
// Its stacks obey marks + blank + spoiled + 不了解 = valid for each row, and
// valid + void = sheets read. Its own numbers are the sums over its stacks, but for
// those of new votes of some subjects alone, which are part of it ([Revote]).
type Round struct {
	Number     int
	Version    int // of its count: 0 until it is closed, 1 from then, one more each time that it is closed again
	Stacks     []Stack
	Issued     int           // 0 until issued
	IssuedFor  string        // why more were issued than people are present
	Collected  int           // meaningful once HasCollected
	Counts     []tally.Count // for each subject: the marks that decide, of all stacks
	Valid      int
	Void       int
	Voids      []int   // void sheets by reason, in the plan's order
	Seat       Seat    // as which it is looked at ([State.Seated])
	Bundle     Bundle  // that the seat keys
	Check      Check   // the second reading that it does, of one that is closed
	Beside     []Hand  // what other seats have in hand, or had last, by their names
	Bundles    Bundles // that were opened, and counted by hand and put aside
	Piling     Piling  // the count of a stack by piles, under way
	RuleSHA256 string  // of the rule, sealed with the first sheet

	HasCollected bool // of every stack that anybody could fill in
	Closed       bool
	Reopened     bool // it was closed, and is not closed again yet
	ClosedBy     string
	ClosedSaw    string // what the scrutineer saw
	CheckPage    string // the SHA-256 of the page that checks exports, "" where the seal does not say it
	// First is the count before the one that is under way, nil where nothing is
	// counted anew; Wanted is who wanted that.
	First    *Round
	Wanted   RecountBegun
	Recounts []Recount // that were settled

	Revotes   []Revote // of some subjects alone, in their order
	VoidedFor string   // why the whole round counts for nothing
	VoidedBy  string   // who had it voided, "" where more sheets came back than were issued
	Overrun   Overrun  // how many those were; the zero Overrun where somebody had it voided
}

// An Overrun is a stack of which more sheets came back than were issued.
type Overrun struct {
	Stack             string // its name, "" where there is one alone
	Collected, Issued int
}

// Read is how many sheets of all its votes have been read: valid, void and set aside.
func (r Round) Read() int {
	read := r.Doubtful()
	for _, st := range r.Stacks {
		read += st.Valid + st.Void
	}
	return read
}

// Doubtful is how many sheets in hand wait for the scrutineer.
func (r Round) Doubtful() int {
	n := 0
	for h := range r.all() {
		n += h.Bundle.doubtful()
	}
	return n
}

// Last is the number of the last vote: its own, or that of a new vote of some subjects.
func (r Round) Last() int { return max(r.Number, r.revote()) }

// revote is the number of the last new vote of some subjects, 0 where there was none.
func (r Round) revote() int {
	if n := len(r.Revotes); n > 0 {
		return r.Revotes[n-1].Number
	}
	return 0
}

// InHand is the sheets of the last vote: how many were issued, came back and were read.
func (r Round) InHand() (issued, collected, read int) {
	for n, st := range r.Stacks {
		if st.Vote == r.revote() {
			issued, collected, read = issued+st.Issued, collected+st.Collected, read+r.ReadOf(n)
		}
	}
	return issued, collected, read
}

// IsVoid reports whether the whole round counts for nothing.
func (r Round) IsVoid() bool { return r.VoidedFor != "" }

// A PastRound is a void round that was followed by another.
type PastRound struct {
	Round    Round
	Versions []Version // of its count, where it was closed
	Older    *PastRound
}

// ReadOf is how many sheets of the stack at index n have been read.
func (r Round) ReadOf(n int) int {
	read := r.Stacks[n].Valid + r.Stacks[n].Void
	for h := range r.all() {
		if h.Bundle.Stack == n {
			read += h.Bundle.doubtful()
		}
	}
	return read
}

func newRound(number int, p plan.Plan) Round {
	return Round{
		Number: number, Stacks: newStacks(p),
		Counts: make([]tally.Count, len(p.Subjects)), Voids: make([]int, len(p.Sheets.Voids)),
	}
}
