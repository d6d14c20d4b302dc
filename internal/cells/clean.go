package cells

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"shuping/internal/typed"
)

// clean reports what may not stand in a cell.
func (r *reader) clean(at Place, text string) {
	if !r.lines && strings.ContainsAny(text, "\r\n") {
		r.fault(at, LineBreak)
		return
	}
	for _, c := range text {
		if typed.Hidden(c) && c != '\n' {
			r.fault(at, BadCharacter, "character", typed.Character(c))
			return
		}
	}
	if length := utf8.RuneCountInString(text); length > r.longest() {
		r.fault(at, TooLong, "length", length, "limit", r.longest())
		return
	}
	if !norm.NFC.IsNormalString(text) {
		i, _ := norm.NFC.SpanString(text, true)
		c, _ := utf8.DecodeRuneInString(text[i:])
		r.fault(at, NotNormal, "character", typed.Character(c))
	}
}

// longest is how many characters a cell may have.
func (r *reader) longest() int {
	if r.lines {
		return MaxLines
	}
	return MaxText
}
