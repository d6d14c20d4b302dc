package field

import "strings"

// Draw shows the field: as many rows as it has, each exactly as wide as it
// is.
func (f Field) Draw() []string {
	pen := newPen(f.styles.Text)
	if f.value == "" && f.placeholder != "" {
		return f.pad([]string{f.placeholder}, nil, newPen(f.styles.Placeholder), pen)
	}
	shown := []row{{f.from, len(f.value)}}
	if f.kind == text {
		shown = f.rows()[f.top:]
	}
	texts := make([]string, len(shown))
	for i, r := range shown {
		texts[i] = f.value[r.from:r.to]
	}
	return f.pad(texts, shown, pen, pen)
}

// Caret is the cell where the terminal's cursor belongs, counted from the
// upper left cell of Draw. It always lies inside.
func (f Field) Caret() (col, row int) {
	if f.kind != text {
		return cells(f.value[f.from:f.at]), 0
	}
	rows := f.rows()
	at := rowOf(rows, f.at)
	return min(cells(f.value[rows[at].from:f.at]), f.cols()-1), at - f.top
}

// pad writes the texts into the box of the field and fills what is left.
// A grapheme that has no room in its row is left out. What is selected is in
// reverse; at says where in the value the texts lie, nil for nowhere.
func (f Field) pad(texts []string, at []row, ink, paper pen) []string {
	box := make([]string, f.lines())
	marked := newPen(f.styles.Text.Reverse(!f.styles.Text.GetReverse()))
	for i := range box {
		shown, used := "", 0
		if i < len(texts) {
			shown, used = head(texts[i], f.cols())
		}
		from, to := 0, 0
		if i < len(at) {
			a, b := f.span()
			from, to = inside(a-at[i].from, len(shown)), inside(b-at[i].from, len(shown))
		}
		box[i] = ink.write(shown[:from]) + marked.write(shown[from:to]) + ink.write(shown[to:]) +
			paper.write(strings.Repeat(" ", f.cols()-used))
	}
	return box
}

// inside is a place in a text of so many bytes, the nearest if it lies outside.
func inside(at, length int) int { return max(0, min(at, length)) }

// settle moves what is in sight so that the caret is, and no more than
// needed.
func (f Field) settle() Field {
	if f.kind == text {
		rows := f.rows()
		at := rowOf(rows, f.at)
		f.top = min(f.top, at, max(0, len(rows)-f.lines()))
		f.top = max(f.top, at-f.lines()+1)
		return f
	}
	all := clusters(f.value)
	f.from = min(f.from, f.at)
	for _, c := range all {
		if c.from < f.from && f.from < c.to {
			f.from = c.from
		}
	}
	// No more than room cells between the left edge and the caret.
	room := f.cols() - 1
	used := cells(f.value[f.from:f.at])
	for _, c := range all {
		if used > room && c.from >= f.from && c.from < f.at {
			used -= c.width
			f.from = c.to
		}
	}
	// No free cells on the right while something is hidden on the left.
	used = cells(f.value[f.from:])
	for i := len(all) - 1; i >= 0; i-- {
		if c := all[i]; c.to <= f.from {
			if used += c.width; used > room {
				break
			}
			f.from = c.from
		}
	}
	return f
}

// cols and lines are the size of the box.
func (f Field) cols() int { return max(1, f.width) }

func (f Field) lines() int {
	if f.kind != text {
		return 1
	}
	return max(1, f.height)
}

// head is as much of s as fits in room cells, and its width.
func head(s string, room int) (string, int) {
	end, used := 0, 0
	for _, c := range clusters(s) {
		if used+c.width > room {
			break
		}
		end, used = c.to, used+c.width
	}
	return s[:end], used
}
