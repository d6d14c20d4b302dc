package screen

import (
	"fmt"
	"strings"

	tea "charm.land/bubbletea/v2"

	"shuping/internal/tally"
	"shuping/tui/key"
	"shuping/tui/look"
)

// Result is the tally, the computed grade and the reasons for it. It only
// shows; nothing is decided here.
type Result struct {
	from int // the first subject in sight
	top  int // the first row in sight, where not all fit
}

func (r Result) Scope(c Context) key.Scope {
	w := c.Words.Screen.Keys
	var scope key.Scope
	if len(c.State.Plan.Subjects) > inSight(c.Width) {
		scope = append(scope, key.On(key.Left, "←→", w.Choose, "left"), key.On(key.Right, "", "", "right"))
	}
	if len(r.rows(c)) > c.Rows {
		scope = append(scope, key.On(key.Up, "↑↓", w.Scroll, "up"), key.On(key.Down, "", "", "down"))
	}
	return scope
}

func (r Result) Do(m key.Meaning, c Context) (Screen, Answer) {
	last := max(0, len(c.State.Plan.Subjects)-inSight(c.Width))
	switch m.What {
	case key.Left:
		r.from = max(0, r.from-1)
	case key.Right:
		r.from = min(last, r.from+1)
	case key.Up:
		r.top = max(0, r.top-1)
	case key.Down:
		r.top = min(max(0, len(r.rows(c))-c.Rows), r.top+1)
	}
	return r, Answer{}
}

func (r Result) Typing(Context) bool                           { return false }
func (r Result) Press(tea.KeyPressMsg, Context) (Screen, bool) { return r, false }
func (r Result) Paste(_ string, c Context) (Screen, Answer) {
	return r, warn(c.Words.Screen.PasteRefused)
}

// inSight is how many subjects stand side by side in width cells.
func inSight(width int) int { return max(1, min(4, width/38)) }

func (r Result) Draw(c Context) Picture {
	rows := r.rows(c)
	top := min(r.top, max(0, len(rows)-c.Rows))
	return Picture{Rows: rows[top:min(len(rows), top+c.Rows)]}
}

func (r Result) rows(c Context) []string {
	s, w := c.State, c.Words.Screen
	rows := []string{"", r.heading(c), ""}
	n := min(inSight(c.Width), len(s.Plan.Subjects))
	from := min(r.from, len(s.Plan.Subjects)-n)
	each := (c.Width - 4 - 3*(n-1)) / n
	var columns [][]string
	var widths []int
	for i := from; i < from+n; i++ {
		columns, widths = append(columns, c.tally(i, each, c.Rows/2, true)), append(widths, each)
	}
	for _, line := range c.beside(3, widths, columns...) {
		rows = append(rows, "  "+line)
	}
	rows = append(rows, "")
	for i := from; i < from+n; i++ {
		rows = append(rows, r.reasons(c, i)...)
	}
	rows = append(rows, c.quota(2)...)
	if hidden := len(s.Plan.Subjects) - n; hidden > 0 {
		rows = append(rows, "  "+c.Look.Dim.Render(c.Say(w.Others, "from", from+1, "to", from+n, "all", len(s.Plan.Subjects))))
	}
	return rows
}

// heading says what the figures stand on, and whether they are final.
func (r Result) heading(c Context) string {
	s, w := c.State, c.Words.Screen
	t := s.Turnout()
	text := c.Say(w.ResultHead, "valid", t.Valid, "void", t.Void, "collected", t.Collected, "issued", t.Issued)
	return "  " + c.Look.Strong.Render(text) + "   " + c.standing()
}

// standing says how far the figures may be trusted.
func (c Context) standing() string {
	s, w := c.State, c.Words.Screen
	switch {
	case s.IsSealed():
		return c.Look.Good.Render(w.Sealed)
	case s.Round.IsVoid():
		return c.Look.Red.Render(c.Say(w.RoundVoid, "round", s.Round.Number))
	case s.Round.Closed:
		return c.Look.Good.Render(c.Say(w.Final, "by", s.Round.ClosedBy))
	default:
		return c.Look.Amber.Render(c.Say(w.Interim, "read", s.Round.Read(), "collected", s.Round.Collected))
	}
}

// tally is one subject: a bar a grade, the bar of the veto against its limit,
// and the grades that follow if they are wanted. Where height allows, the bars
// stand apart.
func (c Context) tally(i, width, height int, grades bool) []string {
	s, w := c.State, c.Words.Screen
	rule, count, v := s.Plan.Rule, s.Round.Counts[i], s.Verdict(i)
	rows := []string{c.Look.Strong.Render(c.Look.Left(s.Plan.Subjects[i].Label(), width))}
	var bars []string
	for g, name := range rule.Scale {
		bars = append(bars, c.bar(g+1, name, count.Of(g+1), v.Size, width))
	}
	const others = 5 // label, blank and spoiled, the limit, the grade
	rows = append(rows, spread(bars, height-others)...)
	rows = append(rows, c.Look.Dim.Render(c.Say(w.BlankSpoiled, "blank", count.Blank, "spoiled", count.Spoiled)))
	if rule.Veto.Forces != 0 {
		rows = append(rows, c.limit(v, width)...)
	}
	if grades {
		rows = append(rows, c.grades(i, v, width))
	}
	return rows
}

// bar is one grade: word, bar, count, percentage, each in its own columns.
func (c Context) bar(g int, name string, count, size, width int) string {
	const figures = 6 + 9 // count and percentage
	word := c.gradeWidth()
	room := max(4, width-word-1-figures)
	percent := "–"
	filled := 0
	if size > 0 {
		f := tally.Fraction{Num: int64(count), Den: int64(size)}
		percent = f.Percent(c.State.Plan.Rule.Decimals) + "%"
		filled = count * room / size
		if count > 0 && filled == 0 {
			filled = 1
		}
	}
	filled = min(filled, room)
	return c.Look.Left(name, word) + " " + c.Look.Bar(g, filled) + strings.Repeat(" ", room-filled) +
		c.Look.Right(fmt.Sprint(count), 6) + c.Look.Right(percent, 9)
}

// gradeWidth is the cells that the longest grade takes.
func (c Context) gradeWidth() int {
	w := 0
	for _, name := range c.State.Plan.Rule.Scale {
		w = max(w, look.Width(name))
	}
	return w
}

// limit draws the veto's share against its limit, which stands in the middle
// of the bar, so that the hall sees on which side of it the vote fell.
func (c Context) limit(v tally.Verdict, width int) []string {
	why, ok := vetoReason(v)
	if !ok {
		return []string{"", ""}
	}
	style, word := c.Look.Good, c.Words.Screen.NotOver
	if v.Over {
		style, word = c.Look.Red, c.Words.Screen.IsOver
	}
	room := max(8, width-2)
	at := room / 2
	filled := 0
	if limit := why.Limit; limit.Num > 0 && why.Base > 0 {
		filled = int(int64(why.Count) * limit.Den * int64(at) / (int64(why.Base) * limit.Num))
	}
	filled = min(filled, room)
	before, behind := min(filled, at), max(0, filled-at)
	line := style.Render(strings.Repeat("=", before)) + strings.Repeat(" ", at-before) +
		c.Look.Strong.Render("|") + style.Render(strings.Repeat("=", behind))
	percent := tally.Fraction{Num: int64(why.Count), Den: int64(why.Base)}.Percent(why.Decimals)
	return []string{
		c.Look.Left(c.Say("{grades} {n}/{base} = {percent}%  ", "grades", strings.Join(why.Grades, "+"),
			"n", why.Count, "base", why.Base, "percent", percent)+style.Render(c.Say(word, "limit", why.Limit.Short())), width),
		c.Look.Left(line, width),
	}
}

func vetoReason(v tally.Verdict) (tally.Reason, bool) {
	for _, r := range v.Reasons {
		if r.Step == tally.VoteVeto {
			return r, true
		}
	}
	return tally.Reason{}, false
}

// grades is the suggested grade, or the forced or decided one.
func (c Context) grades(i int, v tally.Verdict, width int) string {
	w, scale := c.Words.Screen, c.State.Plan.Rule.Scale
	if d := c.State.Decisions[i]; d.Grade != 0 {
		return c.Look.Left(w.DecidedGrade+"  "+c.Look.Strong.Render(scale.Name(d.Grade)), width)
	}
	switch {
	case v.Forced != 0:
		return c.Look.Left(w.ForcedGrade+"  "+c.Look.Red.Render(scale.Name(v.Forced)), width)
	case v.Suggested != 0:
		return c.Look.Left(w.SuggestedGrade+"  "+c.Look.Strong.Render(scale.Name(v.Suggested)), width)
	default:
		return c.Look.Left(w.SuggestedGrade+"  –", width)
	}
}

// reasons is why, one sentence each with its clause.
func (r Result) reasons(c Context, i int) []string {
	var rows []string
	v := c.State.Verdict(i)
	label := c.State.Plan.Subjects[i].Label()
	for n, why := range v.Reasons {
		style := c.Look.Text
		if why.Holds && (why.Step == tally.VoteVeto || why.Step == tally.FactVeto) {
			style = c.Look.Red
		}
		head := strings.Repeat(" ", look.Width(label))
		if n == 0 {
			head = label
		}
		text := why.Text(c.lang()) + c.clause(why.Clause)
		for k, line := range look.Wrap(text, c.Width-6-look.Width(label)) {
			if k > 0 {
				head = strings.Repeat(" ", look.Width(label))
			}
			rows = append(rows, "  "+c.Look.Dim.Render(head)+"  "+style.Render(line))
		}
	}
	return rows
}

// clause cites the plan, "［方案三(五)］".
func (c Context) clause(clause string) string {
	if clause == "" {
		return ""
	}
	return c.Say(c.Words.Screen.Clause, "clause", clause)
}

// quota is how all grades together stand, with what would be nearest.
func (c Context) quota(margin int) []string {
	q := c.State.Plan.Rule.Quota
	if !q.Given() {
		return nil
	}
	v, w := c.State.Quota(), c.Words.Screen
	style := c.Look.Text
	switch v.State {
	case tally.QuotaUnder, tally.QuotaOver:
		style = c.Look.Amber
	case tally.QuotaMet:
		style = c.Look.Good
	}
	nearest := make([]string, len(v.Nearest))
	for i, n := range v.Nearest {
		nearest[i] = fmt.Sprint(n)
	}
	text := c.Say(w.Quota, "below", c.State.Plan.Rule.Scale.Name(q.LowerThan+1), "target", q.Target.Short(),
		"lower", v.Lower, "subjects", v.Subjects, "nearest", strings.Join(nearest, "–"),
		"state", w.QuotaStates[string(v.State)])
	return c.indent(margin, text+c.clause(q.Clause), style)
}
