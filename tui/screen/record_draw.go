package screen

import (
	"fmt"
	"strings"

	"shuping/internal/meeting"
	"shuping/internal/words"
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
	s := c.State
	place, name := r.place(c)
	cell := func(label string, n int, known bool) string {
		if !known {
			return c.Look.Dim.Render(label + "    –")
		}
		return label + c.Look.Strong.Render(fmt.Sprintf("%5d", n))
	}
	if by := r.keys(c.Ahead); by != "" && place != "" {
		by = c.Say(words.KeyedBy, "by", by)
		if name != "" {
			name += "  "
		}
		name += by
	}
	read := s.Round.Read()
	sums := strings.Join([]string{
		cell(words.IssuedLabel(c.Lang), s.Round.Issued, s.Round.Issued > 0),
		cell(words.CollectedLabel(c.Lang), s.Round.Collected, s.Round.HasCollected),
		cell(words.ReadLabel(c.Lang), read, s.Round.HasCollected),
		cell(words.RestLabel(c.Lang), s.Round.Collected-read, s.Round.HasCollected),
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
	s := c.Ahead
	say := func(sentence words.Sentence, bundle, sheet int) string {
		return c.Say(sentence, "bundle", bundle, "sheet", sheet)
	}
	check := s.Round.Check
	switch {
	case r.gate == gateMend:
		return say(words.MendPlace, r.bundle, r.sheet), s.StackName(r.stack)
	case r.gate == gateAgain:
		return say(words.AgainPlace, check.Bundle, r.sheet), s.StackName(r.stack)
	case r.gate == gateRule:
		return say(words.RulePlace, check.Bundle, r.sheet), s.StackName(r.stack)
	case check.Comparing():
		return c.Say(words.CheckPlace, "bundle", check.Bundle), s.StackName(r.stack)
	case check.Under() && check.Way == meeting.BySpot:
		return say(words.SpotPlace, check.Bundle, check.Sheet(min(len(check.Second), len(check.Drawn)-1))), s.StackName(r.stack)
	case check.Under():
		return say(words.SecondPlace, check.Bundle, r.inHand(s, check.Second, check.Gap())), s.StackName(r.stack)
	case s.Round.Bundle.Open:
		b := s.Round.Bundle
		n := r.inHand(s, b.Ballots, b.Gap())
		if r.gate == gateSettle {
			n = b.FirstDoubtful()
		}
		return say(words.BundleSheet, b.Number, n), s.StackName(b.Stack)
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
