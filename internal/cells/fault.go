package cells

import "shuping/internal/fault"

// What is wrong with a file. Each fault of this package has one of these codes, with
// the names of its values behind it; its place is the row as line, and the column.
const (
	TooLarge      fault.Code = "too-large"       // limit, in MiB
	NothingThere  fault.Code = "nothing-there"   //
	WrongEncoding fault.Code = "wrong-encoding"  //
	Damaged       fault.Code = "damaged"         // reason
	Unpacked      fault.Code = "unpacked"        // limit, in MiB
	PartTwice     fault.Code = "part-twice"      // part
	TooManyStyles fault.Code = "too-many-styles" // limit
	HiddenSheet   fault.Code = "hidden-sheet"    // sheet

	OldWorkbook    fault.Code = "old-workbook"  //
	IsLocked       fault.Code = "locked"        //
	IsOpenDocument fault.Code = "open-document" //
	IsBinary       fault.Code = "binary"        //
	IsOtherOffice  fault.Code = "other-office"  //
	IsOldXML       fault.Code = "old-xml"       //
	IsWebPage      fault.Code = "web-page"      //
	IsDocument     fault.Code = "document"      //
	IsPDF          fault.Code = "pdf"           //
	IsPicture      fault.Code = "picture"       //
	IsPacked       fault.Code = "packed"        //
	IsBig5         fault.Code = "big5"          //
)

// Why a sheet could not be read to its end.
const (
	OpenQuote      fault.Code = "open-quote"       //
	TooManyRows    fault.Code = "too-many-rows"    // limit
	TooManyColumns fault.Code = "too-many-columns" // limit
	TooManyCells   fault.Code = "too-many-cells"   // limit
	TooManyMerges  fault.Code = "too-many-merges"  // limit
)

// What is wrong with a cell.
const (
	TooLong       fault.Code = "too-long"       // length, limit
	BadCharacter  fault.Code = "bad-character"  // character
	NotNormal     fault.Code = "not-normal"     // character
	HiddenRow     fault.Code = "hidden-row"     //
	HiddenColumn  fault.Code = "hidden-column"  //
	Covered       fault.Code = "covered"        // range
	Unseen        fault.Code = "unseen"         //
	Masked        fault.Code = "masked"         //
	IsADate       fault.Code = "is-a-date"      //
	IsATruth      fault.Code = "is-a-truth"     //
	IsAnError     fault.Code = "is-an-error"    // text
	NotCalculated fault.Code = "not-calculated" //
)

// blame is a fault at a place, with its values as name, value, name, value.
func blame(at Place, code fault.Code, pairs ...any) *fault.Fault {
	return fault.New("cells", code, pairs...).In(at.In())
}
