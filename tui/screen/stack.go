package screen

import (
	"slices"

	"shuping/internal/meeting"
	"shuping/internal/words"
)

// Where a round has several stacks of sheets, the record screen goes from one
// to the next: it asks for each what it lacks, and lets the recorder choose the
// one that the next bundle is of.

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

// picked is the stack that is so many steps through the list, the first one at
// first.
func picked(list []int, steps int) int {
	if len(list) == 0 {
		return 0
	}
	n := steps % len(list)
	if n < 0 {
		n += len(list)
	}
	return list[n]
}

// all is every stack whose number can be stated anew: of classes one each for the
// people, since a class may have a sheet for each subject.
func (r Record) all(s meeting.State) []int {
	return stacks(s, func(s meeting.State, n int) bool {
		switch r.again {
		case gateIssue:
			return isOut(s, n)
		case gateCollect:
			return isBack(s, n)
		default:
			return s.Round.Stacks[n].Subject <= 0
		}
	})
}

// isOut holds of sheets that were handed out and have not come back, isBack of
// those that have.
func isOut(s meeting.State, n int) bool {
	return s.Round.Stacks[n].Issued > 0 && !isBack(s, n)
}

func isBack(s meeting.State, n int) bool { return s.Round.Stacks[n].HasCollected }

// from turns to the stack that the screen is about, so that the number which is
// stated anew is the one that was just seen.
func (r Record) from(s meeting.State) Record {
	at := s.Round.Stacks[r.stack]
	r.other = max(0, slices.IndexFunc(r.all(s), func(n int) bool {
		st := s.Round.Stacks[n]
		return st.Class == at.Class && (st.Subject == at.Subject || r.again == gateHeads)
	}))
	return r
}

// alike is the stacks that a number issued is stated for. Where each subject has
// a sheet of his own, everybody is handed one of each: all that lack it.
func (r Record) alike(s meeting.State) []int {
	at := s.Round.Stacks[r.stack]
	return stacks(s, func(s meeting.State, n int) bool {
		st := s.Round.Stacks[n]
		return n == r.stack || r.again == gateNone && st.Class == at.Class && (st.Issued == 0 || s.Round.IsVoid())
	})
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
	return s.Round.ReadOf(n) < s.Round.Stacks[n].Collected
}

// named is a sentence that says first which stack it is about, where there are
// several.
func (c Context) named(n int, sentence string) string {
	if name := c.Ahead.StackName(n); name != "" {
		return c.Say(words.StackNamed, "stack", name, "sentence", sentence)
	}
	return sentence
}

// issuedTo is a sentence about sheets that are handed out: it says first which
// class they are for, and which subject where it is one of several.
func (c Context) issuedTo(r Record, sentence string) string {
	if len(r.alike(c.Ahead)) == 1 {
		return c.named(r.stack, sentence)
	}
	if class := c.Ahead.Round.Stacks[r.stack].Class; class >= 0 {
		return c.Say(words.StackNamed, "stack", c.Ahead.Plan.Rule.Classes[class].Name, "sentence", sentence)
	}
	return sentence
}

// sheet is the rows of one sheet of a stack, in the order in which they are
// keyed: for each subject on it the overall mark and those of the items.
func (c Context) sheet(n int) []row {
	p := c.Ahead.Plan
	var rows []row
	for i := range p.Subjects {
		if only := c.Ahead.Round.Stacks[n].Subject; only >= 0 && only != i {
			continue
		}
		for column := range p.Rule.Columns() {
			rows = append(rows, row{i, column})
		}
	}
	return rows
}

// A row is one mark of a sheet: of a subject, the overall one or that of an
// item.
type row struct{ subject, column int }

// label names a row: by its subject, and by its item where there are any.
func (c Context) rowLabel(r row) string {
	p := c.Ahead.Plan
	switch {
	case len(p.Rule.Items) == 0:
		return p.Subjects[r.subject].Label()
	case p.Sheets.Each && r.column == 0: // the subject stands above the sheet
		return words.OverallMark(c.Lang)
	case p.Sheets.Each:
		return p.Rule.Items[r.column-1].Title
	case r.column == 0:
		return p.Subjects[r.subject].Label() + " " + words.OverallMark(c.Lang)
	default:
		return "  " + p.Rule.Items[r.column-1].Title
	}
}
