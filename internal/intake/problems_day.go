package intake

import (
	"regexp"
	"strings"
	"time"

	"shuping/internal/plan"
	"shuping/internal/typed"
)

var (
	// A day that a line begins with ends there: 2024年6月30日前 is no such day.
	dayOne = typed.Pattern(`^([0-9０-９]{4}[-年./－．／][0-9０-９]{1,2}[-月./－．／][0-9０-９]{1,2}日?)(?:[\s:：,，、]+|$)`)

	// A day or a month that a sentence begins with stays a part of it. 6月底前 and
	// 3月至6月 begin no sentence about what was done then.
	dayWithin = typed.Pattern(`^(?:([0-9]{4})[年./-])?([0-9]{1,2})[月./-]([0-9]{1,2})[日号](.*)$`)
	dotWithin = typed.Pattern(`^([0-9]{4})[./-]([0-9]{1,2})[./-]([0-9]{1,2})([^0-9./-].*)$`)
	month     = typed.Pattern(`^(?:([0-9]{4})年)?([0-9]{1,2})月(?:份)?([^0-9].*)$`)
	dotMonth  = typed.Pattern(`^([0-9]{4})[./-]([0-9]{1,2})((?:[\s:：,，、]).*)$`)
	until     = typed.Pattern(`^(?:底|末|之?前|以前|至|到|-|—|–|~|～|[上中下]旬之?前|起)`)
)

// begins parts a line from the day that it begins with. Of a month it is the first
// day. A day that is part of a sentence stays in it, so that nothing is lost of how
// it was said. After is the year to go on with where none is said, 0 where the last
// such day up to today is meant.
func begins(line string, after int, today plan.Day) (day plan.Day, rest string, ok bool) {
	if m := dayOne().FindStringSubmatch(line); m != nil {
		if day, ok = plan.ReadDay(m[1]); ok {
			return day, strings.TrimSpace(line[len(m[0]):]), true
		}
		return plan.Day{}, line, false
	}
	half := strings.Map(narrow, line)
	for _, p := range []func() *regexp.Regexp{dayWithin, dotWithin, month, dotMonth} {
		m := p().FindStringSubmatch(half)
		if m == nil {
			continue
		}
		if behind := strings.TrimSpace(m[len(m)-1]); behind == "" || until().MatchString(behind) {
			break
		}
		day = plan.Day{Year: int(digitsOf(m[1])), Month: time.Month(digitsOf(m[2])), Day: 1}
		if len(m) > 4 {
			day.Day = int(digitsOf(m[3]))
		}
		if day.Year == 0 {
			day.Year = after
		}
		if day.Year == 0 {
			if day.Year = today.Year; today.Before(day) {
				day.Year--
			}
		}
		if read, ok := plan.ReadDay(day.String()); ok && read == day {
			return day, line, true
		}
	}
	return plan.Day{}, line, false
}

func digitsOf(word string) int64 {
	n := int64(0)
	for _, c := range word {
		n = 10*n + int64(c-'0')
	}
	return n
}

// narrow is a digit or a dot as a keyboard without an input method gives it.
func narrow(c rune) rune {
	if c >= '０' && c <= '９' || c == '．' || c == '／' || c == '－' {
		return c - '！' + '!'
	}
	return c
}
