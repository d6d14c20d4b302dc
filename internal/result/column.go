package result

import (
	"slices"
	"strconv"
	"strings"

	"shuping/internal/words"
)

// A column of the table of counts is its head and what stands under it of a subject.
type column struct {
	head string
	cell func(Subject) string
}

func textColumn(head string, of func(Subject) string) column {
	return column{head, func(s Subject) string { return TextCell(of(s)) }}
}

func countColumn(head string, of func(Subject) int) column {
	return column{head, func(s Subject) string { return strconv.Itoa(of(s)) }}
}

// columns are those of the table of counts. Every table has the first ones; one for
// something that only some plans have stands there only where some subject has it.
func (r Result) columns() []column {
	out := []column{
		textColumn("编号", func(s Subject) string { return s.ID }),
		textColumn("职务", func(s Subject) string { return s.Post }),
		textColumn("姓名", func(s Subject) string { return s.Name }),
	}
	if len(r.Subjects) == 0 {
		return out
	}
	out = append(out, r.countColumns()...)
	out = append(out,
		textColumn("测评建议等次", func(s Subject) string { return string(s.Suggested) }),
		textColumn("否决等次", func(s Subject) string { return string(s.Forced) }),
		textColumn("综合评价等次", func(s Subject) string { return valueOf(s.Decided).Grade }),
		textColumn("确定理由", func(s Subject) string { return valueOf(s.Decided).Reason }),
		textColumn("测评依据", Subject.Because))
	return slices.Concat(out, r.partColumns(), r.sourceColumns(), r.earlierColumns())
}

// countColumns are the marks of every kind, the base, and what the veto compares.
func (r Result) countColumns() []column {
	var out []column
	first := r.Subjects[0]
	for g, c := range first.Counts {
		out = append(out, countColumn(TextCell(c.Grade), func(s Subject) int { return s.Counts[g].Count }))
	}
	out = append(out,
		countColumn("弃权", func(s Subject) int { return s.Blank }),
		countColumn("无效", func(s Subject) int { return s.Spoiled }))
	if first.Aside != nil {
		out = append(out, countColumn(TextCell(first.Aside.Grade), func(s Subject) int { return s.Aside.Count }))
	}
	out = append(out,
		textColumn("计票基数", func(s Subject) string { return words.BaseName(words.Chinese, s.Base.Kind) }),
		countColumn("基数票数", func(s Subject) int { return s.Base.Count }))
	if n := first.Negative; n != nil {
		sum := TextCell(strings.Join(n.Grades, "+"))
		out = append(out,
			countColumn(sum+"票数", func(s Subject) int { return s.MarksOf(n.Grades) }),
			column{sum + n.ShareHead() + "（%）", func(s Subject) string { return string(s.Negative.Percent) }},
			column{n.OverHead(), func(s Subject) string { return YesNo(s.Negative.Over) }})
	}
	return out
}

// partColumns are the marks of each part, empty where they are hidden.
func (r Result) partColumns() []column {
	var out []column
	list := r.Subjects[0].Parts
	for i, p := range list {
		name := p.Title(list)
		for g, c := range r.Subjects[0].Counts {
			out = append(out, column{TextCell(name + "：" + c.Grade), func(s Subject) string {
				if s.Parts[i].Counts == nil {
					return ""
				}
				return strconv.Itoa(s.Parts[i].Counts[g].Count)
			}})
		}
		if p.Weight.Given() {
			out = append(out, column{TextCell(name + "：基数票数"), func(s Subject) string {
				if s.Parts[i].Base == nil {
					return ""
				}
				return strconv.Itoa(s.Parts[i].Base.Count)
			}})
		}
	}
	return out
}

// sourceColumns are what is not of the vote: barred grades, the sources, what they
// come to, and the opinion.
func (r Result) sourceColumns() []column {
	var out []column
	if r.any(func(s Subject) bool { return len(s.Barred) > 0 }) {
		out = append(out, textColumn("不得评为", func(s Subject) string { return strings.Join(s.Barred, "、") }))
	}
	for _, x := range r.sources() {
		if x.Grade != "" {
			out = append(out, textColumn(TextCell(x.Title+"等次"), func(s Subject) string { return s.source(x.ID).Grade }))
		}
		if x.Score != "" {
			out = append(out, column{TextCell(x.Title + "得分"), func(s Subject) string { return scoreCell(s.source(x.ID).Score) }})
		}
	}
	if r.any(func(s Subject) bool { return s.Composite != nil }) {
		out = append(out,
			column{"综合得分", func(s Subject) string { return scoreCell(valueOf(s.Composite).Score) }},
			textColumn("综合得分对应等次", func(s Subject) string { return string(valueOf(s.Composite).Grade) }))
	}
	if r.any(func(s Subject) bool { return s.Opinion != nil }) {
		out = append(out,
			textColumn("成绩", func(s Subject) string { return valueOf(s.Opinion).Merits }),
			textColumn("问题", func(s Subject) string { return valueOf(s.Opinion).Problems }))
	}
	return out
}

// valueOf is what p points to, or nothing.
func valueOf[T any](p *T) T {
	if p == nil {
		var none T
		return none
	}
	return *p
}

// earlierColumns are the figures of the earlier versions that somebody saw.
func (r Result) earlierColumns() []column {
	var out []column
	for i, e := range r.Subjects[0].Earlier {
		if !e.Seen() {
			continue
		}
		name := "第" + strconv.Itoa(e.Version) + "版："
		if e.Sealed {
			name = "第" + strconv.Itoa(e.Version) + "版（已封存）："
		}
		count := func(head string, of func(EarlierFigures) int) {
			out = append(out, countColumn(name+head, func(s Subject) int { return of(s.Earlier[i]) }))
		}
		text := func(head string, of func(EarlierFigures) string) {
			out = append(out, textColumn(name+head, func(s Subject) string { return of(s.Earlier[i]) }))
		}
		for g, c := range e.Counts {
			count(c.Grade, func(e EarlierFigures) int { return e.Counts[g].Count })
		}
		count("弃权", func(e EarlierFigures) int { return e.Blank })
		count("无效", func(e EarlierFigures) int { return e.Spoiled })
		count("基数票数", func(e EarlierFigures) int { return e.Base.Count })
		text("测评建议等次", func(e EarlierFigures) string { return string(e.Suggested) })
		text("否决等次", func(e EarlierFigures) string { return string(e.Forced) })
		text("综合评价等次", func(e EarlierFigures) string { return valueOf(e.Decided).Grade })
	}
	return out
}

func (r Result) any(has func(Subject) bool) bool {
	return slices.ContainsFunc(r.Subjects, has)
}

// sources are the sources that say anything of anybody, with what kinds of things
// they say, in the order in which they first do.
func (r Result) sources() []Source {
	var out []Source
	for _, s := range r.Subjects {
		for _, x := range s.Sources {
			i := slices.IndexFunc(out, func(o Source) bool { return o.ID == x.ID })
			if i < 0 {
				i, out = len(out), append(out, Source{ID: x.ID, Title: x.Title})
			}
			out[i].Grade += x.Grade
			out[i].Score += x.Score
		}
	}
	return out
}

func (s Subject) source(id string) Source {
	for _, x := range s.Sources {
		if x.ID == id {
			return x
		}
	}
	return Source{}
}
