package desk

import (
	"fmt"
	"math/big"
	"slices"
	"strings"

	"shuping/internal/tally"
	"shuping/internal/words"
	"shuping/tui/look"
)

// TooFew says that no figure is shown yet, nil where they are.
func (c Context) TooFew() []string {
	s := c.State
	if s.Shows() || !s.Round.HasCollected {
		return nil
	}
	return c.Indent(2, c.Say(words.TooFewSheets, "fewest", s.Plan.Sheets.Fewest), c.Look.Dim)
}

// Sealed is the seal of the count: the short number first, the words below it; nothing
// while the count is open.
func (c Context) Sealed() []string {
	mark := c.Mark.Count
	if n := c.State.CountSeal(); n == 0 || mark.Number != n {
		return nil
	}
	head := c.Say(words.CountSealed, "number", mark.Number, "version", c.State.Round.Version, "record", mark.Record)
	if c.State.Rehearsal {
		head = words.PracticeMark(c.Lang) + head
	}
	rows := c.Indent(2, head, c.Look.Accent)
	groups := strings.Fields(mark.Groups)
	for half := range slices.Chunk(groups, max(1, (len(groups)+1)/2)) {
		rows = append(rows, c.Indent(2, strings.Join(half, " "), c.Look.Text)...)
	}
	return append(rows, c.Indent(2, strings.Join(mark.Words, " "), c.Look.Strong)...)
}

// Versions says which version of the result this is, where it was corrected.
func (c Context) Versions() string {
	if len(c.State.Versions) == 0 {
		return ""
	}
	return c.Look.Amber.Render(c.Say(words.VersionMark, "version", c.State.Round.Version))
}

// Weighted says that the percentages are not the counts over one number, where
// parts of the vote weigh.
func (c Context) Weighted() string {
	if len(c.State.Poll(0).Parts) < 2 {
		return ""
	}
	return c.Look.Dim.Render(words.ResultWeighted(c.Lang))
}

// Tally is one subject: a bar a grade, the bar of the veto against its limit,
// and the grades that follow if they are wanted. Where height allows, the bars
// stand apart.
func (c Context) Tally(i, width, height int, grades bool) []string {
	s := c.State
	rule, count, v, poll := s.Plan.Rule, s.Round.Counts[i], s.Verdict(i), s.Poll(i)
	rows := []string{c.Look.Strong.Render(c.Look.Left(c.Labels(width)[i], width))}
	if v, again := s.RevoteOf(i); again {
		t := s.TurnoutOf(i)
		rows = append(rows, c.Look.Left(c.Look.Amber.Render(c.Say(words.RevotedOn, "round", v.Number, "issued", t.Issued, "collected", t.Collected, "valid", t.Valid, "void", t.Void)), width))
		height--
	}
	was := s.At(1) // as it was first counted; the same where nothing was corrected
	var bars []string
	for g, name := range rule.Offered() {
		share, _ := rule.Share(poll, g+1)
		bars = append(bars, c.bar(g+1, name, was.Round.Counts[i].Of(g+1), count.Of(g+1), share, width))
	}
	const others = 5 // label, blank and spoiled, the limit, the grade
	rows = append(rows, SpreadRows(bars, height-others)...)
	uncounted := c.Say(words.BlankSpoiled, "blank", count.Blank, "spoiled", count.Spoiled)
	if rule.Aside != "" {
		uncounted += "  " + c.Say(words.AsideCount, "aside", rule.Aside, "n", count.Aside)
	}
	rows = append(rows, c.Look.Dim.Render(uncounted))
	if rule.Veto.Given() {
		rows = append(rows, c.limit(v, width)...)
	}
	if grades {
		rows = append(rows, c.Grades(i, v, width)...)
	}
	if grades && len(s.Versions) > 0 {
		if old := was.Verdict(i); old.ByVotes != v.ByVotes {
			rows = append(rows, c.Look.Left(c.Look.Amber.Render(c.Say(words.WasNow,
				"was", OrDash(rule.Scale.Name(old.ByVotes)), "now", OrDash(rule.Scale.Name(v.ByVotes)))), width))
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
	return c.Look.Left(name, word) + " " + c.Look.Bar(g, len(c.State.Plan.Rule.Scale), filled) + strings.Repeat(" ", room-filled) +
		c.Look.Right(number, figures-9) + c.Look.Right(percent, 9)
}

// Stacked is the grades of a count in one bar of so many cells, each as long as its
// share of all of them.
func (c Context) Stacked(count tally.Count, cells int) string {
	scale := c.State.Plan.Rule.Scale
	var b strings.Builder
	for g, done, at := 0, 0, 0; g < len(scale) && count.Marks() > 0; g++ {
		done += count.Of(g + 1)
		to := done * cells / count.Marks()
		b.WriteString(c.Look.Bar(g+1, len(scale), to-at))
		at = to
	}
	return b.String()
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
	for _, name := range c.State.Plan.Rule.Offered() {
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
	share, text := shareOf(why), fmt.Sprintf("%s %d/%d = ", strings.Join(why.Grades, "+"), why.Count, why.Base)
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

// Grades are the three things that are said of a grade: what the votes alone come to,
// what forces or bars grades and why, and what was decided; in one row where they have
// room in it.
func (c Context) Grades(i int, v tally.Verdict, width int) []string {
	parts := []string{words.SuggestedGrade(c.Lang) + " " + c.Look.Strong.Render(OrDash(c.State.Plan.Rule.Scale.Name(v.ByVotes)))}
	if bound := words.Bound(c.Lang, c.State.Plan.Rule.Scale, v); bound != "" {
		parts = append(parts, c.Look.Red.Render(bound))
	}
	parts = append(parts, words.DecidedGrade(c.Lang)+" "+c.decided(i))
	if line := strings.Join(parts, "  "); look.Width(line) <= width {
		return []string{c.Look.Left(line, width)}
	}
	for n, part := range parts {
		parts[n] = c.Look.Left(part, width)
	}
	return parts
}

// decided is the grade that was decided, or why there is none.
func (c Context) decided(i int) string {
	d := c.State.Decisions[i]
	switch why := c.State.WhyExempt(i); {
	case why != "":
		return c.Say(words.ExemptWhy, "reason", OneLine(why))
	case d.Grade != 0:
		return c.Look.Strong.Render(c.State.Plan.Rule.Scale.Name(d.Grade))
	default:
		return c.Look.Dim.Render(words.GradeUndecided(c.Lang))
	}
}

// OrDash is a word, or a dash for none.
func OrDash(s string) string {
	if s == "" {
		return "–"
	}
	return s
}
