package tally

// A Mark is what one row of a sheet says: a grade by its position on the scale
// (1 is the best), Blank or Spoiled. The values are the digits that a recorder
// types, and the bytes in the record.
type Mark uint8

const (
	Aside   Mark = 7 // 不了解, on a scale that offers it
	Spoiled Mark = 8 // two ticks, or unreadable
	Blank   Mark = 9 // 弃权, nothing ticked
)

// Valid reports whether m means anything on a scale of n grades.
func (m Mark) Valid(n int) bool {
	return m == Blank || m == Spoiled || m >= 1 && int(m) <= n
}

// A Count is what the sheets say of one subject. It is a value: copying it
// copies the numbers.
type Count struct {
	Grades  [MaxGrades]int // by position, best first
	Blank   int
	Spoiled int
	Aside   int // 不了解; counts in no base of marks
}

// Add is c with one more mark; Drop is c with that mark taken back. A value that
// is no mark changes nothing.
func (c Count) Add(m Mark) Count {
	if n := c.of(m); n != nil {
		*n++
	}
	return c
}

// Drop is c with one mark fewer.
func (c Count) Drop(m Mark) Count {
	if n := c.of(m); n != nil {
		*n--
	}
	return c
}

// of is where the marks of the kind m are counted, nil for none.
func (c *Count) of(m Mark) *int {
	switch {
	case m >= 1 && m <= MaxGrades:
		return &c.Grades[m-1]
	case m == Blank:
		return &c.Blank
	case m == Spoiled:
		return &c.Spoiled
	case m == Aside:
		return &c.Aside
	}
	return nil
}

// Plus is c and d counted together.
func (c Count) Plus(d Count) Count {
	for g := range c.Grades {
		c.Grades[g] += d.Grades[g]
	}
	c.Blank += d.Blank
	c.Spoiled += d.Spoiled
	c.Aside += d.Aside
	return c
}

// Of is how many marks of the grade at position g there are.
func (c Count) Of(g int) int {
	if g < 1 || g > MaxGrades {
		return 0
	}
	return c.Grades[g-1]
}

// Marks is how many grades were given, blank and spoiled rows left out.
func (c Count) Marks() int {
	n := 0
	for _, g := range c.Grades {
		n += g
	}
	return n
}

// Rows is how many rows were read: marks, blank, spoiled and 不了解.
func (c Count) Rows() int { return c.Marks() + c.Blank + c.Spoiled + c.Aside }

// A Turnout is the numbers that are not marks: people and sheets.
type Turnout struct {
	Expected  int // people who should be there
	Present   int // people who are
	Issued    int // sheets handed out
	Collected int // sheets that came back
	Valid     int // sheets read that are not void
	Void      int // sheets read that are
}

// Size is what the base b comes to for a subject with the count c. A row of
// 不了解 is in no base of marks: it is left out of ValidMarks and of ValidSheets.
// The other bases are numbers of sheets and of people, and stay what they are.
func (t Turnout) Size(b Base, c Count) int {
	switch b {
	case ValidSheets:
		return t.Valid - c.Aside
	case Collected:
		return t.Collected
	case Issued:
		return t.Issued
	case Present:
		return t.Present
	case Expected:
		return t.Expected
	default:
		return c.Marks()
	}
}
