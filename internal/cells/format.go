package cells

import "strings"

// A format is what a number format makes of a cell.
type format struct {
	date     bool      // a number is shown as a date or a time
	percent  bool      // a number is shown a hundredfold
	sections []section // of one that is spelled out
	chosen   bool      // the sections say themselves what they are for
}

// A section of a number format is for positive numbers, negative ones, zero or text.
type section struct {
	digits  bool // it shows the number
	text    bool // it shows a text
	date    bool
	percent bool
	chosen  bool
	adds    bool // it shows digits that are not the number's, or hides those that are
}

// formatOf is the format with a number that every spreadsheet knows; those from 27
// on are the Chinese dates.
func formatOf(n int) format {
	return format{
		date:    n >= 14 && n <= 22 || n >= 27 && n <= 36 || n >= 45 && n <= 47 || n >= 50 && n <= 58,
		percent: n == 9 || n == 10,
	}
}

// formatBy is a format that is spelled out.
func formatBy(code string) format {
	var f format
	if code == "" {
		return f
	}
	rest := strings.ToLower(code)
	for more := true; more && len(f.sections) < 4; {
		var s section
		s, rest, more = sectionOf(rest)
		f.sections = append(f.sections, s)
		f.date = f.date || s.date
		f.percent = f.percent || s.percent
		f.chosen = f.chosen || s.chosen
	}
	return f
}

// sectionOf reads one section of a format; more where another follows.
func sectionOf(code string) (s section, rest string, more bool) {
	own, _, _ := strings.Cut(code, ";")
	s.date = containsAny(own, "[h]", "[hh]", "[m]", "[mm]", "[s]", "[ss]")
	s.adds = containsAny(own, "[white]", "[color2]")
	quoted, bracketed, escaped := false, false, false
	for i, c := range code {
		switch {
		case escaped:
			escaped = false
			s.adds = s.adds || c >= '0' && c <= '9'
		case quoted:
			quoted = c != '"'
			s.adds = s.adds || c >= '0' && c <= '9'
		case bracketed:
			bracketed = c != ']'
			s.chosen = s.chosen || strings.ContainsRune("<>=", c)
		case c == '"':
			quoted = true
		case c == '[':
			bracketed = true
		case c == '\\' || c == '_' || c == '*':
			escaped = true
		case c == ';':
			return s, code[i+1:], true
		case strings.ContainsRune("0#?", c):
			s.digits = true
		case c == '@':
			s.text = true
		case c == '%':
			s.percent = true
		case strings.ContainsRune("ymdhs", c):
			s.date = true
		case c == 'g' && strings.HasPrefix(code[i:], "general"):
			s.digits = true
		}
	}
	return s, "", false
}

func containsAny(text string, words ...string) bool {
	for _, w := range words {
		if strings.Contains(text, w) {
			return true
		}
	}
	return false
}

// masksText reports whether a text is not shown as it is.
func (f format) masksText() bool { return len(f.sections) == 4 && !f.sections[3].text }

// masks reports whether a number is not shown as it is: left out, or with digits
// that are not its own.
func (f format) masks(negative, zero bool) bool {
	if len(f.sections) == 0 || f.date {
		return false
	}
	hides := func(s section) bool { return !s.digits && !s.text || s.adds }
	if f.chosen {
		for _, s := range f.sections[:min(3, len(f.sections))] {
			if hides(s) {
				return true
			}
		}
		return false
	}
	switch {
	case zero && len(f.sections) > 2:
		return f.sections[2].adds // nothing or a dash is usual for none
	case negative && len(f.sections) > 1:
		return hides(f.sections[1])
	}
	return hides(f.sections[0])
}
