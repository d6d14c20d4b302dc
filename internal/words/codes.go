package words

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"shuping/internal/fault"
)

// Refusal is the sentence for a refusal of the meeting; the code itself where there
// is none. A refusal about one of several stacks of sheets names it first.
func Refusal(l Language, code string, values map[string]any) string {
	known, ok := refusals[code]
	if !ok {
		return code
	}
	sentence := known.in(l)
	if _, several := values["stack"]; several && !strings.Contains(sentence, "{stack}") {
		sentence = AboutStack(l) + sentence
	}
	return Fill(sentence, l.said(values))
}

// journalFault is the sentence for a fault of the journal. Its place stands inside,
// and what was found in brackets: a detail, and the fault or what the system said.
func journalFault(l Language, f *fault.Fault) string {
	said, known := journalFaults[string(f.Code)]
	if !known {
		return f.Error()
	}
	place, values := f.At.File, Values("path", f.At.File, "record", f.At.Record, "line", f.At.Line)
	switch {
	case f.At.Line > 0:
		place = Fill(PlaceOfLine(l), values)
	case f.At.Record > 0:
		place = Fill(PlaceOfRecord(l), values)
	}
	reason := ""
	if found := foundBehind(l, f); found != "" {
		reason = Fill(ReasonBehind(l), Values("reason", found))
	}
	return Fill(said.in(l), Values("place", place, "reason", reason))
}

// foundBehind is the detail of a fault of the journal, and its cause.
func foundBehind(l Language, f *fault.Fault) string {
	detail, _ := f.Values["detail"].(string)
	found := []string{FoundInJournal(l, detail)}
	if inner := fault.Find(f.Cause, "journal"); inner != nil {
		found = append(found, journalFault(l, inner))
	} else if f.Cause != nil {
		found = append(found, SaidBySystem(l, rootCause(f.Cause).Error()))
	}
	found = slices.DeleteFunc(found, func(s string) bool { return s == "" })
	return strings.Join(found, Colon(l))
}

// rootCause is the innermost error: what the system said, without the path.
func rootCause(err error) error {
	for inner := err; inner != nil; inner = errors.Unwrap(inner) {
		err = inner
	}
	return err
}

// Note is the sentence for what opening a session found or did.
func Note(l Language, code, file, kept string, first, last uint64, kinds []string, reason string) string {
	sentence, ok := openingNotes[code]
	if !ok {
		return code
	}
	records := fmt.Sprint(first)
	if last > first {
		records = fmt.Sprintf("%d–%d", first, last)
	}
	named := make([]string, len(kinds))
	for i, k := range kinds {
		named[i] = kindOfRecord(l, k)
	}
	said := sentence.in(l)
	switch {
	case kept == "":
		kept = "–"
	case code == "torn-line" || code == "unseen-record":
		said += TornKept(l)
	}
	reason = FoundInJournal(l, reason)
	return Fill(said, Values("file", file, "kept", kept, "records", records, "first", first,
		"kinds", l.join(named), "reason", reason))
}

// kindOfRecord is a kind of record in words, without what the record says.
func kindOfRecord(l Language, name string) string {
	s := LogEvent(l, name)
	if s == "" {
		return name
	}
	s, _, _ = strings.Cut(s, "{")
	return strings.TrimSuffix(strings.TrimRight(s, " ：:,"), " 第")
}
