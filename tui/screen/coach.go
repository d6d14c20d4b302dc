package screen

import (
	"strings"

	"shuping/data"
	"shuping/internal/meeting"
	"shuping/internal/plan"
	"shuping/internal/words"
)

// Coach is the next step for a newcomer in a rehearsal: what to press, and
// which made-up sheet to key. Outside a rehearsal it says nothing.
func Coach(c Context, at Place) string {
	s := c.Ahead
	if !s.Rehearsal {
		return ""
	}
	gate, stack := Record{}.gateOf(s)
	running := s.Running()
	evaluating := running >= 0 && s.Agenda[running].Kind == plan.Evaluation || s.Next() < 0
	switch {
	case running < 0 && s.Next() >= 0:
		return c.here(at, AgendaPlace, c.Say(words.CoachStart, "item", c.item(s.Next())))
	case running >= 0 && !evaluating:
		return c.here(at, AgendaPlace, c.Say(words.CoachFinish, "item", c.item(running)))
	case gate == gateClosed && running >= 0:
		return c.here(at, AgendaPlace, c.Say(words.CoachFinish, "item", c.item(running)))
	case gate != gateClosed:
		return c.here(at, RecordPlace, c.coachCount(gate, stack))
	}
	for i, d := range s.Decisions {
		if d.Grade == 0 {
			return c.here(at, GradePlace, c.Say(words.CoachDecide, "subject", s.Plan.Subjects[i].Label()))
		}
	}
	return words.CoachOver(c.Lang)
}

// here is a step at its place, or the key that leads there.
func (c Context) here(at, want Place, step string) string {
	if at == want {
		return words.CoachHead(c.Lang) + step
	}
	return words.CoachHead(c.Lang) + c.Say(words.CoachGo, "key", placeCaps[want])
}

var placeCaps = map[Place]string{AgendaPlace: "F2", RecordPlace: "F3", ResultPlace: "F4", GradePlace: "F5"}

func (c Context) coachCount(g gate, stack int) string {
	s := c.Ahead
	switch g {
	case gateHeads:
		return words.CoachHeads(c.Lang)
	case gateIssue:
		return c.Say(words.CoachIssue, "present", s.Heads.Present)
	case gateCollect:
		return c.Say(words.CoachCollect, "issued", s.Round.Issued)
	case gateOpen:
		if keyer(s) == "" {
			return words.CoachOpenFirst(c.Lang)
		}
		return words.CoachOpen(c.Lang)
	case gateHand:
		return c.Say(words.CoachHand, "entered", len(s.Round.Bundle.Ballots))
	case gateSecondHand:
		return c.Say(words.CoachHand, "entered", len(s.Round.Check.Second))
	case gateFinish:
		return words.CoachClose(c.Lang)
	case gateSheet:
		return c.Say(words.CoachSheet, "keys", c.sample(stack, s.Round.Read()))
	case gateSecond:
		return c.Say(words.CoachSheet, "keys", c.sample(stack, before(s)+s.Round.Check.Sheet(len(s.Round.Check.Second))-1))
	default:
		return words.CoachAsAsked(c.Lang)
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
