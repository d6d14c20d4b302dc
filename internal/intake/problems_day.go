package intake

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"

	"shuping/internal/plan"
	"shuping/internal/typed"
)

var (
	aDay = regexp.MustCompile(`^(\d{4})[-年./](\d{1,2})[-月./](\d{1,2})日?$`)
	// A day that a text begins with ends there: 2024年6月30日前 is no such day.
	dayOne = regexp.MustCompile(`^([0-9０-９]{4}[-年./－．／][0-9０-９]{1,2}[-月./－．／][0-9０-９]{1,2}日?)(?:[\s:：,，、]+|$)`)
)

// dayOf reads 2024-06-30, 2024年6月30日, 2024.6.30 and 2024/6/30, in whatever width.
func dayOf(word string) (plan.Day, bool) {
	m := aDay.FindStringSubmatch(typed.Fold(word))
	if m == nil {
		return plan.Day{}, false
	}
	var n [3]int
	for i, digits := range m[1:] {
		n[i], _ = strconv.Atoi(digits)
	}
	day, err := plan.ParseDay(fmt.Sprintf("%04d-%02d-%02d", n[0], n[1], n[2]))
	return day, err == nil
}

// dayFirst parts a line that begins with a day from that day.
func dayFirst(line string) (day plan.Day, rest string, ok bool) {
	m := dayOne.FindStringSubmatch(line)
	if m == nil {
		return plan.Day{}, line, false
	}
	if day, ok = dayOf(m[1]); !ok {
		return plan.Day{}, line, false
	}
	return day, strings.TrimSpace(line[len(m[0]):]), true
}
