package screen

import (
	"fmt"
	"strings"

	"golang.org/x/text/width"

	"shuping/internal/meeting"
	"shuping/internal/plan"
	"shuping/internal/words"
	"shuping/tui/key"
)

// Closed bundles are confirmed here, one by one: another person keys a bundle
// again without seeing what was keyed first, or sheets drawn by dice are read
// again.

// checkGate is what a check under way waits for.
func (r Record) checkGate(s meeting.State) gate {
	c := s.Round.Check
	_, wanted := c.Wants()
	switch {
	case !c.Comparing() && (r.early || !r.more && r.secondFull(s)) && c.Gap() == 0:
		return gateSecondHand
	case !c.Comparing():
		return gateSecond
	case c.Uneven():
		return gateUneven
	case wanted > 0 && r.sheet == wanted:
		return gateAgain
	case wanted > 0:
		return gateDiffers
	case r.sheet == c.Disputed():
		return gateRule
	default:
		return gateDispute
	}
}

// secondFull reports whether the second reading has as many sheets as the first.
func (r Record) secondFull(s meeting.State) bool {
	c := s.Round.Check
	return len(c.Second) >= len(c.First)
}

// checkRows lists the closed bundles with what is known of each.
func (r Record) checkRows(c Context) []string {
	s := c.Ahead
	n := s.Round.Bundles.Len()
	rows := make([]string, n)
	for i := range rows {
		b := s.Round.Bundles.At(i + 1)
		style, state := c.Look.Amber, words.BundleNotChecked(c.Lang)
		if b.Checked != "" || b.Sheets() == 0 {
			style, state = c.Look.Good, c.Fill(words.BundleCheckedBy(c.Lang, string(b.Checked)), "by", b.CheckedBy)
			if b.Differed > 0 {
				state += c.Say(words.BundleHadDiffered, "differed", b.Differed)
			}
		}
		if b.Sheets() == 0 {
			state = words.EmptyBundle(c.Lang)
		}
		line := c.Look.Left(c.Say(words.BundleLine, "bundle", b.Number, "sheets", fmt.Sprintf("%3d", b.Sheets())), 22) +
			c.Look.Left(b.By, 14) + " "
		if name := s.StackName(b.Stack); name != "" {
			line += c.Look.Left(name, 20) + " "
		}
		pointer := "  "
		if i == r.at1(s)-1 {
			pointer = c.Look.Accent.Render(c.Look.Here()) + " "
		}
		rows[i] = "  " + pointer + line + style.Render(state)
	}
	return window(rows, max(1, c.Rows-6), r.at1(s)-1)
}

// at1 is the number of the bundle that the cursor is on.
func (r Record) at1(s meeting.State) int {
	n := r.cursor
	if n == 0 { // where work is left
		if list := s.Unchecked(); len(list) > 0 {
			n = list[0]
		}
	}
	return max(1, min(n, s.Round.Bundles.Len()))
}

// checking answers in the list of bundles.
func (r Record) checking(m key.Meaning, c Context) (Screen, Answer) {
	switch m.What {
	case key.Up:
		r.cursor = max(1, r.at1(c.Ahead)-1)
	case key.Down:
		r.cursor = min(c.Ahead.Round.Bundles.Len(), r.at1(c.Ahead)+1)
	case key.Back:
		r.checks = false
	case key.Confirm:
		return r.askCheck(c)
	}
	return r, Answer{}
}

// askCheck asks how the bundle is confirmed, where the plan leaves that open, and
// by whom.
func (r Record) askCheck(c Context) (Screen, Answer) {
	n := r.at1(c.Ahead)
	if c.Ahead.Round.Bundles.At(n).Sheets() == 0 {
		return r, warn(words.EmptyBundle(c.Lang))
	}
	r.cursor = 0
	second, spot := askSecond(n, c), askSpot(n, c)
	switch c.Ahead.Plan.Sheets.Check {
	case plan.CheckSecond:
		r.ask = second
	case plan.CheckSpot:
		r.ask = spot
	default:
		r.ask = askChoice([]string{words.WaySecond(c.Lang), words.WaySpot(c.Lang)}, func(i int, c Context) Answer {
			return Answer{next: []*ask{&second, &spot}[i]}
		}, c.Say(words.WayAsk, "bundle", n))
	}
	return r, Answer{}
}

// askSecond asks who keys the bundle again, and who keyed it first where that is
// not recorded.
func askSecond(n int, c Context) ask {
	begin := func(by, first string, c Context) Answer {
		return c.submit(meeting.OpenSecond{Bundle: n, By: by, First: first})
	}
	if c.Ahead.Round.Bundles.At(n).By != "" {
		return askKeyer(lastChecker(c.Ahead), func(by string, c Context) Answer { return begin(by, "", c) },
			c.Say(words.SecondName, "bundle", n, "first", c.Ahead.Round.Bundles.At(n).By))
	}
	return askKeyer("", func(first string, c Context) Answer {
		next := askKeyer(lastChecker(c.Ahead), func(by string, c Context) Answer { return begin(by, first, c) },
			c.Say(words.SecondName, "bundle", n, "first", first))
		return Answer{next: &next}
	}, c.Say(words.FirstName, "bundle", n))
}

// lastChecker is who read a bundle again last.
func lastChecker(s meeting.State) string {
	for n := s.Round.Bundles.Len(); n > 0; n-- {
		if b := s.Round.Bundles.At(n); b.Checked == meeting.BySecond {
			return b.CheckedBy
		}
	}
	return ""
}

// askSpot asks who reads again, and what the dice show.
func askSpot(n int, c Context) ask {
	return askKeyer("", func(by string, c Context) Answer {
		next := askText(meeting.MaxName, func(dice string, c Context) Answer {
			dice = strings.Join(strings.Fields(width.Narrow.String(dice)), "")
			ans := c.submit(meeting.DrawSpot{Bundle: n, By: by, Dice: dice})
			if !ans.Ring {
				b := c.Ahead.Round.Bundles.At(n)
				sheets := meeting.Drawn(c.Ahead.Round.Number, n, b.Draws+1, dice, b.Sheets())
				ans.Say = c.Say(words.SpotSheets, "bundle", n, "sheets", c.numbers(sheets))
			}
			return ans
		}, c.Say(words.DiceAsk, "sheets", meeting.Sample(c.Ahead.Round.Bundles.At(n).Sheets()), "of", c.Ahead.Round.Bundles.At(n).Sheets()))
		return Answer{next: &next}
	}, c.Say(words.SpotName, "bundle", n))
}

// numbers is a list as people say it, "3、7".
func (c Context) numbers(list []int) string {
	said := make([]string, len(list))
	for i, n := range list {
		said[i] = fmt.Sprint(n)
	}
	return strings.Join(said, words.ListComma(c.Lang))
}

// askLeaveCheck gives a check up, with a reason.
func askLeaveCheck(c Context) ask {
	return askText(meeting.MaxReason, func(reason string, c Context) Answer {
		return c.submit(meeting.LeaveCheck{Reason: reason})
	}, c.Say(words.LeaveCheckWhy, "bundle", c.Ahead.Round.Check.Bundle))
}

// closeSecond ends the second reading and says what it came to.
func (r Record) closeSecond(n int, c Context) Answer {
	return r.concluded(c, meeting.CloseSecond{Sheets: n})
}

// concluded submits what may end a check, and says so if it does.
func (r Record) concluded(c Context, o ...meeting.Order) Answer {
	ans := c.submit(o...)
	if ans.Ring {
		return ans
	}
	number := c.Ahead.Round.Check.Bundle
	after := c.after(o...)
	ans.opens = after.Round.Check.Comparing() && !c.Ahead.Round.Check.Comparing()
	switch b := after.Round.Bundles.At(number); {
	case after.Round.Check.Under():
	case b.Checked != "" && b.Differed == 0:
		ans.Say = c.Say(words.CheckAgreed, "bundle", number, "sheets", b.Sheets())
	case b.Checked != "":
		ans.Say = c.Say(words.CheckAgreedAfter, "bundle", number, "differed", b.Differed)
	default:
		ans.Say = c.Say(words.CheckDrawAnew, "bundle", number)
	}
	return ans
}
