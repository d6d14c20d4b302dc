package intake

import (
	"slices"
	"strings"
	"sync"

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

	person  // the name of whom a problem is about, beside subject
	post    // his post or his branch
	doneDay // when a problem was signed off, beside done
	signer  // by whom
	remark  // what is known to be of no use here
)

// written is how many columns a table that is written has.
const written = int(status)

// columns lists all, first those that are written in their order, each with its
// heads, the one to write first.
var columns = []struct {
	is    column
	heads []string
}{
	{number, []string{"序号", "序", "号", "no.", "no", "#"}},
	{id, []string{"编号", "问题编号", "台账编号", "id"}},
	{subject, []string{"述职人", "述职对象", "对象", "整改对象", "述职人姓名", "责任对象", "被评议人", "存在问题的述职人", "subject"}},
	{origin, []string{"问题来源", "来源", "反馈来源", "问题出处", "问题来源渠道", "发现渠道", "查摆途径", "反馈渠道", "问题提出渠道", "origin", "source"}},
	{text, []string{
		"问题", "存在问题", "存在的问题", "具体问题", "主要问题", "问题内容", "问题表现", "问题清单", "问题描述", "查摆问题", "查摆的问题", "查摆出的问题", "反馈问题", "反馈的问题", "点评问题", "点评指出的问题",
		"具体表现", "突出问题", "存在的主要问题", "存在的突出问题", "存在的具体问题", "整改问题", "需整改问题", "需整改的问题", "整改内容", "整改事项", "问题及不足", "问题和不足", "问题不足", "存在不足", "存在的不足", "不足之处",
		"问题具体表现", "问题具体内容", "存在问题及不足", "存在问题及原因", "problem", "text",
	}},
	{measure, []string{
		"整改措施", "措施", "整改举措", "具体措施", "具体整改措施", "整改具体措施", "整改落实措施", "改进措施", "工作措施", "主要措施", "整改办法", "整改方法", "整改措施及办法", "下步措施", "下一步措施", "下一步整改措施", "解决措施", "解决办法", "举措",
		"整改思路及措施", "对策措施", "整改任务", "measure", "measures",
	}},
	{target, []string{"整改目标", "目标", "预期目标", "目标要求", "整改要求", "达到目标", "达到的目标", "工作目标", "预期效果", "整改标准", "整改预期目标", "拟达到目标", "target"}},
	{who, []string{
		"责任人", "整改责任人", "责任领导", "牵头领导", "责任人员", "负责人", "具体责任人", "第一责任人", "主要责任人", "直接责任人", "分管领导", "整改责任领导", "责任人及职务", "整改负责人", "牵头人", "经办人", "who", "responsible",
	}},
	{branch, []string{
		"责任支部", "责任党支部", "责任单位", "责任部门", "责任科室", "责任股室", "责任处室", "牵头部门", "牵头单位", "牵头科室", "整改单位", "整改责任单位", "承办单位", "责任主体", "整改部门", "责任党组织", "branch",
	}},
	{due, []string{
		"整改时限", "整改期限", "完成时限", "时限", "完成期限", "整改完成时限", "整改完成期限", "时间节点", "整改时间节点", "期限", "时限要求", "整改时限要求", "计划完成时间", "计划完成时限", "完成时间要求", "预计完成时间", "拟完成时间", "整改截止时间",
		"截止时间", "截止日期", "限期", "办结时限", "到期时间", "到期日", "整改时效", "due", "due date", "deadline",
	}},
	{progress, []string{
		"进展", "进展情况", "整改进展", "整改进展情况", "整改情况", "整改进展及成效", "进展及成效", "整改成效", "落实情况", "整改落实情况", "推进情况", "工作进展", "目前进展", "目前进展情况", "整改进度", "进度", "完成进度", "整改成果", "阶段性成效",
		"整改过程", "整改落实进展情况", "措施落实情况", "整改措施落实情况", "工作进展情况", "progress",
	}},
	{done, []string{
		"完成情况", "整改结果", "销号", "销号情况", "是否销号", "是否完成", "是否整改到位", "是否整改完成", "是否办结", "办结情况", "整改完成情况", "验收情况", "销号状态", "整改状态", "销号签字日期", "done", "signed off",
	}},
	{status, []string{"状态", "state", "status"}},

	{person, []string{"姓名", "名字", "书记姓名", "name"}},
	{post, []string{"职务", "所在支部及职务", "支部及职务", "党支部", "支部", "支部名称", "党支部名称", "所在支部", "所在党支部", "党组织", "党组织名称", "post"}},
	{doneDay, []string{"销号时间", "销号日期", "办结时间", "办结日期", "实际完成时间", "实际完成日期", "验收时间", "验收日期"}},
	{signer, []string{"销号人", "验收人", "核实人", "核查人", "确认人", "销号责任人", "销号确认人", "销号签字", "验收签字", "销号审核人"}},
	{remark, []string{
		"备注", "说明", "附件", "联系人", "联系电话", "电话", "填报人", "填报时间", "填报日期", "填表日期", "更新时间", "更新日期", "检查时间", "反馈时间", "反馈日期", "发现时间", "录入时间", "提出时间", "问题提出时间", "单位", "单位名称",
		"原因分析", "产生原因", "原因", "配合单位", "配合部门", "协助单位", "督办领导", "督导人", "监督人", "评分", "得分", "排名", "remark", "remarks", "note",
	}},
}

// weak are heads that mean a column where no other does, or where what stands below
// fits.
var weak = map[string]column{
	"完成时间": due, "整改时间": due, "完成日期": due, "整改完成时间": due, "完成时间节点": due, "整改日期": due,
	"问题类别": origin, "问题性质": origin, "问题类型": origin, "问题分类": origin, "类型": origin, "类别": origin,
	"完成": done, "整改成效及销号情况": done,
}

// likely are parts of heads that nobody knows and that look as if they mattered.
var likely = []struct {
	part string
	is   column
}{
	{"时限", due}, {"期限", due}, {"截止", due}, {"节点", due}, {"时间", due}, {"日期", due}, {"限时", due}, {"何时", due},
	{"销号", done}, {"完成", done}, {"办结", done},
	{"措施", measure}, {"举措", measure}, {"办法", measure}, {"做法", measure}, {"打算", measure},
	{"责任", who}, {"负责", who}, {"牵头", who}, {"落实人", who},
	{"进展", progress}, {"成效", progress}, {"落实", progress}, {"进度", progress},
	{"来源", origin}, {"目标", target}, {"问题", text}, {"不足", text}, {"述职", subject}, {"支部", post}, {"due", due}, {"date", due}, {"deadline", due},
}

// Head is the column's usual head.
func (c column) Head() string { return columns[c-1].heads[0] }

// field is what a part of the column is called.
func (c column) field() string { return Fields[c-subject] }

// known is what stands below a head.
var known = sync.OnceValue(func() (l lexicon[column]) {
	for _, c := range columns {
		l.add(c.is, c.heads...)
	}
	for word := range weak {
		if _, strong := l.find(word); !strong {
			l.add(weakColumn(word), word)
		}
	}
	return l
})

// weakColumn stands for a head that may mean something: it is told apart from the
// others until the rows below were seen.
func weakColumn(word string) column {
	words := make([]string, 0, len(weak))
	for w := range weak {
		words = append(words, w)
	}
	slices.Sort(words)
	return firstWeak + column(slices.Index(words, word))
}

const firstWeak column = 100

// looksLike is what a head that nobody knows seems to be, 0 for nothing that matters.
func looksLike(head string) column {
	head = typed.Fold(head)
	for _, l := range likely {
		if strings.Contains(head, l.part) {
			return l.is
		}
	}
	return 0
}

// heads are the names under which columns are written.
func heads() []string {
	out := make([]string, written)
	for i, c := range columns[:written] {
		out[i] = c.heads[0]
	}
	return out
}

// origins are the words for where a problem was pointed out, the one to write first.
var origins = []struct {
	is    meeting.Origin
	words []string
}{
	{meeting.BySelf, []string{
		"自己查摆", "自我查摆", "自查", "查摆", "自查自纠", "个人查摆", "自身查摆", "述职查摆", "述职报告", "述职报告查摆", "自己查找", "自我查找", "自己认领", "支部自查", "对照检查", "自评", "self",
	}},
	{meeting.BySuperior, []string{
		"上级点评", "领导点评", "点评", "书记点评", "党委点评", "党总支点评", "党组织书记点评", "党委书记点评", "党总支书记点评", "上级党组织点评", "上级指出", "上级反馈", "点评指出", "点评反馈", "会议点评", "现场点评", "述职评议点评", "主持人点评", "superior",
	}},
	{meeting.ByMasses, []string{
		"群众评议", "评议", "群众反映", "群众意见", "群众反馈", "群众提出", "民主评议", "民主测评", "会议测评", "测评", "党员群众评议", "党员群众反映", "党员评议", "党员反映", "征求意见", "群众测评", "评议反馈", "测评反馈", "masses",
	}},
	{meeting.ByAssessment, []string{
		"考核反馈", "考核", "年度考核", "考核指出", "党建考核", "年度党建考核", "基层党建考核", "考核评价", "考核组反馈", "考核发现", "年终考核", "assessment",
	}},
}

var knownOrigins = sync.OnceValue(func() (l lexicon[meeting.Origin]) {
	for _, o := range origins {
		l.add(o.is, o.words...)
	}
	return l
})

func originOf(word string) (meeting.Origin, bool) { return knownOrigins().find(word) }

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

// everybody are the words for all subjects.
var everybody = sync.OnceValue(func() (l lexicon[bool]) {
	l.add(true, "全体", "全部", "所有", "各支部", "各党支部", "各党支部书记", "各支部书记", "全体述职人", "各述职人", "所有述职人", "全体支部书记", "全体书记", "所有支部", "全部支部", "共性问题", "共性", "均有", "all", "everybody")
	return l
})
