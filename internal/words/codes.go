package words

import (
	"fmt"
	"strings"
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
	return Fill(sentence, l.named(values))
}

// JournalFault is the sentence for a fault of the journal: what is wrong with which
// file and record, and what to do. Detail is what was found, in the same language.
func JournalFault(l Language, code, path string, record, line uint64, detail string) string {
	place := path
	switch {
	case line > 0:
		place = Fill(PlaceOfLine(l), Values("path", path, "record", record, "line", line))
	case record > 0:
		place = Fill(PlaceOfRecord(l), Values("path", path, "record", record))
	}
	reason := ""
	if detail != "" {
		reason = Fill(ReasonBehind(l), Values("reason", detail))
	}
	sentence, ok := journalFaults[code]
	if !ok {
		return strings.TrimSpace(place + " " + code + reason)
	}
	return Fill(sentence.in(l), Values("place", place, "reason", reason))
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
		"kinds", strings.Join(named, ListComma(l)), "reason", reason))
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
