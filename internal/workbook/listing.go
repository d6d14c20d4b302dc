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
// are sheets that lie next to each other.
func (l list) sheets() iter.Seq[result.Sheet] {
	if !l.secret {
		return result.Sheets(l.s)
	}
	var kept []string
	for x := range result.Sheets(l.s) {
		kept = append(kept, l.key(x))
	}
	slices.Sort(kept)
	return func(yield func(result.Sheet) bool) {
		for n, key := range kept {
			x := l.unkey(key)
			if x.Number = n + 1; !yield(x) {
				return
			}
		}
	}
}

// key is a sheet without its bundle and its class, in a form that can be sorted.
func (l list) key(x result.Sheet) string {
	b := []byte{byte(l.s.Round.Stacks[x.Stack].Subject + 1), byte(x.Ballot.Void), 0}
	if x.Ballot.Doubtful {
		b[2] = 1
	}
	for _, m := range x.Ballot.Marks {
		b = append(b, byte(m))
	}
	return string(b)
}

func (l list) unkey(key string) result.Sheet {
	subject := int(key[0]) - 1
	x := result.Sheet{Ballot: meeting.Ballot{Void: int(key[1]), Doubtful: key[2] == 1}}
	x.Stack = slices.IndexFunc(l.s.Round.Stacks, func(st meeting.Stack) bool { return st.Subject == subject })
	for _, m := range []byte(key[3:]) {
		x.Ballot.Marks = append(x.Ballot.Marks, tally.Mark(m))
	}
	return x
}

// cells are the row of one sheet.
func (l list) cells(x result.Sheet) []cell {
	out := make([]cell, 0, len(l.heads))
	if !l.secret {
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
	switch {
	case x.Ballot.Doubtful:
		out = append(out, textCell(centred, isDoubtful), textCell(centred, ""))
	case x.Ballot.Void > 0:
		out = append(out, textCell(centred, isVoid), textCell(centred, l.voidWord(x.Ballot.Void)))
	default:
		out = append(out, textCell(centred, isValid), textCell(centred, ""))
	}
	for len(out) < len(l.heads) {
		i, text := len(out)-l.marks, ""
		if i < len(x.Ballot.Marks) {
			text = l.word(x.Ballot.Marks[i])
		}
		out = append(out, textCell(centred, text))
	}
	return out
}
