package words

// The commands that write empty tables, and about the list of names.

func TemplateChoices(l Language) string { return l.in("选项", "choices") }
func TemplateWrong(l Language) string {
	return l.in("请从下拉列表里选。", "Pick one from the list.")
}
func TemplateMark(l Language) string {
	return l.in("票上没有填的选“弃权”，这一项无效的选“无效”；整张无效的不填这里，填无效原因。", "Pick 弃权 where nothing was ticked and 无效 where the row is spoiled; of a void sheet only say why it is void.")
}
func TemplateVoid(l Language) string {
	return l.in("只有整张无效的才填。", "Only of a sheet that is void.")
}
func TemplateTooLong(l Language) string {
	return l.in("最多 {limit} 个字。", "At most {limit} characters.")
}
func TemplateDue(l Language) string {
	return l.in("写日期，如 2024-06-30；也可以写 2024年6月底前、立行立改、长期坚持。", "A day such as 2024-06-30; 2024年6月底前, 立行立改 and 长期坚持 are read too.")
}
func TemplateProgress(l Language) string {
	return l.in("一步一行，日期在前：2024-06-10 已开会。", "A step a line, its day first: 2024-06-10 met.")
}
func TemplateDone(l Language) string {
	return l.in("没有完成的写“整改中”；完成的写“已销号 2024-06-30 姓名”。", "整改中 while it is open; “done 2024-06-30 NAME” when it is signed off.")
}

func NamesSheet(l Language) string { return l.in("参会名单", "names") }
func NamesClass(l Language) string { return l.in("{class}  {count} 人", "{class}  {count}") }
func NamesAll(l Language) string {
	return l.in("{path}：共 {count} 人。只是核对，没有写入。", "{path}: {count} persons. Nothing was recorded.")
}
func NamesFaults(l Language) string {
	return l.in("{path}：有 {count} 处错误，已逐条列出。", "{path}: faults, listed above: {count}.")
}
