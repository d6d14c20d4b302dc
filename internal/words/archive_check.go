package words

// What checking an export has shown, by the step that passed.
var exportChecks = table{
	"files":        {"{files} 个文件，共 {bytes} 字节，名称和大小都在允许范围内。", "{files} files, {bytes} bytes, with names and sizes that are allowed."},
	"bag":          {"BagIt 1.0，格式 {format}，应有的文件都有，没有别的文件。", "BagIt 1.0 in the format {format}, with every file it should have and no other."},
	"tag-manifest": {"{files} 个说明文件与 tagmanifest-sha256.txt 相符。", "{files} tag files have the SHA-256 of tagmanifest-sha256.txt."},
	"manifest":     {"{files} 个内容文件与 manifest-sha256.txt 相符。", "{files} payload files have the SHA-256 of manifest-sha256.txt."},
	"signature":    {"签名有效，密钥指纹 {fingerprint}；是谁的密钥，请与纸面上记下的指纹对照。", "The signature is good, by the key {fingerprint}; whose key that is, only the fingerprint on paper tells."},
	"schema":       {"{files} 个格式说明是本程序所知的，结果数据和 {records} 条记录都符合格式。", "{files} schemas are known, and the result and {records} records fit them."},
	"chain":        {"{records} 条记录首尾相连，末条校验值 {hash}。", "{records} records follow one another, the last with the hash {hash}."},
	"replay":       {"逐条重演并重新计票：有效评议表 {valid} 张，无效票 {void} 张。", "Every record replayed and every sheet recounted: {valid} valid, {void} void."},
	"plan":         {"plan.toml 与第 1 条记录中的方案一致：{title}。", "plan.toml is the plan of record 1: {title}."},
	"result":       {"{subjects} 名述职人的票数和等次重新计算，与 result.json 一致。", "The counts and verdicts of {subjects} subjects, worked out anew, are those of result.json."},
	"tables":       {"{files} 个表与重新计算的结果逐格一致。", "{files} tables say the same, cell by cell."},
	"papers":       {"{papers} 份材料上的 {figures} 个数据与结果一致。", "{figures} figures in {papers} papers are those of the result."},
	"workbook":     {"工作簿中的公式、数据和 {sheets} 张评议表明细与记录一致。", "The formulas and figures of the workbook and its {sheets} sheets are those of the journal."},
	"info":         {"bag-info.txt 与记录一致，编号 {identifier}。", "bag-info.txt says what the journal says, identifier {identifier}."},
	"seal":         {"第 {round} 轮，{day} 封存，票数相符，等次全部确定，没有违反否决。", "Round {round}, sealed on {day}: the sums close, and every grade is decided and heeds the vetoes."},
}

// ExportCheck is what a check of an export has shown when it passed. Of the words see
// [ExportAnchor].
func ExportCheck(l Language, step string) string { return exportChecks[step].in(l) }

// What was typed from the signed paper, and what it shows.
var exportAnchors = table{
	"nothing":         {"未锚定：没有输入纸面上的词和组，不能说明这就是签字时的那份记录。最后一次封存是第 {seal} 次，在第 {record} 条记录。", "Not anchored: no words or groups from the signed paper were typed, so nothing shows that this is the record people signed. The last seal is number {seal}, record {record}."},
	"words-of-count":  {"词是第 {seal} 次计票封存（第 {record} 条记录）的：证明票数，不证明等次。", "The words are those of count {seal}, record {record}: they prove the votes, and no grade."},
	"groups-of-count": {"校验码是第 {seal} 次计票封存（第 {record} 条记录）的：证明票数，不证明等次。", "The groups are those of count {seal}, record {record}: they prove the votes, and no grade."},
	"both-of-count":   {"词和校验码都是第 {seal} 次计票封存（第 {record} 条记录）的：证明票数，不证明等次。", "Words and groups are those of count {seal}, record {record}: they prove the votes, and no grade."},
	"words":           {"词是第 {seal} 次封存（第 {record} 条记录）的。只核对了词；掌握电脑的人在宣布之前试约四千亿份记录就能凑出相同的词，请把纸面上的校验码（16段）也输入。", "The words are those of seal {seal}, record {record}. Only words were typed; before they were announced the owner of the computer could find two records with the same words in about 4·10^11 tries: type the sixteen groups of the paper too."},
	"groups":          {"校验码（16段）与第 {seal} 次封存（第 {record} 条记录）的校验值相同，这就是签字时的那份记录。", "The sixteen groups are the hash of seal {seal}, record {record}: this is the record that people signed."},
	"both":            {"词和校验码（16段）都是第 {seal} 次封存（第 {record} 条记录）的，这就是签字时的那份记录。", "The words and the sixteen groups are those of seal {seal}, record {record}: this is the record that people signed."},
}

// ExportAnchor is what the check of the words has shown, by what was typed: nothing,
// words, groups or both.
func ExportAnchor(l Language, typed string) string { return exportAnchors[typed].in(l) }
