package screen

import (
	"fmt"
	"time"

	"shuping/internal/machine"
	"shuping/internal/plan"
	"shuping/internal/words"
	"shuping/tui/desk"
)

// What stands around the meeting, as far as it was looked up: names, papers, the wall,
// the copy on another disk, the computer.

// named is whether the subjects have names, shortened whether they have short ones for
// the hall.
func named(c desk.Context) chore {
	return written(c, words.NamesRow, words.NamesHow, func(s plan.Subject) bool { return s.Name != "" })
}

func shortened(c desk.Context) chore {
	return written(c, words.ShortRow, words.ShortHow, func(s plan.Subject) bool { return s.Short != "" })
}

// written is of how many subjects the plan says something, and where it is written.
func written(c desk.Context, kind, how words.Sentence, said func(plan.Subject) bool) chore {
	n, subjects := 0, c.Ahead.Plan.Subjects
	for _, s := range subjects {
		if said(s) {
			n++
		}
	}
	return chore{
		kind: kind, subject: -1, state: fmt.Sprintf("%d/%d", n, len(subjects)), stands: doneIf(n == len(subjects), optional),
		ask: func(c desk.Context) desk.Answer { return desk.Answer{Say: how(c.Lang)} },
	}
}

// printed is whether the papers to print were written.
func printed(c desk.Context) chore {
	r := chore{kind: words.PrintRow, subject: -1, state: words.PrintNone(c.Lang), stands: lacking, ask: func(c desk.Context) desk.Answer { return writePapers(c) }}
	switch folder := c.Survey.Printed; {
	case folder != "":
		r.state, r.stands = c.Say(words.PrintThere, "path", c.Look.Middle(folder, 36)), settled
		r.ask = func(c desk.Context) desk.Answer {
			return desk.Asks(desk.AskChoice([]string{words.PrintOpen(c.Lang), words.PrintAgain(c.Lang)}, func(n int, c desk.Context) desk.Answer {
				if n == 1 {
					return writePapers(c)
				}
				return desk.Answer{Errand: desk.Reveal, To: folder}
			}, c.Say(words.PrintThere, "path", folder)))
		}
	case c.Survey.At.IsZero():
		r.state, r.stands = words.NotLooked(c.Lang), optional
	case c.Ahead.Rehearsal: // nothing is printed for it
		r.stands = optional
	}
	return r
}

func writePapers(c desk.Context) desk.Answer {
	return desk.Answer{Errand: desk.Print, Say: words.Printing(c.Lang)}
}

// projected is whether the wall's own window was opened.
func projected(c desk.Context) chore {
	r := chore{kind: words.KeyProjector, subject: -1, state: words.WallHere(c.Lang), ask: func(c desk.Context) desk.Answer { return desk.Answer{Say: words.WallHere(c.Lang)} }}
	if !c.Walls {
		return r
	}
	r.state, r.stands = words.WallUntried(c.Lang), noticeable
	r.ask = func(desk.Context) desk.Answer { return desk.Answer{Errand: desk.OpenWall} }
	if !c.Walled.IsZero() {
		r.state, r.stands = c.Say(words.WallTried, "hour", hour(c.Walled)), settled
	}
	return r
}

// mirrored is whether there is a copy on another disk, and none where it cannot be.
func mirrored(c desk.Context) checklist {
	if !c.Mirrors {
		return nil
	}
	r := chore{kind: words.MirrorRow, subject: -1, state: words.MirrorNone(c.Lang), stands: noticeable, ask: desk.MirrorInto}
	if c.Mirror != (desk.Copy{}) {
		r.state, r.stands = c.Mirror.Says, doneIf(c.Mirror.Fault == "", noticeable)
		r.ask = asking(askMirror)
	}
	return checklist{r}
}

// askMirror asks what becomes of the copy on another disk.
func askMirror(c desk.Context) desk.Question {
	lines := []string{c.Mirror.Says}
	if c.Mirror.Fault != "" {
		lines = append(lines, c.Mirror.Fault)
	}
	return desk.AskChoice([]string{words.MirrorGoOn(c.Lang), words.MirrorOther(c.Lang), words.MirrorEnd(c.Lang)}, func(n int, c desk.Context) desk.Answer {
		switch n {
		case 1:
			return desk.MirrorInto(c)
		case 2:
			return desk.Answer{Errand: desk.EndMirror}
		}
		return desk.Answer{}
	}, lines...)
}

// looksAgain is a row that is looked up anew, with what there is to be done about it.
func looksAgain(c desk.Context, kind, advice words.Sentence) chore {
	return chore{kind: kind, subject: -1, state: words.NotLooked(c.Lang), ask: func(c desk.Context) desk.Answer {
		return desk.Answer{Errand: desk.LookAround, Say: advice(c.Lang)}
	}}
}

// power is where the computer has its power from.
func power(c desk.Context) chore {
	r := looksAgain(c, words.PowerRow, words.PowerHow)
	if c.Survey.At.IsZero() {
		return r
	}
	m := c.Survey.Machine
	r.stands = doneIf(m.Power == machine.Mains, noticeable)
	switch r.state = words.PowerUnknown(c.Lang); m.Power {
	case machine.Mains:
		r.state = words.PowerMains(c.Lang)
	case machine.Battery:
		r.state = words.PowerBattery(c.Lang)
	}
	if m.Charge != machine.Unknown {
		r.state += c.Say(words.PowerCharge, "percent", m.Charge)
	}
	r.state += c.Say(words.LookedAt, "hour", hour(c.Survey.At))
	return r
}

// roomy is as much room as a disk should have.
const roomy = 1 << 30

// room is how much the disk of the session has.
func room(c desk.Context) chore {
	r := looksAgain(c, words.DiskRow, words.DiskHow)
	if c.Survey.At.IsZero() {
		return r
	}
	free := c.Survey.Machine.Free
	r.stands = doneIf(free >= roomy, noticeable)
	r.state = words.DiskUnknown(c.Lang)
	if free != machine.Unknown {
		r.state = c.Say(words.DiskFree, "free", fmt.Sprintf("%.3g", float64(free)/roomy))
	}
	r.state += c.Say(words.LookedAt, "hour", hour(c.Survey.At))
	return r
}

// clock is whether the computer's day can be that of the meeting.
func clock(c desk.Context) chore {
	dates, today := c.Ahead.Plan.Dates, c.Today()
	r := chore{
		kind: words.ClockRow, subject: -1, state: today.String() + " " + hour(c.Now), stands: settled,
		ask: func(c desk.Context) desk.Answer { return desk.Answer{Say: words.ClockHow(c.Lang)} },
	}
	switch last := c.Ahead.Plan.Before(); {
	case last != (plan.Day{}) && last.Before(today):
		r.state, r.stands = r.state+c.Say(words.ClockLate, "day", last), noticeable
	case dates.From != (plan.Day{}) && today.Before(dates.From):
		r.state, r.stands = r.state+c.Say(words.ClockEarly, "day", dates.From), noticeable
	}
	return r
}

func hour(at time.Time) string { return at.Local().Format("15:04") }
