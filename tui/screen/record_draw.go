package screen

import (
	"fmt"
	"slices"
	"strings"

	"shuping/internal/meeting"
	"shuping/internal/tally"
	"shuping/tui/look"
)

func (r Record) Draw(c Context) Picture {
	r = r.at(c.Ahead)
	rows := append([]string{""}, r.header(c)...)
	var caret *Caret
	switch r.gate {
	case gateSheet, gateSettle:
		rows = append(rows, r.sheetRows(c)...)
	default:
		var more []string
		more, caret = r.gateRows(c)
		if caret != nil {
			caret.Row += len(rows)
		}
		rows = append(rows, more...)
	}
	return r.ask.over(Picture{rows, caret}, c)
}

// header is the sums, always in the same columns, and a row below them: the stack
// stands there where it has no room whole before the sums, for which sheets are
// in hand must be read to the end.
func (r Record) header(c Context) []string {
	w, s := c.Words.Screen, c.State
	place, name := "", ""
	if b := c.Ahead.Round.Bundle; b.Open {
		n := len(b.Ballots)
		switch {
		case r.gate == gateSettle:
			n = b.FirstDoubtful()
		case r.gate != gateHand && n < c.Ahead.Plan.Sheets.Bundle && hasUnread(c.Ahead, b.Stack):
			n++ // the sheet in hand
		}
		place = c.Say(w.BundleSheet, "bundle", b.Number, "sheet", n)
		name = c.Ahead.StackName(b.Stack)
	}
	cell := func(label string, n int, known bool) string {
		if !known {
			return c.Look.Dim.Render(label + "    –")
		}
		return label + c.Look.Strong.Render(fmt.Sprintf("%5d", n))
	}
	read := s.Round.Read()
	sums := strings.Join([]string{
		cell(w.IssuedLabel, s.Round.Issued, s.Round.Issued > 0),
		cell(w.CollectedLabel, s.Round.Collected, s.Round.HasCollected),
		cell(w.ReadLabel, read, s.Round.HasCollected),
		cell(w.RestLabel, s.Round.Collected-read, s.Round.HasCollected),
	}, "  ")
	below := ""
	if all := place + "  " + name; name != "" && look.Width("  "+all+sums+" ") < c.Width {
		place = all
	} else if name != "" {
		below = "  " + c.Look.Accent.Render(name)
	}
	return []string{c.Look.Ends("  "+c.Look.Accent.Render(place), sums+" ", c.Width), below}
}

// sheetRows is the sheet in hand, and below it the last ones in words.
func (r Record) sheetRows(c Context) []string {
	w, s := c.Words.Screen, c.Ahead
	var rows []string
	if r.gate == gateSettle {
		rows = append(rows, "  "+c.Look.Amber.Render(c.Say(w.SettleSheet, "sheet", s.Round.Bundle.FirstDoubtful())), "")
	}
	room := c.Rows - 3 - len(rows) - 2 - lastShown
	if r.voiding {
		rows = append(rows, "  "+c.Look.Amber.Render(w.VoidWhy))
		for i, v := range s.Plan.Sheets.Voids {
			rows = append(rows, fmt.Sprintf("     %d  %s", i+1, v.Title))
		}
	} else {
		subjects := r.subjectRows(c)
		if loose := spread(subjects, room/2); len(loose) > len(subjects) {
			subjects = loose
		} else {
			subjects = window(subjects, max(3, room), len(r.draft))
		}
		rows = append(rows, subjects...)
	}
	return append(append(rows, ""), r.lastSheets(c)...)
}

func (r Record) subjectRows(c Context) []string {
	sheet := c.sheet(r.stack)
	name := 0
	for _, line := range sheet {
		name = max(name, look.Width(c.rowLabel(line)))
	}
	const margins = 3 + 2 + 3 // before the pointer, the pointer, behind the name
	name = min(name, c.Width/3, max(8, c.Width-margins-look.Width(r.options(c, len(sheet), 0))))
	rows := make([]string, len(sheet))
	for i, line := range sheet {
		pointer, label := "  ", c.Look.Left(c.rowLabel(line), name)
		if i == len(r.draft) {
			pointer, label = c.Look.Accent.Render(c.Look.Here())+" ", c.Look.Strong.Render(label)
		}
		rows[i] = "   " + pointer + label + "   " + r.options(c, i, c.Width-margins-name)
	}
	return rows
}

// options are the grades of row i with the keyed one in brackets; the brackets
// have their cells kept, so that nothing moves. Blank and spoiled follow where
// room allows; where it does not, the one that was keyed stands alone.
func (r Record) options(c Context, i, room int) string {
	keyed := tally.Mark(0)
	if i < len(r.draft) {
		keyed = r.draft[i]
	}
	var parts []string
	add := func(digit int, m tally.Mark, word string) {
		text := fmt.Sprintf(" %d %s ", digit, word)
		if m == keyed {
			text = c.Look.Choice.Render(fmt.Sprintf("[%d %s]", digit, word))
		} else if keyed != 0 {
			text = c.Look.Dim.Render(text)
		}
		parts = append(parts, text)
	}
	rule := c.Ahead.Plan.Rule
	for g, name := range rule.Scale {
		add(g+1, tally.Mark(g+1), name)
	}
	if rule.Aside != "" {
		add(len(rule.Scale)+1, tally.Aside, rule.Aside)
	}
	grades := strings.Join(parts, " ")
	if room > 0 && look.Width(grades) > room { // each keeps a cell on both sides all the same
		grades = strings.Join(parts, "")
	}
	none := keyed == tally.Blank || keyed == tally.Spoiled
	if !none && c.Width < 84 {
		return grades
	}
	add(int(tally.Blank), tally.Blank, c.Words.Screen.Keys.Blank)
	add(int(tally.Spoiled), tally.Spoiled, c.Words.Screen.Keys.Spoiled)
	switch all := strings.Join(parts, " "); {
	case look.Width(all) <= room:
		return all
	case keyed == tally.Blank:
		return parts[len(parts)-2]
	case keyed == tally.Spoiled:
		return parts[len(parts)-1]
	default:
		return grades
	}
}

// lastShown is how many of the last sheets stand below the one in hand.
const lastShown = 4

// lastSheets says the newest sheets in words: those on disk as stored, those
// that wait as waiting.
func (r Record) lastSheets(c Context) []string {
	w := c.Words.Screen
	ahead, stored := c.Ahead.Round.Bundle, c.State.Round.Bundle
	onDisk := 0
	if stored.Number == ahead.Number {
		onDisk = len(stored.Ballots)
	}
	var rows []string
	for i := len(ahead.Ballots) - 1; i >= 0 && len(rows) < lastShown; i-- {
		label := strings.Repeat(" ", look.Width(w.JustNow))
		if len(rows) == 0 {
			label = c.Look.Dim.Render(w.JustNow)
		}
		kept := c.Look.Good.Render(c.Look.Done() + " " + w.Stored)
		if i >= onDisk || !same(stored.Ballots[i], ahead.Ballots[i]) || c.Pending > 0 && i == len(ahead.Ballots)-1 {
			kept = c.Look.Amber.Render(w.Writing)
		}
		line := "  " + label + "  " + c.Look.Left(c.Say(w.SheetNumber, "sheet", i+1), 10) + r.words(c, ahead.Ballots[i])
		rows = append(rows, c.Look.Ends(line, "  "+kept+" ", c.Width))
	}
	return rows
}

// same reports whether two ballots say the same. One that was taken back and
// keyed anew, or ruled on, is not the one on disk.
func same(a, b meeting.Ballot) bool {
	return a.Void == b.Void && a.Doubtful == b.Doubtful && slices.Equal(a.Marks, b.Marks)
}

// words is what one sheet says.
func (r Record) words(c Context, b meeting.Ballot) string {
	w := c.Words.Screen
	switch {
	case b.Doubtful:
		return c.Look.Amber.Render(w.Doubtful)
	case b.Void > 0:
		return w.VoidSheet + "  " + c.Ahead.Plan.Sheets.Voids[b.Void-1].Title
	}
	parts := make([]string, len(b.Marks))
	for i, m := range b.Marks {
		parts[i] = c.markName(m)
	}
	return strings.Join(parts, " "+c.Look.Dot()+" ")
}

func (c Context) markName(m tally.Mark) string {
	switch m {
	case tally.Blank:
		return c.Words.Screen.Keys.Blank
	case tally.Spoiled:
		return c.Words.Screen.Keys.Spoiled
	case tally.Aside:
		return c.Ahead.Plan.Rule.Aside
	default:
		return c.Ahead.Plan.Rule.Scale.Name(int(m))
	}
}

// gateRows is what a gate asks for, in one sentence, with its fields.
func (r Record) gateRows(c Context) ([]string, *Caret) {
	w, s := c.Words.Screen, c.Ahead
	b := s.Round.Bundle
	sentence := map[gate]string{
		gateHeads: w.Gates.Heads, gateIssue: w.Gates.Issue, gateCollect: w.Gates.Collect,
		gateOpen: w.Gates.Open, gateHand: w.Gates.Hand, gateFinish: w.Gates.Finish,
		gateClosed: w.Gates.Closed, gateVoid: w.Gates.Void,
	}[r.gate]
	if r.gate == gateIssue && len(r.alike(s)) > 1 {
		sentence = w.Gates.IssueEach
	}
	sentence = c.Say(sentence, "sheets", len(r.alike(s)),
		"bundle", b.Number, "next", b.Number+1, "entered", len(b.Ballots),
		"left", s.Round.Stacks[r.stack].Collected-s.Round.ReadOf(r.stack), "collected", s.Round.Collected,
		"valid", s.Round.Valid, "void", s.Round.Void, "by", s.Round.ClosedBy,
		"round", s.Round.Number, "size", s.Plan.Sheets.Bundle)
	switch r.gate {
	case gateFinish, gateClosed:
	case gateIssue, gateVoid:
		sentence = c.issuedTo(r, sentence)
	default:
		sentence = c.named(r.stack, sentence)
	}
	rows := append(c.indent(2, sentence, c.Look.Strong), "")
	if !r.form.open() || s.IsSealed() {
		return append(rows, r.lastSheets(c)...), nil
	}
	labels := map[gate][]string{
		gateHeads: {w.Gates.Expected, w.Gates.Present}, gateIssue: {w.IssuedLabel}, gateVoid: {w.IssuedLabel},
		gateCollect: {w.CollectedLabel}, gateHand: {w.Gates.Counted},
	}[r.gate]
	var caret *Caret
	for i, f := range r.form.fields {
		label := "    " + labels[i] + "  "
		f = c.dress(f, 9, 1)
		if i == r.form.at {
			col, _ := f.Caret()
			caret = &Caret{look.Width(label) + col, len(rows)}
		}
		rows = append(rows, label+f.Draw()[0], "")
	}
	return append(rows, r.lastSheets(c)...), caret
}
