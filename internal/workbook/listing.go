package workbook

import (
	"io"
	"iter"
	"slices"

	"shuping/internal/meeting"
	"shuping/internal/result"
	"shuping/internal/tally"
)

// write writes a row for each sheet.
func (l list) write(w io.Writer) error {
	var b []byte
	n := 0
	return l.lay(func(cells []cell) error {
		b = appendRow(b[:0], firstRow+n, 0, cells)
		n++
		_, err := w.Write(b)
		return err
	})
}

// lay puts down the cells of each sheet in turn, of which there is none where
// nothing may be shown.
func (l list) lay(put func([]cell) error) error {
	if !l.s.Shows() {
		return nil
	}
	for x := range l.sheets() {
		if err := put(l.cells(x)); err != nil {
			return err
		}
		if l.laid != nil {
			l.laid()
		}
	}
	return nil
}

// sheets are those of the round in their order. Where classes are not told apart they
// have no bundles and are ordered by what they say: a bundle is of one class, and so
// are sheets that lie next to each other. Where the plan wants the tables shuffled, the
// marks of each subject are ordered by themselves, and no row is a sheet any more.
func (l list) sheets() iter.Seq[result.Sheet] {
	if !l.loose {
		return result.Sheets(l.s)
	}
	var kept []string
	for x := range result.Sheets(l.s) {
		kept = append(kept, l.key(x))
	}
	slices.Sort(kept)
	if l.s.Plan.Sheets.Shuffled {
		l.shuffle(kept)
	}
	return func(yield func(result.Sheet) bool) {
		for n, key := range kept {
			x := l.unkey(key)
			if x.Number = n + 1; !yield(x) {
				return
			}
		}
	}
}

// keyHead is how many bytes of a key are no marks.
const keyHead = 4

// shuffle orders the marks of each subject by themselves among sorted keys, wherever
// the sheets are of one stack and equally valid.
func (l list) shuffle(keys []string) {
	width := l.s.Plan.Rule.Columns()
	for from := 0; from < len(keys); {
		to := from + 1
		for to < len(keys) && keys[to][:keyHead] == keys[from][:keyHead] && len(keys[to]) == len(keys[from]) {
			to++
		}
		rows := make([][]byte, to-from)
		for i := range rows {
			rows[i] = []byte(keys[from+i][:keyHead])
		}
		for at := keyHead; at < len(keys[from]); at += width {
			end := min(at+width, len(keys[from]))
			column := make([]string, len(rows))
			for i := range column {
				column[i] = keys[from+i][at:end]
			}
			slices.Sort(column)
			for i := range rows {
				rows[i] = append(rows[i], column[i]...)
			}
		}
		for i, row := range rows {
			keys[from+i] = string(row)
		}
		from = to
	}
}

// key is a sheet without its bundle and its class, in a form that can be sorted.
func (l list) key(x result.Sheet) string {
	stack := l.stackKey(x.Stack)
	b := []byte{byte(stack >> 8), byte(stack), byte(x.Ballot.Void), 0}
	if x.Ballot.Doubtful {
		b[3] = 1
	}
	for _, m := range x.Ballot.Marks {
		b = append(b, byte(m))
	}
	return string(b)
}

// stackKey tells stacks apart, and where no class may be told only by their subject.
func (l list) stackKey(n int) int {
	if l.secret {
		st := l.s.Round.Stacks[n]
		return st.Vote*(len(l.s.Plan.Subjects)+1) + st.Subject + 1
	}
	return n
}

func (l list) unkey(key string) result.Sheet {
	x := result.Sheet{Ballot: meeting.Ballot{Void: int(key[2]), Doubtful: key[3] == 1}}
	for n := range l.s.Round.Stacks {
		if l.stackKey(n) == int(key[0])<<8|int(key[1]) {
			x.Stack = n
			break
		}
	}
	for _, m := range []byte(key[keyHead:]) {
		x.Ballot.Marks = append(x.Ballot.Marks, tally.Mark(m))
	}
	return x
}

// cells are the row of one sheet.
func (l list) cells(x result.Sheet) []cell {
	out := make([]cell, 0, len(l.heads))
	if !l.loose {
		out = append(out, numberCell(x.Bundle))
	}
	out = append(out, numberCell(x.Number))
	st := l.s.Round.Stacks[x.Stack]
	if l.class >= 0 {
		out = append(out, textCell(centred, l.s.Plan.Rule.Classes[st.Class].Name))
	}
	if l.each() {
		p := l.s.Plan.Subjects[st.Subject]
		out = append(out, textCell(centred, p.ID), textCell(centred, p.Label()))
	}
	if l.vote >= 0 {
		out = append(out, textCell(centred, l.voteWord(st.Vote)))
	}
	switch {
	case x.Ballot.Doubtful:
		out = append(out, textCell(centred, l.doubtful), textCell(centred, ""))
	case x.Ballot.Void > 0:
		out = append(out, textCell(centred, l.void), textCell(centred, l.voidWord(x.Ballot.Void)))
	default:
		out = append(out, textCell(centred, isValid), textCell(centred, ""))
	}
	for len(out) < len(l.heads) {
		i, text := l.markAt(st, len(out)-l.marks), ""
		if i >= 0 && i < len(x.Ballot.Marks) {
			text = l.word(x.Ballot.Marks[i])
		}
		out = append(out, textCell(centred, text))
	}
	return out
}

// markAt is the place on a sheet of the stack of what stands in a column of marks, from
// 0; negative where the sheet has no such mark.
func (l list) markAt(st meeting.Stack, column int) int {
	if st.Rows == nil {
		return column
	}
	width := l.s.Plan.Rule.Columns()
	return st.Row(column/width)*width + column%width
}
