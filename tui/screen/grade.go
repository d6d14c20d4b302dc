package screen

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"shuping/internal/meeting"
	"shuping/internal/words"
	"shuping/tui/key"
)

// Grade is the desk where the chair weighs what is known of each subject and
// decides. With many subjects it is a table that can be ordered and thinned
// out; whatever it shows, the cursor stays on its subject.
type Grade struct {
	subject int // index in the plan
	order   deskOrder
	only    deskFilter
	top     int  // the first row of the detail in sight, where not all fit
	kept    bool // the cursor's subject stays in sight although the filter drops it
	ask     ask
}

func (g Grade) Scope(c Context) key.Scope {
	if g.ask.open() {
		return g.ask.scope(c)
	}
	scope := key.Scope{key.On(key.Up, "↑↓", words.KeyChoose(c.Lang), "up"), key.On(key.Down, "", "", "down")}
	if table, detail := g.layout(c); hidden(table, detail, c) > 0 {
		scope = append(scope, key.On(key.PageUp, "PgUp/PgDn", words.KeyScroll(c.Lang), "pgup"), key.On(key.PageDown, "", "", "pgdown"))
	}
	if !c.Ahead.IsSealed() && g.inSight(c) {
		scope = append(scope, g.deciding(c)...)
	}
	if len(c.Ahead.Plan.Subjects) > 2 {
		scope = append(scope, key.On(key.First, "Home", words.KeyOrder(c.Lang), "home"), key.On(key.Last, "End", words.KeyOnly(c.Lang), "end"))
	}
	return scope
}

// deciding is the keys that enter something.
func (g Grade) deciding(c Context) key.Scope {
	n := len(c.Ahead.Plan.Rule.Scale)
	var scope key.Scope
	if c.Ahead.Round.Closed {
		scope = append(scope, key.On(key.Confirm, "Enter", words.KeyDecide(c.Lang), "enter"))
		scope = append(scope, key.Digits(1, n, "1–"+digit(n), words.KeyGrade(c.Lang))...)
	}
	sources := words.KeySources(c.Lang)
	if len(c.Ahead.Plan.Rule.Sources) == 0 {
		sources = words.KeyOpinion(c.Lang)
	}
	scope = append(scope, key.On(key.Right, "→", sources, "right"))
	if len(c.Ahead.Plan.Rule.Facts) > 0 {
		scope = append(scope, key.On(key.More, "+", words.KeyAddFact(c.Lang), "+", "="))
	}
	if len(c.Ahead.Facts[g.subject]) > 0 {
		scope = append(scope, key.On(key.Less, "-", words.KeyDropFact(c.Lang), "-"))
	}
	return scope
}

func (g Grade) Do(m key.Meaning, c Context) (Screen, Answer) {
	if g.ask.open() {
		var ans Answer
		g.ask, ans = g.ask.do(m, c)
		return g, ans
	}
	var ans Answer
	g.kept = g.inSight(c)
	switch m.What {
	case key.Up:
		g = g.move(c, -1)
	case key.Down:
		g = g.move(c, +1)
	case key.PageUp, key.PageDown:
		g = g.scroll(m.What, c)
	case key.First:
		g.order = (g.order + 1) % deskOrders
		ans.Say = words.DeskOrders(c.Lang)[g.order]
	case key.Last:
		g.only, g.kept = (g.only+1)%deskFilters, false
		g = g.onto(c)
		ans.Say = words.DeskFilters(c.Lang)[g.only]
	case key.Confirm:
		g.ask = g.askGrade(c)
	case key.Digit:
		g.ask, ans = ask{}.lead(g.decide(m.N, c))
	case key.Right:
		g.ask = g.askWhat(c)
	case key.More:
		g.ask = g.askFact(c)
	case key.Less:
		g.ask = g.askWithdraw(c)
	}
	return g, ans
}

// move goes to the next subject in the order shown.
func (g Grade) move(c Context, by int) Grade {
	list := g.shown(c)
	g.top = 0
	for i, n := range list {
		if n == g.subject {
			g.subject = list[min(max(0, i+by), len(list)-1)]
			return g
		}
	}
	return g.onto(c)
}

// scroll goes through the detail where it has more rows than there is room for.
func (g Grade) scroll(what key.What, c Context) Grade {
	const step = 3
	table, detail := g.layout(c)
	last := hidden(table, detail, c)
	g.top = min(g.top, last) + step
	if what == key.PageUp {
		g.top -= 2 * step
	}
	g.top = max(0, min(g.top, last))
	return g
}

// inSight reports whether the cursor's subject is among those that are shown:
// where nobody is, nothing can be decided.
func (g Grade) inSight(c Context) bool { return slices.Contains(g.shown(c), g.subject) }

// onto puts the cursor on a subject that is shown.
func (g Grade) onto(c Context) Grade {
	if list := g.shown(c); len(list) > 0 && !slices.Contains(list, g.subject) {
		g.subject = list[0]
	}
	return g
}

func (g Grade) label(c Context) string { return c.Ahead.Plan.Subjects[g.subject].Label() }

func (g Grade) id(c Context) string { return c.Ahead.Plan.Subjects[g.subject].ID }

// decide submits the grade, or asks for the reason that it needs. A grade that
// stands is not decided again: every decision is kept for good.
func (g Grade) decide(grade int, c Context) Answer {
	o := meeting.DecideGrade{Subject: g.id(c), Grade: c.Ahead.Plan.Rule.Scale.Name(grade)}
	said := c.Say(words.GradeDecided, "subject", g.label(c), "grade", o.Grade)
	r := c.try(o)
	switch {
	case r == nil && c.Ahead.Decisions[g.subject].Grade == grade:
		return Answer{Say: said}
	case r == nil:
		ans := order(o)
		ans.Say = said
		return ans
	case r.Code != meeting.DiffersFromVote && r.Code != meeting.DiffersFromSources && r.Code != meeting.QuotaMissed:
		return warn(c.Refuse(r))
	}
	next := askText(meeting.MaxReason, func(reason string, c Context) Answer {
		o.Reason = reason
		ans := c.submit(o)
		if !ans.Ring {
			ans.Say = said
		}
		return ans
	}, c.Refuse(r))
	return Answer{next: &next}
}

func (g Grade) Typing(Context) bool { return g.ask.typing() }

func (g Grade) Press(k tea.KeyPressMsg, _ Context) (Screen, bool) {
	var taken bool
	g.ask, taken = g.ask.press(k)
	return g, taken
}

func (g Grade) Paste(text string, c Context) (Screen, Answer) {
	var ans Answer
	g.ask, ans = g.ask.paste(text, c)
	return g, ans
}

// Draft is what is being written and would be lost by a sudden end.
func (g Grade) Draft() (name, text string) {
	return g.ask.draft()
}
