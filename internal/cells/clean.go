package cells

import (
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"shuping/internal/typed"
)

// textFault is a character that may not stand in a cell.
func textFault(at Place, text string) (Fault, bool) {
	for _, c := range text {
		if typed.Hidden(c) && c != '\n' {
			return Fault{BadCharacter, at, values("character", typed.Character(c))}, true
		}
	}
	if !norm.NFC.IsNormalString(text) {
		i, _ := norm.NFC.SpanString(text, true)
		c, _ := utf8.DecodeRuneInString(text[i:])
		return Fault{NotNormal, at, values("character", typed.Character(c))}, true
	}
	return Fault{}, false
}
