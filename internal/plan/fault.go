package plan

import (
	"slices"

	"shuping/internal/fault"
)

// What can be wrong in a plan file, and the names of the values. Every error of
// [Parse] is [fault.Faults]; each has its file, line and column.
const (
	TooLarge      fault.Code = "too-large"       //
	NotUTF8       fault.Code = "not-utf-8"       // encoding
	Syntax        fault.Code = "syntax"          // reason
	FullWidth     fault.Code = "full-width"      // character, half
	Unquoted      fault.Code = "unquoted"        // character
	BadCharacter  fault.Code = "bad-character"   // character
	NotNormal     fault.Code = "not-normal"      // character
	UnknownKey    fault.Code = "unknown-key"     // key, table, known
	MissingKey    fault.Code = "missing-key"     // key, table
	KeyTwice      fault.Code = "key-twice"       // key, first
	WrongType     fault.Code = "wrong-type"      // key, wanted, found
	Empty         fault.Code = "empty"           // key
	Padded        fault.Code = "padded"          // key
	TooLong       fault.Code = "too-long"        // key, length, limit
	BadID         fault.Code = "bad-id"          // id
	ListedTwice   fault.Code = "listed-twice"    // text, first
	PostTwice     fault.Code = "post-twice"      // post, first
	TooFew        fault.Code = "too-few"         // key, count, limit
	TooMany       fault.Code = "too-many"        // key, count, limit
	OutOfRange    fault.Code = "out-of-range"    // key, value, low, high
	BadWord       fault.Code = "bad-word"        // key, value, known
	NotAGrade     fault.Code = "not-a-grade"     // value, grades
	SpaceInGrade  fault.Code = "space-in-grade"  // grade
	NoneLower     fault.Code = "none-lower"      // grade
	NotADay       fault.Code = "not-a-day"       // value
	DayOrder      fault.Code = "day-order"       // late, day, early, before
	NotAnHour     fault.Code = "not-an-hour"     // value
	NotAFraction  fault.Code = "not-a-fraction"  // key, value
	FractionRange fault.Code = "fraction-range"  // key, value
	AlwaysHolds   fault.Code = "always-holds"    // key, value
	NeverHolds    fault.Code = "never-holds"     // key, value
	NotOneAGrade  fault.Code = "not-one-a-grade" // key, count, grades
	NotFalling    fault.Code = "not-falling"     // key
	Misplaced     fault.Code = "misplaced"       // key, of, value
	StageTwice    fault.Code = "stage-twice"     // stage
	NoReport      fault.Code = "no-report"       //
	NoEvaluation  fault.Code = "no-evaluation"   //
	TooEarly      fault.Code = "too-early"       //
	WarnTooLong   fault.Code = "warn-too-long"   // warn, stage, minutes

	TooManyChoices   fault.Code = "too-many-choices"   // count, limit
	ReservedID       fault.Code = "reserved-id"        // id
	NoItems          fault.Code = "no-items"           // deciding
	UnknownItem      fault.Code = "unknown-item"       // deciding, known
	WeightForAll     fault.Code = "weight-for-all"     // class, first
	WeightOfOne      fault.Code = "weight-of-one"      //
	ZeroWeight       fault.Code = "zero-weight"        // key
	WeightSum        fault.Code = "weight-sum"         // key, value
	NoWeights        fault.Code = "no-weights"         // key
	NotPart          fault.Code = "not-part"           // of, over
	CountsAll        fault.Code = "counts-all"         //
	NeverReached     fault.Code = "never-reached"      // step, line
	VoteTwice        fault.Code = "vote-twice"         // first
	VoteGrades       fault.Code = "vote-grades"        //
	VoteGate         fault.Code = "vote-gate"          // source
	NoSources        fault.Code = "no-sources"         // source
	UnknownSource    fault.Code = "unknown-source"     // source, known
	NotASourceGrade  fault.Code = "not-a-source-grade" // grade, source, grades
	BarsNothing      fault.Code = "bars-nothing"       // key, source
	NoComposite      fault.Code = "no-composite"       //
	NoWeightedSource fault.Code = "no-weighted-source" //
	NeedsPoints      fault.Code = "needs-points"       // source
	OverHundred      fault.Code = "over-hundred"       // key, value
	TooFine          fault.Code = "too-fine"           // key, value, limit
	AllGrades        fault.Code = "all-grades"         // key
	ForcesBest       fault.Code = "forces-best"        // grade
	EachTooMuch      fault.Code = "each-too-much"      // key, value, count
	OverBest         fault.Code = "over-best"          // key, value, points
	NoQuota          fault.Code = "no-quota"           // key, value
	NotAFolder       fault.Code = "not-a-folder"       // key, value
	HallTwice        fault.Code = "hall-twice"         //
	NeverMet         fault.Code = "never-met"          // key, value
	ForcesAndBars    fault.Code = "forces-and-bars"    //
	BarsLast         fault.Code = "bars-last"          // grade
	NotTheBest       fault.Code = "not-the-best"       // grade, best
	TooFewChoices    fault.Code = "too-few-choices"    // count, limit
	NeverGiven       fault.Code = "never-given"        // grade
	NotOnSheet       fault.Code = "not-on-sheet"       // grade
)

// maxFaults bounds what is told about one file.
const maxFaults = 100

// sorted orders by place and cuts at maxFaults.
func sorted(fs fault.Faults) fault.Faults {
	slices.SortStableFunc(fs, func(a, b *fault.Fault) int {
		if a.At.Line != b.At.Line {
			return a.At.Line - b.At.Line
		}
		return a.At.Column - b.At.Column
	})
	return fs[:min(len(fs), maxFaults)]
}
