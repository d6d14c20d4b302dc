package screen

import (
	"slices"

	"shuping/internal/meeting"
	"shuping/internal/plan"
	"shuping/internal/words"
	"shuping/tui/desk"
)

// coach is the next step for a newcomer in a rehearsal, at the place where it is
// done, or the key that leads there. At the count it is told by the count.
func coach(c desk.Context, at desk.Place) string {
	s := c.Ahead
	running := s.Running()
	evaluating := running >= 0 && s.Agenda[running].Kind == plan.Evaluation || s.Next() < 0
	switch {
	case running < 0 && s.Next() >= 0 && s.Unvetted(s.Agenda[s.Next()].ID) && excuse(c, s.Agenda[s.Next()].Subject) == "":
		return here(c, at, desk.AgendaPlace, words.CoachUnvetted(c.Lang))
	case running < 0 && s.Next() >= 0:
		return here(c, at, desk.AgendaPlace, c.Say(words.NextStart, "item", c.Item(s.Next())))
	case running >= 0 && (!evaluating || s.Round.Closed):
		return here(c, at, desk.AgendaPlace, c.Say(words.CoachFinish, "item", c.Item(running)))
	case !s.Round.Closed || s.Round.Version < 2 && s.Round.Bundles.Len() > 0:
		return here(c, at, desk.CountPlace, "")
	}
	i := s.FirstUndecided()
	if i < 0 {
		return here(c, at, desk.ArchivePlace, words.CoachSeal(c.Lang))
	}
	step := c.Say(words.CoachDecide, "subject", s.Plan.Subjects[i].Label())
	if v := s.Verdict(i); v.Forced > 0 {
		step = c.Say(words.CoachForced, "subject", s.Plan.Subjects[i].Label(), "grade", s.Plan.Rule.Scale.Name(v.Forced), "digit", v.Forced)
	}
	return here(c, at, desk.GradePlace, step)
}

// here is a step at its place, or the key that leads there.
func here(c desk.Context, at, want desk.Place, step string) string {
	if at == want {
		return step
	}
	return c.Say(words.CoachGo, "key", placeCaps[want])
}

var placeCaps = map[desk.Place]string{desk.AgendaPlace: "F2", desk.CountPlace: "F3", desk.ResultPlace: "F4", desk.GradePlace: "F5", desk.ArchivePlace: "F7"}

// onward is where the meeting goes on: nobody is left on a screen with items that
// wait, or with sheets that were never counted.
func onward(c desk.Context) string {
	s := c.State
	r := s.Running()
	switch {
	case s.IsSealed() && c.Outcome != "":
		return afterwards(c)
	case s.IsSealed():
		return words.ToExport(c.Lang)
	case r >= 0 && s.Agenda[r].Kind != plan.Evaluation || r < 0 && s.Next() >= 0:
		return words.ToAgenda(c.Lang)
	case !s.Round.Closed:
		return words.ToCount(c.Lang)
	case s.FirstUndecided() >= 0:
		return words.ToGrades(c.Lang)
	default:
		return words.ToArchive(c.Lang)
	}
}

// afterwards is what is left once the export was written: papers to be filed, problems
// to be dealt with.
func afterwards(c desk.Context) string {
	switch {
	case slices.ContainsFunc(c.State.Filings, func(f meeting.Filing) bool { return !f.Given() }):
		return words.ToFile(c.Lang)
	case slices.ContainsFunc(c.State.Ledger, func(p *meeting.Problem) bool { return p.SignedOff == nil }):
		return words.ToLedger(c.Lang)
	default:
		return words.ToLeave(c.Lang)
	}
}
