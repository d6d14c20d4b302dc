package intake

import (
	"shuping/internal/cells"
	"shuping/internal/fault"
)

// What is wrong with the sheet, its heads and its columns. Each fault of this package
// has one of these codes, with the names of its values behind it; its place is the row
// as line, and the column. What is wrong with a cell is a fault of package cells.
const (
	NoHeads        fault.Code = "no-heads"        // rows
	NoSuchSheet    fault.Code = "no-such-sheet"   // sheet, sheets
	SeveralSheets  fault.Code = "several-sheets"  // sheets
	UnknownColumn  fault.Code = "unknown-column"  // column, columns
	NoHead         fault.Code = "no-head"         //
	ColumnTwice    fault.Code = "column-twice"    // column, other
	MissingColumn  fault.Code = "missing-column"  // column
	UnknownSubject fault.Code = "unknown-subject" // value, subjects
	BadMerge       fault.Code = "bad-merge"       // range
	TooManyRows    fault.Code = "too-many-rows"   // limit
	Refused        fault.Code = "refused"         // in the words of package meeting
)

// What is wrong with sheets.
const (
	Questionnaire fault.Code = "questionnaire"  // column
	NamesPeople   fault.Code = "names-people"   // column
	ClassNeeded   fault.Code = "class-needed"   // column, classes
	SubjectNeeded fault.Code = "subject-needed" // column, subjects
	NoSheets      fault.Code = "no-sheets"      //
	EmptyMark     fault.Code = "empty-mark"     // column
	UnknownMark   fault.Code = "unknown-mark"   // value, choices
	MarkOnVoid    fault.Code = "mark-on-void"   // value, reason
	UnknownVoid   fault.Code = "unknown-void"   // value, reasons
	UnknownClass  fault.Code = "unknown-class"  // value, classes
	OtherClass    fault.Code = "other-class"    // value, chosen
	OtherSubject  fault.Code = "other-subject"  // value, chosen
	NoTick        fault.Code = "no-tick"        // value
	NoNumber      fault.Code = "no-number"      // column, value
	NumberJumps   fault.Code = "number-jumps"   // column, value, due
	StrayRow      fault.Code = "stray-row"      // text
	TooMany       fault.Code = "too-many"       // stack, sheets, collected, read
	NoCount       fault.Code = "no-count"       // value
	CountTwice    fault.Code = "count-twice"    // row, label
	CountMissing  fault.Code = "count-missing"  // label
	SumDiffers    fault.Code = "sum-differs"    // column, said, sum
	CountsDiffer  fault.Code = "counts-differ"  // label, sum, other, due
	VoidsNeeded   fault.Code = "voids-needed"   // stack, void, collected, valid, reasons
	AllByPiles    fault.Code = "all-by-piles"   //
	OneIsApart    fault.Code = "one-is-apart"   //
	SomeAgain     fault.Code = "some-again"     // a new vote on some subjects is under way, whose sheets are keyed by hand
	NoneRead      fault.Code = "none-read"      //
)

// What is wrong with problems.
const (
	NoRows        fault.Code = "no-rows"        //
	NewNeeds      fault.Code = "new-needs"      // column
	UnknownID     fault.Code = "unknown-id"     // value
	Twice         fault.Code = "twice"          // problem, row
	Empty         fault.Code = "empty"          // column
	UnknownOrigin fault.Code = "unknown-origin" // value, origins
	NoDay         fault.Code = "no-day"         // value
	TooLong       fault.Code = "too-long"       // length, limit
	OneLine       fault.Code = "one-line"       //
	EmptyStep     fault.Code = "empty-step"     // day
	UnknownDone   fault.Code = "unknown-done"   // value
	NobodySigned  fault.Code = "nobody-signed"  // value
	IsDone        fault.Code = "is-done"        // problem, done
	UnclearHead   fault.Code = "unclear-head"   // column, head
	SaysTwo       fault.Code = "says-two"       // column, one, other
)

// What is wrong with names.
const (
	NoNames        fault.Code = "no-names"         //
	NoName         fault.Code = "no-name"          // value
	NamesNeedClass fault.Code = "names-need-class" // classes
)

// What is told of a table that is read.
const (
	OldLines        fault.Code = "old-lines"         //
	SheetFound      fault.Code = "sheet-found"       // sheet, rows
	HeadFound       fault.Code = "head-found"        // rows
	RowsAbove       fault.Code = "rows-above"        // rows
	OtherSheets     fault.Code = "other-sheets"      // sheets
	HiddenSheets    fault.Code = "hidden-sheets"     // sheets
	HeadAgain       fault.Code = "head-again"        //
	TitleAgain      fault.Code = "title-again"       // text
	TotalRow        fault.Code = "total-row"         // text
	NoteRow         fault.Code = "note-row"          // text
	AndMore         fault.Code = "and-more"          // count
	ColumnsLeft     fault.Code = "columns-left"      // columns
	ReadAs          fault.Code = "read-as"           // column, head
	Section         fault.Code = "section"           // text
	SeveralProblems fault.Code = "several-problems"  // count
	ForEverybody    fault.Code = "for-everybody"     // value, count
	ForSeveral      fault.Code = "for-several"       // value, count
	LimitUntil      fault.Code = "limit-until"       // value, day
	LimitWithoutDay fault.Code = "limit-without-day" // value
	NothingTicked   fault.Code = "nothing-ticked"    // reading
	ReadsVoid       fault.Code = "reads-void"        // reason; as what such a row counts
	ReadsBlank      fault.Code = "reads-blank"       // as what such a row counts
	TwoTicks        fault.Code = "two-ticks"         // column
	OnlyDigits      fault.Code = "only-digits"       //
	NameTwice       fault.Code = "name-twice"        // name, row
)

// add adds a fault, up to [cells.MaxFaults]. The values are name, value, name, value.
func add(list fault.Faults, at cells.Place, code fault.Code, pairs ...any) fault.Faults {
	if len(list) < cells.MaxFaults {
		list = append(list, fault.New("intake", code, pairs...).In(at.In()))
	}
	return list
}

// find adds what is to be told, each thing once. Of too many the last says how many
// more there are.
func find(list fault.Faults, at cells.Place, code fault.Code, pairs ...any) fault.Faults {
	n := len(list)
	switch {
	case n > 0 && list[n-1].Code == code && list[n-1].At == at.In():
	case n < cells.MaxFaults:
		list = add(list, at, code, pairs...)
	case n == cells.MaxFaults:
		list = append(list, fault.New("intake", AndMore, "count", 1))
	default:
		list[n-1].Values["count"] = list[n-1].Values["count"].(int) + 1
	}
	return list
}
