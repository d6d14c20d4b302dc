package screen

import (
	"shuping/internal/meeting"
	"shuping/internal/words"
	"shuping/tui/key"
)

// A gate is what the count waits for.
type gate int

const (
	gateNone    gate = iota
	gateHeads        // people expected and present
	gateIssue        // sheets handed out
	gateCollect      // sheets that came back
	gateOpen         // the next bundle
	gateSheet        // marks
	gateSettle       // the scrutineer's ruling on a doubtful sheet
	gateHand         // the bundle counted by hand
	gateFinish       // the scrutineer's word that counting is done
	gateClosed       // nothing: counted
	gateVoid         // a new round

	gateChecks     // the bundles, to be confirmed one by one
	gateSecond     // marks of the second reading
	gateSecondHand // the second reading's sheets, counted by hand
	gateUneven     // the two readings have different numbers of sheets: a slip to mend
	gateDiffers    // the sheet to be keyed anew, by its number
	gateAgain      // its marks
	gateDispute    // the sheet that the scrutineer rules on, by its number
	gateRule       // its marks
	gateCorrect    // the sheet to be corrected after the count, by its numbers
	gateMend       // its marks

	gatePile        // the numbers of a row, by piles
	gatePileHand    // all sheets that were counted so, counted by hand
	gatePileDiffers // the row to be counted anew, by its number
	gatePileAgain   // its numbers
	gatePileDispute // the row that the scrutineer rules on, by its number
	gatePileRule    // its numbers
)

// piles reports whether the numbers of a row are keyed at the gate, ofPiles
// whether the gate belongs to a count by piles.
func (g gate) piles() bool {
	return g == gatePile || g == gatePileAgain || g == gatePileRule
}

func (g gate) ofPiles() bool {
	return g.piles() || g == gatePileHand || g == gatePileDiffers || g == gatePileDispute
}

// leaves reports whether ← gives something up at the gate.
func (r Record) leaves() bool {
	return r.gate.ofPiles() || r.gate == gateDiffers || r.gate == gateDispute
}

// gateOf says where the count stands in the state s, and which stack it is
// about where there are several.
func (r Record) gateOf(s meeting.State) (gate, int) {
	round := s.Round
	b := round.Bundle
	switch c := round.Check; {
	case b.Open && !round.Closed && r.again == gateNone:
		return r.bundleGate(s), b.Stack
	case round.Piling.Under() && r.again == gateNone:
		return r.pileGate(s), round.Piling.Stack
	case c.Under() && r.again == gateNone:
		return r.checkGate(s), round.Bundles.At(c.Bundle).Stack
	}
	switch {
	case round.Closed && r.mends:
		return r.mendGate(s)
	case round.Closed:
		return gateClosed, 0
	case r.again != gateNone:
		return r.again, picked(r.all(s), r.other)
	case round.IsVoid():
		return gateVoid, picked(stacks(s, func(s meeting.State, n int) bool { return !s.Idle(n) }), 0)
	}
	for _, step := range []struct {
		gate  gate
		lacks func(meeting.State, int) bool
	}{{gateHeads, lacksHeads}, {gateIssue, lacksIssue}, {gateCollect, lacksSheets}} {
		if list := stacks(s, step.lacks); len(list) > 0 {
			return step.gate, list[0]
		}
	}
	if r.checks {
		return gateChecks, 0
	}
	if list := stacks(s, hasUnread); len(list) > 0 {
		return gateOpen, picked(list, r.pick)
	}
	return gateFinish, 0
}

// bundleGate is what an open bundle waits for.
func (r Record) bundleGate(s meeting.State) gate {
	b := s.Round.Bundle
	full := b.Keyed() >= s.Size(b.Stack) || !hasUnread(s, b.Stack)
	switch {
	case b.Gap() > 0:
		return gateSheet
	case (full || r.early) && b.FirstDoubtful() > 0:
		return gateSettle
	case full || r.early:
		return gateHand
	default:
		return gateSheet
	}
}

// restates is the number that Home turns to next: the one stated last, then
// the one before it, then back to the work.
func (r Record) restates(s meeting.State) gate {
	round := s.Round
	switch {
	case round.Closed || !s.Heads.Counted:
		return gateNone
	case r.again == gateHeads:
		return gateNone
	case round.IsVoid():
		return gateHeads
	case r.again == gateNone && len(stacks(s, isBack)) > 0:
		return gateCollect
	case r.again != gateIssue && len(stacks(s, isOut)) > 0:
		return gateIssue
	default:
		return gateHeads
	}
}

// others is the keys that go through the stacks.
func (r Record) others(c Context) key.Scope {
	if r.gate == gateHeads { // there ↑↓ go from field to field
		return key.Scope{key.On(key.PageUp, "PgUp/PgDn", words.KeyOtherStack(c.Lang), "pgup"), key.On(key.PageDown, "", "", "pgdown")}
	}
	return key.Scope{key.On(key.Up, "↑↓", words.KeyOtherStack(c.Lang), "up"), key.On(key.Down, "", "", "down")}
}
