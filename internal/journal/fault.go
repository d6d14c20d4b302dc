package journal

import (
	"errors"
	"io/fs"

	"shuping/internal/durable"
	"shuping/internal/fault"
)

// Why a book could not be made, opened, read or written. Every error of this package
// is a [fault.Fault] with one of these codes. Its place is the file, "" for a stream,
// the record, and the line of a file that has lines. What was found, if that is known,
// is the value "detail", in English.
const (
	Exists   fault.Code = "exists"    // Create: something has that name already
	Missing  fault.Code = "missing"   // neither the book nor its twin is there
	Empty    fault.Code = "empty"     // the file holds nothing, which no session is
	Foreign  fault.Code = "foreign"   // the file was made by another program
	Locked   fault.Code = "locked"    // another program, or another window, has it open
	ReadOnly fault.Code = "read-only" // the file or its folder may not be written
	Damaged  fault.Code = "damaged"   // the bytes do not prove themselves
	Torn     fault.Code = "torn"      // a journal ends in the middle of a line
	Forked   fault.Code = "forked"    // the book and its twin are both good and differ
	DiskFull fault.Code = "disk-full" // nothing was written; try again when there is space
	LowSpace fault.Code = "low-space" // Inspect: little space is left; writing still works
	Replaced fault.Code = "replaced"  // put aside or changed while it was open
	Storage  fault.Code = "storage"   // the disk failed; what was written is uncertain
	Stopped  fault.Code = "stopped"   // a write failed before; only Open goes on
	BadEntry fault.Code = "bad-entry" // the entry can never be a record
)

// of is this package as its faults name it.
const of = "journal"

func blame(code fault.Code, at fault.Place, detail string) *fault.Fault {
	if detail == "" {
		return fault.New(of, code).In(at)
	}
	return fault.New(of, code, "detail", detail).In(at)
}

// CodeOf is the code of the first fault of this package in err, "" if there is none.
func CodeOf(err error) fault.Code { return fault.CodeOf(err, of) }

// reasonOf is the detail of a fault, and the cause.
func reasonOf(f *fault.Fault) string {
	detail, _ := f.Values["detail"].(string)
	switch {
	case detail != "" && f.Cause != nil:
		return detail + ": " + f.Cause.Error()
	case f.Cause != nil:
		return f.Cause.Error()
	}
	return detail
}

// conditions are what a note says of a file, by the code of its fault.
var conditions = map[fault.Code]string{
	Missing: "is not there", Empty: "is empty", Foreign: "is not a session file",
	Damaged: "is damaged", Torn: "is unfinished", Storage: "could not be read or written",
}

// diskFault turns what the operating system said about path into a fault.
func diskFault(path, doing string, err error) *fault.Fault {
	if known := fault.Find(err, of); known != nil {
		return known
	}
	f := blame(Storage, fault.Place{File: path}, doing).Because(err)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		f.Code = Missing
	case errors.Is(err, fs.ErrExist):
		f.Code = Exists
	case durable.IsFull(err):
		f.Code = DiskFull
	case durable.IsForbidden(err):
		f.Code = ReadOnly
	}
	return f
}
