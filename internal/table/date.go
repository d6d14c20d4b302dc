package table

import "strings"

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
