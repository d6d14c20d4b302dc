package screen

import (
	"strings"

	"shuping/internal/meeting"
	"shuping/internal/plan"
	"shuping/internal/words"
	"shuping/tui/desk"
)

// The weeks before the meeting, on a page of the agenda: what is to be done, what is
// done, and where it is entered. What the chair keeps for himself shows only how
// much there is of it; its words stand where they are written.

var preparationActions = []desk.Action[Agenda]{
	{Keys: []string{"enter"}, Name: words.KeyOpen, Do: func(a Agenda, c desk.Context, _ int) (Agenda, desk.Answer) {
		list := chores(c)
		return a, list[a.chores.Within(len(list)).At].ask(c)
	}},
	{Keys: []string{"ctrl+t"}, Name: words.KeyPrint, Do: func(a Agenda, c desk.Context, _ int) (Agenda, desk.Answer) {
		return a, desk.Answer{Errand: desk.Print, Say: words.Printing(c.Lang)}
	}},
	{Keys: []string{"esc", "f2"}, Name: words.KeyBack, Do: func(a Agenda, _ desk.Context, _ int) (Agenda, desk.Answer) {
		a.preparing = false
		return a, desk.Answer{}
	}},
}

// prepare opens the list, and has it looked up what stands around the meeting.
func (a Agenda) prepare(desk.Context, int) (Agenda, desk.Answer) {
	a.preparing = true
	return a, desk.Answer{Errand: desk.LookAround}
}

// chores are the rows of the page, in the order of the work.
func chores(c desk.Context) checklist {
	s := c.Ahead
	by := map[meeting.MissingKind]map[int]plan.Day{meeting.MissingPlanFiled: {}, meeting.MissingVetting: {}}
	for _, x := range s.Missing(c.Today()) {
		if by[x.What] != nil {
			by[x.What][x.Subject] = x.By
		}
	}
	wants := func(what meeting.MissingKind, subject int) condition {
		if _, wanted := by[what][subject]; wanted {
			return lacking
		}
		return optional
	}
	filed := chore{kind: words.PlanRow, subject: -1, state: words.PlanNotFiled(c.Lang), by: by[meeting.MissingPlanFiled][-1], stands: wants(meeting.MissingPlanFiled, -1), ask: asking(askPlanFiled)}
	if f := s.PlanFiled; f.Given() {
		filed.state, filed.stands = c.Say(words.PlanFiled, "day", f.Date, "to", f.To), settled
	} else if s.Rehearsal { // which is not filed
		filed.stands = optional
	}
	out := checklist{filed}
	for i := range s.Plan.Subjects {
		out = append(out, vetting(c, i, by[meeting.MissingVetting][i], wants(meeting.MissingVetting, i)), reportFile(c, i), visits(c, i), commentary(c, i))
	}
	for _, d := range s.Duties {
		out = append(out, chore{kind: words.DutyRow, subject: -1, what: d.What, state: d.Who, stands: settled, ask: func(c desk.Context) desk.Answer { return desk.Asks(askDuty(c, d.What)) }})
	}
	out = append(out, chore{kind: words.DutyRow, subject: -1, state: words.DutyNew(c.Lang), ask: func(c desk.Context) desk.Answer { return desk.Asks(askDuty(c, "")) }})
	out = append(append(out, staffed(c)...), named(c), shortened(c), printed(c), projected(c))
	return append(append(out, append(mirrored(c), seated(c)...)...), power(c), room(c), clock(c))
}

func vetting(c desk.Context, i int, by plan.Day, stands condition) chore {
	s := c.Ahead
	r := chore{kind: words.VetRow, subject: i, state: words.VetNone(c.Lang), by: by, stands: stands, ask: func(c desk.Context) desk.Answer { return desk.Asks(askVet(c, i)) }}
	if v, vetted := s.Reports[i].Vetting(); vetted {
		r.state = words.VetReturned(c.Lang)
		if v.Outcome == meeting.Passed {
			r.state, r.stands = words.VetPassed(c.Lang), settled
		}
		if len(v.Missing) > 0 {
			r.state += c.Say(words.VetMissing, "points", c.Numbers(v.Missing))
		}
		r.state += c.Say(words.VetBy, "by", v.By) // last: a long name is what is cut
	}
	if why := excuse(c, i); r.stands == lacking && why != "" {
		r.stands, r.by = optional, plan.Day{}
		r.state += c.Say(words.Excused, "reason", why)
	}
	return r
}

func reportFile(c desk.Context, i int) chore {
	id := c.Ahead.Plan.Subjects[i].ID
	r := chore{kind: words.FileRow, subject: i, state: words.FileNone(c.Lang), ask: func(c desk.Context) desk.Answer { return pickFile(c, "report:"+id) }}
	if files := c.Ahead.Reports[i].Files; len(files) > 0 {
		last := files[len(files)-1]
		r.state, r.stands = last.Name+"  "+last.SHA256[:8], settled
	}
	return r
}

func visits(c desk.Context, i int) chore {
	id := c.Ahead.Plan.Subjects[i].ID
	n := len(c.Private.VisitsOf(id))
	return chore{kind: words.VisitRow, subject: i, state: c.Say(words.CommentCount, "n", n) + drafted(c, "visit:"+id+":"), stands: doneIf(n > 0, optional), private: true,
		ask: func(c desk.Context) desk.Answer { return desk.Asks(askVisits(c, i)) }}
}

func commentary(c desk.Context, i int) chore {
	id := c.Ahead.Plan.Subjects[i].ID
	n := len(c.Private.Comments[id])
	return chore{kind: words.CommentRow, subject: i, state: c.Say(words.CommentCount, "n", n) + drafted(c, "comments:"+id), stands: doneIf(n > 0, optional), private: true,
		ask: func(c desk.Context) desk.Answer { return desk.Asks(askHints(c, i)) }}
}

// drafted says that a draft lies there which a sudden end left over: it comes back
// only where it was written.
func drafted(c desk.Context, name string) string {
	for n, text := range c.Private.Drafts {
		if text != "" && (n == name || strings.HasSuffix(name, ":") && strings.HasPrefix(n, name)) {
			return words.DraftHere(c.Lang)
		}
	}
	return ""
}
