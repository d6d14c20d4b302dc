package cells

import (
	"strconv"
	"strings"
	"time"
)

// day is the day that a cell of a workbook holds, as 2024-06-30, and whether it
// holds one: a whole number of days since 1899, or since 1904 where the workbook
// says so, or the day spelled out. The first two months of 1900 are none: there
// spreadsheets disagree.
func (s *surveyor) day(c content) (string, bool) {
	if c.Type == "d" {
		text := strings.TrimSuffix(strings.TrimSuffix(strings.TrimSuffix(c.text(), "Z"), ".000"), "T00:00:00")
		at, err := time.Parse(time.DateOnly, text)
		return text, err == nil && at.Year() >= 1900
	}
	n, err := strconv.Atoi(strings.TrimSuffix(c.text(), ".0"))
	first, least := time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC), 61
	if s.from1904 {
		first, least = time.Date(1904, 1, 1, 0, 0, 0, 0, time.UTC), 0
	}
	const last = 2_950_000 // in the year 9976
	if err != nil || n < least || n > last {
		return "", false
	}
	return first.AddDate(0, 0, n).Format(time.DateOnly), true
}

// isDate reports whether a style shows numbers as dates or times.
func (s *surveyor) isDate(style int) bool {
	is, known := s.dates[style]
	if !known {
		if st, err := s.book.GetStyle(style); err == nil {
			is = dateFormat(st.NumFmt) || st.CustomNumFmt != nil && dateCode(*st.CustomNumFmt)
		}
		s.dates[style] = is
	}
	return is
}

// dateFormat reports whether a number format that every spreadsheet knows by its
// number is one of a date or a time; those from 27 on are the Chinese ones.
func dateFormat(n int) bool {
	return n >= 14 && n <= 22 || n >= 27 && n <= 36 || n >= 45 && n <= 47 || n >= 50 && n <= 58
}

// dateCode reports whether a number format that is spelled out has a letter of a
// date or a time in it, outside what is quoted.
func dateCode(code string) bool {
	code = strings.ToLower(code)
	for _, elapsed := range []string{"[h]", "[hh]", "[m]", "[mm]", "[s]", "[ss]"} {
		if strings.Contains(code, elapsed) {
			return true
		}
	}
	quoted, bracketed, escaped := false, false, false
	for _, c := range code {
		switch {
		case escaped:
			escaped = false
		case quoted:
			quoted = c != '"'
		case bracketed:
			bracketed = c != ']'
		case c == '"':
			quoted = true
		case c == '[':
			bracketed = true
		case c == '\\' || c == '_' || c == '*':
			escaped = true
		case strings.ContainsRune("ymdhs", c):
			return true
		}
	}
	return false
}
