package intake

import (
	"errors"
	"slices"
	"strings"
	"time"

	"shuping/internal/cells"
	"shuping/internal/fault"
	"shuping/internal/meeting"
	"shuping/internal/plan"
	"shuping/internal/typed"
)

// Options say what a table of problems leaves open.
type Options struct {
	Sheet string   // of the workbook, "" where only one has heads
	By    string   // who signed off what is said to be done by nobody; "" for nobody
	Day   plan.Day // of steps and sign-offs that have none
}

// ReadProblems holds a table against the ledger of s. An error is of the type [fault.Faults].
func ReadProblems(s meeting.State, book cells.Book, o Options) (Review, error) {
	r := &problemReader{state: s, next: s, options: o, met: map[string]int{}, known: map[string][]string{}}
	for _, p := range s.Ledger {
		key := likeness(p.Subject, p.Text)
		r.known[key] = append(r.known[key], p.ID)
	}
	var ok bool
	if r.table, ok = tableOf(&r.finder, book, o.Sheet, vocabulary[column]{known().find, enoughColumns}); ok && len(r.faults) == 0 {
		r.header()
	}
	if ok && len(r.faults) == 0 {
		r.rows()
	}
	if len(r.faults) > 0 {
		return Review{}, r.faults
	}
	r.review.Findings = r.Findings
	return r.review, nil
}

// enoughColumns reports whether a row of heads is one of problems.
func enoughColumns(found map[column]int) bool {
	if len(found) >= 2 && (found[text] > 0 || found[id] > 0) {
		return true
	}
	n := 0
	for _, c := range []column{measure, target, who, branch, due, progress, done, origin} {
		if found[c] > 0 {
			n++
		}
	}
	return n >= 3
}

// likeness tells problems apart that no number tells apart.
func likeness(subject, text string) string { return subject + "\n" + typed.Fold(text) }

// A problemReader goes from row to row and tries each on what the rows before it made
// of the meeting.
type problemReader struct {
	finder
	state   meeting.State
	next    meeting.State
	options Options
	table   table[column]
	columns map[column][]int // where each stands
	met     map[string]int   // the row that was about a problem
	known   map[string][]string
	under   string // the subject that a row of its own names for those below it
	review  Review
}

// header finds out what each column is for. What is not read is told; a head that
// nobody knows and that seems to matter is asked about.
func (r *problemReader) header() {
	r.columns = map[column][]int{}
	t := &r.table
	for c := 1; c <= t.width; c++ {
		if is, ok := t.columns[c]; ok && is < firstWeak && is != remark {
			r.take(is, c)
		}
	}
	r.counts()
	var left []string
	for c := 1; c <= t.width; c++ {
		is, ok := t.columns[c]
		word := strings.TrimSpace(t.words[c])
		switch {
		case ok && is < firstWeak && is != remark:
		case ok && is >= firstWeak && r.takesWeak(c, word):
		case !t.used(c):
		case word == "":
			left = append(left, fault.ColumnName(c))
		case !ok && r.asks(c, word):
		default:
			left = append(left, fault.Excerpt(word).String())
		}
	}
	for c, is := range t.columns {
		if !slices.Contains(r.columns[is], c) {
			delete(t.columns, c)
		}
	}
	if len(left) > 0 {
		r.leave(cells.Place{}, ColumnsLeft, "columns", fault.List(left))
	}
	if len(r.columns[text]) == 0 && len(r.columns[id]) == 0 && len(r.faults) == 0 {
		r.fault(cells.Place{Row: t.head[len(t.head)-1].Number}, MissingColumn, "column", text.Head())
	}
	for _, row := range t.head {
		t.legible(&r.finder, row)
	}
}

// counts takes the numbers of problems for those of rows where the ledger has no problem
// yet and they are nothing but numbers.
func (r *problemReader) counts() {
	list := r.columns[id]
	if len(list) == 0 || len(r.state.Ledger) > 0 || len(r.columns[number]) > 0 {
		return
	}
	c := list[0]
	for _, row := range r.table.rows {
		if said := row.At(c); typed.Fold(said) != "" {
			if _, ok := numberOf(said); !ok && !isTotalWord(said) {
				return
			}
		}
	}
	delete(r.columns, id)
	r.take(number, c)
	r.tell(r.table.at(c), ReadAs, "column", fault.Excerpt(r.table.words[c]), "head", number.Head())
}

// take says what a column is for. Only persons may stand in several.
func (r *problemReader) take(is column, c int) {
	if list := r.columns[is]; len(list) > 0 && is != who && is != post {
		r.fault(r.table.at(c), ColumnTwice, "column", fault.Excerpt(r.table.words[c]), "other", r.table.at(list[0]).In())
		return
	}
	r.columns[is] = append(r.columns[is], c)
	r.table.columns[c] = is
}

// takesWeak takes a column whose head may mean something, if no other means it and
// what stands below fits.
func (r *problemReader) takesWeak(c int, word string) bool {
	is := weak[typed.Fold(word)]
	if is == 0 || len(r.columns[is]) > 0 {
		return false
	}
	for _, row := range r.table.rows {
		said := strings.TrimSpace(row.At(c))
		fits := true
		switch {
		case said == "":
		case is == origin:
			_, fits = originOf(said)
		case is == done:
			_, fits = signOf(said)
		case is == due:
			_, fits = plan.ReadLimit(said, r.state.LimitsFrom())
		}
		if !fits && is == due {
			return r.unclear(c, word, due)
		}
		if !fits {
			return false
		}
	}
	r.take(is, c)
	if r.table.used(c) {
		r.tell(r.table.at(c), ReadAs, "column", fault.Excerpt(word), "head", is.Head())
	}
	return true
}

// asks stops at a head that nobody knows if it seems to be one that the table lacks.
func (r *problemReader) asks(c int, word string) bool {
	is := looksLike(word)
	if is == 0 || len(r.columns[is]) > 0 || is == post && len(r.columns[subject]) > 0 {
		return false
	}
	return r.unclear(c, word, is)
}

func (r *problemReader) unclear(c int, word string, is column) bool {
	r.fault(r.table.at(c), UnclearHead, "column", fault.Excerpt(word), "head", is.Head())
	return true
}

// MaxProblems is how many problems a table may have. Each is tried on what those before
// it made of the meeting.
const MaxProblems = 2_000

// rows reads the rows below the heads. Rows whose problem is merged into one are one.
func (r *problemReader) rows() {
	found := 0
	for i := 0; i < len(r.table.rows) && len(r.faults) < cells.MaxFaults; {
		n := r.joined(i)
		w := &rower{problemReader: r, rows: r.table.rows[i : i+n]}
		i += n
		if w.aside() {
			continue
		}
		if found++; found > MaxProblems {
			r.fault(cells.Place{Row: w.first()}, TooManyRows, "limit", MaxProblems)
			return
		}
		w.row()
	}
	if found == 0 && len(r.faults) == 0 && len(r.LeftOut) == 0 {
		r.empty()
	}
}

// empty tells that there is no problem, unless rows were numbered for some.
func (r *problemReader) empty() {
	if len(r.table.rows) == 0 {
		r.fault(cells.Place{}, NoRows)
	}
}

// joined is how many rows from i on are about one problem: its words are merged over
// them.
func (r *problemReader) joined(i int) int {
	row := r.table.rows[i]
	for _, c := range r.columns[text] {
		if m, merged := r.table.Merge(cells.Place{Row: row.Number, Column: c}); merged && m.From.Column == m.To.Column {
			n := 1
			for i+n < len(r.table.rows) && r.table.rows[i+n].Number <= m.To.Row {
				n++
			}
			return n
		}
	}
	return 1
}

// row takes one problem: what it is about, what it changes, and whether the meeting
// lets it. One that is of several subjects is one for each.
func (w *rower) row() {
	ill := false
	for _, row := range w.rows {
		ill = w.table.legible(&w.finder, row) || w.merged(row) || ill
	}
	if ill {
		return
	}
	list, ok := w.subjects()
	if !ok {
		w.otherwise()
		return
	}
	for _, whose := range list {
		before := len(w.faults)
		w.whose = whose
		line, ok := w.read()
		if !ok || len(w.faults) > before {
			return
		}
		var refused error
		if w.next, _, refused = meeting.Try(w.next, meeting.Person{}, time.Time{}, line.Orders...); refused != nil {
			w.refused(refused)
			return
		}
		w.review.Lines = append(w.review.Lines, line)
	}
}

// otherwise finds what else is wrong with a row that is about nobody.
func (w *rower) otherwise() {
	if w.said(origin) != "" {
		w.origin()
	}
	w.limit()
}

// refused is a fault that only the meeting knows.
func (w *rower) refused(err error) {
	w.fault(cells.Place{Row: w.first()}, Refused)
	var refusal *meeting.Refusal
	if errors.As(err, &refusal) && len(w.faults) > 0 {
		w.faults[len(w.faults)-1].Cause = refusal
	}
}
