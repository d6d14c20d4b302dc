package journal

import (
	"errors"
	"fmt"
	"io/fs"
	"strings"

	"shuping/internal/durable"
)

// A Code names what is wrong with a book, for callers that word it themselves.
// Codes are permanent.
type Code string

const (
	Exists   Code = "exists"    // Create: something has that name already
	Missing  Code = "missing"   // neither the book nor its twin is there
	Empty    Code = "empty"     // the file holds nothing, which no session is
	Foreign  Code = "foreign"   // the file was made by another program
	Locked   Code = "locked"    // another program, or another window, has it open
	ReadOnly Code = "read-only" // the file or its folder may not be written
	Damaged  Code = "damaged"   // the bytes do not prove themselves
	Torn     Code = "torn"      // a journal ends in the middle of a line
	Forked   Code = "forked"    // the book and its twin are both good and differ
	DiskFull Code = "disk-full" // nothing was written; try again when there is space
	LowSpace Code = "low-space" // Inspect: little space is left; writing still works
	Replaced Code = "replaced"  // deleted, replaced or changed while it was open
	Storage  Code = "storage"   // the disk failed; what was written is uncertain
	Stopped  Code = "stopped"   // a write failed before; only Open goes on
	BadEntry Code = "bad-entry" // Append, Create: the entry can never be a record
)

// Codes lists every Code, so that a table of words can be checked against it.
var Codes = []Code{Exists, Missing, Empty, Foreign, Locked, ReadOnly, Damaged, Torn, Forked,
	DiskFull, LowSpace, Replaced, Storage, Stopped, BadEntry}

// A Fault is why a book could not be made, opened, read or written. Every error
// of this package is one.
type Fault struct {
	Code   Code
	Path   string // the file concerned; empty for a stream
	Record uint64 // the record concerned, from 1; 0 if none
	Line   uint64 // the line concerned, from 1; 0 if the file has no lines
	Detail string // what was found, in English
	Err    error  // the cause, if there is one
}

// CodeOf is the code of the Fault in err, or "" if there is none.
func CodeOf(err error) Code {
	var f *Fault
	if errors.As(err, &f) {
		return f.Code
	}
	return ""
}

// Error is one English sentence: the file, the record, what is wrong, and what
// can be done.
func (f *Fault) Error() string {
	var s strings.Builder
	s.WriteString(f.place())
	words := sentences[f.Code]
	s.WriteString(words.what)
	if reason := f.reason(); reason != "" {
		fmt.Fprintf(&s, " (%s)", reason)
	}
	if words.hint != "" {
		s.WriteString("; " + words.hint)
	}
	return s.String()
}

// Unwrap is the cause.
func (f *Fault) Unwrap() error { return f.Err }

func (f *Fault) place() string {
	var parts []string
	if f.Path != "" {
		parts = append(parts, f.Path)
	}
	if f.Record > 0 {
		parts = append(parts, fmt.Sprintf("record %d", f.Record))
	}
	if f.Line > 0 {
		parts = append(parts, fmt.Sprintf("line %d", f.Line))
	}
	if len(parts) == 0 {
		return "the journal "
	}
	return strings.Join(parts, ", ") + " "
}

func (f *Fault) reason() string {
	switch {
	case f.Detail != "" && f.Err != nil:
		return f.Detail + ": " + f.Err.Error()
	case f.Err != nil:
		return f.Err.Error()
	}
	return f.Detail
}

var sentences = map[Code]struct{ what, hint string }{
	Exists:   {"exists already and is never overwritten", "choose another name or open what is there"},
	Missing:  {"is not there", "check the name and the folder"},
	Empty:    {"is empty, which no session is", "restore it from a copy"},
	Foreign:  {"is not a session file", "choose a file that this program has made"},
	Locked:   {"is in use", "close it in the other window or program first"},
	ReadOnly: {"may not be written", "move the session to a folder of your own"},
	Damaged:  {"is damaged", "keep the files as they are and restore a copy"},
	Torn:     {"is unfinished", "ask for the whole file again"},
	Forked:   {"and its twin both hold a good record of this number, and not the same", "keep both files and find out which is right"},
	DiskFull: {"could not take the record because the disk is full", "free some space and try again"},
	LowSpace: {"lies on a disk that is nearly full", "free some space soon"},
	Replaced: {"was deleted, replaced or changed while it was open", "stop entering and open the session again"},
	Storage:  {"could not be read or written", "stop entering and open the session again"},
	Stopped:  {"takes no more records", "open the session again"},
	BadEntry: {"cannot take such a record", "nothing was written"},
}

// diskFault turns what the operating system said about path into a Fault.
func diskFault(path, doing string, err error) *Fault {
	var known *Fault
	if errors.As(err, &known) {
		return known
	}
	f := &Fault{Code: Storage, Path: path, Detail: doing, Err: err}
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
