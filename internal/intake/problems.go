package intake

import (
	"errors"
	"slices"
	"strings"
	"time"

	"shuping/internal/cells"
	"shuping/internal/meeting"
	"shuping/internal/plan"
	"shuping/internal/typed"
)

// headRows is how many rows may stand above the heads: a title, a unit, a date.
const headRows = 10

// Options say what a table leaves open.
type Options struct {
	By  string   // who signed off what is said to be done by nobody; "" for nobody
	Day plan.Day // of steps and sign-offs that have none
}

// ReadProblems holds a table against the ledger of s. An error is of the type [Faults].
func ReadProblems(s meeting.State, t cells.Table, o Options) (Review, error) {
	r := &problemReader{state: s, next: s, options: o, met: map[string]int{}, known: map[string][]string{}}
	for _, p := range s.Ledger {
		key := likeness(p.Subject, p.Text)
		r.known[key] = append(r.known[key], p.ID)
	}
	if rows := r.header(t); len(r.faults) == 0 {
		if len(rows) == 0 {
			r.fault(cells.Place{}, NoRows)
		}
		for _, row := range rows {
			r.row(row)
		}
	}
	if len(r.faults) > 0 {
		return Review{}, r.faults
	}
	return r.review, nil
}

// likeness tells problems apart that no number tells apart.
func likeness(subject, text string) string { return subject + "\n" + typed.Fold(text) }

// A problemReader goes from row to row and tries each on what the rows before it made of
// the meeting.
type problemReader struct {
	state   meeting.State
	next    meeting.State
	options Options
	columns map[column]int // where each stands
	met     map[string]int // the row that was about a problem
	known   map[string][]string
	review  Review
	faults  Faults
}

func (r *problemReader) fault(at cells.Place, code Code, pairs ...any) {
	r.faults.add(at, code, pairs...)
}

// header finds the heads and gives the rows below them.
func (r *problemReader) header(t cells.Table) []cells.Row {
	for i, row := range t.Rows[:min(len(t.Rows), headRows)] {
		found := map[column]bool{}
		for c := 1; c <= row.Len(); c++ {
			if is, ok := columnOf(row.At(c)); ok {
				found[is] = true
			}
		}
		if len(found) >= 2 && (found[text] || found[id]) {
			r.head(row, t.Rows[i+1:])
			return t.Rows[i+1:]
		}
	}
	r.fault(cells.Place{}, NoHeads, "columns", strings.Join(heads(), "、"))
	return nil
}

// head finds out what each column is for.
func (r *problemReader) head(row cells.Row, below []cells.Row) {
	r.columns = map[column]int{}
	width := row.Len()
	for _, b := range below {
		width = max(width, b.Len())
	}
	for c := 1; c <= width; c++ {
		word := row.At(c)
		is, known := columnOf(word)
		other, twice := r.columns[is]
		switch {
		case known && twice:
			r.fault(cells.Place{Row: row.Number, Column: c}, ColumnTwice,
				"column", quoted(word), "other", cells.Place{Row: row.Number, Column: other})
		case known:
			r.columns[is] = c
		case typed.Fold(word) != "":
			r.review.LeftOut = append(r.review.LeftOut, brief(strings.TrimSpace(word)))
		case slices.ContainsFunc(below, func(b cells.Row) bool { return typed.Fold(b.At(c)) != "" }):
			r.review.LeftOut = append(r.review.LeftOut, cells.ColumnName(c))
		}
	}
}

// row takes one row: what it is about, what it changes, and whether the meeting
// lets it.
func (r *problemReader) row(from cells.Row) {
	w := &rower{problemReader: r, from: from}
	if w.isEmpty() {
		return
	}
	before := len(r.faults)
	line, ok := w.read()
	if !ok || len(r.faults) > before {
		return
	}
	var refused error
	if r.next, _, refused = meeting.Try(r.next, meeting.Person{}, time.Time{}, line.Orders...); refused != nil {
		w.refused(refused)
		return
	}
	r.review.Lines = append(r.review.Lines, line)
}

// refused is a fault that only the meeting knows.
func (w *rower) refused(err error) {
	w.fault(cells.Place{Row: w.from.Number}, Refused)
	var refusal *meeting.Refusal
	if errors.As(err, &refusal) {
		w.faults[len(w.faults)-1].Refusal = refusal
	}
}
