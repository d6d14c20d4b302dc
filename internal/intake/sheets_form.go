package intake

import (
	"fmt"
	"strconv"
	"strings"

	"shuping/internal/meeting"
	"shuping/internal/plan"
	"shuping/internal/tally"
)

// A head is what a column is for.
type head struct {
	kind kind
	mark int // index into the marks of a sheet
}

type kind int

const (
	bundleHead kind = iota + 1
	sheetHead
	classHead
	subjectHead
	markHead
	voidHead
)

// A form is how the sheets of a plan look as a table, and every word that may
// stand in it.
type form struct {
	plan     plan.Plan
	classed  bool // sheets are of a class
	each     bool // sheets are about one subject
	heads    lexicon[head]
	words    map[head][]string // for each head, the word to write first
	marks    lexicon[tally.Mark]
	voids    lexicon[int] // by the digit of the reason
	classes  lexicon[int]
	subjects lexicon[int]
}

func newForm(s meeting.State) *form {
	f := &form{
		plan: s.Plan, classed: len(s.Plan.Rule.Classes) > 1, each: s.Plan.Sheets.Each,
		words: map[head][]string{},
	}
	f.head(head{kind: bundleHead}, "束", "束号", "bundle")
	f.head(head{kind: sheetHead}, "张", "张号", "序号", "sheet", "no.", "no")
	f.head(head{kind: voidHead}, "作废原因", "作废", "废票", "废票原因", "void")
	if f.classed {
		f.head(head{kind: classHead}, "参评类别", "类别", "class")
	}
	if f.each {
		f.head(head{kind: subjectHead}, "述职人", "述职对象", "subject")
	}
	f.addSubjects()
	f.addMarks()
	return f
}

func (f *form) head(h head, words ...string) {
	f.words[h] = append(f.words[h], words...)
	f.heads.add(h, words...)
}

// addSubjects names the subjects, and the columns of their marks.
func (f *form) addSubjects() {
	rule := f.plan.Rule
	if f.each {
		f.overall(head{markHead, 0}, "")
		for n, it := range rule.Items {
			f.head(head{markHead, n + 1}, it.Title, it.ID)
		}
	}
	for i, s := range f.plan.Subjects {
		called := []string{s.Label(), s.Post, s.Name, s.ID}
		f.subjects.add(i, called...)
		if f.each {
			continue
		}
		for _, name := range called {
			if name == "" {
				continue
			}
			first := i * rule.Columns()
			f.head(head{markHead, first}, name)
			f.overall(head{markHead, first}, name)
			for n, it := range rule.Items {
				f.head(head{markHead, first + n + 1}, joined(name, it.Title, it.ID)...)
			}
		}
	}
}

// overall names the column of the mark that stands before the items.
func (f *form) overall(h head, subject string) {
	words := []string{"总评", "等次", "overall", "grade"}
	if len(f.plan.Rule.Items) == 0 {
		words[0], words[1] = words[1], words[0]
	}
	f.head(h, joined(subject, words...)...)
}

// joined are the words behind a subject, however people part the two.
func joined(subject string, words ...string) []string {
	if subject == "" {
		return words
	}
	var out []string
	for _, between := range []string{" ", ":", "·", "-", "/", "_"} {
		for _, w := range words {
			out = append(out, subject+between+w)
		}
	}
	return out
}

// addMarks names what may stand under a subject, and the reasons and classes.
func (f *form) addMarks() {
	rule := f.plan.Rule
	for i, name := range rule.Scale {
		f.marks.add(tally.Mark(i+1), name, strconv.Itoa(i+1))
	}
	f.marks.add(tally.Blank, "弃权", "空白", "blank", digit(tally.Blank))
	f.marks.add(tally.Spoiled, "无效", "spoiled", digit(tally.Spoiled))
	if rule.Aside != "" {
		f.marks.add(tally.Aside, rule.Aside, "不了解", digit(tally.Aside))
	}
	for i, v := range f.plan.Sheets.Voids {
		f.voids.add(i+1, v.Title, v.ID, strconv.Itoa(i+1))
	}
	for i, c := range rule.Classes {
		f.classes.add(i, c.Name, c.ID)
	}
}

func digit(m tally.Mark) string { return strconv.Itoa(int(m)) }

// columns is how many marks a sheet has.
func (f *form) columns() int { return f.plan.Rows() }

// say is the word to write over a column.
func (f *form) say(h head) string { return f.heads.say(h, f.words[h]...) }

// sayMark is a mark in words.
func (f *form) sayMark(m tally.Mark) string {
	switch m {
	case tally.Blank:
		return f.marks.say(m, "弃权", "空白", digit(m))
	case tally.Spoiled:
		return f.marks.say(m, "无效", "spoiled", digit(m))
	case tally.Aside:
		return f.marks.say(m, f.plan.Rule.Aside, digit(m))
	default:
		return f.marks.say(m, f.plan.Rule.Scale[m-1], digit(m))
	}
}

func (f *form) sayVoid(n int) string {
	v := f.plan.Sheets.Voids[n-1]
	return f.voids.say(n, v.Title, v.ID, strconv.Itoa(n))
}

func (f *form) sayClass(n int) string {
	c := f.plan.Rule.Classes[n]
	return f.classes.say(n, c.Name, c.ID)
}

func (f *form) saySubject(n int) string {
	s := f.plan.Subjects[n]
	return f.subjects.say(n, s.Label(), s.ID)
}

// choices lists what a mark may be, for whoever must put one right.
func (f *form) choices() string {
	var out []string
	for i, name := range f.plan.Rule.Scale {
		out = append(out, fmt.Sprintf("%d %s", i+1, name))
	}
	if f.plan.Rule.Aside != "" {
		out = append(out, digit(tally.Aside)+" "+f.plan.Rule.Aside)
	}
	return strings.Join(append(out, digit(tally.Spoiled)+" 无效", digit(tally.Blank)+" 弃权"), "、")
}

func (f *form) reasons() string {
	var out []string
	for i, v := range f.plan.Sheets.Voids {
		out = append(out, fmt.Sprintf("%d %s", i+1, v.Title))
	}
	return strings.Join(out, "、")
}

func (f *form) classNames() string {
	var out []string
	for _, c := range f.plan.Rule.Classes {
		out = append(out, c.Name)
	}
	return strings.Join(out, "、")
}

func (f *form) subjectNames() string {
	var out []string
	for _, s := range f.plan.Subjects {
		out = append(out, s.Label())
	}
	return strings.Join(out, "、")
}
