package field

import (
	"unicode/utf8"

	"shuping/tui/look"
)

// row is one line of a Text as it is shown: the bytes from from to to. Where
// a line is wrapped the next row begins at to; where it was broken by hand,
// one byte behind.
type row struct{ from, to int }

// rows wraps the value. There is always at least one. A row leaves one cell
// free, so that the caret has a place behind its last character. A line may break
// between ideographs and at spaces, but not before a closing mark or behind an
// opening one; a word wider than the field is broken where it must.
func (f Field) rows() []row {
	room := max(1, f.cols()-1)
	var rows []row
	start, used := 0, 0    // of the present row
	good, goodUsed := 0, 0 // the last place where it may break
	var last cluster
	for _, c := range clusters(f.value) {
		if f.value[c.from] == '\n' {
			rows = append(rows, row{start, c.from})
			start, used, good, last = c.to, 0, c.to, c
			continue
		}
		if c.from > start && f.breaks(last, c) {
			good, goodUsed = c.from, used
		}
		if used+c.width > room && c.from > start {
			if good <= start {
				good, goodUsed = c.from, used
			}
			rows = append(rows, row{start, good})
			start, used = good, used-goodUsed
		}
		used += c.width
		last = c
	}
	return append(rows, row{start, len(f.value)})
}

// breaks reports whether a line may be broken between two neighbours.
func (f Field) breaks(left, right cluster) bool {
	before, _ := utf8.DecodeRuneInString(f.value[left.from:])
	next, _ := utf8.DecodeRuneInString(f.value[right.from:])
	loose := before == ' ' || next == ' ' || left.width > 1 || right.width > 1
	return loose && look.Breaks(before, next)
}

// rowOf is the row in which the caret stands if it is at.
func rowOf(rows []row, at int) int {
	found := 0
	for i, r := range rows {
		if r.from <= at {
			found = i
		}
	}
	return found
}

func (f Field) up() Field       { return f.rise(-1) }
func (f Field) down() Field     { return f.rise(1) }
func (f Field) pageUp() Field   { return f.rise(-f.lines()) }
func (f Field) pageDown() Field { return f.rise(f.lines()) }

// rise moves the caret by rows and keeps it near the column from which it
// started. Above the first row lies the start, below the last the end.
func (f Field) rise(by int) Field {
	rows := f.rows()
	at := rowOf(rows, f.at)
	if f.goal == 0 {
		f.goal = cells(f.value[rows[at].from:f.at]) + 1
	}
	switch to := at + by; {
	case to < 0:
		return f.move(0)
	case to >= len(rows):
		return f.move(len(f.value))
	default:
		return f.move(f.columnOf(rows, to))
	}
}

// columnOf is the place in row i that is nearest before the goal. The end of
// a wrapped row is the start of the next one, so it is not a place in it.
func (f Field) columnOf(rows []row, i int) int {
	r := rows[i]
	reach, _ := head(f.value[r.from:r.to], f.goal-1)
	at := r.from + len(reach)
	if at == r.to && i+1 < len(rows) && rows[i+1].from == r.to && at > r.from {
		at = before(f.value[:at], at)
	}
	return at
}
