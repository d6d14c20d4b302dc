package journal

import (
	"fmt"
	"strings"
)

// A NoteCode names one thing that opening found or did. Codes are permanent.
type NoteCode string

const (
	// BookRebuilt and TwinRebuilt: File was written anew from the other copy,
	// because of Reason; the old file is Kept beside (empty if it was missing).
	BookRebuilt NoteCode = "book-rebuilt"
	TwinRebuilt NoteCode = "twin-rebuilt"

	// UnseenRecord: records First to Last, of these Kinds, were on disk but may
	// never have been acknowledged, because the power or the program failed in
	// between. They count now; somebody should look at the paper.
	UnseenRecord NoteCode = "unseen-record"

	// SingleCopy: records First to Last, of these Kinds, were acknowledged and
	// stood in one of the two files only.
	SingleCopy NoteCode = "single-copy"

	// TornLine: the twin ended in a write that was never finished and never
	// acknowledged. It would have begun with record First. It does not count; its
	// bytes are Kept beside once the session was opened.
	TornLine NoteCode = "torn-line"

	// RecordsLost: the files show that there were records First to Last, and
	// neither copy can prove them any more.
	RecordsLost NoteCode = "records-lost"
)

// NoteCodes lists every NoteCode, so that a table of words can be checked
// against it.
var NoteCodes = []NoteCode{BookRebuilt, TwinRebuilt, UnseenRecord, SingleCopy, TornLine, RecordsLost}

// A Note is one thing that opening found or did. The code says which values it
// carries.
type Note struct {
	Code   NoteCode
	File   string   // the file concerned, as a path
	Kept   string   // where the old file, or its unfinished end, is kept, as a path
	First  uint64   // first record concerned
	Last   uint64   // last record concerned
	Kinds  []string // their kinds, each once, in the order of appearance
	Reason string   // what was wrong, in English
}

// String is the note as an English sentence.
func (n Note) String() string {
	switch n.Code {
	case BookRebuilt, TwinRebuilt:
		s := fmt.Sprintf("%s was rebuilt from its twin copy: %s.", n.File, n.Reason)
		if n.Kept != "" {
			s += fmt.Sprintf(" The old file is kept as %s.", n.Kept)
		}
		return s
	case UnseenRecord:
		return fmt.Sprintf("%s (%s) was on disk but may never have been shown; compare it with the paper.",
			span(n.First, n.Last), strings.Join(n.Kinds, ", ")) + n.rest()
	case SingleCopy:
		return fmt.Sprintf("%s (%s) stood in one of the two files only.",
			span(n.First, n.Last), strings.Join(n.Kinds, ", "))
	case TornLine:
		return fmt.Sprintf("%s ended in a write that was never finished; it does not count, and record %d is the next.",
			n.File, n.First) + n.rest()
	case RecordsLost:
		return fmt.Sprintf("%s can no longer be proven and is lost.", span(n.First, n.Last))
	}
	return string(n.Code)
}

// rest says where the bytes of an unfinished write are.
func (n Note) rest() string {
	if n.Kept == "" {
		return ""
	}
	return fmt.Sprintf(" What there was of an unfinished write is kept as %s.", n.Kept)
}

func span(first, last uint64) string {
	if first == last {
		return fmt.Sprintf("Record %d", first)
	}
	return fmt.Sprintf("Each of records %d to %d", first, last)
}

// A Report says what a book holds, and in Notes what opening it found and did.
// A book that was closed in order has no notes.
type Report struct {
	Records uint64
	Head    Head
	Notes   []Note
}

// keep notes where the unfinished end of the twin is kept.
func (r Report) keep(name string) {
	for i := range r.Notes {
		if code := r.Notes[i].Code; code == TornLine || code == UnseenRecord {
			r.Notes[i].Kept = name
		}
	}
}

// String is the report in English, a sentence for the count and one for each
// note.
func (r Report) String() string {
	s := fmt.Sprintf("%d records, the last %s.", r.Records, r.Head.Hash)
	for _, n := range r.Notes {
		s += " " + n.String()
	}
	return s
}
