package attached

import "shuping/internal/fault"

// What is wrong with a file, and the names of the values. The place is the file, as
// people call it; "" where nobody has said.
const (
	TooLarge fault.Code = "too-large" // limit, in MiB
	Empty    fault.Code = "empty"     //
	NotAFile fault.Code = "not-a-file"
	BadName  fault.Code = "bad-name"  // sha256
	ReadBack fault.Code = "read-back" //
	Missing  fault.Code = "missing"   // sha256
	Changed  fault.Code = "changed"   // sha256, found
	Resized  fault.Code = "resized"   // sha256, found, bytes
)

func blame(code fault.Code, name string, pairs ...any) *fault.Fault {
	return fault.New("attached", code, pairs...).In(fault.Place{File: name})
}
