package docx

import (
	"strconv"
	"strings"

	"shuping/internal/fault"
	"shuping/internal/typed"
)

// What is wrong with a template, and the names of the values. The place is the file,
// by its path in the folder of templates, and its line, 0 where none is to blame. The
// detail is for whoever wrote the template, in English.
const (
	Unreadable fault.Code = "unreadable" // detail; the file cannot be read
	Missing    fault.Code = "missing"    // there is no such file
	Unknown    fault.Code = "unknown"    // nothing is made of the file
	TooLarge   fault.Code = "too-large"  // the file, or what is made of it, or the folder
	Syntax     fault.Code = "syntax"     // detail; an action cannot be read
	NotXML     fault.Code = "not-xml"    // detail; without its actions it is not well-formed
	Misplaced  fault.Code = "misplaced"  // detail; a value stands where it would not stay text
	Outside    fault.Code = "outside"    // detail; it refers to something outside of the file
	Twice      fault.Code = "twice"      // detail; it is defined in another file too
	BadValue   fault.Code = "bad-value"  // detail; a value is not there or cannot stand there
)

func found(code fault.Code, at fault.Place, detail any) *fault.Fault {
	if detail == "" {
		return fault.New("docx", code).In(at)
	}
	return fault.New("docx", code, "detail", detail).In(at)
}

// blame makes a fault of what package text/template says, which begins with the
// file and the line.
func blame(code fault.Code, file string, err error) *fault.Fault {
	if f := fault.Find(err, "docx"); f != nil {
		return f
	}
	m := placed().FindStringSubmatch(err.Error())
	if m == nil {
		return found(code, fault.Place{File: file}, err.Error())
	}
	line, _ := strconv.Atoi(m[2])
	return found(code, fault.Place{File: m[1], Line: line}, strings.TrimPrefix(m[3], "<xml>: error calling xml: "))
}

var placed = typed.Pattern(`(?s)^template: ([^:]+):(\d+)(?::\d+)?: (?:executing "[^"]*" at )?(.*)$`)
