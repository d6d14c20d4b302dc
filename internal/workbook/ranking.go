package workbook

import (
	"fmt"
	"slices"

	"shuping/internal/result"
	"shuping/internal/tally"
)

// rankingName is the sheet with the subjects in the order that the votes give.
const rankingName = "名次"

// newRanking is the subjects in their order, without those of whom too few sheets were
// read; nobody where there is no order to show.
func (b *book) newRanking() []result.Ranked {
	if b.former || b.d.Hidden {
		return nil
	}
	list := slices.DeleteFunc(result.RankingOf(b.s), func(r result.Ranked) bool { return b.s.TooFewOf(r.Subject) })
	if len(list) < 2 {
		return nil
	}
	return list
}

// rankingSheet has the counts of 汇总表 in another order, by reference.
func (b *book) rankingSheet() sheet {
	out := sheet{name: rankingName, frozen: subjectColumn + 1, heads: append([]string{"名次", "述职人"}, b.s.Plan.Rule.OnSheet()...), widths: []float64{6, 30}}
	for range b.s.Plan.Rule.Boxes() {
		out.widths = append(out.widths, 8)
	}
	for _, r := range b.ranking {
		row := []cell{numberCell(r.Place), textCell(left, b.s.Plan.Subjects[r.Subject].Label())}
		for g := range b.s.Plan.Rule.Offered() {
			m := tally.Mark(g + 1)
			from := fmt.Sprintf("%s!%s%d", summaryName, columnLetters(subjectColumn+b.s.Plan.Rule.Box(m)), firstRow+r.Subject)
			row = append(row, formulaCell(from, float64(b.s.Round.Counts[r.Subject].Of(g+1))))
		}
		out.rows = append(out.rows, row)
	}
	return out
}
