package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"strings"
	"syscall"
	"unicode"

	"shuping/internal/durable"
	"shuping/internal/fault"
	"shuping/internal/journal"
	"shuping/internal/meeting"
	"shuping/internal/words"
)

// A failure is an error that is worded already.
type failure struct{ sentence string }

func (f failure) Error() string { return f.sentence }

// A misunderstanding is a command line that makes no sense.
type misunderstanding struct{ sentence string }

func (u misunderstanding) Error() string { return u.sentence }

// An unknownLanguage is a value of --lang.
type unknownLanguage string

func (l unknownLanguage) Error() string { return string(l) }

// unproven is an export that is whole and was held against no paper, or not with all
// that it holds. The command has said so on standard output.
type unproven struct{}

func (unproven) Error() string { return "" }

// fail words a failure.
func fail(sentence string, values map[string]any) error {
	return failure{words.Fill(sentence, values)}
}

// end tells how the command went and gives its exit status.
func (m *Main) end(err error) int {
	if err == nil {
		return done
	}
	var whole unproven
	if errors.As(err, &whole) {
		return unanchored
	}
	fmt.Fprintln(m.Stderr, "shuping: "+visible(m.sentence(err)))
	var misread misunderstanding
	var lang unknownLanguage
	if errors.As(err, &misread) || errors.As(err, &lang) {
		return misuse
	}
	return failed
}

// note tells what somebody should know although the command goes on.
func (m *Main) note(sentences ...string) {
	for _, s := range sentences {
		fmt.Fprintln(m.Stderr, visible(words.Fill(words.NoteLine(m.lang), map[string]any{"note": s})))
	}
}

// sentence is an error in one line of the chosen language.
func (m *Main) sentence(err error) string {
	if refusal, ok := err.(*meeting.Refusal); ok {
		return words.Refusal(m.lang, string(refusal.Code), refusal.Values)
	}
	if f := fault.Find(err, "journal"); f != nil {
		return words.Fault(m.lang, f)
	}
	var faults fault.Faults
	var found *fault.Fault
	var file *fs.PathError
	var lang unknownLanguage
	switch {
	case errors.As(err, &lang):
		return words.Fill(words.NoLanguage(m.lang), map[string]any{"value": string(lang)})
	case errors.As(err, &faults):
		return words.FirstFault(m.lang, faults)
	case errors.As(err, &found):
		return words.Fault(m.lang, found)
	case errors.As(err, &file):
		return m.file(file)
	case errors.Is(err, context.Canceled):
		return words.ScriptInterrupted(m.lang)
	}
	return err.Error()
}

// file words what the system said of a file.
func (m *Main) file(err *fs.PathError) string {
	kind := "other"
	switch {
	case errors.Is(err, fs.ErrNotExist):
		kind = "missing"
	case errors.Is(err, fs.ErrExist):
		kind = "exists"
	case errors.Is(err, fs.ErrPermission):
		kind = "denied"
	case errors.Is(err, syscall.EISDIR):
		kind = "directory"
	case errors.Is(err, durable.ErrNotFile):
		kind = "no-file"
	case errors.Is(err, syscall.ENOSPC):
		kind = "full"
	}
	return words.Fill(words.FileTrouble(m.lang, kind), map[string]any{"path": err.Path, "reason": words.SaidBySystem(m.lang, rootCause(err).Error())})
}

// notes words what opening a session found.
func (m *Main) notes(report journal.Report) []string {
	var out []string
	for _, n := range report.Notes {
		out = append(out, words.Note(m.lang, string(n.Code), n.File, n.Kept, n.First, n.Last, n.Kinds, n.Reason))
	}
	return out
}

// visible is text as one line in which nothing drives a terminal.
func visible(text string) string {
	text = strings.Join(strings.FieldsFunc(text, func(r rune) bool { return r == '\n' || r == '\r' }), " ")
	return strings.Map(func(r rune) rune {
		if unicode.IsControl(r) || unicode.In(r, unicode.Cf, unicode.Zl, unicode.Zp, unicode.Co, unicode.Cs) {
			return unicode.ReplacementChar
		}
		return r
	}, text)
}

// rootCause is the innermost error: what the system said, without the path.
func rootCause(err error) error {
	for {
		inner := errors.Unwrap(err)
		if inner == nil {
			return err
		}
		err = inner
	}
}
