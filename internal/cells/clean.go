package cells

import (
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"shuping/internal/fault"
	"shuping/internal/typed"
)

// textFault is a character that may not stand in a cell.
func textFault(at Place, text string) *fault.Fault {
	for _, c := range text {
		if typed.Hidden(c) && c != '\n' {
			return blame(at, BadCharacter, "character", typed.Character(c))
		}
	}
	if !norm.NFC.IsNormalString(text) {
		i, _ := norm.NFC.SpanString(text, true)
		c, _ := utf8.DecodeRuneInString(text[i:])
		return blame(at, NotNormal, "character", typed.Character(c))
	}
	return nil
}
