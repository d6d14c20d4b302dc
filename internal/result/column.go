package result

import (
	"slices"
	"strconv"
	"strings"
)

// The columns behind those that every table has: parts, barred grades, sources,
// the composite and the opinion. A column stands there only where some subject
// has something in it, and then every row has it.

// headsBeside are the heads of these columns.
func (d Result) headsBeside() []string {
	var out []string
	for _, p := range d.Subjects[0].Parts {
		name := p.Title(d.Subjects[0].Parts)
		for _, c := range d.Subjects[0].Counts {
			out = append(out, TextCell(name+"："+c.Grade))
		}
		if p.Weight.Given() {
			out = append(out, TextCell(name+"：基数票数"))
		}
	}
	if d.any(Subject.isBarred) {
		out = append(out, "不得评为")
	}
	for _, x := range d.sources() {
		if x.Grade != "" {
			out = append(out, TextCell(x.Title+"等次"))
		}
		if x.Score != "" {
			out = append(out, TextCell(x.Title+"得分"))
		}
	}
	if d.any(Subject.hasComposite) {
		out = append(out, "综合得分", "综合得分对应等次")
	}
	if d.any(Subject.hasOpinion) {
		out = append(out, "成绩", "问题")
	}
	return append(out, d.headsBefore()...)
}

// beside are the cells of one subject in these columns.
func (d Result) beside(s Subject) []string {
	var out []string
	for _, p := range s.Parts {
		out = append(out, p.cells(len(s.Counts))...)
	}
	if d.any(Subject.isBarred) {
		out = append(out, TextCell(strings.Join(s.Barred, "、")))
	}
	for _, x := range d.sources() {
		own := s.source(x.ID)
		if x.Grade != "" {
			out = append(out, TextCell(own.Grade))
		}
		if x.Score != "" {
			out = append(out, score(own.Score))
		}
	}
	if d.any(Subject.hasComposite) {
		c := Composite{}
		if s.Composite != nil {
			c = *s.Composite
		}
		out = append(out, score(c.Score), TextCell(string(c.Grade)))
	}
	if d.any(Subject.hasOpinion) {
		o := Opinion{}
		if s.Opinion != nil {
			o = *s.Opinion
		}
		out = append(out, TextCell(o.Merits), TextCell(o.Problems))
	}
	return append(out, s.before()...)
}

// cells are the figures of one part, empty where they are hidden.
func (p Part) cells(grades int) []string {
	out := make([]string, grades)
	for i, c := range p.Counts {
		out[i] = strconv.Itoa(c.Count)
	}
	switch {
	case p.Base != nil:
		return append(out, strconv.Itoa(p.Base.Count))
	case p.Weight.Given():
		return append(out, "")
	default:
		return out
	}
}

func (s Subject) isBarred() bool     { return len(s.Barred) > 0 }
func (s Subject) hasComposite() bool { return s.Composite != nil }
func (s Subject) hasOpinion() bool   { return s.Opinion != nil }

func (d Result) any(has func(Subject) bool) bool {
	return slices.ContainsFunc(d.Subjects, has)
}

// sources are the sources that say anything of anybody, with what kinds of things
// they say, in the order in which they first do.
func (d Result) sources() []Source {
	var out []Source
	for _, s := range d.Subjects {
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

// headsBefore are the heads of the figures of earlier versions.
func (d Result) headsBefore() []string {
	var out []string
	for _, e := range d.Subjects[0].Earlier {
		if !e.Seen() {
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
		if !e.Seen() {
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
			TextCell(string(e.Suggested)), TextCell(string(e.Forced)), TextCell(grade),
		})
	}
	return out
}
