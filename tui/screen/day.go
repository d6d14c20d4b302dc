package screen

import (
	"strings"

	"shuping/internal/plan"
	"shuping/internal/words"
	"shuping/tui/desk"
)

// maxDay has room for 2024 年 12 月 31 日 with a space on each side.
const maxDay = 18

// askDay asks for a day, which may be left empty where there was none.
func askDay(c desk.Context, day plan.Day, line words.Sentence, done func(plan.Day, desk.Context) desk.Answer) desk.Question {
	return desk.AskText(maxDay, func(text string, c desk.Context) desk.Answer {
		if strings.TrimSpace(text) == "" {
			return done(plan.Day{}, c)
		}
		day, ok := plan.ReadDay(text)
		if !ok {
			return desk.Warn(c.Say(words.ProblemBadDay, "text", text))
		}
		return done(day, c)
	}, line(c.Lang)).Filled(day.String())
}

// daysLeft says how long it is until a day, or how long ago it was.
func daysLeft(c desk.Context, day plan.Day) string {
	switch n := c.Today().DaysUntil(day); {
	case day == plan.Day{}:
		return ""
	case n >= 0:
		return c.Say(words.DaysLeft, "days", n)
	default:
		return c.Say(words.DaysOver, "days", -n)
	}
}
