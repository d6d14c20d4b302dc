package meeting

import (
	"fmt"
	"sort"
	"strings"

	"shuping/internal/plan"
)

// A Refusal is an order that the rules of the meeting do not allow now. Nothing
// was recorded. The code is for the words file, the values fill its sentence.
type Refusal struct {
	Code   Code
	Values map[string]any
}

// A Code names one reason to refuse. Codes are stable.
type Code string

const (
	NotOpened          Code = "not-opened"            // no session yet
	AlreadyOpened      Code = "already-opened"        //
	BadPlan            Code = "bad-plan"              // problem
	IsSealed           Code = "sealed"                //
	IsRehearsal        Code = "rehearsal"             //
	UnknownItem        Code = "unknown-item"          // item
	ItemRunning        Code = "item-running"          // item
	NoItemRunning      Code = "no-item-running"       //
	ItemDone           Code = "item-done"             // item
	OutOfOrder         Code = "out-of-order"          // item, before
	NoEndToTakeBack    Code = "no-end-to-take-back"   //
	ItemNotDone        Code = "item-not-done"         // item
	OrderOfOthers      Code = "order-of-others"       // subjects
	OrderBegun         Code = "order-begun"           // subject
	NotPaused          Code = "not-paused"            //
	AlreadyPaused      Code = "already-paused"        //
	TimeOutOfRange     Code = "time-out-of-range"     //
	ReasonNeeded       Code = "reason-needed"         //
	TextUnclean        Code = "text-unclean"          // position, character
	TextTooLong        Code = "text-too-long"         // length, limit
	UnknownSubject     Code = "unknown-subject"       // subject
	UnknownClass       Code = "unknown-class"         // class
	NumberOutOfRange   Code = "number-out-of-range"   // number, least, most
	PresentOverAll     Code = "present-over-expected" // present, expected
	LeaveOverAll       Code = "leave-over-expected"   // present, leave, expected
	NamedTwice         Code = "named-twice"           // name
	ScrutineerCounts   Code = "scrutineer-counts"     // by
	NameWithDigits     Code = "name-with-digits"      // name
	ScrutineerKeyed    Code = "scrutineer-keyed"      // by
	PresentUnderIssued Code = "present-under-issued"  // present, issued
	NoHeads            Code = "no-heads"              //
	IssuedOverPresent  Code = "issued-over-present"   // issued, present
	NotIssued          Code = "not-issued"            //
	AlreadyCollected   Code = "already-collected"     //
	NotCollected       Code = "not-collected"         //
	CollectedUnderRead Code = "collected-under-read"  // collected, entered
	RoundIsVoid        Code = "round-void"            // round
	BundleIsOpen       Code = "bundle-open"           // bundle
	NoBundle           Code = "no-bundle"             //
	NotInHand          Code = "not-in-hand"           // bundle
	Ambiguous          Code = "ambiguous"             // bundles
	SeatsBusy          Code = "seats-busy"            // bundles
	NotYourBundle      Code = "not-your-bundle"       // bundle
	NotYourSeat        Code = "not-your-seat"         // seat
	BadSeat            Code = "bad-seat"              // seat
	SameSeat           Code = "same-seat"             // bundle, seat
	InOtherHands       Code = "in-other-hands"        // bundle
	BundleFull         Code = "bundle-full"           // bundle, size
	BundleEmpty        Code = "bundle-empty"          // bundle
	HandCountDiffers   Code = "hand-count-differs"    // bundle, counted, entered
	Doubtful           Code = "doubtful"              // bundle, sheets
	NotDoubtful        Code = "not-doubtful"          // sheet
	AllRead            Code = "all-read"              // collected
	WrongRows          Code = "wrong-rows"            // rows, subjects
	UnknownMark        Code = "unknown-mark"          // mark, grades
	UnknownVoid        Code = "unknown-void"          // reason, most
	VoidRetired        Code = "void-retired"          // title
	SheetOverCap       Code = "sheet-over-cap"        // grades, count, most, digit, title
	CapWantsSheets     Code = "cap-wants-sheets"      //
	NothingToTakeBack  Code = "nothing-to-take-back"  //
	CustodyOpen        Code = "custody-open"          // collected, entered, valid, void, issued
	CountOpen          Code = "count-open"            //
	CountIsClosed      Code = "count-closed"          //
	UnknownFact        Code = "unknown-fact"          // kind, kinds
	NoSuchFact         Code = "no-such-fact"          // subject, kind
	UnknownGrade       Code = "unknown-grade"         // grade, grades
	GradeForced        Code = "grade-forced"          // subject, grade
	GradeCapped        Code = "grade-capped"          // subject, grade
	BarredByFact       Code = "barred-by-fact"        // subject, grade, fact
	BarredByVote       Code = "barred-by-vote"        // subject, grade, grades, limit
	DiffersFromVote    Code = "differs-from-vote"     // subject, grade, suggested
	NotDecided         Code = "not-decided"           // subject

	// Where a round has several stacks, the codes about sheets have the value
	// stack, which is the name of the one that they are about.
	StackNeeded         Code = "stack-needed"          // command, stacks
	ClassMerged         Code = "class-merged"          // class, into, id
	ClassMustVote       Code = "class-must-vote"       // class
	ClassIssued         Code = "class-issued"          // class
	ClassNotSmall       Code = "class-not-small"       // class, people, fewest
	ClassNotFew         Code = "class-not-few"         // class, fewest
	ClassRead           Code = "class-read"            // class
	ClassNeeded         Code = "class-needed"          // classes
	CollectedOverIssued Code = "collected-over-issued" // collected, issued
	UnknownMarkAside    Code = "unknown-mark-aside"    // mark, grades, aside
	UnknownSource       Code = "unknown-source"        // source, sources
	UnknownSourceGrade  Code = "unknown-source-grade"  // source, grade, grades
	VoteIsCounted       Code = "vote-is-counted"       // source
	BadScore            Code = "bad-score"             // score
	GradeBarred         Code = "grade-barred"          // subject, grade, source, is, grades
	DiffersFromSources  Code = "differs-from-sources"  // subject, grade, suggested, composite

	// The codes of the gates and of second readings.
	WitnessNeeded    Code = "witness-needed"    // command, argument
	SparesOpen       Code = "spares-open"       // printed, issued, kept, destroyed
	BundlesUnchecked Code = "bundles-unchecked" // bundles, check
	NoSuchBundle     Code = "no-such-bundle"    // bundle, bundles
	CheckUnderWay    Code = "check-under-way"   // bundle
	NoSheets         Code = "no-sheets"         // bundle
	GapOpen          Code = "gap-open"          // bundle, sheet
	NoCheck          Code = "no-check"          //
	CheckDiffers     Code = "check-differs"     // bundle, sheets
	FirstUnknown     Code = "first-unknown"     // bundle
	SamePerson       Code = "same-person"       // bundle, by
	Uneven           Code = "uneven"            // bundle, first, second
	NotDiffering     Code = "not-differing"     // bundle, sheet
	StillDiffers     Code = "still-differs"     // sheet
	KeyAgainFirst    Code = "key-again-first"   // sheet
	RuleInSpot       Code = "rule-in-spot"      // sheet
	NoSlipInSpot     Code = "no-slip-in-spot"   //
	BadDice          Code = "bad-dice"          // dice, least

	// The codes of counts by piles; row 0 is the void sheets.
	NoPiles          Code = "no-piles"           //
	PilesUnderWay    Code = "piles-under-way"    // by
	CountedByPiles   Code = "counted-by-piles"   //
	CountedByBundles Code = "counted-by-bundles" //
	NotPiled         Code = "not-piled"          //
	SameCounter      Code = "same-counter"       // by
	WrongPiles       Code = "wrong-piles"        // row, numbers, piles
	PileMissing      Code = "pile-missing"       // row
	PileOpen         Code = "pile-open"          // row, counted, collected, void, valid
	PilesHandCount   Code = "piles-hand-count"   // counted, collected
	PilesDiffer      Code = "piles-differ"       // rows
	RowAgrees        Code = "row-agrees"         // row
	RowStillDiffers  Code = "row-still-differs"  // row
	CountRowAgain    Code = "count-row-again"    // row
	VoidRowFirst     Code = "void-row-first"     // row
	PilesUnchecked   Code = "piles-unchecked"    // check

	// The codes of corrections and comments.
	Unchanged        Code = "unchanged"         //
	RecountUnderWay  Code = "recount-under-way" //
	RecountDiffers   Code = "recount-differs"   // subjects
	SubjectIsExempt  Code = "subject-exempt"    // subject
	NotExempt        Code = "not-exempt"        // subject
	NotReopened      Code = "not-reopened"      //
	NotWithdrawn     Code = "not-withdrawn"     // sheet
	AlreadyMoved     Code = "already-moved"     // sheet, bundle
	SheetGone        Code = "sheet-gone"        // bundle, sheet
	AlreadyAnnounced Code = "already-announced" // what
	AfterSeal        Code = "after-seal"        //
	IsArchived       Code = "archived"          // what is looked at is an export
	CommentsLater    Code = "comments-later"    // entered, collected

	// The codes of what lies before and behind the meeting.
	UnknownWord        Code = "unknown-word"         // argument, value, words
	VettedLacking      Code = "vetted-lacking"       // subject
	ReturnedForNothing Code = "returned-for-nothing" // subject
	UnknownTarget      Code = "unknown-target"       // to
	BadFileName        Code = "bad-file-name"        // name
	BadSHA256          Code = "bad-sha256"           // value
	FileSize           Code = "file-size"            // size, limit; both in bytes
	AlreadyAttached    Code = "already-attached"     // name, to
	UnknownProblem     Code = "unknown-problem"      // problem, problems
	ProblemIsDone      Code = "problem-done"         // problem
	NotEarlier         Code = "not-earlier"          // problem, to
	OfAnother          Code = "of-another"           // problem, to
	AlreadyCarried     Code = "already-carried"      // problem, bag
	UnknownPaper       Code = "unknown-paper"        // paper, papers
	AllFiled           Code = "all-filed"            //

	// The codes of Parse.
	UnknownCommand  Code = "unknown-command"  // command
	MissingArgument Code = "missing-argument" // command, argument
	UnknownArgument Code = "unknown-argument" // command, argument
	BadNumber       Code = "bad-number"       // argument, value
	BadDay          Code = "bad-day"          // argument, value
	BadLimit        Code = "bad-limit"        // argument, value
	OpenQuote       Code = "open-quote"       //
)

// Codes lists every code, for whoever must have a sentence for each.
var Codes = []Code{
	NotOpened, AlreadyOpened, BadPlan, IsSealed, IsRehearsal,
	UnknownItem, ItemRunning, NoItemRunning, ItemDone, OutOfOrder, NoEndToTakeBack, ItemNotDone, OrderOfOthers, OrderBegun,
	NotPaused, AlreadyPaused, TimeOutOfRange, ReasonNeeded, TextUnclean,
	TextTooLong, UnknownSubject, UnknownClass, NumberOutOfRange, PresentOverAll, LeaveOverAll, NamedTwice, ScrutineerCounts, NameWithDigits, ScrutineerKeyed,
	PresentUnderIssued, NoHeads, IssuedOverPresent, NotIssued, AlreadyCollected,
	NotCollected, CollectedUnderRead, RoundIsVoid, BundleIsOpen, NoBundle, NotInHand, Ambiguous, SeatsBusy, NotYourBundle, NotYourSeat, BadSeat, SameSeat, InOtherHands,
	BundleFull, BundleEmpty, HandCountDiffers, Doubtful, NotDoubtful, AllRead,
	WrongRows, UnknownMark, UnknownVoid, VoidRetired, SheetOverCap, CapWantsSheets, NothingToTakeBack, CustodyOpen,
	CountOpen, CountIsClosed, UnknownFact, NoSuchFact, UnknownGrade, GradeForced, GradeCapped, BarredByFact, BarredByVote,
	DiffersFromVote, NotDecided,
	StackNeeded, ClassNeeded, ClassMerged, ClassMustVote, ClassIssued, ClassNotSmall, ClassNotFew, ClassRead, CollectedOverIssued, UnknownMarkAside, UnknownSource,
	UnknownSourceGrade, VoteIsCounted, BadScore, GradeBarred,
	DiffersFromSources,
	WitnessNeeded, SparesOpen, BundlesUnchecked, NoSuchBundle, CheckUnderWay, NoSheets, GapOpen, NoCheck,
	CheckDiffers, FirstUnknown, SamePerson, Uneven, NotDiffering, StillDiffers,
	KeyAgainFirst, RuleInSpot, NoSlipInSpot, BadDice,
	NoPiles, PilesUnderWay, CountedByPiles, CountedByBundles, NotPiled, SameCounter,
	WrongPiles, PileMissing, PileOpen, PilesHandCount, PilesDiffer, RowAgrees,
	RowStillDiffers, CountRowAgain, VoidRowFirst, PilesUnchecked,
	Unchanged, AfterSeal, IsArchived, CommentsLater, AlreadyAnnounced, NotReopened, NotWithdrawn, AlreadyMoved, SheetGone,
	RecountUnderWay, RecountDiffers, SubjectIsExempt, NotExempt,
	UnknownWord, VettedLacking, ReturnedForNothing, UnknownTarget, BadFileName, BadSHA256, FileSize,
	AlreadyAttached, UnknownProblem, ProblemIsDone, NotEarlier, OfAnother, AlreadyCarried, UnknownPaper, AllFiled,
	UnknownCommand, MissingArgument, UnknownArgument, BadNumber, BadDay, BadLimit, OpenQuote,
}

// refuse takes the values as name, value, name, value.
func refuse(code Code, pairs ...any) *Refusal {
	r := &Refusal{Code: code, Values: map[string]any{}}
	for i := 0; i+1 < len(pairs); i += 2 {
		r.Values[pairs[i].(string)] = pairs[i+1]
	}
	return r
}

// A List is several values in one place of a sentence, which each language joins in its
// own way.
type List []string

// String joins them as a transcript does.
func (l List) String() string { return strings.Join(l, "、") }

// listOf is what name makes of each.
func listOf[T any](list []T, name func(T) string) List {
	out := make(List, len(list))
	for i, x := range list {
		out[i] = name(x)
	}
	return out
}

// Error is the code and its values, for programs; people read the words file.
func (r *Refusal) Error() string {
	names := make([]string, 0, len(r.Values))
	for n := range r.Values {
		names = append(names, n)
	}
	sort.Strings(names)
	var b strings.Builder
	b.WriteString(string(r.Code))
	for _, n := range names {
		fmt.Fprintf(&b, " %s=%v", n, r.Values[n])
	}
	return b.String()
}

// Refused is what package words makes a sentence of.
func (r *Refusal) Refused() (code string, values map[string]any) { return string(r.Code), r.Values }

// needDay refuses an order that states no day.
func needDay(command string, day plan.Day) error {
	if day == (plan.Day{}) {
		return refuse(MissingArgument, "command", command, "argument", "date")
	}
	return nil
}

// oneOf refuses a word that is none of the words that may stand there.
func oneOf[W ~string](argument string, word W, words []W) error {
	var known []string
	for _, w := range words {
		if w == word {
			return nil
		}
		if w != "" {
			known = append(known, string(w))
		}
	}
	return refuse(UnknownWord, "argument", argument, "value", string(word), "words", List(known))
}
