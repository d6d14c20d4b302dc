package words

// A bundle that is read a second time.

func WayAsk(l Language) string {
	return l.in("第 {bundle} 组怎样复核？", "How is bundle {bundle} checked?")
}
func WaySecond(l Language) string {
	return l.in("换一个人从头重录", "Another person keys all of it again")
}
func WaySpot(l Language) string {
	return l.in("只有一个人：掷骰抽查两成，至少 5 张", "One person only: dice draw a fifth, at least 5 sheets")
}
func SecondName(l Language) string {
	return l.in("第 {bundle} 组由 {first} 录入。谁来复核？（必须是另一个人）", "{first} keyed bundle {bundle}. Who keys it again? (Somebody else)")
}
func FirstName(l Language) string {
	return l.in("第 {bundle} 组没有记下录入人。第一次是谁录入的？", "Nobody is recorded as having keyed bundle {bundle}. Who did?")
}
func SpotName(l Language) string {
	return l.in("第 {bundle} 组由谁抽查？", "Who reads the drawn sheets of bundle {bundle}?")
}
func DiceAsk(l Language) string {
	return l.in("当场掷骰子，把点数依次输入（至少 5 次，如 31415），由点数从 {of} 张中抽 {sheets} 张：", "Roll dice in the room and type what falls, at least 5 rolls (like 31415); they draw {sheets} of {of} sheets:")
}
func SpotSheets(l Language) string {
	return l.in("第 {bundle} 组抽到第 {sheets} 张，请取出依次重录。", "Bundle {bundle}: take out sheets {sheets} and key them in this order.")
}
func SecondPlace(l Language) string {
	return l.in("复核第 {bundle} 组  第 {sheet} 张", "Again: bundle {bundle}, sheet {sheet}")
}
func SpotPlace(l Language) string {
	return l.in("抽查第 {bundle} 组  第 {sheet} 张", "Drawn: bundle {bundle}, sheet {sheet}")
}
func AgainPlace(l Language) string {
	return l.in("重录第 {bundle} 组  第 {sheet} 张", "Anew: bundle {bundle}, sheet {sheet}")
}
func RulePlace(l Language) string {
	return l.in("认定第 {bundle} 组  第 {sheet} 张", "Ruling: bundle {bundle}, sheet {sheet}")
}
func CheckPlace(l Language) string { return l.in("复核第 {bundle} 组", "Check of bundle {bundle}") }
func SecondHand(l Language) string {
	return l.in("第 {bundle} 组复核 {entered} 张。请用手再数一遍这一组，输入张数，按 Enter。", "{entered} sheets of bundle {bundle} keyed again. Count the paper once more, type the number and press Enter.")
}
func DiffersNow(l Language) string {
	return l.in("第 {bundle} 组第 {sheets} 张两次录入不一致。请 {by} 取出第 {sheet} 张看清票面，输入张号 {sheet}，按 Enter，从空白重录。", "Bundle {bundle}: sheets {sheets} differ. {by} takes out sheet {sheet}, looks at the paper, types {sheet}, presses Enter and keys it from an empty field.")
}
func DisputeNow(l Language) string {
	return l.in("第 {sheets} 张仍不一致。请监票人取出第 {sheet} 张看票认定：输入张号 {sheet}，按 Enter。", "Sheets {sheets} still differ. The scrutineer takes out sheet {sheet}: type {sheet} and press Enter to rule.")
}
func SpotDisputeNow(l Language) string {
	return l.in("抽查发现第 {sheets} 张与录入不一致。请监票人取出第 {sheet} 张看票认定：输入张号 {sheet}，按 Enter。", "Drawn sheets {sheets} differ from what was keyed. The scrutineer takes out sheet {sheet}: type {sheet} and press Enter to rule.")
}
func UnevenNow(l Language) string {
	return l.in("第 {bundle} 组 {first_by} 录了 {first} 张，{by} 录了 {second} 张，张数不符。请数清纸票，按 Enter 改正漏录或重录的一方。", "Bundle {bundle}: {first_by} keyed {first} sheets, {by} {second}. Count the paper and press Enter to mend what was skipped or keyed twice.")
}
func OtherSheet(l Language) string {
	return l.in("现在要看的是第 {sheet} 张，不是第 {typed} 张。", "It is sheet {sheet} that is wanted now, not {typed}.")
}
func SheetLabel(l Language) string  { return l.in("张号", "Sheet") }
func BundleLabel(l Language) string { return l.in("组号", "Bundle") }
func RuleWho(l Language) string {
	return l.in("第 {sheet} 张认定为“{words}”。监票人姓名（按 Enter 确认）：", "Sheet {sheet} is ruled to say “{words}”. The scrutineer's name (Enter to confirm):")
}
func RuleWhy(l Language) string {
	return l.in("写明认定的理由，按 Enter：", "Give the reason for the ruling and press Enter:")
}
func CheckAgreed(l Language) string {
	return l.in("第 {bundle} 组 {sheets} 张，两次一致。", "Bundle {bundle}, {sheets} sheets: both readings agree.")
}
func CheckAgreedAfter(l Language) string {
	return l.in("第 {bundle} 组复核完毕，{differed} 张不一致的已看票改定。", "Bundle {bundle} is checked; {differed} sheets that differed were settled by the paper.")
}
func CheckDrawAnew(l Language) string {
	return l.in("第 {bundle} 组已按票面改正，请重新掷骰再抽查一次。", "Bundle {bundle} was put right by the paper; roll the dice and draw again.")
}
func LeaveCheckWhy(l Language) string {
	return l.in("放弃第 {bundle} 组这次复核，写明理由，按 Enter（按 Esc 不放弃）：", "Give up this check of bundle {bundle}: say why and press Enter (Esc goes on with it):")
}

// A sheet that was skipped or keyed twice.

func SlipWhose(l Language) string { return l.in("谁录错了位？", "Whose entry slipped?") }
func SlipOf(l Language) string    { return l.in("{by} 录的", "{by}'s") }
func SlipAsk(l Language) string {
	return l.in("怎样错了位？后面各张会整体移动，不必重录。", "What slipped? The sheets behind it move; nothing else is keyed again.")
}
func SlipMissing(l Language) string { return l.in("漏录了一张", "A sheet was skipped") }
func SlipDoubled(l Language) string { return l.in("有一张录了两次", "A sheet was keyed twice") }
func MissingFrom(l Language) string {
	return l.in("从第几张起漏录了一张？输入张号，按 Enter：", "From which sheet on is one missing? Type its number and press Enter:")
}
func DoubledAt(l Language) string {
	return l.in("第几张是多录的？输入张号，按 Enter：", "Which sheet is one too many? Type its number and press Enter:")
}
func GapPlace(l Language) string {
	return l.in("第 {sheet} 张是漏录的，请补录。", "Sheet {sheet} was skipped; key it now.")
}
