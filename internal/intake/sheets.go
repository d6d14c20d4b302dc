package intake

import (
	"slices"
	"strings"

	"shuping/internal/cells"
	"shuping/internal/fault"
	"shuping/internal/meeting"
	"shuping/internal/tally"
	"shuping/internal/typed"
)

// Sheets are those of a table, or how many of them say what.
type Sheets struct {
	Findings
	Shape  Shape
	Stacks []Stack
	First  []Reading // the first of them in words
	Totals []Total   // what they come to
}

// A Shape is how a table says what the sheets say.
type Shape string

const (
	Marks  Shape = "marks"  // a row a sheet, a grade in each cell
	Ticks  Shape = "ticks"  // a row a sheet, a tick under a grade
	Counts Shape = "counts" // a row a subject, under each grade how many sheets say it
)

// A Stack is the sheets of one stack: each in the order of the table, or counted.
type Stack struct {
	Index   int // into the round's stacks
	Ballots []meeting.Ballot
	Piles   []meeting.Pile // of a table of counts: by row, at 0 the void sheets
}

// Len is how many sheets there are.
func (st Stack) Len() int {
	if len(st.Piles) > 1 {
		return st.Piles[0].Sum() + st.Piles[1].Sum()
	}
	return len(st.Ballots)
}

// Len is how many sheets there are.
func (l Sheets) Len() int {
	n := 0
	for _, st := range l.Stacks {
		n += st.Len()
	}
	return n
}

// SheetOptions say what a table of sheets leaves open.
type SheetOptions struct {
	Class, Subject string      // the IDs of the stack that all of them are of, "" where the table says it or there is nothing to choose
	Sheet          string      // of the workbook, "" where only one has heads
	Voids          map[int]int // of a table of counts, how many sheets are void for each reason by its number
}

// ReadSheets takes the sheets of a table. An error is of the type [fault.Faults], or a
// *meeting.Refusal about the IDs.
func ReadSheets(s meeting.State, book cells.Book, o SheetOptions) (Sheets, error) {
	r := &sheetReader{state: s, form: newForm(s), options: o, stacks: make([]Stack, len(s.Round.Stacks))}
	if err := r.choose(o.Class, o.Subject); err != nil {
		return Sheets{}, err
	}
	if s.Round.Last() > s.Round.Number {
		return Sheets{}, fault.Faults{fault.New("intake", SomeAgain)}
	}
	r.read(book)
	out := Sheets{Findings: r.Findings, Shape: r.shape, First: r.lines}
	for n, st := range r.stacks {
		if st.Len() > 0 {
			st.Index = n
			r.room(n, st)
			out.Stacks = append(out.Stacks, st)
		}
	}
	if len(r.faults) == 0 && len(out.Stacks) == 0 {
		r.fault(cells.Place{}, NoSheets)
	}
	if len(r.faults) > 0 {
		return Sheets{}, r.faults
	}
	out.Totals = r.totals(out.Stacks)
	return out, nil
}

// A sheetReader turns rows into ballots, or into piles, and gathers what is wrong
// with them.
type sheetReader struct {
	finder
	state   meeting.State
	form    *form
	options SheetOptions
	class   int // that all sheets are of, -1 if the table says it
	about   int // the subject that all sheets are about, likewise
	table   table[head]
	shape   Shape
	run     numbering
	stacks  []Stack
	lines   []Reading
	digits  []int // the rows that are all digits
	worded  int   // how many are not
	last    int   // the last row that is a sheet
}

// choose takes what the caller says of all sheets.
func (r *sheetReader) choose(class, subject string) error {
	r.class, r.about = -1, -1
	if class != "" {
		r.class = slices.IndexFunc(r.state.Plan.Rule.Classes, func(c tally.Class) bool { return c.ID == class })
		if !r.form.classed || r.class < 0 {
			return &meeting.Refusal{Code: meeting.UnknownClass, Values: map[string]any{"class": class}}
		}
	}
	if subject != "" {
		r.about = r.state.Plan.Subject(subject)
		if !r.form.each || r.about < 0 {
			return &meeting.Refusal{Code: meeting.UnknownSubject, Values: map[string]any{"subject": subject}}
		}
	}
	if r.form.each && len(r.state.Plan.Subjects) == 1 {
		r.about = 0
	}
	return nil
}

// read finds the table and reads its rows.
func (r *sheetReader) read(book cells.Book) {
	var ok bool
	r.table, ok = tableOf(&r.finder, book, r.options.Sheet, vocabulary[head]{r.form.find, r.form.enough})
	if word, outside := r.outsider(book); outside {
		r.faults = nil
		r.fault(cells.Place{}, Questionnaire, "column", fault.Excerpt(word))
	}
	if !ok || len(r.faults) > 0 {
		return
	}
	r.shape = r.shapeOf()
	r.header()
	if len(r.faults) > 0 {
		return
	}
	if r.shape == Counts {
		r.counts()
		return
	}
	for _, row := range r.table.rows {
		if r.row(row); len(r.faults) == cells.MaxFaults {
			break
		}
	}
	if len(r.digits) == 1 && r.worded > 1 && r.digits[0] == r.last {
		r.doubt(cells.Place{Row: r.digits[0]}, OnlyDigits)
	}
}

// enough reports whether a row of heads says what sheets say. Grades alone may be
// marks of a sheet, unless nearly all of them stand there.
func (f *form) enough(found map[head]int) bool {
	n := map[kind]int{}
	for h := range found {
		n[h.kind]++
	}
	return n[markHead] > 0 || n[tickHead] > 1 || n[gradeHead] >= max(2, f.plan.Rule.Boxes()-1)
}

// outsider is a head that a questionnaire service adds, if there is one.
func (r *sheetReader) outsider(book cells.Book) (string, bool) {
	for _, s := range book.Sheets {
		for _, row := range s.Rows[:min(len(s.Rows), headRows)] {
			found := 0
			for c := 1; c <= row.Len(); c++ {
				if h, known := r.form.heads.find(row.At(c)); known && h.kind == outsiderHead {
					if found++; found > 1 || len(r.table.head) > 0 && row.Number == r.table.head[len(r.table.head)-1].Number {
						return row.At(c), true
					}
				}
			}
		}
	}
	return "", false
}

// shapeOf tells by the heads, and where they leave it open by the cells, how the
// table says what the sheets say.
func (r *sheetReader) shapeOf() Shape {
	n := map[kind]int{}
	for _, h := range r.table.columns {
		n[h.kind]++
	}
	switch {
	case n[tickHead] > n[markHead]:
		return Ticks
	case n[markHead] > 0:
		return Marks
	}
	shape := r.graded()
	if shape == Ticks {
		for c, h := range r.table.columns {
			if h.kind == gradeHead {
				r.table.columns[c] = head{kind: tickHead, choice: h.choice}
			}
		}
	}
	return shape
}

// graded tells whether what stands under grades are ticks or numbers. Ones alone are
// ticks if the rows are numbered, and else the numbers of a very small vote.
func (r *sheetReader) graded() Shape {
	ones := Counts
	for c, h := range r.table.columns {
		if h.kind == numberHead && r.table.used(c) && r.form.each {
			ones = Ticks
		}
	}
	if len(r.state.Plan.Subjects) > 1 && !r.form.each {
		return Counts // a sheet is about all of them
	}
	for _, row := range r.table.rows {
		for c, h := range r.table.columns {
			switch text := row.At(c); {
			case h.kind != gradeHead || isTotalRow(row):
			case isTick(text) && typed.Fold(text) != "1":
				return Ticks
			default:
				if n, ok := countOf(text); ok && n > 1 {
					return Counts
				}
			}
		}
	}
	return ones
}

func isTotalRow(row cells.Row) bool {
	for c := 1; c <= row.Len(); c++ {
		if text := row.At(c); strings.TrimSpace(text) != "" {
			return isTotal(text)
		}
	}
	return false
}

// header holds each column to something, and finds what is missing.
func (r *sheetReader) header() {
	t, found := &r.table, map[head]int{}
	var left []string
	for c := 1; c <= t.width; c++ {
		h, known := t.columns[c]
		word := t.words[c]
		other, twice := found[h]
		at := t.at(c)
		keeps := false
		switch {
		case word == "" && t.used(c):
			r.fault(cells.Place{Column: c}, NoHead)
		case word == "":
		case !known || known && !r.fits(h):
			r.stranger(h, at, c, word)
		case h.kind == remarkHead, h.kind == shareHead, r.shape != Counts && (h.kind == sumHead || h.kind == validHead):
			if t.used(c) {
				left = append(left, fault.Excerpt(word).String())
			}
		case twice && h.kind != personHead:
			r.fault(at, ColumnTwice, "column", fault.Excerpt(word), "other", t.at(other).In())
		default:
			keeps, found[h] = true, c
		}
		if !keeps {
			delete(t.columns, c)
		}
	}
	if len(left) > 0 {
		r.leave(cells.Place{}, ColumnsLeft, "columns", fault.List(left))
	}
	for _, h := range r.due() {
		if _, there := found[h]; !there {
			r.missing(h)
		}
	}
	for _, row := range t.head {
		t.legible(&r.finder, row)
	}
}

// fits reports whether a column has a place in a table of this shape.
func (r *sheetReader) fits(h head) bool {
	switch h.kind {
	case markHead:
		return r.shape == Marks
	case tickHead:
		return r.shape == Ticks
	case gradeHead, validHead, sumHead:
		return r.shape == Counts || h.kind != gradeHead
	case subjectHead, personHead:
		return r.shape == Counts || r.form.each && r.about < 0 || h.kind == subjectHead && r.form.each
	case classHead:
		return r.form.classed
	}
	return true
}

// stranger is a column that has no place in the table.
func (r *sheetReader) stranger(h head, at cells.Place, column int, word string) {
	switch {
	case h.kind == personHead && !r.table.used(column):
	case h.kind == personHead:
		r.fault(at, NamesPeople, "column", fault.Excerpt(word))
	default:
		r.fault(at, UnknownColumn, "column", fault.Excerpt(word), "columns", r.columns())
	}
}

// due are the columns that must be there.
func (r *sheetReader) due() []head {
	var out []head
	if r.form.classed && r.class < 0 {
		out = append(out, head{kind: classHead})
	}
	rule := r.state.Plan.Rule
	switch r.shape {
	case Counts:
		for g := range rule.Offered() {
			out = append(out, head{kind: gradeHead, choice: tally.Mark(g + 1)})
		}
		return out // whom a row is about may stand in several columns
	case Ticks:
		if r.form.each && r.about < 0 {
			out = append(out, head{kind: subjectHead})
		}
		for i := range r.form.columns() {
			for g := range rule.Offered() {
				out = append(out, head{tickHead, i, tally.Mark(g + 1)})
			}
		}
		return out
	}
	if r.form.each && r.about < 0 {
		out = append(out, head{kind: subjectHead})
	}
	for i := range r.form.columns() {
		out = append(out, head{kind: markHead, mark: i})
	}
	return out
}

func (r *sheetReader) missing(h head) {
	at, word := cells.Place{Row: r.table.head[len(r.table.head)-1].Number}, r.form.say(h)
	switch h.kind {
	case classHead:
		r.fault(at, ClassNeeded, "column", word, "classes", r.form.classNames())
	case subjectHead:
		if !slices.ContainsFunc(r.subjectColumns(), func(int) bool { return true }) {
			r.fault(at, SubjectNeeded, "column", word, "subjects", r.form.subjectNames())
		}
	default:
		r.fault(at, MissingColumn, "column", word)
	}
}

// columns lists the heads that the table may have.
func (r *sheetReader) columns() string {
	var out []string
	for _, h := range r.due() {
		out = append(out, r.form.say(h))
	}
	return strings.Join(append(out, r.form.say(head{kind: voidHead})), "、")
}

// subjectColumns are those that say whom a row is about.
func (r *sheetReader) subjectColumns() []int {
	var out []int
	for c := 1; c <= r.table.width; c++ {
		if h, kept := r.table.columns[c]; kept && (h.kind == subjectHead || h.kind == personHead) {
			out = append(out, c)
		}
	}
	return out
}

// put lays a ballot on its stack. After a fault none of them counts.
func (r *sheetReader) put(class, about int, b meeting.Ballot) {
	if len(r.faults) == 0 {
		n := r.stackOf(class, about)
		r.stacks[n].Ballots = append(r.stacks[n].Ballots, b)
	}
}

func (r *sheetReader) stackOf(class, about int) int {
	return slices.IndexFunc(r.state.Round.Stacks, func(st meeting.Stack) bool {
		return (st.Class < 0 || st.Class == class) && (st.Subject < 0 || st.Subject == about)
	})
}

// room refuses more sheets than are left of the stack at index n. Whether its
// sheets are back at all is for the meeting to say.
func (r *sheetReader) room(n int, sheets Stack) {
	st, read := r.state.Round.Stacks[n], r.state.Round.ReadOf(n)
	if r.shape == Counts {
		read = 0 // a stack that was counted already is not counted again
	}
	if st.HasCollected && read+sheets.Len() > st.Collected {
		r.fault(cells.Place{}, TooMany, "stack", fault.About{What: r.state.StackName(n)},
			"sheets", sheets.Len(), "collected", st.Collected, "read", read)
	}
}
