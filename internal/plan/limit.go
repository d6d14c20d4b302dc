package plan

import (
	"regexp"
	"strings"
	"time"

	"golang.org/x/text/unicode/norm"

	"shuping/internal/typed"
)

// A Limit is until when something is to be done, as people write it: a day, a month,
// a quarter, at once (立行立改), or for good (长期坚持).
type Limit struct {
	Kind  LimitKind
	Last  Day    // its last day; none of what is to be done at once or for good
	Lasts bool   // it is to be kept up for good after that
	Words string // as they were written
}

// A LimitKind is how exactly a Limit says when.
type LimitKind string

const (
	LimitDay     LimitKind = "day"
	LimitMonth   LimitKind = "month"
	LimitQuarter LimitKind = "quarter"
	LimitHalf    LimitKind = "half-year"
	LimitYear    LimitKind = "year"
	LimitAtOnce  LimitKind = "at-once"
	LimitLasting LimitKind = "lasting"
)

// Exact reports whether the words say no more than the last day does.
func (l Limit) Exact() bool { return l.Kind == LimitDay && !l.Lasts }

var (
	lastingWords = typed.Pattern(`(?:并|且|并且|同时|和|及|后)*(?:长期坚持|长期整改|长期推进|长期执行|长期抓好|长期|持续整改|持续推进|持续坚持|持续抓好|持续|常态化推进|常态化坚持|常态化|常抓不懈|坚持常抓)$`)
	atOnceWords  = typed.Pattern(`^(?:立行立改|立即整改|立即改正|立即|即时整改|即时|即知即改|即查即改|立查立改|边查边改|边整边改|立整立改|马上整改|马上|随时|当场整改)(?:完成|到位)?$`)

	limitDay     = typed.Pattern(`^(?:([0-9]{4}|[0-9]{2})[年./-])?([0-9]{1,2})[月./-]([0-9]{1,2})[日号]?`)
	limitDigits  = typed.Pattern(`^([0-9]{4})([0-9]{2})([0-9]{2})`)
	limitMonth   = typed.Pattern(`^(?:([0-9]{4})[年./-])?([0-9]{1,2})月?(?:份)?`)
	limitQuarter = typed.Pattern(`^(?:([0-9]{4})年?)?第?([1-4])季度?`)
	limitHalf    = typed.Pattern(`^(?:([0-9]{4})年?)?(上|下)半年`)
	limitYear    = typed.Pattern(`^(?:([0-9]{4})年?|年|本年|今年|当年)度?(?:底|末|内|终)?`)
	limitEnd     = typed.Pattern(`^(?:的?(底|末|上旬|中旬|下旬|初))?(?:之前|以前|前|以内|内|止|截止|为止)?(?:00:00(?::00)?)?(?:全面|全部)?(?:完成整改|整改完成|完成|整改到位|整改|到位|落实|办结|销号)?[,、;:。.()]*$`)
	limitRange   = typed.Pattern(`^(.+?)(?:至|到|~|—+|–)(.+)$`)
)

// ReadLimit reads a time limit as people write it. From is the day from which a limit
// that says no year is counted: it is the first such day that does not lie before.
func ReadLimit(text string, from Day) (Limit, bool) {
	words := strings.TrimSpace(text)
	word := arabic(strings.Join(strings.Fields(norm.NFKC.String(words)), ""))
	if atOnceWords().MatchString(strings.TrimRight(word, "。.;,")) {
		return Limit{Kind: LimitAtOnce, Words: words}, true
	}
	rest := strings.TrimRight(word, "。.;,")
	lasts := false
	if at := lastingWords().FindStringIndex(rest); at != nil {
		lasts, rest = true, strings.TrimRight(rest[:at[0]], ",、;:。.")
	}
	if rest == "" || atOnceWords().MatchString(rest) {
		kind := LimitLasting
		if rest != "" {
			kind = LimitAtOnce
		}
		return Limit{Kind: kind, Lasts: lasts, Words: words}, lasts
	}
	kind, last, ok := lastOf(rest, from)
	if !ok {
		return Limit{}, false
	}
	return Limit{kind, last, lasts, words}, true
}

// lastOf is the last day that a limit names; of two, that of the second.
func lastOf(word string, from Day) (LimitKind, Day, bool) {
	if kind, day, ok := oneLimit(word, from); ok {
		return kind, day, true
	}
	m := limitRange().FindStringSubmatch(word)
	if m == nil {
		return "", Day{}, false
	}
	_, begins, ok := oneLimit(m[1], from)
	if !ok {
		return "", Day{}, false
	}
	return oneLimit(m[2], Day{begins.Year, begins.Month, 1})
}

// oneLimit is the last day of a limit.
func oneLimit(word string, from Day) (LimitKind, Day, bool) {
	for _, read := range []struct {
		pattern func() *regexp.Regexp
		kind    LimitKind
		last    func(m []string, end string) (Day, bool)
	}{
		{limitDigits, LimitDay, func(m []string, _ string) (Day, bool) {
			return Day{whole(m[1]), time.Month(whole(m[2])), whole(m[3])}, true
		}},
		{limitDay, LimitDay, func(m []string, end string) (Day, bool) {
			if len(m[1]) == 0 && !strings.Contains(m[0], "月") || end != "" {
				return Day{}, false
			}
			return Day{century(m[1]), time.Month(whole(m[2])), whole(m[3])}, true
		}},
		{limitQuarter, LimitQuarter, func(m []string, end string) (Day, bool) {
			return monthEnd(whole(m[1]), 3*whole(m[2])), strings.Contains(m[0], "季")
		}},
		{limitHalf, LimitHalf, func(m []string, _ string) (Day, bool) {
			return monthEnd(whole(m[1]), map[string]int{"上": 6, "下": 12}[m[2]]), true
		}},
		{limitMonth, LimitMonth, func(m []string, end string) (Day, bool) {
			day := monthEnd(whole(m[1]), whole(m[2]))
			switch end {
			case "上旬", "初":
				day.Day = 10
			case "中旬":
				day.Day = 20
			}
			return day, m[1] != "" || strings.Contains(m[0], "月")
		}},
		{limitYear, LimitYear, func(m []string, _ string) (Day, bool) {
			return Day{whole(m[1]), time.December, 31}, true
		}},
	} {
		m := read.pattern().FindStringSubmatch(word)
		if m == nil {
			continue
		}
		end := limitEnd().FindStringSubmatch(word[len(m[0]):])
		if end == nil {
			continue
		}
		if day, ok := read.last(m, end[1]); ok {
			return read.kind, day.from(from), day.from(from).onCalendar()
		}
	}
	return "", Day{}, false
}

// from is a day without a year in the first year that does not put it before another.
func (d Day) from(first Day) Day {
	if d.Year != 0 {
		return d
	}
	d.Year = first.Year
	if d.Before(first) {
		d.Year++
	}
	if d.Month == time.February && d.Day >= 28 && !d.onCalendar() {
		d.Day = 28
	}
	return d
}

// monthEnd is the last day of a month. Of one without a year it is that of most years.
func monthEnd(year, month int) Day {
	if month < 1 || month > 12 {
		return Day{year, time.Month(month), 0}
	}
	of := year
	if of == 0 {
		of = 2023
	}
	return Day{year, time.Month(month), dayOf(time.Date(of, time.Month(month)+1, 0, 0, 0, 0, 0, time.UTC)).Day}
}

// century is a year that may be written with two digits.
func century(word string) int {
	if n := whole(word); len(word) == 2 {
		return 2000 + n
	}
	return whole(word)
}

func whole(word string) int {
	n, _ := numberOf(word)
	return n
}

// chineseDay is a number as it stands in a date that is written in characters.
var chineseDay = typed.Pattern(`[〇零○一二两三四五六七八九十]+`)

// arabic is a date that is written in characters, 二〇二四年六月三十日, in digits.
func arabic(word string) string {
	return chineseDay().ReplaceAllStringFunc(word, func(s string) string {
		digit := func(c rune) int { return strings.IndexRune("零一二三四五六七八九", c) / len("零") }
		value := func(c rune) int {
			switch c {
			case '〇', '○':
				return 0
			case '两':
				return 2
			}
			return digit(c)
		}
		ten := strings.IndexRune(s, '十')
		if ten < 0 {
			var out strings.Builder
			for _, c := range s {
				out.WriteByte(byte('0' + value(c)))
			}
			return out.String()
		}
		before, after := []rune(s[:ten]), []rune(s[ten+len("十"):])
		if len(before) > 1 || len(after) > 1 {
			return s
		}
		n := 10
		if len(before) == 1 {
			n = 10 * value(before[0])
		}
		if len(after) == 1 {
			n += value(after[0])
		}
		return string(rune('0'+n/10)) + string(rune('0'+n%10))
	})
}
