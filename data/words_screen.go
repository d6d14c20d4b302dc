package data

// ScreenWords is what the screens say.
type ScreenWords struct {

	// title and places
	Name         string
	BigTitle     string
	Rehearsal    string
	PlaceKeys    string
	AllPlaceKeys string // where there is room for all of them
	TooSmall     string

	// what goes everywhere
	PasteRefused   string
	PasteCut       string
	UnknownKey     string
	HeldKey        string
	NumberNeeded   string
	NameNeeded     string
	Clause         string
	Stopped        string
	Untaken        string
	Dropped        string
	LeaveAsk       string
	LeavePractice  string // a rehearsal is gone afterwards
	LeaveHalf      string
	LeaveNo        string
	LeaveYes       string
	PlainOn        string
	PlainOff       string
	Returned       string
	ReturnedBundle string

	// agenda
	Left        string
	Over        string
	Paused      string
	Skipped     string
	Finished    string
	AgendaNext  string
	AgendaOver  string
	ToCount     string // where to go once the agenda has come to the vote
	ToGrades    string
	ToArchive   string
	SkipWhy     string
	NotesOf     string
	NotesHead   string
	NotesKept   string
	NextItem    string
	AskInAgenda string

	// record
	StackNamed     string // of several
	Overall        string // a mark, where there are items
	AsideCount     string
	IssuedLabel    string
	CollectedLabel string
	ReadLabel      string
	RestLabel      string
	BundleSheet    string
	JustNow        string
	SheetNumber    string
	Stored         string
	Writing        string
	Doubtful       string
	VoidSheet      string
	VoidWhy        string
	SettleSheet    string
	TakenBack      string
	BundleClosed   string
	CountClosed    string
	Scrutineer     string
	CollectedOver  string
	CollectAgain   string
	VoidRound      string

	// result
	ResultHead     string
	Interim        string
	Final          string
	Sealed         string
	RoundVoid      string
	RoundVoidBig   string
	Weighted       string // of percentages
	BlankSpoiled   string
	IsOver         string
	NotOver        string
	SuggestedGrade string
	ForcedGrade    string
	DecidedGrade   string
	Quota          string
	Others         string

	// grade desk
	VoteColumn                                string
	VetoColumn                                string
	GradeColumn                               string
	Undecided                                 string
	DecideFor                                 string
	Decided                                   string
	DecideLater, DecideLaterOnly              string // with kinds of facts, without
	Trigger, Settled, Unsettled, OtherReading string
	OtherNone                                 string            // another reading suggests nothing
	Readings                                  map[string]string // of several veto grades
	BarredMark                                string
	NoGrade                                   string
	ScoreAsk                                  string
	NoteAsk                                   string
	Assessed                                  string
	SourcesFor                                string
	OpinionFor                                string
	OpinionKept                               string
	Merits                                    string
	Problems                                  string
	NobodyHere                                string
	CountsColumn                              string
	NegativeColumn                            string
	Points                                    string
	HasNote                                   string
	Edge                                      string
	TriggerBefore                             string // nothing is read yet
	Earlier                                   string
	Orders, Filters                           []string // of the desk, in the order of its keys
	StepsHead                                 string
	FinalHead                                 string
	StepNames                                 map[string]string // by the step of a reason
	FactFor                                   string
	FactSource                                string
	SourceNeeded                              string
	WithdrawWhich                             string
	WithdrawWhy                               string

	// archive
	ArchiveHead   string
	ArchiveAgenda string
	ArchiveCount  string
	ArchiveGrades string
	ArchiveSeal   string
	WhereTo       string // behind what is still open
	SealAsk       string
	SealUnheld    string // the agenda is not over
	SealBroken    string // a correction broke the last seal
	SealNo        string
	SealYes       string
	SealedNow     string
	Exporting     string
	Exported      string
	ExportFailed  string
	ArchiveFile   string
	FileBy        string

	// log
	LogHead string

	// projector
	ProjectorHead  string
	Counting       string
	CountingBig    string // large, whatever the language
	TooFewSheets   string
	CountingDetail string

	// help
	HelpHead       string
	HelpHere       string
	HelpEverywhere string

	Keys  KeyWords
	Gates GateWords
	Coach CoachWords
	Start StartWords

	Kinds                     map[string]string // of agenda items
	QuotaStates, QuotaTargets map[string]string
	Quiet                     map[string]string // what the log says of a record whose contents stay out of it
	HelpNotes                 []string
}

// KeyWords is what the line of keys says behind each key.
type KeyWords struct {
	Confirm       string
	Back          string
	Choose        string
	KeepNotes     string
	Start         string
	Finish        string
	Pause         string
	Resume        string
	Minute        string
	Notes         string
	Grade         string
	Blank         string
	Spoiled       string
	Doubtful      string
	Void          string
	VoidReason    string
	TakeBack      string
	RestSame      string
	CloseEarly    string
	OpenBundle    string
	CloseCount    string
	Correct       string
	Decide        string
	AddFact       string
	DropFact      string
	Seal          string
	Export        string
	Scroll        string
	Page          string
	Help          string
	Agenda        string
	Record        string
	Result        string
	GradeDesk     string
	Archive       string
	Log           string
	Projector     string
	NextScreen    string
	PlainGlyphs   string
	Leave         string
	Order         string
	Only          string
	Sources       string
	Opinion       string // where the plan has no sources
	Steps         string
	OtherStack    string
	Aside         string
	Slip          string
	Checks        string
	CheckBundle   string
	MoreSheets    string
	LeaveCheck    string
	Piles         string
	CorrectSheet  string
	WithdrawPiles string
	LeavePiles    string
	NoMoreSheets  string
	RowBefore     string
	Comments      string
}

// GateWords is what the count asks for at each gate.
type GateWords struct {
	Heads     string
	Issue     string
	IssueEach string // a sheet for each of several subjects
	Collect   string
	Open      string
	Hand      string
	Finish    string
	Closed    string
	Void      string
	Expected  string
	Present   string
	Counted   string
}

// CoachWords is the next step of a rehearsal.
type CoachWords struct {
	Head      string
	Go        string
	Start     string
	Finish    string
	Heads     string
	Issue     string
	Collect   string
	Open      string
	OpenFirst string // who keys is asked
	AsAsked   string
	Sheet     string
	Hand      string
	Close     string
	Decide    string
	Over      string
}

// StartWords is what the start screen says.
type StartWords struct {
	New                         string
	Rehearse                    string
	Open                        string
	Broken                      string
	Quit                        string
	WorkFrom, WorkUntil, FileBy string // behind a session: the next date of its plan
}
