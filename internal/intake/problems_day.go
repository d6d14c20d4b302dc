package intake

import (
	"regexp"
	"strings"

	"shuping/internal/plan"
)

// A day that a text begins with ends there: 2024年6月30日前 is no such day.
var dayOne = regexp.MustCompile(`^([0-9０-９]{4}[-年./－．／][0-9０-９]{1,2}[-月./－．／][0-9０-９]{1,2}日?)(?:[\s:：,，、]+|$)`)

// dayFirst parts a line that begins with a day from that day.
func dayFirst(line string) (day plan.Day, rest string, ok bool) {
	m := dayOne.FindStringSubmatch(line)
	if m == nil {
		return plan.Day{}, line, false
	}
	if day, ok = plan.ReadDay(m[1]); !ok {
		return plan.Day{}, line, false
	}
	return day, strings.TrimSpace(line[len(m[0]):]), true
}
