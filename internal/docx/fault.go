package docx

import (
	"errors"
	"fmt"
	"regexp"
	"strconv"
	"strings"
)

// A Code names one thing that is wrong with a template. Codes are permanent.
type Code string

const (
	Unreadable Code = "unreadable" // the file cannot be read: Detail
	Missing    Code = "missing"    // there is no such file
	Unknown    Code = "unknown"    // nothing is made of the file
	TooLarge   Code = "too-large"  // the file, or what is made of it, or the folder
	Syntax     Code = "syntax"     // an action cannot be read: Detail
	NotXML     Code = "not-xml"    // without its actions it is not well-formed: Detail
	Misplaced  Code = "misplaced"  // a value stands where it would not stay text
	Outside    Code = "outside"    // Detail refers to something outside of the file
	Twice      Code = "twice"      // Detail is defined in another file too
	BadValue   Code = "bad-value"  // a value is not there or cannot stand there: Detail
)

// A Fault is one thing that is wrong with a template.
type Fault struct {
	Code   Code
	File   string // its path in the folder of templates
	Line   int    // from 1; 0 where no line is to blame
	Detail string // in English, for whoever wrote the template
}

// Error is the place and the code. What people read is made of the fields by
// whoever knows their language.
func (f *Fault) Error() string {
	at := f.File
	if f.Line > 0 {
		at += fmt.Sprintf(", line %d", f.Line)
	}
	if f.Detail != "" {
		return fmt.Sprintf("%s: %s: %s", at, f.Code, f.Detail)
	}
	return fmt.Sprintf("%s: %s", at, f.Code)
}

// blame makes a fault of what package text/template says, which begins with the
// file and the line.
func blame(code Code, file string, err error) *Fault {
	var f *Fault
	if errors.As(err, &f) {
		return f
	}
	m := placed.FindStringSubmatch(err.Error())
	if m == nil {
		return &Fault{Code: code, File: file, Detail: err.Error()}
	}
	line, _ := strconv.Atoi(m[2])
	return &Fault{Code: code, File: m[1], Line: line, Detail: strings.TrimPrefix(m[3], "<xml>: error calling xml: ")}
}

var placed = regexp.MustCompile(`(?s)^template: ([^:]+):(\d+)(?::\d+)?: (?:executing "[^"]*" at )?(.*)$`)
