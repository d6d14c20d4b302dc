package screen

import (
	"fmt"
	"strings"

	"golang.org/x/text/width"

	"shuping/internal/meeting"
	"shuping/internal/plan"
	"shuping/internal/private"
	"shuping/internal/typed"
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
	w, s := c.Words.Prepare, c.Ahead
	filed := chore{label: w.PlanRow, state: w.NotFiled, wanted: s.Plan.Prepare.Filed, ask: askPlanFiled}
	if f := s.PlanFiled; f.Given() {
		filed.state, filed.done = c.Say(w.Filed, "day", f.Date, "to", f.To), true
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
		vet := chore{by: wanted[meeting.MissingVetting][i], label: w.VetRow + " " + label, state: w.VetNone, wanted: s.Plan.Prepare.Vetting, ask: func(c Context) ask { return askVet(c, i) }}
		if v, vetted := s.Reports[i].Vetting(); vetted {
			vet.done = v.Outcome == meeting.Passed
			vet.state = w.VetReturned
			if vet.done {
				vet.state = w.VetPassed
			}
			if len(v.Missing) > 0 {
				vet.state += c.Say(w.VetMissing, "points", c.numbers(v.Missing))
			}
			vet.state += c.Say(w.VetBy, "by", v.By) // last: a long name is what is cut
		}
		file := chore{label: w.FileRow + " " + label, state: w.FileNone, ask: func(c Context) ask { return askFile(c, "report:"+id) }}
		if files := s.Reports[i].Files; len(files) > 0 {
			last := files[len(files)-1]
			file.state, file.done = last.Name+"  "+last.SHA256[:8], true
		}
		visits, comments := c.Drawer.VisitsOf(id), c.Drawer.Comments[id]
		out = append(out, vet, file,
			chore{label: w.VisitRow + " " + label, state: c.Say(w.Count, "n", len(visits)) + c.drafted("visit:"+id+":"), done: len(visits) > 0, private: true,
				ask: func(c Context) ask { return askVisits(c, i) }},
			chore{label: w.CommentRow + " " + label, state: c.Say(w.Count, "n", len(comments)) + c.drafted("comments:"+id), done: len(comments) > 0, private: true,
				ask: func(c Context) ask { return askHints(c, i) }})
	}
	for _, d := range s.Duties {
		out = append(out, chore{label: w.DutyRow + " " + d.What, state: d.Who, done: true, ask: func(c Context) ask { return askDuty(c, d.What) }})
	}
	return append(out, chore{label: w.DutyRow, state: w.NewDuty, ask: func(c Context) ask { return askDuty(c, "") }})
}

// drafted says that a draft lies there which a sudden end left over: it comes back
// only where it was written.
func (c Context) drafted(name string) string {
	for n, text := range c.Drawer.Drafts {
		if text != "" && (n == name || strings.HasSuffix(name, ":") && strings.HasPrefix(n, name)) {
			return c.Words.Prepare.DraftHere
		}
	}
	return ""
}

func (p prepare) scope(c Context) key.Scope {
	if p.covered {
		return key.Scope{key.On(key.Confirm, "Enter", c.Words.Prepare.KeyUncover, "enter")}
	}
	if p.ask.open() {
		return p.ask.scope(c)
	}
	k := c.Words.Screen.Keys
	return key.Scope{
		key.On(key.Confirm, "Enter", c.Words.Prepare.KeyOpen, "enter"), key.On(key.Up, "↑↓", k.Choose, "up"), key.On(key.Down, "", "", "down"),
		key.On(key.PageUp, "PgUp/PgDn", k.Page, "pgup"), key.On(key.PageDown, "", "", "pgdown"),
		key.On(key.Back, "Esc", k.Back, "esc", "left"),
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
	w := c.Words.Prepare
	rows := append([]string{""}, c.indent(2, c.Say(w.Head, "day", c.State.Plan.Dates.Until), c.Look.Strong)...)
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
			line += "  " + c.Look.Dim.Render(w.Private)
		}
		if !r.done && r.by != (plan.Day{}) {
			line += "  " + c.Look.Dim.Render(c.Say(w.Due, "day", r.by)+c.daysLeft(r.by))
		}
		lines = append(lines, line)
	}
	rows = append(rows, window(lines, max(3, c.Rows-len(rows)), p.at)...)
	if p.covered {
		return Picture{Rows: append(rows[:min(len(rows), c.Rows-2)], "", "  "+c.Look.Amber.Render(w.Covered))}
	}
	return p.ask.over(Picture{Rows: rows}, c)
}

// keepPrivate is the answer that puts something into the drawer.
func (c Context) keepPrivate(contents private.Contents) Answer {
	return Answer{Drawer: &contents, Say: c.Words.Prepare.Stored}
}

func askPlanFiled(c Context) ask {
	return askDay(c.today(), c.Words.Rectify.DayAsk, func(day plan.Day, c Context) Answer {
		next := askText(meeting.MaxWho, func(to string, c Context) Answer {
			return c.submit(meeting.FilePlan{Date: day, To: to})
		}, c.Words.Prepare.ToAsk).filled(c.Ahead.Plan.Superior)
		return Answer{next: &next}
	})
}

// askVet holds a report against what the plan asks of it.
func askVet(c Context, i int) ask {
	w, subject := c.Words.Prepare, c.Ahead.Plan.Subjects[i]
	store := func(o meeting.VetReport, c Context) Answer {
		ans := c.submit(o)
		if !ans.Ring {
			ans.Say = c.Say(w.Vetted, "subject", subject.Label())
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
					return warn(c.Say(w.BadPoints, "text", word, "most", len(c.Ahead.Plan.Content)))
				}
				o.Missing = append(o.Missing, n)
			}
			next := askText(meeting.MaxReason, func(note string, c Context) Answer {
				o.Note = note
				return store(o, c)
			}, w.VetNoteAsk)
			return Answer{next: &next}
		}, append([]string{w.VetPointsAsk}, points...)...)
	}
	return askChoice([]string{w.VetPass, w.VetReturn}, func(k int, c Context) Answer {
		next := askKeyer("", func(by string, c Context) Answer {
			o := meeting.VetReport{Subject: subject.ID, By: by, Outcome: meeting.Outcomes[k]}
			if k == 1 {
				question := lacking(o)
				return Answer{next: &question}
			}
			question := askChoice([]string{w.VetAll, w.VetLack}, func(all int, c Context) Answer {
				if all == 0 {
					o.Own, o.Causes, o.Problems = meeting.Yes, meeting.Yes, meeting.Yes
					return store(o, c)
				}
				next := lacking(o)
				return Answer{next: &next}
			}, w.VetAllAsk)
			return Answer{next: &question}
		}, w.VetByAsk)
		return Answer{next: &next}
	}, c.Say(w.VetAsk, "subject", subject.Label()))
}

// askFile asks where a file lies that is to be attached.
func askFile(c Context, to string) ask {
	return askText(1000, func(path string, c Context) Answer {
		path = strings.Trim(strings.TrimSpace(path), `"'`)
		if path == "" {
			return Answer{}
		}
		return Answer{Attach: &Attachment{To: to, Path: path}, Say: c.Words.Prepare.Attaching}
	}, c.Words.Prepare.PathAsk)
}

// An Attachment is a file that is to be attached, and to what.
type Attachment struct{ To, Path string }

// askVisits lists the visits to a subject, and a new one.
func askVisits(c Context, i int) ask {
	w, subject := c.Words.Prepare, c.Ahead.Plan.Subjects[i]
	visits := c.Drawer.VisitsOf(subject.ID)
	choices := []string{w.VisitNew}
	for _, v := range visits {
		choices = append(choices, c.Say(w.VisitLine, "day", v.Date, "place", v.Place))
	}
	return askChoice(choices, func(n int, c Context) Answer {
		if n > 0 {
			next := askChange(visits[n-1], c)
			return Answer{next: &next}
		}
		next := askVisit(private.Visit{Subject: subject.ID, Date: c.today().String()})(c)
		return Answer{next: &next}
	}, c.Say(w.VisitWhich, "subject", subject.Label()))
}

// askChange asks whether a visit that was noted is to be changed or taken out.
func askChange(v private.Visit, c Context) ask {
	w := c.Words.Prepare
	return askChoice([]string{w.VisitChange, w.VisitForget}, func(n int, c Context) Answer {
		if n == 1 {
			return c.keepPrivate(c.Drawer.Forget(v.ID))
		}
		next := askVisit(v)(c)
		return Answer{next: &next}
	}, c.Say(w.VisitLine, "day", v.Date, "place", v.Place))
}

// askVisit asks for the day, the place, how it was made and what was seen.
func askVisit(v private.Visit) func(Context) ask {
	return func(c Context) ask {
		w := c.Words.Prepare
		seen := func(v private.Visit) func(c Context) ask {
			return func(c Context) ask {
				return askNotes(meeting.MaxText, v.Seen, func(text string, c Context) Answer {
					v.Seen = text
					return c.keepPrivate(c.Drawer.Note(v))
				}, w.VisitSeen).named(c, fmt.Sprintf("visit:%s:%d", v.Subject, v.ID))
			}
		}
		on, _ := plan.ParseDay(v.Date)
		return askDay(on, c.Words.Rectify.DayAsk, func(day plan.Day, c Context) Answer {
			v.Date = day.String()
			place := askText(meeting.MaxWho, func(text string, c Context) Answer {
				v.Place = text
				how := askChoice([]string{w.VisitUnannounced, w.VisitAnnounced}, func(n int, c Context) Answer {
					v.Unannounced = n == 0
					next := seen(v)(c)
					return Answer{next: &next}
				}, w.VisitHow)
				return Answer{next: &how}
			}, w.VisitPlace).filled(v.Place)
			return Answer{next: &place}
		})
	}
}

// askHints asks for the comments that the chair prepares; what was seen on visits
// stands above them.
func askHints(c Context, i int) ask {
	w, subject := c.Words.Prepare, c.Ahead.Plan.Subjects[i]
	lines := []string{c.Say(w.CommentsAsk, "subject", subject.Label())}
	for _, v := range c.Drawer.VisitsOf(subject.ID) {
		lines = append(lines, c.Say(w.VisitLine, "day", v.Date, "place", v.Place)+"  "+oneLine(v.Seen))
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
		}, what, c.Words.Prepare.DutyWho)
	}
	if what != "" {
		return who(what)
	}
	return askText(meeting.MaxWho, func(what string, c Context) Answer {
		next := who(what)
		return Answer{next: &next}
	}, c.Words.Prepare.DutyWhat)
}
