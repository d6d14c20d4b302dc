package field

// row is one line of a Text as it is shown: the bytes from from to to. Where
// a line is wrapped the next row begins at to; where it was broken by hand,
// one byte behind.
type row struct{ from, to int }

// rows wraps the value. There is always at least one. A row leaves one cell
// free, so that the caret has a place behind its last character. Between
// ideographs a line may break anywhere, elsewhere behind a space; a word
// wider than the field is broken where it must.
func (f Field) rows() []row {
	room := max(1, f.cols()-1)
	var rows []row
	start, used := 0, 0    // of the present row
	good, goodUsed := 0, 0 // the last place where it may break
	for _, c := range clusters(f.value) {
		if f.value[c.from] == '\n' {
			rows = append(rows, row{start, c.from})
			start, used, good = c.to, 0, c.to
			continue
		}
		space := f.value[c.from:c.to] == " "
		if space || c.width > 1 {
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
		if space || c.width > 1 {
			good, goodUsed = c.to, used
		}
	}
	return append(rows, row{start, len(f.value)})
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
