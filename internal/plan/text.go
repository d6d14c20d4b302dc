package plan

import (
	"bytes"
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"shuping/internal/fault"
	"shuping/internal/typed"
)

// MaxShort is how many characters a short hall name (会场简称) may have.
const MaxShort = 4

// How long a text may be, in characters.
const (
	maxID     = 16
	maxGrade  = 12
	maxClause = 20
	maxName   = 40 // of a person, a post, a class, a reason for a void sheet
	maxTitle  = 60 // of all else
)

// twins are the full-width characters that an input method leaves where TOML
// needs the plain ones.
var twins = map[rune]string{
	'“': `"`, '”': `"`, '＂': `"`, '‘': "'", '’': "'", '＇': "'",
	'＝': "=", '［': "[", '］': "]", '【': "[", '】': "]", '｛': "{", '｝': "}",
	'，': ",", '、': ",", '．': ".", '。': ".", '＃': "#", '－': "-", '　': " ",
}

// encodingGuess is what a file seems to be that is not UTF-8.
func encodingGuess(src []byte) string {
	if bytes.HasPrefix(src, []byte{0xFF, 0xFE}) || bytes.HasPrefix(src, []byte{0xFE, 0xFF}) {
		return "UTF-16"
	}
	return "GB18030"
}

// badByte is the offset of the first byte that is not UTF-8.
func badByte(src []byte) int {
	at := 0
	for at < len(src) {
		c, n := utf8.DecodeRune(src[at:])
		if c == utf8.RuneError && n == 1 {
			break
		}
		at += n
	}
	return at
}

// scan reports every hidden character of the file, comments included, since it
// could make the file read otherwise than it is.
func (r *reader) scan() {
	for at, c := range string(r.text) {
		if isStray(c) || c == '\r' && !bytes.HasPrefix(r.text[at:], []byte("\r\n")) {
			r.fault(at, BadCharacter, "character", codePoint(c))
		}
	}
}

// isStray reports whether c is hidden and not part of a file's layout either.
func isStray(c rune) bool { return typed.Hidden(c) && c != '\n' && c != '\t' && c != '\r' }

// codePoint shows a character that cannot be shown itself.
func codePoint(c rune) string {
	if typed.Hidden(c) || unicode.IsMark(c) {
		return fmt.Sprintf("U+%04X", c)
	}
	return fmt.Sprintf("%#U", c)
}

// malformed reports what stops the file from being TOML, in the words of a
// person who typed it where that is possible.
func (r *reader) malformed(at int, why string) {
	c, _ := utf8.DecodeRune(r.text[at:])
	twin, isTwin := twins[c]
	switch {
	case isTwin && unicode.IsSpace(c):
		r.fault(at, FullWidth, "character", codePoint(c), "half", "U+0020")
	case isTwin:
		r.fault(at, FullWidth, "character", string(c), "half", twin)
	case c == '/':
		r.fault(at, Syntax, "reason", bare)
	case c >= utf8.RuneSelf && !typed.Hidden(c):
		r.fault(at, Unquoted, "character", fault.Quote(c))
	case len(r.faults) == 0 || !typed.Hidden(c): // else the scan has told it
		r.fault(at, Syntax, "reason", plainSyntax(why))
	}
}

// plainSyntax is what a TOML parser has to say, for someone who knows no TOML.
func plainSyntax(why string) any {
	for _, s := range syntax {
		if strings.HasPrefix(why, s.parser) {
			return s.plain
		}
	}
	return why
}

var syntax = []struct {
	parser string // how the parser's message starts
	plain  fault.Term
}{
	{"basic strings cannot have new lines", unclosed},
	{"literal strings cannot have new lines", unclosed},
	{"unterminated", unclosed},
	{"expected newline", "line-ends"},
	{"expected '=' after key", "equals-missing"},
	{"expected ']", "bracket-missing"},
	{"expected ',' or", "comma-missing"},
	{"array is incomplete", "bracket-missing"},
	{"inline table is incomplete", "brace-missing"},
	{"expected value", "value-missing"},
	{"strings must be quoted", unquoted},
	{"expected keyword", unquoted},
	{"unexpected character", unquoted},
}

const (
	unclosed fault.Term = "quote-missing"
	bare     fault.Term = "fraction-bare"
	unquoted fault.Term = "text-bare"
)

// plain is the text of n, checked and never repaired; "" after a fault.
func (r *reader) plain(n *node, most int) string {
	if i := strings.IndexFunc(n.text, typed.Hidden); i >= 0 {
		if !bytes.ContainsFunc(n.raw, isStray) { // else the scan has told it
			c, _ := utf8.DecodeRuneInString(n.text[i:])
			r.fault(n.literal(i), BadCharacter, "character", codePoint(c))
		}
		return ""
	}
	if !norm.NFC.IsNormalString(n.text) {
		i, _ := norm.NFC.SpanString(n.text, true)
		c, _ := utf8.DecodeRuneInString(n.text[i:])
		r.fault(n.literal(i), NotNormal, "character", codePoint(c))
		return ""
	}
	switch length := utf8.RuneCountInString(n.text); {
	case strings.TrimSpace(n.text) == "":
		r.fault(n.at, Empty, "key", fault.Quote(n.name))
	case strings.TrimSpace(n.text) != n.text:
		r.fault(n.at, Padded, "key", fault.Quote(n.name))
	case length > most:
		r.fault(n.at, TooLong, "key", fault.Quote(n.name), "length", length, "limit", most)
	default:
		return n.text
	}
	return ""
}
