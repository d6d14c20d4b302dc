package count

import (
	"strings"

	"golang.org/x/text/width"

	"shuping/internal/meeting"
	"shuping/internal/plan"
	"shuping/internal/words"
	"shuping/tui/desk"
)

// askWay asks how a bundle is confirmed, where the plan leaves that open.
func askWay(d desk.Context, n int) desk.Question {
	switch d.Ahead.Plan.Sheets.Check {
	case plan.CheckSecond:
		return askSecond(d, n)
	case plan.CheckSpot:
		return askSpot(d, n)
	}
	return desk.AskChoice([]string{words.WaySecond(d.Lang), words.WaySpot(d.Lang)}, func(i int, d desk.Context) desk.Answer {
		return desk.Asks([]func(desk.Context, int) desk.Question{askSecond, askSpot}[i](d, n))
	}, d.Say(words.WayAsk, "bundle", n))
}

// askSecond asks who keys the bundle again, and who keyed it first where that is not
// recorded.
func askSecond(d desk.Context, n int) desk.Question {
	if by := d.Ahead.Round.Bundles.At(n).By; by != "" {
		return askAgain(d, n, by, "")
	}
	return desk.AskName(func(first string, d desk.Context) desk.Answer { return desk.Asks(askAgain(d, n, first, first)) }, d.Say(words.FirstName, "bundle", n))
}

// askAgain asks who keys again what somebody keyed first; told is who that was where
// it has to be recorded.
func askAgain(d desk.Context, n int, first, told string) desk.Question {
	return desk.AskName(func(by string, d desk.Context) desk.Answer {
		return d.Submit(meeting.OpenSecond{Bundle: n, By: by, First: told})
	}, d.Say(words.SecondName, "bundle", n, "first", first)).Filled(lastChecker(d.Ahead))
}

// lastChecker is who read a bundle again last.
func lastChecker(s meeting.State) string {
	by := ""
	for b := range s.Round.Bundles.Closed() {
		if b.Checked == meeting.BySecond {
			by = b.CheckedBy
		}
	}
	return by
}

// askSpot asks who reads again, and what the dice show.
func askSpot(d desk.Context, n int) desk.Question {
	return desk.AskName(func(by string, d desk.Context) desk.Answer {
		sheets := d.Ahead.Round.Bundles.At(n).Sheets()
		return desk.Asks(desk.AskText(meeting.MaxName, func(dice string, d desk.Context) desk.Answer {
			dice = strings.Join(strings.Fields(width.Narrow.String(dice)), "")
			b := d.Ahead.Round.Bundles.At(n)
			return d.Submit(meeting.DrawSpot{Bundle: n, By: by, Dice: dice}).
				Saying(d.Say(words.SpotSheets, "bundle", n, "sheets", d.Numbers(meeting.Drawn(d.Ahead.Round.Number, n, b.Draws+1, dice, b.Sheets()))))
		}, d.Say(words.DiceAsk, "sheets", meeting.Sample(sheets), "of", sheets)))
	}, d.Say(words.SpotName, "bundle", n))
}
