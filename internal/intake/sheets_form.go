package intake

import (
	"fmt"
	"strconv"
	"strings"

	"shuping/internal/meeting"
	"shuping/internal/plan"
	"shuping/internal/tally"
	"shuping/internal/typed"
)

// A head is what a column is for.
type head struct {
	kind   kind
	mark   int        // index into the marks of a sheet
	choice tally.Mark // what a tick or a number under it says
}

type kind int

const (
	numberHead kind = iota + 1 // of the sheet, over the whole table
	bundleHead
	sheetHead // in its bundle
	classHead
	subjectHead // whom a sheet is about, or a row of counts
	markHead    // what is said of one row of the sheet
	tickHead    // a grade of one row of the sheet, to be ticked
	gradeHead   // a grade of whatever row it is
	voidHead
	validHead // how many marks are valid
	sumHead   // how many there are
	shareHead // what follows from others
	remarkHead
	personHead   // who filled in the sheet
	outsiderHead // what a questionnaire service adds
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
	rows     lexicon[int] // marks of a sheet by whom or what they are about
}

func newForm(s meeting.State) *form {
	f := &form{
		plan: s.Plan, classed: len(s.Plan.Rule.Classes) > 1, each: s.Plan.Sheets.Each,
		words: map[head][]string{},
	}
	f.addMarks()
	f.addSubjects()
	f.head(head{kind: bundleHead}, "束", "束号", "组", "组号", "bundle")
	f.head(head{kind: sheetHead}, "张", "张号", "sheet")
	f.head(head{kind: numberHead}, "序号", "序", "票号", "编号", "表号", "no.", "no", "number")
	f.head(head{kind: voidHead}, "作废原因", "作废", "废票", "废票原因", "无效票", "无效票原因", "无效原因", "void")
	f.head(head{kind: classHead}, "参评类别", "类别", "参评人类别", "票别", "class")
	f.head(head{kind: subjectHead}, "述职人", "述职对象", "被测评人", "被评议人", "测评对象", "评议对象", "述职人姓名", "对象", "subject")
	f.head(head{kind: validHead}, "有效票", "有效票数", "有效", "valid")
	f.head(head{kind: sumHead}, "合计", "总计", "小计", "共计", "总票数", "票数合计", "sum", "total")
	f.head(head{kind: remarkHead}, "备注", "说明", "备考", "remark", "remarks", "note")
	f.head(head{kind: personHead}, "姓名", "名字", "职务", "单位", "部门", "电话", "手机", "手机号", "联系电话", "联系方式", "身份证号", "工号", "签名", "签字", "填表人", "评议人", "测评人", "参评人", "投票人", "邮箱", "name", "phone")
	f.head(head{kind: outsiderHead}, outsiders...)
	return f
}

// outsiders are heads of questionnaire services.
var outsiders = []string{
	"提交答卷时间", "所用时间", "来源详情", "来自ip", "提交时间", "答题时长", "作答时长", "填写时长", "答题用时", "开始答题时间", "结束答题时间", "开始时间", "结束时间",
	"ip", "ip地址", "提交者", "提交人", "填写人", "答题者", "昵称", "微信昵称", "微信openid", "openid", "用户id", "答卷编号", "答卷id", "来源渠道", "浏览器", "操作系统", "地理位置",
	"timestamp", "submitted at", "start time", "completion time",
}

func (f *form) head(h head, words ...string) {
	f.words[h] = append(f.words[h], words...)
	f.heads.add(h, words...)
}

// addSubjects names the subjects, and the columns of their marks.
func (f *form) addSubjects() {
	rule := f.plan.Rule
	if f.each || len(f.plan.Subjects) == 1 {
		f.overall(0, "")
		for n, it := range rule.Items {
			f.marked(n+1, it.Title, it.ID)
		}
	}
	for i, s := range f.plan.Subjects {
		called := []string{s.Label(), s.Post, s.Name, s.ID}
		f.subjects.add(i, called...)
		first := i * rule.Columns()
		if f.each {
			first = 0
		}
		for _, name := range called {
			if name == "" {
				continue
			}
			if f.each {
				f.rows.add(i*rule.Columns(), name)
			} else {
				f.marked(first, name)
				f.overall(first, name)
			}
			for n, it := range rule.Items {
				if f.each {
					f.rows.add(i*rule.Columns()+n+1, name+it.Title, name+it.ID)
				} else {
					f.marked(first+n+1, name+" "+it.Title, name+" "+it.ID)
				}
			}
		}
	}
}

// marked names the column of a mark, and those of its grades.
func (f *form) marked(mark int, words ...string) {
	f.head(head{kind: markHead, mark: mark}, words...)
	if !f.each {
		f.rows.add(mark, words...)
	}
	for _, w := range words {
		for _, c := range f.choiceWords() {
			f.heads.add(head{tickHead, mark, c.mark}, w+c.word)
		}
	}
}

// A choiceWord is what a mark is called over a column.
type choiceWord struct {
	mark tally.Mark
	word string
}

// choiceWords are what may stand over the columns of one row of a sheet.
func (f *form) choiceWords() []choiceWord {
	var out []choiceWord
	for i, name := range f.plan.Rule.Offered() {
		out = append(out, choiceWord{tally.Mark(i + 1), name})
	}
	for _, w := range blankWords {
		out = append(out, choiceWord{tally.Blank, w})
	}
	for _, w := range spoiledWords {
		out = append(out, choiceWord{tally.Spoiled, w})
	}
	if f.plan.Rule.Aside != "" {
		out = append(out, choiceWord{tally.Aside, f.plan.Rule.Aside}, choiceWord{tally.Aside, "不了解"})
	}
	return out
}

// Words for a row without a grade. A blank one is counted, as is a spoiled one.
var (
	blankWords   = []string{"弃权", "空白", "未填", "弃权票", "blank"}
	spoiledWords = []string{"无效", "该项无效", "spoiled"}
)

// overall names the column of the mark that stands before the items.
func (f *form) overall(mark int, subject string) {
	words := []string{"总评", "等次", "评价等次", "测评等次", "评议等次", "overall", "grade"}
	if len(f.plan.Rule.Items) == 0 {
		words[0], words[1] = words[1], words[0]
	}
	if subject != "" {
		for i, w := range words {
			words[i] = subject + " " + w
		}
	}
	f.marked(mark, words...)
}

// addMarks names what may stand under a subject, and the reasons and classes.
func (f *form) addMarks() {
	rule := f.plan.Rule
	for i, name := range rule.Offered() {
		f.marks.add(tally.Mark(i+1), name, f.digit(tally.Mark(i+1)))
	}
	for _, c := range f.choiceWords() {
		f.marks.add(c.mark, c.word)
		f.head(head{kind: gradeHead, choice: c.mark}, c.word)
		if c.mark != tally.Spoiled {
			f.heads.add(head{kind: gradeHead, choice: c.mark}, c.word+"票", c.word+"票数")
		}
		for _, w := range []string{"占比", "比例", "率", "百分比", "%", "得票率"} {
			f.heads.add(head{kind: shareHead}, c.word+w)
		}
	}
	f.heads.add(head{kind: shareHead}, "占比", "比例", "百分比", "得票率", "得分", "平均分", "优秀率", "满意率", "排名", "名次", "等次结果", "综合评价等次", "share", "rank")
	f.marks.add(tally.Blank, f.digit(tally.Blank))
	f.marks.add(tally.Spoiled, f.digit(tally.Spoiled))
	if rule.Aside != "" {
		f.marks.add(tally.Aside, f.digit(tally.Aside))
	}
	for i, v := range f.plan.Sheets.Voids {
		f.voids.add(i+1, v.Title, v.ID, strconv.Itoa(i+1))
	}
	for i, c := range rule.Classes {
		f.classes.add(i, c.Name, c.ID)
	}
}

// find is what a head stands for, also where it is put as a question: 1、对…的评价.
func (f *form) find(word string) (head, bool) {
	if h, ok := f.heads.find(word); ok {
		return h, true
	}
	bare := asked().ReplaceAllString(typed.Fold(word), "$1")
	return f.heads.find(bare)
}

// asked is a head that is put as a question about somebody.
var asked = typed.Pattern(`^(?:\(?[0-9]{1,3}[)、.,:]?)?(?:对|您对|请对|请评价)?(.+?)(?:同志)?(?:的)?(?:述职|工作)?(?:综合)?(?:评价|测评|评议|评定|打分)?(?:等次|结果|意见)?(?:\(.*\))?[?:]?$`)

// digit is what is keyed for a mark.
func (f *form) digit(m tally.Mark) string { return strconv.Itoa(f.plan.Rule.Box(m)) }

// columns is how many marks a sheet has.
func (f *form) columns() int { return f.plan.Rows() }

// say is the word to write over a column.
func (f *form) say(h head) string {
	if h.kind == tickHead {
		return f.say(head{kind: markHead, mark: h.mark}) + " " + f.sayMark(h.choice)
	}
	return f.heads.say(h, f.words[h]...)
}

// sayMark is a mark in words.
func (f *form) sayMark(m tally.Mark) string {
	switch m {
	case tally.Blank:
		return f.marks.say(m, "弃权", "空白", f.digit(m))
	case tally.Spoiled:
		return f.marks.say(m, "无效", "spoiled", f.digit(m))
	case tally.Aside:
		return f.marks.say(m, f.plan.Rule.Aside, f.digit(m))
	default:
		return f.marks.say(m, f.plan.Rule.Scale[m-1], f.digit(m))
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
	for i, name := range f.plan.Rule.Offered() {
		out = append(out, f.digit(tally.Mark(i+1))+" "+name)
	}
	if f.plan.Rule.Aside != "" {
		out = append(out, f.digit(tally.Aside)+" "+f.plan.Rule.Aside)
	}
	return strings.Join(append(out, f.digit(tally.Spoiled)+" 无效", f.digit(tally.Blank)+" 弃权"), "、")
}

func (f *form) reasons() string {
	var out []string
	for _, n := range f.plan.Sheets.Reasons() {
		out = append(out, fmt.Sprintf("%d %s", n, f.plan.Sheets.Voids[n-1].Title))
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
