package intake

import "shuping/internal/meeting"

// A Review is what a table would change, row by row.
type Review struct {
	Findings
	Lines []Line
}

// A Line is what one row comes to.
type Line struct {
	Row    int // as a spreadsheet counts it
	Change Change
	ID     string // of the problem; of a new one what it will get
	Whose  string // in words
	Text   string // of the problem, as it will be
	Parts  []Part // what changes, or what a new one has beside its words
	Orders []meeting.Order
}

// A Change is whether a row brings anything.
type Change string

const (
	New     Change = "new"
	Changed Change = "changed"
	Same    Change = "same"
)

// Changes lists every Change.
var Changes = []Change{New, Changed, Same}

// A Part is one cell that brings something: which part of a problem it is about,
// what the ledger says, and what it will say.
type Part struct {
	Field string // one of Fields
	Was   string
	Now   string
}

// Fields lists what a Part may be about, by the names that the record of an amended
// problem uses, and then what is only added to.
var Fields = []string{"subject", "origin", "text", "measure", "target", "who", "branch", "due", "progress", "done"}

// Orders are those of all rows, in their order.
func (r Review) Orders() []meeting.Order {
	var out []meeting.Order
	for _, l := range r.Lines {
		out = append(out, l.Orders...)
	}
	return out
}

// Count is how many rows come to c.
func (r Review) Count(c Change) int {
	n := 0
	for _, l := range r.Lines {
		if l.Change == c {
			n++
		}
	}
	return n
}
