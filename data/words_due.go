package data

// DueWords is what the commands about what is missing, about attached files and about
// last year's bundle say.
type DueWords struct {
	Missing map[string]string // what is missing, by its kind: subject, paper, problem, text
	Late    string            // days
	Today   string
	Left    string // days
	Whole   string // nothing is missing
	Unread  string // problem: a session that cannot be read
	Overdue string // overdue, sessions
	NotRead string // sessions: that could not be read

	Attached string // name, bytes, sha256, to
	SetAside string // kept: a damaged file that had the name
	Files    string // the row of a check
	Held     string // files, bytes
	BadFiles string // path, count

	FlagAfter string
	Later     string // path, year, now: the bundle is of a later year
	OtherUnit string // was, now
	Carried   string // path, problems, open, done
	Changed   string // path: the bundle changed while it was read
}

var dueZH = DueWords{
	Missing: map[string]string{
		"plan-filed": "工作方案没有报送备案",
		"vetting":    "述职报告没有审核通过：{subject}",
		"seal":       "会议没有开完封存",
		"paper":      "没有报送：{paper}",
		"sign-off":   "没有销号：{problem} {subject} {text}",
	},
	Late:    "逾期 {days} 天",
	Today:   "今天到期",
	Left:    "还有 {days} 天",
	Whole:   "没有缺项。",
	Unread:  "读不出来：{problem}",
	Overdue: "逾期 {overdue} 项（{sessions} 个会议文件），已逐条列出。",
	NotRead: "有 {sessions} 个会议文件读不出来，已列出。",

	Attached: "{to}  {name}  {bytes} 字节  SHA-256 {sha256}",
	SetAside: "附件文件夹里同名的文件已损坏，留作 {kept}；新的已放好。",
	Files:    "附件",
	Held:     "{files} 个，{bytes} 字节，都在，内容未变",
	BadFiles: "{path}：有 {count} 个附件不见了或变了，已逐条列出。",

	FlagAfter: "上年的归档包：核验后把没有整改完的问题结转过来",
	Later:     "{path} 是 {year} 年度的，比这个方案的 {now} 年度还晚，不能结转。",
	OtherUnit: "归档包是“{was}”的，方案是“{now}”的，请核对是不是同一个单位。",
	Carried:   "由 {path} 结转 {problems} 个问题：未销号 {open} 个，上年已销号 {done} 个。",
	Changed:   "{path} 在读取时被改动，没有新建。请再试一次。",
}

var dueEN = DueWords{
	Missing: map[string]string{
		"plan-filed": "the work plan is not filed",
		"vetting":    "report not passed: {subject}",
		"seal":       "the meeting is not held to its end and sealed",
		"paper":      "not filed: {paper}",
		"sign-off":   "not signed off: {problem} {subject} {text}",
	},
	Late:    "{days} days overdue",
	Today:   "due today",
	Left:    "{days} days left",
	Whole:   "Nothing is missing.",
	Unread:  "cannot be read: {problem}",
	Overdue: "{overdue} overdue in {sessions} sessions, listed above.",
	NotRead: "{sessions} sessions could not be read, listed above.",

	Attached: "{to}  {name}  {bytes} bytes  SHA-256 {sha256}",
	SetAside: "A damaged file had the name already and is kept as {kept}; the new one is in its place.",
	Files:    "Files",
	Held:     "{files}, {bytes} bytes, all there and as they were",
	BadFiles: "{path}: {count} attached files are gone or changed, listed above.",

	FlagAfter: "last year's bundle: it is verified, and the problems that are not done are carried over",
	Later:     "{path} is of {year}, later than the plan's {now}; nothing can be carried over from it.",
	OtherUnit: "The bundle is of “{was}” and the plan of “{now}”; make sure that they are the same unit.",
	Carried:   "Carried over from {path}: {problems} problems, {open} not signed off and {done} signed off last year.",
	Changed:   "{path} changed while it was read; no session was made. Try again.",
}
