package count

import (
	"fmt"
	"strings"

	"charm.land/lipgloss/v2"

	"shuping/internal/tally"
	"shuping/internal/words"
	"shuping/tui/desk"
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
	const least = 5 // of the digits
	rows := 0       // the cells that one takes, a long name cut
	for _, r := range sheetRows(d.Ahead, c.of.stack) {
		rows = max(rows, 10+min(look.Width(r.label(d)), 18)+look.Width(c.options(d, n, 0)))
	}
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
	if len(c.draft) < len(sheet) && d.Fonts != nil {
		name := sheet[len(c.draft)].label(d)
		if face, fits := d.Fonts.Fit(name, d.Width-5, high-len(sheet)-3, glyph.Paints(d.Look.Halves, d.Look.Corners, d.Width)...); fits {
			rows := append(c.drawRows(d, len(sheet)), "")
			for _, row := range face.Draw(name, d.Look.Accent) {
				rows = append(rows, "     "+row)
			}
			return c.underRows(d, rows, high)
		}
	}
	return c.underRows(d, c.drawRows(d, min(room, 2*(high-1))), high)
}

// underRows is rows of a sheet with the mark that was pressed last on the last of so many.
func (c Count) underRows(d desk.Context, rows []string, high int) []string {
	if n := len(c.draft); n > 0 && len(rows) < high {
		m := c.draft[n-1]
		style := d.Look.Strong
		if m > 0 && int(m) <= len(d.Ahead.Plan.Rule.Scale) {
			style = d.Look.Grade(int(m))
		}
		rows = append(rows, make([]string, high-1-len(rows))...)
		rows = append(rows, "   "+d.Look.Dim.Render(words.JustPressed(d.Lang))+" "+style.Render(fmt.Sprintf("%d %s", markDigit(d, m), markName(d, m))))
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
		return d.Ahead.Plan.Rule.Boxes() + 1
	}
	return d.Ahead.Plan.Rule.Box(m)
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
