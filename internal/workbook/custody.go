package workbook

import (
	"fmt"

	"shuping/internal/result"
	"shuping/internal/tally"
	"shuping/internal/words"
)

// custodyName is the name of the sheet that tells where every sheet of paper went.
func (b *book) custodyName() string { return b.named("票数闭合", "收发核对") }

// named is what earlier books call something, or what this one does.
func (b *book) named(before, now string) string {
	if b.former {
		return before
	}
	return now
}

// place is the cell in which a number of the turnout stands: of the stack at
// index n, of all for -1.
func (b *book) place(base tally.Base, n int) string { return b.places[placeKey(base, n)] }

func placeKey(base tally.Base, n int) string { return fmt.Sprintf("%s %d", base, n) }

// custodySheet lays out where every sheet went, and notes where each number
// stands.
func (b *book) custodySheet() sheet {
	out := sheet{name: b.custodyName(), heads: []string{"项目", "内容", "核对"}, widths: []float64{36, 30, 14}}
	c := b.d.Custody
	add := func(name string, content cell, keys ...string) {
		for _, k := range keys {
			b.places[k] = fmt.Sprintf("%s!$B$%d", b.custodyName(), firstRow+len(out.rows))
		}
		out.rows = append(out.rows, []cell{textCell(left, name), content, textCell(centred, "")})
	}
	check := func(n int, closes bool) {
		f := fmt.Sprintf("IF(AND(%s+%s=%s,%[3]s<=%s),%s,%s)", b.place(tally.ValidSheets, n), b.place(voidBase, n),
			b.place(tally.Collected, n), b.place(tally.Issued, n), quotedText(result.YesNo(true)), quotedText(result.YesNo(false)))
		out.rows[len(out.rows)-1][2] = textFormulaCell(f, result.YesNo(closes))
	}
	b.addHeads(add)
	add("发出评议表", numberCell(c.Issued), placeKey(tally.Issued, -1))
	add("收回评议表", numberCell(c.Collected), placeKey(tally.Collected, -1))
	add(b.named("有效评议表", "有效票"), b.listed(-1, c.Valid, b.list.validity(isValid)), placeKey(tally.ValidSheets, -1))
	for _, v := range c.Voids {
		title := b.list.voidWord(v.Digit)
		add(b.named("作废", "无效票")+"："+title, b.listed(-1, v.Count, match{b.list.reason, b.list.reason, title}))
	}
	add(b.named("作废评议表", "无效票"), b.listed(-1, c.Void, b.list.validity(b.list.void)), placeKey(voidBase, -1))
	check(-1, c.Valid+c.Void == c.Collected && c.Collected <= c.Issued)
	b.addStacks(add, check)
	add(b.named("每行票数合计等于有效评议表", "每行票数合计等于有效票"), textFormulaCell(b.rowsFilled(), result.YesNo(result.RowsFit(b.s))))
	closes := fmt.Sprintf(`IF(AND(COUNTIF($C$%d:$C$%d,%s)=0,B%[2]d=%[4]s),%[4]s,%[3]s)`,
		firstRow, firstRow+len(out.rows)-1, quotedText(result.YesNo(false)), quotedText(result.YesNo(true)))
	if b.list.secret {
		closes = "" // what the stacks come to is not told
	}
	add(b.named("票数闭合", "票数相符"), textFormulaCell(closes, result.YesNo(c.Closes)))
	add("发出多于实到的原因", textCell(left, b.s.Round.IssuedFor))
	add(b.named("本轮作废的原因", "测评无效的原因"), textCell(left, b.s.Round.VoidedFor))
	add("监票人", textCell(left, string(c.ClosedBy)))
	return out
}

// voidBase names the void sheets among the numbers of a turnout.
const voidBase tally.Base = "void"

// rowsFilled is the formula that asks whether every valid sheet has a mark in
// each of its rows, and no other sheet has one.
func (b *book) rowsFilled() string {
	sum := fmt.Sprintf("%s*%d", b.place(tally.ValidSheets, -1), b.s.Plan.Rows())
	for n, st := range b.s.Round.Stacks {
		if st.ByPiles() {
			return ""
		}
		if st.Vote > 0 {
			sum += fmt.Sprintf("+%s*%d", b.list.count(append([]match{b.list.validity(isValid)}, b.list.of(n)...)...), len(st.Tallies))
		}
	}
	if !b.s.Shows() {
		return ""
	}
	marks := b.list.place(match{from: b.list.marks, to: len(b.list.heads) - 1})
	return fmt.Sprintf("IF(COUNTA(%s)=%s,%s,%s)", marks, sum, quotedText(result.YesNo(true)), quotedText(result.YesNo(false)))
}

// listed is a number of sheets of the stack at index n, -1 for all: counted on the
// list where all of them are on it.
func (b *book) listed(n, sheets int, what match) cell {
	if !b.list.has(n) {
		return numberCell(sheets)
	}
	among := append([]match{what}, b.list.inVote(0)...)
	if n >= 0 {
		among = append([]match{what}, b.list.of(n)...)
	}
	return formulaCell(b.list.count(among...), float64(sheets))
}

type adder func(name string, content cell, keys ...string)

func (b *book) addHeads(add adder) {
	c := b.d.Custody
	keys := func(base tally.Base, class int) []string {
		var out []string
		for n, st := range b.s.Round.Stacks {
			if st.Class == class {
				out = append(out, placeKey(base, n))
			}
		}
		return out
	}
	add("应到人数", numberCell(c.Expected), append(keys(tally.Expected, -1), placeKey(tally.Expected, -1))...)
	add("实到人数", numberCell(c.Present), append(keys(tally.Present, -1), placeKey(tally.Present, -1))...)
	weigh := b.s.Plan.Rule.Classes
	for _, v := range b.s.Plan.Voters {
		h, counted, class := result.HeadCount{}, false, -2
		for _, x := range c.Classes {
			if x.ID == v.ID {
				h, counted = x, true
			}
		}
		for i, x := range weigh {
			if x.ID == v.ID {
				class = i
			}
		}
		if counted || class >= 0 {
			add("应到："+v.Name, numberCell(h.Expected), keys(tally.Expected, class)...)
			add("实到："+v.Name, numberCell(h.Present), keys(tally.Present, class)...)
		}
	}
}

// addStacks lays out each stack where there are several. Where classes are not
// told apart, it leaves out what their sheets say.
func (b *book) addStacks(add adder, check func(n int, closes bool)) {
	for n, st := range b.s.Round.Stacks {
		name := "：" + words.StackName(words.Chinese, b.s.StackName(n))
		if name == "：" {
			b.places[placeKey(tally.Issued, n)] = b.place(tally.Issued, -1)
			b.places[placeKey(tally.Collected, n)] = b.place(tally.Collected, -1)
			continue
		}
		add("发出评议表"+name, numberCell(st.Issued), placeKey(tally.Issued, n))
		add("收回评议表"+name, numberCell(st.Collected), placeKey(tally.Collected, n))
		if b.list.secret {
			continue
		}
		add(b.named("有效评议表", "有效票")+name, b.listed(n, st.Valid, b.list.validity(isValid)), placeKey(tally.ValidSheets, n))
		add(b.named("作废评议表", "无效票")+name, b.listed(n, st.Void, b.list.validity(b.list.void)), placeKey(voidBase, n))
		check(n, st.Valid+st.Void == st.Collected && st.Collected <= st.Issued)
	}
}
