package screen

import (
	"strings"
	"unicode"

	"golang.org/x/text/width"

	"shuping/internal/plan"
	"shuping/internal/words"
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
func askDay(day plan.Day, line string, done func(plan.Day, Context) Answer) ask {
	return askText(maxDay, func(text string, c Context) Answer {
		if strings.TrimSpace(text) == "" {
			return done(plan.Day{}, c)
		}
		day, err := typedDay(text)
		if err != nil {
			return warn(c.Say(words.ProblemBadDay, "text", text))
		}
		return done(day, c)
	}, line).filled(day.String())
}
