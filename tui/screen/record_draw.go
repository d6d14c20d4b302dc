package screen

import (
	"fmt"
	"slices"
	"strings"

	"shuping/internal/meeting"
	"shuping/internal/plan"
	"shuping/internal/tally"
	"shuping/tui/look"
)

func (r Record) Draw(c Context) Picture {
	r = r.at(c.Ahead)
	rows := append([]string{""}, r.header(c)...)
	var caret *Caret
	switch {
	case r.gate.reads():
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
	place, name := r.place(c)
	cell := func(label string, n int, known bool) string {
		if !known {
			return c.Look.Dim.Render(label + "    –")
		}
		return label + c.Look.Strong.Render(fmt.Sprintf("%5d", n))
	}
	if by := r.keys(c.Ahead); by != "" && place != "" {
		by = c.Say(c.Words.Count.KeyedBy, "by", by)
		if name != "" {
			name += "  "
		}
		name += by
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

// place is the bundle and the sheet in hand, and the stack that they are of.
func (r Record) place(c Context) (place, stack string) {
	w, s := c.Words.Count, c.Ahead
	say := func(sentence string, bundle, sheet int) string {
		return c.Say(sentence, "bundle", bundle, "sheet", sheet)
	}
	check := s.Round.Check
	switch {
	case r.gate == gateMend:
		return say(w.MendPlace, r.bundle, r.sheet), s.StackName(r.stack)
	case r.gate == gateAgain:
		return say(w.AgainPlace, check.Bundle, r.sheet), s.StackName(r.stack)
	case r.gate == gateRule:
		return say(w.RulePlace, check.Bundle, r.sheet), s.StackName(r.stack)
	case check.Comparing():
		return c.Say(w.CheckPlace, "bundle", check.Bundle), s.StackName(r.stack)
	case check.Under() && check.Way == meeting.BySpot:
		return say(w.SpotPlace, check.Bundle, check.Sheet(min(len(check.Second), len(check.Drawn)-1))), s.StackName(r.stack)
	case check.Under():
		return say(w.SecondPlace, check.Bundle, r.inHand(s, check.Second, check.Gap())), s.StackName(r.stack)
	case s.Round.Bundle.Open:
		b := s.Round.Bundle
		n := r.inHand(s, b.Ballots, b.Gap())
		if r.gate == gateSettle {
			n = b.FirstDoubtful()
		}
		return say(c.Words.Screen.BundleSheet, b.Number, n), s.StackName(b.Stack)
	default:
		return "", ""
	}
}

// inHand is the place of the sheet that is keyed next, of the last one where none
// is.
func (r Record) inHand(s meeting.State, list []meeting.Ballot, gap int) int {
	switch {
	case gap > 0:
		return gap
	case r.gate == gateSheet || r.gate == gateSecond || r.again != gateNone && r.bundleGate(s) == gateSheet:
		return len(list) + 1
	default:
		return len(list)
	}
}

// keys is who keys now, "" if that is not known.
func (r Record) keys(s meeting.State) string {
	switch {
	case r.gate == gateAgain:
		return side(s)
	case r.gate == gateRule || r.gate == gateMend || s.Round.Check.Comparing():
		return ""
	case s.Round.Check.Under():
		return s.Round.Check.By
	default:
		return s.Round.Bundle.By
	}
}

// sheetRows is the sheet in hand, and below it the last ones in words.
func (r Record) sheetRows(c Context) []string {
	w, s := c.Words.Screen, c.Ahead
	var rows []string
	say := func(sentence string, pairs ...any) {
		rows = append(append(rows, c.indent(2, c.Say(sentence, pairs...), c.Look.Amber)...), "")
	}
	gap := s.Round.Bundle.Gap() + s.Round.Check.Gap()
	switch {
	case r.gate == gateSettle:
		say(w.SettleSheet, "sheet", s.Round.Bundle.FirstDoubtful())
	case r.gate == gateMend:
		was, _ := sheetAt(s, r.bundle, r.sheet)
		say(c.Words.Count.MendWas, "words", r.words(c, was))
	case gap > 0 && !r.gate.anew():
		say(c.Words.Count.GapPlace, "sheet", gap)
	}
	room := c.Rows - 3 - len(rows) - 2 - r.shown(c)
	if r.voiding {
		rows = append(rows, "  "+c.Look.Amber.Render(w.VoidWhy))
		for i, v := range s.Plan.Sheets.Voids {
			rows = append(rows, fmt.Sprintf("     %d  %s", i+1, v.Title))
		}
	} else {
		subjects := r.subjectRows(c)
		switch loose := spread(subjects, room/2); {
		case len(loose) > len(subjects):
			subjects = loose
		case len(subjects) > room:
			subjects = r.gridRows(c, room)
		}
		rows = append(rows, subjects...)
	}
	if r.gate.anew() && r.gate != gateSettle {
		return append(rows, "")
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

// shown is how many of the last sheets have room below the one in hand: of a form
// with many rows one, which takes a line for itself.
func (r Record) shown(c Context) int {
	if len(c.sheet(r.stack)) > 12 {
		return 1
	}
	return lastShown
}

// lastShown is how many of the last sheets stand below the one in hand.
const lastShown = 4

// lastSheets says the newest sheets in words: those on disk as stored, those
// that wait as waiting.
func (r Record) lastSheets(c Context) []string {
	w := c.Words.Screen
	ahead, stored := r.reading(c.Ahead), r.reading(c.State)
	onDisk := 0
	if c.State.Round.Bundle.Number == c.Ahead.Round.Bundle.Number && c.State.Round.Check.Bundle == c.Ahead.Round.Check.Bundle {
		onDisk = len(stored)
	}
	var rows []string
	for i := len(ahead) - 1; i >= 0 && len(rows) < r.shown(c); i-- {
		label := strings.Repeat(" ", look.Width(w.JustNow))
		if len(rows) == 0 {
			label = c.Look.Dim.Render(w.JustNow)
		}
		kept := c.Look.Good.Render(c.Look.Done() + " " + w.Stored)
		if i >= onDisk || !same(stored[i], ahead[i]) || c.Pending > 0 && i == len(ahead)-1 {
			kept = c.Look.Amber.Render(w.Writing)
		}
		if ahead[i].Missing {
			kept = "" // it waits to be keyed
		}
		line := "  " + label + "  " + c.Look.Left(c.Say(w.SheetNumber, "sheet", r.number(c.Ahead, i)), 10) + r.words(c, ahead[i])
		rows = append(rows, c.Look.Ends(line, "  "+kept+" ", c.Width))
	}
	return rows
}

// number is the place in the bundle of the sheet at index i of what is read.
func (r Record) number(s meeting.State, i int) int {
	if s.Round.Check.Under() {
		return s.Round.Check.Sheet(i)
	}
	return i + 1
}

// same reports whether two ballots say the same. One that was taken back and
// keyed anew, or ruled on, is not the one on disk.
func same(a, b meeting.Ballot) bool {
	return a.Void == b.Void && a.Doubtful == b.Doubtful && a.Missing == b.Missing && slices.Equal(a.Marks, b.Marks)
}

// words is what one sheet says.
func (r Record) words(c Context, b meeting.Ballot) string {
	w := c.Words.Screen
	switch {
	case b.Missing:
		return c.Look.Dim.Render("…")
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
	if r.gate.ofPiles() {
		rows, caret := r.pileRows(c)
		return append(append(rows, ""), r.pilesDone(c)...), caret
	}
	if r.gate == gateChecks {
		return append(append(c.indent(2, c.Words.Count.ChecksHead, c.Look.Strong), ""), r.checkRows(c)...), nil
	}
	b := s.Round.Bundle
	sentence := map[gate]string{
		gateSecondHand: c.Words.Count.SecondHand, gateUneven: c.Words.Count.UnevenNow, gateDiffers: c.Words.Count.DiffersNow,
		gateDispute: c.Words.Count.DisputeNow, gateCorrect: c.Words.Count.CorrectNow,
		gateHeads: w.Gates.Heads, gateIssue: w.Gates.Issue, gateCollect: w.Gates.Collect,
		gateOpen: w.Gates.Open, gateHand: w.Gates.Hand, gateFinish: w.Gates.Finish,
		gateClosed: w.Gates.Closed, gateVoid: w.Gates.Void,
	}[r.gate]
	if r.gate == gateIssue && len(r.alike(s)) > 1 {
		sentence = w.Gates.IssueEach
	}
	if r.gate == gateDispute && s.Round.Check.Way == meeting.BySpot {
		sentence = c.Words.Count.SpotDisputeNow
	}
	if s.Round.Check.Under() {
		sentence = r.checkSays(c, sentence)
	}
	sentence = c.Say(sentence, "sheets", len(r.alike(s)),
		"bundle", b.Number, "next", b.Number+1, "entered", b.Keyed(),
		"left", s.Round.Stacks[r.stack].Collected-s.Round.ReadOf(r.stack), "collected", s.Round.Collected,
		"valid", s.Round.Valid, "void", s.Round.Void, "by", s.Round.ClosedBy,
		"round", s.Round.Number, "size", s.Size(r.stack))
	switch r.gate {
	case gateFinish, gateClosed, gateCorrect:
	case gateIssue, gateVoid:
		sentence = c.issuedTo(r, sentence)
	default:
		sentence = c.named(r.stack, sentence)
	}
	rows := append(c.indent(2, sentence, c.Look.Strong), "")
	rows = append(rows, r.beside(c)...)
	if r.gate == gateUneven {
		return rows, nil // neither person sees what the other keyed
	}
	if !r.form.open() {
		return append(rows, r.lastSheets(c)...), nil
	}
	labels := map[gate][]string{
		gateHeads: {w.Gates.Expected, w.Gates.Present}, gateIssue: {w.IssuedLabel, c.Words.Count.SpareLabel},
		gateVoid: {w.IssuedLabel, c.Words.Count.SpareLabel}, gateCollect: {w.CollectedLabel}, gateHand: {w.Gates.Counted},
		gateSecondHand: {w.Gates.Counted}, gateDiffers: {c.Words.Count.SheetLabel}, gateDispute: {c.Words.Count.SheetLabel},
		gateCorrect: {c.Words.Count.BundleLabel, c.Words.Count.SheetLabel},
	}[r.gate]
	wide := 0
	for _, label := range labels {
		wide = max(wide, look.Width(label))
	}
	var caret *Caret
	for i, f := range r.form.fields {
		label := "    " + c.Look.Left(labels[i], wide) + "  "
		f = c.dress(f, 9, 1)
		if i == r.form.at {
			col, _ := f.Caret()
			caret = &Caret{look.Width(label) + col, len(rows)}
		}
		rows = append(rows, label+f.Draw()[0], "")
	}
	if r.gate == gateDiffers || r.gate == gateDispute {
		return rows, caret // nothing that was keyed is shown
	}
	return append(rows, r.lastSheets(c)...), caret
}

// checkSays is a sentence about the check under way.
func (r Record) checkSays(c Context, sentence string) string {
	check := c.Ahead.Round.Check
	_, sheet := check.Wants()
	by := side(c.Ahead)
	if r.gate == gateDispute {
		sheet, by = check.Disputed(), check.By
	}
	if r.gate == gateUneven {
		by = check.By
	}
	return c.Say(sentence, "bundle", check.Bundle, "sheets", c.unsettled(), "sheet", sheet, "by", by,
		"first_by", check.FirstBy, "first", len(check.First), "second", len(check.Second), "entered", len(check.Second))
}

// beside is what a gate says beside what it asks for: the cover of the bundle that
// was just closed, and the bundles that nobody confirmed yet.
func (r Record) beside(c Context) []string {
	w, s := c.Words.Count, c.Ahead
	if r.gate != gateOpen && r.gate != gateFinish || s.Round.Bundles.Len() == 0 {
		return nil
	}
	var rows []string
	last := s.Round.Bundles.At(s.Round.Bundles.Len())
	if last.Sheets() > 0 && last.By != "" {
		rows = append(rows, c.indent(2, c.Say(w.Cover, "bundle", last.Number, "sheets", last.Sheets(), "by", last.By), c.Look.Accent)...)
	}
	left := s.Unchecked()
	switch {
	case len(left) == 0:
	case r.gate == gateFinish && s.Plan.Sheets.Check != plan.CheckOffered:
		rows = append(rows, c.indent(2, c.Say(w.ChecksMust, "list", c.numbers(left)), c.Look.Amber)...)
	default:
		rows = append(rows, c.indent(2, c.Say(w.ChecksLeft, "bundles", len(left)), c.Look.Dim)...)
	}
	if len(rows) > 0 {
		rows = append(rows, "")
	}
	return rows
}
