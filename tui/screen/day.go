package screen

import (
	"strings"

	"shuping/internal/plan"
	"shuping/internal/words"
)

// maxDay has room for 2024 年 12 月 31 日 with a space on each side.
const maxDay = 18

// askDay asks for a day, which may be left empty where there was none.
func askDay(day plan.Day, line string, done func(plan.Day, Context) Answer) ask {
	return askText(maxDay, func(text string, c Context) Answer {
		if strings.TrimSpace(text) == "" {
			return done(plan.Day{}, c)
		}
		day, ok := plan.ReadDay(text)
		if !ok {
			return warn(c.Say(words.ProblemBadDay, "text", text))
		}
		return done(day, c)
	}, line).filled(day.String())
}
