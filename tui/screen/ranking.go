package screen

import (
	"fmt"
	"slices"
	"strings"

	"shuping/internal/tally"
	"shuping/internal/words"
	"shuping/tui/desk"
	"shuping/tui/look"
)

// ranking is a row a subject, the best first: the profile of its marks in one bar and
// their numbers. Where a subject stands follows from the votes alone: from its share of
// the best grade, then of the two best, and so on. Subjects that are alike share a place.
func ranking(c desk.Context) []string {
	s := c.State
	order := make([]int, len(s.Plan.Subjects))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return better(c, a, b) })
	rule, wide := s.Plan.Rule, 4
	name := min(30, c.Width/3)
	head := "       " + c.Look.Left("", name)
	for _, g := range rule.Offered() {
		wide = max(wide, look.Width(g)+2)
	}
	bar := max(8, c.Width-9-name-wide*rule.Boxes()-2)
	for _, g := range rule.Offered() {
		head += c.Look.Right(g, wide)
	}
	rows := []string{c.Look.Dim.Render(head)}
	labels := c.Labels(name)
	place := 0
	for n, i := range order {
		if n == 0 || better(c, order[n-1], i) != 0 {
			place = n + 1
		}
		line := fmt.Sprintf("  %3d  ", place) + c.Look.Left(labels[i], name)
		if t := s.TurnoutOf(i); t.Valid+t.Void < s.Plan.Sheets.Fewest {
			rows = append(rows, line+"  "+c.Look.Dim.Render(c.Say(words.TooFewSheets, "fewest", s.Plan.Sheets.Fewest)))
			continue
		}
		for g := range rule.Offered() {
			line += c.Look.Right(fmt.Sprint(s.Round.Counts[i].Of(g+1)), wide)
		}
		rows = append(rows, line+"  "+c.Stacked(s.Round.Counts[i], bar))
	}
	return append(rows, "", "  "+c.Look.Dim.Render(strings.TrimSpace(words.RankedBy(c.Lang))))
}

// better compares two subjects: less than 0 where the first has the better marks.
func better(c desk.Context, a, b int) int {
	rule := c.State.Plan.Rule
	sum := func(i, g int) tally.Fraction {
		count, n := c.State.Round.Counts[i], 0
		for k := 1; k <= g; k++ {
			n += count.Of(k)
		}
		return tally.Fraction{Num: int64(n), Den: int64(max(1, count.Marks()))}
	}
	for g := range rule.Offered() {
		if by := sum(b, g+1).Cmp(sum(a, g+1)); by != 0 {
			return by
		}
	}
	return 0
}
