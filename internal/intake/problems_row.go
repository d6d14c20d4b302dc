package intake

import (
	"strings"
	"unicode/utf8"

	"shuping/internal/cells"
	"shuping/internal/meeting"
	"shuping/internal/plan"
	"shuping/internal/typed"
)

// A rower reads one row.
type rower struct {
	*problemReader
	from cells.Row
}

// at is the place of a column in the row.
func (w *rower) at(c column) cells.Place {
	return cells.Place{Row: w.from.Number, Column: w.columns[c]}
}

// has reports whether the table has the column.
func (w *rower) has(c column) bool { return w.columns[c] > 0 }

// said is what stands in a column, without spaces around it.
func (w *rower) said(c column) string { return strings.TrimSpace(w.from.At(w.columns[c])) }

// isEmpty reports whether the row says nothing but its number.
func (w *rower) isEmpty() bool {
	for c := range w.columns {
		if c != number && c != status && w.said(c) != "" {
			return false
		}
	}
	return true
}

// read finds the problem that the row is about.
func (w *rower) read() (Line, bool) {
	if word := w.said(id); word != "" {
		p, ok := w.state.Problem(typed.Fold(word))
		if !ok {
			w.fault(w.at(id), UnknownID, "value", quoted(word))
			return Line{}, false
		}
		return w.amend(p)
	}
	for _, c := range []column{subject, origin, text} {
		switch {
		case c == subject && !w.has(c) && len(w.state.Plan.Subjects) == 1:
		case !w.has(c):
			w.fault(cells.Place{Row: w.from.Number}, NewNeeds, "column", c.Head())
			return Line{}, false
		case w.said(c) == "":
			w.fault(w.at(c), Empty, "column", c.Head())
			return Line{}, false
		}
	}
	whose, ok := w.subject()
	if !ok {
		return Line{}, false
	}
	key := likeness(whose, w.said(text))
	for _, known := range w.known[key] {
		if w.met[known] == 0 {
			p, _ := w.state.Problem(known)
			return w.amend(p)
		}
	}
	return w.record(whose, key)
}

// once refuses a second row about one problem.
func (w *rower) once(key, named string) bool {
	if row := w.met[key]; row > 0 {
		w.fault(cells.Place{Row: w.from.Number}, Twice, "problem", quoted(named), "row", row)
		return false
	}
	w.met[key] = w.from.Number
	return true
}

// record reads a new problem.
func (w *rower) record(whose, key string) (Line, bool) {
	if !w.once(key, w.said(text)) {
		return Line{}, false
	}
	p := meeting.Problem{ID: w.nextID(), Subject: whose}
	line := Line{Row: w.from.Number, Change: New, ID: p.ID, Whose: Whose(w.state, p), Text: w.said(text)}
	o := meeting.RecordProblem{Subject: whose, Text: w.text(text, meeting.MaxText), Remedy: w.remedy()}
	o.Origin, _ = w.origin()
	line.Orders = []meeting.Order{o}
	for _, c := range []column{origin, measure, target, who, branch, due} {
		if now := w.said(c); now != "" {
			line.Parts = append(line.Parts, Part{c.field(), "", now})
		}
	}
	w.history(p, &line)
	return line, true
}

// nextID is what the next new problem will be called.
func (w *rower) nextID() string {
	if n := len(w.next.Ledger); n > 0 {
		return idAfter(w.next.Ledger[n-1].ID)
	}
	return "p1"
}

func (w *rower) remedy() meeting.Remedy {
	day, _ := w.day()
	return meeting.Remedy{
		Measure: w.text(measure, meeting.MaxText), Target: w.text(target, meeting.MaxText),
		Who: w.line(who), Branch: w.line(branch), Due: day,
	}
}

// amend reads what a row changes of a problem that is there.
func (w *rower) amend(p meeting.Problem) (Line, bool) {
	if !w.once(p.ID, p.ID) {
		return Line{}, false
	}
	line := Line{Row: w.from.Number, Change: Same, ID: p.ID, Whose: Whose(w.state, p), Text: p.Text}
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
		was := strings.TrimSpace(written(w.state, p, col))
		if !w.has(col) || w.said(col) == was {
			continue
		}
		if (col == subject || col == origin || col == text) && w.said(col) == "" {
			w.fault(w.at(col), Empty, "column", col.Head())
			continue
		}
		before := c
		switch col {
		case subject:
			if now, ok := w.subject(); ok && now != p.Subject {
				c.Subject = &now
			}
		case origin:
			if now, ok := w.origin(); ok && now != p.Origin {
				c.Origin = &now
			}
		case text:
			now := w.text(col, meeting.MaxText)
			c.Text, line.Text = &now, now
		case measure:
			c.Measure = new(w.text(col, meeting.MaxText))
		case target:
			c.Target = new(w.text(col, meeting.MaxText))
		case who:
			c.Who = new(w.line(col))
		case branch:
			c.Branch = new(w.line(col))
		case due:
			if now, ok := w.day(); ok && now != p.Due {
				c.Due = &now
			}
		}
		if c != before {
			any = true
			line.Parts = append(line.Parts, Part{col.field(), was, w.said(col)})
		}
	}
	return c, any
}

// history reads what was done about a problem, and whether it is signed off.
func (w *rower) history(p meeting.Problem, line *Line) {
	said, was := w.said(progress), strings.TrimSpace(written(w.state, p, progress))
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
	said, was := w.said(done), written(w.state, p, done)
	if said == "" || said == was {
		return
	}
	s, ok := signOf(said)
	switch {
	case !ok:
		w.fault(w.at(done), UnknownDone, "value", quoted(said))
		return
	case p.SignedOff != nil:
		same := s.done && (s.by == "" || s.by == p.SignedOff.By) && (s.day == plan.Day{} || s.day == p.SignedOff.Date)
		if !same {
			w.fault(w.at(done), IsDone, "problem", p.ID, "done", quoted(was))
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
		w.fault(w.at(done), NobodySigned, "value", quoted(said))
		return
	}
	line.Orders = append(line.Orders, meeting.SignOffProblem{Problem: p.ID, By: s.by, Date: s.day})
	line.Parts = append(line.Parts, Part{done.field(), was, isDone[0] + " " + s.day.String() + " " + s.by})
}
