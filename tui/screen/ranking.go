package screen

import (
	"fmt"
	"strings"

	"shuping/internal/result"
	"shuping/internal/words"
	"shuping/tui/desk"
	"shuping/tui/look"
)

// ranking is a row a subject, the best first: the profile of its marks in one bar and
// their numbers.
func ranking(c desk.Context) []string {
	s := c.State
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
	for _, r := range result.RankingOf(s) {
		i := r.Subject
		line := fmt.Sprintf("  %3d  ", r.Place) + c.Look.Left(labels[i], name)
		if s.TooFewOf(i) {
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
