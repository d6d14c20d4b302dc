package data

// FormWords is what is said where a plan is made.
type FormWords struct {
	Name  string // of the form
	Step  string // step, steps
	More  string // lines
	Start string // the line on the start screen

	// the line of keys and the question whether to leave
	Next       string
	NextPage   string
	Before     string
	Move       string
	PageBack   string
	UnknownKey string
	LeaveAsk   string
	LeaveNo    string
	LeaveYes   string

	// what cannot be taken
	Empty        string
	NumberNeeded string
	BadDay       string // text
	BadFraction  string // text
	NoComma      string // line, text
	NotAGrade    string // text, grades
	GradeCount   string // least, most
	NotKept      string
	Regraded     string
	Begun        string // another plan was chosen to begin with
	Kept         string // parts
	Ending       string // path
	ListOf       string

	// the parts of the first plan that no page asks for
	KeptVoids, KeptSpoils, KeptOverIssued, KeptSelfRating, KeptItems string
	KeptQuorum, KeptSources, KeptGates, KeptComposite                string

	Pack, Frame, Dates, Subjects, Voters, Content, Agenda PageWords
	Scale, Count, Veto, Facts, Quota, Sheets, Shown       PageWords
	Papers, Path, Review                                  PageWords // Review: path

	PackLine string // title, unit

	Unit, Superior, Chair, Year                         LabelWords
	Title, From, Until, DatesClause, FileBy, FileClause LabelWords
	SubjectList, Weighs, VoterList, EmptyClass          LabelWords
	ContentList, Minutes, StageClause, Warn             LabelWords // Minutes, StageClause: stage
	Grades, Aside, Base, Method, Decimals               LabelWords
	HasVeto, VetoGrades, VetoReading, VetoCompare       LabelWords
	VetoLimit, VetoForces, Clause                       LabelWords
	FactList                                            LabelWords // grade
	HasQuota, QuotaBelow, QuotaCompare, QuotaTarget     LabelWords
	QuotaRounding, Each, Bundle, BundleOver, Check      LabelWords
	Witnessed, Display, Fewest, FewestOf                LabelWords
	PaperList, File                                     LabelWords

	WeighChoices   [2]string // alike, by weight
	VetoChoices    [2]string // none, one
	QuotaChoices   [2]string // none, one
	EachChoices    [2]string // one sheet for all, one for each
	WitnessChoices [2]string // may say, must say
	ReviewChoices  [3]string // write, go back to the beginning, leave

	// by the word of the plan file
	Empties  map[string]string
	Bases    map[string]string
	Methods  map[string]string
	Readings map[string]string
	Passes   map[string]string // of a veto
	Nears    map[string]string // of a quota
	Rounds   map[string]string
	Checks   map[string]string
}

// PageWords is what stands above the questions of a page.
type PageWords struct{ Title, Help string }

// LabelWords is what a question is called, and what helps to answer it.
type LabelWords struct{ Name, Hint string }
