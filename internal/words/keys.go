package words

// What the line of keys says behind each key.

func KeyConfirm(l Language) string    { return l.in("确定", "confirm") }
func KeyBack(l Language) string       { return l.in("返回", "back") }
func KeyChoose(l Language) string     { return l.in("选择", "choose") }
func KeyKeepNotes(l Language) string  { return l.in("存好返回", "keep and go back") }
func KeyStart(l Language) string      { return l.in("开始", "start") }
func KeyFinish(l Language) string     { return l.in("结束", "finish") }
func KeyPause(l Language) string      { return l.in("暂停", "pause") }
func KeyResume(l Language) string     { return l.in("继续", "resume") }
func KeyMinute(l Language) string     { return l.in("加 1 分钟", "a minute more") }
func KeyNotes(l Language) string      { return l.in("记要点", "notes") }
func KeyGrade(l Language) string      { return l.in("等次", "grade") }
func BlankMark(l Language) string     { return l.in("弃权", "blank") }
func SpoiledMark(l Language) string   { return l.in("该项无效", "spoiled") }
func DoubtfulSheet(l Language) string { return l.in("待认定", "doubtful") }
func KeyVoid(l Language) string       { return l.in("无效票", "void") }
func KeyVoidReason(l Language) string { return l.in("理由", "reason") }
func KeyTakeBack(l Language) string   { return l.in("退回", "take back") }
func KeyAllRows(l Language) string    { return l.in("全部的等次", "grade of all rows") }
func KeyOddRow(l Language) string {
	return l.in("不同的行：行号、等次", "another row: number, grade")
}
func KeyStoreSheet(l Language) string  { return l.in("存这一张", "store the sheet") }
func KeyRowByRow(l Language) string    { return l.in("这一组逐行录", "key this bundle row by row") }
func KeyByException(l Language) string { return l.in("只录不同的行", "key the odd rows alone") }
func KeyRanked(l Language) string      { return l.in("全部排列", "all subjects, the best first") }
func KeyYears(l Language) string       { return l.in("与上一年对照", "beside last year") }
func KeyOtherYear(l Language) string {
	return l.in("另选一个归档包来对照", "beside another export")
}
func KeyRestSame(l Language) string    { return l.in("其余同上", "rest the same") }
func KeyCloseEarly(l Language) string  { return l.in("封组", "close it early") }
func KeyOpenBundle(l Language) string  { return l.in("开始下一组", "open a bundle") }
func KeyCloseCount(l Language) string  { return l.in("计票结束", "close the count") }
func KeyDecide(l Language) string      { return l.in("定等次", "decide") }
func KeyAddFact(l Language) string     { return l.in("登记否决事实", "add a fact") }
func KeyDropFact(l Language) string    { return l.in("撤回事实", "withdraw a fact") }
func KeySeal(l Language) string        { return l.in("封存", "seal") }
func KeyExport(l Language) string      { return l.in("导出归档包", "write the export") }
func KeyScroll(l Language) string      { return l.in("滚动", "scroll") }
func KeyPage(l Language) string        { return l.in("翻页", "page") }
func KeyHelp(l Language) string        { return l.in("帮助", "help") }
func AgendaName(l Language) string     { return l.in("议程", "agenda") }
func KeyRecord(l Language) string      { return l.in("计票", "record") }
func KeyResult(l Language) string      { return l.in("结果", "result") }
func KeyArchive(l Language) string     { return l.in("归档", "archive") }
func KeyLog(l Language) string         { return l.in("日志", "log") }
func KeyProjector(l Language) string   { return l.in("投影", "projector") }
func KeyNextScreen(l Language) string  { return l.in("下一屏", "next screen") }
func KeyPlainGlyphs(l Language) string { return l.in("简化显示", "plain glyphs") }
func KeyLeave(l Language) string       { return l.in("离开", "leave") }
func KeyOrder(l Language) string       { return l.in("排序…", "order…") }
func KeyOnly(l Language) string        { return l.in("只看…", "show only…") }
func KeySources(l Language) string     { return l.in("来源与意见", "sources and opinion") }
func KeyOpinion(l Language) string     { return l.in("写意见", "opinion") }
func KeySteps(l Language) string       { return l.in("看判定步骤", "steps") }
func KeyOtherStack(l Language) string  { return l.in("换一类", "another kind") }
func KeySlip(l Language) string        { return l.in("补漏、去重", "skipped or doubled") }
func KeyBundles(l Language) string     { return l.in("各组", "bundles") }
func KeySheetBack(l Language) string   { return l.in("退回上一张", "take the last sheet back") }
func KeyNextField(l Language) string   { return l.in("下一栏", "next field") }
func KeyHeadsByClass(l Language) string {
	return l.in("按参评类别清点人数", "count the people by class")
}
func KeyClassOver(l Language) string {
	return l.in("这一类不填，看下一类", "pass over this class")
}
func KeyHeadsAgain(l Language) string  { return l.in("更正人数", "correct the people") }
func KeyIssuedAgain(l Language) string { return l.in("更正发出张数", "correct what was issued") }
func KeyCollectedAgain(l Language) string {
	return l.in("更正收回张数", "correct what came back")
}
func KeySeeResult(l Language) string     { return l.in("看结果", "the result") }
func KeyCheckBundle(l Language) string   { return l.in("复核这一组", "check it") }
func KeyMoreSheets(l Language) string    { return l.in("还有票", "more sheets") }
func KeyLeaveCheck(l Language) string    { return l.in("放弃复核", "give the check up") }
func KeyPiles(l Language) string         { return l.in("分堆计票", "count piles") }
func KeyCorrectSheet(l Language) string  { return l.in("更正一张票", "correct a sheet") }
func KeyWithdrawPiles(l Language) string { return l.in("撤回分堆计票", "take piles back") }
func KeyLeavePiles(l Language) string    { return l.in("放弃清点", "give the count up") }
func KeyNoMoreSheets(l Language) string  { return l.in("没有票了", "no more sheets") }
func KeyRowBefore(l Language) string     { return l.in("上一行", "row before") }
func KeyComments(l Language) string      { return l.in("登记书面意见", "comments") }
