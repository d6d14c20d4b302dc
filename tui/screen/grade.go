package screen

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"shuping/internal/meeting"
	"shuping/tui/key"
	"shuping/tui/look"
)

// Grade is the desk where the chair enters facts and decides.
type Grade struct {
	at  int // the subject that the cursor is on
	ask ask
}

func (g Grade) Scope(c Context) key.Scope {
	if g.ask.open() {
		return g.ask.scope(c)
	}
	if c.Ahead.IsSealed() {
		return key.Scope{key.On(key.Up, "↑↓", c.Words.Screen.Keys.Choose, "up"), key.On(key.Down, "", "", "down")}
	}
	w, n := c.Words.Screen.Keys, len(c.Ahead.Plan.Rule.Scale)
	scope := key.Scope{key.On(key.Up, "↑↓", w.Choose, "up"), key.On(key.Down, "", "", "down")}
	if c.Ahead.Round.Closed {
		scope = append(scope, key.On(key.Confirm, "Enter", w.Decide, "enter"))
		scope = append(scope, key.Digits(1, n, "1–"+digit(n), w.Grade)...)
	}
	if len(c.Ahead.Plan.Rule.Facts) > 0 {
		scope = append(scope, key.On(key.More, "+", w.AddFact, "+", "="))
	}
	if len(c.Ahead.Facts[g.at]) > 0 {
		scope = append(scope, key.On(key.Less, "-", w.DropFact, "-"))
	}
	return scope
}

func (g Grade) Do(m key.Meaning, c Context) (Screen, Answer) {
	if g.ask.open() {
		var ans Answer
		g.ask, ans = g.ask.do(m, c)
		return g, ans
	}
	switch m.What {
	case key.Up:
		g.at = max(0, g.at-1)
	case key.Down:
		g.at = min(len(c.Ahead.Plan.Subjects)-1, g.at+1)
	case key.Confirm:
		at := g
		g.ask = askChoice(c.Ahead.Plan.Rule.Scale, func(i int, c Context) Answer {
			return at.decide(i+1, c)
		}, c.Say(c.Words.Screen.DecideFor, "subject", g.label(c)))
	case key.Digit:
		var ans Answer
		g.ask, ans = ask{}.lead(g.decide(m.N, c))
		return g, ans
	case key.More:
		g.ask = g.askFact(c)
	case key.Less:
		g.ask = g.askWithdraw(c)
	}
	return g, Answer{}
}

func (g Grade) label(c Context) string { return c.Ahead.Plan.Subjects[g.at].Label() }

// decide submits the grade, or asks for the reason that it needs.
func (g Grade) decide(grade int, c Context) Answer {
	o := meeting.DecideGrade{Subject: c.Ahead.Plan.Subjects[g.at].ID, Grade: c.Ahead.Plan.Rule.Scale.Name(grade)}
	r := c.try(o)
	switch {
	case r == nil:
		ans := order(o)
		ans.Say = c.Say(c.Words.Screen.Decided, "subject", g.label(c), "grade", o.Grade)
		return ans
	case r.Code != meeting.DiffersFromVote && r.Code != meeting.QuotaMissed:
		return warn(c.Refuse(r))
	}
	next := askText(meeting.MaxReason, func(reason string, c Context) Answer {
		o.Reason = reason
		return c.submit(o)
	}, c.Refuse(r))
	return Answer{next: &next}
}

// askFact asks which fact, then where it is written down.
func (g Grade) askFact(c Context) ask {
	kinds := c.Ahead.Plan.Rule.Facts
	titles := make([]string, len(kinds))
	for i, k := range kinds {
		titles[i] = k.Title
	}
	subject := c.Ahead.Plan.Subjects[g.at].ID
	return askChoice(titles, func(i int, c Context) Answer {
		next := askText(meeting.MaxReason, func(source string, c Context) Answer {
			if source == "" {
				return warn(c.Words.Screen.SourceNeeded)
			}
			return c.submit(meeting.RecordFact{Subject: subject, Kind: kinds[i].ID, Source: source})
		}, titles[i], c.Words.Screen.FactSource)
		return Answer{next: &next}
	}, c.Say(c.Words.Screen.FactFor, "subject", g.label(c)))
}

// askWithdraw asks which fact was entered wrongly, and why it goes.
func (g Grade) askWithdraw(c Context) ask {
	facts := c.Ahead.Facts[g.at]
	titles := make([]string, len(facts))
	for i, f := range facts {
		k, _ := c.Ahead.Plan.Rule.Fact(f.Kind)
		titles[i] = k.Title + "  " + oneLine(f.Source)
	}
	subject := c.Ahead.Plan.Subjects[g.at].ID
	return askChoice(titles, func(i int, c Context) Answer {
		next := askText(meeting.MaxReason, func(reason string, c Context) Answer {
			return c.submit(meeting.WithdrawFact{Subject: subject, Kind: facts[i].Kind, Reason: reason})
		}, titles[i], c.Words.Screen.WithdrawWhy)
		return Answer{next: &next}
	}, c.Words.Screen.WithdrawWhich)
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

func (g Grade) Draw(c Context) Picture {
	s, w := c.State, c.Words.Screen
	rows := []string{"", "  " + c.standing(), ""}
	name, col := g.columns(c)
	head := c.Look.Left("", name) + c.Look.Left(w.VoteColumn, col) + c.Look.Left(w.VetoColumn, col) + w.GradeColumn
	rows = append(rows, "    "+c.Look.Dim.Render(head))
	at := 0
	for i := range s.Plan.Subjects {
		if i == g.at {
			at = len(rows)
		}
		rows = append(rows, g.row(c, i, name, col))
	}
	detail := g.detail(c)
	room := max(3, c.Rows-len(detail)-1)
	if len(rows) > room {
		rows = append(rows[:4:4], window(rows[4:], room-4, at-4)...)
	}
	rows = append(rows, "")
	return g.ask.over(Picture{Rows: append(rows, detail...)}, c)
}

func (g Grade) columns(c Context) (name, col int) {
	name = 16
	for _, s := range c.State.Plan.Subjects {
		name = max(name, 2+look.Width(s.Label()))
	}
	return min(name, c.Width/3), max(12, min(24, (c.Width-c.Width/3)/4))
}

func (g Grade) row(c Context, i, name, col int) string {
	s := c.State
	v, scale := s.Verdict(i), s.Plan.Rule.Scale
	pointer := "  "
	if i == g.at {
		pointer = c.Look.Accent.Render(c.Look.Here()) + " "
	}
	vote, veto := orDash(scale.Name(v.Suggested)), "–"
	if v.Forced != 0 {
		vote, veto = "–", c.Look.Red.Render(scale.Name(v.Forced))
	}
	decided := c.Look.Dim.Render(c.Words.Screen.Undecided)
	if d := s.Decisions[i]; d.Grade != 0 {
		decided = c.Look.Strong.Render(scale.Name(d.Grade))
		if d.Reason != "" {
			decided += "  " + c.Look.Dim.Render(oneLine(d.Reason))
		}
	}
	return "  " + pointer + c.Look.Left(s.Plan.Subjects[i].Label(), name) + c.Look.Left(vote, col) + c.Look.Left(veto, col) + decided
}

func orDash(s string) string {
	if s == "" {
		return "–"
	}
	return s
}

// detail is what stands behind the subject under the cursor.
func (g Grade) detail(c Context) []string {
	rows := Result{}.reasons(c, g.at)
	if len(rows) > 0 {
		rows = append(rows, "")
	}
	rows = append(rows, g.warnings(c)...)
	rows = append(rows, c.quota(2)...)
	if !c.State.Round.Closed {
		rows = append(rows, c.indent(2, c.Words.Screen.DecideLater, c.Look.Dim)...)
	}
	return rows
}

// warnings is what only the chair should know: how few bad marks force the
// grade, whether the sheets that are left can still change it, and which other
// reading of the plan would.
func (g Grade) warnings(c Context) []string {
	s, w := c.State, c.Words.Screen
	if s.Round.IsVoid() {
		return nil
	}
	rule, count, turnout := s.Plan.Rule, s.Round.Counts[g.at], s.Turnout()
	var rows []string
	for _, t := range rule.Triggers(turnout.Size(rule.Base, count)) {
		rows = append(rows, c.indent(2, c.Say(w.Trigger, "base", rule.Base.Name(c.lang()), "size", t.Base,
			"grades", strings.Join(t.Grades, "+"), "need", t.Need, "forces", rule.Scale.Name(rule.Veto.Forces)), c.Look.Dim)...)
	}
	if left := s.Round.Collected - s.Round.Read(); !s.Round.Closed && s.Round.HasCollected && left > 0 {
		o := rule.Ahead(count, turnout, left)
		sentence := w.Unsettled
		if o.Settled {
			sentence = w.Settled
		}
		rows = append(rows, c.indent(2, c.Say(sentence, "left", left, "best", orDash(rule.Scale.Name(o.Best)),
			"worst", orDash(rule.Scale.Name(o.Worst))), c.Look.Dim)...)
	}
	if !s.Round.Closed {
		return rows // half a count over all the sheets says nothing
	}
	for _, a := range rule.Alternatives(count, turnout, s.FactsOf(g.at)) {
		grade := orDash(rule.Scale.Name(a.Verdict.Suggested))
		rows = append(rows, c.indent(2, c.Say(w.OtherReading, "base", a.Base.Name(c.lang()),
			"reading", w.Readings[string(a.Reading)], "grade", grade), c.Look.Amber)...)
	}
	return rows
}
