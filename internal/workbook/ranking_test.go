package workbook_test

import (
	"slices"
	"strings"
	"testing"

	"shuping/internal/result"
)

// TestTheRankingIsThatOfTheVotes: the better one first, those who are alike share a
// place, and the bars are in that order.
func TestTheRankingIsThatOfTheVotes(t *testing.T) {
	count := "attend class=member expected=9 present=9\nissue 9\ncollect 9\nbundle\n"
	for script, want := range map[string][][]string{
		"b 2 1\nb 1 1\n": {{"1", "第二党支部书记", "2", "0", "0", "0"}, {"2", "第一党支部书记", "1", "1", "0", "0"}},
		"b 1 2\nb 2 1\n": {{"1", "第一党支部书记", "1", "1", "0", "0"}, {"1", "第二党支部书记", "1", "1", "0", "0"}},
		"b 9 3\nb 4 3\n": {{"1", "第二党支部书记", "0", "0", "2", "0"}, {"2", "第一党支部书记", "0", "0", "0", "1"}},
	} {
		book := bookOf(t, tell(t, genhe(t), count+script))
		if got := cellsOf(t, book, "名次"); !slices.EqualFunc(got[3:], want, slices.Equal) {
			t.Errorf("%s: %q", script, got[2:])
		}
		chart := part(t, book, "xl/charts/chart3.xml")
		if first, second := strings.Index(chart, want[0][1]), strings.Index(chart, want[1][1]); first < 0 || second < first {
			t.Errorf("%s: the bars are not in that order", script)
		}
	}
	crowded := tell(t, crowd(t, 45), "")
	if got := cellsOf(t, bookOf(t, crowded), "名次"); len(got) != 3+45 || got[3][1] != crowded.Plan.Subjects[result.RankingOf(crowded)[0].Subject].Label() {
		t.Errorf("%d rows, the first %q", len(got), got[3])
	}
}
