package screen

import (
	"strings"

	"shuping/internal/meeting"
	"shuping/internal/plan"
	"shuping/internal/words"
	"shuping/tui/desk"
)

// What is asked about problems. Long text is written in several lines; every
// answer is one record.

// askProblem asks whose problem it is, where it comes from and what it is. subject
// is the one that the table shows, plus one.
func askProblem(c desk.Context, subject int) desk.Question {
	if subject > 0 {
		return askOrigin(c, subject-1)
	}
	var whose []string
	for _, s := range c.Ahead.Plan.Subjects {
		whose = append(whose, s.Label())
	}
	return desk.AskChoice(whose, func(i int, c desk.Context) desk.Answer { return desk.Asks(askOrigin(c, i)) }, words.ProblemWhoseAsk(c.Lang))
}

func askOrigin(c desk.Context, i int) desk.Question {
	subject := c.Ahead.Plan.Subjects[i]
	var origins []string
	for _, o := range meeting.Origins {
		origins = append(origins, words.ProblemOrigin(c.Lang, string(o)))
	}
	return desk.AskChoice(origins, func(n int, c desk.Context) desk.Answer {
		return desk.Asks(desk.AskNotes(meeting.MaxText, "", func(text string, c desk.Context) desk.Answer {
			if strings.TrimSpace(text) == "" {
				return desk.Answer{}
			}
			return recordProblem(c, meeting.RecordProblem{Subject: subject.ID, Origin: meeting.Origins[n], Text: text})
		}, subject.Label()+"  "+origins[n], words.ProblemTextAsk(c.Lang)).Named(c, "problem:"+subject.ID))
	}, words.ProblemOriginAsk(c.Lang))
}

// recordProblem records a problem and says its number. On the ledger the cursor goes
// to it.
func recordProblem(c desk.Context, o meeting.RecordProblem) desk.Answer {
	ans := c.Submit(o)
	after := c.After(o).Ledger
	if ans.Ring || len(after) == 0 {
		return ans
	}
	id := after[len(after)-1].ID
	ans.Onto = func(s desk.Screen) desk.Screen {
		if l, is := s.(Ledger); is {
			l.at = id
			return l
		}
		return s
	}
	return ans.Saying(c.Say(words.ProblemTaken, "id", id))
}

// A deed is one thing that is done about a problem.
type deed struct{ p meeting.Problem }

// askDeed asks what is to be done about a problem.
func askDeed(c desk.Context, id string) desk.Question {
	p, _ := c.Ahead.Problem(id)
	d := deed{p}
	asks := []func(desk.Context) desk.Answer{asking(d.askProgress), asking(d.askMeasure), asking(d.askWho),
		func(c desk.Context) desk.Answer { return pickFile(c, "problem:"+id) },
		asking(d.askAgain), asking(d.askDue), asking(d.askText), asking(d.askSignOff), asking(d.askReturn)}
	return desk.AskChoice(words.ProblemDeeds(c.Lang), func(i int, c desk.Context) desk.Answer {
		return asks[i](c)
	}, c.Say(words.ProblemWhatAsk, "id", id)+"  "+desk.OneLine(p.Text))
}

// asking is the answer that opens a question.
func asking(q func(desk.Context) desk.Question) func(desk.Context) desk.Answer {
	return func(c desk.Context) desk.Answer { return desk.Asks(q(c)) }
}

// keep submits what was done, and says so.
func (d deed) keep(o meeting.Order, c desk.Context) desk.Answer {
	return c.Submit(o).Saying(c.Say(words.ProblemKept, "id", d.p.ID))
}

// amend submits a change, and nothing where nothing changed.
func (d deed) amend(was, now string, ch meeting.Changes, c desk.Context) desk.Answer {
	if was == now {
		return desk.Answer{}
	}
	return d.keep(meeting.AmendProblem{Problem: d.p.ID, Changes: ch}, c)
}

// notes asks for a long text of the problem, word for a name; a question may follow.
func (d deed) notes(c desk.Context, name, was string, line words.Sentence, to func(*string) meeting.Changes, then ...desk.Question) desk.Question {
	return desk.AskNotes(meeting.MaxText, was, func(text string, c desk.Context) desk.Answer {
		return followed(d.amend(was, text, to(&text), c), then)
	}, line(c.Lang)).Named(c, d.p.ID+":"+name)
}

func (d deed) word(c desk.Context, was string, line words.Sentence, to func(*string) meeting.Changes, then ...desk.Question) desk.Question {
	return desk.AskText(meeting.MaxWho, func(text string, c desk.Context) desk.Answer {
		return followed(d.amend(was, text, to(&text), c), then)
	}, line(c.Lang)).Filled(was)
}

// followed is an answer with the question that follows it, if one does.
func followed(ans desk.Answer, then []desk.Question) desk.Answer {
	if len(then) == 0 {
		return ans
	}
	return ans.Then(then[0])
}

func (d deed) askProgress(c desk.Context) desk.Question {
	return askDay(c, c.Today(), words.ProblemDayAsk, func(day plan.Day, c desk.Context) desk.Answer {
		return desk.Asks(desk.AskNotes(meeting.MaxText, "", func(text string, c desk.Context) desk.Answer {
			if strings.TrimSpace(text) == "" {
				return desk.Answer{}
			}
			return d.keep(meeting.NoteProgress{Problem: d.p.ID, Date: day, Text: text}, c)
		}, words.ProblemProgressAsk(c.Lang)).Named(c, d.p.ID+":progress"))
	})
}

func (d deed) askMeasure(c desk.Context) desk.Question {
	return d.notes(c, "measure", d.p.Measure, words.ProblemMeasureAsk, func(t *string) meeting.Changes { return meeting.Changes{Measure: t} },
		d.notes(c, "target", d.p.Target, words.ProblemTargetAsk, func(t *string) meeting.Changes { return meeting.Changes{Target: t} }))
}

func (d deed) askWho(c desk.Context) desk.Question {
	return d.word(c, d.p.Who, words.ProblemWhoAsk, func(t *string) meeting.Changes { return meeting.Changes{Who: t} },
		d.word(c, d.p.Branch, words.ProblemBranchAsk, func(t *string) meeting.Changes { return meeting.Changes{Branch: t} }))
}

func (d deed) askAgain(c desk.Context) desk.Question {
	return desk.AskText(meeting.MaxName, func(to string, c desk.Context) desk.Answer {
		return d.keep(meeting.LinkProblem{Problem: d.p.ID, To: to}, c)
	}, words.ProblemAgainAsk(c.Lang))
}

func (d deed) askDue(c desk.Context) desk.Question {
	return desk.AskText(meeting.MaxWho, func(text string, c desk.Context) desk.Answer {
		var l plan.Limit
		if day, ok := plan.ReadDay(text); ok {
			l = plan.Limit{Kind: plan.LimitDay, Last: day}
		} else if l, ok = plan.ReadLimit(text, c.Ahead.LimitsFrom()); !ok && strings.TrimSpace(text) != "" {
			return desk.Warn(c.Say(words.ProblemBadLimit, "text", text))
		}
		now := meeting.Remedy{Due: l.Last, Limit: meeting.LimitWords(l)}
		return d.amend(d.p.Until(), now.Until(), meeting.Changes{Due: &now.Due, Limit: &now.Limit}, c)
	}, words.ProblemDueAsk(c.Lang)).Filled(d.p.Until())
}

func (d deed) askText(c desk.Context) desk.Question {
	return d.notes(c, "text", d.p.Text, words.ProblemTextAsk, func(t *string) meeting.Changes { return meeting.Changes{Text: t} })
}

func (d deed) askSignOff(c desk.Context) desk.Question {
	return desk.AskName(func(by string, c desk.Context) desk.Answer {
		return desk.Asks(askDay(c, c.Today(), words.ProblemDayAsk, func(day plan.Day, c desk.Context) desk.Answer {
			return d.keep(meeting.SignOffProblem{Problem: d.p.ID, By: by, Date: day}, c)
		}))
	}, words.ProblemSignOffAsk(c.Lang))
}

func (d deed) askReturn(c desk.Context) desk.Question {
	return desk.AskText(meeting.MaxReason, func(reason string, c desk.Context) desk.Answer {
		return d.keep(meeting.ReturnProblem{Problem: d.p.ID, Reason: reason}, c)
	}, words.ProblemReturnAsk(c.Lang))
}
