package count

import (
	"slices"

	"shuping/internal/meeting"
	"shuping/internal/words"
	"shuping/tui/desk"
	"shuping/tui/frame"
	"shuping/tui/key"
)

// A gate is one thing that the count waits for.
type gate struct {
	// waits reports whether the count waits at it, and what it is about then.
	waits func(Count, meeting.State) (about, bool)
	// says is what it asks for. Where marks are keyed it stands above the sheet, and
	// may be nil or "" for nothing.
	says func(Count, desk.Context) string
	// next is the next step in one line; sample is that of a rehearsal, nil where it
	// is the same.
	next, sample func(Count, desk.Context) string
	// place is the bundle and the sheet in hand and who keys it, nil where that
	// follows from the state.
	place func(Count, desk.Context) (sheet, by string)

	// asks is the numbers that are typed, and states takes them: 0 for one that was
	// left empty.
	asks   func(Count, desk.Context) []slot
	states func(Count, []int, desk.Context) (Count, desk.Answer)
	// sums tells that the numbers are the parts of one sum.
	sums bool
	// restates is how its numbers can be stated again from other gates, nil where
	// they cannot.
	restates *restating
	// follows tells that sheets were keyed until its number was asked for, so that a
	// key that is held may have filled some of them.
	follows bool

	// marks is how marks are keyed, nil where none are.
	marks *marking
	// list is the rows that a cursor moves through, nil where there are none.
	list func(Count, desk.Context) frame.Rows

	// beside is what stands between the sentence and what is typed, below what stands
	// under it; the last sheets where it is nil.
	beside func(Count, desk.Context) []string
	below  func(Count, desk.Context) desk.Picture

	// acts are what can be done there besides typing.
	acts []action
}

// An action is one of the count.
type action = desk.Action[Count]

// about is what a gate is about: the stack, and of piles the row.
type about struct{ stack, row int }

// A slot is a number that is typed.
type slot struct {
	label string
	spare bool // it may be left empty
	grade int  // whose colour it has, 0 for none
}

// A restating is a number that can be stated again.
type restating struct {
	name   words.Sentence
	stacks func(meeting.State) []int
}

// gates are all of them, in the order in which they are waited at.
var gates = slices.Concat(door, listing, classes, inHand, piling, checking, corrections, people, bundles, ending)

// stands is the gate that the count waits at, and what it is about: what is stated
// again comes before all others.
func (c Count) stands(s meeting.State) (*gate, about) {
	if c.again != nil && !s.Round.Closed {
		return c.again, about{stack: pickedStack(c.again.restates.stacks(s), c.other)}
	}
	for i := range gates {
		if of, waits := gates[i].waits(c, s); waits {
			return &gates[i], of
		}
	}
	return &gates[len(gates)-1], about{}
}

// free reports whether one may turn to another gate by oneself.
func (c Count) free(s meeting.State) bool {
	return c.again == nil && len(c.draft) == 0 && !c.listed && !c.door && !s.Round.Closed && !s.Round.Check.Under()
}

// restatements are the actions that turn back to numbers that were stated.
func restatements() []action {
	var out []action
	for i := range gates {
		g := &gates[i]
		if g.restates == nil {
			continue
		}
		out = append(out, action{
			Name: g.restates.name, Shown: key.InMenu, When: may(func(c Count, s meeting.State) bool {
				return c.free(s) && s.Heads.Counted && len(g.restates.stacks(s)) > 0
			}), Do: func(c Count, d desk.Context, _ int) (Count, desk.Answer) {
				c.class, c.again, c.other = 0, g, c.seen(g.restates.stacks(d.Ahead), d.Ahead)
				return c, desk.Answer{}
			},
		})
	}
	return out
}

// seen is the place in a list of stacks of the one that the screen is about, so that
// the number which is stated again is the one that was just seen.
func (c Count) seen(list []int, s meeting.State) int {
	at := s.Round.Stacks[c.of.stack]
	place := func(holds func(meeting.Stack) bool) int {
		return slices.IndexFunc(list, func(n int) bool { return s.Round.Stacks[n].Class == at.Class && holds(s.Round.Stacks[n]) })
	}
	if n := place(func(st meeting.Stack) bool { return st.Subject == at.Subject }); n >= 0 {
		return n
	}
	return max(0, place(func(meeting.Stack) bool { return true }))
}
