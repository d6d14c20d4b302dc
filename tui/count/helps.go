package count

import (
	"fmt"
	"strings"

	"shuping/internal/meeting"
	"shuping/internal/plan"
	"shuping/internal/words"
	"shuping/tui/desk"
	"shuping/tui/frame"
	"shuping/tui/look"
)

// What helps whoever keys: how far the bundle and the count are, the votes that the hall
// sees too, and the last sheets with all their marks. It stands below the sheet in hand,
// or in a panel at its right.

const (
	panelWide = 46
	shown     = 3 // rows that the last sheets take at least below the one in hand
)

// panelled reports whether the panel stands there: while one sheet is keyed after another,
// and until their number is stated.
func (c Count) panelled(d desk.Context) bool {
	from := 110
	switch n := len(sheetRows(d.Ahead, c.of.stack)); {
	case n <= besideRows: // digits and name stand larger without it
		from = 160
	case n >= manyRows: // names stand whole without it
		from = 140
	}
	return d.Width >= from && (c.gate.follows || c.gate.marks != nil && c.gate.marks.many)
}

// panel is what helps, in so many rows.
func (c Count) panel(d desk.Context, rows int) []string {
	d.Width = panelWide
	out := append(c.progress(d), "")
	if totals := c.totals(d); len(totals) > 0 && len(out)+len(totals)+shown < rows {
		out = append(append(out, totals...), "")
	}
	for i, row := range out {
		out[i] = strings.TrimPrefix(row, "  ")
	}
	wide := 9
	if len(sheetRows(d.Ahead, c.of.stack)) > besideRows {
		wide = panelWide // one below the other
	}
	if last := c.earlier(d, c.readings(d), "", wide, max(0, rows-len(out)-1)); len(last) > 0 {
		out = append(append(out, " "+d.Look.Dim.Render(words.JustNow(d.Lang))), last...)
	}
	return out
}

// progress is how far the bundle and the count are.
func (c Count) progress(d desk.Context) []string {
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
	label := max(look.Width(words.ThisBundle(d.Lang)), look.Width(words.WholeCount(d.Lang)))
	part := func(name words.Sentence, done, of int) string {
		return d.Look.Left(name(d.Lang), label) + d.Look.Strong.Render(d.Look.Right(fmt.Sprintf("%d/%d", done, of), 8)) + "  " + frame.Meter(d.Look, int64(done), int64(of), cells)
	}
	parts := []string{part(words.ThisBundle, done, of)}
	if !s.Round.Check.Under() {
		_, back, read := s.Round.InHand()
		parts = append(parts, part(words.WholeCount, read, back))
	}
	return parts
}

// totals are the votes that the hall sees too, a row a subject: nothing while a bundle
// is read a second time, and where it must be, only of those that were.
func (c Count) totals(d desk.Context) []string {
	s := d.State
	h := s.Hall()
	forbidden := s.Plan.Sheets.Check != plan.CheckOffered && s.Plan.Hall.Counting != plan.CountingChecked
	if h.Stage != meeting.HallTally || s.Round.Check.Under() || forbidden {
		return nil
	}
	rule := s.Plan.Rule
	gap := 2
	if d.Width <= panelWide {
		gap = 1
	}
	cell := 4 + gap
	for _, name := range rule.Offered() {
		cell = max(cell, look.Width(name)+gap)
	}
	name := min(30, d.Width-6-cell*rule.Boxes())
	var rows []string
	head := d.Look.Dim.Render(d.Say(words.TotalsOf, "sheets", h.Sheets))
	if look.Width(head) > name {
		rows, head = append(rows, "   "+head), ""
	}
	head = "   " + d.Look.Left(head, name)
	for _, g := range rule.Offered() {
		head += d.Look.Right(g, cell)
	}
	rows = append(rows, head)
	for i, label := range d.Labels(name - 2) {
		line := "   " + d.Look.Left("  "+label, name)
		for g := range rule.Offered() {
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

// A reading is a sheet that was keyed.
type reading struct {
	bundle int // that it was keyed in, 0 for the one in hand
	place  int
	ballot meeting.Ballot
	stored bool
}

// readings is the sheets that were keyed, the newest first: those of the bundle in hand, and
// those before it where nobody is to key them again without having seen them.
func (c Count) readings(d desk.Context) []reading {
	ahead, stored := keyedSheets(d.Ahead), keyedSheets(d.State)
	onDisk := 0
	if d.State.Round.Bundle.Number == d.Ahead.Round.Bundle.Number && d.State.Round.Check.Bundle == d.Ahead.Round.Check.Bundle {
		onDisk = len(stored)
	}
	var out []reading
	last := len(ahead) - 1
	for i := last; i >= 0; i-- {
		kept := i < onDisk && sameBallot(stored[i], ahead[i]) && (d.Pending == 0 || i < last)
		out = append(out, reading{0, sheetPlace(d.Ahead, i), ahead[i], kept})
	}
	if d.Ahead.Round.Check.Under() || d.Ahead.Plan.Sheets.Check != plan.CheckOffered {
		return out
	}
	const enough = 200 // no window shows more
	for n := d.Ahead.Round.Bundles.Len(); n > 0 && len(out) < enough; n-- {
		b := d.Ahead.Round.Bundles.At(n)
		for i := len(b.Ballots) - 1; i >= 0 && b.Stack == c.of.stack && b.By != ""; i-- {
			out = append(out, reading{b.Number, i + 1, b.Ballots[i], true})
		}
	}
	return out
}

// lastSheets is the newest sheet in words, and those before it in digits, in so many rows:
// those on disk as stored, those that wait as waiting.
func (c Count) lastSheets(d desk.Context, rows int) []string {
	list := c.readings(d)
	if len(list) == 0 || list[0].bundle > 0 && c.gate.marks == nil {
		return nil
	}
	last := list[0]
	if last.bundle > 0 { // of the bundle in hand there is none yet
		return c.earlier(d, list, " ", 9, rows-1)
	}
	kept := d.Look.Good.Render(d.Look.Done() + " " + words.SheetStored(d.Lang))
	if !last.stored {
		kept = d.Look.Amber.Render(words.SheetWriting(d.Lang))
	}
	if last.ballot.Missing {
		kept = "" // it waits to be keyed
	}
	line := "  " + d.Look.Dim.Render(words.JustNow(d.Lang)) + "  " + d.Look.Left(d.Say(words.SheetNumber, "sheet", last.place), 10) + ballotWords(d, last.ballot)
	out := []string{d.Look.Ends(line, "  "+kept+" ", d.Width)}
	if c.side {
		return out
	}
	return append(out, c.earlier(d, list[1:], "        ", 9, rows-1)...)
}

// earlier is sheets with all their marks in digits behind a margin, each in at least so many
// cells, as many as have room in so many rows; what waits to be stored ends in dots. Where
// another bundle begins stands its name, in a row of its own where the sheets have one.
func (c Count) earlier(d desk.Context, list []reading, margin string, least, rows int) []string {
	var out []string
	line, bundle := margin, 0
	flush := func() {
		if strings.TrimSpace(line) != "" {
			out = append(out, line)
		}
		line = margin
	}
	for _, r := range list {
		if r.bundle != bundle {
			bundle = r.bundle
			name := " " + d.Look.Dim.Render(d.Say(words.BundleName, "bundle", bundle))
			if least == panelWide {
				flush()
				out = append(out, name)
			} else {
				line += name
			}
		}
		text, digits := fmt.Sprintf("%3d ", r.place), sheetDigits(d, r.ballot)
		if r.ballot.Void > 0 && least == panelWide {
			digits = d.Look.Middle(digits+" "+d.Ahead.Plan.Sheets.Voids[r.ballot.Void-1].Title, least-8)
		}
		if r.stored {
			text = d.Look.Dim.Render(text) + digits
		} else {
			text = d.Look.Amber.Render(text + digits + d.Look.More())
		}
		if look.Width(line+text) >= d.Width {
			flush()
		}
		if len(out) >= rows {
			return out[:rows]
		}
		line += d.Look.Left(text+"  ", min(max(look.Width(text), least)+2, d.Width-look.Width(line)))
	}
	flush()
	return out[:min(len(out), rows)]
}

// sheetDigits is a sheet as its digits, in fours, or what became of it.
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
