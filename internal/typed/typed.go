// Package typed says what of a text that comes in counts: which characters nobody
// could see, what people mean by two words that look alike, and which lines have
// anything on them; [Pattern] is how such a text is looked through. It refuses nothing
// itself, because each of those who ask says what is to be done in its own words. It is
// pure.
package typed

import (
	_ "embed"
	"fmt"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Hidden reports whether c does something other than be seen: a control, a
// bidirectional or format character, one without an agreed meaning, one that no
// XML document may hold, or the mark that a conversion leaves where it failed. A
// line break and a tab are hidden too; whoever takes them says so.
func Hidden(c rune) bool {
	return unicode.In(c, unicode.Cc, unicode.Cf, unicode.Zl, unicode.Zp, unicode.Co) ||
		c == utf8.RuneError || c&0xFFFE == 0xFFFE || c >= 0xFDD0 && c <= 0xFDEF
}

// A Character is one that is told of because it cannot be shown.
type Character rune

// String is its number, U+202E.
func (c Character) String() string { return fmt.Sprintf("U+%04X", rune(c)) }

// Rune is the character itself, for whoever names it in words.
func (c Character) Rune() rune { return rune(c) }

// Compose joins letters with the marks that some keyboards type behind them, which
// means the same (NFC). Text with a compatibility ideograph is left as it is: its
// normal form is another character than the one that was typed, and that is for a
// person to say.
func Compose(text string) string {
	if strings.ContainsFunc(text, compatible) {
		return text
	}
	return norm.NFC.String(text)
}

func compatible(c rune) bool { return c >= 0xF900 && c <= 0xFAFF || c >= 0x2F800 && c <= 0x2FA1F }

// Fold is a word without what people do not see: width, case and spaces.
func Fold(word string) string {
	return strings.ToLower(strings.Map(func(c rune) rune {
		if unicode.IsSpace(c) {
			return -1
		}
		return c
	}, norm.NFKC.String(word)))
}

// FoldName is a name as people mean it: as [Fold] has it, in simplified characters. Two
// names that are folded alike may be those of one person; whether they are is for
// people to say.
func FoldName(name string) string {
	return strings.Map(func(c rune) rune {
		if to, ok := simplified()[c]; ok {
			return to
		}
		return c
	}, Fold(name))
}

// The table of simplified characters, a traditional one and the simplified one behind
// it, was made by data/names/generate.go from the field kSimplifiedVariant of Unihan_Variants.txt,
// Unicode 15.0.0, and holds a part of it only. © 1991-2022 Unicode, Inc. All rights
// reserved. Distributed under the Terms of Use in
// https://www.unicode.org/copyright.html; unicode.txt is the notice that goes with it.
//
//go:embed simplified.txt
var simplifiedPairs string

var simplified = sync.OnceValue(func() map[rune]rune {
	pairs := []rune(simplifiedPairs)
	out := make(map[rune]rune, len(pairs)/2)
	for i := 0; i+1 < len(pairs); i += 2 {
		out[pairs[i]] = pairs[i+1]
	}
	return out
})

// HasDigit reports whether a text has a digit, in whatever width or script: the name of
// a person has none.
func HasDigit(text string) bool { return strings.ContainsFunc(text, unicode.IsDigit) }

// Lines are the lines of a text on which anything stands, without the spaces around
// them.
func Lines(text string) []string {
	var out []string
	for line := range strings.Lines(text) {
		if line = strings.TrimSpace(line); line != "" {
			out = append(out, line)
		}
	}
	return out
}
