package data

// YearWords is what the log says of what lies before and behind the meeting. The
// names of origins and of the parts of a problem are those of [RectifyWords].
type YearWords struct {
	Outcomes map[string]string // of a vetting, by name
	Lacks    map[string]string // what a vetting found wanting, by its member
	Points   string            // list: of content points
	Lacking  string            // list
	Note     string            // note
	Report   string            // subject
	Paper    string            // title
	Problem  string            // id
	Part     string            // field, text: of a problem
	Cleared  string            // a part that is empty now
	SignedBy string            // by, date: before it was carried over
	ToAll    string            // who was asked when nobody in particular was
	Between  string            // between two parts
	ListOf   string            // between two content points
}

var yearZH = YearWords{
	Outcomes: map[string]string{"passed": "通过", "returned": "退回重写"},
	Lacks:    map[string]string{"own": "不是本人起草", "causes": "未从主客观两方面查摆", "problems": "问题部分不足"},
	Points:   "缺第 {list} 项内容",
	Lacking:  "（{list}）",
	Note:     "：{note}",
	Report:   "{subject} 述职报告",
	Paper:    "《{title}》",
	Problem:  "问题 {id}",
	Part:     "{field}：{text}",
	Cleared:  "（清除）",
	SignedBy: "已由 {by} 于 {date} 销号",
	ToAll:    "全会",
	Between:  "；",
	ListOf:   "、",
}

var yearEN = YearWords{
	Outcomes: map[string]string{"passed": "passed", "returned": "returned to be written anew"},
	Lacks:    map[string]string{"own": "not written in person", "causes": "causes not both objective and subjective", "problems": "too little on problems"},
	Points:   "lacks content points {list}",
	Lacking:  " ({list})",
	Note:     ": {note}",
	Report:   "the report of {subject}",
	Paper:    "“{title}”",
	Problem:  "problem {id}",
	Part:     "{field}: {text}",
	Cleared:  "(cleared)",
	SignedBy: "signed off by {by} on {date}",
	ToAll:    "everybody",
	Between:  "; ",
	ListOf:   ", ",
}
