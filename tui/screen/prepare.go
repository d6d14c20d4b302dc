package screen

import (
	"fmt"
	"strconv"
	"strings"

	"golang.org/x/text/width"

	"shuping/internal/meeting"
	"shuping/internal/plan"
	"shuping/internal/private"
	"shuping/internal/typed"
	"shuping/internal/words"
	"shuping/tui/desk"
)

// What is asked in the weeks before the meeting.

// stored is the answer that keeps something for the chair alone.
func stored(c desk.Context, contents private.Contents) desk.Answer {
	return desk.Answer{Private: &contents, Say: words.PrepareStored(c.Lang)}
}

func askPlanFiled(c desk.Context) desk.Question {
	return askDay(c, c.Today(), words.ProblemDayAsk, func(day plan.Day, c desk.Context) desk.Answer {
		return desk.Asks(desk.AskText(meeting.MaxWho, func(to string, c desk.Context) desk.Answer {
			return c.Submit(meeting.FilePlan{Date: day, To: to})
		}, words.FiledToAsk(c.Lang)).Filled(c.Ahead.Plan.Superior))
	})
}

// askVet holds a report against what the plan asks of it.
func askVet(c desk.Context, i int) desk.Question {
	subject := c.Ahead.Plan.Subjects[i]
	done := c.Say(words.Vetted, "subject", subject.Label())
	choices := []string{words.VetPassed(c.Lang), words.VetReturn(c.Lang)}
	if c.Ahead.Plan.Prepare.Vetting {
		choices = append(choices, words.VetExcuse(c.Lang))
	}
	return desk.AskChoice(choices, func(k int, c desk.Context) desk.Answer {
		if k == 2 {
			return desk.Asks(askExcuse(c, i))
		}
		return desk.Asks(desk.AskName(func(by string, c desk.Context) desk.Answer {
			o := meeting.VetReport{Subject: subject.ID, By: by, Outcome: meeting.Outcomes[k]}
			if k == 1 {
				return desk.Asks(askLacking(c, o, done))
			}
			return desk.Asks(desk.AskChoice([]string{words.VetAll(c.Lang), words.VetLack(c.Lang)}, func(lacks int, c desk.Context) desk.Answer {
				if lacks == 1 {
					return desk.Asks(askLacking(c, o, done))
				}
				o.Own, o.Causes, o.Problems = meeting.Yes, meeting.Yes, meeting.Yes
				return c.Submit(o).Saying(done)
			}, words.VetAllAsk(c.Lang)))
		}, words.VetByAsk(c.Lang)))
	}, c.Say(words.VetAsk, "subject", subject.Label()))
}

// excuseName is the draft that keeps why a report is given that did not pass: the
// reason is recorded when it is started.
func excuseName(c desk.Context, i int) string { return "unvetted:" + c.Ahead.Plan.Subjects[i].ID }

// excuse is why a report is given that did not pass, "" where nobody said it.
func excuse(c desk.Context, i int) string { return c.Private.Drafts[excuseName(c, i)] }

// askExcuse asks why a report is given that did not pass.
func askExcuse(c desk.Context, i int) desk.Question {
	line := c.Say(words.ExcuseAsk, "subject", c.Ahead.Plan.Subjects[i].Label())
	return desk.AskText(meeting.MaxReason, func(reason string, c desk.Context) desk.Answer {
		if strings.TrimSpace(reason) == "" {
			return desk.Warn(line)
		}
		kept := c.Private.Draft(excuseName(c, i), reason)
		return desk.Answer{Private: &kept, Say: words.ExcuseKept(c.Lang)}
	}, line).Filled(excuse(c, i))
}

// askLacking asks for the points that a report lacks, then for what there is to say.
func askLacking(c desk.Context, o meeting.VetReport, done string) desk.Question {
	lines := []string{words.VetPointsAsk(c.Lang)}
	for n, p := range c.Ahead.Plan.Content {
		lines = append(lines, fmt.Sprintf("%d  %s", n+1, p.Label))
	}
	return desk.AskText(40, func(text string, c desk.Context) desk.Answer {
		o.Missing = nil
		for _, word := range strings.FieldsFunc(width.Narrow.String(text), func(r rune) bool { return r < '0' || r > '9' }) {
			n, err := strconv.Atoi(word)
			if err != nil || n < 1 || n > len(c.Ahead.Plan.Content) {
				return desk.Warn(c.Say(words.VetBadPoints, "text", word, "most", len(c.Ahead.Plan.Content)))
			}
			o.Missing = append(o.Missing, n)
		}
		return desk.Asks(desk.AskText(meeting.MaxReason, func(note string, c desk.Context) desk.Answer {
			o.Note = note
			return c.Submit(o).Saying(done)
		}, words.VetNoteAsk(c.Lang)))
	}, lines...)
}

// pickFile looks for a file that is to be attached.
func pickFile(c desk.Context, to string) desk.Answer {
	return desk.Answer{Pick: &desk.Pick{Ask: words.FilePathAsk(c.Lang), Then: func(path string, c desk.Context) desk.Answer {
		return desk.Answer{Attach: &desk.Attachment{To: to, Path: path}, Say: words.FileAttaching(c.Lang)}
	}}}
}

// askVisits lists the visits to a subject, and a new one.
func askVisits(c desk.Context, i int) desk.Question {
	subject := c.Ahead.Plan.Subjects[i]
	visits := c.Private.VisitsOf(subject.ID)
	choices := []string{words.VisitNew(c.Lang)}
	for _, v := range visits {
		choices = append(choices, c.Say(words.VisitLine, "day", v.Date, "place", v.Place))
	}
	return desk.AskChoice(choices, func(n int, c desk.Context) desk.Answer {
		if n > 0 {
			return desk.Asks(askChange(c, visits[n-1]))
		}
		return desk.Asks(askVisit(c, private.Visit{Subject: subject.ID, Date: c.Today().String()}))
	}, c.Say(words.VisitWhich, "subject", subject.Label())).Private()
}

// askChange asks whether a visit that was noted is to be changed or taken out.
func askChange(c desk.Context, v private.Visit) desk.Question {
	return desk.AskChoice([]string{words.VisitChange(c.Lang), words.VisitForget(c.Lang)}, func(n int, c desk.Context) desk.Answer {
		if n == 1 {
			return stored(c, c.Private.Forget(v.ID))
		}
		return desk.Asks(askVisit(c, v))
	}, c.Say(words.VisitLine, "day", v.Date, "place", v.Place)).Private()
}

// askVisit asks for the day, the place, how it was made and what was seen.
func askVisit(c desk.Context, v private.Visit) desk.Question {
	on, _ := plan.ParseDay(v.Date)
	return askDay(c, on, words.ProblemDayAsk, func(day plan.Day, c desk.Context) desk.Answer {
		v.Date = day.String()
		return desk.Asks(desk.AskText(meeting.MaxWho, func(text string, c desk.Context) desk.Answer {
			v.Place = text
			return desk.Asks(desk.AskChoice([]string{words.VisitUnannounced(c.Lang), words.VisitAnnounced(c.Lang)}, func(n int, c desk.Context) desk.Answer {
				v.Unannounced = n == 0
				return desk.Asks(askSeen(c, v))
			}, words.VisitHow(c.Lang)).Private())
		}, words.VisitPlace(c.Lang)).Filled(v.Place).Private())
	}).Private()
}

func askSeen(c desk.Context, v private.Visit) desk.Question {
	return desk.AskNotes(meeting.MaxText, v.Seen, func(text string, c desk.Context) desk.Answer {
		v.Seen = text
		return stored(c, c.Private.Note(v))
	}, words.VisitSeen(c.Lang)).Named(c, fmt.Sprintf("visit:%s:%d", v.Subject, v.ID)).Private()
}

// askHints asks for the comments that the chair prepares; what was seen on visits
// stands above them.
func askHints(c desk.Context, i int) desk.Question {
	subject := c.Ahead.Plan.Subjects[i]
	lines := []string{c.Say(words.CommentsAsk, "subject", subject.Label())}
	for _, v := range c.Private.VisitsOf(subject.ID) {
		lines = append(lines, c.Say(words.VisitLine, "day", v.Date, "place", v.Place)+"  "+desk.OneLine(v.Seen))
	}
	was := strings.Join(c.Private.Comments[subject.ID], "\n")
	return desk.AskNotes(meeting.MaxText, was, func(text string, c desk.Context) desk.Answer {
		return stored(c, c.Private.Comment(subject.ID, typed.Lines(text)...))
	}, lines...).Named(c, "comments:"+subject.ID).Private()
}

// askDuty asks who does a piece of work, and first which where it is a new one.
func askDuty(c desk.Context, what string) desk.Question {
	if what == "" {
		return desk.AskText(meeting.MaxWho, func(what string, c desk.Context) desk.Answer {
			if what == "" {
				return desk.Warn(words.DutyWhat(c.Lang))
			}
			return desk.Asks(askDuty(c, what))
		}, words.DutyWhat(c.Lang))
	}
	return desk.AskText(meeting.MaxWho, func(who string, c desk.Context) desk.Answer {
		return c.Submit(meeting.AssignDuty{What: what, Who: who})
	}, what, words.DutyWho(c.Lang))
}
