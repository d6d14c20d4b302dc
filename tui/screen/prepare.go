package screen

import (
	"fmt"
	"strings"

	"golang.org/x/text/width"

	"shuping/internal/meeting"
	"shuping/internal/plan"
	"shuping/internal/private"
	"shuping/internal/typed"
	"shuping/internal/words"
	"shuping/tui/key"
	"shuping/tui/look"
)

// prepare is the weeks before the meeting, on a page of the agenda: what is to be
// done, what is done, and where it is entered. What the chair keeps for himself
// shows only how much there is of it; its words stand where they are written.
type prepare struct {
	open    bool
	covered bool // the question is open and out of sight: the screen was left, and the hall may see it by now
	at      int
	ask     ask
}

// A chore is one row of the page.
type chore struct {
	label, state  string
	by            plan.Day // by when it is wanted, the zero Day where it is not
	done, private bool
	wanted        bool // by the plan
	ask           func(Context) ask
}

// chores are the rows of the page, in the order of the work.
func (c Context) chores() []chore {
	s := c.Ahead
	filed := chore{label: words.PlanRow(c.Lang), state: words.PlanNotFiled(c.Lang), wanted: s.Plan.Prepare.Filed, ask: askPlanFiled}
	if f := s.PlanFiled; f.Given() {
		filed.state, filed.done = c.Say(words.PlanFiled, "day", f.Date, "to", f.To), true
	}
	wanted := map[meeting.MissingKind]map[int]plan.Day{}
	for _, x := range s.Missing(c.today()) {
		if wanted[x.What] == nil {
			wanted[x.What] = map[int]plan.Day{}
		}
		wanted[x.What][x.Subject] = x.By
	}
	filed.by = wanted[meeting.MissingPlanFiled][-1]
	out := []chore{filed}
	for i, subject := range s.Plan.Subjects {
		label, id := subject.Label(), subject.ID
		vet := chore{by: wanted[meeting.MissingVetting][i], label: words.VetRow(c.Lang) + " " + label, state: words.VetNone(c.Lang), wanted: s.Plan.Prepare.Vetting, ask: func(c Context) ask { return askVet(c, i) }}
		if v, vetted := s.Reports[i].Vetting(); vetted {
			vet.done = v.Outcome == meeting.Passed
			vet.state = words.VetReturned(c.Lang)
			if vet.done {
				vet.state = words.VetPassed(c.Lang)
			}
			if len(v.Missing) > 0 {
				vet.state += c.Say(words.VetMissing, "points", c.numbers(v.Missing))
			}
			vet.state += c.Say(words.VetBy, "by", v.By) // last: a long name is what is cut
		}
		file := chore{label: words.FileRow(c.Lang) + " " + label, state: words.FileNone(c.Lang), ask: func(c Context) ask { return askFile(c, "report:"+id) }}
		if files := s.Reports[i].Files; len(files) > 0 {
			last := files[len(files)-1]
			file.state, file.done = last.Name+"  "+last.SHA256[:8], true
		}
		visits, comments := c.Drawer.VisitsOf(id), c.Drawer.Comments[id]
		out = append(out, vet, file,
			chore{label: words.VisitRow(c.Lang) + " " + label, state: c.Say(words.CommentCount, "n", len(visits)) + c.drafted("visit:"+id+":"), done: len(visits) > 0, private: true,
				ask: func(c Context) ask { return askVisits(c, i) }},
			chore{label: words.CommentRow(c.Lang) + " " + label, state: c.Say(words.CommentCount, "n", len(comments)) + c.drafted("comments:"+id), done: len(comments) > 0, private: true,
				ask: func(c Context) ask { return askHints(c, i) }})
	}
	for _, d := range s.Duties {
		out = append(out, chore{label: words.DutyRow(c.Lang) + " " + d.What, state: d.Who, done: true, ask: func(c Context) ask { return askDuty(c, d.What) }})
	}
	return append(out, chore{label: words.DutyRow(c.Lang), state: words.DutyNew(c.Lang), ask: func(c Context) ask { return askDuty(c, "") }})
}

// drafted says that a draft lies there which a sudden end left over: it comes back
// only where it was written.
func (c Context) drafted(name string) string {
	for n, text := range c.Drawer.Drafts {
		if text != "" && (n == name || strings.HasSuffix(name, ":") && strings.HasPrefix(n, name)) {
			return words.DraftHere(c.Lang)
		}
	}
	return ""
}

func (p prepare) scope(c Context) key.Scope {
	if p.covered {
		return key.Scope{key.On(key.Confirm, "Enter", words.KeyUncover(c.Lang), "enter")}
	}
	if p.ask.open() {
		return p.ask.scope(c)
	}
	return key.Scope{
		key.On(key.Confirm, "Enter", words.KeyOpen(c.Lang), "enter"), key.On(key.Up, "↑↓", words.KeyChoose(c.Lang), "up"), key.On(key.Down, "", "", "down"),
		key.On(key.PageUp, "PgUp/PgDn", words.KeyPage(c.Lang), "pgup"), key.On(key.PageDown, "", "", "pgdown"),
		key.On(key.Back, "Esc", words.KeyBack(c.Lang), "esc", "left"),
	}
}

func (p prepare) do(m key.Meaning, c Context) (prepare, Answer) {
	if p.covered {
		p.covered = m.What != key.Confirm
		return p, Answer{}
	}
	if p.ask.open() {
		var ans Answer
		p.ask, ans = p.ask.do(m, c)
		return p, ans
	}
	list := c.chores()
	p.at = min(p.at, len(list)-1)
	page := max(1, c.Rows-5)
	switch m.What {
	case key.Up:
		p.at--
	case key.Down:
		p.at++
	case key.PageUp:
		p.at -= page
	case key.PageDown:
		p.at += page
	case key.Back:
		return prepare{at: p.at}, Answer{}
	case key.Confirm:
		p.ask = list[p.at].ask(c)
	}
	p.at = max(0, min(p.at, len(list)-1))
	return p, Answer{}
}

func (p prepare) draw(c Context) Picture {
	rows := append([]string{""}, c.indent(2, c.Say(words.PrepareHead, "day", c.State.Plan.Dates.Until), c.Look.Strong)...)
	rows = append(rows, "")
	list := c.chores()
	wide := 0
	for _, r := range list {
		wide = max(wide, look.Width(r.label))
	}
	wide = min(wide, c.Width/2)
	var lines []string
	for i, r := range list {
		pointer, mark, style := "  ", " ", c.Look.Dim
		if r.wanted {
			style = c.Look.Amber
		}
		if i == p.at {
			pointer = c.Look.Accent.Render(c.Look.Here()) + " "
		}
		if r.done {
			mark, style = c.Look.Done(), c.Look.Text
		}
		line := "  " + pointer + c.Look.Good.Render(mark) + " " + c.Look.Left(r.label, wide) + "  " + style.Render(oneLine(r.state))
		if r.private {
			line += "  " + c.Look.Dim.Render(words.PreparePrivate(c.Lang))
		}
		if !r.done && r.by != (plan.Day{}) {
			line += "  " + c.Look.Dim.Render(c.Say(words.DutyDue, "day", r.by)+c.daysLeft(r.by))
		}
		lines = append(lines, line)
	}
	rows = append(rows, window(lines, max(3, c.Rows-len(rows)), p.at)...)
	if p.covered {
		return Picture{Rows: append(rows[:min(len(rows), c.Rows-2)], "", "  "+c.Look.Amber.Render(words.PrivateCovered(c.Lang)))}
	}
	return p.ask.over(Picture{Rows: rows}, c)
}

// keepPrivate is the answer that puts something into the drawer.
func (c Context) keepPrivate(contents private.Contents) Answer {
	return Answer{Drawer: &contents, Say: words.PrepareStored(c.Lang)}
}

func askPlanFiled(c Context) ask {
	return askDay(c.today(), words.ProblemDayAsk(c.Lang), func(day plan.Day, c Context) Answer {
		next := askText(meeting.MaxWho, func(to string, c Context) Answer {
			return c.submit(meeting.FilePlan{Date: day, To: to})
		}, words.FiledToAsk(c.Lang)).filled(c.Ahead.Plan.Superior)
		return Answer{next: &next}
	})
}

// askVet holds a report against what the plan asks of it.
func askVet(c Context, i int) ask {
	subject := c.Ahead.Plan.Subjects[i]
	store := func(o meeting.VetReport, c Context) Answer {
		ans := c.submit(o)
		if !ans.Ring {
			ans.Say = c.Say(words.Vetted, "subject", subject.Label())
		}
		return ans
	}
	lacking := func(o meeting.VetReport) ask {
		var points []string
		for n, p := range c.Ahead.Plan.Content {
			points = append(points, fmt.Sprintf("%d  %s", n+1, p.Label))
		}
		return askText(40, func(text string, c Context) Answer {
			for _, word := range strings.FieldsFunc(width.Narrow.String(text), func(r rune) bool { return r < '0' || r > '9' }) {
				n := 0
				fmt.Sscan(word, &n)
				if n < 1 || n > len(c.Ahead.Plan.Content) {
					return warn(c.Say(words.VetBadPoints, "text", word, "most", len(c.Ahead.Plan.Content)))
				}
				o.Missing = append(o.Missing, n)
			}
			next := askText(meeting.MaxReason, func(note string, c Context) Answer {
				o.Note = note
				return store(o, c)
			}, words.VetNoteAsk(c.Lang))
			return Answer{next: &next}
		}, append([]string{words.VetPointsAsk(c.Lang)}, points...)...)
	}
	return askChoice([]string{words.VetPassed(c.Lang), words.VetReturn(c.Lang)}, func(k int, c Context) Answer {
		next := askKeyer("", func(by string, c Context) Answer {
			o := meeting.VetReport{Subject: subject.ID, By: by, Outcome: meeting.Outcomes[k]}
			if k == 1 {
				question := lacking(o)
				return Answer{next: &question}
			}
			question := askChoice([]string{words.VetAll(c.Lang), words.VetLack(c.Lang)}, func(all int, c Context) Answer {
				if all == 0 {
					o.Own, o.Causes, o.Problems = meeting.Yes, meeting.Yes, meeting.Yes
					return store(o, c)
				}
				next := lacking(o)
				return Answer{next: &next}
			}, words.VetAllAsk(c.Lang))
			return Answer{next: &question}
		}, words.VetByAsk(c.Lang))
		return Answer{next: &next}
	}, c.Say(words.VetAsk, "subject", subject.Label()))
}

// askFile asks where a file lies that is to be attached.
func askFile(c Context, to string) ask {
	return askText(1000, func(path string, c Context) Answer {
		path = strings.Trim(strings.TrimSpace(path), `"'`)
		if path == "" {
			return Answer{}
		}
		return Answer{Attach: &Attachment{To: to, Path: path}, Say: words.FileAttaching(c.Lang)}
	}, words.FilePathAsk(c.Lang))
}

// An Attachment is a file that is to be attached, and to what.
type Attachment struct{ To, Path string }

// askVisits lists the visits to a subject, and a new one.
func askVisits(c Context, i int) ask {
	subject := c.Ahead.Plan.Subjects[i]
	visits := c.Drawer.VisitsOf(subject.ID)
	choices := []string{words.VisitNew(c.Lang)}
	for _, v := range visits {
		choices = append(choices, c.Say(words.VisitLine, "day", v.Date, "place", v.Place))
	}
	return askChoice(choices, func(n int, c Context) Answer {
		if n > 0 {
			next := askChange(visits[n-1], c)
			return Answer{next: &next}
		}
		next := askVisit(private.Visit{Subject: subject.ID, Date: c.today().String()})(c)
		return Answer{next: &next}
	}, c.Say(words.VisitWhich, "subject", subject.Label()))
}

// askChange asks whether a visit that was noted is to be changed or taken out.
func askChange(v private.Visit, c Context) ask {
	return askChoice([]string{words.VisitChange(c.Lang), words.VisitForget(c.Lang)}, func(n int, c Context) Answer {
		if n == 1 {
			return c.keepPrivate(c.Drawer.Forget(v.ID))
		}
		next := askVisit(v)(c)
		return Answer{next: &next}
	}, c.Say(words.VisitLine, "day", v.Date, "place", v.Place))
}

// askVisit asks for the day, the place, how it was made and what was seen.
func askVisit(v private.Visit) func(Context) ask {
	return func(c Context) ask {
		seen := func(v private.Visit) func(c Context) ask {
			return func(c Context) ask {
				return askNotes(meeting.MaxText, v.Seen, func(text string, c Context) Answer {
					v.Seen = text
					return c.keepPrivate(c.Drawer.Note(v))
				}, words.VisitSeen(c.Lang)).named(c, fmt.Sprintf("visit:%s:%d", v.Subject, v.ID))
			}
		}
		on, _ := plan.ParseDay(v.Date)
		return askDay(on, words.ProblemDayAsk(c.Lang), func(day plan.Day, c Context) Answer {
			v.Date = day.String()
			place := askText(meeting.MaxWho, func(text string, c Context) Answer {
				v.Place = text
				how := askChoice([]string{words.VisitUnannounced(c.Lang), words.VisitAnnounced(c.Lang)}, func(n int, c Context) Answer {
					v.Unannounced = n == 0
					next := seen(v)(c)
					return Answer{next: &next}
				}, words.VisitHow(c.Lang))
				return Answer{next: &how}
			}, words.VisitPlace(c.Lang)).filled(v.Place)
			return Answer{next: &place}
		})
	}
}

// askHints asks for the comments that the chair prepares; what was seen on visits
// stands above them.
func askHints(c Context, i int) ask {
	subject := c.Ahead.Plan.Subjects[i]
	lines := []string{c.Say(words.CommentsAsk, "subject", subject.Label())}
	for _, v := range c.Drawer.VisitsOf(subject.ID) {
		lines = append(lines, c.Say(words.VisitLine, "day", v.Date, "place", v.Place)+"  "+oneLine(v.Seen))
	}
	was := strings.Join(c.Drawer.Comments[subject.ID], "\n")
	return askNotes(meeting.MaxText, was, func(text string, c Context) Answer {
		return c.keepPrivate(c.Drawer.Comment(subject.ID, typed.Lines(text)...))
	}, lines...).named(c, "comments:"+subject.ID)
}

func askDuty(c Context, what string) ask {
	who := func(what string) ask {
		return askText(meeting.MaxWho, func(who string, c Context) Answer {
			return c.submit(meeting.AssignDuty{What: what, Who: who})
		}, what, words.DutyWho(c.Lang))
	}
	if what != "" {
		return who(what)
	}
	return askText(meeting.MaxWho, func(what string, c Context) Answer {
		next := who(what)
		return Answer{next: &next}
	}, words.DutyWhat(c.Lang))
}
