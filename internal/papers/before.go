package papers

import (
	"slices"
	"strconv"
)

// was reports whether anybody saw the version: the one that the count was closed
// with, and each that was sealed.
func (e EarlierFigures) was() bool { return e.Version == 1 || e.Sealed }

// headsBefore are the heads of the figures of earlier versions.
func (d ResultDoc) headsBefore() []string {
	var out []string
	for _, e := range d.Subjects[0].Earlier {
		if !e.was() {
			continue
		}
		name := "第" + strconv.Itoa(e.Version) + "版："
		if e.Sealed {
			name = "第" + strconv.Itoa(e.Version) + "版（已封存）："
		}
		for _, c := range e.Counts {
			out = append(out, name+c.Grade)
		}
		for _, head := range []string{"弃权", "无效", "基数票数", "测评建议等次", "否决等次", "综合评价等次"} {
			out = append(out, name+head)
		}
	}
	return out
}

// before are the cells of one subject in these columns.
func (s Subject) before() []string {
	var out []string
	for _, e := range s.Earlier {
		if !e.was() {
			continue
		}
		for _, c := range e.Counts {
			out = append(out, strconv.Itoa(c.Count))
		}
		grade := ""
		if e.Decided != nil {
			grade = e.Decided.Grade
		}
		out = slices.Concat(out, []string{
			strconv.Itoa(e.Blank), strconv.Itoa(e.Spoiled), strconv.Itoa(e.Base.Count),
			harmless(string(e.Suggested)), harmless(string(e.Forced)), harmless(grade),
		})
	}
	return out
}
