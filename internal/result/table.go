package result

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"strconv"
	"strings"

	"shuping/internal/tally"
)

// A Table is rows of cells on their way into a CSV file.
type Table [][]string

// CSV is the counts and grades, a row a subject. Its heads are Chinese; its
// sentences are in the language that the result was drawn up in.
func (d Result) CSV() []byte {
	t := Table{d.heads()}
	for _, s := range d.Subjects {
		t = append(t, append(s.row(), d.beside(s)...))
	}
	return t.Bytes()
}

// heads are the heads of the columns; the grades and the limit are the plan's.
func (d Result) heads() []string {
	out := []string{"编号", "职务", "姓名"}
	if len(d.Subjects) == 0 {
		return out
	}
	s := d.Subjects[0]
	for _, c := range s.Counts {
		out = append(out, TextCell(c.Grade))
	}
	out = append(out, "弃权", "无效")
	if s.Aside != nil {
		out = append(out, TextCell(s.Aside.Grade))
	}
	out = append(out, "计票基数", "基数票数")
	if n := s.Negative; n != nil {
		sum := TextCell(strings.Join(n.Grades, "+"))
		share := "占比（%）"
		if n.Weighted {
			share = "加权占比（%）"
		}
		out = append(out, sum+"票数", sum+share, "触发票数否决（"+n.Passes()+"）")
	}
	out = append(out, "测评建议等次", "否决等次", "综合评价等次", "确定理由", "测评依据")
	return append(out, d.headsBeside()...)
}

func (s Subject) row() []string {
	out := []string{TextCell(s.ID), TextCell(s.Post), TextCell(s.Name)}
	for _, c := range s.Counts {
		out = append(out, strconv.Itoa(c.Count))
	}
	out = append(out, strconv.Itoa(s.Blank), strconv.Itoa(s.Spoiled))
	if s.Aside != nil {
		out = append(out, strconv.Itoa(s.Aside.Count))
	}
	out = append(out, s.Base.Kind.Name(tally.Chinese), strconv.Itoa(s.Base.Count))
	if n := s.Negative; n != nil {
		out = append(out, strconv.Itoa(s.MarksOf(n.Grades)), string(n.Percent), YesNo(n.Over))
	}
	grade, why := "", ""
	if s.Decided != nil {
		grade, why = s.Decided.Grade, s.Decided.Reason
	}
	return append(out, TextCell(string(s.Suggested)), TextCell(string(s.Forced)),
		TextCell(grade), TextCell(why), TextCell(s.Because()))
}

// Bytes writes the table as a file.
func (t Table) Bytes() []byte {
	var b bytes.Buffer
	b.WriteString("\uFEFF")
	w := csv.NewWriter(&b)
	w.UseCRLF = true
	if err := w.WriteAll(t); err != nil { // a buffer takes everything
		panic(fmt.Errorf("the table as CSV: %w", err))
	}
	return b.Bytes()
}
