package workbook

import (
	"fmt"
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
	secret bool   // classes are not told apart
	loose  bool   // sheets stand in the order of what they say, in no bundle
	laid   func() // is told of each sheet, nil for nobody
	wording

	// Columns by their index, -1 where there is none.
	class, subject, vote, valid, reason, marks int
}

// isValid is a word of the list in whatever form.
const isValid = "有效"

// A wording is the other words of the list beside those of the plan.
type wording struct {
	bundle, void, doubtful, reason, spoiled string
	least                                   float64 // how wide a column is at least
}

// Words of the book, and of what has a form that others know: the table of the sheets,
// and books of the first two formats of an export.
var (
	bookWords  = wording{"组", "无效票", "待认定", "无效原因", "该项无效", 8.5}
	tableWords = wording{"束", "作废", "存疑", "作废原因", "无效", 8}
)

func newList(s meeting.State, laid func(), words wording) (list, error) {
	l := list{s: s, wording: words, rows: s.Round.Read(), secret: hidesClass(s), laid: laid, loose: hidesClass(s) || s.Plan.Sheets.Shuffled, class: -1, subject: -1, vote: -1}
	for _, st := range s.Round.Stacks {
		if st.ByPiles() {
			l.rows -= st.Valid + st.Void
		}
	}
	if !s.Shows() {
		l.rows = 0
	}
	if l.rows > maxRows {
		return list{}, fmt.Errorf("the workbook has room for %d sheets, and %d were read", maxRows, l.rows)
	}
	if l.loose {
		l.heads = []string{"序号"}
	} else {
		l.heads = []string{l.bundle, "张"}
	}
	if len(s.Plan.Rule.Classes) > 1 && !l.secret {
		l.class = l.add("类别")
	}
	if l.each() {
		l.subject = l.add("编号")
		l.add("述职人")
	}
	if len(s.Round.Revotes) > 0 {
		l.vote = l.add("轮次")
	}
	l.valid, l.reason = l.add("效力"), l.add(l.wording.reason)
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

// has reports whether the list has every sheet of the stack at index n, of all
// stacks of the vote on all for -1.
func (l list) has(n int) bool {
	for i, st := range l.s.Round.Stacks {
		if (n < 0 && st.Vote == 0 || n == i) && st.ByPiles() {
			return false
		}
	}
	return l.s.Shows()
}

// hasAllOf reports whether the list has every sheet on the subject at index i.
func (l list) hasAllOf(i int) bool {
	for n, st := range l.s.Round.Stacks {
		if st.Of(i) && !l.has(n) {
			return false
		}
	}
	return true
}

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
		return distinctName("弃权", scale)
	case tally.Spoiled:
		return distinctName(l.spoiled, scale)
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

// distinctName is name, told apart from a grade that is called so.
func distinctName(name string, scale tally.Scale) string {
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
		return "COUNTIF(" + l.place(matches[0]) + "," + quotedText(matches[0].word) + ")"
	}
	var exact []string
	for _, m := range matches {
		exact = append(exact, "EXACT("+l.place(m)+","+quotedText(m.word)+")")
	}
	if len(exact) == 1 {
		return "SUMPRODUCT(--" + exact[0] + ")"
	}
	return "SUMPRODUCT(" + strings.Join(exact, "*") + ")"
}

func (l list) place(m match) string {
	return fmt.Sprintf("%s!$%s$%d:$%s$%d", listName, columnLetters(m.from), firstRow, columnLetters(m.to), l.last())
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

// whose are the matches that find the sheets on the subject at index i that count.
func (l list) whose(i int) []match {
	var out []match
	if l.each() {
		out = append(out, match{l.subject, l.subject, l.s.Plan.Subjects[i].ID})
	}
	v, _ := l.s.RevoteOf(i)
	return append(out, l.inVote(v.Number)...)
}

// inVote are the matches that find the sheets of the new vote with that number, 0 for
// the vote on all.
func (l list) inVote(number int) []match {
	if l.vote < 0 {
		return nil
	}
	return []match{{l.vote, l.vote, l.voteWord(number)}}
}

func (l list) voteWord(number int) string {
	return fmt.Sprintf("第%d轮", max(number, l.s.Round.Number))
}

// of are the matches that find the sheets of the stack at index n.
func (l list) of(n int) []match {
	st := l.s.Round.Stacks[n]
	var out []match
	if l.class >= 0 {
		out = append(out, match{l.class, l.class, l.s.Plan.Rule.Classes[st.Class].Name})
	}
	if st.Subject >= 0 {
		out = append(out, match{l.subject, l.subject, l.s.Plan.Subjects[st.Subject].ID})
	}
	return append(out, l.inVote(st.Vote)...)
}

// sheet lays the list out.
func (l list) sheet() sheet {
	return sheet{
		name: listName, heads: l.heads, widths: l.widths(), frozen: l.marks, last: l.last(),
		stream: l.write,
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
		need[i] = append([]string{l.word(tally.Blank), l.word(tally.Aside)}, l.s.Plan.Rule.OnSheet()...)
	}
	out := make([]float64, len(l.heads))
	for i, texts := range need {
		out[i] = l.least
		for _, text := range texts {
			out[i] = max(out[i], textWidth(text)+2)
		}
	}
	return out
}
