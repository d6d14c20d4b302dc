package count

import (
	"fmt"
	"strings"

	"shuping/internal/meeting"
	"shuping/internal/words"
	"shuping/tui/desk"
	"shuping/tui/frame"
)

// An entry is something that was counted and can be confirmed: a closed bundle by its
// number, or a stack that was counted by piles.
type entry struct{ bundle, stack int }

func (e entry) byPiles() bool { return e.bundle == 0 }

// counted is all that was counted, bundles first.
func counted(s meeting.State) []entry {
	var out []entry
	for b := range s.Round.Bundles.Closed() {
		out = append(out, entry{b.Number, b.Stack})
	}
	for _, n := range piled(s) {
		out = append(out, entry{0, n})
	}
	return out
}

// unconfirmed is how many of them are not confirmed as the plan asks.
func unconfirmed(s meeting.State) int { return len(s.Unchecked()) + len(s.UncheckedPiles()) }

// firstLeft is the first of them that is not confirmed as the plan asks, 0 where all
// are.
func firstLeft(s meeting.State) int {
	if list := s.Unchecked(); len(list) > 0 {
		return list[0] - 1
	}
	if list := s.UncheckedPiles(); len(list) > 0 {
		for i, e := range counted(s) {
			if e.byPiles() && e.stack == list[0] {
				return i
			}
		}
	}
	return 0
}

// countedRows is the list of what was counted.
func countedRows(_ Count, d desk.Context) frame.Rows {
	list := counted(d.Ahead)
	return frame.Rows{N: len(list), Page: listRoom(d), Text: func(i int) string {
		what, state, _ := list[i].told(d)
		return strings.Join(strings.Fields(what+" "+state), " ")
	}}
}

// listRoom is how many rows of it are in sight.
func listRoom(d desk.Context) int { return max(1, d.Rows-6) }

// drawCounted is the list with what is known of each.
func drawCounted(c Count, d desk.Context) desk.Picture {
	list, l := counted(d.Ahead), c.list(d).Within(len(counted(d.Ahead)))
	from, to := l.Window(len(list), listRoom(d))
	p := desk.Picture{Position: l.Position(len(list), listRoom(d))}
	for i := from; i < to; i++ {
		what, state, confirmed := list[i].told(d)
		style, pointer := d.Look.Amber, "  "
		if confirmed {
			style = d.Look.Good
		}
		if i == l.At {
			pointer = d.Look.Accent.Render(d.Look.Here()) + " "
		}
		p.Spots = append(p.Spots, desk.Spot{Row: len(p.Rows), N: i})
		p.Rows = append(p.Rows, "  "+pointer+what+style.Render(state))
	}
	return p
}

// told is what it is, how it is confirmed, and whether nothing is left to do.
func (e entry) told(d desk.Context) (what, state string, confirmed bool) {
	line := func(head, by string) string {
		line := d.Look.Left(head, 22) + d.Look.Left(by, 14) + " "
		if name := words.StackName(d.Lang, d.Ahead.StackName(e.stack)); name != "" {
			line += d.Look.Left(name, 20) + " "
		}
		return line
	}
	if e.byPiles() {
		p := d.Ahead.Round.Stacks[e.stack].Piles
		state, confirmed = checkTold(d, p.Checked, p.CheckedBy, p.Differed, words.RowsHadDiffered)
		return line(d.Say(words.PilesLine, "sheets", fmt.Sprintf("%3d", p.Sheets)), p.By), state, confirmed
	}
	b := d.Ahead.Round.Bundles.At(e.bundle)
	what = line(d.Say(words.BundleLine, "bundle", b.Number, "sheets", fmt.Sprintf("%3d", b.Sheets())), b.By)
	if b.Sheets() == 0 {
		return what, words.EmptyBundle(d.Lang), true
	}
	state, confirmed = checkTold(d, b.Checked, b.CheckedBy, b.Differed, words.BundleHadDiffered)
	return what, state, confirmed
}

// checkTold is how something was confirmed, and what had differed.
func checkTold(d desk.Context, way meeting.Way, by string, differed int, had words.Sentence) (state string, confirmed bool) {
	if way == "" {
		return words.BundleNotChecked(d.Lang), false
	}
	state = words.Fill(words.BundleCheckedBy(d.Lang, string(way)), words.Values("by", by))
	if differed > 0 {
		state += d.Say(had, "differed", differed)
	}
	return state, true
}
