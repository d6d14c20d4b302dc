package tally

// A Trim leaves out so many of the highest and lowest marks of each part before
// points are averaged. They leave the base with it: a blank row that is in the
// base stays there.
type Trim struct {
	High  int `json:"high"`
	Low   int `json:"low"`
	Above int `json:"above,omitempty"` // nothing is left out of a poll with no more marks than this
}

// Given reports whether anything is left out at all.
func (t Trim) Given() bool { return t.High > 0 || t.Low > 0 }

// trim is what is left out of a poll with so many marks.
func (r Rule) trim(marks int) Trim {
	if t := r.Suggest.Trim; marks > t.Above {
		return t
	}
	return Trim{}
}

// of leaves the marks out of a count and of the base that they are part of. A
// count that has no more marks than that has no base left.
func (t Trim) of(c Count, size int) (Count, int) {
	if c.Marks() <= t.High+t.Low {
		return Count{}, 0
	}
	for g, high := 0, t.High; high > 0; g++ {
		out := min(high, c.Grades[g])
		c.Grades[g] -= out
		high -= out
	}
	for g, low := MaxGrades-1, t.Low; low > 0; g-- {
		out := min(low, c.Grades[g])
		c.Grades[g] -= out
		low -= out
	}
	return c, size - t.High - t.Low
}
