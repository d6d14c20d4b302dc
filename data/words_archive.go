package data

// ArchiveWords is what the commands about papers and bundles say.
type ArchiveWords struct {
	FlagWords  string
	FlagPapers string // the folder of the papers

	// What recognises a sealed record, line by line.
	Seal        string // number, record
	Words       string
	Groups      string
	Fingerprint string
	ToPaper     string // what to do with these

	NoTemplates string // path

	FlagNotes string // the visits and the prepared comments go in too
	Private   string // a bundle has them

	Lacks  string // papers: those of the plan that are not in a bundle
	Lacked string // paper: one of them
}

var archiveZH = ArchiveWords{
	FlagWords:  "签字的报告单上的八个词、十六组，或者两样都输入，用引号括起",
	FlagPapers: "写到这个新文件夹",

	Seal:        "第 {number} 次封存（第 {record} 条记录）",
	Words:       "封存词",
	Groups:      "校验组",
	Fingerprint: "签名密钥指纹",
	ToPaper:     "请在签字的报告单上核对词和组，并记下指纹：离开这台电脑后，只有纸面能说明归档包是哪一份、由谁签名。",

	NoTemplates: "方案指明的材料模板文件夹 {path} 不在；请把它放到会议文件旁。",

	FlagNotes: "把不公开的调研记录和点评准备也放进归档包",
	Private:   "注意：这个归档包里有不公开的调研记录和点评准备（data/private/visits.docx），它们不由会议记录得出。",

	Lacks:  "归档包里还缺方案要求的材料：{papers}。",
	Lacked: "《{paper}》",
}

var archiveEN = ArchiveWords{
	FlagWords:  "the eight words of the signed report, its sixteen groups, or both, in quotes",
	FlagPapers: "write into this new folder",

	Seal:        "Seal {number} (record {record})",
	Words:       "Words",
	Groups:      "Groups",
	Fingerprint: "Fingerprint",
	ToPaper:     "Compare words and groups with the signed report and write the fingerprint on it: away from this computer, only the paper tells which record the bundle is and who signed it.",

	NoTemplates: "The folder of templates that the plan names, {path}, is not there; put it beside the session.",

	FlagNotes: "put the private visit notes and prepared comments into the bundle",
	Private:   "Mind: this bundle has private visit notes and prepared comments (data/private/visits.docx), which do not follow from the journal.",

	Lacks:  "The bundle lacks papers of the plan: {papers}.",
	Lacked: "“{paper}”",
}
