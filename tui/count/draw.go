package count

import (
	"fmt"
	"slices"
	"strings"

	"shuping/internal/meeting"
	"shuping/internal/words"
	"shuping/tui/desk"
	"shuping/tui/look"
)

// Draw is the sums, and below them what the count waits for; where there is room, how far
// it is and what was keyed stand at the right.
func (c Count) Draw(d desk.Context) desk.Picture {
	c = c.at(d)
	p := desk.Picture{Rows: append([]string{""}, c.header(d)...)}
	if !c.panelled(d) {
		return under(p, c.drawGate(d))
	}
	left := d
	left.Width -= panelWide + 3
	c.side = true
	work := c.drawGate(left)
	walls := slices.Repeat([]string{d.Look.Wall()}, d.Rows-sumRows)
	work.Rows = d.Beside(1, []int{left.Width, 1, panelWide}, work.Rows, walls, c.panel(d, d.Rows-sumRows))
	return under(p, work)
}

// sumRows is how many rows the sums take, with the empty one above them.
const sumRows = 3

// drawGate is what the count waits for, below the sums.
func (c Count) drawGate(d desk.Context) desk.Picture {
	if c.gate.marks != nil {
		return c.drawSheet(d)
	}
	var p desk.Picture
	style, text := d.Look.Strong, c.gate.says(c, d)
	if c.doze.Asleep() {
		style, text = d.Look.Amber, "! "+text
	}
	p.Rows = append(append(p.Rows, d.Indent(2, text, style)...), "")
	if c.gate.beside != nil {
		p.Rows = append(p.Rows, c.gate.beside(c, d)...)
	}
	p = under(p, c.drawForm(d, sumRows+len(p.Rows)))
	return under(p, c.drawBelow(d, len(p.Rows)))
}

// drawBelow is what stands at the foot of a gate, below so many rows.
func (c Count) drawBelow(d desk.Context, above int) desk.Picture {
	if c.gate.below == nil {
		return desk.Picture{Rows: c.lastSheets(d, max(shown, d.Rows-sumRows-above))}
	}
	return c.gate.below(c, d)
}

// nothing stands there: nobody sees what was keyed.
func nothing(Count, desk.Context) desk.Picture { return desk.Picture{} }

// under puts a picture under another.
func under(p, foot desk.Picture) desk.Picture {
	top := len(p.Rows)
	p.Rows = append(p.Rows, foot.Rows...)
	if foot.Caret != nil {
		p.Caret = &desk.Caret{Col: foot.Caret.Col, Row: foot.Caret.Row + top}
	}
	for _, s := range foot.Spots {
		p.Spots = append(p.Spots, desk.Spot{Row: s.Row + top, N: s.N})
	}
	if foot.Position != "" {
		p.Position = foot.Position
	}
	return p
}

// header is the sums, always in the same columns, and a row below them: the stack
// stands there where it has no room whole before the sums, for which sheets are in
// hand must be read to the end.
func (c Count) header(d desk.Context) []string {
	s := d.State
	place, name := c.heading(d)
	cell := func(label words.Sentence, n int, known bool) string {
		if !known {
			return d.Look.Dim.Render(label(d.Lang) + "    –")
		}
		return label(d.Lang) + d.Look.Strong.Render(fmt.Sprintf("%5d", n))
	}
	issued, back, read := s.Round.InHand()
	sums := strings.Join([]string{
		cell(words.IssuedLabel, issued, issued > 0),
		cell(words.CollectedLabel, back, s.Round.HasCollected),
		cell(words.ReadLabel, read, s.Round.HasCollected),
		cell(words.RestLabel, back-read, s.Round.HasCollected),
	}, "  ")
	below := ""
	if all := place + "  " + name; name != "" && look.Width("  "+all+sums+" ") < d.Width {
		place = all
	} else if name != "" {
		below = "  " + d.Look.Accent.Render(name)
	}
	return []string{d.Look.Ends("  "+d.Look.Accent.Render(place), sums+" ", d.Width), below}
}

// heading is the bundle and the sheet in hand, and the stack that they are of with
// who keys them.
func (c Count) heading(d desk.Context) (place, of string) {
	var by string
	if c.gate.place != nil {
		place, by = c.gate.place(c, d)
	} else {
		place, by = c.place(d)
	}
	if place == "" {
		return "", ""
	}
	of = words.StackName(d.Lang, d.Ahead.StackName(c.stack(d.Ahead)))
	if by != "" {
		of = strings.TrimPrefix(of+"  "+d.Say(words.KeyedBy, "by", by), "  ")
	}
	return place, of
}

// place is the bundle and the sheet in hand as they follow from the state.
func (c Count) place(d desk.Context) (sheet, by string) {
	s, b, check := d.Ahead, d.Ahead.Round.Bundle, d.Ahead.Round.Check
	switch {
	case check.Comparing():
		return d.Say(words.CheckPlace, "bundle", check.Bundle), ""
	case check.Under() && check.Way == meeting.BySpot:
		return d.Say(words.SpotPlace, "bundle", check.Bundle, "sheet", check.Sheet(min(len(check.Second), len(check.Drawn)-1))), check.By
	case check.Under():
		return d.Say(words.SecondPlace, "bundle", check.Bundle, "sheet", inHandAt(check.Second, check.Gap(), c.gate.marks != nil)), check.By
	case b.Open:
		return d.Say(words.BundleSheet, "bundle", b.Number, "sheet", inHandAt(b.Ballots, b.Gap(), !c.full(s))), b.By
	default:
		return "", ""
	}
}

// stack is the stack of the bundle in hand.
func (c Count) stack(s meeting.State) int {
	if s.Round.Bundle.Open {
		return s.Round.Bundle.Stack
	}
	return c.of.stack
}

// inHandAt is the place of the sheet that is keyed next, of the last one where none
// is.
func inHandAt(list []meeting.Ballot, gap int, next bool) int {
	switch {
	case gap > 0:
		return gap
	case next:
		return len(list) + 1
	default:
		return len(list)
	}
}

// drawForm is the numbers that are typed, below so many rows, and their sum where all
// are of one row.
func (c Count) drawForm(d desk.Context, above int) desk.Picture {
	slots, wide, sum := c.slots(d), 0, 0
	for _, s := range slots {
		wide = max(wide, look.Width(s.label))
	}
	tight := len(slots) > 6 || above+2*len(slots) > d.Rows-3
	var p desk.Picture
	for i, f := range c.form.fields {
		n, _ := f.Int()
		sum += n
		chip := "  "
		if slots[i].grade > 0 {
			chip = d.Look.Bar(slots[i].grade, len(d.State.Plan.Rule.Scale), 2)
		}
		label := "  " + chip + " " + d.Look.Left(slots[i].label, wide) + "  "
		f = d.Dress(f, 9, 1)
		if i == c.form.at && !c.doze.Asleep() {
			col, _ := f.Caret()
			p.Caret = &desk.Caret{Col: look.Width(label) + col, Row: len(p.Rows)}
		}
		p.Rows = append(p.Rows, label+f.Draw()[0])
		if !tight {
			p.Rows = append(p.Rows, "")
		}
	}
	if c.gate.sums {
		p.Rows = append(p.Rows, c.drawSum(d, wide, sum), "")
	}
	return p
}

// drawSum is the sum of the piles of a row beside what it must come to.
func (c Count) drawSum(d desk.Context, wide, sum int) string {
	line := fmt.Sprintf("     %s  %d", d.Look.Left(words.SumLabel(d.Lang), wide), sum)
	style := d.Look.Text
	if due, known := d.Ahead.PileDue(); known && c.of.row > 0 {
		line += fmt.Sprintf(" / %d", due)
		if sum == due {
			style = d.Look.Good
		}
	}
	return style.Render(line)
}
