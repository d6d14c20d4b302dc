package screen

import (
	"slices"

	"shuping/internal/meeting"
	"shuping/internal/words"
	"shuping/tui/desk"
	"shuping/tui/frame"
	"shuping/tui/key"
)

// Grade is the desk where the chair weighs what is known of each subject and
// decides. With many subjects it is a table that can be ordered and thinned
// out; whatever it shows, the cursor stays on its subject.
type Grade struct {
	subject int // index in the plan
	order   deskOrder
	only    deskFilter
	kept    bool // the cursor's subject stays in sight although the filter drops it

	list    frame.List
	reading bool // all that stands behind the cursor's subject
	page    frame.Page
}

// gradeActions are the actions of a plan with so many grades.
func gradeActions(grades int) []desk.Action[Grade] {
	digits := desk.Choice(words.KeyGrade, 1, grades, Grade.decide)
	digits.When, digits.ByHand = Grade.decidable, true
	return []desk.Action[Grade]{
		{Keys: []string{"enter"}, Name: words.KeyDecide, When: Grade.decidable, Do: Grade.choose},
		digits,
		{Keys: []string{"esc"}, Name: words.KeyBack, When: func(g Grade, _ desk.Context) key.Can { return key.If(g.reading) }, Do: Grade.read},
		{Keys: []string{"ctrl+n"}, Called: Grade.weighs, When: Grade.writable, Do: Grade.what},
		{Keys: []string{"right"}, Cap: "←→", Name: words.KeyPerson, When: Grade.several, Do: func(g Grade, c desk.Context, _ int) (Grade, desk.Answer) { return g.turn(c, +1), desk.Answer{} }},
		{Keys: []string{"left"}, Shown: key.Hidden, When: Grade.several, Do: func(g Grade, c desk.Context, _ int) (Grade, desk.Answer) { return g.turn(c, -1), desk.Answer{} }},
		{Keys: []string{"ctrl+o"}, Name: words.KeyReadAll, When: func(g Grade, c desk.Context) key.Can { return key.If(!g.reading && g.inSight(c)) }, Do: Grade.read},
		{Name: words.KeyAddFact, Shown: key.InMenu, When: Grade.hasFacts, Do: Grade.addFact},
		{Name: words.KeyDropFact, Shown: key.InMenu, When: Grade.hasFact, Do: Grade.dropFact},
		{Name: words.KeyExempt, Shown: key.InMenu, ByHand: true, When: exempts(false), Do: Grade.exempt},
		{Name: words.KeyRestore, Shown: key.InMenu, ByHand: true, When: exempts(true), Do: Grade.exempt},
		{Name: words.KeyOrder, Shown: key.InMenu, When: Grade.table, Do: Grade.askOrder},
		{Name: words.KeyOnly, Shown: key.InMenu, When: Grade.table, Do: Grade.askOnly},
	}
}

func (g Grade) Acts(c desk.Context) []desk.Act {
	return desk.Acts(g, c, append(gradeActions(len(c.Ahead.Plan.Rule.Scale)), announcing[Grade]()...))
}

// writable is where something can be entered on the subject under the cursor: where
// nobody is in sight, nothing can.
func (g Grade) writable(c desk.Context) key.Can { return key.If(!c.Ahead.IsSealed() && g.inSight(c)) }

func (g Grade) decidable(c desk.Context) key.Can {
	return key.If(c.Ahead.Round.Closed && !c.Ahead.IsSealed() && g.inSight(c) && !c.Ahead.IsExempt(g.subject))
}

func (g Grade) hasFacts(c desk.Context) key.Can {
	return key.If(len(c.Ahead.Plan.Rule.Facts) > 0 && !c.Ahead.IsSealed() && g.inSight(c))
}

func (g Grade) hasFact(c desk.Context) key.Can {
	return key.If(len(c.Ahead.Facts[g.subject]) > 0 && !c.Ahead.IsSealed() && g.inSight(c))
}

func (g Grade) several(c desk.Context) key.Can { return key.If(len(g.shown(c)) > 1) }

// table is where there are so many subjects that a table is ordered and thinned out.
func (g Grade) table(c desk.Context) key.Can {
	return key.If(len(c.Ahead.Plan.Subjects) > 2 && !g.reading)
}

// weighs is what is written on a subject, in words.
func (g Grade) weighs(c desk.Context) string {
	if len(c.Ahead.Plan.Rule.Sources) == 0 {
		return words.KeyOpinion(c.Lang)
	}
	return words.KeySources(c.Lang)
}

func (g Grade) View(c desk.Context) desk.View {
	if g.reading {
		return desk.View{Page: g.page, Sheet: frame.Sheet{Lines: g.whole(c), Width: c.Width, Height: c.Rows}, Reads: true}
	}
	shown := g.shown(c)
	g.list.At = max(0, slices.Index(shown, g.subject))
	text := func(i int) string { return called(c)(shown[i]) }
	return desk.View{List: g.list, Rows: frame.Rows{N: len(shown), Page: g.layout(c).room, Text: text}}
}

func (g Grade) Seen(v desk.View, c desk.Context) desk.Screen {
	if g.reading {
		g.page = v.Page
		return g
	}
	shown := g.shown(c)
	if g.list = v.List; len(shown) > 0 {
		g.subject, g.kept = shown[v.List.At], true
	}
	return g
}

// Next is what is to be done about the subject under the cursor, then about those
// who are left, then about the meeting.
func (g Grade) Next(c desk.Context) string {
	s := c.State
	left := s.FirstUndecided()
	switch {
	case g.reading:
		return words.NextRead(c.Lang)
	case s.Rehearsal:
		return coach(c, desk.GradePlace)
	case !s.Round.Closed || left < 0 || s.IsSealed():
		return onward(c)
	case !s.Undecided(g.subject) || !g.inSight(c):
		return c.Say(words.NextUndecided, "subject", s.Plan.Subjects[left].Label())
	}
	if forced := s.Verdict(g.subject).Forced; forced > 0 {
		return c.Say(words.NextForced, "digit", forced, "grade", s.Plan.Rule.Scale.Name(forced))
	}
	for _, source := range s.Plan.Rule.Sources {
		if _, entered := s.Assessment(g.subject, source.ID); !source.Vote && !entered {
			return c.Say(words.NextDecideOr, "source", source.Title)
		}
	}
	return words.NextDecide(c.Lang)
}

// turn goes to the subject beside the one under the cursor.
func (g Grade) turn(c desk.Context, by int) Grade {
	shown := g.shown(c)
	at := max(0, min(slices.Index(shown, g.subject)+by, len(shown)-1))
	g.subject, g.kept, g.page = shown[at], true, frame.Page{}
	return g
}

func (g Grade) read(desk.Context, int) (Grade, desk.Answer) {
	g.reading, g.page = !g.reading, frame.Page{}
	return g, desk.Answer{}
}

func (g Grade) choose(c desk.Context, _ int) (Grade, desk.Answer) { return g, desk.Asks(g.askGrade(c)) }
func (g Grade) what(c desk.Context, _ int) (Grade, desk.Answer)   { return g, desk.Asks(g.askWhat(c)) }
func (g Grade) addFact(c desk.Context, _ int) (Grade, desk.Answer) {
	return g, desk.Asks(g.askFact(c))
}
func (g Grade) dropFact(c desk.Context, _ int) (Grade, desk.Answer) {
	return g, desk.Asks(g.askWithdraw(c))
}

// decide takes a digit as the grade; without one it asks.
func (g Grade) decide(c desk.Context, n int) (Grade, desk.Answer) {
	if n == 0 {
		return g.choose(c, 0)
	}
	g.kept = true
	return g, g.grading(n, c)
}

// askOrder and askOnly ask how the table is ordered and whom it shows.
func (g Grade) askOrder(c desk.Context, _ int) (Grade, desk.Answer) {
	return g, desk.Asks(desk.AskChoice(words.DeskOrders(c.Lang), func(n int, _ desk.Context) desk.Answer {
		return desk.Answer{Onto: func(s desk.Screen) desk.Screen {
			g := s.(Grade)
			g.order = deskOrder(n)
			return g
		}}
	}, words.OrderAsk(c.Lang)).On(int(g.order)))
}

func (g Grade) askOnly(c desk.Context, _ int) (Grade, desk.Answer) {
	return g, desk.Asks(desk.AskChoice(words.DeskFilters(c.Lang), func(n int, c desk.Context) desk.Answer {
		return desk.Answer{Onto: func(s desk.Screen) desk.Screen { return s.(Grade).showing(deskFilter(n), c) }}
	}, words.OnlyAsk(c.Lang)).On(int(g.only)))
}

// showing is the table of others, with the cursor on somebody in it.
func (g Grade) showing(only deskFilter, c desk.Context) Grade {
	g.only, g.kept = only, false
	if list := g.shown(c); len(list) > 0 && !slices.Contains(list, g.subject) {
		g.subject = list[0]
	}
	g.kept = g.inSight(c)
	return g
}

// inSight reports whether the cursor's subject is among those that are shown.
func (g Grade) inSight(c desk.Context) bool { return g.shows(c.Ahead, g.subject) }

func (g Grade) label(c desk.Context) string { return called(c)(g.subject) }

func (g Grade) id(c desk.Context) string { return c.Ahead.Plan.Subjects[g.subject].ID }

// grading submits the grade, or asks for the reason that it needs. A grade that
// stands is not decided again: every decision is kept for good.
func (g Grade) grading(grade int, c desk.Context) desk.Answer {
	o := meeting.DecideGrade{Subject: g.id(c), Grade: c.Ahead.Plan.Rule.Scale.Name(grade)}
	said := c.Say(words.GradeDecided, "subject", g.label(c), "grade", o.Grade)
	r := c.Try(o)
	switch {
	case r == nil && c.Ahead.Decisions[g.subject].Grade == grade:
		return desk.Answer{Say: said}
	case r == nil:
		return desk.Answer{Orders: []meeting.Order{o}, Say: said}
	case r.Code != meeting.DiffersFromVote && r.Code != meeting.DiffersFromSources:
		return desk.Warn(c.Refuse(r))
	}
	return desk.Asks(desk.AskText(meeting.MaxReason, func(reason string, c desk.Context) desk.Answer {
		o.Reason = reason
		return c.Submit(o).Saying(said)
	}, c.Refuse(r)).ByHand())
}
