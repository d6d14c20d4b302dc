package count

import (
	"fmt"
	"strings"

	"charm.land/lipgloss/v2"

	"shuping/internal/meeting"
	"shuping/internal/plan"
	"shuping/internal/tally"
	"shuping/internal/words"
	"shuping/tui/desk"
	"shuping/tui/frame"
	"shuping/tui/glyph"
	"shuping/tui/look"
)

// What was keyed of the sheet in hand stands large, so that the recorder sees it without
// looking for it; below the rows stands what the other digits hit, how far the bundle
// and the count are, and what came of them.

// beside is up to how many rows stand large beside their names, and above up to how many
// above them, smaller and in fours.
const (
	besideRows = 4
	aboveRows  = 16
)

// drawInHand is the rows of the sheet in so many rows of the screen, with their digits
// large where there is room.
func (c Count) drawInHand(d desk.Context, room int) []string {
	n := len(sheetRows(d.Ahead, c.of.stack))
	if c.byException(d.Ahead) || n > aboveRows || !d.Look.Halves && n > besideRows {
		return c.drawRows(d, room)
	}
	if n <= besideRows {
		return c.drawBeside(d, n, room)
	}
	wide := look.Width(c.digitsInFours(d, n, 3)[0]) // of digits of three rows
	for high := largest; high >= 3; high-- {
		if least := high + 1 + n; wide*high/3 <= d.Width-6 && (room >= least+helps || high == 3 && room >= least) {
			return append(append(indented(c.digitsInFours(d, n, high)), ""), c.drawRows(d, room-high-1)...)
		}
	}
	return c.drawRows(d, room)
}

// largest is how many rows the largest digits have, helps how many the legend and the
// progress below the rows take: digits grow only where those keep their room.
const (
	largest = 13
	helps   = 4
)

// drawBeside is a few rows beside their digits, and below them the row in hand in large
// characters; where there is no room beside them, below.
func (c Count) drawBeside(d desk.Context, n, room int) []string {
	const least, rows = 5, 52 // of the digits, and the cells that a row takes
	for high := largest; high >= least; high -= 2 {
		narrow := d
		wide := look.Width(c.largeDigits(d, n, high)[0]) + 3
		if narrow.Width -= wide + 3; narrow.Width >= rows && (room >= high+helps+2+n || high == least && room >= high) {
			return d.Beside(2, []int{wide, narrow.Width}, indented(c.largeDigits(d, n, high)), c.rowsWithName(narrow, room, high))
		}
	}
	if room >= least+1+n {
		return append(append(indented(c.largeDigits(d, n, least)), ""), c.drawRows(d, room-least-1)...)
	}
	return c.drawRows(d, room)
}

// rowsWithName is the rows of the sheet, and below them the name of the one in hand, as
// large as it fits beside digits of so many rows.
func (c Count) rowsWithName(d desk.Context, room, high int) []string {
	sheet := sheetRows(d.Ahead, c.of.stack)
	if len(c.draft) >= len(sheet) || d.Fonts == nil {
		return c.drawRows(d, room)
	}
	name := sheet[len(c.draft)].label(d)
	face, fits := d.Fonts.Fit(name, d.Width-5, high-len(sheet)-1, glyph.Paints(d.Look.Halves, d.Look.Corners, d.Width)...)
	if !fits {
		return c.drawRows(d, room)
	}
	rows := append(c.drawRows(d, len(sheet)), "")
	for _, row := range face.Draw(name, d.Look.Accent) {
		rows = append(rows, "     "+row)
	}
	return rows
}

func indented(rows []string) []string {
	out := make([]string, len(rows))
	for i, r := range rows {
		out[i] = "   " + r
	}
	return out
}

// largeDigits are the digits of a few rows, each so many rows high: what was keyed, a bar
// where the next one goes, and dim bars for the rest.
func (c Count) largeDigits(d desk.Context, n, high int) []string {
	slots := make([][]string, n)
	widths := make([]int, n)
	for i := range slots {
		widths[i], _ = glyph.Solid(high).Size("0")
		switch {
		case i < len(c.draft):
			slots[i] = glyph.Solid(high).Draw(fmt.Sprint(markDigit(d, c.draft[i])), d.Look.Text)
		case i == len(c.draft):
			slots[i] = bottomBar(d.Look.Accent, widths[i], high)
		default:
			slots[i] = bottomBar(d.Look.Dim, widths[i], high)
		}
	}
	return d.Beside(2, widths, slots...)
}

// bottomBar is an empty digit of so many rows with a bar at its foot.
func bottomBar(s lipgloss.Style, cols, high int) []string {
	rows := make([]string, high)
	rows[high-1] = lipgloss.NewStyle().Foreground(s.GetForeground()).Reverse(true).Render(strings.Repeat(" ", cols))
	return rows
}

// digitsInFours are the digits of more rows, each so many rows high, in groups of four.
func (c Count) digitsInFours(d desk.Context, n, high int) []string {
	digits := glyph.Fine(high)
	var groups [][]string
	var widths []int
	for from := 0; from < n; from += 4 {
		keyed, slots := "", min(4, n-from)
		for i := from; i < min(from+slots, len(c.draft)); i++ {
			keyed += fmt.Sprint(markDigit(d, c.draft[i]))
		}
		rest := strings.Repeat("-", slots-len(keyed))
		full, _ := digits.Size(keyed + rest)
		wide, _ := digits.Size(keyed)
		group := digits.Draw(keyed, d.Look.Text)
		switch {
		case keyed == "":
			group = digits.Draw(rest, d.Look.Dim)
		case rest != "":
			group = d.Beside(1, []int{wide, full - wide - 1}, group, digits.Draw(rest, d.Look.Dim))
		}
		groups, widths = append(groups, group), append(widths, full)
	}
	return d.Beside(4, widths, groups...)
}

// markDigit is the key of a mark.
func markDigit(d desk.Context, m tally.Mark) int {
	if m == tally.Aside {
		return len(d.Ahead.Plan.Rule.Scale) + 1
	}
	return int(m)
}

// legend is what the digits beside the grades hit: this row, or, apart from them, the
// whole sheet.
func (c Count) legend(d desk.Context) string {
	row := d.Look.Strong.Render("9") + " " + words.ThisRowBlank(d.Lang) + "  " + d.Look.Strong.Render("8") + " " + words.ThisRowSpoiled(d.Lang)
	whole := d.Look.Strong.Render("0") + " " + words.WholeSheetVoid(d.Lang)
	if c.gate.marks.doubts {
		whole = d.Look.Strong.Render("7") + " " + words.WholeSheetAside(d.Lang) + "  " + whole
	}
	return "   " + row + "  " + d.Look.Wall() + "  " + whole
}

// progress is how far the bundle and the count are.
func (c Count) progress(d desk.Context) string {
	s := d.State
	done, of := s.Round.Bundle.Keyed(), 0
	if s.Round.Bundle.Open {
		stack := s.Round.Stacks[s.Round.Bundle.Stack]
		of = min(s.Size(s.Round.Bundle.Stack), done+stack.Collected-s.Round.ReadOf(s.Round.Bundle.Stack))
	}
	if check := s.Round.Check; check.Under() {
		done, of = len(check.Second), s.Round.Bundles.At(check.Bundle).Sheets()
	}
	const cells = 16
	part := func(name words.Sentence, done, of int) string {
		return name(d.Lang) + d.Look.Strong.Render(d.Look.Right(fmt.Sprintf("%d/%d", done, of), 8)) + "  " + frame.Meter(d.Look, int64(done), int64(of), cells)
	}
	line := "   " + part(words.ThisBundle, done, of)
	if !s.Round.Check.Under() {
		_, back, read := s.Round.InHand()
		line += "    " + part(words.WholeCount, read, back)
	}
	return line
}

// totals are the votes that the hall sees too, a row a subject: nothing while a bundle
// is read a second time, and where it must be, only of those that were.
func (c Count) totals(d desk.Context) []string {
	s := d.State
	h := s.Hall()
	forbidden := s.Plan.Sheets.Check != plan.CheckOffered && s.Plan.Hall.Counting != plan.CountingChecked
	if h.Stage != meeting.HallTally || s.Round.Check.Under() || forbidden || !c.gate.marks.many {
		return nil
	}
	scale := s.Plan.Rule.Scale
	cell := 6
	for _, name := range scale {
		cell = max(cell, look.Width(name)+2)
	}
	name := min(30, d.Width-6-cell*len(scale))
	head := "   " + d.Look.Left(d.Look.Dim.Render(d.Say(words.TotalsOf, "sheets", h.Sheets)), name)
	for _, g := range scale {
		head += d.Look.Right(g, cell)
	}
	rows := []string{head}
	for i, label := range d.Labels(name - 2) {
		line := "   " + d.Look.Left("  "+label, name)
		for g := range scale {
			text := fmt.Sprint(h.Subjects[i].Count.Of(g + 1))
			if h.Subjects[i].TooFew {
				text = d.Look.Past()
			}
			line += d.Look.Right(text, cell)
		}
		rows = append(rows, line)
	}
	return rows
}

// sheetDigits is a sheet as its digits, in fours, and what else became of it.
func sheetDigits(d desk.Context, b meeting.Ballot) string {
	switch {
	case b.Missing:
		return d.Look.More()
	case b.Doubtful:
		return words.ShortAside(d.Lang)
	case b.Void > 0:
		return words.ShortVoid(d.Lang) + fmt.Sprint(b.Void)
	}
	out := make([]string, len(b.Marks))
	for i, m := range b.Marks {
		out[i] = fmt.Sprint(markDigit(d, m))
	}
	if len(out) >= manyRows {
		return strings.TrimSuffix(exceptionKeys(out), " +")
	}
	var text strings.Builder
	for i, digit := range out {
		if i > 0 && i%4 == 0 {
			text.WriteString(" ")
		}
		text.WriteString(digit)
	}
	return text.String()
}

// earlier is the sheets before the last one with all their marks in digits, the newest
// first, as many as have room in a few rows; what waits to be stored ends in dots.
func (c Count) earlier(d desk.Context, onDisk func(int) bool, rows int) []string {
	list := keyedSheets(d.Ahead)
	var out []string
	line := "        "
	for i := len(list) - 2; i >= 0 && rows > 0; i-- {
		text := d.Look.Dim.Render(fmt.Sprintf("%3d ", sheetPlace(d.Ahead, i))) + sheetDigits(d, list[i])
		if !onDisk(i) {
			text = d.Look.Amber.Render(fmt.Sprintf("%3d ", sheetPlace(d.Ahead, i)) + sheetDigits(d, list[i]) + d.Look.More())
		}
		if look.Width(line+text)+3 > d.Width && strings.TrimSpace(line) != "" {
			if out, rows = append(out, line), rows-1; rows == 0 {
				return out
			}
			line = "        "
		}
		line += d.Look.Left(text, max(look.Width(text), 9)) + "  "
	}
	if strings.TrimSpace(line) != "" {
		out = append(out, line)
	}
	return out
}
