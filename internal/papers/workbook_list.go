package papers

import (
	"fmt"
	"io"
	"iter"
	"slices"
	"strings"
	"unicode"

	"shuping/internal/meeting"
	"shuping/internal/tally"
)

// listName is the sheet on which every sheet of paper has a row; firstRow is the
// row under the heads of every sheet of the book.
const (
	listName = "评议表明细"
	firstRow = 4
	maxRows  = 1<<20 - firstRow + 1 // what a spreadsheet has room for
)

// A list knows where on the list of sheets what stands, so that a formula can
// count it.
type list struct {
	s      meeting.State
	heads  []string
	rows   int
	secret bool // classes are not told apart

	// Columns by their index, -1 where there is none.
	class, subject, valid, reason, marks int
}

// Words of the list beside those of the plan.
const (
	isValid    = "有效"
	isVoid     = "作废"
	isDoubtful = "存疑"
)

func newList(s meeting.State, secret bool) (list, error) {
	l := list{s: s, rows: s.Round.Read(), secret: secret, class: -1, subject: -1}
	if l.rows > maxRows {
		return list{}, fmt.Errorf("the workbook has room for %d sheets, and %d were read", maxRows, l.rows)
	}
	if secret {
		l.heads = []string{"序号"}
	} else {
		l.heads = []string{"束", "张"}
	}
	if len(s.Plan.Rule.Classes) > 1 && !secret {
		l.class = l.add("类别")
	}
	if l.each() {
		l.subject = l.add("编号")
		l.add("述职人")
	}
	l.valid, l.reason = l.add("效力"), l.add("作废原因")
	l.marks = len(l.heads)
	for i, p := range s.Plan.Subjects {
		if l.each() && i > 0 {
			break
		}
		for c := range s.Plan.Rule.Columns() {
			name := p.Label()
			if l.each() {
				name = "等次"
			}
			l.add(name + l.columnName(c))
		}
	}
	return l, nil
}

func (l *list) add(head string) int {
	l.heads = append(l.heads, head)
	return len(l.heads) - 1
}

func (l list) each() bool { return l.s.Plan.Sheets.Each }

// columnName is what a column of a row of marks is called, "" for the only one.
func (l list) columnName(c int) string {
	items := l.s.Plan.Rule.Items
	switch {
	case len(items) == 0:
		return ""
	case c == 0:
		return "：总评"
	default:
		return "：" + items[c-1].Title
	}
}

// word is the mark as it stands in the list.
func (l list) word(m tally.Mark) string {
	scale := l.s.Plan.Rule.Scale
	switch m {
	case tally.Blank:
		return apart("弃权", scale)
	case tally.Spoiled:
		return apart("无效", scale)
	case tally.Aside:
		return l.s.Plan.Rule.Aside
	default:
		return scale.Name(int(m))
	}
}

// voidWord is the reason behind a digit as it stands in the list, told apart from
// another that is called so.
func (l list) voidWord(digit int) string {
	voids := l.s.Plan.Sheets.Voids
	for i, v := range voids {
		if i != digit-1 && v.Title == voids[digit-1].Title {
			return fmt.Sprintf("%s（%d）", v.Title, digit)
		}
	}
	return voids[digit-1].Title
}

// apart is name, told apart from a grade that is called so.
func apart(name string, scale tally.Scale) string {
	if scale.Position(name) > 0 {
		return "（" + name + "）"
	}
	return name
}

// A match is a word that is looked for in columns of the list.
type match struct {
	from, to int
	word     string
}

// count is the formula that counts the cells of the first match in the rows that
// have all the others. COUNTIF takes capitals and small letters, wide and narrow
// ones, a 1 and a 1.0 for the same, and * and ? for any; words of plain Chinese
// are safe from that, and all others are compared exactly.
func (l list) count(matches ...match) string {
	safe := !strings.ContainsFunc(matches[0].word, func(r rune) bool { return !unicode.Is(unicode.Han, r) })
	if len(matches) == 1 && safe {
		return "COUNTIF(" + l.place(matches[0]) + "," + quoted(matches[0].word) + ")"
	}
	var exact []string
	for _, m := range matches {
		exact = append(exact, "EXACT("+l.place(m)+","+quoted(m.word)+")")
	}
	if len(exact) == 1 {
		return "SUMPRODUCT(--" + exact[0] + ")"
	}
	return "SUMPRODUCT(" + strings.Join(exact, "*") + ")"
}

func (l list) place(m match) string {
	return fmt.Sprintf("%s!$%s$%d:$%s$%d", listName, letters(m.from), firstRow, letters(m.to), l.last())
}

// last is the last row, or the first where there is none.
func (l list) last() int { return max(firstRow, firstRow+l.rows-1) }

// mark finds m in columns from to to of the row of the subject at index i.
func (l list) mark(i, from, to int, m tally.Mark) match {
	at := l.marks
	if !l.each() {
		at += i * l.s.Plan.Rule.Columns()
	}
	return match{at + from, at + to, l.word(m)}
}

func (l list) validity(word string) match { return match{l.valid, l.valid, word} }

// whose are the matches that find the sheets on the subject at index i.
func (l list) whose(i int) []match {
	if !l.each() {
		return nil
	}
	return []match{{l.subject, l.subject, l.s.Plan.Subjects[i].ID}}
}

// of are the matches that find the sheets of the stack at index n.
func (l list) of(n int) []match {
	st := l.s.Round.Stacks[n]
	var out []match
	if l.class >= 0 {
		out = append(out, match{l.class, l.class, l.s.Plan.Rule.Classes[st.Class].Name})
	}
	if st.Subject >= 0 {
		out = append(out, l.whose(st.Subject)...)
	}
	return out
}

// sheet lays the list out; its rows are those that come from rows.
func (l list) sheet(rows iter.Seq[SheetRow]) sheet {
	return sheet{
		name: listName, heads: l.heads, widths: l.widths(), frozen: l.marks, last: l.last(),
		stream: func(w io.Writer) error { return l.write(w, rows) },
	}
}

// widths are those of the columns, so that no cell of the list needs a second
// line.
func (l list) widths() []float64 {
	need := make([][]string, len(l.heads))
	for i, v := range l.s.Plan.Sheets.Voids {
		need[l.reason] = append(need[l.reason], v.Title, l.voidWord(i+1))
	}
	for _, c := range l.s.Plan.Rule.Classes {
		if l.class >= 0 {
			need[l.class] = append(need[l.class], c.Name)
		}
	}
	for _, p := range l.s.Plan.Subjects {
		if l.each() {
			need[l.subject] = append(need[l.subject], p.ID)
			need[l.subject+1] = append(need[l.subject+1], p.Label())
		}
	}
	for i := l.marks; i < len(l.heads); i++ {
		need[i] = append([]string{l.word(tally.Blank), l.word(tally.Aside)}, l.s.Plan.Rule.Scale...)
	}
	out := make([]float64, len(l.heads))
	for i, texts := range need {
		out[i] = 8
		for _, text := range texts {
			out[i] = max(out[i], width(text)+2)
		}
	}
	return out
}

// write writes a row for each sheet and holds what they say together against the
// count of the round.
func (l list) write(w io.Writer, rows iter.Seq[SheetRow]) error {
	again := newRecount(l.s)
	if l.secret {
		return l.writeShuffled(w, rows, again)
	}
	var b []byte
	n := 0
	for x := range rows {
		if err := again.add(x); err != nil {
			return err
		}
		b = row(b[:0], firstRow+n, 0, l.cells(x))
		if _, err := w.Write(b); err != nil {
			return err
		}
		n++
	}
	return again.compare()
}

// writeShuffled leaves out bundles and orders the sheets by what they say: a
// bundle is of one class, and so are those that lie next to each other.
func (l list) writeShuffled(w io.Writer, rows iter.Seq[SheetRow], again *recount) error {
	var kept []string
	for x := range rows {
		if err := again.add(x); err != nil {
			return err
		}
		kept = append(kept, l.key(x))
	}
	slices.Sort(kept)
	var b []byte
	for n, key := range kept {
		x := l.unkey(key)
		x.Number = n + 1
		b = row(b[:0], firstRow+n, 0, l.cells(x))
		if _, err := w.Write(b); err != nil {
			return err
		}
	}
	return again.compare()
}

// key is a sheet without its bundle and its class, in a form that can be sorted.
func (l list) key(x SheetRow) string {
	b := []byte{byte(l.s.Round.Stacks[x.Stack].Subject + 1), byte(x.Ballot.Void), 0}
	if x.Ballot.Doubtful {
		b[2] = 1
	}
	for _, m := range x.Ballot.Marks {
		b = append(b, byte(m))
	}
	return string(b)
}

func (l list) unkey(key string) SheetRow {
	subject := int(key[0]) - 1
	x := SheetRow{Ballot: meeting.Ballot{Void: int(key[1]), Doubtful: key[2] == 1}}
	x.Stack = slices.IndexFunc(l.s.Round.Stacks, func(st meeting.Stack) bool { return st.Subject == subject })
	for _, m := range []byte(key[3:]) {
		x.Ballot.Marks = append(x.Ballot.Marks, tally.Mark(m))
	}
	return x
}

// cells are the row of one sheet.
func (l list) cells(x SheetRow) []cell {
	out := make([]cell, 0, len(l.heads))
	if !l.secret {
		out = append(out, number(x.Bundle))
	}
	out = append(out, number(x.Number))
	st := l.s.Round.Stacks[x.Stack]
	if l.class >= 0 {
		out = append(out, word(centred, l.s.Plan.Rule.Classes[st.Class].Name))
	}
	if l.each() {
		p := l.s.Plan.Subjects[st.Subject]
		out = append(out, word(centred, p.ID), word(centred, p.Label()))
	}
	switch {
	case x.Ballot.Doubtful:
		out = append(out, word(centred, isDoubtful), word(centred, ""))
	case x.Ballot.Void > 0:
		out = append(out, word(centred, isVoid), word(centred, l.voidWord(x.Ballot.Void)))
	default:
		out = append(out, word(centred, isValid), word(centred, ""))
	}
	for len(out) < len(l.heads) {
		i, text := len(out)-l.marks, ""
		if i < len(x.Ballot.Marks) {
			text = l.word(x.Ballot.Marks[i])
		}
		out = append(out, word(centred, text))
	}
	return out
}
