package count

import (
	"shuping/internal/meeting"
	"shuping/internal/words"
	"shuping/tui/desk"
)

// Where a round has several stacks of sheets, the count goes from one to the next: it
// asks for each what it lacks, and lets the recorder choose the one that the next
// bundle is of.

// stacks lists the stacks of which something holds.
func stacks(s meeting.State, holds func(meeting.State, int) bool) []int {
	var list []int
	for n := range s.Round.Stacks {
		if holds(s, n) {
			list = append(list, n)
		}
	}
	return list
}

// reached reports whether an order that names the stack at index n means it: of a vote
// that another followed it means the later one.
func reached(s meeting.State, n int) bool { return s.StackAt(s.StackIDs(n)) == n }

// pickedStack is the stack that is so many steps through the list, the first one at first.
func pickedStack(list []int, steps int) int {
	if len(list) == 0 {
		return 0
	}
	n := steps % len(list)
	if n < 0 {
		n += len(list)
	}
	return list[n]
}

// lacking is when the count waits for what a stack lacks.
func lacking(lacks func(meeting.State, int) bool) func(Count, meeting.State) (about, bool) {
	return func(_ Count, s meeting.State) (about, bool) {
		list := stacks(s, lacks)
		return about{stack: pickedStack(list, 0)}, len(list) > 0
	}
}

func lacksHeads(s meeting.State, n int) bool {
	_, counted := s.HeadsOf(n)
	return !counted
}

func lacksIssue(s meeting.State, n int) bool {
	return s.Round.Stacks[n].Issued == 0 && !s.Idle(n)
}

func lacksSheets(s meeting.State, n int) bool {
	return !s.Round.Stacks[n].HasCollected && !s.Idle(n)
}

func hasUnread(s meeting.State, n int) bool {
	return s.Round.ReadOf(n) < s.Round.Stacks[n].Collected && !s.Idle(n)
}

// isOut holds of sheets that were handed out and have not come back, isBack of those
// that have.
func isOut(s meeting.State, n int) bool {
	return s.Round.Stacks[n].Issued > 0 && !isBack(s, n)
}

func isBack(s meeting.State, n int) bool { return s.Round.Stacks[n].HasCollected }

// alike is the stacks that a number issued is stated for. Where each subject has a
// sheet of his own, everybody is handed one of each: all that lack it.
func (c Count) alike(s meeting.State) []int {
	at := s.Round.Stacks[c.of.stack]
	return stacks(s, func(s meeting.State, n int) bool {
		st := s.Round.Stacks[n]
		return n == c.of.stack || c.again == nil && st.Class == at.Class && st.Vote == at.Vote && (st.Issued == 0 || s.Round.IsVoid())
	})
}

// said is a sentence as it is; named says first which stack it is about, where there
// are several.
func said(sentence words.Sentence) func(Count, desk.Context) string {
	return func(_ Count, d desk.Context) string { return sentence(d.Lang) }
}

func named(sentence words.Sentence) func(Count, desk.Context) string {
	return func(c Count, d desk.Context) string { return stackNamed(d, c.of.stack, sentence(d.Lang)) }
}

// stackNamed is a sentence that says first which stack it is about, where there are
// several.
func stackNamed(d desk.Context, stack int, sentence string) string {
	if name := words.StackName(d.Lang, d.Ahead.StackName(stack)); name != "" {
		return d.Say(words.StackNamed, "stack", name, "sentence", sentence)
	}
	return sentence
}

// handedTo is a sentence about sheets that are handed out: it says first which class
// they are for, and which subject where it is one of several.
func (c Count) handedTo(d desk.Context, sentence string) string {
	if len(c.alike(d.Ahead)) == 1 {
		return stackNamed(d, c.of.stack, sentence)
	}
	if class := d.Ahead.Round.Stacks[c.of.stack].Class; class >= 0 {
		return d.Say(words.StackNamed, "stack", d.Ahead.Plan.Rule.Classes[class].Name, "sentence", sentence)
	}
	return sentence
}

// A row is one mark of a sheet: of a subject, the overall one or that of an item.
type row struct{ subject, column int }

// sheetRows is the rows of one sheet of a stack, in the order in which they are keyed:
// for each subject on it the overall mark and those of the items.
func sheetRows(s meeting.State, stack int) []row {
	var rows []row
	st, columns := s.Round.Stacks[stack], s.Plan.Rule.Columns()
	for i := range st.Tallies {
		rows = append(rows, row{st.SubjectIn(i / columns), i % columns})
	}
	return rows
}

// label names a row: by its subject, and by its item where there are any.
func (r row) label(d desk.Context) string {
	p := d.Ahead.Plan
	switch {
	case len(p.Rule.Items) == 0:
		return p.Subjects[r.subject].Label()
	case p.Sheets.Each && r.column == 0: // the subject stands above the sheet
		return words.OverallMark(d.Lang)
	case p.Sheets.Each:
		return p.Rule.Items[r.column-1].Title
	case r.column == 0:
		return p.Subjects[r.subject].Label() + " " + words.OverallMark(d.Lang)
	default:
		return "  " + p.Rule.Items[r.column-1].Title
	}
}

// whole names a row by its subject and its item, wherever it stands.
func (r row) whole(d desk.Context) string {
	p := d.Ahead.Plan
	if r.column == 0 || p.Sheets.Each {
		return r.label(d)
	}
	return p.Subjects[r.subject].Label() + " " + p.Rule.Items[r.column-1].Title
}

// rowNames names rows in so many cells each, so that those which differ stay
// different.
func rowNames(d desk.Context, rows []row, width int) []string {
	names := make([]string, len(rows))
	for i, r := range rows {
		names[i] = r.label(d)
	}
	return d.Look.Apart(names, width)
}
