package words

// The form that makes a plan.

func FormName(l Language) string { return l.in("新建方案", "New plan") }
func FormStep(l Language) string {
	return l.in("第 {step} 步，共 {steps} 步", "step {step} of {steps}")
}
func FormStart(l Language) string {
	return l.in("新建方案（逐页填写，不用懂文件格式）", "Make a new plan (page by page, in plain words)")
}

func FormPackLine(l Language) string { return l.in("{title}（{unit}）", "{title} ({unit})") }

// The line of keys, and the question whether to leave.

func FormNext(l Language) string     { return l.in("下一项", "next") }
func FormNextPage(l Language) string { return l.in("下一页", "next page") }
func FormBefore(l Language) string   { return l.in("上一项", "before") }
func FormMove(l Language) string     { return l.in("上下移动", "move") }
func FormPageBack(l Language) string { return l.in("上一页", "page before") }
func FormUnknownKey(l Language) string {
	return l.in("这个键在这里没有作用。", "This key does nothing here.")
}
func FormLeaveAsk(l Language) string {
	return l.in("要离开吗？填写的内容还没有写成方案，离开后不保留。", "Leave? What was filled in is not a plan yet, and is not kept.")
}
func FormLeaveYes(l Language) string { return l.in("离开，不写方案", "Leave without a plan") }

// What cannot be taken.

func FormEmpty(l Language) string {
	return l.in("这一项不能空着。", "This cannot be left empty.")
}
func FormNumberNeeded(l Language) string {
	return l.in("请填一个整数。", "A whole number is needed.")
}
func FormBadDay(l Language) string {
	return l.in("“{text}”不是日历上的一天，请写成 2024-01-31 或 2024年1月31日。", "“{text}” is not a day on the calendar: write 2024-01-31.")
}
func FormBadFraction(l Language) string {
	return l.in("“{text}”不是比例，请写成 10% 或 1/10。", "“{text}” is not a share: write 10% or 1/10.")
}
func FormNoComma(l Language) string {
	return l.in("第 {line} 行“{text}”少一项：前后两部分都要写，中间用逗号隔开。", "Line {line}, “{text}”, lacks a part: both are needed, with a comma between them.")
}
func FormNotAGrade(l Language) string {
	return l.in("“{text}”不在等次之列：{grades}。", "“{text}” is not one of the grades {grades}.")
}
func FormShortLong(l Language) string {
	return l.in("会场简称“{short}”太长，最多 {limit} 个字。", "The short hall name “{short}” is too long: at most {limit} characters.")
}
func FormGradeCount(l Language) string {
	return l.in("等次要有 {least} 到 {most} 个，由好到差，用空格隔开。", "There must be {least} to {most} grades, best first, with spaces between them.")
}
func FormNotKept(l Language) string {
	return l.in("上一页有填得不对的地方，没有保留。", "Something on the page before was not right, and was not kept.")
}
func FormRegraded(l Language) string {
	return l.in("等次个数变了，请在后面几页核对否决、比例和建议的办法；按来源设的门槛和权重没有保留。", "There is another number of grades now: check veto, quota and suggestion on the next pages. What barred grades or weighed sources is left out.")
}
func FormBegun(l Language) string {
	return l.in("换了一个方案，前面填写的内容没有保留。", "Another plan to begin with: what was filled in before is not kept.")
}
func FormKept(l Language) string {
	return l.in("各页没有问到、照开始时所选的方案保留：{parts}。", "Not asked for, and kept as the first plan has it: {parts}.")
}
func FormEnding(l Language) string {
	return l.in("{path}：方案文件的名称要以 .toml 结尾。", "{path}: the name of a plan file must end in .toml.")
}

// The parts of the first plan that no page asks for.

func FormKeptVoids(l Language) string  { return l.in("无效票原因", "why a sheet is void") }
func FormKeptSpoils(l Language) string { return l.in("一行无效的情形", "what spoils a row") }
func FormKeptOverIssued(l Language) string {
	return l.in("收回多于发出时怎样办", "more sheets back than issued")
}
func FormKeptSelfRating(l Language) string { return l.in("述职对象自评", "self-rating") }
func FormKeptFilled(l Language) string {
	return l.in("报送收回的评议表原件", "that filled-in sheets are filed")
}
func FormKeptNoticeVotes(l Language) string {
	return l.in("结果通报写出票数", "that the notice tells votes")
}
func FormKeptItems(l Language) string  { return l.in("分项", "the items of a row") }
func FormKeptQuorum(l Language) string { return l.in("法定人数", "the quorum") }
func FormKeptSources(l Language) string {
	return l.in("综合评价的来源", "the sources of the grade")
}
func FormKeptGates(l Language) string { return l.in("评等次的前提", "the gates") }
func FormKeptComposite(l Language) string {
	return l.in("综合得分的分数线", "the bands of the weighted score")
}
