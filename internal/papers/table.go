package papers

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"shuping/internal/tally"
)

// A table is rows of cells on their way into a CSV file.
type table [][]string

// CSV is the counts and grades, a row a subject. Its heads are Chinese; its
// sentences are in the language that the result was drawn up in.
func (d ResultDoc) CSV() []byte {
	t := table{d.heads()}
	for _, s := range d.Subjects {
		t = append(t, append(s.row(), d.beside(s)...))
	}
	return t.bytes()
}

// CustodyCSV is where every sheet went, an item a row.
func (d ResultDoc) CustodyCSV() []byte {
	c := d.Custody
	t := table{
		{"项目", "内容"},
		{"会议", harmless(d.Title)},
		{"单位", harmless(d.Unit)},
		{"轮次", strconv.Itoa(d.Round)},
		{"状态", d.stageName()},
		{"应到人数", strconv.Itoa(c.Expected)},
		{"实到人数", strconv.Itoa(c.Present)},
	}
	for _, h := range c.Classes {
		t = append(t, []string{"应到：" + h.Name, strconv.Itoa(h.Expected)},
			[]string{"实到：" + h.Name, strconv.Itoa(h.Present)})
	}
	t = append(t,
		[]string{"发出评议表", strconv.Itoa(c.Issued)},
		[]string{"收回评议表", strconv.Itoa(c.Collected)},
		[]string{"有效评议表", strconv.Itoa(c.Valid)},
		[]string{"废票", strconv.Itoa(c.Void)})
	for _, v := range c.Voids {
		t = append(t, []string{"废票：" + v.Title, strconv.Itoa(v.Count)})
	}
	for _, st := range c.Stacks {
		name := "：" + st.Name
		t = append(t, []string{"发出评议表" + name, strconv.Itoa(st.Issued)},
			[]string{"收回评议表" + name, strconv.Itoa(st.Collected)},
			[]string{"有效评议表" + name, strconv.Itoa(st.Valid)},
			[]string{"废票" + name, strconv.Itoa(st.Void)})
	}
	t = append(t,
		[]string{"票数闭合", yes(c.Closes)},
		[]string{"监票人", harmless(string(c.ClosedBy))},
		[]string{"末条记录序号", strconv.FormatUint(d.Head.Seq, 10)},
		[]string{"末条记录校验值", harmless(d.Head.Hash)})
	return append(t, d.more()...).bytes()
}

func (d ResultDoc) stageName() string {
	name := map[Stage]string{Counting: "计票中", Closed: "计票结束", Sealed: "已封存"}[d.State]
	if d.Voided {
		name = "本轮作废"
	}
	if d.Rehearsal {
		name = "演练，" + name
	}
	return name
}

// heads are the heads of the columns; the grades and the limit are the plan's.
func (d ResultDoc) heads() []string {
	out := []string{"编号", "职务", "姓名"}
	if len(d.Subjects) == 0 {
		return out
	}
	s := d.Subjects[0]
	for _, c := range s.Counts {
		out = append(out, harmless(c.Grade))
	}
	out = append(out, "弃权", "无效")
	if s.Aside != nil {
		out = append(out, harmless(s.Aside.Grade))
	}
	out = append(out, "计票基数", "基数票数")
	if n := s.Negative; n != nil {
		sum := harmless(strings.Join(n.Grades, "+"))
		share := "占比（%）"
		if n.Weighted {
			share = "加权占比（%）"
		}
		out = append(out, sum+"票数", sum+share, "触发票数否决（"+n.passes()+"）")
	}
	out = append(out, "测评建议等次", "否决等次", "综合评价等次", "确定理由", "测评依据")
	return append(out, d.headsBeside()...)
}

// passes is the comparison with the limit, "超过10%".
func (n Negative) passes() string {
	limit, err := tally.ParseFraction(n.Limit)
	short := n.Limit
	if err == nil {
		short = limit.Short()
	}
	if n.Compare == tally.AtLeast {
		return "达到" + short
	}
	return "超过" + short
}

func (s Subject) row() []string {
	out := []string{harmless(s.ID), harmless(s.Post), harmless(s.Name)}
	for _, c := range s.Counts {
		out = append(out, strconv.Itoa(c.Count))
	}
	out = append(out, strconv.Itoa(s.Blank), strconv.Itoa(s.Spoiled))
	if s.Aside != nil {
		out = append(out, strconv.Itoa(s.Aside.Count))
	}
	out = append(out, s.Base.Kind.Name(tally.Chinese), strconv.Itoa(s.Base.Count))
	if n := s.Negative; n != nil {
		out = append(out, strconv.Itoa(s.marksOf(n.Grades)), string(n.Percent), yes(n.Over))
	}
	grade, why := "", ""
	if s.Decided != nil {
		grade, why = s.Decided.Grade, s.Decided.Reason
	}
	return append(out, harmless(string(s.Suggested)), harmless(string(s.Forced)),
		harmless(grade), harmless(why), harmless(s.because()))
}

// marksOf is how many marks these grades have together, whoever gave them.
func (s Subject) marksOf(grades []string) int {
	n := 0
	for _, c := range s.Counts {
		if slices.Contains(grades, c.Grade) {
			n += c.Count
		}
	}
	return n
}

// because is all reasons of the verdict in one cell, each behind its clause.
func (s Subject) because() string {
	var out []string
	for _, r := range s.Reasons {
		if r.Clause != "" {
			r.Text = "方案" + r.Clause + "：" + r.Text
		}
		out = append(out, r.Text)
	}
	return strings.Join(out, "；")
}

func yes(b bool) string {
	if b {
		return "是"
	}
	return "否"
}

// bytes writes the table as a file.
func (t table) bytes() []byte {
	var b bytes.Buffer
	b.WriteString("\uFEFF")
	w := csv.NewWriter(&b)
	w.UseCRLF = true
	if err := w.WriteAll(t); err != nil { // a buffer takes everything
		panic(fmt.Errorf("the table as CSV: %w", err))
	}
	return b.Bytes()
}

// harmless is a cell of text that no spreadsheet takes for anything but text.
// Numbers of our own do not pass through it.
func harmless(cell string) string {
	if startsFormula(cell) || looksLikeFigure(cell) {
		return "'" + cell
	}
	return cell
}

func startsFormula(cell string) bool {
	if strings.HasPrefix(cell, "\t") || strings.HasPrefix(cell, "\r") || strings.HasPrefix(cell, "\n") {
		return true
	}
	for _, c := range strings.TrimLeftFunc(cell, unicode.IsSpace) {
		return strings.ContainsRune("=+-@＝＋－＠", c)
	}
	return false
}

// looksLikeFigure reports whether the cell is digits and what stands around
// digits in a day, a time, a fraction or a sum of money.
func looksLikeFigure(cell string) bool {
	digits := strings.ContainsFunc(cell, func(c rune) bool { return unicode.Is(unicode.Nd, c) })
	strange := strings.ContainsFunc(cell, func(c rune) bool {
		return !unicode.Is(unicode.Nd, c) && !unicode.IsSpace(c) && !strings.ContainsRune(figureSigns, c)
	})
	return digits && !strange
}

const figureSigns = "/.:-,%eE+()$¥￥／．：－，％（）年月日时分秒"
