package data

import (
	"fmt"
	"strings"
)

// CommandWords is what the command line says. The tables are keyed by what the
// program calls a thing: a command by its path, a fault of the journal, a record
// or a role by its name.
type CommandWords struct {
	// The help.
	About    string // what the program is
	Usage    string
	Commands string
	Flags    string
	MoreHelp string
	Does     map[string]string // one line for each command
	Tells    map[string]string // more about some of them

	FlagLang     string
	FlagHelp     string
	FlagPlan     string // of run
	FlagPlanMust string // of new
	FlagJSON     string
	FlagOutput   string

	// Usage that is not understood.
	NoCommand     string // command
	NoFlag        string // flag
	FlagValue     string // flag
	FlagBad       string // flag, value
	FlagMissing   string // flag, usage
	TooFew        string // usage
	TooMany       string // argument, usage
	NoLanguage    string // value
	NeedsTerminal string
	AskHelp       string // command: what is said behind each of the above

	// What went well.
	Verified string // path
	NotWhole string // path, problem
	PlanGood string // path, title
	Version  string // version, go, system

	// What did not.
	NoPlan       string // name, plans
	PlanFaults   string // path, count
	PlanMore     string // count
	PlanKept     string // path
	ScriptPlace  string // path, line: what stands before a sentence
	LineTooLong  string // limit
	LineNotText  string
	Stopped      string // line: the last line that is on disk
	Interrupted  string
	NoOutput     string // reason
	RecordBroken string // path, record, problem
	NotReplayed  string // problem
	ListOf       string // between the parts of a list
	Reason       string // reason: in brackets behind a sentence

	Note       string            // note: what stands before a warning
	Places     map[string]string // why a folder is no place for a session
	Files      map[string]string // what the system says of a file: path
	AboutStack string            // stack: what stands before a refusal about one of several
	Stdin      string            // what the script is called that is typed or piped in
	OnRecord   string            // path, record: a place in a session
	OnLine     string            // path, record, line

	Faults map[string]string // of the journal, by code: place, reason
	Notes  map[string]string // of opening, by code: file, kept, first, last, kinds, reason

	Ledger  LedgerWords
	Due     DueWords
	Result  ResultWords
	Log     LogWords
	Check   CheckWords
	Sheets  SheetsWords
	Archive ArchiveWords
}

// ResultWords is what the result says as a text.
type ResultWords struct {
	Rehearsal    string
	Round        string // round
	PastRound    string // round, collected, issued
	Counting     string
	Closed       string // by
	Sealed       string // by
	RoundVoid    string // collected, issued
	Expected     string
	Present      string
	Issued       string
	Collected    string
	Valid        string
	Void         string
	Doubtful     string
	CustodyOpen  string // valid, void, read, collected
	CustodyHolds string
	Blank        string
	Spoiled      string
	Suggested    string
	Decided      string
	None         string // no grade is decided
	NotSuggested string
	Because      string // reason
	Reasons      string
	NoClause     string // what stands in place of a clause that the plan has not
	Clause       string // clause
	Quota        string // lower, grade, subjects, nearest, target
	QuotaOr      string // between two numbers that are equally near
	NoQuota      string
	QuotaStates  map[string]string
	Corrected    CorrectionWords
}

// LogWords is what the log says.
type LogWords struct {
	NoTime     string
	Nobody     string
	Roles      map[string]string
	Events     map[string]string // by the kind of a record
	Marks      string            // between two marks
	Blank      string
	Spoiled    string
	Score      string // score: of a source
	Cleared    string // what a source says no more
	Voided     string // reason
	Because    string // reason
	Rehearsal  string
	Doubtful   string            // a sheet that waits for the scrutineer
	Witness    string            // by, seen: who confirmed a number
	Saw        string            // saw: what they saw
	Spares     string            // printed, destroyed
	KeyedBy    string            // by: of a bundle
	FromFile   string            // file: of a bundle
	Missing    string            // a slip
	Doubled    string            // the other one
	Agree      string            // no sheet of two readings differs
	Uneven     string            // they have not as many sheets
	Differ     string            // list: of sheets
	OfVersion  string            // version: of a result that was corrected
	Supersedes string            // supersedes: an earlier seal, by its number
	Heads      string            // expected, present
	Comment    string            // subject, text: what stands on a sheet
	OnWhole    string            // whom a comment is about that is about nobody
	Between    string            // between two comments or rows
	ListOf     string            // between two sheets of a list
	Row        string            // row: of a count by piles
	VoidRow    string            // the void sheets of one
	RowDiffer  string            // rows: of two counts by piles
	Sides      map[string]string // of two entries, by name
	Ways       map[string]string // how a bundle was checked, by name
}

// CheckWords is what a check of a session says.
type CheckWords struct {
	File      string
	Records   string
	Head      string
	Meeting   string
	Agenda    string
	Count     string
	Good      string // all records prove themselves and make sense
	Rehearsal string
	Statuses  map[string]string // of an agenda item
	Over      string            // no item is left
	Sheets    string            // round, issued, collected, read, bundle
	Closed    string
	Open      string
	Sealed    string // at
}

// Fault is the sentence for a fault of the journal: what is wrong with which
// file and record, and what to do. Detail is what was found, as it was found.
func (w *Words) Fault(code, path string, record, line uint64, detail string) string {
	c := w.Command
	place := path
	switch {
	case line > 0:
		place = Fill(c.OnLine, map[string]any{"path": path, "record": record, "line": line})
	case record > 0:
		place = Fill(c.OnRecord, map[string]any{"path": path, "record": record})
	}
	reason := ""
	if detail != "" {
		reason = Fill(c.Reason, map[string]any{"reason": detail})
	}
	sentence, ok := c.Faults[code]
	if !ok {
		return strings.TrimSpace(place + " " + code + reason)
	}
	return Fill(sentence, map[string]any{"place": place, "reason": reason})
}

// Note is the sentence for what opening a session found or did.
func (w *Words) Note(code, file, kept string, first, last uint64, kinds []string, reason string) string {
	records := fmt.Sprint(first)
	if last > first {
		records = fmt.Sprintf("%d–%d", first, last)
	}
	named := make([]string, len(kinds))
	for i, k := range kinds {
		named[i] = w.Command.kind(k)
	}
	if kept == "" {
		kept = "–"
	}
	sentence, ok := w.Command.Notes[code]
	if !ok {
		return code
	}
	return Fill(sentence, map[string]any{
		"file": file, "kept": kept, "records": records, "first": first,
		"kinds": strings.Join(named, w.Command.ListOf), "reason": reason,
	})
}

// kind is a kind of record in words, without what the record says.
func (c CommandWords) kind(name string) string {
	if s, ok := c.Log.Events[name]; ok {
		s, _, _ = strings.Cut(s, "{")
		return strings.TrimSuffix(strings.TrimRight(s, " ：:,"), " 第")
	}
	return name
}
