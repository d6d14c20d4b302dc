package screen

import (
	"strings"

	"shuping/internal/meeting"
	"shuping/internal/plan"
	"shuping/internal/words"
)

// What is asked about problems. Long text is written in several lines; every
// answer is one record.

// askProblem asks whose problem it is, where it comes from and what it is. subject
// is the one that the table shows, plus one.
func askProblem(c Context, subject int) ask {
	var whose []string
	for _, s := range c.Ahead.Plan.Subjects {
		whose = append(whose, s.Label())
	}
	origin := func(i int) ask {
		var origins []string
		for _, o := range meeting.Origins {
			origins = append(origins, words.ProblemOrigin(c.Lang, string(o)))
		}
		return askChoice(origins, func(n int, c Context) Answer {
			next := askNotes(meeting.MaxText, "", func(text string, c Context) Answer {
				if strings.TrimSpace(text) == "" {
					return Answer{}
				}
				return c.enter(meeting.RecordProblem{Subject: c.Ahead.Plan.Subjects[i].ID, Origin: meeting.Origins[n], Text: text})
			}, c.Ahead.Plan.Subjects[i].Label()+"  "+origins[n], words.ProblemTextAsk(c.Lang)).named(c, "problem:"+c.Ahead.Plan.Subjects[i].ID)
			return Answer{next: &next}
		}, words.ProblemOriginAsk(c.Lang))
	}
	if subject > 0 {
		return origin(subject - 1)
	}
	return askChoice(whose, func(i int, c Context) Answer {
		next := origin(i)
		return Answer{next: &next}
	}, words.ProblemWhoseAsk(c.Lang))
}

// enter records a problem and says its number.
func (c Context) enter(o meeting.RecordProblem) Answer {
	ans := c.submit(o)
	if !ans.Ring {
		if after := c.after(o); len(after.Ledger) > 0 {
			ans.Say = c.Say(words.ProblemTaken, "id", after.Ledger[len(after.Ledger)-1].ID)
		}
	}
	return ans
}

// askDeed asks what is to be done with a problem.
func askDeed(c Context, id string) ask {
	p, _ := c.Ahead.Problem(id)
	keep := func(o meeting.Order, c Context) Answer {
		ans := c.submit(o)
		if !ans.Ring {
			ans.Say = c.Say(words.ProblemKept, "id", id)
		}
		return ans
	}
	// amend submits a change, and nothing where nothing changed.
	amend := func(was, now string, ch meeting.Changes, c Context) Answer {
		if was == now {
			return Answer{}
		}
		return keep(meeting.AmendProblem{Problem: id, Changes: ch}, c)
	}
	// Long text and names are asked for in pairs: the second follows the first.
	notes := func(name, was, line string, to func(*string) meeting.Changes, then *ask) ask {
		return askNotes(meeting.MaxText, was, func(text string, c Context) Answer {
			return amend(was, text, to(&text), c).then(then)
		}, line).named(c, id+":"+name)
	}
	word := func(was, line string, to func(*string) meeting.Changes, then *ask) ask {
		return askText(meeting.MaxWho, func(text string, c Context) Answer {
			return amend(was, text, to(&text), c).then(then)
		}, line).filled(was)
	}
	asks := []func() ask{
		func() ask {
			return askDay(c.today(), words.ProblemDayAsk(c.Lang), func(day plan.Day, c Context) Answer {
				next := askNotes(meeting.MaxText, "", func(text string, c Context) Answer {
					if strings.TrimSpace(text) == "" {
						return Answer{}
					}
					return keep(meeting.NoteProgress{Problem: id, Date: day, Text: text}, c)
				}, words.ProblemProgressAsk(c.Lang)).named(c, id+":progress")
				return Answer{next: &next}
			})
		},
		func() ask {
			target := notes("target", p.Target, words.ProblemTargetAsk(c.Lang), func(t *string) meeting.Changes { return meeting.Changes{Target: t} }, nil)
			return notes("measure", p.Measure, words.ProblemMeasureAsk(c.Lang), func(t *string) meeting.Changes { return meeting.Changes{Measure: t} }, &target)
		},
		func() ask {
			branch := word(p.Branch, words.ProblemBranchAsk(c.Lang), func(t *string) meeting.Changes { return meeting.Changes{Branch: t} }, nil)
			return word(p.Who, words.ProblemWhoAsk(c.Lang), func(t *string) meeting.Changes { return meeting.Changes{Who: t} }, &branch)
		},
		func() ask { return askFile(c, "problem:"+id) },
		func() ask {
			return askText(meeting.MaxName, func(to string, c Context) Answer {
				return keep(meeting.LinkProblem{Problem: id, To: to}, c)
			}, words.ProblemAgainAsk(c.Lang))
		},
		func() ask {
			return askDay(p.Due, words.ProblemDueAsk(c.Lang), func(day plan.Day, c Context) Answer {
				return amend(p.Due.String(), day.String(), meeting.Changes{Due: &day}, c)
			})
		},
		func() ask {
			return notes("text", p.Text, words.ProblemTextAsk(c.Lang), func(t *string) meeting.Changes { return meeting.Changes{Text: t} }, nil)
		},
		func() ask {
			return askKeyer("", func(by string, c Context) Answer {
				next := askDay(c.today(), words.ProblemDayAsk(c.Lang), func(day plan.Day, c Context) Answer {
					return keep(meeting.SignOffProblem{Problem: id, By: by, Date: day}, c)
				})
				return Answer{next: &next}
			}, words.ProblemSignOffAsk(c.Lang))
		},
		func() ask {
			return askText(meeting.MaxReason, func(reason string, c Context) Answer {
				return keep(meeting.ReturnProblem{Problem: id, Reason: reason}, c)
			}, words.ProblemReturnAsk(c.Lang))
		},
	}
	return askChoice(words.ProblemDeeds(c.Lang), func(i int, c Context) Answer {
		next := asks[i]()
		return Answer{next: &next}
	}, c.Say(words.ProblemWhatAsk, "id", id)+"  "+oneLine(p.Text))
}
