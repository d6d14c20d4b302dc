package look

import (
	"strings"
	"unicode"

	"golang.org/x/text/encoding/simplifiedchinese"
)

// Initials is the first letter of the pinyin of each Chinese character of s, and of
// each other word its first letter. It knows the 3,755 commonest characters, which
// GB 2312 keeps in the order of their pinyin; others are left out.
func Initials(s string) string {
	var out strings.Builder
	inWord := false
	for _, r := range s {
		switch {
		case unicode.Is(unicode.Han, r):
			out.WriteString(initial(r))
			inWord = false
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			if !inWord {
				out.WriteRune(unicode.ToLower(r))
			}
			inWord = true
		default:
			inWord = false
		}
	}
	return out.String()
}

// firsts is the code in GB 2312 of the first character of each letter.
var firsts = []struct {
	code   int
	letter string
}{
	{0xB0A1, "a"}, {0xB0C5, "b"}, {0xB2C1, "c"}, {0xB4EE, "d"}, {0xB6EA, "e"}, {0xB7A2, "f"}, {0xB8C1, "g"},
	{0xB9FE, "h"}, {0xBBF7, "j"}, {0xBFA6, "k"}, {0xC0AC, "l"}, {0xC2E8, "m"}, {0xC4C3, "n"}, {0xC5B6, "o"},
	{0xC5BE, "p"}, {0xC6DA, "q"}, {0xC8BB, "r"}, {0xC8F6, "s"}, {0xCBFA, "t"}, {0xCDDA, "w"}, {0xCEF4, "x"},
	{0xD1B9, "y"}, {0xD4D1, "z"},
}

// lastCommon is the last of the characters that are in the order of their pinyin.
const lastCommon = 0xD7F9

func initial(r rune) string {
	b, err := simplifiedchinese.GBK.NewEncoder().Bytes([]byte(string(r)))
	if err != nil || len(b) != 2 {
		return ""
	}
	code := int(b[0])<<8 | int(b[1])
	if code < firsts[0].code || code > lastCommon || b[1] < 0xA1 {
		return ""
	}
	letter := ""
	for _, f := range firsts {
		if code >= f.code {
			letter = f.letter
		}
	}
	return letter
}
