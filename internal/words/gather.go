package words

// What the exports of many organisations come to.

func FlagRoster(l Language) string {
	return l.in("应报送单位的表（CSV 或 XLSX：单位、代码、期限）", "table of the units that should hand in (CSV or XLSX: unit, code, due)")
}
func FlagYear(l Language) string {
	return l.in("哪一年度，默认最近的", "which year, the latest if left out")
}
func FlagGatherTable(l Language) string {
	return l.in("把汇总写成表（.csv 或 .xlsx）", "write the summary as a table (.csv or .xlsx)")
}
func GatherSheet(l Language) string { return l.in("汇总", "summary") }
func GatherTooMany(l Language) string {
	return l.in("{folder} 里的文件超过 {limit} 个；请分几次汇总。", "{folder} has more than {limit} files; gather them in parts.")
}
func GatherCacheBad(l Language) string {
	return l.in("以前核验的记录有 {lines} 行坏了，没有采用；那些文件重新核验，“首次见到”的时间从今天算起。", "{lines} lines of what was verified before are damaged and were not used; those files are verified again, and count as first seen today.")
}
func GatherHead(l Language) string {
	return l.in("{folder}：{files} 个文件，{year}年度，{units} 个单位", "{folder}: {files} files, {year}, {units} units")
}
func GatherGrades(l Language) string {
	return l.in("综合评价等次（{subjects} 人）：{grades}  不评定 {exempt}", "grades of {subjects} subjects: {grades}  not graded {exempt}")
}
func GatherUnnamed(l Language) string {
	return l.in("归档包不完整，看不出是谁的", "an export that fails before it says whose it is")
}
func GatherForeign(l Language) string   { return l.in("不是归档包", "no export") }
func GatherOtherYear(l Language) string { return l.in("别的年度", "another year") }
func GatherExempt(l Language) string    { return l.in("不评定等次", "not graded") }
func GatherIncomplete(l Language) string {
	return l.in("{folder}：还有没有报齐、没有通过核验或需要查明的单位，见上面各行。", "{folder}: some units are missing, fail or have to be looked into; see the lines above.")
}

func GatherHeads(l Language) []string { return gatherHeads.in(l) }

var gatherHeads = list{
	{"单位", "unit"}, {"代码", "code"}, {"情况", "standing"}, {"说明", "why"}, {"会议", "meeting"}, {"应到", "expected"}, {"实到", "present"},
	{"发出", "issued"}, {"收回", "collected"}, {"有效", "valid"}, {"述职对象", "subject"}, {"票数", "counts"}, {"弃权", "blank"},
	{"等次", "grade"}, {"文件", "file"}, {"SHA-256", "SHA-256"},
}

// GatherStanding is how a unit stands.
func GatherStanding(l Language, code string) string { return gatherStandings[code].in(l) }

var gatherStandings = table{
	"fork":    {"两套记录", "fork"},
	"failing": {"未通过核验", "failing"},
	"double":  {"两次会议", "double"},
	"missing": {"未报送", "missing"},
	"late":    {"逾期报送", "late"},
	"flagged": {"需要看一看", "to be looked at"},
	"whole":   {"完整", "whole"},
}

// GatherDo is what is to be done about a unit.
func GatherDo(l Language, code string) string { return gatherDo[code].in(l) }

var gatherDo = table{
	"fork":    {"同一次会议有两套封存记录，互不相同。两份都不计入，请与该单位当面核对纸质报告单上的校验码。", "One meeting with two sealed histories that differ. Neither counts; compare the groups on the signed paper with the unit."},
	"failing": {"请该单位重新导出归档包再报送。", "Ask the unit to export again and to hand that in."},
	"double":  {"同一年度报来两次不同的会议，都不计入；请该单位说明以哪一次为准。", "Two meetings of one year; neither counts. Ask the unit which one stands."},
	"missing": {"没有收到归档包，请催报。", "No export came; ask for it."},
	"late":    {"过了期限才收到。", "It came after its day."},
}

// GatherFlag is a reason to look at a meeting. It says nothing against it.
func GatherFlag(l Language, code string) string { return gatherFlags[code].in(l) }

var gatherFlags = table{
	"all-best":      {"所有票都是最好的等次", "every mark is the best one"},
	"many-blank":    {"弃权超过一成", "more than a tenth of the marks are blank"},
	"same-counts":   {"票数与另一个单位完全相同", "another unit has the same counts"},
	"unchecked":     {"有评议表录入后没有第二人复核", "no other person confirmed some of the sheets"},
	"corrected":     {"封存后有更正", "corrected after a seal"},
	"shared-signer": {"与另一个单位用同一把签名密钥", "another unit signed with the same key"},
	"same-person":   {"录入人同时是监票人", "who keyed the sheets confirmed the count too"},
	"backwards":     {"记录的时间有倒退", "instants that go backwards"},
	"hasty":         {"记录不是随会议逐步写成的", "the record was not kept as the meeting went on"},
	"scripted":      {"有记录由脚本写入", "records written by a script"},
	"rehearsal":     {"是演练", "a rehearsal"},
	"unlisted":      {"不在名单上", "not on the roster"},
}

var gatherFaults = table{
	"no-units":    {"{file}：没有找到“单位”一列，请在第一行写上列名。", "{file}: no column “unit” was found; name the columns in the first row."},
	"no-name":     {"{file} 第 {row} 行没有单位名称，请补上或删去这一行。", "{file}, row {row}: the unit is missing; fill it in or take the row out."},
	"named-twice": {"{file} 第 {row} 行：“{unit}”已经列过，请删去一行。", "{file}, row {row}: “{unit}” is listed already; take one of them out."},
	"no-day":      {"{file} 第 {row} 行：期限“{text}”看不懂，请写成 2024-01-31。", "{file}, row {row}: the day “{text}” cannot be read; write it as 2024-01-31."},
}
