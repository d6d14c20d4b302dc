package plan

import (
	"slices"

	"shuping/internal/tally"
)

// steps reads a cascade, in which the first step that holds gives the grade.
func (r *reader) steps(t *node, scale tally.Scale) []tally.Stair {
	var out []tally.Stair
	var lines []int // 0 for a step that was not fully read
	for _, e := range r.entries(t, "steps", 1, maxDigit) {
		before := len(r.faults)
		s := tally.Stair{
			Grade:   r.grade(e, "grade", scale),
			Grades:  r.grades(e, scale),
			Compare: oneOf(r, e, "compare", tally.Over, tally.AtLeast),
			Limit:   r.fraction(e, "limit"),
			Base:    oneOf(r, e, "base", tally.Bases...),
		}
		r.passable(e.fields["limit"], s.Limit, s.Compare)
		line := 0
		if len(r.faults) == before && scale != nil {
			line = r.line(e.at)
			r.reachable(e, s, scale, out, lines)
		}
		out, lines = append(out, s), append(lines, line)
	}
	return out
}

// reachable reports a step that always holds, and one that only holds where a
// step before it does.
func (r *reader) reachable(e *node, s tally.Stair, scale tally.Scale, before []tally.Stair, lines []int) {
	if s.Base == tally.ValidMarks && len(s.Grades) == len(scale)-r.unmarked {
		r.fault(e.fields["grades"].at, CountsAll)
		return
	}
	for i, b := range before {
		if lines[i] > 0 && stairImplies(s, b) {
			r.fault(e.at, NeverReached, "step", i+1, "line", lines[i])
			return
		}
	}
}

// stairImplies reports whether every count that meets s meets b too. Steps over
// different bases are not compared, because one may be smaller than it should.
func stairImplies(s, b tally.Stair) bool {
	if s.Base != b.Base {
		return false
	}
	for _, g := range s.Grades {
		if !slices.Contains(b.Grades, g) {
			return false
		}
	}
	c := s.Limit.Cmp(b.Limit)
	return c > 0 || c == 0 && (s.Compare == tally.Over || b.Compare == tally.AtLeast)
}
