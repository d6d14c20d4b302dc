package screen

import (
	"strings"
	"unicode"

	"golang.org/x/text/width"

	"shuping/internal/plan"
	"shuping/internal/words"
	"shuping/tui/desk"
)

// maxDay is the longest way to write a day: 2024年12月31日.
const maxDay = 11

// typedDay is a day as people and input methods write it: 2024-6-30, ２０２４．６．３０,
// 2024年6月30日. The plan and the record know only 2024-06-30.
func typedDay(text string) (plan.Day, error) {
	text = width.Narrow.String(strings.TrimSpace(text))
	parts := strings.FieldsFunc(text, func(r rune) bool { return strings.ContainsRune("-/.年月日", r) })
	if len(parts) != 3 {
		return plan.ParseDay(text)
	}
	for i, p := range parts {
		if len(p) == 1 && unicode.IsDigit(rune(p[0])) {
			parts[i] = "0" + p
		}
	}
	return plan.ParseDay(strings.Join(parts, "-"))
}

// askDay asks for a day, which may be left empty where there was none.
func askDay(c desk.Context, day plan.Day, line words.Sentence, done func(plan.Day, desk.Context) desk.Answer) desk.Question {
	return desk.AskText(maxDay, func(text string, c desk.Context) desk.Answer {
		if strings.TrimSpace(text) == "" {
			return done(plan.Day{}, c)
		}
		day, err := typedDay(text)
		if err != nil {
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
