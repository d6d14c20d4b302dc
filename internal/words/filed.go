package words

import (
	"strings"

	"shuping/internal/meeting"
)

// What exports tell in sentences. One that was made is made anew to be checked, so
// that these stay as they are.

// Observed is what nobody in the room can see in the figures.
func Observed(l Language, code string, values map[string]any) string {
	return Fill(observations[code].in(l), values)
}

var observations = table{
	"once-read":   {"{sheets} 张评议表由一人录入，没有第二人复核。", "{sheets} sheets were keyed by one person and confirmed by no other."},
	"same-person": {"录入人同时是监票人：{names}。", "Who keyed the sheets confirmed the count too: {names}."},
	"backwards":   {"{records} 条记录的时间早于前一条，电脑时钟可能调过。", "{records} records have an instant before that of the record before them: the clock may have been set."},
	"hasty":       {"方案安排 {minutes} 分钟，记录在 {seconds} 秒内写成，不是随会议逐步录入的。", "The plan allows {minutes} minutes and the record was written within {seconds} seconds: it was not kept as the meeting went on."},
	"scripted":    {"{records} 条记录由脚本写入，不是在屏幕上录入的。", "{records} records were written by a script and not on the screens."},
	"rehearsal":   {"这是演练，评议表是编造的。", "This is a rehearsal on made-up sheets."},
}

func FiledHeads(l Language, expected, present, leave int) string {
	out := l.fill("应到 {expected}，实到 {present}", "{expected} expected, {present} present", "expected", expected, "present", present)
	if leave > 0 {
		out += l.fill("，请假 {leave}", ", {leave} on leave", "leave", leave)
	}
	return out
}
func FiledSheets(l Language, n int) string { return l.fill("{n} 张", "{n} sheets", "n", n) }
func FiledVoid(l Language) string          { return l.in("废票", "void") }
func FiledVoidSheet(l Language, reason string) string {
	return l.fill("废票：{reason}", "void: {reason}", "reason", reason)
}
func FiledRow(l Language, row int) string { return l.fill("第 {row} 行", "row {row}", "row", row) }
func FiledSpoiled(l Language) string      { return l.in("无效", "spoiled") }

// StackName is what a stack of sheets is called; "" where there is only one.
func StackName(l Language, n meeting.StackName) string {
	vote, more := "", ""
	if n.On != "" && strings.Count(n.On, "、")+1 < n.Of {
		more = l.fill("等{n}人", " and others, {n} in all", "n", n.Of)
	}
	if n.Vote > 0 {
		vote = l.fill("第{vote}轮（{on}{more}）", "vote {vote} ({on}{more})", "vote", n.Vote, "on", n.On, "more", more)
	}
	return strings.TrimSpace(n.Class + " " + n.Subject + vote)
}
