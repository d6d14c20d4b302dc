package mirror

import (
	"errors"
	"io/fs"

	"shuping/internal/durable"
	"shuping/internal/fault"
)

// Why a mirror is behind, or is none, and the names of the values. All have its file,
// and the record where one is known, which are the place too.
const (
	Gone     fault.Code = "gone"      // file; its folder is not there: the disk was pulled
	Full     fault.Code = "full"      // file
	ReadOnly fault.Code = "read-only" // file
	Failed   fault.Code = "failed"    // file, said
	Other    fault.Code = "other"     // file; it is not a mirror of this session
	Further  fault.Code = "further"   // file, record; it goes on where the session ends
	Forked   fault.Code = "forked"    // file, record; both go on from there, each in its own way
)

func codeOf(f *fault.Fault) fault.Code {
	if f == nil {
		return ""
	}
	return f.Code
}

func blame(code fault.Code, at fault.Place, pairs ...any) *fault.Fault {
	return fault.New("mirror", code, append(pairs, "file", at.File, "record", at.Record)...).In(at)
}

// diskFault turns what the system said of a mirror into a fault.
func diskFault(path string, err error) *fault.Fault {
	if known := fault.Find(err, "mirror"); known != nil {
		return known
	}
	code := Failed
	switch {
	case fault.Find(err, "journal") != nil: // the session's own files; whoever has it says more
	case errors.Is(err, fs.ErrNotExist):
		code = Gone
	case durable.IsFull(err):
		code = Full
	case durable.IsForbidden(err):
		code = ReadOnly
	}
	said := err
	for next := err; next != nil; next = errors.Unwrap(next) {
		said = next
	}
	return blame(code, fault.Place{File: path}, "said", fault.Reason(said.Error())).Because(err)
}
