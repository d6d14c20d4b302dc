package screen

import (
	"strings"

	"shuping/internal/meeting"
	"shuping/internal/plan"
	"shuping/internal/words"
	"shuping/tui/desk"
	"shuping/tui/frame"
	"shuping/tui/look"
)

// The weeks before the meeting, on a page of the agenda: what is to be done, what is
// done, and where it is entered. What the chair keeps for himself shows only how
// much there is of it; its words stand where they are written.

// A chore is one row of the page.
type chore struct {
	kind    words.Sentence
	subject int    // -1 for none
	what    string // of a duty

	state   string
	by      plan.Day // by when it is wanted, the zero Day where it is not
	done    bool
	private bool
	wanted  bool // by the plan
	ask     func(desk.Context) desk.Answer
}

// label is the chore in words, with subjects called as call does.
func (r chore) label(c desk.Context, call func(subject int) string) string {
	switch kind := r.kind(c.Lang); {
	case r.subject >= 0:
		return kind + " " + call(r.subject)
	case r.what != "":
		return kind + " " + r.what
	default:
		return kind
	}
}

var preparationActions = []desk.Action[Agenda]{
	{Keys: []string{"enter"}, Name: words.KeyOpen, Do: func(a Agenda, c desk.Context, _ int) (Agenda, desk.Answer) {
		v := a.choresView(c)
		return a, chores(c)[v.List.At].ask(c)
	}},
	{Keys: []string{"ctrl+t"}, Name: words.KeyPrint, Do: func(a Agenda, c desk.Context, _ int) (Agenda, desk.Answer) {
		return a, desk.Answer{Errand: desk.Print, Say: words.Printing(c.Lang)}
	}},
	{Keys: []string{"esc"}, Name: words.KeyBack, Do: func(a Agenda, _ desk.Context, _ int) (Agenda, desk.Answer) {
		a.preparing = false
		return a, desk.Answer{}
	}},
}

func (a Agenda) prepare(desk.Context, int) (Agenda, desk.Answer) {
	a.preparing = true
	return a, desk.Answer{}
}

func (a Agenda) choresView(c desk.Context) desk.View {
	list := chores(c)
	text := func(i int) string { return list[i].label(c, called(c)) }
	return desk.View{List: a.chores.Within(len(list)), Rows: frame.Rows{N: len(list), Page: max(1, c.Rows-5), Text: text}}
}

// chores are the rows of the page, in the order of the work.
func chores(c desk.Context) []chore {
	s := c.Ahead
	by := map[meeting.MissingKind]map[int]plan.Day{meeting.MissingPlanFiled: {}, meeting.MissingVetting: {}}
	for _, x := range s.Missing(c.Today()) {
		if by[x.What] != nil {
			by[x.What][x.Subject] = x.By
		}
	}
	filed := chore{kind: words.PlanRow, subject: -1, state: words.PlanNotFiled(c.Lang), by: by[meeting.MissingPlanFiled][-1], wanted: s.Plan.Prepare.Filed, ask: asking(askPlanFiled)}
	if f := s.PlanFiled; f.Given() {
		filed.state, filed.done = c.Say(words.PlanFiled, "day", f.Date, "to", f.To), true
	}
	out := []chore{filed}
	for i := range s.Plan.Subjects {
		out = append(out, vetting(c, i, by[meeting.MissingVetting][i]), reportFile(c, i), visits(c, i), commentary(c, i))
	}
	for _, d := range s.Duties {
		out = append(out, chore{kind: words.DutyRow, subject: -1, what: d.What, state: d.Who, done: true, ask: func(c desk.Context) desk.Answer { return desk.Asks(askDuty(c, d.What)) }})
	}
	return append(out, chore{kind: words.DutyRow, subject: -1, state: words.DutyNew(c.Lang), ask: func(c desk.Context) desk.Answer { return desk.Asks(askDuty(c, "")) }})
}

func vetting(c desk.Context, i int, by plan.Day) chore {
	s := c.Ahead
	r := chore{kind: words.VetRow, subject: i, state: words.VetNone(c.Lang), by: by, wanted: s.Plan.Prepare.Vetting, ask: func(c desk.Context) desk.Answer { return desk.Asks(askVet(c, i)) }}
	v, vetted := s.Reports[i].Vetting()
	if !vetted {
		return r
	}
	r.done, r.state = v.Outcome == meeting.Passed, words.VetReturned(c.Lang)
	if r.done {
		r.state = words.VetPassed(c.Lang)
	}
	if len(v.Missing) > 0 {
		r.state += c.Say(words.VetMissing, "points", c.Numbers(v.Missing))
	}
	r.state += c.Say(words.VetBy, "by", v.By) // last: a long name is what is cut
	return r
}

func reportFile(c desk.Context, i int) chore {
	id := c.Ahead.Plan.Subjects[i].ID
	r := chore{kind: words.FileRow, subject: i, state: words.FileNone(c.Lang), ask: func(c desk.Context) desk.Answer { return pickFile(c, "report:"+id) }}
	if files := c.Ahead.Reports[i].Files; len(files) > 0 {
		last := files[len(files)-1]
		r.state, r.done = last.Name+"  "+last.SHA256[:8], true
	}
	return r
}

func visits(c desk.Context, i int) chore {
	id := c.Ahead.Plan.Subjects[i].ID
	n := len(c.Private.VisitsOf(id))
	return chore{kind: words.VisitRow, subject: i, state: c.Say(words.CommentCount, "n", n) + drafted(c, "visit:"+id+":"), done: n > 0, private: true,
		ask: func(c desk.Context) desk.Answer { return desk.Asks(askVisits(c, i)) }}
}

func commentary(c desk.Context, i int) chore {
	id := c.Ahead.Plan.Subjects[i].ID
	n := len(c.Private.Comments[id])
	return chore{kind: words.CommentRow, subject: i, state: c.Say(words.CommentCount, "n", n) + drafted(c, "comments:"+id), done: n > 0, private: true,
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

// called is how subjects are called in full.
func called(c desk.Context) func(int) string {
	return func(i int) string { return c.Ahead.Plan.Subjects[i].Label() }
}

// nextChore is the first thing that the plan wants and that is not done.
func nextChore(c desk.Context) string {
	for _, r := range chores(c) {
		if r.wanted && !r.done {
			return r.label(c, called(c))
		}
	}
	return ""
}

func (a Agenda) drawChores(c desk.Context) desk.Picture {
	list, call := chores(c), called(c)
	wide := 0
	for _, r := range list {
		wide = max(wide, look.Width(r.label(c, call)))
	}
	wide = min(wide, c.Width/2)
	head := append(append([]string{""}, c.Indent(2, c.Say(words.PrepareHead, "day", c.State.Plan.Dates.Until), c.Look.Strong)...), "")
	cut := map[int][]string{} // by the room that the kind leaves
	name := func(r chore) string {
		room := wide - look.Width(r.kind(c.Lang)) - 1
		if cut[room] == nil {
			cut[room] = c.Labels(room)
		}
		return c.Look.Middle(r.label(c, func(i int) string { return cut[room][i] }), wide)
	}
	p := a.chores.Draw(len(list), max(3, c.Rows-len(head)), func(i int, here bool) string {
		r := list[i]
		mark, style := " ", c.Look.Dim
		switch {
		case r.done:
			mark, style = c.Look.Done(), c.Look.Text
		case r.wanted:
			style = c.Look.Amber
		}
		line := "  " + c.Pointer(here) + c.Look.Good.Render(mark) + " " + c.Look.Left(name(r), wide) + "  " + style.Render(desk.OneLine(r.state))
		if r.private {
			line += "  " + c.Look.Dim.Render(words.PreparePrivate(c.Lang))
		}
		if !r.done && r.by != (plan.Day{}) {
			line += "  " + c.Look.Dim.Render(c.Say(words.DutyDue, "day", r.by)+daysLeft(c, r.by))
		}
		return line
	}).Under(head...)
	if r := list[a.chores.Within(len(list)).At]; name(r) != r.label(c, call) {
		p.Whole = r.label(c, call)
	}
	return p
}
