package screen

import (
	"strings"

	"shuping/data"
	"shuping/internal/meeting"
	"shuping/internal/plan"
)

// Coach is the next step for a newcomer in a rehearsal: what to press, and
// which made-up sheet to key. Outside a rehearsal it says nothing.
func Coach(c Context, at Place) string {
	s, w := c.Ahead, c.Words.Screen.Coach
	if !s.Rehearsal {
		return ""
	}
	gate, stack := Record{}.gateOf(s)
	running := s.Running()
	evaluating := running >= 0 && s.Agenda[running].Kind == plan.Evaluation || s.Next() < 0
	switch {
	case running < 0 && s.Next() >= 0:
		return c.here(at, AgendaPlace, c.Say(w.Start, "item", c.item(s.Next())))
	case running >= 0 && !evaluating:
		return c.here(at, AgendaPlace, c.Say(w.Finish, "item", c.item(running)))
	case gate == gateClosed && running >= 0:
		return c.here(at, AgendaPlace, c.Say(w.Finish, "item", c.item(running)))
	case gate != gateClosed:
		return c.here(at, RecordPlace, c.coachCount(gate, stack))
	}
	for i, d := range s.Decisions {
		if d.Grade == 0 {
			return c.here(at, GradePlace, c.Say(w.Decide, "subject", s.Plan.Subjects[i].Label()))
		}
	}
	return w.Over
}

// here is a step at its place, or the key that leads there.
func (c Context) here(at, want Place, step string) string {
	if at == want {
		return c.Words.Screen.Coach.Head + step
	}
	return c.Words.Screen.Coach.Head + c.Say(c.Words.Screen.Coach.Go, "key", placeCaps[want])
}

var placeCaps = map[Place]string{AgendaPlace: "F2", RecordPlace: "F3", ResultPlace: "F4", GradePlace: "F5"}

func (c Context) coachCount(g gate, stack int) string {
	w, s := c.Words.Screen.Coach, c.Ahead
	switch g {
	case gateHeads:
		return w.Heads
	case gateIssue:
		return c.Say(w.Issue, "present", s.Heads.Present)
	case gateCollect:
		return c.Say(w.Collect, "issued", s.Round.Issued)
	case gateOpen:
		if keyer(s) == "" {
			return w.OpenFirst
		}
		return w.Open
	case gateHand:
		return c.Say(w.Hand, "entered", len(s.Round.Bundle.Ballots))
	case gateSecondHand:
		return c.Say(w.Hand, "entered", len(s.Round.Check.Second))
	case gateFinish:
		return w.Close
	case gateSheet:
		return c.Say(w.Sheet, "keys", c.sample(stack, s.Round.Read()))
	case gateSecond:
		return c.Say(w.Sheet, "keys", c.sample(stack, before(s)+s.Round.Check.Sheet(len(s.Round.Check.Second))-1))
	default:
		return w.AsAsked
	}
}

// before is how many sheets lie in the bundles before the one that is checked.
func before(s meeting.State) int {
	n := 0
	for i := 1; i < s.Round.Check.Bundle; i++ {
		n += s.Round.Bundles.At(i).Sheets()
	}
	return n
}

// sample is the made-up sheet at the index, as the digits to type.
func (c Context) sample(stack, at int) string {
	sheets := data.Sheets()
	line := strings.Fields(sheets[at%len(sheets)])
	if line[0] == "0" {
		return "0 1"
	}
	keys := make([]string, len(c.sheet(stack)))
	for i := range keys {
		keys[i] = line[i%len(line)]
	}
	return strings.Join(keys, " ")
}
