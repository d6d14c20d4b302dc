// Package fault is what went wrong, as a value: a code, its values, the place and
// the cause. A package that finds something wrong names a code and says no sentence.
// Package words holds the sentence of each code, in every language.
package fault

import (
	"errors"
	"fmt"
	"strings"
)

// A Code names one thing that can be wrong, among those of one package. Codes are
// permanent: some of them stand in JSON. A package keeps its own as constants, each
// with the names of its values behind it.
type Code string

// A Fault is one thing that is wrong. Its values are numbers and text that is safe
// to show.
type Fault struct {
	Of     string // the package that names the code
	Code   Code
	Values map[string]any // what the sentence says, by name
	At     Place
	Cause  error // nil where there is none
}

// A Place is where a fault is. What does not apply is zero; all counts are from 1.
type Place struct {
	File   string // as people call it
	Record uint64 // in a journal
	Line   int    // or the row of a table
	Column int    // in characters, or the column of a table
}

// New takes the values as name, value, name, value.
func New(of string, code Code, pairs ...any) *Fault {
	values := make(map[string]any, len(pairs)/2)
	for i := 0; i+1 < len(pairs); i += 2 {
		values[pairs[i].(string)] = pairs[i+1]
	}
	return &Fault{Of: of, Code: code, Values: values}
}

// In puts the fault at a place.
func (f *Fault) In(at Place) *Fault {
	f.At = at
	return f
}

// Because names the cause.
func (f *Fault) Because(err error) *Fault {
	f.Cause = err
	return f
}

// Error is for engineers: package, code, place, values and cause. What people read
// is made by package words.
func (f *Fault) Error() string {
	var s strings.Builder
	fmt.Fprintf(&s, "%s: %s", f.Of, f.Code)
	if f.At != (Place{}) {
		fmt.Fprintf(&s, " at %s", f.At)
	}
	if len(f.Values) > 0 {
		fmt.Fprintf(&s, " %v", f.Values)
	}
	if f.Cause != nil {
		fmt.Fprintf(&s, ": %v", f.Cause)
	}
	return s.String()
}

// Unwrap is the cause.
func (f *Fault) Unwrap() error { return f.Cause }

// String is FILE:LINE:COLUMN, and the record, as far as they are known.
func (p Place) String() string {
	parts := []string{}
	if p.File != "" {
		parts = append(parts, p.File)
	}
	for _, n := range []int{p.Line, p.Column} {
		if n > 0 {
			parts = append(parts, fmt.Sprint(n))
		}
	}
	if p.Record > 0 {
		parts = append(parts, fmt.Sprintf("record %d", p.Record))
	}
	return strings.Join(parts, ":")
}

// ColumnName is the letters of a column of a table, from 1: A, B … Z, AA; "" for none.
func ColumnName(column int) string {
	var name []byte
	for ; column > 0; column = (column - 1) / 26 {
		name = append([]byte{byte('A' + (column-1)%26)}, name...)
	}
	return string(name)
}

// Find is the first fault of a package in the chain of err, nil where there is none.
func Find(err error, of string) *Fault {
	for {
		var f *Fault
		if !errors.As(err, &f) || f == nil {
			return nil
		}
		if f.Of == of {
			return f
		}
		err = f.Cause
	}
}

// Is reports whether the first fault of the package in err has the code.
func Is(err error, of string, code Code) bool { return CodeOf(err, of) == code && code != "" }

// CodeOf is the code of the first fault of a package in err, "" where there is none.
func CodeOf(err error, of string) Code {
	if f := Find(err, of); f != nil {
		return f.Code
	}
	return ""
}

// Values that each language says in its own way.
type (
	// A Reason is what the system says, in its own words and without the file's
	// path. It is said as far as there are words for it.
	Reason string
	// A Quote is text from a file, shown so that nothing in it can hide.
	Quote string
	// A List is said with the separator of the language.
	List []string
	// An Excerpt is text from a cell, whose beginning is shown.
	Excerpt string
	// About is what a sentence is about, as it stands before it; said as any value
	// is, and nothing where that is "".
	About struct{ What any }
	// A Term is a word of the program's own, by its code.
	Term string
	// A Table is where in a file a value stands, by the name of its table: "" is the
	// top of the file.
	Table string
)

// String is the beginning, in one line.
func (e Excerpt) String() string { return Cut(strings.ReplaceAll(string(e), "\n", " ")) }

// Cut is as much of a text from a file as a sentence shows.
func Cut(s string) string {
	const most = 40
	if r := []rune(s); len(r) > most {
		return string(r[:most]) + "…"
	}
	return s
}

// Faults are all that is wrong in one file, by place. It is never empty.
type Faults []*Fault

// Error has one line for each fault, for engineers.
func (fs Faults) Error() string {
	lines := make([]string, len(fs))
	for i, f := range fs {
		lines[i] = f.Error()
	}
	return strings.Join(lines, "\n")
}

// Unwrap lets errors.As find the first [Fault].
func (fs Faults) Unwrap() []error {
	out := make([]error, len(fs))
	for i, f := range fs {
		out[i] = f
	}
	return out
}
