package private

import "shuping/internal/fault"

// Why a drawer was not opened or saved, and the names of the values.
const (
	Newer    fault.Code = "newer"      // path, schema
	NotAFile fault.Code = "not-a-file" // path
	TooLarge fault.Code = "too-large"  // limit, in MiB
	TooLong  fault.Code = "too-long"   // length, limit
	TooMany  fault.Code = "too-many"   // lines, limit
	BadText  fault.Code = "bad-text"   // position, character
	BadVisit fault.Code = "bad-visit"  // visit
	ReadBack fault.Code = "read-back"  // path
	Damaged  fault.Code = "damaged"    // path
)

// A Note tells that a damaged drawer was put aside.
type Note struct {
	Path string // the drawer
	Kept string // where its bytes lie now
}

func blame(code fault.Code, pairs ...any) *fault.Fault {
	return fault.New("private", code, pairs...)
}
