package field

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
	"golang.org/x/text/width"
)

// Clean is the door: what comes out is safe to show, to store and to compare.
// It is in normal form C and has no escape sequence, control, bidirectional or
// other format character, no zero-width joiner, no invisible filler and no
// byte that is not UTF-8. A variation selector stays only right behind the
// ideograph it belongs to; a combining mark needs something to stand on. A
// tab becomes a space. Line breaks of every kind become \n if multiline, and
// a space otherwise. Cleaning twice is the same as cleaning once.
func Clean(s string, multiline bool) string {
	clean, _ := scrub('\n', s, multiline)
	return clean
}

// scrub cleans s, which will stand behind the rune before; that is a line
// break at the start of a text. It reports whether anything was dropped.
func scrub(before rune, s string, multiline bool) (clean string, dropped bool) {
	bare := sequence.ReplaceAllString(s, "")
	dropped = len(bare) != len(s)
	bare = strings.ReplaceAll(bare, "\r\n", "\n")

	var b strings.Builder
	for i, r := range bare {
		switch {
		case r == '\t':
			r = ' '
		case isBreak(r) && multiline:
			r = '\n'
		case isBreak(r):
			r = ' '
		case r == utf8.RuneError && !strings.HasPrefix(bare[i:], "\uFFFD"),
			forbidden(r),
			isSelector(r) && !isIdeograph(before),
			before == '\n' && unicode.In(r, unicode.Mn, unicode.Me):
			dropped = true
			continue
		}
		b.WriteRune(r)
		before = r
	}
	return norm.NFC.String(b.String()), dropped
}

// sequence matches an escape sequence with all that belongs to it, so that
// not even its letters stay behind. An unfinished one matches as little as
// possible: no text of the user may be swallowed with it.
var sequence = regexp.MustCompile(
	`(?:\x1b\[|\x{9b})[0-?]*[ -/]*[@-~]` + // CSI … final
		`|(?:\x1b\]|\x{9d})[^\x07\x1b\x{9c}]*(?:\x07|\x1b\\|\x{9c})` + // OSC … BEL or ST
		`|(?:\x1b[PX^_]|[\x{90}\x{98}\x{9e}\x{9f}])[^\x1b\x{9c}]*(?:\x1b\\|\x{9c})` + // DCS, SOS, PM, APC … ST
		`|\x1b[ -/]+[0-~]`) // charset and the like

func isBreak(r rune) bool {
	switch r {
	case '\n', '\r', '\v', '\f', 0x85, 0x2028, 0x2029:
		return true
	}
	return false
}

// forbidden are the characters that nobody can see and that change what
// others see. Unassigned code points pass: ideographs are still being added.
func forbidden(r rune) bool {
	return unicode.In(r, unicode.Cc, unicode.Cf, unicode.Other_Default_Ignorable_Code_Point, unicode.Noncharacter_Code_Point)
}

func isSelector(r rune) bool {
	return unicode.Is(unicode.Variation_Selector, r) && !unicode.Is(unicode.Mongolian, r)
}

// isIdeograph counts all of planes 2 and 3 in, ideographs yet to come too.
func isIdeograph(r rune) bool {
	return unicode.Is(unicode.Han, r) || r >= 0x20000 && r <= 0x3FFFF
}

// foldDigits turns full-width digits into ASCII ones. It is not ok if s is
// empty or has anything else in it.
func foldDigits(s string) (string, bool) {
	s = width.Narrow.String(s)
	for _, r := range s {
		if r < '0' || r > '9' {
			return "", false
		}
	}
	return s, s != ""
}
