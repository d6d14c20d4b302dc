package count

import (
	"fmt"
	"slices"

	"github.com/charmbracelet/x/ansi"

	"shuping/internal/meeting"
	"shuping/internal/tally"
	"shuping/internal/words"
	"shuping/tui/desk"
	"shuping/tui/key"
	"shuping/tui/look"
)

// From so many rows on a sheet is keyed by exception: the mark that its rows have, then
// each row that has another, by its number and its mark, and + stores the sheet.
const manyRows = 20

// byException reports whether the sheet in hand is keyed so: where one is keyed after
// another, unless row by row was chosen for its bundle.
func (c Count) byException(s meeting.State) bool {
	return c.gate.marks != nil && c.gate.marks.many && len(sheetRows(s, c.of.stack)) >= manyRows && c.rowwise != bundleInHand(s)
}

// bundleInHand tells bundles apart, as they are keyed and as they are keyed again.
func bundleInHand(s meeting.State) int {
	if s.Round.Check.Under() {
		return -s.Round.Check.Bundle
	}
	return s.Round.Bundle.Number
}

// exceptions is how a sheet is keyed by exception.
func exceptions() []action {
	digits := action{Cap: "0–9", ByHand: true, Called: func(c Count, d desk.Context) string {
		if len(c.typed) == 0 {
			return words.KeyAllRows(d.Lang)
		}
		return words.KeyOddRow(d.Lang)
	}, Do: Count.except}
	for n := range 10 {
		digits.Keys = append(digits.Keys, digit(n))
	}
	return []action{
		digits,
		{Keys: []string{"+", "="}, Name: words.KeyStoreSheet, ByHand: true, When: may(func(c Count, _ meeting.State) bool { return len(c.typed) > 0 }), Do: Count.storeExceptions},
		{Keys: []string{".", "backspace"}, Name: words.KeyTakeBack, ByHand: true, Do: Count.dropTyped},
		{Keys: []string{"ctrl+z"}, Name: words.KeySheetBack, Shown: key.InMenu, ByHand: true, When: may(Count.canTakeSheet), Do: Count.takeSheet},
		{Name: words.KeyRowByRow, Shown: key.InMenu, Do: func(c Count, d desk.Context, _ int) (Count, desk.Answer) {
			c.rowwise, c.typed = bundleInHand(d.Ahead), nil
			return c, desk.Answer{}
		}},
		{Keys: []string{"enter"}, Shown: key.Hidden, Do: turn(func(*Count) {})},
	}
}

// except takes one digit: the mark of all, or of a row its number and its mark. Setting
// aside and voiding are of the whole sheet, and only its first key.
func (c Count) except(d desk.Context, n int) (Count, desk.Answer) {
	marks := func() bool {
		m := markOf(d.Ahead, n)
		return d.Ahead.Plan.Rule.Takes(m) && (m != tally.Aside || n != int(m))
	}
	typed := append(c.typed[:len(c.typed):len(c.typed)], n)
	sheet := c.exceptionsOf(d.Ahead, typed)
	switch {
	case len(c.typed) == 0 && n == 0:
		c.voiding = true
		return c, desk.Answer{}
	case len(c.typed) == 0 && n == 7 && !marks() && c.gate.marks.doubts:
		return c.setAside(d, n)
	case sheet.atMark && !marks():
		return c, desk.Warn(words.NoSuchMark(d.Lang))
	case sheet.open != "" && (sheet.row > sheet.rows || sheet.row == 0 && len(sheet.open) == len(fmt.Sprint(sheet.rows))):
		return c, desk.Warn(d.Say(words.NoSuchRow, "rows", sheet.rows))
	}
	c.typed = typed
	return c, desk.Answer{}
}

// A sheetByException is what digits say so far.
type sheetByException struct {
	rows   int
	all    tally.Mark
	odd    map[int]tally.Mark // by row, from 1
	order  []int              // the rows in the order in which they were keyed
	row    int                // that is half keyed, 0 for none
	open   string             // its digits
	atMark bool               // the last digit is a mark
}

// read1 reads digits.
func (c Count) exceptionsOf(s meeting.State, typed []int) sheetByException {
	out := sheetByException{rows: len(sheetRows(s, c.of.stack)), odd: map[int]tally.Mark{}}
	wide := len(fmt.Sprint(out.rows))
	for i, n := range typed {
		switch {
		case i == 0:
			out.all, out.atMark = markOf(s, n), true
		case len(out.open) < wide:
			if out.open == "" {
				out.row = 0
			}
			out.open += fmt.Sprint(n)
			out.row, out.atMark = 10*out.row+n, false
		default:
			if _, twice := out.odd[out.row]; !twice {
				out.order = append(out.order, out.row)
			}
			out.odd[out.row], out.open, out.atMark = markOf(s, n), "", true
		}
	}
	return out
}

// markOf is the mark that a digit stands for.
func markOf(s meeting.State, n int) tally.Mark {
	rule := s.Plan.Rule
	if rule.Aside != "" && n == rule.Boxes()+1 {
		return tally.Aside
	}
	return rule.InBox(n)
}

// marks are those of every row as they stand.
func (x sheetByException) marks() []tally.Mark {
	out := slices.Repeat([]tally.Mark{x.all}, x.rows)
	for row, m := range x.odd {
		if row >= 1 && row <= x.rows {
			out[row-1] = m
		}
	}
	return out
}

func (c Count) storeExceptions(d desk.Context, _ int) (Count, desk.Answer) {
	x := c.exceptionsOf(d.Ahead, c.typed)
	if x.open != "" {
		return c, desk.Warn(d.Say(words.RowHalfKeyed, "row", x.open))
	}
	return c.read(meeting.Ballot{Marks: x.marks()}, d)
}

// dropTyped drops the last digit, or else the last sheet.
func (c Count) dropTyped(d desk.Context, n int) (Count, desk.Answer) {
	if k := len(c.typed); k > 0 {
		c.typed = c.typed[: k-1 : k-1]
		return c, desk.Answer{}
	}
	return c.takeSheet(d, n)
}

// drawExceptions is the sheet in hand: what was keyed as words, and all rows as they
// stand with the odd ones in brackets.
func (c Count) drawExceptions(d desk.Context, sheet []row, room int) []string {
	x := c.exceptionsOf(d.Ahead, c.typed)
	line := d.Look.Dim.Render(words.AllRows(d.Lang)) + " "
	if len(c.typed) == 0 {
		line += d.Look.Choice.Render("[_]")
	} else {
		line += d.Look.Choice.Render(fmt.Sprintf("[%d %s]", c.typed[0], markName(d, x.all)))
	}
	for _, at := range x.order {
		line += "   " + d.Look.Strong.Render(fmt.Sprintf("%d→%s", at, markName(d, x.odd[at])))
	}
	if len(c.typed) > 0 {
		line += "   " + d.Look.Choice.Render("["+x.open+"_]")
	}
	if over := look.Width(line) - (d.Width - 6); over > 0 { // what was keyed first gives way
		line = d.Look.More() + ansi.TruncateLeft(line, over+1, "")
	}
	head := []string{"   " + line, ""}
	at := len(sheet)
	if x.open != "" && len(x.open) == len(fmt.Sprint(x.rows)) {
		at = x.row - 1
	}
	marks := []tally.Mark(nil)
	if len(c.typed) > 0 {
		marks = x.marks()
	}
	return append(head, c.gridRows(d, sheet, room-len(head), at, func(i int) string {
		switch _, odd := x.odd[i+1]; {
		case marks == nil:
			return ""
		case odd:
			return d.Look.Choice.Render("[" + markName(d, marks[i]) + "]")
		default:
			return d.Look.Dim.Render(" " + markName(d, marks[i]))
		}
	})...)
}

// exceptionKeys are the keys of a sheet by exception.
func exceptionKeys(marks []string) string {
	count := map[string]int{}
	for _, m := range marks {
		count[m]++
	}
	all := marks[0]
	for _, m := range marks {
		if count[m] > count[all] {
			all = m
		}
	}
	keys, wide := all, len(fmt.Sprint(len(marks)))
	for i, m := range marks {
		if m != all {
			keys += fmt.Sprintf(" %0*d%s", wide, i+1, m)
		}
	}
	return keys + " +"
}
