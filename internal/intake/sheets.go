package intake

import (
	"slices"
	"strings"

	"shuping/internal/cells"
	"shuping/internal/meeting"
	"shuping/internal/tally"
	"shuping/internal/typed"
)

// Sheets are those of a table, apart by their stacks.
type Sheets []Stack

// A Stack is the sheets of one stack, in the order of the table.
type Stack struct {
	Index   int // into the round's stacks
	Ballots []meeting.Ballot
}

// Len is how many there are.
func (l Sheets) Len() int {
	n := 0
	for _, st := range l {
		n += len(st.Ballots)
	}
	return n
}

// ReadSheets takes the sheets of a table. Class and subject are the IDs of the stack
// that all of them are of, each "" where the table says it or there is nothing to
// choose. An error is of the type [Faults], or a *meeting.Refusal about the IDs.
func ReadSheets(s meeting.State, t cells.Table, class, subject string) (Sheets, error) {
	r := &sheetReader{state: s, form: newForm(s), stacks: make([][]meeting.Ballot, len(s.Round.Stacks))}
	if err := r.choose(class, subject); err != nil {
		return nil, err
	}
	if len(t.Rows) > 0 {
		r.header(t)
	}
	if len(t.Rows) < 2 {
		r.fault(cells.Place{}, NoSheets)
	}
	if len(r.faults) == 0 {
		for _, row := range t.Rows[1:] {
			r.sheet(row)
		}
	}
	var out Sheets
	for n, ballots := range r.stacks {
		if len(ballots) > 0 {
			r.room(n, len(ballots))
			out = append(out, Stack{n, ballots})
		}
	}
	if len(r.faults) > 0 {
		return nil, r.faults
	}
	return out, nil
}

// A sheetReader turns rows into ballots and gathers what is wrong with them.
type sheetReader struct {
	state  meeting.State
	form   *form
	class  int // that all sheets are of, -1 if the table says it
	about  int // the subject that all sheets are about, likewise
	heads  map[int]head
	stacks [][]meeting.Ballot
	faults Faults
}

func (r *sheetReader) fault(at cells.Place, code Code, pairs ...any) {
	r.faults.add(at, code, pairs...)
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

// header finds out what each column is for.
func (r *sheetReader) header(t cells.Table) {
	r.heads = map[int]head{}
	row, found := t.Rows[0], map[head]int{}
	for column := 1; column <= width(t); column++ {
		at, word := cells.Place{Row: row.Number, Column: column}, row.At(column)
		h, known := r.form.heads.find(word)
		other, twice := found[h]
		switch {
		case typed.Fold(word) == "" && used(t, column):
			r.fault(cells.Place{Column: column}, NoHead)
		case typed.Fold(word) == "":
		case !known:
			r.fault(at, UnknownColumn, "column", quoted(word), "columns", r.columns())
		case twice:
			r.fault(at, ColumnTwice, "column", word, "other", cells.Place{Row: row.Number, Column: other})
		default:
			r.heads[column], found[h] = h, column
		}
	}
	for _, h := range r.due() {
		if _, there := found[h]; !there {
			r.missing(row.Number, h)
		}
	}
}

// due are the columns that must be there.
func (r *sheetReader) due() []head {
	var out []head
	if r.form.classed && r.class < 0 {
		out = append(out, head{kind: classHead})
	}
	if r.form.each && r.about < 0 {
		out = append(out, head{kind: subjectHead})
	}
	for i := range r.form.columns() {
		out = append(out, head{markHead, i})
	}
	return out
}

func (r *sheetReader) missing(row int, h head) {
	at, word := cells.Place{Row: row}, r.form.say(h)
	switch h.kind {
	case classHead:
		r.fault(at, ClassNeeded, "column", word, "classes", r.form.classNames())
	case subjectHead:
		r.fault(at, SubjectNeeded, "column", word, "subjects", r.form.subjectNames())
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

// width is the last column of a table.
func width(t cells.Table) int {
	n := 0
	for _, row := range t.Rows {
		n = max(n, row.Len())
	}
	return n
}

func used(t cells.Table, column int) bool {
	return slices.ContainsFunc(t.Rows, func(row cells.Row) bool { return row.At(column) != "" })
}

// sheet reads one row.
func (r *sheetReader) sheet(row cells.Row) {
	class, about := r.class, r.about
	b := meeting.Ballot{Marks: make([]tally.Mark, r.form.columns())}
	empty := []int{} // columns of marks
	var said string  // the first mark, as it stands
	var saidAt cells.Place
	voided := false
	for column := 1; column <= max(row.Len(), r.last()); column++ {
		h, known := r.heads[column]
		if !known {
			continue
		}
		at, text := cells.Place{Row: row.Number, Column: column}, row.At(column)
		switch blank := typed.Fold(text) == ""; {
		case h.kind == classHead:
			class = r.ofClass(at, text)
		case h.kind == subjectHead:
			about = r.ofSubject(at, text)
		case h.kind == voidHead && !blank:
			voided = true
			b.Void = r.reason(at, text)
		case h.kind == markHead && blank:
			empty = append(empty, column)
		case h.kind == markHead:
			if said == "" {
				said, saidAt = text, at
			}
			b.Marks[h.mark] = r.mark(at, text)
		}
	}
	switch {
	case voided && said != "" && b.Void > 0:
		r.fault(saidAt, MarkOnVoid, "value", quoted(said), "reason", r.form.sayVoid(b.Void))
	case voided:
		b.Marks = nil
	default:
		for _, column := range empty {
			r.fault(cells.Place{Row: row.Number, Column: column}, EmptyMark, "column", r.form.say(r.heads[column]))
		}
	}
	r.put(class, about, b)
}

// last is the last column that has a head.
func (r *sheetReader) last() int {
	n := 0
	for column := range r.heads {
		n = max(n, column)
	}
	return n
}

func (r *sheetReader) mark(at cells.Place, text string) tally.Mark {
	m, ok := r.form.marks.find(text)
	if !ok {
		r.fault(at, UnknownMark, "value", quoted(text), "choices", r.form.choices())
	}
	return m
}

func (r *sheetReader) reason(at cells.Place, text string) int {
	n, ok := r.form.voids.find(text)
	if !ok {
		r.fault(at, UnknownVoid, "value", quoted(text), "reasons", r.form.reasons())
	}
	return n
}

func (r *sheetReader) ofClass(at cells.Place, text string) int {
	n, ok := r.form.classes.find(text)
	switch {
	case !ok:
		r.fault(at, UnknownClass, "value", quoted(text), "classes", r.form.classNames())
	case r.class >= 0 && n != r.class:
		r.fault(at, OtherClass, "value", quoted(text), "chosen", r.form.sayClass(r.class))
	}
	return n
}

func (r *sheetReader) ofSubject(at cells.Place, text string) int {
	n, ok := r.form.subjects.find(text)
	switch {
	case !ok:
		r.fault(at, UnknownSubject, "value", quoted(text), "subjects", r.form.subjectNames())
	case r.about >= 0 && n != r.about:
		r.fault(at, OtherSubject, "value", quoted(text), "chosen", r.form.saySubject(r.about))
	}
	return n
}

// put lays a ballot on its stack. After a fault none of them counts.
func (r *sheetReader) put(class, about int, b meeting.Ballot) {
	if len(r.faults) > 0 {
		return
	}
	n := slices.IndexFunc(r.state.Round.Stacks, func(st meeting.Stack) bool {
		return (st.Class < 0 || st.Class == class) && (st.Subject < 0 || st.Subject == about)
	})
	r.stacks[n] = append(r.stacks[n], b)
}

// room refuses more sheets than are left of the stack at index n. Whether its
// sheets are back at all is for the meeting to say.
func (r *sheetReader) room(n, sheets int) {
	st, read := r.state.Round.Stacks[n], r.state.Round.ReadOf(n)
	if st.HasCollected && read+sheets > st.Collected {
		r.fault(cells.Place{}, TooMany, "stack", stackName(r.state.StackName(n)),
			"sheets", sheets, "collected", st.Collected, "read", read)
	}
}
