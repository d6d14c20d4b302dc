package plan

import (
	"fmt"
	"strings"
	"time"
	"unicode"

	"shuping/internal/typed"
)

// A Day is a calendar day, "2024-01-31".
type Day struct {
	Year  int
	Month time.Month
	Day   int
}

// writtenDay is a year, a month and a day with something between them.
var writtenDay = typed.Pattern(`^([0-9]{4})(?: *[-./年] *| +)([0-9]{1,2})(?: *[-./月] *| +)([0-9]{1,2}) *[日号]?$`)

// ReadDay reads a day as people write it: 2024-06-30, 2024-6-30, 2024.6.30,
// 2024/6/30, 2024年6月30日 and the same with spaces or in full width. Whatever
// people give to the program is read by it, but for the plan's own file. It reports
// whether text is such a day and stands on the calendar.
func ReadDay(text string) (Day, bool) {
	m := writtenDay().FindStringSubmatch(strings.TrimSpace(strings.Map(halfWidth, text)))
	if m == nil {
		return Day{}, false
	}
	var n [3]int
	for i, word := range m[1:] {
		n[i], _ = numberOf(word)
	}
	day := Day{n[0], time.Month(n[1]), n[2]}
	return day, day.onCalendar()
}

// halfWidth is c as a keyboard without an input method gives it.
func halfWidth(c rune) rune {
	switch {
	case unicode.IsSpace(c):
		return ' '
	case c == '。' || c == '｡':
		return '.'
	case c >= '！' && c <= '～':
		return c - '！' + '!'
	}
	return c
}

// ParseDay reads the form of files and records, 2024-01-31, and only a day that the
// calendar has. For what people write there is [ReadDay].
func ParseDay(s string) (Day, error) {
	if len(s) != len("2024-01-31") || s[4] != '-' || s[7] != '-' {
		return Day{}, fmt.Errorf("%q is not written as 2024-01-31", s)
	}
	y, okY := numberOf(s[:4])
	m, okM := numberOf(s[5:7])
	d, okD := numberOf(s[8:])
	if !okY || !okM || !okD {
		return Day{}, fmt.Errorf("%q is not written as 2024-01-31", s)
	}
	day := Day{y, time.Month(m), d}
	if !day.onCalendar() {
		return Day{}, fmt.Errorf("%s is not a day on the calendar", s)
	}
	return day, nil
}

func (d Day) onCalendar() bool { return d.Year > 0 && dayOf(d.Time(time.UTC)) == d }

// String is the day as [ParseDay] reads it, and "" for the zero Day.
func (d Day) String() string {
	if d == (Day{}) {
		return ""
	}
	return fmt.Sprintf("%04d-%02d-%02d", d.Year, d.Month, d.Day)
}

// Time is the first instant of the day at loc.
func (d Day) Time(loc *time.Location) time.Time {
	return time.Date(d.Year, d.Month, d.Day, 0, 0, 0, 0, loc)
}

// Before and After compare two days; neither holds of a day and itself.
func (d Day) Before(e Day) bool { return d.DaysUntil(e) > 0 }
func (d Day) After(e Day) bool  { return d.DaysUntil(e) < 0 }

// DaysUntil is how many days lie from d to e: 1 from a day to the next, negative
// where e comes first.
func (d Day) DaysUntil(e Day) int {
	const day = 24 * 60 * 60
	return int((e.Time(time.UTC).Unix() - d.Time(time.UTC).Unix()) / day)
}

// MarshalText writes the form that [ParseDay] reads, nothing for the zero Day.
func (d Day) MarshalText() ([]byte, error) { return []byte(d.String()), nil }

// UnmarshalText reads what MarshalText wrote.
func (d *Day) UnmarshalText(b []byte) (err error) {
	if len(b) == 0 {
		*d = Day{}
		return nil
	}
	*d, err = ParseDay(string(b))
	return err
}

func dayOf(t time.Time) Day {
	y, m, d := t.Date()
	return Day{y, m, d}
}

// numberOf is the number that digits write, and whether there are only digits.
func numberOf(s string) (n int, ok bool) {
	for _, c := range []byte(s) {
		if c < '0' || c > '9' {
			return 0, false
		}
		n = n*10 + int(c-'0')
	}
	return n, true
}
