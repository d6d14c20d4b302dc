package words

// What checking an export has shown, by the step that passed.
var exportChecks = table{
	"files":          {"{files} 个文件，共 {bytes} 字节，名称和大小都在允许范围内。", "{files} files, {bytes} bytes, with names and sizes that are allowed."},
	"bag":            {"BagIt 1.0，格式 {format}，应有的文件都有，没有别的文件。", "BagIt 1.0 in the format {format}, with every file it should have and no other."},
	"tag-manifest":   {"{files} 个说明文件与 tagmanifest-sha256.txt 相符。", "{files} tag files have the SHA-256 of tagmanifest-sha256.txt."},
	"manifest":       {"{files} 个内容文件与 manifest-sha256.txt 相符。", "{files} payload files have the SHA-256 of manifest-sha256.txt."},
	"signature":      {"签名有效，密钥指纹 {fingerprint}；是谁的密钥，请与纸面上记下的指纹对照。", "The signature is good, by the key {fingerprint}; whose key that is, only the fingerprint on paper tells."},
	"schema":         {"{files} 个格式说明是本程序所知的，结果数据和 {records} 条记录都符合格式。", "{files} schemas are known, and the result and {records} records fit them."},
	"chain":          {"{records} 条记录首尾相连，末条校验值 {hash}。", "{records} records follow one another, the last with the hash {hash}."},
	"replay":         {"逐条重演并重新计票：有效评议表 {valid} 张，无效票 {void} 张。", "Every record replayed and every sheet recounted: {valid} valid, {void} void."},
	"plan":           {"plan.toml 与第 1 条记录中的方案一致：{title}。", "plan.toml is the plan of record 1: {title}."},
	"result":         {"{subjects} 名述职人的票数和等次重新计算，与 result.json 一致。", "The counts and verdicts of {subjects} subjects, worked out anew, are those of result.json."},
	"tables":         {"{files} 个表与重新计算的结果逐格一致。", "{files} tables say the same, cell by cell."},
	"papers":         {"{papers} 份材料上的 {figures} 个数据与结果一致。", "{figures} figures in {papers} papers are those of the result."},
	"workbook":       {"工作簿中的公式、数据和 {sheets} 张评议表明细与记录一致。", "The formulas and figures of the workbook and its {sheets} sheets are those of the journal."},
	"papers-whole":   {"{papers} 份材料按记录重新写出，逐字节相同（写作版本 {writer}）。", "{papers} papers, made anew from the journal, are the same byte for byte (writer {writer})."},
	"papers-other":   {"材料未比对：{papers} 份材料由写作版本 {writer} 写出，本程序是版本 {own}；票数和等次以结果数据为准。", "Papers not compared: {papers} papers were written by version {writer} of the writer, this program has version {own}; the figures stand in the result."},
	"workbook-whole": {"工作簿按记录重新写出，连同 {sheets} 张评议表明细逐字节相同（写作版本 {writer}）。", "The workbook with its {sheets} sheets, made anew from the journal, is the same byte for byte (writer {writer})."},
	"workbook-other": {"工作簿未比对：{sheets} 张评议表的工作簿由写作版本 {writer} 写出，本程序是版本 {own}。", "Workbook not compared: the workbook of {sheets} sheets was written by version {writer}, this program has version {own}."},
	"info":           {"bag-info.txt 与记录一致，编号 {identifier}。", "bag-info.txt says what the journal says, identifier {identifier}."},
	"seal-count":     {"第 {round} 轮，{day} 计票封存，票数相符；等次尚未确定。", "Round {round}, its count sealed on {day}: the sums close. No grade is sealed yet."},
	"seal":           {"第 {round} 轮，{day} 封存，票数相符，等次全部确定，没有违反否决。", "Round {round}, sealed on {day}: the sums close, and every grade is decided and heeds the vetoes."},
}

// ExportCheck is what a check of an export has shown when it passed. Of the words see
// [ExportAnchor].
func ExportCheck(l Language, step string) string { return exportChecks[step].in(l) }

// What was typed from the signed paper, and what it shows.
var exportAnchors = table{
	"nothing":         {"没有输入纸面上的词和校验码。最后一次封存是第 {seal} 次，在第 {record} 条记录。", "No words or groups from the signed paper were typed. The last seal is number {seal}, record {record}."},
	"words-of-count":  {"词是第 {seal} 次封存（计票，第 {record} 条记录）的。" + wordsAlone[0], "The words are those of seal {seal}, of a count, record {record}. " + wordsAlone[1]},
	"groups-of-count": {"校验码与第 {seal} 次封存（计票，第 {record} 条记录）的校验值相同。", "The groups are those of seal {seal}, of a count, record {record}."},
	"both-of-count":   {"词和校验码都是第 {seal} 次封存（计票，第 {record} 条记录）的。", "Words and groups are those of seal {seal}, of a count, record {record}."},
	"words":           {"词是第 {seal} 次封存（等次，第 {record} 条记录）的。" + wordsAlone[0], "The words are those of seal {seal}, of the grades, record {record}. " + wordsAlone[1]},
	"groups":          {"校验码与第 {seal} 次封存（等次，第 {record} 条记录）的校验值相同。", "The groups are the hash of seal {seal}, of the grades, record {record}."},
	"both":            {"词和校验码都是第 {seal} 次封存（等次，第 {record} 条记录）的。", "Words and groups are those of seal {seal}, of the grades, record {record}."},
}

// wordsAlone is what words are worth without the groups. Two records with the same 77
// bits turn up after about 2^38.5; a graphics card of today makes some 5·10^9 records
// with their words in a second, so that it needs minutes.
var wordsAlone = [2]string{
	"只核对了词：宣布以前，掌握电脑的人试约四千亿次就能凑出词相同的两份记录，一块显卡几分钟就够；请把校验码（16段）也输入。",
	"Only words were typed: before they were announced, the owner of the computer could find two records with the same words in about 4·10^11 tries, minutes on a graphics card. Type the sixteen groups too.",
}

// What verifying has come to, by how the export stands.
var exportStandings = table{
	"unanchored":     {"完整，未锚定：{path} 前后一致，但没有与纸面核对，不能说明这就是签字时的那份记录。请用 --words 输入报告单上的校验码和词。", "Whole, not anchored: {path} agrees with itself, but was held against no paper, so nothing shows that this is the record people signed. Type the groups and words of the report with --words."},
	"votes-anchored": {"完整，票数已锚定：输入的是计票报告单上的，证明 {path} 的票数，不证明等次；等次要用封存后的词和校验码核对。", "Whole, the votes anchored: what was typed is of the report of the count and proves the votes of {path}, and no grade; for these type what was announced when they were sealed."},
	"not-compared":   {"票数和等次完整、已锚定，材料未比对：{path} 的材料由另一版本写出。", "Votes and grades whole and anchored, papers not compared: another version wrote those of {path}."},
	"count-anchored": {"完整，已锚定：{path} 就是签字时的那份计票记录；等次尚未确定。", "Whole and anchored: {path} is the record of the count that people signed. The grades are not sealed yet."},
	"anchored":       {"完整，已锚定：{path} 就是签字时的那份记录，票数和等次重新计算后一致。", "Whole and anchored: {path} is the record that people signed, and its votes and grades were worked out anew."},
}

// ExportStanding is the last line of a verified export.
func ExportStanding(l Language, standing string) string { return exportStandings[standing].in(l) }

// What verifying has come to, in the title line of a meeting that is only looked at.
var exportVerdicts = table{
	"unanchored":     {"【归档包·完整，未锚定】", "[export: whole, not anchored]"},
	"votes-anchored": {"【归档包·票数已锚定】", "[export: votes anchored]"},
	"not-compared":   {"【归档包·材料未比对】", "[export: papers not compared]"},
	"count-anchored": {"【归档包·已锚定，等次未定】", "[export: anchored, no grades]"},
	"anchored":       {"【归档包·已锚定】", "[export: anchored]"},
}

// ExportVerdict is the standing of an export in few words.
func ExportVerdict(l Language, standing string) string { return exportVerdicts[standing].in(l) }

// What came after a seal that was superseded.

func SinceFigure(l Language) string {
	return l.in("{subject} {of}：{was} → {is}", "{subject} {of}: {was} → {is}")
}
func SinceGrade(l Language) string { return l.in("等次", "grade") }

// ExportAnchor is what the check of the words has shown, by what was typed: nothing,
// words, groups or both.
func ExportAnchor(l Language, typed string) string { return exportAnchors[typed].in(l) }
