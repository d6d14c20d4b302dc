package count

import (
	"fmt"
	"slices"
	"strings"

	"shuping/data"
	"shuping/internal/meeting"
	"shuping/internal/tally"
	"shuping/internal/words"
	"shuping/tui/desk"
	"shuping/tui/look"
)

// drawSheet is the sheet in hand, and below it the last ones in words.
func (c Count) drawSheet(d desk.Context) desk.Picture {
	var p desk.Picture
	if c.gate.says != nil {
		if text := c.gate.says(c, d); text != "" {
			if c.gate.marks.rules {
				text = "! " + text
			}
			p.Rows = append(d.Indent(2, text, d.Look.Amber), "")
		}
	}
	if c.undone != "" && c.gate.marks.many {
		p.Rows = append(p.Rows, "  "+d.Look.Amber.Render("! "+c.undone), "")
	}
	room := d.Rows - sumRows - len(p.Rows) - 1 - shown
	if c.voiding {
		p.Rows = append(p.Rows, "  "+d.Look.Amber.Render(words.VoidWhy(d.Lang)))
		for _, n := range d.Ahead.Plan.Sheets.Reasons() {
			p.Rows = append(p.Rows, fmt.Sprintf("     %d  %s", n, d.Ahead.Plan.Sheets.Voids[n-1].Title))
		}
	} else {
		p.Rows = append(p.Rows, c.drawWork(d, room)...)
	}
	p.Rows = append(p.Rows, "")
	return under(p, c.drawBelow(d, len(p.Rows)))
}

// drawWork is the sheet in hand, and below it as much of what helps as has room: what
// the other digits hit, how far one is, what the votes are.
func (c Count) drawWork(d desk.Context, room int) []string {
	if c.gate.marks.rules {
		return c.drawRuling(d, room)
	}
	rows := c.drawInHand(d, room)
	add := func(more ...string) {
		if len(more) > 0 && len(rows)+1+len(more) <= room {
			rows = append(append(rows, ""), more...)
		}
	}
	add(c.legend(d))
	if c.gate.marks.many && !c.side {
		add("   " + strings.Join(c.progress(d), "    "))
		add(c.totals(d)...)
	}
	return rows
}

// drawRuling is the sheet that is ruled on: no large digits, and a bar at its side, so that
// nobody takes it for the next sheet.
func (c Count) drawRuling(d desk.Context, room int) []string {
	rows := append(append(c.drawRows(d, room-2), ""), c.legend(d))
	for i, row := range rows {
		rows[i] = " " + d.Look.Practice.Render(" ") + strings.TrimPrefix(row, "  ")
	}
	return rows
}

// drawRows is the rows of the sheet in so many rows of the screen: with air between
// them where there is room, in columns where there is too little.
func (c Count) drawRows(d desk.Context, room int) []string {
	sheet := sheetRows(d.Ahead, c.of.stack)
	if c.byException(d.Ahead) {
		return c.drawExceptions(d, sheet, room)
	}
	if len(sheet) > room {
		return c.drawGrid(d, sheet, room)
	}
	name, number := 0, len(fmt.Sprint(len(sheet)))
	for _, r := range sheet {
		name = max(name, look.Width(r.label(d)))
	}
	margins := 3 + 2 + number + 1 + 3 // before the pointer, the pointer, the row's number, behind the name
	name = min(name, d.Width/3, max(8, d.Width-margins-look.Width(c.options(d, len(sheet), 0))))
	names := rowNames(d, sheet, name)
	rows := make([]string, len(sheet))
	for i := range sheet {
		pointer, label := "  ", d.Look.Left(names[i], name)
		if i == len(c.draft) {
			pointer, label = d.Look.Accent.Render(d.Look.Here())+" ", d.Look.Strong.Render(label)
		}
		rows[i] = "   " + pointer + d.Look.Dim.Render(fmt.Sprintf("%*d ", number, i+1)) + label + "   " + c.options(d, i, d.Width-margins-name)
	}
	return desk.SpreadRows(rows, room/2)
}

// options are the grades of row i with the keyed one in brackets; the brackets have
// their cells kept, so that nothing moves. Blank and spoiled follow where room allows;
// where it does not, the one that was keyed stands alone.
func (c Count) options(d desk.Context, i, room int) string {
	keyed := tally.Mark(0)
	if i < len(c.draft) {
		keyed = c.draft[i]
	}
	option := func(m tally.Mark) string {
		digit := markDigit(d, m)
		text := fmt.Sprintf(" %d %s ", digit, markName(d, m))
		switch {
		case m == keyed:
			return d.Look.Choice.Render(fmt.Sprintf("[%d %s]", digit, markName(d, m)))
		case keyed != 0:
			return d.Look.Dim.Render(text)
		default:
			return text
		}
	}
	var parts []string
	rule := d.Ahead.Plan.Rule
	for g := range rule.Offered() {
		parts = append(parts, option(tally.Mark(g+1)))
	}
	if rule.Aside != "" {
		parts = append(parts, option(tally.Aside))
	}
	grades := strings.Join(parts, " ")
	if room > 0 && look.Width(grades) > room { // each keeps a cell on both sides all the same
		grades = strings.Join(parts, "")
	}
	none := keyed == tally.Blank || keyed == tally.Spoiled
	if !none && d.Width < 84 {
		return grades
	}
	blank, spoiled := option(tally.Blank), option(tally.Spoiled)
	switch all := strings.Join(append(parts, blank, spoiled), " "); {
	case look.Width(all) <= room:
		return all
	case keyed == tally.Blank:
		return blank
	case keyed == tally.Spoiled:
		return spoiled
	default:
		return grades
	}
}

// sameBallot reports whether two ballots say the same. One that was taken back and keyed
// anew, or ruled on, is not the one on disk.
func sameBallot(a, b meeting.Ballot) bool {
	return a.Void == b.Void && a.Doubtful == b.Doubtful && a.Missing == b.Missing && slices.Equal(a.Marks, b.Marks)
}

// ballotWords is what one sheet says.
func ballotWords(d desk.Context, b meeting.Ballot) string {
	switch {
	case b.Missing:
		return d.Look.Dim.Render(d.Look.More())
	case b.Doubtful:
		return d.Look.Amber.Render(words.SheetDoubtful(d.Lang))
	case b.Void > 0:
		return words.VoidSheet(d.Lang) + "  " + d.Ahead.Plan.Sheets.Voids[b.Void-1].Title
	}
	parts := make([]string, len(b.Marks))
	for i, m := range b.Marks {
		parts[i] = markName(d, m)
	}
	return strings.Join(parts, " "+d.Look.Dot()+" ")
}

func markName(d desk.Context, m tally.Mark) string {
	switch m {
	case tally.Blank:
		return words.BlankMark(d.Lang)
	case tally.Spoiled:
		return words.SpoiledMark(d.Lang)
	case tally.Aside:
		return d.Ahead.Plan.Rule.Aside
	default:
		return d.Ahead.Plan.Rule.Scale.Name(int(m))
	}
}

// sampleSheet is the made-up sheet of a rehearsal at the index, as the digits to type.
func (c Count) sampleSheet(s meeting.State, at int) string {
	if sampleMarks(at)[0] == "7" {
		return "7"
	}
	return c.sampleRuled(s, at)
}

// sampleMarks is the made-up sheet at the index, mark by mark.
func sampleMarks(at int) []string {
	sheets := data.Sheets()
	return strings.Fields(sheets[at%len(sheets)])
}

// sampleRuled is what the made-up sheet at the index says when somebody looks at it who
// may rule.
func (c Count) sampleRuled(s meeting.State, at int) string {
	line := sampleMarks(at)
	switch line[0] {
	case "0":
		return "0 1"
	case "7":
		line = line[1:]
	}
	return c.sampleKeys(s, line)
}

// sampleSlip is the made-up sheet as a hand that slips keys it: its last row is wrong.
func (c Count) sampleSlip(s meeting.State, at int) string {
	line := slices.Clone(sampleMarks(at))
	line[len(line)-1] = map[bool]string{true: "2", false: "1"}[line[len(line)-1] == "1"]
	return c.sampleKeys(s, line)
}

// sampleKeys are marks, repeated for all rows of a sheet, as the digits to type.
func (c Count) sampleKeys(s meeting.State, line []string) string {
	keys := make([]string, len(sheetRows(s, c.of.stack)))
	for i := range keys {
		keys[i] = line[i%len(line)]
	}
	if len(keys) >= manyRows {
		return exceptionKeys(keys)
	}
	return strings.Join(keys, " ")
}
