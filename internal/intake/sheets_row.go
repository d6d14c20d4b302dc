package intake

import (
	"slices"
	"strings"

	"shuping/internal/cells"
	"shuping/internal/fault"
	"shuping/internal/plan"
	"shuping/internal/tally"
	"shuping/internal/typed"
)

// row reads one row below the heads: a sheet, or something that is told to be none.
func (r *sheetReader) row(row cells.Row) {
	first, _ := r.table.says(row)
	at := cells.Place{Row: row.Number}
	switch {
	case r.table.again(&r.finder, row):
	case r.isSum(row):
		r.leave(at, TotalRow, "text", fault.Excerpt(r.label(row)))
	case !r.hasMark(row) && isNote(first):
		r.leave(at, NoteRow, "text", fault.Excerpt(first))
	case !r.isSheet(row):
		r.fault(at, StrayRow, "text", fault.Excerpt(first))
	default:
		r.sheet(row)
	}
}

// isSum reports whether a row sums up the others: it says so somewhere beside the
// marks.
func (r *sheetReader) isSum(row cells.Row) bool {
	for c := 1; c <= row.Len(); c++ {
		if h := r.table.columns[c]; isTotal(row.At(c)) && !r.says(h, row.At(c)) {
			return true
		}
	}
	return false
}

// label is what a row that sums up the others calls itself.
func (r *sheetReader) label(row cells.Row) string {
	for c := 1; c <= row.Len(); c++ {
		if isTotal(row.At(c)) {
			return strings.TrimSpace(row.At(c))
		}
	}
	return ""
}

// says reports whether a text is one that a sheet has in such a column.
func (r *sheetReader) says(h head, text string) bool {
	switch h.kind {
	case markHead:
		_, ok := r.form.markOf(text)
		return ok
	case tickHead:
		return isTick(text)
	case voidHead:
		_, ok := r.form.voids.find(text)
		return ok
	}
	return false
}

// hasMark reports whether a row has a mark or a tick, or is void.
func (r *sheetReader) hasMark(row cells.Row) bool {
	for c := 1; c <= row.Len(); c++ {
		if h, kept := r.table.columns[c]; kept && r.says(h, row.At(c)) {
			return true
		}
	}
	return false
}

// isSheet reports whether a row has something where a sheet has it: a mark, or its
// number.
func (r *sheetReader) isSheet(row cells.Row) bool {
	for c := 1; c <= row.Len(); c++ {
		text := row.At(c)
		if typed.Fold(text) == "" {
			continue
		}
		switch h := r.table.columns[c]; h.kind {
		case markHead, tickHead, voidHead:
			return true
		case numberHead, sheetHead:
			if _, ok := numberOf(text); ok {
				return true
			}
		}
	}
	return false
}

// sheet reads one sheet.
func (r *sheetReader) sheet(row cells.Row) {
	r.last = row.Number
	if r.table.legible(&r.finder, row) {
		r.run.number, r.run.sheet = r.run.number+1, r.run.sheet+1
		return
	}
	r.merged(row)
	class, about := r.class, r.about
	b := ballot{sheetReader: r, row: row, said: make([][]saying, r.form.columns())}
	for c := 1; c <= r.table.width; c++ {
		h, kept := r.table.columns[c]
		if !kept {
			continue
		}
		at := cells.Place{Row: row.Number, Column: c}
		text := row.At(c)
		switch blank := typed.Fold(text) == ""; {
		case h.kind == classHead:
			class = r.ofClass(at, r.table.Shown(at))
		case h.kind == voidHead && !blank:
			b.voided = true
			b.void = r.reason(at, text)
		case h.kind == markHead && !blank:
			b.say(h.mark, at, text, r.mark(at, text))
		case h.kind == tickHead && !blank:
			b.tick(h, at, text)
		}
	}
	if r.form.each && len(r.subjectColumns()) > 0 {
		about = r.ofSubject(row)
	}
	r.count(row, class, about)
	if r.lines = b.line(r.lines); len(r.faults) == 0 {
		r.put(class, about, b.ballot())
	} else {
		b.ballot()
	}
}

// A Reading is a row of a table in words.
type Reading struct {
	Row  int
	Says []string
}

// blankVoid is the reason for which a plan voids a sheet that is blank throughout,
// 0 for none.
func (f *form) blankVoid() int {
	return 1 + slices.IndexFunc(f.plan.Sheets.Voids, func(v plan.VoidReason) bool {
		return !v.Retired && (v.ID == "empty" || v.ID == "blank" || slices.Contains([]string{"全部空白", "空白", "空白票", "整张空白"}, typed.Fold(v.Title)))
	})
}

// markOf is the mark that a text says. A number may have been stored as 1.0.
func (f *form) markOf(text string) (tally.Mark, bool) {
	if m, ok := f.marks.find(text); ok {
		return m, true
	}
	return f.marks.find(decimals().ReplaceAllString(typed.Fold(text), "$1"))
}

// decimals are those of a whole number.
var decimals = typed.Pattern(`^([0-9]+)\.0+$`)

func (r *sheetReader) mark(at cells.Place, text string) tally.Mark {
	m, ok := r.form.markOf(text)
	if !ok {
		r.fault(at, UnknownMark, "value", fault.Excerpt(text), "choices", r.form.choices())
	}
	return m
}

func (r *sheetReader) reason(at cells.Place, text string) int {
	n, ok := r.form.voids.find(text)
	if !ok {
		n, ok = r.form.voids.find(decimals().ReplaceAllString(typed.Fold(text), "$1"))
	}
	if !ok {
		r.fault(at, UnknownVoid, "value", fault.Excerpt(text), "reasons", r.form.reasons())
	}
	return n
}

func (r *sheetReader) ofClass(at cells.Place, text string) int {
	n, ok := r.form.classes.find(text)
	switch {
	case !ok:
		r.fault(at, UnknownClass, "value", fault.Excerpt(text), "classes", r.form.classNames())
	case r.class >= 0 && n != r.class:
		r.fault(at, OtherClass, "value", fault.Excerpt(text), "chosen", r.form.sayClass(r.class))
	}
	return n
}

// ofSubject is whom a sheet is about.
func (r *sheetReader) ofSubject(row cells.Row) int {
	at, text, n, ok := r.named(row, r.form.subjects)
	switch {
	case !ok:
		r.fault(at, UnknownSubject, "value", fault.Excerpt(text), "subjects", r.form.subjectNames())
	case r.about >= 0 && n != r.about:
		r.fault(at, OtherSubject, "value", fault.Excerpt(text), "chosen", r.form.saySubject(r.about))
	}
	return n
}

// named finds what the columns that say whom a row is about come to: each by itself
// or all together. One that nobody knows is a name that the plan does not say.
func (r *sheetReader) named(row cells.Row, known lexicon[int]) (at cells.Place, text string, n int, ok bool) {
	var all []string
	for _, c := range r.subjectColumns() {
		here := cells.Place{Row: row.Number, Column: c}
		word := strings.TrimSpace(r.table.Shown(here))
		if at == (cells.Place{}) || text == "" {
			at, text = here, word
		}
		if word == "" {
			continue
		}
		all = append(all, word)
		if is, found := known.find(word); found {
			if ok && is != n {
				return here, word, 0, false
			}
			at, text, n, ok = here, word, is, true
		} else if is, found := known.find(word + "书记"); found && !ok {
			n, ok = is, true
		}
	}
	if !ok {
		n, ok = known.find(strings.Join(all, ""))
	}
	return at, text, n, ok
}

// merged refuses merges that are part of a sheet: only what says of which stack or
// pack several sheets are can stand for all of them.
func (r *sheetReader) merged(row cells.Row) {
	for c := 1; c <= r.table.width; c++ {
		h, kept := r.table.columns[c]
		m, is := r.table.Merge(cells.Place{Row: row.Number, Column: c})
		down := m.From.Column == m.To.Column && (h.kind == classHead || h.kind == subjectHead || h.kind == bundleHead || h.kind == personHead)
		if kept && is && !down {
			r.badMerge(m)
		}
	}
}

// badMerge refuses a merge, once.
func (f *finder) badMerge(m cells.Range) {
	if !slices.ContainsFunc(f.faults, func(g *fault.Fault) bool { return g.Code == BadMerge && g.At == m.From.In() }) {
		f.fault(m.From, BadMerge, "range", m.Text())
	}
}

func isTick(text string) bool   { return slices.Contains(ticks, tickWord(text)) }
func isNoTick(text string) bool { return slices.Contains(noTicks, tickWord(text)) }

func tickWord(text string) string { return strings.ReplaceAll(typed.Fold(text), "\uFE0F", "") }
