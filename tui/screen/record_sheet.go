package screen

import (
	"fmt"
	"slices"
	"strings"

	"shuping/internal/meeting"
	"shuping/internal/tally"
	"shuping/internal/words"
	"shuping/tui/look"
)

// sheetRows is the sheet in hand, and below it the last ones in words.
func (r Record) sheetRows(c Context) []string {
	s := c.Ahead
	var rows []string
	say := func(sentence words.Sentence, pairs ...any) {
		rows = append(append(rows, c.indent(2, c.Say(sentence, pairs...), c.Look.Amber)...), "")
	}
	gap := s.Round.Bundle.Gap() + s.Round.Check.Gap()
	switch {
	case r.gate == gateSettle:
		say(words.SettleSheet, "sheet", s.Round.Bundle.FirstDoubtful())
	case r.gate == gateMend:
		was, _ := sheetAt(s, r.bundle, r.sheet)
		say(words.MendWas, "words", r.words(c, was))
	case gap > 0 && !r.gate.anew():
		say(words.GapPlace, "sheet", gap)
	}
	room := c.Rows - 3 - len(rows) - 2 - r.shown(c)
	if r.voiding {
		rows = append(rows, "  "+c.Look.Amber.Render(words.VoidWhy(c.Lang)))
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
	add(int(tally.Blank), tally.Blank, words.BlankMark(c.Lang))
	add(int(tally.Spoiled), tally.Spoiled, words.SpoiledMark(c.Lang))
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
	ahead, stored := r.reading(c.Ahead), r.reading(c.State)
	onDisk := 0
	if c.State.Round.Bundle.Number == c.Ahead.Round.Bundle.Number && c.State.Round.Check.Bundle == c.Ahead.Round.Check.Bundle {
		onDisk = len(stored)
	}
	var rows []string
	for i := len(ahead) - 1; i >= 0 && len(rows) < r.shown(c); i-- {
		label := strings.Repeat(" ", look.Width(words.JustNow(c.Lang)))
		if len(rows) == 0 {
			label = c.Look.Dim.Render(words.JustNow(c.Lang))
		}
		kept := c.Look.Good.Render(c.Look.Done() + " " + words.SheetStored(c.Lang))
		if i >= onDisk || !same(stored[i], ahead[i]) || c.Pending > 0 && i == len(ahead)-1 {
			kept = c.Look.Amber.Render(words.SheetWriting(c.Lang))
		}
		if ahead[i].Missing {
			kept = "" // it waits to be keyed
		}
		line := "  " + label + "  " + c.Look.Left(c.Say(words.SheetNumber, "sheet", r.number(c.Ahead, i)), 10) + r.words(c, ahead[i])
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
	switch {
	case b.Missing:
		return c.Look.Dim.Render("…")
	case b.Doubtful:
		return c.Look.Amber.Render(words.SheetDoubtful(c.Lang))
	case b.Void > 0:
		return words.VoidSheet(c.Lang) + "  " + c.Ahead.Plan.Sheets.Voids[b.Void-1].Title
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
		return words.BlankMark(c.Lang)
	case tally.Spoiled:
		return words.SpoiledMark(c.Lang)
	case tally.Aside:
		return c.Ahead.Plan.Rule.Aside
	default:
		return c.Ahead.Plan.Rule.Scale.Name(int(m))
	}
}
