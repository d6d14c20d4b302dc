package intake

import (
	"slices"
	"strings"
	"unicode/utf8"

	"shuping/internal/cells"
	"shuping/internal/fault"
	"shuping/internal/meeting"
	"shuping/internal/plan"
	"shuping/internal/typed"
)

// A rower reads what is about one problem: a row, or rows that are merged.
type rower struct {
	*problemReader
	rows  []cells.Row
	whose string // the ID of the subject, "" where only the problem's number says it
}

// first is the number of the row.
func (w *rower) first() int { return w.rows[0].Number }

// at is the place of a column in the row.
func (w *rower) at(c column) cells.Place {
	at := cells.Place{Row: w.first()}
	if list := w.columns[c]; len(list) > 0 {
		at.Column = list[0]
	}
	return at
}

// has reports whether the table has the column.
func (w *rower) has(c column) bool { return len(w.columns[c]) > 0 }

// parts are what stands in a column, each thing once: in the rows that are one
// problem, in the columns that are of one kind, and what is merged over several rows.
func (w *rower) parts(c column) []string {
	var out []string
	for _, row := range w.rows {
		for _, at := range w.columns[c] {
			said := strings.TrimSpace(w.table.Shown(cells.Place{Row: row.Number, Column: at}))
			if said != "" && !slices.Contains(out, said) {
				out = append(out, said)
			}
		}
	}
	return out
}

// said is what stands in a column, without spaces around it.
func (w *rower) said(c column) string {
	switch list := w.parts(c); c {
	case text, measure, target, progress:
		return strings.Join(list, "\n")
	case who, branch:
		return strings.Join(list, "、")
	default:
		return strings.Join(list, " ")
	}
}

// single refuses a column of which the rows of one problem say several things.
func (w *rower) single(columns ...column) bool {
	for _, c := range columns {
		if list := w.parts(c); len(w.rows) > 1 && len(list) > 1 {
			w.fault(w.at(c), SaysTwo, "column", c.Head(), "one", fault.Excerpt(list[0]), "other", fault.Excerpt(list[1]))
			return false
		}
	}
	return true
}

// merged refuses merges that mean nothing, over several columns or over a number, and
// reports whether there are any.
func (w *rower) merged(row cells.Row) (bad bool) {
	for c := 1; c <= w.table.width; c++ {
		is, kept := w.table.columns[c]
		m, merged := w.table.Merge(cells.Place{Row: row.Number, Column: c})
		if !kept || !merged || is == number || is == status {
			continue
		}
		down := m.From.Column == m.To.Column && m.From.Row > w.table.head[len(w.table.head)-1].Number
		if !down || is == id && len(w.rows) <= m.To.Row-m.From.Row {
			w.badMerge(m)
			bad = true
		}
	}
	return bad
}

// aside passes over rows that are about no problem: empty ones, heads and titles
// again, sums, signatures, and a line that names the subject of those below it.
func (w *rower) aside() bool {
	if len(w.rows) > 1 {
		return false
	}
	row := w.rows[0]
	first, n := w.table.says(row)
	at := cells.Place{Row: row.Number}
	bare := n == 1 || !w.saysAny(text, id, measure, progress)
	switch {
	case w.table.again(&w.finder, row):
	case isTotalWord(first), bare && isTotal(first):
		w.leave(at, TotalRow, "text", fault.Excerpt(first))
	case bare && isNote(first) && !w.saysAny(text, id), n == 1 && isSignature(first):
		w.leave(at, NoteRow, "text", fault.Excerpt(first))
	case n == 1 && w.heading(row, first):
	case w.isEmpty():
		if _, isNumber := numberOf(first); !isNumber && !w.saysAny(status) {
			w.leave(at, NoteRow, "text", fault.Excerpt(first))
		}
	default:
		return false
	}
	return true
}

// saysAny reports whether the row itself says something in one of these columns.
func (w *rower) saysAny(list ...column) bool {
	for _, c := range list {
		for _, at := range w.columns[c] {
			if typed.Fold(w.rows[0].At(at)) != "" {
				return true
			}
		}
	}
	return false
}

// isEmpty reports whether the row says nothing but its number.
func (w *rower) isEmpty() bool {
	for c, at := range w.columns {
		if c == number || c == status {
			continue
		}
		for _, column := range at {
			if typed.Fold(w.rows[0].At(column)) != "" {
				return false
			}
		}
	}
	return true
}

// heading takes a line that stands alone over all columns and names whom the rows
// below it are about, where the table says that nowhere else.
func (w *rower) heading(row cells.Row, said string) bool {
	if w.has(subject) || w.has(person) || w.has(post) {
		return false
	}
	found, ok := w.called(sectionOf(said))
	if ok {
		w.under = found
		w.tell(cells.Place{Row: row.Number}, Section, "text", fault.Excerpt(said))
	}
	return ok
}

// sectionOf is a heading without its number and without what follows the name.
func sectionOf(said string) string {
	said = strings.TrimLeft(said, "一二三四五六七八九十0123456789（）()、.．· ")
	return strings.TrimRight(strings.TrimSuffix(strings.TrimRight(said, "：: "), "存在问题"), "：:的 ")
}

// read finds the problem that the row is about.
func (w *rower) read() (Line, bool) {
	if !w.single(id, origin, due, done, doneDay, signer) {
		return Line{}, false
	}
	if word := w.said(id); word != "" {
		p, ok := w.state.Problem(typed.Fold(word))
		if !ok {
			w.fault(w.at(id), UnknownID, "value", fault.Excerpt(word))
			return Line{}, false
		}
		return w.amend(p)
	}
	for _, c := range []column{origin, text} {
		switch {
		case !w.has(c):
			w.fault(cells.Place{Row: w.first()}, NewNeeds, "column", c.Head())
			return Line{}, false
		case w.said(c) == "":
			w.fault(w.at(c), Empty, "column", c.Head())
			return Line{}, false
		}
	}
	key := likeness(w.whose, w.said(text))
	for _, known := range w.known[key] {
		if w.met[known] == 0 {
			p, _ := w.state.Problem(known)
			return w.amend(p)
		}
	}
	return w.record(w.whose, key)
}

// once refuses a second row about one problem.
func (w *rower) once(key, named string) bool {
	if row := w.met[key]; row > 0 {
		w.fault(cells.Place{Row: w.first()}, Twice, "problem", fault.Excerpt(named), "row", row)
		return false
	}
	w.met[key] = w.first()
	return true
}

// record reads a new problem.
func (w *rower) record(whose, key string) (Line, bool) {
	if !w.once(key, w.said(text)) {
		return Line{}, false
	}
	p := meeting.Problem{ID: w.nextID(), Subject: whose}
	line := Line{Row: w.first(), Change: New, ID: p.ID, Whose: Whose(w.state, p), Text: w.said(text)}
	o := meeting.RecordProblem{Subject: whose, Text: w.text(text), Remedy: w.remedy()}
	o.Origin, _ = w.origin()
	line.Orders = []meeting.Order{o}
	for _, c := range []column{origin, measure, target, who, branch, due} {
		if now := w.said(c); now != "" {
			line.Parts = append(line.Parts, Part{c.field(), "", now})
		}
	}
	w.numbered(o.Text)
	w.kept()
	w.history(p, &line)
	return line, true
}

// numbered tells of several problems in one cell, which are one.
func (w *rower) numbered(said string) {
	if n := enumerated(said); n > 1 {
		w.doubt(w.at(text), SeveralProblems, "count", n)
	}
}

// enumerated is how many points a text lists one below the other, or one behind the
// other.
func enumerated(said string) int {
	n := 0
	for _, point := range points().FindAllStringSubmatch(said, -1) {
		if point[1] == itemNumbers[min(n, len(itemNumbers)-1)] || point[1] == chineseNumbers[min(n, len(chineseNumbers)-1)] {
			n++
		}
	}
	return n
}

// nextID is what the next new problem will be called.
func (w *rower) nextID() string {
	if n := len(w.next.Ledger); n > 0 {
		return idAfter(w.next.Ledger[n-1].ID)
	}
	return "p1"
}

// remedy is what is to be done.
func (w *rower) remedy() meeting.Remedy {
	l := w.limit()
	return meeting.Remedy{
		Measure: w.text(measure), Target: w.text(target),
		Who: w.line(who), Branch: w.line(branch), Due: l.Last, Limit: meeting.LimitWords(l),
	}
}

// amend reads what a row changes of a problem that is there.
func (w *rower) amend(p meeting.Problem) (Line, bool) {
	if !w.once(p.ID, p.ID) {
		return Line{}, false
	}
	line := Line{Row: w.first(), Change: Same, ID: p.ID, Whose: Whose(w.state, p), Text: p.Text}
	changes, any := w.changes(p, &line)
	if any {
		line.Orders = []meeting.Order{meeting.AmendProblem{Problem: p.ID, Changes: changes}}
	}
	w.history(p, &line)
	if len(line.Orders) > 0 {
		line.Change = Changed
	}
	return line, true
}

// changes reads the cells that say something else than the ledger.
func (w *rower) changes(p meeting.Problem, line *Line) (c meeting.Changes, any bool) {
	for _, col := range []column{subject, origin, text, measure, target, who, branch, due} {
		was := strings.TrimSpace(stands(w.state, p, col))
		said := w.said(col)
		if !w.has(col) || said == was {
			continue
		}
		if (col == subject || col == origin || col == text) && said == "" {
			w.fault(w.at(col), Empty, "column", col.Head())
			continue
		}
		before := c
		switch col {
		case subject:
			if now := w.whose; now != "" && now != p.Subject {
				c.Subject = &now
			}
		case origin:
			if now, ok := w.origin(); ok && now != p.Origin {
				c.Origin = &now
			}
		case text:
			now := w.text(col)
			c.Text, line.Text = &now, now
		case measure:
			c.Measure = new(w.text(col))
		case target:
			c.Target = new(w.text(col))
		case who:
			c.Who = new(w.line(col))
		case branch:
			c.Branch = new(w.line(col))
		case due:
			if l := w.limit(); l.Last != p.Due || meeting.LimitWords(l) != p.Limit {
				c.Due, c.Limit = new(l.Last), new(meeting.LimitWords(l))
			}
		}
		if c != before {
			any = true
			line.Parts = append(line.Parts, Part{col.field(), was, said})
		}
	}
	if c.Due != nil {
		w.kept()
	}
	return c, any
}

// history reads what was done about a problem, and whether it is signed off.
func (w *rower) history(p meeting.Problem, line *Line) {
	said, was := w.said(progress), strings.TrimSpace(stands(w.state, p, progress))
	if rest, ok := strings.CutPrefix(said, was); ok && (was == "" || rest == "" || rest[0] == '\n') {
		said = rest
	}
	for _, st := range stepsOf(said, w.options.Day) {
		switch n := utf8.RuneCountInString(st.text); {
		case st.text == "":
			w.fault(w.at(progress), EmptyStep, "day", st.day)
		case n > meeting.MaxText:
			w.fault(w.at(progress), TooLong, "length", n, "limit", meeting.MaxText)
		case !st.isIn(p.Progress):
			line.Orders = append(line.Orders, meeting.NoteProgress{Problem: p.ID, Date: st.day, Text: st.text})
			line.Parts = append(line.Parts, Part{progress.field(), "", st.day.String() + " " + st.text})
		}
	}
	w.signOff(p, line)
}

func (w *rower) signOff(p meeting.Problem, line *Line) {
	said, was := w.said(done), stands(w.state, p, done)
	s, ok := w.sign(said)
	if said == was && w.said(doneDay) == "" || said == "" && !s.done && ok {
		return
	}
	switch {
	case !ok:
		w.fault(w.at(done), UnknownDone, "value", fault.Excerpt(said))
		return
	case p.SignedOff != nil:
		same := s.done && (s.by == "" || s.by == p.SignedOff.By) && (s.day == plan.Day{} || s.day == p.SignedOff.Date)
		if !same {
			w.fault(w.at(done), IsDone, "problem", p.ID, "done", fault.Excerpt(was))
		}
		return
	case !s.done:
		return
	}
	if s.by == "" {
		s.by = w.options.By
	}
	if s.day == (plan.Day{}) {
		s.day = w.options.Day
	}
	if s.by == "" {
		w.fault(w.at(done), NobodySigned, "value", fault.Excerpt(said))
		return
	}
	line.Orders = append(line.Orders, meeting.SignOffProblem{Problem: p.ID, By: s.by, Date: s.day})
	line.Parts = append(line.Parts, Part{done.field(), was, isDone[0] + " " + s.day.String() + " " + s.by})
}
