package workbook

import (
	"fmt"
	"math/big"
	"strconv"
	"strings"

	"shuping/internal/tally"
)

const groupName = "分组汇总"

// A group is the marks of one column of one subject's row on the sheets of one
// stack; on those of all his stacks, where classes are not told apart.
type group struct {
	subject, stack, column int // stack -1 for all
	part                   tally.Part
}

func (b *book) newGroups() []group {
	var out []group
	for i, d := range b.d.Subjects {
		if len(d.Parts) == 0 {
			continue
		}
		for c := range b.s.Plan.Rule.Columns() {
			all := group{subject: i, stack: -1, column: c}
			for n, st := range b.s.Round.Stacks {
				if !st.Of(i) {
					continue
				}
				p := b.s.Part(i, n, c)
				all.part.Count = all.part.Count.Plus(p.Count)
				if !b.list.secret {
					out = append(out, group{i, n, c, p})
				}
			}
			if b.list.secret && b.s.Plan.Rule.Columns() > 1 {
				out = append(out, all)
			}
		}
	}
	return out
}

// groupFirst is the column of 分组汇总 at which the counts begin.
const groupFirst = 4

func (b *book) groupSheet() sheet {
	out := sheet{name: groupName, frozen: groupFirst, widths: []float64{8, 26, 16, 16}}
	number, _ := b.numbered(0)
	out.heads = append([]string{number, "述职人", "类别", "项目"}, b.countHeads()...)
	out.heads = append(out.heads, "权重", "基数票数")
	if b.s.Plan.Rule.Veto.Given() {
		out.heads = append(out.heads, b.vetoHead()+"票数")
	}
	for len(out.widths) < len(out.heads) {
		out.widths = append(out.widths, 9)
	}
	for n, g := range b.groups {
		out.rows = append(out.rows, b.groupRow(n, g))
	}
	return out
}

func (b *book) groupRow(n int, g group) []cell {
	rule, p := b.s.Plan.Rule, b.s.Plan.Subjects[g.subject]
	class, item, among, listed := "", "", b.list.whose(g.subject), b.list.hasAllOf(g.subject)
	if g.stack >= 0 {
		among, listed = b.list.of(g.stack), b.list.has(g.stack)
		if at := b.s.Round.Stacks[g.stack].Class; at >= 0 {
			class = rule.Classes[at].Name
		}
	}
	if len(rule.Items) > 0 {
		item = strings.TrimPrefix(b.list.columnName(g.column), "：")
	}
	_, number := b.numbered(g.subject)
	out := []cell{number, textCell(left, p.Label()), textCell(centred, class), textCell(centred, item)}
	out = append(out, b.counts(g.subject, g.column, g.column, among, listed, g.part.Count)...)
	at := line{firstRow + n, groupFirst, rule}
	if g.part.Weight.Given() {
		size := at.size(rule.Base, rule.Aside != "", func(base tally.Base) string {
			switch {
			case base == tally.ValidSheets && !listed:
				return strconv.Itoa(g.part.Turnout.Valid)
			case base == tally.ValidSheets:
				return b.list.count(append([]match{b.list.validity(isValid)}, among...)...)
			}
			return b.place(base, g.stack)
		})
		out = append(out, textCell(centred, g.part.Weight.String()),
			formulaCell(size, float64(g.part.Turnout.Size(rule.Base, g.part.Count))))
	} else {
		out = append(out, textCell(centred, ""), textCell(centred, ""))
	}
	if rule.Veto.Given() {
		marks := 0
		for _, grade := range rule.Veto.Grades {
			marks += g.part.Count.Of(grade)
		}
		out = append(out, formulaCell(at.veto(rule.Veto.Grades), float64(marks)))
	}
	return out
}

// A weighedPart is a group that the verdict is made of, by its cells.
type weighedPart struct {
	group
	line   line
	weight int64 // over a denominator that all of a subject's parts have
	base   string
	size   int
}

type weighedParts []weighedPart

// weighed are the parts that the verdict on the subject at index i is made of;
// nil where it is made of one, and where parts are not told apart.
func (b *book) weighed(i int) weighedParts {
	if b.list.secret || len(b.s.Poll(i).Parts) < 2 {
		return nil
	}
	rule := b.s.Plan.Rule
	var out weighedParts
	for n, g := range b.groups {
		if g.subject != i || !g.part.Weight.Given() || g.part.Weight.Num == 0 {
			continue
		}
		at := line{firstRow + n, groupFirst, rule}
		base := groupFirst + len(b.countHeads()) + 1
		out = append(out, weighedPart{
			group: g, line: at, base: fmt.Sprintf("%s!%s", groupName, at.cell(base)),
			size: g.part.Turnout.Size(rule.Base, g.part.Count),
		})
	}
	return out.overOne()
}

// overOne gives the weights one denominator.
func (p weighedParts) overOne() weighedParts {
	all := big.NewInt(1)
	for _, x := range p {
		d := big.NewInt(x.part.Weight.Den)
		all.Div(new(big.Int).Mul(all, d), new(big.Int).GCD(nil, nil, all, d))
	}
	for i, x := range p {
		w := new(big.Int).Div(all, big.NewInt(x.part.Weight.Den))
		p[i].weight = w.Mul(w, big.NewInt(x.part.Weight.Num)).Int64()
	}
	return p
}

func (x weighedPart) veto(grades []int) string {
	var out []string
	for _, g := range grades {
		out = append(out, groupName+"!"+x.line.mark(g))
	}
	return "(" + strings.Join(out, "+") + ")"
}

func (x weighedPart) marks(grades []int) int64 {
	n := 0
	for _, g := range grades {
		n += x.part.Count.Of(g)
	}
	return int64(n)
}

// shareOf is the cell of the weighted share of grades. A part without a base
// weighs nothing, and the others weigh as if it were not there.
func (p weighedParts) shareOf(grades []int) cell {
	var above, below []string
	sum, weights := new(big.Rat), new(big.Rat)
	for _, x := range p {
		above = append(above, fmt.Sprintf("IF(%s>0,%d*%s/MAX(1,%[1]s),0)", x.base, x.weight, x.veto(grades)))
		below = append(below, fmt.Sprintf("IF(%s>0,%d,0)", x.base, x.weight))
		if x.size > 0 {
			w := big.NewRat(x.weight, 1)
			weights.Add(weights, w)
			sum.Add(sum, new(big.Rat).Mul(w, big.NewRat(x.marks(grades), int64(x.size))))
		}
	}
	total := strings.Join(below, "+")
	out := cell{look: percent, kind: textual}
	out.formula = fmt.Sprintf(`IF(%s>0,(%s)/(%[1]s),"")`, total, strings.Join(above, "+"))
	if weights.Sign() > 0 {
		out.kind = numeric
		out.number, _ = sum.Quo(sum, weights).Float64()
	}
	return out
}

// holds is the formula that answers whether the veto holds, in whole numbers:
// each part's marks, times its weight and the bases of the others. False where
// these numbers are longer than a spreadsheet can keep exactly.
func (b *book) holds(i int, at line, parts weighedParts) (string, bool) {
	rule := b.s.Plan.Rule
	if !parts.exact(rule.Veto.Limit) {
		return "", false
	}
	var all, weights, bases, some []string
	for _, x := range parts {
		all = append(all, x.base+">0")
		some = append(some, "MIN(1,"+x.base+")")
		weights = append(weights, fmt.Sprintf("%d*MIN(1,%s)", x.weight, x.base))
		bases = append(bases, "MAX(1,"+x.base+")")
	}
	condition := "(" + strings.Join(some, "+") + ")>0"
	if rule.Empty == tally.Refuse {
		condition = strings.Join(all, ",")
	}
	return b.answer(i, at, condition, func(grades []int) string {
		var sum []string
		for n, x := range parts {
			term := []string{weights[n], x.veto(grades)}
			for m := range parts {
				if m != n {
					term = append(term, bases[m])
				}
			}
			sum = append(sum, strings.Join(term, "*"))
		}
		return fmt.Sprintf("(%s)*%d%s(%s)*%s*%d", strings.Join(sum, "+"), rule.Veto.Limit.Den, comparisonSign(rule.Veto.Compare),
			strings.Join(weights, "+"), strings.Join(bases, "*"), rule.Veto.Limit.Num)
	}), true
}

// exact reports whether every product of the comparison is a whole number that
// a spreadsheet keeps exactly.
func (p weighedParts) exact(limit tally.Fraction) bool {
	most := new(big.Int)
	for _, x := range p {
		most.Add(most, big.NewInt(x.weight))
	}
	for _, x := range p {
		most.Mul(most, big.NewInt(int64(max(1, x.size, x.part.Count.Rows()))))
	}
	most.Mul(most, big.NewInt(max(limit.Num, limit.Den)))
	return most.Cmp(big.NewInt(1<<53)) <= 0
}
