package intake

import (
	"slices"
	"strconv"
	"strings"

	"shuping/internal/cells"
	"shuping/internal/fault"
	"shuping/internal/meeting"
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

// A ballot is one sheet as its row says it.
type ballot struct {
	*sheetReader
	row    cells.Row
	said   [][]saying // by mark
	voided bool
	void   int
}

// A saying is what a cell says of a mark.
type saying struct {
	at   cells.Place
	text string
	mark tally.Mark
}

func (b *ballot) say(mark int, at cells.Place, text string, m tally.Mark) {
	b.said[mark] = append(b.said[mark], saying{at, text, m})
}

func (b *ballot) tick(h head, at cells.Place, text string) {
	switch {
	case isTick(text):
		b.say(h.mark, at, text, h.choice)
	case !isNoTick(text):
		b.fault(at, NoTick, "value", fault.Excerpt(text))
	}
}

// first is the first thing that is said of any mark.
func (b *ballot) first() (saying, bool) {
	var out saying
	for _, list := range b.said {
		for _, s := range list {
			if out.text == "" || s.at.Column < out.at.Column {
				out = s
			}
		}
	}
	return out, out.text != ""
}

// marks are those of the sheet, as far as they are said: of two ticks the row is
// spoiled.
func (b *ballot) marks() []tally.Mark {
	out := make([]tally.Mark, len(b.said))
	for i, list := range b.said {
		switch {
		case len(list) == 1:
			out[i] = list[0].mark
		case len(list) > 1:
			out[i] = tally.Spoiled
		case b.shape == Ticks:
			out[i] = tally.Blank
		}
	}
	return out
}

// ballot is the sheet, and what is wrong with it.
func (b *ballot) ballot() meeting.Ballot {
	first, any := b.first()
	switch {
	case b.voided && any && b.void > 0:
		b.fault(first.at, MarkOnVoid, "value", fault.Excerpt(first.text), "reason", b.form.sayVoid(b.void))
		return meeting.Ballot{}
	case b.voided && b.void > 0 && b.form.plan.Sheets.Voids[b.void-1].Retired:
		b.doubt(cells.Place{Row: b.row.Number}, NothingTicked, "reading", fault.New("intake", ReadsBlank))
		return meeting.Ballot{Marks: slices.Repeat([]tally.Mark{tally.Blank}, b.form.columns())}
	case b.voided:
		return meeting.Ballot{Void: b.void}
	case b.shape == Ticks && !any:
		return b.untouched()
	case b.shape == Ticks:
		b.doubled()
	default:
		b.empty()
		b.counted()
	}
	return meeting.Ballot{Marks: b.marks()}
}

// untouched is a sheet on which nothing is ticked: void where the plan has a reason
// for that, and else nothing but abstentions.
func (b *ballot) untouched() meeting.Ballot {
	at := cells.Place{Row: b.row.Number}
	if n := b.form.blankVoid(); n > 0 {
		b.doubt(at, NothingTicked, "reading", fault.New("intake", ReadsVoid, "reason", b.form.sayVoid(n)))
		return meeting.Ballot{Void: n}
	}
	b.doubt(at, NothingTicked, "reading", fault.New("intake", ReadsBlank))
	return meeting.Ballot{Marks: b.marks()}
}

// doubled tells of rows with two ticks.
func (b *ballot) doubled() {
	for i, list := range b.said {
		if len(list) > 1 {
			b.doubt(list[1].at, TwoTicks, "column", b.form.say(head{kind: markHead, mark: i}))
		}
	}
}

// empty finds the marks of which nothing is said.
func (b *ballot) empty() {
	for c := 1; c <= b.table.width; c++ {
		if h, kept := b.table.columns[c]; kept && h.kind == markHead && len(b.said[h.mark]) == 0 {
			b.fault(cells.Place{Row: b.row.Number, Column: c}, EmptyMark, "column", b.form.say(h))
		}
	}
}

// counted notes whether the sheet is written in digits alone.
func (b *ballot) counted() {
	for _, list := range b.said {
		for _, s := range list {
			if _, err := strconv.Atoi(typed.Fold(s.text)); err != nil {
				b.worded++
				return
			}
		}
	}
	b.digits = append(b.digits, b.row.Number)
}

// shownLines is how many sheets are told in words before they count.
const shownLines = 3

// A Reading is a row of a table in words.
type Reading struct {
	Row  int
	Says []string
}

// line adds the sheet in words, if it is one of the first.
func (b *ballot) line(lines []Reading) []Reading {
	if len(lines) == shownLines || len(b.faults) > 0 {
		return lines
	}
	l := Reading{Row: b.row.Number}
	if b.voided {
		l.Says = []string{b.form.sayVoid(b.void)}
	} else {
		for i, m := range b.marks() {
			if m != 0 {
				l.Says = append(l.Says, b.form.say(head{kind: markHead, mark: i})+" "+b.form.sayMark(m))
			}
		}
	}
	return append(lines, l)
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

// A numbering is where the numbers of sheets stand.
type numbering struct {
	begun                 bool
	number, bundle, sheet int
	class, about          int
}

// count holds the numbers of a sheet against those of the one before: each counts on
// by one, or begins anew with another stack or another pack.
func (r *sheetReader) count(row cells.Row, class, about int) {
	was := r.run
	anew := !was.begun || class != was.class || about != was.about
	r.run.begun, r.run.class, r.run.about = true, class, about
	packs, turned := false, false
	for c := 1; c <= r.table.width; c++ {
		h := r.table.columns[c]
		if h.kind != bundleHead || !r.table.used(c) {
			continue
		}
		packs = true
		if n, ok := r.numberAt(row, c); ok {
			if was.begun && n != was.bundle && n != was.bundle+1 && !(anew && n > was.bundle) {
				r.jumps(row, c, n, was.bundle+1)
			}
			turned, r.run.bundle = !was.begun || n != was.bundle, n
		}
	}
	for c := 1; c <= r.table.width; c++ {
		h := r.table.columns[c]
		if h.kind != numberHead && h.kind != sheetHead || !r.table.used(c) {
			continue
		}
		last := &r.run.number
		if h.kind == sheetHead {
			last = &r.run.sheet
		}
		due := *last + 1
		n, ok := r.numberAt(row, c)
		if !ok {
			*last = due
			continue
		}
		switch {
		case !was.begun:
		case h.kind == sheetHead && turned:
			if due = 1; n != 1 {
				r.jumps(row, c, n, due)
			}
		case n != due && !(n == 1 && (anew || h.kind == sheetHead && !packs)):
			r.jumps(row, c, n, due)
		}
		*last = n
	}
}

func (r *sheetReader) jumps(row cells.Row, c, n, due int) {
	r.fault(cells.Place{Row: row.Number, Column: c}, NumberJumps, "column", fault.Excerpt(r.table.words[c]), "value", n, "due", due)
}

func (r *sheetReader) numberAt(row cells.Row, c int) (int, bool) {
	at := cells.Place{Row: row.Number, Column: c}
	text := row.At(c)
	if r.table.columns[c].kind == bundleHead {
		text = r.table.Shown(at)
	}
	n, ok := numberOf(text)
	if !ok {
		r.fault(at, NoNumber, "column", fault.Excerpt(r.table.words[c]), "value", fault.Excerpt(text))
	}
	return n, ok
}

// aNumber is a number as people write one: 1, 1.0, 第1张, （1）, 1、
var aNumber = typed.Pattern(`^(?:第|no\.?)?\(?0*([0-9]{1,7})(?:\.0+)?\)?[.、)]?(?:张|号|份|组|束)?$`)

func numberOf(text string) (int, bool) {
	m := aNumber().FindStringSubmatch(typed.Fold(text))
	if m == nil {
		return 0, false
	}
	n, err := strconv.Atoi(m[1])
	return n, err == nil
}

// Words for a tick, and for a box without one.
var (
	ticks   = []string{"√", "✓", "✔", "☑", "✅", "○", "◯", "〇", "●", "■", "◉", "1", "1.0", "是", "有", "v", "y"}
	noTicks = []string{"", "0", "0.0", "否", "-", "—", "☐", "□", "n"}
)

func isTick(text string) bool   { return slices.Contains(ticks, tickWord(text)) }
func isNoTick(text string) bool { return slices.Contains(noTicks, tickWord(text)) }

func tickWord(text string) string { return strings.ReplaceAll(typed.Fold(text), "\uFE0F", "") }
