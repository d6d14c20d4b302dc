package screen

import (
	"fmt"
	"math/big"
	"strings"

	tea "charm.land/bubbletea/v2"

	"shuping/internal/tally"
	"shuping/internal/words"
	"shuping/tui/key"
	"shuping/tui/look"
)

// Result is the tally, the computed grade and the reasons for it. It only
// shows; nothing is decided here.
type Result struct {
	from  int  // the first subject in sight
	top   int  // the first row in sight, where not all fit
	apart bool // the verdict on that subject is taken apart
}

func (r Result) Scope(c Context) key.Scope {
	scope := key.Scope{key.On(key.Confirm, "Enter", words.KeySteps(c.Lang), "enter")}
	if r.apart {
		scope = key.Scope{key.On(key.Back, "Esc", words.KeyBack(c.Lang), "esc", "enter")}
	}
	if r.last(c) > 0 {
		scope = append(scope, key.On(key.Left, "←→", words.KeyChoose(c.Lang), "left"), key.On(key.Right, "", "", "right"))
	}
	if len(r.rows(c)) > c.Rows {
		scope = append(scope, key.On(key.Up, "↑↓", words.KeyScroll(c.Lang), "up"), key.On(key.Down, "", "", "down"))
	}
	return scope
}

// last is the last subject that can be the first in sight.
func (r Result) last(c Context) int {
	n := len(c.State.Plan.Subjects)
	if r.apart {
		return n - 1
	}
	return max(0, n-inSight(c.Width))
}

func (r Result) Do(m key.Meaning, c Context) (Screen, Answer) {
	switch m.What {
	case key.Confirm, key.Back:
		r.apart, r.top = !r.apart, 0
		r.from = min(r.from, r.last(c))
	case key.Left:
		r.from = max(0, r.from-1)
	case key.Right:
		r.from = min(r.last(c), r.from+1)
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
	return r, warn(words.PasteRefused(c.Lang))
}

// inSight is how many subjects stand side by side in width cells.
func inSight(width int) int { return max(1, min(4, width/38)) }

func (r Result) Draw(c Context) Picture {
	rows := r.rows(c)
	top := min(r.top, max(0, len(rows)-c.Rows))
	return Picture{Rows: rows[top:min(len(rows), top+c.Rows)]}
}

func (r Result) rows(c Context) []string {
	s := c.State
	if r.apart {
		return r.steps(c, min(r.from, len(s.Plan.Subjects)-1))
	}
	rows := []string{"", r.heading(c), ""}
	if few := c.tooFew(); few != nil {
		return append(rows, few...)
	}
	if note := c.weighted(); note != "" {
		rows = []string{r.heading(c), "  " + note, ""}
	}
	if note := c.versions(); note != "" {
		rows = append(rows[:len(rows)-1], "  "+note, "")
	}
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
		rows = append(rows, "  "+c.Look.Dim.Render(c.Say(words.RowsShown, "from", from+1, "to", from+n, "all", len(s.Plan.Subjects))))
	}
	return rows
}

// heading says what the figures stand on, and whether they are final.
func (r Result) heading(c Context) string {
	s := c.State
	t := s.Turnout()
	text := c.Say(words.ResultHead, "valid", t.Valid, "void", t.Void, "collected", t.Collected, "issued", t.Issued)
	return "  " + c.Look.Strong.Render(text) + "   " + c.standing()
}

// tooFew says that no figure is shown yet, nil where they are.
func (c Context) tooFew() []string {
	s := c.State
	if s.Shows() || !s.Round.HasCollected {
		return nil
	}
	return c.indent(2, c.Say(words.TooFewSheets, "fewest", s.Plan.Sheets.Fewest), c.Look.Dim)
}

// versions says which version of the result this is, where it was corrected.
func (c Context) versions() string {
	if len(c.State.Versions) == 0 {
		return ""
	}
	return c.Look.Amber.Render(c.Say(words.VersionMark, "version", c.State.Round.Version))
}

// weighted says that the percentages are not the counts over one number, where
// parts of the vote weigh.
func (c Context) weighted() string {
	if len(c.State.Poll(0).Parts) < 2 {
		return ""
	}
	return c.Look.Dim.Render(words.ResultWeighted(c.Lang))
}

// standing says how far the figures may be trusted.
func (c Context) standing() string {
	s := c.State
	switch {
	case s.IsSealed():
		return c.Look.Good.Render(words.MeetingSealed(c.Lang))
	case s.Round.IsVoid():
		return c.Look.Red.Render(c.Say(words.RoundVoid, "round", s.Round.Number))
	case s.Round.Closed:
		return c.Look.Good.Render(c.Say(words.ResultFinal, "by", s.Round.ClosedBy))
	default:
		return c.Look.Amber.Render(c.Say(words.ResultInterim, "read", s.Round.Read(), "collected", s.Round.Collected))
	}
}

// tally is one subject: a bar a grade, the bar of the veto against its limit,
// and the grades that follow if they are wanted. Where height allows, the bars
// stand apart.
func (c Context) tally(i, width, height int, grades bool) []string {
	s := c.State
	rule, count, v, poll := s.Plan.Rule, s.Round.Counts[i], s.Verdict(i), s.Poll(i)
	rows := []string{c.Look.Strong.Render(c.Look.Left(s.Plan.Subjects[i].Label(), width))}
	was := s.At(1) // as it was first counted; the same where nothing was corrected
	var bars []string
	for g, name := range rule.Scale {
		share, _ := rule.Share(poll, g+1)
		bars = append(bars, c.bar(g+1, name, was.Round.Counts[i].Of(g+1), count.Of(g+1), share, width))
	}
	const others = 5 // label, blank and spoiled, the limit, the grade
	rows = append(rows, spread(bars, height-others)...)
	uncounted := c.Say(words.BlankSpoiled, "blank", count.Blank, "spoiled", count.Spoiled)
	if rule.Aside != "" {
		uncounted += "  " + c.Say(words.AsideCount, "aside", rule.Aside, "n", count.Aside)
	}
	rows = append(rows, c.Look.Dim.Render(uncounted))
	if rule.Veto.Forces != 0 {
		rows = append(rows, c.limit(v, width)...)
	}
	if grades {
		rows = append(rows, c.grades(i, v, width))
	}
	if grades && len(s.Versions) > 0 {
		if old := was.Verdict(i); old.Suggested != v.Suggested {
			rows = append(rows, c.Look.Left(c.Look.Amber.Render(c.Say(words.WasNow,
				"was", orDash(rule.Scale.Name(old.Suggested)), "now", orDash(rule.Scale.Name(v.Suggested)))), width))
		}
	}
	return rows
}

// bar is one grade: word, bar, count, percentage, each in its own columns. A count
// that was corrected stands behind the one that it was.
func (c Context) bar(g int, name string, was, count int, share tally.Fraction, width int) string {
	figures, number := 6+9, fmt.Sprint(count) // count and percentage
	if len(c.State.Versions) > 0 {
		figures += 6
	}
	if was != count {
		number = c.Look.Amber.Render(fmt.Sprintf("%d→%d", was, count))
	}
	word := c.gradeWidth()
	room := max(4, width-word-1-figures)
	percent := "–"
	filled := 0
	if share.Given() {
		percent = share.Percent(c.State.Plan.Rule.Decimals) + "%"
		filled = cells(share, room)
		if count > 0 && filled == 0 {
			filled = 1
		}
	}
	filled = min(filled, room)
	return c.Look.Left(name, word) + " " + c.Look.Bar(g, filled) + strings.Repeat(" ", room-filled) +
		c.Look.Right(number, figures-9) + c.Look.Right(percent, 9)
}

// cells is a share of a room, rounded down; more than all of it is all of it.
func cells(share tally.Fraction, room int) int {
	part := share.Rat()
	part.Mul(part, big.NewRat(int64(room), 1))
	n := new(big.Int).Quo(part.Num(), part.Denom())
	if !n.IsInt64() || n.Int64() > int64(room) {
		return room
	}
	return int(n.Int64())
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
	style, word := c.Look.Good, words.NotOver
	if v.Over {
		style, word = c.Look.Red, words.IsOver
	}
	share, text := shareOf(why), c.Fill("{grades} {n}/{base} = ", "grades", strings.Join(why.Grades, "+"), "n", why.Count, "base", why.Base)
	if len(why.Parts) > 0 { // weighted: the numbers stand in the reason
		text = strings.Join(why.Grades, "+") + " = "
	}
	room := max(8, width-2)
	at := room / 2
	filled := 0
	if limit := why.Limit; limit.Num > 0 {
		scaled := share.Rat()
		scaled.Quo(scaled, limit.Rat()).Mul(scaled, big.NewRat(int64(at), 1))
		filled = min(room, int(new(big.Int).Quo(scaled.Num(), scaled.Denom()).Int64()))
	}
	before, behind := min(filled, at), max(0, filled-at)
	line := style.Render(strings.Repeat("=", before)) + strings.Repeat(" ", at-before) +
		c.Look.Strong.Render("|") + style.Render(strings.Repeat("=", behind))
	return []string{
		c.Look.Left(text+share.Percent(why.Decimals)+"%  "+style.Render(c.Say(word, "limit", why.Limit.Short())), width),
		c.Look.Left(line, width),
	}
}

// shareOf is what a reason compared with its limit.
func shareOf(why tally.Reason) tally.Fraction {
	if len(why.Parts) > 0 {
		return why.Share
	}
	return tally.Fraction{Num: int64(why.Count), Den: int64(why.Base)}
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
	scale := c.State.Plan.Rule.Scale
	if d := c.State.Decisions[i]; d.Grade != 0 {
		return c.Look.Left(words.DecidedGrade(c.Lang)+"  "+c.Look.Strong.Render(scale.Name(d.Grade)), width)
	}
	switch {
	case v.Forced != 0:
		return c.Look.Left(words.ForcedGrade(c.Lang)+"  "+c.Look.Red.Render(scale.Name(v.Forced)), width)
	case v.Suggested != 0:
		return c.Look.Left(words.SuggestedGrade(c.Lang)+"  "+c.Look.Strong.Render(scale.Name(v.Suggested)), width)
	default:
		return c.Look.Left(words.SuggestedGrade(c.Lang)+"  –", width)
	}
}

// reasons is why, one sentence each with its clause.
func (r Result) reasons(c Context, i int) []string {
	var rows []string
	label := c.State.Plan.Subjects[i].Label()
	for n, why := range c.State.Reasons(i) {
		style := c.Look.Text
		if why.Holds && (why.Step == tally.VoteVeto || why.Step == tally.FactVeto) {
			style = c.Look.Red
		}
		head := strings.Repeat(" ", look.Width(label))
		if n == 0 {
			head = label
		}
		text := why.Text(c.ruleLang()) + c.clause(why.Clause)
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
	return c.Say(words.PlanClause, "clause", clause)
}

// quota is how all grades together stand, with what would be nearest.
func (c Context) quota(margin int) []string {
	q := c.State.Plan.Rule.Quota
	if !q.Given() {
		return nil
	}
	v := c.State.Quota()
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
	text := c.Say(words.QuotaStanding, "below", c.State.Plan.Rule.Scale.Name(q.LowerThan+1), "target", c.Fill(words.QuotaTarget(c.Lang, string(q.Compare)), "share", q.Target.Short()),
		"lower", v.Lower, "subjects", v.Subjects, "nearest", strings.Join(nearest, "–"),
		"state", words.QuotaState(c.Lang, string(v.State)))
	return c.indent(margin, text+c.clause(q.Clause), style)
}
