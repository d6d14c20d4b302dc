package result

import (
	"slices"

	"shuping/internal/meeting"
	"shuping/internal/tally"
)

// A Ranked is a subject in the order that the votes give.
type Ranked struct {
	Subject int // index in the plan
	Place   int // from 1; those who are alike share one
}

// RankingOf is the subjects, the best first, from the votes alone: by the share of the
// best grade, then of the two best, and so on.
func RankingOf(s meeting.State) []Ranked {
	out := make([]Ranked, len(s.Plan.Subjects))
	for i := range out {
		out[i].Subject = i
	}
	slices.SortStableFunc(out, func(a, b Ranked) int { return better(s, a.Subject, b.Subject) })
	for n := range out {
		out[n].Place = n + 1
		if n > 0 && better(s, out[n-1].Subject, out[n].Subject) == 0 {
			out[n].Place = out[n-1].Place
		}
	}
	return out
}

// better compares two subjects: less than 0 where the first has the better marks.
func better(s meeting.State, a, b int) int {
	sum := func(i, g int) tally.Fraction {
		count, n := s.Round.Counts[i], 0
		for k := 1; k <= g; k++ {
			n += count.Of(k)
		}
		return tally.Fraction{Num: int64(n), Den: int64(max(1, count.Marks()))}
	}
	for g := range s.Plan.Rule.Offered() {
		if by := sum(b, g+1).Cmp(sum(a, g+1)); by != 0 {
			return by
		}
	}
	return 0
}
