package intake

import (
	"strings"

	"shuping/internal/meeting"
	"shuping/internal/typed"
)

// A column is what stands in one.
type column int

const (
	number column = iota + 1
	id
	subject
	origin
	text
	measure
	target
	who
	branch
	due
	progress
	done
	status
)

// columns lists all in the order in which they are written, each with its heads,
// the one to write first.
var columns = []struct {
	is    column
	heads []string
}{
	{number, []string{"序号", "no.", "no", "#"}},
	{id, []string{"编号", "问题编号", "id"}},
	{subject, []string{"述职人", "述职对象", "对象", "整改对象", "姓名", "subject"}},
	{origin, []string{"问题来源", "来源", "origin", "source"}},
	{text, []string{"问题", "存在问题", "存在的问题", "具体问题", "主要问题", "问题内容", "问题表现", "problem", "text"}},
	{measure, []string{"整改措施", "措施", "measure", "measures"}},
	{target, []string{"整改目标", "目标", "target"}},
	{who, []string{"责任人", "整改责任人", "who", "responsible"}},
	{branch, []string{"责任支部", "责任党支部", "责任单位", "责任部门", "branch"}},
	{due, []string{"整改时限", "整改期限", "完成时限", "时限", "due", "due date"}},
	{progress, []string{"进展", "进展情况", "整改进展", "整改进展情况", "整改情况", "progress"}},
	{done, []string{"完成情况", "整改结果", "销号", "销号情况", "是否销号", "done", "signed off"}},
	{status, []string{"状态", "state", "status"}},
}

// Head is the column's usual head.
func (c column) Head() string { return columns[c-1].heads[0] }

// field is what a part of the column is called.
func (c column) field() string { return Fields[c-subject] }

// columnOf is what stands below a head.
func columnOf(head string) (column, bool) {
	head = typed.Fold(head)
	for _, c := range columns {
		for _, h := range c.heads {
			if typed.Fold(h) == head {
				return c.is, true
			}
		}
	}
	return 0, false
}

// heads are the names under which columns are written.
func heads() []string {
	out := make([]string, len(columns))
	for i, c := range columns {
		out[i] = c.heads[0]
	}
	return out
}

// origins are the words for where a problem was pointed out, the one to write first.
var origins = []struct {
	is    meeting.Origin
	words []string
}{
	{meeting.BySelf, []string{"自己查摆", "自我查摆", "自查", "查摆", "self"}},
	{meeting.BySuperior, []string{"上级点评", "领导点评", "点评", "superior"}},
	{meeting.ByMasses, []string{"群众评议", "评议", "群众反映", "masses"}},
	{meeting.ByAssessment, []string{"考核反馈", "考核", "assessment"}},
}

func originOf(word string) (meeting.Origin, bool) {
	word = typed.Fold(word)
	for _, o := range origins {
		for _, w := range o.words {
			if typed.Fold(w) == word {
				return o.is, true
			}
		}
	}
	return "", false
}

func sayOrigin(is meeting.Origin) string {
	for _, o := range origins {
		if o.is == is {
			return o.words[0]
		}
	}
	return string(is)
}

func originWords() string {
	out := make([]string, len(origins))
	for i, o := range origins {
		out[i] = o.words[0]
	}
	return strings.Join(out, "、")
}
