package workbook

import (
	"fmt"
	"math/big"
	"strconv"
	"strings"

	"shuping/internal/result"
	"shuping/internal/tally"
	"shuping/internal/words"
)

const summaryName = "汇总表"

// subjectColumn is the column of 汇总表 with the names, before the counts.
const subjectColumn = 1

func (b *book) summarySheet() sheet {
	if b.d.Hidden {
		return b.silentSheet()
	}
	out := sheet{name: summaryName, frozen: subjectColumn + 1, widths: []float64{6, 20}}
	rule := b.s.Plan.Rule
	number, _ := b.numbered(0)
	out.heads = append([]string{number, "述职人"}, b.countHeads()...)
	out.heads = append(out.heads, "基数（"+words.BaseName(words.Chinese, rule.Base)+"）")
	for len(out.widths) < len(out.heads)-1 {
		out.widths = append(out.widths, 6)
	}
	out.widths = append(out.widths, 8)
	if rule.Veto.Given() {
		n := b.d.Subjects[0].Negative
		out.heads = append(out.heads, b.vetoHead()+"票数", b.vetoHead()+n.ShareHead(), n.OverHead())
		out.widths = append(out.widths, 8, 9, 9)
	}
	out.widths = append(out.widths, 8, 8, 8)
	if out.heads = append(out.heads, b.suggestionHead(), "否决等次", "综合评价等次"); b.former {
		out.heads = append(out.heads, "确定理由", "测评依据")
		out.widths = b.formerWidths(len(out.heads))
	}
	for i := range b.s.Plan.Subjects {
		out.rows = append(out.rows, b.summaryRow(i))
	}
	return out
}

// formerWidths are those of the columns in the first two formats of an export; the
// height of the heads follows from them.
func (b *book) formerWidths(columns int) []float64 {
	last := []float64{10}
	if b.s.Plan.Rule.Veto.Given() {
		last = append(last, 10, 10, 11)
	}
	last = append(last, 9, 9, 9, 22, 46)
	out := []float64{6, 22}
	for len(out)+len(last) < columns {
		out = append(out, 8)
	}
	return append(out, last...)
}

// silentSheet names the subjects and says why nothing else is shown.
func (b *book) silentSheet() sheet {
	out := sheet{name: summaryName, frozen: subjectColumn + 1, heads: []string{"编号", "述职人", "票数"}, widths: []float64{6, 22, 50}}
	for _, p := range b.s.Plan.Subjects {
		out.rows = append(out.rows, []cell{textCell(centred, p.ID), textCell(left, p.Label()), textCell(left, "已录评议表太少，暂不列出")})
	}
	return out
}

func (b *book) vetoHead() string { return strings.Join(b.d.Subjects[0].Negative.Grades, "+") }

// countHeads are the heads of the counts of one row: each grade, and what is none.
func (b *book) countHeads() []string {
	rule := b.s.Plan.Rule
	out := append([]string{}, rule.OnSheet()...)
	out = append(out, b.list.word(tally.Blank), b.list.word(tally.Spoiled))
	if rule.Aside != "" {
		out = append(out, rule.Aside)
	}
	return out
}

// counts are the cells under countHeads: the marks in the columns from to to of
// the list, on the sheets that have all of among; just the numbers, where not all
// of these sheets are on the list.
func (b *book) counts(i, from, to int, among []match, listed bool, c tally.Count) []cell {
	var out []cell
	one := func(m tally.Mark, n int) {
		if !listed {
			out = append(out, numberCell(n))
			return
		}
		out = append(out, formulaCell(b.list.count(append([]match{b.list.mark(i, from, to, m)}, among...)...), float64(n)))
	}
	for g := range b.s.Plan.Rule.Offered() {
		one(tally.Mark(g+1), c.Of(g+1))
	}
	one(tally.Blank, c.Blank)
	one(tally.Spoiled, c.Spoiled)
	if b.s.Plan.Rule.Aside != "" {
		one(tally.Aside, c.Aside)
	}
	return out
}

func (b *book) summaryRow(i int) []cell {
	rule, d, v := b.s.Plan.Rule, b.d.Subjects[i], b.s.Verdict(i)
	p := b.s.Plan.Subjects[i]
	_, number := b.numbered(i)
	out := []cell{number, textCell(left, p.Label())}
	from, to := decidingColumns(rule)
	out = append(out, b.counts(i, from, to, b.list.whose(i), b.list.hasAllOf(i), b.s.Round.Counts[i])...)
	at := line{firstRow + i, subjectColumn + 1, rule}
	out = append(out, b.baseCell(i, at, v))
	if rule.Veto.Given() {
		out = append(out, b.vetoCells(i, at, len(out)-1, v)...)
	}
	decided, why := "", ""
	if d.Decided != nil {
		decided, why = d.Decided.Grade, d.Decided.Reason
	}
	if b.former {
		return append(out, textCell(centred, string(d.Suggested)), textCell(centred, string(d.Forced)),
			textCell(centred, decided), textCell(left, why), textCell(left, d.Because()))
	}
	if d.Exempt != "" {
		decided = "不评定"
	}
	return append(out, textCell(centred, string(*d.ByVotes)), textCell(centred, string(d.Forced)), textCell(centred, decided))
}

// suggestionHead is the head over what the votes suggest.
func (b *book) suggestionHead() string {
	if b.former {
		return "测评建议等次"
	}
	return "测评参考等次"
}

// groundsName is the sheet on which the reasons stand, which are long.
const groundsName = "等次依据"

func (b *book) groundsSheet() sheet {
	out := sheet{name: groundsName, frozen: subjectColumn + 1, heads: []string{"序号", "述职人", "确定理由", "测评依据"}, widths: []float64{6, 20, 30, 70}}
	for i, d := range b.d.Subjects {
		why := d.Exempt
		if d.Decided != nil {
			why = d.Decided.Reason
		}
		out.rows = append(out.rows, []cell{numberCell(i + 1), textCell(left, b.s.Plan.Subjects[i].Label()), textCell(left, why), textCell(left, strings.ReplaceAll(d.Because(), "测评建议等次", b.suggestionHead()))})
	}
	return out
}

// numbered is the head over the numbers of subjects and the number of one: earlier
// books have the plan's.
func (b *book) numbered(i int) (head string, number cell) {
	if b.former {
		return "编号", textCell(centred, b.s.Plan.Subjects[i].ID)
	}
	return "序号", numberCell(i + 1)
}

// decidingColumns are the first and the last of the columns from which a verdict is
// made: the overall mark, an item, or all items.
func decidingColumns(r tally.Rule) (from, to int) {
	switch r.Deciding {
	case "":
		return 0, 0
	case tally.Mean:
		return 1, len(r.Items)
	}
	for i, item := range r.Items {
		if item.ID == r.Deciding {
			return i + 1, i + 1
		}
	}
	return 0, 0
}

// A line is a row of counts under a rule: its grades begin at the column first;
// blank, spoiled and 不了解 follow.
type line struct {
	row, first int
	rule       tally.Rule
}

func (l line) cell(column int) string { return fmt.Sprintf("%s%d", columnLetters(column), l.row) }
func (l line) mark(g int) string      { return l.cell(l.first + l.rule.Box(tally.Mark(g)) - 1) }
func (l line) aside() string          { return l.cell(l.first + l.rule.Boxes() + 2) }
func (l line) marks() string {
	return "SUM(" + l.mark(l.rule.Unmarked+1) + ":" + l.mark(len(l.rule.Scale)) + ")"
}

// veto is the sum of the marks of grades.
func (l line) veto(grades []int) string {
	var out []string
	for _, g := range grades {
		out = append(out, l.mark(g))
	}
	return strings.Join(out, "+")
}

// size is the formula of a base over the counts of a line; turnout says where the
// other numbers stand.
func (l line) size(base tally.Base, aside bool, turnout func(tally.Base) string) string {
	if base == tally.ValidMarks {
		return l.marks()
	}
	out := turnout(base)
	if base == tally.ValidSheets && aside {
		out += "-" + l.aside()
	}
	return out
}

// turnout is where a number of the turnout behind the subject at index i stands.
func (b *book) turnout(i int) func(tally.Base) string {
	return func(base tally.Base) string {
		if _, again := b.s.RevoteOf(i); !b.list.each() && !again || base == tally.Present || base == tally.Expected {
			return b.place(base, -1)
		}
		if base == tally.ValidSheets && b.list.hasAllOf(i) {
			return b.list.count(append([]match{b.list.validity(isValid)}, b.list.whose(i)...)...)
		}
		if base == tally.ValidSheets {
			return strconv.Itoa(b.s.TurnoutOf(i).Valid)
		}
		var sum []string
		for n, st := range b.s.Round.Stacks {
			if st.Of(i) {
				sum = append(sum, b.place(base, n))
			}
		}
		return strings.Join(sum, "+")
	}
}

func (b *book) baseCell(i int, at line, v tally.Verdict) cell {
	rule := b.s.Plan.Rule
	if parts := b.weighed(i); parts != nil {
		var sum []string
		for _, p := range parts {
			sum = append(sum, p.base)
		}
		return formulaCell(strings.Join(sum, "+"), float64(v.Size))
	}
	if len(b.s.Poll(i).Parts) > 1 { // the parts are not told apart
		return numberCell(v.Size)
	}
	return formulaCell(at.size(rule.Base, rule.Aside != "", b.turnout(i)), float64(v.Size))
}

// vetoCells are the marks of the veto grades, their share, and whether the veto
// holds; base is the column of the base.
func (b *book) vetoCells(i int, at line, base int, v tally.Verdict) []cell {
	rule, d := b.s.Plan.Rule, b.d.Subjects[i]
	marks := d.MarksOf(d.Negative.Grades)
	out := []cell{formulaCell(at.veto(rule.Veto.Grades), float64(marks))}
	over := textFormulaCell("", result.YesNo(v.Over))
	size := at.cell(base)
	switch parts := b.weighed(i); {
	case parts != nil:
		out = append(out, parts.shareOf(rule.Veto.Grades))
		if f, ok := b.holds(i, at, parts); ok {
			over.formula = f
		}
	case len(b.s.Poll(i).Parts) > 1:
		share := textCell(percent, "")
		if n := d.Negative; n.Percent != "" {
			f, _ := big.NewRat(n.Numerator, n.Denominator).Float64()
			share = cell{look: percent, kind: numeric, number: f}
		}
		out = append(out, share)
	default:
		share := cell{look: percent, kind: textual, formula: fmt.Sprintf(`IF(%s>0,%s/%[1]s,"")`, size, at.cell(base+1))}
		if v.Size > 0 {
			share.kind, share.number = numeric, float64(marks)/float64(v.Size)
		}
		out = append(out, share)
		over.formula = b.answer(i, at, size+">0", func(grades []int) string {
			return fmt.Sprintf("(%s)*%d%s%s*%d", at.veto(grades), rule.Veto.Limit.Den, comparisonSign(rule.Veto.Compare), size, rule.Veto.Limit.Num)
		})
	}
	return append(out, over)
}

// answer is 是 where the veto holds: under the condition, with a quorum, and each
// comparison that its reading asks for.
func (b *book) answer(i int, at line, condition string, compare func(grades []int) string) string {
	veto := b.s.Plan.Rule.Veto
	all := []string{condition}
	if q := b.s.Plan.Rule.Quorum; q.Given() {
		of, over := at.size(q.Of, false, b.turnout(i)), at.size(q.Over, false, b.turnout(i))
		if len(q.Classes) > 0 { // heads by class stand in no cell
			heads := b.s.Poll(i).Groups
			of, over = fmt.Sprint(heads.Present), fmt.Sprint(heads.Expected)
		}
		all = append(all, over+">0", fmt.Sprintf("(%s)*%d%s(%s)*%d", of, q.Share.Den, comparisonSign(q.Compare), over, q.Share.Num))
	}
	var own []string
	for _, g := range veto.Grades {
		own = append(own, compare([]int{g}))
	}
	switch veto.Reading {
	case tally.Each:
		all = append(all, own...)
	case tally.Any:
		all = append(all, "OR("+strings.Join(own, ",")+")")
	default:
		all = append(all, compare(veto.Grades))
	}
	return fmt.Sprintf("IF(AND(%s),%s,%s)", strings.Join(all, ","), quotedText(result.YesNo(true)), quotedText(result.YesNo(false)))
}

func comparisonSign(c tally.Comparison) string {
	if c == tally.AtLeast {
		return ">="
	}
	return ">"
}
