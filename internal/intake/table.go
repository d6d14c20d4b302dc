package intake

import (
	"fmt"
	"slices"
	"strings"
	"sync"

	"shuping/internal/cells"
	"shuping/internal/fault"
	"shuping/internal/typed"
)

// headRows is how many rows with something in them are looked at for the heads: a
// title, a unit, a date and a remark may stand above them.
const headRows = 20

// Findings are what somebody should know of a table before it counts.
type Findings struct {
	Told    fault.Faults // how the table was understood
	LeftOut fault.Faults // what has something in it and was not read
	Doubts  fault.Faults // what was read in a way that somebody should confirm
}

// Asks reports whether something was left out or is in doubt, so that nobody should
// take the table in without having looked.
func (f Findings) Asks() bool { return len(f.LeftOut)+len(f.Doubts) > 0 }

// A finder gathers what is wrong with a table and what is to be told of it.
type finder struct {
	Findings
	faults fault.Faults
}

func (f *finder) fault(at cells.Place, code fault.Code, pairs ...any) {
	f.faults = add(f.faults, at, code, pairs...)
}

func (f *finder) tell(at cells.Place, code fault.Code, pairs ...any) {
	f.Told = find(f.Told, at, code, pairs...)
}

func (f *finder) leave(at cells.Place, code fault.Code, pairs ...any) {
	f.LeftOut = find(f.LeftOut, at, code, pairs...)
}

func (f *finder) doubt(at cells.Place, code fault.Code, pairs ...any) {
	f.Doubts = find(f.Doubts, at, code, pairs...)
}

// ill is a fault of a cell, a row or a column, each once.
func (f *finder) ill(c *fault.Fault) {
	if !slices.ContainsFunc(f.faults, func(g *fault.Fault) bool { return g.Of == c.Of && g.At == c.At }) && len(f.faults) < cells.MaxFaults {
		f.faults = append(f.faults, c)
	}
}

// A table is a sheet whose heads were found.
type table[T comparable] struct {
	*cells.Sheet
	head    []cells.Row // one row, or two that belong together
	rows    []cells.Row // below the heads
	columns map[int]T   // what each column is for, where that is known
	words   map[int]string
	width   int
}

// A vocabulary is what heads may be called, and how many of them make a head.
type vocabulary[T comparable] struct {
	find   func(word string) (T, bool)
	enough func(found map[T]int) bool
}

// tableOf finds the sheet and the rows of it that have the heads. Name is that of the
// sheet, "" where any will do.
func tableOf[T comparable](f *finder, book cells.Book, name string, v vocabulary[T]) (table[T], bool) {
	var found []table[T]
	var names []string
	for _, s := range book.Sheets {
		names = append(names, s.Name)
		if name != "" && typed.Fold(s.Name) != typed.Fold(name) {
			continue
		}
		if t, ok := headed(s, v); ok {
			found = append(found, t)
		}
	}
	filled := slices.DeleteFunc(slices.Clone(found), func(t table[T]) bool { return len(t.rows) == 0 })
	switch {
	case len(filled) > 0:
		found = filled
	case len(found) == 0 && name != "" && !slices.ContainsFunc(names, func(n string) bool { return typed.Fold(n) == typed.Fold(name) }):
		f.fault(cells.Place{}, NoSuchSheet, "sheet", fault.Excerpt(name), "sheets", fault.List(names))
		return table[T]{}, false
	case len(found) == 0:
		f.unheaded(book)
		return table[T]{}, false
	}
	if len(filled) > 1 {
		f.fault(cells.Place{}, SeveralSheets, "sheets", sheetNames(filled))
		return table[T]{}, false
	}
	t := found[0]
	for _, c := range t.Faults {
		f.ill(c)
	}
	f.placed(book, t.Sheet, t.head)
	return t, true
}

func sheetNames[T comparable](list []table[T]) string {
	names := make([]string, len(list))
	for i, t := range list {
		names[i] = t.Name
	}
	return strings.Join(names, "、")
}

// unheaded says why no heads were found: a sheet could not be read, or none has any.
func (f *finder) unheaded(book cells.Book) {
	for _, s := range book.Sheets {
		for _, c := range s.Faults {
			f.ill(c)
		}
	}
	if len(f.faults) == 0 {
		f.fault(cells.Place{}, NoHeads, "rows", headRows)
	}
}

// placed tells where the heads were found and what lies beside them.
func (f *finder) placed(book cells.Book, s *cells.Sheet, head []cells.Row) {
	if book.OldLines {
		f.tell(cells.Place{}, OldLines)
	}
	first := head[0].Number
	rows := fmt.Sprint(first)
	if len(head) > 1 {
		rows = fmt.Sprintf("%d–%d", first, head[1].Number)
	}
	var others []string
	for _, o := range book.Sheets {
		if o != s && len(o.Rows) > 0 {
			others = append(others, o.Name)
		}
	}
	switch {
	case len(others)+len(book.Hidden) > 0:
		f.tell(cells.Place{}, SheetFound, "sheet", fault.Excerpt(s.Name), "rows", rows)
	case first > 1 || len(head) > 1:
		f.tell(cells.Place{}, HeadFound, "rows", rows)
	}
	if above := s.Rows[0].Number; above < first {
		f.tell(cells.Place{}, RowsAbove, "rows", span(above, first-1))
	}
	if len(others) > 0 {
		f.tell(cells.Place{}, OtherSheets, "sheets", fault.List(others))
	}
	if len(book.Hidden) > 0 {
		f.tell(cells.Place{}, HiddenSheets, "sheets", fault.List(book.Hidden))
	}
}

func span(from, to int) string {
	if from == to {
		return fmt.Sprint(from)
	}
	return fmt.Sprintf("%d–%d", from, to)
}

// headed finds the heads of a sheet: the row, or the two rows together, that say most
// of its columns.
func headed[T comparable](s *cells.Sheet, v vocabulary[T]) (best table[T], ok bool) {
	most, width := 0, s.Width()
	for i := range min(len(s.Rows), headRows) {
		for n := 1; n <= 2 && i+n <= len(s.Rows); n++ {
			head := s.Rows[i : i+n]
			t := table[T]{Sheet: s, head: head, rows: s.Rows[i+n:], columns: map[int]T{}, words: map[int]string{}, width: width}
			found, fits := t.reads(v)
			if better := len(found) > most || len(found) == most && n < len(best.head); fits && better && v.enough(found) {
				best, most, ok = t, len(found), true
			}
		}
	}
	return best, ok
}

// reads finds out what each column is for, and whether the rows can be its heads.
func (t *table[T]) reads(v vocabulary[T]) (found map[T]int, fits bool) {
	found = map[T]int{}
	spans, top := len(t.head) == 1, ""
	if len(t.head) == 2 && t.head[1].Number != t.head[0].Number+1 {
		return nil, false
	}
	for c := 1; c <= t.width; c++ {
		words, own, spread := t.over(c, &top)
		spans = spans || spread
		known := false
		for _, w := range words {
			if is, ok := v.find(w); ok {
				t.columns[c], known = is, true
				if found[is] == 0 {
					found[is] = c
				}
				break
			}
		}
		if own && !known {
			return nil, false // what stands below is no head
		}
		if len(words) > 0 {
			t.words[c] = words[0]
		}
	}
	return found, spans
}

// over is what stands over a column, what says most first; own where the lower of two
// rows says something of its own, spread where the upper one says it of several
// columns. Top is what stood last in the upper row.
func (t *table[T]) over(c int, top *string) (words []string, own, spread bool) {
	first := cells.Place{Row: t.head[0].Number, Column: c}
	if len(t.head) == 1 {
		if m, merged := t.Merge(first); merged && m.From.Column != c {
			return nil, false, false
		}
		return given(t.Shown(first)), false, false
	}
	second := cells.Place{Row: t.head[1].Number, Column: c}
	upper, lower := t.Shown(first), t.Shown(second)
	m, merged := t.Merge(first)
	spread = merged && m.To.Column > m.From.Column
	if merged && m.To.Row >= second.Row {
		*top = upper
		return given(upper), false, false
	}
	switch {
	case upper != "":
		*top = upper
	case lower != "" && *top != "":
		upper, spread = *top, true
	}
	if lower == "" {
		if spread && m.From.Column != c {
			return nil, false, spread
		}
		return given(upper), false, spread
	}
	return append(given(strings.TrimSpace(upper+" "+lower)), lower), true, spread
}

func given(word string) []string {
	if typed.Fold(word) == "" {
		return nil
	}
	return []string{word}
}

// used reports whether anything stands in a column below the heads.
func (t *table[T]) used(c int) bool {
	return slices.ContainsFunc(t.rows, func(row cells.Row) bool { return typed.Fold(row.At(c)) != "" })
}

// at is the place of a head.
func (t *table[T]) at(c int) cells.Place {
	row := t.head[len(t.head)-1].Number
	if m, merged := t.Merge(cells.Place{Row: row, Column: c}); merged {
		return m.From
	}
	return cells.Place{Row: row, Column: c}
}

// says is the first thing that stands in a row, and how many cells say something.
func (t *table[T]) says(row cells.Row) (first string, cellsSaid int) {
	for c := 1; c <= row.Len(); c++ {
		if text := strings.TrimSpace(row.At(c)); text != "" {
			if cellsSaid++; cellsSaid == 1 {
				first = text
			}
		}
	}
	return first, cellsSaid
}

// isHead reports whether a row says the heads again, as a table does that goes over
// several pages.
func (t *table[T]) isHead(row cells.Row) bool {
	same := 0
	for c := 1; c <= row.Len(); c++ {
		word := loose(row.At(c))
		switch {
		case word == "":
		case slices.ContainsFunc(t.head, func(h cells.Row) bool { return loose(h.At(c)) == word }):
			same++
		default:
			return false
		}
	}
	return same >= 2
}

// isTitle reports whether a row says again what stands above the heads.
func (t *table[T]) isTitle(row cells.Row) bool {
	first, n := t.says(row)
	return n == 1 && slices.ContainsFunc(t.Rows, func(r cells.Row) bool {
		above, _ := t.says(r)
		return r.Number < t.head[0].Number && loose(above) == loose(first)
	})
}

// totals are how a row begins that sums up the others.
var totals = sync.OnceValue(func() (out []string) {
	for _, word := range []string{
		"合计", "总计", "小计", "共计", "累计", "汇总", "总数", "总票数", "得票", "票数", "平均", "均值", "占比", "比例", "比率", "百分比", "百分率", "得票率", "优秀率", "满意率",
		"有效票", "有效合计", "本页合计", "total", "sum", "average", "share",
	} {
		out = append(out, loose(word))
	}
	return out
})

// isTotal reports whether a text begins as that of a row that sums up the others.
func isTotal(text string) bool {
	word := loose(text)
	return word != "" && slices.ContainsFunc(totals(), func(t string) bool { return strings.HasPrefix(word, t) })
}

// isTotalWord reports whether a text is nothing but the name of such a row.
func isTotalWord(text string) bool {
	return slices.Contains(totals(), loose(text))
}

// notes are how a row begins that is about the table and no part of it.
var notes = []string{
	"监票", "计票", "唱票", "总监票", "录入人", "录入员", "复核", "审核", "核对", "填表", "填报", "制表", "经办", "负责人", "主要负责", "分管领导", "签名", "签字", "签章", "盖章",
	"备注", "说明", "注", "附注", "备考", "日期", "年月日", "填报时间", "单位", "联系人", "联系电话", "以上", "以下空白", "第页", "note", "signed", "signature",
}

// isNote reports whether a text begins as that of a row that is about the table.
func isNote(text string) bool {
	word := strings.Map(func(c rune) rune {
		if strings.ContainsRune("0123456789", c) {
			return -1
		}
		return c
	}, loose(text))
	return slices.ContainsFunc(notes, func(n string) bool { return strings.HasPrefix(word, n) })
}

// isSignature reports whether a text waits for a name or a stamp.
func isSignature(text string) bool {
	text = strings.TrimSpace(text)
	return isNote(text) && (strings.HasSuffix(text, "：") || strings.HasSuffix(text, ":") || strings.Contains(text, "签字") || strings.Contains(text, "签名") || strings.Contains(text, "盖章"))
}

// again leaves a row out that is empty, or that says again what stands above it.
func (t *table[T]) again(f *finder, row cells.Row) bool {
	first, n := t.says(row)
	at := cells.Place{Row: row.Number}
	switch {
	case n == 0:
	case t.isHead(row):
		f.leave(at, HeadAgain)
	case t.isTitle(row):
		f.leave(at, TitleAgain, "text", fault.Excerpt(first))
	default:
		return false
	}
	return true
}

// legible tells what is wrong with the cells of a row that are read, and reports
// whether anything is.
func (t *table[T]) legible(f *finder, row cells.Row) (ill bool) {
	for c := 1; c <= row.Len(); c++ {
		if _, read := t.columns[c]; !read {
			continue
		}
		if bad := t.Fault(row, c); bad != nil {
			f.ill(bad)
			ill = true
		}
	}
	return ill
}
