package intake

import (
	"strconv"

	"shuping/internal/cells"
	"shuping/internal/fault"
	"shuping/internal/typed"
)

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
